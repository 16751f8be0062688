"""When: dates, ranges, clock times, periods and deadlines in a text, and the year they belong to.

A mention is read as the words stand; the year of a bare month and day is settled afterwards, by the
text, the name, and the publication date, in this order. What nothing settles stays ``--12-20``.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from lunardate import LunarDate

from bot.records.model import DateBasis
from bot.records.rules import Choice, Rule, branched
from bot.records.text import any_of, flat, with_years_in_figures

Precision = Literal["day", "third", "month", "quarter", "half", "season", "year", "vague", "duration"]
TimeRole = Literal["event", "deadline", "dateline", "history", "period", "published"]

# A day reported this long after it was held is still the nearest one of that month and day (guide rule 9).
REPORTED_WITHIN = timedelta(days=70)
# An announcement without a year speaks of the next such day, within this time.
ANNOUNCED_WITHIN = timedelta(days=330)


class Moment(NamedTuple):
    """A calendar point as far as the words give it; ``relative`` keeps 今年, 当日, 近日."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    relative: str | None = None

    def iso(self) -> str | None:
        """Return ISO 8601 as exact as known: 2025, 2025-03, --03-10, or None."""
        if self.year is None and self.month is None:
            return None
        head = "-" if self.year is None else f"{self.year:04d}"
        return "-".join([head, *(f"{part:02d}" for part in (self.month, self.day) if part is not None)])

    def as_date(self) -> date | None:
        """Return the day, or None where it is not whole."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


class TimeMention(NamedTuple):
    """Words of a text that say when.

    ``start`` and ``finish`` are ISO 8601 (``--12-20`` without a year); ``finish`` is None for a single day.
    ``clock`` and ``clock_end`` are ``HH:MM``. ``first`` and ``last`` keep what the words alone say.
    """

    begin: int
    end: int
    quote: str
    start: str | None
    finish: str | None
    basis: DateBasis | None
    precision: Precision
    clock: str | None = None
    clock_end: str | None = None
    role: TimeRole = "event"
    announced: bool | None = None
    first: Moment = Moment()
    last: Moment | None = None


_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "O": 0, "两": 2}
_DIGITS |= {str(i): i for i in range(10)}  # 十1月 and other mixtures


def number(words: str) -> int:
    """Read a whole number below a hundred or a year, in digits or Chinese (二十, 廿五, 二〇二三)."""
    words = "".join(words.split()).replace("廿", "二十").replace("卅", "三十")  # 2012|年, torn by a line end
    if words.isdecimal():
        return int(words)
    if "十" in words:
        tens, _, ones = words.partition("十")
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    return int("".join(str(_DIGITS[c]) for c in words))


_YEAR = r"(?:(?<!\d)(?:19|20)\d\d|[一二][九〇零○O0][〇零○O0一二三四五六七八九]{2})\s?年"
_REL_YEAR = "今年|本年度?|明年|来年|去年|前年|后年|当年|同年|次年|上年"
_MONTH = r"(?:(?<![\d.])(?:1[0-2]|0?[1-9])|十[一二]?|[一二三四五六七八九])\s?(?:月份?|(?:(?<=年\d)|(?<=年\d\d))份(?=[在于举召将开上中下底至到,。]))"
_REL_MONTH = "本月份?|当月|同月|上个?月份?|下个?月份?|次月"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])(?!\d)"
_TENS = "三十一?|二?十[一二三四五六七八九]?"  # what a day alone looks like in characters: 十九日
_PART = "上中旬|中下旬|[上中下]旬|月?[初底末]"
_SEP = r"\s?起?(?:-+|至|到)\s?"
_WEEK = r"(?:\s?\((?:星期|周|礼拜)[一二三四五六日天](?:\s?[至-]\s?(?:星期|周)[一二三四五六日天])?\))?"
_HALF_DAY = "上午|下午|中午|早上|晚上|晚间|傍晚|凌晨|清晨|[早晚]"
_HM = r"\d{1,2}(?::\d\d(?::\d\d)?|[时点](?!建议|意见|要求|希望|看法)(?:\d{1,2}分?|半|整)?)"
_CLOCK = (
    rf"(?:[\s,]{{0,2}}(?P<half>{_HALF_DAY})(?:\s?(?P<hm>{_HM}))?|[\s,]{{1,2}}(?P<hm0>{_HM})|(?P<hm1>{_HM}))"
    rf"(?:{_SEP}(?P<half2>{_HALF_DAY})?\s?(?P<hm2>{_HM}))?"
)

_CALENDAR = (
    rf"(?:(?P<y>{_YEAR}|{_REL_YEAR}|(?<![\d])(?:[0-4]|1[01])\d年(?=\s?\d{{1,2}}\s?月))的?\s?)?"
    rf"(?P<m>{_MONTH}|{_REL_MONTH})\s?"
    rf"(?:(?P<p>{_PART})|(?P<d>{_DAY})\s?(?:[日号]|(?={_SEP}(?:{_MONTH})?\s?{_DAY}\s?[日号])|(?=[、,和]{_DAY}[日号])))?"
    + _WEEK
)
_TAIL = (
    rf"(?:{_SEP}(?:(?P<y2>{_YEAR}|明年|次年|来年|翌年)\s?)?(?:(?P<m2>{_MONTH})\s?)?(?:(?P<d2>{_DAY})\s?[日号]|(?P<p2>{_PART}))?(?<=[月份日号旬初底末])"
    rf"|[、,和及](?P<d3>{_DAY})[日号])" + _WEEK
)
# A name is given to each family; the reader of that name below takes its match.
_FAMILIES: dict[str, str] = {
    "lunar": r"(?:农历|阴历|旧历)\s?(?:(?P<ly>(?:19|20)\d\d年|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年))?"
    r"(?P<lm>正|[一二三四五六七八九十]|十[一二]|冬|腊)月(?P<ld>初[一二三四五六七八九十]|[十廿][一二三四五六七八九]|二?三?十[一二三四五六七八九]?)日?",
    "calendar": rf"{_CALENDAR}(?:{_TAIL})?(?:{_CLOCK})?",
    "slip": rf"(?:(?P<slipyear>{_YEAR})|(?<![\d.年月]))(?P<sm>1[0-2]|0?[2-9](?=[0-3])|0[1-9])(?P<sd>3[01]|[12]\d|0[1-9])日(?![内前元游均])(?:{_SEP}(?P<se>{_DAY})[日号])?",
    "spaced": r"(?<!\d)(?P<sy>20\d\d)\s{1,2}(?P<sm2>1[0-2]|0?[1-9])\s{1,2}(?P<sd2>3[01]|[12]\d|0?[1-9])日",
    "compact": rf"(?<!\d)(?P<cy>20\d\d)(?P<cm>0[1-9]|1[0-2])(?P<cd>0[1-9]|[12]\d|3[01])(?:日?{_SEP}(?P<ce>{_DAY}))?日",
    "numeric": r"(?<![\d.\-/])(?P<ny>(?:19|20)\d\d)(?P<ns>[-/.])(?P<nm>1[0-2]|0?[1-9])(?P=ns)(?P<nd>3[01]|[12]\d|0?[1-9])(?![\d/])"
    rf"(?:{_SEP}(?:(?P<ny2>(?:19|20)\d\d)(?P=ns))?(?:(?P<nm2>1[0-2]|0?[1-9])(?P=ns))?(?P<nd2>3[01]|[12]\d|0?[1-9])(?![\d:/]))?"
    r"日?(?:[\sT]+(?P<nhm>\d{1,2}:\d\d)(?::\d\d)?)?",
    "dotted": r"(?<!\d)(?P<ty>(?:19|20)\d\d)年\s?(?P<tm>1[0-2]|0?[1-9])\.(?P<td>3[01]|[12]\d|0?[1-9])(?![\d.%])(?:-+(?:(?P<tm2>1[0-2]|0?[1-9])\.)?(?P<td2>3[01]|[12]\d|0?[1-9])(?![\d.%亿万]))?",
    "years": r"(?<![\d.\-])(?P<ya>(?:19|20)\d\d)[^\S\n]?年?度?(?:"
    + _SEP
    + r")?(?<!年)(?P<yb>20\d\d)(?!\d|-\d)\s?年?|"
    r"(?<![\d.\-])(?P<ya2>(?:19|20)\d\d)\s?年"
    + _SEP
    + r"(?P<yb2>20\d\d)\s?年|(?<!\d)(?P<ya3>20\d\d)/(?P<yb3>\d\d)(?=年度)年度",
    "five": r"[“\"']?(?P<fv>十[一二三四五六七]?五)[”\"'](?:期间|时期)?|(?<![二三四五六七八九])(?P<fv2>十[一二三四五六]五)(?:期间|时期|规划)",
    "part": rf"(?:(?P<py>{_YEAR}|{_REL_YEAR})的?)(?P<pq>上半年|下半年|前?第?[一二三四1-4]个?季度|Q[1-4]|[春夏秋冬]季|暑[期假]|寒假|年?[初底末]|年中(?=[,。、])|中(?=[,。、]))|"
    r"(?P<pq2>上半年|下半年|第[一二三四1-4]季度|前三季度|年[底末初]|年中(?=[,。、前])|岁末|暑[期假])",
    "months": rf"(?:(?P<my>{_YEAR}|{_REL_YEAR})\s?)?(?<![\d.])(?P<ma>1[0-2]|0?[1-9]){_SEP}(?P<mb>1[0-2]|[1-9])\s?月份?(?!\d)|(?P<mf>前[一二两三四五六七八九十\d]{{1,2}}个?月)",
    "year": rf"(?P<yr>{_YEAR})(?!代|级|版|龄)度?|(?P<yrel>{_REL_YEAR})(?!以来)",
    "day": rf"(?<![\d.第每/:])(?P<da>{_DAY})\s?[日号]?(?:{_SEP}(?P<db>{_DAY}))\s?[日号](?![内前楼馆厅线元门游])(?:{_CLOCK.replace('P<', 'P<x')})?"
    rf"|(?:(?<=[于在至到从自])|(?<=[,、。;!?…“)】讯电\s])|(?<!.)|(?<=[一-鿿”》)])(?<![月第每])(?=(?:\d{{1,2}}|{_TENS})日(?:起?在|起于|[上下]午|晚|正式|开幕|启幕|闭幕|落幕|落下|圆满|举[行办]|召开|结束|收官|拉开|亮相|开[赛班馆展营讲]|启动|揭[牌幕]|签约|印发|发布|公布|主持|出席|会见|会晤|率[队团]|赴|宣布|通报|透露|获悉|发出|对外|联合|消息|携|会同|表示|介绍|批准|通过|出台|下发|下达)))(?P<dc>3[01]|[12]\d|[1-9]|{_TENS})日(?![内前元游均])(?:{_CLOCK.replace('P<', 'P<w')})?",
    "near": r"[今昨前明本]\s?\(\d{1,2}\)\s?[日天](?:上午|下午|晚上?)?|(?:今|昨|前|明|后|当|次|翌|同)[日天](?:上午|下午|中午|晚上?|凌晨|起)?|[今昨明当]晚|[今昨]夜|昨(?=[在于](?!今)|召开|举[行办]|[开闭启落]幕|公布|发布|启动)|今晨|今早|今起|第二天|(?<!最)(?:前|后)一[日天]",
    "clock": r"(?:(?<=[。;!\n])|(?<!.))(?:(?P<chalf>[上下]午|晚上?)?(?P<chm>\d{1,2}(?::\d\d|[时点](?:\d{1,2}分?|半|整)?))(?:许|左右)?|[上下]午|晚上)(?=,)",
    "dayed": r"(?:星期|周|礼拜)[一二三四五六日天]\s?\((?:(?P<em2>\d{1,2})月)?(?P<ed2>\d{1,2})[日号]?\)",
    "weekday": r"(?P<w>[本这上下]个?(?:周|星期))(?P<wd>[一二三四五六日天末])?(?:上午|下午|晚)?",
    "ago": r"(?<![\d.])(?P<an>\d{1,2}|[一二两三四五六七八九十])个?(?P<au>分钟|小时|天|日|周|星期|月|年)(?P<aw>前(?!期)|后(?!期)|内|之内|以内)",
    "vague": "近日|日前|近期|前不久|不久前|最近|前几天|前些天|连日来",
    "duration": r"(?:为期|历时|会期|展期|持续|共)(?P<dn>\d{1,3}|[一二两三四五六七八九十]{1,3}半?)个?(?P<du>天|日|周|星期|月|年)(?!以上)",
    "english": r"(?P<em>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? (?P<ed>\d{1,2}),? (?P<ey>20\d\d)(?: (?P<ehm>\d{1,2}:\d\d)(?::\d\d)?(?: (?P<eap>[AP]M))?)?",
}
_TIMES = Choice(_FAMILIES, apart="0123456789")

_YEAR_SHIFT = {"今年": 0, "本年": 0, "本年度": 0, "当年": 0, "同年": 0, "明年": 1, "来年": 1, "次年": 1}
_YEAR_SHIFT |= {"去年": -1, "上年": -1, "前年": -2, "后年": 2, "翌年": 1}
_DAY_SHIFT = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
_ANCHOR_SHIFT = {"当": 0, "同": 0, "次": 1, "翌": 1, "第": 1}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIVE_FIRST = {
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
    "十六五": 2031,
}


def _year(words: str | None) -> Moment:
    """Read 2025年, 二〇二五年, 25年, Taiwan's 113年 or 今年 as the year part of a moment."""
    if not words:
        return Moment()
    if words in _YEAR_SHIFT:
        return Moment(relative=words)
    value = number(words.rstrip("年度 的"))
    return Moment(value + (0 if value > 999 else 1911 if value > 99 else 2000))


