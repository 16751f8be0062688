"""The store's contract, the same over SQLite and PostgreSQL."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path
from unittest.mock import patch

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select

from bot.config import Subscriber
from bot.errors import StoreError
from bot.records.model import Evidence, Organisation, Place, Record, Status
from bot.store import SourceState, Store, StoredSubscriber, Wanted, migrate, parse_query, schema
from bot.store.engine import connect, resolve, transaction
from scrapers.model import Article, Cut, Page, article_id

NOW = datetime(2025, 3, 12, 8, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
URL = "https://www.example.org/news/1.html"
TEXT = "3月10日,浙江省服装行业协会各地秘书长联席会议在杭州召开。\n会议由赵悦主持。"


def an_article(url: str = URL, text: str = TEXT, title: str = "联席会议召开", **other: object) -> Article:
    return replace(
        Article(article_id(url), "zj", url, title, "2025-03-11", "协会网", None, text, NOW, text), **other
    )


def a_record(id: str = "r1", name: str = "秘书长联席会议", **other: object) -> Record:
    record = Record(
        id,
        "meeting",
        name,
        start="2025-03-10",
        status="held",
        place=Place("杭州", region="浙江", city="杭州"),
        organisations=(Organisation("浙江省服装行业协会", "host"),),
        evidence=(Evidence("start", "3月10日", 0, 5),),
        confidence=0.9,
    )
    return replace(record, **other)


def test_an_article_is_new_once_and_then_the_same(store: Store) -> None:
    """The second fetch of an address changes nothing, however the address is spelt."""
    assert store.save(an_article(), [], now=NOW).state == "new"
    again = an_article(url="http://www.example.org:80/news/1.html?utm_source=x#top")
    saved = store.save(again, [], now=LATER)
    assert (saved.state, saved.article_id) == ("same", an_article().id)
    assert [a.url for a in store.articles()] == [URL]


def test_an_article_comes_back_whole(store: Store) -> None:
    """What the chain saw on the way (original, damage, cuts) is kept with the text."""
    article = an_article(original="會議", damaged=("發展?jié)",), cuts=(Cut("jammer", "防采集", "abc"),))
    store.save(article, [], now=NOW)
    assert store.article(article.id) == article
    assert store.article("nothing") is None


def test_what_a_database_cannot_keep_is_dropped(store: Store) -> None:
    """NUL and lone surrogates in a page do not fail the article."""
    saved = store.save(an_article(text="甲\x00乙\ud800丙", title="\x00题"), [], now=NOW)
    article = store.article(saved.article_id)
    assert (article.text, article.title) == ("甲乙丙", "题")


def test_an_edit_keeps_the_earlier_text(store: Store) -> None:
    """A changed article is stored in place, and its earlier text as a version."""
    store.save(an_article(), [], now=NOW)
    saved = store.save(an_article(text="会议延期。"), [], now=LATER)
    assert saved.state == "changed"
    assert store.article(saved.article_id).text == "会议延期。"
    (version,) = store.versions(saved.article_id)
    assert (version.version, version.text, version.replaced) == (1, TEXT, LATER)


def test_known_answers_in_the_spelling_asked(store: Store) -> None:
    """Addresses are compared in their canonical form and returned as given."""
    store.save(an_article(), [], now=NOW)
    asked = ["http://www.example.org/news/1.html", "https://www.example.org/news/2.html"]
    assert store.known(asked) == {asked[0]}
    assert store.known([]) == frozenset()


def test_of_many_writers_of_one_address_exactly_one_is_told_new(store: Store) -> None:
    """The database settles what is new, whoever comes first."""
    with ThreadPoolExecutor(8) as pool:
        states = list(pool.map(lambda _: store.save(an_article(), [a_record()], now=NOW).state, range(16)))
    assert sorted(states) == ["new"] + ["same"] * 15
    assert len(store.records()) == 1


def test_a_record_comes_back_with_its_articles(store: Store) -> None:
    """A stored record names its articles, and each quote the article it stands in."""
    saved = store.save(an_article(), [a_record()], now=NOW)
    (stored,) = store.records()
    assert (stored.first_seen, stored.last_seen) == (NOW, NOW)
    assert stored.record.articles == (saved.article_id,)
    assert stored.record.evidence[0].article == saved.article_id
    assert [(a.url, a.title, a.outlet, a.source) for a in stored.articles] == [
        (URL, "联席会议召开", "协会网", "zj")
    ]
    assert store.record(stored.record.id) == stored


def test_a_record_goes_when_no_article_tells_of_it_any_more(store: Store) -> None:
    """An edit that drops a record drops it from the store, unless another article tells of it."""
    other = an_article(url="https://b.example.org/2")
    store.save(an_article(), [a_record(), a_record("r2", "另一场展会")], now=NOW)
    store.save(other, [a_record()], now=NOW)
    store.save(an_article(text="改稿"), [], now=LATER)
    (left,) = store.records()
    assert left.record.articles == (other.id,)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["held", "fair", "call"]),
        (Wanted(kinds=("event",)), ["fair"]),
        (Wanted(regions=("浙江",)), ["held"]),
        (Wanted(since=date(2025, 4, 2), until=date(2025, 4, 30)), ["fair"]),
        (Wanted(since=date(2025, 5, 1), until=date(2025, 5, 31)), ["call"]),
        (Wanted(since=date(2025, 3, 10), until=date(2025, 3, 10)), ["held"]),
        (Wanted(min_confidence=0.8), ["held", "fair"]),
        (Wanted(updated_since=LATER), []),
        (Wanted(updated_since=NOW, updated_until=LATER), ["held", "fair", "call"]),
    ],
)
def test_records_are_asked_for_by_kind_place_day_and_novelty(
    store: Store, wanted: Wanted, found: list[str]
) -> None:
    """Records come by day; a deadline counts as a day of its own; a day without a year is the nearest."""
    nowhere = {"place": None, "organisations": ()}
    fair = a_record("fair", "服装博览会", kind="event", start="--04-01", end="--04-03", **nowhere)
    call = a_record(
        "call", "申报通知", kind="plan", start=None, deadline="2025-05-31", confidence=0.6, **nowhere
    )
    store.save(an_article(), [a_record("held"), fair, call], now=NOW)
    assert [stored.record.id for stored in store.records(wanted)] == found


def test_a_record_is_fresh_again_only_when_it_says_something_new(store: Store) -> None:
    """Another report of the same facts adds an article, not news."""
    store.save(an_article(), [a_record()], now=NOW)
    store.save(an_article(url="https://b.example.org/2"), [a_record()], now=LATER)
    (stored,) = store.records()
    assert (len(stored.articles), stored.last_seen) == (2, NOW)
    store.save(an_article(text="改稿"), [a_record(status="cancelled")], now=LATER)
    store.save(
        an_article(url="https://b.example.org/2", text="改"), [a_record(status="cancelled")], now=LATER
    )
    (stored,) = store.records()
    assert (stored.record.status, stored.last_seen) == ("cancelled", LATER)


def told(store: Store, n: int, day: str | None, name: str, **other: object) -> str:
    """Save an article of a day that tells of a meeting; return the record it was found to tell of."""
    article = an_article(
        url=f"https://a.example.org/{n}", text=f"第{n}篇", published=other.pop("published", day)
    )
    found = a_record(id=f"m{n}", name=name, start=day, place=None, organisations=(), **other)
    return store.save(article, [found], now=NOW + timedelta(minutes=n)).record_ids[0]


def test_what_was_put_off_by_a_year_is_found_among_many_near(store: Store) -> None:
    """However many other meetings lie nearer in time and end alike, the one announced before is known again."""
    first = told(store, 0, "2024-05-20", "第六届滨江童装行业年会", status="upcoming")
    for n in range(1, 60):
        told(store, n, "2025-03-10", f"第{n + 10}届{chr(0x5000 + 31 * n)}江镇针织行业年会")
    assert told(store, 99, "2025-03-10", "第六届滨江童装行业年会", status="postponed") == first


def test_a_meeting_told_in_other_words_is_found_among_many_on_its_day(store: Store) -> None:
    """However many other meetings of one day have words in common with it, the few letters of its own tell it."""
    first = told(store, 0, "2025-03-10", "滨江童装行业年会")
    for n in range(1, 80):
        told(store, n, "2025-03-10", f"{chr(0x5000 + 31 * n)}江镇针织行业年会")
    assert told(store, 99, "2025-03-11", "滨江市童装产业年会") == first


def test_a_report_without_its_day_is_that_of_the_meeting_of_those_weeks(store: Store) -> None:
    """日前 tells no day: the record of the same weeks is taken, under whatever part of the name, none of another year."""
    old = told(store, 0, "2023-03-20", "滨江市童装产业链招商推进大会")
    first = told(store, 1, "2024-03-21", "滨江市童装产业链招商推进大会")
    assert told(store, 2, None, "童装产业链招商推进大会", published="2024-03-25") == first != old
    assert told(store, 3, None, "童装产业链招商推进大会", published="2026-08-25") not in (first, old)


def test_what_was_called_off_and_has_no_day_left_lies_near_all_that_told_of_it(store: Store) -> None:
    """A fair announced in winter and called off in summer is told of once more, without its day, by another paper."""
    first = told(store, 0, "2024-05-15", "滨江国际童装博览会", status="upcoming", published="2024-01-16")
    fair, again = "2024滨江国际童装博览会", "滨江国际童装博览会"
    assert told(store, 1, None, fair, status="cancelled", published="2024-07-25") == first
    assert told(store, 2, None, again, status="cancelled", published="2024-07-29") == first
    assert told(store, 3, None, again, published="2025-07-29") != first


def test_namesakes_of_one_year_are_kept_under_ids_of_their_own(store: Store) -> None:
    """全省…现场会 of two provinces in one year have one name: the second keeps an id of its own, told again or not."""

    def save(n: int, day: str, town: str, province: str) -> str:
        place = Place(town, province, town)
        found = a_record(id="one", name="全省毛纺技改现场会", start=day, place=place, organisations=())
        article = an_article(url=f"https://a.example.org/{n}", text=f"第{n}篇", published=day)
        return store.save(article, [found], now=NOW + timedelta(minutes=n)).record_ids[0]

    first, second = save(0, "2024-06-11", "咸阳", "陕西"), save(1, "2024-06-25", "襄阳", "湖北")
    assert first != second
    assert (save(2, "2024-06-11", "咸阳", "陕西"), save(3, "2024-06-25", "襄阳", "湖北")) == (first, second)
    assert save(1, "2024-06-25", "襄阳", "湖北") == second


def test_of_several_that_may_be_it_the_nearest_is_taken(store: Store) -> None:
    """A fair told without its edition, put off by a month, is this year's and not last year's."""
    last = told(store, 0, "2019-11-21", "第二十四届中国(滨江)国际童装交易会")
    this = told(store, 1, "2020-12-18", "第二十五届中国(滨江)国际童装交易会", status="postponed")
    assert told(store, 2, "2020-12-18", "中国(滨江)国际童装交易会", status="postponed") == this != last


def test_a_report_without_the_year_is_that_of_the_year_beside(store: Store) -> None:
    """--12-30 told in the middle of the year may be the one before or the one to come, not one of other years."""
    old = told(store, 0, "2021-12-30", "滨江童装行业年会")
    first = told(store, 1, "2024-12-30", "滨江童装行业年会")
    assert told(store, 2, "--12-30", "滨江童装行业年会", published="2025-07-20") == first != old


def test_what_an_older_program_worked_out_is_made_anew(store: Store, database: str, tmp_path: Path) -> None:
    """Keys and index of another version are built again on opening, and the progress is told."""
    first = told(store, 1, "2024-12-30", "滨江童装行业年会")
    with store._writing() as connection:
        connection.execute(schema.record_key.delete())
        connection.execute(schema.meta.delete())
    seen = []
    with Store.open(database, root=tmp_path, progress=lambda *now: seen.append(now)) as again:
        assert told(again, 2, "2024-12-30", "滨江童装行业年会") == first
    assert seen == [("records", 1, 1), ("copies", 1, 1), ("search", 1, 1)]


def bands(store: Store) -> set[str]:
    with store._reading() as connection:
        return set(connection.scalars(select(schema.article_band.c.article)))


def test_what_was_said_before_or_is_forgotten_is_no_original(
    store: Store, database: str, tmp_path: Path
) -> None:
    """A text is a copy of what another article says now; made anew or not, nothing of what is gone is compared."""
    told, other = TEXT * 3, "纺织产业集群举行春季采购对接活动，百余家工厂带来新品面料。" * 3
    first = store.save(an_article(text=told), [], now=NOW).article_id
    with store._writing() as connection:
        connection.execute(schema.article_band.delete())
        connection.execute(schema.meta.delete())
    with Store.open(database, root=tmp_path) as again:
        assert bands(again) == {first}
        again.save(an_article(text=other), [], now=LATER)
        again.save(an_article("https://b.example.org/2", told), [], now=LATER)
        copy = again.save(an_article("https://b.example.org/3", told), [], now=LATER).article_id
        with again._reading() as connection:
            folds = dict(connection.execute(select(schema.article.c.id, schema.article.c.fold)).all())
        assert folds[copy] == article_id("https://b.example.org/2")
        assert folds[first] == first
        again.prune(pages_before=NOW, articles_before=LATER + timedelta(days=1), now=LATER)
        assert bands(again) == set()


def test_raw_pages_are_kept_and_pruned(store: Store) -> None:
    """A page comes back byte for byte, until it is pruned by age."""
    page = Page(URL, URL, 200, {"content-type": "text/html"}, b"\xd6\xd0\x00" * 999, NOW)
    saved = store.save(an_article(), [], page=page, now=NOW)
    (raw,) = store.raw_pages()
    assert (raw.article, raw.source, raw.page) == (saved.article_id, "zj", page)
    assert list(store.raw_pages(["other"])) == []


def test_source_states_come_back_as_they_were(store: Store) -> None:
    """A source's state is replaced whole; a source never polled has a blank one."""
    assert store.source_state("zj") == SourceState("zj")
    state = SourceState("zj", '"e"', None, "h", NOW, NOW, LATER, 2, 5, "down", NOW, "无应答", {"list": ["a"]})
    store.save_source_state(state)
    store.save_source_state(replace(state, failures=3))
    assert store.source_states() == (replace(state, failures=3),)


