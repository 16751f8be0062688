"""Several articles, one record: which of them tell of the same thing, what the one record says, what follows what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from itertools import product, takewhile
from typing import Literal, TypeVar
from zlib import crc32

from bot.records.merging.apart import (
    LEVEL_ALONE,
    TOWN_AND_SORT,
    body_of,
    in_other_regions,
    letters_of,
    of_other_ground,
    regions_in,
    told_apart,
    whose,
)
from bot.records.model import Evidence, Kind, Organisation, Person, Place, Record, Series, Status
from bot.records.naming.editions import ordinal_of, series, year_of
from bot.records.naming.fairs import called_by
from bot.records.naming.likeness import CUP, folded, is_within
from bot.records.places import read_places
from bot.records.text import flat

# How long before or after its announced day a thing is still the same one.
NEAR_DAYS = 4
_LETTERS_TOLD = re.compile(r"[A-Z]{3,8}(?=\s?20\d\d$)")  # EGLF of EGLF 2022
_LETTERED_ALIKE = 0.9  # intertextile春夏面辅料展 and 中国国际纺织面料及辅料(春夏)博览会
MOVED_DAYS = 400
PAPER_LIVES = (
    1000  # days within which one of two articles that tell of a paper without its year means the same version
)
_MOVED_UNCOUNTED = 180  # where only one name tells count or year: further off lies the next edition
_MOST_PAIRS = 12

_T = TypeVar("_T")
Follow = Literal["edition", "stage"]


_HEAD = 5  # characters by which the fair of a name in letters is looked for
_TELLS_PART = 5  # letters of a part of a joint name that tell it: 八届一次理事会 alone is any
_TELLS_PAPER = 12  # letters at the end of a paper's title that few others have
_HALL = re.compile(
    r"(?<=[馆心城])(?:[A-Z]?[\d、一二三四五六七八九十]{1,5}[号楼]?[馆厅层])+$"
)  # 南港展览馆1馆
_SHORTEST = 3  # characters of what a fair is called for short: 汉博会


def _names(record: Record) -> tuple[str, ...]:
    return (record.name, *(a for a in record.aliases if len(a) >= 4))


def keys(record: Record) -> frozenset[str]:
    """Return the keys under which the same thing told elsewhere is looked for.

    Sharing one says nothing yet (see ``same``). Those of ``pairs`` are shared by much that has nothing else in
    common: they only serve among what lies near in time.
    """
    found = {f"name:{letters_of(alias)}" for alias in record.aliases if len(alias) >= _SHORTEST}
    for name in _names(record):
        letters = letters_of(name)
        bare = letters_of(CUP.words.sub("", name))  # the same contest told without its sponsor's cup
        heads = (letters, bare, letters_of(called_by(name) or letters))  # CHIC2026(春季) is a 中国…博览会
        found |= {f"name:{letters}", *(f"head:{_head(words)}" for words in heads)}
        if record.kind == "plan" and len(letters) >= _TELLS_PAPER:
            found.add(f"tail:{letters[-_TELLS_PAPER:]}")  # 江东省某业行动方案 told as 《某业行动方案》
        for count in ordinal_of(name)[:1]:
            found.add(f"edition:{count}:{letters[-1:]}")
    if record.kind != "plan" and record.start and record.place and len(record.place.venue or "") >= _VENUE:
        found.add(f"at:{record.start[:7]}:{_HALL.sub('', record.place.venue or '')[-4:]}")
    if record.kind == "event" and record.start != record.end and _days(record.start) and _days(record.end):
        found.add(f"span:{record.start}:{record.end}:{letters_of(record.name)[-1:]}")
    if record.document:
        found.add(f"document:{letters_of(record.document)}")
    return frozenset(found)


def _head(letters: str) -> str:
    """Return the letters a name begins with, its country and its season left out."""
    return letters.removeprefix("中国").rstrip("春夏秋冬")[:_HEAD]


def pairs(record: Record) -> frozenset[str]:
    """Return pairs of neighbouring letters of a record's names, a few of a long one: the same few in whatever like it."""
    letters = map(letters_of, _names(record))
    found = {word[at : at + 2] for word in letters for at in range(len(word) - 1)}
    return frozenset(sorted(found, key=_drawn)[:_MOST_PAIRS])


def _drawn(pair: str) -> tuple[int, str]:
    """Put pairs in an order that has nothing to do with how common they are, the same everywhere."""
    return crc32(pair.encode()), pair


