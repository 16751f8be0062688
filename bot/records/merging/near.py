"""When two records are told of: whether their days are near, one was moved from the other's, and which edition each is."""

from __future__ import annotations

import re
from datetime import date

from bot.records.model import Kind, Record
from bot.records.naming.editions import ordinal_of, year_of
from bot.records.naming.likeness import CONTEST_END, CUP, season_of
from bot.records.text import flat

NEAR_DAYS = 4  # before or after its announced day a thing is still the same one
MOVED_DAYS = 400  # and put off
_MOVED_UNCOUNTED = 180  # where only one name tells count or year: further off lies the next edition
PAPER_LIVES = 1000  # days between two articles that, without its year, mean one version of a paper


def yearless_day(one: Record, other: Record) -> bool:
    """Tell whether a day told without its year is the other's: --10-17, 2025-10-17."""
    told = [(r.start or "")[-len("--10-17") :] for r in (one, other)]
    return any((r.start or "").startswith("--") for r in (one, other)) and told[0][2:] == told[1][2:]


def same_days(one: Record, other: Record) -> bool:
    """Tell whether both last from the same day to the same other."""
    return one.start != one.end and (one.start, one.end) == (other.start, other.end)


# From its call to its honours a selection runs for months: its notice is a plan, what is told of it later an event.
_SELECTION = re.compile(r"(?:评选|评定|推选)(?:表彰)?(?:活动|工作)?(?:的?(?:预?通知|公告|函|启事))?$")


def may_take_months(kind: Kind, name: str) -> bool:
    """Tell whether a record is a plan, or a selection that one calls for, which no day bounds."""
    return kind == "plan" or bool(kind == "event" and _SELECTION.search(flat(name)))


def of_one_round(one: Record, other: Record) -> bool:
    """Tell whether what is told of a yearly selection is told of one year's."""
    a, b = about(one.start or one.end), about(other.start or other.end)
    selections = all(_SELECTION.search(flat(r.name)) for r in (one, other))
    near = bool(a and b and abs((a - b).days) <= _A_ROUND)
    return selections and (counted(one, other) or near)


_A_ROUND = 300  # days within which a selection without its year is that of one year


def counted(one: Record, other: Record) -> bool:
    """Tell whether both names carry the same count or year, which settles the edition."""
    counts = bool(ordinal_of(one.name)) and ordinal_of(one.name) == ordinal_of(other.name)
    return counts or (year_of(one.name) is not None and year_of(one.name) == year_of(other.name))


def distinct(one: Record, other: Record) -> bool:
    """Tell whether equal names settle it alone: a count, a year or a plan's own title."""
    return may_take_months(one.kind, one.name) or counted(one, other)


def day_of(value: str | None) -> date | None:
    """Return the day that a date tells, if it tells a whole one."""
    return date.fromisoformat(value[:10]) if value and re.match(r"\d{4}-\d\d-\d\d", value) else None


def about(value: str | None) -> date | None:
    """Return the day, or the middle of the month, that a date tells."""
    return day_of(f"{value}-15" if value and len(value) == len("2022-04") else value)


def near_days(one: Record, other: Record) -> bool | None:
    """Tell whether the days are near each other (True), apart (False) or not both known (None)."""
    a, b = day_of(one.start or one.end), day_of(other.start or other.end)
    if may_take_months(one.kind, one.name):
        return None if not (a and b) or abs((a - b).days) > NEAR_DAYS else True
    if a and b:
        spans = [abs((a - b).days)]
        spans += [0] * any(within(x, y) or _opens(x, y) for x, y in ((one, other), (other, one)))
        return min(spans) <= NEAR_DAYS or once_announced(one, other)
    told = one.start or one.end, other.start or other.end
    if _in_months_alike(one.start, other.start):
        return True
    known = [v.lstrip("-") for v in told if v and len(v.lstrip("-")) >= 5]
    if len(known) == 2 and any(v and v.startswith("--") for v in told):
        one_week = known[0][-5:] == known[1][-5:] or _in_one_week(*told)
        return one_week or once_announced(one, other)
    if one.start and other.start and not one.start.startswith("-") and not other.start.startswith("-"):
        size = min(len(one.start), len(other.start), 10)
        if one.start[:size] == other.start[:size]:
            return True if size >= 7 else None
        return None if size < 7 else False
    return None


_DAY_TOLD = re.compile(r"(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?")


def once_announced(one: Record, other: Record) -> bool:
    """Tell whether the day of one is that for which the other, moved since, was announced within the same year."""
    return _dropped_day(one, other) or _dropped_day(other, one)


def _dropped_day(told: Record, since: Record) -> bool:
    """Tell whether a day is one that another record, of several articles, has dropped within its year."""
    day, years = (told.start or "")[-5:], {(r.start or "-")[:4] for r in (told, since)}
    if (
        len(since.articles) < 2
        or len(told.start or "") < len("--08-16")
        or len({*filter(str.isdecimal, years)}) > 1
    ):
        return False
    quotes = (e.quote for e in since.evidence if e.field == "start")
    days = (m for quote in quotes for m in _DAY_TOLD.finditer(flat(quote)))
    return any(f"{int(m['month']):02d}-{int(m['day']):02d}" == day for m in days)


