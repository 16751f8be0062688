"""Connections to permitted numbers only, on asyncio's own streams."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from ipaddress import ip_address
from typing import Any

import httpcore

from scrapers.addresses import AddressGuard
from scrapers.errors import Unreachable

Resolve = Callable[[str, int], Awaitable[tuple[str, ...]]]

# asyncio's own few threads would be taken by a handful of names whose servers do not answer.
_RESOLVERS = ThreadPoolExecutor(32, "dns")


async def resolve(host: str, port: int) -> tuple[str, ...]:
    """Return the numeric addresses of a host, every spelling (decimal, octal, hex) resolved as the system does.

    Raises:
        Unreachable: the name has none.
    """
    try:
        return (str(ip_address(host.strip("[]"))),)
    except ValueError:
        pass
    try:
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(
            _RESOLVERS, partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
        )
    except (OSError, UnicodeError) as error:
        raise Unreachable("域名无法解析", host) from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class Stream(httpcore.AsyncNetworkStream):
    """One connection, which httpcore takes for its own; over anyio it would cost more than all else about a request.

    ``plain`` is the connection that one over TLS runs on: let go, its writer would close it.
    """

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, plain: Stream | None = None
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._plain = plain

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        async with asyncio.timeout(timeout):
            return await self._reader.read(max_bytes)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        self._writer.write(buffer)
        async with asyncio.timeout(timeout):
            await self._writer.drain()

    async def aclose(self) -> None:
        self.close()

    def close(self) -> None:
        """Hang up."""
        self._writer.close()
        if self._plain is not None:
            self._plain.close()

    async def over_tls(self, context: ssl.SSLContext, name: str) -> Stream:
        """Agree on TLS with the host of that name.

        Raises:
            OSError: they do not agree, and the connection is closed.
        """
        try:
            return await self._over_tls(context, name)
        except BaseException:
            self._writer.transport.abort()
            raise

    async def _over_tls(self, context: ssl.SSLContext, name: str) -> Stream:
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader(loop=loop)
        protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
        plain = self._writer.transport
        transport = await loop.start_tls(plain, protocol, context, server_hostname=name)
        if transport is None:
            raise ConnectionResetError("closed during the TLS handshake")
        protocol.connection_made(transport)
        return Stream(reader, asyncio.StreamWriter(transport, protocol, reader, loop), self)

    @property
    def agreed(self) -> str | None:
        """The protocol agreed on by ALPN over TLS."""
        tls = self._writer.get_extra_info("ssl_object")
        return tls.selected_alpn_protocol() if tls else None

    @property
    def ended(self) -> bool:
        """Whether the server has closed it."""
        return self._reader.at_eof() or self._writer.is_closing()

    def get_extra_info(self, info: str) -> Any:
        return self._writer.get_extra_info(info)


class Network:
    """Opens TCP connections to permitted numbers only; TLS still checks the name.

    Args:
        guard: says which numbers may be contacted.
        resolve: turns names into numbers.
    """

    def __init__(self, guard: AddressGuard, resolve: Resolve) -> None:
        self._guard = guard
        self._resolve = resolve

    async def connect(self, host: str, port: int, seconds: float) -> Stream:
        """Connect to the first of a host's numbers that answers within so many seconds each.

        Raises:
            Forbidden: the guard permits none of them.
            OSError: none answers (TimeoutError: the last of them not in time).
        """
        numbers = self._guard.permitted(host, await self._resolve(host, port))
        for number in numbers[:-1]:
            try:
                return await self._connect(number, port, seconds)
            except OSError:
                continue
        return await self._connect(numbers[-1], port, seconds)

    async def _connect(self, number: str, port: int, seconds: float) -> Stream:
        async with asyncio.timeout(seconds):
            return Stream(*await asyncio.open_connection(number, port))
