"""The only network reader: polite, bounded and guarded; bytes and headers out, never a surprise in.

One `Fetcher` serves all sources. Every host has a lane: its own few connections, its pace and its robots.txt.
Small pools are on purpose: httpx slows down with the connections of a pool.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import random
import re
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit

import httpcore
import httpx

from scrapers.addresses import AddressGuard, check_scheme
from scrapers.errors import (
    Disallowed,
    Forbidden,
    Missing,
    Refused,
    ScrapeError,
    TimedOut,
    TooLarge,
    Unreachable,
)
from scrapers.model import Page, canonical_url
from scrapers.network import GuardedNetwork, Resolve, resolve
from scrapers.robots import AGENT, Robots
from scrapers.unpack import ACCEPTED, unpack

MAX_REDIRECTS = 5
MAX_ROBOTS_BYTES = 1_000_000
LONGEST_WAIT = 10.0  # seconds of Retry-After that are waited for on the spot
LONGEST_SHUT = 86_400.0  # seconds a Retry-After is believed
_OPEN_POOLS = 128
_ADMITTED = 2  # addresses of a host that are asked for again with its cookie in vain
_TOTAL = 3  # times `timeout` that a whole answer may take, however slowly it drips
_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml,application/json;q=0.9,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
    "Accept-Encoding": ACCEPTED,
}
USER_AGENT = f"Mozilla/5.0 (compatible; {AGENT}/0.1; reads trade news for a weekly digest)"


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """The limits of reading the web: requests at a time over all hosts and per host, seconds, bytes."""

    concurrency: int = 32
    per_host: int = 2
    delay: float = 1.0
    timeout: float = 20.0
    max_bytes: int = 8_000_000
    respect_robots: bool = True
    allow_private: tuple[str, ...] = ()
    user_agent: str = ""


class _Body(httpx.AsyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._response.aiter_stream():
            yield part

    async def aclose(self) -> None:
        await self._response.aclose()


class GuardedTransport(httpx.AsyncBaseTransport):
    """httpx's way to the network: one small connection pool per origin, the address guard below TLS.

    Args:
        guard: says which numbers may be contacted.
        per_host: connections per origin.
        resolve: turns names into numbers.
        tls: what certificates are checked by; None takes the usual authorities.
    """

    def __init__(
        self,
        guard: AddressGuard,
        per_host: int,
        resolve: Resolve = resolve,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._network = GuardedNetwork(guard, resolve)
        self._per_host = per_host
        self._tls = tls
        self._pools: dict[tuple[str, str, int | None], httpcore.AsyncConnectionPool] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request through the pool of its origin."""
        pool = await self._pool(request.url)
        answer = await pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    async def _pool(self, url: httpx.URL) -> httpcore.AsyncConnectionPool:
        origin = (url.scheme, url.host, url.port)
        pool = self._pools.pop(origin, None) or self._open(url.scheme)
        self._pools[origin] = pool  # last in, so that the first is the one unused for longest
        for old in list(self._pools)[: max(0, len(self._pools) - _OPEN_POOLS)]:
            if all(wire.is_idle() or wire.is_closed() for wire in self._pools[old].connections):
                await self._pools.pop(old).aclose()
        return pool

    def _open(self, scheme: str) -> httpcore.AsyncConnectionPool:
        if scheme == "https" and self._tls is None:
            self._tls = httpx.create_ssl_context()
        return httpcore.AsyncConnectionPool(
            ssl_context=self._tls if scheme == "https" else None,
            max_connections=self._per_host,
            keepalive_expiry=15.0,
            http2=scheme == "https",
            network_backend=self._network,
        )

    async def aclose(self) -> None:
        """Close every connection."""
        for pool in self._pools.values():
            await pool.aclose()
        self._pools.clear()


def host_of(url: str) -> str:
    """Return the host whose pace an address is asked at: http and https of a name are one, other ports not."""
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    return f"{parts.hostname}{port}"


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


