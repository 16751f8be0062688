"""Who is who: the people and bodies that stand in records, with their posts over time.

Nothing is kept but the appearances themselves; persons and bodies are worked out of them when
asked for, so that a record read better tomorrow mends the registry as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from pypinyin import lazy_pinyin
from sqlalchemy import Connection, delete, select

from bot.records.model import Record
from bot.store.engine import put
from bot.store.schema import appearance


@cache
def pinyin(name: str) -> str:
    """Spell a name in toneless pinyin without spaces, Latin letters in lower case."""
    return "".join(lazy_pinyin(name)).lower().replace(" ", "")


def regions(value: Record) -> frozenset[str]:
    """Return the provinces (short forms) a record belongs to: where it takes place."""
    return frozenset({value.place.region}) if value.place and value.place.region else frozenset()


def clear(connection: Connection, record_id: str) -> None:
    """Take out a record's people and bodies."""
    connection.execute(delete(appearance).where(appearance.c.record == record_id))


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