def _month(words: str) -> int:
    return number(words.rstrip("月份 "))


_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _length(year: int | None, month: int) -> int:
    """Return the days of a month; February's of an open year are those of a leap year."""
    return 28 if month == 2 and year is not None and not isleap(year) else _LENGTHS[month - 1]


def _valid(moment: Moment) -> bool:
    """Tell whether such a day exists."""
    return moment.month is None or moment.day is None or moment.day <= _length(moment.year, moment.month)


def _clock(half: str | None, words: str | None) -> str | None:
    """Read 下午2:30, 14时 or 9点半 as HH:MM; words without an hour give none."""
    if not words:
        return None
    hour, _, rest = re.sub(r"[时点]", ":", words).partition(":")
    minute = 30 if rest == "半" else int(re.sub(r"\D.*", "", rest) or 0)
    late = half is not None and half[0] in "下晚傍" and int(hour) < 12
    value = int(hour) + 12 * late
    return f"{value:02d}:{minute:02d}" if value < 24 and minute < 60 else None


class _Reading(NamedTuple):
    """What one family makes of its words."""

    first: Moment
    last: Moment | None = None
    precision: Precision = "day"
    clock: str | None = None
    clock_end: str | None = None
    role: TimeRole | None = None


def _clocks(m: re.Match[str], prefix: str = "") -> tuple[str | None, str | None]:
    half = m[f"{prefix}half"]
    first = _clock(half, m[f"{prefix}hm"] or m[f"{prefix}hm0"] or m[f"{prefix}hm1"])
    return first, _clock(m[f"{prefix}half2"] or half, m[f"{prefix}hm2"])


