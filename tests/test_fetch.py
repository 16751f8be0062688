"""The network reader against real servers on loopback: polite, bounded, honest about what went wrong."""

import asyncio
import gzip
import shutil
import ssl
import subprocess
import zlib
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import brotli
import pytest
import zstandard
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from scrapers.addresses import AddressGuard
from scrapers.errors import Forbidden, Missing, Refused, TooLarge, Unreachable, Unreadable
from scrapers.fetch import Fetcher, FetchSettings, GuardedTransport, host_of, refusal, seconds_to_wait
from scrapers.model import Page
from scrapers.robots import Robots
from scrapers.unpack import unpack
from tests.farm import Answer, Site, background_loop, raw_server, serving

NOW = datetime(2025, 3, 20, 1, 0, tzinfo=UTC)
LIMITS = FetchSettings(delay=0, timeout=2, max_bytes=200_000, allow_private=("127.0.0.0/8",))
TEXT = "浙江省服装行业协会召开会议。".encode() * 50


def fetch(*urls, settings=LIMITS, cache=None, now=None, **options):
    """Fetch all addresses at once with one fetcher; the last page is returned."""

    async def run():
        async with Fetcher(settings, cache=cache, now=now or (lambda: NOW)) as fetcher:
            return (await asyncio.gather(*(fetcher.fetch(url, **options) for url in urls)))[-1]

    return asyncio.run(run())


def fetch_in_turn(*urls):
    """Fetch addresses one after the other with one fetcher."""

    async def run():
        async with Fetcher(LIMITS, now=lambda: NOW) as fetcher:
            return [await fetcher.fetch(url) for url in urls]

    return asyncio.run(run())


# --- pages ---------------------------------------------------------------------------------------


def test_a_page_carries_bytes_headers_and_both_addresses():
    """What was received is kept as received; the final address is the one after redirects."""
    site = Site({"/a": Answer("", 301, {"Location": "/b?x=1"}), "/b": Answer(TEXT, headers={"X-A": "1"})})
    with serving(site):
        page = fetch(site.url + "/a")
    assert (page.url, page.final_url) == (site.url + "/a", site.url + "/b?x=1")
    assert (page.status, page.body, page.fetched, page.headers["x-a"]) == (200, TEXT, NOW, "1")


def test_validators_make_a_request_conditional():
    """With the ETag of the copy at hand the server answers 304 and no body travels."""
    site = Site({"/": Answer(TEXT, validators=True)})
    with serving(site):
        first = fetch(site.url)
        again = fetch(site.url, etag=first.headers["etag"], modified="Thu, 20 Mar 2025 01:00:00 GMT")
    assert (again.status, again.body) == (304, b"")
    assert site.hits[-1].headers["if-modified-since"] == "Thu, 20 Mar 2025 01:00:00 GMT"


def test_a_form_is_posted_and_a_redirect_turns_it_into_a_get():
    """POST lists (UCAP queryList) work, in the encoding of their page; 303 asks for the result by GET."""
    site = Site({"/q": Answer("", 303, {"Location": "/r"}), "/r": Answer("[]")})
    with serving(site):
        assert fetch(site.url + "/q", method="POST", data={"page": "1", "n": "会"}).body == b"[]"
        fetch(site.url + "/q", method="POST", data={"n": "会"}, encoding="gb18030")
    posted = [hit.body for hit in site.hits if hit.target == "/q"]
    assert posted == [b"page=1&n=%E4%BC%9A", b"n=%BB%E1"]


def test_a_host_that_wants_its_cookie_shown_is_shown_it():
    """A site that sets a cookie and sends us round, or to its front page, is asked again with it, and from then on."""

    async def gate(request):
        from aiohttp import web

        if request.cookies.get("seen") or request.path == "/front":
            return web.Response(text=f"inside {request.path}")
        to = "/" if request.path == "/" else "/front"
        return web.Response(status=302, headers={"Location": to, "Set-Cookie": "seen=1; Path=/"})

    site = Site({"/": gate, "/front": gate, "/a": gate, "/b": gate})
    with serving(site):
        assert fetch(site.url).body == b"inside /"
        pages = fetch_in_turn(site.url + "/a", site.url + "/b")
    assert [page.body for page in pages] == [b"inside /a", b"inside /b"]
    assert site.asked() == ["/", "/", "/a", "/front", "/a", "/b"]


