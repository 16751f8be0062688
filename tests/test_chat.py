"""The bot in dialogue: real HTTP against a Bot API server that refuses what the real one refuses."""

from __future__ import annotations

import asyncio
import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import cards, chat, subscriptions
from bot.app import App
from bot.config import Subscriber
from bot.errors import StoreError
from bot.store import Hit, Quote, Results
from bot.subscriptions import Choice
from tests.botapi import BotApi, parse_html, units
from tests.waiting import wait_for
from tests.world import put, world

NOW = datetime(2025, 3, 17, tzinfo=UTC)
TODAY = date(2025, 3, 17)


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi().running() as server:
        yield server


@contextmanager
def bot(app: App) -> Iterator[None]:
    """Let the bot answer, in a thread of its own, while the block runs."""
    running: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []
    started = threading.Event()

    async def answering() -> None:
        stop = asyncio.Event()
        running.append((asyncio.get_running_loop(), stop))
        started.set()
        await chat.answer(app, stop)

    thread = threading.Thread(target=lambda: asyncio.run(answering()))
    thread.start()
    assert started.wait(30)
    loop, stop = running[0]
    try:
        yield
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
        assert not thread.is_alive(), "the bot did not stop"


@pytest.fixture
def app(tmp_path: Path, api: BotApi) -> Iterator[App]:
    with world(tmp_path, api=api.address) as made:
        put(made.store, "羽绒产业常务理事会")
        put(made.store, "纺织行业高质量发展行动方案", "plan", region="河南", host="河南省服装行业协会")
        put(made.store, "大湾区时装周", "event", region="广东", start="2025-03-20")
        yield made


def ask(api: BotApi, text: str, chat: int = 42, user: int | None = None) -> dict[str, Any]:
    """Write to the bot and return its answer."""
    before = len(api.messages)
    api.say(chat, text, user)
    api.wait(lambda: len(api.messages) > before)
    message: dict[str, Any] = api.messages[before]
    return message


def labels(message: dict[str, Any]) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def subscribed(app: App, chat: int = 42) -> Subscriber | None:
    found = app.store.subscriber(Subscriber(telegram=chat))
    return found.subscriber if found and not found.paused else None


# --- asking --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "has", "has_not"),
    [
        ("/start", "直接发关键词即可检索", "没有找到"),
        ("/help", "/subscribe 河南 浙江 会议 羽绒", "没有找到"),
        ("/nosuchthing", "直接发关键词即可检索", "没有找到"),
        ("/search", "请写要找的词", "没有找到"),
        ("/search 常务理事会", "羽绒产业常务理事会", "大湾区时装周"),
        ("/search@zhouxun_bot 常务理事会", "羽绒产业常务理事会", "大湾区时装周"),
        ("常务理事会", "羽绒产业常务理事会", "大湾区时装周"),
        ("/latest", "大湾区时装周", "没有找到"),
        ("/meetings", "羽绒产业常务理事会", "大湾区时装周"),
        ("/plans", "高质量发展行动方案", "大湾区时装周"),
        ("/plans 河南", "高质量发展行动方案", "没有找到"),
        ("/plans 新疆", "没有找到", "高质量发展行动方案"),
        ("/events 广东省", "大湾区时装周", "羽绒"),
        ("<b>&\U0001f600", "没有", "大湾区时装周〔活动"),
    ],
)
def test_questions_are_answered(app: App, api: BotApi, text: str, has: str, has_not: str) -> None:
    with bot(app):
        answer = ask(api, text)["text"]
    assert has in answer
    assert has_not not in answer
    assert api.refusals == []


def test_a_card_has_date_place_host_quote_and_link(app: App, api: BotApi) -> None:
    with bot(app):
        message = ask(api, "常务理事会")
    text = message["text"]
    assert "羽绒产业常务理事会〔会议〕" in text
    for line in ("🗓 3月10日 周一", "📍 浙江 杭州", "🏛 主办 浙江省服装行业协会", "— 服装新闻"):
        assert line in text
    assert re.search(r"“.*羽绒产业常务理事会.*”", text)
    links = [e["url"] for e in message["entities"] if e["type"] == "text_link"]
    assert links[0] == "http://news.example.org/羽绒产业常务理事会"