def test_subscribers_are_one_for_each_address(store: Store) -> None:
    """Subscribing again changes the choice; the token finds them; a moved group keeps its choice."""
    chat = Subscriber(telegram=-100, regions=("河南",))
    store.save_subscriber(StoredSubscriber(chat, token="t1"), NOW)
    store.save_subscriber(
        StoredSubscriber(chat.model_copy(update={"kinds": ("plan",)}), token="t2", paused=True), LATER
    )
    (stored,) = store.subscribers()
    assert (stored.subscriber.kinds, stored.paused, stored.created) == (("plan",), True, NOW)
    assert store.subscriber_by_token("t1") is None
    assert store.subscriber_by_token("t2") == stored
    assert store.move_subscriber(chat, Subscriber(telegram=-200))
    assert store.subscriber(Subscriber(telegram=-200)).subscriber.kinds == ("plan",)
    assert store.remove_subscriber(Subscriber(telegram=-200))
    assert not store.remove_subscriber(Subscriber(telegram=-200))


def test_an_issue_is_put_into_the_ledger_once(store: Store) -> None:
    """A repeat adds nothing, even if the parts were cut otherwise."""
    assert store.enqueue("2025-W11", "email:a@example.org", "email", ["一", "二"], NOW) == 2
    assert store.enqueue("2025-W11", "email:a@example.org", "email", ["一", "二", "三"], LATER) == 0
    assert store.enqueue("2025-W11", "telegram:1", "telegram", ["一"], NOW) == 1
    assert store.subscribers_of("2025-W11") == {"email:a@example.org", "telegram:1"}
    assert store.subscribers_of("2025-W12") == frozenset()
    assert [(d.part, d.state, d.payload) for d in store.deliveries(subscriber="email:a@example.org")] == [
        (0, "pending", "一"),
        (1, "pending", "二"),
    ]