def same(one: Record, other: Record, near: bool | None = None) -> bool:
    """Tell whether two records tell of one meeting, plan or event.

    Editions, years in the names, regions, bodies and contrasting words keep like-named things apart.

    Args:
        one: a record.
        other: another, in either order.
        near: whether the articles that tell of them came out within weeks of each other (of papers: within their
            life), if anybody knows: it stands in where one of them is told without its day.
    """
    months = may_take_months(one.kind, one.name)
    if months != may_take_months(other.kind, other.name):
        return False
    if months and "event" in (one.kind, other.kind) and not _of_one_round(one, other):
        return False
    if one.kind == other.kind == "plan" and (_other_papers(one, other) or _other_version(one, other, near)):
        return False
    if one.kind == "plan" and one.document and one.document == other.document:
        return True
    if _of_the_town_of(one, other) or _of_the_town_of(other, one):
        return False
    if told_apart(one.name, other.name) or any(
        map(of_other_ground, *zip(*product(_names(one), _names(other)), strict=True))
    ):
        return False
    if (_bare(one) or _bare(other)) and not _on_common_ground(one, other):
        return False
    # 全省…座谈会 is that of a province only where a place or host says so.
    if not _ours_alike(one, other):
        return False
    close = _near_days(one, other)
    if close is False and not _moved(one, other):
        return False
    by_town = _called_by_town(one, other) or _called_by_town(other, one)
    if by_town or in_other_regions(one.name, other.name):
        return by_town
    alike = 1.0 if _renamed(one, other) or _same_but_ahead(one, other) else _most_alike(one, other)
    if near and _same_slogan(one, other):
        return True
    if _of_two_bodies(one, other) or _of_other_people(one, other):
        return False
    if close is None and one.kind != "plan" and near is not None:
        if not (near or _counted(one, other) or (_moved(one, other) and _of_like_years(one, other))):
            return False
        letters, enough = (6 - (one.kind == "event"), 0.8) if _same_town(one, other) else (8, 0.85)
        if (
            near
            and alike >= enough
            and min(len(letters_of(one.name)), len(letters_of(other.name))) >= letters
        ):
            return not _other_place(one, other)
    if alike >= 0.95:
        # What is put off may be held elsewhere.
        settled = _distinct(one, other) and (len(letters_of(one.name)) >= 8 or _moved(one, other))
        if _other_place(one, other) and not settled:
            return False
        undated = close is None and not (one.start and other.start) and len(letters_of(one.name)) >= 8
        # 2023某展 told without its day, in the weeks of it.
        undated = undated or (close is None and near is True and one.kind == other.kind == "event")
        return (
            close is True
            or undated
            or _distinct(one, other)
            or _same_ground(one, other)
            or _moved(one, other)
        )
    if close is not True:
        told = months or _counted(one, other)
        enough = 0.75 if _counted(one, other) and _share_host(one, other) else 0.8
        settled = alike >= enough if told else alike >= 0.85 and _moved(one, other)
        return settled and not _other_ground(one, other)
    shared = _same_people(one, other) or _share_host(one, other)
    if alike >= 0.85:
        # Like meetings of two bodies fall on one week: what is told of other days needs more in common.
        one_day = one.start == other.start or (one.end or "") == other.end or _once_announced(one, other)
        # A day amid the days of a fair is one of its own.
        one_day = one_day or (
            one.kind == other.kind == "event" and (_within(one, other) or _within(other, one))
        )
        common = shared or one_day or _same_town(one, other) or _counted(one, other)
        telling = min(len(letters_of(one.name)), len(letters_of(other.name))) >= _TELLING
        return not _other_place(one, other) and (common or telling)
    # Of one body's standards of one day (《再生羽绒》, 《羽绒被芯》) each bears its own title.
    titled = one.kind == "plan" and one.document and other.document
    enough = 0.45 if shared and not titled else _IN_ONE_ROOM if _same_speaker(one, other) else 0.75
    enough = (
        enough if one.kind == other.kind or shared else 0.85
    )  # a fair, and the congress of its trade in its days
    return not _other_ground(one, other) and (alike >= enough or _called_short(one, other))


def namesakes(one: Record, other: Record) -> bool:
    """Tell whether two that have their name and year in common are two: other days and towns or hosts, other issuers or people."""
    if same(one, other):
        return False
    any_town = _by_any_town(one) or _by_any_town(other)
    if _of_other_people(one, other) or _of_two_bodies(one, other) or (any_town and _other_place(one, other)):
        return True
    a, b = _days(one.start), _days(other.start)
    years_apart = bool(a and b and abs((a - b).days) > MOVED_DAYS)
    apart = years_apart or _other_place(one, other) or _strangers(one, other)
    return may_take_months(one.kind, one.name) or (apart and bool(a and b) and one.start != other.start)


def likeness(one: Record, other: Record) -> tuple[bool, bool, bool, float, str]:
    """Rank how surely two that may be the same are: near days, one edition or year, one day, letters shared.

    Of several that a day without its year may be, the latest is meant.
    """
    near, alike = _near_days(one, other) is True, _most_alike(one, other)
    one_day = one.start == other.start or _yearless_day(one, other) or _once_announced(one, other)
    yearless = any((r.start or "").startswith("--") for r in (one, other))
    latest = max(r.start or "" for r in (one, other)) if yearless else ""
    return near, _counted(one, other), near and one_day, alike, latest


def _yearless_day(one: Record, other: Record) -> bool:
    """Tell whether a day told without its year is the other's: --10-17, 2025-10-17."""
    told = [(r.start or "")[-len("--10-17") :] for r in (one, other)]
    return any((r.start or "").startswith("--") for r in (one, other)) and told[0][2:] == told[1][2:]


_OURS = re.compile(rf"(?:全|我|本)?(?P<level>{LEVEL_ALONE})(?=[一-鿿]{{3}})")


def _undated(name: str) -> str:
    """Return a name without the year it begins with: 2025年全省…, 全省…."""
    return re.sub(r"^20\d\d年?度?", "", flat(name))


