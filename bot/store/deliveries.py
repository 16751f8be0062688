"""The ledger of deliveries (推送记录): claimed before a message leaves, settled after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, Row, func, or_, select, update

from bot.store.engine import insert
from bot.store.schema import delivery

DeliveryState = Literal["pending", "sending", "sent", "ambiguous", "failed", "paused"]
DELIVERY_STATES: tuple[DeliveryState, ...] = get_args(DeliveryState)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row of the ledger: one part of an issue for one subscriber on one channel.

    ``payload`` is the part as it was rendered when it was put in, so that a later try sends the
    same words; ``attempts`` counts claims; ``answer`` is what the server said last; a pending row
    is not tried again before ``due``.
    """

    issue: str
    subscriber: str
    channel: str
    part: int
    state: DeliveryState
    attempts: int
    updated: datetime
    answer: str | None
    payload: str = ""
    due: datetime | None = None


def enqueue(
    connection: Connection, issue: str, subscriber: str, channel: str, parts: Sequence[str], now: datetime
) -> int:
    """Put the parts of an issue in, unless the ledger has any of them already.

    Returns:
        How many rows were added: none on a repeat, whatever the parts are then.
    """
    key = {"issue": issue, "subscriber": subscriber, "channel": channel}
    there = _where(select(func.count()), **key)
    if connection.execute(there).scalar_one():
        return 0
    rows = [
        {**key, "part": n, "state": "pending", "attempts": 0, "updated": now, "payload": payload}
        for n, payload in enumerate(parts)
    ]
    statement = insert(connection, delivery).values(rows).on_conflict_do_nothing()
    return len(connection.execute(statement.returning(delivery.c.part)).all())


def subscribers_of(connection: Connection, issue: str) -> frozenset[str]:
    """Return who has rows of an issue, whatever became of them."""
    query = select(delivery.c.subscriber).where(delivery.c.issue == issue).distinct()
    return frozenset(connection.scalars(query))


def claim(
    connection: Connection, issue: str, subscriber: str, channel: str, part: int, now: datetime
) -> bool:
    """Take a pending row that is due for sending; exactly one of any number of callers gets it."""
    change = _where(update(delivery), issue=issue, subscriber=subscriber, channel=channel, part=part)
    change = change.where(delivery.c.state == "pending", _due_by(now)).values(
        state="sending", attempts=delivery.c.attempts + 1, updated=now
    )
    return connection.execute(change).rowcount == 1


def settle(
    connection: Connection,
    issue: str,
    subscriber: str,
    channel: str,
    part: int,
    state: DeliveryState,
    answer: str | None,
    now: datetime,
    due: datetime | None,
) -> None:
    """Write down what became of a row, and when it is to be tried again."""
    change = _where(update(delivery), issue=issue, subscriber=subscriber, channel=channel, part=part)
    connection.execute(change.values(state=state, answer=answer, updated=now, due=due))


def pause(connection: Connection, subscriber: str, answer: str, now: datetime) -> int:
    """Set aside all that waits for a subscriber who takes no messages; return how many rows."""
    change = _where(update(delivery), subscriber=subscriber, state="pending")
    return connection.execute(change.values(state="paused", answer=answer, updated=now, due=None)).rowcount


def move(connection: Connection, old: str, new: str) -> None:
    """Give a subscriber's rows to their new name, save for issues already there under it."""
    there = select(delivery.c.issue).where(delivery.c.subscriber == new)
    change = _where(update(delivery), subscriber=old).where(delivery.c.issue.not_in(there))
    connection.execute(change.values(subscriber=new))


def due(connection: Connection, by: datetime, limit: int, subscriber: str | None) -> tuple[Delivery, ...]:
    """Return the pending rows to be tried until then, soonest first: of each issue only its next part."""
    earlier = delivery.alias()
    unsent = select(earlier.c.part).where(
        *(earlier.c[name] == delivery.c[name] for name in ("issue", "subscriber", "channel")),
        earlier.c.part < delivery.c.part,
        earlier.c.state.in_(("pending", "sending")),
    )
    query = _where(select(delivery), state="pending", subscriber=subscriber)
    query = query.where(_due_by(by), ~unsent.exists())
    order = (delivery.c.due.is_not(None), delivery.c.due, delivery.c.issue, delivery.c.subscriber)
    return tuple(_read(row) for row in connection.execute(query.order_by(*order).limit(limit)))


def _due_by(moment: datetime) -> ColumnElement[bool]:
    return or_(delivery.c.due.is_(None), delivery.c.due <= moment)


def recover(connection: Connection, now: datetime, claimed_before: datetime) -> int:
    """Turn rows that a dead process left `sending` into `ambiguous`: they may have left, or not."""
    change = update(delivery).where(delivery.c.state == "sending", delivery.c.updated <= claimed_before)
    answer = "the process ended while sending"
    return connection.execute(change.values(state="ambiguous", answer=answer, updated=now)).rowcount


def requeue(connection: Connection, issue: str | None, states: Sequence[str], now: datetime) -> int:
    """Make rows pending again; return how many."""
    change = _where(update(delivery), issue=issue).where(delivery.c.state.in_(states))
    return connection.execute(change.values(state="pending", updated=now, due=None)).rowcount


def listed(
    connection: Connection, issue: str | None, state: str | None, subscriber: str | None
) -> tuple[Delivery, ...]:
    """Return rows by issue, subscriber, channel and part."""
    query = _where(select(delivery), issue=issue, state=state, subscriber=subscriber)
    order = (delivery.c.issue, delivery.c.subscriber, delivery.c.channel, delivery.c.part)
    return tuple(_read(row) for row in connection.execute(query.order_by(*order)))


def counts(connection: Connection) -> dict[str, int]:
    """Count the rows of each state."""
    query = select(delivery.c.state, func.count().label("number")).group_by(delivery.c.state)
    return {row.state: row.number for row in connection.execute(query)}


def _where(statement: Any, **equal: object) -> Any:
    for name, value in equal.items():
        if value is not None:
            statement = statement.where(delivery.c[name] == value)
    return statement


def _read(row: Row[Any]) -> Delivery:
    return Delivery(
        row.issue,
        row.subscriber,
        row.channel,
        row.part,
        row.state,
        row.attempts,
        row.updated,
        row.answer,
        row.payload,
        row.due,
    )
