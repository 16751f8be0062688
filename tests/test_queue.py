"""Polls wait in a queue: one contract over that of a process and that of PostgreSQL, and workers as processes."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import queue as queues
from bot.app import App
from bot.config import load
from bot.queue import Asked, Queue, open_queue
from tests.databases import new_postgres
from tests.farm import Answer, Site, serving
from tests.farm.sites import listing, stories
from tests.waiting import wait_for

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime(2025, 3, 12, 8, 0, tzinfo=UTC)


def asked(source: str, host: str = "") -> Asked:
    return Asked(source, host or f"{source}.example.org", NOW)


def working(database: str, do: Callable[[Queue, asyncio.Event], Awaitable[None]]) -> None:
    """Run a test's coroutine with an open queue and the event that stops its workers."""

    async def run() -> None:
        async with asyncio.timeout(60), open_queue(database) as queue:
            await do(queue, asyncio.Event())

    asyncio.run(run())


async def until(ready: Callable[[], object]) -> None:
    await asyncio.to_thread(wait_for, ready, seconds=20)


# --- the contract --------------------------------------------------------------------------------


def test_what_is_put_in_is_done_once(database: str) -> None:
    """Every poll comes out as it was put in; one of a source that waits already is not added again."""
    done: list[Asked] = []

    async def do(queue: Queue, stop: asyncio.Event) -> None:
        for name in ("a", "b", "a", "c", "b"):
            await queue.put(asked(name))

        async def poll(what: Asked) -> None:
            done.append(what)

        work = asyncio.create_task(queue.work(poll, stop))
        await until(lambda: len(done) >= 3)
        await queue.put(asked("d"))
        await until(lambda: len(done) >= 4)
        stop.set()
        await work

    working(database, do)
    assert sorted(done, key=lambda a: a.source) == [asked(name) for name in "abcd"]


def test_polls_of_different_sources_are_under_way_at_once(database: str) -> None:
    """One that takes long holds up no other."""
    done: list[str] = []

    async def do(queue: Queue, stop: asyncio.Event) -> None:
        quick = asyncio.Event()

        async def poll(what: Asked) -> None:
            await (quick.wait() if what.source == "slow" else asyncio.sleep(0))
            done.append(what.source)

        for name in ("slow", "a", "b"):
            await queue.put(asked(name))
        work = asyncio.create_task(queue.work(poll, stop))
        await until(lambda: len(done) >= 2)
        assert sorted(done) == ["a", "b"]
        quick.set()
        await until(lambda: len(done) >= 3)
        stop.set()
        await work

    working(database, do)


