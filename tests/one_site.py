"""What is found in the documents of a site, as its scrapers ask for them."""

from __future__ import annotations

from datetime import UTC, datetime

from scrapers.discover import Discovery, Request, discover
from scrapers.model import Page, Source

NOW = datetime(2026, 11, 27, tzinfo=UTC)
SITE = "http://www.example.org"
_OWN = Request("")


def answer(
    body: str, path: str = "/", kind: str = "text/html; charset=utf-8", ask: Request = _OWN
) -> Discovery:
    """What is found in a document of a site whose front page is its source."""
    url = SITE + path
    page = Page(url, url, 200, {"content-type": kind}, body.encode(), NOW)
    return discover(page, Source("x", f"{SITE}/"), ask)


def shown(body: str, path: str = "/") -> Discovery:
    """What is found in a page of that site with nothing but a body."""
    return answer(f"<html><body>{body}</body></html>", path)
