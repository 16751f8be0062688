"""Questions and answers of HTTP over connections that are kept open for the next one.

HTTP/1.1 is spoken through h11 alone, since the layers that httpx and httpcore lay over it cost more than all else
about a request. Where a server offers HTTP/2, httpcore speaks it.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterable
from dataclasses import dataclass
from typing import cast

import h11
import httpcore

from scrapers.addresses import AddressGuard
from scrapers.errors import TooLarge
from scrapers.network import Network, Resolve, Stream, resolve

Headers = list[tuple[bytes, bytes]]

_OPEN_ORIGINS = 128
_KEPT = 15.0  # seconds that a connection waits for the next request
_AT_ONCE = 64 << 10  # bytes read
_MOST_HEADERS = 100 << 10  # bytes of an answer's headers


class NotConnected(Exception):
    """A host cannot be connected to, or there is no TLS with it; the cause says why."""


class BadAnswer(Exception):
    """What came is no HTTP, or breaks off."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whom a connection is to; ``authority`` is its host and port as they go into the header Host."""

    scheme: str
    host: str
    port: int
    authority: bytes


@dataclass(frozen=True, slots=True)
class Question:
    """A request; ``headers`` are all but Host and Content-Length."""

    origin: Origin
    target: bytes
    method: str
    headers: Headers
    content: bytes = b""

    def all_headers(self) -> Headers:
        """Return every header that is sent."""
        has_body = self.content or self.method == "POST"
        length = [(b"Content-Length", b"%d" % len(self.content))] if has_body else []
        return [(b"Host", self.origin.authority), *self.headers, *length]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it came, still packed."""

    status: int
    headers: Headers
    body: bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer may take: seconds of silence, bytes of its body."""

    seconds: float
    size: int

    def check(self, size: int) -> None:
        """Raise TooLarge where a body of that size is too large."""
        if size > self.size:
            raise TooLarge(f"超过 {self.size} 字节")

    def check_declared(self, headers: Headers) -> None:
        """Raise TooLarge where an answer says that its body is too large."""
        for name, value in headers:
            if name.lower() == b"content-length" and value.isdigit():
                self.check(int(value))


