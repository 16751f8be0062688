"""The service: what is due when, what was missed, and a real process that is started, told and stopped."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import jobs
from bot.app import App
from bot.config import WEEKDAYS, load
from bot.schedule import Service as Timetable
from bot.schedule import first_poll, last_due, missed
from bot.store import SourceState
from scrapers.model import Source
from tests.botapi import BotApi
from tests.farm import Answer, serving
from tests.farm.polls import poll
from tests.farm.sites import listing, stories
from tests.mailserver import MailServer
from tests.waiting import wait_for
from tests.world import SHANGHAI, Clock, put

HERE = Path(__file__).resolve().parent.parent
MONDAY = datetime(2025, 3, 17, 8, 0, tzinfo=SHANGHAI)
BERLIN = ZoneInfo("Europe/Berlin")


# --- deciding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "now", "due"),
    [
        ("mon 08:00", MONDAY, MONDAY),
        ("mon 08:00", MONDAY - timedelta(seconds=1), MONDAY - timedelta(days=7)),
        ("mon 08:00", MONDAY + timedelta(days=6, hours=23), MONDAY),
        ("sun 23:30", MONDAY, MONDAY.replace(day=16, hour=23, minute=30)),
        ("wed 00:00", MONDAY, MONDAY.replace(day=12, hour=0)),
        ("mon 08:00", datetime(2025, 3, 16, 23, 59, tzinfo=UTC), MONDAY - timedelta(days=7)),
        ("mon 08:00", datetime(2025, 3, 17, 0, 0, tzinfo=UTC), MONDAY),
    ],
)
def test_the_last_time_a_digest_was_due(when: str, now: datetime, due: datetime) -> None:
    assert last_due(when, now, SHANGHAI) == due


def test_a_change_of_clocks_moves_no_digest() -> None:
    """Where summer time begins on 30 March 2025, eight o'clock stays eight o'clock."""
    due = last_due("mon 08:00", datetime(2025, 3, 31, 12, 0, tzinfo=UTC), BERLIN)
    assert (due.isoformat(), due.utcoffset()) == ("2025-03-31T08:00:00+02:00", timedelta(hours=2))


@pytest.mark.parametrize(
    ("done", "now", "due"),
    [
        (MONDAY, MONDAY + timedelta(days=3), None),
        (MONDAY - timedelta(days=7), MONDAY - timedelta(seconds=1), None),
        (MONDAY - timedelta(days=7), MONDAY + timedelta(days=2), MONDAY),
        (MONDAY - timedelta(days=28), MONDAY + timedelta(days=2), MONDAY),
        (MONDAY - timedelta(hours=1), MONDAY, MONDAY),
        (MONDAY + timedelta(hours=1), MONDAY + timedelta(hours=2), None),
    ],
    ids=["sent", "not due yet", "missed once", "missed for weeks", "due now", "installed since"],
)
def test_what_was_missed_is_made_up_for_once(done: datetime, now: datetime, due: datetime | None) -> None:
    """Of several missed digests only the latest leaves; a fresh installation missed none."""
    assert missed("mon 08:00", done, now, SHANGHAI) == due


HOURLY = Source("a", "http://a.example/", every=3600.0)


@pytest.mark.parametrize(
    ("source", "state", "earliest", "latest"),
    [
        (HOURLY, SourceState("a"), 0, 0),
        (HOURLY, SourceState("a", last_attempt=MONDAY, next_due=MONDAY - timedelta(days=2)), 0, 0),
        (HOURLY, SourceState("a", last_attempt=MONDAY, next_due=MONDAY + timedelta(minutes=30)), 30, 30),
        (HOURLY, SourceState("a", last_attempt=MONDAY, next_due=MONDAY + timedelta(hours=24)), 50, 60),
        (HOURLY, SourceState("a", last_attempt=MONDAY, next_due=MONDAY + timedelta(hours=24), failures=3), 1440, 1440),
    ],
    ids=["never polled", "missed", "not due yet", "interval was shortened", "failing source is left alone"],
)  # fmt: skip
def test_when_a_source_is_polled_first_after_a_start(
    source: Source, state: SourceState, earliest: float, latest: float
) -> None:
    wait = (first_poll(source, state, MONDAY, SHANGHAI) - MONDAY).total_seconds() / 60
    assert earliest <= wait <= latest


# --- a real process ------------------------------------------------------------------------------


class Service:
    """`zhouxun run` as a process of its own, its log read along."""

    def __init__(self, config: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(HERE)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "--config", str(config), "run"],
            env=environment, cwd=HERE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip
        self.log = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.log += line

    def waits_for(self, ready: Callable[[], object], seconds: float = 25) -> None:
        wait_for(ready, lambda: self.process.poll() is None, seconds=seconds, told=lambda: self.log)

    def stop(self, number: int = signal.SIGTERM) -> float:
        """Tell it to stop; returns how long that took."""
        begun = time.monotonic()
        self.process.send_signal(number)
        assert self.process.wait(30) == 0, self.log
        self._reader.join(30)
        return time.monotonic() - begun


@contextmanager
def running(config: Path) -> Iterator[Service]:
    service = Service(config)
    try:
        yield service
    finally:
        service.process.kill()
        service.process.wait()
        if service.process.stderr:
            service._reader.join(30)
            service.process.stderr.close()


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with MailServer().running() as server:
        yield server


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi().running() as server:
        yield server


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def configuration(
    folder: Path,
    mail: MailServer,
    api: BotApi,
    *,
    readers: int = 1,
    database: str = "sqlite:///state/zhouxun.db",
) -> Path:
    """Write a config.yaml whose digest was due a minute ago, with a folder of one article as source."""
    (folder / "texts").mkdir(exist_ok=True)
    due = datetime.now(SHANGHAI) - timedelta(minutes=1)
    values = {
        "database": database,
        "sources": [{"url": "texts", "kind": "files", "every": "1h"}],
        "digest": {"when": f"{WEEKDAYS[due.weekday()]} {due:%H:%M}"},
        "channels": {
            "email": {"smtp": f"smtp://127.0.0.1:{mail.port}", "from": "周讯 <digest@example.org>"},
            "telegram": {"token": api.token, "api": api.address, "admins": [7]},
        },
        "web": {"listen": f"127.0.0.1:{free_port()}"},
        "subscribers": [{"email": f"r{n}@example.org"} for n in range(readers)] + [{"telegram": 42}],
    }
    path = folder / "config.yaml"
    path.write_text(json.dumps(values), encoding="utf-8")  # JSON is YAML
    api.chat(7)
    api.chat(42)
    return path


def was_off(config: Path) -> None:
    """Make it look as if the service had last delivered nine days ago, and had polled since."""
    with App(load(config)) as app:
        now = app.now()
        app.store.set("digest:done", (now - timedelta(days=9)).isoformat())
        day = (now - timedelta(days=2)).astimezone(SHANGHAI).date().isoformat()
        put(app.store, "没有错过的会", start=day, seen=now - timedelta(days=1))


def test_a_missed_digest_leaves_at_the_start_once_by_mail_and_telegram_and_the_bot_answers(
    tmp_path: Path, mail: MailServer, api: BotApi
) -> None:
    config = configuration(tmp_path, mail, api)
    was_off(config)
    for start in range(2):
        with running(config) as service:
            api.say(42, "没有错过")
            service.waits_for(lambda start=start: sum("检索" in t for t in api.texts(42)) == start + 1)
            service.waits_for(lambda: mail.received)
            service.waits_for(lambda: any("没有错过的会" in t and "检索" not in t for t in api.texts(42)))
            assert service.stop() < 5
            assert api.token not in service.log
    assert mail.addressees() == ["r0@example.org"]
    assert sum("检索" not in text for text in api.texts(42)) == 1


def test_a_fresh_installation_makes_up_for_nothing(
    tmp_path: Path, mail: MailServer, api: BotApi, database: str
) -> None:
    """It polls at once; the first digest leaves at its own time."""
    config = configuration(tmp_path, mail, api, database=database)
    text = "2025年3月10日，浙江省服装行业协会在杭州召开理事会。会长郑念华主持会议并讲话，各地代表参加。" * 3
    (tmp_path / "texts" / "a.txt").write_text(text, encoding="utf-8")
    with running(config) as service:
        service.waits_for(lambda: re.search(r"texts: ok, 1 new", service.log))
        service.waits_for(lambda: "started" in service.log)
        service.stop(signal.SIGINT)
    assert mail.received == []


def test_a_stop_in_the_middle_of_a_delivery_leaves_a_right_ledger_and_the_next_start_goes_on(
    tmp_path: Path, mail: MailServer, api: BotApi
) -> None:
    config = configuration(tmp_path, mail, api, readers=60)
    was_off(config)
    with running(config) as service:
        service.waits_for(lambda: len(mail.received) >= 3)
        assert service.stop() < 10
    with App(load(config)) as app:
        states = [row.state for row in app.store.deliveries() if row.channel == "email"]
    assert set(states) <= {"sent", "pending"}
    assert states.count("sent") == len(mail.received) < 60
    with running(config) as service:
        service.waits_for(lambda: len(mail.received) >= 60)
        service.stop()
    assert sorted(mail.addressees()) == sorted(f"r{n}@example.org" for n in range(60))


def test_a_broken_config_is_refused_and_a_right_one_taken_up_while_running(
    tmp_path: Path, mail: MailServer, api: BotApi
) -> None:
    config = configuration(tmp_path, mail, api)
    right = config.read_text(encoding="utf-8")
    with running(config) as service:
        service.waits_for(lambda: "started" in service.log)
        config.write_text(right.replace('"digest"', '"digets"'), encoding="utf-8")
        service.waits_for(lambda: any("digest" in text for text in api.texts(7)))
        api.say(42, "/help")
        service.waits_for(lambda: api.texts(42))
        new_place = f"127.0.0.1:{free_port()}"
        config.write_text(re.sub(r'"listen": "[^"]*"', f'"listen": "{new_place}"', right), encoding="utf-8")
        service.process.send_signal(signal.SIGHUP)
        service.waits_for(lambda: answers(new_place))
        service.stop()
    assert "refused" in service.log


def answers(place: str) -> bool:
    host, _, port = place.partition(":")
    try:
        socket.create_connection((host, int(port)), 1).close()
    except OSError:
        return False
    return True


def test_a_place_to_listen_that_is_taken_ends_the_start_with_one_clear_line(
    tmp_path: Path, mail: MailServer, api: BotApi
) -> None:
    config = configuration(tmp_path, mail, api)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        text = config.read_text(encoding="utf-8")
        config.write_text(
            re.sub(r'"listen": "[^"]*"', f'"listen": "127.0.0.1:{port}"', text), encoding="utf-8"
        )
        with running(config) as service:
            assert service.process.wait(20) == 2
            service._reader.join(30)
    assert f"web.listen: cannot listen at 127.0.0.1:{port}" in service.log
    assert "Traceback" not in service.log


def test_a_source_that_dies_and_recovers_is_told_of_by_mail_and_telegram(
    tmp_path: Path, mail: MailServer, api: BotApi
) -> None:
    """After three failed polls once; weekly while it lasts, a second source meanwhile a day later; then that it is well."""
    kind, other = (listing(name, stories(n, 3, date(2025, 3, 12))) for n, name in enumerate("ab"))
    path = configuration(tmp_path, mail, api)
    values = json.loads(path.read_text(encoding="utf-8"))
    values["http"] = {"allow_private": ["127.0.0.0/8"], "delay": 0}
    values["channels"]["email"]["admins"] = ["admin@example.org"]
    clock = Clock(datetime(2025, 3, 17, 1, tzinfo=UTC))

    def told(polls: int) -> list[int]:
        """Poll so often, look after the health, and return how many messages each channel has had."""
        for _ in range(polls):
            poll(app, app.config.sources)
            asyncio.run(look())
        return [len(mail.received), len(api.texts(7))]

    async def look() -> None:
        async with jobs.open_world(app) as world:
            await jobs.watch_health(world, app.config.sources, Timetable(app).notify)

    with serving(kind.site, other.site):
        places = [kind.site.url, other.site.url]
        values["sources"] = [{"id": f"s{n}", "url": f"{place}/news/"} for n, place in enumerate(places)]
        path.write_text(json.dumps(values), encoding="utf-8")
        with App(load(path), clock=clock) as app:
            good = [site.routes["/news/"] for site in (kind.site, other.site)]
            kind.site.routes["/news/"] = Answer(b"no", 503)
            assert told(2) == [0, 0]
            assert told(3) == [1, 1]
            other.site.routes["/news/"] = Answer(b"no", 403)
            assert told(3) == [1, 1]
            clock.move(days=1)
            assert told(2) == [2, 2]
            clock.move(days=6)
            assert told(2) == [3, 3]
            kind.site.routes["/news/"], other.site.routes["/news/"] = good
            clock.move(days=1)
            assert told(3) == [4, 4]
    texts = api.texts(7)
    assert [letter.get_content().split() for letter in mail.mails] == [text.split() for text in texts]
    assert "s0" in texts[0] and "s1" not in texts[0]
    assert "s1" in texts[1] and "s0" not in texts[1]
    assert "【仍未恢复】" in texts[2] and "s0" in texts[2]
    assert "【已恢复】" in texts[3] and "s0" in texts[3] and "s1" in texts[3]
