"""One contract for every channel: what a digest becomes, what an answer and each kind of failure means."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.channels import Channel, Gone, Message, Moved, Unavailable, Uncertain
from bot.channels.email import OutboxChannel, email_channel
from bot.channels.telegram import TelegramChannel
from bot.config import EmailConfig, TelegramConfig
from bot.digest import Digest, Period, build
from bot.errors import DeliveryError
from bot.records.model import ArticleRef, Record, StoredRecord
from tests.botapi import TOKEN, BotApi, Refusal, parse_html, units
from tests.mailserver import MailServer

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2025, 3, 17, 0, 0, tzinfo=UTC)
SENDER = "周讯 <digest@example.org>"


def digest(records: int) -> Digest:
    """A week's digest of so many meetings, their names full of what HTML must escape."""
    seen = datetime(2025, 3, 12, tzinfo=UTC)
    article = ArticleRef("a1", "http://news.example.org/1?a=1&b=2", "标题", "服装新闻", "2025-03-11")
    stored = [
        StoredRecord(
            Record(str(n), "meeting", f"第{n}次<羽绒>&服装会议", start="2025-03-10", confidence=0.9),
            seen,
            seen,
            (article,),
            "会议<日前>举行 & 结束。" * 6,
        )
        for n in range(records)
    ]
    return build(stored, period=Period.week("2025-W11", SHANGHAI), now=NOW, zone=SHANGHAI)


@dataclass
class Way:
    """A channel with the world behind it: whom it reaches, what arrived, and how each failure is brought about."""

    channel: Channel
    recipient: str
    arrived: Callable[[], int]
    refuse: Callable[[], None] | None
    stop: Callable[[], None]
    mute: Callable[[], None] | None


def outbox_way(tmp_path: Path, stack: ExitStack) -> Way:
    def stop() -> None:
        (tmp_path / "out").write_text("a file where the folder should be")

    return Way(
        OutboxChannel(tmp_path / "out", SENDER),
        "reader@example.org",
        lambda: len(list((tmp_path / "out").glob("*.eml"))),
        None,
        stop,
        None,
    )


def smtp_way(tmp_path: Path, stack: ExitStack) -> Way:
    server = MailServer()
    running = server.running()
    stack.enter_context(running)
    reader = "reader@example.org"
    return Way(
        email_channel(EmailConfig(smtp=f"smtp://127.0.0.1:{server.port}", sender=SENDER), tmp_path),
        reader,
        lambda: len(server.received),
        lambda: setattr(server, "recipients", {reader: "550 no such user"}),
        lambda: running.__exit__(None, None, None),
        lambda: setattr(server, "mute", frozenset({reader})),
    )


def telegram_way(tmp_path: Path, stack: ExitStack) -> Way:
    api = stack.enter_context(BotApi().running())
    chat = api.chat(42)
    return Way(
        TelegramChannel(TelegramConfig(token=TOKEN, api=api.address)),
        "42",
        lambda: len(api.messages),
        lambda: setattr(chat, "fault", Refusal(400, "Bad Request: chat not found")),
        lambda: setattr(api, "token", "another"),
        lambda: setattr(api, "mute_after", lambda message: True),
    )


@pytest.fixture(params=[outbox_way, smtp_way, telegram_way], ids=["outbox", "smtp", "telegram"])
def way(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Way]:
    with ExitStack() as stack:
        yield request.param(tmp_path, stack)


def message(way: Way, issue: str = "2025-W11") -> Message:
    return Message(issue, way.recipient, 1, "周讯", "会议 &lt;1&gt;", "<p>会议</p>", None, NOW)


def send(way: Way, *messages: Message) -> list[str]:
    async def one_after_another() -> list[str]:
        try:
            return [await way.channel.send(m) for m in messages]
        finally:
            await way.channel.close()

    return asyncio.run(one_after_another())


def test_a_digest_becomes_parts_in_order_that_the_channel_itself_accepts(way: Way) -> None:
    parts = way.channel.compose(digest(30), way.recipient, now=NOW, unsubscribe="https://x.example/u/1")
    assert [p.part for p in parts] == list(range(len(parts)))
    assert {(p.issue, p.recipient, p.written) for p in parts} == {("2025-W11", way.recipient, NOW)}
    send(way, *parts)
    assert way.arrived() == len(parts)


def test_a_message_survives_the_ledger(way: Way) -> None:
    for part in way.channel.compose(digest(3), way.recipient, now=NOW, unsubscribe="https://x.example/u/1"):
        assert Message.from_json(part.issue, part.recipient, part.part, part.to_json()) == part


def test_an_answer_is_one_line(way: Way) -> None:
    (answer,) = send(way, message(way))
    assert answer
    assert "\n" not in answer
    assert way.arrived() == 1


def test_a_refused_recipient_fails_for_good(way: Way) -> None:
    if way.refuse is None:
        pytest.skip("a folder refuses nobody")
    way.refuse()
    with pytest.raises(DeliveryError) as caught:
        send(way, message(way))
    assert (type(caught.value), caught.value.permanent) == (DeliveryError, True)


def test_a_channel_that_cannot_serve_anybody_says_so(way: Way) -> None:
    way.stop()
    with pytest.raises(Unavailable) as caught:
        send(way, message(way))
    assert TOKEN not in str(caught.value)


def test_a_lost_answer_is_never_taken_for_a_failure(way: Way) -> None:
    if way.mute is None:
        pytest.skip("a file is written or not")
    way.mute()
    with pytest.raises(Uncertain):
        send(way, message(way))
    assert way.arrived() == 1


# --- Telegram's own refusals ---------------------------------------------------------------------


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi().running() as server:
        yield server


