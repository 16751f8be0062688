"""Mail (邮件): a digest as MIME, over SMTP or into a folder of files."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import re
import smtplib
import ssl
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urlsplit

from bot.channels import Channel, Message, Unavailable, Uncertain
from bot.config import EmailConfig
from bot.errors import DeliveryError, UsageError

if TYPE_CHECKING:
    from bot.digest import Digest

log = logging.getLogger(__name__)

Security = Literal["none", "starttls", "tls"]
_SCHEMES: dict[str, tuple[Security, int]] = {
    "smtp": ("none", 25),
    "smtps": ("tls", 465),
    "smtp+starttls": ("starttls", 587),
}
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_TIMEOUT = 30.0
_NOTICE = "周讯：需要留意"  # the subject of what an operator is told
# Relays commonly close a connection after a hundred messages; leaving first avoids a failed hand-over.
_PER_CONNECTION = 100


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """A mail server and how to log in; ``security`` says when TLS starts."""

    host: str
    port: int
    security: Security
    user: str | None = None
    password: str | None = field(default=None, repr=False)


def parse_server(address: str) -> SmtpServer:
    """Read an address such as ``smtp+starttls://user:password@mail.example.org:587``.

    Raises:
        UsageError: not such an address, or a password would cross a network in the clear.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError("channels.email.smtp: host or port cannot be read") from error
    if parts.scheme not in _SCHEMES or not host:
        raise UsageError(
            "channels.email.smtp: wanted smtp://, smtps://, smtp+starttls:// with a host, or file:FOLDER"
        )
    security, usual_port = _SCHEMES[parts.scheme]
    if parts.password and security == "none" and host not in _LOOPBACK:
        raise UsageError(
            f"channels.email.smtp: the password would travel unencrypted to {host}; "
            "use smtp+starttls:// or smtps://"
        )
    user = unquote(parts.username) if parts.username else None
    password = unquote(parts.password) if parts.password else None
    return SmtpServer(host, port or usual_port, security, user, password)


def email_channel(config: EmailConfig, root: Path) -> Channel:
    """Return the channel a config asks for: an SMTP server, or a folder that receives files.

    Args:
        config: where mail leaves and who sends it.
        root: the folder relative paths start from.

    Raises:
        UsageError: the address or the sender cannot be used.
    """
    if "@" not in parseaddr(config.sender)[1]:
        raise UsageError(f"channels.email.from: {config.sender!r} holds no mail address")
    if config.smtp.startswith("file:"):
        folder = config.smtp.removeprefix("file:").removeprefix("//")
        return OutboxChannel(root / folder, config.sender, config.admins)
    return SmtpChannel(parse_server(config.smtp), config.sender, config.admins)


class _Mail(ABC):
    """What both ways of mail share: the sender, and a digest as one mail with a text and an HTML body."""

    name = "email"

    def __init__(self, sender: str, admins: Sequence[str] = ()) -> None:
        self._sender = sender
        self._admins = admins

    def compose(
        self, digest: Digest, recipient: str, *, now: datetime, unsubscribe: str | None = None
    ) -> tuple[Message, ...]:
        """Render a digest; without an address for unsubscribing, a mail to the sender has to do."""
        from bot.digest import render

        way_out = unsubscribe or _unsubscribe_by_mail(self._sender)
        text, html = render(digest, "text", unsubscribe=way_out), render(digest, "html", unsubscribe=way_out)
        return (Message(digest.issue, recipient, 0, digest.title, text, html, unsubscribe, now),)

    @abstractmethod
    async def send(self, message: Message) -> str:
        """Hand one mail over."""

    async def notify(self, text: str, now: datetime) -> None:
        """Mail every admin something about the service."""
        for admin in self._admins:
            issue = f"notice-{now.astimezone(UTC):%Y%m%dT%H%M%S}"
            try:
                await self.send(Message(issue, parseaddr(admin)[1], 0, _NOTICE, text, written=now))
            except DeliveryError as error:
                log.warning("admin %s not told: %s", admin, error)


def _unsubscribe_by_mail(sender: str) -> str:
    return f"mailto:{parseaddr(sender)[1]}?subject=unsubscribe"


