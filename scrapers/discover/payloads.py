"""The data of pages that Next.js builds when they are first asked for: at its own address, under the name of the build. Pure."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scrapers.discover.counting import PAGE_NAME
from scrapers.discover.model import Request


def of_page(tree: LexborHTMLParser, url: str) -> Request | None:
    """Return the request for the data of a page that came without it and says so, None for any other page:
    /_next/data/BUILD/news/12.json of /news/12.

    Args:
        tree: the parsed page.
        url: its address.
    """
    written = tree.css_first("script#__NEXT_DATA__")
    told: object = None
    with suppress(ValueError, RecursionError):
        told = json.loads(written.text() or "") if written is not None else None
    build = told.get("buildId") if isinstance(told, dict) and told.get("isFallback") is True else None
    if not isinstance(build, str) or not _BUILD.fullmatch(build):
        return None
    sources = (node.attributes.get("src") or "" for node in tree.css("script[src*='/_next/']"))
    base = next((urlsplit(source).path.partition("/_next/")[0] for source in sources), "")
    parts = urlsplit(url)
    path = parts.path.removeprefix(base).rstrip("/") or "/index"
    query = f"?{parts.query}" if parts.query else ""
    return Request(urljoin(url, f"{base}/_next/data/{build}{path}.json{query}"))


def page_asked(payload: object) -> str:
    """Return the name by which the query of a page built by Next.js numbers it, as its data tells that; empty where it does not."""
    query = payload.get("query") if isinstance(payload, dict) else None
    names = (name for name in (query if isinstance(query, dict) else ()) if _PAGE.fullmatch(name))
    return next(names, "")


_PAGE = re.compile(PAGE_NAME, re.IGNORECASE)
_BUILD = re.compile(r"[\w.-]{1,80}")
