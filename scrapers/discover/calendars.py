"""Calendars on a page, whose days and months turn no list."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

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