def test_a_redirect_with_a_cookie_that_leads_elsewhere_all_the_same_is_followed():
    """What moved has moved: the cookie makes no difference, and after two addresses it is not tried again."""

    async def moved(request):
        from aiohttp import web

        if request.path.startswith("/new"):
            return web.Response(text=request.path)
        number = str(len(site.hits))
        return web.Response(
            status=301, headers={"Location": "/new" + request.path, "Set-Cookie": f"n={number}; Path=/"}
        )

    site = Site({})
    site.fallback = moved
    with serving(site):
        pages = fetch_in_turn(*(f"{site.url}/{n}" for n in range(4)))
    assert [page.body for page in pages] == [b"/new/0", b"/new/1", b"/new/2", b"/new/3"]
    assert len([to for to in site.asked() if "robots" not in to]) == 2 * 4 + 2 * 2


@pytest.mark.parametrize(
    ("status", "headers", "error"),
    [
        (404, {}, Missing),
        (410, {}, Missing),
        (400, {}, Missing),
        (401, {}, Refused),
        (403, {}, Refused),
        (412, {}, Refused),
        (429, {"Retry-After": "3600"}, Refused),
        (521, {"X-Via-JSL": "abc"}, Refused),
        (500, {}, Unreachable),
        (503, {"Retry-After": "3600"}, Unreachable),
        (302, {}, Missing),
    ],
)
def test_each_bad_status_has_its_error(status, headers, error):
    """An operator can tell a page that is gone from a refusal and from a server that is down."""
    site = Site({"/": Answer("no", status, headers)})
    with serving(site), pytest.raises(error) as caught:
        fetch(site.url)
    assert caught.value.retry_after == (3600 if headers.get("Retry-After") else None)


CHALLENGE = b"<html><head><script>document.cookie='__jsl_clearance=1;'+go()</script></head></html>"


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        (CHALLENGE, True),
        (b"<script>var arg1='A';document.cookie='acw_sc__v2='+x</script>", True),
        (b"<html><script>a()</script><p>" + TEXT + b"</p></html>", False),
        (b"<html><script>a('__jsl_clearance')</script><p>" + TEXT * 8 + b"</p></html>", False),
        (b"__jsl_clearance", False),
        ("<html><body><h3>请完成安全验证</h3><form>请输入验证码<input></form></body></html>".encode(), True),
        ("<title>人机验证</title><script>x()</script>".encode("gb18030"), True),
        ("<h3>网站防火墙</h3><p>您的请求带有不合法参数，已被管理员设置拦截！</p>".encode("gb18030"), True),
        ("<p>协会提醒：访问过于频繁的用户</p>".encode() + TEXT * 8, False),
    ],
)
def test_a_javascript_challenge_is_a_refusal(body, refused):
    """A page that is nothing but a challenge script is never taken for content, nor solved."""
    page = Page("http://a/", "http://a/", 200, {}, body, NOW)
    assert bool(refusal(page)) is refused


# --- what goes wrong -----------------------------------------------------------------------------


def test_a_closed_port_is_unreachable():
    """Nobody listens: one clear error."""
    site = Site({})
    with serving(site):
        url = site.url
    with pytest.raises(Unreachable):
        fetch(url)


def test_a_name_that_does_not_exist_is_unreachable():
    """DNS says no: the same error, with its own words."""
    with pytest.raises(Unreachable, match="域名"):
        fetch("http://no-such-host.invalid/")


