"""Which network addresses may be contacted: public ones, and the private ones an operator allows.

Pure. The network reader resolves a name, asks here about every address it got, and connects to one of
the numbers that were permitted, so that a second, different answer of DNS (rebinding) is never used.
"""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

from scrapers.errors import Forbidden

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890), multicast (RFC 5771, RFC 4291).
# Cloud metadata services stand in 169.254.0.0/16, fd00:ec2::/32 (in fc00::/7) and 100.100.100.200 (CGNAT).
_SPECIAL: tuple[Network, ...] = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "2001::/23",
        "2001:db8::/32",
        "3fff::/20",
    )
)
_GLOBAL_V6 = IPv6Network("2000::/3")
_METADATA = frozenset(ip_address(a) for a in ("168.63.129.16",))  # Azure's, although it looks public
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: what IPv6-only machines see for every IPv4 site


def _embedded(address: Address) -> Address:
    """Return the IPv4 address an IPv6 one stands for (mapped, NAT64, 6to4), or the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def _is_public(address: Address) -> bool:
    if address in _METADATA or any(address in network for network in _SPECIAL):
        return False
    return isinstance(address, IPv4Address) or address in _GLOBAL_V6


class AddressGuard:
    """Tells public addresses from those that nothing on a web page may lead us to.

    Args:
        allow_private: networks (CIDR) that may be contacted although they are not public.
    """

    def __init__(self, allow_private: Collection[str] = ()) -> None:
        self._allowed = tuple(ip_network(network, strict=False) for network in allow_private)

    def permits(self, address: str) -> bool:
        """Say whether a numeric address (with or without an IPv6 zone) may be contacted."""
        try:
            plain = _embedded(ip_address(address.partition("%")[0]))
        except ValueError:
            return False
        return _is_public(plain) or any(plain in network for network in self._allowed)

    def permitted(self, host: str, addresses: Collection[str]) -> tuple[str, ...]:
        """Keep the addresses of a host that may be contacted.

        Raises:
            Forbidden: none of them may.
        """
        kept = tuple(address for address in addresses if self.permits(address))
        if not kept:
            raise Forbidden(f"地址不是公网地址（{', '.join(addresses) or '无'}），不予访问", host)
        return kept


def check_scheme(url: str) -> None:
    """Refuse every address that is not http(s) with a host.

    Raises:
        Forbidden: the address may not be fetched.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise Forbidden("网址写法不合规", url) from error
    if parts.scheme not in ("http", "https") or not host:
        raise Forbidden("只读取 http 和 https 网址", url)
