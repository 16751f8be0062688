"""The years a text gives to its dates that tell none: by a name, a report, a plan, or what the text reckons up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from bot.records.rules import Rule
from bot.records.text import any_of, flat, with_years_in_figures
from bot.records.time.moments import FIVE_YEAR_PLANS, QUARTERS, TimeMention, number

_NAME_YEAR = re.compile(r"(?<![\d.\-〔\[到至])((?:19|20)\d\d)(?!\d|[-.]\d)\s?(年度|年)?")
# 《某产业白皮书(2025)》发布: a paper's year is not that of its day.
_A_PAPER = re.compile(r"《[^《》]*》")
_WORK_AHEAD = re.compile(r"[一-鿿]{0,6}(?:思路|工作|重点|任务|计划|打算|要点|方向|目标|安排|蓝图)")
_YEAR_END = re.compile(r"总结|表彰|颁奖|述职|工作报告|财务报告|盘点|答谢")


@lru_cache(maxsize=64)
def year_of_name(name: str, month: int | None = None) -> int | None:
    """Return the year an event of this name and month was held in.

    A 2015年度总结会 in January is of 2016; a 2020年年会 in December is of 2020.
    """
    words = _A_PAPER.sub("", with_years_in_figures(flat(name)))
    found = _NAME_YEAR.search(words)
    if found and month and month >= _LATE and _WORK_AHEAD.match(words, found.end()):
        return None  # 11月16日,某会研究2026年思路: of this year or that one
    if not found or re.search(r"(?:19|20)\d\d\s?年?\s?-+\s?(?:19|20)\d\d", flat(name)):
        return None
    year = int(found[1])
    backward = found[2] == "年度" or _YEAR_END.search(name)
    return year + bool(backward and month and month <= 4)


_EVENT_END = any_of(("大会", "会议", "年会", "论坛", "峰会", "博览会", "展览会", "交易会", "服博会", "时装周", "时尚周", "大赛", "活动", "联展", "发布会", "对接会", "座谈会", "理事会", "工作会", "颁奖典礼", "服装节", "时装节", "文化节", "订货会", "专项赛", "邀请赛", "决赛", "大奖赛", "挑战赛", "竞赛", "嘉年华", "购物节", "采购节", "艺术节", "电商节", "纺织展", "面料展", "服装展", "家纺展", "纱线展", "机械展", "纺机展", "染料展", "面辅料展", "洽谈会", "推介会", "研讨会", "交流会"))  # fmt: skip
_NAMED_YEAR = Rule(
    rf"(?<![\d.〔\[])(?<!(?<!-)-)(?:19|20)\d\d\s?年?(?!度|\s?\d{{1,2}}月|[-至]|(?:/\d\d)?年?(?:春|秋))[^\s,。;、:!?《]{{0,36}}?{_EVENT_END}(?!员)"
)
# The letters of a fair with its year: FEIE′2002, CHIC 2015; those of a standard are no fair's.
_CODED_YEAR = Rule(
    r"(?<![A-Za-z/])(?!ISO|GB|FZ|QB)[A-Z]{4,14}\s?['′’‘]?\s?(?P<coded>(?:19|20)\d\d)(?![\d.:/-])"
)
_CODED_SHORT = Rule(r"(?<=[(（])[A-Z]{4,14}\s?['′’‘]?(?P<short>[0-3]\d)(?=[)）])")  # (CINTE23)
_REPORT_YEAR = Rule(r"((?:19|20)\d\d)\s?年度?(?:[一-鿿]{0,6}工作报告|工作总结|度总结)")
_PAST_NAME = re.compile(r"(?:去年|上届|曾|回顾|历届|自)[^。]{0,12}$")


_FIRST_EDITION = re.compile("首届|第[一1]届|首次|首办")
_LATER_EDITION = re.compile(
    r"第(?:[二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?|[2-9]|\d{2})届"
)


# A year that a text has come to, by its story: 2005年他当上了副会长; no aim (到2030年), and none of a document.
_COME_TO = re.compile(
    r"(?:^|[,。;\n“])\s*((?:19|20)\d\d)年,?(?!\s?\d{1,2}月|[度底末春夏秋冬前~-]|.{0,6}(?:将|拟|计划|规划|目标|力争|会|展|赛))"
)


class Years:
    """The text's years: of dates, named events, the yearly report, and what else tells one; each is read when asked for.

    Args:
        text: in one width, its years in figures.
        mentions: its times, as their words stand.
    """

    def __init__(self, text: str, mentions: Sequence[TimeMention]) -> None:
        self._text = text
        self._mentions = mentions
        self._dated = [
            (m.begin, m.first.year, m.first.month)
            for m in mentions
            if m.first.year
            and m.first.month
            and m.role in {"event", "deadline"}
            and not _OF_NEXT.search(text, max(0, m.begin - 24), m.begin)
            and not _OF_LAST.match(text, m.end)
        ]
        runs = (m for m in mentions if m.first.year and m.last and m.role == "event")
        self._ends = [
            (end.year, end.month, end.day) for m in runs for end in (m.first, m.last) if end and end.year
        ]

    def of(self, month: int, begin: int, day: int | None = None) -> tuple[int, ...]:
        """Return the years that a month told at a place may be of: of dates those up to its line's end.

        1月5日,…落幕。从2020年12月24日至2021年1月5日,…: the first or last day of a run told with its years is of that one.
        """
        text = self._text
        if day and len(ends := {year for year, *rest in self._ends if rest == [month, day]}) == 1:
            return tuple(ends)
        if len(self._this_year) == 1:
            return tuple(self._this_year)
        if len({year for _, year, _ in self._dated}) == 1:
            at, year, first = self._dated[-1]
            if _ROUND_THEN.search(text, max(0, at - 4), at + 40) and _FINAL_ON.match(text, begin):
                return (year + (month <= first),)
            at, year, first = self._dated[0]
            if _TO_COME.search(text, max(0, at - 4), at) or _MEETS_PRESS.search(text, begin, begin + 60):
                return (year - (month > first),)
            if at < text.find("\n", begin) % (len(text) + 1):
                return (year,)
        if report := _REPORT_YEAR.search(text):
            return (int(report[1]) + (month <= 6),)
        if self._named:
            passed = any(int(y) > self._named[0] for y in _COME_TO.findall(text))
            return (self._named[0],) if len(set(self._named)) == 1 and not passed else ()
        if month >= _LATE and (ahead := _year_ahead(text)):
            return (ahead - 1,)
        return _opening_year(self._mentions) or self._near(month) or self._reasoned

    @cached_property
    def _this_year(self) -> set[int]:
        explained = {
            int(m["told"]) + (m["which"] == "去") - (m["which"] == "明")
            for m in _YEAR_EXPLAINED.finditer(self._text)
        }
        return explained or {int(m["year"]) for m in _THIS_YEAR.finditer(self._text)}

    @cached_property
    def _named(self) -> list[int]:
        text = self._text
        # 1991年办起第一届交易会 is no year of the twenty-third; 2015首届某大赛 is held beside it.
        later = _LATER_EDITION.search(text)
        named = (
            n
            for n in _NAMED_YEAR.finditer(text)
            if not (_PAST_NAME.search(text[: n.start()][-14:]) or (later and _FIRST_EDITION.search(n[0], 5)))
        )
        return (
            [int(n.group()[:4]) for n in named]
            or [int(n["coded"]) for n in _CODED_YEAR.finditer(text)]
            or [2000 + int(n["short"]) for n in _CODED_SHORT.finditer(text)]
        )

    @cached_property
    def _reckoned(self) -> list[tuple[int, int]]:
        return [(int(m["year"]), _last_month(m)) for m in _RECKONED.finditer(self._text)]

    def _near(self, month: int) -> tuple[int, ...]:
        if behind := {year for year, last in self._reckoned if month > last}:
            return (max(behind),)
        at_work = {int(m[1]) for m in _YEAR_AT_WORK.finditer(self._text)} if month < _LATE else set()
        return tuple(at_work) if len(at_work) == 1 else ()

    @cached_property
    def _reasoned(self) -> tuple[int, ...]:
        text = self._text
        return (
            _running_year(text)
            or _year_of_age(text)
            or _year_of_plan(text)
            or _year_like_no_other(text)
            or _year_after_figures(text)
        )


_OF_LAST = re.compile(r"[^,。;\n]{0,8}的(?:上一?|前一|首)届")  # 2012年9月的上一届展会
_OF_NEXT = re.compile(r"(?:下一?|次|来)届[^。;\n]*$")  # 下届展会拟于2026年4月移师某地


_YEAR_EXPLAINED = Rule(r"(?P<which>[去今明])年\((?P<told>20\d\d)年?\)")
# 今年4月2021某某时装周春季活动: the year that now is.
_THIS_YEAR = Rule(
    rf"今年(?:\d{{1,2}}月)?[^,。;\n\d]{{0,8}}(?P<year>20\d\d)年?(?=[一-鿿][^\s,。;]{{0,30}}?{_EVENT_END})"
)
# The rounds of a contest go before its final: 截止2022年11月30日,收到作品….
_ROUND_THEN = re.compile(r"截[止至]|收到|报名|投稿|征稿|征集|初赛|初评|复赛|海选")
_FINAL_ON = re.compile(r"[^。\n]{0,90}?(?:决赛|颁奖|揭晓)")
# What is told on the day is yet to come: 发布会15日举行,展会定于2024年3月28日.
_TO_COME = re.compile(r"(?:定|将|拟)(?:于|在)$")
_MEETS_PRESS = Rule(r"[^。\n]{0,50}(?:新闻发布会|通气会|媒体见面会|记者招?待?会)")
_LATE = 11  # from which month on the work of a year may be that of the next
_YEAR_AT_WORK = Rule(
    r"(?<![\d.])((?:19|20)\d\d)年?(?:度)?(?:(?:换届|大会|年会)筹备|[一-鿿]{0,4}(?:工作(?:计划|安排|要点|思路|部署|方向|打算|设想|任务|目标|展望)|重点(?:工作|工程|项目)))"
)
# A part of a year whose figures are told, so that it is over: 2014年一季度, 2018年上半年, 2019年1-9月.
_RECKONED = Rule(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)年?(?:(?P<half>上半年)|第?(?P<quarter>[一二三1-3])季度|前三季度|1\s?-\s?(?P<month>\d{1,2})月)(?!计划|目标|安排|要)"
)


def _last_month(reckoned: re.Match[str]) -> int:
    if reckoned["month"]:
        return int(reckoned["month"])
    return 6 if reckoned["half"] else 3 * QUARTERS[reckoned["quarter"] or "三"]


_BARE_YEAR = Rule(
    r"(?<![\d至\-自从〔\[(])(?<!(?<![说谈讲])到)((?:19|20)\d\d)年(?![\d底末前初以来起至到-]|\s?\d)"
)


def _running_year(text: str) -> tuple[int, ...]:
    """Return the later of two years of which one is looked back on and one ahead: 说起2019年…说到2020年…."""
    told = sorted({int(m[1]) for m in _BARE_YEAR.finditer(text)})
    return (told[1],) if len(told) == 2 and told[1] - told[0] == 1 else ()


# 总结了2017年工作,部署了2018年任务: told at the end of the one or at the beginning of the other.
_LAID_OUT = Rule(
    r"(?:部署|安排|谋划|研究|讨论|商议|确定|明确|提出|规划|布置|展望)了?(?P<year>20\d\d)年(?:度|的|全年)?[一-鿿]{0,8}(?:任务|工作|思路|计划|重点|打算|方向|目标)"
)


def _year_ahead(text: str) -> int | None:
    """Return the year whose work is laid out where that of the year before is summed up."""
    running = _running_year(text)
    laid_out = {int(m["year"]) for m in _LAID_OUT.finditer(text)}
    return running[0] if running and laid_out == set(running) else None


# 商会2004年成立,十年里…; 成立于2004年的协会迎来十周年.
_FOUNDED = Rule(
    r"(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?的?[^,。;\n\d]{0,8}?(?:成立|[创初首始开]办|创建|创立|建会)?(?:以来|至今)?[^。\n\d]{0,16}?"
    r"(?P<age>\d{1,3}|[一二三四五六七八九十]{1,3})(?:周年|年(?=[来里间中]|以来))"
)
_FOUNDING = ("成立", "创办", "创建", "创立", "建会", "初办", "首办", "始办", "开办")


def _year_of_age(text: str) -> tuple[int, ...]:
    """Return the year in which what was founded in a year told is as old as the text tells."""
    ages = (m for m in _FOUNDED.finditer(text) if _is_founded(text, m))
    told = {int(m["year"]) + number(m["age"]) for m in ages}
    return tuple(told) if len(told) == 1 else ()


def _is_founded(text: str, age: re.Match[str]) -> bool:
    return any(word in text[max(0, age.start() - 4) : age.end()] for word in _FOUNDING)


_PLAN_YEAR = Rule(
    r"[“\"]?(?P<plan>十[一二三四五六]?五)[”\"]?(?:规划|时期)?(?:的|实施的?)?(?:(?P<end>收官|最后)|开局|起步|开启|第一|头一|首)(?:之|个)?年"
)
_YEAR_TO_COME = re.compile(r"(?:明年|来年|即将|将|迎接)[^,。;\n]{0,6}$")


def _year_of_plan(text: str) -> tuple[int, ...]:
    """Return the year that is called the first or the last of a five-year plan: “十三五”开局之年."""
    told = {
        FIVE_YEAR_PLANS[m["plan"]] + 4 * bool(m["end"])
        for m in _PLAN_YEAR.finditer(text)
        if m["plan"] in FIVE_YEAR_PLANS and not _YEAR_TO_COME.search(text[max(0, m.start() - 12) : m.start()])
    }
    return tuple(told) if len(told) == 1 else ()


_LIKE_NO_OTHER = Rule(
    r"(?<![\d.至到])(?P<year>(?:19|20)\d\d)年,?(?:对|是|堪称|注定|可谓)(?!去)[^。;\n\d]{0,24}?(?:的一年|之年|年份)"
)


def _year_like_no_other(text: str) -> tuple[int, ...]:
    """Return the one year that is spoken of as now running: 2025年对行业来说是波折的一年."""
    told = {
        int(m["year"])
        for m in _LIKE_NO_OTHER.finditer(text)
        if not _YEAR_TO_COME.search(text, max(0, m.start() - 12), m.start())
    }
    return tuple(told) if len(told) == 1 else ()


# 2014年产量1.8亿件, 发展到2011年的220亿元: the figures of the last whole year.
_FIGURES_OF = Rule(
    r"(?<![\d至自从])(?<!(?<!发展)(?<!增长)(?<!增加)(?<!上升)(?<!扩大)(?<!提高)到)(?P<year>(?:19|20)\d\d)年(?:全年|度)?,?"
    r"(?:[^,。;\n\d将拟力预计]{0,10}?(?:产量|产值|销量|销售|收入|营收|成交|交易|出口|进口|总值|利润|产能|规模|增加值)[^,。;\n\d将拟力预计]{0,8}?|的)"
    r"\d[\d.]*余?[万亿]"
)
_SPEAKS_OF_NOW = re.compile("今年|如今|眼下|目前|当下")
_ANY_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)年")
_AIMED_AT = re.compile(r"力争|目标|计划|规划|预计|争取|确保")


def _year_after_figures(text: str) -> tuple[int, ...]:
    """Return the year after the last of which whole figures are told beside what is now, where no later one is."""
    told = _SPEAKS_OF_NOW.search(text) and [
        int(m["year"])
        for m in _FIGURES_OF.finditer(text)
        if not _AIMED_AT.search(text, max(0, m.start() - 20), m.end())
    ]
    last = max(told or (), default=0)
    return (last + 1,) if last and last == max(int(m[1]) for m in _ANY_YEAR.finditer(text)) else ()


def _opening_year(mentions: Sequence[TimeMention]) -> tuple[int, ...]:
    """Return the year an article opens with, where it tells no other: 2022年对行业来说极不寻常。11月30日,…."""
    told = {m.first.year for m in mentions if m.first.year} | {
        m.last.year for m in mentions if m.last and m.last.year
    }
    first = next((m for m in mentions if m.first.year), None)
    opens = first and first.begin < _OPENING and first.precision == "year" and first.role == "period"
    return (first.first.year,) if first and first.first.year and opens and len(told) == 1 else ()


_OPENING = 6  # characters before a year that still opens the article
