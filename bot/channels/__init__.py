"""The ways a digest leaves (推送渠道): what a channel must do, the message it carries, how it can fail.

A new channel is one module beside these and one line in the composition root; the contract suite in
tests/test_channels.py then covers it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from bot.errors import DeliveryError

if TYPE_CHECKING:
    from bot.digest import Digest


@dataclass(frozen=True, slots=True)
class Message:
    """One part of one issue on its way to one recipient, complete: the ledger keeps it until it is sent.

    ``part`` counts from 0; ``recipient`` is a mail address or a chat id in decimal; ``text`` is plain
    text for mail and HTML parse mode for Telegram; ``unsubscribe`` is the address that ends the
    subscription in one click.
    """

    issue: str
    recipient: str
    part: int
    title: str
    text: str
    html: str | None = None
    unsubscribe: str | None = None
    written: datetime | None = None

    def to_json(self) -> dict[str, Any]:
        """Return what the ledger stores besides issue, recipient and part."""
        return {
            "title": self.title,
            "text": self.text,
            "html": self.html,
            "unsubscribe": self.unsubscribe,
            "written": self.written.isoformat() if self.written else None,
        }

    @classmethod
    def from_json(cls, issue: str, recipient: str, part: int, data: Mapping[str, Any]) -> Message:
        """Read a message back from the ledger."""
        written = data.get("written")
        plain = cls(issue, recipient, part, data["title"], data["text"], data["html"], data["unsubscribe"])
        return replace(plain, written=datetime.fromisoformat(written)) if written else plain


class Channel(Protocol):
    """A way to reach a subscriber; ``send`` is the only call that touches the outside."""

    name: str

    def compose(
        self, digest: Digest, recipient: str, *, now: datetime, unsubscribe: str | None = None
    ) -> tuple[Message, ...]:
        """Render a digest for a recipient: the parts, in the order they are to arrive."""
        ...

    async def send(self, message: Message) -> str:
        """Hand one message over.

        Returns:
            The server's answer, one line for the ledger.

        Raises:
            Unavailable: nobody can be served now; nothing left.
            Gone: the recipient no longer takes messages.
            Moved: the recipient has another address; nothing left.
            Uncertain: the message may have arrived; only a person may say it should be sent again.
            DeliveryError: this message was refused, for good (``permanent``) or for now.
        """
        ...

    async def notify(self, text: str, now: datetime) -> None:
        """Tell every admin of the channel something about the service; one who cannot be reached is only logged.

        Args:
            text: plain.
            now: the time, aware.
        """
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...


class Unavailable(DeliveryError):
    """The channel itself cannot send: server unreachable, sender or credentials refused."""


class Gone(DeliveryError):
    """The recipient blocked the bot, removed it, or closed the account: pause, don't try again."""


class Uncertain(DeliveryError):
    """The message left, but the answer never came: it may or may not have arrived."""


class Moved(DeliveryError):
    """The recipient lives on under another address (a group that became a supergroup)."""

    def __init__(self, message: str, recipient: str) -> None:
        super().__init__(message)
        self.recipient = recipient
