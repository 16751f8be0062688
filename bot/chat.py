"""The Telegram bot: questions answered as cards, subscriptions kept; python-telegram-bot over the Bot API."""

from __future__ import annotations

import asyncio
import html
import json
import logging
import re
import secrets
from collections.abc import Callable, Coroutine, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

from telegram import (
    BotCommand,
    CallbackQuery,
    ChatMember,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    MessageEntity,
    Update,
)
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseRateLimiter,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ExtBot,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot import cards, delivery, filing, subscriptions, wording
from bot.app import App
from bot.channels.telegram import NO_PREVIEW, bot_address, seconds_to_wait
from bot.config import Subscriber, TelegramConfig, WebhookConfig
from bot.errors import StoreError, UsageError
from bot.rendering import clip, fill
from bot.store import StoredRecord, parse_query
from scrapers.errors import ScrapeError

log = logging.getLogger(__name__)

T = TypeVar("T")
Context = CallbackContext[Any, Any, Any, Any]
Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class View:
    """A list one can ask for: its command, its heading, and what it adds to the words asked for."""

    command: str
    heading: str
    says: str
    query: str = ""


VIEWS = {
    view.command: view
    for view in (
        View("search", "检索", "检索：/search 羽绒 河南"),
        View("latest", "最新动态", "最新的会议、规划与活动", "类型:会议 类型:规划 类型:活动"),
        View("meetings", "会议", "会议，可加地区或关键词", "类型:会议"),
        View("plans", "规划与政策", "规划与政策，可加地区或关键词", "类型:规划"),
        View("events", "活动", "活动、展会与赛事，可加地区或关键词", "类型:活动"),
    )
}
_COMMANDS = [
    *((view.command, view.says) for view in VIEWS.values()),
    ("subscribe", "订阅周报，可选地区、类型、关键词"),
    ("unsubscribe", "退订"),
    ("help", "用法"),
]
_UPDATES = ["message", "channel_post", "callback_query", "my_chat_member"]
_WORDS_LIMIT = 100
_LINK = re.compile(r"https?://\S+")
_ARTICLE_LENGTH = 120
# Seconds a server may hold a request for updates, and a batch of answers may hold the next request.
_LONG_POLL = 50
_BATCH_PATIENCE = 5.0
# Seconds between tries while the server is out of reach, and while it refuses the token.
_WAITS = (1.0, 2.0, 5.0, 10.0, 30.0)
_LOCKED_OUT = 300.0
_LONGEST_FLOOD = 120.0


# --- running -------------------------------------------------------------------------------------


async def answer(app: App, stop: asyncio.Event) -> None:
    """Answer what is written to the bot until told to stop; trouble with the server is waited out.

    Args:
        app: the composition root; its configuration has a Telegram section.
        stop: set when the service ends.
    """
    failures = 0
    while not stop.is_set():
        begun = asyncio.get_running_loop().time()
        try:
            await _connect(app, stop)
        except InvalidToken:
            log.error("telegram refused the token, or telegram.api is no Bot API server")
            await delivery.rest(stop, _LOCKED_OUT)
        except (TelegramError, StoreError) as error:
            went_well = asyncio.get_running_loop().time() - begun > _LONG_POLL
            failures = 0 if went_well else failures + 1
            log.warning("telegram: %s; trying again", type(error).__name__)
            await delivery.rest(stop, _WAITS[min(failures, len(_WAITS)) - 1])


async def _connect(app: App, stop: asyncio.Event) -> None:
    config = app.config.telegram
    assert config
    # An application that could not begin leaves its connections open: they are ours to close.
    requests = HTTPXRequest(connection_pool_size=64), HTTPXRequest(connection_pool_size=1)
    try:
        async with _application(app, config, *requests) as application:
            await _listen(application, app, config, stop)
    finally:
        for request in requests:
            await request.shutdown()


