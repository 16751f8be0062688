"""From an article to its records: what it is about, each kind read by its module, parents and confidence set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.records.article import Article
from bot.records.facts import Draft, Fact, record_id, shaped
from bot.records.gatherings.days import own_year
from bot.records.gatherings.events import read_activities, read_alongside, read_event, read_programme
from bot.records.gatherings.meetings import read_meeting
from bot.records.gatherings.reported import ENOUGH, ENOUGH_AMID_FIGURES, LEAST, read_subjects
from bot.records.gatherings.runs import LASTING
from bot.records.gatherings.unnamed import read_rite, read_unnamed, with_unnamed
from bot.records.looking_back import without_history
from bot.records.mentions.aside import FOLLOWING
from bot.records.mentions.lists import opens_dated_line
from bot.records.mentions.notices import shared
from bot.records.model import Record
from bot.records.naming.editions import ordinal_of, year_of
from bot.records.naming.likeness import CONTEST_END
from bot.records.places import town_in
from bot.records.plans.notices import PARTNERS
from bot.records.plans.plans import read_plans
from bot.records.sorts import sort_of
from bot.records.subjects import Subject
from bot.records.text import flat
from bot.records.turns import as_stop, is_sum_of_stops, read_stops, read_turns

_READERS = {"meeting": read_meeting, "event": read_event}


@dataclass(frozen=True, slots=True)
class Explained:
    """A record with the facts behind it: which rule read which field from which words."""

    record: Record
    facts: tuple[Fact, ...]


def read_records(
    title: str, text: str, published: str | None, *, outlet: str | None = None, article: str = ""
) -> list[Record]:
    """Read the meetings, plans and events out of an article.

    Args:
        title: the article's title, or empty.
        text: its clean body in simplified Chinese; evidence offsets refer to it.
        published: the publication date, ISO 8601, or None.
        outlet: who publishes it: what it calls 本会 and 我局 is that body.
        article: the article's id, put into each record's ``articles``.

    Returns:
        The records, the main one first; empty where the article reports nothing of the kind.
    """
    return [told.record for told in explain(title, text, published, outlet=outlet, article=article)]


def explain(
    title: str, text: str, published: str | None, *, outlet: str | None = None, article: str = ""
) -> list[Explained]:
    """Read the records as ``read_records`` does, each with the facts and the rules that read them."""
    if not text.strip():
        return []
    verdict = sort_of(title, flat(text))
    if verdict == "none":
        return []
    prepared = Article.of(title, text, published, outlet)
    drafts = list(_drafts(prepared, ENOUGH if verdict == "open" else ENOUGH_AMID_FIGURES))
    if not drafts and verdict == "open" and _names_an_edition(prepared):
        drafts = list(_drafts(prepared, LEAST))
    drafts = without_history(drafts, prepared)
    ids = {d.name: record_id(d.kind, d.name, _start(d)) for d in drafts}
    drafts = _within_main(_in_year_of_main(_in_year_of_parts(drafts)))
    drafts = _given_up_with_whole(drafts)
    drafts = _ahead_with_parent([_at_its_opening(d, drafts[0], prepared) for d in drafts])
    drafts = [_as_parts_tell(d, drafts) for d in drafts]
    drafts = [_during(d, _whole_of(d, drafts, prepared), prepared) for d in drafts]
    drafts = [_in_named_year(d, prepared) for d in _met_the_press(drafts)]
    drafts = [d._replace(parent=ids.get(d.parent or "")) for d in drafts]
    return [Explained(shaped(d, text, article), d.facts) for d in drafts]


def _names_an_edition(article: Article) -> bool:
    """Tell whether a text or its headline names a gathering by its edition or year."""
    names = (n.text for n in article.names if n.kind != "plan")
    return any(ordinal_of(words) or year_of(words) for words in (article.title, *names))


def _drafts(article: Article, enough: float) -> Iterator[Draft]:
    subjects = read_subjects(article, enough)
    activities = list(read_activities(article, subjects))
    programme = [d for s in subjects[:1] for d in (*read_programme(s, article), *read_alongside(s, article))]
    listed = {d.name for d in (*activities, *programme)}
    lines = [f for d in (*activities, *programme) for f in d.facts if f.field == "name"]
    subjects = tuple(s for s in subjects if not _is_line(s, lines))
    plans = [p for p in read_plans(article, subjects) if p.name not in listed and not _moves(p, subjects)]
    subjects = tuple(s for s in subjects if not (_is_measure(s, plans, article) or _is_called(s, plans)))
    aside = not any(s.in_title or any(m.lead for m in s.mentions) for s in subjects)
    unnamed = (read_unnamed(article) if aside else read_rite(article, subjects)) if not listed else None
    if unnamed and enough <= ENOUGH:
        subjects = with_unnamed(article, unnamed, subjects)
    told: list[Draft] = []
    for subject in (as_stop(s, article) for s in subjects):
        draft = _READERS[subject.kind](subject, article)
        told.append(draft._replace(confidence=_confidence(subject, draft)))
    told = [_without_limit_of(d, plans, article) for d in told]
    stops = list(read_stops(article, [d.name for d in (*told, *activities)]))
    told = [d for d in told if not (stops and is_sum_of_stops(d, article))]
    yield from (*told, *stops)
    yield from (turn for main in told[:1] for turn in read_turns(main, article))
    yield from programme
    yield from (d for d in activities if d.kind != "plan" or not any(p.name in d.name for p in plans))
    yield from plans


def _without_limit_of(gathering: Draft, plans: Sequence[Draft], article: Article) -> Draft:
    """Take off a gathering the last day to answer a plan that its own sentence does not name it in: 申请截止9月30日."""
    limits = {f.begin for p in plans for f in p.facts if f.field == "deadline"}
    named = {article.line(f.begin) for f in gathering.facts if f.field == "name"}
    facts = [
        f
        for f in gathering.facts
        if f.field != "deadline" or f.begin not in limits or article.line(f.begin) in named
    ]
    return gathering._replace(facts=tuple(facts))


_NOTICE_OF_MOVING = re.compile(
    r"关于.*(?:延期|延迟|推迟|取消|改期|暂缓|暂停|调整).{0,8}的?(?:通告|通知|公告|函|声明|说明)"
)


def _moves(plan: Draft, subjects: Sequence[Subject]) -> bool:
    """Tell whether a document only says that a gathering is put off or dropped: 关于某博览会延期举办的通告."""
    return bool(_NOTICE_OF_MOVING.fullmatch(plan.name)) and any(
        s.name in plan.name or shared(s.name, plan.name) >= _NAMED_IN for s in subjects
    )


_NAMED_IN = 0.7  # of a gathering's letter pairs stand in the title of a notice about it


def _is_line(subject: Subject, lines: Sequence[Fact]) -> bool:
    """Tell whether a gathering is already told as a line of a programme or list."""
    named = [m.name.begin for m in subject.mentions]
    return bool(named) and all(any(f.begin - _NUMERAL <= at < f.end for f in lines) for at in named)


def _is_measure(subject: Subject, plans: Sequence[Draft], article: Article) -> bool:
    """Tell whether a gathering is only named in a plan's measures: 举办首届设计大赛 as one of five."""
    items = [f for p in plans for f in p.facts if f.field == "items"]
    named = [m.name.begin for m in subject.mentions]
    if any(_has_day_and_town(subject, at, article) or opens_dated_line(article, at) for at in named):
        return False
    return bool(named) and not subject.in_title and all(_is_within(at, items, article) for at in named)


