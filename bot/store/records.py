"""Records as the fold of what each article said of them, merged while the article is written."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, or_, select, update

from bot.records.model import Evidence, Record, StoredRecord
from bot.store import days, registry
from bot.store.articles import batches, references
from bot.store.engine import put
from bot.store.schema import article, reading, record, record_key

try:
    from bot.records.merge import keys, merged, same  # type: ignore[import-not-found,unused-ignore]
except ImportError:  # merging has not landed yet: one id, one record

    def keys(value: Record) -> frozenset[str]:
        """Block by id."""
        return frozenset({value.id})

    def same(a: Record, b: Record) -> bool:
        """Tell whether two are one."""
        return a.id == b.id

    def merged(old: Record, new: Record) -> Record:
        """Join the articles and evidence."""
        joined = tuple(dict.fromkeys((*old.articles, *new.articles)))
        return replace(old, articles=joined, evidence=tuple(dict.fromkeys((*old.evidence, *new.evidence))))


_STOPS = "。！？\n"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading an article anew did: the ids in the order read, and the records that changed or went."""

    ids: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


def dump(value: Record) -> str:
    """Write a record as the contract's JSON."""
    return json.dumps(value.to_json(), ensure_ascii=False, separators=(",", ":"))


def load(body: str) -> Record:
    """Read it back."""
    return Record.from_json(json.loads(body))


def assign(connection: Connection, article_id: str, found: Sequence[Record], now: datetime) -> Outcome:
    """Put an article's records in place of what it said before, each joined to the record it is about."""
    own = [_of_article(value, article_id) for value in found]
    before = _readings_of(connection, article_id)
    names = _targets(connection, own)
    final = [replace(value, parent=names.get(value.parent or "", value.parent)) for value in own]
    after = [(names[value.id], dump(value)) for value in final]
    ids = tuple(dict.fromkeys(id for id, _ in after))
    if after == before:
        return Outcome(ids, (), ())
    _reserve(connection, ids, final, names, now)
    connection.execute(delete(reading).where(reading.c.article == article_id))
    if after:
        row = {"article": article_id}
        rows = [row | {"position": n, "record": id, "body": body} for n, (id, body) in enumerate(after)]
        connection.execute(reading.insert(), rows)
    touched = dict.fromkeys([*(id for id, _ in before), *ids])
    outcomes = {id: _fold(connection, id, now) for id in touched}
    return Outcome(
        ids,
        tuple(id for id, outcome in outcomes.items() if outcome == "changed"),
        tuple(id for id, outcome in outcomes.items() if outcome == "gone"),
    )


def _of_article(value: Record, article_id: str) -> Record:
    evidence = tuple(replace(entry, article=article_id) for entry in value.evidence)
    return replace(value, evidence=evidence, articles=(article_id,))


def _readings_of(connection: Connection, article_id: str) -> list[tuple[str, str]]:
    query = select(reading.c.record, reading.c.body).where(reading.c.article == article_id)
    return [(id, body) for id, body in connection.execute(query.order_by(reading.c.position))]


def _targets(connection: Connection, found: Sequence[Record]) -> dict[str, str]:
    """Say for each record just read under which id it is stored: an older one's, or its own."""
    blocks = {value.id: keys(value) for value in found}
    stored = _candidates(connection, found, frozenset().union(*blocks.values()))
    names: dict[str, str] = {}
    for value in found:
        if value.id in names:  # said twice in one reading
            continue
        match = stored.get(value.id) or next((other for other in stored.values() if same(other, value)), None)
        names[value.id] = match.id if match else value.id
        stored[names[value.id]] = merged(match, value) if match else value
    return names


def _candidates(
    connection: Connection, found: Sequence[Record], wanted: Collection[str]
) -> dict[str, Record]:
    ids: set[str] = {value.id for value in found}
    for part in batches(sorted(wanted)):
        ids.update(connection.scalars(select(record_key.c.record).where(record_key.c.key.in_(part))))
    rows = [
        row
        for part in batches(sorted(ids))
        for row in connection.execute(
            select(record.c.id, record.c.body, record.c.first_seen).where(record.c.id.in_(part))
        )
    ]
    return {row.id: load(row.body) for row in sorted(rows, key=lambda row: (row.first_seen, row.id))}


def _reserve(
    connection: Connection,
    ids: Iterable[str],
    found: Sequence[Record],
    names: Mapping[str, str],
    now: datetime,
) -> None:
    """Make rows for the records that are new, so that readings may point at them; _fold fills them."""
    there = set(connection.scalars(select(record.c.id).where(record.c.id.in_(list(ids)))))
    first = {names[value.id]: value for value in reversed(found)}
    blank = {"name": "", "confidence": 0.0, "body": "", "first_seen": now, "last_seen": now, "revision": -1}
    put(connection, record, [{"id": id, "kind": first[id].kind, **blank} for id in ids if id not in there])


def _fold(connection: Connection, id: str, now: datetime) -> str:
    """Make a record anew from its readings.

    Returns:
        `changed`, `same`, or `gone` where no reading is left.
    """
    query = (
        select(reading.c.body, article.c.published)
        .join(article, article.c.id == reading.c.article)
        .where(reading.c.record == id)
        .order_by(article.c.first_seen, article.c.id, reading.c.position)
    )
    rows = connection.execute(query).all()
    if not rows:
        connection.execute(delete(record).where(record.c.id == id))
        return "gone"
    whole = replace(load(rows[0].body), id=id)
    for row in rows[1:]:
        whole = merged(whole, load(row.body))
    old = connection.execute(select(record).where(record.c.id == id)).one()
    body = dump(whole)
    if body == old.body:
        return "same"
    news = not old.body or _facts(load(old.body)) != _facts(whole)
    values = _columns(whole, body, min((row.published for row in rows if row.published), default=None))
    if news:
        values |= {"revision": old.revision + 1, "last_seen": now}
    connection.execute(update(record).where(record.c.id == id).values(values))
    _index_keys(connection, whole)
    registry.write(connection, whole)
    return "changed"


