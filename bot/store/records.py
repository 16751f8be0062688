"""Records as the fold of what each article said of them, merged while the article is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Row,
    Subquery,
    Text,
    bindparam,
    delete,
    func,
    literal,
    or_,
    select,
    union_all,
    update,
)

from bot.records.merging.apart import told_apart
from bot.records.merging.joined import merged
from bot.records.merging.keys import keys, pairs
from bot.records.merging.merge import Follow, follows, likeness, namesakes, same
from bot.records.merging.near import NEAR_DAYS, PAPER_LIVES, comes_once_a_year, may_take_months
from bot.records.model import Evidence, Kind, Record, StoredRecord
from bot.records.naming.editions import ordinal_of
from bot.records.places import regions_of
from bot.store import days, registry
from bot.store.articles import batches, references
from bot.store.engine import Progress, Statement, put
from bot.store.schema import Instant, article, reading, record, record_key
from scrapers.model import Article

# Of the keys under which records are looked for (see bot.records.merging.keys); those of another version are made anew.
KEYS_VERSION = "13"

_STOPS = "。！？\n"
_PER_KEY = 12  # stored records looked at that share a key and lie before a day, and as many after it
_MOST_NAMED = 32  # of those sharing most keys, whose names are compared with that of one just read
_MOST_ALIKE = 24  # and that are compared whole


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


@lru_cache(maxsize=256)  # those of these days are compared with article after article
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
    # What one reading tells of is that reading: no need to write it twice.
    written = {id(one): dump(one) for one in own}
    after = [(names[one.id], written[id(one)]) for one in own]
    ids = list(dict.fromkeys(names[one.id] for one in own))
    if after == before and not targets.joined:
        return Outcome(tuple(targets.merged[key] for key in ids))
    parts = {key: [one for one in own if names[one.id] == key] for key in ids}
    moved = [id for pair in targets.joined.items() for id in _unite(connection, *pair)]
    before = [(targets.joined.get(id, id), body) for id, body in before]
    new = [_merge(parts[key], key) for key in ids if key not in targets.stored]
    _insert(connection, [(one, written.get(id(one)) or dump(one)) for one in new], value.published, now)
    if before:
        connection.execute(_UNREAD, {"article": value.id})
    row = {"article": value.id}
    rows = [row | {"position": n, "record": id, "body": body} for n, (id, body) in enumerate(after)]
    put(connection, reading, rows)
    told_before = [id for id, _ in before]
    old = [
        id
        for id in dict.fromkeys([*told_before, *ids, *moved])
        if id in told_before or id in moved or id in targets.stored
    ]
    folded = {}
    for key in old:
        alone = fresh and key not in moved
        joined = _join(connection, targets.stored[key], parts[key], value, now) if alone else None
        folded[key] = joined or _fold(connection, key, now)
    whole = {one.id: one for one in (*new, *(f.record for f in folded.values() if f.record))}
    return Outcome(
        tuple(whole[id] for id in ids),
        (*new, *(f.record for f in folded.values() if f.record and f.changed)),
        (*targets.joined, *(id for id, f in folded.items() if f.record is None)),
    )


def _unite(connection: Connection, gone: str, kept: str) -> list[str]:
    """Put all that is read of one stored record under another; return the ids of those to be made anew."""
    within = [
        dict(row._mapping)
        for row in connection.execute(_WITHIN, {"gone": gone, "told": f"%{_parent(gone)}%"})
    ]
    put(
        connection,
        reading,
        [row | {"body": row["body"].replace(_parent(gone), _parent(kept))} for row in within],
    )
    connection.execute(_UNITED, {"gone": gone, "kept": kept})
    connection.execute(_DROPPED_RECORD, {"gone": gone})
    return [kept, *(row["record"] for row in within)]


def _parent(id: str) -> str:
    return f'"parent":{json.dumps(id, ensure_ascii=False)}'


_OF_GONE = reading.c.record == bindparam("gone")
_WITHIN = select(reading).where(
    reading.c.article.in_(select(reading.c.article).where(_OF_GONE)), reading.c.body.like(bindparam("told"))
)
_UNITED = update(reading).where(_OF_GONE).values(record=bindparam("kept"))
_DROPPED_RECORD = delete(record).where(record.c.id == bindparam("gone"))


def _merge(parts: Sequence[Record], id: str) -> Record:
    whole = parts[0] if parts[0].id == id else replace(parts[0], id=id)
    for part in parts[1:]:
        whole = merged(whole, part)
    return whole


def _of_article(value: Record, article_id: str) -> Record:
    evidence = tuple(replace(entry, article=article_id) for entry in value.evidence)
    return replace(value, evidence=evidence, articles=(article_id,))


def _readings_of(connection: Connection, article_id: str) -> list[tuple[str, str]]:
    return [(id, body) for id, body in connection.execute(_TOLD, {"article": article_id})]


_OF_ARTICLE = reading.c.article == bindparam("article")
_TOLD = select(reading.c.record, reading.c.body).where(_OF_ARTICLE).order_by(reading.c.position)
_UNREAD = delete(reading).where(_OF_ARTICLE)


@dataclass(frozen=True, slots=True)
class _Published:
    """When the first and the last article that tells of a record came out; None where none says so."""

    first: str | None
    last: str | None

    @classmethod
    def of(cls, dates: Iterable[str | None]) -> _Published:
        """Take the first and the last of what several articles say."""
        told = [one for one in dates if one]
        return cls(min(told, default=None), max(told, default=None))


@dataclass(frozen=True, slots=True)
class _Targets:
    """Under which id each record just read is stored, the records there are, and how they merge.

    ``joined`` are the stored ones that turn out to be others that are stored, each with the id of that other.
    """

    names: dict[str, str]
    stored: dict[str, Record]
    merged: dict[str, Record]
    joined: dict[str, str]


def _targets(connection: Connection, found: Sequence[Record], published: str | None) -> _Targets:
    stored, near = _candidates(connection, found, published)
    whole = dict(stored)
    names: dict[str, str] = {}
    joined: dict[str, str] = {}
    for value in found:
        alike = (other for other in whole.values() if same(other, value, near.get((value.id, other.id))))
        named = whole.get(names.get(value.id, value.id))
        own = value.id
        if named and namesakes(named, value) and not set(named.articles) & set(value.articles):
            named, own = None, _id_apart(value)
        match = named or max(alike, key=lambda other: likeness(other, value), default=None)
        names[value.id] = match.id if match else own
        whole[names[value.id]] = merged(match, value) if match else replace(value, id=own)
        if match and match.id in stored:
            told = {id: near.get((value.id, id)) for id in stored if id in whole}
            joined |= _reunite(whole, told, match.id)
            names = {own: joined.get(id, id) for own, id in names.items()}
    return _Targets(names, stored, whole, joined)


def _id_apart(value: Record) -> str:
    """Name a record whose kind, name and year another has too: by its day and town, or who issues it, as well."""
    told = (
        value.id,
        value.start or "",
        value.place.text if value.place else "",
        *(o.name for o in value.organisations[:1]),
    )
    return hashlib.sha256("|".join(told).encode()).hexdigest()[: len(value.id)]


def _reunite(whole: dict[str, Record], near: Mapping[str, bool | None], id: str) -> dict[str, str]:
    """Join to a record that has grown those it now proves to be one with, the eldest keeping its id.

    A fair announced, put off and told again may arrive in any order: what was two until the notice came is one then.
    What one article told as two stays two. ``near`` are the stored ones, the eldest first, each with whether it lies
    near in time, which counts where its own day is untold.
    """
    gone: dict[str, str] = {}
    stored = list(near)
    for other in [other for other in stored if other != id]:
        one, undated = whole[id], whole[other].start is None or _takes_months(whole[other])
        told_as_two = not set(one.articles).isdisjoint(whole[other].articles)
        if told_as_two or not same(one, whole[other], near[other] if undated else None):
            continue
        kept, left = sorted((id, other), key=stored.index)
        whole[kept] = merged(whole[kept], whole.pop(left))
        gone = {old: kept if new == left else new for old, new in gone.items()} | {left: kept}
        id = kept
    return gone


def _candidates(
    connection: Connection, found: Sequence[Record], published: str | None
) -> tuple[dict[str, Record], dict[tuple[str, str], bool]]:
    """Return the stored records that may be one of those found, oldest first, and which pairs lie near in time."""
    times: dict[str, str] = {}
    lies_near: dict[tuple[str, str], bool] = {}
    for value in found:
        asked = (
            (id, first_seen, near)
            for id, kind, name, first_seen, near in _asked(connection, value, published)
            if id == value.id or _may_be(value, kind, name)
        )
        for id, first_seen, near in islice(asked, _MOST_ALIKE):
            times[id] = first_seen
            if near is not None:
                lies_near[value.id, id] = near
    known = bodies(connection, list(times))
    return {id: known[id] for id in sorted(times, key=lambda id: (times[id], id))}, lies_near


def _takes_months(value: Record) -> bool:
    return may_take_months(value.kind, value.name)


def _may_be(value: Record, kind: Kind, name: str) -> bool:
    """Tell from its kind and name whether a stored record may be the one read, before it is read whole."""
    if _takes_months(value) != may_take_months(kind, name):
        return False
    return bool(value.document) or name == value.name or not told_apart(name, value.name)


def _asked(connection: Connection, value: Record, published: str | None) -> list[tuple[Any, ...]]:
    """Ask for what shares keys with a record: id, kind, name, when first seen, whether it lies near (None: unknown)."""
    far, near = sorted(keys(value))[:_MOST_KEYS], _near_keys(value, published)
    low, high = _span(value, _Published.of((published,)))
    lasts = days.record_span(value.start, value.end, published)
    bounds = {
        "id": value.id,
        "low": low,
        "high": high,
        "least": max(1, low - _REACH),
        "middle": lasts[0].toordinal() - NEAR_DAYS if lasts and low else high,
        "most": high + _REACH,
        "movable": int(
            value.status in _DROPPED or bool(ordinal_of(value.name)) or comes_once_a_year(value.name)
        ),
    }
    sought = [*far, *[_NO_KEY] * (-len(far) % _FEW), *near, *[_NO_KEY] * (-len(near) % _FEW)]
    question = _alike(_rounded(len(far)), _rounded(len(near)), _takes_months(value))
    rows = question.run(connection, bounds | {f"key{n}": key for n, key in enumerate(sought)})
    if _takes_months(value):
        return [
            (*row, None if _EVER[1] in (high, last) else abs(high - last) <= PAPER_LIVES)
            for *row, _, last in rows
        ]
    return [(*row, (first <= high and last >= low) if low and first else None) for *row, first, last in rows]


_NO_KEY, _PAIR = "", "pair:"
_FEW = 4  # keys asked for at once: a question for each number of them would have to be kept ready
_MOST_KEYS = 24  # that one with many names is looked for under: a database takes so many in one question


def _rounded(count: int) -> int:
    return count + -count % _FEW


def _near_keys(value: Record, published: str | None) -> list[str]:
    """Return what a record is looked for under among what lies near in time."""
    dated = value.start or value.end or _takes_months(value) or days.span(published)
    return [f"{_PAIR}{pair}" for pair in sorted(pairs(value))] if dated else []


def _yearless(value: Record) -> bool:
    return (value.start or "").startswith("--")


def _span(value: Record, published: _Published) -> tuple[int, int]:
    """Return the first and the last day on which other words may put a record.

    Plans are compared whatever their day: of one, the last is that on which it is told. What is without a day lies
    near all that tells of it: a fair announced in spring is called off in autumn, and told of again after that.
    """
    lasts = days.record_span(value.start, value.end, published.first)
    if _takes_months(value):
        told = days.span(published.first) or lasts
        return _EVER[0], told[1].toordinal() if told else _EVER[1]
    if lasts is None or value.start is None:
        told, again = days.span(published.first), days.span(published.last)
        return (
            (told[0].toordinal() - _TOLD_AFTER, again[1].toordinal() + _TOLD_AHEAD)
            if told and again
            else _EVER
        )
    open = _REACH // 2 if _yearless(value) or len(value.start) < len("2025-03") else NEAR_DAYS
    return lasts[0].toordinal() - open, lasts[1].toordinal() + open


# Days within which lies what an article tells without its day: 日前 behind it, 即将 ahead.
_TOLD_AFTER, _TOLD_AHEAD = 60, 120
_EVER = (0, date.max.toordinal())
_REACH = 800  # days: how long a thing lasts that may be put off by a year and be the same still (MOVED_DAYS)
_DROPPED = ("postponed", "cancelled")


@cache
def _alike(far: int, near: int, plan: bool) -> Statement:
    """Build the question once for each number of keys: what shares most of them, no more than are looked at.

    However many are stored under a key, those nearest in time are read off its index and no others. One yearly
    meeting has a namesake in every year: what lies far off is asked for only where one of the two was put off, or
    counts as the same edition (movable).
    """
    low, high, middle = (bindparam(name, type_=Integer) for name in ("low", "high", "middle"))
    shares = [_sharing(n, record_key.c.low == _EVER[0]) for n in range(far + near if plan else far)]
    for n in range(0 if plan else far + near):
        last = bindparam("most" if n < far else "high", type_=Integer)
        shares.append(_sharing(n, record_key.c.low.between(bindparam("least"), middle), latest=True))
        shares.append(_sharing(n, (record_key.c.low > middle) & (record_key.c.low <= last)))
    itself = select(record.c.id, *map(literal, _EVER)).where(record.c.id == bindparam("id"))
    found = union_all(itself, *map(select, shares)).subquery()
    place = found.c[0], found.c[1], found.c[2]
    most = select(*place, func.count().label("shared")).group_by(*place)
    first = (place[0] != bindparam("id"), func.count().desc(), func.abs(place[1] - middle), place[0])
    alike = most.order_by(*first).limit(_MOST_NAMED).subquery()
    ordered = (
        select(record.c.id, record.c.kind, record.c.name, record.c.first_seen, alike.c[1], alike.c[2])
        .join(alike, alike.c[0] == record.c.id)
        .where(
            (alike.c[1] <= high) & (alike.c[2] >= low)
            | (bindparam("movable", type_=Integer) == 1)
            | or_(*(record.c.status == dropped for dropped in _DROPPED))
        )
        .order_by(
            record.c.id != bindparam("id"), alike.c.shared.desc(), func.abs(alike.c[1] - middle), record.c.id
        )
    )
    return Statement(lambda _dialect: ordered)


def _sharing(number: int, lies: ColumnElement[bool], *, latest: bool = False) -> Subquery:
    """Ask for the records that are stored under one of the keys, from one end of a span of days."""
    order = (column.desc() if latest else column for column in (record_key.c.low, record_key.c.record))
    found = select(record_key.c.record, record_key.c.low, record_key.c.high)
    return (
        found.where(record_key.c.key == bindparam(f"key{number}"), lies)
        .order_by(*order)
        .limit(_PER_KEY)
        .subquery()
    )


def _insert(
    connection: Connection, written: Sequence[tuple[Record, str]], day: str | None, now: datetime
) -> None:
    """Store records that are new, each with its JSON."""
    seen = {"first_seen": now, "last_seen": now, "revision": 0}
    published = _Published.of((day,))
    put(connection, record, [{"id": v.id, **_columns(v, body, published), **seen} for v, body in written])
    put(connection, record_key, [row for v, _ in written for row in _key_rows(v, published)])
    registry.write(connection, [v for v, _ in written])


def key_all(connection: Connection, progress: Progress) -> None:
    """Put every record's keys in anew, as this version of the program makes them."""
    connection.execute(delete(record_key))
    told = select(reading.c.record, *_FIRST_AND_LAST)
    told = told.join(article, article.c.id == reading.c.article).group_by(reading.c.record)
    published = {row[0]: _Published(row[1], row[2]) for row in connection.execute(told)}
    done, ids = 0, all_ids(connection)
    for part in batches(ids):
        found = bodies(connection, part)
        put(
            connection,
            record_key,
            [row for id in part for row in _key_rows(found[id], published.get(id, _Published(None, None)))],
        )
        done += len(part)
        progress("records", done, len(ids))


