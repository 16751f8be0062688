"""A web server's own index of a folder (Apache, nginx, Python) to the documents in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from scrapers.discover.addresses import resolve
from scrapers.discover.lists import base_of
from scrapers.model import Link

_INDEX_TITLE = re.compile(r"\s*(?:index of|directory listing for)\s+\S", re.IGNORECASE)
_DOCUMENT = re.compile(r"\.(?:txt|html?|eml|pdf|docx?)$", re.IGNORECASE)


def documents(tree: LexborHTMLParser, url: str) -> tuple[Link, ...]:
    """Return the documents a folder's index names; none where the page is no such index."""
    title = tree.css_first("title")
    if title is None or not _INDEX_TITLE.match(title.text()):
        return ()
    return tuple(dict.fromkeys(_within(tree, url)))


def _within(tree: LexborHTMLParser, url: str) -> Iterator[Link]:
    folder = url.partition("?")[0].rpartition("/")[0]
    base = base_of(tree, url)
    for node in tree.css("a[href]"):
        target = resolve(base, node.attributes.get("href") or "")
        if target.startswith(f"{folder}/") and _DOCUMENT.search(urlsplit(target).path):
            yield Link(target)