def _read_calendar(m: re.Match[str]) -> _Reading | None:
    year = _year(m["y"])
    relative_month = m["m"][0] not in _DIGITS and m["m"][0] != "十"
    first = year._replace(
        month=None if relative_month else _month(m["m"]),
        day=number(m["d"]) if m["d"] else None,
        relative=m["m"].rstrip("份").replace("个", "") if relative_month else year.relative,
    )
    last = _calendar_end(m, first)
    if not _valid(first) or (last and not _valid(last)):
        return None
    precision: Precision = "day" if first.day else "third" if m["p"] else "month"
    return _Reading(first, last, precision, *_clocks(m))


def _calendar_end(m: re.Match[str], first: Moment) -> Moment | None:
    """Read 至29日, 至1月2日, 至2026年1月2日 and 、29日; a smaller month is the next year's."""
    day = m["d2"] or m["d3"]
    if not (day or m["m2"] or m["p2"]):
        return None
    month = _month(m["m2"]) if m["m2"] else first.month
    year = _year(m["y2"]).year if m["y2"] else first.year
    if year and not m["y2"] and first.month and month and month < first.month:
        year += 1
    return Moment(year, month, number(day) if day else None, first.relative)


def _read_lunar(m: re.Match[str]) -> _Reading | None:
    month = {"正": 1, "冬": 11, "腊": 12}.get(m["lm"]) or number(m["lm"])
    day = number(m["ld"].lstrip("初"))
    year = int(m["ly"][:4]) if m["ly"] and m["ly"][0].isdecimal() else None
    if year is None:
        return _Reading(Moment(month=month, day=day, relative="农历"))
    return _Reading(_from_lunar(year, month, day))


def _from_lunar(year: int, month: int, day: int) -> Moment:
    solar = LunarDate(year, month, day).to_solar_date()
    return Moment(solar.year, solar.month, solar.day)


def _read_slip(m: re.Match[str]) -> _Reading | None:
    first = Moment(_year(m["slipyear"]).year if m["slipyear"] else None, int(m["sm"]), int(m["sd"]))
    last = Moment(first.year, first.month, number(m["se"])) if m["se"] else None
    return _Reading(first, last) if _valid(first) else None


def _read_compact(m: re.Match[str]) -> _Reading | None:
    first = Moment(int(m["cy"]), int(m["cm"]), int(m["cd"]))
    last = Moment(first.year, first.month, number(m["ce"])) if m["ce"] else None
    return _Reading(first, last) if _valid(first) else None


def _read_dotted(m: re.Match[str]) -> _Reading:
    """Read 2023年9.12-9.14."""
    first = Moment(int(m["ty"]), int(m["tm"]), int(m["td"]))
    last = Moment(month=int(m["tm2"] or m["tm"]), day=int(m["td2"])) if m["td2"] else None
    return _Reading(first, last)


def _read_spaced(m: re.Match[str]) -> _Reading:
    """Read 2024 6 30日, whose 年 and 月 are lost."""
    return _Reading(Moment(int(m["sy"]), int(m["sm2"]), int(m["sd2"])))


def _read_numeric(m: re.Match[str]) -> _Reading | None:
    first = Moment(int(m["ny"]), int(m["nm"]), int(m["nd"]))
    last = None
    if m["nd2"]:
        last = Moment(int(m["ny2"] or m["ny"]), int(m["nm2"] or m["nm"]), int(m["nd2"]))
    if not _valid(first) or (last and not _valid(last)):
        return None
    return _Reading(first, last, "day", _clock(None, m["nhm"]))


def _read_years(m: re.Match[str]) -> _Reading | None:
    first = int(m["ya"] or m["ya2"] or m["ya3"])
    last = int(m["yb"] or m["yb2"] or f"{first // 100}{m['yb3']}")
    if not first < last <= first + 40:
        return None
    return _Reading(Moment(first), Moment(last), "year", role="period")


def _read_five(m: re.Match[str]) -> _Reading | None:
    first = _FIVE_FIRST.get(m["fv"] or m["fv2"])
    return _Reading(Moment(first), Moment(first + 4), "year", role="period") if first else None


def _read_part(m: re.Match[str]) -> _Reading:
    year, words = _year(m["py"]), m["pq"] or m["pq2"]
    span, precision = _part_months(words)
    if span is None:
        return _Reading(year if m["py"] else Moment(relative="今年"), None, precision)
    return _Reading(year._replace(month=span[0]), year._replace(month=span[1]), precision)


def _part_months(words: str) -> tuple[tuple[int, int] | None, Precision]:
    """Return the first and last month of a part of a year; a season's months differ by place and trade."""
    if words.endswith("半年"):
        return ((1, 6) if words[0] == "上" else (7, 12)), "half"
    if words.endswith("季度") or words[0] == "Q":
        count = _QUARTERS[re.sub(r"[前第个季度Q]", "", words)]
        return (1 if words[0] == "前" else 3 * count - 2, 3 * count), "quarter"
    return None, "season"


def _read_months(m: re.Match[str]) -> _Reading:
    year = _year(m["my"]) if m["my"] else Moment()
    if m["mf"]:
        count = number(re.sub(r"[前个月]", "", m["mf"]))
        return _Reading(Moment(month=1), Moment(month=min(count, 12)), "month", role="period")
    return _Reading(year._replace(month=int(m["ma"])), year._replace(month=int(m["mb"])), "month")


def _read_year(m: re.Match[str]) -> _Reading:
    return _Reading(_year(m["yr"] or m["yrel"]), None, "year", role="period")


def _read_day(m: re.Match[str]) -> _Reading:
    if m["dc"]:
        return _Reading(Moment(day=number(m["dc"])), None, "day", *_clocks(m, "w"))
    first, last = Moment(day=number(m["da"])), Moment(day=number(m["db"]))
    return _Reading(first, last, "day", *_clocks(m, "x"))


def _read_near(m: re.Match[str]) -> _Reading:
    words = _BESIDE_DAY.sub("", m.group()).replace("本", "今")
    day = _BESIDE_DAY.search(m.group())
    return _Reading(Moment(day=int(day["day"]) if day else None, relative=words))


def _read_clock(m: re.Match[str]) -> _Reading:
    """Read 上午11点, or 下午, at the head of a sentence, which is of the day told last."""
    return _Reading(Moment(relative="当日"), None, "day", _clock(m["chalf"], m["chm"]))


def _read_dayed(m: re.Match[str]) -> _Reading:
    """Read 周一(19日)."""
    return _Reading(Moment(month=int(m["em2"]) if m["em2"] else None, day=int(m["ed2"])))


