"""Whether two names of one article mean the same thing, told in other words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from bot.records.naming.editions import ordinal_of, tell_two_editions
from bot.records.places import is_region
from bot.records.text import flat, listed

# 第二届理事会第一次会议 is 二届一次理事会.
SITTING = re.compile(
    r"(?<=[理监]事会|表大会|委员会)第?[一二三四五六七八九十\d]{1,3}次(?:全体|扩大|\(扩大\))*会议$"
)
_NOISE = re.compile(
    r"第?(?:\d{1,3}|[一二三四五六七八九十百零]{1,5}|首)[届期次](?!会)|(?<!\d)(?:19|20)\d\d(?!\d)(?:年(?!会(?![员议])))?度?|[\s“”‘’《》()\"'·\-,、.]|年度"
)


@lru_cache(maxsize=1024)
def bare_letters(name: str) -> str:
    """Return a name's characters without its edition, year and signs, in one way of writing what has several."""
    letters = _NOISE.sub("", SITTING.sub("", flat(name))).replace("服饰", "服装").replace("全国", "中国")
    return (
        _COMMITTEE_SHORT.sub("标委会", letters)
        .replace("审稿会", "审定会")
        .replace("双选会", "招聘会")
        .replace("扩大会议", "扩大会")
        .replace("审查会", "审定会")
    )


def is_within(short: str, long: str) -> bool:
    """Tell whether the characters of one stand in the other in this order."""
    rest = iter(long)
    return all(c in rest for c in short)


# 棉纺织品分标委 is the 棉纺织品分技术委员会.
_COMMITTEE_SHORT = re.compile(r"(?:标准化)?(?:分|标)?技术委员会|分?标委会?")
CONTEST_END = re.compile(
    r"(?:(?:总决赛|决赛|竞赛|比赛|大奖赛|大赛|大?比武)[”]?)+(?:暨?颁奖(?:典礼|仪式|盛典|晚会))?$"
)
_CUP = re.compile(r"[“\"][^”\"]{1,12}杯[”\"]\s?")


_SHORT_FAIR, _FAIR = (
    re.compile(r"(?<!会)展(?=[春夏秋冬]*$)"),
    re.compile(r"(?:博览|展览|展|博)会(?=[春夏秋冬]*$)"),
)


class Fold(NamedTuple):
    """What only one of two names may tell so: by what it is known, and what both are then written without or with."""

    told: re.Pattern[str]
    words: re.Pattern[str]
    instead: str = ""


CUP = Fold(_CUP, _CUP)  # 第三届“某某杯”某大赛, 第三届某大赛
SHOW = Fold(_SHORT_FAIR, _FAIR, "展")  # 某面料展, 某面料博览会


def folded(one: str, other: str, *folds: Fold) -> tuple[str, str]:
    """Return two names, written alike in what only one of them tells so.

    Args:
        one: a name.
        other: another, in either order.
        folds: what to look at, one after the other.
    """
    for told, words, instead in folds:
        if bool(told.search(one)) != bool(told.search(other)):
            one, other = words.sub(instead, one), words.sub(instead, other)
    return one, other


# 秋季纺博会, 某博览会(秋季), 秋冬面料展: wherever it stands; 夏布 is a cloth of ramie.
_SEASON = re.compile(r"^(?P<before>.*?)\(?(?P<season>(?!夏布|冬奥)[春夏秋冬]{1,2})季?\)?(?P<behind>.*)$")


def season_last(name: str) -> str:
    """Return a name with the season of the year, if it tells one, put last; 某博会春季展 is 某博会(春季)."""
    return _SEASON.sub(r"\g<before>\g<behind>\g<season>", _SEASONS_SHOW.sub(r"\g<season>", name))


_SEASONS_SHOW = re.compile(r"(?<=会)(?P<season>[春夏秋冬]{1,2}季?)展会?$")


def season_of(name: str) -> str:
    """Return the season of the year that a name tells, wherever it stands: 春季某展, 某博览会(春季)."""
    told = _SEASON.match(flat(name))
    return told["season"] if told else ""


@lru_cache(maxsize=1024)
def same_name(one: str, other: str) -> bool:
    """Tell whether two names of one article mean the same: equal editions and years, one told in the other."""
    if any(a != b for a, b in zip(ordinal_of(one), ordinal_of(other), strict=False)):
        return False
    if tell_two_editions(one, other):
        return False
    if set(_STAGES.findall(one)) != set(_STAGES.findall(other)):
        return False
    sit = [{m[0][0] for m in _SITS_AS.finditer(flat(name))} for name in (one, other)]
    if all(sit) and sit[0].isdisjoint(sit[1]):
        return False  # 三届一次会员代表大会, 第三届理事会第一次会议
    if any(
        _sits_apart(a, b)
        or is_no_council(a, b)
        or _is_rite_of(a, b)
        or _serves_contest(a, b)
        or is_night_of(a, b)
        for a, b in ((one, other), (other, one))
    ):
        return False
    first, second = folded(_without_level(flat(one)), _without_level(flat(other)), CUP)
    first, second = (season_last(CONTEST_END.sub("赛", name)) for name in (first, second))
    told = folded(first, second, SHOW)
    short, long = sorted(map(bare_letters, told), key=len)
    if len(short) < 3:
        return False
    counts = ordinal_of(one), ordinal_of(other)  # a joint name tells a second one
    counted = all(counts) and all(a == b for a, b in zip(*counts, strict=False))
    if is_within(short, long) or (short[-1] == long[-1] and _alike(short, long, counted=counted)):
        return True
    return _is_seated_alike(short, long, counted=counted)


