"""Sites whose program asks one address for all by queries (GraphQL): those for a list of news, and for a single article. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from scrapers.discover import counting
from scrapers.discover.addresses import resolve, same_host
from scrapers.discover.model import Request
from scrapers.discover.scripts import unescape

_ADDRESS = re.compile(r"[\"'`](?P<url>(?:https?://[\w.:-]+)?/?[\w./-]*graphql/?)[\"'`]", re.IGNORECASE)
_QUERY = re.compile(r"\bquery\b\s*(?P<name>\w*)\s*(?:\((?P<variables>[^()]{0,400})\))?\s*\{")
_VARIABLE = re.compile(r"\$(?P<name>\w+)\s*:\s*(?P<type>[\w\[\]!]+)(?P<default>\s*=)?")
_FIELD = re.compile(r"\{\s*(?:\w+\s*:\s*)?(?P<name>\w+)")
_PAGE = re.compile(counting.PAGE_NAME, re.IGNORECASE)
_SIZE = re.compile(r"(?:limit|first|take|(?:page_?)?size|per_?page|count)", re.IGNORECASE)
_START = re.compile(r"(?:offset|skip|start)", re.IGNORECASE)
_AFTER = re.compile(r"after|cursor", re.IGNORECASE)
_KEY = re.compile(r"\w*(?:id|slug|alias|key)", re.IGNORECASE)
_OTHER = re.compile(
    r"product|goods|order|cart|user|member|login|menu|nav|config|setting|banner|comment|tag|categor|channel|author|compan|job|page$",
    re.IGNORECASE,
)
_MOST = 40  # queries of a program that are looked at
_LONGEST = 4000  # characters of one
_ROWS = 10


def asks_all(url: str) -> bool:
    """Tell the one address at which a site answers queries."""
    return urlsplit(url).path.rstrip("/").lower().endswith("graphql")


def list_requests(script: str, url: str) -> tuple[Request, ...]:
    """Return the requests by which a program asks for lists, their first pages.

    Args:
        script: the program.
        url: the page that it draws.
    """
    found = []
    for address, query, variables in _queries(script, url):
        told = {name: _first(name) for name, required in variables.items() if required or _first(name) != ""}
        if any(map(_counts, variables)) and "" not in told.values():
            found.append(_request(address, query, told))
    return tuple(found)


def article_request(script: str, url: str) -> Request | None:
    """Return the request by which a program asks for the one article that a page shows, None where it tells none.

    Args:
        script: the program.
        url: the page, whose address ends in the article's number or name.
    """
    key = re.sub(r"\.\w{2,5}$", "", re.split(r"[/=]", url.rstrip("/"))[-1])
    for address, query, variables in _queries(script, url):
        needed = [name for name, required in variables.items() if required]
        if len(needed) == 1 and _KEY.fullmatch(needed[0]) and not any(map(_counts, variables)):
            return _request(address, query, {needed[0]: key})
    return None


def _queries(script: str, url: str) -> Iterator[tuple[str, str, dict[str, bool]]]:
    """Yield the queries of a program that may be for news: where it sends them, their text, and the names of their variables,
    each with whether it must be given."""
    named = _ADDRESS.search(script)
    address = resolve(url, named["url"]) if named else ""
    if not address or not same_host(address, url):
        return
    for found in islice(_QUERY.finditer(script), _MOST):
        text = unescape(script[found.start() : _end_of(script, found.end())])
        field = _FIELD.search(text, text.index("{"))
        if field is None or _OTHER.search(field["name"]):
            continue
        told = _VARIABLE.finditer(found["variables"] or "")
        yield address, text, {v["name"]: v["type"].endswith("!") and not v["default"] for v in told}


def _end_of(script: str, start: int) -> int:
    depth = 1
    for at in range(start, min(len(script), start + _LONGEST)):
        depth += (script[at] == "{") - (script[at] == "}")
        if depth == 0:
            return at + 1
    return start


def _counts(name: str) -> bool:
    return bool(_PAGE.fullmatch(name) or _SIZE.fullmatch(name) or _START.fullmatch(name))


def _first(name: str) -> Any:
    """Return what a variable of a list is for its first page, an empty string where that is not known."""
    if _AFTER.fullmatch(name):
        return None
    return next((n for kind, n in ((_PAGE, 1), (_SIZE, _ROWS), (_START, 0)) if kind.fullmatch(name)), "")


def _request(address: str, query: str, variables: dict[str, Any]) -> Request:
    sent = {"query": query, "variables": variables}
    return Request(address, "POST", json.dumps(sent, ensure_ascii=False))