def test_a_silent_server_times_out():
    """A server that takes the connection and says nothing costs `timeout` seconds, no more."""
    site = Site({"/": Answer(wait=30)})
    with serving(site), pytest.raises(Unreachable, match="超时"):
        fetch(
            site.url,
            settings=FetchSettings(
                delay=0, timeout=0.3, allow_private=("127.0.0.0/8",), respect_robots=False
            ),
        )


def test_a_dripping_server_times_out():
    """A byte now and then never trips a read timeout: the whole answer has one of its own."""

    async def drip(writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        for _ in range(100):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.1)

    settings = FetchSettings(delay=0, timeout=0.3, allow_private=("127.0.0.0/8",), respect_robots=False)
    with raw_server(drip) as url, pytest.raises(Unreachable, match="超时"):
        fetch(url, settings=settings)


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"\x00\xff\x13garbage\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"a" * 300_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnot a chunk",
    ],
)
def test_a_broken_answer_is_unreachable(reply):
    """Garbage for a status line, a body cut short, endless headers: never another exception."""
    settings = FetchSettings(delay=0, timeout=2, allow_private=("127.0.0.0/8",), respect_robots=False)
    with raw_server(reply) as url, pytest.raises(Unreachable):
        fetch(url, settings=settings)


def test_a_server_that_failed_once_is_asked_once_more():
    """A passing fault costs a second request, not the poll."""
    said = iter([Answer("oops", 502), Answer("fine")])

    async def flaky(request):
        from aiohttp import web

        answer = next(said)
        return web.Response(status=answer.status, text=answer.body)

    site = Site({"/": flaky})
    with serving(site):
        assert fetch(site.url).body == b"fine"


def test_redirects_are_limited():
    """A loop of redirects ends."""
    site = Site({"/": Answer("", 302, {"Location": "/"})})
    with serving(site), pytest.raises(TooLarge):
        fetch(site.url)
    assert len(site.asked()) == 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:alert(1)"])
def test_a_redirect_leads_to_http_only(target):
    """Every hop is held to the same schemes."""
    site = Site({"/": Answer("", 302, {"Location": target})})
    with serving(site), pytest.raises(Forbidden):
        fetch(site.url)


@pytest.mark.parametrize("headers", [{}, {"Transfer-Encoding": "chunked"}])
def test_a_page_over_the_limit_is_given_up(headers):
    """Told by Content-Length or found while reading: no more than max_bytes are held."""
    site = Site({"/": Answer(b"x" * 200_001, headers=headers)})
    with serving(site), pytest.raises(TooLarge):
        fetch(site.url)


# --- codings -------------------------------------------------------------------------------------

PACKERS = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
    "gzip, br": lambda body: brotli.compress(gzip.compress(body)),
}


@pytest.mark.parametrize("encoding", PACKERS)
def test_every_coding_offered_is_undone(encoding):
    """What Accept-Encoding offers can be read, stacked codings included."""
    site = Site({"/": Answer(PACKERS[encoding](TEXT), headers={"Content-Encoding": encoding})})
    with serving(site):
        assert fetch(site.url).body == TEXT


@pytest.mark.parametrize("encoding", PACKERS)
def test_no_page_is_a_decompression_bomb(encoding):
    """Neither the bytes that come out nor their ratio may pass the limit; memory stays bounded."""
    with pytest.raises(TooLarge):
        unpack(PACKERS[encoding](b"\0" * 50_000_000), encoding, 8_000_000)
    with pytest.raises(TooLarge):
        unpack(PACKERS[encoding](b"\0" * 5_000_000), encoding, 8_000_000)


def test_odd_codings_are_read_as_browsers_do():
    """Raw deflate, several gzip members, a false label, an unknown one: the page is still there."""
    raw = zlib.compressobj(wbits=-15)
    assert unpack(raw.compress(TEXT) + raw.flush(), "deflate", 10**6) == TEXT
    assert unpack(gzip.compress(TEXT) + gzip.compress(TEXT), "gzip", 10**6) == TEXT * 2
    assert unpack(b"<html>" + TEXT, "gzip", 10**6) == b"<html>" + TEXT
    assert unpack(b"<html>" + TEXT, "br", 10**6) == b"<html>" + TEXT
    assert unpack(TEXT, "utf-8", 10**6) == TEXT
    assert TEXT.startswith(unpack(gzip.compress(TEXT)[:-20], "gzip", 10**6)[:10])


