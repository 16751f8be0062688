"""A web server's own index of a folder (Apache, nginx, IIS, Python) to the documents in it."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scrapers.discover.addresses import resolve
from scrapers.discover.lists import base_of
from scrapers.discover.model import Request
from scrapers.model import Link

_INDEX_TITLE = re.compile(
    r"\s*(?:(?:index of|directory listing for)\s+\S|(?:[\w-]+\.)+[\w-]+(?::\d+)? - /)", re.IGNORECASE
)
_MOST = 12  # folders of one that are looked into
_LEFT_OPEN = "/~$"  # what an office program keeps beside a document that is open
_DOCUMENT = re.compile(r"\.(?:txt|html?|eml|pdf|docx?)$", re.IGNORECASE)


def is_index(tree: LexborHTMLParser) -> bool:
    """Tell the index of a folder from other pages."""
    title = tree.css_first("title")
    return title is not None and bool(_INDEX_TITLE.match(title.text()))


def documents(tree: LexborHTMLParser, url: str) -> tuple[Link, ...]:
    """Return the documents a folder's index names."""
    return tuple(
        Link(to)
        for to in _within(tree, url)
        if _DOCUMENT.search(urlsplit(to).path) and _LEFT_OPEN not in unquote(to)
    )


def within(tree: LexborHTMLParser, url: str) -> tuple[Request, ...]:
    """Return the requests for the folders in a folder, those named last (by year, by day) first."""
    inner = [to for to in _within(tree, url) if to.endswith("/") and not urlsplit(to).query]
    return tuple(map(Request, reversed(inner)))[:_MOST]


def _within(tree: LexborHTMLParser, url: str) -> list[str]:
    folder = url.partition("?")[0].rpartition("/")[0]
    base = base_of(tree, url)
    targets = (resolve(base, node.attributes.get("href") or "") for node in tree.css("a[href]"))
    return list(dict.fromkeys(to for to in targets if to.startswith(f"{folder}/") and to != f"{folder}/"))
