"""The archives of mailing lists (Mailman's pipermail, Hypermail): months, each shown in several orders, and their messages. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover.addresses import resolve
from scrapers.discover.lists import base_of
from scrapers.discover.model import Discovery, Request
from scrapers.discover.titles import clean_title, squeeze
from scrapers.model import Link

# One of the orders in which the messages of a month are shown, in the month's folder.
_ORDER = re.compile(r"(?P<folder>.*/)(?P<order>thread|subject|author|date)\.html?")
_NEWEST = ("date", "thread", "subject", "author")  # the orders that serve best
_MESSAGE = re.compile(r"\d{3,}\.html?")
_LABEL = re.compile(r"\[[^\[\]]{1,40}\]\s*")  # what the list puts before each subject: [tongxun]
_REPLY = re.compile(r"(?:re|aw|sv|fwd?|回[复覆]|答复|转发)\s*[:：]", re.IGNORECASE)
_FEW = 2


def read(tree: LexborHTMLParser, url: str) -> Discovery | None:
    """Return what an archive holds: the index of one its months, a month its messages, newest first, without replies.

    Args:
        tree: the parsed page.
        url: its address.

    Returns:
        What was found, None of a page that is no archive.
    """
    base = base_of(tree, url)
    nodes = tree.css("a[href$='.html'], a[href$='.htm'], a[href*='.html#']")
    shown = (node.attributes.get("href") or "" for node in nodes)
    orders: dict[str, dict[str, str]] = {}
    for to in (resolve(base, href).partition("#")[0] for href in shown if _ORDER.match(f"/{href}")):
        if found := _ORDER.fullmatch(to):
            orders.setdefault(found["folder"], {})[found["order"]] = to
    own = _ORDER.fullmatch(url.partition("#")[0])
    if own and own["folder"] in orders:
        return Discovery("list", _messages(nodes, base, own["folder"]))
    here = url.partition("?")[0].rpartition("/")[0] + "/"
    months = [
        next(shown[order] for order in _NEWEST if order in shown)
        for folder, shown in orders.items()
        if len(shown) >= _FEW and folder.startswith(here)
    ]
    if not months:
        return None
    return Discovery("none", follow=(Request(months[0]),), sections=tuple(months[1:]))


def _messages(nodes: Iterable[LexborNode], base: str, folder: str) -> tuple[Link, ...]:
    """Return the messages of a month, the last one first; an archive numbers them as they come."""
    found: dict[str, str] = {}
    for node in nodes:
        to = resolve(base, node.attributes.get("href") or "")
        if to.startswith(folder) and _MESSAGE.fullmatch(urlsplit(to).path.rpartition("/")[2]):
            subject = _LABEL.sub("", squeeze(node.text() or ""), count=1)
            if subject and not _REPLY.match(subject):
                found.setdefault(to, clean_title(subject))
    return tuple(Link(to, found[to]) for to in sorted(found, key=lambda to: (len(to), to), reverse=True))
