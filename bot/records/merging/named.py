"""How alike two records are by their names: in full, short, by letters, by the town that one opens with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile

from bot.records.merging.apart import TOWN_AND_SORT, letters_of
from bot.records.merging.ground import other_place, same_town, same_venue
from bot.records.merging.near import day_of, same_days
from bot.records.model import Record
from bot.records.naming.fairs import called_by
from bot.records.naming.likeness import CUP, folded, is_within
from bot.records.text import flat

_LETTERS_TOLD = re.compile(r"[A-Z]{3,8}(?=\s?20\d\d$)")  # EGLF of EGLF 2022
_LETTERED_ALIKE = 0.9  # intertextile春夏面辅料展 and 中国国际纺织面料及辅料(春夏)博览会
_TELLS_PART = 5  # letters of a part of a joint name that tell it: 八届一次理事会 alone is any
TELLING = 8  # letters of a name that few others have
_CUT_SHORT = 4  # letters at most of a name told short, its season aside
_SEASONS = "春夏秋冬"
_LATIN_ALONE = re.compile(r"(?:20\d\d\s?)?[A-Za-z]{3,12}(?:\s?20\d\d)?")
_LANDS = 6  # letters at most of the lands a name opens with
_TELLS_CONTEST = 12  # letters of a contest's name that tell it without its cup


def names_of(record: Record) -> tuple[str, ...]:
    """Return a record's name and those of its other names that are long enough to be compared."""
    return (record.name, *(a for a in record.aliases if len(a) >= 4))


def same_span(one: Record, other: Record) -> bool:
    """Tell whether both last from one day to another and their names are one in letters."""
    letters = letters_of(one.name), letters_of(other.name)
    return same_days(one, other) and is_within(*sorted(letters, key=len))


def called_short(one: Record, other: Record) -> bool:
    """Tell whether in one hall, or from one day to one other, a name is the other cut short: 裤博会; or but letters: EGLF 2022."""
    hall = same_venue(one, other)
    if not (hall or (same_days(one, other) and not other_place(one, other))):
        return False
    a, b = sorted((letters_of(one.name), letters_of(other.name)), key=len)
    lettered = hall and any(_LATIN_ALONE.fullmatch(flat(r.name)) for r in (one, other))
    where = "".join(r.place.text for r in (one, other) if r.place)
    names = [r.name for r in (one, other) if letters_of(r.name) == a]
    return lettered or any(_is_cut_short(short, b) for short in (a, *_without_town(names[0], where)))


def called_by_town(short: Record, long: Record) -> bool:
    """Tell whether a name is that of the town in which the other is held on the same day, and its sort or its name cut short."""
    where = long.place and f"{long.place.text}{long.place.venue or ''}"
    if not where or not day_of(short.start) or short.start != long.start:
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
    """Tell whether a few letters are those of a name, told short: 海展 of 海峡两岸纺织服装展, 画稿会秋 of 某家纺画稿交会秋."""
    few = 1 < len(short.rstrip(_SEASONS)) <= _CUT_SHORT
    return few and short[-1:] == long[-1:] and is_within(short, long)


def most_alike(one: Record, other: Record) -> float:
    """Compare two records by those of their names that are most alike."""
    briefly = any(letters_of(a.name) in map(letters_of, b.aliases) for a, b in ((one, other), (other, one)))
    return max(_LETTERED_ALIKE * briefly, *(_alike(a, b) for a in _told_as(one) for b in _told_as(other)))


def same_but_ahead(one: Record, other: Record) -> bool:
    """Tell whether in one hall on one day two names differ but in the lands they open with: 甲省—乙地某业对接会, 甲乙某业对接会."""
    if not (day_of(one.start) and one.start == other.start and same_venue(one, other)):
        return False
    a, b = letters_of(one.name), letters_of(other.name)
    common = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(a), reversed(b), strict=False))
    )
    return common >= TELLING and max(len(a), len(b)) - common <= _LANDS


_FINAL = re.compile(r"(?:总?决|竞|大)赛$")


def reordered(one: Record, other: Record) -> bool:
    """Tell whether on one day in one town two names say the same in another order: 全国某师职业竞赛决赛, 全国职业竞赛某师决赛."""
    if one.kind != other.kind or not (
        day_of(one.start) and one.start == other.start and same_town(one, other)
    ):
        return False
    short, long = sorted((_FINAL.sub("赛", letters_of(r.name)) for r in (one, other)), key=len)
    return len(short) >= TELLING and not Counter(short) - Counter(long) and short[-1:] == long[-1:]


def from_the_other_side(one: Record, other: Record) -> bool:
    """Tell whether two towns hold one thing, which each tells with its own name first: 渠江—云门对接会, 云门—渠江产业对接会."""
    towns = _two_towns(one), _two_towns(other)
    short, long = sorted((letters_of(r.name) for r in (one, other)), key=len)
    crossed = towns[0] is not None and towns[0] == (towns[1] or ())[::-1]
    return crossed and not Counter(short) - Counter(long) and short[-2:] == long[-2:]


def of_other_towns(one: Record, other: Record) -> bool:
    """Tell whether each is held by two towns, and these are not the same."""
    towns = _two_towns(one), _two_towns(other)
    return towns[0] is not None and towns[1] is not None and sorted(towns[0]) != sorted(towns[1])


def _two_towns(record: Record) -> tuple[str, ...] | None:
    told = _TWO_TOWNS.match(flat(record.name))
    return (told["first"][:2], told["second"]) if told else None


_TWO_TOWNS = re.compile(r"(?P<first>[一-鿿]{2,4})-+(?P<second>[一-鿿]{2})")


def _told_as(record: Record) -> tuple[str, ...]:
    """Return the names of a record, and of what is held as one (某博览会暨某时尚周) those of its parts."""
    parts = (part for name in names_of(record) if "暨" in name for part in name.split("暨"))
    short = (m["short"] for name in names_of(record) if (m := _SHORT_BEHIND.search(flat(name))))
    return (*names_of(record), *(part for part in parts if len(letters_of(part)) >= _TELLS_PART), *short)


# 第五届虎坪家纺博览会(虎家会) goes by what its brackets hold.
_SHORT_BEHIND = re.compile(r"(?<=[会展节周])\((?P<short>[一-鿿]{2,6}[会展节周])\)$")


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


def is_bare(record: Record) -> bool:
    """Tell whether a name says so little that any body may have its like: 三届二次理事会, 年会."""
    return bool(_SORT_ALONE.fullmatch(letters_of(record.name)))


_SORT_ALONE = re.compile(
    "(?:常务)?(?:理事|监事|会长|秘书长)(?:办公)?会|年会|大会|(?:工作|座谈|联席|总结|分析)会"
)
