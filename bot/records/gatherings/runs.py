"""How long a gathering runs: its closing day told beside, counted from its opening, or the other way round."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.records.article import Article
from bot.records.gatherings.limits import FROM_NOW, is_dropped, is_on_till
from bot.records.items import count
from bot.records.mentions.words import LAUNCH_RITE
from bot.records.rules import Rule
from bot.records.subjects import Subject
from bot.records.text import Span
from bot.records.time.moments import TimeMention

_LAUNCHED = re.compile(
    rf"[”》]?(?:\([^()]*\))?(?:活动)?(?:[在于][^,。;\n]{{2,16}})?(?:正式)?(?:{LAUNCH_RITE}|启动(?=[,。;\n]))"
)
_OPENS = re.compile(r"[开启]幕|举[行办]|[将定][于在]|会期|展期")
_THIS_ONE = re.compile(r"本届|本次|此次|今年|该(?!市|省|县|区|局)")


def opened_later(subject: Subject, article: Article, time: TimeMention) -> TimeMention | None:
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


def second_part(article: Article, time: TimeMention) -> str | None:
    """Return the last day of what is held in two parts: 9月16日至19日和21日至26日."""
    if time.finish is None or "分别" in article.sentence(time.begin).of(article.plain):
        return None
    runs = [t for t in article.times if t.finish and _JOINS_RUNS.fullmatch(article.plain, time.end, t.begin)]
    return next((t.finish for t in runs if (t.finish or "") > (time.finish or "")), None)


_JOINS_RUNS = re.compile(r"\s?[和及、与]\s?")
_TRAVELS = re.compile(r"一行|[率带]队|[率带]团|(?:代表|考察|调研)[团组]|前来|来[一-鿿]{1,3}考察")
_RUNNING = re.compile(r"(?:从|自)$")
_ENDED_THEN = re.compile(
    r"(?:[上下]午|晚)?(?:[在于][^,。;\n]{2,24}?)?(?:才|刚刚?|已经?|就)?(?:散|落了?幕|闭了?幕|收了?官|结束|收[摊场尾])"
)


def run_of(subject: Subject, article: Article, time: TimeMention) -> TimeMention | None:
    """Return the days 从12日开始一直到16日, or 12日至16日, of an event whose opening alone stands beside it."""
    if time.finish or time.precision != "day" or not time.start:
        return None
    for run in article.times:
        if is_dropped(article, run):
            continue
        led = _RUNNING.search(article.plain[max(0, run.begin - 1) : run.begin])
        last = run.finish or closing_day(subject, article, run)
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


_TILL = re.compile(r"(?:展期|会期|展览|将?持续|延续|展|开放)[至到]$")
TO_CLOSE = re.compile(r"[^,。;\n]{0,12}(?:闭幕|落幕|落下(?:了)?帷幕|收官|谢幕|结束|撤展|闭展)")


def is_end_alone(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is that of closing alone: 展至4月4日, 将于4月4日落下帷幕."""
    before = article.plain[max(0, time.begin - 6) : time.begin]
    closes = WILL_BE.search(before) and TO_CLOSE.match(article.plain, time.end)
    till = _TILL.search(before) or (FROM_NOW.search(before) and is_on_till(article, time))
    return bool(time.finish is None and (till or closes))


def is_finale(subject: Subject, article: Article) -> bool:
    """Tell whether something is what another ends with, and so is held on its last day: 某周将持续到9月23日,收官的是某决赛."""
    return any(_FINALE.search(article.plain, m.sentence.begin, m.name.begin) for m in subject.mentions)


def is_finale_ahead(subject: Subject, article: Article) -> bool:
    """Tell whether what another ends with is still to come, as that other is said to go on."""
    return is_finale(subject, article) and any(
        article.plain.find("将", m.sentence.begin, m.name.begin) >= 0 for m in subject.mentions
    )


_FINALE = re.compile(r"(?:收官|压轴|闭幕|收尾|落幕)的(?:活动|重头戏|大戏|赛事)?(?:[是为]|将是)[“《]?$")


def _next_day(article: Article, time: TimeMention, span: Span) -> int:
    """Return where in a sentence the next day is told, else its end: what closes then did not close on this one."""
    days = (t.begin for t in article.times if t.begin >= time.end and t.start and t.precision == "day")
    return min(next(days, span.end), span.end)


# 采购节到9月1日结束
_ENDS_AT = re.compile(r"[到至]$"), re.compile(r"(?:才|正式|全部)?(?:结束|[闭落]幕|收官)")


