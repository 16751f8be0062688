"""Which records of several articles are one, and which carries on what another began."""

from __future__ import annotations

import re
from itertools import product
from typing import Literal

from bot.records.merging.apart import (
    LEVEL_ALONE,
    in_other_regions,
    letters_of,
    of_other_ground,
    of_tour_and_of_stop,
    regions_in,
    told_apart,
    whose,
)
from bot.records.merging.ground import (
    by_any_town,
    of_one_day,
    of_other_people,
    of_two_bodies,
    on_common_ground,
    other_ground,
    other_place,
    rounds_elsewhere,
    same_ground,
    same_people,
    same_speaker,
    same_town,
    same_venue,
    sat_once,
    share_host,
    strangers,
)
from bot.records.merging.named import (
    TELLING,
    called_by_town,
    called_short,
    from_the_other_side,
    is_bare,
    most_alike,
    names_of,
    of_other_towns,
    reordered,
    same_but_ahead,
    same_span,
)
from bot.records.merging.near import (
    MOVED_DAYS,
    counted,
    day_of,
    distinct,
    in_its_month,
    may_take_months,
    moved,
    near_days,
    of_like_years,
    of_one_round,
    once_announced,
    within,
    yearless_day,
)
from bot.records.merging.papers import (
    in_other_order,
    of_other_calls,
    other_papers,
    other_version,
    renamed,
    same_slogan,
    same_trades_paper,
    told_by_its_body,
    told_by_trade,
)
from bot.records.model import Record
from bot.records.naming.editions import series, year_of
from bot.records.naming.likeness import is_within
from bot.records.text import flat

Follow = Literal["edition", "stage"]
_IN_ONE_ROOM = 0.55  # alike at least, of two meetings of one day at which one and the same person is told of


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
    if months and "event" in (one.kind, other.kind) and not of_one_round(one, other):
        return False
    papers = one.kind == other.kind == "plan"
    if papers and (other_papers(one, other) or other_version(one, other, near) or of_other_calls(one, other)):
        return False
    if one.kind == "plan" and one.document and one.document == other.document:
        return True
    if _of_the_town_of(one, other) or _of_the_town_of(other, one) or of_other_towns(one, other):
        return False
    if told_apart(one.name, other.name) or any(
        map(of_other_ground, *zip(*product(names_of(one), names_of(other)), strict=True))
    ):
        return False
    if (is_bare(one) or is_bare(other)) and not on_common_ground(one, other):
        return False
    # 全省…座谈会 is that of a province only where a place or host says so.
    if not _ours_alike(one, other):
        return False
    close = near_days(one, other)
    # A tour of a year is none of its stops; of a day on which a stop is, it is told for that stop.
    if close is not True and of_tour_and_of_stop(one.name, other.name):
        return False
    if close is False and not moved(one, other):
        return False
    by_town = called_by_town(one, other) or called_by_town(other, one)
    if by_town or in_other_regions(one.name, other.name):
        return by_town
    in_other_words = (
        renamed(one, other)
        or told_by_its_body(one, other)
        or (near is not False and from_the_other_side(one, other))
        or (near and any(told(one, other) for told in (same_trades_paper, in_other_order, told_by_trade)))
        or same_but_ahead(one, other)
        or reordered(one, other)
    )
    alike = 1.0 if in_other_words else most_alike(one, other)
    if near and same_slogan(one, other):
        return True
    if of_two_bodies(one, other) or of_other_people(one, other):
        return False
    if close is None and one.kind != "plan" and near is not None:
        if not (near or counted(one, other) or (moved(one, other) and of_like_years(one, other))):
            return False
        letters, enough = (6 - (one.kind == "event"), 0.8) if same_town(one, other) else (8, 0.85)
        if (
            near
            and alike >= enough
            and min(len(letters_of(one.name)), len(letters_of(other.name))) >= letters
        ):
            return not other_place(one, other)
    if alike >= 0.95:
        # What is put off may be held elsewhere.
        settled = distinct(one, other) and (len(letters_of(one.name)) >= 8 or moved(one, other))
        settled = settled or of_one_day(one, other)
        if other_place(one, other) and not settled:
            return False
        undated = close is None and not (one.start and other.start) and len(letters_of(one.name)) >= 8
        # 2023某展 told without its day, in the weeks of it.
        undated = undated or (close is None and near is True and one.kind == other.kind == "event")
        # A page without its date, from whoever was there: in that town.
        undated = undated or (close is near is None and same_town(one, other))
        return (
            close is True or undated or distinct(one, other) or same_ground(one, other) or moved(one, other)
        )
    if close is not True:
        told = months or counted(one, other)
        enough = 0.75 if counted(one, other) and share_host(one, other) else 0.8
        settled = alike >= enough if told else alike >= 0.85 and moved(one, other)
        return settled and not other_ground(one, other)
    shared = same_people(one, other) or share_host(one, other)
    if alike >= 0.85:
        # Like meetings of two bodies fall on one week: what is told of other days needs more in common.
        one_day = one.start == other.start or (one.end or "") == other.end or once_announced(one, other)
        # A day amid the days of a fair is one of its own.
        one_day = one_day or (
            one.kind == other.kind == "event" and (within(one, other) or within(other, one))
        )
        one_day = one_day or in_its_month(one, other)
        common = shared or one_day or same_town(one, other) or counted(one, other)
        telling = min(len(letters_of(one.name)), len(letters_of(other.name))) >= TELLING
        placed_apart = other_place(one, other) and not (rounds_elsewhere(one, other) or sat_once(one, other))
        return not placed_apart and (common or telling)
    # Of one body's standards of one day (《再生羽绒》, 《羽绒被芯》) each bears its own title.
    titled = one.kind == "plan" and one.document and other.document
    enough = 0.45 if shared and not titled else _IN_ONE_ROOM if same_speaker(one, other) else 0.75
    enough = (
        enough if one.kind == other.kind or shared else 0.85
    )  # a fair, and the congress of its trade in its days
    return not other_ground(one, other) and (alike >= enough or called_short(one, other))