def test_a_row_is_claimed_by_one_and_settled(store: Store) -> None:
    """Of many claimers exactly one gets the row, and a settled row cannot be claimed."""
    key = ("2025-W11", "telegram:1", "telegram")
    store.enqueue(*key, ["一"], NOW)
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: store.claim(*key, 0, NOW), range(16))) == 1
    store.settle(*key, 0, "sent", "message 7", LATER)
    assert not store.claim(*key, 0, LATER)
    (row,) = store.deliveries(state="sent")
    assert (row.attempts, row.answer, row.updated) == (1, "message 7", LATER)
    assert store.counters().deliveries == {"sent": 1}


def test_of_each_issue_only_the_next_part_is_due_and_not_before_its_time(store: Store) -> None:
    """Parts arrive in order: one that waits holds back those behind it, one that failed does not."""
    key = ("2025-W11", "telegram:1", "telegram")
    store.enqueue(*key, ["一", "二", "三"], NOW)
    store.enqueue("2025-W11", "telegram:2", "telegram", ["甲"], NOW)
    assert [(d.subscriber, d.part) for d in store.due_deliveries(NOW, 9)] == [
        ("telegram:1", 0),
        ("telegram:2", 0),
    ]
    store.claim(*key, 0, NOW)
    assert [d.subscriber for d in store.due_deliveries(NOW, 9)] == ["telegram:2"]
    store.settle(*key, 0, "pending", "429", NOW, due=LATER)
    assert [d.subscriber for d in store.due_deliveries(NOW, 9)] == ["telegram:2"]
    assert not store.claim(*key, 0, NOW)
    assert [(d.part, d.due) for d in store.due_deliveries(LATER, 9)] == [(0, None), (0, LATER)]
    store.settle(*key, 0, "failed", "no", LATER)
    assert [d.part for d in store.due_deliveries(NOW, 1)] == [1]


