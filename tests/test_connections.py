"""Connections kept open from one request to the next, over HTTP/1.1 as servers really speak it."""

import asyncio
from contextlib import contextmanager

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scrapers.fetch import Fetcher, FetchSettings, _place, _target
from tests.farm import background_loop

SETTINGS = FetchSettings(delay=0, per_host=1, timeout=2, allow_private=("127.0.0.0/8",), respect_robots=False)
WHOLE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@contextmanager
def server(reply, *, closes=False):
    """Answer every request with the same bytes; yields the address and how many requests each connection had."""
    had = []

    async def talk(reader, writer):
        had.append(0)
        mine = len(had) - 1
        while head := await reader.readuntil(b"\r\n\r\n"):
            size = [int(line[15:]) for line in head.split(b"\r\n") if line.startswith(b"Content-Length:")]
            await reader.readexactly(sum(size))
            had[mine] += 1
            writer.write(reply)
            if closes:
                break
        writer.close()

    async def quietly(reader, writer):
        try:
            await talk(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    with background_loop() as loop:
        starting = asyncio.start_server(quietly, "127.0.0.1", 0)
        started = asyncio.run_coroutine_threadsafe(starting, loop).result()
        try:
            yield f"http://127.0.0.1:{started.sockets[0].getsockname()[1]}", had
        finally:
            loop.call_soon_threadsafe(started.close)


def fetch_in_turn(url, times, pause=0.0, **options):
    async def run():
        async with Fetcher(SETTINGS) as fetcher:
            pages = []
            for number in range(times):
                pages.append(await fetcher.fetch(f"{url}/{number}", **options))
                await asyncio.sleep(pause)
            return pages

    return asyncio.run(run())


@pytest.mark.parametrize(
    "reply",
    [
        WHOLE,
        b"HTTP/1.1 100 Continue\r\n\r\n" + WHOLE,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n",
    ],
)
def test_requests_to_a_host_share_a_connection(reply):
    """An answer whose end is told leaves the connection for the next request, read to its end."""
    with server(reply) as (url, had):
        pages = fetch_in_turn(url, 3)
    assert [page.body for page in pages] == [b"ok"] * 3
    assert had == [3]


@pytest.mark.parametrize(
    "reply",
    [
        b"HTTP/1.0 200 OK\r\n\r\nok",
        b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nok",
        WHOLE,  # and then without a word
    ],
)
def test_a_connection_that_the_server_closes_is_not_used_again(reply):
    """The next request goes over a fresh one, whether the server told that it would close or not."""
    with server(reply, closes=True) as (url, had):
        pages = fetch_in_turn(url, 3, pause=0.05)
    assert [page.body for page in pages] == [b"ok"] * 3
    assert had == [1, 1, 1]


def test_what_follows_an_answer_unasked_is_not_taken_for_the_next():
    """A server that sends more than it said is not believed to begin another answer with it."""
    with server(WHOLE + b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfake") as (url, had):
        pages = fetch_in_turn(url, 2, pause=0.05)
    assert [page.body for page in pages] == [b"ok"] * 2
    assert had == [1, 1]


def test_a_body_is_sent_with_its_length():
    """What is posted reaches the server whole, and the connection serves on."""
    with server(WHOLE) as (url, had):
        fetch_in_turn(url, 2, method="POST", data={"n": "会议"})
    assert had == [2]


def test_headers_sent_twice_are_joined_and_odd_octets_are_read():
    """Lists may come in several headers; names in any case; values in UTF-8 or Latin-1."""
    reply = "HTTP/1.1 200 OK\r\nVARY: a\r\nVary: b\r\nX-Name: 会\r\nContent-Length: 2\r\n\r\nok".encode()
    with server(reply) as (url, _):
        [page] = fetch_in_turn(url, 1)
    assert (page.headers["vary"], page.headers["x-name"]) == ("a, b", "会")


PATHS = st.text("/.?#%=&;:@+,~-_aZ09 会'\"()[]|\\", max_size=12).map(lambda text: f"/{text}")


@given(PATHS)
@example("/a/../b")
@example("/..")
@example("/a%2Fb?x=%E4%BC%9A#c")
@example("/tzgg/202503/t20250318_1.html?id=1&page=2")
def test_an_address_is_encoded_as_by_httpx(path):
    """Paths that need no encoding are passed on as they are, which is what encoding them gives."""
    url = f"http://a.cn{path}"
    assert _target(url) == httpx.URL(url).raw_path


@given(st.sampled_from(["a.cn", "A.CN:80", "u:p@a.cn", "a.cn:8080", "会议.中国", "[::1]:81", "127.0.0.1"]))
def test_a_host_is_named_as_by_httpx(host):
    """The header Host carries the host and a port that is not the usual one, in ASCII."""
    url = f"http://{host}/x"
    origin = _place(url).origin
    assert (origin.authority, origin.host.encode()) == (httpx.URL(url).netloc, httpx.URL(url).raw_host)
