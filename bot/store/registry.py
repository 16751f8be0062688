"""Who is who: the people and bodies that stand in records, with their posts over time.

Nothing is kept but the appearances themselves; persons and bodies are worked out of them when
asked for, so that a record read better tomorrow mends the registry as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, delete, or_, select

from bot.records.model import Post, Record
from bot.records.organisations import read_organisations
from bot.records.places import provinces
from bot.records.text import table
from bot.store.engine import put
from bot.store.schema import appearance, record
from bot.store.tokens import fold
from scrapers.readings import in_pinyin

OWN = "own"  # the role of a body that a record's name carries, and nothing else tells of
_REMEMBERED = 50_000  # names whose spelling, province or key a long-running process keeps


@dataclass(frozen=True, slots=True)
class Appearance:
    """That somebody, or a body, stands in a record: in which role, and under which name."""

    record: str
    kind: str
    title: str
    start: str | None
    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Held:
    """A post as it was met: from the first record that gives it to the last, ISO dates."""

    organisation: str | None
    title: str | None
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person: what ties the appearances together is that they share a body, or stand in one sentence."""

    name: str
    region: str | None
    posts: tuple[Held, ...]
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who holds or held a post at a body."""

    name: str
    title: str | None
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class OrganisationEntry:
    """A body with the other spellings of its name, its officers, and the records it stands in by date."""

    name: str
    aliases: tuple[str, ...]
    region: str | None
    officers: tuple[Officer, ...]
    appearances: tuple[Appearance, ...]


@lru_cache(maxsize=_REMEMBERED)
def pinyin(name: str) -> str:
    """Spell a name in toneless pinyin without spaces, Latin letters in lower case."""
    return in_pinyin(name).lower().replace(" ", "")


def provinces_spelt(latin: str) -> tuple[str, ...]:
    """Return the provinces (short forms) that are spelt so in pinyin."""
    return tuple(name for name in _provinces() if pinyin(name) == latin)


@cache
def _provinces() -> tuple[str, ...]:
    return tuple(row["short"] for row in table("regions") if row["level"] == "province")


def clear(connection: Connection, record_id: str) -> None:
    """Take out a record's people and bodies."""
    connection.execute(_CLEAR, {"record": record_id})


_CLEAR = delete(appearance).where(appearance.c.record == bindparam("record"))


def write(connection: Connection, values: Sequence[Record]) -> None:
    """Put in the people and bodies of records that have none there."""
    rows = [
        {"record": value.id, "position": n, **row} for value in values for n, row in enumerate(_rows(value))
    ]
    put(connection, appearance, rows)


def _rows(value: Record) -> Iterator[dict[str, Any]]:
    for body in value.organisations:
        yield _row("organisation", body.name, body.role, None, None)
    for person in value.people:
        for post in person.posts or (None,):
            organisation, title = (post.organisation, post.title) if post else (None, None)
            yield _row("person", person.name, person.role, organisation, title)


def _row(sort: str, name: str, role: str, organisation: str | None, title: str | None) -> dict[str, Any]:
    return {
        "sort": sort,
        "name": name,
        "pinyin": pinyin(name),
        "role": role,
        "organisation": organisation,
        "title": title,
    }


def spelt(connection: Connection, words: Sequence[str]) -> tuple[str, ...]:
    """Return the names whose pinyin is one of the words."""
    letters = [word for word in words if word.isascii() and word.isalpha()]
    if not letters:
        return ()
    query = select(appearance.c.name).where(appearance.c.pinyin.in_(letters)).distinct()
    return tuple(connection.scalars(query.order_by(appearance.c.name)))


# --- people ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Met:
    """One record's word on one name: the posts it gives, and the bodies around."""

    appearance: Appearance
    posts: frozenset[Post]
    around: frozenset[str]


