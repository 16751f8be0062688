"""Processes for the work that costs processor time: reading and storing articles while the event loop fetches."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import gc
import os
import pickle
import select
import signal
import socket
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from types import FrameType, TracebackType
from typing import Any, NoReturn, ParamSpec, Self, TypeVar

from bot.errors import ZhouxunError
from scrapers.errors import Unreadable

P = ParamSpec("P")
R = TypeVar("R")

LONGEST = 60.0  # seconds that reading one document may take
_HUNG = 3 * LONGEST  # seconds after which a worker is killed that did not keep to it
_SIZE = 8  # bytes of a number that goes ahead of a message
_TIDY = 100  # orders after which a worker hands back what it freed
_ENOUGH = 500  # orders after which a fresh worker takes over: by then one keeps half as much again for itself

_DEATHS = (asyncio.IncompleteReadError, ConnectionError)

_limits = False  # whether this process is a worker, whose alarm is free to be set


class Stem:
    """The process that workers are forked from: what it loaded is in memory once for all of them.

    It is forked from this one, so it must be made first of all: before threads, before a database is
    opened, before the event loop.
    """

    def __init__(self) -> None:
        import bot.warm  # noqa: F401 - for what it loads, here too: what the stem alone did would be shared by fewer

        here, there = socket.socketpair()
        _share_what_is_loaded()
        if os.fork() == 0:
            here.close()
            _in_child(_stand, there)
        there.close()
        self._socket = here

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def sprout(self) -> socket.socket:
        """Start a worker; returns the connection to it.

        Raises:
            ZhouxunError: the stem is gone.
        """
        here, there = socket.socketpair()
        with there:
            try:
                socket.send_fds(self._socket, [b"+"], [there.fileno()])
            except OSError as error:
                here.close()
                raise ZhouxunError("the process that workers come from was killed: start again") from error
        return here


def _share_what_is_loaded() -> None:
    """Keep the collector off what is loaded: memory it writes to is no longer shared."""
    gc.collect()
    gc.freeze()
    _hand_back()


def _hand_back() -> None:
    """Give memory that was freed back to the system, where the C library (glibc) keeps it else."""
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)


def _in_child(work: Callable[[socket.socket], NoReturn], connection: socket.socket) -> NoReturn:
    try:
        work(connection)
    except ConnectionError:  # the parent was killed
        pass
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def _stand(parent: socket.socket) -> NoReturn:
    """Fork a worker for each connection that comes, until the parent is gone."""
    for number in (signal.SIGINT, signal.SIGTERM):  # of a whole group: the parent says when it is over
        signal.signal(number, signal.SIG_IGN)
    while True:
        said, handed, _, _ = socket.recv_fds(parent, 1, 1)
        if not said:
            os._exit(0)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG) != (0, 0):
                pass
        with socket.socket(fileno=handed[0]) as connection:
            if os.fork() == 0:
                parent.close()
                _in_child(_work, connection)


def _work(parent: socket.socket) -> NoReturn:
    """Do what the parent sends, until it sends no more."""
    global _limits
    _limits = True
    signal.signal(signal.SIGALRM, _give_up)
    threading.Thread(target=_follow, args=(parent.fileno(),), daemon=True).start()
    parent.sendall(os.getpid().to_bytes(_SIZE))
    with parent.makefile("rb") as orders:
        for number in count(1):
            if not (size := int.from_bytes(orders.read(_SIZE))):
                break
            answer = _answer(orders.read(size))
            parent.sendall(len(answer).to_bytes(_SIZE) + answer)
            if number % _TIDY == 0:
                _hand_back()
    os._exit(0)


def _follow(connection: int) -> NoReturn:
    """Do not outlive the parent, not even when it is killed."""
    hung_up = select.poll()
    hung_up.register(connection, select.POLLHUP)
    hung_up.poll()
    os._exit(1)


def _answer(order: bytes) -> bytes:
    try:
        work, args, kwargs = pickle.loads(order)
        return pickle.dumps((work(*args, **kwargs), None))
    except Exception as error:
        if not isinstance(error, (Unreadable, ZhouxunError)):
            error.add_note(traceback.format_exc())
        try:
            return pickle.dumps((None, error))
        except Exception:
            return pickle.dumps((None, RuntimeError(traceback.format_exc())))


@contextmanager
def in_time() -> Iterator[None]:
    """Bound the time that reading takes in a worker; in another process nothing.

    Raises:
        Unreadable: it ran out.
    """
    if not _limits:
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise Unreadable(f"处理超过 {LONGEST:.0f} 秒")


class _Worker:
    """A worker as its parent sees it; ``process`` is its id, ``orders`` how many it did."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, process: int) -> None:
        self._reader = reader
        self._writer = writer
        self._process = process
        self.orders = 0

    @classmethod
    async def start(cls, stem: Stem) -> Self:
        reader, writer = await asyncio.open_connection(sock=stem.sprout())
        return cls(reader, writer, int.from_bytes(await reader.readexactly(_SIZE)))

    async def do(self, order: bytes) -> tuple[Any, Exception | None]:
        """Hand over an order and await the answer; whoever does not stay for it has to kill the worker."""
        self._writer.write(len(order).to_bytes(_SIZE) + order)
        size = int.from_bytes(await self._reader.readexactly(_SIZE))
        answer, error = pickle.loads(await self._reader.readexactly(size))
        self.orders += 1
        return answer, error

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        self._writer.close()

    async def end(self) -> None:
        self._writer.write_eof()
        await self._reader.read()
        self._writer.close()


class Workers:
    """A few processes, each started when there is work for it and replaced when it dies.

    Args:
        stem: what they are forked from; None works in this process, without a limit on time.
        count: how many; None takes one per core: the event loop runs while they wait for the database.
    """

    def __init__(self, stem: Stem | None = None, count: int | None = None) -> None:
        self._stem = stem
        self._free = asyncio.Semaphore(count or min(4, os.cpu_count() or 1))
        self._idle: list[_Worker] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._idle:
            await self._idle.pop().end()

    async def run(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a function of a module with values that can be pickled, in another process.

        It is called again where its process was killed, so it must bear being done twice.

        Raises:
            Unreadable: it ran out of time or killed its process twice; and whatever it raises itself.
        """
        if self._stem is None:
            return work(*args, **kwargs)
        order = pickle.dumps((work, args, kwargs))
        async with self._free:
            answer, error = await self._outcome(self._stem, order)
        if error is not None:
            raise error
        return answer  # type: ignore[no-any-return]

    async def _outcome(self, stem: Stem, order: bytes) -> tuple[Any, Exception | None]:
        try:
            worker = self._idle.pop() if self._idle else await _Worker.start(stem)
            return await self._done(worker, order)
        except _DEATHS:  # it may have come from outside: what was being done is not to blame yet
            pass
        try:
            return await self._done(await _Worker.start(stem), order)
        except _DEATHS as error:
            raise Unreadable("处理进程意外终止") from error

    async def _done(self, worker: _Worker, order: bytes) -> tuple[Any, Exception | None]:
        try:
            async with asyncio.timeout(_HUNG):
                done = await worker.do(order)
        except TimeoutError:
            worker.kill()
            raise Unreadable("处理没有尽头") from None
        except BaseException:
            worker.kill()
            raise
        if worker.orders < _ENOUGH:
            self._idle.append(worker)
        else:
            with contextlib.suppress(*_DEATHS):  # killed as it goes: what it did is done
                await worker.end()
        return done