_BESIDE_DAY = re.compile(r"\s?\((?P<day>\d{1,2})\)\s?")  # 今(15)日, 本(15)日, as papers of Taiwan write


def _read_weekday(m: re.Match[str]) -> _Reading:
    return _Reading(Moment(relative=m.group()), None, "day" if m["wd"] else "vague")


def _read_ago(m: re.Match[str]) -> _Reading:
    role: TimeRole = "period" if "内" in m["aw"] else "published" if m["aw"] == "前" else "event"
    return _Reading(Moment(), None, "duration" if role == "period" else "vague", role=role)


def _read_vague(m: re.Match[str]) -> _Reading:
    return _Reading(Moment(relative="近日"), None, "vague")


def _read_duration(m: re.Match[str]) -> _Reading:
    return _Reading(Moment(), None, "duration", role="period")


def _read_english(m: re.Match[str]) -> _Reading:
    first = Moment(int(m["ey"]), _MONTHS.index(m["em"][:3]) + 1, int(m["ed"]))
    half = "下午" if m["eap"] == "PM" else None
    return _Reading(first, None, "day", _clock(half, m["ehm"]), role="published")


_READERS: dict[str, Callable[[re.Match[str]], _Reading | None]] = {
    "lunar": _read_lunar, "calendar": _read_calendar, "slip": _read_slip, "compact": _read_compact, "spaced": _read_spaced, "dotted": _read_dotted, "numeric": _read_numeric,
    "years": _read_years, "five": _read_five, "part": _read_part, "months": _read_months,
    "year": _read_year, "day": _read_day, "near": _read_near, "clock": _read_clock, "dayed": _read_dayed, "weekday": _read_weekday,
    "ago": _read_ago, "vague": _read_vague, "duration": _read_duration, "english": _read_english,
}  # fmt: skip

_AFTER_DATELINE = re.compile(r"\s?(?:[一-鿿]{0,4}专?电(?![子商影视力])|讯|消息|报道|\(?记者)")
_PAGE_LABEL = re.compile(
    r"(?:发布|更新|上传|录入|添加|发表|发稿|刊登)(?:日期|时间|于)?\s?[:|]?\s?$|(?:来源|浏览|点击|作者)[^。\n]{0,20}\s$|(?:^|\n)\s*(?:时间|日期)\s?:\s?$(?=)"
)
_LABELLED_EVENT = re.compile(
    r"(?:会议|活动|展会|展览|举办|举行|召开|比赛|大赛|培训|开幕|参展|布展|报到|论坛)(?:日期|时间)\s?:\s?$"
)
_BEFORE_DEADLINE = branched(
    r"(?:不晚于|不迟于|至迟|最晚|最迟|务必|请于|须于|需于|应于|请在|截稿(?:日期|时间|日)?\s?[:为是]?|(?:报名|征稿|投稿|申报|反馈|报送|提交|征集|征求意见(?!稿?后)|公示)[^,。;\n]{0,12}"
    r"|截止(?:日期|时间|日|到|于|至)?\s?[:为是]?|(?<=[^,。;\s])截[止至](?:到|于|至)?)\s?$"
)
_AFTER_DEADLINE = re.compile(
    r"\s?(?:\d{1,2}:\d\d)?(?:(?:之?前|以前)(?!后)|截止|截稿|关闭|停止受理|止(?!于|步)|为止|下班前|[,:]?\s?(?:报名|征稿|投稿|作品征集|申报))"
)
_HEADS_DATE = re.compile(r"(?:时间|日期|期限|截[止稿]|:)\s*$")  # a line above a date that says what it is for
_CALLS = re.compile(
    r"(?:征求意见|公示|报名|申报|征集)[^\n]{0,8}(?:时间|期限|期)(?:为|从|自)?\s?:?\s?$|(?:报名|申报|征集|征稿|投稿)\($"
)
_CALL_PERIOD = re.compile(r"\s?(?:为|是)(?:作品)?(?:投稿|征稿|报名|申报|征集|收稿|受理)(?:期|时间|阶段)")
# What must have begun since a day: 2024年1月1日后开工, 以来建成的项目.
_SINCE = re.compile(
    r"(?:\([^()]*\))?(?:以来|(?:以后|之后|后)(?:新?(?:开工|投产|竣工|设立|成立|购置|建成|实施|投入|原创|完成|注册|签订)))"
)
_FROM_TODAY = re.compile(r"即日起,?(?:截?至|到)\s?$")
_ASKED = re.compile(r"报名|申报|申请|征集|征稿|投稿|受理|反馈|提交")
_SPENT = re.compile(r"(?:^|[,。;\s])截[至止]到?$")
_AFTER_HISTORY = re.compile(
    r"\s?(?:首办|创办|创立|创建|成立(?!大会|仪式|暨|\d)|诞生|始建|起步|以来|起[,就]|首次|率先|[^。,;\n]{0,16}(?:同比|营业收入|产值|销售额|出口额|利润|总产值))"
)
_BEFORE_HISTORY = re.compile(
    r"(?:自从?|早在|始于|创办于|成立于|创立于|创建于|始建于|诞生于|截[至止]|比|较|回顾|[上首]届[^。]{0,6})$"
)
_AHEAD = branched(
    r"(?:将|定于|定在(?=\d)|拟于|拟在|即将|即日起|计划(?=[于在举召]|\d)|预计|敬请|诚邀|欢迎|届时|改期|延期[至到]|(?:推迟|延|改|顺延|调整)[至到在])"
)
_BEHIND = re.compile(
    r"(?:举行了|召开了|举办了|成功|圆满|落幕|落下帷幕|闭幕|顺利|收官|出席了?|参加了|参会|会上|结束|揭晓|当选|到场|在[^。,]{2,20}(?:举行|召开|举办|开幕)[。,])"
)


# 组委会11月19日宣布,本届时装周将于…: the day of the telling, not of what is told.
_TOLD_THEN = re.compile(
    r"(?:上午|下午|晚间?)?(?:正式|对外|联合|在[^,。;\n]{1,8})?(?:宣布|透露|披露|获悉|了解到|发布(?:公告|消息|通知))"
    r"[^。\n]{0,30}?(?:将|定于|拟于|延期|推迟|改期|取消)"
    r"|,?记者(?:从|在)[^,。;\n会]{2,16}(?:获悉|了解到|得知)"
)


def _role(text: str, begin: int, end: int, reading: _Reading) -> TimeRole:
    """Tell from the words on both sides what a date is for."""
    line = max(text.rfind("\n", 0, begin), text.rfind("。", 0, begin)) + 1
    before, after = text[max(line, begin - 24) : begin], text[end : end + 24]
    if _AFTER_DATELINE.match(after) and reading.precision == "day" and not reading.clock:
        return "dateline"
    if reading.precision == "day" and not reading.last and _TOLD_THEN.match(text, end, end + 80):
        return "dateline"
    since = _SINCE.match(after)
    due = reading.precision in {"day", "third", "month"} and not (_SPENT.search(before) or since)
    if due and (
        _AFTER_DEADLINE.match(after) or _BEFORE_DEADLINE.search(_label(text, line, begin, before)[-24:])
    ):
        return "deadline"
    if due and _FROM_TODAY.search(before) and _ASKED.search(text, end, end + 60):
        return "deadline"
    if reading.last and due and _CALLS.search(text[max(0, begin - 40) : begin]):
        return "deadline"
    if reading.last and due and _CALL_PERIOD.match(after):
        return "deadline"
    if before.endswith(("每年", "每月", "每逢")):
        return "period"
    if reading.role in {None, "period"} and (
        since or _is_history(before, after, reading.first.year is not None)
    ):
        return "history"
    if reading.role:
        return reading.role
    if (
        reading.first.year
        and reading.first.day
        and not (reading.last or reading.clock_end)
        and _is_page_date(text, begin, end)
    ):
        return "published"
    return "event"


