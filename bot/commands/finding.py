"""`search`, `who`, `org`, `calendar`, `export`: what is stored, found again."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import groupby
from typing import Annotated, Any

import typer

from bot.app import App
from bot.config import Config
from bot.errors import UsageError
from bot.ics import calendar as to_ics
from bot.records.model import Record, StoredRecord
from bot.store import Appearance, Hit, OrganisationEntry, PersonEntry, Quote, Results, Wanted, parse_query
from bot.store.days import span
from bot.store.query import KIND_NAMES, HitKind, Query
from bot.wording import KIND_WORDS, PERSON_WORDS, ROLE_WORDS, local_day, say_date, say_person, say_span
from scrapers.model import Article

app = typer.Typer()

_UPCOMING_DAYS = 60
_KIND_WORDS = {**KIND_WORDS, "article": "资讯"}

AsJson = Annotated[bool, typer.Option("--json", help="one JSON document")]
Region = Annotated[
    list[str] | None, typer.Option("--region", metavar="R", help="province, such as 河南; may be repeated")
]
Kind = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="K", help="meeting, plan, event or article; may be repeated"),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="D", help="first day: 2025, 2025-03 or 2025-03-10")
]
Until = Annotated[str | None, typer.Option("--until", metavar="D", help="last day, included")]
Narrowed = Annotated[
    list[str] | None, typer.Option(help="as 主办: 人: 届: 来源: in the query; may be repeated")
]


@app.command()
def search(
    context: typer.Context,
    query: Annotated[
        list[str] | None, typer.Argument(help='words, "phrases", -exclude, OR, 地区:河南, 2024-01..2024-06')
    ] = None,
    region: Region = None,
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    host: Narrowed = None,
    person: Narrowed = None,
    edition: Narrowed = None,
    source: Narrowed = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="hits at most")] = 10,
    as_json: AsJson = False,
) -> None:
    """Find articles and records; the search that Telegram and the web page also use."""
    for number in edition or ():
        if not number.isdecimal():
            raise UsageError(f"--edition {number}: write a number, such as 25")
    first, last, kinds = _day(since, "--since", 0), _day(until, "--until", 1), _kinds(kind)

    def question(today: date) -> Query:
        asked = parse_query(" ".join(query or ()), today=today, limit=limit)
        return replace(
            asked,
            regions=(*asked.regions, *(region or ())),
            hosts=(*asked.hosts, *(host or ())),
            people=(*asked.people, *(person or ())),
            editions=(*asked.editions, *(edition or ())),
            sources=(*asked.sources, *(source or ())),
            kinds=(*asked.kinds, *kinds),
            since=first or asked.since,
            until=last or asked.until,
        )

    if question(date.min).empty:
        raise UsageError("search: nothing to look for; write a word, such as: zhouxun search 常务理事会")
    today, results = _ask(context, lambda running, today: running.store.search(question(today), today=today))
    if as_json:
        _print_json(_results_json(" ".join(query or ()), results))
    else:
        _print_results(results, today)


@app.command()
def who(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="a person's name, in characters or pinyin")],
    as_json: AsJson = False,
) -> None:
    """Show a person: posts over time, meetings, plans and events by date; namesakes apart."""
    today, found = _ask(context, lambda running, _: running.store.who(name))
    if as_json:
        _print_json([asdict(person) for person in found])
        return
    for person in found:
        _print_person(person, today)
    if not found:
        typer.echo(f"没有找到名为“{name}”的人", err=True)


@app.command()
def org(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="a body's name or a part of it, in characters or pinyin")],
    as_json: AsJson = False,
) -> None:
    """Show an association or company: officers, meetings, plans and events by date."""
    today, found = _ask(context, lambda running, _: running.store.organisations(name))
    if as_json:
        _print_json([asdict(body) for body in found])
        return
    for body in found:
        _print_body(body, today)
    if not found:
        typer.echo(f"没有找到名为“{name}”的单位", err=True)


@app.command()
def calendar(
    context: typer.Context,
    region: Region = None,
    kind: Kind = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="D", help="first day; default: today")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="D", help="last day; default: 60 days on")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List what takes place and what ends, day by day."""
    asked = Wanted(kinds=_record_kinds(kind), regions=tuple(region or ()))
    begin, end = _day(first, "--from", 0), _day(last, "--to", 1)

    def read(running: App, today: date) -> tuple[Wanted, list[StoredRecord]]:
        since = begin or today
        period = replace(asked, since=since, until=end or since + timedelta(days=_UPCOMING_DAYS))
        return period, running.store.records(period)

    today, (period, found) = _ask(context, read)
    if as_json:
        _print_json([stored.record.to_json() for stored in found])
        return
    for line in sorted(line for stored in found for line in _calendar_lines(stored, period, today)):
        typer.echo(line[1])


