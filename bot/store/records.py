"""Records as the fold of what each article said of them, merged while the article is written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Integer, Row, bindparam, delete, func, or_, select, update

from bot.records.merge import Follow, follows, keys, merged, same
from bot.records.model import Evidence, Record, StoredRecord
from bot.store import days, registry
from bot.store.articles import batches, references
from bot.store.engine import put
from bot.store.schema import article, reading, record, record_key
from scrapers.model import Article

_STOPS = "。！？\n"
_MOST_ALIKE = 40  # stored records that one just read is compared with
_UNDATED = 30  # a record without a day is compared as if it lay so many days off


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading an article anew did to records.

    ``told`` are the records it tells of, in the order read, as merged; ``changed`` those of all
    records touched that are not as they were; ``gone`` the ids of those no article tells of now.
    """

    told: tuple[Record, ...] = ()
    changed: tuple[Record, ...] = ()
    gone: tuple[str, ...] = ()


def dump(value: Record) -> str:
    """Write a record as the contract's JSON."""
    return json.dumps(value.to_json(), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1024)  # those of these days are compared with article after article
def load(body: str) -> Record:
    """Read it back."""
    return Record.from_json(json.loads(body))


def assign(
    connection: Connection, value: Article, found: Sequence[Record], now: datetime, *, fresh: bool
) -> Outcome:
    """Put an article's records in place of what it said before, each joined to the record it is about.

    Args:
        connection: a writing transaction.
        value: the article, under the id it is stored by.
        found: what was read out of it.
        now: written down as the time of what is new.
        fresh: the article was not stored before.
    """
    if fresh and not found:
        return Outcome()
    before = [] if fresh else _readings_of(connection, value.id)
    own = [_of_article(one, value.id) for one in found]
    targets = _targets(connection, own, value.published)
    names = targets.names
    own = [replace(one, parent=names.get(one.parent or "", one.parent)) for one in own]
    after = [(names[one.id], dump(one)) for one in own]
    ids = list(dict.fromkeys(id for id, _ in after))
    if after == before:
        return Outcome(tuple(targets.merged[id] for id in ids))
    new = [_merge([one for one in own if names[one.id] == id], id) for id in ids if id not in targets.stored]
    _insert(connection, new, value.published, now)
    if before:
        connection.execute(delete(reading).where(reading.c.article == value.id))
    row = {"article": value.id}
    rows = [row | {"position": n, "record": id, "body": body} for n, (id, body) in enumerate(after)]
    put(connection, reading, rows)
    told_before = [id for id, _ in before]
    old = [id for id in dict.fromkeys([*told_before, *ids]) if id in told_before or id in targets.stored]
    folded = {id: _fold(connection, id, now) for id in old}
    whole = {one.id: one for one in (*new, *(f.record for f in folded.values() if f.record))}
    return Outcome(
        tuple(whole[id] for id in ids),
        (*new, *(f.record for f in folded.values() if f.record and f.changed)),
        tuple(id for id, f in folded.items() if f.record is None),
    )


def _merge(parts: Sequence[Record], id: str) -> Record:
    whole = replace(parts[0], id=id)
    for part in parts[1:]:
        whole = merged(whole, part)
    return whole


def _of_article(value: Record, article_id: str) -> Record:
    evidence = tuple(replace(entry, article=article_id) for entry in value.evidence)
    return replace(value, evidence=evidence, articles=(article_id,))


def _readings_of(connection: Connection, article_id: str) -> list[tuple[str, str]]:
    query = select(reading.c.record, reading.c.body).where(reading.c.article == article_id)
    return [(id, body) for id, body in connection.execute(query.order_by(reading.c.position))]


@dataclass(frozen=True, slots=True)
class _Targets:
    """Under which id each record just read is stored, which ids there are, and how they merge."""

    names: dict[str, str]
    stored: frozenset[str]
    merged: dict[str, Record]


def _targets(connection: Connection, found: Sequence[Record], published: str | None) -> _Targets:
    whole = _candidates(connection, found, published)
    stored = frozenset(whole)
    names: dict[str, str] = {}
    for value in found:
        match = whole.get(names.get(value.id, value.id)) or next(
            (other for other in whole.values() if same(other, value)), None
        )
        names[value.id] = match.id if match else value.id
        whole[names[value.id]] = merged(match, value) if match else value
    return _Targets(names, stored, whole)


def _candidates(connection: Connection, found: Sequence[Record], published: str | None) -> dict[str, Record]:
    """Return the stored records that share a key with those found, oldest first."""
    rows: dict[str, Row[Any]] = {}
    for value in found:
        lasts = days.record_span(value.start, value.end, published)
        # A year that was only worked out may be the one beside it.
        either = (-1, 0, 1) if (value.start or "").startswith("--") else (0,)
        sought = {key for away in either for key in _keys(value, published, away)}
        day = lasts[0].toordinal() if lasts else None
        asked = {"keys": sorted(sought), "id": value.id, "day": day}
        rows |= {row.id: row for row in connection.execute(_ALIKE, asked)}
    return {row.id: load(row.body) for row in sorted(rows.values(), key=lambda row: (row.first_seen, row.id))}


