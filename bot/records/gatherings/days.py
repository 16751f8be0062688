"""On which days a gathering is held: of all the times an article tells, those that are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from bot.records.article import Article
from bot.records.facts import Fact
from bot.records.gatherings.finals import day_of_final
from bot.records.gatherings.limits import FROM_NOW, is_dropped, last_day_to_enter, limits
from bot.records.gatherings.moved import new_day
from bot.records.gatherings.others_days import (
    HELD_ON,
    datable,
    day_of_press,
    is_called_of_another,
    is_of_frame,
    is_of_others,
)
from bot.records.gatherings.runs import (
    TO_CLOSE,
    WILL_BE,
    closing_day,
    counted_back,
    ends_alone_at,
    is_end_alone,
    is_finale,
    last_of_run,
    lasting_till,
    only_closes,
    opened_before,
    opened_later,
    opened_since,
    opening_day,
    run_of,
    second_part,
    till,
)
from bot.records.mentions import Mention
from bot.records.mentions.held import MINUTES_OF
from bot.records.naming.editions import year_of
from bot.records.subjects import SAID_THERE, Subject
from bot.records.text import flat
from bot.records.time.moments import TimeMention


def read_days(subject: Subject, article: Article) -> Iterator[Fact]:
    """Yield the first and the last day, how the year was told, and the last day to enter."""
    first: str | None = None
    found = _date_of(subject, article)
    if found is not None:
        time, rule = found
        if (opening := opened_later(subject, article, time)) is not None:
            time, rule = opening, BEHIND_LAUNCH
        if (run := run_of(subject, article, time)) is not None:
            time, rule = run, "days it runs, the one told beside the name among them"
        begin, end = time.begin, time.end
        counted = None if _closes_another(subject, article, time) else counted_back(subject, article, time)
        ends = is_end_alone(article, time) or only_closes(subject, article, time)
        if counted is None and ends and not is_finale(subject, article):
            if subject.parent is None:
                yield Fact("end", _in_named_year(subject, time.start), begin, end, "day of closing alone")
                now = FROM_NOW.search(article.plain, max(0, begin - 8), begin)
                if now and article.published:
                    day = article.published.isoformat()
                    yield Fact("start", day, *now.span("now"), "day of the article, from which it runs")
            return
        last = (
            second_part(article, time)
            or time.finish
            or closing_day(subject, article, time)
            or lasting_till(subject, article, time)
            or (None if counted else last_of_run(subject, article, time))
            or time.start
        )
        if counted is not None:
            yield Fact("start", counted, begin, end, "closing day less the days it lasted")
        elif (opened_on := opened_before(article, time)) is not None:
            yield Fact("start", opened_on, begin, end, "day told as its second or third")
        if (
            opened := opening_day(subject, article, time) or opened_since(subject, article, time)
        ) is not None:
            yield Fact(
                "start", opened.start, opened.begin, opened.end, "day of opening, told beside a later one"
            )
        first, last = (_in_named_year(subject, day) for day in (time.start, last))
        if first and last and last < first[: len(last)] and not first.startswith("-"):
            last = first  # 截止到11月20日 closed the entries, not what was held on the 25th
        if first:  # 原定3月中旬的会推迟两周 tells that it moved, and no day
            yield Fact("start", _clocked(first, time.clock), begin, end, rule)
            yield Fact("end", _clocked(last, time.clock_end), begin, end, rule)
        yield Fact("time_text", time.quote, begin, end, rule)
        if basis := time.basis or ("context" if first != time.start else None):
            yield Fact("date_basis", basis, begin, end, "how the year was told")
    if (limit := last_day_to_enter(subject, article)) is not None:
        last_day = _before_it(limit, first)
        yield Fact("deadline", last_day, limit.begin, limit.end, "last day to enter")


# 12月6日晚,某时装周在某地闭幕,某大赛总决赛同时举行。…自12月3日起历时四天: the days that it ran are the week's.
_CLOSING_OF_ANOTHER = re.compile(r"[^。;\n]*?(?:闭幕|落幕|落下帷幕|收官)[^。;\n]*?,[^。;\n]*$")


def _closes_another(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a day is told before a name as that on which something else closed: how long that ran is none of its own."""
    return any(
        m.sentence.begin <= time.begin < m.name.begin
        and _CLOSING_OF_ANOTHER.match(article.plain[time.end : m.name.begin])
        for m in subject.mentions
    )


def _before_it(limit: TimeMention, first: str | None) -> str | None:
    """Return the last day to enter; told without a year, it is none of half a year behind the first day held."""
    day = limit.finish or limit.start
    whole = day and first and len(day) == len(first[:10]) == len("2025-03-10")
    if not (day and first and whole) or limit.basis == "stated":
        return day
    late = date.fromisoformat(day) - date.fromisoformat(first[:10]) > _LATE
    years = (int(first[:4]), int(first[:4]) - 1) if late else ()
    return next((f"{year}{day[4:]}" for year in years if f"{year}{day[4:]}" <= first), day)


