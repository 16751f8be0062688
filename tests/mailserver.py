"""A mail server on loopback: aiosmtpd, with the refusals, faults, TLS and log-in a test asks for."""

from __future__ import annotations

import ssl
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


class _Controller(Controller):
    """Lets the system choose the port: aiosmtpd's first connection to itself has to know it."""

    def _trigger_server(self) -> None:
        assert self.server
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@dataclass
class MailServer:
    """What a mail server does and what it got.

    ``recipients`` and ``contents`` give the reply for an address after RCPT and after the message;
    ``mute`` lists addresses whose message is taken without an answer: the connection is cut instead.
    """

    recipients: Mapping[str, str] = field(default_factory=dict)
    contents: Mapping[str, str] = field(default_factory=dict)
    mute: frozenset[str] = frozenset()
    user: str | None = None
    password: str = ""
    received: list[tuple[tuple[str, ...], bytes]] = field(default_factory=list)
    connections: int = 0
    port: int = 0

    @property
    def mails(self) -> list[EmailMessage]:
        """The messages taken, parsed."""
        return [message_from_bytes(raw, EmailMessage, policy=default) for _, raw in self.received]  # type: ignore[arg-type]

    def addressees(self) -> list[str]:
        """Return the recipients of the messages taken, in order."""
        return [address for addresses, _ in self.received for address in addresses]

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        if not session.authenticated:
            self.connections += 1
        return responses

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        reply = self.recipients.get(address, "250 OK")
        if reply.startswith("2"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        address = envelope.rcpt_tos[0]
        reply = self.contents.get(address, "250 2.0.0 queued as 4711")
        if reply.startswith("2"):
            self.received.append((tuple(envelope.rcpt_tos), envelope.content))
        if address in self.mute:
            assert server.transport
            server.transport.abort()
        return reply

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        right = LoginPassword((self.user or "").encode(), self.password.encode())
        # handled=False makes aiosmtpd itself answer 535; otherwise a client with a bad password waits for ever.
        return AuthResult(success=data == right, handled=False)

    @contextmanager
    def running(self, *, tls: ssl.SSLContext | None = None, starttls: bool = False) -> Iterator[MailServer]:
        """Serve while the block runs; `tls` from the start, or after STARTTLS."""
        options: dict[str, Any] = {"server_hostname": "mx.test", "enable_SMTPUTF8": True}
        if starttls:
            options |= {"tls_context": tls, "require_starttls": True}
        if self.user is not None:
            options |= {"authenticator": self.authenticate, "auth_required": True}
            options |= {"auth_require_tls": tls is not None and starttls}
        implicit = tls if not starttls else None
        # aiosmtpd warns that logging in without STARTTLS is unsafe; under implicit TLS it is not.
        warnings.filterwarnings("ignore", "Requiring AUTH", UserWarning)
        controller = _Controller(self, hostname="127.0.0.1", port=0, ssl_context=implicit, **options)
        controller.start()
        try:
            self.port = controller.port
            yield self
        finally:
            controller.stop()
