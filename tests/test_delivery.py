"""The ledger's promises: nothing is lost, nothing is sent twice, and what is not known is said."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.channels import Gone, Moved, Unavailable, Uncertain
from bot.config import Subscriber
from bot.delivery import Report, Verdict, deliver, judge
from bot.errors import DeliveryError
from bot.store import StoredSubscriber
from tests.botapi import BotApi, parse_html
from tests.mailserver import MailServer
from tests.waiting import wait_for
from tests.world import MONDAY, PERIOD, Clock, put, world

NOW = datetime(2025, 3, 17, 0, 0, tzinfo=UTC)
ALICE, BOB = Subscriber(email="alice@example.org"), Subscriber(email="bob@example.org")
CHAT = Subscriber(telegram=42)


def run(app: App, period=PERIOD, *, patience: float = 0.0, only: Subscriber | None = None) -> Report:
    return asyncio.run(deliver(app, period, stop=asyncio.Event(), patience=patience, only=only))


def states(app: App) -> list[tuple[str, int, str]]:
    return [(d.subscriber, d.part, d.state) for d in app.store.deliveries()]


@pytest.fixture
def mail() -> Iterator[MailServer]:
    with MailServer().running() as server:
        yield server


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi().running() as server:
        yield server


def smtp(server: MailServer) -> str:
    return f"smtp://127.0.0.1:{server.port}"


# --- the decision --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "attempts", "verdict"),
    [
        (DeliveryError("550 no", permanent=True), 1, Verdict("failed", "550 no")),
        (DeliveryError("451 later"), 1, Verdict("pending", "451 later", NOW + timedelta(minutes=1))),
        (DeliveryError("451 later"), 3, Verdict("pending", "451 later", NOW + timedelta(minutes=15))),
        (DeliveryError("451 later"), 15, Verdict("pending", "451 later", NOW + timedelta(hours=6))),
        (DeliveryError("451 later"), 16, Verdict("failed", "gave up after 16 tries: 451 later")),
        (DeliveryError("429", retry_after=7), 1, Verdict("pending", "429", NOW + timedelta(seconds=7))),
        (Unavailable("down"), 1, Verdict("pending", "down", NOW + timedelta(minutes=1))),
        (Gone("blocked"), 1, Verdict("paused", "blocked")),
        (Uncertain("no answer"), 1, Verdict("ambiguous", "no answer")),
        (Moved("moved", "-1005"), 1, Verdict("pending", "moved")),
    ],
)
def test_what_a_failure_makes_of_a_row(error: DeliveryError, attempts: int, verdict: Verdict) -> None:
    assert judge(error, attempts, NOW) == verdict


# --- once, and only once -------------------------------------------------------------------------


def test_everyone_gets_the_issue_once_by_their_channel(tmp_path: Path, mail: MailServer, api: BotApi) -> None:
    """A second run, and a run of a restarted process, send nothing."""
    api.chat(42)
    for _ in range(2):
        with world(tmp_path, subscribers=[ALICE, CHAT], smtp=smtp(mail), api=api.address) as app:
            put(app.store, "理事会")
            reports = [run(app), run(app)]
    assert mail.addressees() == ["alice@example.org"]
    assert len(api.messages) == 1
    assert [r.outcomes for r in reports] == [{}, {}]


def test_a_repeat_sends_nothing_even_if_the_week_has_grown(tmp_path: Path, mail: MailServer) -> None:
    with world(tmp_path, subscribers=[ALICE], smtp=smtp(mail)) as app:
        put(app.store, "理事会")
        run(app)
        put(app.store, "后来才读到的会")
        run(app)
    assert len(mail.received) == 1


def test_filters_choose_what_is_sent_and_an_empty_digest_is_not(tmp_path: Path, mail: MailServer) -> None:
    picky = BOB.model_copy(update={"regions": ("新疆",)})
    with world(tmp_path, subscribers=[ALICE, picky], smtp=smtp(mail)) as app:
        put(app.store, "浙江的会")
        report = run(app)
    assert (report.queued, mail.addressees()) == (1, ["alice@example.org"])


def test_what_a_person_chose_wins_over_the_configuration(tmp_path: Path, mail: MailServer) -> None:
    with world(tmp_path, subscribers=[ALICE, BOB], smtp=smtp(mail)) as app:
        app.store.save_subscriber(StoredSubscriber(ALICE, paused=True), NOW)
        app.store.save_subscriber(StoredSubscriber(Subscriber(email="c@example.org"), confirmed=False), NOW)
        put(app.store, "理事会")
        run(app)
    assert mail.addressees() == ["bob@example.org"]


def test_one_subscriber_can_be_served_alone(tmp_path: Path, mail: MailServer) -> None:
    with world(tmp_path, subscribers=[ALICE, BOB], smtp=smtp(mail)) as app:
        put(app.store, "理事会")
        run(app, only=BOB)
        assert mail.addressees() == ["bob@example.org"]
        run(app)
    assert mail.addressees() == ["bob@example.org", "alice@example.org"]


def test_a_personal_link_to_unsubscribe_goes_with_the_mail(tmp_path: Path, mail: MailServer) -> None:
    with world(tmp_path, smtp=smtp(mail)) as app:
        app.store.save_subscriber(StoredSubscriber(ALICE, token="t0ken"), NOW)
        put(app.store, "理事会")
        run(app)
    (sent,) = mail.mails
    assert "<http://127.0.0.1:8080/unsubscribe/t0ken>" in sent["List-Unsubscribe"]


def test_who_unsubscribed_meanwhile_gets_nothing_that_still_waits(tmp_path: Path, mail: MailServer) -> None:
    with world(tmp_path, subscribers=[BOB], smtp=smtp(mail)) as app:
        app.store.save_subscriber(StoredSubscriber(ALICE), NOW)
        app.store.enqueue(PERIOD.issue, ALICE.key, "email", ["{}"], NOW)
        app.store.remove_subscriber(ALICE)
        put(app.store, "理事会")
        run(app)
        assert states(app) == [("email:alice@example.org", 0, "paused"), ("email:bob@example.org", 0, "sent")]
    assert mail.addressees() == ["bob@example.org"]


# --- failures ------------------------------------------------------------------------------------


def test_one_bad_address_stops_nobody_and_is_not_tried_again(tmp_path: Path) -> None:
    with (
        MailServer(recipients={"alice@example.org": "550 no such user"}).running() as mail,
        world(tmp_path, subscribers=[ALICE, BOB], smtp=smtp(mail)) as app,
    ):
        put(app.store, "理事会")
        first, second = run(app), run(app)
        assert states(app) == [("email:alice@example.org", 0, "failed"), ("email:bob@example.org", 0, "sent")]
    assert (first.outcomes, second.outcomes) == ({"failed": 1, "sent": 1}, {})
    assert "550 no such user" in first.troubles[0]


def test_a_passing_refusal_is_tried_again_after_its_wait(tmp_path: Path) -> None:
    clock = Clock(MONDAY)
    with (
        MailServer(recipients={"alice@example.org": "451 greylisted"}).running() as mail,
        world(tmp_path, subscribers=[ALICE], smtp=smtp(mail), clock=clock) as app,
    ):
        put(app.store, "理事会")
        run(app)
        mail.recipients = {}
        run(app)
        assert mail.received == []
        clock.move(minutes=1)
        run(app)
        assert len(mail.received) == 1


def test_a_server_that_is_down_costs_one_attempt_and_loses_nothing(tmp_path: Path, mail: MailServer) -> None:
    clock = Clock(MONDAY)
    readers = [Subscriber(email=f"r{n}@example.org") for n in range(20)]
    with world(tmp_path, subscribers=readers, smtp="smtp://127.0.0.1:1", clock=clock) as app:
        put(app.store, "理事会")
        report = run(app)
        assert len(report.troubles) == 1
        assert {state for _, _, state in states(app)} == {"pending"}
    clock.move(minutes=6)
    with world(tmp_path, subscribers=readers, smtp=smtp(mail), clock=clock) as app:
        run(app, None)
    assert sorted(mail.addressees()) == sorted(str(r.email) for r in readers)


def test_a_lost_answer_is_ambiguous_and_waits_for_a_person(tmp_path: Path) -> None:
    with (
        MailServer(mute=frozenset({"alice@example.org"})).running() as mail,
        world(tmp_path, subscribers=[ALICE], smtp=smtp(mail)) as app,
    ):
        put(app.store, "理事会")
        report = run(app)
        run(app)
        assert states(app) == [("email:alice@example.org", 0, "ambiguous")]
        assert report.outcomes == {"ambiguous": 1}
        mail.mute = frozenset()
        app.store.requeue(states=["ambiguous"], now=NOW)
        run(app)
    first, again = mail.mails
    assert first["Message-ID"] == again["Message-ID"]


def test_a_fault_of_our_own_in_one_message_stops_nobody(tmp_path: Path, mail: MailServer) -> None:
    with world(tmp_path, subscribers=[BOB], smtp=smtp(mail)) as app:
        put(app.store, "理事会")
        app.store.save_subscriber(StoredSubscriber(ALICE), NOW)
        app.store.enqueue(PERIOD.issue, ALICE.key, "email", ['{"title": 1'], NOW)
        run(app)
        assert [s for _, _, s in states(app)] == ["ambiguous", "sent"]


# --- Telegram ------------------------------------------------------------------------------------


def long_week(app: App, count: int = 40) -> None:
    for number in range(count):
        put(app.store, f"第{number:02d}次羽绒服装产业集群联席会议" + "及高质量发展座谈会" * 3)


def test_parts_arrive_in_order_and_are_settled_one_by_one(tmp_path: Path, api: BotApi) -> None:
    api.chat(42)
    with world(tmp_path, subscribers=[CHAT], api=api.address) as app:
        long_week(app)
        run(app)
        rows = app.store.deliveries()
    assert len(rows) >= 2
    assert {row.state for row in rows} == {"sent"}
    assert api.texts(42) == [parse_html(json.loads(row.payload)["text"])[0] for row in rows]
    assert {int(number) for number in re.findall(r"第(\d\d)次", "".join(api.texts(42)))} == set(range(40))
    assert api.refusals == []


def test_flood_control_is_obeyed_to_the_second(tmp_path: Path, api: BotApi) -> None:
    """The chat is not tried again before its time, and the others don't wait for it."""
    api.chat(42)
    api.chat(43)
    api.flood(42, 2)
    clock = RunningClock()
    with world(tmp_path, subscribers=[CHAT, Subscriber(telegram=43)], api=api.address, clock=clock) as app:
        put(app.store, "理事会", seen=clock() - timedelta(days=1), start=clock().date().isoformat())
        started = time.monotonic()
        report = run(app, period_ending(clock()), patience=10)
        took = time.monotonic() - started
    assert report.outcomes == {"sent": 2, "pending": 1}
    assert [method for method, _ in api.refusals] == ["sendMessage"]
    assert [m["chat"]["id"] for m in api.messages] == [43, 42]
    assert 1.9 <= took < 5


