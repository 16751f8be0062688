"""Sites on loopback for the tests: real HTTP over real sockets, every request remembered."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha1

from aiohttp import web


@dataclass(frozen=True)
class Answer:
    """What a site says at one address; ``wait`` seconds before, ``validators`` adds an ETag and obeys it."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0.0
    validators: bool = False


@dataclass(frozen=True)
class Hit:
    """A request the site saw: target, headers (lower-case), body, arrival (monotonic seconds), how many at once."""

    target: str
    headers: Mapping[str, str]
    body: bytes
    at: float
    together: int

    @property
    def conditional(self) -> bool:
        """Whether the client showed that it holds a copy."""
        return "if-none-match" in self.headers or "if-modified-since" in self.headers


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Site:
    """A site on one loopback port; `routes` maps a path (or path with query) to what is said there."""

    def __init__(self, routes: Mapping[str, Answer | Handler]) -> None:
        self.routes: dict[str, Answer | Handler] = dict(routes)
        self.fallback: Handler | None = None
        self.hits: list[Hit] = []
        self.url = ""
        self._together = 0

    def asked(self, *, robots: bool = False) -> list[str]:
        """The targets asked for so far, without robots.txt unless wanted."""
        return [hit.target for hit in self.hits if robots or hit.target != "/robots.txt"]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self._together += 1
        headers = {name.lower(): value for name, value in request.headers.items()}
        body = await request.read()
        self.hits.append(Hit(request.path_qs, headers, body, time.monotonic(), self._together))
        try:
            said = self.routes.get(request.path_qs) or self.routes.get(request.path)
            said = said or self.fallback or Answer("none", 404)
            return await (said(request) if callable(said) else _response(said, headers))
        finally:
            self._together -= 1


async def _response(said: Answer, asked: Mapping[str, str]) -> web.Response:
    await asyncio.sleep(said.wait)
    body = said.body.encode() if isinstance(said.body, str) else said.body
    headers = {"Content-Type": "text/html; charset=utf-8"} | dict(said.headers)
    if said.validators:
        headers["ETag"] = f'"{sha1(body).hexdigest()}"'
        if asked.get("if-none-match") == headers["ETag"]:
            return web.Response(status=304, headers=headers)
    return web.Response(status=said.status, headers=headers, body=body)


@contextmanager
def background_loop() -> Iterator[asyncio.AbstractEventLoop]:
    """Run an event loop in a thread of its own."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield loop
    finally:
        asyncio.run_coroutine_threadsafe(_cancel_all(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _cancel_all() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


@contextmanager
def serving(*sites: Site, host: str = "127.0.0.1") -> Iterator[None]:
    """Serve each site on a free port of its own."""
    with background_loop() as loop:
        runners = [asyncio.run_coroutine_threadsafe(_start(site, host), loop).result() for site in sites]
        try:
            yield
        finally:
            for runner in runners:
                asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result()


async def _start(site: Site, host: str) -> web.ServerRunner:
    runner = web.ServerRunner(web.Server(site.answer), shutdown_timeout=0.1)
    await runner.setup()
    tcp = web.TCPSite(runner, host, 0)
    await tcp.start()
    port = runner.addresses[0][1]
    site.url = f"http://{host}:{port}"
    return runner


@contextmanager
def raw_server(reply: bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]) -> Iterator[str]:
    """Serve the same bytes (or behaviour) to every connection; yields the address."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            if callable(reply):
                await reply(writer)
            else:
                writer.write(reply)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    with background_loop() as loop:
        server = asyncio.run_coroutine_threadsafe(asyncio.start_server(serve, "127.0.0.1", 0), loop).result()
        try:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        finally:
            loop.call_soon_threadsafe(server.close)