def mime(message: Message, sender: str) -> EmailMessage:
    """Build the mail: RFC 5322 with RFC 2047 headers, text and HTML alternatives in UTF-8.

    The Message-ID follows from issue, recipient and part alone, so that a copy is recognised by its
    reader's mailbox. List-Unsubscribe is RFC 2369, its one-click form RFC 8058; the mail is marked
    as automatic (RFC 3834) so that no holiday notice answers it.
    """
    name, address = parseaddr(sender)
    domain = address.rpartition("@")[2]
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(name, addr_spec=address)
    mail["To"] = _recipient(message.recipient)
    mail["Subject"] = re.sub(r"\s+", " ", message.title)
    mail["Message-ID"] = f"<{message_key(message)}@{domain}>"
    if message.written:
        mail["Date"] = format_datetime(message.written)
    mail["List-Id"] = f"<zhouxun.{domain}>"
    by_mail = f"<{_unsubscribe_by_mail(sender)}>"
    mail["List-Unsubscribe"] = f"<{message.unsubscribe}>, {by_mail}" if message.unsubscribe else by_mail
    if message.unsubscribe:
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail["Auto-Submitted"] = "auto-generated"
    # Chinese in quoted-printable is three times its size, in base64 four thirds.
    mail.set_content(message.text, cte="base64")
    if message.html is not None:
        mail.add_alternative(message.html, subtype="html", cte="base64")
    return mail


def message_key(message: Message) -> str:
    """Name a message: the same issue, recipient and part always give the same name."""
    subject = f"{message.issue}|{message.recipient.lower()}|{message.part}"
    return f"{message.issue}.{hashlib.sha256(subject.encode()).hexdigest()[:24]}"


def _recipient(address: str) -> Address:
    """Read a mail address; its domain is written in ASCII (RFC 5890), the local part stays."""
    local, at, domain = address.rpartition("@")
    try:
        if not local or not at or re.search(r"\s", address):
            raise ValueError
        return Address(username=local, domain=domain.encode("idna").decode("ascii"))
    except (ValueError, MessageError) as error:
        raise DeliveryError(f"{address}: not a mail address", permanent=True) from error


class OutboxChannel(_Mail):
    """Mail as files: for each message an .eml and the .html it holds; a repeat writes the same names."""

    def __init__(self, folder: Path, sender: str, admins: Sequence[str] = ()) -> None:
        super().__init__(sender, admins)
        self._folder = folder

    async def send(self, message: Message) -> str:
        """Write the message; returns the path of its .eml."""
        readable = re.sub(r"[^\w.@+-]", "_", message.recipient)
        path = self._folder / f"{message.issue}-{readable}-{message_key(message)[-8:]}.eml"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _replace(path.with_suffix(".html"), (message.html or message.text).encode())
            _replace(path, mime(message, self._sender).as_bytes(policy=SMTPUTF8))
        except OSError as error:
            raise Unavailable(f"{path}: {error.strerror or error}") from error
        return str(path)

    async def close(self) -> None:
        """Nothing is held open."""


def _replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    partial = path.with_name(path.name + ".part")
    partial.write_bytes(data)
    partial.replace(path)


class SmtpChannel(_Mail):
    """Mail over SMTP (RFC 5321): connections are kept open and shared by the sends that run at once."""

    def __init__(
        self, server: SmtpServer, sender: str, admins: Sequence[str] = (), *, timeout: float = _TIMEOUT
    ) -> None:
        super().__init__(sender, admins)
        self._server = server
        self._timeout = timeout
        self._idle: list[_Connection] = []

    async def send(self, message: Message) -> str:
        """Send one mail over an idle connection or a new one; returns the server's last answer."""
        return await asyncio.to_thread(self._send, message)

    async def close(self) -> None:
        """Say goodbye on every idle connection."""
        while self._idle:
            await asyncio.to_thread(self._idle.pop().quit)

    def _send(self, message: Message) -> str:
        mail = mime(message, self._sender)
        connection = self._connection()
        try:
            answer = connection.transmit(mail)
        except DeliveryError as error:
            # After a plain refusal the conversation goes on; after anything else its state is unknown.
            if isinstance(error, Unavailable | Uncertain) or not connection.reset():
                connection.drop()
            else:
                self._idle.append(connection)
            raise
        if connection.sent < _PER_CONNECTION:
            self._idle.append(connection)
        else:
            connection.quit()
        return answer

    def _connection(self) -> _Connection:
        while self._idle:
            idle = self._idle.pop()
            if idle.alive():
                return idle
            idle.drop()
        return _Connection(self._server, self._timeout)


