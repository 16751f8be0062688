"""Dates as lists show them: beside the link, in brackets, day and month apart, relative."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from scrapers.dates import CHINA, read_spelt

_YEAR = r"(?P<y>(?:199|20[0-5])\d)"
_CLOCK = r"(?:\s*(?:T|日)?\s*(?P<H>[01]?\d|2[0-3])[:：](?P<M>[0-5]\d)(?:[:：](?P<S>[0-5]\d))?)?"
# What a page's head says of the day it is read on.
_TODAY = re.compile(r"(?:今天是|现在是|当前时间)[:：]?.{0,24}")
_YEAR_SOMEWHERE = re.compile(r"(?:199|20[0-5])\d")
_WHOLE = re.compile(
    rf"(?<![\d.-]){_YEAR}\s*[-/.年—]\s*(?P<m>\d{{1,2}})\s*[-/.月—]\s*(?P<d>\d{{1,2}})(?!\d)日?{_CLOCK}"
)
# The number of a licence is no day: 粤B2-20080123.
_COMPACT = re.compile(rf"(?<!\d)(?<![A-Za-z\d]-){_YEAR}(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
# A template that prints the day large and the rest small: 15 2026-04, or 2026-04 15.
_DAY_FIRST = re.compile(
    rf"(?<![\d./-])(?P<d>\d{{1,2}})日?\s+{_YEAR}\s*[-/.年]\s*(?P<m>\d{{1,2}})月?(?![\d./-])"
)
_DAY_LAST = re.compile(
    rf"(?<![\d./-]){_YEAR}\s*[-/.年]\s*(?P<m>\d{{1,2}})月?\s+(?P<d>\d{{1,2}})日?(?![\d./:-])"
)
_YEAR_LAST = re.compile(rf"(?<![\d./-])(?P<m>\d{{1,2}})\s*[-/.月]\s*(?P<d>\d{{1,2}})日?\s+{_YEAR}(?!\d)")
_SHORT_YEAR = re.compile(
    r"(?<![\d.-])(?P<y>[0-3]\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d-])"
)
# With dots it might be a version or a sum: only where nothing else stands there, (26.11.27).
_DOTTED = re.compile(
    r"[\s\[(（【〔]*(?P<y>[0-3]\d)\.(?P<m>0?[1-9]|1[0-2])\.(?P<d>0[1-9]|[12]\d|3[01])[\s\])）】〕]*"
)
# 民國: years counted from 1912; a list shows nothing else of three such numbers
_REPUBLIC = re.compile(
    r"(?<![\d.-])(?:民[国國]\s?)?(?P<y>1[01]\d)\s?[-/.年]\s?(?P<m>0?[1-9]|1[0-2])\s?[-/.月]\s?(?P<d>[12]\d|3[01]|0?[1-9])(?![\d-])"
)
_NO_YEAR = re.compile(
    rf"(?<![\d./-])(?:(?P<m>\d{{1,2}})(?:-|/|月)(?P<d>\d{{1,2}})|(?P<m2>[01]\d)\.(?P<d2>[0-3]\d))(?![\d./%-]|[A-Za-z])(?!日?\s*[，,、。；;至])日?{_CLOCK}"
)
_AGO = re.compile(r"(?P<n>\d{1,3}|半)\s*(?P<unit>秒钟?|分钟?|个?小时|天|日|周|个?星期|个?月|年)[之以]?前")
_NAMED_DAY = re.compile(rf"(?P<day>今天|昨天|前天|刚刚){_CLOCK}")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_HAN_MONTHS = [*"一二三四五六七八九十", "十一", "十二"]
# A month by its name, before or behind its day, and the year last, as engines from abroad print it in either
# language: Nov 5, 2026, 5 November 2026, 十一月 5, 2026, 11月 5, 2026, 05/11月/2026.
_MONTH_NAMED = re.compile(
    rf"(?<!\d)(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s/.-]*)?"
    rf"(?:(?P<mon>{'|'.join(_MONTHS)})[a-z]*\.?|(?<!\d)(?P<han>十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9])\s?月)"
    rf"[\s/-]*(?P<d2>\d{{1,2}})?(?:st|nd|rd|th)?\s*[,，/-]?\s*{_YEAR}(?!\d)",
    re.IGNORECASE,
)
# In figures, as a page's own date is read: two figures of the month first (11/27/2026), or a day that can be no month.
_SLASHED = re.compile(
    rf"(?<![\d./-])(?:(?P<m>0[1-9]|1[0-2])/(?P<d>0[1-9]|[12]\d|3[01])|(?P<d2>1[3-9]|2\d|3[01])/(?P<m2>0?[1-9]|1[0-2]))/{_YEAR}(?![\d/])"
)
# Seconds since 1970 alone: what a script was to turn into a date.
_EPOCH = re.compile(r"(?:\d{1,3}[.、]\s*)?(?P<seconds>1[2-9]\d{8})")
_SECONDS = {"秒": 1, "分": 60, "小": 3600, "天": 86400, "日": 86400, "周": 7 * 86400, "星": 7 * 86400}


def iso_date(year: str, month: str, day: str) -> str | None:
    """Return the ISO date of three numbers, or None where no such day exists."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _with_clock(day: str, found: re.Match[str]) -> str:
    """Add the time of day that stands beside a date; lists print Beijing time."""
    groups = found.groupdict()
    if groups.get("H") is None or not any(int(groups[unit] or 0) for unit in "HMS"):
        return day  # midnight sharp is what a system prints that knows the day only
    return f"{day}T{int(groups['H']):02d}:{groups['M']}:{groups['S'] or '00'}+08:00"


