"""Calendars: those whose days and months turn no list, and those that lead to the issues of a paper. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.discover.addresses import day_of, resolve, same_host
from scrapers.discover.frames import frames
from scrapers.discover.lists import base_of
from scrapers.discover.model import Request
from scrapers.discover.papers import first_leaf

CALENDAR_WORDS = re.compile(r"\d{1,2}|[<>«»‹›←→]{1,2}|[上下]一?[个個]?[月年]")
_CALENDAR_NAME = re.compile(r"calendar|rili|date-?picker", re.IGNORECASE)
_CALENDAR_MONTH = re.compile(
    r"(?:20\d\d\s*年\s*)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月(?!\s*\d)"
)
_CALENDAR = 150  # characters of a calendar's words
_ABOVE = 5  # levels of markup


def is_of_calendar(node: LexborNode) -> bool:
    """Tell a day or a month of a calendar, which turns no list: << 2025年6月 >> over the days."""
    around = node.parent
    for _ in range(_ABOVE):
        if around is None or around.tag in ("body", "html"):
            return False
        if _CALENDAR_NAME.search(
            f"{around.attributes.get('class') or ''} {around.attributes.get('id') or ''}"
        ):
            return True
        words = "".join((around.text() or "").split())
        if len(words) > _CALENDAR:
            return False
        if _CALENDAR_MONTH.search(words) and not _LETTERS.search(words):
            return True
        around = around.parent
    return False


_LETTERS = re.compile(r"[^\W\d_年月日一二三四五六七八九十天]")  # what is said besides months and weekdays


def is_calendar(tree: LexborHTMLParser, url: str) -> bool:
    """Tell a page that is nothing but a calendar, by its address and by what it shows: days and months only."""
    words = "".join((tree.body.text() or "").split()) if tree.body is not None else ""
    short = 0 < len(words) <= _CALENDAR and not _LETTERS.search(words)
    return bool(short and _OF_ISSUES.search(urlsplit(url).path))


def calendars_of_issues(tree: LexborHTMLParser, url: str) -> Iterator[Request]:
    """Yield the requests for the calendar that a leaf of a paper shows in a frame, or has a script draw: of the days on which
    there was an issue, read from the first leaf of its own.

    Args:
        tree: the parsed page.
        url: its address, which tells the day of the issue.
    """
    base = base_of(tree, url)
    leaf = first_leaf(tree, base, url)
    if not day_of(leaf):
        return
    scripts = (resolve(base, node.attributes.get("src") or "") for node in tree.css("script[src]"))
    named = (
        resolve(base, found["url"])
        for node in tree.css("script")
        for found in _ASKED.finditer(node.text() or "")
    )
    for target in dict.fromkeys((*(to for _, to in frames(tree, url)), *scripts, *named)):
        if same_host(target, url) and lists_issues(target):
            yield Request(target, drawn=leaf)


def lists_issues(url: str) -> bool:
    """Tell an address that by its name lists the days of issues: /2026-11/period.xml, /epaper/issueDates."""
    parts = urlsplit(url)
    return bool(_OF_ISSUES.search(f"{parts.path}?{parts.query}"))


# What a script asks for, whole: open("GET", "../period.xml"), $.getJSON('/issueDates', ..
_ASKED = re.compile(
    r"(?:\bopen\(\s*[\"']GET[\"']\s*,|\b(?:get(?:JSON|Script)?|ajax|fetch|load)\(|\burl\s*:)\s*[\"'](?P<url>[^\"'\s<>]+)[\"'](?!\s*\+)"
)


_OF_ISSUES = re.compile(
    r"calend[ae]r|rili|period|qikan|(?:^|[/_-])(?:(?:get|query|all|list)?-?(?:issue|paper)-?(?:dates?|days?|list)|(?:issues?|wangqi|history|dates?(?:list)?|bkrq|rq)[\w-]*\.(?:js|json|xml|html?|jsp|aspx?|php|do|ashx|action))",
    re.IGNORECASE,
)