def _key_rows(value: Record, published: _Published) -> list[dict[str, Any]]:
    low, high = _span(value, published)
    columns = {"low": low, "record": value.id, "high": high}
    return [{"key": key, **columns} for key in sorted([*keys(value), *_near_keys(value, published.first)])]


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
    published = _Published.of(row.published for row in rows)
    return _rewrite(connection, _merge([load(row.body) for row in rows], id), published, now)


def _join(
    connection: Connection, stored: Record, parts: Sequence[Record], value: Article, now: datetime
) -> _Folded | None:
    """Add what a new article says to a record as it stands; None where one stored later tells of it already.

    That comes to the same as making it anew from all its readings, however many they are.
    """
    others = {"id": stored.id, "article": value.id, "now": now}
    [(*others_told, earlier)] = _OTHERS.run(connection, others)
    if not earlier:
        return None
    published = _Published.of((*others_told, value.published))
    return _rewrite(connection, _merge([stored, *parts], stored.id), published, now)


_PUBLISHED = func.nullif(article.c.published, "")
_FIRST_AND_LAST = func.min(_PUBLISHED), func.max(_PUBLISHED)


_OTHERS = Statement(
    lambda _dialect: (
        select(
            *_FIRST_AND_LAST,
            func.max(article.c.first_seen) < bindparam("now", type_=Instant),
        )
        .join(reading, article.c.id == reading.c.article)
        .where(reading.c.record == bindparam("id"), reading.c.article != bindparam("article"))
    )
)