def ends_alone_at(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is but the one at which what goes on is to end."""
    before = article.plain[max(0, time.begin - 1) : time.begin]
    return bool(
        time.finish is None and _ENDS_AT[0].search(before) and _ENDS_AT[1].match(article.plain, time.end)
    )


def only_closes(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a day is that of a fair's closing (昨晚,…闭幕式…落下帷幕) and nothing tells how long it lasted."""
    span = article.sentence(time.begin)
    behind = article.plain[time.end : _next_day(article, time, span)]
    ends = LASTING.search(subject.name) and time.finish is None and _CLOSED.search(behind)
    if not ends or _OPENED.match(behind) or OPENS.search(span.of(article.plain)):
        return False
    return not (counted_back(subject, article, time) or opening_day(subject, article, time))


_LASTED = Rule(
    r"(?<!周末)(\d{1,2}|[一二两三四五六七八九十]{1,2})天(?=的|里|内|来|之|后|,|展|会|时间|赛|累计|共|(?:激烈)?[角比]|紧张|进[场馆]|接待|吸引|迎来|成交|客流)"
)
_NTH_DAY = re.compile(
    r"(?:[上下]午)?,?(?:已?经?是|为|已?进入|迎来)[^,。;\n]{0,24}?第(?P<nth>[二三四五六])[天日]"
)


def opened_before(article: Article, time: TimeMention) -> str | None:
    """Return the first day of what is told by a later one: 昨天是采购节第三天."""
    nth, day = _NTH_DAY.match(article.plain, time.end), time.start or ""
    if nth is None or time.finish or time.precision != "day" or len(day) not in (7, 10):
        return None
    return _days_off(day, 1 - (count(nth["nth"]) or 1))


def _days_off(day: str, days: int) -> str:
    """Return the day so many after or before one, which may have no year (--10-28)."""
    told = date.fromisoformat(day if len(day) == 10 else f"2023-{day[2:]}") + timedelta(days)
    return told.isoformat() if len(day) == 10 else f"--{told.isoformat()[5:]}"


def counted_back(subject: Subject, article: Article, time: TimeMention) -> str | None:
    """Return the first day of what closed on the day told after so many days (guide rule 8)."""
    span = article.sentence(time.begin)
    after, day = article.plain[time.end : _next_day(article, time, span)], time.start or ""
    # 为期4天,将持续至20日
    lasts = is_end_alone(article, time) and _LASTED.search(article.plain, span.begin, time.begin)
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


def opened_since(subject: Subject, article: Article, time: TimeMention) -> TimeMention | None:
    """Return the day since which a fair is told to run (自11月1日启动以来), where a later one stands beside its name."""
    if not LASTING.search(subject.name) or time.finish or time.precision != "day":
        return None
    for told in article.times:
        since = told.precision == "day" and article.plain.endswith(("自", "从"), 0, told.begin)
        if since and _OPEN_SINCE.match(article.plain, told.end) and subject.holds(told.begin):
            return told if told.start and told.start < (time.start or "") else None
    return None


_OPENED_THEN = re.compile(r",[^,。;\n]{4,40}?(?:开幕|启幕|拉开(?:了)?(?:帷|序|大)幕)")


def opening_day(subject: Subject, article: Article, time: TimeMention) -> TimeMention | None:
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


def closing_day(subject: Subject, article: Article, time: TimeMention) -> str | None:
    """Return the day of 3月24日开幕,31日结束 or 展至6月30日 in a sentence that tells the first day."""
    same = (t for t in article.times if t.start and t.start == time.start and t.begin > time.begin)
    twins = (time, *(t for t in same if subject.holds(t.begin)))
    return next((day for t in twins if (day := _closing_behind(article, t))), None)


def _closing_behind(article: Article, time: TimeMention) -> str | None:
    span = article.sentence(time.begin)
    for later in article.times:
        if not (time.end <= later.begin < span.end and later.start and later.role != "deadline"):
            continue
        if later.precision == "year":
            continue  # 9月12日发布某意见,提出到2030年…
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


def till(article: Article, time: TimeMention) -> re.Match[str] | None:
    """Return the words right before a day that say something lasts until then."""
    if not article.plain.endswith(("至", "到"), 0, time.begin):
        return None
    return _LASTS_TILL.search(article.plain, max(0, time.begin - 20), time.begin)


_TO_END = re.compile(r"(?:正式|圆满)?(?:结束|闭幕|落幕|收官|闭展)")
# 20日,展会将圆满收官; 13日时装周落幕
_ENDS_THEN = re.compile(
    r",?(?:本届|本次|此次|整个)?(?:[一-鿿]{0,4}(?:展会?|博览会|展览会|交易会|[博交服]会|节|周|活动))(?:将|于当日|正式|圆满)*(?:落幕|闭幕|收官|谢幕|闭展|落下帷幕)"
)


def lasting_till(subject: Subject, article: Article, time: TimeMention) -> str | None:
    """Return the day of 整个活动持续到11月26日, told in a sentence of its own."""
    for later in article.times:
        told = till(article, later)
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


def last_of_run(subject: Subject, article: Article, time: TimeMention) -> str | None:
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


WILL_BE = re.compile(
    r"(?:将|拟|(?<![确制审议商])定|预计|计划|安排|锁定|敲定|定档|[展会]期(?:为|是|定)?)(?:分别|陆续|正式)?(?:于|在)?$"
)
LASTING = re.compile(
    r"(?:节|周|展|[博展交]览?会|交易会|展[销示]会|展览|嘉年华)(?:[春夏秋冬]{1,2}季?系列)?(?:[(（][^()（）]*[)）])?[”》)]?$"
)
OPENS = re.compile(
    r"开幕|启幕|揭幕|开馆(?!时)|开市|开展(?!了)|拉开(?:了)?(?:[“《][^“”《》]{4,40}[”》]的?)?(?:帷|序|大)幕"
)