def _label(text: str, line: int, begin: int, before: str) -> str:
    """Return the words before a date in its line, where there are none a line above that says what it is for."""
    if words := before.strip():
        return words
    above = text[text.rfind("\n", 0, max(0, line - 1)) + 1 : begin]
    return above if _HEADS_DATE.search(above) else ""


_PAGE_DATE_AFTER = re.compile(
    r"\s*(?:来源|浏览|点击|阅读|作者|字体|编辑|发布|责任|分享|\(?\d+\s?次|人气|\||$)|\s{2,}"
)
# 某某日报 职业·教育 2018-06-16: the paper and page a text stood in.
_OF_PAPER = re.compile(r"^[^,。;:]{0,12}(?:日报|晚报|时报|商报|晨报|周刊|周报|导报)[^,。;:]{0,16}$")
_TIME_LABEL = re.compile(r"(?:时间|日期)\s?[:|]?\s*$")


_FROM_THEN = tuple(f"起{verb}" for verb in ("施行", "实施", "执行", "生效", "至"))


def _is_history(before: str, after: str, told_year: bool) -> bool:
    """Tell whether the words around a date put it into the past; 自1月1日起施行 does not."""
    if after.startswith(_FROM_THEN) or (after[:1] == "起" and not told_year):
        return False  # 6月18日起, without its year, is of these days
    if before.endswith(("定于", "将于", "拟于")):
        return False  # 首届博览会定于…
    return bool(_BEFORE_HISTORY.search(before) or _AFTER_HISTORY.match(after))


def _is_page_date(text: str, begin: int, end: int) -> bool:
    """Tell a page's own date line (2014-01-24 来源:…) and a sign-off from a sentence that opens with its date."""
    line_begin, line_end = text.rfind("\n", 0, begin) + 1, text.find("\n", end)
    before, after = text[line_begin:begin], text[end : line_end if line_end >= 0 else len(text)]
    if _PAGE_LABEL.search(before):
        return True
    if before.strip():
        if _OF_PAPER.search(before) and len(before) < 40 and not after.strip():
            return True
        bare_line = len(before + after) < 40 and not re.search("[。,;]", before + after)
        return ":" in text[begin:end] and bare_line and not _LABELLED_EVENT.search(before)
    if _TIME_LABEL.search(text[max(0, begin - 12) : begin]):
        return False
    return bool(_PAGE_DATE_AFTER.match(after))


def _announced(text: str, begin: int, end: int, due: bool) -> bool | None:
    """Tell whether the sentence of a date looks ahead (True, as what is due does), back (False) or neither (None)."""
    if due:
        return True
    left = max(text.rfind(c, max(0, begin - 60), begin) for c in "。\n;") + 1 or max(0, begin - 60)
    stop = _SENTENCE_STOP.search(text, end, end + 90)
    sentence = text[left : stop.end() if stop else end + 90]
    ahead = [left + m.end() for m in _AHEAD.finditer(sentence)]
    held = _HELD_THEN.match(text, end)
    if ahead:
        return (
            None
            if all(_of_next_date(text, end, at) or _comes_of_it(text, held, at) for at in ahead)
            else True
        )
    return False if _BEHIND.search(sentence) else None


_SENTENCE_STOP = re.compile(r"[。\n;]")
_HELD_THEN = re.compile(r"(?:[^,。;\n将拟定]{0,24}?)(?:举[行办]|召开|[开闭启揭]幕|举行了|成立|揭牌),")


def _comes_of_it(text: str, held: re.Match[str] | None, ahead: int) -> bool:
    """Tell whether words of what is to come are of what follows from it: 签约仪式2日在某地举行,双方将共建某基地."""
    return bool(held and ahead > held.end() and text[ahead - 1] == "将")


_DATE_NEXT = re.compile(r"[^,。;\d]{0,2}(?:\d{4}年)?\d{1,2}月")


def _of_next_date(text: str, end: int, ahead: int) -> bool:
    """Tell whether words of what is to come belong to a later date: 3月25日,某会发布展会将于10月举行."""
    return ahead > end + 3 and bool(_DATE_NEXT.match(text, ahead))


class _Ground(NamedTuple):
    """What a date without its year, month or day can lean on."""

    published: date | None
    name_year: int | None
    text_years: tuple[int, ...]
    near: Moment | None  # the last settled date before, for 当日, 29日 and lists


_HALF_OF_MONTHS = 6  # a month told alone is of the year in which it is the nearer
_HALF_A_YEAR = timedelta(183)  # of a day told neither as done nor as to come, the nearer year is meant


def _nearest(month: int, day: int, published: date, announced: bool | None) -> int | None:
    """Return the year a month and day have, seen from the publication date (guide rule 9)."""
    days = [
        (y, date(y, month, min(day, _length(y, month))))
        for y in range(published.year - 1, published.year + 2)
    ]
    behind = [y for y, d in days if timedelta(-3) <= published - d <= REPORTED_WITHIN]
    ahead = [y for y, d in days if timedelta() <= d - published <= ANNOUNCED_WITHIN]
    if announced:
        return next(iter(ahead or behind), None)
    nearer = [y for y, d in days if y in ahead and d - published <= _HALF_A_YEAR]
    return next(iter(behind), None) or (next(iter(nearer), None) if announced is None else None)


def _settle_year(
    moment: Moment, ground: _Ground, announced: bool | None
) -> tuple[int | None, DateBasis | None]:
    """Return the year of a month (and day) and what told it."""
    month = moment.month or 1
    if ground.near and ground.near.year and not _is_to_come(moment, ground, announced):
        year = ground.near.year
        return year + (announced is not False and (ground.near.month or 1) - month >= 6), "context"
    told = ground.text_years[0] if ground.text_years else ground.name_year
    if ground.published is None:
        return told, "context" if told else None
    if moment.day is None and announced is None and told is None:
        year = ground.published.year - (month - ground.published.month > _HALF_OF_MONTHS)
        return year, "published"
    seen = _nearest(month, moment.day or 15, ground.published, announced)
    if told is not None and seen in {None, told}:
        return told, "context"
    return seen, "published" if seen else None


def _is_to_come(moment: Moment, ground: _Ground, announced: bool | None) -> bool:
    """Tell whether the year of the date before would put a day past: 将于2022年4月1日起实施。4月9日,在…会上."""
    if announced or ground.published is None or ground.near is None or not (moment.month and moment.day):
        return False
    whole = moment._replace(year=ground.near.year)
    day = whole.as_date() if _valid(whole) else None
    ahead = day is not None and day - ground.published > ANNOUNCED_WITHIN
    return ahead and _nearest(moment.month, moment.day, ground.published, announced) is not None