def _rewrite(connection: Connection, whole: Record, published: _Published, now: datetime) -> _Folded:
    """Put a record in place of what is stored of it, where it says anything else."""
    id, body = whole.id, dump(whole)
    old = connection.execute(_ONE, {"id": id}).one()
    if body == old.body:
        return _Folded(whole, False)
    was = load(old.body)
    seen = {"first_seen": old.first_seen, "last_seen": old.last_seen, "revision": old.revision}
    if _facts(was) != _facts(whole):
        seen |= {"last_seen": now, "revision": old.revision + 1}
    put(connection, record, [{"id": id, **_columns(whole, body, published), **seen}])
    _rekey(connection, whole, published)
    if (was.organisations, was.people) != (whole.organisations, whole.people):
        registry.clear(connection, id)
        registry.write(connection, [whole])
    return _Folded(whole, True)


_ONE = select(record).where(record.c.id == bindparam("id"))


def _rekey(connection: Connection, value: Record, published: _Published) -> None:
    """Put a record's keys in place of those it had, which a further report seldom changes."""
    rows = _key_rows(value, published)
    held = connection.execute(_KEYS_OF, {"id": value.id}).all()
    if {(row["key"], row["low"], row["high"]) for row in rows} != {(*row,) for row in held}:
        connection.execute(_UNKEYED, {"id": value.id})
        put(connection, record_key, rows)