class RunningClock(Clock):
    def __init__(self) -> None:
        super().__init__(datetime.now(UTC))

    def __call__(self) -> datetime:
        return datetime.now(UTC)


def period_ending(now: datetime):
    return type(PERIOD).ending(now, 7 * 86400, PERIOD.since.tzinfo)  # type: ignore[arg-type]


def test_who_blocks_the_bot_is_paused_until_they_come_back(tmp_path: Path, api: BotApi) -> None:
    api.chat(42)
    api.block(42)
    with world(tmp_path, subscribers=[CHAT], api=api.address) as app:
        long_week(app)
        run(app)
        assert {state for _, _, state in states(app)} == {"paused"}
        assert [method for method, _ in api.refusals] == ["sendMessage"]
        stored = app.store.subscriber(CHAT)
        assert stored and stored.paused
        api.chats[42].fault = None
        assert run(app, period_ending(MONDAY + timedelta(days=7))).queued == 0


def test_a_group_that_became_a_supergroup_gets_its_issue_there(tmp_path: Path, api: BotApi) -> None:
    group = Subscriber(telegram=-5)
    api.chat(-5, "group")
    api.migrate(-5, -1005)
    with world(tmp_path, subscribers=[group], api=api.address) as app:
        put(app.store, "理事会")
        run(app)
        run(app)
        assert states(app) == [("telegram:-1005", 0, "sent")]
    assert len(api.texts(-1005)) == 1