@pytest.mark.parametrize("encoding", ["gzip, gzip, gzip, gzip", "br", "zstd", "deflate"])
def test_broken_codings_are_unreadable(encoding):
    """Bytes that are not what the header says are reported, not passed on."""
    with pytest.raises(Unreadable):
        unpack(b"\xfe\xfd garbage \x00" * 9, encoding, 10**6)


# --- robots.txt ----------------------------------------------------------------------------------


def robots(text="", status=200):
    return Answer(text, status, {"Content-Type": "text/plain"})


@pytest.mark.parametrize(
    ("said", "path", "allowed"),
    [
        (robots("User-agent: *\nDisallow: /private"), "/news", True),
        (robots("User-agent: *\nDisallow: /private"), "/private/1", False),
        (robots("User-agent: *\nDisallow: /\n\nUser-agent: zhouxun\nAllow: /"), "/news", True),
        (robots("User-agent: zhouxun\nDisallow: /*.php$"), "/a.php", False),
        (robots("User-agent: *\nDisallow: /a\nAllow: /a/b"), "/a/b/1", True),
        (robots("<html>not found</html>"), "/news", True),
        (robots("", 404), "/news", True),
        (robots("", 403), "/news", True),
        (robots("", 503), "/news", False),
        (robots("User-agent: *\nDisallow: /%E6%96%B0"), "/新/1", False),
    ],
)
def test_robots_are_obeyed(said, path, allowed):
    """RFC 9309: the most specific rule, no file allows all, a failing server forbids all."""
    site = Site(
        {
            "/robots.txt": said,
            **{p: Answer("ok") for p in ("/news", "/private/1", "/a.php", "/a/b/1", "/新/1")},
        }
    )
    with serving(site):
        if allowed:
            assert fetch(site.url + path).body == b"ok"
        else:
            with pytest.raises(Refused, match=r"robots\.txt"):
                fetch(site.url + path)
            assert site.asked() == []


def test_robots_are_asked_of_every_redirect_target():
    """A rule cannot be passed by being sent there."""
    site = Site(
        {"/robots.txt": robots("User-agent: *\nDisallow: /b"), "/a": Answer("", 302, {"Location": "/b"})}
    )
    with serving(site), pytest.raises(Refused, match="robots"):
        fetch(site.url + "/a")
    assert site.asked() == ["/a"]


def test_robots_are_kept_between_runs_and_refreshed_conditionally(tmp_path):
    """A day long the kept file answers; after it a conditional request does."""
    rules = Answer("User-agent: *\nDisallow: /x", validators=True)
    site = Site({"/robots.txt": rules, "/": Answer("ok")})
    with serving(site):
        fetch(site.url, cache=tmp_path)
        fetch(site.url, cache=tmp_path, now=lambda: NOW + timedelta(hours=23))
        assert site.asked(robots=True) == ["/robots.txt", "/", "/"]
        fetch(site.url, cache=tmp_path, now=lambda: NOW + timedelta(hours=25))
        with pytest.raises(Refused):
            fetch(site.url + "/x", cache=tmp_path, now=lambda: NOW + timedelta(hours=26))
    assert [hit.conditional for hit in site.hits if hit.target == "/robots.txt"] == [False, True]


def test_a_damaged_robots_cache_is_read_anew(tmp_path):
    """A file cut off by a crash costs one request."""
    site = Site({"/": Answer("ok")})
    with serving(site):
        fetch(site.url, cache=tmp_path)
        for file in tmp_path.iterdir():
            file.write_text('{"status":')
        assert fetch(site.url, cache=tmp_path).body == b"ok"


