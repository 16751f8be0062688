"""When, as the words say it: dates, ranges, clock times, periods and durations, read without asking for their year."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from lunardate import LunarDate

from bot.records.model import DateBasis
from bot.records.rules import Choice

Precision = Literal["day", "third", "month", "quarter", "half", "season", "year", "vague", "duration"]
TimeRole = Literal["event", "deadline", "dateline", "history", "period", "published"]


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
        parts = () if self.month is None else (self.month, self.day)  # a day of no known month tells none
        return "-".join([head, *(f"{part:02d}" for part in parts if part is not None)])

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
_MONTH = r"(?:(?<![\d.])(?:1[0-2]|0?[1-9])|十[一二]?|[一二三四五六七八九]|(?<![一-鿿])元(?=月\d)|(?<=[年会于节展])元(?=月))\s?(?:月份?|(?:(?<=年\d)|(?<=年\d\d))份(?=[在于举召将开上中下底至到,。]))"
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
    rf"(?:(?P<p>{_PART})|(?P<d>{_DAY})\s?(?:[日号]|(?={_SEP}(?:{_MONTH})?\s?{_DAY}\s?[日号])|(?=[、,和及与]{_DAY}[日号])))?"
    + _WEEK
)
_TAIL = (
    rf"(?:{_SEP}(?:(?P<y2>{_YEAR}|明年|次年|来年|翌年)\s?)?(?:(?P<m2>{_MONTH})\s?)?(?:(?P<d2>{_DAY})\s?[日号]|(?P<p2>{_PART}))?(?<=[月份日号旬初底末])"
    rf"|[、,和及与](?P<d3>{_DAY})[日号])" + _WEEK
)
_LUNAR_DAY = "初[一二三四五六七八九十]|[十廿][一二三四五六七八九]|二?三?十[一二三四五六七八九]?"
# A name is given to each family; the reader of that name below takes its match.
_FAMILIES: dict[str, str] = {
    "lunar": r"(?:农历|阴历|旧历|夏历)\s?(?:(?P<ly>(?:19|20)\d\d年|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年))?"
    rf"(?P<lm>正|十[一二]|[一二三四五六七八九十]|冬|腊)月(?P<ld>{_LUNAR_DAY}|[二三五六七九])日?"
    # 正月十六, 三月三: without the word, where no other calendar has them
    rf"|(?<![过每到年的了日( ])(?:(?P<lm2>[正冬腊])月(?P<ld2>{_LUNAR_DAY})|(?P<lm3>[二三六七九])月(?P<ld3>(?P=lm3)))(?=[,至起]|[上下]午|晚|在|开[幕班赛]|举[行办]|召开|[当这][天日])",
    "calendar": rf"{_CALENDAR}(?:{_TAIL})?(?:{_CLOCK})?",
    "slip": rf"(?:(?P<slipyear>{_YEAR})|(?<![\d.年月]))(?P<sm>1[0-2]|0?[2-9](?=[0-3])|0[1-9])(?P<sd>3[01]|[12]\d|0[1-9])日(?![内前元游均])(?:{_SEP}(?P<se>{_DAY})[日号])?"
    # 56日上午: no day of a month, so a month and a day
    r"|(?<![\d.年月第])(?P<sm1>[1-9])(?P<sd1>(?<=3)[2-9]|(?<=[4-9])[1-9])日(?=[上下]午|,|在|至|晚)",
    "spaced": r"(?<!\d)(?P<sy>20\d\d)\s{1,2}(?P<sm2>1[0-2]|0?[1-9])\s{1,2}(?P<sd2>3[01]|[12]\d|0?[1-9])日",
    "compact": rf"(?<!\d)(?P<cy>20\d\d)(?P<cm>0[1-9]|1[0-2])(?P<cd>0[1-9]|[12]\d|3[01])(?:日?{_SEP}(?P<ce>{_DAY}))?日",
    "numeric": r"(?<![\d.\-/])(?P<ny>(?:19|20)\d\d)(?P<ns>[-/.])(?P<nm>1[0-2]|0?[1-9])(?P=ns)(?P<nd>3[01]|[12]\d|0?[1-9])(?![\d/])"
    rf"(?:{_SEP}(?:(?P<ny2>(?:19|20)\d\d)(?P=ns))?(?:(?P<nm2>1[0-2]|0?[1-9])(?P=ns))?(?P<nd2>3[01]|[12]\d|0?[1-9])(?![\d:/]))?"
    r"日?(?:[\sT]+(?P<nhm>\d{1,2}:\d\d)(?::\d\d)?)?",
    "dotted": r"(?<!\d)(?P<ty>(?:19|20)\d\d)年\s?(?P<tm>1[0-2]|0?[1-9])\.(?P<td>3[01]|[12]\d|0?[1-9])(?![\d.%])(?:-+(?:(?P<tm2>1[0-2]|0?[1-9])\.)?(?P<td2>3[01]|[12]\d|0?[1-9])(?![\d.%亿万]))?",
    # 10.25-27日, 11/4-6日
    "pointed": r"(?<![\d./])(?P<um>1[0-2]|0?[1-9])[./](?P<ud>3[01]|[12]\d|0?[1-9])(?:日?(?:-+|至|到)(?:(?P<um2>1[0-2]|0?[1-9])[./])?(?P<ue>3[01]|[12]\d|0?[1-9]))日(?![内前元游均])",
    "years": r"(?<![\d.\-])(?P<ya>(?:19|20)\d\d)[^\S\n]?年?度?(?:"
    + _SEP
    + r")?(?<!年)(?P<yb>20\d\d)(?!\d|-\d)\s?年?|"
    r"(?<![\d.\-])(?P<ya2>(?:19|20)\d\d)\s?年"
    + _SEP
    + r"(?P<yb2>20\d\d)\s?年|(?<!\d)(?P<ya3>20\d\d)/(?P<yb3>\d\d)(?=年度)年度",
    "five": r"[“\"']?(?P<fv>十[一二三四五六七]?五)[”\"'](?:期间|时期)?|(?<![二三四五六七八九])(?P<fv2>十[一二三四五六]五)(?:期间|时期|规划)",
    "part": rf"(?:(?P<py>{_YEAR}|{_REL_YEAR})的?)(?P<pq>上半年|下半年|前?第?[一二三四1-4]个?季度|Q[1-4]|[春夏秋冬]季|暑[期假]|寒假|年?[初底末]|年中(?=[,。、])|中(?=[,。、]))|"
    r"(?P<pq2>上半年|下半年|第?[一二三四]个?季度(?!度)|第[1-4]季度|前三季度|年[底末初]|年中(?=[,。、前])|岁末|暑[期假])",
    "months": rf"(?:(?P<my>{_YEAR}|{_REL_YEAR})\s?)?(?<![\d.])(?P<ma>1[0-2]|0?[1-9]){_SEP}(?P<mb>1[0-2]|[1-9])\s?月份?(?!\d)|(?P<mf>前[一二两三四五六七八九十\d]{{1,2}}个?月)",
    # 将于月底召开: of the month told before, or that now is
    "monthend": r"(?:(?<=[于在到至,。;、\n])|(?<!.))(?:月[初中底末](?!旬)|[上中下]旬(?=[,在举召]))",
    "year": rf"(?P<yr>{_YEAR})(?!代|级|版|龄)度?|(?P<yrel>{_REL_YEAR})(?!以来)",
    "day": rf"(?<![\d.第每/])(?<!\d:)(?P<da>{_DAY})\s?[日号]?(?:{_SEP}(?P<db>{_DAY}))\s?[日号](?![内前楼馆厅线元门游])(?:{_CLOCK.replace('P<', 'P<x')})?"
    rf"|(?:(?<=[于在至到从自])|(?<=期间的)|(?<=后的)|(?<=[,、。;!?…“)】讯电\s])|(?<=[一-鿿”]:)|(?<=[。!?,]”)|(?<=\()(?=\d{{1,2}}日(?:[上下]午|晚|全天)?\))|(?<!.)|(?<=[一-鿿”》)])(?<![月第每])(?=(?:\d{{1,2}}|{_TENS}|[一二三四五六七八九])日(?:起?在|起于|[上下]午|晚|正式|开幕|启幕|闭幕|落幕|落下|圆满|举[行办]|召开|结束|收官|拉开|亮相|开[赛班馆展营讲会]|开大会|启动|揭[牌幕]|签约|印发|发布|公布|主持|出席|会见|会晤|率[队团]|赴|宣布|通报|透露|获悉|发出|对外|联合|消息|携|会同|表示|介绍|批准|通过|出台|下发|下达)))(?P<dc>3[01]|[12]\d|[1-9]|{_TENS}|(?<![连续共第首前后每整足近满达期])[一二三四五六七八九](?=日(?:在|[上下]午|晚|正式))|(?<=期[至到])[一二三四五六七八九])日(?![内元游均]|前(?!(?:完成)?(?:报名|报送|提交|反馈|回[执复]|将|把|寄|登记|缴|交|填|确认|告知|上报|返回|办理|发送)))(?:{_CLOCK.replace('P<', 'P<w')})?",
    "near": r"[今昨前明本]\s?\(\d{1,2}\)\s?[日天](?:上午|下午|晚上?)?|[今昨]\s?\(\d{1,2}日\)晚?"
    r"|(?P<pair>[昨今]今|[今昨]明|明后)(?:两[日天]|[日天](?=[,在于举召]))"
    r"|大?[前后][日天](?:上午|下午|中午|晚上?|凌晨|起)?|(?:今|昨|明|当|次|翌|同)[日天](?:上午|下午|中午|晚上?|凌晨|起)?|[今昨前明后当翌][晚夜](?!班)"
    r"|昨(?=[在于](?!今)|召开|举[行办]|[开闭启落]幕|公布|发布|启动)|(?<=[会展节幕赛周])首日(?=[,上下晚即就,])|今晨|今早|[今昨明]起|第二天|隔[日天](?=[上下,在举召又])|(?<!最)(?:前|后)一[日天]",
    "clock": r"(?:(?<=[。;!\n])|(?<!.))(?:(?P<chalf>[上下]午|晚上?)?(?P<chm>\d{1,2}(?::\d\d|[时点](?:\d{1,2}分?|半|整)?))(?:许|左右)?|[上下]午|晚上)(?=,)",
    "dayed": r"(?:星期|周|礼拜)[一二三四五六日天]\s?\((?:(?P<em2>\d{1,2})月)?(?P<ed2>\d{1,2})[日号]?\)",
    "weekday": r"(?P<w>(?:[本这上下]个?|刚刚?过去的)(?:周|星期|礼拜))(?P<wd>[一二三四五六日天末])?"
    r"(?:(?P<two>的?两[日天])|(?<=[一二三四五六])(?:至|到|-+|[、和及与])(?:本?(?:周|星期|礼拜))?(?P<wd2>[二三四五六日天])(?![十名位家个届]))?(?:上午|下午|晚)?"
    # 周五,某会召开: the last or the next one
    r"|(?<![一-鿿\d])(?P<bare>(?:周|星期|礼拜)(?P<wd3>[一二三四五六日天]))(?=(?:[上下]午|晚)?(?:,|在|举[行办]|召开|开幕))",
    "ago": r"(?<![\d.])(?P<an>\d{1,2}|[一二两三四五六七八九十])个?(?P<au>分钟|小时|天|日|周|星期|月|年)(?P<aw>前(?!期)|后(?!期)|内|之内|以内)",
    "vague": "近日|日前|近期|前不久|不久前|最近|前几天|前些天|连日来",
    "duration": r"(?:为期|历时|会期|展期|持续|共|(?<=起),?(?:连续|一连)?(?=..?天))(?P<dn>\d{1,3}|[一二两三四五六七八九十]{1,3}半?)个?(?P<du>天|日|周|星期|月(?!\d|[上中下]旬)|年(?!\d))(?!以上)",
    "english": r"(?P<em>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? (?P<ed>\d{1,2}),? (?P<ey>20\d\d)(?: (?P<ehm>\d{1,2}:\d\d)(?::\d\d)?(?: (?P<eap>[AP]M))?)?",
}
_TIMES = Choice(_FAMILIES, apart="0123456789")

YEAR_SHIFT = {"今年": 0, "本年": 0, "本年度": 0, "当年": 0, "同年": 0, "明年": 1, "来年": 1, "次年": 1}
YEAR_SHIFT |= {"去年": -1, "上年": -1, "前年": -2, "后年": 2, "翌年": 1}
DAY_SHIFT = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
ANCHOR_SHIFT = {"当": 0, "同": 0, "次": 1, "翌": 1, "第": 1, "首": 0}
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FIVE_YEAR_PLANS = {
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
    if words in YEAR_SHIFT:
        return Moment(relative=words)
    value = number(words.rstrip("年度 的"))
    return Moment(value + (0 if value > 999 else 1911 if value > 99 else 2000))


def _month(words: str) -> int:
    return number(words.rstrip("月份 ").replace("元", "1"))  # 元月


_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_length(year: int | None, month: int) -> int:
    """Return the days of a month; February's of an open year are those of a leap year."""
    return 28 if month == 2 and year is not None and not isleap(year) else _LENGTHS[month - 1]