def test_without_a_token_mail_goes_out_and_chats_wait_their_turn(tmp_path: Path, mail: MailServer) -> None:
    with world(tmp_path, subscribers=[ALICE, CHAT], smtp=smtp(mail)) as app:
        put(app.store, "理事会")
        run(app)
        assert states(app) == [("email:alice@example.org", 0, "sent")]


# --- stopping and dying --------------------------------------------------------------------------


def test_a_stop_finishes_the_message_on_its_way_and_begins_no_other(tmp_path: Path, mail: MailServer) -> None:
    readers = [Subscriber(email=f"r{n}@example.org") for n in range(60)]

    async def interrupted(app: App) -> None:
        stop = asyncio.Event()
        task = asyncio.create_task(deliver(app, PERIOD, stop=stop, patience=60))
        await asyncio.to_thread(wait_for, lambda: len(mail.received) >= 5)
        stop.set()
        await asyncio.wait_for(task, 5)

    with world(tmp_path, subscribers=readers, smtp=smtp(mail)) as app:
        put(app.store, "理事会")
        asyncio.run(interrupted(app))
        left = [state for _, _, state in states(app)]
        assert set(left) == {"sent", "pending"}
        assert left.count("sent") == len(mail.received)
        run(app, None)
    assert sorted(mail.addressees()) == sorted(str(r.email) for r in readers)