def test_commands_are_announced_in_chinese(app: App, api: BotApi) -> None:
    with bot(app):
        ask(api, "/help")
    assert [c["command"] for c in api.commands] == [
        "search", "latest", "meetings", "plans", "events", "subscribe", "unsubscribe", "help",
    ]  # fmt: skip


def test_groups_are_answered_only_when_the_bot_is_meant(app: App, api: BotApi) -> None:
    api.chat(-100, "supergroup")
    with bot(app):
        api.say(-100, "今天的常务理事会谁去？", user=7)
        answer = ask(api, "@zhouxun_bot 常务理事会", -100, user=7)
        ask(api, "/meetings", -100, user=7)
    assert "羽绒产业常务理事会" in answer["text"]
    assert len(api.texts(-100)) == 2


def test_a_group_that_lets_the_bot_in_is_told_how_to_use_it(app: App, api: BotApi) -> None:
    api.chat(-100, "supergroup")
    with bot(app):
        api.block(-100)
        api.block(-100, False)
        api.wait(lambda: api.texts(-100))
    assert "/subscribe" in api.texts(-100)[0]
    assert len(api.texts(-100)) == 1


def test_channels_use_the_same_commands(app: App, api: BotApi) -> None:
    api.chat(-200, "channel")
    with bot(app):
        answer = ask(api, "/meetings", -200)
        ask(api, "/subscribe 会议", -200)
    assert "羽绒产业常务理事会" in answer["text"]
    assert subscribed(app, -200) == Subscriber(telegram=-200, kinds=("meeting",))


# --- paging --------------------------------------------------------------------------------------


def test_pages_are_turned_by_buttons_in_the_same_message(tmp_path: Path, api: BotApi) -> None:
    """The words searched for are read back from the message, so a restart between changes nothing."""
    with world(tmp_path, api=api.address) as app:
        for number in range(12):
            put(app.store, f"第{number:02d}届羽绒<秋&冬>发布会", "event")
        with bot(app):
            message = ask(api, "羽绒 发布会 类型:活动")
            first = message["text"]
        assert labels(message) == ["下一页 ›"]
        with bot(app):
            api.press(message, "下一页")
            api.wait(lambda: "第 2/3 页" in message["text"])
            second = message["text"]
            assert labels(message) == ["‹ 上一页", "下一页 ›"]
            api.press(message, "下一页")
            api.wait(lambda: "第 3/3 页" in message["text"])
            assert labels(message) == ["‹ 上一页"]
            third = message["text"]
            api.press(message, "上一页")
            api.wait(lambda: message["text"] == second)
    shown = [set(re.findall(r"\d+\. 第(\d\d)届", text)) for text in (first, second, third)]
    assert [len(page) for page in shown] == [5, 5, 2]
    assert len(set.union(*shown)) == 12
    assert len(api.messages) == 1
    assert api.refusals == []


def test_a_button_pressed_twice_is_no_failure(tmp_path: Path, api: BotApi) -> None:
    with world(tmp_path, api=api.address) as app:
        for number in range(7):
            put(app.store, f"第{number}届羽绒发布会", "event")
        with bot(app):
            message = ask(api, "/events 羽绒")
            api.press(message, "下一页")
            pressed_again = {**message}
            api.wait(lambda: "第 2/2 页" in message["text"])
            api.press(pressed_again, "下一页")
            api.wait(lambda: len(api.toasts) == 2)
            ask(api, "/help")
    assert [r.description[:38] for _, r in api.refusals] == ["Bad Request: message is not modified: "]
    assert len(api.messages) == 2


