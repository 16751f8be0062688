"""The turns of what is held again and again: the next heat, session or edition that an article tells of in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.naming.heads import TOUR
from bot.records.places import PlaceMention, is_region
from bot.records.rules import Rule
from bot.records.subjects import Subject
from bot.records.text import Span, flat
from bot.records.time.moments import TimeMention, number

_COUNT = "[一二三四五六七八九十\\d]{1,2}"
# 下一站比赛, 第二场对接会, 下一届(秋季)展会: a turn, and the word for what it is one of.
_TURN = Rule(
    rf"(?P<turn>下一?(?P<next>[届站场期轮])|第(?P<count>{_COUNT})(?P<sort>[站场期轮]))(?:\((?P<season>[春夏秋冬]季?)\))?的?"
    r"(?P<thing>[一-鿿]{0,6}?(?:展会?|会|赛|活动|培训|班|巡演|节|周|赛事))?(?=[,拟将定计预在于移走安放本下明今落\d初暂也则即])"
)
_TO_COME = re.compile(
    r"[将拟]|预计|计划|定[于在]|初定|暂定|移师|走进|安排在|放在|落户|转战|即将|本月|下月|明年|今[秋冬年]"
)
_MONTH = len("2025-06")


def read_turns(main: Draft, article: Article) -> Iterator[Draft]:
    """Yield what an article says of the next turn of the thing it is on, where it gives the month or day.

    Args:
        main: the meeting or event the article is on.
        article: as prepared.
    """
    days = {f.field: f.value for f in reversed(main.facts) if f.field in ("start", "end")}
    begun = str(days.get("start") or days.get("end") or "")
    if main.kind == "plan" or len(begun) < _MONTH or begun.startswith("-"):
        return
    yield from _read_final(main, article, begun)
    for told in _TURN.finditer(article.plain):
        span = article.sentence(told.start())
        if any(n.proper and n.begin <= told.start() < n.end for n in article.names):
            continue
        if not _TO_COME.search(article.plain, told.end(), span.end):
            continue
        time = _time_of(article, Span(told.start(), span.end), begun)
        place = _place_of(article, Span(told.end(), span.end))
        name = time and _name_of(main.name, told, time, place)
        if time and name:
            yield Draft(
                "event" if main.kind == "event" else "meeting",
                name,
                tuple(_facts(name, told, time, place)),
                None,
                0.7,
            )


# …预赛的前12名将于11月下旬赴某地参加全国决赛: a heat tells of the final.
_FINAL = Rule(
    r"(?:将|拟|定)(?:[于在]|参加|角逐|晋级|代表|赴)[^。;\n]{0,40}?(?P<turn>(?:全国)?总?决赛)(?!圈|权|资格|名额|阶段)"
)


def _read_final(main: Draft, article: Article, begun: str) -> Iterator[Draft]:
    """Yield the final that a report on a heat tells the month or day of."""
    whole = _of_no_town(flat(main.name))
    if whole == flat(main.name):
        return
    for told in _FINAL.finditer(article.plain):
        # 9月集训,10月赴某地参加总决赛: what stands nearest before it dates and places it.
        at = told.start("turn")
        times = [t for t in article.times if told.start() <= t.begin < at]
        time = _time_of(article, Span(times[-1].begin, at), begun) if times else None
        if time:
            places = [p for p in article.places if time.end <= p.begin < at]
            place = places[-1] if places else None
            name = whole + told["turn"]
            yield Draft("event", name, tuple(_facts(name, told, time, place)), None, 0.7)
            return


def _time_of(article: Article, clause: Span, begun: str) -> TimeMention | None:
    """Return when a turn is to be, later than what the article is on: a month at least."""
    times = (t for t in article.times if clause.begin <= t.begin < clause.end and t.role != "deadline")
    told = next((t for t in times if t.start), None)
    start = (told and told.start) or ""
    late = len(start) >= _MONTH and not start.startswith("-") and start > begun[: len(start)]
    return told if late else None


def _place_of(article: Article, clause: Span) -> PlaceMention | None:
    return next((p for p in article.places if clause.begin <= p.begin < clause.end), None)


_BRACKETED_TURN = re.compile(rf"\(?第(?P<count>{_COUNT})(?P<sort>[站场期轮])\)?")
_SEASON = re.compile(r"[春夏秋冬](?=[季)])")
_TOWN_TURN = re.compile(r"\(?[一-鿿]{2,4}?(?P<turn>站|分站赛?|赛区[一-鿿]{0,6}|预赛|选拔赛|初赛)\)?$")
_LEVEL = re.compile(r"[省市县区]$")


def _name_of(main: str, told: re.Match[str], time: TimeMention, place: PlaceMention | None) -> str | None:
    """Name a turn after the one that is told: the next count, season or year, or the town it goes to."""
    sort = told["next"] or told["sort"]
    if sort == "届":  # next year's edition is none of this article's: only the other season's is
        return _next_season(flat(main), told["season"]) if told["season"] else None
    town = place and (place.place.city or place.quote)
    if sort == "站":
        whole = _BRACKETED_TURN.sub("", _of_no_town(flat(main)))
        return f"{whole}{_LEVEL.sub('', town)}站" if town else None
    counted = _BRACKETED_TURN.search(flat(main))
    if told["count"]:
        whole = _BRACKETED_TURN.sub("", flat(main))
        return f"{whole}({told['turn']})" if number(told["count"]) > 1 else None
    if counted is None:
        return None
    return f"{_BRACKETED_TURN.sub('', flat(main))}(第{_in_figures(number(counted['count']) + 1)}{counted['sort']})"


def _of_no_town(name: str) -> str:
    """Take the town of a stop or heat off a name: 某大赛杭州站, 某大赛杭州赛区选拔赛."""
    stop = _TOWN_TURN.search(name)
    if stop is None:
        return name
    towns = (name[at : stop.start("turn")] for at in range(stop.start(), stop.start("turn") - 1))
    town = next((town for town in towns if is_region(town)), "")
    return name[: stop.start("turn") - len(town)] if town else name


def _next_season(main: str, season: str) -> str | None:
    """Turn a fair's season to that of its next edition; None where its name tells none."""
    name = _SEASON.sub(season[0], main, count=1)
    return name if name != main else None