_SENDER = """
import asyncio, sys
from pathlib import Path
from bot.config import Subscriber
from bot.delivery import deliver
from tests.world import PERIOD, world
readers = [Subscriber(email=f"r{n:03d}@example.org") for n in range(80)]
readers += [Subscriber(telegram=n) for n in range(1, 21)]
with world(Path(sys.argv[1]), subscribers=readers, smtp=sys.argv[2], api=sys.argv[3]) as app:
    asyncio.run(deliver(app, PERIOD, stop=asyncio.Event(), patience=0))
"""


def sender(root: Path, mail: MailServer, api: BotApi) -> subprocess.Popen[bytes]:
    here = Path(__file__).resolve().parent.parent
    environment = {**os.environ, "PYTHONPATH": str(here)}
    return subprocess.Popen(
        [sys.executable, "-c", _SENDER, str(root), smtp(mail), api.address], env=environment, cwd=here
    )


def test_after_kill_9_nothing_is_lost_and_only_what_the_ledger_marks_can_have_come_twice(
    tmp_path: Path, mail: MailServer, api: BotApi
) -> None:
    """A process of its own is killed again and again in the middle, against real servers."""
    for chat in range(1, 21):
        api.chat(chat)
    with world(tmp_path) as app:
        put(app.store, "理事会")
    for stop_after in (10, 50):
        process = sender(tmp_path, mail, api)
        wait_for(lambda enough=stop_after: len(mail.received) >= enough)
        process.send_signal(signal.SIGKILL)
        process.wait(60)
    assert sender(tmp_path, mail, api).wait(120) == 0

    with world(tmp_path, api=api.address) as app:
        rows = app.store.deliveries()
    assert len(rows) == 100
    assert {row.state for row in rows} <= {"sent", "ambiguous"}
    arrived = [f"email:{a}" for a in mail.addressees()] + [
        f"telegram:{m['chat']['id']}" for m in api.messages
    ]
    assert len(arrived) == len(set(arrived)), "something came twice without a person's word"
    sent = {row.subscriber for row in rows if row.state == "sent"}
    assert sent <= set(arrived), "the ledger says sent, but it never arrived"
    assert len(rows) - len(sent) <= 2 * (4 + 16), "more is unknown than can have been on its way"


def test_two_processes_at_once_send_each_message_once(tmp_path: Path, mail: MailServer, api: BotApi) -> None:
    for chat in range(1, 21):
        api.chat(chat)
    with world(tmp_path) as app:
        put(app.store, "理事会")
    both = [sender(tmp_path, mail, api) for _ in range(2)]
    assert [p.wait(120) for p in both] == [0, 0]
    assert sorted(mail.addressees()) == [f"r{n:03d}@example.org" for n in range(80)]
    assert sorted(m["chat"]["id"] for m in api.messages) == list(range(1, 21))