def test_robots_can_be_switched_off():
    """respect_robots: false asks no robots.txt."""
    site = Site({"/robots.txt": robots("User-agent: *\nDisallow: /"), "/": Answer("ok")})
    with serving(site):
        fetch(site.url, settings=FetchSettings(delay=0, respect_robots=False, allow_private=("127.0.0.0/8",)))
    assert site.asked(robots=True) == ["/"]


@pytest.mark.parametrize(
    ("text", "delay"),
    [("Crawl-delay: 2.5", 2.5), ("Request-rate: 1/5", 5.0), ("Crawl-delay: x", 0.0), ("Disallow: /a", 0.0)],
)
def test_the_pace_a_site_asks_for_is_read(text, delay):
    """Crawl-delay and Request-rate, whichever is slower."""
    assert Robots(200, f"User-agent: *\n{text}\n", NOW).delay == delay


# --- pace ----------------------------------------------------------------------------------------


def gaps(site):
    times = [hit.at for hit in site.hits]
    return [later - earlier for earlier, later in pairwise(times)]


def test_requests_to_a_host_keep_their_distance():
    """However many are asked at once, `delay` seconds lie between any two."""
    site = Site({"/": Answer("ok")})
    settings = FetchSettings(delay=0.15, per_host=2, allow_private=("127.0.0.0/8",))
    with serving(site):
        fetch(*[site.url] * 5, settings=settings)
    assert len(site.hits) == 6 and min(gaps(site)) >= 0.14


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://a.cn/x", "a.cn"),
        ("https://A.cn:443/y", "a.cn"),
        ("http://u:p@a.cn:80/", "a.cn"),
        ("http://a.cn:8080/", "a.cn:8080"),
        ("http://m.a.cn/", "m.a.cn"),
    ],
)
def test_http_and_https_of_a_name_are_one_host(url, host):
    """A redirect from one to the other does not jump the queue."""
    assert host_of(url) == host


def test_a_crawl_delay_slows_the_pace():
    """What robots.txt asks wins over a shorter configured delay."""
    site = Site({"/robots.txt": robots("User-agent: *\nCrawl-delay: 0.2"), "/": Answer("ok")})
    with serving(site):
        fetch(*[site.url] * 3)
    assert min(gaps(site)[1:]) >= 0.19


def test_a_host_never_sees_more_connections_than_allowed():
    """per_host bounds what is in flight, and concurrency bounds the sum."""
    sites = [Site({"/": Answer("ok", wait=0.05)}) for _ in range(3)]
    settings = FetchSettings(delay=0, per_host=2, concurrency=4, allow_private=("127.0.0.0/8",))
    with serving(*sites):
        fetch(*[site.url for site in sites for _ in range(8)], settings=settings)
    assert max(hit.together for site in sites for hit in site.hits) == 2


def test_a_slow_host_does_not_hold_up_the_others():
    """Each origin has its own lane: pages of the quick one come while the slow one waits."""
    slow, quick = Site({"/": Answer("late", wait=1.0)}), Site({"/": Answer("ok")})
    settings = FetchSettings(
        delay=0, per_host=1, timeout=3, respect_robots=False, allow_private=("127.0.0.0/8",)
    )
    with serving(slow, quick):
        fetch(slow.url, *[quick.url] * 20, settings=settings)
    assert quick.hits[-1].at - slow.hits[0].at < 0.8


def test_a_short_retry_after_is_waited_for():
    """429 with a second's wait is asked again after it, by this and every other fetch of the host."""
    said = iter([(429, {"Retry-After": "1"}), (200, {}), (200, {})])

    async def busy(request):
        from aiohttp import web

        status, headers = next(said)
        return web.Response(status=status, headers=headers)

    site = Site({"/": busy})
    with serving(site):
        fetch(site.url)
    assert gaps(site)[-1] >= 0.99