@app.command()
def export(
    context: typer.Context,
    what: Annotated[str, typer.Argument(help="articles or records", metavar="articles|records")],
    since: Since = None,
    until: Until = None,
    form: Annotated[str, typer.Option("--format", metavar="jsonl|csv|ics")] = "jsonl",
) -> None:
    """Write out all that is stored: articles by publication, records by the day they take place."""
    if what not in ("articles", "records"):
        raise UsageError(f"export: {what!r} cannot be exported; write articles or records")
    if form not in ("jsonl", "csv", "ics") or (what, form) == ("articles", "ics"):
        known = "jsonl or csv" if what == "articles" else "jsonl, csv or ics"
        raise UsageError(f"export {what}: no format {form!r}; write {known}")
    first, last = _day(since, "--since", 0), _day(until, "--until", 1)
    with App(context.obj.config) as running:
        if what == "articles":
            _write(_articles(running, first, last), form, _article_row)
        elif form == "ics":
            sys.stdout.buffer.write(to_ics(running.store.records(Wanted(since=first, until=last))))
        else:
            stored = running.store.records(Wanted(since=first, until=last))
            _write((one.record for one in stored), form, _record_row)


# --- asking ----------------------------------------------------------------------------------------


def _ask(context: typer.Context, question: Any) -> tuple[date, Any]:
    config: Config = context.obj.config
    with App(config) as running:
        today = local_day(running.now(), config.zone)
        return today, question(running, today)


def _kinds(values: Sequence[str] | None) -> tuple[HitKind, ...]:
    return tuple(_kind(value) for value in values or ())


def _kind(value: str) -> HitKind:
    if found := KIND_NAMES.get(value.lower()):
        return found
    near = get_close_matches(value, KIND_NAMES, 1)
    meant = f"; did you mean {near[0]}?" if near else ""
    raise UsageError(f"--kind {value}: write meeting, plan, event or article{meant}")


def _record_kinds(values: Sequence[str] | None) -> tuple[str, ...]:
    if "article" in (kinds := _kinds(values)):
        raise UsageError("--kind article: a calendar has meetings, plans and events only")
    return tuple(kinds)


def _day(value: str | None, option: str, end: int) -> date | None:
    if value is None:
        return None
    days = span(value)
    if days is None or value.startswith("--"):
        raise UsageError(f"{option} {value}: is no date; write 2025, 2025-03 or 2025-03-10")
    return days[end]


# --- printing --------------------------------------------------------------------------------------


def _print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False))


def _results_json(query: str, results: Results) -> dict[str, object]:
    return {
        "query": query,
        "total": results.total,
        "note": results.note,
        "hits": [_hit_json(hit) for hit in results.hits],
    }


def _hit_json(hit: Hit) -> dict[str, object]:
    plain = asdict(hit)
    plain["quote"], plain["marks"] = hit.quote.text, [list(mark) for mark in hit.quote.marks]
    return plain


def _print_results(results: Results, today: date) -> None:
    if results.note:
        typer.echo(results.note, err=True)
    for number, hit in enumerate(results.hits, 1):
        typer.echo(f"{number}. {_KIND_WORDS[hit.kind]}｜{typer.style(hit.title, bold=True)}")
        where = (say_date(hit.date, today), hit.place, f"主办 {hit.host}" if hit.host else None, hit.outlet)
        copies = f"另有 {hit.copies} 篇相同" if hit.copies else None
        typer.echo("   " + " · ".join(part for part in (*where, copies) if part))
        typer.echo(f"   {_marked(hit.quote)}")
        typer.echo(f"   {hit.url}\n")
    shown = len(results.hits)
    whole = "共" if shown <= results.total else "完全符合"
    typer.echo(f"{whole} {results.total} 条，显示 {shown} 条", err=True)


def _marked(quote: Quote) -> str:
    """Write a quote with its words in colour (dropped where the output is no terminal)."""
    parts, at = [], 0
    for begin, end in quote.marks:
        parts += [quote.text[at:begin], typer.style(quote.text[begin:end], fg="yellow", bold=True)]
        at = end
    return "".join([*parts, quote.text[at:]])