def _is_seated_alike(short: str, long: str, *, counted: bool) -> bool:
    """Tell whether a name is another's with its town put first: 巴黎某展, 某展览会(巴黎); 河北大营第22届某会, 中国·大营第22届某会."""
    heads = (short[:length] for length in (4, 3, 2))
    seat = next((head for head in heads if is_region(head) or head in _foreign()), "")
    rest = short[len(seat) :]
    told = (counted or seat in long) and bool(seat)
    return told and len(rest) >= _TELLING and is_within(rest, long)


_TELLING = 7  # characters that single a fair out without its town


@cache
def _foreign() -> frozenset[str]:
    return frozenset(listed("foreign"))


_SERVES = re.compile(r"(?:裁判|选手|领队|赛前|技术|筹备|筹委|评委|评审)[一-鿿]{0,6}(?:会议?|培训班?)$")


def _serves_contest(contest: str, sitting: str) -> bool:
    """Tell whether a sitting is held for the contest it is named after: 某竞赛, 某竞赛裁判员工作会议."""
    return bool(CONTEST_END.search(contest) and _SERVES.search(sitting))


_FAIR_END = re.compile(r"(?:[展节周会])[”)]?$")
_NIGHT = re.compile(r"(?:晚宴|晚会|酒会|之夜|盛典)[”]?$")


def is_night_of(fair: str, night: str) -> bool:
    """Tell whether a numbered fair gives its name to an evening within it: 第101届“某会”, “某会·乐织夜”颁奖盛典."""
    if not (ordinal_of(fair) and _FAIR_END.search(fair) and _NIGHT.search(night)) or _NIGHT.search(fair):
        return False
    return bool(_HONOURS.search(night)) or not ordinal_of(night)


_HONOURS = re.compile(r"(?<=[展节周会])(?:颁奖|表彰|之夜)(?:典礼|晚会|盛典)?[”]?$")  # 第五届某节颁奖晚会


_SITS_AS = re.compile(r"会员(?:代表)?大会|[理监]事(?:\(扩大\))?会")
_STAGES = re.compile("反馈|预备")  # sittings before and behind the one they are for
_SITTERS = re.compile("秘书长|会长|主席|主任|理事|监事|筹备")


def _sits_apart(congress: str, sitting: str) -> bool:
    """Tell whether a numbered name is none of the sitting of its officers: 第十一届某地会议, 某地联盟秘书长会议."""
    numbered = ordinal_of(congress) and not ordinal_of(sitting)
    return bool(
        numbered and len(congress) < len(sitting) and _SITTERS.search(sitting)
    ) and not _SITTERS.search(congress)


_COUNTED_COUNCIL = re.compile(r"届.{0,4}次(?:常务)?[理监]事(?:扩大)?会议?$")
_RITE = re.compile(r"(?:典礼|仪式|春茗|晚会|庆典)[”]?$")


def _is_rite_of(council: str, rite: str) -> bool:
    """Tell whether a rite that bears no count is none of a council's counted sittings: 四届三次理事会, 某理事会就职典礼."""
    return bool(_COUNTED_COUNCIL.search(flat(council)) and _RITE.search(flat(rite)) and not ordinal_of(rite))


_BODY_SITS = re.compile(r"(?:协会|商会|学会|联合会|促进会).*(?:[理监]事|会长|秘书长).{0,4}会")
_CONGRESS = re.compile(
    r"^(?!.*(?:协会|商会|学会|联合会|促进会|会员|代表|换届)).{5,}(?:(?<!扩)大会|论坛|峰会)$"
)


def is_no_council(congress: str, council: str) -> bool:
    """Tell whether a trade's congress stands beside the council of a body: 2024中国某业大会, 中国某业协会六届三次理事会."""
    return bool(_CONGRESS.search(flat(congress)) and _BODY_SITS.search(flat(council)) and "暨" not in council)


# 湖南省某协会, no 东北三省某协会
_LEVEL = re.compile(r"(?<=[一-鿿][^一二两三四五六七八九十])[省市](?=[一-鿿]{2,12}(?:协会|商会|学会|联合会))")


def _without_level(name: str) -> str:
    """Write 湖南省服装行业协会 and 湖南服装行业协会 alike."""
    return _LEVEL.sub("", name)


_ALIKE, _ALIKE_IN_COUNT = (
    0.85,
    0.7,
)  # of the pairs of characters in the shorter: 首届某贸易文化展, 首届某交易文化展


def _alike(short: str, long: str, *, counted: bool) -> bool:
    pairs = {short[i : i + 2] for i in range(len(short) - 1)}
    others = {long[i : i + 2] for i in range(len(long) - 1)}
    least = (_ALIKE_IN_COUNT if counted else _ALIKE) * min(len(pairs), len(others))
    return len(pairs & others) >= least and len(short) >= 8


def same_title(one: str, other: str) -> bool:
    """Tell whether two titles are of one paper: the same, one short for the other, or alike and of one version."""
    a, b = sorted((flat(one), flat(other)), key=len)
    bare, full = _bare(a), _bare(b)
    of_a, of_b = _VERSION.findall(a), _VERSION.findall(b)
    return (
        b.endswith(a)
        or (full.endswith(bare) and (of_a == of_b or not (of_a and of_b)))
        or (of_a == of_b and bare[-2:] == full[-2:] and same_name(bare, full))
    )


# 某条件(2017版) and 某条件(2023版), 某暂行办法 and 某办法 are two papers.
_VERSION = re.compile(r"20\d\d(?=年?(?:版|修订))|暂行")


def _bare(title: str) -> str:
    return re.sub(r"\([^()]*\)|关于|印发|《|》|的通知|“|”", "", title)
