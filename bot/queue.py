"""The queue (队列): where polls that are due wait for a process that has time for them.

In one process it is a list. On PostgreSQL it is procrastinate's tables: `zhouxun run` puts polls in, and
takes them out together with any number of `zhouxun worker`. A poll that is lost with its process is asked
for again by whoever asked, so nothing here has to outlive a crash.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from bot.errors import UsageError

if TYPE_CHECKING:
    import procrastinate

log = logging.getLogger(__name__)

_PATIENCE = 3.0  # seconds a poll may go on after the stop; it loses nothing when it is cut off
_STALE = 30.0  # seconds without a sign of life after which a worker's polls are given up
_AGAIN = 10.0  # seconds until a queue that could not be read is tried again
_LOOK = 1.0  # seconds between looks for polls whose host has become free: nobody tells of that
_WIDTH = 32  # polls that one process takes from a shared queue at once
_SCHEMA_LOCK = 0x7A78_71  # any number that nobody else locks


@dataclass(frozen=True, slots=True)
class Asked:
    """A poll that is due: of which source, on which host, and since when one is wanted (aware)."""

    source: str
    host: str
    since: datetime


Work = Callable[[Asked], Awaitable[None]]


class Queue(Protocol):
    """Where polls wait."""

    async def put(self, asked: Asked) -> None:
        """Add a poll; where one of that source waits already, nothing."""

    async def work(self, poll: Work, stop: asyncio.Event) -> None:
        """Take polls and do them, several at once, until the stop; what is then under way gets a moment.

        Args:
            poll: does one and raises nothing.
            stop: set when nothing more is to be begun.
        """


def open_queue(database: str) -> AbstractAsyncContextManager[Queue]:
    """Return the queue that goes with a database: a shared one on PostgreSQL, else one of this process."""
    return _shared(database) if database.startswith("postgresql") else contextlib.nullcontext(OwnQueue())


class OwnQueue:
    """The queue of one process: of a source it holds one poll, waiting or under way."""

    def __init__(self) -> None:
        self._waiting: asyncio.Queue[Asked] = asyncio.Queue()
        self._held: set[str] = set()

    async def put(self, asked: Asked) -> None:
        """Add a poll; where one of that source waits or is under way, nothing."""
        if asked.source not in self._held:
            self._held.add(asked.source)
            self._waiting.put_nowait(asked)

    async def work(self, poll: Work, stop: asyncio.Event) -> None:
        """Begin every poll as it comes (what runs at once is bounded by who polls) until the stop."""
        under_way: set[asyncio.Task[None]] = set()
        while (asked := await self._next(stop)) is not None:
            task = asyncio.create_task(self._do(poll, asked))
            under_way.add(task)
            task.add_done_callback(under_way.discard)
        await _end(under_way)

    async def _next(self, stop: asyncio.Event) -> Asked | None:
        taking, stopping = asyncio.create_task(self._waiting.get()), asyncio.create_task(stop.wait())
        await asyncio.wait((taking, stopping), return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if taking.done() and not stop.is_set():
            return taking.result()
        taking.cancel()
        return None

    async def _do(self, poll: Work, asked: Asked) -> None:
        try:
            await poll(asked)
        finally:
            self._held.discard(asked.source)


async def _end(tasks: set[asyncio.Task[None]]) -> None:
    if tasks:
        _, left = await asyncio.wait(tasks, timeout=_PATIENCE)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


# --- on PostgreSQL -------------------------------------------------------------------------------


@asynccontextmanager
async def _shared(database: str) -> AsyncIterator[Queue]:
    try:
        import procrastinate
    except ImportError:
        raise UsageError(
            "database: PostgreSQL needs more packages: pip install 'zhouxun[postgres]'"
        ) from None
    await _make_tables(database, procrastinate.schema.SchemaManager.get_schema())
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=database, min_size=1))
    async with app.open_async():
        yield SharedQueue(app)


async def _make_tables(database: str, schema: str) -> None:
    """Make the library's tables where they are not there; several processes may want to at once."""
    import psycopg

    async with await psycopg.AsyncConnection.connect(database) as connection:
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (_SCHEMA_LOCK,))
        found = await (await connection.execute("SELECT to_regclass('procrastinate_jobs')")).fetchone()
        if found == (None,):
            await connection.execute(schema.encode())


class SharedQueue:
    """The queue of all processes on one PostgreSQL: of a host one poll is under way, wherever that is."""

    def __init__(self, app: procrastinate.App) -> None:
        self._app = app

    async def put(self, asked: Asked) -> None:
        """Add a poll; where one of that source waits already, nothing."""
        from procrastinate.exceptions import AlreadyEnqueued

        job = self._app.configure_task(
            "poll", queue="polls", lock=f"host:{asked.host}", queueing_lock=f"poll:{asked.source}"
        )
        with contextlib.suppress(AlreadyEnqueued):
            await job.defer_async(source=asked.source, host=asked.host, since=asked.since.isoformat())

    async def work(self, poll: Work, stop: asyncio.Event) -> None:
        """Take polls from all who put them in, and free what processes that died had taken, until the stop."""

        async def do(source: str, host: str, since: str) -> None:
            asked = Asked(source, host, datetime.fromisoformat(since))
            # What was being fetched as the stop came is begun nonetheless: it is left to the other workers.
            await (self.put(asked) if stop.is_set() else poll(asked))

        self._app.task(name="poll", queue="polls")(do)
        stopping = asyncio.create_task(stop.wait())
        while not stop.is_set():
            worker = asyncio.create_task(self._take())
            await asyncio.wait((stopping, worker), return_when=asyncio.FIRST_COMPLETED)
            worker.cancel()
            (error,) = await asyncio.gather(worker, return_exceptions=True)
            if not stop.is_set():
                log.error("the queue cannot be read, trying again: %s", error)
                await asyncio.wait((stopping,), timeout=_AGAIN)
        stopping.cancel()

    async def _take(self) -> None:
        ended = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._free_stale(ended))
            try:
                await self._app.run_worker_async(
                    queues=["polls"],
                    concurrency=_WIDTH,
                    fetch_job_polling_interval=_LOOK,
                    delete_jobs="always",
                    install_signal_handlers=False,
                    shutdown_graceful_timeout=_PATIENCE,
                    update_heartbeat_interval=_STALE / 3,
                    stalled_worker_timeout=_STALE,
                )
            finally:
                ended.set()

    async def _free_stale(self, ended: asyncio.Event) -> None:
        """Give up what a process that died had taken: its lock would keep the host for ever.

        Args:
            ended: set when the worker is through. A cancellation alone would not do: until Python 3.12
                asyncio.wait_for, which the connection pool uses, loses one that comes with its result.
        """
        from procrastinate.jobs import Status

        jobs: Any = self._app.job_manager
        while not ended.is_set():
            for job in await jobs.get_stalled_jobs(queue="polls", seconds_since_heartbeat=_STALE):
                log.warning("%s: the process that polled it is gone", job.task_kwargs.get("source"))
                await jobs.finish_job(job, status=Status.FAILED, delete_job=True)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), _STALE / 4)