_KEYED = record_key.c.record == bindparam("id")
_KEYS_OF = select(record_key.c.key, record_key.c.low, record_key.c.high).where(_KEYED)
_UNKEYED = delete(record_key).where(_KEYED)


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


def _columns(value: Record, body: str, published: _Published) -> dict[str, Any]:
    lasts = days.record_span(value.start, value.end, published.first)
    deadline = days.span(value.deadline, published.first)
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
    return not regions or not regions_of(load(row.body)).isdisjoint(regions)


def bodies(connection: Connection, ids: Sequence[str]) -> dict[str, Record]:
    """Return the records with these ids, without what surrounds them."""
    found: dict[str, Record] = {}
    for part in batches(ids):
        asked = {f"id{n}": id for n, id in enumerate([*part, *[_NO_KEY] * (-len(part) % _FEW)])}
        found |= {id: load(body) for id, body in _bodies(len(asked)).run(connection, asked)}
    return found


@cache
def _bodies(count: int) -> Statement:
    ids = [bindparam(f"id{n}", type_=Text) for n in range(count)]
    return Statement(lambda _dialect: select(record.c.id, record.c.body).where(record.c.id.in_(ids)))


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
    mine = select(record_key.c.key).where(record_key.c.record == id, record_key.c.key.not_like(f"{_PAIR}%"))
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