_LATE = timedelta(180)
BEHIND_LAUNCH = "day of opening, told behind the launch"


def _in_named_year(subject: Subject, day: str | None) -> str | None:
    """Give a day without its year that of the name, if the name's year is that of the event (guide rule 9)."""
    year = own_year(subject.name)
    return f"{year}{day[1:]}" if day and day.startswith("--") and year else day


def own_year(name: str) -> int | None:
    """Return the year in a name that is that of the event, not of the work it looks back on (guide rule 9)."""
    if term := _TERM_BEGINS.match(flat(name)):
        return int(term["year"])
    return None if _OF_WORK_YEAR.search(name) else year_of(name)


# 2018-2022年某委员会成立大会: a body's term begins with its founding.
_TERM_BEGINS = re.compile(r"(?P<year>20\d\d)年?-+20\d\d年?.*委员会.*(?:成立|换届|第一次|预备)")
_OF_WORK_YEAR = re.compile(
    r"年度|总结|年终|表彰|工作会|20\d\d(?:/\d\d)?年?\(?(?:春夏|秋冬)|(?:春夏|秋冬)系列|届.*届|[-~]20\d\d"
)


def _clocked(day: str | None, clock: str | None) -> str | None:
    """Join a whole day and its clock time; the trade's articles keep China Standard Time."""
    return f"{day}T{clock}:00+08:00" if day and clock and len(day) == 10 else day


_LABEL = re.compile(
    r"(?:会议|活动|举办|举行|召开|展览|展出|开幕|培训|比赛|大会|论坛|决赛|时)\s?(?:时间|日期|间)\s?[::|]?\s?$"
)


def _date_of(subject: Subject, article: Article) -> tuple[TimeMention, str] | None:
    """Choose the day: beside the words that say it is held, else labelled, else beside the name, else any."""
    told = [
        t
        for t in _days_held(article)
        if not (_in_name(subject, t) or day_of_press(subject, article, t.begin))
    ]
    days = [
        t
        for t in told
        if not (is_of_frame(subject, article, t) or _of_the_whole(subject, article, t))
        and not (is_called_of_another(subject, article, t) or _told_meanwhile(subject, article, t))
        and not (_is_of_today(subject, article, t) or _is_of_minutes(subject, article, t))
    ]
    if final := day_of_final(subject, article, told):  # within a fair, whose days they may be too
        return final, DAY_OF_FINAL
    if moved := new_day(subject, article, days):
        return moved, "new day behind the words of moving"
    held = [m for m in subject.mentions if m.held and not m.past]
    begun = [t for t in days if not ends_alone_at(article, t)]
    days = begun if any(subject.holds(t.begin) for t in begun) else days
    inside = [t for t in days if subject.holds(t.begin)]
    labelled = [t for t in inside if _LABEL.search(article.plain[max(0, t.begin - 12) : t.begin])]
    if own := _in_brackets_behind(subject, article, days):
        return own, "day in brackets behind the name"
    chosen = _beside(article, held, days)
    chosen = chosen and _told_exactly(article, held, chosen, inside)
    if chosen and not (labelled and (chosen.precision == "month" or _lies_within(chosen, labelled[0]))):
        return chosen, "day in the sentence that says it is held"
    if labelled:
        return labelled[0], "day behind its label"
    present = [m for m in subject.mentions if not m.past]
    spoken = [m for m in present if not m.joined or m.went]  # 昨日检查某会布展情况 dates the inspection
    if chosen := _beside(article, spoken, days) or _beside(article, present, days):
        return chosen, "day beside the name"
    exact = [t for t in inside if t.precision == "day"]
    vague = any(_told_vaguely(article, m) for m in held or subject.mentions)
    exact = [t for t in exact if not (vague and _is_all_of_line(article, t))] or ([] if vague else inside)
    exact = [t for t in exact if t.precision not in ("month", "season") or _is_held_behind(article, t)]
    if exact and subject.parent is None:
        return exact[0], "day where the text speaks of it"
    if now := _going_on(article, held):
        return now, "day of the report on what is going on"
    return next(((t, "year it is announced for") for t in _announced_years(article, held)), None)


def _told_exactly(
    article: Article, held: Sequence[Mention], told: TimeMention, days: Sequence[TimeMention]
) -> TimeMention:
    """Return the days of a month, told where it is said again that it is held then: 本月底开幕。峰会定于3月31日至4月1日举行."""
    if told.precision not in ("month", "third") or not told.start:
        return told
    month = told.start[:7]
    exact = (
        t for t in days if t.precision == "day" and (t.start or "").startswith(month) and t.begin > told.end
    )
    return next((t for t in exact if any(m.sentence.begin <= t.begin < m.sentence.end for m in held)), told)