def is_valid(moment: Moment) -> bool:
    """Tell whether such a day exists."""
    return moment.month is None or moment.day is None or moment.day <= month_length(moment.year, moment.month)


def _clock(half: str | None, words: str | None) -> str | None:
    """Read 下午2:30, 14时 or 9点半 as HH:MM; words without an hour give none."""
    if not words:
        return None
    hour, _, rest = re.sub(r"[时点]", ":", words).partition(":")
    minute = 30 if rest == "半" else int(re.sub(r"\D.*", "", rest) or 0)
    late = half is not None and half[0] in "下晚傍" and int(hour) < 12
    value = int(hour) + 12 * late
    return f"{value:02d}:{minute:02d}" if value < 24 and minute < 60 else None


class Reading(NamedTuple):
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


def _read_calendar(m: re.Match[str]) -> Reading | None:
    year = _year(m["y"])
    relative_month = m["m"][0] not in _DIGITS and m["m"][0] not in "十元"
    first = year._replace(
        month=None if relative_month else _month(m["m"]),
        day=number(m["d"]) if m["d"] else None,
        relative=m["m"].rstrip("份").replace("个", "") if relative_month else year.relative,
    )
    last = _calendar_end(m, first)
    if not is_valid(first) or (last and not is_valid(last)):
        return None
    precision: Precision = "day" if first.day else "third" if m["p"] else "month"
    return Reading(first, last, precision, *_clocks(m))


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