def _ours_alike(one: Record, other: Record) -> bool:
    """Tell whether 全省… in one name can be the province in the other: of that level, and on one ground."""
    told = [(a, b) for a, b in ((one, other), (other, one)) if _OURS.match(_undated(a.name))]
    if len(told) != 1:
        return True
    vague, named = told[0]
    if (
        _days(one.start)
        and one.start == other.start
        and (not regions_in(named.name) or _same_venue(one, other) or _same_span(one, other))
    ):
        return not _other_ground(one, other)
    # On one day what a town's paper calls 全省某业座谈会 is 某省某业座谈会.
    level = _OURS.match(_undated(vague.name))
    levels = re.findall("[省市县区镇]", _undated(named.name)[:6])
    placed = vague.place and vague.place.region
    if (
        _days(one.start)
        and one.start == other.start
        and level
        and level["level"] in levels[:1]
        and not placed
    ):
        letters = letters_of(vague.name)
        if len(letters) >= _TELLING and letters_of(named.name).endswith(letters):
            return not _other_place(one, other)
    # On one day 全省… is that of the province it is placed in.
    one_day = _days(one.start) and one.start == other.start and vague.place
    if one_day and {one_day.region, one_day.city} & regions_in(named.name):
        return True
    # 全县… and 长兴县… at which one and the same person is told of is one county's.
    in_common = {p.name for p in one.people} & {p.name for p in other.people}
    return (bool(in_common) or _same_ground(one, other)) and (
        not levels or level is None or level["level"] in levels
    )


def _of_the_town_of(named: Record, placed: Record) -> bool:
    """Tell whether one is by its name a town's, and the other a like meeting placed in another: 沙家浜镇…座谈会, 常熟市海虞镇."""
    (town, level), place = whose(named.name), placed.place
    if not town or level not in "县镇" or place is None or named.kind != "meeting" or whose(placed.name)[0]:
        return False
    towns = re.findall(f"[一-鿿]+?(?={level})", re.split("[省市区]", place.text)[-1])
    return bool(towns) and not any(told.endswith(town) for told in towns)


_SLOGAN = re.compile(r"“([^“”]{2,12})”[^“”]{0,4}$")


def _same_slogan(one: Record, other: Record) -> bool:
    """Tell whether two plans of a body in common go by one slogan: 省某协“五大行动”, 某业“五大行动”."""
    said = [m and m[1] for m in (_SLOGAN.search(r.name) for r in (one, other))]
    return one.kind == "plan" and bool(said[0]) and said[0] == said[1] and _share_host(one, other)


def _same_span(one: Record, other: Record) -> bool:
    """Tell whether both last from one day to another and their names are one in letters."""
    letters = letters_of(one.name), letters_of(other.name)
    return _same_days(one, other) and is_within(*sorted(letters, key=len))


def _same_days(one: Record, other: Record) -> bool:
    """Tell whether both last from the same day to the same other."""
    return one.start != one.end and (one.start, one.end) == (other.start, other.end)


_TELLING = 8  # letters of a name that few others have
_IN_ONE_ROOM = 0.55  # alike at least, of two meetings of one day at which one and the same person is told of


_TOUR = re.compile(r"赴[一-鿿、]+(?:考察|游学|研学|研修)")  # 会员企业赴越南考察: any body's


def _of_two_bodies(one: Record, other: Record) -> bool:
    """Tell whether meetings without a count, on days of their own, or study tours are those of hosts with nothing in common."""
    if _TOUR.search(one.name) and _TOUR.search(other.name) and _strangers(one, other):
        return True
    met = one.kind == other.kind == "meeting" and _days(one.start) and _days(other.start)
    own = met and one.start != other.start and not _counted(one, other)
    return bool(own) and _strangers(one, other) and not (_same_people(one, other) or _same_town(one, other))


def _same_speaker(one: Record, other: Record) -> bool:
    """Tell whether meetings of one known day have a person in common."""
    met = one.kind == other.kind == "meeting" and _days(one.start) and one.start == other.start
    return bool(met and {p.name for p in one.people} & {p.name for p in other.people})


def _called_short(one: Record, other: Record) -> bool:
    """Tell whether in one hall, or from one day to one other, a name is the other cut short: 裤博会; or but letters: EGLF 2022."""
    hall = _same_venue(one, other)
    if not (hall or (_same_days(one, other) and not _other_place(one, other))):
        return False
    a, b = sorted((letters_of(one.name), letters_of(other.name)), key=len)
    lettered = hall and any(_LATIN_ALONE.fullmatch(flat(r.name)) for r in (one, other))
    where = "".join(r.place.text for r in (one, other) if r.place)
    names = [r.name for r in (one, other) if letters_of(r.name) == a]
    return lettered or any(_is_cut_short(short, b) for short in (a, *_without_town(names[0], where)))


def _same_venue(one: Record, other: Record) -> bool:
    """Tell whether both are placed in one hall, told in full or short: 云山会展中心, 市会展中心."""
    venues = [_OF_TOWN.sub("", r.place.venue or "") for r in (one, other) if r.place]
    return len(venues) == 2 and min(map(len, venues)) >= _VENUE and is_within(*sorted(venues, key=len))


_OF_TOWN = re.compile(r"^[省市县区镇](?=[一-鿿]{4})")
_VENUE = 4  # characters of a venue that is one, 展览馆 alone is any
_CUT_SHORT = 4
_LATIN_ALONE = re.compile(r"(?:20\d\d\s?)?[A-Za-z]{3,12}(?:\s?20\d\d)?")