_IN_BRACKETS = re.compile(r"[”》]?\([^()\n]*$")


def _in_brackets_behind(
    subject: Subject, article: Article, days: Sequence[TimeMention]
) -> TimeMention | None:
    """Return the day in the brackets behind a name: 甲展(11月8日-10日)、乙论坛(11月9日)将举行."""
    ends = [m.name.end for m in subject.mentions if not m.past]
    near = (t for t in days for end in ends if 0 < t.begin - end < _WIDEST_BRACKET)
    return next(
        (t for t in near if any(_IN_BRACKETS.fullmatch(article.plain, end, t.begin) for end in ends)), None
    )


_WIDEST_BRACKET = 8  # characters before the day in it


def _lies_within(time: TimeMention, run: TimeMention) -> bool:
    """Tell whether a single day is one of those that something runs: 5月16日,展馆外聚满了人. 举办时间:5月15日-17日."""
    single = bool(time.start and not time.finish and run.start and run.finish)
    return single and (run.start or "") <= (time.start or "")[:10] <= (run.finish or "")


@lru_cache(maxsize=4)
def _days_held(article: Article) -> tuple[TimeMention, ...]:
    """Return the times of an article on which something may be held, whatever it is: the same for all its subjects."""
    return tuple(
        t
        for t in article.times
        if (datable(t) or _above_place(article, t))
        and not (is_dropped(article, t) or t in limits(article))
        and not is_of_others(article, t)
    )


def _is_held_behind(article: Article, time: TimeMention) -> bool:
    """Tell whether a month far from any name is that of something held: 将于7月举行."""
    return bool(
        re.match(r"[^,。;]{0,20}(?:举[行办]|召开|开幕|启动|进行)", article.plain[time.end : time.end + 30])
    )


_GOING_ON = re.compile(r"正在[^,。;\n]{0,12}?(?:召开|举[行办]|进行)的?[“《]?$")


