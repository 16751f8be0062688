"""Telegram: a digest as messages in HTML parse mode, through the Bot API by python-telegram-bot."""

from __future__ import annotations

import asyncio
import html
import logging
import os
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from telegram import Bot, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

from bot.channels import Gone, Message, Moved, Unavailable, Uncertain
from bot.config import TelegramConfig
from bot.errors import DeliveryError

if TYPE_CHECKING:
    from bot.digest import Digest

log = logging.getLogger(__name__)

# python-telegram-bot 22 warns at every 429 that its seconds will become a timedelta; this takes it now.
os.environ.setdefault("PTB_TIMEDELTA", "true")

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# https://core.telegram.org/bots/faq#my-bot-is-hitting-limits: thirty a second over all chats, one a
# second in a chat, twenty a minute in a group (whose id is negative).
_OVERALL, _IN_CHAT, _IN_GROUP = 1 / 25, 1.0, 3.0
# Failures of httpx after which the request has not left, or not whole.
_NOT_SENT = {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "WriteError", "WriteTimeout"}
# Refusals under 400 that mean the same as 403: the bot may not write there any more.
_NO_RIGHTS = ("not enough rights", "have no rights", "chat_write_forbidden", "chat_restricted")


def bot_address(config: TelegramConfig) -> str:
    """Return the address before the token, as python-telegram-bot wants it."""
    return config.api.rstrip("/") + "/bot"


def seconds_to_wait(error: RetryAfter) -> float:
    """Return the seconds a 429 answer asks for."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def failure(error: TelegramError) -> DeliveryError:
    """Say what a Bot API error means for a delivery; the token never stands in the text."""
    if isinstance(error, RetryAfter):
        wait = seconds_to_wait(error)
        return DeliveryError(f"429 retry after {wait:.0f} s", retry_after=wait)
    if isinstance(error, ChatMigrated):
        return Moved(f"the group became supergroup {error.new_chat_id}", str(error.new_chat_id))
    if isinstance(error, InvalidToken):
        return Unavailable("telegram refused the token, or telegram.api is no Bot API server")
    if isinstance(error, Forbidden) or any(words in error.message.lower() for words in _NO_RIGHTS):
        return Gone(error.message)
    if isinstance(error, BadRequest):
        return DeliveryError(error.message, permanent=True)
    return _connection_failure(error)


def _connection_failure(error: TelegramError) -> DeliveryError:
    cause = type(error.__cause__).__name__
    if cause in _NOT_SENT:
        return Unavailable(f"telegram is out of reach ({cause})")
    if error.__cause__ is not None or "(504)" in error.message or "Gateway Timeout" in error.message:
        return Uncertain(f"no answer after the message was handed over ({cause})")
    return DeliveryError(error.message)


class TelegramChannel:
    """Digests and notices to chats, groups and channels, at the pace Telegram allows."""

    name = "telegram"

    def __init__(self, config: TelegramConfig, *, timeout: float = 20.0) -> None:
        self._admins = config.admins
        self._request = HTTPXRequest(connection_pool_size=16, read_timeout=timeout, pool_timeout=timeout)
        self._bot = Bot(config.token, base_url=bot_address(config), request=self._request)
        self._pace = _Pace()

    def compose(
        self, digest: Digest, recipient: str, *, now: datetime, unsubscribe: str | None = None
    ) -> tuple[Message, ...]:
        """Render a digest as its messages; a chat unsubscribes by command, so no address is needed."""
        from bot.digest import render_telegram

        return tuple(
            Message(digest.issue, recipient, part, digest.title, text, written=now)
            for part, text in enumerate(render_telegram(digest))
        )

    async def send(self, message: Message) -> str:
        """Send one part; returns the id Telegram gave it."""
        return await self._say(int(message.recipient), message.text)

    async def notify(self, text: str, now: datetime) -> None:
        """Tell every admin chat something about the service."""
        for chat in self._admins:
            try:
                await self._say(chat, html.escape(text[:2000], quote=False))
            except DeliveryError as error:
                log.warning("admin chat %s not told: %s", chat, error)

    async def close(self) -> None:
        """Close the connections."""
        await self._request.shutdown()

    async def _say(self, chat: int, text: str) -> str:
        await self._pace.wait(chat)
        try:
            sent = await self._bot.send_message(
                chat, text, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
            )
        except TelegramError as error:
            raise failure(error) from None
        return f"message {sent.message_id}"


class _Pace:
    """Spaces the sends: a slot overall, and a slot in each chat."""

    def __init__(self) -> None:
        self._overall = 0.0
        self._chats: dict[int, float] = {}

    async def wait(self, chat: int) -> None:
        """Sleep until the chat's next slot."""
        now = asyncio.get_running_loop().time()
        slot = max(now, self._overall, self._chats.get(chat, 0.0))
        self._overall = slot + _OVERALL
        self._chats[chat] = slot + (_IN_GROUP if chat < 0 else _IN_CHAT)
        await asyncio.sleep(slot - now)