def _keys(value: Record, published: str | None, away: int = 0) -> Iterator[str]:
    """Return the keys a record is stored under; those of a day with its year, or every year would share them."""
    lasts = days.record_span(value.start, value.end, published)
    year = lasts[0].year + away if lasts else "?"
    for key in keys(value):
        yield f"{key}@{year}" if key.startswith("day:") else key


# Of all that share a key, those nearest in time: one yearly meeting has a namesake in every year.
_ALIKE = (
    select(record.c.id, record.c.body, record.c.first_seen)
    .where(
        record.c.id.in_(
            select(record_key.c.record).where(record_key.c.key.in_(bindparam("keys", expanding=True)))
        )
        | (record.c.id == bindparam("id"))
    )
    .order_by(
        record.c.id != bindparam("id"),
        func.coalesce(func.abs(record.c.first_day - bindparam("day", type_=Integer)), _UNDATED),
        record.c.last_seen.desc(),
        record.c.id,
    )
    .limit(_MOST_ALIKE)
)


def _insert(connection: Connection, values: Sequence[Record], published: str | None, now: datetime) -> None:
    if not values:
        return
    seen = {"first_seen": now, "last_seen": now, "revision": 0}
    put(connection, record, [{"id": v.id, **_columns(v, dump(v), published), **seen} for v in values])
    named = [{"key": key, "record": v.id} for v in values for key in sorted(_keys(v, published))]
    put(connection, record_key, named)
    registry.write(connection, values)


@dataclass(frozen=True, slots=True)
class _Folded:
    """A record made anew: None where no reading is left."""

    record: Record | None
    changed: bool


_READINGS = (
    select(reading.c.body, article.c.published)
    .join(article, article.c.id == reading.c.article)
    .where(reading.c.record == bindparam("id"))
    .order_by(article.c.first_seen, article.c.id, reading.c.position)
)


def _fold(connection: Connection, id: str, now: datetime) -> _Folded:
    """Make a stored record anew from its readings."""
    rows = connection.execute(_READINGS, {"id": id}).all()
    if not rows:
        connection.execute(delete(record).where(record.c.id == id))
        return _Folded(None, True)
    whole = _merge([load(row.body) for row in rows], id)
    old = connection.execute(select(record).where(record.c.id == id)).one()
    body = dump(whole)
    if body == old.body:
        return _Folded(whole, False)
    published = min((row.published for row in rows if row.published), default=None)
    values = _columns(whole, body, published)
    if _facts(load(old.body)) != _facts(whole):
        values |= {"revision": old.revision + 1, "last_seen": now}
    connection.execute(update(record).where(record.c.id == id).values(values))
    connection.execute(delete(record_key).where(record_key.c.record == id))
    put(connection, record_key, [{"key": key, "record": id} for key in sorted(_keys(whole, published))])
    registry.clear(connection, id)
    registry.write(connection, [whole])
    return _Folded(whole, True)


def without(connection: Connection, ids: Sequence[str], now: datetime) -> tuple[list[str], list[str]]:
    """Take articles' readings away.

    Returns:
        The ids of the records that other articles still tell of, and of those that are gone.
    """
    touched: list[str] = []
    for part in batches(ids):
        mine = reading.c.article.in_(part)
        touched += connection.scalars(
            select(reading.c.record).where(mine).distinct().order_by(reading.c.record)
        )
        connection.execute(delete(reading).where(mine))
    folded = {id: _fold(connection, id, now) for id in dict.fromkeys(touched)}
    left = [id for id, outcome in folded.items() if outcome.record]
    return left, [id for id, outcome in folded.items() if not outcome.record]


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
    query = select(record).where(record.c.confidence >= wanted.min_confidence)
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


def bodies(connection: Connection, ids: Sequence[str]) -> dict[str, Record]:
    """Return the records with these ids, without what surrounds them."""
    query = select(record.c.id, record.c.body)
    rows = (row for part in batches(ids) for row in connection.execute(query.where(record.c.id.in_(part))))
    return {row.id: load(row.body) for row in rows}


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
            row.revision,
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


@dataclass(frozen=True, slots=True)
class Sequel:
    """A later record that carries on an earlier one: as its next `edition`, or as a `stage` of a plan."""

    stored: StoredRecord
    how: Follow


def editions(connection: Connection, series: str) -> list[StoredRecord]:
    """Return the records of a series by edition and day."""
    order = (record.c.edition, record.c.first_day, record.c.id)
    rows = connection.execute(select(record).where(record.c.series == series).order_by(*order)).all()
    return stored(connection, rows)


def sequel(connection: Connection, id: str) -> list[Sequel]:
    """Return the later records that carry one on, by day: of its series, of its key words, or naming its title."""
    found = connection.execute(select(record).where(record.c.id == id)).one_or_none()
    if found is None:
        return []
    earlier = load(found.body)
    mine = select(record_key.c.key).where(record_key.c.record == id)
    related = select(record_key.c.record).where(record_key.c.key.in_(mine))
    either = [
        record.c.id.in_(related),
        record.c.body.contains(earlier.document or earlier.name, autoescape=True),
    ]
    if earlier.series.name:
        either.append(record.c.series == earlier.series.name)
    query = select(record).where(or_(*either), record.c.id != id).order_by(record.c.first_day, record.c.id)
    later = stored(connection, connection.execute(query).all())
    return [Sequel(value, how) for value in later if (how := follows(value.record, earlier))]


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