def _settle(moment: Moment, ground: _Ground, announced: bool | None) -> tuple[Moment, DateBasis | None]:
    """Return the moment as whole as the ground allows."""
    if moment.relative in _YEAR_SHIFT:
        return _settle_relative_year(moment, ground)
    if moment.relative == "农历":
        return _settle_lunar(moment, ground, announced)
    if moment.relative:
        return _settle_relative(moment, ground)
    if moment.year:
        return moment, "stated"
    if moment.month is None:
        return _settle_day(moment, ground, announced)
    year, basis = _settle_year(moment, ground, announced)
    whole = moment._replace(year=year)
    return (whole, basis) if _valid(whole) else (moment, None)


# Years told by the one named before them, be it of what is past.
_SAID_YEAR = frozenset({"当年", "同年", "次年"})


def _settle_relative_year(moment: Moment, ground: _Ground) -> tuple[Moment, DateBasis | None]:
    shift = _YEAR_SHIFT[moment.relative or ""]
    plain = moment._replace(relative=None)
    if moment.relative in _SAID_YEAR and ground.near and ground.near.year:
        return plain._replace(year=ground.near.year + shift), "context"
    if ground.published:
        return plain._replace(year=ground.published.year + shift), "published"
    told = ground.text_years[0] if ground.text_years else ground.name_year
    return (plain._replace(year=told + shift), "context") if told else (plain, None)


def _settle_lunar(moment: Moment, ground: _Ground, announced: bool | None) -> tuple[Moment, DateBasis | None]:
    """Turn 正月十五 into the day of the year that the ground tells."""
    month, day = moment.month or 1, moment.day or 1
    told = ground.text_years[0] if ground.text_years else ground.name_year
    if told:
        return _from_lunar(told - (month >= 11), month, day), "context"
    if ground.published:
        for year in (ground.published.year - 1, ground.published.year):
            solar = _from_lunar(year, month, day)
            seen = _nearest(solar.month or 1, solar.day or 1, ground.published, announced)
            if seen == solar.year:
                return solar, "published"
    return Moment(), None


_SOON = 3  # days within which a day told neither as done nor as to come lies ahead


def _settle_day(moment: Moment, ground: _Ground, announced: bool | None) -> tuple[Moment, DateBasis | None]:
    """Give 26日 its month: that of the date before it, else the last such day, or the next one of what will be."""
    near = ground.near
    if near and near.month and moment.day:
        whole = moment._replace(year=near.year, month=near.month)
        if not _is_done_before(near, whole, ground.published, announced):
            return (whole, "context") if _valid(whole) else (Moment(), None)
    if ground.published and moment.day:
        first = ground.published.replace(day=1)
        base = ground.published
        if announced and moment.day < ground.published.day:
            base = first + timedelta(31)
        elif announced is None and 0 < moment.day - ground.published.day <= _SOON:
            pass  # 交易会20日开幕 on a page of the 18th
        elif not announced and moment.day > ground.published.day:
            base = first - timedelta(1)
        whole = Moment(base.year, base.month, moment.day)
        return (whole, "published") if _valid(whole) else (Moment(), None)
    return Moment(), None


def _is_done_before(near: Moment, whole: Moment, published: date | None, announced: bool | None) -> bool:
    """Tell whether what is told as done would lie ahead: 大会将于11月20日举办。会长12日在发布会上表示."""
    days = [moment.as_date() if _valid(moment) else None for moment in (near, whole)]
    return bool(published and announced is False and all(day and day > published for day in days))


def _day_of(value: date) -> Moment:
    return Moment(value.year, value.month, value.day)


def _settle_relative(moment: Moment, ground: _Ground) -> tuple[Moment, DateBasis | None]:
    """Resolve 今天, 当日, 本周五, 上月, 近日."""
    words = moment.relative or ""
    near = ground.near.as_date() if ground.near else None
    if words[0] in _ANCHOR_SHIFT and "月" not in words and (near or "晚" not in words):
        return (_day_of(near + timedelta(_ANCHOR_SHIFT[words[0]])), "context") if near else (Moment(), None)
    if words[1:2] == "一":  # 前一天, 后一天
        shift = timedelta(-1 if words[0] == "前" else 1)
        return (_day_of(near + shift), "context") if near else (Moment(), None)
    if ground.published is None:
        return Moment(day=moment.day) if "月" not in words else Moment(), None
    if "月" in words:
        return _month_of(words, moment, ground), "published"
    if words[0] in "本这上下":
        return _weekday_of(words, ground.published), "published"
    if words == "近日":
        return Moment(ground.published.year, ground.published.month), "published"
    told = ground.published + timedelta(_DAY_SHIFT.get(words[0], 0))
    near_by = (told + timedelta(n) for n in (0, 1, -1, 2, -2, 3, -3))  # 昨(24)日, on a page of the 24th
    return _day_of(next((d for d in near_by if moment.day in (None, d.day)), told)), "published"


