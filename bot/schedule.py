"""When things run: a process that polls, delivers and answers, and others that help it poll, until told to stop.

APScheduler says when; what runs is idempotent (bot/jobs.py, bot/delivery.py), so that a time that was
missed, or a process that died, costs nothing but the delay.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from aiohttp.web import AppRunner
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger
from watchfiles import awatch

from bot import cadence, chat, delivery, jobs, web
from bot.app import App
from bot.cadence import last_due
from bot.config import Config, load, parse_when
from bot.digest import Period
from bot.errors import ZhouxunError
from bot.queue import Asked, Queue, open_queue
from bot.store import SourceState
from bot.workers import Stem
from scrapers.model import Source

log = logging.getLogger(__name__)

# The moment up to which digests were delivered.
_DIGEST_DONE = "digest:done"
_RETRY = timedelta(minutes=1)
_HEALTH = timedelta(minutes=10)
# Seconds for messages on their way: as long as a server may take to answer.
_FAREWELL = 25.0


# --- deciding ------------------------------------------------------------------------------------


def missed(when: str, done: datetime, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the digest that should have left since the last one: of several missed only the latest.

    Args:
        when: a weekday and a time, such as `mon 08:00`.
        done: the moment up to which digests were delivered.
        now: aware.
        zone: the zone of the configuration.
    """
    due = last_due(when, now, zone)
    return due if done < due else None


def first_poll(source: Source, state: SourceState, now: datetime, zone: ZoneInfo) -> datetime:
    """Return when a source is polled first after a start: at once where its time went by meanwhile.

    An interval that config.yaml shortened counts from the last poll, unless that failed.
    """
    if state.next_due is None or state.last_attempt is None:
        return now
    due = state.next_due
    if state.failures == 0:
        declared = cadence.next_poll(
            source.every, state.last_attempt, name=source.id, cron=source.cron, zone=zone
        )
        due = min(due, declared)
    return max(due, now)


# --- running -------------------------------------------------------------------------------------


async def serve(config: Config, config_path: Path, role: type[Service | Helper], stem: Stem) -> None:
    """Run the service or a helper until SIGTERM or SIGINT, taking up changes of config.yaml on the way.

    Args:
        config: the configuration to begin with.
        config_path: the file it came from; SIGHUP or a change of the file has it read again.
        role: what this process does.
        stem: what processes that read and store are forked from.

    Raises:
        ZhouxunError: the service cannot start.
    """
    stop, changed = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    loop.add_signal_handler(signal.SIGHUP, changed.set)
    watcher = asyncio.create_task(_watch(config_path, changed, stop))
    try:
        proven: Config | None = None
        current: Config | None = config
        while current:
            try:
                with App(current) as app:
                    current, proven = await _serve_one(role(app), stem, config_path, changed, stop), current
            except ZhouxunError as error:
                if proven is None:
                    raise
                log.error("the changed config.yaml cannot be served, the old one is back: %s", error)
                current, proven = proven, None
    finally:
        stop.set()
        await asyncio.wait([watcher], timeout=1)


async def _watch(path: Path, changed: asyncio.Event, stop: asyncio.Event) -> None:
    """Notice changes of a file, also of one that editors write anew under its name."""

    def concerns_it(_: object, file: str) -> bool:
        return Path(file).name == path.name

    try:
        async for _ in awatch(path.parent, watch_filter=concerns_it, recursive=False, stop_event=stop):
            changed.set()
    except OSError as error:
        log.warning("%s is not watched for changes (%s); SIGHUP has it read again", path, error)


