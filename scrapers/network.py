"""Connections to permitted numbers only, on asyncio's own streams: what httpcore asks of a network, and no more."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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


@contextmanager
def _failing_as(failed: type[Exception], late: type[Exception]) -> Iterator[None]:
    """Turn asyncio's errors into those that httpcore knows."""
    try:
        yield
    except TimeoutError as error:  # before OSError, of which it is one
        raise late(str(error)) from error
    except (OSError, RuntimeError, asyncio.IncompleteReadError) as error:
        raise failed(str(error)) from error


class _Stream(httpcore.AsyncNetworkStream):
    """One connection. httpcore's own goes through anyio, which costs more than everything else about a request.

    ``plain`` is the connection that one over TLS runs on: let go, its writer would close it.
    """

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, plain: _Stream | None = None
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._plain = plain

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        with _failing_as(httpcore.ReadError, httpcore.ReadTimeout):
            async with asyncio.timeout(timeout):
                return await self._reader.read(max_bytes)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        with _failing_as(httpcore.WriteError, httpcore.WriteTimeout):
            self._writer.write(buffer)
            async with asyncio.timeout(timeout):
                await self._writer.drain()

    async def aclose(self) -> None:
        self._writer.close()
        if self._plain is not None:
            await self._plain.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore.AsyncNetworkStream:
        try:
            with _failing_as(httpcore.ConnectError, httpcore.ConnectTimeout):
                async with asyncio.timeout(timeout):
                    return await self._over_tls(ssl_context, server_hostname)
        except BaseException:
            self._writer.transport.abort()
            raise

    async def _over_tls(self, context: ssl.SSLContext, name: str | None) -> _Stream:
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader(loop=loop)
        protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
        plain = self._writer.transport
        transport = await loop.start_tls(plain, protocol, context, server_hostname=name)
        if transport is None:
            raise ConnectionResetError("closed during the TLS handshake")
        protocol.connection_made(transport)
        return _Stream(reader, asyncio.StreamWriter(transport, protocol, reader, loop), self)

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":  # of an idle connection: the server has closed it, or speaks unasked
            return self._reader.at_eof() or self._writer.is_closing()
        return self._writer.get_extra_info(
            {"client_addr": "sockname", "server_addr": "peername"}.get(info, info)
        )


class GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Opens TCP connections to permitted numbers only; TLS still checks the name.

    Args:
        guard: says which numbers may be contacted.
        resolve: turns names into numbers.
    """

    def __init__(self, guard: AddressGuard, resolve: Resolve) -> None:
        self._guard = guard
        self._resolve = resolve

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first of a host's numbers that answers.

        Raises:
            Forbidden: the guard permits none of them.
        """
        numbers = self._guard.permitted(host, await self._resolve(host, port))
        for number in numbers[:-1]:
            try:
                return await self._connect(number, port, timeout)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._connect(numbers[-1], port, timeout)

    async def _connect(self, number: str, port: int, seconds: float | None) -> _Stream:
        with _failing_as(httpcore.ConnectError, httpcore.ConnectTimeout):
            async with asyncio.timeout(seconds):
                return _Stream(*await asyncio.open_connection(number, port))

    async def sleep(self, seconds: float) -> None:
        """Wait, as httpcore does between tries to connect."""
        await asyncio.sleep(seconds)
