"""What leaves the store: calendars, tables, backups, copies; and what a damaged or busy database says."""

from __future__ import annotations

import csv
import io
import json
import multiprocessing
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from sqlalchemy import event

from bot.config import Subscriber
from bot.errors import StoreError
from bot.ics import calendar
from bot.records.model import ArticleRef, Organisation, Person, Place, Post, Record, StoredRecord
from bot.store import Store, StoredSubscriber, Wanted, parse_query, schema
from scrapers.model import Article, Page, article_id
from tests.databases import new_postgres
from tests.waiting import wait_for

NOW = datetime(2025, 3, 12, 8, 0, tzinfo=UTC)
FAIR = Record(
    "fair",
    "event",
    "中国国际服装服饰博览会",
    status="upcoming",
    start="2025-03-26",
    end="2025-03-28",
    deadline="2025-03-20",
    place=Place("国家会展中心(上海)", "上海", None, "国家会展中心(上海)"),
    organisations=(Organisation("中国服装协会", "host"),),
    people=(Person("陈大鹏", "speaker", (Post("中国服装协会", "会长"),)),),
    confidence=0.9,
)


def stored(record: Record, revision: int = 0) -> StoredRecord:
    reference = ArticleRef("a", "http://example.org/1?a=1,2", "题;目,一", None, "2025-03-01", "s")
    return StoredRecord(record, NOW, NOW, (reference,), "引文。", revision)


def events(*records: StoredRecord) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(calendar(records)).walk("VEVENT"))


@pytest.mark.parametrize(
    ("start", "end", "lines"),
    [
        ("2025-03-26", "2025-03-28", ["DTSTART;VALUE=DATE:20250326", "DTEND;VALUE=DATE:20250329"]),
        ("2025-03-26", None, ["DTSTART;VALUE=DATE:20250326", "DTEND;VALUE=DATE:20250327"]),
        ("2025-03-26T09:30:00+08:00", None, ["DTSTART:20250326T013000Z"]),
        (
            "2025-03-26T09:30:00+08:00",
            "2025-03-26T12:00:00+08:00",
            ["DTSTART:20250326T013000Z", "DTEND:20250326T040000Z"],
        ),
        ("2025-02", None, ["DTSTART;VALUE=DATE:20250201", "DTEND;VALUE=DATE:20250301", "TRANSP:TRANSPARENT"]),
        ("2025", None, []),
        ("--12-20", None, []),
        (None, None, []),
    ],
)
def test_a_day_is_written_as_exactly_as_it_is_known(
    start: str | None, end: str | None, lines: list[str]
) -> None:
    """All-day, timed and month entries; no invented end; nothing where the day is not known."""
    text = calendar([stored(replace(FAIR, start=start, end=end, deadline=None))]).decode()
    shown = [line for line in text.split("\r\n") if line.startswith(("DTSTART", "DTEND", "TRANSP"))]
    assert sorted(shown) == sorted(lines)


def test_a_deadline_is_an_entry_of_its_own() -> None:
    """The fair and its deadline have UIDs of their own, which stay as the record changes."""
    first = events(stored(FAIR))
    assert [(e["uid"], str(e["summary"]), int(e["sequence"])) for e in first] == [
        ("fair@zhouxun", "中国国际服装服饰博览会", 0),
        ("fair-deadline@zhouxun", "截止：中国国际服装服饰博览会", 0),
    ]
    again = events(stored(replace(FAIR, name="改名"), revision=3))
    assert [(e["uid"], int(e["sequence"])) for e in again] == [(e["uid"], 3) for e in first]


@pytest.mark.parametrize(
    ("status", "said"),
    [("upcoming", "CONFIRMED"), ("cancelled", "CANCELLED"), ("postponed", "TENTATIVE"), (None, "CONFIRMED")],
)
def test_a_state_is_told_in_the_calendars_words(status: str | None, said: str) -> None:
    """RFC 5545 section 3.8.1.11."""
    assert {e["status"] for e in events(stored(replace(FAIR, status=status)))} == {said}


def test_a_calendar_keeps_to_the_letter_of_the_standard() -> None:
    """CRLF, lines of 75 octets at most, separators escaped, the same bytes for the same records."""
    data = calendar([stored(FAIR)])
    assert data == calendar([stored(FAIR)])
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    (event, _) = events(stored(FAIR))
    assert str(event["description"]).endswith("引文。\n题;目,一 http://example.org/1?a=1,2")
    assert event["url"] == "http://example.org/1?a=1,2"
    assert "题\\;目\\,一" in data.replace(b"\r\n ", b"").decode()


# --- copies and backups ----------------------------------------------------------------------------


