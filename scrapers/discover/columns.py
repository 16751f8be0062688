"""Columns of a site by their addresses: what those of one menu have in common, and which articles are theirs. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from scrapers.discover.addresses import FRONT, Look, read_address
from scrapers.discover.counting import PAGE_NAME

# What tells a column's number, or its name, in a query; others, such as lang=cn, are those of all the site.
_COLUMN = re.compile(
    r"(?:(?:cat|type|class|column|col|forum|sort|channel|node|menu|lm|catalog|parent|group|kind)_?(?:id|no|code|name)?|[cfgb]id|tid2|cate|category|lb)",
    re.IGNORECASE,
)
_PAGE = re.compile(PAGE_NAME, re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def frame_of(url: str) -> str:
    """Return what the address of a column has in common with those beside it in a menu: /channel/ of /channel/market,
    list.asp?kind= of list.asp?kind=3, list-9.html at the root; empty where that may be any page's."""
    parts = urlsplit(url)
    if parts.query:
        return _frame_of_query(url, parts)
    above, _, name = parts.path.rstrip("/").rpartition("/")
    if above and not FRONT.fullmatch(above) and "." not in above:
        return f"{parts.netloc}{above}/"
    listing = _DIGITS.search(name) and read_address(url).look is Look.CHANNEL
    return f"{parts.netloc}{above}/{_DIGITS.sub('9', name)}" if listing else ""


def _frame_of_query(url: str, parts: SplitResult) -> str:
    """Return an address without the value in its query that names the column: index.php?c=category&id= of id=7."""
    fields = sorted(field for field in _fields_of(url) if not _PAGE.fullmatch(field[0]))
    own = next((name for name, _ in fields if _COLUMN.fullmatch(name)), "")
    if not own and read_address(url).look is Look.CHANNEL:
        numbered = [name for name, value in fields if value.isdigit()]
        own = numbered[0] if len(numbered) == 1 else ""
    rest = (f"{name}={'' if name == own else value}" for name, value in fields)
    # Old ASP sites write List.asp?Kind=3 beside list.asp?kind=4.
    return f"{parts.netloc}{parts.path}?{'&'.join(rest)}".lower() if own else ""


def alike(column: str, other: str) -> bool:
    """Tell two addresses that may be of columns beside each other: list.asp?kind=3 and list.asp?kind=4, /c/3.html and /c/4.html,
    /news/hangye/ and /news/gongsi/, but not /c/list.html and /c/4.html."""
    frame = frame_of(column)
    return frame != "" and frame == frame_of(other) and _named_as(column) == _named_as(other)


def _named_as(url: str) -> str:
    """Return how the last part of a path is written, its number or its word left out."""
    path = urlsplit(url).path
    name = path.rstrip("/").rpartition("/")[2]
    written = _DIGITS.sub("9", name) if _DIGITS.search(name) else _STEM.sub("w", name)
    return written + "/" * path.endswith("/")


_STEM = re.compile(r"^[^.]+")


def holds(column: str, articles: Iterable[str]) -> bool:
    """Tell a column whose articles' addresses say so: /xinwen/hangye holds /xinwen/hangye/395-ma, and a=lists&catid=12 holds
    a=show&catid=12&id=395."""
    parts, inside = urlsplit(column), f"{column.rstrip('/')}/"
    if not parts.query:
        return parts.path.count("/") > 1 and any(article.startswith(inside) for article in articles)
    told = {field for field in _fields_of(column) if _COLUMN.fullmatch(field[0]) and field[1]}
    return bool(told) and any(told & fields and fields - told for fields in map(_fields_of, articles))


@lru_cache(maxsize=5_000)
def _fields_of(url: str) -> frozenset[tuple[str, str]]:
    """Return the fields of an address's query, their values as they are written: they may be encoded in GBK."""
    written = (field.partition("=") for field in urlsplit(url).query.split("&"))
    return frozenset((name.lower(), value) for name, _, value in written)