_OPEN_SORT = re.compile(r"(?:座谈|推进|调度|工作|对接|推介|动员|部署|交流|现场|分析|发展大)会议?$")


def _of_other_people(one: Record, other: Record) -> bool:
    """Tell whether meetings that any town may hold so called have other people and nothing else in common: 服装企业座谈会."""
    people = [{p.name for p in r.people} for r in (one, other)]
    shared = _share_host(one, other) or _same_town(one, other) or _same_venue(one, other)
    # One that tells its town and another of another day are two, where a like name alone speaks for one.
    any_town = [_by_any_town(r) for r in (one, other)]
    days = _days(one.start), _days(other.start)
    return (
        (all(any_town) or (any(any_town) and all(days) and days[0] != days[1]))
        and all(people)
        and people[0].isdisjoint(people[1])
        and not shared
    )


def _by_any_town(record: Record) -> bool:
    """Tell whether a meeting is named as any town's may be: 服装企业座谈会."""
    name = record.name
    told = year_of(name) or ordinal_of(name) or regions_in(name) or whose(name)[0] or _WIDE.search(name)
    return bool(_OPEN_SORT.search(name)) and not told


# A land wider or otherwise cut than a province: 全国某业现场会, 川渝服装产业对接会.
_WIDE = re.compile(
    r"全国|中国|国际|世界|亚洲|[一-鿿]三角|京津冀|海峡两岸|两岸|湾区|潮汕|闽[南台]|[苏浙皖赣粤湘鄂豫鲁陕甘桂疆][东西南北中]|川渝|沪[苏浙]|苏浙|东北|西[北南]|华[东南北中]"
)


def _same_people(one: Record, other: Record) -> bool:
    """Tell whether two people or more are named in both: on one day they were in one room."""
    return len({p.name for p in one.people} & {p.name for p in other.people}) >= 2


def _called_by_town(short: Record, long: Record) -> bool:
    """Tell whether a name is that of the town in which the other is held on the same day, and its sort or its name cut short."""
    where = long.place and f"{long.place.text}{long.place.venue or ''}"
    if not where or not _days(short.start) or short.start != long.start:
        return False
    told, whole = TOWN_AND_SORT.fullmatch(flat(short.name)), letters_of(long.name)
    if told is not None and told["town"] in where:
        return whole.endswith(letters_of(told["sort"]))
    return any(_is_cut_short(rest, whole) for rest in _without_town(short.name, where))


def _without_town(name: str, where: str) -> Iterator[str]:
    """Yield the letters of a name behind the town it opens with, which some words for a place hold: 石狮海博会."""
    letters = letters_of(name)
    yield from (letters[size:] for size in (2, 3) if letters[:size] in where)


def _is_cut_short(short: str, long: str) -> bool:
    """Tell whether a few letters are those of a name, told short: 海展 of 海峡两岸纺织服装展."""
    return 1 < len(short) <= _CUT_SHORT and short[-1:] == long[-1:] and is_within(short, long)


# From its call to its honours a selection runs for months: its notice is a plan, what is told of it later an event.
_SELECTION = re.compile(r"(?:评选|评定|推选)(?:表彰)?(?:活动|工作)?(?:的?(?:预?通知|公告|函|启事))?$")


def may_take_months(kind: Kind, name: str) -> bool:
    """Tell whether a record is a plan, or a selection that one calls for, which no day bounds."""
    return kind == "plan" or bool(kind == "event" and _SELECTION.search(flat(name)))


def _of_one_round(one: Record, other: Record) -> bool:
    """Tell whether what is told of a yearly selection is told of one year's."""
    a, b = _about(one.start or one.end), _about(other.start or other.end)
    selections = all(_SELECTION.search(flat(r.name)) for r in (one, other))
    near = bool(a and b and abs((a - b).days) <= _A_ROUND)
    return selections and (_counted(one, other) or near)


_A_ROUND = 300  # days within which a selection without its year is that of one year


def _counted(one: Record, other: Record) -> bool:
    """Tell whether both names carry the same count or year, which settles the edition."""
    counts = bool(ordinal_of(one.name)) and ordinal_of(one.name) == ordinal_of(other.name)
    return counts or (year_of(one.name) is not None and year_of(one.name) == year_of(other.name))


def _distinct(one: Record, other: Record) -> bool:
    """Tell whether equal names settle it alone: a count, a year or a plan's own title."""
    return may_take_months(one.kind, one.name) or _counted(one, other)


def _days(value: str | None) -> date | None:
    return date.fromisoformat(value[:10]) if value and re.match(r"\d{4}-\d\d-\d\d", value) else None


def _about(value: str | None) -> date | None:
    """Return the day, or the middle of the month, that a date tells."""
    return _days(f"{value}-15" if value and len(value) == len("2022-04") else value)