def _read_lunar(m: re.Match[str]) -> Reading | None:
    told = m["lm"] or m["lm2"] or m["lm3"]
    month = {"正": 1, "冬": 11, "腊": 12}.get(told) or number(told)
    day = number((m["ld"] or m["ld2"] or m["ld3"]).lstrip("初"))
    year = int(m["ly"][:4]) if m["ly"] and m["ly"][0].isdecimal() else None
    if year is None:
        return Reading(Moment(month=month, day=day, relative="农历"))
    return Reading(from_lunar(year, month, day))


def from_lunar(year: int, month: int, day: int) -> Moment:
    solar = LunarDate(year, month, day).to_solar_date()
    return Moment(solar.year, solar.month, solar.day)


def _read_slip(m: re.Match[str]) -> Reading | None:
    month, day = int(m["sm"] or m["sm1"]), int(m["sd"] or m["sd1"])
    first = Moment(_year(m["slipyear"]).year if m["slipyear"] else None, month, day)
    last = Moment(first.year, first.month, number(m["se"])) if m["se"] else None
    return Reading(first, last) if is_valid(first) else None


def _read_compact(m: re.Match[str]) -> Reading | None:
    first = Moment(int(m["cy"]), int(m["cm"]), int(m["cd"]))
    last = Moment(first.year, first.month, number(m["ce"])) if m["ce"] else None
    return Reading(first, last) if is_valid(first) else None


