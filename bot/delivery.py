"""Delivery (推送): a week's issue into the ledger once, and out of it once, whatever happens in between.

Every part is put in as it was rendered, claimed before it leaves and settled after. A process that
dies between leaves a claimed row: that part may have arrived or not, so it becomes `ambiguous`, and
only a person (`zhouxun deliveries retry`) may have it sent again.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

from bot.app import App
from bot.channels import Channel, Gone, Message, Moved, Unavailable, Uncertain
from bot.config import Config, Subscriber
from bot.digest import Digest, Period, build
from bot.errors import DeliveryError
from bot.store import Delivery, DeliveryState, Store, StoredSubscriber, Wanted

log = logging.getLogger(__name__)

# Waits after the first, second, ... failed try; the last one repeats, three days and more in all.
_WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360))
_TRIES = 16
_BATCH = 100
# How many messages may be on their way at once on each channel.
_WIDTH = {"email": 4, "telegram": 16}


@dataclass(frozen=True, slots=True)
class Report:
    """What a pass did: rows put in, rows by the state they came to, and a line for each trouble."""

    queued: int
    outcomes: Mapping[DeliveryState, int]
    troubles: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether everything that was tried arrived."""
        return not self.troubles and set(self.outcomes) <= {"sent"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a row after a failed try."""

    state: DeliveryState
    answer: str
    due: datetime | None = None


def judge(error: DeliveryError, attempts: int, now: datetime) -> Verdict:
    """Decide what becomes of a row whose sending failed.

    Args:
        error: the failure.
        attempts: how often the row was tried, this time included.
        now: aware.
    """
    if isinstance(error, Uncertain):
        return Verdict("ambiguous", str(error))
    if isinstance(error, Gone):
        return Verdict("paused", str(error))
    if error.permanent:
        return Verdict("failed", str(error))
    if isinstance(error, Moved):
        return Verdict("pending", str(error))
    if attempts >= _TRIES:
        return Verdict("failed", f"gave up after {attempts} tries: {error}")
    wait = _WAITS[min(attempts, len(_WAITS)) - 1]
    if error.retry_after is not None:
        wait = timedelta(seconds=error.retry_after)
    return Verdict("pending", str(error), now + wait)


# --- who gets what -------------------------------------------------------------------------------


def everyone(config: Config, store: Store) -> dict[str, StoredSubscriber]:
    """Return all subscribers by key, config.yaml's fixed ones and the stored; what a person chose wins."""
    fixed = (StoredSubscriber(_present(store, s)) for s in config.subscribers)
    return {s.subscriber.key: s for s in (*fixed, *store.subscribers())}


def _is_active(who: StoredSubscriber) -> bool:
    return who.confirmed and not who.paused


def _present(store: Store, subscriber: Subscriber) -> Subscriber:
    """Return a fixed subscriber under the address they have now."""
    if subscriber.email is not None:
        return subscriber.model_copy(update={"email": subscriber.email.lower()})
    moved = store.get(_moved_key(subscriber))
    return subscriber.model_copy(update={"telegram": int(moved)}) if moved else subscriber


def _moved_key(subscriber: Subscriber) -> str:
    return f"moved:{subscriber.key}"


def move(store: Store, old: Subscriber, new: Subscriber) -> None:
    """Follow a chat to its new id: the subscription, the ledger, and config.yaml's entry if it is there."""
    store.move_subscriber(old, new)
    store.set(_moved_key(old), str(new.telegram))


def digest_for(app: App, period: Period, subscriber: Subscriber | None) -> Digest:
    """Build the digest of a period as a subscriber gets it; None gets everything."""
    return _Issue(app, period).digest(subscriber)


class _Issue:
    """The records of one issue, read once, and its digests for each choice of filters."""

    def __init__(self, app: App, period: Period) -> None:
        self.period = period
        self.now = app.now()
        self._config = app.config
        settings = app.config.digest
        today = self.now.astimezone(app.config.zone).date()
        fresh = Wanted(
            updated_since=period.since, updated_until=period.until, min_confidence=settings.min_confidence
        )
        ahead = Wanted(
            since=today,
            until=today + timedelta(seconds=settings.upcoming),
            min_confidence=settings.min_confidence,
        )
        self._records = [*app.store.records(fresh), *app.store.records(ahead)]
        self._made: dict[tuple[object, ...], Digest] = {}

    def digest(self, subscriber: Subscriber | None) -> Digest:
        """Return the digest that fits a subscriber's filters."""
        filters = (subscriber.regions, subscriber.kinds, subscriber.keywords) if subscriber else ()
        if filters not in self._made:
            self._made[filters] = build(
                self._records,
                period=self.period,
                now=self.now,
                zone=self._config.zone,
                subscriber=subscriber,
                upcoming=self._config.digest.upcoming,
                min_confidence=self._config.digest.min_confidence,
            )
        return self._made[filters]


def enqueue(
    app: App,
    period: Period,
    channels: Mapping[str, Channel],
    stop: asyncio.Event,
    *,
    only: Subscriber | None = None,
) -> int:
    """Put an issue into the ledger for everyone who has not got it; an empty digest is not sent.

    Args:
        app: the store, the configuration, the clock.
        period: what the issue covers.
        channels: the ways there are, by name; who needs another is left out.
        stop: set when the process is to end; a later run goes on where this one stopped.
        only: the one subscriber who is meant; None for all.

    Returns:
        How many rows were added.
    """
    issue, served = _Issue(app, period), app.store.subscribers_of(period.issue)
    added = 0
    for key, who in everyone(app.config, app.store).items():
        subscriber, channel = who.subscriber, channels.get(who.subscriber.channel)
        if stop.is_set():
            break
        if channel is None or key in served or not _is_active(who) or (only and key != only.key):
            continue
        digest = issue.digest(subscriber)
        if digest.count:
            parts = channel.compose(
                digest, _recipient(key), now=issue.now, unsubscribe=_way_out(app.config, who)
            )
            payloads = [json.dumps(part.to_json(), ensure_ascii=False) for part in parts]
            added += app.store.enqueue(period.issue, key, channel.name, payloads, issue.now)
    return added


def _recipient(key: str) -> str:
    return key.partition(":")[2]


def _way_out(config: Config, who: StoredSubscriber) -> str | None:
    return f"{config.web.public_url.rstrip('/')}/unsubscribe/{who.token}" if who.token else None


# --- sending -------------------------------------------------------------------------------------


async def deliver(
    app: App,
    period: Period | None,
    *,
    stop: asyncio.Event,
    patience: float = 60.0,
    only: Subscriber | None = None,
) -> Report:
    """Put an issue into the ledger where it is missing, and send what is due.

    Args:
        app: the store, the configuration, the clock, the channels.
        period: the issue; None sends what waits and adds nothing.
        stop: when set, messages on their way are finished and nothing more is begun.
        patience: seconds to wait for rows that a server asked to hold back; what is due later stays.
        only: the one subscriber who is meant; None for all.
    """
    lock = app.config.root / "state" / "delivery.lock"
    async with _channels(app) as channels, _alone(lock, stop) as alone:
        if not alone:
            return Report(0, {}, ())
        sending = _Pass(app, channels, stop)
        lost = await asyncio.to_thread(app.store.recover, app.now())
        if lost:
            sending.troubles.append(f"推送中断：{lost} 条不知是否已送达，核实后可 zhouxun deliveries retry")
        queued = 0
        if period:
            queued = await asyncio.to_thread(enqueue, app, period, channels, stop, only=only)
        await sending.run(timedelta(seconds=patience), only.key if only else None)
        return Report(queued, dict(sending.outcomes), tuple(sending.troubles))


async def rest(stop: asyncio.Event, seconds: float) -> None:
    """Sleep, but not beyond the moment at which one is to stop."""
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


@asynccontextmanager
async def _channels(app: App) -> AsyncIterator[dict[str, Channel]]:
    """Open every channel that config.yaml knows."""
    channels: dict[str, Channel] = {"email": app.channel("email")}
    if app.config.telegram:
        channels["telegram"] = app.channel("telegram")
    try:
        yield channels
    finally:
        for channel in channels.values():
            await channel.close()


@asynccontextmanager
async def _alone(path: Path, stop: asyncio.Event) -> AsyncIterator[bool]:
    """Wait until no other process of this machine delivers; gives False if it is to stop before that.

    The system frees the lock of a process that dies. So whoever holds it knows that a row which is
    claimed now was left by the dead.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as lock:
        while not (alone := _lock(lock)) and not stop.is_set():
            await rest(stop, 0.1)
        yield alone


def _lock(file: IO[str]) -> bool:
    # Not on every system: imported where it is needed, so that the other commands work there.
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class _Pass:
    """One pass over what is due: a few messages at a time on each channel, each row settled by itself."""

    def __init__(self, app: App, channels: Mapping[str, Channel], stop: asyncio.Event) -> None:
        self.outcomes: Counter[DeliveryState] = Counter()
        self.troubles: list[str] = []
        self._app = app
        self._channels = channels
        self._stop = stop
        self._down: set[str] = set()
        self._fixed = {_present(app.store, s).key for s in app.config.subscribers}
        self._width = {name: asyncio.Semaphore(_WIDTH.get(name, 1)) for name in channels}

    async def run(self, patience: timedelta, subscriber: str | None) -> None:
        """Send until nothing is due within the time one is ready to wait."""
        until = self._app.now() + patience
        while not self._stop.is_set():
            rows = await asyncio.to_thread(
                self._app.store.due_deliveries, until, _BATCH, subscriber=subscriber
            )
            now = self._app.now()
            waiting = [row.due for row in rows if row.due and row.due > now]
            ready = [row for row in rows if not row.due or row.due <= now]
            if ready:
                # All are waited for, also when the database fails: what is on its way is not abandoned.
                ends = await asyncio.gather(*map(self._deliver, ready), return_exceptions=True)
                for failure in filter(None, ends):
                    raise failure
            elif waiting:
                await rest(self._stop, (min(waiting) - now).total_seconds())
            else:
                break

    async def _deliver(self, row: Delivery) -> None:
        if row.channel not in self._channels:
            await self._put_off(row, "config.yaml has no such channel")
            return
        async with self._width[row.channel]:
            if self._stop.is_set():
                return
            if row.channel in self._down:
                await self._put_off(row, "the channel cannot send now")
            elif await asyncio.to_thread(self._claim, row):
                await self._send(row)

    def _claim(self, row: Delivery) -> bool:
        """Take a row, unless its subscriber has left since it was put in."""
        store, now = self._app.store, self._app.now()
        who = store.subscriber(_subscriber(row))
        if not (_is_active(who) if who else row.subscriber in self._fixed):
            store.pause_deliveries(row.subscriber, "no longer subscribed", now)
            return False
        return store.claim(*_key(row), now)

    async def _put_off(self, row: Delivery, why: str) -> None:
        """Leave a row for a later pass without counting a try."""
        now = self._app.now()
        await asyncio.to_thread(
            self._app.store.settle, *_key(row), "pending", row.answer or why, now, due=now + _WAITS[1]
        )

    async def _send(self, row: Delivery) -> None:
        try:
            payload = json.loads(row.payload)
            message = Message.from_json(row.issue, _recipient(row.subscriber), row.part, payload)
            answer = await self._channels[row.channel].send(message)
        except DeliveryError as error:
            await self._failed(row, error)
        except Exception as error:
            # A fault of our own: whether anything left is not known, and the others must go on.
            log.exception("sending %s to %s", row.issue, row.subscriber)
            await self._failed(row, Uncertain(f"{type(error).__name__}: {error}"))
        else:
            self.outcomes["sent"] += 1
            await asyncio.to_thread(self._app.store.settle, *_key(row), "sent", answer, self._app.now())

    async def _failed(self, row: Delivery, error: DeliveryError) -> None:
        now = self._app.now()
        verdict = judge(error, row.attempts + 1, now)
        log.warning("%s %s part %d: %s (%s)", row.issue, row.subscriber, row.part, error, verdict.state)
        await asyncio.to_thread(
            self._app.store.settle, *_key(row), verdict.state, verdict.answer, now, due=verdict.due
        )
        self.outcomes[verdict.state] += 1
        if isinstance(error, Moved):
            await asyncio.to_thread(self._follow, row, error)
        elif isinstance(error, Gone):
            await asyncio.to_thread(self._pause, row, verdict.answer)
        elif isinstance(error, Unavailable):
            self._report_down(row.channel, str(error))
        if verdict.state in ("failed", "ambiguous"):
            self.troubles.append(f"{row.issue} {row.subscriber}: {verdict.answer}")

    def _report_down(self, channel: str, why: str) -> None:
        if channel not in self._down:
            self._down.add(channel)
            self.troubles.append(f"{channel} 无法发送：{why}")

    def _follow(self, row: Delivery, error: Moved) -> None:
        new = Subscriber(telegram=int(error.recipient))
        move(self._app.store, _subscriber(row), new)
        if row.subscriber in self._fixed:
            self._fixed.add(new.key)

    def _pause(self, row: Delivery, answer: str) -> None:
        store, now = self._app.store, self._app.now()
        store.pause_deliveries(row.subscriber, answer, now)
        who = everyone(self._app.config, store).get(row.subscriber)
        if who:
            store.save_subscriber(replace(who, paused=True), now)


def _subscriber(row: Delivery) -> Subscriber:
    """Return a row's subscriber by address alone."""
    channel, _, address = row.subscriber.partition(":")
    return Subscriber.model_validate({channel: address})


def _key(row: Delivery) -> tuple[str, str, str, int]:
    return row.issue, row.subscriber, row.channel, row.part
