"""On which days a gathering is held: of all the times an article tells, those that are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from bot.records.article import Article
from bot.records.facts import Fact
from bot.records.gatherings.groups import PREPARATION
from bot.records.gatherings.limits import FROM_NOW, is_dropped, is_on_till, last_day_to_enter, limits
from bot.records.items import count
from bot.records.mentions import HOLDS_A, LAUNCH_RITE, PRESS_CONFERENCE, Mention
from bot.records.naming.editions import year_of
from bot.records.rules import Rule
from bot.records.subjects import SAID_THERE, Subject, announced_from
from bot.records.text import Span, flat
from bot.records.time.moments import TimeMention

POSTPONED = Rule(
    r"延期|推迟|往后推|(?:不能|没法)按原(?:来|定|计划)|不再按(?:照)?原(?:定)?(?:计划|时间)|(?:[举召]?[办开行]?时间|日期|档期)[^,。;]{0,8}另行(?:通知|公布|确定)|(?:不能|无法)(?:如期|按期|按时)(?:召开|举[行办])?|改期|顺延|延后|择期|未能(?:如期|按期)|恢复(?:召开|举[行办])|暂缓|推后|[往向]后(?:延|推|挪|顺)|后延|延至|延到|改[在至到于为](?=[^线,。]{0,4}(?:\d|[下本]周|下个?月|下星期|明[天日年]|后[天日]))|调整(?:至|到|为|在)|挪到|移到"
)


def read_days(subject: Subject, article: Article) -> Iterator[Fact]:
    """Yield the first and the last day, how the year was told, and the last day to enter."""
    first: str | None = None
    found = _date_of(subject, article)
    if found is not None:
        time, rule = found
        if (opening := _opened_later(subject, article, time)) is not None:
            time, rule = opening, BEHIND_LAUNCH
        if (run := _run_of(subject, article, time)) is not None:
            time, rule = run, "days it runs, the one told beside the name among them"
        begin, end = time.begin, time.end
        counted = _counted_back(subject, article, time)
        if counted is None and (_is_end_alone(article, time) or _only_closes(subject, article, time)):
            if subject.parent is None:
                yield Fact("end", _in_named_year(subject, time.start), begin, end, "day of closing alone")
                now = FROM_NOW.search(article.plain, max(0, begin - 8), begin)
                if now and article.published:
                    day = article.published.isoformat()
                    yield Fact("start", day, *now.span("now"), "day of the article, from which it runs")
            return
        last = (
            _second_part(article, time)
            or time.finish
            or _closing_day(subject, article, time)
            or _lasting_till(subject, article, time)
            or (None if counted else _last_of_run(subject, article, time))
            or time.start
        )
        if counted is not None:
            yield Fact("start", counted, begin, end, "closing day less the days it lasted")
        elif (opened_on := _opened_before(article, time)) is not None:
            yield Fact("start", opened_on, begin, end, "day told as its second or third")
        if (
            opened := _opening_day(subject, article, time) or _opened_since(subject, article, time)
        ) is not None:
            yield Fact(
                "start", opened.start, opened.begin, opened.end, "day of opening, told beside a later one"
            )
        first, last = (_in_named_year(subject, day) for day in (time.start, last))
        if first and last and last < first[: len(last)] and not first.startswith("-"):
            last = first  # 截止到11月20日 closed the entries, not what was held on the 25th
        yield Fact("start", _clocked(first, time.clock), begin, end, rule)
        yield Fact("end", _clocked(last, time.clock_end), begin, end, rule)
        yield Fact("time_text", time.quote, begin, end, rule)
        if basis := time.basis or ("context" if first != time.start else None):
            yield Fact("date_basis", basis, begin, end, "how the year was told")
    if (limit := last_day_to_enter(subject, article)) is not None:
        last_day = _before_it(limit, first)
        yield Fact("deadline", last_day, limit.begin, limit.end, "last day to enter")


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
_LAUNCHED = re.compile(
    rf"[”》]?(?:\([^()]*\))?(?:活动)?(?:[在于][^,。;\n]{{2,16}})?(?:正式)?(?:{LAUNCH_RITE}|启动(?=[,。;\n]))"
)
_OPENS = re.compile(r"[开启]幕|举[行办]|[将定][于在]|会期|展期")
_THIS_ONE = re.compile(r"本届|本次|此次|今年|该(?!市|省|县|区|局)")


def _opened_later(subject: Subject, article: Article, time: TimeMention) -> TimeMention | None:
    """Return the day on which what is launched (启动仪式) opens, where a sentence on it tells one to come."""
    launched = any(
        m.sentence.begin <= time.begin < m.sentence.end and _LAUNCHED.match(article.plain, m.name.end)
        for m in subject.mentions
    )
    if subject.kind != "event" or not launched:
        return None
    own = {m.sentence.begin for m in subject.mentions}
    for later in article.times:
        span = article.sentence(later.begin)
        told = span.begin in own or _THIS_ONE.match(article.plain, span.begin)
        after = later.begin > time.end and (later.start or "") > (time.start or "~")
        whole = later.role == "event" and later.precision in ("day", "third", "month")
        if after and told and whole and _OPENS.search(article.plain, later.end, span.end):
            return later
    return None


def _second_part(article: Article, time: TimeMention) -> str | None:
    """Return the last day of what is held in two parts: 9月16日至19日和21日至26日."""
    if time.finish is None or "分别" in article.sentence(time.begin).of(article.plain):
        return None
    runs = [t for t in article.times if t.finish and _JOINS_RUNS.fullmatch(article.plain, time.end, t.begin)]
    return next((t.finish for t in runs if (t.finish or "") > (time.finish or "")), None)


_JOINS_RUNS = re.compile(r"\s?[和及、与]\s?")


_TRAVELS = re.compile(r"一行|[率带]队|[率带]团|(?:代表|考察|调研)[团组]|前来|来[一-鿿]{1,3}考察")
_RUNNING = re.compile(r"(?:从|自)$")
_ENDED_THEN = re.compile(r"(?:才|刚刚?|已经?|就)?(?:散|落了?幕|闭了?幕|收了?官|结束|收[摊场尾])")


def _run_of(subject: Subject, article: Article, time: TimeMention) -> TimeMention | None:
    """Return the days 从12日开始一直到16日, or 12日至16日, of an event whose opening alone stands beside it."""
    if time.finish or time.precision != "day" or not time.start:
        return None
    for run in article.times:
        if is_dropped(article, run):
            continue
        led = _RUNNING.search(article.plain[max(0, run.begin - 1) : run.begin])
        last = run.finish or _closing_day(subject, article, run)
        opens = run.finish is not None and (
            run.start == time.start[:10] or bool(_ENDED_THEN.match(article.plain, time.end))
        )
        if subject.kind == "meeting" and _TRAVELS.search(article.sentence(run.begin).of(article.plain)):
            continue  # 22日至23日赴某州对接。22日下午,座谈会召开: the days are those of the visit
        labelled = _LABELLED_RUN.search(article.plain, max(0, run.begin - 6), run.begin)
        if labelled and run.finish and subject.holds(run.begin) and _is_eve(time.start, run.start):
            return run
        runs = (
            ((led and subject.kind == "event" and run.precision == "day") or opens)
            and run.role == "event"
            and subject.holds(run.begin)
        )
        if runs and last and run.start and run.start <= time.start[:10] <= last:
            return run
    return None


# 将于11月17日晚开幕,展期为11月18日-21日
_LABELLED_RUN = re.compile(r"(?:展期|会期|展览时间|展出时间)(?:为|是|从|:)?$")
_EVE = 2  # days at most between an opening in the evening and the first day of the fair


def _is_eve(opening: str, first: str | None) -> bool:
    """Tell whether an opening lies right before the first day of what it opens, within one month."""
    day = opening[: len("2025-11-17")]
    if first is None or len(first) != len(day) or first[:-2] != day[:-2]:
        return False
    return 0 <= int(first[-2:]) - int(day[-2:]) <= _EVE


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


_TILL = re.compile(r"(?:展期|会期|展览|将?持续|延续|展|开放)[至到]$")
_TO_CLOSE = re.compile(r"[^,。;\n]{0,12}(?:闭幕|落幕|落下(?:了)?帷幕|收官|谢幕|结束|撤展|闭展)")


def _is_end_alone(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is that of closing alone: 展至4月4日, 将于4月4日落下帷幕."""
    before = article.plain[max(0, time.begin - 6) : time.begin]
    closes = WILL_BE.search(before) and _TO_CLOSE.match(article.plain, time.end)
    till = _TILL.search(before) or (FROM_NOW.search(before) and is_on_till(article, time))
    return bool(time.finish is None and (till or closes))