def _has_day_and_town(subject: Subject, at: int, article: Article) -> bool:
    """Tell whether a year's programme says of a thing when and where it will be: 9月在某地举办第四届某博览会."""
    begin = max(article.plain.rfind(sign, 0, at) for sign in ",;:。\n")
    told = {t.precision for t in article.times if begin < t.begin < at}
    counted = bool(ordinal_of(subject.name))
    where = any(begin < p.begin < at for p in article.places)
    if where and ("day" in told or (counted and not told.isdisjoint(("third", "month")))):
        return True
    # 第二届某大赛接着办,3月1日开始征稿,10月总决赛
    end = min((e for sign in ";。\n" if (e := article.plain.find(sign, at)) >= 0), default=len(article.plain))
    rounds = [t for t in article.times if at < t.begin < end and t.precision in ("day", "month")]
    return counted and len(rounds) > 1 and bool(CONTEST_END.search(subject.name))


def _is_within(at: int, items: Sequence[Fact], article: Article) -> bool:
    """Tell whether a name is told in an item, or without a day or month of its own in the paragraph that an item opens."""
    line, sentence = article.line(at), article.sentence(at)
    dayed = any(t.precision == "day" and sentence.begin <= t.begin < sentence.end for t in article.times)
    if any(
        f.begin <= at < f.end + 30 and sentence.begin < f.end and not (dayed and f.end <= sentence.begin)
        for f in items
    ):
        return True
    opened = any(line.begin <= f.begin <= line.begin + _NUMERAL and f.end <= at for f in items)
    clause = article.clause(at, at + 1, ",;:。\n")
    return opened and not (
        dayed
        or any(t.precision in ("third", "month") and clause.begin <= t.begin < at for t in article.times)
    )