def test_a_hit_of_any_length_fits_into_a_message() -> None:
    """Astral characters count twice, what is cut never leaves half an entity."""
    long = "𠮷<&>" * 2000
    hits = tuple(
        Hit("article", str(n), long, "2025-03-10", None, None, Quote(long, ((0, 2), (4, 8))), "http://x.cn/?a=1&b=2",
            long, 1.0, 3)
        for n in range(cards.PAGE)
    )  # fmt: skip
    page = cards.page_of(
        Results(hits, 500, long), {}, heading="检索", words=long[:100], number=40, today=TODAY
    )
    text, entities = parse_html(cards.render(page))
    assert units(text) <= 4096
    assert len(entities) < 100
    assert text.count("🗓 3月10日 周一") == cards.PAGE


def test_searched_words_are_bold_in_the_quote() -> None:
    hit = Hit("article", "1", "标题", None, None, None, Quote("河南羽绒产业", ((2, 4),)), "", None, 1.0)
    page = cards.page_of(Results((hit,), 1), {}, heading="检索", words="羽绒", number=1, today=TODAY)
    text, entities = parse_html(cards.render(page))
    bold = [text.encode("utf-16-le")[2 * e["offset"] : 2 * (e["offset"] + e["length"])] for e in entities]
    assert "羽绒" in [b.decode("utf-16-le") for b in bold[2:]]


# --- subscribing ---------------------------------------------------------------------------------


def test_a_chat_subscribes_narrows_and_leaves_by_words(app: App, api: BotApi) -> None:
    with bot(app):
        everything = ask(api, "/subscribe")
        assert "类型：全部" in everything["text"]
        assert subscribed(app) == Subscriber(telegram=42)
        ask(api, "/subscribe 河南省 浙江 会议 羽绒")
        chosen = Subscriber(telegram=42, regions=("河南", "浙江"), kinds=("meeting",), keywords=("羽绒",))
        assert subscribed(app) == chosen
        ask(api, "/unsubscribe 河南")
        assert subscribed(app) == chosen.model_copy(update={"regions": ("浙江",)})
        gone = ask(api, "/unsubscribe")
        assert "没有订阅" in gone["text"]
    assert app.store.subscribers() == ()


def test_a_chat_subscribes_by_buttons(app: App, api: BotApi) -> None:
    with bot(app):
        panel = ask(api, "/subscribe")
        assert labels(panel) == ["✓ 会议", "✓ 规划", "✓ 活动", "选地区 ›", "退订"]
        steps = (
            ("规划", "类型：会议、活动", "规划"),
            ("选地区", "地区：全国", "✓ 全国"),
            ("浙江", "地区：浙江", "✓ 浙江"),
            ("河南", "地区：浙江、河南", "✓ 河南"),
            ("✓ 浙江", "地区：河南", "浙江"),
            ("返回", "地区：河南", "退订"),
        )
        for label, shown, button in steps:
            api.press(panel, label)
            api.wait(lambda shown=shown, button=button: shown in panel["text"] and button in labels(panel))
        assert subscribed(app) == Subscriber(telegram=42, regions=("河南",), kinds=("meeting", "event"))
        api.press(panel, "退订")
        api.wait(lambda: "没有订阅" in panel["text"])
        assert subscribed(app) is None
        api.press(panel, "订阅周报")
        api.wait(lambda: "已订阅周报" in panel["text"])
    assert subscribed(app) == Subscriber(telegram=42)
    assert api.refusals == []


def test_in_a_group_only_its_administrators_change_the_subscription(app: App, api: BotApi) -> None:
    api.chat(-100, "supergroup", admins=(7,))
    with bot(app):
        assert "只有群管理员" in ask(api, "/subscribe", -100, user=8)["text"]
        assert subscribed(app, -100) is None
        panel = ask(api, "/subscribe", -100, user=7)
        api.press(panel, "退订", user=8)
        api.wait(lambda: any("只有群管理员" in toast for toast in api.toasts))
    assert subscribed(app, -100) == Subscriber(telegram=-100)


def test_who_blocks_the_bot_is_paused_and_who_comes_back_goes_on(app: App, api: BotApi) -> None:
    with bot(app):
        ask(api, "/subscribe 会议")
        api.block(42)
        wait_for(lambda: subscribed(app) is None)
        api.block(42, False)
        wait_for(lambda: subscribed(app) is not None)
    assert subscribed(app) == Subscriber(telegram=42, kinds=("meeting",))


