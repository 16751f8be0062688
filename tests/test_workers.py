"""Workers: work in processes that may be killed at any moment, without the work being lost."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import workers
from bot.app import App
from bot.errors import StoreError
from bot.workers import Stem, Workers, in_time
from scrapers.errors import Unreadable
from tests.farm import serving
from tests.farm.polls import config
from tests.farm.sites import SHANGHAI, by_date, listing, stories
from tests.waiting import wait_for

ROOT = Path(__file__).resolve().parents[1]
TODAY = datetime.now(UTC).astimezone(SHANGHAI).date()


def whoami() -> int:
    return os.getpid()


def die_once(mark: Path) -> str:
    """Kill the process that runs this, unless one was killed before."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail(error: Exception) -> None:
    raise error


def read_for_ever() -> None:
    with in_time():
        while True:
            time.sleep(0.01)


def echo(value: bytes) -> bytes:
    return value


def run(*work):
    """Run calls side by side in two workers; their results or exceptions."""

    async def all_of_it() -> list[object]:
        with Stem() as stem:
            async with Workers(stem, 2) as pool:
                return await asyncio.gather(*(pool.run(*call) for call in work), return_exceptions=True)

    return asyncio.run(all_of_it())


def test_work_is_done_in_a_few_other_processes():
    """Never in this one, and in no more processes than asked for."""
    found = set(run(*[(whoami,)] * 20))
    assert os.getpid() not in found
    assert len(found) <= 2


def test_what_travels_may_be_large():
    """A message is longer than any buffer between the processes."""
    value = os.urandom(5_000_000)
    assert run((echo, value)) == [value]


def test_a_process_that_did_enough_makes_room_for_a_fresh_one(monkeypatch):
    """What a process keeps for itself does not grow for ever, and nothing is lost when it goes."""
    monkeypatch.setattr(workers, "_ENOUGH", 2)
    did = Counter(run(*[(whoami,)] * 9))
    assert sum(did.values()) == 9 and max(did.values()) == 2


def test_work_whose_process_is_killed_is_done_by_another(tmp_path):
    """A death may come from outside (out of memory, an operator): nothing is given up for it."""
    assert run((die_once, tmp_path / "mark"), *[(echo, b"x")] * 6) == ["done", *[b"x"] * 6]


def test_work_that_kills_its_process_is_given_up_and_harms_no_other():
    """After the second death the work is to blame; what ran beside it and comes after it is done."""
    first, *others = run((die,), *[(echo, b"x")] * 6)
    assert isinstance(first, Unreadable)
    assert others == [b"x"] * 6


def test_reading_that_does_not_end_is_stopped(monkeypatch):
    """The worker that was stopped goes on with the next work."""
    monkeypatch.setattr(workers, "LONGEST", 0.3)
    first, second = run((read_for_ever,), (echo, b"x"))
    assert isinstance(first, Unreadable)
    assert second == b"x"


@pytest.mark.parametrize(
    "error", [StoreError("disk full"), KeyError("a"), OSError("no"), TimeoutError("late")]
)
def test_an_error_comes_back_as_it_was(error):
    """Whatever the work raises is raised here, and the process lives on."""
    (found,) = run((fail, error))
    assert (type(found), str(found)) == (type(error), str(error))


def test_a_poll_whose_workers_are_killed_loses_and_doubles_nothing(tmp_path):
    """kill -9 of whatever reads and stores, again and again: the poll goes on and stores every article once."""
    made = stories(12, 40, TODAY)
    kind = listing("a", made)
    for story in made:
        kind.site.routes[by_date(story)] = replace(kind.site.routes[by_date(story)], wait=0.05)
    with serving(kind.site):
        file = tmp_path / "config.yaml"
        settings = {
            "http": {"delay": 0, "allow_private": ["127.0.0.0/8"]},
            "database": "sqlite:///zhouxun.db",
            "sources": [{"id": "a", "url": f"{kind.site.url}/news/"}],
        }
        file.write_text(json.dumps(settings))
        command = [sys.executable, "-m", "bot", "--config", str(file), "poll", "--all", "--json"]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
            killed = 0
            for moment in (3, 9, 15, 21, 27):
                wait_for(
                    lambda moment=moment: len(kind.site.asked()) > moment, lambda: process.poll() is None
                )
                killed += kill_workers(process.pid)
            said = json.loads(process.communicate(timeout=120)[0])
    assert killed >= 4
    assert (said[0]["state"], said[0]["skipped"]) == ("ok", 0)
    with App(config(tmp_path)) as app:
        titles = [article.title for article in app.store.articles()]
    assert sorted(titles) == sorted(story.title for story in made)


def test_a_parent_that_is_killed_takes_its_workers_along_and_they_say_nothing(tmp_path):
    """Whether they were at work or waited for it."""
    program = tmp_path / "parent.py"
    program.write_text(
        "import asyncio, time\nfrom bot.workers import Stem, Workers\n"
        "async def main(stem):\n"
        "    async with Workers(stem, 2) as pool:\n"
        "        await asyncio.gather(pool.run(time.sleep, 0.1), pool.run(time.sleep, 0.1))\n"
        "        print('ready', flush=True)\n"
        "        await pool.run(time.sleep, 60)\n"
        "with Stem() as stem:\n    asyncio.run(main(stem))\n"
    )
    command = [sys.executable, str(program)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "ready\n"
        parent.kill()
        assert parent.communicate(timeout=30) == ("", "")


def kill_workers(parent: int) -> int:
    """Kill the grandchildren of a process: its children are the stem; return how many there were."""
    found = [worker for stem in children(parent) for worker in children(stem)]
    for worker in found:
        os.kill(worker, signal.SIGKILL)
    return len(found)


def children(process: int) -> list[int]:
    """Return the ids of a process's children that are alive."""
    found = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        found += [int(child) for child in task.read_text().split()]
    return [
        child
        for child in found
        if Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    ]


def test_a_poll_carries_only_what_every_poll_needs() -> None:
    """The libraries of Telegram, attachments and migrations take 40 MB: they come with the first that asks for them."""
    asked = "import sys, bot.commands.polling, bot.warm; print({'telegram', 'pypdf', 'docx', 'alembic'} & sys.modules.keys())"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "set()"