_NUMERAL = 6  # characters at most before the words of a numbered line: 一是实施, (三)


def _is_called(subject: Subject, plans: Sequence[Draft]) -> bool:
    """Tell whether a gathering is but the work that the title of a notice calls for (…培育推广活动)."""
    titled = subject.in_title and not subject.name.endswith("活动")
    return any(p.name == subject.name for p in plans) or (
        not titled
        and any(
            "关于" in p.name[:2] and not PARTNERS.search(p.name) and shared(subject.name, p.name) >= 0.8
            for p in plans
        )
    )


_AT_OPENING = re.compile(
    r"\s*(?:在?当?[天日晚]?的?(?:[^,。;]{0,8})?(?:[开启揭]幕式|[开启揭]幕仪式|启动仪式|大会|会议|会|仪式)上|仪式现场)"
    # 颁奖之后,某趋势秀随即在同一个舞台上演
    r"|\s*(?:颁奖|决赛|仪式|典礼|开幕式)(?:之|结束)?后,(?=[^。;\n]{0,40}(?:随[即后]|接着|同一))"
)


def _at_its_opening(draft: Draft, main: Draft, article: Article) -> Draft:
    """Give a rite told to be part of the opening (开幕式上,还举行了…颁奖典礼) the main event's first day and its place."""
    fields = {f.field: f for f in draft.facts}
    if draft.parent != main.name or draft.kind == "plan" or "start" in fields or "name" not in fields:
        return draft
    opening = _AT_OPENING.match(article.plain, article.sentence(fields["name"].begin).begin)
    if opening is None or (
        main.kind == "event" and "式" not in opening[0] and "后" not in opening[0]
    ):  # at a fair, 会上 is any of its days
        return draft
    begins = [f for f in main.facts if f.field == "start"][:1]
    taken = [*begins, *(f._replace(field="end") for f in begins)]
    taken += [f for f in main.facts if f.field == "place"][:1] if "place" not in fields else []
    return draft._replace(
        facts=(*draft.facts, *(f._replace(rule="day and place of the opening it is part of") for f in taken)),
    )


_DURING = re.compile(
    r"期间|[天日]里(?:将|还|共)?|同期|其间|其中|同步|同场|同时|届时|会上还|系列活动|本届|此次|本次|还(?:将|有|举|召|组|进)|活动包括"
)


_WITH = re.compile(rf"同期|同时|同步|同场|同日|当[天日]|会上|会后|现场|会议?期间|{FOLLOWING}")


# 19日,某论坛接着举行: in the town of what the article opens with.
_GOES_ON = re.compile(
    r"(?:接着|紧接着|随后|随即|陆续|相继|同期|同时|同步)(?:将|还将|在此)?(?:举[行办]|召开|进行|登场|开幕)"
)


_SET_LATER = re.compile(r"(?:日期|时间|日程)[^,。;]{0,6}另行")  # 总决赛也一并顺延,具体日期另行公布
# 同馆举行的还有某展,展期相同
_SAME_DAYS = re.compile(
    r"(?:展期|会期|时间|日期)(?:也|均|亦)?(?:相同|一致|同为)|同期同[地馆场]|同时同[地馆场]"
    # 由甲展、乙展和丙展三个展会组成
    r"|由[^。;\n]{4,90}?[两二三四五六七八九十\d]个?[一-鿿]{0,3}(?:展会?|博览会|活动)组成"
)
_SAME_HALL = re.compile(r"同[馆地场]")
_FIRST_DAY = re.compile(r"首日|第一天|开[幕展]当[天日]")


def _whole_of(draft: Draft, drafts: Sequence[Draft], article: Article) -> Draft | None:
    """Return what a draft is a part of, or what it follows at once in the text."""
    if draft.parent:
        return next((w for w in drafts if w.name == draft.parent), None)
    name = draft.first("name")
    words = article.sentence(name.begin).of(article.plain) if name else ""
    beside = _GOES_ON.search(words) or _FIRST_DAY.search(words) or _day_by_day(draft, drafts[0])
    return drafts[0] if beside and drafts[0] is not draft else None


