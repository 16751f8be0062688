"""What is known of each source (信息源): its last polls, its health, what was learned of its site."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from bot.store.engine import put
from bot.store.schema import source_state


@dataclass(frozen=True, slots=True)
class SourceState:
    """The memory of polling one source.

    ``failures`` counts polls failed in a row; ``items`` articles stored so far; ``health`` is a
    word such as ok, silent, refused or down, since ``health_since``, ``detail`` says why;
    ``habits`` is what was learned of the site, plain JSON values.
    """

    id: str
    etag: str | None = None
    modified: str | None = None
    content_hash: str | None = None
    last_attempt: datetime | None = None
    last_success: datetime | None = None
    next_due: datetime | None = None
    failures: int = 0
    items: int = 0
    health: str = "new"
    health_since: datetime | None = None
    detail: str = ""
    habits: Mapping[str, Any] = field(default_factory=dict)


def write(connection: Connection, value: SourceState) -> None:
    """Store a source's state, replacing the one before."""
    row = {name: getattr(value, name) for name in SourceState.__dataclass_fields__}
    row["habits"] = json.dumps(dict(value.habits), ensure_ascii=False)
    put(connection, source_state, [row])


def one(connection: Connection, id: str) -> SourceState | None:
    """Return a source's state, None before its first poll."""
    row = connection.execute(select(source_state).where(source_state.c.id == id)).one_or_none()
    return _read(row) if row else None


def listed(connection: Connection) -> tuple[SourceState, ...]:
    """Return every source's state by id."""
    return tuple(_read(row) for row in connection.execute(select(source_state).order_by(source_state.c.id)))


def _read(row: Row[Any]) -> SourceState:
    values = dict(row._mapping)
    values["habits"] = json.loads(values["habits"])
    return SourceState(**values)
