"""What meetings and events have in common: when, where, by whom, with whom, and whether it was held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from bot.records.article import Article
from bot.records.facts import Fact
from bot.records.items import count
from bot.records.mentions import LAST_YEARS, PRESS_CONFERENCE, Mention
from bot.records.model import Organisation, OrganisationRole, Person, PersonRole, Place, Post, Status
from bot.records.names import Name, series, year_of
from bot.records.organisations import OrganisationMention
from bot.records.people import PersonMention
from bot.records.places import PlaceMention, read_places
from bot.records.subjects import SAID_THERE, Subject, announced_from
from bot.records.text import Span, any_of, flat, listed
from bot.records.time import TimeMention

_CANCELLED = re.compile(
    r"取消(?!了?[^。,]{0,6}(?:资格|限制|审批))|停办|不办了|不再举办|不再举行|撤销举办|停止举办|暂停举办"
)
_POSTPONED = re.compile(
    r"延期|推迟|改期|顺延|延后|择期|未能(?:如期|按期)|恢复(?:召开|举[行办])|暂缓|推后|延至|延到|改[在至到于](?=[^线,。]{0,4}\d)|调整(?:至|到|为|在)|挪到|移到"
)
_AHEAD = re.compile(
    r"将于|定于|拟于|拟在|即将|将在|将同期|将(?:正式|隆重|盛大|全面|再次|如期)?(?:启动|启幕|开幕|拉开|开启)|(?<!本)届时|敬请|诚邀|报名|征稿|倒计时|等你来|预告|邀请函|预登记|现将有关事项|有关事项通知|招展|计划于|预计|将举[办行]|将继续举[办行]|还会(?:继续)?举[办行]|将召开|启事|定档|敲定|相约|邀您|等您|恭候|征集|截稿|收稿|筹备(?!大?会|组|委|处|办|工作|成立)|将迎来|将亮相|会期定|档期|备战|现已启动|诚征|诚挚邀请|安排在"
)
# What was held so many times already (已连续成功举办七届) tells of earlier editions.
_OVER = re.compile(
    r"闭幕|落幕|落下帷幕|圆满结束|收官|谢幕|圆满举[办行]|(?<!连续)(?<!已经)(?<!已)(?<!在)成功举[办行](?!了?[一二三四五六七八九十两\d]{1,3}[届年次期])|成功召开|圆满召开"
)
_OPENING = re.compile(r"开幕|启幕|拉开(?:了)?(?:帷|序|大)幕|正在|火热|持续至|将持续|展至|启动|开展|开赛")


def read_gathering(subject: Subject, article: Article) -> Iterator[Fact]:
    """Yield the facts a meeting and an event share, the best of each field first."""
    yield from _name(subject, article)
    when = tuple(_when(subject, article))
    yield from when
    yield from _where(subject, article)
    yield from _bodies(subject, article)
    yield from _people(subject, article)
    yield from _figures(subject, article)
    days = {f.field: f.value for f in when}
    yield _status(subject, article, days.get("start"), days.get("end"), _is_announced(article, when))


def _name(subject: Subject, article: Article) -> Iterator[Fact]:
    whole = [m for m in subject.mentions if m.name.text == subject.name]
    mention = (whole or sorted(subject.mentions, key=lambda m: -len(m.name.text)))[:1]
    for found in mention:
        yield Fact(
            "name", subject.name, found.name.begin, found.name.end, "name read to the left of its head word"
        )
    if not mention:
        yield Fact(
            "name",
            subject.name,
            *article.words_of(subject.name),
            "name of the headline, by its words in the text",
        )
    if subject.body and subject.mentions:
        yield Fact("name", subject.name, *subject.body, "body that holds the meeting, put before its name")
    told = series(subject.name)
    if told.edition is not None and subject.mentions:
        first = mention[0].name
        yield Fact("series", told, first.begin, first.end, "edition counted in the name")
    for alias in subject.aliases:
        begin = article.plain.find(flat(alias))
        if begin >= 0:
            yield Fact("aliases", alias, begin, begin + len(alias), "shorter name of the same thing")


# --- when ----------------------------------------------------------------------------------------


def _when(subject: Subject, article: Article) -> Iterator[Fact]:
    found = _date_of(subject, article)
    if found is not None:
        time, rule = found
        if (run := _run_of(subject, article, time)) is not None:
            time, rule = run, "days it runs, the one told beside the name among them"
        begin, end = time.begin, time.end
        if _is_end_alone(article, time) or _only_closes(subject, article, time):
            yield Fact("end", time.start, begin, end, "day of closing alone")
            return
        last = (
            _second_part(article, time)
            or time.finish
            or _closing_day(subject, article, time)
            or _lasting_till(subject, article, time)
            or _last_of_run(subject, article, time)
            or time.start
        )
        if (counted := _counted_back(subject, article, time)) is not None:
            yield Fact("start", counted, begin, end, "closing day less the days it lasted")
        if (opened := _opening_day(subject, article, time)) is not None:
            yield Fact(
                "start", opened.start, opened.begin, opened.end, "day of opening, told beside the closing"
            )
        first, last = (_in_named_year(subject, day) for day in (time.start, last))
        yield Fact("start", _clocked(first, time.clock), begin, end, rule)
        yield Fact("end", _clocked(last, time.clock_end), begin, end, rule)
        yield Fact("time_text", time.quote, begin, end, rule)
        if basis := time.basis or ("context" if first != time.start else None):
            yield Fact("date_basis", basis, begin, end, "how the year was told")
    if (limit := _limit(subject, article)) is not None:
        yield Fact("deadline", limit.finish or limit.start, limit.begin, limit.end, "last day to enter")


def _second_part(article: Article, time: TimeMention) -> str | None:
    """Return the last day of what is held in two parts: 9月16日至19日和21日至26日."""
    if time.finish is None or "分别" in article.sentence(time.begin).of(article.plain):
        return None
    runs = [t for t in article.times if t.finish and _JOINS_RUNS.fullmatch(article.plain, time.end, t.begin)]
    return next((t.finish for t in runs if (t.finish or "") > (time.finish or "")), None)


_JOINS_RUNS = re.compile(r"\s?[和及、与]\s?")


_RUNNING = re.compile(r"(?:从|自)$")


def _run_of(subject: Subject, article: Article, time: TimeMention) -> TimeMention | None:
    """Return the days 从12日开始一直到16日, or 12日至16日, of an event whose opening alone stands beside it."""
    if time.finish or time.precision != "day" or not time.start:
        return None
    for run in article.times:
        led = _RUNNING.search(article.plain[max(0, run.begin - 1) : run.begin])
        last = run.finish or _closing_day(subject, article, run)
        opens = run.finish is not None and run.start == time.start[:10]
        runs = (
            ((led and subject.kind == "event" and run.precision == "day") or opens)
            and run.role == "event"
            and subject.holds(run.begin)
        )
        if runs and last and run.start and run.start <= time.start[:10] <= last:
            return run
    return None


def _in_named_year(subject: Subject, day: str | None) -> str | None:
    """Give a day without its year that of the name, if the name's year is that of the event (guide rule 9)."""
    year = year_of(subject.name)
    if day is None or not day.startswith("--") or year is None or _OF_WORK_YEAR.search(subject.name):
        return day
    return f"{year}{day[1:]}"


_OF_WORK_YEAR = re.compile(
    r"年度|总结|年终|表彰|工作会|20\d\d(?:/\d\d)?年?\(?(?:春夏|秋冬)|(?:春夏|秋冬)系列|届.*届|[-~]20\d\d"
)