def _day_by_day(draft: Draft, main: Draft) -> bool:
    """Tell whether something starts no more than a day before or after what is told first."""
    first, own, last = _date(main, "start"), _date(draft, "start"), _date(main, "end")
    if first is None or own is None or last is None:
        return False
    return first - timedelta(1) <= own <= last + timedelta(1)


def _during(draft: Draft, whole: Draft | None, article: Article) -> Draft:
    """Give a part that is only told to fall within the whole (期间, 同期) its day or its month, and its town."""
    fields = {f.field: f for f in draft.facts}
    if whole is None or draft.kind == "plan" or whole.kind == "plan" or "name" not in fields:
        return draft
    taken = []
    if "place" not in fields:
        told = sorted(
            (f for f in whole.facts if f.field in ("place", "name")), key=lambda f: f.field == "name"
        )
        seats = (f for f in told if f.field == "place" or LASTING.search(whole.name))
        taken += [t for f in seats if (t := _town(f, article))][:1]
    first, last = _day(whole, "start") or "", _day(whole, "end") or ""
    span = article.sentence(fields["name"].begin)
    if first and _SAME_DAYS.search(span.of(article.plain)):
        shared_with = ("start", "end", "date_basis", "status")
        here = ("place",) if _SAME_HALL.search(span.of(article.plain)) else ()
        as_whole = tuple(
            f._replace(rule="days of the whole, told to be the same")
            for f in whole.facts
            if f.field in (*shared_with, *here)
        )
        own = tuple(f for f in draft.facts if f.field not in {f.field for f in as_whole})
        return draft._replace(facts=(*own, *as_whole))
    above = article.plain[max(0, span.begin - 40) : span.end]
    brief = whole.kind == "meeting" or whole.name.endswith(("仪式", "典礼"))
    same_day = first == last and brief and _WITH.search(span.of(article.plain))
    if "start" not in fields and first and _FIRST_DAY.search(span.of(article.plain)):
        begins = next(f for f in whole.facts if f.field == "start")
        taken += [begins._replace(field=field, rule="first day of the whole") for field in ("start", "end")]
    elif "start" not in fields and same_day:
        days = (f for f in whole.facts if f.field in ("start", "end"))
        taken += [f._replace(rule="day of the whole it is held with") for f in days]
    elif (
        "start" not in fields
        and not _SET_LATER.search(span.of(article.plain))
        and _DURING.search(above)
        and _in_one_month(whole, first, last)
    ):
        begins = next(f for f in whole.facts if f.field == "start")
        taken.append(begins._replace(value=first[:7], rule="month of the whole it falls within"))
    goes_on = (
        _status(whole) == "ongoing" and LASTING.search(draft.name) and _WITH.search(span.of(article.plain))
    )
    facts = (f._replace(value="ongoing") if goes_on and f.value == "held" else f for f in draft.facts)
    return draft._replace(facts=(*facts, *taken))


def _in_named_year(draft: Draft, article: Article) -> Draft:
    """Give something whose day nothing tells the year in its name (guide rule 9)."""
    named, year = draft.first("name"), own_year(draft.name)
    untold = not (_has(draft, "start") or _PRESS.search(draft.name) or _status(draft) in _GIVEN_UP)
    if draft.kind == "plan" or named is None or year is None or not untold:
        return draft
    begin = article.plain.find(str(year), named.begin, named.end)
    fields = (("start", str(year)), ("date_basis", "context"))
    told = (Fact(field, value, begin, begin + 4, "year of the name") for field, value in fields)
    if begin < 0:
        return draft
    if article.published is not None and year > article.published.year and _status(draft) == "held":
        draft = _with_status(draft, "upcoming", "its year is to come")
    return draft._replace(facts=(*draft.facts, *told))


_GIVEN_UP = ("postponed", "cancelled")


def _in_one_month(whole: Draft, first: str, last: str) -> bool:
    """Tell whether a whole of several days, or a fair whose opening alone is told, keeps to one month."""
    lasts = first < last or bool(first and LASTING.search(whole.name))
    return lasts and first[:7] == last[:7]