def _near_days(one: Record, other: Record) -> bool | None:
    """Tell whether the days are near each other (True), apart (False) or not both known (None)."""
    a, b = _days(one.start or one.end), _days(other.start or other.end)
    if may_take_months(one.kind, one.name):
        return None if not (a and b) or abs((a - b).days) > NEAR_DAYS else True
    if a and b:
        spans = [abs((a - b).days)]
        spans += [0] * any(_within(x, y) or _opens(x, y) for x, y in ((one, other), (other, one)))
        return min(spans) <= NEAR_DAYS or _once_announced(one, other)
    told = one.start or one.end, other.start or other.end
    if _in_months_alike(one.start, other.start):
        return True
    known = [v.lstrip("-") for v in told if v and len(v.lstrip("-")) >= 5]
    if len(known) == 2 and any(v and v.startswith("--") for v in told):
        one_week = known[0][-5:] == known[1][-5:] or _in_one_week(*told)
        return one_week or _once_announced(one, other)
    if one.start and other.start and not one.start.startswith("-") and not other.start.startswith("-"):
        size = min(len(one.start), len(other.start), 10)
        if one.start[:size] == other.start[:size]:
            return True if size >= 7 else None
        return None if size < 7 else False
    return None


_DAY_TOLD = re.compile(r"(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?")


def _once_announced(one: Record, other: Record) -> bool:
    """Tell whether the day of one is that for which the other, moved since, was announced within the same year."""
    return _dropped_day(one, other) or _dropped_day(other, one)


def _dropped_day(told: Record, moved: Record) -> bool:
    day, years = (told.start or "")[-5:], {(r.start or "-")[:4] for r in (told, moved)}
    if (
        len(moved.articles) < 2
        or len(told.start or "") < len("--08-16")
        or len({*filter(str.isdecimal, years)}) > 1
    ):
        return False
    quotes = (e.quote for e in moved.evidence if e.field == "start")
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
    a, b = (_days(f"2024-{day[1]}" if day else None) for day in told)  # a leap year has every day
    month = re.fullmatch(r"(?:\d{4}-(\d\d)--\1-\d\d|--(\d\d)-\d\d\d{4}-\2)", f"{one}{other}")
    return bool(month or (a and b and abs((a - b).days) <= NEAR_DAYS))


_LASTS = 10  # days within which a fair that one tells of as it opens is the one that another saw close


def _opens(opening: Record, closing: Record) -> bool:
    """Tell whether one tells of an event as it opens and the other as it closes, each with no other day."""
    opened, closed = _days(opening.start), _days(closing.end)
    alone = closing.start is None and opening.end in (None, opening.start)
    if not (opened and closed and alone and opening.kind == closing.kind == "event"):
        return False
    return 0 <= (closed - opened).days <= _LASTS


def _within(one: Record, other: Record) -> bool:
    a, b, c = _days(one.start or one.end), _days(other.start), _days(other.end)
    return bool(a and b and c and b <= a <= c)


def _moved(one: Record, other: Record) -> bool:
    """Tell whether a postponement or cancellation explains days that lie apart, for one edition or year."""
    a, b = _about(one.start), _about(other.start)
    if ordinal_of(one.name) and ordinal_of(one.name) == ordinal_of(other.name):
        return a is None or b is None or abs((a - b).days) <= MOVED_DAYS
    if not {one.status, other.status} & {"postponed", "cancelled"}:
        return False
    told_once = bool(year_of(one.name)) != bool(year_of(other.name)) or bool(ordinal_of(one.name)) != bool(
        ordinal_of(other.name)
    )
    most = MOVED_DAYS if _counted(one, other) else _MOVED_UNCOUNTED if told_once else -1
    return most >= 0 and (a is None or b is None or abs((a - b).days) <= most)


def _of_like_years(one: Record, other: Record) -> bool:
    """Tell whether the years of both are known, by name or day, and no further apart than a thing is put off."""
    years = [year_of(r.name) or int((r.start or "-")[:4].strip("-") or 0) for r in (one, other)]
    most = 0 if "cancelled" in (one.status, other.status) else 1
    return all(year > _FIRST_YEAR for year in years) and abs(years[0] - years[1]) <= most


_FIRST_YEAR = 1900  # --12-20 tells none


def _most_alike(one: Record, other: Record) -> float:
    """Compare two records by those of their names that are most alike."""
    briefly = any(letters_of(a.name) in map(letters_of, b.aliases) for a, b in ((one, other), (other, one)))
    return max(_LETTERED_ALIKE * briefly, *(_alike(a, b) for a in _told_as(one) for b in _told_as(other)))


_SORT_OF_PAPER = re.compile(r"(?:行动|实施|工作)?(?:计划|方案)$")


def _same_but_ahead(one: Record, other: Record) -> bool:
    """Tell whether in one hall on one day two names differ but in the lands they open with: 甲省—乙地某业对接会, 甲乙某业对接会."""
    if not (_days(one.start) and one.start == other.start and _same_venue(one, other)):
        return False
    a, b = letters_of(one.name), letters_of(other.name)
    common = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(a), reversed(b), strict=False))
    )
    return common >= _TELLING and max(len(a), len(b)) - common <= _LANDS


_LANDS = 6  # letters at most of the lands a name opens with


def _renamed(one: Record, other: Record) -> bool:
    """Tell whether a draft came out as a paper of another sort: …行动计划(征求意见稿), …行动方案, of one place and period."""
    letters = [letters_of(_PERIOD.sub("", r.name)) for r in (one, other)]
    stems = {_SORT_OF_PAPER.sub("", words) for words in letters}
    drafted = "draft" in (one.status, other.status) or any(
        "意见稿" in e.quote for r in (one, other) for e in r.evidence
    )
    sorts = all(map(_SORT_OF_PAPER.search, letters))
    return one.kind == "plan" and drafted and sorts and len(stems) == 1 and len(min(stems)) >= _TELLING