_DIGITS = "零一二三四五六七八九"


def _in_figures(count: int) -> str:
    """Write a number below a hundred in Chinese."""
    tens, ones = divmod(count, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (
        _DIGITS[ones] if ones or not tens else ""
    )


_UPCOMING = ("upcoming", "told as still to come")
_HELD = ("held", "stop told with its day")


def _facts(
    name: str,
    told: re.Match[str],
    time: TimeMention,
    place: PlaceMention | None = None,
    status: tuple[str, str] = _UPCOMING,
) -> Iterator[Fact]:
    """Yield what is told of a turn; ``status`` is its status and the rule that reads it."""
    begin, end = told.span("turn")
    yield Fact("name", name, begin, end, "next turn of what is told")
    yield Fact("start", time.start, time.begin, time.end, "day of the next turn")
    yield Fact(
        "end",
        time.finish or (time.start if time.precision == "day" else None),
        time.begin,
        time.end,
        "day of the next turn",
    )
    yield Fact("time_text", time.quote, time.begin, time.end, "day of the next turn")
    if time.basis:
        yield Fact("date_basis", time.basis, time.begin, time.end, "how the year was told")
    if place:
        yield Fact("place", place.place, place.begin, place.end, "where the next turn is")
    yield Fact("status", status[0], begin, end, status[1])


# 2031某巡回展上半年走了两站。临沂站4月12日至14日举办,…: the stops go by their town behind the tour's name.
_STOP_TOLD = Rule(
    r"(?:^|(?<=[。;\n]))(?P<turn>(?P<town>[一-鿿]{2,4})站)(?P<ahead>将?)(?:已?[于在]|定于)?(?=\d)"
)
_STOP_HELD = re.compile(r"[^。;\n]{0,20}?(?:举[行办]|[开启闭落]幕|收官|结束|圆满)")


def read_stops(article: Article, told: Sequence[str]) -> Iterator[Draft]:
    """Yield the stops of a tour that sentences of their own tell by town and day.

    Args:
        article: as prepared.
        told: the names of what is read already.
    """
    tours = [n for n in article.names if n.kind == "event" and n.proper and TOUR.search(n.text)]
    for stop in _STOP_TOLD.finditer(article.plain):
        whole = next((n.text for n in reversed(tours) if n.end <= stop.start()), None)
        time = next((t for t in article.times if t.begin == stop.end() and t.precision == "day"), None)
        if whole is None or time is None or not is_region(stop["town"]):
            continue
        if not _STOP_HELD.match(article.plain, time.end) or any(stop["turn"] in other for other in told):
            continue
        name = f"{_of_no_town(flat(whole))}{stop['turn']}"
        facts = list(_facts(name, stop, time, status=_UPCOMING if stop["ahead"] else _HELD))
        place = next((p for p in article.places if p.begin == stop.start("town")), None)
        if place:
            facts.append(Fact("place", place.place, place.begin, place.end, "town of the stop"))
        yield Draft("event", name, tuple(facts), None, 0.75)


def is_sum_of_stops(draft: Draft, article: Article) -> bool:
    """Tell whether a record is only what a headline calls several stops together: 上半年两站巡回展."""
    return bool(TOUR.search(draft.name)) and draft.name not in article.plain


# “某杯”大赛的第一站比赛在杭州打响: the article is on the stop, not on the whole contest.
_STOP = re.compile(
    rf"[”》]?的?(?:首|第{_COUNT})站(?:比赛|活动|赛事)?(?:[一-鿿\d]{{0,8}}?)(?:在|于|走进|落户|移师|来到)"
)


_FIRST_STOP = re.compile(rf"的?(?:首|第{_COUNT})站$")


def as_stop(subject: Subject, article: Article) -> Subject:
    """Name the stop of a tour or contest that a mention tells of by its count and its town: 首站在杭州举行."""
    if subject.kind != "event" or _of_no_town(subject.name) != subject.name:
        return subject
    whole = _FIRST_STOP.sub("", subject.name)
    for mention in subject.mentions:
        told = _STOP.match(
            article.plain, mention.name.end - (len(subject.name) - len(whole)), mention.sentence.end
        )
        place = told and _place_of(article, Span(told.end(), told.end() + 1))
        if place and place.place.city and not mention.past:
            town = _LEVEL.sub("", place.place.city)
            return subject._replace(name=f"{whole}{town}站", aliases=(*subject.aliases, subject.name))
    return subject