def test_a_long_retry_after_closes_the_host_for_the_rest_of_the_run():
    """Nothing more is asked of a host that wants an hour of peace."""
    site = Site({"/a": Answer("", 503, {"Retry-After": "3600"}), "/b": Answer("ok")})

    async def run():
        async with Fetcher(LIMITS) as fetcher:
            with pytest.raises(Unreachable):
                await fetcher.fetch(site.url + "/a")
            with pytest.raises(Refused, match="稍后") as caught:
                await fetcher.fetch(site.url + "/b")
            return caught.value.retry_after

    with serving(site):
        assert 3500 < asyncio.run(run()) <= 3600
    assert site.asked() == ["/a"]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("120", 120.0),
        ("Thu, 20 Mar 2025 01:02:00 GMT", 120.0),
        ("soon", None),
        ("Wed, 19 Mar 2025 01:00:00 GMT", 0.0),
    ],
)
def test_retry_after_is_read_in_both_forms(header, seconds):
    """Seconds or a date, as RFC 9110 has it."""
    assert seconds_to_wait(header, NOW) == seconds


def test_https_that_cannot_be_reached_falls_back_only_when_allowed():
    """http_fallback is a source's own choice; by default a broken TLS is an error."""
    site = Site({"/": Answer("ok")})
    with serving(site):
        url = site.url.replace("http:", "https:")
        with pytest.raises(Unreachable):
            fetch(url)
        assert fetch(url, http_fallback=True).body == b"ok"


# --- TLS and HTTP/2 ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate of our own for 127.0.0.1, made anew."""
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("no openssl on this machine to make a certificate with")
    folder = tmp_path_factory.mktemp("tls")
    command = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run([openssl, *command.split(), *names], cwd=folder, check=True, capture_output=True)
    return folder


@contextmanager
def http2_server(certificate, body):
    """Serve one body over HTTP/2 to a client that agrees to it by ALPN; yields the address and the requests."""
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    tls.set_alpn_protocols(["h2"])
    asked = []

    async def talk(reader, writer):
        wire = H2Connection(H2Configuration(client_side=False))
        wire.initiate_connection()
        writer.write(wire.data_to_send())
        while data := await reader.read(65536):
            for event in wire.receive_data(data):
                if isinstance(event, RequestReceived):
                    asked.append(dict(event.headers)[b":path"].decode())
                    wire.send_headers(event.stream_id, [(":status", "200"), ("content-type", "text/html")])
                    wire.send_data(event.stream_id, body, end_stream=True)
            writer.write(wire.data_to_send())
        writer.close()

    with background_loop() as loop:
        starting = asyncio.start_server(talk, "127.0.0.1", 0, ssl=tls)
        server = asyncio.run_coroutine_threadsafe(starting, loop).result()
        try:
            yield f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}", asked
        finally:
            loop.call_soon_threadsafe(server.close)


def test_http2_is_spoken_where_the_server_offers_it(certificate):
    """Agreed by ALPN, many requests share one connection."""
    trusted = ssl.create_default_context(cafile=certificate / "cert.pem")
    settings = FetchSettings(delay=0, timeout=5, respect_robots=False)

    async def run(url):
        transport = GuardedTransport(AddressGuard(["127.0.0.0/8"]), 2, tls=trusted)
        async with Fetcher(settings, transport=transport) as fetcher:
            return await asyncio.gather(*(fetcher.fetch(f"{url}/{n}") for n in range(4)))

    with http2_server(certificate, TEXT) as (url, asked):
        pages = asyncio.run(run(url))
    assert [page.body for page in pages] == [TEXT] * 4
    assert sorted(asked) == ["/0", "/1", "/2", "/3"]


def test_a_certificate_nobody_vouches_for_is_unreachable_and_says_so(certificate):
    """A broken TLS chain is no reason to read on without asking the operator."""
    with http2_server(certificate, TEXT) as (url, asked), pytest.raises(Unreachable, match="TLS 证书"):
        fetch(url)
    assert asked == []