async def _serve_one(
    process: Service | Helper, stem: Stem, path: Path, changed: asyncio.Event, stop: asyncio.Event
) -> Config | None:
    """Serve one configuration; returns the next one, or None when the process is to end."""
    config = process.app.config
    async with jobs.open_world(process.app, stem) as world, open_queue(config.database) as queue:
        try:
            await process.start(world, queue)
            log.info("周讯 started: %d sources, digest %s", len(config.sources), config.digest.when)
            successor = None
            while successor is None and not stop.is_set():
                await _either(stop, changed)
                if changed.is_set() and not stop.is_set():
                    changed.clear()
                    successor = await _reread(config, path, process)
            return successor
        finally:
            await process.finish()
            log.info("周讯 stopped")


async def _either(*events: asyncio.Event) -> None:
    waits = [asyncio.create_task(event.wait()) for event in events]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()


async def _reread(current: Config, path: Path, process: Service | Helper) -> Config | None:
    """Return the configuration the file now holds; None where it is the same, or broken and refused."""
    try:
        new = await asyncio.to_thread(load, path)
        if new == current:
            return None
        await asyncio.to_thread(_try_out, new)
    except ZhouxunError as error:
        log.error("config.yaml refused, the old one stays:\n%s", error)
        await process.notify(f"config.yaml 有误，仍用原配置：\n{error}")
        return None
    log.info("config.yaml changed and is taken up")
    return new


def _try_out(config: Config) -> None:
    """Make what a new configuration promises, before the old one is given up."""
    with App(config) as app:
        app.store.counters()
        app.channel("email")


async def _poll(app: App, world: jobs.World, asked: Asked) -> None:
    """Do a poll that was asked for, unless it was done since."""
    try:
        source = app.config.source(asked.source)
        state = await asyncio.to_thread(app.store.source_state, source.id)
        if source.enabled and not (state.last_attempt and state.last_attempt >= asked.since):
            result = await jobs.poll_source(world, source)
            log.info("%s: %s, %d new", source.id, result.state, result.new)
    except ZhouxunError as error:
        log.error("%s: %s", asked.source, error)
    except Exception:
        log.exception("polling %s failed", asked.source)