def test_what_waits_for_one_subscriber_is_set_aside(store: Store) -> None:
    """Neither what was sent nor what waits for others is touched."""
    for name in ("telegram:1", "telegram:2"):
        store.enqueue("2025-W11", name, "telegram", ["一", "二"], NOW)
        store.settle("2025-W11", name, "telegram", 0, "sent", "message 1", NOW)
    assert store.pause_deliveries("telegram:1", "blocked", LATER) == 1
    assert [d.state for d in store.deliveries()] == ["sent", "paused", "sent", "pending"]


def test_a_moved_subscriber_takes_what_was_sent_along(store: Store) -> None:
    """The ledger goes with the subscriber, so that nothing is sent again to the new address."""
    old, new = Subscriber(telegram=-1), Subscriber(telegram=-1001)
    store.save_subscriber(StoredSubscriber(old), NOW)
    store.save_subscriber(StoredSubscriber(new), NOW)
    store.enqueue("2025-W11", old.key, "telegram", ["一"], NOW)
    store.enqueue("2025-W12", old.key, "telegram", ["一"], NOW)
    store.enqueue("2025-W12", new.key, "telegram", ["一"], NOW)
    assert store.move_subscriber(old, new)
    assert [s.subscriber for s in store.subscribers()] == [new]
    assert [d.issue for d in store.deliveries(subscriber=new.key)] == ["2025-W11", "2025-W12"]


