"""Dates as exact as a text gives them, as ranges of days that a database can compare."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NO_YEAR = re.compile(r"--(\d{2})(?:-(\d{2}))?$")

Days = tuple[date, date]


def span(text: str | None, published: str | None = None) -> Days | None:
    """Return the first and last day an ISO 8601 date of any precision may mean.

    Args:
        text: `2025`, `2025-03`, `2025-03-10`, a time with offset, or `--12-20` (year unknown).
        published: a date near it; a date without a year is taken to be the nearest such day.

    Returns:
        The days, both included; None where there is no date, or no year and nothing to tell it by.
    """
    if not text:
        return None
    if without_year := _NO_YEAR.match(text):
        month, day = without_year.groups()
        return _nearest(int(month), int(day) if day else None, span(published))
    match = _DATE.match(text)
    return _whole(*(int(part) if part else None for part in match.groups())) if match else None


def _whole(year: int | None, month: int | None, day: int | None) -> Days | None:
    try:
        if month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        first = date(year or 0, month, day or 1)
        last = first if day else first.replace(day=monthrange(first.year, month)[1])
    except ValueError:  # 2025-02-30 stands on some page
        return None
    return first, last


def _nearest(month: int, day: int | None, around: Days | None) -> Days | None:
    if around is None:
        return None
    middle = around[0] + (around[1] - around[0]) / 2
    choices = [found for year in range(-1, 2) if (found := _whole(middle.year + year, month, day))]
    return min(choices, key=lambda days: abs(days[0] - middle), default=None)


def record_span(start: str | None, end: str | None, published: str | None) -> Days | None:
    """Return the days a record lasts, from the first its start to the last its end may mean."""
    first = span(start, published) or span(end, published)
    if first is None:
        return None
    last = span(end, published) or first
    # A record without a year that ends in January began in the December before.
    if last[1] < first[0]:
        last = (
            (last[0] + timedelta(days=365), last[1] + timedelta(days=365))
            if (end or "").startswith("--")
            else first
        )
    return first[0], max(first[1], last[1]) if end is None else max(first[0], last[1])