class Helper:
    """A process beside the service, here or on another machine: it takes polls from the queue, and that is all."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._quit = asyncio.Event()
        self._work: asyncio.Task[None] | None = None

    async def start(self, world: jobs.World, queue: Queue) -> None:
        """Begin to take polls."""
        self._work = asyncio.create_task(queue.work(partial(_poll, self.app, world), self._quit))

    async def finish(self) -> None:
        """Take nothing more, and let what is under way end or be cut off."""
        self._quit.set()
        if self._work:
            await self._work

    async def notify(self, text: str) -> None:
        """Write it into the log: the service is the one who tells the operator."""
        log.warning("%s", text)


class Service:
    """The jobs of one configuration: begun by timers or by hand, never twice at once, ended in order."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._quit = asyncio.Event()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._told: frozenset[str] = frozenset()
        self._web: AppRunner | None = None
        self._timers = AsyncIOScheduler(
            timezone=app.config.zone,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    async def start(self, world: jobs.World, queue: Queue) -> None:
        """Set the timers, make up for a digest that was missed, and begin to answer."""
        config, store, now = self.app.config, self.app.store, self.app.now()
        self._world, self._queue = world, queue
        self._begin("polls", queue.work(partial(_poll, self.app, world), self._quit))
        for source in config.sources:
            if source.enabled:
                state = store.source_state(source.id)
                self._poll_at(source, first_poll(source, state, now, config.zone))
        weekday, clock = parse_when(config.digest.when)
        self._timers.add_job(
            self._digest_is_due, CronTrigger(day_of_week=weekday, hour=clock.hour, minute=clock.minute)
        )
        self._timers.add_job(self._begin_deliveries, IntervalTrigger(minutes=1))
        self._timers.add_job(self._begin_watch, IntervalTrigger(seconds=int(_HEALTH.total_seconds())))
        self._timers.start()
        if store.get(_DIGEST_DONE) is None:
            store.set(_DIGEST_DONE, now.isoformat())
        await self._digest_is_due()
        await self._begin_deliveries()
        if config.telegram:
            self._begin("chat", chat.answer(self.app, self._quit))
        self._web = await web.start(self.app)

    async def finish(self) -> None:
        """Begin nothing more, let messages on their way arrive, cut off what can be repeated."""
        if self._timers.running:
            self._timers.shutdown(wait=False)
        self._quit.set()
        if self._web:
            await self._web.cleanup()
        if self._tasks:
            _, left = await asyncio.wait(self._tasks.values(), timeout=_FAREWELL)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    async def notify(self, text: str) -> None:
        """Tell the admins of every channel that has some, or the log where none has."""
        channels = self.app.operator_channels()
        if not channels:
            log.warning("%s", text)
        for channel in channels:
            try:
                await channel.notify(text, self.app.now())
            finally:
                await channel.close()

    # APScheduler cancels the coroutines it runs when it is shut down. A delivery must not be cut off
    # between sending and settling, so the timers only begin tasks that are this service's own.

    def _begin(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        if name in self._tasks or self._quit.is_set():
            work.close()
            return
        task = self._tasks[name] = asyncio.create_task(self._guard(name, work))
        task.add_done_callback(lambda _: self._tasks.pop(name, None))

    async def _guard(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except ZhouxunError as error:
            log.error("%s: %s", name, error)
        except Exception:
            log.exception("%s failed", name)

    # --- polling ---

    def _poll_at(self, source: Source, moment: datetime, since: datetime | None = None) -> None:
        self._timers.add_job(
            self._poll_is_due,
            DateTrigger(moment),
            args=[source, since],
            id=f"ask:{source.id}",
            replace_existing=True,
        )

    async def _poll_is_due(self, source: Source, since: datetime | None) -> None:
        self._begin(f"ask:{source.id}", self._ask(source, since))

    async def _ask(self, source: Source, since: datetime | None) -> None:
        """Ask for a poll, and look a moment later whether it was done; only then is the next one's time known."""
        now = self.app.now()
        state = await asyncio.to_thread(self.app.store.source_state, source.id)
        if since and state.next_due and state.last_attempt and state.last_attempt >= since:
            self._poll_at(source, max(now, state.next_due))
            return
        asked = Asked(source.id, urlsplit(source.url).hostname or source.id, since or now)
        self._poll_at(source, now + _RETRY, asked.since)
        await self._queue.put(asked)

    async def _begin_watch(self) -> None:
        self._begin("health", self._watch())

    async def _watch(self) -> None:
        await jobs.watch_health(self._world, self.app.config.sources, self.notify)

    # --- delivering ---

    async def _digest_is_due(self) -> None:
        config, now = self.app.config, self.app.now()
        done = self.app.store.get(_DIGEST_DONE)
        since = datetime.fromisoformat(done) if done else datetime.min.replace(tzinfo=UTC)
        due = missed(config.digest.when, since, now, config.zone)
        if due:
            self._begin("digest", self._digest(due))

    async def _digest(self, due: datetime) -> None:
        config = self.app.config
        period = Period.ending(due, config.digest.lookback, config.zone)
        await self._deliver(period)
        if not self._quit.is_set():
            await asyncio.to_thread(self.app.store.set, _DIGEST_DONE, due.isoformat())

    async def _begin_deliveries(self) -> None:
        if "digest" not in self._tasks:
            self._begin("deliveries", self._deliver(None))

    async def _deliver(self, period: Period | None) -> None:
        report = await delivery.deliver(self.app, period, stop=self._quit)
        if report.outcomes:
            log.info("delivered %s: %s", period.issue if period else "what waited", dict(report.outcomes))
        news = [trouble for trouble in report.troubles if trouble not in self._told]
        self._told = frozenset(report.troubles) if report.troubles or report.outcomes else self._told
        if news:
            more = f"\n……另有 {len(news) - 10} 条" if len(news) > 10 else ""
            await self.notify("推送有问题：\n" + "\n".join(news[:10]) + more)