def test_a_chat_that_the_configuration_names_can_leave_too(tmp_path: Path, api: BotApi) -> None:
    with world(tmp_path, subscribers=[Subscriber(telegram=42)], api=api.address) as app, bot(app):
        ask(api, "/unsubscribe")
        ask(api, "/start")
        assert [s.confirmed for s in app.store.subscribers()] == [False]
        ask(api, "/subscribe")
        assert [s.confirmed for s in app.store.subscribers()] == [True]


def test_a_group_that_became_a_supergroup_stays_subscribed(app: App, api: BotApi) -> None:
    api.chat(-5, "group", admins=(7,))
    with bot(app):
        ask(api, "/subscribe 会议", -5, user=7)
        api.migrate(-5, -1005)
        wait_for(lambda: subscribed(app, -1005) is not None)
    assert subscribed(app, -5) is None


@pytest.mark.parametrize(
    ("words", "choice"),
    [
        ("河南 浙江省 广西壮族自治区", Choice(regions=("河南", "浙江", "广西"))),
        ("会议 规划 meeting", Choice(kinds=("meeting", "plan"))),
        ("羽绒 杭州 资讯", Choice(keywords=("羽绒", "杭州", "资讯"))),
        ("", Choice()),
    ],
)
def test_typed_words_are_sorted(words: str, choice: Choice) -> None:
    assert subscriptions.read(words.split()) == choice


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ({}, "规划", {"kinds": ("meeting", "event")}),
        ({}, "会议 规划 活动", None),
        ({"regions": ("河南", "浙江")}, "河南", {"regions": ("浙江",)}),
        ({"regions": ("河南",)}, "河南", None),
        ({"keywords": ("羽绒",)}, "羽绒", None),
        ({"regions": ("河南",)}, "广东", {"regions": ("河南",)}),
    ],
)
def test_taking_away_the_last_that_was_wanted_ends_it(
    before: dict[str, Any], words: str, after: dict[str, Any] | None
) -> None:
    """To take away the only province must not mean the whole country."""
    left = subscriptions.narrowed(Subscriber(telegram=1, **before), subscriptions.read(words.split()))
    assert left == (Subscriber(telegram=1, **after) if after is not None else None)


def test_the_last_kind_cannot_be_switched_off() -> None:
    only = Subscriber(telegram=1, kinds=("meeting",))
    left, said = subscriptions.pressed(only, "kind", "meeting")
    assert left == only
    assert "至少" in said


# --- articles filed by admins --------------------------------------------------------------------

ARTICLE = """浙江召开服装行业座谈会
2025年3月12日，浙江省服装行业协会在杭州召开服装行业座谈会。会长郑念华主持会议并讲话。
来自全省各地的四十多位企业代表参加会议，就品牌建设、渠道转型和人才培养交流了意见。
会议提出，要继续推进数字化改造，办好今年的各项展会，为企业做好服务，推动行业高质量发展。
"""


def test_an_admin_files_an_article_by_sending_its_text(tmp_path: Path, api: BotApi) -> None:
    with world(tmp_path, api=api.address, admins=(7,)) as app, bot(app):
        assert "已存入：《浙江召开服装行业座谈会》" in ask(api, ARTICLE, 7)["text"]
        assert "早已存入" in ask(api, ARTICLE, 7)["text"]
        assert "服装行业座谈会" in ask(api, "座谈会", 7)["text"]
        assert "存入" not in ask(api, ARTICLE, 42)["text"]


def test_an_admin_files_an_article_by_sending_its_link(tmp_path: Path, api: BotApi) -> None:
    head, *body = ARTICLE.strip().split("\n")
    page = f"<html><head><title>{head}</title></head><body><h1>{head}</h1><article>"
    page += "".join(f"<p>{line}</p>" for line in body) + "</article></body></html>"
    api.pages["/news/1.html"] = page
    with world(tmp_path, api=api.address, admins=(7,), allow_private=("127.0.0.0/8",)) as app, bot(app):
        assert f"已存入：《{head}》" in ask(api, f"{api.address}/news/1.html", 7)["text"]
        assert "没有存入" in ask(api, f"{api.address}/news/2.html", 7)["text"]