def people(connection: Connection, name: str) -> tuple[PersonEntry, ...]:
    """Return the persons of a name, written in characters or pinyin; namesakes stay apart."""
    rows = _rows_of(
        connection, "person", [appearance.c.name == fold(name), appearance.c.pinyin == _letters(name)]
    )
    around = _bodies_of(connection, {row.record for row in rows})
    found = []
    for spelling, mine in groupby(sorted(rows, key=lambda row: row.name), key=lambda row: row.name):
        met = [_met(list(group), around) for _, group in groupby(mine, key=lambda row: row.record)]
        found += [_person(spelling, cluster) for cluster in _clusters(met)]
    return tuple(sorted(found, key=lambda person: (-len(person.appearances), person.name)))


def _letters(name: str) -> str:
    return name.lower().replace(" ", "") if name.isascii() else " "  # no name is spelt so


def _rows_of(connection: Connection, sort: str, either: Sequence[Any]) -> Sequence[Any]:
    query = (
        select(
            appearance, record.c.kind, record.c.name.label("record_name"), record.c.first_day, record.c.body
        )
        .join(record, record.c.id == appearance.c.record)
        .where(appearance.c.sort == sort, or_(*either))
        .order_by(appearance.c.name, record.c.first_day, appearance.c.record, appearance.c.position)
    )
    return connection.execute(query).all()