class _Http1:
    """A connection for one request at a time, in HTTP/1.1."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._state = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MOST_HEADERS)
        self._until = float("inf")
        self._closed = False
        self.idle = True

    @property
    def free(self) -> bool:
        return self.idle

    @property
    def spent(self) -> bool:
        late = asyncio.get_running_loop().time() > self._until
        return self._closed or (self.idle and (late or self._stream.ended))

    def close(self) -> None:
        self._closed, self.idle = True, False
        self._stream.close()

    async def ask(self, question: Question, limits: Limits) -> Answer:
        self.idle = False
        try:
            await self._send(question, limits.seconds)
            answer = await self._receive(limits)
        except BaseException:
            self.close()
            raise
        self._rest()
        return answer

    async def _send(self, question: Question, seconds: float) -> None:
        head = h11.Request(method=question.method, target=question.target, headers=question.all_headers())
        events = [head, *([h11.Data(question.content)] if question.content else []), h11.EndOfMessage()]
        # A server that has heard enough may hang up and answer all the same.
        with contextlib.suppress(ConnectionError):
            await self._stream.write(b"".join(self._state.send(event) or b"" for event in events), seconds)

    async def _receive(self, limits: Limits) -> Answer:
        head = await self._event(limits.seconds)
        while isinstance(head, h11.InformationalResponse):
            head = await self._event(limits.seconds)
        if not isinstance(head, h11.Response):
            raise BadAnswer("no answer")
        headers = list(head.headers)
        limits.check_declared(headers)
        body = bytearray()
        while isinstance(part := await self._event(limits.seconds), h11.Data):
            body += part.data
            limits.check(len(body))
        return Answer(head.status_code, headers, bytes(body))

    async def _event(self, seconds: float) -> h11.Event | type[h11.PAUSED]:
        while (event := self._state.next_event()) is h11.NEED_DATA:
            received = await self._stream.read(_AT_ONCE, seconds)
            if not received and self._state.their_state is h11.SEND_RESPONSE:
                raise BadAnswer("no answer")
            self._state.receive_data(received)
        return cast("h11.Event | type[h11.PAUSED]", event)

    def _rest(self) -> None:
        """Wait for the next request, where both sides are done with this one and keep the connection."""
        state = self._state
        if state.our_state is state.their_state is h11.DONE and not state.trailing_data[0]:
            state.start_next_cycle()
            self._until = asyncio.get_running_loop().time() + _KEPT
            self.idle = True
        else:
            self.close()


class _Http2:
    """A connection for many requests at a time, in HTTP/2."""

    def __init__(self, stream: Stream, origin: Origin) -> None:
        self._stream = stream
        self._origin = httpcore.Origin(origin.scheme.encode(), origin.host.encode(), origin.port)
        self._spoken = httpcore.AsyncHTTP2Connection(self._origin, stream, _KEPT)

    @property
    def free(self) -> bool:
        return self._spoken.is_available()

    @property
    def idle(self) -> bool:
        return self._spoken.is_idle()

    @property
    def spent(self) -> bool:
        return self._stream.ended or self._spoken.has_expired()

    def close(self) -> None:
        self._stream.close()

    async def ask(self, question: Question, limits: Limits) -> Answer:
        to, seconds = self._origin, limits.seconds
        answer = await self._spoken.handle_async_request(
            httpcore.Request(
                question.method,
                httpcore.URL(scheme=to.scheme, host=to.host, port=to.port, target=question.target),
                headers=question.all_headers(),
                content=question.content,
                extensions={"timeout": {"read": seconds, "write": seconds}},
            )
        )
        try:
            limits.check_declared(answer.headers)
            body = bytearray()
            async for part in cast(AsyncIterable[bytes], answer.stream):
                body += part
                limits.check(len(body))
        finally:
            await answer.aclose()
        return Answer(answer.status, answer.headers, bytes(body))


class Connections:
    """A few connections to each origin, kept open for a while; the address guard stands below TLS.

    How many there are to an origin is up to who asks: each is asked one thing at a time, those in HTTP/2 many.

    Args:
        guard: says which numbers may be contacted.
        resolve: turns names into numbers.
        tls: what certificates are checked by; None takes the usual authorities.
    """

    def __init__(
        self, guard: AddressGuard, resolve: Resolve = resolve, tls: ssl.SSLContext | None = None
    ) -> None:
        self._network = Network(guard, resolve)
        self._tls = tls
        self._open: dict[Origin, list[_Http1 | _Http2]] = {}

    async def ask(self, question: Question, limits: Limits) -> Answer:
        """Send one request and read its answer.

        Raises:
            NotConnected, Forbidden, Unreachable: there is no connection.
            BadAnswer, OSError: the connection broke.
            TimeoutError: the host was silent for too long.
            TooLarge: the answer is.
        """
        wire = self._free(question.origin) or await self._connect(question.origin, limits.seconds)
        try:
            return await wire.ask(question, limits)
        except (h11.ProtocolError, httpcore.ProtocolError, httpcore.ConnectionNotAvailable) as error:
            wire.close()
            raise BadAnswer(str(error)) from error

    def close(self) -> None:
        """Close every connection."""
        for origin in list(self._open):
            self._let_go(origin)

    def _free(self, origin: Origin) -> _Http1 | _Http2 | None:
        wires = self._open.pop(origin, [])
        for spent in [wire for wire in wires if wire.spent]:
            wires.remove(spent)
            spent.close()
        self._open[origin] = wires  # last in, so that the first is the one unused for longest
        for old in list(self._open)[: max(0, len(self._open) - _OPEN_ORIGINS)]:
            if all(wire.idle for wire in self._open[old]):
                self._let_go(old)
        return next((wire for wire in wires if wire.free), None)

    def _let_go(self, origin: Origin) -> None:
        for wire in self._open.pop(origin):
            wire.close()

    async def _connect(self, origin: Origin, seconds: float) -> _Http1 | _Http2:
        try:
            stream = await self._network.connect(origin.host, origin.port, seconds)
            if origin.scheme == "https":
                async with asyncio.timeout(seconds):
                    stream = await stream.over_tls(self._context(), origin.host)
        except TimeoutError:
            raise
        except OSError as error:
            raise NotConnected from error
        wire = _Http2(stream, origin) if stream.agreed == "h2" else _Http1(stream)
        self._open.setdefault(origin, []).append(wire)
        return wire

    def _context(self) -> ssl.SSLContext:
        if self._tls is None:
            self._tls = httpcore.default_ssl_context()
        self._tls.set_alpn_protocols(["http/1.1", "h2"])
        return self._tls