_PERIOD = re.compile(r"[((]20\d\d年?[-—–至~ ]+20\d\d年?[))]")


def _told_as(record: Record) -> tuple[str, ...]:
    """Return the names of a record, and of what is held as one (某博览会暨某时尚周) those of its parts."""
    parts = (part for name in _names(record) if "暨" in name for part in name.split("暨"))
    return (*_names(record), *(part for part in parts if len(letters_of(part)) >= _TELLS_PART))


def _alike(one: str, other: str) -> float:
    """Compare two names by letters: 1 where one is told within the other, less where words are exchanged."""
    bare = tuple(map(letters_of, folded(one, other, CUP)))
    told = bare if min(map(len, bare)) >= _TELLS_CONTEST else map(letters_of, (one, other))
    a, b = sorted(told, key=len)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    if any((called := called_by(x)) and called in y for x, y in ((one, other), (other, one))):
        return _LETTERED_ALIKE
    if any(m and m[0] in y for x, y in ((one, other), (other, one)) for m in [_LETTERS_TOLD.match(x)]):
        return _LETTERED_ALIKE
    if a.endswith("杯") and a in b:
        return 0.7 + 0.3 * len(a) / len(b)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    exchanged = [(a[i:j], b[k:m]) for op, i, j, k, m in matcher.get_opcodes() if op == "replace"]
    covered = sum(block.size for block in matcher.get_matching_blocks())
    if not exchanged and (len(a) >= 4 or (_SORT_ALONE.fullmatch(a) and b.endswith(a))):
        return 0.7 + 0.3 * covered / len(b) if covered == len(a) else 0.5 + 0.45 * covered / len(a)
    return 2 * covered / (len(a) + len(b)) - 0.08 * sum(max(len(x), len(y)) for x, y in exchanged)


_TELLS_CONTEST = (
    12  # letters of a contest's name that tell it without its cup: 全国纺织行业“某某杯”织布工职业技能竞赛
)


def _bare(record: Record) -> bool:
    """Tell whether a name says so little that any body may have its like: 三届二次理事会, 年会."""
    return bool(_SORT_ALONE.fullmatch(letters_of(record.name)))


_SORT_ALONE = re.compile(
    "(?:常务)?(?:理事|监事|会长|秘书长)(?:办公)?会|年会|大会|(?:工作|座谈|联席|总结|分析)会"
)


def _on_common_ground(one: Record, other: Record) -> bool:
    """Tell whether meetings named by their sort alone share host, town or people, or their count and day."""
    if _strangers(one, other) or _other_place(one, other):
        return False
    shared = _share_host(one, other) or _same_town(one, other) or _same_people(one, other)
    return shared or (_counted(one, other) and one.start is not None and one.start == other.start)


def _hosts(record: Record) -> set[str]:
    """Return who holds it in letters, the body in its name included."""
    named = body_of(letters_of(record.name))
    holding = (o.name for o in record.organisations if o.role in ("host", "organiser", "issuer"))
    told = {letters_of(_OFFICE.sub("", name)) for name in holding}
    told = {name for name in told if not _ANY_TOWNS.fullmatch(name)}
    return told | {named} if named else told


_OFFICE = re.compile(r"(?<=政府)(?:办公厅|办公室)$")
_ANY_TOWNS = re.compile(r"[省市县区镇]?(?:委|政府|委[省市县区镇]政府)")  # 市政府 is that of any town


def _share_host(one: Record, other: Record) -> bool:
    """Tell whether both have a host in common, in its long or its short form."""
    return any(is_within(*sorted(two, key=len)) for two in product(_hosts(one), _hosts(other)))


def _strangers(one: Record, other: Record) -> bool:
    """Tell whether the hosts of both are known and none is common to them."""
    return bool(_hosts(one) and _hosts(other)) and not _share_host(one, other)


def _same_ground(one: Record, other: Record) -> bool:
    """Tell whether nameless meetings share a host or a place."""
    return _share_host(one, other) or bool(
        one.place
        and other.place
        and one.place.region
        and one.place.city == other.place.city
        and one.start
        and one.start == other.start
    )


# Of which level an authority is: a ministry's call and a province's that answers it are two papers.
_ISSUING = re.compile(
    r"(?:[一-鿿]{2,3}[省市](?=[一-鿿]{2,3}[市县区]))*(?:[一-鿿]{2,3}|[一-鿿]{2,6}自治)?(?P<level>[省市县区])(?=[一-鿿]{0,10}(?:厅|局|委|政府|办))|(?P<state>国务院|国家[一-鿿]|[一-鿿]{2,12}部(?:办公厅)?$)"
)


def _authorities(record: Record) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the levels and the regions of the authorities that issue a paper, and the towns it is of by them or its name."""
    names = [o.name for o in record.organisations if o.role == "issuer"]
    told = [m for m in map(_ISSUING.match, names) if m]
    levels = ("国" if m["state"] else "省" if m[0].endswith("自治区") else m["level"] for m in told)
    regions = (m.place.region for name in names for m in read_places(name)) if told else ()
    towns = (town + level for town, level in map(whose, (*_names(record), *names)) if town)
    return frozenset(levels), frozenset(r for r in regions if r), frozenset(towns)


def _of_a_town(paper: Record) -> bool:
    """Tell whether a paper's name says which place it is of."""
    return bool(whose(paper.name)[0] or regions_in(paper.name))