@dataclass(slots=True)
class _Lane:
    """The pace of one host: how many at once, when the next may start, what robots.txt says by origin.

    ``free`` and ``shut`` are moments of the loop's clock: the next request's, and the end of a Retry-After.
    ``session`` and ``shown`` are the cookies and the header that it wants to be shown, ``in_vain`` how often showing them
    changed nothing.
    """

    slots: asyncio.Semaphore
    delay: float
    free: float = 0.0
    shut: float = 0.0
    session: httpx.Cookies = field(default_factory=httpx.Cookies)
    shown: dict[str, str] = field(default_factory=dict)
    in_vain: int = 0
    robots: dict[str, Robots] = field(default_factory=dict)
    starting: asyncio.Lock = field(default_factory=asyncio.Lock)
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked of one address; redirects turn it into the next one."""

    url: str
    method: str
    headers: dict[str, str]
    content: str | bytes | None = None


@dataclass(frozen=True, slots=True)
class _Led:
    """The page that a chain of redirects led to, whether there were any, and whether it is the one that was asked for."""

    read: Page
    moved: bool
    came_back: bool


def _values(cookies: httpx.Cookies) -> set[tuple[str, str, str | None]]:
    return {(cookie.domain, cookie.name, cookie.value) for cookie in cookies.jar}


def _is_front(url: str) -> bool:
    return bool(_FRONT.search(urlsplit(url).path))


_FRONT = re.compile(r"^/?$|/(?:index|default|main|home)\.\w+$", re.IGNORECASE)


def seconds_to_wait(header: str | None, now: datetime) -> float | None:
    """Read a Retry-After header: seconds or an HTTP date (RFC 9110 section 10.2.3)."""
    if not header:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        when = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, ((when if when.tzinfo else when.replace(tzinfo=UTC)) - now).total_seconds())


_CHALLENGES = (
    (b"__jsl_clearance", "网站要求运行脚本（加速乐防护）"),
    (b"acw_sc__v2", "网站要求运行脚本（阿里云防护）"),
    (b"$_ts=window['$_ts']", "网站要求运行脚本（瑞数防护）"),
    (b"/cdn-cgi/challenge-platform/", "网站要求运行脚本（Cloudflare 防护）"),
    (b"/_guard/", "网站要求运行脚本（百度云防护）"),
)
_CHALLENGE_SIZE = 30_000  # bytes; a real page that only mentions such a word is mostly larger
_CHALLENGE_WORDS = 300  # characters that a reader sees of it
_MARKUP = re.compile(rb"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>")
_CHECK = re.compile(
    r"滑动验证|安全验证|人机验证|请输入验证码|请完成验证|(?:访问|请求|操作)(?:过于|太过?)频繁|您的访问被|"
    r"(?:访问|请求|提交|操作)[^。！？\n]{0,24}被[^。！？\n]{0,12}(?:拦截|阻断|阻止|屏蔽|拒绝)|(?:网站|应用|Web)防火墙|"
    r"Access Denied|Attention Required|Just a moment",
    re.IGNORECASE,
)
_REFUSALS = {
    401: "需要登录（401）",
    403: "拒绝访问（403）",
    405: "拒绝访问（405）",
    412: "防火墙拒绝程序访问（412）",
    418: "拒绝程序访问（418）",
    429: "访问过于频繁（429）",
    451: "因法律原因不予提供（451）",
    521: "网站要求运行脚本（521）",
}


def refusal(page: Page) -> str | None:
    """Say why a page is a refusal to programs, or None when it is none; challenges are never solved."""
    if page.status in _REFUSALS:
        return _REFUSALS[page.status]
    if "x-via-jsl" in page.headers and page.status >= 500:
        return "网站要求运行脚本（加速乐防护）"
    if len(page.body) > _CHALLENGE_SIZE or b"<" not in page.body[:1000]:
        return None
    shown = _MARKUP.sub(b"", page.body)
    readings = [shown.decode(encoding, "ignore") for encoding in ("utf-8", "gb18030")]
    if min(len("".join(words.split())) for words in readings) > _CHALLENGE_WORDS:
        return None
    if any(_CHECK.search(words) for words in readings):
        return "网站要求人机验证"
    return next((reason for mark, reason in _CHALLENGES if mark in page.body), None)


class Fetcher:
    """Reads pages of many hosts at once, each at its own pace (抓取).

    Args:
        settings: limits.
        cache: folder to keep robots.txt in between runs; None keeps it in memory only.
        transport: how bytes travel; another one than the guarded one is for tests.
        now: the clock written into pages.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        cache: Path | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._settings = settings
        self._cache = cache
        self._now = now
        # The transport alone, without httpx's client: that would follow proxies of the environment round the
        # guard, keep every cookie and log addresses that may hold a secret.
        self._transport = transport or GuardedTransport(
            AddressGuard(settings.allow_private), max(1, settings.per_host)
        )
        self._headers = _HEADERS | {"User-Agent": settings.user_agent or USER_AGENT}
        self._extensions = {"timeout": httpx.Timeout(settings.timeout).as_dict()}
        self._running = asyncio.Semaphore(max(1, settings.concurrency))
        self._lanes: dict[str, _Lane] = {}

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._transport.aclose()

    async def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        modified: str | None = None,
        method: str = "GET",
        data: Mapping[str, str] | str | bytes | None = None,
        headers: Mapping[str, str] | None = None,
        encoding: str = "utf-8",
        http_fallback: bool = False,
    ) -> Page:
        """Read one address, following at most MAX_REDIRECTS redirects, each checked like the first.

        Args:
            url: an http(s) address.
            etag: the ETag of the copy at hand: a 304 page comes back when it is still current.
            modified: the same by Last-Modified.
            method: GET, or POST for list queries.
            data: a form (mapping), JSON (text) or raw body to send.
            headers: what is sent along, besides what every request carries.
            encoding: of the fields of a form.
            http_fallback: try http when an https site cannot be reached, mostly for a broken TLS chain.

        Returns:
            The page, status 2xx or 304.

        Raises:
            Unreachable: no answer, or the server failed (5xx) twice.
            Missing: the server says there is no such page.
            Refused: the site, its firewall or its robots.txt does not want us.
            Forbidden: the address guard does not want the target.
            TooLarge: a limit was passed.
            Unreadable: the packed bytes are broken.
        """
        check_scheme(url)
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        sent = {name: value for name, value in conditions.items() if value} | dict(headers or {})
        if isinstance(data, Mapping):
            sent["Content-Type"] = "application/x-www-form-urlencoded"
            data = urlencode(data, encoding=encoding, errors="xmlcharrefreplace")  # as browsers do
        elif isinstance(data, str):
            sent["Content-Type"] = "application/json"
        try:
            return await self._follow(_Request(url, method, sent, data), url)
        except Unreachable:
            if not (http_fallback and url.startswith("https:")):
                raise
            plain = "http" + url.removeprefix("https")
            return await self._follow(_Request(plain, method, sent, data), url)

    async def _follow(self, request: _Request, asked: str) -> Page:
        """Read an address, redirects followed; where a host first sends visitors elsewhere, come back from there, with its cookie."""
        lane = self._lane(request.url)
        shown, cookies = _values(lane.session), httpx.Cookies(lane.session)
        request = replace(request, headers=lane.shown | request.headers)
        page = await self._chain(request, cookies, asked)
        if not page.moved:
            return page.read
        given = _values(cookies) != shown
        lane.session = cookies
        if page.came_back or lane.in_vain >= _ADMITTED or not (given or _is_front(page.read.final_url)):
            return page.read
        # As from a link of the page that it led to: some ask whence a visitor comes.
        came_from = {"Referer": page.read.final_url}
        try:
            again = await self._chain(replace(request, headers=request.headers | came_from), cookies, asked)
        except ScrapeError:
            again = page
        lane.in_vain = 0 if again.came_back else lane.in_vain + 1
        lane.shown = came_from if again.came_back else lane.shown
        return again.read

    async def _chain(self, request: _Request, cookies: httpx.Cookies, asked: str) -> _Led:
        wanted = canonical_url(request.url)
        for turn in range(MAX_REDIRECTS + 1):
            page = await self._patiently(request, cookies)
            target = page.headers.get("location")
            if page.status not in (301, 302, 303, 307, 308) or not target:
                came_back = canonical_url(request.url) == wanted
                return _Led(_checked(page, asked, self._now()), moved=turn > 0, came_back=came_back)
            request = _redirected(request, page.status, target)
        raise TooLarge(f"重定向超过 {MAX_REDIRECTS} 次", asked)

    async def _patiently(self, request: _Request, cookies: httpx.Cookies) -> Page:
        """Ask once, and once more when the connection broke or the server asks for a short moment."""
        try:
            page = await self._politely(request, cookies)
        except _BrokenConnection:
            return await self._politely(request, cookies)
        if page.status not in (429, 500, 502, 503, 504):
            return page
        wait = seconds_to_wait(page.headers.get("retry-after"), self._now())
        if wait is None:
            return page if page.status == 429 else await self._politely(request, cookies)
        lane, clock = self._lane(request.url), asyncio.get_running_loop().time
        if wait > LONGEST_WAIT:
            lane.shut = clock() + min(wait, LONGEST_SHUT)
            return page
        lane.free = max(lane.free, clock() + wait)
        return await self._politely(request, cookies)

    async def _politely(self, request: _Request, cookies: httpx.Cookies) -> Page:
        shut = self._lane(request.url).shut - asyncio.get_running_loop().time()
        if shut > 0:
            raise Refused("网站要求稍后再来", request.url, retry_after=shut)
        if self._settings.respect_robots:
            robots = await self._robots(request.url)
            if not robots.allows(request.url):
                if robots.failed:
                    raise Refused(f"robots.txt 暂时读不到（{robots.status}）", request.url)
                raise Disallowed("robots.txt 不允许访问", request.url)
        async with self._turn(request.url):
            return await self._ask(request, cookies, self._settings.max_bytes)

    def _lane(self, url: str) -> _Lane:
        host = host_of(url)
        if host not in self._lanes:
            slots = asyncio.Semaphore(max(1, self._settings.per_host))
            self._lanes[host] = _Lane(slots, self._settings.delay)
        return self._lanes[host]

    @asynccontextmanager
    async def _turn(self, url: str) -> AsyncIterator[None]:
        """Wait for this host's next free moment and a free place among all requests."""
        lane, clock = self._lane(url), asyncio.get_running_loop().time
        async with lane.slots:
            async with lane.starting:
                while (wait := lane.free - clock()) > 0:  # noqa: ASYNC110 - an answer meanwhile moves it on
                    await asyncio.sleep(wait)
                await self._running.acquire()
                lane.free = clock() + lane.delay
            try:
                yield
            finally:
                self._running.release()
                lane.free = max(lane.free, clock() + lane.delay * random.uniform(1.0, 1.2))

    async def _robots(self, url: str) -> Robots:
        lane = self._lane(url)
        async with lane.asking:
            origin = _origin(url)
            robots = lane.robots.get(origin) or self._kept_robots(url)
            if robots is None or not robots.is_fresh(self._now()):
                robots = await self._fetch_robots(url, robots)
                self._keep_robots(url, robots)
            lane.robots[origin] = robots
            lane.delay = max(self._settings.delay, *(said.delay for said in lane.robots.values()))
        return robots

    async def _fetch_robots(self, url: str, old: Robots | None) -> Robots:
        conditions = {"If-None-Match": old and old.etag, "If-Modified-Since": old and old.modified}
        headers = {name: value for name, value in conditions.items() if value}
        request = _Request(urljoin(url, "/robots.txt"), "GET", headers)
        cookies = httpx.Cookies()
        for _ in range(MAX_REDIRECTS + 1):
            async with self._turn(request.url):
                page = await self._ask(request, cookies, MAX_ROBOTS_BYTES)
            if page.status not in (301, 302, 303, 307, 308) or "location" not in page.headers:
                break
            request = _redirected(request, page.status, page.headers["location"])
        if page.status == 304 and old:
            return Robots(old.status, old.text, self._now(), old.etag, old.modified)
        if page.status == 521:
            raise Refused(_REFUSALS[521], url)
        text = page.body.decode("utf-8", "replace") if page.status == 200 else ""
        status = 404 if 300 <= page.status < 400 else page.status
        return Robots(status, text, self._now(), page.headers.get("etag"), page.headers.get("last-modified"))

    def _robots_file(self, url: str) -> Path | None:
        name = hashlib.sha256(_origin(url).encode()).hexdigest()[:16]
        return self._cache / f"robots-{name}.json" if self._cache else None

    def _kept_robots(self, url: str) -> Robots | None:
        file = self._robots_file(url)
        try:
            return Robots.from_json(file.read_text("utf-8")) if file else None
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def _keep_robots(self, url: str, robots: Robots) -> None:
        file = self._robots_file(url)
        if file is None or robots.failed:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}")
        draft.write_text(robots.to_json(), "utf-8")
        draft.replace(file)

    async def _ask(self, request: _Request, cookies: httpx.Cookies, limit: int) -> Page:
        """Send one request and read its answer within the limits; errors of the libraries end here."""
        try:
            built = self._built(request, cookies)
            async with asyncio.timeout(self._settings.timeout * _TOTAL):
                return await self._answer(built, request.url, cookies, limit)
        except ScrapeError:
            raise
        except (TimeoutError, httpx.TimeoutException, httpcore.TimeoutException) as error:
            raise TimedOut("超时无应答", request.url) from error
        except (httpx.ConnectError, httpcore.ConnectError) as error:
            raise Unreachable(_why_unconnected(error), request.url) from error
        except (httpx.TransportError, httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise _BrokenConnection(f"连接中断（{error or '无应答'}）", request.url) from error
        except (httpx.InvalidURL, httpcore.UnsupportedProtocol, UnicodeError) as error:
            raise Forbidden("网址写法不合规", request.url) from error

    def _built(self, request: _Request, cookies: httpx.Cookies) -> httpx.Request:
        return httpx.Request(
            request.method,
            request.url,
            headers=self._headers | request.headers,
            cookies=cookies,
            content=request.content,
            extensions=self._extensions,
        )

    async def _answer(self, built: httpx.Request, url: str, cookies: httpx.Cookies, limit: int) -> Page:
        response = await self._transport.handle_async_request(built)
        try:
            response.request = built
            if "set-cookie" in response.headers:
                cookies.extract_cookies(response)
            declared = response.headers.get("content-length", "")
            if declared.isdigit() and int(declared) > limit:
                raise TooLarge(f"超过 {limit} 字节", url)
            packed = bytearray()
            async for part in response.aiter_raw():
                packed += part
                if len(packed) > limit:
                    raise TooLarge(f"超过 {limit} 字节", url)
        finally:
            await response.aclose()
        body = unpack(bytes(packed), response.headers.get("content-encoding", ""), limit)
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Page(url, url, response.status_code, headers, body, self._now())


def _why_unconnected(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return f"TLS 证书或协议有问题（{cause.reason or cause}）"
        cause = cause.__cause__ or cause.__context__
    return "连接失败"


class _BrokenConnection(Unreachable):
    """The connection broke in the middle, as kept-alive ones do: worth one more try."""


def _redirected(request: _Request, status: int, target: str) -> _Request:
    """Return the request a redirect asks for (RFC 9110 section 15.4)."""
    url = urljoin(request.url, target)
    check_scheme(url)
    keeps = status in (307, 308) or request.method == "GET"
    return _Request(
        url, request.method if keeps else "GET", request.headers, request.content if keeps else None
    )


def _checked(page: Page, asked: str, now: datetime) -> Page:
    """Return a page that can be read, under the address it was asked by; raise for every other status."""
    page = Page(asked, page.final_url, page.status, page.headers, page.body, page.fetched)
    wait = seconds_to_wait(page.headers.get("retry-after"), now)
    if reason := refusal(page):
        raise Refused(reason, asked, retry_after=wait)
    if page.status >= 500:
        raise Unreachable(f"服务器出错（{page.status}）", asked, retry_after=wait)
    if page.status >= 300 and page.status != 304:
        raise Missing(f"没有这个页面（{page.status}）", asked)
    return page