def namesakes(one: Record, other: Record) -> bool:
    """Tell whether two that have their name and year in common are two: other days and towns or hosts, other issuers or people."""
    if same(one, other):
        return False
    any_town = by_any_town(one) or by_any_town(other)
    if of_other_people(one, other) or of_two_bodies(one, other) or (any_town and other_place(one, other)):
        return True
    if by_any_town(one) and by_any_town(other) and near_days(one, other) is False and not moved(one, other):
        return True  # 服装高质量发展座谈会 in two towns of one city, three weeks apart
    a, b = day_of(one.start), day_of(other.start)
    years_apart = bool(a and b and abs((a - b).days) > MOVED_DAYS)
    apart = years_apart or other_place(one, other) or strangers(one, other)
    return may_take_months(one.kind, one.name) or (apart and bool(a and b) and one.start != other.start)


def likeness(one: Record, other: Record) -> tuple[bool, bool, bool, float, str]:
    """Rank how surely two that may be the same are: near days, one edition or year, one day, letters shared.

    Of several that a day without its year, or a page without a day, may be, the latest is meant.
    """
    near, alike = near_days(one, other) is True, most_alike(one, other)
    one_day = one.start == other.start or yearless_day(one, other) or once_announced(one, other)
    untold = "" if may_take_months(one.kind, one.name) else "--"
    yearless = any((r.start or untold).startswith("--") for r in (one, other))
    latest = max(r.start or "" for r in (one, other)) if yearless else ""
    return near, counted(one, other), near and one_day, alike, latest


_OURS = re.compile(rf"(?:全|我|本)?(?P<level>{LEVEL_ALONE})(?=[一-鿿]{{3}})")


def _undated(name: str) -> str:
    """Return a name without the year it begins with: 2025年全省…, 全省…."""
    return re.sub(r"^20\d\d年?度?", "", flat(name))


def _ours_alike(one: Record, other: Record) -> bool:
    """Tell whether 全省… in one name can be the province in the other: of that level, and on one ground."""
    pairs = ((one, other), (other, one))
    told = [(m["level"], a, b) for a, b in pairs if (m := _OURS.match(_undated(a.name)))]
    if len(told) != 1:
        return True
    level, vague, named = told[0]
    levels = re.findall("[省市县区镇]", _undated(named.name)[:6])
    if day_of(one.start) and one.start == other.start:
        if not regions_in(named.name) or same_venue(one, other) or same_span(one, other):
            return not other_ground(one, other)
        # What a town's paper calls 全省某业座谈会 is 某省某业座谈会.
        letters, placed = letters_of(vague.name), vague.place
        told_in_full = len(letters) >= TELLING and is_within(letters, letters_of(named.name))
        if told_in_full and level in levels[:1] and not (placed and placed.region):
            return not other_place(one, other)
        if placed and {placed.region, placed.city} & regions_in(named.name):
            return True  # of the province it is placed in
    # 全县… and 长兴县… at which one and the same person is told of is one county's.
    in_common = {p.name for p in one.people} & {p.name for p in other.people}
    return (bool(in_common) or same_ground(one, other)) and (not levels or level in levels)


def _of_the_town_of(named: Record, placed: Record) -> bool:
    """Tell whether one is by its name a town's, and the other a like meeting placed in another: 沙家浜镇…座谈会, 常熟市海虞镇."""
    (town, level), place = whose(named.name), placed.place
    if not town or level not in "县镇" or place is None or named.kind != "meeting" or whose(placed.name)[0]:
        return False
    towns = re.findall(f"[一-鿿]+?(?={level})", re.split("[省市区]", place.text)[-1])
    return bool(towns) and not any(told.endswith(town) for told in towns)


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
    """Tell whether a record's names, items or evidence bear a plan's title."""
    title = letters_of(plan.name)
    told = [*names_of(later), *later.items, later.document or "", *(e.quote for e in later.evidence)]
    return len(title) >= 6 and any(title in letters_of(words) for words in told)


def _next_edition(later: Record, earlier: Record) -> bool:
    """Tell whether one is a later edition of the other's series, by count or by the year in its name."""
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