def _print_person(person: PersonEntry, today: date) -> None:
    typer.echo(typer.style(person.name, bold=True) + (f"（{person.region}）" if person.region else ""))
    for post in person.posts:
        title = f"{post.organisation or ''}{post.title or ''}"
        typer.echo(f"  {_period(post.first, post.last)}{title}")
    _print_appearances(person.appearances, PERSON_WORDS, today)


def _print_body(body: OrganisationEntry, today: date) -> None:
    typer.echo(typer.style(body.name, bold=True) + (f"（{body.region}）" if body.region else ""))
    if body.aliases:
        typer.echo(f"  又称 {'、'.join(body.aliases)}")
    for officer in body.officers:
        typer.echo(f"  {_period(officer.first, officer.last)}{officer.title or ''} {officer.name}")
    _print_appearances(body.appearances, ROLE_WORDS, today)


def _period(first: str | None, last: str | None) -> str:
    if not first:
        return ""
    return f"{first} " if first == last else f"{first} 至 {last} "


def _print_appearances(found: Iterable[Appearance], roles: dict[str, str], today: date) -> None:
    for one in found:
        role = f"（{roles[one.role]}）" if roles.get(one.role) else ""
        day = say_date(one.start, today) or "日期未详"
        typer.echo(f"  · {day} {_KIND_WORDS[one.kind]} {one.title}{role}")
    typer.echo("")


def _calendar_lines(stored: StoredRecord, period: Wanted, today: date) -> Iterator[tuple[str, str]]:
    record = stored.record
    host = next((body.name for body in record.organisations if body.role in ("host", "issuer")), None)
    rest = " · ".join(filter(None, (record.place.text if record.place else None, host)))
    tail = f"{record.name}" + (f" · {rest}" if rest else "")
    state = (
        "（已取消）" if record.status == "cancelled" else "（延期）" if record.status == "postponed" else ""
    )
    if record.start and _inside(record.start, record.end, period):
        yield (
            record.start,
            f"{say_span(record.start, record.end, today)}  {_KIND_WORDS[record.kind]}  {tail}{state}",
        )
    if record.deadline and _inside(record.deadline, None, period):
        yield record.deadline, f"{say_date(record.deadline, today)}  截止  {tail}{state}"


def _inside(start: str, end: str | None, period: Wanted) -> bool:
    first, last = span(start), span(end or start)
    if first is None or last is None:  # a day without a year: the store has found it near
        return True
    return (period.since or date.min) <= last[1] and first[0] <= (period.until or date.max)


# --- exporting -------------------------------------------------------------------------------------


def _articles(running: App, first: date | None, last: date | None) -> Iterator[Article]:
    for article in running.store.articles():
        seen = article.fetched.date() if article.fetched else None
        days = span(article.published) or ((seen, seen) if seen else (date.min, date.max))
        if (first or date.min) <= days[1] and days[0] <= (last or date.max):
            yield article


def _write(values: Iterable[Article | Record], form: str, row: Any) -> None:
    if form == "jsonl":
        for value in values:
            _print_json(value.to_json())
        return
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=True)
    writer = None
    for value in values:
        fields = row(value)
        if writer is None:
            writer = csv.DictWriter(out, fields)
            writer.writeheader()
        writer.writerow(fields)
    out.detach()


def _article_row(article: Article) -> dict[str, object]:
    return article.to_json()


def _record_row(record: Record) -> dict[str, object]:
    """Flatten a record for a spreadsheet: one line, lists joined by semicolons."""
    by_role = {
        role: "；".join(body.name for body in group)
        for role, group in groupby(sorted(record.organisations, key=lambda b: b.role), key=lambda b: b.role)
    }
    place = record.place
    return {
        "id": record.id,
        "kind": record.kind,
        "name": record.name,
        "status": record.status,
        "start": record.start,
        "end": record.end,
        "time_text": record.time_text,
        "deadline": record.deadline,
        "region": place.region if place else None,
        "city": place.city if place else None,
        "venue": place.venue if place else None,
        **{role: by_role.get(role) for role in ROLE_WORDS},
        "people": "；".join(map(say_person, record.people)),
        "items": "；".join(record.items),
        "series": record.series.name,
        "edition": record.series.edition,
        "document": record.document,
        "articles": " ".join(record.articles),
        "confidence": record.confidence,
    }