def _ago(found: re.Match[str], now: datetime) -> str | None:
    unit = found["unit"].removeprefix("个")
    count = 0.5 if found["n"] == "半" else float(found["n"])
    if unit[0] in _SECONDS:
        then = now - timedelta(seconds=count * _SECONDS[unit[0]])
        return then.astimezone(CHINA).date().isoformat()
    return None


def _named_day(found: re.Match[str], now: datetime) -> str:
    back = {"昨天": 1, "前天": 2}.get(found["day"], 0)
    return _with_clock((now.astimezone(CHINA) - timedelta(days=back)).date().isoformat(), found)


def _without_year(found: re.Match[str], latest: date) -> str | None:
    """Give a month and day the newest year in which they do not lie after the latest day known."""
    for year in (latest.year, latest.year - 1):
        day = iso_date(str(year), found["m"] or found["m2"], found["d"] or found["d2"])
        if day and date.fromisoformat(day) <= latest + timedelta(days=1):
            return _with_clock(day, found)
    return None


def _with_named_month(found: re.Match[str]) -> str | None:
    if found["mon"]:
        month = _MONTHS.index(found["mon"][:3].lower()) + 1
    else:
        month = int(found["han"]) if found["han"].isdigit() else _HAN_MONTHS.index(found["han"]) + 1
    return iso_date(found["y"], str(month), found["d1"] or found["d2"] or "0")


def _slashed(found: re.Match[str]) -> str | None:
    return iso_date(found["y"], found["m"] or found["m2"], found["d"] or found["d2"])


def read_date(text: str, now: datetime | None = None, latest: date | None = None) -> str | None:
    """Read the date that stands beside a link.

    Args:
        text: what stands beside the link, without its title.
        now: when the page was fetched, for relative dates (3天前); aware.
        latest: the latest day the page can speak of, for dates without a year; None leaves them unread.

    Returns:
        An ISO date, with the time and +08:00 where one stands beside it, or None.
    """
    squeezed = _TODAY.sub(" ", " ".join(text.split()))
    if _YEAR_SOMEWHERE.search(squeezed):
        for pattern in (_WHOLE, _YEAR_LAST, _DAY_FIRST, _DAY_LAST, _COMPACT):
            for whole in pattern.finditer(squeezed):
                if day := iso_date(whole["y"], whole["m"], whole["d"]):
                    return _with_clock(day, whole)
        for pattern, read in ((_MONTH_NAMED, _with_named_month), (_SLASHED, _slashed)):
            if (spelt_otherwise := pattern.search(squeezed)) and (day := read(spelt_otherwise)):
                return day
    if epoch := _EPOCH.fullmatch(squeezed):
        return datetime.fromtimestamp(int(epoch["seconds"]), CHINA).isoformat(timespec="seconds")
    spelt = read_spelt(squeezed) if "年" in squeezed else None
    return spelt or _relative(squeezed, now) or _abridged(squeezed, latest)


def _relative(text: str, now: datetime | None) -> str | None:
    if now is None:
        return None
    if ago := _AGO.search(text):
        return _ago(ago, now)
    named = _NAMED_DAY.search(text)
    return _named_day(named, now) if named else None


def _abridged(text: str, latest: date | None) -> str | None:
    if short := _SHORT_YEAR.search(text) or _DOTTED.fullmatch(text):
        return iso_date("20" + short["y"], short["m"], short["d"])
    if republic := _REPUBLIC.search(text):
        return iso_date(str(int(republic["y"]) + 1911), republic["m"], republic["d"])
    bare = _NO_YEAR.search(text) if latest is not None else None
    return _without_year(bare, latest) if bare and latest else None


def with_year_of(day: str, told: str, path: str) -> str:
    """Give a day whose year was guessed the year that its address tells.

    Args:
        day: an ISO date or time, its year a guess.
        told: the date in the address, `2025-03-10` or `2025-03`, or empty.
        path: the address's path, which may spell the very day with a short year: /040517/.
    """
    spelt = re.search(rf"(?<!\d)([0-3]\d){day[5:7]}{day[8:10]}(?!\d)", path)
    year = told[:4] or (f"20{spelt[1]}" if spelt else "")
    if not year or not iso_date(year, day[5:7], day[8:10]):
        return day
    months = int(day[5:7]) - int(told[5:7] or day[5:7])
    near = f"{int(year) + (months < -6) - (months > 6)}{day[4:]}"
    if len(told) == 10 and abs(date.fromisoformat(near[:10]) - date.fromisoformat(told)) > _LONG:
        return told  # a day that the summary tells of
    return near


_LONG = timedelta(days=31)


def tells_year(text: str) -> bool:
    """Tell whether a text shows a year."""
    return bool(_YEAR_SOMEWHERE.search(text))


def looks_dated(text: str) -> bool:
    """Tell whether a short text is (mostly) a date, relative or without its year, so that it is no title."""
    bare = re.sub(r"[\s\[\]()【】()::|/·.,]|发布|时间|日期", "", text)
    if not bare or len(bare) > 24:
        return False
    return bool(re.fullmatch(r"(?:\d+[-—年月日T+]*)+|\d+\D{1,3}前|[昨前今]天\d*|刚刚", bare))