def _read_dotted(m: re.Match[str]) -> Reading:
    """Read 2023年9.12-9.14."""
    first = Moment(int(m["ty"]), int(m["tm"]), int(m["td"]))
    last = Moment(month=int(m["tm2"] or m["tm"]), day=int(m["td2"])) if m["td2"] else None
    return Reading(first, last)


def _read_spaced(m: re.Match[str]) -> Reading:
    """Read 2024 6 30日, whose 年 and 月 are lost."""
    return Reading(Moment(int(m["sy"]), int(m["sm2"]), int(m["sd2"])))


def _read_pointed(m: re.Match[str]) -> Reading | None:
    """Read 10.25-27日."""
    first = Moment(None, int(m["um"]), int(m["ud"]))
    last = Moment(None, int(m["um2"] or m["um"]), int(m["ue"]))
    return Reading(first, last) if is_valid(first) and is_valid(last) else None


def _read_numeric(m: re.Match[str]) -> Reading | None:
    first = Moment(int(m["ny"]), int(m["nm"]), int(m["nd"]))
    last = None
    if m["nd2"]:
        last = Moment(int(m["ny2"] or m["ny"]), int(m["nm2"] or m["nm"]), int(m["nd2"]))
    if not is_valid(first) or (last and not is_valid(last)):
        return None
    return Reading(first, last, "day", _clock(None, m["nhm"]))