def test_a_link_into_the_private_network_is_refused(tmp_path: Path, api: BotApi) -> None:
    with world(tmp_path, api=api.address, admins=(7,)) as app, bot(app):
        assert "没有存入" in ask(api, f"{api.address}/news/1.html", 7)["text"]


# --- trouble -------------------------------------------------------------------------------------


def test_flood_control_delays_one_chat_and_no_other(app: App, api: BotApi) -> None:
    api.chat(42)
    api.chat(43)
    with bot(app):
        ask(api, "/help", 44)
        api.flood(42, 2)
        begun = time.monotonic()
        api.say(42, "/help")
        api.say(43, "/help")
        api.wait(lambda: api.texts(43))
        assert time.monotonic() - begun < 1.5
        api.wait(lambda: api.texts(42))
        assert time.monotonic() - begun >= 1.9
    assert [r.code for _, r in api.refusals] == [429]


def test_an_update_is_answered_once_across_restarts(app: App, api: BotApi) -> None:
    """What came while the bot was away is answered, what was answered is not again."""
    with bot(app):
        ask(api, "/help")
    api.say(42, "/meetings")
    with bot(app):
        api.wait(lambda: len(api.messages) == 2)
    with bot(app):
        ask(api, "/plans")
    assert len(api.messages) == 3


def test_what_a_killed_process_had_answered_of_a_batch_is_not_answered_again(app: App, api: BotApi) -> None:
    """The server gives unconfirmed updates again; the store knows which of them were handled."""
    app.store.set(f"telegram:{api.token.partition(':')[0]}", json.dumps({"offset": 1000, "handled": [1000]}))
    api.say(42, "/help")
    api.say(42, "/meetings")
    with bot(app):
        api.wait(lambda: api.messages)
        ask(api, "/plans")
    assert len(api.messages) == 2
    assert "会议" in api.messages[0]["text"]


def test_an_outage_is_waited_out(app: App, api: BotApi) -> None:
    api.outage = 502
    with bot(app):
        api.wait(lambda: len(api.refusals) >= 1)
        api.outage = None
        assert "直接发关键词" in ask(api, "/help")["text"]


def test_an_answer_that_could_not_be_written_down_is_given_again(
    app: App, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk for a moment: the update stays with the server until it was written down."""
    monkeypatch.setattr(chat, "_WAITS", (0.1,))

    def full(*_: object) -> None:
        raise StoreError("disk full")

    with bot(app):
        ask(api, "/help")
        with monkeypatch.context() as patch:
            patch.setattr(app.store, "set", full)
            ask(api, "/meetings")
            wait_for(lambda: len(api.messages) == 3)
        ask(api, "/plans")


def test_a_failure_in_one_answer_is_apologised_for_and_stops_nothing(
    app: App, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no index")

    with bot(app):
        with monkeypatch.context() as patch:
            patch.setattr(app.store, "search", broken)
            assert ask(api, "羽绒")["text"] == "出错了，请稍后再试。"
        assert "羽绒产业" in ask(api, "羽绒")["text"]


def test_the_token_stands_in_no_log_line(
    tmp_path: Path, api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    api.token = "another"
    with world(tmp_path, api=api.address) as app, bot(app):
        api.wait(lambda: api.refusals)
        wait_for(lambda: "refused the token" in caplog.text)
    assert "123456789:" not in caplog.text


def test_updates_can_be_posted_to_us_instead(tmp_path: Path, api: BotApi, unused_port: int) -> None:
    hook = {
        "url": f"http://127.0.0.1:{unused_port}/hook",
        "listen": f"127.0.0.1:{unused_port}",
        "secret": "s3cret",
    }
    with world(tmp_path, api=api.address, webhook=hook) as app, bot(app):
        api.wait(lambda: api.webhook)
        assert "直接发关键词" in ask(api, "/help")["text"]
    assert api.webhook == {"url": hook["url"], "secret_token": "s3cret"}
    assert "getUpdates" not in {method for method, _ in api.calls}


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