_SOCIETY = re.compile(r"(?:协会|商会|学会|联合会|促进会|研究会|联盟)$")
_VERSION = re.compile(r"[((](20\d\d)年?版[))]$")


def _other_papers(one: Record, other: Record) -> bool:
    """Tell whether two titles alike are those of other societies, or of another year's version."""
    societies = [
        {letters_of(o.name) for o in r.organisations if o.role == "issuer" and _SOCIETY.search(o.name)}
        for r in (one, other)
    ]
    if all(societies) and not any(is_within(*sorted(two, key=len)) for two in product(*societies)):
        return True
    # A province's 申报 is called for by its cities too; their 推荐 is their own work.
    alike = letters_of(one.name) == letters_of(other.name) and year_of(one.name) == year_of(other.name)
    passed_on = alike and all("申报" in r.name for r in (one, other)) and regions_in(one.name)
    if not passed_on and any(
        a and b and a.isdisjoint(b) for a, b in zip(_authorities(one), _authorities(other), strict=True)
    ):
        return True
    if _of_a_town(one) != _of_a_town(other) and _days(one.start) and _days(other.start):
        # 海湾县帽业八条措施 and any county's 支持帽业发展若干措施 of another day.
        alike = letters_of(one.name) == letters_of(other.name) or _share_host(one, other)
        return one.start != other.start and not alike
    for new, old in ((one, other), (other, one)):
        told = _VERSION.search(new.name)
        if told and not _VERSION.search(old.name) and (old.start or "9")[:4] < told[1]:
            return True
    return False


_FIVE_YEARS = re.compile("十[一二三四五]五")


def _other_version(one: Record, other: Record, near: bool | None) -> bool:
    """Tell whether two papers of one title, told years apart, are two versions of it: a standard is revised under its name."""
    a, b = _about(one.start), _about(other.start)
    apart = near is False or bool(a and b and abs((a - b).days) > PAPER_LIVES)
    term = _FIVE_YEARS.search(one.name), _FIVE_YEARS.search(other.name)
    told = term[0] and term[1] and term[0][0] == term[1][0]
    numbered = one.document == other.document and bool(one.document) and one.document != one.name
    return apart and not (told or _counted(one, other) or numbered)


def _same_town(one: Record, other: Record) -> bool:
    return bool(one.place and other.place and one.place.city and one.place.city == other.place.city)


def _other_place(one: Record, other: Record) -> bool:
    """Tell whether both places are known and lie in different provinces or cities, neither read off the name alone."""
    a, b = one.place, other.place
    if a is None or b is None or any(_in_name(r) for r in (one, other)):
        return False
    return bool((a.region and b.region and a.region != b.region) or (a.city and b.city and a.city != b.city))


def _in_name(record: Record) -> bool:
    """Tell whether all that is known of a fair's place is the town that its name opens with, which it may leave: 海宁时尚周."""
    place = record.place if record.kind == "event" else None
    return bool(
        place and place.venue is None and flat(record.name).startswith(place.text.rstrip("省市县区镇"))
    )


def _other_ground(one: Record, other: Record) -> bool:
    """Tell whether place or hosts speak against it: another city, or known hosts with none in common."""
    return _other_place(one, other) or (_strangers(one, other) and not _counted(one, other))


# --- one record out of two -----------------------------------------------------------------------

_STAGE: dict[Status | None, int] = {
    None: 0,
    "draft": 1,
    "upcoming": 1,
    "published": 2,
    "ongoing": 3,
    "postponed": 4,
    "cancelled": 5,
    "held": 6,
}


def merged(old: Record, new: Record) -> Record:
    """Make one record of two that are the same; the id of the old one stays.

    A field comes from the record that tells it better: the later stage for dates (a postponed event has its
    new date), the more exact one, then the more confident. Evidence of both is kept, with its article, so
    that a conflict stays visible.
    """
    old, new = _called_for(old, new), _called_for(new, old)
    ahead, behind = (new, old) if _stage(new) > _stage(old) else (old, new)
    first, second = _better(ahead, behind)
    lead = max((old, new), key=lambda r: (len(r.name), r is old))
    name = lead.name if ahead.status == "draft" else _DRAFT.sub("", lead.name)
    return replace(
        old,
        kind=old.kind,
        name=name,
        aliases=_union(n for n in (*old.aliases, *new.aliases, old.name, new.name) if n != name),
        status=ahead.status,
        start=first.start,
        end=_last(first, second),
        time_text=first.time_text or second.time_text,
        date_basis=first.date_basis,
        deadline=ahead.deadline or behind.deadline,
        place=ahead.place if _moved_away(ahead, behind) else _place(ahead.place, behind.place),
        organisations=_organisations(old, new),
        people=_people(old, new),
        items=max(old.items, new.items, key=len),
        figures=tuple({f.label: f for f in (*behind.figures, *ahead.figures)}.values()),
        series=_series(old, new),
        parent=old.parent or new.parent,
        document=old.document or new.document,
        evidence=_union((*_cited(old), *_cited(new))),
        articles=_union((*old.articles, *new.articles)),
        confidence=max(old.confidence, new.confidence),
    )