def _read_years(m: re.Match[str]) -> Reading | None:
    first = int(m["ya"] or m["ya2"] or m["ya3"])
    last = int(m["yb"] or m["yb2"] or f"{first // 100}{m['yb3']}")
    if not first < last <= first + 40:
        return None
    return Reading(Moment(first), Moment(last), "year", role="period")


def _read_five(m: re.Match[str]) -> Reading | None:
    first = FIVE_YEAR_PLANS.get(m["fv"] or m["fv2"])
    return Reading(Moment(first), Moment(first + 4), "year", role="period") if first else None


def _read_part(m: re.Match[str]) -> Reading:
    year, words = _year(m["py"]), m["pq"] or m["pq2"]
    span, precision = _part_months(words)
    if span is None:
        return Reading(year if m["py"] else Moment(relative="今年"), None, precision)
    return Reading(year._replace(month=span[0]), year._replace(month=span[1]), precision)


def _part_months(words: str) -> tuple[tuple[int, int] | None, Precision]:
    """Return the first and last month of a part of a year; a season's months differ by place and trade."""
    if words.endswith("半年"):
        return ((1, 6) if words[0] == "上" else (7, 12)), "half"
    if words.endswith("季度") or words[0] == "Q":
        count = QUARTERS[re.sub(r"[前第个季度Q]", "", words)]
        return (1 if words[0] == "前" else 3 * count - 2, 3 * count), "quarter"
    return None, "season"


def _read_months(m: re.Match[str]) -> Reading:
    year = _year(m["my"]) if m["my"] else Moment()
    if m["mf"]:
        count = number(re.sub(r"[前个月]", "", m["mf"]))
        return Reading(Moment(month=1), Moment(month=min(count, 12)), "month", role="period")
    return Reading(year._replace(month=int(m["ma"])), year._replace(month=int(m["mb"])), "month")


def _read_year(m: re.Match[str]) -> Reading:
    return Reading(_year(m["yr"] or m["yrel"]), None, "year", role="period")


def _read_day(m: re.Match[str]) -> Reading:
    if m["dc"]:
        return Reading(Moment(day=number(m["dc"])), None, "day", *_clocks(m, "w"))
    first, last = Moment(day=number(m["da"])), Moment(day=number(m["db"]))
    return Reading(first, last, "day", *_clocks(m, "x"))