_TILL = re.compile(r"(?:展期|会期|展览|将?持续|延续|展|开放)[至到]$")
_TO_CLOSE = re.compile(r"[^,。;\n]{0,12}(?:闭幕|落幕|落下(?:了)?帷幕|收官|谢幕|结束|撤展|闭展)")


def _is_end_alone(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is that of closing alone: 展至4月4日, 将于4月4日落下帷幕."""
    before = article.plain[max(0, time.begin - 6) : time.begin]
    closes = _WILL_BE.search(before) and _TO_CLOSE.match(article.plain, time.end)
    return bool(time.finish is None and (_TILL.search(before) or closes))


def _only_closes(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a day is that of a fair's closing (昨晚,…闭幕式…落下帷幕) and nothing tells how long it lasted."""
    span = article.sentence(time.begin)
    behind = article.plain[time.end : span.end]
    ends = _LASTING.search(subject.name) and time.finish is None and _CLOSED.search(behind)
    if not ends or _OPENED.match(behind) or _OPENS.search(span.of(article.plain)):
        return False
    return not (_counted_back(subject, article, time) or _opening_day(subject, article, time))


_UNTIL = re.compile(
    r"(?:今[天日]|即日|\d日)起,?(?:至|到|-)$|(?:收稿|报名|投稿|申报|征集|征稿|报送|提交|收件)[^。\n]{0,6}(?:至|到)$"
)


_ENTERING = re.compile(
    r"报名|投稿|征稿|收稿|交稿|截稿|递交|提交|寄[送到达至]|报送|送达|申报|登记|截止|停止收|作品.{0,6}(?:前|止)"
)
_HOLDING = re.compile(r"决赛|举行|召开|举办|开幕|亮相|登场|颁奖|比出|决出|比赛|上演")


def _is_limit(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is the last one to enter: by its own words, or because its clause speaks of entering only."""
    if not time.start:
        return False
    if time.role == "deadline" or _UNTIL.search(article.plain[max(0, time.begin - 12) : time.begin]):
        return True
    clause = _clause(article, time).of(article.plain)
    return time.precision == "day" and bool(_ENTERING.search(clause)) and not _HOLDING.search(clause)


def _limit(subject: Subject, article: Article) -> TimeMention | None:
    """Return the last day to enter something that is not over."""
    if _OVER.search(" ".join(m.sentence.of(article.plain) for m in subject.mentions)):
        return None
    return next((t for t in article.times if _is_limit(article, t) and subject.holds(t.begin)), None)


_LASTED = re.compile(
    r"(\d{1,2}|[一二两三四五六七八九十]{1,2})天(?=的|里|内|来|之|后|,|展|会|时间|赛|累计|共|(?:激烈)?[角比]|紧张)"
)


def _counted_back(subject: Subject, article: Article, time: TimeMention) -> str | None:
    """Return the first day of what closed on the day told after so many days (guide rule 8)."""
    span = article.sentence(time.begin)
    after, day = article.plain[time.end : span.end], time.start or ""
    near = _LASTED.search(article.plain, span.begin, article.after(span).end)
    runs = (m for m in _RUNS.finditer(article.plain) if m["unit"] == "天" and subject.holds(m.start()))
    told = near or next(runs, None)
    if (
        time.finish
        or told is None
        or len(day) not in (7, 10)
        or not _CLOSED.search(after)
        or _OPENED.match(after)
    ):
        return None
    last = date.fromisoformat(day if len(day) == 10 else f"2023-{day[2:]}")
    first = (last - timedelta(count(told[1]) or 1) + timedelta(1)).isoformat()
    return first if len(day) == 10 else f"--{first[5:]}"


_OPENED = re.compile(r"[^,。;]{0,20}?(?:开幕|启幕|开展|开赛|开馆|开营|开班|拉开)")
_CLOSED = re.compile(r"闭幕|落幕|收官|落下(?:了)?帷幕|结束|谢幕|收展|送走|收场|画上|闭展")


_OPENED_THEN = re.compile(r",[^,。;\n]{4,40}?(?:开幕|启幕|拉开(?:了)?(?:帷|序|大)幕)")


def _opening_day(subject: Subject, article: Article, time: TimeMention) -> TimeMention | None:
    """Return the day of 自5月16日开幕以来 for an event whose closing day is told first."""
    closing = article.plain[time.end : article.sentence(time.begin).end]
    if time.finish or not re.search(r"闭幕|落幕|收官|落下(?:了)?帷幕|结束|谢幕", closing):
        return None
    for other in article.times:
        begins = re.search(r"[从自]$", article.plain[max(0, other.begin - 1) : other.begin])
        after = article.plain[other.end : other.end + 48]
        told = any(m.sentence.begin <= other.begin < m.sentence.end for m in subject.mentions)
        opens = (
            re.match(r"(?:正式)?(?:开幕|启幕|开展|开赛|开市)", after)
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
            r"(?:[^,。;]{0,8})(?:结束|闭幕|落幕|落下帷幕|收官|谢幕|闭展|结业|结班|闭营|撤展)", after
        ) and re.search(r"开幕|启幕|开始|启动|开展|开赛|开班|开营|开课|报到", before)
        if closes or re.search(r"(?:展|持续|延续|进行|截)至$|到$", before):
            return later.start
    return None


_LASTS_TILL = re.compile(r"(?P<whole>整个|全部|本届|本次)?[^,。;\n]{0,10}(?:持续|延续|进行)[至到]$")


_TO_END = re.compile(r"(?:正式|圆满)?(?:结束|闭幕|落幕|收官|闭展)")


# 20日,展会将圆满收官; 13日时装周落幕
_ENDS_THEN = re.compile(
    r",?(?:本届|本次|此次|整个)?(?:[一-鿿]{0,4}(?:展会?|博览会|展览会|交易会|[博交服]会|节|周|活动))(?:将|于当日|正式|圆满)*(?:落幕|闭幕|收官|谢幕|闭展|落下帷幕)"
)


def _lasting_till(subject: Subject, article: Article, time: TimeMention) -> str | None:
    """Return the day of 整个活动持续到11月26日, told in a sentence of its own."""
    for later in article.times:
        told = _LASTS_TILL.search(article.plain, max(0, later.begin - 20), later.begin)
        ends = _TO_END.match(article.plain, later.end)
        ends = ends if article.plain.endswith("于", 0, later.begin) else None
        if _LASTING.search(subject.name):
            ends = ends or _ENDS_THEN.match(article.plain, later.end)
        ours = bool(told or ends) and (subject.holds(later.begin) or (bool(ends) and subject.parent is None))
        ours = ours or bool(told and told["whole"] and subject.parent is None)
        if ours and later.begin > time.end and time.start and (later.start or "") >= time.start:
            return later.start
    return None


_RUNS = re.compile(
    r"(?:为期|历时|会期|展期|持续|(?:培训班?|研修班|活动|展会|赛程|课程|会议)共计?|在(?=..?天的[^,。\n]{1,12}期间)|(?<=[。\n])(?=..?天时间[,里内])|(?<=[。,;])(?=..?天(?:的)?展会))(\d{1,2}|[一二两三四五六七八九十]{1,2})个?(?P<unit>天|日|周|星期)"
)


def _last_of_run(subject: Subject, article: Article, time: TimeMention) -> str | None:
    """Return the last day of what opened on the day told and runs for so many days, told elsewhere (guide rule 8)."""
    told = next((m for m in _RUNS.finditer(article.plain) if subject.holds(m.start())), None)
    day = time.start or ""
    if told is None or time.precision != "day" or len(day) not in (7, 10):
        return None
    if any(_CLOSED.search(article.sentence(at).of(article.plain)) for at in (time.begin, told.start())):
        return None
    days = (count(told[1]) or 1) * (7 if told["unit"] in ("周", "星期") else 1)
    last = date.fromisoformat(day if len(day) == 10 else f"2023-{day[2:]}") + timedelta(days - 1)
    return last.isoformat() if len(day) == 10 else f"--{last.isoformat()[5:]}"


def _clocked(day: str | None, clock: str | None) -> str | None:
    """Join a whole day and its clock time; the trade's articles keep China Standard Time."""
    return f"{day}T{clock}:00+08:00" if day and clock and len(day) == 10 else day


_DROPPED = re.compile(r"原定|原计划|原本|原拟|原来|原先|原于|本应|本该")
_LABEL = re.compile(
    r"(?:会议|活动|举办|举行|召开|展览|展出|开幕|培训|比赛|大会|论坛|决赛|时)\s?(?:时间|日期|间)\s?[::|]?\s?$"
)


def _date_of(subject: Subject, article: Article) -> tuple[TimeMention, str] | None:
    """Choose the day: beside the words that say it is held, else labelled, else beside the name, else any."""
    days = [
        t
        for t in article.times
        if (_datable(t) or _above_place(article, t))
        and not (_is_dropped(article, t) or _in_name(subject, t) or _is_limit(article, t))
        and not (
            _of_press(subject, article, t.begin) or _is_ordered(article, t) or _gone_before(article, t.begin)
        )
        and not (_is_of_a_count(article, t) or _is_of_arrival(article, t) or _opens_entry(article, t))
        and not (_of_what_it_frames(subject, article, t) or _of_the_whole(subject, article, t))
    ]
    if final := _final(subject, article, days):
        return final, "day of the final"
    if moved := _moved_to(subject, article, days):
        return moved, "new day behind the words of moving"
    held = [m for m in subject.mentions if m.held and not m.past]
    inside = [t for t in days if subject.holds(t.begin)]
    labelled = [t for t in inside if _LABEL.search(article.plain[max(0, t.begin - 12) : t.begin])]
    if (chosen := _beside(article, held, days)) and not (labelled and chosen.precision == "month"):
        return chosen, "day in the sentence that says it is held"
    if labelled:
        return labelled[0], "day behind its label"
    if chosen := _beside(article, [m for m in subject.mentions if not m.past], days):
        return chosen, "day beside the name"
    exact = [t for t in inside if t.precision == "day"]
    exact = exact or ([] if any(_told_vaguely(article, m) for m in held) else inside)
    exact = [t for t in exact if t.precision not in ("month", "season") or _is_held_behind(article, t)]
    if exact and subject.parent is None:
        return exact[0], "day where the text speaks of it"
    return next(((t, "year it is announced for") for t in _announced_years(article, held)), None)


def _is_held_behind(article: Article, time: TimeMention) -> bool:
    """Tell whether a month far from any name is that of something held: 将于7月举行."""
    return bool(
        re.match(r"[^,。;]{0,20}(?:举[行办]|召开|开幕|启动|进行)", article.plain[time.end : time.end + 30])
    )


def _announced_years(article: Article, held: Sequence[Mention]) -> Iterator[TimeMention]:
    """Yield the year alone that a sentence of holding announces: 第八届年会将于2022年在某校召开."""
    for time in article.times:
        around = any(m.sentence.begin <= time.begin < m.sentence.end for m in held)
        alone = time.precision == "year" and time.start and not time.finish
        if around and alone and _WILL_BE.search(article.plain[max(0, time.begin - 8) : time.begin]):
            yield time


_FRAME = re.compile(r"[”》]?会?(?:(?:举办|召开)?期间|现场(?:成功|隆重)?(?:举[行办]|召开))")


def _of_what_it_frames(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a single day is that of what goes on within the subject: 10月12日,某会在某博览会期间召开."""
    return (subject.kind == "event" and time.finish is None) and any(
        m.sentence.begin <= time.begin < m.sentence.end and _FRAME.match(article.plain, m.name.end)
        for m in subject.mentions
    )


def _is_of_a_count(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is the one figures were counted on: 截止到昨天下午, 昨天下午5点,据…统计."""
    before, after = (
        article.plain[max(0, time.begin - 4) : time.begin],
        article.plain[time.end : time.end + 16],
    )
    return bool(re.search(r"截[至止]到?$", before) or re.match(r",?据[^,。]{0,10}统计", after))


_ARRIVE_THEN = re.compile(r"(?:全天|[上下]午)?(?:\d{1,2}[:时点]\d{0,2})?报到")
_ARRIVING = re.compile(r"报到(?:时间|日期|日)?\s?[为是:|]?\s?$")


def _is_of_arrival(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is the one guests arrive on, where the sentence goes on to the thing itself: 报到时间为27日,初赛于28日举行."""
    span = article.sentence(time.begin)
    arrives = _ARRIVING.search(article.plain, max(span.begin, time.begin - 8), time.begin)
    arrives = arrives or _ARRIVE_THEN.match(article.plain, time.end)
    return bool(arrives and any(time.end <= t.begin < span.end and t.start for t in article.times))


_ENTRY_OPENS = re.compile(
    r"[^,。;\n]{0,8}(?:开通|开启|启动|开放|开始)[^,。;\n]{0,4}(?:招赛|报名|征稿|投稿|海选|征集|参赛)"
)


def _opens_entry(article: Article, time: TimeMention) -> bool:
    """Tell whether a day only opens a contest for entries: 已于2023年12月正式开通招赛通道."""
    return bool(_ENTRY_OPENS.match(article.plain, time.end))


def _of_the_whole(subject: Subject, article: Article, time: TimeMention) -> bool:
    """Tell whether a day ends what the subject is only a part of: 整个活动持续到11月26日."""
    told = _LASTS_TILL.search(article.plain, max(0, time.begin - 20), time.begin)
    return bool(subject.parent and told and told["whole"])


_ORDERED = re.compile(r"(?:务必|必须|要求)(?:于|在)?$")


def _is_ordered(article: Article, time: TimeMention) -> bool:
    """Tell whether a day is one by which others are to act: 务必在本月16日下发."""
    return bool(_ORDERED.search(article.plain[max(0, time.begin - 4) : time.begin]))


def _told_vaguely(article: Article, mention: Mention) -> bool:
    """Tell whether the sentence of holding has a time of its own that nothing settles: 昨天上午, 日前在大连举行."""
    span = mention.sentence
    own = [t for t in article.times if span.begin <= t.begin < span.end and t.first.relative]
    return any(t.precision == "vague" or (t.precision == "day" and not t.start) for t in own)


def _moved_to(subject: Subject, article: Article, days: Sequence[TimeMention]) -> TimeMention | None:
    """Return the new day of something postponed: the first one behind the last word of moving it."""
    for mention in subject.mentions:
        span = mention.sentence
        words = list(_POSTPONED.finditer(article.plain, span.begin, span.end))
        words = [w for w in words if not _is_of_other(article, mention, w.start())]
        after = [t for t in days if words and words[-1].end() <= t.begin < span.end]
        if after:
            return after[0]
    return None


_ROUND = re.compile(r"(?P<final>总决赛|决赛|颁奖)|初赛|复赛|海选|初评|报名|投稿|征稿|成衣制作|截止")


_ITS_FINAL = re.compile(r"(?:本届|本次|此次)?(?:大赛|比赛|赛事)(?:总)?决赛")
_OF_A_ROUND = re.compile(r"初赛|复赛|预赛|选拔赛|分赛区|海选")


def _final(subject: Subject, article: Article, days: Sequence[TimeMention]) -> TimeMention | None:
    """Return the day of a contest's final where its rounds are dated line by line or clause by clause (guide rule 8)."""
    if (
        not re.search("赛|评选|征集", subject.name)
        or _PRESS.search(subject.name)
        or _OF_A_ROUND.search(subject.name)
    ):
        return None
    for time in days:
        clause = _clause_of_round(article, time)
        alone = sum(clause.begin <= t.begin < clause.end for t in article.times) == 1
        after = clause.end if alone else min(clause.end, time.end + 12)
        around = article.plain[max(clause.begin, time.begin - 14) : after]
        rounds = list(_ROUND.finditer(around))
        if (
            len(rounds)
            and all(m["final"] for m in rounds)
            and (subject.holds(time.begin) or _ITS_FINAL.match(article.plain, clause.begin))
            and clause.end - clause.begin < 60
        ):
            return time
    return None


def _clause(article: Article, time: TimeMention) -> Span:
    """Return the stretch between the commas and stops around a date."""
    left = max(article.plain.rfind(sign, 0, time.begin) for sign in ",。;\n") + 1
    ends = (article.plain.find(sign, time.end) for sign in ",。;\n")
    return Span(left, min((at for at in ends if at >= 0), default=len(article.plain)))


def _clause_of_round(article: Article, time: TimeMention) -> Span:
    """Return the clause a round of a contest is dated in, with the next where the date fills it: 10月中旬,决赛."""
    clause = _clause(article, time)
    if article.plain.startswith("即", clause.begin):  # 决赛定于某会期间,即11月13日
        left = max(article.plain.rfind(sign, 0, clause.begin - 1) for sign in ",。;\n") + 1
        return Span(left, clause.end)
    if time.begin - clause.begin > 1 or not article.plain.startswith(",", time.end):
        return clause
    ends = (article.plain.find(sign, time.end + 1) for sign in ",。;\n")
    return Span(clause.begin, min((at for at in ends if at >= 0), default=len(article.plain)))


_MEETS_PRESS = re.compile(
    r"(?:[在于][^,。;]{1,12}?|[”》]?)(?:举[行办]|召开)(?:了)?(?:新闻|首场|媒体)*(?:发布会|通气会|说明会|见面会)"
)
# 3月18日,某展新闻发布会在某馆举行: to where it goes over to the thing itself.
_PRESS_NAMED = re.compile(
    rf"[”》]?(?:首场|第.场)?{PRESS_CONFERENCE}(?:(?!宣布|透露|获悉|介绍|公布|了解到|将于|定于)[^。;\n])*"
)
_HELD_THEN = re.compile(r"(?:将|拟|定)[于在][^,。;\n]{0,24}(?:举[行办]|召开|开幕)的“?$")
# 10月8日下午,某市政府在上海举行新闻发布会
_PRESS_BEHIND = re.compile(
    rf"(?:(?!举[行办]|召开)[^。;\n“”]){{2,40}}?(?:举[行办]|召开)(?:了)?(?:隆重的|首场|的)?{PRESS_CONFERENCE}(?!上)"
)


def _of_press(subject: Subject, article: Article, begin: int) -> bool:
    """Tell whether a day or place is the other's of a thing and its press conference.

    昨天,某某博览会在北京举行发布会 tells the conference's; behind 发布会宣布展会将于 stand the thing's.
    """
    if _PRESS.search(subject.name):
        starts = ((announced_from(article, m), m) for m in subject.mentions)
        return any(at is not None and at <= begin < m.sentence.end for at, m in starts)
    return bool(_PRESS_BEHIND.match(article.plain, begin)) or any(
        _meets_press(article, m, begin) for m in subject.mentions if m.press
    )


def _meets_press(article: Article, mention: Mention, begin: int) -> bool:
    """Tell whether a place of a sentence about a thing's press conference is told of the conference."""
    plain, name = article.plain, mention.name
    told = _MEETS_PRESS.match(plain, name.end) or _PRESS_NAMED.match(plain, name.end)
    held_then = _HELD_THEN.search(plain, max(0, begin - 4), name.begin)
    return bool(told and mention.sentence.begin <= begin < told.end() and not held_then)


_AFTER_WHICH = re.compile(r"继[^,。;\n]{2,50}(?:之后|后|以来)[,。]")


def _gone_before(article: Article, begin: int) -> bool:
    """Tell whether a day or place is of what went before: 继8月3日在北京举办发布会后,…."""
    span = article.sentence(begin)
    return any(
        m.start() < begin < m.end() for m in _AFTER_WHICH.finditer(article.plain, span.begin, span.end)
    )


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


def _datable(time: TimeMention) -> bool:
    vague = time.precision in ("vague", "year", "duration", "half", "quarter")
    whole = time.role == "event" or (
        time.role == "history" and time.finish is not None and time.precision == "day"
    )
    return whole and bool(time.start) and not vague and not _SINCE_JANUARY.match(flat(time.quote))


def _is_dropped(article: Article, time: TimeMention) -> bool:
    """Tell whether a date is the one given up: 原定6月12日至15日举行."""
    after = article.plain[time.end : time.end + 12]
    before = article.plain[max(0, time.begin - 14) : time.begin]
    return bool(
        _DROPPED.search(before[max(before.rfind(sign) for sign in ",;。") + 1 :])
        or re.match(r"[^,。;]{0,6}作废", after)
    )


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


_HELD_ON = re.compile(r"(?:在[^,。;]{2,14})?(?:举办|召开|举行|开幕|闭幕)的(?:“)?")
_LEAVES = re.compile(r"(?:正式|圆满|顺利)?(?:结业|结班|结束|闭幕|撤展|闭营|返程)")


def _distance(article: Article, mention: Mention, time: TimeMention) -> tuple[int, bool, int]:
    """Rank a date by what stands between it and the name: other clauses first, then whether it is a day."""
    name = mention.name
    first, last = (time.end, name.begin) if time.end <= name.begin else (name.end, time.begin)
    crossed = sum(article.plain.count(sign, first, last) for sign in ";:")
    crossed += 2 * bool(_LEAVES.match(article.plain, time.end))
    return crossed, time.precision not in ("day", "third"), last - first


# --- where ---------------------------------------------------------------------------------------


def _where(subject: Subject, article: Article) -> Iterator[Fact]:
    """Yield the place: the final's, the press conference's, the one beside the name, else the one the text tells."""
    venues = [p for p in article.places if _is_venue(article, p) and not _of_press(subject, article, p.begin)]
    if not _PRESS.search(subject.name):
        venues = [p for p in venues if not _elsewhere(article, p)]
    venues = [p for p in venues if not _gone_before(article, p.begin)]
    chosen = (
        _beside_final(subject, article)
        or _before_press(subject, article)
        or _beside_name(subject, venues)
        or next((p for p in venues if subject.holds(p.begin) and _is_told(article, p)), None)
        or next((p for p in article.places if p.kind == "region" and _held_in(subject, article, p)), None)
        or next((p for p in article.places if _is_visited(subject, article, p)), None)
        or (_only_place(subject, article, venues) if subject.parent is None else None)
        or next((p for p in article.places if _is_scene(subject, article, p)), None)
        or _seat_in_name(subject, article)
        or _in_headline(subject, article)
    )
    if chosen is not None:
        place, begin, end = _trimmed(_in_full(subject, article, chosen, venues), article)
        yield Fact("place", place, begin, end, "where it is held")


# Fairs, weeks and festivals are called after the town they are held in; contests after who gives the cup.
_SEATED = re.compile(r"(?:博览会|展览会|交易会|[博交洽展]会|展|[周节])(?:\([^()]*\))?$")


_OF_ONE_CITY = ("香港", "澳门")


def _seat_in_name(subject: Subject, article: Article) -> PlaceMention | None:
    """Return the town in a fair's name, where nothing else tells its place: 第十七届宁波国际服装节, 中国(大连)…博览会."""
    if subject.kind != "event" or not _SEATED.search(subject.name):
        return None
    names = [m.name for m in subject.mentions if _SEATED.search(m.name.text)]
    return next(
        (
            p
            for p in article.places
            for n in names
            if n.begin <= p.begin
            and p.end < n.end
            and p.kind == "region"
            and (p.place.city or p.place.region in _OF_ONE_CITY)
            and article.plain[p.end] not in "杯市省"
        ),
        None,
    )


def _in_headline(subject: Subject, article: Article) -> PlaceMention | None:
    """Return the region that the headline alone tells something is held in (…竞赛在威海举行), as the text names it."""
    told = (p for p in read_places(flat(article.title)) if p.kind == "venue" and p.place.region)
    for place in told if subject.in_title else ():
        begin = article.plain.find(flat(place.quote))
        if begin >= 0:
            return replace(place, begin=begin, end=begin + len(place.quote))
    return None


def _in_full(
    subject: Subject, article: Article, chosen: PlaceMention, venues: Sequence[PlaceMention]
) -> PlaceMention:
    """Return the labelled venue that begins with the words chosen: 地点:某市某酒店 tells more than 在某市."""
    return next(
        (
            p
            for p in venues
            if subject.holds(p.begin)
            and p.end - p.begin > chosen.end - chosen.begin
            and flat(p.quote).startswith(flat(chosen.quote))
            and _PLACE_LABEL.search(article.plain[max(0, p.begin - 10) : p.begin])
        ),
        chosen,
    )


_PLACE_LABEL = re.compile(r"(?:地点|地址|会场|场馆|展馆|场地)\s?[:|]?\s?$")


def _is_venue(article: Article, place: PlaceMention) -> bool:
    words = place.end - place.begin > 1 or place.place.region is not None
    return place.kind != "region" and words and not _is_event(article, place)


def _beside_name(subject: Subject, venues: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the venue nearest to the name in the first sentence that has both."""
    for mention in (m for m in subject.mentions if not m.past and not m.press):
        span = mention.sentence
        near = [p for p in venues if span.begin <= p.begin < span.end]
        near = [p for p in near if subject.parent is None or subject.holds(p.begin)]
        if near:
            return min(near, key=lambda p: abs(p.begin - mention.name.end))
    return None


def _only_place(subject: Subject, article: Article, venues: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place nearest to the name in its sentences: a venue, or a region that a venue's name follows."""
    for mention in (m for m in subject.mentions if not m.past and not m.press):
        span = mention.sentence
        near = [p for p in (*venues, *article.places) if span.begin <= p.begin < span.end + 60]
        near = [p for p in near if p.begin < span.end or subject.holds(p.begin)]
        near = [p for p in near if p in venues or _begins_venue(article, p)]
        near = [p for p in near if not mention.name.begin <= p.begin < mention.name.end]
        if near:
            return min(near, key=lambda p: abs(p.begin - mention.name.begin))
    return next((p for p in venues if subject.holds(p.begin)), None)


def _begins_venue(article: Article, region: PlaceMention) -> bool:
    """Tell whether a region begins a venue's name, which is no part of a body's or a ware's: 武汉纺织大学研究院."""
    venue = _VENUE_NAME.match(article.plain, region.begin)
    body = any(o.begin <= region.begin and venue and venue.end() < o.end for o in article.organisations)
    return venue is not None and not body and not _WARE.match(article.plain, venue.end())


_WARE = re.compile(r"(?:家纺|服装|纺织|面料|服饰|窗帘|童装|女装|男装|印染|产业|企业|优秀|毕业)")
_VENUE_NAME = re.compile(
    rf"(?:(?!举行|举办|召开|进行|上演|开幕|在|是|成为|我国|把)[一-鿿·A-Za-z0-9()]){{2,24}}?(?:{any_of(listed('venues'))})(?:[一-鿿0-9A-Z]{{1,6}}?(?:会议室|厅|馆|楼|号馆))?"
)
_WHOLE_VENUE = re.compile(rf"[市县区镇省)]$|[号馆厅楼层室]$|(?:{any_of(listed('venues'))})$")
_PLACE_LEAD = re.compile(
    r"^(?:仍|就|定|选|设|改)?(?:举办|会议|活动|展会|比赛|决赛|培训|举行)?(?:地点?|会址|会场|展馆|场地|地址|场馆)(?:仍|选|设|定|改)?(?:为|在|是|于|定在)?|^(?:仍|选|设|定|改)?(?:为|在)"
)


def _trimmed(chosen: PlaceMention, article: Article) -> tuple[Place, int, int]:
    """Cut words that are no place off a venue (地点为…, …决出名次) and lengthen a region to its venue."""
    words = chosen.quote
    lead = _PLACE_LEAD.match(flat(words))
    begin = chosen.begin + (lead.end() if lead else 0)
    venue = _VENUE_NAME.match(article.plain, begin)
    whole = flat(article.text[begin : chosen.end])
    kept = venue is None or chosen.kind == "online" or _WHOLE_VENUE.search(whole)
    end = chosen.end if kept or venue is None else venue.end()
    if (begin, end) == (chosen.begin, chosen.end):
        return chosen.place, begin, end
    text = article.text[begin:end]
    inner = next(
        (p.place for p in article.places if p.begin >= begin and p.end <= end and p.place.region),
        chosen.place,
    )
    return Place(text, inner.region, inner.city, text), begin, end


_PRESS = re.compile(r"(?:发布会|通气会|见面会)$")


def _before_press(subject: Subject, article: Article) -> PlaceMention | None:
    """Return the place of 在北京召开的新闻发布会, which stands right before these words."""
    if not _PRESS.search(subject.name):
        return None
    begins = [m.name.begin for m in subject.mentions if not m.name.proper]
    near = [(b - p.end, p) for b in begins for p in article.places if 0 <= b - p.end <= 8]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _beside_final(subject: Subject, article: Article) -> PlaceMention | None:
    """Return the place in the line of a contest's final: (三)决赛:2019年6月15日,某某中心."""
    final = _final(subject, article, [t for t in article.times if _datable(t)])
    if final is None:
        return None
    line = article.line(final.begin)
    near = [p for p in article.places if final.end <= p.begin < line.end]
    venues = (p for p in near if p.kind != "region")
    return next(venues, None if article.plain[line.end - 1] == "。" else next(iter(near), None))


_HELD_THERE = re.compile(
    r"[^。;,\n]{0,14}(?:召开|举行|举办|开幕|闭幕|落幕|启动|拉开|落下|上演|进行|开赛|开展|收官)"
)


def _is_told(article: Article, place: PlaceMention) -> bool:
    """Tell whether the words around a venue say that something is held there."""
    before = article.plain[article.line(place.begin).begin : place.begin]
    labelled = _PLACE_LABEL.search(before)
    return bool(labelled or place.kind == "online" or _HELD_THERE.match(article.plain, place.end))


def _held_in(subject: Subject, article: Article, place: PlaceMention) -> bool:
    """Tell whether a bare region stands in 在…召开 in a sentence that names the subject."""
    after = article.plain[place.end : place.end + 8].lstrip("县市区镇")
    if _COMES_TO.search(article.plain, max(0, place.begin - 2), place.begin):
        return any(m.sentence.begin <= m.name.end <= place.begin < m.sentence.end for m in subject.mentions)
    if place.place.city and _CALLS_IT.match(after) and _starts_clause(article, place):
        return any(m.sentence.begin <= place.begin < m.name.begin for m in subject.mentions)
    if (
        article.plain[max(0, place.begin - 1) : place.begin] not in ("在", "于", "赴")
        or not re.match(
            r"(?:隆重|成功|顺利|正式|圆满|盛大)?(?:召开|举行|举办|开幕|闭幕|落幕|启动|拉开|落下)", after
        )
    ) and not re.match(r"(?:即?将|再次|首次|又)*(?:迎来|承接|承办)", after):
        return False
    return any(m.sentence.begin <= place.begin < m.sentence.end for m in subject.mentions)


_SCENE = re.compile(r"(?:[月春夏秋冬季]|时节)的$")


def _is_scene(subject: Subject, article: Article, place: PlaceMention) -> bool:
    """Tell whether the lead sets the scene in a town (金秋十月的盛泽, 4月9日,广东虎门,…) for the one thing it tells of."""
    lead = article.sentences[0].begin
    if place.kind != "region" or not place.place.city or subject.parent or place.begin > lead + _SCENE_WITHIN:
        return False
    before, after = article.plain[lead : place.begin], article.plain[place.end : place.end + 1]
    return bool(_SCENE.search(before) or (before.endswith("日,") and after == ","))


_SCENE_WITHIN = 40  # characters of a lead within which the scene is set
_COMES_TO = re.compile(r"(?:回归|重返|落地|落户|落子|花落|移师|走进|登陆|亮相|相约)$")
_VISITED = re.compile(r"(?:前往|赴|来到|走访|抵达|莅临|到访|走进|深入)$")


def _is_visited(subject: Subject, article: Article, place: PlaceMention) -> bool:
    """Tell whether guests came to the town for the meeting, be it in its name or not: 赴某县…召开了某县…座谈会."""
    came = _VISITED.search(article.plain, max(0, place.begin - 2), place.begin)
    name, town = flat(subject.name), flat(place.quote)
    beside = _TALKED_OVER.search(name) and any(
        m.sentence.begin <= place.begin < m.sentence.end for m in subject.mentions
    )
    return subject.kind == "meeting" and (bool(came and (beside or town in name)) or f"赴{town}" in name)


_TALKED_OVER = re.compile(r"(?:调研|考察|走访|座谈会?)$")


_CALLS_IT = re.compile(
    r"(?:今[日天]|近日|日前|\d{1,2}日(?:[上下]午)?|隆重|成功|盛大|正式|首次|再次|即?将|还将)*(?:召开|举行|举办|启动)"
)


def _starts_clause(article: Article, place: PlaceMention) -> bool:
    """Tell whether a town is the subject that calls a meeting: 近日,陕西省安康市召开…, or stands behind one without 在."""
    before = article.plain[place.begin - 1 : place.begin]
    behind_body = any(o.end == place.begin for o in article.organisations)
    return before in ("", ",", "。", "\n", " ", "日", "讯", "-", "”") or behind_body


def _is_event(article: Article, place: PlaceMention) -> bool:
    """Tell whether what stands behind 在 is an event (在2023盛泽时尚周上), no place."""
    return any(
        n.proper and n.begin < place.end and place.begin < n.end and not _has_hall(place, n)
        for n in article.names
        if n.kind != "plan"
    )


def _has_hall(place: PlaceMention, name: Name) -> bool:
    """Tell whether a place is a hall of an event's: 某交易会主会场时尚发布厅."""
    return place.end - name.end >= 2 and bool(re.search(r"(?:会场|厅|馆|中心|广场|剧场|剧院)$", place.quote))


def _elsewhere(article: Article, place: PlaceMention) -> bool:
    """Tell whether a venue is that of a press conference for the thing, not its own."""
    before = article.plain[article.sentence(place.begin).begin : place.begin]
    after = article.plain[place.end : place.end + 24]
    told_there = re.search(r"(?:新闻发布会|通气会|媒体见面会)[^,。]{0,12}在?$|从[^,。]{0,14}在?$", before)
    return bool(
        (told_there and not re.match(r"(?:召开|举行|举办)的", after))
        or re.match(r"[^,。;]{0,6}(?:召开|举行|举办)的[^,。]{0,20}(?:新闻发布会|通气会|见面会)", after)
    )


# --- who -----------------------------------------------------------------------------------------

_CALLS = re.compile(r"(?:[^,。;\n《》“”、]{0,50}?)(?:组织)?(?:召开|举行|举办|主持召开|召集|组织)")


_LONG_AGO = re.compile(r"早在|此前")


def _bodies(subject: Subject, article: Article) -> Iterator[Fact]:
    named: dict[str, OrganisationRole] = {}
    roles = _roles_around(article)
    for body in article.organisations:
        role = body.role or roles.get(body.begin)
        before = article.plain[article.sentence(body.begin).begin : body.begin]
        if (
            role not in (None, "issuer")
            and subject.holds(body.begin)
            and not (LAST_YEARS.search(before) or _LONG_AGO.search(before))
        ):
            named[body.name] = role
            yield Fact(
                "organisations", Organisation(body.name, role), body.begin, body.end, "role as written"
            )
    if "host" not in named.values():
        yield from (fact for fact in _calling_body(subject, article) if fact.value.name not in named)


_ROLES: tuple[tuple[str, OrganisationRole], ...] = (
    ("主办", "host"), ("承办", "organiser"), ("协办", "co-organiser"), ("支持", "supporter"), ("指导", "supporter"),
)  # fmt: skip
_ROLE_BEFORE = re.compile(
    r"(?P<role>主办|承办|协办|支持|指导)(?:[^,。;、\n]{0,12}?(?:单位|方|者|机构|工作|任务)?(?:分别)?(?:为|是|由|有|包括|交给了?|落在|--|[:|])|(?:单位|方|机构)(?:之一的?)?)\s*$"
)
# What is promised or hoped for (给予大力支持, 争取政府的支持) is nobody's part in it.
_ROLE_AFTER = re.compile(
    r"(?:等)?(?:[^,。;、\n给予的谢望需获争离得]{0,14}?)(?P<role>主办|承办|协办|支持|指导(?!工作))(?!单位为|方为)"
)


def _roles_around(article: Article) -> dict[int, OrganisationRole]:
    """Read what bodies do from the words before or behind their list: 主办方为甲、乙, 甲任承办单位."""
    roles: dict[int, OrganisationRole] = {}
    meaning = dict(_ROLES)
    for chain in _chains(article):
        if _is_joint(article, chain):
            roles.update((body.begin, "host") for body in chain)
            continue
        before = article.plain[max(0, chain[0].begin - 24) : chain[0].begin]
        found = _ROLE_BEFORE.search(before) or _ROLE_AFTER.match(article.plain, chain[-1].end)
        if found is not None:
            roles.update((body.begin, meaning[found["role"]]) for body in chain)
    return roles


_JOINTLY = re.compile(r",?(?:于|在)[^,。;\n]{2,20}(?:在[^,。;\n]{2,20})?(?:共同|联合)?(?:举办|主办|召开)")


def _is_joint(article: Article, chain: Sequence[OrganisationMention]) -> bool:
    """Tell whether a chain of bodies holds the thing together: 甲联合乙、丙,于9月6日在某馆举办."""
    joined = len(chain) > 1 and any("联合" in article.plain[a.end : b.begin] for a, b in pairwise(chain))
    return joined and bool(_JOINTLY.match(article.plain, chain[-1].end))


def _chains(article: Article) -> list[list[OrganisationMention]]:
    """Group the bodies that only 、 or 和 stands between."""
    chains: list[list[OrganisationMention]] = []
    for body in article.organisations:
        joined = chains and re.fullmatch(
            r"\s?(?:、|和|及|与|以及|联合|会同|携手)\s?", article.plain[chains[-1][-1].end : body.begin]
        )
        if joined:
            chains[-1].append(body)
        else:
            chains.append([body])
    return chains


# 某协会会长李某在北京召开的某会上说: whoever holds a post of the body speaks there.
_SAYS_THERE = re.compile(
    r"副?(?:会长|秘书长|主席|理事长|主任|总经理|董事长|总裁|院长|部长|局长|厅长)[一-鿿·]{2,5}[在于][^,。;]{2,16}(?:召开|举[行办])的“?$"
)


def _calling_body(subject: Subject, article: Article) -> Iterator[Fact]:
    """Yield the body that calls the meeting: 甲召开乙."""
    for mention in subject.mentions:
        span, name = mention.sentence, mention.name
        for body in article.organisations:
            if not (span.begin <= body.begin < span.end and body.role is None):
                continue
            there = article.plain[body.begin - 1 : body.begin] in ("在", "于")
            there = there or bool(_SAYS_THERE.match(article.plain, body.end, name.begin))
            if body.end <= name.begin and not there and _CALLS.match(article.plain[body.end : name.begin]):
                for one in next(c for c in _chains(article) if body in c):
                    host = Organisation(one.name, "host")
                    yield Fact("organisations", host, one.begin, one.end, "body that calls it")
                return


_RANK: dict[PersonRole, int] = {"moderator": 0, "speaker": 1, "awardee": 2, "attendee": 3, "other": 4}


# Posts of a society: in its own meeting 会长 alone is its own.
_OF_SOCIETY = ("会长", "秘书长", "理事长", "监事长", "理事", "监事", "顾问", "主席")


_OWN = re.compile(r"理事|会员|代表大会|年会|会长|秘书长|监事|换届|成立|工作会|总结会|周年")


def _society(subject: Subject, article: Article) -> str | None:
    """Return the body that calls the meeting, or whose own it is by its name, which is not told as its host (guide rule 11)."""
    calling = (fact.value.name for fact in _calling_body(subject, article))
    begins = {m.name.begin for m in subject.mentions}
    named = (
        o.name
        for o in article.organisations
        if o.begin in begins and _OWN.search(subject.name[len(o.quote) :])
    )
    return next(calling, None) or next(named, None)


def _people(subject: Subject, article: Article) -> Iterator[Fact]:
    own = _society(subject, article)
    seen: dict[str, list[PersonMention]] = {}
    for person in article.people:
        if subject.holds(person.begin):
            seen.setdefault(person.name, []).append(person)
    for name, mentions in seen.items():
        role = min((m.role or "attendee" for m in mentions), key=_RANK.__getitem__)
        titled = next((m for m in mentions if m.posts), mentions[0])
        posts = _posts(mentions) or _posts([m for m in article.people if m.name == name])
        yield Fact(
            "people",
            Person(name, role, _of_society(posts, own)),
            titled.begin,
            titled.end,
            "person where the text speaks of it",
        )


def _of_society(posts: Sequence[Post], own: str | None) -> tuple[Post, ...]:
    """Give the posts that name no body the society whose own meeting it is."""
    return tuple(
        replace(p, organisation=own)
        if p.organisation is None and (p.title or "").endswith(_OF_SOCIETY)
        else p
        for p in posts
    )


def _further(known: Sequence[Post], told: Sequence[Post]) -> list[Post]:
    """Leave out a post of the same title at another body, told elsewhere: 协会会长 of one known as 会长 is of his own."""
    seated = {p.title for p in known if p.organisation}
    return [p for p in told if p.organisation is None or p.title not in seated or p in known]


def _posts(mentions: Sequence[PersonMention]) -> tuple[Post, ...]:
    """Keep each post once, the form with its organisation before the one without."""
    posts: list[Post] = []
    for post in (p for m in mentions for p in _further(posts, m.posts)):
        alike = (p for p in posts if p.title == post.title)
        same = next((p for p in alike if None in {p.organisation, post.organisation} or p == post), None)
        if same is None:
            posts.append(post)
        elif same.organisation is None:
            posts[posts.index(same)] = post
    return tuple(posts)


_EARLIER = re.compile(
    r"去年|上届|往届|历届|(?:已|曾|成功|连续)[^,。]{0,4}举[办行]了?|\d{4}年(?:以来|首)|比上|首届|累计|同比"
)


# 至今已成功举办十届,共汇聚…: what follows sums the editions up.
_EDITIONS_HELD = re.compile(r"(?:至今|迄今|目前)?(?:已|曾)[^,。]{0,6}举[办行]了?[^,。]{0,3}[届次]")


# What an industry or a place makes in a year is told beside a gathering; it is none of its own size.
_OF_INDUSTRY = re.compile(
    r"占(?:[了到据约]|到了)?(?:全[国球省市]|世界|我国|中国|国内)[^,。;]{0,16}$|年(?:产量?|产值|交易额|销售额|加工)[^,。;]{0,8}$|(?:总产值|工业增加值|主营业务收入)[^,。;]{0,6}$"
)


def _figures(subject: Subject, article: Article) -> Iterator[Fact]:
    for found in article.figures:
        span = article.sentence(found.begin)
        clause = article.plain[max(span.begin, found.begin - 24) : found.begin]
        before = article.plain[span.begin : found.begin]
        beside = _EARLIER.search(clause) or _OF_INDUSTRY.search(clause) or _EDITIONS_HELD.search(before)
        if subject.holds(found.begin) and not beside:
            yield Fact("figures", found.figure, found.begin, found.end, "number with its unit")


# --- status --------------------------------------------------------------------------------------


_WILL_BE = re.compile(r"(?:将|拟|定|预计|计划|安排)(?:分别|陆续|正式)?(?:于|在)?$")


def _is_announced(article: Article, when: Sequence[Fact]) -> bool:
    """Tell whether the words right before the day chosen say that it is to come: 决赛将于9月14日."""
    begins = [f.begin for f in when if f.field in ("start", "end")]
    return any(_WILL_BE.search(article.plain[max(0, at - 8) : at]) for at in begins)


def _status(subject: Subject, article: Article, start: str | None, end: str | None, announced: bool) -> Fact:
    """Tell the status as seen from the article's day: dropped or moved first, then dates, then words."""
    moved = _moved(subject, article)
    if moved is not None:
        return moved
    status, (begin, place_end) = _by_day(start, end, article.published), _words(subject, article)
    if (
        start
        and article.published
        and _PRESS.search(subject.name)
        and start[:10] == article.published.isoformat()
    ):
        status = "held"
    if (
        not start
        and end
        and (article.published is None or end >= article.published.isoformat())
        and _is_open(subject, article)
    ):
        status = "ongoing"
    if status is None and not start and _was_on(subject, article):
        status = "held"
    if status in (None, "held") and subject.kind == "event" and _opens_today(subject, article, start, end):
        status = "ongoing"
    if status is None and announced:
        status = "ongoing" if end and not start else "upcoming"
    elif status in (None, "ongoing"):
        status = _by_words(subject, article, status)
    if status == "held" and _may_be_entered(subject, article, start):
        status = "upcoming"
    return Fact("status", status, begin, place_end, "seen from the article's day")


def _may_be_entered(subject: Subject, article: Article, start: str | None) -> bool:
    """Tell whether something that nobody dates as held has a last day to enter that is not past."""
    if any(m.held and m.dated for m in subject.mentions):
        return False
    limit = _limit(subject, article)
    if limit is None or article.published is None:
        return limit is not None
    return start is None and (limit.finish or limit.start or "") >= article.published.isoformat()


def _opens_today(subject: Subject, article: Article, start: str | None, end: str | None) -> bool:
    """Tell whether a fair or festival opened on the article's day or the one before, or is told to last where no page is dated."""
    words = "".join(m.sentence.of(article.plain) for m in subject.mentions if not m.past)
    if not (_LASTING.search(subject.name) and _OPENS.search(words)) or _OVER.search(words):
        return False
    if article.published is None:
        return bool(_GOES_ON.search(article.plain)) and not _AHEAD.search(words)
    eve = (article.published - timedelta(1)).isoformat()
    day = (start or "")[:10]
    return eve <= day <= article.published.isoformat() and (end or day)[:10] == day


_LASTING = re.compile(r"(?:节|周|展|[博展交]览?会|交易会|嘉年华)(?:\([^()]*\))?[”》)]?$")
_GOES_ON = re.compile(r"(?:为期|会期|展期)[^,。]{1,3}天|持续[至到](?!今)|展期[至到为]")
_OPENS = re.compile(r"开幕|启幕|开展(?!了)|拉开(?:了)?(?:帷|序|大)幕")


def _was_on(subject: Subject, article: Article) -> bool:
    """Tell whether something else is told to have been held during it: 10月12日,某会在某博览会期间召开."""
    day = article.published.isoformat() if article.published else ""
    return any(
        _of_what_it_frames(subject, article, t) and (t.start or "~")[:10] <= day for t in article.times
    )


def _is_open(subject: Subject, article: Article) -> bool:
    """Tell whether a thing with a last day to come has opened: 开幕的第一天…将持续到8月25日."""
    words = "".join(m.sentence.of(article.plain) for m in subject.mentions)
    return bool(_IS_OPEN.search(words))


_IS_OPEN = re.compile(
    r"开幕(?:的|后|以来|当天|首日|第一天)|首日|昨[日天].{0,10}开幕|(?:近日|日前)[^。]{0,80}(?:开幕|启幕|开展)|正在"
)


# 受疫情影响延期的某年会在天津举行: what was put off has been held.
_HELD_LATER = re.compile(r"(?:举[行办]|召开)?的")


def _moved(subject: Subject, article: Article) -> Fact | None:
    for mention in subject.mentions:
        span = mention.sentence
        for pattern, status in ((_CANCELLED, "cancelled"), (_POSTPONED, "postponed")):
            found = pattern.search(article.plain, span.begin, span.end)
            if found and _is_of_other(article, mention, found.start()):
                continue
            if found and mention.held and _HELD_LATER.match(article.plain, found.end(), mention.name.begin):
                continue
            if found and not re.search(
                r"(?<!不得)(?:不|未|没有|无)$", article.plain[max(0, found.start() - 3) : found.start()]
            ):
                return Fact("status", status, found.start(), found.end(), "words of dropping or moving")
    return None


_HELD_WITH = re.compile(r"[与和同跟](?:本届|本次)?$")


def _is_of_other(article: Article, mention: Mention, at: int) -> bool:
    """Tell whether words of moving are another thing's: 与纺博会同期举办的机械展延期至五月."""
    begin = mention.name.begin
    beside = _HELD_WITH.search(article.plain[max(0, begin - 3) : begin])
    return bool(beside) and any(mention.name.end <= n.begin < n.end <= at for n in article.names)


def _words(subject: Subject, article: Article) -> tuple[int, int]:
    """Return the words that show the status: a verb near the name, else the sentence."""
    for mention in subject.mentions:
        for pattern in (_OVER, _AHEAD, _OPENING, re.compile("召开|举行|举办")):
            if found := pattern.search(article.plain, mention.sentence.begin, mention.sentence.end):
                return found.span()
    span = subject.mentions[0].sentence if subject.mentions else article.sentences[0]
    return span.begin, span.end


def _by_day(start: str | None, end: str | None, published: date | None) -> Status | None:
    if published is None or not start or start.startswith("-"):
        return None
    day = published.isoformat()
    last = (end or start)[:10]
    if start[:10] > day[: len(start[:10])]:
        return "upcoming"
    if last < day[: len(last)]:
        return "held"
    if len(last) == 10 and start[:10] < day == last:
        return "held"
    return "ongoing" if len(last) == 10 and last > day else None


_SOON_ABOVE = re.compile(r"将于|将在|即将|将同期|还将")


def _paragraph_before(subject: Subject, article: Article) -> str:
    """Return the words of the same paragraph before a sub-event that says nothing of its own time."""
    if not subject.mentions or subject.in_title:
        return ""
    begin = subject.mentions[0].sentence.begin
    return article.plain[article.line(begin).begin : begin]


_LAUNCHED = re.compile(
    r"(?:正式|全面|今[日天])?启动(?![一-鿿]{0,2}(?:仪式|会|式))|(?:进入|开通|开启)(?:招赛|征稿|报名)"
)
# Told as done, whatever the days of it still hold: 日前在青岛举行…期间将举办洽谈会.
_DONE = re.compile(
    r"(?:日前|近日|近期|昨[日天]|今[日天](?!起)|前不久|不久前|刚刚)[^。;!?\n将]{0,60}(?:举[行办]|召开|开幕|启幕|落幕|亮相|开馆)"
)


# 在某地召开的某会上,某人透露,…将…: what was said there has been held, whatever is to come.
_SAID_AT = re.compile(r"(?:召开|举[行办])的“?$"), re.compile(r"”?上(?![半旬周月个])")


def _is_done(mention: Mention, article: Article) -> bool:
    words, name = mention.sentence.of(article.plain), mention.name
    before = article.plain[mention.sentence.begin : name.begin]
    if (
        name.kind == "meeting"
        and _SAID_AT[0].search(before)
        and _SAID_AT[1].match(article.plain, name.end)
        and "将" not in before
    ):
        return True
    told = mention.held and not (mention.past or mention.press)
    return told and bool(_DONE.search(words)) and not re.search("将|发布会|通气会|获悉", words[:80])


def _by_words(subject: Subject, article: Article, dated: Status | None) -> Status:
    present = [m for m in subject.mentions if not m.past] or subject.mentions
    telling = [m for m in present if m.held and m.dated] or present
    spans = [m.sentence for m in telling]
    words = " ".join(s.of(article.plain) for s in spans) + (flat(article.title) if subject.in_title else "")
    if _OVER.search(words):
        return "held"
    if dated == "ongoing":
        return "ongoing"
    if any(_is_done(m, article) for m in subject.mentions):
        return "held"
    if dated is None and any(m.press and m.lead for m in subject.mentions):
        return "upcoming"
    if _AHEAD.search(words) or _SOON_ABOVE.search(_paragraph_before(subject, article)):
        return "upcoming"
    if dated is None and "赛" in subject.name and _LAUNCHED.search(words):
        return "upcoming"  # guide rule 8: it is its final that counts
    if dated is None and re.search(r"(?:持续|正在?)火热|火热(?:持续|进行)", words):
        return "ongoing"
    if article.published is None and "正在" in words:
        return "ongoing"
    return "held"