async def _listen(application: _Application, app: App, config: TelegramConfig, stop: asyncio.Event) -> None:
    await application.bot.set_my_commands([BotCommand(name, says) for name, says in _COMMANDS])
    if config.webhook:
        await _take_posts(application, config.webhook, stop)
    else:
        await application.bot.delete_webhook()
        await _Inbox(application, app).empty(stop)


async def _take_posts(application: _Application, webhook: WebhookConfig, stop: asyncio.Event) -> None:
    """Let Telegram post updates to us; a post without the secret is refused."""
    host, _, port = webhook.listen.rpartition(":")
    updater = application.updater
    assert updater
    await application.start()
    try:
        await updater.start_webhook(
            listen=host,
            port=int(port),
            url_path=urlsplit(webhook.url).path.lstrip("/"),
            webhook_url=webhook.url,
            # Without one in config.yaml a new one at each start: nobody else may post.
            secret_token=webhook.secret or secrets.token_urlsafe(24),
            allowed_updates=_UPDATES,
        )
        await stop.wait()
        await updater.stop()
    finally:
        await application.stop()


class _Inbox:
    """Updates by long polling, each handled once: what was handled is written down, also across restarts.

    Telegram gives an update again until a later offset is asked for. That is asked for only after
    the update was handled, so that none is lost; what a killed process had handled of a batch is
    known from the store, so that none is answered twice.
    """

    def __init__(self, application: _Application, app: App) -> None:
        self._application = application
        self._store = app.store
        self._key = f"telegram:{application.bot.id}"
        kept = json.loads(app.store.get(self._key) or "{}")
        self._offset: int = kept.get("offset", 0)
        self._handled: set[int] = set(kept.get("handled", ()))
        self._late: set[asyncio.Task[None]] = set()

    async def empty(self, stop: asyncio.Event) -> None:
        """Fetch and handle updates until told to stop; what is being answered then is finished."""
        try:
            while not stop.is_set():
                updates = await _unless(stop, self._fetch())
                if updates:
                    await self._handle(updates)
        finally:
            if self._late:
                await asyncio.wait(self._late, timeout=_BATCH_PATIENCE)

    async def _fetch(self) -> Sequence[Update]:
        return await self._application.bot.get_updates(
            offset=self._offset, timeout=_LONG_POLL, allowed_updates=_UPDATES
        )

    async def _handle(self, updates: Sequence[Update]) -> None:
        chats: dict[int, list[Update]] = {}
        for update in updates:
            if update.update_id not in self._handled:
                chats.setdefault(update.effective_chat.id if update.effective_chat else 0, []).append(update)
        tasks = {asyncio.create_task(self._in_turn(batch)) for batch in chats.values()}
        if tasks:
            # A chat under flood control may take its time; the others are not kept waiting for it.
            done, late = await asyncio.wait(tasks, timeout=_BATCH_PATIENCE)
            self._late = {task for task in self._late | late if not task.done()}
            for task in done:
                task.result()
        self._offset = updates[-1].update_id + 1
        self._handled.clear()
        await self._write_down()

    async def _in_turn(self, updates: Iterable[Update]) -> None:
        for update in updates:
            await self._application.process_update(update)
            self._handled.add(update.update_id)
            await self._write_down()

    async def _write_down(self) -> None:
        kept = json.dumps({"offset": self._offset, "handled": sorted(self._handled)})
        await asyncio.to_thread(self._store.set, self._key, kept)


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """Wait for some work, but give it up when told to stop."""
    task, halt = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait([task, halt], return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        for pending in (task, halt):
            pending.cancel()
        # Also what is given up has to end before its connections can be closed.
        await asyncio.wait([task, halt])


class _Patient(BaseRateLimiter[None]):
    """Obeys flood control (429): a chat is left alone for as long as Telegram asks, then the answer goes out."""

    def __init__(self) -> None:
        self._free_at: dict[object, float] = {}

    async def initialize(self) -> None:
        """Nothing is held."""

    async def shutdown(self) -> None:
        """Nothing is held."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Any:
        """Call the Bot API, waiting as often as it asks for."""
        chat, clock = data.get("chat_id"), asyncio.get_running_loop().time
        while True:
            await asyncio.sleep(max(0.0, self._free_at.get(chat, 0.0) - clock()))
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                wait = seconds_to_wait(error)
                if wait > _LONGEST_FLOOD:
                    raise
                self._free_at[chat] = clock() + wait


_Application = Application[ExtBot[None], Context, Any, Any, Any, None]


def _application(
    app: App, config: TelegramConfig, answers: HTTPXRequest, updates: HTTPXRequest
) -> _Application:
    application: _Application = (
        ApplicationBuilder()
        .token(config.token)
        .base_url(bot_address(config))
        .request(answers)
        .get_updates_request(updates)
        .rate_limiter(_Patient())
        .job_queue(None)
        .build()
    )
    _Talk(app).register(application)
    return application


# --- talking -------------------------------------------------------------------------------------


class _Talk:
    """The commands and buttons, over the store."""

    def __init__(self, app: App) -> None:
        self._app = app

    def register(self, application: _Application) -> None:
        """Tell which update goes to which answer."""
        posts = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST
        commands: dict[str, Handler] = {
            "start": self._start,
            "help": self._help,
            "subscribe": self._subscribe,
            "unsubscribe": self._unsubscribe,
            **dict.fromkeys(VIEWS, self._list),
        }
        for name, handler in commands.items():
            application.add_handler(CommandHandler(name, handler, posts))
        application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, self._migrated))
        application.add_handler(MessageHandler(posts & filters.COMMAND, self._help))
        application.add_handler(MessageHandler(posts & filters.TEXT, self._plain_text))
        application.add_handler(CallbackQueryHandler(self._turn_page, r"^page:"))
        application.add_handler(CallbackQueryHandler(self._change, r"^sub:"))
        application.add_handler(ChatMemberHandler(self._membership, ChatMemberHandler.MY_CHAT_MEMBER))
        application.add_error_handler(self._failed)

    async def _failed(self, update: object, context: Context) -> None:
        """Write an unforeseen failure down and say sorry; the service goes on."""
        log.error("telegram: an answer failed", exc_info=context.error)
        if (
            isinstance(update, Update)
            and update.effective_chat
            and not isinstance(context.error, TelegramError)
        ):
            with suppress(TelegramError):
                await context.bot.send_message(update.effective_chat.id, "出错了，请稍后再试。")

    async def _start(self, update: Update, context: Context) -> None:
        chat = _chat_of(update)
        await asyncio.to_thread(subscriptions.resume, self._app, chat)
        await self._help(update, context)

    async def _help(self, update: Update, context: Context) -> None:
        await _say(update, fill("telegram_help.j2", when=self._when()))

    def _when(self) -> str:
        return wording.say_when(self._app.config.digest.when)

    # --- lists ---

    async def _list(self, update: Update, context: Context) -> None:
        message = update.effective_message
        assert message and message.text
        command, _, words = message.text.partition(" ")
        await self._show(update, command[1:].partition("@")[0].lower(), words)

    async def _plain_text(self, update: Update, context: Context) -> None:
        """Search for a plain text: in a private chat any, elsewhere one that names the bot."""
        words = _addressed(update, context.bot.username)
        if words is None:
            return
        if self._is_article(update, words):
            await self._file(update, words)
        else:
            await self._show(update, "search", words)

    async def _show(self, update: Update, view: str, words: str) -> None:
        words = " ".join(words.split())[:_WORDS_LIMIT]
        if view == "search" and not words:
            await _say(update, "请写要找的词，例如：/search 羽绒 河南")
            return
        page = await asyncio.to_thread(self._page, view, words, 1)
        await _say(update, cards.render(page), _pager(view, page))

    def _page(self, view: str, words: str, number: int) -> cards.Page:
        wanted = VIEWS[view]
        typed = f"{wanted.query} {subscriptions.as_fields(words) if wanted.query else words}"
        today = wording.local_day(self._app.now(), self._app.config.zone)
        query = parse_query(typed, today=today, limit=cards.PAGE, offset=(number - 1) * cards.PAGE)
        results = self._app.store.search(query, today=today)
        records = (self._app.store.record(hit.id) for hit in results.hits if hit.kind != "article")
        stored: dict[str, StoredRecord] = {found.record.id: found for found in records if found}
        return cards.page_of(results, stored, heading=wanted.heading, words=words, number=number, today=today)

    # --- articles filed by admins ---

    def _is_article(self, update: Update, words: str) -> bool:
        """Tell whether an admin sent an article to be filed: a link alone, or more text than anybody searches for."""
        config, user = self._app.config.telegram, update.effective_user
        if not config or user is None or user.id not in config.admins:
            return False
        return bool(_LINK.fullmatch(words.strip())) or len(words) >= _ARTICLE_LENGTH

    async def _file(self, update: Update, words: str) -> None:
        url = words.strip()
        try:
            if _LINK.fullmatch(url):
                said = str(await filing.file_page(self._app, url))
            else:
                said = str(await asyncio.to_thread(filing.file_text, self._app, words))
        except (ScrapeError, UsageError) as error:
            said = f"没有存入：{error}"
        await _say(update, html.escape(clip(said, 1000), quote=False))

    async def _turn_page(self, update: Update, context: Context) -> None:
        query = update.callback_query
        assert query and query.data
        _, view, number = query.data.split(":")
        message = _shown(query)
        if message is None or view not in VIEWS:
            await _toast(query, "这条消息太旧了，请重新检索")
            return
        await _toast(query)
        words = next(iter(message.parse_entities([MessageEntity.CODE]).values()), "")
        page = await asyncio.to_thread(self._page, view, words, max(1, int(number)))
        await _edit(message, cards.render(page), _pager(view, page))

    # --- subscriptions ---

    async def _subscribe(self, update: Update, context: Context) -> None:
        chat, words = _chat_of(update), _arguments(update)
        if await self._may_change(update, context):
            subscriber = await asyncio.to_thread(subscriptions.add, self._app, chat, words)
            await _say(update, *self._panel(subscriber))

    async def _unsubscribe(self, update: Update, context: Context) -> None:
        chat, words = _chat_of(update), _arguments(update)
        if await self._may_change(update, context):
            subscriber = await asyncio.to_thread(subscriptions.drop, self._app, chat, words)
            await _say(update, *self._panel(subscriber))

    async def _change(self, update: Update, context: Context) -> None:
        """Answer a button of the subscription panel: `sub:ACTION[:VALUE]`."""
        query = update.callback_query
        assert query and query.data
        message = _shown(query)
        if message is None:
            await _toast(query, "这条消息太旧了，请重发 /subscribe")
            return
        if not await self._may_change(update, context):
            return
        action, _, value = query.data.removeprefix("sub:").partition(":")
        now, said = await asyncio.to_thread(subscriptions.press, self._app, message.chat.id, action, value)
        await _toast(query, said)
        await _edit(message, *self._panel(now, regions=action in ("regions", "region")))

    def _panel(
        self, subscriber: Subscriber | None, *, regions: bool = False
    ) -> tuple[str, InlineKeyboardMarkup | None]:
        kinds = "、".join(wording.KIND_WORDS[kind] for kind in subscriber.kinds) if subscriber else ""
        text = fill("telegram_subscription.j2", subscriber=subscriber, kinds=kinds, when=self._when())
        buttons = subscriptions.buttons(subscriber, regions=regions)
        rows = [
            [InlineKeyboardButton(b.text, callback_data=f"sub:{b.action}") for b in row] for row in buttons
        ]
        return text.strip(), InlineKeyboardMarkup(rows) if rows else None

    async def _may_change(self, update: Update, context: Context) -> bool:
        """Tell whether this person may change this chat's subscription: in a group only its administrators."""
        chat, user = update.effective_chat, update.effective_user
        assert chat
        sender = update.effective_message.sender_chat if update.message and update.effective_message else None
        if chat.type in (ChatType.PRIVATE, ChatType.CHANNEL) or (sender and sender.id == chat.id):
            return True
        member = await context.bot.get_chat_member(chat.id, user.id) if user else None
        if member and member.status in (ChatMember.OWNER, ChatMember.ADMINISTRATOR):
            return True
        if update.callback_query:
            await _toast(update.callback_query, "只有群管理员可以更改订阅")
        else:
            await _say(update, "只有群管理员可以更改订阅。")
        return False

    # --- what happens to chats ---

    async def _migrated(self, update: Update, context: Context) -> None:
        """Follow a group to the supergroup it became."""
        message = update.effective_message
        assert message
        old, new = (
            message.migrate_from_chat_id or message.chat.id,
            message.migrate_to_chat_id or message.chat.id,
        )
        await asyncio.to_thread(
            delivery.move, self._app.store, Subscriber(telegram=old), Subscriber(telegram=new)
        )

    async def _membership(self, update: Update, context: Context) -> None:
        """Pause who blocked or removed the bot, go on where it is let in again; greet a group."""
        change = update.my_chat_member
        assert change
        gone = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
        act = subscriptions.pause if gone else subscriptions.resume
        await asyncio.to_thread(act, self._app, change.chat.id)
        if not gone and change.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP) and _was_outside(change):
            await self._help(update, context)