def _town(fact: Fact, article: Article) -> Fact | None:
    """Keep of a place what every part of the whole shares: the town, where one is told."""
    town = town_in(article.text[fact.begin : fact.end])
    if town is None:
        return None
    begin = fact.begin + town.begin
    return Fact("place", town.place, begin, begin + len(town.quote), "town of the whole")


def _in_year_of_parts(drafts: list[Draft]) -> list[Draft]:
    """Give the main event, told with its month and day alone, the year that the names of its parts carry."""
    if not drafts or drafts[0].kind == "plan" or not (_start(drafts[0]) or "").startswith("--"):
        return drafts
    main, *others = drafts
    parts = (d for d in others if d.parent == main.name and d.kind != "plan")  # a plan's year is the next one
    years = {own_year(d.name) for d in parts} - {None}
    return [_in_year(main, str(*years), "year in the name of a part"), *others] if len(years) == 1 else drafts


def _in_year_of_main(drafts: list[Draft]) -> list[Draft]:
    """Give a part that is told with its month and day alone the year of the main event's days."""
    first = next((_start(d) for d in drafts[:1]), None) or ""
    if not first[:4].isdecimal() or len(first) < 7:
        return drafts

    def is_near(draft: Draft) -> bool:
        told = _start(draft) or ""
        months = int(first[5:7]) - int(told[2:4]) if told.startswith("--") else 12
        of_main = draft.parent == drafts[0].name and abs(months) <= 2
        return of_main or (0 <= months < 12 and bool(_PRESS.search(draft.name)))

    return [_in_year(d, first[:4]) if is_near(d) else d for d in drafts]


def _in_year(draft: Draft, year: str, rule: str | None = None) -> Draft:
    """Give the days that are told without their year this one, under the rule that told them or another."""
    facts = (
        f._replace(value=year + f.value[1:], rule=rule or f.rule)
        if f.field in ("start", "end") and str(f.value).startswith("--")
        else f
        for f in draft.facts
    )
    return draft._replace(facts=tuple(facts))


def _within_main(drafts: list[Draft]) -> list[Draft]:
    """Take what falls on the days of the main event, in one article with it, for a part of it."""
    if not drafts or drafts[0].kind == "plan":
        return drafts
    main = drafts[0]
    first, last = _day(main, "start"), _day(main, "end")

    def inside(draft: Draft) -> bool:
        day = _day(draft, "start")
        return bool(
            draft.kind != "plan"
            and not draft.parent
            and day
            and first
            and last
            and first <= day <= last
            and first < last
        )

    return [
        main,
        *(d._replace(parent=main.name) if inside(d) and d.name != main.parent else d for d in drafts[1:]),
    ]


def _ahead_with_parent(drafts: list[Draft]) -> list[Draft]:
    """Take a whole without a day for upcoming while a part is, and a part that does not come before it."""
    if not any(d.parent for d in drafts):
        return drafts
    awaited = {d.parent for d in drafts if _status(d) == "upcoming" and d.kind != "plan"}
    drafts = [
        _with_status(d, "upcoming", "its part is ahead")
        if d.name in awaited and _status(d) == "held" and not (_start(d) or _has(d, "end"))
        else d
        for d in drafts
    ]
    ahead = {d.name: _start(d) or "" for d in drafts if _status(d) == "upcoming"}

    def waits(draft: Draft) -> bool:
        if draft.parent not in ahead or draft.kind == "plan" or _status(draft) != "held":
            return False
        own = _start(draft)
        whole = ahead[draft.parent]
        return own is None or bool(whole and own >= whole[: len(own)])

    return [_with_status(d, "upcoming", "the whole is ahead") if waits(d) else d for d in drafts]