def _next_day(article: Article, time: TimeMention, span: Span) -> int:
    """Return where in a sentence the next day is told, else its end: what closes then did not close on this one."""
    days = (t.begin for t in article.times if t.begin >= time.end and t.start and t.precision == "day")
    return min(next(days, span.end), span.end)


# 采购节到9月1日结束
_ENDS_AT = re.compile(r"[到至]$"), re.compile(r"(?:才|正式|全部)?(?:结束|[闭落]幕|收官)")


def _ends_alone_at(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is but the one at which what goes on is to end."""
    before = article.plain[max(0, time.begin - 1) : time.begin]
    return bool(
        time.finish is None and _ENDS_AT[0].search(before) and _ENDS_AT[1].match(article.plain, time.end)
    )


def _only_closes(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a day is that of a fair's closing (昨晚,…闭幕式…落下帷幕) and nothing tells how long it lasted."""
    span = article.sentence(time.begin)
    behind = article.plain[time.end : _next_day(article, time, span)]
    ends = LASTING.search(subject.name) and time.finish is None and _CLOSED.search(behind)
    if not ends or _OPENED.match(behind) or OPENS.search(span.of(article.plain)):
        return False
    return not (_counted_back(subject, article, time) or _opening_day(subject, article, time))


_LASTED = Rule(
    r"(?<!周末)(\d{1,2}|[一二两三四五六七八九十]{1,2})天(?=的|里|内|来|之|后|,|展|会|时间|赛|累计|共|(?:激烈)?[角比]|紧张|进[场馆]|接待|吸引|迎来|成交|客流)"
)


_NTH_DAY = re.compile(
    r"(?:[上下]午)?,?(?:已?经?是|为|已?进入|迎来)[^,。;\n]{0,24}?第(?P<nth>[二三四五六])[天日]"
)


def _opened_before(article: Article, time: TimeMention) -> str | None:
    """Return the first day of what is told by a later one: 昨天是采购节第三天."""
    nth, day = _NTH_DAY.match(article.plain, time.end), time.start or ""
    if nth is None or time.finish or time.precision != "day" or len(day) not in (7, 10):
        return None
    return _days_off(day, 1 - (count(nth["nth"]) or 1))


def _days_off(day: str, days: int) -> str:
    """Return the day so many after or before one, which may have no year (--10-28)."""
    told = date.fromisoformat(day if len(day) == 10 else f"2023-{day[2:]}") + timedelta(days)
    return told.isoformat() if len(day) == 10 else f"--{told.isoformat()[5:]}"


def _counted_back(subject: Subject, article: Article, time: TimeMention) -> str | None:
    """Return the first day of what closed on the day told after so many days (guide rule 8)."""
    span = article.sentence(time.begin)
    after, day = article.plain[time.end : _next_day(article, time, span)], time.start or ""
    # 为期4天,将持续至20日
    lasts = _is_end_alone(article, time) and _LASTED.search(article.plain, span.begin, time.begin)
    if (
        time.finish
        or time.precision != "day"
        or len(day) not in (7, 10)
        or not (lasts or _CLOSED.search(after))
        or _OPENED.match(after)
    ):
        return None
    near = lasts or _LASTED.search(article.plain, span.begin, article.after(span).end)
    units = ("天", *_WEEKS) if LASTING.search(subject.name) else ("天",)
    runs = (m for m in _RUNS.finditer(article.plain) if m["unit"] in units and subject.holds(m.start()))
    told = near or next(runs, None)
    return None if told is None else _days_off(day, 1 - _length(told))


_WEEKS = ("周", "星期")


def _length(run: re.Match[str]) -> int:
    """Return how many days a run is told to last: 为期三天, 为期一周."""
    return (count(run[1]) or 1) * (7 if run.groupdict().get("unit") in _WEEKS else 1)


_OPENED = re.compile(
    r"[^,。;]{0,20}?(?:开幕|启幕|摆开|开[场张锣门]|开展|开赛|开馆|开营|开班|拉开|启动(?!仪式)|启程|启航|起航|打响)"
)
_CLOSED = re.compile(
    r"闭幕|落幕|结果[^,。;]{0,24}揭晓|收[尾摊官]|[落拉]下(?:了)?(?:帷幕|大幕)|结束|结业|结营|谢幕|收展|送走|收场|[画划][上下]|见分晓|收播|落[槌锤]|闭展|闭馆|撤展|散[场了]|刚散|关门|收锣"
)


_OPEN_SINCE = re.compile(r"(?:正式)?(?:[开启揭]幕|开[展市赛馆]|启动|举[行办])以来")


def _opened_since(subject: Subject, article: Article, time: TimeMention) -> TimeMention | None:
    """Return the day since which a fair is told to run (自11月1日启动以来), where a later one stands beside its name."""
    if not LASTING.search(subject.name) or time.finish or time.precision != "day":
        return None
    for told in article.times:
        since = told.precision == "day" and article.plain.endswith(("自", "从"), 0, told.begin)
        if since and _OPEN_SINCE.match(article.plain, told.end) and subject.holds(told.begin):
            return told if told.start and told.start < (time.start or "") else None
    return None


_OPENED_THEN = re.compile(r",[^,。;\n]{4,40}?(?:开幕|启幕|拉开(?:了)?(?:帷|序|大)幕)")


def _opening_day(subject: Subject, article: Article, time: TimeMention) -> TimeMention | None:
    """Return the day of 自5月16日开幕以来 for an event whose closing day is told first."""
    closing = article.plain[time.end : article.sentence(time.begin).end]
    if time.finish or not _CLOSED.search(closing):
        return None
    for other in article.times:
        begins = re.search(r"[从自]$", article.plain[max(0, other.begin - 1) : other.begin])
        after = article.plain[other.end : other.end + 48]
        told = any(m.sentence.begin <= other.begin < m.sentence.end for m in subject.mentions)
        opens = (
            re.match(r"(?:正式)?(?:开幕|启幕|开展|开赛|开市|启动|开锣|开馆|开[门张场])(?!仪式|式)", after)
            or (begins and re.match(r"[^。;\n]{0,40}?(?:开始|启动|开幕|拉开)", after))
            or re.search(
                r"开幕(?:式|仪式)?(?:已|将)?[于在]$", article.plain[max(0, other.begin - 8) : other.begin]
            )
            or (told and _OPENED_THEN.match(article.plain, other.end))
        )
        if (
            opens
            and (other.role == "event" or begins)  # 自5月13日 may tell history
            and other.precision == "day"
            and (subject.holds(other.begin) or (begins and subject.parent is None))
            and other.start
        ):
            return other if not time.start or other.start < time.start else None
    return None


def _closing_day(subject: Subject, article: Article, time: TimeMention) -> str | None:
    """Return the day of 3月24日开幕,31日结束 or 展至6月30日 in a sentence that tells the first day."""
    same = (t for t in article.times if t.start and t.start == time.start and t.begin > time.begin)
    twins = (time, *(t for t in same if subject.holds(t.begin)))
    return next((day for t in twins if (day := _closing_behind(article, t))), None)


def _closing_behind(article: Article, time: TimeMention) -> str | None:
    span = article.sentence(time.begin)
    for later in article.times:
        if not (time.end <= later.begin < span.end and later.start and later.role != "deadline"):
            continue
        before, after = article.plain[time.end : later.begin], article.plain[later.end : span.end]
        closes = re.match(
            r"(?:[^,。;]{0,8})(?:结束|闭幕|落幕|落下帷幕|收官|谢幕|闭展|结业|结班|闭营|撤展|收[尾摊场展锣]|收(?=[,。;]))",
            after,
        ) and re.search(
            r"开幕|启幕|举[行办]|^起|开始|启动|开展|开赛|开了?班|开营|开课|开[场张锣门]|开了|开[、,]?$|摆开|报到",
            before,
        )
        if closes or re.search(r"(?:展|持续|延续|进行|截)至$|到$", before):
            return later.start
    return None


_LASTS_TILL = re.compile(
    r"(?P<whole>整个|全部|本届|本次)?[^,。;\n]{0,10}(?:持续|延续|进行|展出|展|开|办)[至到]$"
)


def _till(article: Article, time: TimeMention) -> re.Match[str] | None:
    """Return the words right before a day that say something lasts until then."""
    if not article.plain.endswith(("至", "到"), 0, time.begin):
        return None
    return _LASTS_TILL.search(article.plain, max(0, time.begin - 20), time.begin)


_TO_END = re.compile(r"(?:正式|圆满)?(?:结束|闭幕|落幕|收官|闭展)")


# 20日,展会将圆满收官; 13日时装周落幕
_ENDS_THEN = re.compile(
    r",?(?:本届|本次|此次|整个)?(?:[一-鿿]{0,4}(?:展会?|博览会|展览会|交易会|[博交服]会|节|周|活动))(?:将|于当日|正式|圆满)*(?:落幕|闭幕|收官|谢幕|闭展|落下帷幕)"
)


def _lasting_till(subject: Subject, article: Article, time: TimeMention) -> str | None:
    """Return the day of 整个活动持续到11月26日, told in a sentence of its own."""
    for later in article.times:
        told = _till(article, later)
        ends = _TO_END.match(article.plain, later.end)
        ends = ends if article.plain.endswith(("于", "到", "至"), 0, later.begin) else None
        if LASTING.search(subject.name):
            ends = ends or _ENDS_THEN.match(article.plain, later.end)
        if (
            ends
            and not LASTING.search(subject.name)
            and _FAIR_CLOSES.search(article.plain, article.clause(later.begin, later.end).begin, later.begin)
        ):
            continue  # 围巾节将于今天下午闭幕 closes no contest held there
        ours = bool(told or ends) and (subject.holds(later.begin) or (bool(ends) and subject.parent is None))
        ours = ours or bool(told and told["whole"] and subject.parent is None)
        if ours and later.begin > time.end and time.start and (later.start or "") >= time.start:
            return later.start
    return None


_FAIR_CLOSES = re.compile(r"(?:[一-鿿]节|[一-鿿]周|展会?|博览会|展览会|交易会)(?:也?将)?于?$")
_RUNS = Rule(
    r"(?:为期|历时|赛[程期](?:为|共)?|一连(?:举[办行]|展出|进行)?|连[办开展续]|[会展]期(?:仍|也|均|依旧|依然)?(?:[为是])?|持续|(?:培训班?|研修班|活动|展会|赛程|课程|会议)共计?|在(?=..?天的[^,。\n]{1,12}期间)|(?<=[。\n])(?=..?天时间[,里内])|(?<=[。,;])(?=..?天(?:的)?展会)|(?<=[。,;\n])(?=..?天来,))(\d{1,2}|[一二两三四五六七八九十]{1,2})个?(?P<unit>天|日|周|星期)"
)


_LONGEST_MEETING = 10  # days


def _last_of_run(subject: Subject, article: Article, time: TimeMention) -> str | None:
    """Return the last day of what opened on the day told and runs for so many days, told elsewhere (guide rule 8)."""
    told = next((m for m in _RUNS.finditer(article.plain) if subject.holds(m.start())), None)
    day = time.start or ""
    if told is None or time.precision != "day" or len(day) not in (7, 10):
        return None
    closed = any(_CLOSED.search(article.sentence(at).of(article.plain)) for at in (time.begin, told.start()))
    if closed and not _OPENED.match(article.plain, time.end):
        return None
    days = _length(told)
    if subject.kind == "meeting" and days > _LONGEST_MEETING:
        return None  # what 为期两周 is said of is what they agreed on
    return _days_off(day, days - 1)


def _clocked(day: str | None, clock: str | None) -> str | None:
    """Join a whole day and its clock time; the trade's articles keep China Standard Time."""
    return f"{day}T{clock}:00+08:00" if day and clock and len(day) == 10 else day


_LABEL = re.compile(
    r"(?:会议|活动|举办|举行|召开|展览|展出|开幕|培训|比赛|大会|论坛|决赛|时)\s?(?:时间|日期|间)\s?[::|]?\s?$"
)


def _date_of(subject: Subject, article: Article) -> tuple[TimeMention, str] | None:
    """Choose the day: beside the words that say it is held, else labelled, else beside the name, else any."""
    days = [
        t
        for t in _days_held(article)
        if not (_in_name(subject, t) or day_of_press(subject, article, t.begin))
        and not (is_of_frame(subject, article, t) or _of_the_whole(subject, article, t))
        and not (_is_called_of_another(subject, article, t) or _told_meanwhile(subject, article, t))
        and not _is_of_today(subject, article, t)
    ]
    if final := day_of_final(subject, article, days):
        return final, DAY_OF_FINAL
    if moved := _moved_to(subject, article, days) or _moved_by(subject, article):
        return moved, "new day behind the words of moving"
    held = [m for m in subject.mentions if m.held and not m.past]
    begun = [t for t in days if not _ends_alone_at(article, t)]
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


# 下届织交会定于明年10月28日开幕
_OF_NEXT = re.compile(r"下一?届(?!理事|会员|委员)[^。;,\n]{0,16}(?:[定将拟][于在])?$")


@lru_cache(maxsize=4)
def _days_held(article: Article) -> tuple[TimeMention, ...]:
    """Return the times of an article on which something may be held, whatever it is: the same for all its subjects."""
    return tuple(
        t
        for t in article.times
        if (datable(t) or _above_place(article, t))
        and not (is_dropped(article, t) or t in limits(article))
        and not (
            _is_ordered(article, t)
            or _is_of_visit(article, t)
            or _HEARD_FROM.match(article.plain, t.end)
            or gone_before(article, t.begin)
            or _is_of_another(article, t)
            or _OF_NEXT.search(article.plain, max(0, t.begin - 30), t.begin)
            or _GIVES_NOTICE.match(article.plain, t.end)
        )
        and not (_is_of_a_count(article, t) or _is_of_arrival(article, t) or _opens_entry(article, t))
    )


# 记者昨天在某中心看到,展位已搭好: the day of the visit.
_SEEN_THEN = re.compile(
    r"(?:[上下]午)?,?(?:[在到从][^,。;\n]{2,20}?)?(?:看到|走进|来到|走访|探访|探馆|采访(?!团)|见到|发现|注意到)"
)


def _is_of_visit(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is that on which the writer went to look."""
    told = article.plain.endswith(("记者", "笔者"), 0, time.begin)
    behind = _WRITER.match(article.plain, time.end)
    return bool((told or behind) and _SEEN_THEN.match(article.plain, behind.end() if behind else time.end))


_WRITER = re.compile(r"(?:[上下]午)?,?(?:记者|笔者)")


def _is_held_behind(article: Article, time: TimeMention) -> bool:
    """Tell whether a month far from any name is that of something held: 将于7月举行."""
    return bool(
        re.match(r"[^,。;]{0,20}(?:举[行办]|召开|开幕|启动|进行)", article.plain[time.end : time.end + 30])
    )


_GOING_ON = re.compile(r"正在[^,。;\n]{0,12}?(?:召开|举[行办]|进行)的?[“《]?$")


def _told_meanwhile(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether 昨日 and 当天 are of what happened at something under way: 在正在举行的某会上,某区昨日签约."""
    return bool(time.first.relative and not _TO_CLOSE.match(article.plain, time.end)) and any(
        _GOING_ON.search(article.plain, m.sentence.begin, m.name.begin)
        for m in subject.mentions
        if m.name.end <= time.begin
    )


# 还有四天,某展就要与客商见面。昨天,志愿者参加了培训; 一个月前在某大赛上夺金的作品,昨天挂进了门店.
_AT_ANOTHER_TIME = re.compile(
    r"(?:还[有剩]|倒计时)\s?(?:最后)?[一二两三四五六七八九十半百\d]+(?:多?天|个?(?:月|星期|周))|就要(?=[开与在和同迎])"
    r"|(?:[一二两三四五六七八九十几半\d]+个?多?(?:月|星期|周|年)|不久)前(?=[,在的举])|上个?月(?=[,在的举])"
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


_FRAME = re.compile(
    r"[”》]?会?(?:(?:举办|召开)?期间|现场(?:成功|隆重)?(?:举[行办]|召开)|(?:欢迎|答谢|招待|开幕|前夜)(?:晚宴|酒会|晚会|宴会|午宴))"
)
_WHOLE_OF = re.compile(
    r"[”》]?(?:的|之)?“?(?:重要|核心|配套|系列|主要|重点|一项)*(?:重头戏|压轴戏|子项目|子活动|组成部分|活动之一|一环)"
)
_AS_PART_OF = re.compile(r"(?:作为|是|系|为)(?:本届|今年)?[“《]?$")


def is_of_frame(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a single day is that of what goes on within the subject: 10月12日,某会在某博览会期间召开."""
    return (subject.kind == "event" and time.finish is None) and any(
        m.sentence.begin <= time.begin < m.sentence.end and _is_whole(article, m) for m in subject.mentions
    )


def _is_whole(article: Article, mention: Mention) -> bool:
    """Tell whether a name is of that of which another is told to be a part: 作为某节的重头戏,某展开幕."""
    name = mention.name
    part = _WHOLE_OF.match(article.plain, name.end) and _AS_PART_OF.search(
        article.plain, max(0, name.begin - 6), name.begin
    )
    return bool(part or _FRAME.match(article.plain, name.end))


def _is_called_of_another(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a day behind the subject's name is that of another: 某展是盛会,在10月25日召开的某交流会…."""
    held = _HELD_ON.match(article.plain, time.end)
    if not (held and any(m.name.end <= time.begin < m.sentence.end for m in subject.mentions)):
        return False
    own = {m.name.begin for m in subject.mentions}
    return any(
        n.begin == held.end() and n.proper and n.begin not in own and n.kind != "plan" for n in article.names
    )


def _is_of_a_count(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is the one figures were counted on: 截止到昨天下午, 昨天下午5点,据…统计."""
    before, after = (
        article.plain[max(0, time.begin - 4) : time.begin],
        article.plain[time.end : time.end + 16],
    )
    closed = before.endswith(("截至", "截止", "截至到", "截止到"))
    return closed or bool(_BY_COUNT.match(after))


_BY_COUNT = re.compile(r",?据[^,。]{0,10}统计")


# What is done before and behind the days of a thing: guests arrive and leave, stands are built and taken down.
_BESIDE_IT = (
    r"(?:报到|签到|布展|特装|搭建|进场|进馆|布馆|撤展|撤馆|撤场|清场|出馆|离会|离开|返程|疏散|彩排|踩台)"
)
_ARRIVE_THEN = re.compile(
    rf"(?:全天|[上下]午|开始|为)?(?:\d{{1,2}}[:时点]\d{{0,2}}(?:-+\d{{1,2}}[:时点]\d{{0,2}})?)?\s?{_BESIDE_IT}(?!时间|日期|期|\s?:)"
)
_ARRIVING = re.compile(
    rf"{_BESIDE_IT}(?:[和及、/与]?{_BESIDE_IT})?(?:施工)?(?:时间|日期|日|期)?(?:相应|也|则)?(?:调整)?\s?[为是于至:|]{{0,2}}\s?$"
)


def _is_of_arrival(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is the one guests arrive on or stands are built on, where that of the thing itself is told too: 报到时间为27日,初赛于28日举行."""
    span = article.sentence(time.begin)
    arrives = _ARRIVING.search(article.plain, max(span.begin, time.begin - 16), time.begin)
    arrives = arrives or _ARRIVE_THEN.match(article.plain, time.end)
    # 报到时间:10月14日 on a line of its own, 会议时间:10月15日 on the next.
    reach = span.end + _NEXT_LINES if _ARRIVING.search(article.plain, span.begin, time.begin) else span.end
    others = (t for t in article.times if t.begin != time.begin and t.start and t.role == "event")
    return bool(arrives and any(span.begin <= t.begin < reach for t in others))


_NEXT_LINES = 40


_ENTRY_OPENS = re.compile(
    r"[^,。;\n]{0,8}(?:开通|开启|启动|开放|开始|铺开)[^,。;\n]{0,4}(?:招赛|报名|征稿|投稿|海选|征集|参赛|招展|招商|售票|预登记)"
)
_WORK_ON_IT = re.compile(
    r"(?:招展|招商|组展|报名|征稿|投稿|售票|预登记)(?:工作|通道|系统)?(?:已|将|也|都)?(?:于|从|自)?$"
)


def _opens_entry(article: Article, time: TimeMention) -> bool:
    """Tell whether a day only opens it for entries or stands: 已于2023年12月正式开通招赛通道, 招展工作昨天铺开."""
    work = _WORK_ON_IT.search(article.plain, max(0, time.begin - 12), time.begin)
    return bool(_ENTRY_OPENS.match(article.plain, time.end) or (work and time.role != "deadline"))


def _of_the_whole(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a day ends what the subject is only a part of: 整个活动持续到11月26日."""
    told = subject.parent and _till(article, time)
    return bool(told and told["whole"])


# 记者昨日从某市政府获悉 tells when it was heard; 记者昨日从某会上获悉 tells when that was held.
_HEARD_FROM = Rule(
    r"(?:[上下]午|晚)?从(?![^,。;\n]{0,40}(?:会|会议|论坛|仪式|[展节])上?(?:举[行办]的)?[^,。;\n]{0,6}上)[^,。;\n]{2,30}(?:获悉|了解到|得知|获知)"
)


# 组委会4月11日发布《关于某展延期举办的通告》, 主办方2月23日宣布: the day of the notice, not of what it is about.
_GIVES_NOTICE = Rule(
    r"(?:,[^,。;《\n]{2,16}?)?(?:正式|对外|联合|共同|统一|晚间?|[上下]午|在[^,。;\n会]{1,12}上?)?"
    r"(?:发布|发出|下发|印发|刊登|公布|刊发)(?:了|的)?"
    r"(?:《[^》\n]{0,60}(?:通知|通告|公告|公示|启事|函)》|[^,。;《\n]{0,36}(?:延期|推迟|取消|改期)[^,。;\n]{0,10}(?:通知|通告|公告|消息|声明))"
    r"|,?[^,。;:\n]{2,30}?(?:组委会|主办方|主办单位|承办方|办公室)[^,。;:\n]{0,6}(?:通告|公告|通知|声明)[^。\n]{0,90}?(?:延期|推迟|[往向]后|改期|取消|暂缓)"
    r"|(?:正式|对外|联合|共同)?宣布(?![^。\n]{0,40}(?:[开启]幕|开赛|启动|开始|开馆|开业|成立|闭幕|落幕))"
)


_ORDERED = re.compile(r"(?:务必|必须|要求)(?:于|在)?$")


def _is_ordered(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is one by which others are to act: 务必在本月16日下发."""
    return bool(_ORDERED.search(article.plain[max(0, time.begin - 4) : time.begin]))


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


def _moved_to(subject: Subject, article: Article, days: Sequence[TimeMention]) -> TimeMention | None:
    """Return the new day of something postponed: the first one behind the last word of moving it."""
    for mention in subject.mentions:
        span = mention.sentence
        words = list(POSTPONED.finditer(article.plain, span.begin, span.end))
        words = [w for w in words if not is_of_other(article, mention, w.start())]
        after = [t for t in days if words and words[-1].end() <= t.begin < span.end]
        after = after or [t for t in days if words and _NEW_TIME.search(article.plain, span.end, t.begin)]
        if after:
            return after[0]
    return None


_SO_LONG = re.compile(
    r"(?:约|大约|近)?(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,2}|半)个?(?P<unit>天|日|周|星期|月)(?!\d)"
)


def _moved_by(subject: Subject, article: Article) -> TimeMention | None:
    """Return the new days of what is put off by so long from those first set: 原定4月16日举办的某会推迟两周."""
    for mention in subject.mentions:
        span = mention.sentence
        for words in POSTPONED.finditer(article.plain, span.begin, span.end):
            long = _SO_LONG.match(article.plain, words.end())
            set_first = (t for t in article.times if span.begin <= t.begin < words.start())
            former = next((t for t in set_first if datable(t) and is_dropped(article, t)), None)
            if long and former and not is_of_other(article, mention, words.start()):
                quote = article.text[words.start() : long.end()]
                return _shifted(former, long)._replace(begin=words.start(), end=long.end(), quote=quote)
    return None


def _shifted(former: TimeMention, long: re.Match[str]) -> TimeMention:
    """Move a time by 两周 to the day, by 一个月 to the month."""
    first = former.start or ""
    if len(first) != len("2022-04-16") or long["n"] == "半":
        return former._replace(start=None, finish=None)
    if long["unit"] == "月":
        months = int(first[:4]) * 12 + int(first[5:7]) - 1 + (count(long["n"]) or 1)
        month = f"{months // 12}-{months % 12 + 1:02d}"
        return former._replace(start=month, finish=None, precision="month", clock=None, clock_end=None)
    days = timedelta((count(long["n"]) or 1) * (7 if long["unit"] in ("周", "星期") else 1))
    start, finish = (
        (date.fromisoformat(day[:10]) + days).isoformat() if day else None for day in (first, former.finish)
    )
    return former._replace(start=start, finish=finish)


# …改期。主办方4月22日宣布,新的展期为2021年6月12日至16日.
_NEW_TIME = re.compile(
    r"(?:新的?|调整后的?)(?:展期|档期|会期|赛期|日期|日子|时间|举办时间|举办日期)[^,。;\n]{0,4}$|(?:改|调整|推迟|延期|顺延)[至到于]$"
)


DAY_OF_FINAL = "day of the final"
_ROUND = re.compile(
    r"(?P<final>总决赛|决赛|颁奖|决出|[在于][^,。;\n]{2,12}比赛(?=[,。;\n]|$))|初赛|复赛|海选|初评|报名|投稿|征稿|成衣制作|截止"
)


_ITS_FINAL = re.compile(r"\s*(?:(?:本届|本次|此次)?(?:大赛|比赛|赛事))?(?:总)?决赛")
_OF_A_ROUND = re.compile(r"初赛|复赛|预赛|选拔赛|分赛区|海选|站$")


def day_of_final(subject: Subject, article: Article, days: Sequence[TimeMention]) -> TimeMention | None:
    """Return the day of a contest's final where its rounds are dated line by line or clause by clause (guide rule 8)."""
    if (
        subject.kind != "event"
        or not re.search("赛|比武|练兵|擂台|评选|征集", subject.name)
        or PRESS.search(subject.name)
        or _OF_A_ROUND.search(subject.name)
    ):
        return None
    for time in days:
        if _is_of_higher_final(subject, article, time):
            continue
        clause = _clause_of_round(article, time)
        alone = sum(clause.begin <= t.begin < clause.end for t in article.times) == 1
        after = clause.end if alone else min(clause.end, time.end + 12)
        around = article.plain[clause.begin if alone else max(clause.begin, time.begin - 14) : after]
        rounds = list(_ROUND.finditer(around))
        if (
            len(rounds)
            and all(m["final"] for m in rounds)
            and (
                subject.holds(time.begin)
                or _ITS_FINAL.match(article.plain, clause.begin)
                or (subject.in_title and _ITS_FINAL.match(article.plain, time.end))
            )
            and clause.end - clause.begin < 60
        ):
            return time
    return None


# 前八名将代表安徽出战11月的全国决赛: the final of the contest that this one sends its best to.
_SENT_ON = re.compile(
    r"(?:出战|出征|晋级|参加|挺进|进军|征战|角逐|冲击|入围|推荐|选送|代表|备战)[^,。;\n]{0,16}$"
)
_HIGHER_FINAL = re.compile(
    r"的?(?:在[^,。;\n]{2,12}举[行办]的)?(?P<level>全国|全省|国家|世界|国际|亚洲)[^,。;\n]{0,16}?决?赛"
)


def _is_of_higher_final(subject: Subject, article: Article, time: TimeMention) -> bool:
    higher = _HIGHER_FINAL.match(article.plain, time.end)
    sent = _SENT_ON.search(article.plain, max(0, time.begin - 24), time.begin)
    return bool(higher and sent and higher["level"] not in flat(subject.name))


def _clause_of_round(article: Article, time: TimeMention) -> Span:
    """Return the clause a round of a contest is dated in, with the next where the date fills it: 10月中旬,决赛."""
    clause = article.clause(time.begin, time.end)
    if article.plain.startswith("即", clause.begin):  # 决赛定于某会期间,即11月13日
        return article.clause(clause.begin - 1, clause.end)
    if time.begin - clause.begin > 1 or not article.plain.startswith(",", time.end):
        return clause
    return article.clause(time.begin, time.end + 1)


_MEETS_PRESS = re.compile(
    rf"(?:[在于][^,。;]{{1,12}}?|[”》]?){HOLDS_A}(?:新闻|媒体)*(?:发布会|通气会|说明会|见面会|记者招?待?会)"
)
# 3月18日,某展新闻发布会在某馆举行: to where it goes over to the thing itself.
_PRESS_NAMED = re.compile(
    rf"[”》]?(?:首场|第.场)?{PRESS_CONFERENCE}(?:(?!宣布|透露|获悉|介绍|公布|了解到|将于|定于)[^。;\n])*"
)
_HELD_THEN = re.compile(r"(?:将|拟|定)[于在][^,。;\n]{0,24}(?:举[行办]|召开|开幕)的“?$")
# 10月8日下午,某市政府在上海举行新闻发布会; 在昨天召开的新闻发布会上
_PRESS_BEHIND = Rule(
    rf"(?:(?!举[行办]|召开)[^。;\n“”]){{2,40}}?"
    rf"(?:{HOLDS_A}{PRESS_CONFERENCE}(?!上)|(?:举[行办]|召开)的[^,。;\n]{{0,12}}?{PRESS_CONFERENCE}上)"
    # 昨天上午,大会新闻通气会在某馆召开
    rf"|[^,。;\n“”]{{2,10}},?(?:大会|展会|本[届次][^,。;\n]{{1,8}})?{PRESS_CONFERENCE}(?:[在于][^,。;\n]{{2,16}}?)?(?:召开|举[行办])"
)


def day_of_press(subject: Subject, article: Article, begin: int) -> bool:
    """Tell whether a day or place is the other's of a thing and its press conference.

    昨天,某某博览会在北京举行发布会 tells the conference's; behind 发布会宣布展会将于 stand the thing's.
    """
    if PRESS.search(subject.name):
        starts = ((announced_from(article, m), m) for m in subject.mentions)
        return any(at is not None and at <= begin < m.sentence.end for at, m in starts)
    return bool(_PRESS_BEHIND.match(article.plain, begin)) or any(
        _meets_press(article, m, begin) or _is_of_preparing(article, m, begin)
        for m in subject.mentions
        if m.press
    )


_PREPARED_AT = re.compile(PREPARATION)


def _is_of_preparing(article: Article, mention: Mention, begin: int) -> bool:
    """Tell whether a day is that of a meeting on a fair's preparation: 昨天,市政府召开某节筹备工作会议,定下会期."""
    before = mention.sentence.begin <= begin < mention.name.begin
    return before and bool(_PREPARED_AT.match(article.plain, mention.name.end))


def _meets_press(article: Article, mention: Mention, begin: int) -> bool:
    """Tell whether a place of a sentence about a thing's press conference is told of the conference."""
    plain, name = article.plain, mention.name
    told = _MEETS_PRESS.match(plain, name.end) or _PRESS_NAMED.match(plain, name.end)
    held_then = _HELD_THEN.search(plain, max(0, begin - 4), name.begin)
    return bool(told and mention.sentence.begin <= begin < told.end() and not held_then)


_AFTER_WHICH = Rule(r"继[^,。;\n]{2,50}(?:之后|后|以来)[,。]")


def gone_before(article: Article, begin: int) -> bool:
    """Tell whether a day or place is of what went before: 继8月3日在北京举办发布会后,…."""
    span = article.sentence(begin)
    return any(
        m.start() < begin < m.end() for m in _AFTER_WHICH.finditer(article.plain, span.begin, span.end)
    )


# 把上个月发布的行动计划分给各部门: the day of a paper; 大赛从三月启动至今: of how long it took.
_OF_A_PAPER = re.compile(
    r"(?:刚刚?|已经?|正式|联合)*(?:发布|印发|出台|公布|下发|推出|颁布|通过)的(?=[^,。;]{2})"
)
_IN_FORCE = re.compile(r"(?:执行|有效期?|实施|[封管]控|适用|封闭|静默|隔离)(?:将|期|延续)?[至到]$")
_TILL_NOW = re.compile(
    r"[^,。;]{0,8}(?:启动|开始|征集|筹备|报名|征稿|开赛)(?:至今|以来|后|,[^。;\n]{0,16}阶段)"
)


def _is_of_another(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is that of a paper spoken of, or of when what is told here was begun."""
    plain = article.plain
    since = plain[max(0, time.begin - 1) : time.begin] in ("从", "自")
    vague = time.precision != "day" and _OF_A_PAPER.match(plain, time.end)
    till = _IN_FORCE.search(plain, max(0, time.begin - 8), time.begin)
    return bool(vague or till or (since and _TILL_NOW.match(plain, time.end)))


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


# Figures run from January on (1-5月运行情况); no gathering does.
_SINCE_JANUARY = re.compile(r"(?:(?:20\d\d|今|去)年)?0?1月?\s?[-至到]\s?\d{1,2}月份?$")


def datable(time: TimeMention) -> bool:
    """Tell whether a time can be the day on which something is held."""
    vague = time.precision in ("vague", "year", "duration", "half", "quarter")
    whole = time.role == "event" or (
        time.role == "history" and time.finish is not None and time.precision == "day"
    )
    return whole and bool(time.start) and not vague and not _SINCE_JANUARY.match(flat(time.quote))


def _beside(article: Article, mentions: Sequence[Mention], days: Sequence[TimeMention]) -> TimeMention | None:
    for mention in mentions:
        told = (t for t in days if mention.sentence.begin <= t.begin < t.end <= mention.name.begin)
        for time in told:  # 在26日下午举办的座谈会上 tells more than the days of the whole visit
            if _HELD_ON.fullmatch(article.plain, time.end, mention.name.begin):
                return time
    for mention in mentions:
        near = [t for t in days if mention.sentence.begin <= t.begin < mention.sentence.end]
        if SAID_THERE.match(article.plain, mention.name.end):
            near = [t for t in near if t.begin < mention.name.begin]
        if near and not (_is_headline(article, mention) and all(t.first.relative for t in near)):
            return min(near, key=lambda t: _distance(article, mention, t))
    return None


def _is_headline(article: Article, mention: Mention) -> bool:
    """Tell whether a sentence is a headline copied into the text, whose 昨日 counts from nobody knows when."""
    alone = article.line(mention.name.begin) == mention.sentence
    return alone and not mention.sentence.of(article.plain).endswith(("。", "!", "”", ";"))


_HELD_ON = re.compile(r"(?:在[^,。;]{2,20})?(?:举办|召开|举行|开幕|闭幕)(?:的“?|了?“)")
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
    crossed += 2 * bool(_till(article, time))
    return crossed, time.precision not in ("day", "third"), last - first


PRESS_MEETING = r"(?:发布会|通气会|见面会|记者招?待?会)"
PRESS = re.compile(rf"{PRESS_MEETING}$")


WILL_BE = re.compile(
    r"(?:将|拟|(?<![确制审议商])定|预计|计划|安排|锁定|敲定|定档|[展会]期(?:为|是|定)?)(?:分别|陆续|正式)?(?:于|在)?$"
)


LASTING = re.compile(
    r"(?:节|周|展|[博展交]览?会|交易会|展[销示]会|展览|嘉年华)(?:[春夏秋冬]{1,2}季?系列)?(?:[(（][^()（）]*[)）])?[”》)]?$"
)
OPENS = re.compile(
    r"开幕|启幕|揭幕|开馆(?!时)|开市|开展(?!了)|拉开(?:了)?(?:[“《][^“”《》]{4,40}[”》]的?)?(?:帷|序|大)幕"
)


_HELD_WITH = re.compile(r"[与和同跟](?:本届|本次)?$")


def is_of_other(article: Article, mention: Mention, at: int) -> bool:
    """Tell whether words of moving are another thing's: 与纺博会同期举办的机械展延期至五月."""
    begin = mention.name.begin
    span = mention.sentence
    before = at < begin and "," in article.plain[at:begin]
    if before and any(
        span.begin <= n.begin
        and n.end <= at
        and n.proper
        and n.kind != "plan"
        and n.text != mention.name.text
        for n in article.names
    ):
        return True  # 春季采购节暂停举办,秋季采购节将于9月举行
    beside = _HELD_WITH.search(article.plain[max(0, begin - 3) : begin])
    return bool(beside) and any(mention.name.end <= n.begin < n.end <= at for n in article.names)
