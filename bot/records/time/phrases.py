"""When: dates, ranges, clock times, periods and deadlines in a text, and the year they belong to.

A mention is read as the words stand; the year of a bare month and day is settled afterwards, by the
text, the name, and the publication date, in this order. What nothing settles stays ``--12-20``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bot.records.model import DateBasis
from bot.records.text import flat, with_years_in_figures
from bot.records.time.moments import (
    ANCHOR_SHIFT,
    DAY_SHIFT,
    YEAR_SHIFT,
    Moment,
    TimeMention,
    from_lunar,
    is_valid,
    month_length,
    number,
    readings,
)
from bot.records.time.tense import looks_ahead, role_of
from bot.records.time.years import Years, year_of_name

# A day reported this long after it was held is still the nearest one of that month and day (guide rule 9).
REPORTED_WITHIN = timedelta(days=70)
# An announcement without a year speaks of the next such day, within this time.
ANNOUNCED_WITHIN = timedelta(days=330)


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
        (y, date(y, month, min(day, month_length(y, month))))
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
        if announced and _falls_before(moment, ground, year):
            return year - 1, "context"
        return year + (announced is not False and (ground.near.month or 1) - month >= 6), "context"
    told = ground.text_years[0] if ground.text_years else ground.name_year
    if ground.published is None:
        return told, "context" if told else None
    if moment.day is None and announced is None and told in (None, ground.published.year):
        year = ground.published.year - (month - ground.published.month > _HALF_OF_MONTHS)
        return year, "published"
    seen = _nearest(month, moment.day or 15, ground.published, announced)
    if told is not None and seen in {None, told}:
        return told, "context"
    return seen, "published" if seen else None


def _falls_before(moment: Moment, ground: _Ground, year: int) -> bool:
    """Tell whether a day to come is one of this year, told behind one of the next: 定于1月9日召开,12月28日前报名."""
    if not (ground.published and ground.near and moment.month and moment.day):
        return False
    before, near = moment._replace(year=year - 1), ground.near.as_date()
    day = before.as_date() if is_valid(before) else None
    soon = timedelta(_HALF_OF_MONTHS * 31)
    return bool(near and day and ground.published <= day < near and near - day < soon)


def _is_to_come(moment: Moment, ground: _Ground, announced: bool | None) -> bool:
    """Tell whether the year of the date before would put a day past: 将于2022年4月1日起实施。4月9日,在…会上."""
    if announced or ground.published is None or ground.near is None or not (moment.month and moment.day):
        return False
    whole = moment._replace(year=ground.near.year)
    day = whole.as_date() if is_valid(whole) else None
    ahead = day is not None and day - ground.published > ANNOUNCED_WITHIN
    return ahead and _nearest(moment.month, moment.day, ground.published, announced) is not None


def _settle(moment: Moment, ground: _Ground, announced: bool | None) -> tuple[Moment, DateBasis | None]:
    """Return the moment as whole as the ground allows."""
    if moment.relative in YEAR_SHIFT:
        return _settle_relative_year(moment, ground)
    if moment.relative == "农历":
        return _settle_lunar(moment, ground, announced)
    if moment.relative and moment.relative[0] in "周星礼":
        return _settle_weekday(moment.relative, ground, announced)
    if moment.relative:
        return _settle_relative(moment, ground)
    if moment.year:
        return moment, "stated"
    if moment.month is None:
        return _settle_day(moment, ground, announced)
    year, basis = _settle_year(moment, ground, announced)
    whole = moment._replace(year=year)
    return (whole, basis) if is_valid(whole) else (moment, None)


# Years told by the one named before them, be it of what is past.
_SAID_YEAR = frozenset({"当年", "同年", "次年"})


def _settle_relative_year(moment: Moment, ground: _Ground) -> tuple[Moment, DateBasis | None]:
    shift = YEAR_SHIFT[moment.relative or ""]
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
        return from_lunar(told - (month >= 11), month, day), "context"
    if ground.published:
        for year in (ground.published.year - 1, ground.published.year):
            solar = from_lunar(year, month, day)
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
            return (whole, "context") if is_valid(whole) else (Moment(), None)
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
        return (whole, "published") if is_valid(whole) else (Moment(), None)
    return Moment(), None


def _is_done_before(near: Moment, whole: Moment, published: date | None, announced: bool | None) -> bool:
    """Tell whether what is told as done would lie ahead: 大会将于11月20日举办。会长12日在发布会上表示."""
    ahead, done = (moment.as_date() if is_valid(moment) else None for moment in (near, whole))
    # Not later than what is ahead: on the 20th it opens, on the 21st a part was held.
    return bool(published and announced is False and ahead and done and published < done < ahead)


def _day_of(value: date) -> Moment:
    return Moment(value.year, value.month, value.day)


def _settle_relative(moment: Moment, ground: _Ground) -> tuple[Moment, DateBasis | None]:
    """Resolve 今天, 当日, 本周五, 上月, 近日."""
    words = moment.relative or ""
    near = _as_date(ground.near)
    if words in _THAT_MONTH and ground.near and ground.near.year and ground.near.month:
        count = ground.near.year * 12 + ground.near.month - 1 + (words == "次月")
        whole = Moment(count // 12, count % 12 + 1, moment.day)
        return (whole if is_valid(whole) else whole._replace(day=None)), "context"
    if words[0] in ANCHOR_SHIFT and "月" not in words and (near or "晚" not in words):
        return _days_from(ground.near, near, ANCHOR_SHIFT[words[0]])
    if words[1:2] == "一":  # 前一天, 后一天
        return _days_from(ground.near, near, -1 if words[0] == "前" else 1)
    if ground.published is None:
        return Moment(day=moment.day) if "月" not in words else Moment(), None
    if "月" in words:
        return _month_of(words, moment, ground), "published"
    if words[0] in "本这上下刚":
        return _weekday_of(words, ground.published), "published"
    if words == "近日":
        return Moment(ground.published.year, ground.published.month), "published"
    shift = DAY_SHIFT.get(words.lstrip("大")[0], 0)
    told = ground.published + timedelta(shift + (shift // 2 if words[0] == "大" else 0))  # 大前天, 大后天
    near_by = (told + timedelta(n) for n in (0, 1, -1, 2, -2, 3, -3))  # 昨(24)日, on a page of the 24th
    return _day_of(next((d for d in near_by if moment.day in (None, d.day)), told)), "published"


_ANY_YEAR = 2023  # to count days in of which none is told


def _as_date(near: Moment | None) -> date | None:
    """Return the day of a moment, in any year where it tells none."""
    return near._replace(year=near.year or _ANY_YEAR).as_date() if near and is_valid(near) else None


def _days_from(told: Moment | None, near: date | None, days: int) -> tuple[Moment, DateBasis | None]:
    """Return the day so many days after one told before; where that has no year, this has none."""
    if told is None or near is None:
        return Moment(), None
    whole = _day_of(near + timedelta(days))
    return (whole, "context") if told.year else (whole._replace(year=None), None)


_THAT_MONTH = frozenset({"当月", "同月", "次月"})  # of the month told before them, if any


def _settle_weekday(words: str, ground: _Ground, announced: bool | None) -> tuple[Moment, DateBasis | None]:
    """Resolve 周五 alone: the next one of what will be, else the last one."""
    if ground.published is None:
        return Moment(), None
    index = _WEEK_DAYS.find(words[-1].replace("天", "日"))
    ahead = (index - ground.published.weekday()) % 7
    return _day_of(ground.published + timedelta(ahead if announced or not ahead else ahead - 7)), "published"


_WEEK_DAYS = "一二三四五六日"


def _month_of(words: str, moment: Moment, ground: _Ground) -> Moment:
    published = ground.published or date.min
    shift = {"上": -1, "下": 1, "次": 1}.get(words[0], 0)
    count = published.year * 12 + published.month - 1 + shift
    whole = Moment(count // 12, count % 12 + 1, moment.day)
    return whole if is_valid(whole) else whole._replace(day=None)


def _weekday_of(words: str, published: date) -> Moment:
    week = {"上": -7, "下": 7, "刚": -7 * (published.weekday() < _SATURDAY)}.get(words[0], 0)
    weekday = re.search(r"[一二三四五六日天末]", words[1:].replace("个", ""))
    if weekday is None:
        return Moment()
    index = "一二三四五六末".find(weekday.group())
    monday = published - timedelta(published.weekday())
    return _day_of(monday + timedelta(week + (index if 0 <= index < 6 else 5 + (weekday.group() in "日天"))))


_SATURDAY = 5


def _follow(last: Moment, whole: Moment) -> Moment:
    """Give the end of a range what its beginning was given, or count its days from there (本周六、日)."""
    if last.relative and not last.relative.strip("次"):
        day = whole.as_date()
        return _day_of(day + timedelta(len(last.relative))) if day else last
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
    finish = last.iso() if last and is_valid(last) and last != whole else None
    return mention._replace(start=start, finish=finish, basis=basis if whole.year else None)


def _scan(text: str, flattened: str) -> list[TimeMention]:
    """Read the mentions as their words stand, without resolving them."""
    mentions: list[TimeMention] = []
    for begin, end, reading in readings(flattened):
        role = role_of(flattened, begin, end, reading)
        mentions.append(
            TimeMention(
                begin, end, text[begin:end], None, None, None, reading.precision,
                reading.clock, reading.clock_end, role,
                looks_ahead(flattened, begin, end, role == "deadline"), reading.first, reading.last,
            )
        )  # fmt: skip
    return mentions


_LINE_NUMBER = re.compile(r"^([ \t]*\d{1,2})\.(?=\d{1,2}月)", re.MULTILINE)  # 1.3月28日,某培训班 is no 1.3月
_DAYS_LONG = re.compile(
    r"(?:为期|历时|会期|展期|持续|共|一连(?:举[办行]|展出|进行)?|(?=[^日]*天$),?(?:连续|一连)?)(?P<n>[\d一二两三四五六七八九十半]+)个?(?P<unit>[天日周]|星期)"
)
# 据悉,本届大会由…主办,为期两天: the gathering itself, however far ahead its day was told.
_OF_THE_WHOLE = re.compile(
    r"(?:^|[。\n])[^。\n,]{0,6},?(?:[此本这]次|本届|该)?(?:会议|大会|年会|论坛|峰会|展会|展览会?|博览会|交易会|活动|大赛|比赛|培训班?|研修班?|[^。\n,]{0,6}(?:周|节))(?:由[^。\n]{2,120}|将|共|,)?$"
)
_UNTIL = re.compile(r"(?:持续|延续|展示|展出|一直)?[到至]\s?$|(?:截止|结束)[于到至]?\s?$")
_CLOSES = re.compile(
    r"^[^。;\n]{0,80}?(?:闭幕|落幕|结果[^,。;]{0,24}揭晓|[落拉]下(?:了)?(?:帷|大)幕|收官|结束|结业|结营|圆满|谢幕|闭馆|闭展|撤展|散场|收锣|收展|[画划][上下](?:了)?(?:圆满)?句[号点]|见分晓|收播|落[槌锤])"
)


def _lasting(mentions: list[TimeMention], text: str) -> list[TimeMention]:
    """Give a day its other end where the words say 为期3天, 将持续至29日 or 31日结束 (guide rule 8)."""
    out: list[TimeMention] = []
    for mention in mentions:
        if out and _is_other_end(mention, out[-1], text):
            last = _base(mention)._replace(relative=None)
            whole = text[out[-1].begin : mention.end]
            out[-1] = _ranged(out[-1], _base(out[-1])._replace(relative=None), last)._replace(
                end=mention.end, quote=whole
            )
            continue
        days = _DAYS_LONG.fullmatch(mention.quote)
        dated = [i for i, m in enumerate(out) if m.role == "event" and m.precision == "day"]
        at = dated[-1] if dated and dated[-1] >= len(out) - _LEAN_ON else None
        near = at is not None and mention.begin - out[at].end < 120
        if days and dated and not near and _OF_THE_WHOLE.search(text, 0, mention.begin):
            at, near = dated[0], True
        if at is not None and near and days:
            closing = bool(_CLOSES.match(text[out[at].end : out[at].end + 110]))
            week = 7 if days["unit"] in ("周", "星期") else 1
            out[at] = _lengthened(out[at], number(days["n"].rstrip("个半")) * week, closing)
        elif at is not None and near and _opened(mention, out[at], text):
            first, last = (
                _in_month_of(_base(mention), _base(out[at])),
                _base(out[at])._replace(relative=None),
            )
            if first.month and is_valid(first):
                mention, out[at] = _ranged(mention, first, last), _ranged(out[at], first, last)
        elif out and _CLOCK_TO.fullmatch(text, out[-1].end, mention.begin) and _goes_on(out[-1], mention):
            out[-1] = _ranged(out[-1], _base(out[-1]), _base(mention)._replace(relative=None))
        elif at is not None and near and _ends(mention, out[at], text):
            # 本周五开幕,持续到下月8日: the month is in the day as it was resolved.
            last = _base(mention) if mention.first.relative else mention.first
            out[at] = _ranged(out[at], _base(out[at]), last._replace(relative=None))
        out.append(mention)
    return out


_CLOCK_TO = re.compile(r"\s?(?:-+|至|到)\s?")


def _goes_on(first: TimeMention, last: TimeMention) -> bool:
    """Tell whether a day with its hour goes on to another: 10月25日上午8:30至26日17:00."""
    single = not (first.last or last.last) and first.precision == last.precision == "day"
    return bool(single and first.clock and first.start and (last.start or "") > first.start)


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


def _in_month_of(first: Moment, last: Moment) -> Moment:
    """Give an opening told by its day alone (21日开幕) the month of the closing, or the one before."""
    if first.month or not (first.day and last.month and last.day):
        return first
    if first.day <= last.day:
        return first._replace(year=last.year, month=last.month)
    month = last.month - 1 or 12
    return first._replace(year=last.year and last.year - (month > last.month), month=month)


_AND_UP_TO = re.compile(r"起?,?(?:将?一直|将?持续)?(?:[到至]|-{1,2})")


def _is_other_end(mention: TimeMention, opening: TimeMention, text: str) -> bool:
    """Tell whether two days are the ends of one range that only words told from today open: 昨天起至15日."""
    told_from_today = opening.start and not opening.last and (opening.first.relative or "")[:1] in DAY_SHIFT
    last_day = mention.first.day and not mention.last
    return bool(told_from_today and last_day and _AND_UP_TO.fullmatch(text, opening.end, mention.begin))


def _ends(mention: TimeMention, opening: TimeMention, text: str) -> bool:
    """Tell whether a day is the last of what began on the one before."""
    if mention.role == "deadline":
        return False  # 10月28日启动,征稿截至12月31日
    if mention.first.day is None or mention.last or opening.last or opening.first.relative in {"近日"}:
        return False
    gap = text[opening.end : mention.begin]
    if "\n" in gap or (mention.first.month, mention.first.day) == (opening.first.month, opening.first.day):
        return False
    until = _UNTIL.search(gap) and re.search(
        "持续|延续|展|开幕|举行|举办|启动|开启|拉开|启幕|揭幕|登场|开锣|开市", gap
    )
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


# Below a speech's title, above whom it addresses: (2018年3月22日 晋江)
_SPOKEN_THEN = re.compile(
    r"\((?:19|20)\d\d年\d{1,2}月\d{1,2}日[^()\n]{0,12}\)\s*\n(?:[^\n。,]{1,24}\n)?(?:尊敬的?|各位|同志们|女士们)"
)


# 某协会2025年工作要点: its months are to come.
_PROGRAMME = re.compile(
    r"20\d\d年度?[一-鿿]{0,8}(?:工作(?:要点|计划|安排|打算)|(?:活动|展会|办展|会展|赛事|培训)(?:计划|安排|一览表?|日程))[》”]?(?:的通知)?$"
)


# 商会这一年, 岁末回眸 at the turn of the year: its months are gone.
_YEAR_IN_REVIEW = re.compile(
    r"[这的]一年|一年[间里来]|回眸|回望|回首|回顾|盘点|岁末|年终|年度(?:总结|记忆)|大事记|总结"
)
_YEARS_TURN = (12, 1, 2)


def read_times(text: str, published: date | None = None, title: str = "") -> tuple[TimeMention, ...]:
    """Read every mention of time, in the text's order, resolved as far as the text allows.

    Args:
        text: the clean text; offsets are into it.
        published: the article's day, if known; else a date line within the text is used.
        title: the article's title, which may carry the event's year.
    """
    flattened = _LINE_NUMBER.sub(r"\1、", flat(text))
    scanned = _scan(text, flattened)
    shown = None if published else _shown(scanned)
    spoken = next((m.first.as_date() for m in scanned if _SPOKEN_THEN.match(flattened, m.begin - 1)), None)
    years = Years(with_years_in_figures(flattened), scanned)
    programme = bool(_PROGRAMME.search(flat(title)))
    looks_back = published and published.month in _YEARS_TURN and _YEAR_IN_REVIEW.search(flat(title))
    reviewed = published if looks_back else None
    out: list[TimeMention] = []
    coming = -1  # where the line ends that tells what next year brings: 明年打算做好三件事。第一,3月…
    for mention in scanned:
        near = _near(mention, _of_late(_running(mention, out, flattened), published or shown))
        month = mention.first.month
        mention = _of_dateline(mention, out)
        if programme and mention.announced is None and month and not mention.first.day:
            mention = mention._replace(announced=True)
        told = (spoken or _dateline(out)) if (mention.first.relative or "")[:1] in DAY_SHIFT else None
        text_years = () if mention.first.year else years.of(month or 12, mention.begin, mention.first.day)
        if (
            mention.first.relative in _NEXT_YEAR
            and month is None
            and _PLANS_FOR_IT.match(flattened, mention.end)
        ):
            coming = flattened.find("\n", mention.end) % (len(flattened) + 1)
        elif published and month and not mention.first.year and mention.begin < coming:
            mention = mention._replace(announced=True)
            text_years, near = (published.year + 1,), None
        if reviewed and month and not mention.first.year and mention.announced is not True:
            mention = mention._replace(announced=False)
            text_years = (reviewed.year - (month > reviewed.month),)
        out.append(
            resolve(
                mention,
                published=told or published or shown,
                name_year=year_of_name(title, month),
                text_years=text_years,
                near=near,
            )
        )
    ranged = _lasting([_leaning_ahead(mention, out[i + 1 :]) for i, mention in enumerate(out)], flattened)
    return tuple(m._replace(basis="context") if shown and m.basis == "published" else m for m in ranged)


_NEXT_YEAR = frozenset({"明年", "来年"})
_PLANS_FOR_IT = re.compile(
    r"[^。;\n]{0,16}?(?:打算|计划|准备|要|将|安排|力争)[^。;\n]{0,12}?[一二三四五六七八九十\d]{1,2}(?:件|项|场|个|大)"
)


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
    days = (_as_day(m) for m in before if m.role == "dateline")
    return next((day for day in days if day), None)


_DAYS = frozenset("天日晚夜晨早起")


def _of_dateline(mention: TimeMention, before: Sequence[TimeMention]) -> TimeMention:
    """Count 昨日 from a dateline that tells no year: 4月19日讯 …昨日."""
    words = mention.first.relative or ""
    shift = DAY_SHIFT.get(words[:1]) if words[1:2] in _DAYS else None
    if shift is None:
        return mention
    line = next((_from_iso(m.start) for m in before if m.role == "dateline" and m.start), None)
    if line is None or line.year or not (line.month and line.day):
        return mention
    told = date(2023, line.month, min(line.day, month_length(2023, line.month))) + timedelta(shift)
    return mention._replace(first=Moment(month=told.month, day=told.day))


_LASTS_UNTIL = ("持续至", "持续到", "延续至", "延续到", "展至", "进行至")


def _running(mention: TimeMention, before: Sequence[TimeMention], flattened: str) -> Sequence[TimeMention]:
    """Leave out for 当日 and 28日 what they do not lean on.

    That is the day until which something lasts (时装周将持续至4月2日. …当日下午), and for 28日, behind a day, the
    month by which something is planned (11月26日,…;计划明年6月完成。展览到28日). 闭幕当晚 leans on the day it closed.
    """
    alone = mention.first.month is None and mention.first.day is not None and not mention.first.relative
    if not alone and (mention.first.relative or "")[:1] not in ANCHOR_SHIFT:
        return before
    its = None if alone else _ITS_DAY.search(flattened, max(0, mention.begin - 6), mention.begin)
    if its and (then := [m for m in before if _COMES_TO[its.lastgroup or ""].match(flattened, m.end)]):
        return then
    dayed = alone and any(m.first.day and m.first.month for m in before)
    return [
        m
        for m in before
        if not flattened.endswith(_LASTS_UNTIL, 0, m.begin)
        and not (dayed and m.announced and m.first.day is None)
    ]


# 4月22日晚在某剧院落下帷幕。本届时装周4月18日开幕。闭幕当晚,…
_ITS_DAY = re.compile(r"(?:(?P<opens>[开启]幕)|(?P<closes>闭幕|落幕|收官))(?:式|仪式)?(?:的|之)?$")
_COMES_TO = {
    "opens": re.compile(r"[^。;\n\d当]{0,30}?(?:[开启]幕|拉开(?:帷幕|序幕))(?!式?的?当)"),
    "closes": re.compile(r"[^。;\n\d当]{0,30}?(?:闭幕|落幕|落下帷幕|收官)(?!式?的?当)"),
}


_LONG_SINCE = timedelta(60)  # before the page, of a day that tells how what is news now was begun


def _of_late(before: Sequence[TimeMention], published: date | None) -> Sequence[TimeMention]:
    """Leave out of the days told those long gone, where one of late is among them: 初选去年12月启动, told behind 4月17日晚."""
    if published is None:
        return before
    day = {m: _as_day(m) for m in before[-_LEAN_ON:] if m.role == "event"}
    gone = {m for m, told in day.items() if told and published - told > _LONG_SINCE}
    late = any(told and abs(published - told) <= _LONG_SINCE for told in day.values())
    return [m for m in before if m not in gone] if gone and late else before


def _as_day(mention: TimeMention) -> date | None:
    whole = _from_iso(mention.start) if mention.start else Moment()
    return whole.as_date() if is_valid(whole) else None


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
            if earlier.last and whole.day is None:  # 2012年1至11月出口…: months of figures
                continue
            # 排期排到了下个月 is no month for the 26日 told a paragraph later.
            far = mention.begin - earlier.end > _SAME_LIST and whole.day is None and earlier.first.relative
            if whole.month and (whole.day or not mention.first.relative) and not far:
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
