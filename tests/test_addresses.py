"""The address guard: which numbers may be contacted, however they are written."""

import asyncio

import pytest

from scrapers.addresses import AddressGuard, check_scheme
from scrapers.errors import Forbidden, Unreachable
from scrapers.fetch import Fetcher, FetchSettings, GuardedTransport, resolve
from tests.farm import Answer, Site, serving

FORBIDDEN = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.170",
    "192.0.2.1",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "2001:db8::1",
    "2001:0:53aa:64c:0:1:2:3",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "2002:c0a8:101::",
    "3fff::1",
    "4000::1",
    "nonsense",
]
PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "172.32.0.1",
    "192.167.1.1",
    "100.128.0.1",
    "198.20.0.1",
    "2606:4700::1111",
    "64:ff9b::808:808",
]
SPELLINGS = ("2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1", "017700000001", "localhost")


@pytest.mark.parametrize("address", FORBIDDEN)
def test_special_addresses_are_not_permitted(address):
    """Loopback, private, link-local, CGNAT, multicast, metadata and what embeds them are refused."""
    assert not AddressGuard().permits(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_permitted(address):
    """What the whole internet can reach may be contacted, addresses next to a forbidden block included."""
    assert AddressGuard().permits(address)


def test_allowed_networks_are_permitted_in_every_spelling():
    """An operator's CIDR opens that network, mapped form included, and no other."""
    guard = AddressGuard(["127.0.0.0/8", "fd00::/8"])
    assert guard.permits("127.0.0.1") and guard.permits("::ffff:127.0.0.1") and guard.permits("fd12::1")
    assert not guard.permits("10.0.0.1") and not guard.permits("::1")


def test_mixed_answers_keep_only_the_public_numbers():
    """A name that resolves to a public and a private address is read at the public one."""
    assert AddressGuard().permitted("x.example", ("10.0.0.1", "1.1.1.1")) == ("1.1.1.1",)
    with pytest.raises(Forbidden, match=r"10\.0\.0\.1"):
        AddressGuard().permitted("x.example", ("10.0.0.1",))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a/b",
        "gopher://a/",
        "data:text/html,x",
        "http://",
        "http://[::1",
        "//a/b",
        "http://a:99999/",
    ],
)
def test_only_http_addresses_are_read(url):
    """Every other scheme, and what is no address at all, is refused before anything is resolved."""
    with pytest.raises(Forbidden):
        check_scheme(url)


@pytest.mark.parametrize("host", SPELLINGS)
def test_decimal_octal_and_short_spellings_of_loopback_are_caught(host):
    """Whatever the system's resolver makes of a spelling is checked, not the spelling."""
    try:
        numbers = asyncio.run(resolve(host, 80))
    except Unreachable:
        return  # this system does not know the spelling: nothing can be contacted by it
    assert not any(AddressGuard().permits(number) for number in numbers)


def _fetch(url, guard, answers):
    async def run():
        transport = GuardedTransport(guard, 2, answers)
        settings = FetchSettings(delay=0, timeout=2, respect_robots=False)
        async with Fetcher(settings, transport=transport) as fetcher:
            return await fetcher.fetch(url)

    return asyncio.run(run())


def test_a_redirect_to_a_forbidden_address_is_not_followed():
    """Every hop is checked at connect time: the forbidden server sees no connection."""
    inner = Site({"/": Answer("secret")})
    outer = Site({})
    with serving(inner, outer):
        outer.routes["/"] = Answer("", 302, {"Location": inner.url.replace("127.0.0.1", "inner.example")})

        async def answers(host, port):
            return ("127.0.0.2",) if host == "inner.example" else ("127.0.0.1",)

        with pytest.raises(Forbidden):
            _fetch(outer.url, AddressGuard(["127.0.0.1/32"]), answers)
        assert inner.hits == [] and len(outer.hits) == 1


def test_a_rebinding_name_is_pinned_to_the_number_that_was_checked():
    """The name is resolved once per connection: a second, different answer of DNS is never asked for."""
    site = Site({"/": Answer("hello")})
    with serving(site):
        seen = []

        async def answers(host, port):
            seen.append(host)
            return ("127.0.0.1",) if len(seen) == 1 else ("10.0.0.1",)

        page = _fetch(
            site.url.replace("127.0.0.1", "rebind.example"), AddressGuard(["127.0.0.1/32"]), answers
        )
        assert page.body == b"hello" and seen == ["rebind.example"]


def test_the_next_number_is_tried_when_the_first_does_not_answer():
    """Of several permitted numbers one that answers is enough."""
    site = Site({"/": Answer("hello")})
    with serving(site):

        async def answers(host, port):
            return ("127.0.0.9", "127.0.0.1")

        assert _fetch(site.url, AddressGuard(["127.0.0.0/8"]), answers).body == b"hello"


@pytest.mark.parametrize("host", ["127.0.0.1", "[::ffff:127.0.0.1]", *SPELLINGS])
def test_a_fetcher_without_allowed_networks_never_reaches_loopback(host):
    """The whole reader, as it is built by default, contacts no server on this machine."""
    site = Site({"/": Answer("secret")})
    with serving(site):

        async def run():
            async with Fetcher(FetchSettings(delay=0, timeout=2)) as fetcher:
                await fetcher.fetch(site.url.replace("127.0.0.1", host))

        with pytest.raises((Forbidden, Unreachable)):
            asyncio.run(run())
        assert site.hits == []