def _month_of(words: str, moment: Moment, ground: _Ground) -> Moment:
    published = ground.published or date.min
    shift = {"上": -1, "下": 1, "次": 1}.get(words[0], 0)
    count = published.year * 12 + published.month - 1 + shift
    whole = Moment(count // 12, count % 12 + 1, moment.day)
    return whole if _valid(whole) else whole._replace(day=None)


def _weekday_of(words: str, published: date) -> Moment:
    week = {"上": -7, "下": 7}.get(words[0], 0)
    weekday = re.search(r"[一二三四五六日天末]", words[1:].replace("个", ""))
    if weekday is None:
        return Moment()
    index = "一二三四五六末".find(weekday.group())
    monday = published - timedelta(published.weekday())
    return _day_of(monday + timedelta(week + (index if 0 <= index < 6 else 5 + (weekday.group() in "日天"))))


def _follow(last: Moment, whole: Moment) -> Moment:
    """Give the end of a range what its beginning was given."""
    if last.year or (whole.year is None and last.month):
        return last._replace(relative=None)
    month = last.month or whole.month
    later = bool(whole.year and month and whole.month and month < whole.month)
    return Moment((whole.year or 0) + later or None, month, last.day)


def resolve(
    mention: TimeMention,
    *,
    published: date | None = None,
    name_year: int | None = None,
    text_years: Sequence[int] = (),
    near: Moment | None = None,
) -> TimeMention:
    """Settle a mention's start, finish and basis by guide rules 8 and 9.

    Args:
        mention: as read_times gives it, for another name too.
        published: the article's day.
        name_year: the year in the record's name (see year_of_name).
        text_years: years the text gives the event, the surest first.
        near: the settled date this one leans on: the one before it in a list, or for 当日 and 次日.
    """
    ground = _Ground(published, name_year, tuple(text_years), near)
    # 1-11月 in a January text are of the year before, as their last month tells.
    bare = mention.first.year is None and mention.precision in {"month", "quarter", "half"}
    months = mention.last if bare and mention.last and mention.last.month else mention.first
    whole, basis = _settle(months, ground, mention.announced)
    whole = whole._replace(month=mention.first.month) if months is mention.last else whole
    start = whole.iso()
    last = _follow(mention.last, whole) if mention.last and start else None
    finish = last.iso() if last and _valid(last) and last != whole else None
    return mention._replace(start=start, finish=finish, basis=basis if whole.year else None)


_NAME_YEAR = re.compile(r"(?<![\d.\-〔\[])((?:19|20)\d\d)(?!\d|[-.]\d)\s?(年度|年)?")
_YEAR_END = re.compile(r"总结|表彰|颁奖|述职|工作报告|财务报告|盘点|答谢")


@lru_cache(maxsize=64)
def year_of_name(name: str, month: int | None = None) -> int | None:
    """Return the year an event of this name and month was held in.

    A 2015年度总结会 in January is of 2016; a 2020年年会 in December is of 2020.
    """
    found = _NAME_YEAR.search(with_years_in_figures(flat(name)))
    if not found or re.search(r"(?:19|20)\d\d\s?年?\s?-+\s?(?:19|20)\d\d", flat(name)):
        return None
    year = int(found[1])
    backward = found[2] == "年度" or _YEAR_END.search(name)
    return year + bool(backward and month and month <= 4)


_EVENT_END = any_of(("大会", "会议", "年会", "论坛", "峰会", "博览会", "展览会", "交易会", "服博会", "时装周", "时尚周", "大赛", "活动", "联展", "发布会", "对接会", "座谈会", "理事会", "工作会", "颁奖典礼", "服装节", "时装节", "文化节", "订货会", "专项赛", "邀请赛", "决赛", "大奖赛", "挑战赛", "竞赛", "嘉年华", "购物节", "洽谈会", "推介会", "研讨会", "交流会"))  # fmt: skip
_NAMED_YEAR = Rule(
    rf"(?<![\d.〔\[])(?<!(?<!-)-)(?:19|20)\d\d\s?年?(?!度|\s?\d{{1,2}}月|[-至]|(?:/\d\d)?年?(?:春|秋))[^\s,。;、:!?《]{{0,36}}?{_EVENT_END}"
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


class _Years:
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
            if m.first.year and m.first.month and m.role in {"event", "deadline"}
        ]

    def of(self, month: int, begin: int) -> tuple[int, ...]:
        """Return the years that a month told at a place may be of: of dates those up to its line's end."""
        text = self._text
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
            return (self._named[0],) if len(set(self._named)) == 1 else ()
        return _opening_year(self._mentions) or self._near(month) or self._reasoned

    @cached_property
    def _this_year(self) -> set[int]:
        return {int(m["year"]) for m in _THIS_YEAR.finditer(self._text)}

    @cached_property
    def _named(self) -> list[int]:
        text = self._text
        later = _LATER_EDITION.search(text)  # 1991年办起第一届交易会 is no year of the twenty-third
        named = (
            n
            for n in _NAMED_YEAR.finditer(text)
            if not (_PAST_NAME.search(text[: n.start()][-14:]) or (later and _FIRST_EDITION.search(n[0])))
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
    return 6 if reckoned["half"] else 3 * _QUARTERS[reckoned["quarter"] or "三"]


_BARE_YEAR = Rule(
    r"(?<![\d至\-自从〔\[(])(?<!(?<![说谈讲])到)((?:19|20)\d\d)年(?![\d底末前初以来起至到-]|\s?\d)"
)


def _running_year(text: str) -> tuple[int, ...]:
    """Return the later of two years of which one is looked back on and one ahead: 说起2019年…说到2020年…."""
    told = sorted({int(m[1]) for m in _BARE_YEAR.finditer(text)})
    return (told[1],) if len(told) == 2 and told[1] - told[0] == 1 else ()


# 商会2004年成立,十年里…; 成立于2004年的协会迎来十周年.
_FOUNDED = Rule(
    r"(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?的?[^,。;\n\d]{0,8}?(?:成立|创办|创建|创立|建会)?(?:以来|至今)?[^。\n\d]{0,16}?"
    r"(?P<age>\d{1,3}|[一二三四五六七八九十]{1,3})(?:周年|年(?=[来里间中]|以来))"
)
_FOUNDING = ("成立", "创办", "创建", "创立", "建会")


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
        _FIVE_FIRST[m["plan"]] + 4 * bool(m["end"])
        for m in _PLAN_YEAR.finditer(text)
        if m["plan"] in _FIVE_FIRST and not _YEAR_TO_COME.search(text[max(0, m.start() - 12) : m.start()])
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


def _scan(text: str, flattened: str) -> list[TimeMention]:
    """Read the mentions as their words stand, without resolving them."""
    mentions: list[TimeMention] = []
    for m in _TIMES.finditer(flattened):
        reading = _READERS[m.lastgroup or ""](m)
        if reading is None:
            continue
        begin, end = m.start(), m.end() - (len(m.group()) - len(m.group().rstrip()))
        role = _role(flattened, begin, end, reading)
        mentions.append(
            TimeMention(
                begin, end, text[begin:end], None, None, None, reading.precision,
                reading.clock, reading.clock_end, role,
                _announced(flattened, begin, end, role == "deadline"), reading.first, reading.last,
            )
        )  # fmt: skip
    return mentions


_DAYS_LONG = re.compile(r"(?:为期|历时|会期|展期|持续|共)(?P<n>.+?)个?(?P<unit>[天日周]|星期)")
_UNTIL = re.compile(r"(?:持续|延续|展示|展出|一直)?[到至]\s?$|(?:截止|结束)[于到至]?\s?$")
_CLOSES = re.compile(
    r"^[^。;\n]{0,80}?(?:闭幕|落幕|[落拉]下(?:了)?(?:帷|大)幕|收官|结束|结业|结营|圆满|谢幕|闭馆|闭展|撤展|散场|收锣|收展|[画划][上下](?:了)?(?:圆满)?句[号点]|见分晓|收播|落[槌锤])"
)


def _lasting(mentions: list[TimeMention], text: str) -> list[TimeMention]:
    """Give a day its other end where the words say 为期3天, 将持续至29日 or 31日结束 (guide rule 8)."""
    out: list[TimeMention] = []
    for mention in mentions:
        days = _DAYS_LONG.fullmatch(mention.quote)
        at = next(
            (
                i
                for i in range(len(out) - 1, max(len(out) - _LEAN_ON, 0) - 1, -1)
                if out[i].role == "event" and out[i].precision == "day"
            ),
            None,
        )
        near = at is not None and mention.begin - out[at].end < 120
        if at is not None and near and days:
            closing = bool(_CLOSES.match(text[out[at].end : out[at].end + 110]))
            week = 7 if days["unit"] in ("周", "星期") else 1
            out[at] = _lengthened(out[at], number(days["n"].rstrip("个半")) * week, closing)
        elif at is not None and near and _opened(mention, out[at], text):
            mention = _ranged(mention, mention.first, _base(out[at])._replace(relative=None))
            out[at] = _ranged(out[at], mention.first, _base(out[at]))
        elif at is not None and near and _ends(mention, out[at], text):
            out[at] = _ranged(out[at], _base(out[at]), mention.first._replace(relative=None))
        out.append(mention)
    return out


def _opened(mention: TimeMention, closing: TimeMention, text: str) -> bool:
    """Tell whether a day is the opening (自16日开幕以来) of what closed on the day before it in the text."""
    if not mention.first.day or closing.last or not _CLOSES.match(text[closing.end : closing.end + 110]):
        return False
    if text[mention.begin - 1 : mention.begin] == "自" and re.match("开幕|启幕|开展", text[mention.end :]):
        return True
    days = (_from_iso(m.start).as_date() for m in (mention, closing) if m.start)
    first, last = next(days, None), next(days, None)
    soon = first and last and timedelta() < last - first <= timedelta(10)
    return bool(soon and re.match(r"[^。,\n]{0,24}(?:开幕|启幕|拉开帷幕)", text[mention.end :]))


def _ends(mention: TimeMention, opening: TimeMention, text: str) -> bool:
    """Tell whether a day is the last of what began on the one before."""
    if mention.first.day is None or mention.last or opening.last or opening.first.relative in {"近日"}:
        return False
    gap = text[opening.end : mention.begin]
    if "\n" in gap or (mention.first.month, mention.first.day) == (opening.first.month, opening.first.day):
        return False
    until = _UNTIL.search(gap) and re.search("持续|延续|展|开幕|举行|举办|启动|开启", gap)
    closed = re.search("开幕|启幕|开启", gap) and re.match(
        r"(?:晚|上午|下午)?(?:圆满)?(?:结束|闭幕|落幕)", text[mention.end :]
    )
    return bool(until or closed)


def _lengthened(mention: TimeMention, days: int, closing: bool) -> TimeMention:
    """Add the other end of so many days: the first day where the text tells of the closing, else the last."""
    first = _base(mention)
    if mention.last or first.month is None or first.day is None or days < 2:
        return mention
    shift = timedelta(days - 1)
    end = date(first.year or 2023, first.month, first.day) + (-shift if closing else shift)
    other = Moment(None if first.year is None else end.year, end.month, end.day)
    return _ranged(mention, other, first) if closing else _ranged(mention, first, other)


def _base(mention: TimeMention) -> Moment:
    """Return a mention's first day: as its words give it, else (今日) as it was resolved."""
    return mention.first if mention.first.month or mention.start is None else _from_iso(mention.start)


def _ranged(mention: TimeMention, first: Moment, last: Moment) -> TimeMention:
    """Return the mention as a range, with the year it was resolved to."""
    settled = _from_iso(mention.start).year if mention.start else None
    whole = first._replace(year=first.year or settled)
    return mention._replace(first=first, last=last, start=whole.iso(), finish=_follow(last, whole).iso())


def read_times(text: str, published: date | None = None, title: str = "") -> tuple[TimeMention, ...]:
    """Read every mention of time, in the text's order, resolved as far as the text allows.

    Args:
        text: the clean text; offsets are into it.
        published: the article's day, if known; else a date line within the text is used.
        title: the article's title, which may carry the event's year.
    """
    flattened = flat(text)
    scanned = _scan(text, flattened)
    shown = None if published else _shown(scanned)
    years = _Years(with_years_in_figures(flattened), scanned)
    out: list[TimeMention] = []
    for mention in scanned:
        near = _near(mention, _running(mention, out, flattened))
        month = mention.first.month
        mention = _of_dateline(mention, out)
        told = _dateline(out) if (mention.first.relative or "")[:1] in _DAY_SHIFT else None
        out.append(
            resolve(
                mention,
                published=told or published or shown,
                name_year=year_of_name(title, month),
                text_years=() if mention.first.year else years.of(month or 12, mention.begin),
                near=near,
            )
        )
    ranged = _lasting([_leaning_ahead(mention, out[i + 1 :]) for i, mention in enumerate(out)], flattened)
    return tuple(m._replace(basis="context") if shown and m.basis == "published" else m for m in ranged)


def _leaning_ahead(mention: TimeMention, after: Sequence[TimeMention]) -> TimeMention:
    """Give a day told alone the month of the day told next: 10日晚,时装周落幕。11月7日,时装周开幕。"""
    day = mention.first.day
    alone = mention.precision == "day" and mention.first.month is None and not mention.first.relative
    if mention.start or not (alone and day) or mention.last or not after:
        return mention
    whole = _from_iso(after[0].start) if after[0].start else Moment()
    near = after[0].begin - mention.end <= _SAME_LIST and after[0].precision == "day"
    if not (near and whole.month and whole.day and whole.day <= day):
        return mention
    return mention._replace(start=whole._replace(day=day).iso(), basis=after[0].basis)


def _shown(mentions: Iterable[TimeMention]) -> date | None:
    """Return the page's own date where it stands in the text."""
    days = (m.first.as_date() for m in mentions if m.role == "published")
    return next((day for day in days if day), None)


_LEAN_ON = 30  # the dates before one that it may lean on
_SAME_LIST = 90  # characters between two dates of one schedule


def _dateline(before: Sequence[TimeMention]) -> date | None:
    """Return the day of the dateline, from which 今天 and 昨日 count."""
    days = (_from_iso(m.start).as_date() for m in before if m.role == "dateline" and m.start)
    return next((day for day in days if day), None)


_DAYS = frozenset("天日晚夜晨早")


def _of_dateline(mention: TimeMention, before: Sequence[TimeMention]) -> TimeMention:
    """Count 昨日 from a dateline that tells no year: 4月19日讯 …昨日."""
    words = mention.first.relative or ""
    shift = _DAY_SHIFT.get(words[:1]) if words[1:2] in _DAYS else None
    if shift is None:
        return mention
    line = next((_from_iso(m.start) for m in before if m.role == "dateline" and m.start), None)
    if line is None or line.year or not (line.month and line.day):
        return mention
    told = date(2023, line.month, min(line.day, _length(2023, line.month))) + timedelta(shift)
    return mention._replace(first=Moment(month=told.month, day=told.day))


_LASTS_UNTIL = ("持续至", "持续到", "延续至", "延续到", "展至", "进行至")


def _running(mention: TimeMention, before: Sequence[TimeMention], flattened: str) -> Sequence[TimeMention]:
    """Leave out for 当日 the days until which something lasts: 时装周将持续至4月2日. …当日下午."""
    if (mention.first.relative or "")[:1] not in _ANCHOR_SHIFT:
        return before
    return [m for m in before if not flattened.endswith(_LASTS_UNTIL, 0, m.begin)]


def _near(mention: TimeMention, before: Sequence[TimeMention]) -> Moment | None:
    """Return the settled date that this one leans on, if any."""
    if mention.first.relative in _SAID_YEAR:
        years = (
            m for m in reversed(before) if m.start and m.role != "published" and not m.start.startswith("-")
        )
        return next((_from_iso(m.start) for m in years if m.start), None)
    leaning = mention.first.relative or mention.first.month is None
    for earlier in reversed(before[-_LEAN_ON:]):
        told = earlier.role not in {"history", "period", "published"} and earlier.precision != "vague"
        if not told or earlier.start is None:
            continue
        whole = _from_iso(earlier.start)
        if leaning:
            if whole.month and (whole.day or not mention.first.relative):
                return whole
        elif whole.year and whole.month:
            if earlier.precision == "half" and (mention.first.month or 12) < whole.month:
                return None  # 2020年下半年,…。3月5日,…: the spring behind it
            reach = _SAME_LIST if earlier.first.year else _SAME_LIST // 2
            return whole if mention.begin - earlier.end <= reach else None
    return None


def _from_iso(value: str) -> Moment:
    """Read back what Moment.iso wrote."""
    open_year = value.startswith("--")
    parts = [int(part) for part in value.strip("-").split("-")]
    year, month, day = ([None] if open_year else []) + parts + [None] * (3 - len(parts) - open_year)
    return Moment(year, month, day)