def _stage(record: Record) -> tuple[int, str]:
    """Rank how far a thing is told to have come: what is put off again goes to the later day."""
    return _STAGE[record.status], (record.start or "") if record.status == "postponed" else ""


def _called_for(plan: Record, event: Record) -> Record:
    """Take the notice of a selection for the selection, told ahead: the day of a notice is none of it."""
    if plan.kind != "plan" or event.kind == "plan":
        return plan
    return replace(
        plan,
        kind=event.kind,
        name=event.name,
        aliases=(*plan.aliases, plan.name),
        status="upcoming",
        start=None,
        end=None,
        time_text=None,
        date_basis=None,
        evidence=tuple(e for e in plan.evidence if e.field not in _DAYS_TOLD),
    )


_DAYS_TOLD = ("start", "end", "time_text", "date_basis")


def _better(ahead: Record, behind: Record) -> tuple[Record, Record]:
    """Choose whose dates stand: a dropped date never, else the more exact, the later stage, the surer."""
    if ahead.status in ("postponed", "cancelled") and behind.status != "held":
        return ahead, behind
    if _exact(ahead.start) != _exact(behind.start):
        return (ahead, behind) if _exact(ahead.start) > _exact(behind.start) else (behind, ahead)
    if ahead.status == behind.status and behind.confidence > ahead.confidence:
        return behind, ahead
    return ahead, behind


_DRAFT = re.compile(r"\((?:征求意见稿|公开征求意见稿|讨论稿|送审稿|草案|审议稿)\)$")


def _last(first: Record, second: Record) -> str | None:
    """Return the last day: of two that begin on one day the one that tells how long it lasts."""
    only_opened = first.start == second.start and first.end in (None, first.start)
    return second.end or first.end if only_opened and _days(first.start) else first.end


def _exact(value: str | None) -> int:
    """Rank a date: none, a year, a day without its year, a month, a day."""
    if not value:
        return 0
    return 2 if value.startswith("-") else {4: 1, 7: 3}.get(len(value), 4)


def _moved_away(ahead: Record, behind: Record) -> bool:
    """Tell whether what was put off was moved to another town with it."""
    return "postponed" in (ahead.status, behind.status) and _other_place(ahead, behind)


def _place(one: Place | None, other: Place | None) -> Place | None:
    if one is None or other is None:
        return one or other
    best, rest = sorted(
        (one, other),
        key=lambda p: (p.venue is not None and p.venue != p.city, p.region is not None, len(p.text)),
        reverse=True,
    )
    return best if best.region else replace(best, region=rest.region, city=rest.city)


def _union(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))


def _organisations(old: Record, new: Record) -> tuple[Organisation, ...]:
    """Join the bodies; one that both name counts once, with its longer name."""
    found: dict[tuple[str, str], Organisation] = {}
    for body in (*old.organisations, *new.organisations):
        key = (letters_of(body.name), body.role)
        if key not in found or len(body.name) > len(found[key].name):
            found[key] = body
    return tuple(found.values())


_ACTIVE = ("moderator", "speaker", "awardee", "attendee", "other")


def _people(old: Record, new: Record) -> tuple[Person, ...]:
    """Join the people by name, each with what they did most and all their posts."""
    found: dict[str, Person] = {}
    for person in (*old.people, *new.people):
        known = found.get(person.name)
        if known is None:
            found[person.name] = person
            continue
        role = min(known.role, person.role, key=_ACTIVE.index)
        found[person.name] = replace(known, role=role, posts=known.posts or person.posts)
    return tuple(found.values())


def _series(old: Record, new: Record) -> Series:
    return Series(old.series.name or new.series.name, old.series.edition or new.series.edition)


def _cited(record: Record) -> tuple[Evidence, ...]:
    """Return the evidence with its article; a record of one article need not have said it before."""
    source = record.articles[0] if record.articles else None
    return tuple(e if e.article else replace(e, article=source) for e in record.evidence)


# --- what follows what ---------------------------------------------------------------------------


def follows(later: Record, earlier: Record) -> Follow | None:
    """Tell whether one record carries on what another began.

    Args:
        later: the record of the newer article.
        earlier: a record known before.

    Returns:
        ``edition`` where it is a later edition of the same series, ``stage`` where it tells how a plan (or
        what was planned) went on: passed, explained, under way, done. None where they have nothing to do
        with each other or are the same record.
    """
    if later.id == earlier.id or same(later, earlier):
        return None
    if earlier.kind == "plan":
        return "stage" if _speaks_of(later, earlier) else None
    return "edition" if later.kind != "plan" and _next_edition(later, earlier) else None


def _speaks_of(later: Record, plan: Record) -> bool:
    title = letters_of(plan.name)
    told = [*_names(later), *later.items, later.document or "", *(e.quote for e in later.evidence)]
    return len(title) >= 6 and any(title in letters_of(words) for words in told)


def _next_edition(later: Record, earlier: Record) -> bool:
    one, other = (
        later.series.name or series(later.name).name,
        earlier.series.name or series(earlier.name).name,
    )
    counted = later.series.edition is not None and earlier.series.edition is not None
    if counted and one and other and letters_of(one) == letters_of(other):
        return (later.series.edition or 0) > (earlier.series.edition or 0)
    years = year_of(later.name), year_of(earlier.name)
    return bool(
        years[0] and years[1] and years[0] > years[1] and letters_of(later.name) == letters_of(earlier.name)
    )
