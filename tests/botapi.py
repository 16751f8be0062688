"""A Bot API server of our own on loopback, which refuses what the real one refuses.

It stands in for https://core.telegram.org/bots/api: same addresses, same answers, same words of refusal.
A test plays the people (`say`, `press`, `block`), and reads what the bot sent from `messages`.
"""

from __future__ import annotations

import asyncio
import json
import math
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import aiohttp
from aiohttp import web

TOKEN = "123456789:AAEmulatorTokenOfNoWorth_0123456789abc"
BOT = {
    "id": 123456789,
    "is_bot": True,
    "first_name": "周讯",
    "username": "zhouxun_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
TEXT_LIMIT = 4096
_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_TAG = re.compile(r"<(/?)([^\s>]*)((?:\s+[^>]*)?)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""\s*([a-zA-Z-]+)\s*(?:=\s*("[^"]*"|'[^']*'|[a-zA-Z0-9.-]+))?""")


def units(text: str) -> int:
    """Return the length in UTF-16 code units, as the Bot API counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Refusal(Exception):
    """An answer with "ok": false."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Read HTML parse mode as Telegram does: the plain text and its entities, offsets in UTF-16 units."""
    text, entities, opened, at = "", [], [], 0
    while at < len(source):
        if source[at] != "<":
            end = source.find("<", at)
            end = len(source) if end < 0 else end
            text += _decode(source[at:end])
            at = end
            continue
        offset = len(source[:at].encode())
        tag = _TAG.match(source, at)
        if not tag:
            raise _unparsed(f"Unclosed start tag at byte offset {offset}")
        name = tag[2].lower()
        if tag[1]:
            if not opened:
                raise _unparsed(f"Unexpected end tag at byte offset {offset}")
            begun, start, extra = opened.pop()
            if name and name != begun:
                raise _unparsed(
                    f'Unmatched end tag at byte offset {offset}, expected "</{begun}>", found "</{name}>"'
                )
            if units(text) > start:
                kind = {"type": _TAGS[begun], "offset": start, "length": units(text) - start}
                entities.append({**kind, **extra})
        else:
            if name not in _TAGS:
                raise _unparsed(f'Unsupported start tag "{name}" at byte offset {offset}')
            opened.append((name, units(text), _attributes(name, tag[3], offset)))
        at = tag.end()
    if opened:
        raise _unparsed(f'Can\'t find end tag corresponding to start tag "{opened[-1][0]}"')
    # Telegram keeps the first hundred entities of a message and shows the rest as plain text.
    return text, sorted(entities, key=lambda e: (e["offset"], -e["length"]))[:100]


def _unparsed(reason: str) -> Refusal:
    return Refusal(400, f"Bad Request: can't parse entities: {reason}")


def _attributes(tag: str, source: str, offset: int) -> dict[str, str]:
    found = {m[1].lower(): unescape((m[2] or "").strip("\"'")) for m in _ATTRIBUTE.finditer(source)}
    if _ATTRIBUTE.sub("", source).strip():
        raise _unparsed(f'Unexpected character in attributes of tag "{tag}" at byte offset {offset}')
    if tag == "span" and found.get("class") != "tg-spoiler":
        raise _unparsed(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
    return {"url": found["href"]} if tag == "a" and "href" in found else {}


def _decode(text: str) -> str:
    """Decode what Telegram knows: four names and numbers; any other ampersand stays."""
    return re.sub(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);", lambda m: unescape(m[0]), text)


@dataclass
class Chat:
    """Someone the bot may write to; `fault` is the refusal it meets, `free_at` when flood control ends."""

    id: int
    type: str = "private"
    name: str = "某人"
    fault: Refusal | None = None
    free_at: float = 0.0
    admins: set[int] = field(default_factory=set)

    def shape(self) -> dict[str, Any]:
        """Return the Bot API's Chat."""
        named = {"first_name": self.name} if self.type == "private" else {"title": self.name}
        return {"id": self.id, "type": self.type, **named}


class BotApi:
    """The server; every method may be called from any thread while it runs."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.address = ""
        self.chats: dict[int, Chat] = {}
        self.messages: list[dict[str, Any]] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.refusals: list[tuple[str, Refusal]] = []
        self.toasts: list[str] = []
        self.commands: list[dict[str, str]] = []
        self.webhook: dict[str, str] = {}
        self.pages: dict[str, str] = {}
        self.mute_after: Callable[[dict[str, Any]], bool] | None = None
        self.outage: int | None = None
        self._updates: list[dict[str, Any]] = []
        self._next_update = 1000
        self._next_message = 1
        self._callbacks: set[str] = set()
        self._poll: asyncio.Event | None = None
        self._posting: asyncio.Future[None] | None = None
        self._changed = threading.Condition()

    # --- the people's side --------------------------------------------------------------------

    def chat(self, id: int, type: str = "private", name: str = "某人", admins: tuple[int, ...] = ()) -> Chat:
        """Make a chat known to the bot."""
        self.chats[id] = Chat(id, type, name, admins=set(admins))
        return self.chats[id]

    def say(self, chat: int, text: str, user: int | None = None) -> dict[str, Any]:
        """Write a text in a chat, as a user or, in a channel, as the channel."""
        place = self.chats.get(chat) or self.chat(chat)
        message = self._message(place, text, _command_entities(text))
        kind = "channel_post" if place.type == "channel" else "message"
        if kind == "message":
            message["from"] = _person(user or abs(chat))
        self._push({kind: message})
        return message

    def press(self, message: dict[str, Any], label: str, user: int | None = None) -> str:
        """Press the button of that label under one of the bot's messages; returns the callback's id."""
        buttons = [b for row in message["reply_markup"]["inline_keyboard"] for b in row]
        data = next(b["callback_data"] for b in buttons if label in b["text"])
        query = f"q{self._next_update}"
        self._callbacks.add(query)
        body = {"id": query, "from": _person(user or abs(message["chat"]["id"])), "message": message}
        self._push({"callback_query": {**body, "chat_instance": "1", "data": data}})
        return query

    def block(self, chat: int, blocked: bool = True) -> None:
        """Let the person block the bot, or the group remove it; or take it back."""
        place = self.chats[chat]
        words = (
            "bot was blocked by the user"
            if place.type == "private"
            else f"bot was kicked from the {place.type} chat"
        )
        place.fault = Refusal(403, f"Forbidden: {words}") if blocked else None
        status = ("kicked", "member") if blocked else ("member", "kicked")
        self._push({"my_chat_member": _membership(place, new=status[0], old=status[1])})

    def migrate(self, chat: int, to: int) -> None:
        """Turn a group into a supergroup: its old id is refused with the new one."""
        old = self.chats[chat]
        old.fault = Refusal(
            400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=to
        )
        new = self.chat(to, "supergroup", old.name, tuple(old.admins))
        self._push({"message": {**self._message(new, ""), "migrate_from_chat_id": chat}})

    def flood(self, chat: int, seconds: float) -> None:
        """Refuse sends to a chat for some seconds."""
        self.chats[chat].free_at = time.monotonic() + seconds

    def texts(self, chat: int) -> list[str]:
        """Return the texts the bot sent to a chat, as they read now."""
        return [m["text"] for m in list(self.messages) if m["chat"]["id"] == chat]

    def wait(self, ready: Callable[[], Any], timeout: float = 10.0) -> Any:
        """Wait until something is true of the server; returns what `ready` gave."""
        with self._changed:
            if not self._changed.wait_for(ready, timeout):
                raise AssertionError(f"not within {timeout} s; last calls: {self.calls[-5:]}")
            return ready()

    # --- the bot's side -----------------------------------------------------------------------

    def _push(self, body: dict[str, Any]) -> None:
        with self._changed:
            update = {"update_id": self._next_update, **body}
            self._next_update += 1
            self._updates.append(update)
        self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        if self.webhook and (self._posting is None or self._posting.done()):
            self._posting = asyncio.ensure_future(self._post_updates())
        elif self._poll:
            self._poll.set()

    async def _post_updates(self) -> None:
        """Post updates in order; one that is not taken is posted again."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=True)) as session:
            while self._updates:
                try:
                    async with session.post(
                        self.webhook["url"], json=self._updates[0], headers=headers
                    ) as answer:
                        taken = answer.status == 200
                except aiohttp.ClientError:
                    taken = False
                if taken:
                    self._updates.pop(0)
                else:
                    await asyncio.sleep(0.05)

    def _message(self, chat: Chat, text: str, entities: list[dict[str, Any]] | None = None) -> dict[str, Any]:
        number, self._next_message = self._next_message, self._next_message + 1
        message = {"message_id": number, "date": int(time.time()), "chat": chat.shape(), "text": text}
        return {**message, "entities": entities} if entities else message

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one call as api.telegram.org does."""
        method = request.match_info["method"]
        arguments = await _arguments(request)
        with self._changed:
            self.calls.append((method, arguments))
        try:
            if self.outage:
                raise Refusal(self.outage, "Internal Server Error")
            if request.match_info["token"] != self.token:
                well_formed = re.fullmatch(r"\d+:[\w-]{30,}", request.match_info["token"])
                raise Refusal(401, "Unauthorized") if well_formed else Refusal(404, "Not Found")
            handler = getattr(self, f"do_{method}", None)
            if handler is None:
                raise Refusal(404, "Not Found")
            result = await handler(**arguments)
        except Refusal as refusal:
            return self._refuse(method, refusal)
        with self._changed:
            self._changed.notify_all()
        if method == "sendMessage" and self.mute_after and self.mute_after(result):
            assert request.transport
            request.transport.abort()
        return web.json_response({"ok": True, "result": result})

    async def _page(self, request: web.Request) -> web.Response:
        """Serve a page of the web, for the links people send."""
        if request.path not in self.pages:
            raise web.HTTPNotFound
        return web.Response(text=self.pages[request.path], content_type="text/html")

    def _refuse(self, method: str, refusal: Refusal) -> web.Response:
        with self._changed:
            self.refusals.append((method, refusal))
            self._changed.notify_all()
        body = {"ok": False, "error_code": refusal.code, "description": refusal.description}
        if refusal.parameters:
            body["parameters"] = refusal.parameters
        return web.json_response(body, status=refusal.code)

    async def do_getChat(self, chat_id: Any) -> dict[str, Any]:
        return self._known(chat_id).shape()

    async def do_getMe(self) -> dict[str, Any]:
        return BOT

    async def do_getUpdates(
        self,
        offset: int = 0,
        limit: int = 100,
        timeout: float = 0,  # noqa: ASYNC109 - the Bot API's name
        **_: Any,
    ) -> list[dict[str, Any]]:
        if self.webhook:
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook "
                "to delete the webhook first",
            )
        mine = asyncio.Event()
        if self._poll and not self._poll.is_set():
            self._poll.set()
        self._poll = mine
        self._updates = [u for u in self._updates if u["update_id"] >= offset]
        if not self._updates and timeout:
            try:
                await asyncio.wait_for(mine.wait(), timeout)
            except TimeoutError:
                return []
        if self._poll is not mine:
            raise Refusal(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )
        self._poll = None
        return self._updates[:limit]

    async def do_sendMessage(
        self,
        chat_id: Any,
        text: str = "",
        parse_mode: str = "",
        reply_markup: Any = None,
        reply_parameters: Any = None,
        **_: Any,
    ) -> dict[str, Any]:
        chat = self._writable(chat_id)
        plain, entities = _formatted(text, parse_mode)
        message = self._message(chat, plain, entities)
        message["from"] = {k: BOT[k] for k in ("id", "is_bot", "first_name", "username")}
        if reply_markup:
            message["reply_markup"] = _keyboard(reply_markup)
        self.messages.append(message)
        return message

    async def do_editMessageText(
        self,
        text: str = "",
        chat_id: Any = None,
        message_id: int = 0,
        parse_mode: str = "",
        reply_markup: Any = None,
        **_: Any,
    ) -> dict[str, Any]:
        chat = self._writable(chat_id)
        for message in self.messages:
            if message["chat"]["id"] == chat.id and message["message_id"] == message_id:
                break
        else:
            raise Refusal(400, "Bad Request: message to edit not found")
        plain, entities = _formatted(text, parse_mode)
        keyboard = _keyboard(reply_markup) if reply_markup else None
        if plain == message["text"] and keyboard == message.get("reply_markup"):
            raise Refusal(
                400,
                "Bad Request: message is not modified: specified new message content and reply markup "
                "are exactly the same as a current content and reply markup of the message",
            )
        message.update(text=plain, entities=entities, edit_date=int(time.time()))
        message.pop("reply_markup", None)
        if keyboard:
            message["reply_markup"] = keyboard
        return message

    async def do_answerCallbackQuery(self, callback_query_id: str, text: str = "", **_: Any) -> bool:
        if callback_query_id not in self._callbacks:
            raise Refusal(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        if len(text) > 200:
            raise Refusal(400, "Bad Request: MESSAGE_TOO_LONG")
        self._callbacks.remove(callback_query_id)
        self.toasts.append(text)
        return True

    async def do_getChatMember(self, chat_id: Any, user_id: int) -> dict[str, Any]:
        chat = self._known(chat_id)
        status = "administrator" if user_id in chat.admins else "member"
        rights = dict.fromkeys(
            [
                "can_be_edited",
                "is_anonymous",
                "can_manage_chat",
                "can_delete_messages",
                "can_manage_video_chats",
                "can_restrict_members",
                "can_promote_members",
                "can_change_info",
                "can_invite_users",
                "can_post_stories",
                "can_edit_stories",
                "can_delete_stories",
            ],
            False,
        )
        return {
            "status": status,
            "user": _person(user_id),
            **(rights if status == "administrator" else {}),
        }

    async def do_sendChatAction(self, chat_id: Any, **_: Any) -> bool:
        return bool(self._writable(chat_id))

    async def do_setMyCommands(self, commands: list[dict[str, str]], **_: Any) -> bool:
        for entry in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", entry["command"]):
                raise Refusal(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(entry["description"]) <= 256:
                raise Refusal(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands = commands
        return True

    async def do_setWebhook(self, url: str = "", secret_token: str = "", **_: Any) -> bool:
        if secret_token and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret_token):
            raise Refusal(400, "Bad Request: secret token contains unallowed characters")
        self.webhook = {"url": url, "secret_token": secret_token} if url else {}
        self._wake()
        return True

    async def do_deleteWebhook(self, **_: Any) -> bool:
        self.webhook = {}
        return True

    def _known(self, chat_id: Any) -> Chat:
        chat = self.chats.get(int(chat_id)) if re.fullmatch(r"-?\d+", str(chat_id)) else None
        if chat is None:
            raise Refusal(400, "Bad Request: chat not found")
        return chat

    def _writable(self, chat_id: Any) -> Chat:
        chat = self._known(chat_id)
        if chat.fault:
            raise chat.fault
        left = chat.free_at - time.monotonic()
        if left > 0:
            wait = math.ceil(left)
            raise Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        return chat

    # --- running ------------------------------------------------------------------------------

    def _serve(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._start())
        started.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._end())
        self._loop.close()

    async def _end(self) -> None:
        await self._runner.cleanup()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _start(self) -> None:
        application = web.Application()
        application.router.add_route("*", "/bot{token}/{method}", self.handle)
        application.router.add_get("/news/{name}", self._page)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    @contextmanager
    def running(self) -> Iterator[BotApi]:
        """Serve in a thread of its own while the block runs."""
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        thread = threading.Thread(target=self._serve, args=(started,), daemon=True)
        thread.start()
        assert started.wait(30)
        try:
            yield self
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            thread.join()


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return await request.json()
    values = {**request.query, **await request.post()}
    return {name: _value(name, str(value)) for name, value in values.items()}


def _value(name: str, value: str) -> Any:
    """Read a form value: texts stay, everything else is JSON where it can be."""
    if name in ("text", "callback_query_id", "url", "secret_token"):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _formatted(text: str, parse_mode: str) -> tuple[str, list[dict[str, Any]]]:
    if parse_mode not in ("", "HTML"):
        raise Refusal(400, "Bad Request: unsupported parse_mode")
    plain, entities = parse_html(text) if parse_mode else (text, [])
    plain = plain.rstrip()
    if not plain.strip():
        raise Refusal(400, "Bad Request: message text is empty")
    if units(plain) > TEXT_LIMIT:
        raise Refusal(400, "Bad Request: message is too long")
    return plain, entities


def _keyboard(markup: dict[str, Any]) -> dict[str, Any]:
    rows = markup.get("inline_keyboard", [])
    for button in (b for row in rows for b in row):
        if not button.get("text"):
            raise Refusal(400, "Bad Request: can't parse inline keyboard button: Text buttons are unallowed")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
            raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
        if "callback_data" not in button and not re.match(r"https?://\S+$", button.get("url", "")):
            raise Refusal(400, "Bad Request: inline keyboard button URL is invalid: Wrong HTTP URL")
    if sum(map(len, rows)) > 100 or any(len(row) > 8 for row in rows):
        raise Refusal(400, "Bad Request: reply markup is too long")
    return {"inline_keyboard": [row for row in rows if row]}


def _command_entities(text: str) -> list[dict[str, Any]]:
    return [
        {"type": "bot_command", "offset": units(text[: m.start()]), "length": len(m[0])}
        for m in re.finditer(r"(?<!\S)/[A-Za-z0-9_]+(?:@\w+)?", text)
    ]


def _person(id: int) -> dict[str, Any]:
    return {"id": id, "is_bot": False, "first_name": "某人", "language_code": "zh-hans"}


def _membership(chat: Chat, *, new: str, old: str) -> dict[str, Any]:
    def member(status: str) -> dict[str, Any]:
        user = {k: BOT[k] for k in ("id", "is_bot", "first_name", "username")}
        return {"status": status, "user": user, **({"until_date": 0} if status == "kicked" else {})}

    return {
        "chat": chat.shape(),
        "from": _person(abs(chat.id)),
        "date": int(time.time()),
        "old_chat_member": member(old),
        "new_chat_member": member(new),
    }