def test_a_stop_begins_nothing_more_and_cuts_off_what_lasts(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is under way gets a moment, then it is cancelled: a poll loses nothing by that."""
    monkeypatch.setattr(queues, "_PATIENCE", 0.2)
    begun: list[str] = []
    cut: list[str] = []

    async def do(queue: Queue, stop: asyncio.Event) -> None:
        async def poll(what: Asked) -> None:
            begun.append(what.source)
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError:
                cut.append(what.source)
                raise

        await queue.put(asked("endless"))
        work = asyncio.create_task(queue.work(poll, stop))
        await until(lambda: begun)
        stop.set()
        await queue.put(asked("late"))
        await asyncio.wait_for(work, 20)

    working(database, do)
    assert (begun, cut) == (["endless"], ["endless"])


# --- on PostgreSQL -------------------------------------------------------------------------------


def test_what_is_being_fetched_as_the_stop_comes_waits_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """A poll that is on its way from the database as the stop comes is not begun, and the next worker has it."""
    from procrastinate.manager import JobManager

    database = new_postgres()
    stops: list[asyncio.Event] = []
    begun: list[str] = []
    fetch = JobManager.fetch_job

    async def stopped_meanwhile(self: JobManager, *args: Any, **kwargs: Any) -> Any:
        if stops:
            stops.pop().set()
        return await fetch(self, *args, **kwargs)

    monkeypatch.setattr(JobManager, "fetch_job", stopped_meanwhile)

    async def do(queue: Queue, stop: asyncio.Event) -> None:
        async def poll(what: Asked) -> None:
            begun.append(what.source)
            stop.set()

        await queue.put(asked("a"))
        stops.append(stop)
        await asyncio.wait_for(queue.work(poll, stop), 20)
        assert begun == []
        stop.clear()
        async with open_queue(database) as other:
            await asyncio.wait_for(other.work(poll, stop), 20)

    working(database, do)
    assert begun == ["a"]


def test_of_a_host_one_poll_is_under_way_over_all_workers() -> None:
    """Two workers take polls of one host one after the other, those of others beside them."""
    database = new_postgres()
    now_on: dict[str, int] = {}
    most: dict[str, int] = {}
    done: list[str] = []

    async def poll(what: Asked) -> None:
        now_on[what.host] = now_on.get(what.host, 0) + 1
        most[what.host] = max(most.get(what.host, 0), now_on[what.host])
        await asyncio.sleep(0.05)
        now_on[what.host] -= 1
        done.append(what.source)

    async def do(queue: Queue, stop: asyncio.Event) -> None:
        async with open_queue(database) as other:
            for n in range(6):
                await queue.put(asked(f"s{n}", "same.example.org"))
            work = [asyncio.create_task(q.work(poll, stop)) for q in (queue, other)]
            await until(lambda: len(done) >= 6)
            stop.set()
            await asyncio.gather(*work)

    working(database, do)
    assert sorted(done) == [f"s{n}" for n in range(6)]
    assert most == {"same.example.org": 1}


def test_what_a_dead_worker_had_taken_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a sign of life its lock is freed, and the next poll of that host is done by another."""
    database = new_postgres()
    monkeypatch.setattr(queues, "_STALE", 1.0)
    dead = subprocess.Popen(
        [sys.executable, "-c", _TAKES_AND_HANGS, database], cwd=ROOT, stdout=subprocess.PIPE
    )
    done: list[str] = []

    async def poll(what: Asked) -> None:
        done.append(what.source)

    async def do(queue: Queue, stop: asyncio.Event) -> None:
        await queue.put(asked("first", "same.example.org"))
        assert dead.stdout
        await asyncio.to_thread(dead.stdout.readline)
        dead.send_signal(signal.SIGKILL)
        await asyncio.to_thread(dead.wait, 20)
        await queue.put(asked("second", "same.example.org"))
        work = asyncio.create_task(queue.work(poll, stop))
        await until(lambda: done)
        stop.set()
        await work

    try:
        working(database, do)
    finally:
        dead.kill()
        dead.communicate()
    assert done == ["second"]


def test_a_stop_ends_the_work_though_a_cancellation_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the database's pool swallows, as it does when a connection comes at that moment, holds up nothing."""
    from procrastinate.manager import JobManager

    asked_for: list[str] = []

    async def swallow(self: JobManager, queue: str, seconds_since_heartbeat: float) -> list[object]:
        asked_for.append(queue)
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(3600)
        return []

    monkeypatch.setattr(JobManager, "get_stalled_jobs", swallow)

    async def do(queue: Queue, stop: asyncio.Event) -> None:
        async def poll(what: Asked) -> None:
            raise AssertionError(what)

        work = asyncio.create_task(queue.work(poll, stop))
        await until(lambda: asked_for)
        stop.set()
        done, _ = await asyncio.wait((work,), timeout=20)
        assert done

    working(new_postgres(), do)


_TAKES_AND_HANGS = """
import asyncio, sys
from bot.queue import open_queue

async def hang(asked):
    print("taken", flush=True)
    await asyncio.sleep(3600)

async def main():
    async with open_queue(sys.argv[1]) as queue:
        await queue.work(hang, asyncio.Event())

asyncio.run(main())
"""


# --- processes -----------------------------------------------------------------------------------


@contextmanager
def process(config: Path, command: str) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = subprocess.Popen(
        [sys.executable, "-m", "bot", "--config", str(config), command], env=environment, cwd=ROOT
    )
    try:
        yield started
    finally:
        started.kill()
        started.wait(20)


def test_workers_poll_what_is_asked_for_and_one_killed_midway_loses_nothing(tmp_path: Path) -> None:
    """Two workers share the sources; one is killed, and in the end every article is stored once."""
    database = new_postgres()
    told = [stories(n, 8, date(2025, 3, 12)) for n in range(3)]
    sites = [slowly(listing(f"s{n}", made).site) for n, made in enumerate(told)]
    names = [f"s{n}" for n in range(3)]
    with serving(*sites):
        config = tmp_path / "config.yaml"
        sources = [{"id": n, "url": f"{site.url}/news/"} for n, site in zip(names, sites, strict=True)]
        http = {"allow_private": ["127.0.0.0/8"], "delay": 0, "timeout": "5s"}
        config.write_text(
            json.dumps({"database": database, "http": http, "sources": sources}), encoding="utf-8"
        )
        asyncio.run(ask(database, names))
        with process(config, "worker") as first, process(config, "worker") as second:
            with App(load(config)) as app:
                wait_for(lambda: app.store.counters().articles >= 1, lambda: first.poll() is None)
                first.send_signal(signal.SIGKILL)
                asyncio.run(ask(database, names))  # as the service does while a poll was not seen to be done
                # What the killed one had taken is given up only after it has shown no life for a while.
                wait_for(
                    lambda: app.store.counters().articles == 24, lambda: second.poll() is None, seconds=120
                )
                titles = [article.title for article in app.store.articles()]
            second.send_signal(signal.SIGTERM)
            assert second.wait(20) == 0
    assert sorted(titles) == sorted(story.title for made in told for story in made)


def slowly(site: Site) -> Site:
    """Let every answer take a moment, so that a kill comes in the middle."""
    for path, answer in site.routes.items():
        if isinstance(answer, Answer):
            site.routes[path] = replace(answer, wait=0.03)
    return site


async def ask(database: str, names: list[str]) -> None:
    async with open_queue(database) as queue:
        for name in names:
            await queue.put(Asked(name, name, datetime.now(UTC) + timedelta(seconds=1)))