def _facts(value: Record) -> Record:
    """Leave out what a further report adds without saying anything new."""
    evidence: tuple[Evidence, ...] = ()
    return replace(value, evidence=evidence, articles=(), confidence=0.0)


def _columns(value: Record, body: str, published: str | None) -> dict[str, Any]:
    lasts = days.record_span(value.start, value.end, published)
    deadline = days.span(value.deadline, published)
    return {
        "kind": value.kind,
        "name": value.name,
        "status": value.status,
        "first_day": lasts[0].toordinal() if lasts else None,
        "last_day": lasts[1].toordinal() if lasts else None,
        "deadline_day": deadline[1].toordinal() if deadline else None,
        "series": value.series.name,
        "edition": value.series.edition,
        "confidence": value.confidence,
        "body": body,
    }


def _index_keys(connection: Connection, value: Record) -> None:
    connection.execute(delete(record_key).where(record_key.c.record == value.id))
    put(connection, record_key, [{"key": key, "record": value.id} for key in sorted(keys(value))])


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records are asked for; empty or None asks for all.

    ``since``/``until`` are days on which a record takes place or its deadline falls, both
    included; ``updated_since``/``updated_until`` times at which it first said something new.
    """

    kinds: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    updated_since: datetime | None = None
    updated_until: datetime | None = None
    min_confidence: float = 0.0


def listed(connection: Connection, wanted: Wanted) -> list[StoredRecord]:
    """Return records by the day they take place, those without one last."""
    query = select(record).where(record.c.confidence >= wanted.min_confidence, record.c.body != "")
    if wanted.kinds:
        query = query.where(record.c.kind.in_(wanted.kinds))
    if wanted.updated_since:
        query = query.where(record.c.last_seen >= wanted.updated_since)
    if wanted.updated_until:
        query = query.where(record.c.last_seen < wanted.updated_until)
    if wanted.since or wanted.until:
        low = (wanted.since or date.min).toordinal()
        high = (wanted.until or date.max).toordinal()
        query = query.where(
            or_(
                (record.c.first_day <= high) & (record.c.last_day >= low),
                record.c.deadline_day.between(low, high),
            )
        )
    order = (record.c.first_day.is_(None), record.c.first_day, record.c.deadline_day, record.c.id)
    return stored(
        connection, [row for row in connection.execute(query.order_by(*order)) if _in(row, wanted.regions)]
    )


def _in(row: Row[Any], regions: tuple[str, ...]) -> bool:
    return not regions or not registry.regions(load(row.body)).isdisjoint(regions)


def by_ids(connection: Connection, ids: Sequence[str]) -> dict[str, StoredRecord]:
    """Return the records with these ids."""
    rows = [
        row
        for part in batches(ids)
        for row in connection.execute(select(record).where(record.c.id.in_(part)))
    ]
    return {value.record.id: value for value in stored(connection, rows)}


def stored(connection: Connection, rows: Sequence[Row[Any]]) -> list[StoredRecord]:
    """Make StoredRecords of rows of the table, with their articles."""
    values = [load(row.body) for row in rows]
    seen = references(connection, sorted({id for value in values for id in value.articles}))
    quotes = _quotes(connection, values)
    return [
        StoredRecord(
            value,
            row.first_seen,
            row.last_seen,
            tuple(seen[id] for id in value.articles if id in seen),
            quotes.get(value.id, ""),
        )
        for row, value in zip(rows, values, strict=True)
    ]


def _quotes(connection: Connection, values: Sequence[Record]) -> dict[str, str]:
    """Return for each record the whole sentence in which its date, or else its name, stands."""
    shown = {value.id: entry for value in values if (entry := _telling(value))}
    ids = sorted({entry.article for entry in shown.values() if entry.article})
    query = select(article.c.id, article.c.text)
    texts = {
        row.id: row.text
        for part in batches(ids)
        for row in connection.execute(query.where(article.c.id.in_(part)))
    }
    return {
        id: sentence_at(texts.get(entry.article, ""), entry.begin, entry.end) for id, entry in shown.items()
    }


def _telling(value: Record) -> Evidence | None:
    by_field = {entry.field: entry for entry in reversed(value.evidence) if entry.article}
    return next((by_field[name] for name in ("start", "name", "deadline") if name in by_field), None)


def sentence_at(text: str, begin: int, end: int) -> str:
    """Return the sentence around a quote: from the full stop or line before it to the one after."""
    first = max(text.rfind(mark, 0, begin) for mark in _STOPS) + 1
    lasts = [at for mark in _STOPS if (at := text.find(mark, end)) >= 0]
    last = min(lasts, default=len(text))
    return text[first : last + 1].strip() if begin < len(text) else ""


def all_ids(connection: Connection) -> list[str]:
    """Return the ids of all records, oldest first."""
    return list(connection.scalars(select(record.c.id).order_by(record.c.first_seen, record.c.id)))


def of_articles(connection: Connection, ids: Sequence[str]) -> dict[str, list[Record]]:
    """Return the records that each article tells of."""
    query = select(reading.c.article, reading.c.record).where(reading.c.article.in_(ids))
    pairs = [(row.article, row.record) for row in connection.execute(query.order_by(*reading.primary_key))]
    stored = by_ids(connection, list(dict.fromkeys(id for _, id in pairs)))
    found: dict[str, list[Record]] = {}
    for article_id, id in pairs:
        found.setdefault(article_id, []).append(stored[id].record)
    return found