def test_what_a_dead_process_was_sending_is_ambiguous_until_put_back(store: Store) -> None:
    """Recovery touches only what was claimed before the given time; putting back is a decision."""
    key = ("2025-W11", "telegram:1", "telegram")
    store.enqueue(*key, ["一", "二", "三"], NOW)
    store.claim(*key, 0, NOW)
    store.claim(*key, 1, LATER)
    assert store.recover(LATER, claimed_before=NOW) == 1
    assert [d.state for d in store.deliveries()] == ["ambiguous", "sending", "pending"]
    assert store.requeue(issue="2025-W11", states=["ambiguous"], now=LATER) == 1
    assert store.claim(*key, 0, LATER)


def test_a_value_is_kept_by_its_key(store: Store) -> None:
    """The last value set is the one got."""
    assert store.get("offset") is None
    store.set("offset", "1")
    store.set("offset", "2")
    assert store.get("offset") == "2"


def test_the_migrations_make_the_schema_the_program_uses(database: str, tmp_path: Path) -> None:
    """No table, column or index differs between a database as old as can be and a new one."""
    engine = connect(resolve(database, tmp_path))
    with transaction(engine, writing=True) as connection:
        migrate._run(connection)
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
        assert migrate.revision(connection) == migrate.HEAD
        assert connection.execute(select(schema.search_state)).all() == [(1, 0, 0, 0)]
    engine.dispose()
    with Store.open(database, root=tmp_path) as store:
        assert store.save(an_article(), [], now=NOW).state == "new"


def test_a_new_database_is_made_without_the_migrations(database: str, tmp_path: Path) -> None:
    """It has what they make, and counts as brought to the newest of them."""
    with (
        patch.object(migrate, "_run", side_effect=AssertionError),
        Store.open(database, root=tmp_path) as store,
        store._reading() as connection,
    ):
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
        assert connection.execute(select(schema.search_state.c.id)).all() == [(1,)]
        assert inspect(connection).get_pk_constraint("alembic_version")["constrained_columns"] == [
            "version_num"
        ]
        assert migrate.revision(connection) == migrate.HEAD