def _as_parts_tell(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Take a fair of several days for over where its last day is told of, for open where a part within is to come."""
    first, end = _day(draft, "start"), _day(draft, "end")
    if draft.kind != "event" or not (first and end and first < end):
        return draft
    told = {(_status(d), _day(d, "start") or "") for d in drafts if d is not draft and d.kind != "plan"}
    if _status(draft) == "ongoing" and ("held", end) in told:
        return _with_status(draft, "held", "its last day is told of")
    if _status(draft) == "held" and any(status == "upcoming" and first < day <= end for status, day in told):
        return _with_status(draft, "ongoing", "a part of it is to come")
    return draft


def _given_up_with_whole(drafts: list[Draft]) -> list[Draft]:
    """Put off or drop with a whole its parts that nothing tells a day of: the five fairs of a 联展 postponed."""
    if not any(d.parent for d in drafts):
        return drafts
    given_up = {d.name: _status(d) for d in drafts if _status(d) in _GIVEN_UP}

    def left_with_it(draft: Draft) -> Draft:
        status = given_up.get(draft.parent or "")
        left = status is not None and _status(draft) == "held" and not _has(draft, "start")
        return _with_status(draft, status, "given up with the whole") if left else draft

    return [left_with_it(d) for d in drafts]


_PRESS = re.compile(r"(?:新闻发布会|通气会|媒体见面会|记者招?待?会)$")


def _met_the_press(drafts: list[Draft]) -> list[Draft]:
    """Tell the people told with what is announced of its press conference, and the bodies of that of the other (guide rule 3)."""
    press = next((d for d in drafts if _PRESS.search(d.name) and _start(d)), None)
    if press is None or not drafts or drafts[0] is press or _status(drafts[0]) != "upcoming":
        return drafts
    known = {f.value.name for f in press.facts if f.field == "people"}
    told = [f for d in drafts if _is_to_come(d) for f in d.facts if f.field == "people" and d is not press]
    there = {f.value.name: f for f in reversed(told) if f.value.name not in known}
    met = press._replace(facts=(*press.facts, *there.values()))
    drafts = [_without_people(d) if _is_to_come(d) and d is not press else d for d in drafts]
    # 由甲、乙主办的某博览会新闻发布会: they host the fair.
    bodies = tuple(f for f in press.facts if f.field == "organisations")
    untold = bodies and press.name.startswith(drafts[0].name) and not _has(drafts[0], "organisations")
    main = drafts[0]._replace(facts=(*drafts[0].facts, *bodies)) if untold else drafts[0]
    main = main._replace(facts=(*main.facts, *_in_year_of_press(main, press)))
    return [met if d is press else d for d in (main, *drafts[1:])]


def _is_to_come(draft: Draft) -> bool:
    return _status(draft) == "upcoming"


def _without_people(draft: Draft) -> Draft:
    """Take those who spoke of what is still to come from it: they were at the press conference."""
    return draft._replace(facts=tuple(f for f in draft.facts if f.field != "people"))


_LATE_IN_YEAR = 9  # a conference held in a later month may be for what comes next year


def _in_year_of_press(main: Draft, press: Draft) -> Iterator[Fact]:
    """Yield for a day untold the year in which the press was met early enough for it to be that of the thing too."""
    start = press.first("start")
    day = str(start.value) if start else ""
    soon = len(day) >= len("2015-03") and not day.startswith("-") and int(day[5:7]) <= _LATE_IN_YEAR
    if start and soon and not (_has(main, "start") or own_year(main.name)):
        yield start._replace(value=day[:4], rule="year of its press conference")
        yield start._replace(field="date_basis", value="context", rule="year of its press conference")


def _has(draft: Draft, field: str) -> bool:
    return any(f.field == field for f in draft.facts)


def _with_status(draft: Draft, status: str | None, rule: str) -> Draft:
    facts = (f._replace(value=status, rule=rule) if f.field == "status" else f for f in draft.facts)
    return draft._replace(facts=tuple(facts))


def _status(draft: Draft) -> str | None:
    return next((f.value for f in draft.facts if f.field == "status"), None)


def _day(draft: Draft, field: str) -> str | None:
    value = next((f.value for f in draft.facts if f.field == field), None)
    return value[:10] if value and len(value) >= 7 else None


def _date(draft: Draft, field: str) -> date | None:
    """Return a day that is told whole, with its year."""
    day = _day(draft, field) or ""
    whole = len(day) == len("2021-03-18") and not day.startswith("-")
    return date.fromisoformat(day) if whole else None


def _start(draft: Draft) -> str | None:
    return next((f.value for f in draft.facts if f.field == "start"), None)


def _confidence(subject: Subject, draft: Draft) -> float:
    """Rate a record by how it is told: in the title, held in so many words, dated, placed."""
    fields = {f.field for f in draft.facts}
    rate = 0.55 + 0.15 * subject.in_title + 0.1 * any(m.held and not m.past for m in subject.mentions)
    rate += (
        0.1 * ("start" in fields)
        + 0.06 * ("place" in fields)
        + 0.04 * bool(fields & {"organisations", "people"})
    )
    return min(0.97, rate)