def telegram_failure(api: BotApi, chat: int, text: str = "会议", token: str = TOKEN) -> DeliveryError:
    channel = TelegramChannel(TelegramConfig(token=token, api=api.address))

    async def attempt() -> None:
        try:
            await channel.send(Message("2025-W11", str(chat), 1, "周讯", text))
        finally:
            await channel.close()

    with pytest.raises(DeliveryError) as caught:
        asyncio.run(attempt())
    return caught.value


@pytest.mark.parametrize(("chat", "type"), [(42, "private"), (-1001, "supergroup"), (-1002, "channel")])
def test_who_blocks_or_removes_the_bot_is_gone(api: BotApi, chat: int, type: str) -> None:
    api.chat(chat, type)
    api.block(chat)
    assert isinstance(telegram_failure(api, chat), Gone)


def test_a_group_without_the_right_to_write_counts_as_gone(api: BotApi) -> None:
    api.chat(-5, "group").fault = Refusal(
        400, "Bad Request: not enough rights to send text messages to the chat"
    )
    assert isinstance(telegram_failure(api, -5), Gone)


def test_a_group_that_became_a_supergroup_has_moved(api: BotApi) -> None:
    api.chat(-5, "group")
    api.migrate(-5, -1005)
    failure = telegram_failure(api, -5)
    assert isinstance(failure, Moved)
    assert failure.recipient == "-1005"


def test_flood_control_says_how_long_to_wait(api: BotApi) -> None:
    api.chat(42)
    api.flood(42, 7)
    failure = telegram_failure(api, 42)
    assert (failure.permanent, failure.retry_after) == (False, 7)


@pytest.mark.parametrize("code", [500, 502])
def test_trouble_at_the_server_passes(api: BotApi, code: int) -> None:
    api.chat(42)
    api.outage = code
    failure = telegram_failure(api, 42)
    assert (type(failure), failure.permanent) == (DeliveryError, False)


@pytest.mark.parametrize("text", ["长" * 4097, "<p>段落</p>", "<b>没有结尾", "  "])
def test_a_message_telegram_will_never_take_fails_for_good(api: BotApi, text: str) -> None:
    api.chat(42)
    assert telegram_failure(api, 42, text).permanent


@pytest.mark.parametrize("token", ["123456789:" + "x" * 35, "nonsense"])
def test_a_refused_token_is_a_fault_of_the_channel_and_is_not_shown(api: BotApi, token: str) -> None:
    failure = telegram_failure(api, 42, token=token)
    assert isinstance(failure, Unavailable)
    assert token not in str(failure)


def test_admins_are_told_and_one_out_of_reach_stops_nobody(
    api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    api.chat(7)
    channel = TelegramChannel(TelegramConfig(token=TOKEN, api=api.address, admins=(99, 7)))

    async def tell() -> None:
        await channel.notify("信息源 a<b 连续三次失败", NOW)
        await channel.close()

    with caplog.at_level(logging.WARNING, "bot"):
        asyncio.run(tell())
    assert api.texts(7) == ["信息源 a<b 连续三次失败"]
    assert "99" in caplog.text


def test_a_chat_gets_at_most_one_message_a_second(api: BotApi) -> None:
    api.chat(42)
    api.chat(43)
    channel = TelegramChannel(TelegramConfig(token=TOKEN, api=api.address))

    async def talk() -> float:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        await asyncio.gather(*(channel.send(Message("i", chat, 1, "t", "x")) for chat in ("42", "43", "42")))
        await channel.close()
        return loop.time() - begun

    assert 1.0 <= asyncio.run(talk()) < 2.0


# --- the emulator itself -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("1 &lt; 2 &amp; &nbsp;", "1 < 2 & &nbsp;", []),
        ("<b>羽绒</b>", "羽绒", [("bold", 0, 2)]),
        ('😀<a href="http://x.cn/?a=1&amp;b=2">见</a>', "😀见", [("text_link", 2, 1)]),
        ("<b>一<i>二</i></b>", "一二", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<b></b>空", "空", []),
    ],
)
def test_the_emulator_reads_html_as_telegram_does(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    plain, found = parse_html(source)
    assert (plain, [(e["type"], e["offset"], e["length"]) for e in found]) == (text, entities)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("会<br>议", 'Unsupported start tag "br" at byte offset 3'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
        ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_the_emulator_refuses_html_that_telegram_refuses(source: str, says: str) -> None:
    with pytest.raises(Refusal, match="can't parse entities") as caught:
        parse_html(source)
    assert caught.value.description.endswith(says)


def test_lengths_are_counted_in_utf16_units() -> None:
    assert (units("纺织"), units("😀")) == (2, 2)


def test_admins_are_told_by_mail_each_one_and_one_that_is_refused_stops_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The mail is plain text from the digest's sender, and each notice is a mail of its own."""
    server = MailServer(recipients={"gone@example.org": "550 no such user"})
    with server.running():
        address = f"smtp://127.0.0.1:{server.port}"
        admins = ("gone@example.org", "管理员 <admin@example.org>")
        channel = email_channel(EmailConfig(smtp=address, sender=SENDER, admins=admins), tmp_path)

        async def tell() -> None:
            for minute in range(2):
                await channel.notify("信息源 a<b 连续三次失败", NOW + timedelta(minutes=minute))
            await channel.close()

        with caplog.at_level(logging.WARNING, "bot"):
            asyncio.run(tell())
    assert server.addressees() == ["admin@example.org"] * 2
    assert len({mail["Message-ID"] for mail in server.mails}) == 2
    assert server.mails[0].get_content().strip() == "信息源 a<b 连续三次失败"
    assert "gone@example.org not told" in caplog.text