def _in_months_alike(one: str | None, other: str | None) -> bool:
    """Tell whether a month told without its year is that of the other day: --05, 2026-05-14."""
    told = [_MONTH_TOLD.fullmatch(value or "") for value in (one, other)]
    bare = any(m and m["year"] == "-" and not m["day"] for m in told)
    return bare and len({m and m["month"] for m in told}) == 1


_MONTH_TOLD = re.compile(r"(?P<year>-|\d{4})-(?P<month>\d\d)(?P<day>-.*)?")


def _in_one_week(one: str | None, other: str | None) -> bool:
    """Tell whether two days of which a year is not told for both (--09-12, 2025-09-13) are near each other, or one the other's month."""
    told = [re.fullmatch(r"(?:--|\d{4}-)(\d\d-\d\d)(?:T.*)?", value or "") for value in (one, other)]
    a, b = (day_of(f"2024-{day[1]}" if day else None) for day in told)  # a leap year has every day
    month = re.fullmatch(r"(?:\d{4}-(\d\d)--\1-\d\d|--(\d\d)-\d\d\d{4}-\2)", f"{one}{other}")
    return bool(month or (a and b and abs((a - b).days) <= NEAR_DAYS))


_LASTS = 10  # days within which a fair that one tells of as it opens is the one that another saw close


def _opens(opening: Record, closing: Record) -> bool:
    """Tell whether one tells of an event as it opens and the other as it closes, each with no other day."""
    opened, closed = day_of(opening.start), day_of(closing.end)
    alone = closing.start is None and opening.end in (None, opening.start)
    if not (opened and closed and alone and opening.kind == closing.kind == "event"):
        return False
    return 0 <= (closed - opened).days <= _LASTS


def within(one: Record, other: Record) -> bool:
    """Tell whether the day of one lies between the first and the last of the other."""
    a, b, c = day_of(one.start or one.end), day_of(other.start), day_of(other.end)
    return bool(a and b and c and b <= a <= c)


def comes_once_a_year(name: str) -> bool:
    """Tell whether a contest bears a cup or a year in its name: announced and held later in that year, it was put off."""
    return bool(CONTEST_END.search(flat(name)) and (CUP.told.search(name) or year_of(name)))


def _put_off_in_its_year(announced: Record, held: Record) -> bool:
    """Tell whether a contest that one tells ahead is the one that the other saw later in that year."""
    if not all(r.kind == "event" and comes_once_a_year(r.name) for r in (announced, held)):
        return False
    days = [r.start or "" for r in (announced, held)]
    told = min(map(len, days)) >= len("2022-04") and not any(day.startswith("-") for day in days)
    ahead = announced.status == "upcoming" and held.status in ("ongoing", "held", "postponed")
    return told and ahead and days[0][:4] == days[1][:4] and days[0] < days[1]


def in_its_month(one: Record, other: Record) -> bool:
    """Tell whether of two fairs of one season one is told by the month alone in which the other falls: 3月的春季…展."""
    season = season_of(one.name)
    if not (one.kind == other.kind == "event" and season and season == season_of(other.name)):
        return False
    month, day = sorted((one.start or "", other.start or ""), key=len)
    return len(month) == len("2022-04") and len(day) > len(month) and day.startswith(month)


def moved(one: Record, other: Record) -> bool:
    """Tell whether a postponement or cancellation explains days that lie apart, for one edition or year."""
    a, b = about(one.start), about(other.start)
    if _put_off_in_its_year(one, other) or _put_off_in_its_year(other, one):
        return True
    if ordinal_of(one.name) and ordinal_of(one.name) == ordinal_of(other.name):
        return a is None or b is None or abs((a - b).days) <= MOVED_DAYS
    if not {one.status, other.status} & {"postponed", "cancelled"}:
        return False
    told_once = bool(year_of(one.name)) != bool(year_of(other.name)) or bool(ordinal_of(one.name)) != bool(
        ordinal_of(other.name)
    )
    most = MOVED_DAYS if counted(one, other) else _MOVED_UNCOUNTED if told_once else -1
    return most >= 0 and (a is None or b is None or abs((a - b).days) <= most)


def of_like_years(one: Record, other: Record) -> bool:
    """Tell whether the years of both are known, by name or day, and no further apart than a thing is put off."""
    years = [year_of(r.name) or int((r.start or "-")[:4].strip("-") or 0) for r in (one, other)]
    most = 0 if "cancelled" in (one.status, other.status) else 1
    return all(year > _FIRST_YEAR for year in years) and abs(years[0] - years[1]) <= most


_FIRST_YEAR = 1900  # --12-20 tells none
