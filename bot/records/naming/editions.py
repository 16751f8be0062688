"""Which of its series a name tells: the edition (第25届, 首届, 四届四次), the year, and the series itself."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.records.model import Series
from bot.records.rules import branched
from bot.records.text import flat, with_years_in_figures

EDITION = branched(
    r"(?:第[0-9一二三四五六七八九十百零]+|首|[一二三四五六七八九十]+)(?:届|次|期|回|站|季(?!度))|(?<!\d)(?:19|20)\d\d(?!\d)年?"
)
_NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_COUNTED = branched(r"第?(?P<n>\d{1,3}|[一二三四五六七八九十百零]{1,5}|首)(?:届|次|期|回)")
_YEARS = re.compile(r"(?<!\d)(19\d\d|20[0-3]\d)(?!\d)年?度?")


def ordinal(words: str) -> int:
    """Read 25, 二十五, 一百零八 or 首."""
    if words.isdecimal():
        return int(words)
    if words == "首":
        return 1
    hundreds, _, rest = words.rpartition("百")
    tens, ten, ones = rest.strip("零").partition("十")
    value = (_NUMERALS.get(hundreds, 0)) * 100
    if not ten:
        return value + _NUMERALS.get(tens, 0)
    return value + _NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(ones, 0)


def series(name: str) -> Series:
    """Read the series and the edition out of a name: 第25届中国国际服装服饰博览会 is the 25th of its series."""
    match = _COUNTED.search(flat(name))
    if match is None:
        return Series()
    rest = flat(name)[: match.start()] + flat(name)[match.end() :]
    return Series(
        _YEARS.sub("", re.sub(r"^[“\"].{1,12}杯[”\"]", "", rest)).strip(" 、“”"), ordinal(match["n"])
    )


@lru_cache(maxsize=1024)
def ordinal_of(name: str) -> tuple[int, ...]:
    """Read every count in a name: 四届四次 gives (4, 4), 第25届 (25,), none ()."""
    return tuple(ordinal(m["n"]) for m in _COUNTED.finditer(flat(name)))


@lru_cache(maxsize=1024)
def year_of(name: str) -> int | None:
    """Read the year a name carries: 2013全国纺织产业集群工作会议."""
    match = _YEARS.search(with_years_in_figures(in_seasons(flat(name))))
    return int(match[1]) if match else None


_SEASON = re.compile(r"春夏|秋冬|[春秋](?=季|[博交]会|展|\))")


_LETTERED_SEASON = re.compile(r"(?<![A-Za-z])(?:(?P<spring>S/?S)|[AF]/?W)\s?[’']?(?P<year>\d\d)(?!\d)")


def in_seasons(name: str) -> str:
    """Return a name with the year and season that letters tell in words: SS26厦门时装周 is 2026春夏厦门时装周."""
    return _LETTERED_SEASON.sub(lambda told: f"20{told['year']}{'春夏' if told['spring'] else '秋冬'}", name)


@lru_cache(maxsize=1024)
def tell_two_editions(one: str, other: str) -> bool:
    """Tell whether two names bear other counts, years or seasons: 2013年某博览会(秋冬), 2014某博览会(春夏)."""
    counts = ordinal_of(one), ordinal_of(other)
    if all(len(c) == 1 for c in counts) and counts[0] != counts[1]:
        return True
    if year_of(one) and year_of(other) and year_of(one) != year_of(other):
        return True
    seasons = [{found[0][0] for found in _SEASON.finditer(flat(name))} for name in (one, other)]
    return all(seasons) and seasons[0].isdisjoint(seasons[1])