def _was_outside(change: ChatMemberUpdated) -> bool:
    return change.old_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)


def _chat_of(update: Update) -> int:
    assert update.effective_chat
    return update.effective_chat.id


def _arguments(update: Update) -> list[str]:
    assert update.effective_message
    return (update.effective_message.text or "").split()[1:]


def _addressed(update: Update, username: str) -> str | None:
    """Return the words meant for the bot, None where a group talks among itself."""
    message, chat = update.effective_message, update.effective_chat
    text = message.text or "" if message else ""
    if chat and chat.type == ChatType.PRIVATE:
        return text
    name = f"@{username}"
    return text.replace(name, " ") if name in text else None


def _pager(view: str, page: cards.Page) -> InlineKeyboardMarkup | None:
    buttons = []
    if page.number > 1:
        buttons.append(InlineKeyboardButton("‹ 上一页", callback_data=f"page:{view}:{page.number - 1}"))
    if page.number < page.count:
        buttons.append(InlineKeyboardButton("下一页 ›", callback_data=f"page:{view}:{page.number + 1}"))
    return InlineKeyboardMarkup([buttons]) if buttons else None


async def _say(update: Update, text: str, buttons: InlineKeyboardMarkup | None = None) -> None:
    assert update.effective_chat
    await update.effective_chat.send_message(
        text, parse_mode=ParseMode.HTML, reply_markup=buttons, link_preview_options=NO_PREVIEW
    )


async def _edit(message: Message, text: str, buttons: InlineKeyboardMarkup | None) -> None:
    """Show something else in a message; a button pressed twice changes nothing, which is no failure."""
    try:
        await message.edit_text(
            text, parse_mode=ParseMode.HTML, reply_markup=buttons, link_preview_options=NO_PREVIEW
        )
    except BadRequest as error:
        if "not modified" not in error.message:
            raise


async def _toast(query: CallbackQuery, text: str = "") -> None:
    """Answer a button; one that was pressed long ago can no longer be answered, which is no failure."""
    with suppress(BadRequest):
        await query.answer(text or None)


def _shown(query: CallbackQuery) -> Message | None:
    """Return the message a button stands under, None where Telegram no longer lets us change it."""
    return query.message if isinstance(query.message, Message) else None