def _read_near(m: re.Match[str]) -> Reading:
    words = _BESIDE_DAY.sub("", m.group()).replace("本", "今")
    day = _BESIDE_DAY.search(m.group())
    first = Moment(day=int(day["day"]) if day else None, relative=words)
    return Reading(first, Moment(relative=_DAYS_ON * (1 + words.startswith("昨明"))) if m["pair"] else None)


def _read_clock(m: re.Match[str]) -> Reading:
    """Read 上午11点, or 下午, at the head of a sentence, which is of the day told last."""
    return Reading(Moment(relative="当日"), None, "day", _clock(m["chalf"], m["chm"]))


def _read_dayed(m: re.Match[str]) -> Reading:
    """Read 周一(19日)."""
    return Reading(Moment(month=int(m["em2"]) if m["em2"] else None, day=int(m["ed2"])))


_BESIDE_DAY = re.compile(r"\s?\((?P<day>\d{1,2})日?\)\s?")  # 今(15)日, 本(15)日, as papers of Taiwan write


def _read_weekday(m: re.Match[str]) -> Reading:
    """Read 本周五, 上周, 本周六、日, 周末两天, or 周五 alone."""
    if m["bare"]:
        return Reading(Moment(relative=m["bare"]))
    first = Moment(relative=m["w"] + (m["wd"] or ""))
    if not m["wd"]:
        return Reading(first, None, "vague")
    count = 1 if m["two"] else _WEEK_DAYS.find(m["wd2"]) - _WEEK_DAYS.find(m["wd"]) if m["wd2"] else 0
    return Reading(first, Moment(relative=_DAYS_ON * count) if count > 0 else None)


_WEEK_DAYS = "一二三四五六日"
_DAYS_ON = "次"  # so many days after the first one of a range


def _read_ago(m: re.Match[str]) -> Reading:
    role: TimeRole = "period" if "内" in m["aw"] else "published" if m["aw"] == "前" else "event"
    return Reading(Moment(), None, "duration" if role == "period" else "vague", role=role)


def _read_monthend(m: re.Match[str]) -> Reading:
    return Reading(Moment(relative="当月"), None, "third")


def _read_vague(m: re.Match[str]) -> Reading:
    return Reading(Moment(relative="近日"), None, "vague")


def _read_duration(m: re.Match[str]) -> Reading:
    return Reading(Moment(), None, "duration", role="period")


def _read_english(m: re.Match[str]) -> Reading:
    first = Moment(int(m["ey"]), _MONTHS.index(m["em"][:3]) + 1, int(m["ed"]))
    half = "下午" if m["eap"] == "PM" else None
    return Reading(first, None, "day", _clock(half, m["ehm"]), role="published")


_READERS: dict[str, Callable[[re.Match[str]], Reading | None]] = {
    "lunar": _read_lunar, "calendar": _read_calendar, "slip": _read_slip, "compact": _read_compact, "spaced": _read_spaced, "dotted": _read_dotted, "pointed": _read_pointed, "numeric": _read_numeric,
    "years": _read_years, "monthend": _read_monthend, "five": _read_five, "part": _read_part, "months": _read_months,
    "year": _read_year, "day": _read_day, "near": _read_near, "clock": _read_clock, "dayed": _read_dayed, "weekday": _read_weekday,
    "ago": _read_ago, "vague": _read_vague, "duration": _read_duration, "english": _read_english,
}  # fmt: skip


def readings(text: str) -> Iterator[tuple[int, int, Reading]]:
    """Yield each time that a text tells, with where its words begin and end.

    Args:
        text: in one width (see text.flat).
    """
    for m in _TIMES.finditer(text):
        reading = _READERS[m.lastgroup or ""](m)
        if reading is not None:
            yield m.start(), m.end() - (len(m.group()) - len(m.group().rstrip())), reading