def _bodies_of(connection: Connection, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    query = select(appearance.c.record, appearance.c.name).where(
        appearance.c.sort == "organisation", appearance.c.record.in_(list(ids))
    )
    rows = sorted((row.record, row.name) for row in connection.execute(query))
    return {
        id: frozenset(body_key(name) for _, name in group) for id, group in groupby(rows, key=lambda r: r[0])
    }


def _met(rows: Sequence[Any], around: dict[str, frozenset[str]]) -> _Met:
    posts = frozenset(Post(row.organisation, row.title) for row in rows if row.organisation or row.title)
    return _Met(_appearance(rows[0]), posts, around.get(rows[0].record, frozenset()))


def _appearance(row: Any) -> Appearance:
    return Appearance(row.record, row.kind, row.record_name, _start(row), row.role, row.name)


def _start(row: Any) -> str | None:
    start = json.loads(row.body)["start"]
    return str(start) if start else None


def _clusters(met: Sequence[_Met]) -> list[list[_Met]]:
    """Join what the records tie together.

    Two records tell of one person when they give a post at the same body; a record that gives two posts
    ties both. One that gives no body joins a person whose body stands in the record.
    """
    clusters: list[tuple[set[str], list[_Met]]] = []
    for one in sorted(met, key=lambda m: not _bodies(m)):
        bodies = set(_bodies(one))
        near = bodies or one.around
        mine = [cluster for cluster in clusters if cluster[0] & near][: None if bodies else 1]
        joined = (bodies.union(*(b for b, _ in mine)), [*(m for _, group in mine for m in group), one])
        clusters = [cluster for cluster in clusters if cluster not in mine] + [joined]
    return [group for _, group in clusters]


def _bodies(met: _Met) -> frozenset[str]:
    return frozenset(body_key(post.organisation) for post in met.posts if post.organisation)


def _person(name: str, met: Sequence[_Met]) -> PersonEntry:
    held: dict[tuple[str, str | None], list[tuple[Post, str]]] = {}
    for one in met:
        for post in one.posts:
            key = body_key(post.organisation or ""), post.title
            held.setdefault(key, []).append((post, one.appearance.start or ""))
    posts = [_held(group) for group in held.values()]
    bodies = (post.organisation for post in posts if post.organisation)
    return PersonEntry(
        name,
        next((region for body in bodies for region in provinces(body)), None),
        tuple(sorted(posts, key=lambda h: (h.first or "", h.organisation or "", h.title or ""))),
        tuple(sorted((one.appearance for one in met), key=_by_date)),
    )


def _held(met: Sequence[tuple[Post, str]]) -> Held:
    """Return one post from all the spellings of its body, under the fullest."""
    names = {post.organisation for post, _ in met if post.organisation}
    name = max(names, key=lambda name: (len(name), name), default=None)
    return Held(name, met[0][0].title, *_ends([day for _, day in met]))


def _ends(dates: Sequence[str]) -> tuple[str | None, str | None]:
    known = sorted(day for day in dates if day and not day.startswith("--"))
    return (known[0], known[-1]) if known else (None, None)


def _by_date(one: Appearance) -> tuple[str, str]:
    return one.start or "", one.record


# --- bodies ----------------------------------------------------------------------------------------


# Levels of a place between its name and what follows, and 行业 before the kind of body.
_FULL = re.compile(r"(?<=[一-鿿]{2})[省市](?=[一-鿿]{2})|(?:行业|(?<!纺织)工业)(?=协会|商会|联合会|学会)")


@lru_cache(maxsize=_REMEMBERED)
def body_key(name: str) -> str:
    """Fold the spellings of a body's name: 浙江省服装行业协会 and 浙江服装协会 are one, 中纺联 is 中国纺织工业联合会."""
    folded = fold(name).replace(" ", "")
    return _FULL.sub("", _known_as().get(folded, folded))


@cache
def _known_as() -> dict[str, str]:
    """The short names that the trade gives its national bodies."""
    return {short: row["name"] for row in table("national_bodies") for short in row["short"].split()}


def bodies(connection: Connection, name: str) -> tuple[OrganisationEntry, ...]:
    """Return the bodies of a name: of this very one or another spelling of it, else those that contain it."""
    wanted = fold(name)
    names = list(connection.scalars(_NAMES))
    exact = [
        known for known in names if body_key(known) == body_key(wanted) or pinyin(known) == _letters(name)
    ]
    chosen = exact or [known for known in names if wanted in known or body_key(wanted) in body_key(known)]
    if not exact and any(_titled(connection, [wanted])):
        chosen = [wanted]  # it stands in nothing but the names of its meetings
    by_key = groupby(sorted(chosen, key=lambda known: (body_key(known), known)), key=body_key)
    found = [_body(connection, list(spellings)) for _, spellings in by_key]
    return tuple(sorted(found, key=lambda body: (-len(body.appearances), body.name)))


_NAMES = (
    select(appearance.c.name)
    .where(appearance.c.sort == "organisation")
    .union(select(appearance.c.organisation).where(appearance.c.organisation.is_not(None)))
)


def _body(connection: Connection, spellings: Sequence[str]) -> OrganisationEntry:
    rows = _rows_of(connection, "organisation", [appearance.c.name.in_(spellings)])
    mine = {row.record: _appearance(row) for row in reversed(rows)}
    own = {one.record: one for one in _titled(connection, spellings) if one.record not in mine}
    staff = _rows_of(connection, "person", [appearance.c.organisation.in_(spellings)])
    counted = sorted(spellings, key=lambda name: (-sum(row.name == name for row in rows), -len(name), name))
    return OrganisationEntry(
        counted[0],
        tuple(counted[1:]),
        next(iter(provinces(counted[0])), None),
        tuple(_officers(staff)),
        tuple(sorted((*mine.values(), *own.values()), key=_by_date)),
    )


def _titled(connection: Connection, spellings: Sequence[str]) -> Iterator[Appearance]:
    """Yield the records whose names begin with a body or hold it whole: its councils need no host to be its own."""
    keys = {body_key(spelling) for spelling in spellings}
    holding = or_(*(record.c.name.contains(spelling, autoescape=True) for spelling in spellings))
    for row in connection.execute(
        select(record.c.id, record.c.kind, record.c.name, record.c.body).where(holding)
    ):
        held = (body for body in read_organisations(row.name) if body_key(body.name) in keys)
        if body := next(held, None):
            yield Appearance(row.id, row.kind, row.name, _start(row), OWN, body.name)


def _officers(rows: Sequence[Any]) -> Iterator[Officer]:
    def key(row: Any) -> tuple[str, str]:
        return row.name, row.title or ""

    for (name, title), group in groupby(sorted(rows, key=key), key=key):
        yield Officer(name, title or None, *_ends([_start(row) or "" for row in group]))
