"""The directories of open government that all offices of Guangdong keep alike (政府信息公开目录, /gkmlpt/): a page without
rows, whose program asks for the columns of a tree by their numbers. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from scrapers.discover import literals
from scrapers.discover.headings import heads_never, heads_news
from scrapers.discover.model import Request

_ROOT = re.compile(r"^https?://[^?#]*?/gkmlpt(?=/|$)", re.IGNORECASE)
_SITE = re.compile(r"(?<![\w$])[\"']?(?:SID|SITE_?ID)[\"']?\s*[:=]\s*[\"']?(?P<number>\d{1,12})")
_TREE = re.compile(r"(?<![\w$])[\"']?TREE[\"']?\s*[:=]\s*(?=\[)")
_EVERYTHING = "0"  # the column that stands for all
_MOST = 16  # columns of a directory


def columns(text: str, url: str) -> tuple[Request, ...]:
    """Return the requests for the columns of a directory: the one that its address names (#721), else those of its tree.

    Args:
        text: the page, or the script that holds its settings, `_CONFIG = {SID: '769033', TREE: [..]}`.
        url: the page's address.
    """
    root, site = _ROOT.match(url), _SITE.search(text)
    if root is None or site is None:
        return ()
    own = urlsplit(url).fragment.strip("/")
    numbers = [own] if own.isdigit() else _chosen(text)
    return tuple(Request(f"{root[0]}/api/all/{n}?page=1&sid={site['number']}") for n in numbers)


def address_of(url: str, declared: str) -> str:
    """Return the address of a page with the column of a directory that its source names behind a #, which no server sees."""
    page, _, column = declared.partition("#")
    return declared if column.isdigit() and page == url and _ROOT.match(url) else url


def _chosen(text: str) -> list[str]:
    """Return the columns of a directory's tree, those of news first and all together where they are too many to be asked."""
    found = _TREE.search(text)
    tree = (
        literals.read(text, literals.names_in("", lambda name: literals.UNKNOWN), start=found.end())
        if found
        else None
    )
    told = list(_leaves(tree))
    told.sort(key=lambda column: not heads_news(column[1]))
    numbers = list(dict.fromkeys(number for number, _ in told))
    return numbers if 0 < len(numbers) <= _MOST else [*numbers[: _MOST - 1], _EVERYTHING]


def _leaves(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield the number and the name of each column that holds rows, not of one that leads to another page."""
    for node in tree if isinstance(tree, list) else ():
        if not isinstance(node, dict) or node.get("jump_url"):
            continue
        within = list(_leaves(node.get("children")))
        number, name = str(node.get("id", "")), str(node.get("name", ""))
        if within:
            yield from within
        elif number.isdigit() and node.get("post_count") != 0 and not heads_never(name):
            yield number, name