def _told_meanwhile(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether 昨日 and 当天 are of what happened at something under way: 在正在举行的某会上,某区昨日签约."""
    return bool(time.first.relative and not TO_CLOSE.match(article.plain, time.end)) and any(
        _GOING_ON.search(article.plain, m.sentence.begin, m.name.begin)
        for m in subject.mentions
        if m.name.end <= time.begin
    )


# 还有四天,某展就要与客商见面。昨天,志愿者参加了培训; 一个月前在某大赛上夺金的作品,昨天挂进了门店.
_AT_ANOTHER_TIME = re.compile(
    r"(?:还[有剩]|倒计时)\s?(?:最后)?[一二两三四五六七八九十半百\d]+(?:多?天|个?(?:月|星期|周))|就要(?=[开与在和同迎])"
    r"|(?:[一二两三四五六七八九十几半\d]+个?多?(?:月|星期|周|年)|不久)前(?=[,在的举])|上个?月(?=[,在的举])"
)


# 1月9日公布|去年10月某联席会议纪要, 11月某联席会议纪要
_RIGHT_AHEAD = re.compile(r"(?:的|(?:[在于][^,。;\n]{2,12}?)?(?:举[行办]|召开)的)?“?")


def _is_of_minutes(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a day is told of what the minutes of a meeting settle, or of their coming out, and not of the meeting."""
    minuted = [m for m in subject.mentions if MINUTES_OF.match(article.plain, m.name.end)]
    return bool(minuted) and not any(
        _RIGHT_AHEAD.fullmatch(article.plain, time.end, m.name.begin) for m in minuted
    )


def _is_of_today(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether 昨日 is that of the report, whose other sentence tells the thing as of weeks ago or of days to come."""
    told = [m for m in subject.mentions if m.name.proper]
    apart = (
        not m.sentence.begin <= time.begin < m.name.begin
        and _AT_ANOTHER_TIME.search(article.plain, m.sentence.begin, m.name.end)
        for m in told
    )
    return bool(time.first.relative and time.precision == "day" and told) and all(apart)


def _going_on(article: Article, held: Sequence[Mention]) -> TimeMention | None:
    """Return the dateline of a report from what is just being held: 9月6日电 记者从正在这里召开的某大会上了解到."""
    line = next((t for t in article.times if t.role == "dateline" and t.start), None)
    now = (_GOING_ON.search(article.plain, m.sentence.begin, m.name.begin) for m in held)
    return line if any(now) else None


def _announced_years(article: Article, held: Sequence[Mention]) -> Iterator[TimeMention]:
    """Yield the year alone that a sentence of holding announces: 第八届年会将于2022年在某校召开."""
    for time in article.times:
        around = any(m.sentence.begin <= time.begin < m.sentence.end for m in held)
        alone = time.precision == "year" and time.start and not time.finish
        if around and alone and WILL_BE.search(article.plain[max(0, time.begin - 8) : time.begin]):
            yield time


def _of_the_whole(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a day ends what the subject is only a part of: 整个活动持续到11月26日."""
    told = subject.parent and till(article, time)
    return bool(told and told["whole"])


def _told_vaguely(article: Article, mention: Mention) -> bool:
    """Tell whether the sentence of holding has a time of its own that nothing settles: 昨天上午, 日前在大连举行."""
    span = mention.sentence
    own = [t for t in article.times if span.begin <= t.begin < span.end and t.first.relative]
    return any(t.precision == "vague" or (t.precision == "day" and not t.start) for t in own)


def _is_all_of_line(article: Article, time: TimeMention) -> bool:
    """Tell whether a day fills a line of its own, as a banner's of the next fair does above what was held 日前."""
    plain = article.plain
    begin = plain.rfind("\n", 0, time.begin) + 1
    end = plain.find("\n", time.end)
    return not (plain[begin : time.begin].strip() or plain[time.end : end if end >= 0 else None].strip())


DAY_OF_FINAL = "day of the final"


def _in_name(subject: Subject, time: TimeMention) -> bool:
    return any(m.name.begin <= time.begin < m.name.end for m in subject.mentions)


def _above_place(article: Article, time: TimeMention) -> bool:
    """Tell whether a date stands behind 时间: right above 地点:, which dates the event and not the page."""
    line = article.line(time.begin)
    below = article.plain[line.end + 1 : line.end + 8]
    above = article.plain[line.begin : time.begin]
    return bool(
        time.start
        and re.match(r"\s*(?:时间|日期)\s?[:|]", above)
        and re.match(r"\s*(?:地点|会场|场地|地址)", below)
    )


def _beside(article: Article, mentions: Sequence[Mention], days: Sequence[TimeMention]) -> TimeMention | None:
    for mention in mentions:
        told = (t for t in days if mention.sentence.begin <= t.begin < t.end <= mention.name.begin)
        for time in told:  # 在26日下午举办的座谈会上 tells more than the days of the whole visit
            if HELD_ON.fullmatch(article.plain, time.end, mention.name.begin) or (
                not mention.joined and _HOLDS_THEN.fullmatch(article.plain, time.end, mention.name.begin)
            ):
                return time
    for mention in mentions:
        near = [t for t in days if mention.sentence.begin <= t.begin < mention.sentence.end]
        if SAID_THERE.match(article.plain, mention.name.end):
            near = [t for t in near if t.begin < mention.name.begin]
        if near and not (_is_headline(article, mention) and all(t.first.relative for t in near)):
            return min(near, key=lambda t: _distance(article, mention, t))
    return None


# 3月下旬组团参加甲展,9月在郑州办|首届乙节
_HOLDS_THEN = re.compile(r"(?:将|拟|计划)?[在于][^,。;\n]{2,20}?(?:举[行办]|召开|[办开])(?:了|起)?[“《]?")


def _is_headline(article: Article, mention: Mention) -> bool:
    """Tell whether a sentence is a headline copied into the text, whose 昨日 counts from nobody knows when."""
    alone = article.line(mention.name.begin) == mention.sentence
    return alone and not mention.sentence.of(article.plain).endswith(("。", "!", "”", ";"))


_LEAVES = re.compile(r"(?:正式|圆满|顺利)?(?:结业|结班|结束|闭幕|撤展|闭营|返程)")
# 某博览会搬到线上,5月18日在某平台启幕: what opens then without an object is what was named before.
_ITSELF_THEN = re.compile(
    r"(?:[上下]午|晚间?|起)?(?:[在于][^,。;\n]{2,24}?)?(?:正式|隆重|盛大|如期|顺利|成功|圆满|热闹|火热)*(?:举[行办]|召开|[开启揭闭落]幕|开展|开[赛馆市街门锣场班讲]|登场|亮相|上演|结束|收官|落下帷幕|拉开(?:帷|序|大)幕)(?=[,。;])"
)


def _distance(article: Article, mention: Mention, time: TimeMention) -> tuple[int, bool, int]:
    """Rank a date by what stands between it and the name: other clauses first, then whether it is a day."""
    name = mention.name
    first, last = (time.end, name.begin) if time.end <= name.begin else (name.end, time.begin)
    crossed = sum(article.plain.count(sign, first, last) for sign in ";:")
    crossed += 2 * bool(_LEAVES.match(article.plain, time.end))
    ahead = time.begin >= name.end and article.plain[time.begin - 1] in ",、"
    crossed += ahead and not _ITSELF_THEN.match(article.plain, time.end)  # …举行甲,21日举行乙
    crossed += 2 * bool(till(article, time))
    return crossed, time.precision not in ("day", "third"), last - first