def fill(store: Store, count: int = 30) -> None:
    """Store articles, a record each, a page, a subscriber and a delivery."""
    for n in range(count):
        url = f"https://example.org/{n}.html"
        article = Article(
            article_id(url), "s", url, f"第{n}届博览会开幕", "2025-03-01", None, None, f"羽绒{n}。", NOW
        )
        record = replace(FAIR, id=f"r{n}", name=f"第{n}届博览会")
        store.save(
            article, [record], page=Page(url, url, 200, {}, b"<p>", NOW), now=NOW + timedelta(seconds=n)
        )
    store.save_subscriber(StoredSubscriber(Subscriber(telegram=1)), NOW)
    store.enqueue("2025-W11", "telegram:1", "telegram", ["一"], NOW)


def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table."""
    with store._reading() as connection:
        return {
            table.name: [
                tuple(row) for row in connection.execute(table.select().order_by(*table.primary_key))
            ]
            for table in schema.metadata.sorted_tables
        }


def test_a_backup_is_restored_whole(store: Store, tmp_path: Path) -> None:
    """A backup taken while others write opens as a database and holds one state; it copies back to either kind."""
    fill(store)
    before = contents(store)
    store.backup(tmp_path / "backups" / "one.db")
    store.set("later", "1")
    with Store.open("sqlite:///backups/one.db", root=tmp_path) as restored:
        assert contents(restored) == before
        for url in ("sqlite:///again.db", new_postgres()):
            with Store.open(url, root=tmp_path) as other:
                restored.copy_to(other)
                assert contents(other) == before
                other.save_subscriber(StoredSubscriber(Subscriber(telegram=2)), NOW)  # numbers go on
                assert len(other.subscribers()) == 2
    with pytest.raises(StoreError, match="is there already"):
        store.backup(tmp_path / "backups" / "one.db")


def test_a_copy_goes_only_into_an_empty_database(store: Store, tmp_path: Path) -> None:
    """What is in the target is never overwritten."""
    fill(store, 2)
    with Store.open("sqlite:///other.db", root=tmp_path) as other:
        fill(other, 1)
        with pytest.raises(StoreError, match="not empty"):
            store.copy_to(other)
        assert other.counters().articles == 1


def test_pruning_by_age_takes_what_only_old_articles_told(store: Store) -> None:
    """Old pages and articles go, with the records nobody else tells of; search forgets them too."""
    fill(store)
    gone = store.prune(
        pages_before=NOW + timedelta(hours=1), articles_before=NOW + timedelta(seconds=20), now=NOW
    )
    store.shrink()
    assert (gone.pages, gone.articles, gone.records) == (30, 20, 20)
    assert (store.counters().articles, len(store.records(Wanted())), store.counters().pages) == (10, 10, 0)
    assert store.search(parse_query("羽绒 类型:资讯"), today=NOW.date()).total == 10
    assert store.search(parse_query("博览会 类型:活动"), today=NOW.date()).total == 10


# --- damage ----------------------------------------------------------------------------------------


def test_a_file_cut_off_at_any_byte_of_the_log_opens_at_the_last_whole_commit(tmp_path: Path) -> None:
    """A crash in the middle of writing loses what was not committed and nothing else."""
    path = tmp_path / "whole.db"
    with Store.open(f"sqlite:///{path}", root=tmp_path) as store:
        marks = []
        for n in range(4):
            store.set("n", str(n))
            marks.append((tmp_path / "whole.db-wal").stat().st_size)
        log, main = (tmp_path / "whole.db-wal").read_bytes(), path.read_bytes()
    for size in sorted({*range(marks[0], marks[-1], 997), *marks, *(mark - 1 for mark in marks[1:])}):
        cut = tmp_path / f"cut{size}.db"
        cut.write_bytes(main)
        Path(f"{cut}-wal").write_bytes(log[:size])
        with Store.open(f"sqlite:///{cut}", root=tmp_path) as store:
            assert store.get("n") == str(max(n for n, mark in enumerate(marks) if mark <= size))


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"not a database at all, just words. " * 40, "is no SQLite database"), (None, "damaged")],
)
def test_a_file_that_is_no_database_gives_a_clear_line(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    """Garbage and a damaged file are told apart, and left as they are."""
    path = tmp_path / "x.db"
    if content is None:
        with Store.open(f"sqlite:///{path}", root=tmp_path) as store:
            fill(store)
        content = path.read_bytes()[:4096] + b"\xff" * (path.stat().st_size - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match=said) as caught:
        Store.open(f"sqlite:///{path}", root=tmp_path).counters()
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content


def test_a_full_disk_loses_nothing_that_was_stored(tmp_path: Path) -> None:
    """The step that did not fit is undone with a clear line; what was there stays, and room lets it go on."""
    with Store.open("sqlite:///x.db", root=tmp_path) as store:
        fill(store, 3)
        with store._reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

        def small(connection: sqlite3.Connection, _: object) -> None:
            connection.execute(f"PRAGMA max_page_count={pages + 3}")

        url = "https://example.org/big.html"
        big = Article(article_id(url), "s", url, "大", None, None, None, "长文。" * 100_000, NOW)
        event.listen(store._engine, "connect", small)
        store.close()  # the next connection is made anew
        with pytest.raises(StoreError, match="disk is full"):
            store.save(big, [], now=NOW)
        assert store.counters().articles == 3
        event.remove(store._engine, "connect", small)
        store.close()
        assert store.save(big, [], now=NOW).state == "new"


def _write_many(url: str, root: Path, first: int) -> None:
    with Store.open(url, root=root) as store:
        for n in range(first, first + 20):
            address = f"https://example.org/{n}.html"
            article = Article(
                article_id(address), "s", address, f"题{n}", None, None, None, f"羽绒{n}。", NOW
            )
            store.save(article, [], now=NOW)


def _child(target: Callable[..., None], *arguments: object) -> multiprocessing.process.BaseProcess:
    # Spawned, never forked: this process has threads, and a fork keeps the locks that they hold for ever.
    child = multiprocessing.get_context("spawn").Process(target=target, args=arguments)
    child.start()
    return child


def test_two_processes_write_at_once_and_nothing_is_lost(database: str, tmp_path: Path) -> None:
    """Both wait for each other; the overlap is stored once, and search sees all."""
    writers = [_child(_write_many, database, tmp_path, first) for first in (0, 10)]
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    with Store.open(database, root=tmp_path) as store:
        assert store.counters().articles == 30
        assert store.search(parse_query("羽绒"), today=NOW.date()).total == 30


def _write_for_ever(url: str, root: Path) -> None:
    with Store.open(url, root=root) as store:
        fill(store, 1_000_000)


def test_a_killed_writer_leaves_whole_commits(tmp_path: Path) -> None:
    """After kill -9 in the middle of storing, every article that stands has its records and its place in search."""
    url = "sqlite:///x.db"
    child = _child(_write_for_ever, url, tmp_path)
    with Store.open(url, root=tmp_path) as store:
        wait_for(lambda: store.counters().articles >= 25, child.is_alive)
        child.kill()
        child.join()
        counters = store.counters()
        assert counters.articles == counters.records == counters.pages >= 25
        assert store.search(parse_query("类型:资讯 羽绒"), today=NOW.date()).total == counters.articles


# --- the command line ------------------------------------------------------------------------------


@pytest.fixture
def run(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., tuple[int, str, str]]:
    """Run a command in a folder with a filled database; return its exit code, output and messages."""
    from bot.__main__ import main

    folder = tmp_path / "seeds"
    folder.mkdir()
    config = tmp_path / "config.yaml"
    config.write_text(f"sources:\n  - {{id: s, url: {folder}, kind: files}}\n", encoding="utf-8")
    with Store.open("sqlite:///state/zhouxun.db", root=tmp_path) as store:
        fill(store, 3)

    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main(["--config", str(config), *arguments])
        out, err = capfdbinary.readouterr()
        return int(stop.value.code or 0), out.decode(), err.decode()

    return call


def test_search_prints_one_json_document(run) -> None:
    """The hits with what a program needs of each."""
    code, out, _ = run("search", "羽绒2", "--json", "--kind", "article", "--since", "2025")
    answer = json.loads(out)
    assert (code, answer["total"], answer["note"]) == (0, 1, None)
    (hit,) = answer["hits"]
    assert (hit["kind"], hit["title"], hit["url"]) == (
        "article",
        "第2届博览会开幕",
        "https://example.org/2.html",
    )


def test_search_prints_hits_for_people(run) -> None:
    """Kind, title, date, place, host, quote and link."""
    code, out, err = run("search", "第1届博览会", "--kind", "活动", "--region", "上海", "--limit", "1")
    assert code == 0
    assert "1. 活动｜第1届博览会" in out
    assert "国家会展中心(上海) · 主办 中国服装协会" in out
    assert "https://example.org/1.html" in out
    assert "显示 1 条" in err


@pytest.mark.parametrize("field", [("--host", "中国服装协会"), ("--person", "陈大鹏"), ("--source", "s")])
def test_a_field_is_an_option_as_well(run, field: tuple[str, str]) -> None:
    """An option narrows as the same field in the query does, and needs no word beside it."""
    _, out, _ = run("search", *field, "--json")
    typed = {"--host": "主办", "--person": "人", "--source": "来源"}[field[0]]
    _, same, _ = run("search", f"{typed}:{field[1]}", "--json")
    assert json.loads(out)["hits"] == json.loads(same)["hits"] != []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search", "会", "--kind", "meating"], "did you mean meeting"),
        (["search", "会", "--since", "昨天"], "is no date"),
        (["search", "  "], "nothing to look for"),
        (["search", "--edition", "廿五"], "write a number"),
        (["export", "people"], "write articles or records"),
        (["export", "articles", "--format", "ics"], "write jsonl or csv"),
        (["calendar", "--kind", "article"], "meetings, plans and events only"),
        (["db", "prune", "--articles", "old"], "--articles"),
        (["db", "copy", "nonsense"], "no database URL"),
    ],
)
def test_a_mistake_is_named_in_one_line(run, arguments: Sequence[str], said: str) -> None:
    """Exit code 2 (1 where the database is at fault), a clear line, nothing on stdout."""
    code, out, err = run(*arguments)
    assert (code, out) == (1 if arguments[:2] == ["db", "copy"] else 2, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1


def test_export_writes_all_that_is_stored(run) -> None:
    """Lines of JSON, a table, a calendar; a period narrows them."""
    lines = [json.loads(line) for line in run("export", "articles")[1].splitlines()]
    assert [line["title"] for line in lines] == [f"第{n}届博览会开幕" for n in range(3)]
    records = [json.loads(line) for line in run("export", "records", "--format", "jsonl")[1].splitlines()]
    assert [Record.from_json(record).name for record in records] == [f"第{n}届博览会" for n in range(3)]
    rows = list(csv.DictReader(io.StringIO(run("export", "records", "--format", "csv")[1])))
    assert [(row["host"], row["people"]) for row in rows] == [
        ("中国服装协会", "陈大鹏（中国服装协会会长）")
    ] * 3
    assert run("export", "records", "--format", "ics")[1].count("BEGIN:VEVENT\r\n") == 6
    assert run("export", "records", "--since", "2026")[1] == ""


def test_who_and_org_and_calendar_show_what_stands_in_records(run) -> None:
    """A person's posts, a body's officers, and the days to come."""
    assert "2025-03-26 中国服装协会会长" in run("who", "陈大鹏")[1]
    assert "2025-03-26 会长 陈大鹏" in run("org", "中国服装协会")[1]
    shown = run("calendar", "--from", "2025-03-01", "--to", "2025-03-31")[1]
    assert shown.count("  截止  ") == 3
    assert shown.count("  活动  ") == 3
    assert json.loads(run("who", "无名氏", "--json")[1]) == []


def test_db_commands_keep_the_database(run, tmp_path: Path) -> None:
    """Upgrade, back up, prune, reindex and copy, each with one line of what it did."""
    assert "3 articles, 3 records" in run("db", "upgrade")[1]
    path = Path(run("db", "backup")[1].strip())
    assert path.is_file()
    assert run("db", "prune")[1].startswith("forgot 3 raw pages")
    assert run("db", "reindex")[0] == 0
    assert "copied 3 articles" in run("db", "copy", "sqlite:///copy.db")[1]
    assert run("search", "羽绒2", "--json")[0] == 0


def test_explained_records_name_the_rule_of_each_field(run, tmp_path: Path) -> None:
    """`records --explain` says which rule read which field from which words, offsets and all."""
    file = tmp_path / "fair.txt"
    file.write_text(
        "第九届南昌童装博览会将于2024年5月18日至20日在南昌绿地国际博览中心举行。", encoding="utf-8"
    )
    told = json.loads(run("records", "--explain", str(file))[1])
    (record,) = told["records"]
    rules = {rule["field"]: rule for rule in told["rules"] if rule["record"] == record["id"]}
    assert {e["field"] for e in record["evidence"]} <= rules.keys()
    start = rules["start"]
    assert told["text"][start["begin"] : start["end"]] == start["quote"] == "2024年5月18日至20日"
    assert "day" in start["rule"]


def test_a_fault_over_one_text_costs_that_text_alone(run, tmp_path: Path, monkeypatch) -> None:
    """Of many texts the one that this program stumbles over answers with its error, the others with their records."""
    from scrapers import extract

    read = extract.read_text

    def stumble(text: str, **told: str | None) -> object:
        if "绊" in text:
            raise KeyError("绊")
        return read(text, **told)

    monkeypatch.setattr(extract, "read_text", stumble)
    files = [tmp_path / name for name in ("good.txt", "bad.txt", "missing.txt", "also.txt")]
    for file, text in zip(
        files, ("3月16日,协会在南昌召开理事会。", "绊一跤。", None, "另一篇。"), strict=True
    ):
        if text:
            file.write_text(text, encoding="utf-8")
    code, out, *_ = run("records", *map(str, files))
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row.get("error") for row in rows] == [
        None,
        "cannot be read: KeyError: '绊'",
        "No such file or directory",
        None,
    ]
