"""Subscribers (订阅者) who came by Telegram, the web page or the command line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from bot.config import Subscriber
from bot.store.engine import insert
from bot.store.schema import subscriber


@dataclass(frozen=True, slots=True)
class StoredSubscriber:
    """A subscriber with how they stand: confirmed (double opt-in), paused, their link's token."""

    subscriber: Subscriber
    confirmed: bool = True
    paused: bool = False
    token: str | None = None
    created: datetime | None = None


def identity(value: Subscriber) -> tuple[str, str]:
    """Return a subscriber's channel and address.

    Raises:
        ValueError: it has neither an email address nor a Telegram chat.
    """
    if value.email is not None:
        return "email", value.email.strip().lower()
    if value.telegram is not None:
        return "telegram", str(value.telegram)
    raise ValueError("a subscriber needs an email address or a Telegram chat")


def write(connection: Connection, value: StoredSubscriber, now: datetime) -> None:
    """Add a subscriber, or change the one with this address."""
    channel, address = identity(value.subscriber)
    chosen = value.subscriber
    row = {
        "channel": channel,
        "address": address,
        "regions": json.dumps(chosen.regions, ensure_ascii=False),
        "kinds": json.dumps(chosen.kinds),
        "keywords": json.dumps(chosen.keywords, ensure_ascii=False),
        "confirmed": value.confirmed,
        "paused": value.paused,
        "token": value.token,
    }
    statement = insert(connection, subscriber).values(**row, created=value.created or now)
    connection.execute(statement.on_conflict_do_update(index_elements=["channel", "address"], set_=row))


def remove(connection: Connection, value: Subscriber) -> bool:
    """Forget a subscriber; tell whether there was one."""
    channel, address = identity(value)
    gone = delete(subscriber).where(subscriber.c.channel == channel, subscriber.c.address == address)
    return connection.execute(gone).rowcount == 1


def move(connection: Connection, old: Subscriber, new: Subscriber) -> bool:
    """Give a subscriber another address (a group that became a supergroup); tell whether there was one.

    Who has the new address already keeps what they chose.
    """
    channel, address = identity(old)
    where = (subscriber.c.channel == channel, subscriber.c.address == address)
    _, changed = identity(new)
    if one(connection, new):
        return remove(connection, old)
    return connection.execute(update(subscriber).where(*where).values(address=changed)).rowcount == 1


def listed(connection: Connection) -> tuple[StoredSubscriber, ...]:
    """Return all, in the order they came."""
    return tuple(_read(row) for row in connection.execute(select(subscriber).order_by(subscriber.c.id)))


def one(connection: Connection, value: Subscriber) -> StoredSubscriber | None:
    """Return the subscriber with this address."""
    channel, address = identity(value)
    query = select(subscriber).where(subscriber.c.channel == channel, subscriber.c.address == address)
    row = connection.execute(query).one_or_none()
    return _read(row) if row else None


def by_token(connection: Connection, token: str) -> StoredSubscriber | None:
    """Return the subscriber whose link carries this token."""
    row = connection.execute(select(subscriber).where(subscriber.c.token == token)).one_or_none()
    return _read(row) if row else None


def _read(row: Row[Any]) -> StoredSubscriber:
    chosen = Subscriber(
        email=row.address if row.channel == "email" else None,
        telegram=int(row.address) if row.channel == "telegram" else None,
        regions=tuple(json.loads(row.regions)),
        kinds=tuple(json.loads(row.kinds)),
        keywords=tuple(json.loads(row.keywords)),
    )
    return StoredSubscriber(chosen, row.confirmed, row.paused, row.token, row.created)