class _Connection:
    """One SMTP conversation, each stage told apart: only after the final dot is an outcome uncertain."""

    def __init__(self, server: SmtpServer, timeout: float) -> None:
        self.sent = 0
        where = f"{server.host}:{server.port}"
        try:
            self._smtp = _connect(server, timeout)
        except smtplib.SMTPAuthenticationError as error:
            answer = _line(error.smtp_code, error.smtp_error)
            raise Unavailable(f"{where}: the server refused user {server.user}: {answer}") from None
        except (OSError, smtplib.SMTPException) as error:
            raise Unavailable(f"{where}: {_reason(error)}") from None

    def transmit(self, mail: EmailMessage) -> str:
        """Send one mail; see Channel.send for what is raised."""
        sender, recipient = (str(mail[key].addresses[0].addr_spec) for key in ("From", "To"))
        international = not recipient.isascii()
        if international and not self._smtp.has_extn("smtputf8"):
            raise DeliveryError(
                f"{recipient}: the server takes no Chinese mail address (no SMTPUTF8)", permanent=True
            )
        body = mail.as_bytes(policy=SMTPUTF8 if international else SMTP)
        try:
            self._envelope(sender, recipient, ("SMTPUTF8", "BODY=8BITMIME") if international else ())
            self._smtp.send(_dot_stuffed(body))
        except (OSError, smtplib.SMTPException) as error:
            raise DeliveryError(
                f"connection lost before the message was complete: {_reason(error)}"
            ) from None
        try:
            self._smtp.send(b".\r\n")
            code, text = self._smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            raise Uncertain(f"no answer after the message was handed over: {_reason(error)}") from None
        if code != 250:
            raise _refusal(code, text)
        self.sent += 1
        return _line(code, text)

    def _envelope(self, sender: str, recipient: str, options: tuple[str, ...]) -> None:
        code, text = self._smtp.mail(sender, options)
        if code != 250:
            if code == 552:
                raise _refusal(code, text)
            raise Unavailable(f"the server refused sender {sender}: {_line(code, text)}")
        code, text = self._smtp.rcpt(recipient)
        if code not in (250, 251):
            raise _refusal(code, text)
        code, text = self._smtp.docmd("DATA")
        if code != 354:
            raise _refusal(code, text)

    def alive(self) -> bool:
        """Whether the server still answers on this connection."""
        try:
            return self._smtp.noop()[0] == 250
        except (OSError, smtplib.SMTPException):
            return False

    def reset(self) -> bool:
        """Abandon the current mail (RSET) so that the next can use this connection."""
        try:
            return self._smtp.rset()[0] == 250
        except (OSError, smtplib.SMTPException):
            return False

    def quit(self) -> None:
        """Leave politely; a server that has gone already is no matter."""
        try:
            self._smtp.quit()
        except (OSError, smtplib.SMTPException):
            self.drop()

    def drop(self) -> None:
        """Close the socket."""
        self._smtp.close()


def _connect(server: SmtpServer, timeout: float) -> smtplib.SMTP:
    if server.security == "tls":
        context = ssl.create_default_context()
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=timeout, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=timeout)
    try:
        if server.security == "starttls":
            smtp.starttls(context=ssl.create_default_context())
        smtp.ehlo_or_helo_if_needed()
        if server.user is not None:
            smtp.login(server.user, server.password or "")
    except BaseException:
        smtp.close()
        raise
    return smtp


def _dot_stuffed(body: bytes) -> bytes:
    """Double leading dots (RFC 5321 section 4.5.2) and end with a line break."""
    stuffed = re.sub(rb"(?m)^\.", b"..", body)
    return stuffed if stuffed.endswith(b"\r\n") else stuffed + b"\r\n"


def _refusal(code: int, text: bytes) -> DeliveryError:
    """Tell a refusal for good (5yz) from one for now (4yz), RFC 5321 section 4.2.1."""
    return DeliveryError(_line(code, text), permanent=500 <= code < 600)


def _line(code: int, text: bytes | str) -> str:
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(words.split())}"


def _reason(error: Exception) -> str:
    """Say in one line what went wrong, without what was sent."""
    if isinstance(error, smtplib.SMTPResponseException):
        return _line(error.smtp_code, error.smtp_error)
    return " ".join(str(error).split()) or type(error).__name__