def test_two_programs_may_open_a_new_database_at_once(database: str, tmp_path: Path) -> None:
    """One migrates, the others wait and go on."""
    barrier = threading.Barrier(4)

    def open_it(_: int) -> int:
        barrier.wait()
        with Store.open(database, root=tmp_path) as opened:
            return opened.counters().articles

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(open_it, range(4))) == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://x/y", "only sqlite"),
        ("nonsense", "no database URL"),
        ("postgresql://127.0.0.1:1/x", "no server answers there"),
    ],
)
def test_a_bad_url_gives_one_clear_line(url: str, said: str, tmp_path: Path) -> None:
    """Opening fails with a line an operator can act on."""
    with pytest.raises(StoreError, match=said) as caught:
        Store.open(url, root=tmp_path)
    assert "\n" not in str(caught.value)


def test_a_cups_final_is_found_in_the_year_it_was_announced_for(store: Store) -> None:
    """Nobody calls it put off: the final held in August is still looked for among what was announced for April."""
    name = "“云帆杯”泳装设计大赛决赛"
    first = told(store, 1, "2031-04", name, kind="event", status="upcoming", published="2031-03-02")
    assert told(store, 2, "2031-08-12", name, kind="event") == first
    assert told(store, 3, "2032-08-10", name, kind="event") != first


def _fair(id: str, name: str, start: str, status: Status = "upcoming", **other: object) -> Record:
    town = Place("江口会展中心", region="江苏", city="南通")
    return Record(
        id, "event", name, status=status, start=start, end=start, place=town, confidence=0.9, **other
    )


# Announced, put off, and told again without its count: each but the second alone proves nothing.
PUT_OFF = (
    _fair("f1", "第六届江口国际毛巾博览会", "2024-05-10"),
    _fair("f2", "第六届江口国际毛巾博览会", "2024-07-18", "postponed"),
    _fair("f3", "江口毛巾博览会", "2024-07-18", "held"),
)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_was_put_off_is_one_in_whatever_order_it_is_told(tmp_path: Path, order: tuple[int, ...]) -> None:
    """The notice that a fair is put off joins the records that stood for it before, which then leave search too."""
    with Store.open("sqlite:///z.db", root=tmp_path) as store:
        for count, n in enumerate(order):
            article = an_article(f"https://www.example.org/{n}.html", f"{TEXT}{n}")
            store.save(article, [PUT_OFF[n]], now=NOW + timedelta(hours=count))
        (one,) = store.records()
        assert (one.record.name, one.record.start) == (PUT_OFF[0].name, "2024-07-18")
        assert len(one.record.articles) == len(one.articles) == 3
        assert one.first_seen == NOW
        found = store.search(parse_query("毛巾博览会 类型:活动"), today=NOW.date())
        assert [hit.id for hit in found.hits] == [one.record.id]


def test_what_is_within_a_fair_stays_within_it_when_it_is_joined_to_another(store: Store) -> None:
    """A forum whose fair turns out to be one stored before names that one as its own."""
    forum = a_record("g1", "江口毛巾设计论坛", start="2024-07-18", parent="f3", place=None, organisations=())
    for n, found in enumerate(([PUT_OFF[0]], [PUT_OFF[2], forum], [PUT_OFF[1]])):
        store.save(an_article(f"https://www.example.org/{n}.html", f"{TEXT}{n}"), found, now=NOW)
    assert {s.record.id: s.record.parent for s in store.records()} == {"f1": None, "g1": "f1"}


def test_what_one_article_tells_as_two_stays_two(store: Store) -> None:
    """Two fairs told side by side are not joined by a third report, however like it they are."""
    spring, again = _fair("f1", "江口毛巾博览会", "2024-05-10"), _fair("f3", "江口毛巾博览会", "2024-07-18")
    for n, found in enumerate(([spring, again], [replace(PUT_OFF[1], id="f2")])):
        store.save(an_article(f"https://www.example.org/{n}.html", f"{TEXT}{n}"), found, now=NOW)
    assert len(store.records()) == 2
