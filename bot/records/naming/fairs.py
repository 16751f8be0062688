"""How a fair is called short: 服装博览会 is 服博会, to a town's paper its one fair 国际时尚周 alone, and some go by Latin letters: ITMA."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from bot.records.text import Span, table

# What the trade shortens: 服装博览会 to 服博会, 国际裤业交易会 to 裤交会.
SHORTENED = {"博览会": "博会", "交易会": "交会", "洽谈会": "洽会", "订货会": "订会", "采购会": "采会"}
# The wares by which alone a fair is called short: 安纺会, 虎服会; 发布会 and 方针会 are other words.
BY_WARE = "(?<!说)(?<!征)(?<!克)服|(?<!方)针|[纺毛皮丝绸麻棉帽袜鞋裤绒绣]"
_ENDS = rf"(?:[博交洽]|{BY_WARE})会"  # the short ends that make a name where nothing explains them
SHORT_FAIR = re.compile(rf"[一-鿿]{_ENDS}")  # 汉博会
SHORT_SHOW = re.compile(rf"[一-鿿]{{1,3}}(?:{_ENDS}|节)")  # 织交会, 毛衣节
# A town's paper calls its own fair short: 服博会下月12日开幕, 国际时尚周昨晚启幕.
TOWNS_OWN = re.compile(
    rf"(?:[一-鿿]{{1,3}}{_ENDS}|(?:国际)?(?:服装|服饰|时装|时尚|家纺|纺织|面料|泳装|皮革|羽绒|丝绸|牛仔|羊绒|毛衫|童装|女装|男装|内衣|袜业|地毯|毛巾|布艺)(?:节|周|文化节|交易会|博览会|订货会|采购节|展销会))"
)


@cache
def lettered_fairs() -> Mapping[str, str]:
    """Return the fairs known by Latin letters, each with what the Chinese name of it holds, if it has one."""
    return {row["letters"]: row["called"] for row in table("lettered_fairs")}


_LATIN = re.compile(r"(?:20\d\d年?\s?)?(?P<letters>[A-Za-z][A-Za-z +&]+[A-Za-z])")


def called_by(name: str) -> str | None:
    """Return what the Chinese name holds of a fair whose name begins with the letters it is known by."""
    opening = _LATIN.match(name)
    return (opening and lettered_fairs().get(opening["letters"].upper())) or None


_LETTER, _LETTERS = re.compile("[A-Za-z]"), re.compile("[A-Za-z][A-Za-z]+")
_IN_LOWER_CASE = 8  # letters at least of a fair that is also written so: intertextile, no chic
_YEAR_AHEAD = re.compile(r"(?<!\d)20\d\d年?\s?$")
_LETTERED_TAIL = re.compile(
    r"(?:\s?20\d\d)?(?:\((?:20\d\d)?[春夏秋冬]{1,2}季?展?\)"
    r"|(?:[一-鿿](?<![在于将与和及的])){0,6}?(?:展览会|展会|(?<![会开参布招组])展)(?![商位区出示开现品馆]))?"
)
# QTAF 2023昨日在杭州落幕: letters and a year that open and close are a fair, known or not.
_LETTERED_AND_HELD = re.compile(
    r"[A-Z]{3,8}\s?20\d\d(?=[^,。;\n]{0,20}?(?:[开闭启落]幕|收官|开展(?!了)|举[行办]|开门|招[商展募]|定档|报名|延期|改期|停办|取消))"
)


@cache
def _by_first_word() -> Mapping[str, Sequence[str]]:
    """Return the lettered fairs by their first word, the longest first."""
    fairs = sorted(lettered_fairs(), key=len, reverse=True)
    return {fair.split()[0]: [f for f in fairs if f.split()[0] == fair.split()[0]] for fair in fairs}


def has_letters(words: str) -> bool:
    """Tell whether words hold the letters that a fair is known by: 国际时尚汇展CENTRESTAGE."""
    return any(m[0].upper() in lettered_fairs() for m in _LETTERS.finditer(words))


def read_lettered(plain: str) -> Iterator[Span]:
    """Yield where the fairs stand that their letters name: ITMA 2023, 2022 CHIC(春季)."""
    for word in _LETTERS.finditer(plain):
        at = word.start()
        fairs = _by_first_word().get(word[0].upper(), ())
        if not fairs and (unknown := _LETTERED_AND_HELD.match(plain, at)):
            yield Span(at, unknown.end())
            continue
        end = next((at + len(f) for f in fairs if plain[at : at + len(f)].upper() == f), None)
        if end is None or _LETTER.match(plain, end) or (word[0].islower() and len(word[0]) < _IN_LOWER_CASE):
            continue
        year = _YEAR_AHEAD.search(plain, max(0, at - 6), at)
        tail = _LETTERED_TAIL.match(plain, end)
        yield Span(year.start() if year else at, tail.end() if tail else end)


_WARE = (
    "棉纺|毛纺|麻纺|纺织|纺机|缝机|面料|辅料|面辅料|纱线|家纺|羽绒|童装|女装|男装|内衣|泳装|皮革|毛衫|毛皮|袜业|地毯|丝绸|"
    "针织|毛巾|布艺|纽扣|校服|牛仔|羊绒|窗帘|鞋服"
)
# 推迟了三个月的中原棉纺会昨天在某展馆开门: a town or season, what is shown and 会, that opens or closes where firms have stands.
_SHORT_AND_HELD = re.compile(
    rf"(?:^|(?<=[的,。;:\n]))(?P<name>(?:(?!本|该|全|各)[一-鿿]{{2,3}}(?:{_WARE})|(?:[一-鿿]{{2}})?[春夏秋冬]季(?!运动|招聘|音乐|茶话)[一-鿿]{{2,3}})会)"
    r"(?=(?:昨[天日]|今[天日]|(?:\d{1,2}月)?\d{1,2}[日号])?(?:[上下]午|晚)?(?:在[^,。;\n]{2,16}?)?(?:正式|如期|顺利)?(?:开门|开幕|开展(?!了)|启幕|揭幕|开馆|开锣|闭幕|落幕|收官|闭馆))"
)
_SHOWN_AT = re.compile("参展|展位|展商|展馆|展出|摊位|成交")


def read_short_held(plain: str) -> Iterator[Span]:
    """Yield where a fair stands that is named by its town or season, its ware and 会 alone as it opens or closes: 中原棉纺会昨天开门."""
    if _SHOWN_AT.search(plain):
        yield from (Span(*m.span("name")) for m in _SHORT_AND_HELD.finditer(plain))
