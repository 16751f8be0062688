"""When a source is polled next (轮询节奏). Pure: the time is an argument."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.config import parse_when

DAY = 86_400.0
_LEARNED_FROM = 30  # articles whose hours are known before an interval is bent by them
_BOUNDS = (0.5, 2.0)  # how far habits may bend an interval
_FLATTEN = 0.1  # share of the interval by which sources are moved apart


def next_poll(
    every: float,
    now: datetime,
    *,
    name: str,
    failures: int = 0,
    hours: Sequence[float] = (),
    cron: str | None = None,
    zone: ZoneInfo,
    not_before: datetime | None = None,
) -> datetime:
    """Say when a source is due again.

    Args:
        every: the declared interval in seconds.
        now: the time of this poll.
        name: the source's id; sources of one interval are moved apart by it, so that peaks flatten.
        failures: polls failed in a row: each doubles the wait, up to a day.
        hours: how many articles were found in each of the 24 hours of the day.
        cron: five fields; wins over `every`.
        zone: where the hours and cron are read.
        not_before: what Retry-After or Cache-Control asks, believed for a day.
    """
    if cron:
        due = next_cron(cron, now.astimezone(zone)).astimezone(now.tzinfo)
    else:
        bent = every * _bend(every, now.astimezone(zone), hours)
        wait = min(every * 2.0 ** min(failures, 16), max(every, DAY)) if failures else bent
        due = now + timedelta(seconds=wait * (1 - _FLATTEN * _fraction(name)))
    asked = min(not_before, now + timedelta(days=1)) if not_before else due
    return max(due, asked)


def _fraction(name: str) -> float:
    return zlib.crc32(name.encode()) / 2**32


def _bend(every: float, now: datetime, hours: Sequence[float]) -> float:
    """Shorten the interval towards hours in which the source publishes, lengthen it towards the others."""
    total = sum(hours)
    if total < _LEARNED_FROM:
        return 1.0
    ahead = (now + timedelta(seconds=min(every, DAY) / 2)).hour
    share = sum(hours[(ahead + step) % 24] for step in (-1, 0, 1)) / (total * 3 / 24)
    low, high = _BOUNDS
    return high if share <= 0 else min(high, max(low, 1 / share))


def next_cron(cron: str, now: datetime) -> datetime:
    """Return the first minute after now that a crontab line names (POSIX crontab, 0 and 7 are Sunday).

    Raises:
        ValueError: no such minute within five years.
    """
    minutes, hours, days, months, weekdays = (
        _numbers(field, low, high)
        for field, (low, high) in zip(cron.split(), ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7)), strict=True)
    )
    either = not cron.split()[2].startswith("*") and not cron.split()[4].startswith("*")
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    for _ in range(5 * 366):
        on_day, on_weekday = day.day in days, day.isoweekday() in weekdays or day.isoweekday() % 7 in weekdays
        if day.month in months and (on_day or on_weekday if either else on_day and on_weekday):
            for hour in sorted(hours):
                for minute in sorted(minutes):
                    if (moment := day.replace(hour=hour, minute=minute)) > now:
                        return moment
        day += timedelta(days=1)
    raise ValueError(f"cron {cron!r} names no day")


_NAMES = {
    name: number
    for names in ("sun mon tue wed thu fri sat", "- jan feb mar apr may jun jul aug sep oct nov dec")
    for number, name in enumerate(names.split())
}


def _numbers(field: str, low: int, high: int) -> frozenset[int]:
    found: set[int] = set()
    for part in field.lower().split(","):
        span, _, step = part.partition("/")
        first, _, last = span.partition("-")
        begin = low if first == "*" else _number(first)
        end = high if first == "*" or (step and not last) else _number(last or first)
        found.update(range(begin, end + 1, int(step or 1)))
    return frozenset(found)


def _number(word: str) -> int:
    return _NAMES[word] if word in _NAMES else int(word)


def last_due(when: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Return the latest moment not after now at which a digest was due.

    Args:
        when: a weekday and a time, such as `mon 08:00`, read in the zone.
        now: aware.
        zone: the zone of the configuration.
    """
    weekday, clock = parse_when(when)
    local = now.astimezone(zone)
    day = local.date() - timedelta(days=(local.weekday() - weekday) % 7)
    due = datetime.combine(day, clock, zone)
    return due if due <= local else datetime.combine(day - timedelta(days=7), clock, zone)
