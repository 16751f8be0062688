"""Processes for the work that costs processor time: reading pages while the event loop fetches others."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from types import FrameType, TracebackType
from typing import ParamSpec, Self, TypeVar

from scrapers.errors import Unreadable

P = ParamSpec("P")
R = TypeVar("R")

LONGEST = 60.0  # seconds that reading one document may take


class Workers:
    """A pool of processes, started when first used and replaced when one dies.

    Args:
        count: processes; None leaves one core to fetching and storing, 0 works in this process, without
            a limit on time.
    """

    def __init__(self, count: int | None = None) -> None:
        self._count = min(4, max(1, (os.cpu_count() or 1) - 1)) if count is None else count
        self._pool: ProcessPoolExecutor | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)

    async def run(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a function of a module with values that can be pickled, in another process.

        Raises:
            Unreadable: it ran out of time or killed its process; and whatever it raises itself.
        """
        if self._count == 0:
            return work(*args, **kwargs)
        pool = self._pool = self._pool or self._start()
        try:
            return await asyncio.wrap_future(pool.submit(_limited, work, args, kwargs))
        except BrokenExecutor as error:
            if self._pool is pool:
                self._pool = None
            raise Unreadable("处理进程意外终止") from error

    def _start(self) -> ProcessPoolExecutor:
        # Several are forked from one that has read a page once: they share the word lists it loaded.
        context: BaseContext = multiprocessing.get_context("spawn")
        if self._count > 1:
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(["bot.warm"])
        return ProcessPoolExecutor(self._count, mp_context=context, initializer=_prepare)


def _prepare() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it, not even when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _limited(work: Callable[..., R], args: tuple[object, ...], kwargs: dict[str, object]) -> R:
    signal.signal(signal.SIGALRM, _give_up)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        return work(*args, **kwargs)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise Unreadable(f"处理超过 {LONGEST:.0f} 秒")
