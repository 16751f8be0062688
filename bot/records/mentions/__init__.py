"""What the words around a name say of it.

It is held (召开, 举行, 开幕), dated, in the lead, on a list of what is held; against that stand history (去年,
上届), wishes (将定期举办…), honours (荣获…金奖) and mere going there (组织企业参加…).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.records.article import Article
from bot.records.mentions.around import Around, told_by
from bot.records.mentions.aside import (
    is_aside,
    is_beside,
    is_borrowed,
    is_course_told,
    is_gone_to,
    is_honour,
    is_of_committee,
    is_of_press,
    is_soon,
    is_wish,
)
from bot.records.mentions.held import AT_IT, DEICTIC, HELD, IN_IT, OPENED, is_dated_behind, is_under_way
from bot.records.mentions.history import PAST
from bot.records.mentions.lists import entry_of, in_held_list, is_dated_entry, is_listed, is_one_of
from bot.records.mentions.notices import is_called_to, stands_alone
from bot.records.naming.names import Name
from bot.records.text import Span
from bot.records.time.moments import TimeMention


class Mention(NamedTuple):
    """A name at its place with what the words around it say of it."""

    name: Name
    sentence: Span
    held: bool = False
    dated: bool = False
    lead: bool = False
    beside: bool = False
    past: bool = False
    wished: bool = False
    honour: bool = False
    joined: bool = False
    press: bool = False
    announced: bool = False
    alone: bool = False
    listed: bool = False
    entry: bool = False
    placed: bool = False
    went: bool = False
    pointed: bool = False  # 这次某交流会: the name stands behind a word that points at it


def read_mention(article: Article, name: Name) -> Mention:
    """Weigh a name at its place.

    Args:
        article: as prepared.
        name: one of its text's names.
    """
    entry = entry_of(article, name)
    span = entry or _with_scene(article, name)
    around = _look_around(article, name, span)
    press = is_of_press(around)
    committee = is_of_committee(around, press=press)
    held = around.listed or told_by(HELD, around) or is_dated_entry(article, name)
    dated = (
        not around.told.isdisjoint(("day", "third", "month"))
        or around.under_way
        or (held and is_dated_behind(around))
    )
    gone_to = is_gone_to(around)
    itself = not (press or committee)
    return Mention(
        name,
        span,
        held=held and itself,
        dated=dated and itself,
        lead=any(span.begin == s.begin for s in article.sentences[:3]),
        beside=is_beside(around, entry=entry is not None),
        past=told_by(PAST, around),
        wished=is_wish(around, dated=dated),
        honour=is_honour(around, dated=dated),
        joined=(committee or gone_to or is_aside(around)) and not (dated and is_course_told(around)),
        went=gone_to and not is_borrowed(around) and around.dayed and name.proper and itself,
        press=press,
        announced=press and around.soon,
        alone=around.called or stands_alone(article, name),
        listed=is_listed(article, name),
        entry=entry is not None,
        placed=any(
            span.begin <= p.begin < span.end and not name.begin <= p.begin < name.end for p in article.places
        ),
        pointed=name.proper and bool(DEICTIC.search(around.before)),
    )


def _look_around(article: Article, name: Name, span: Span) -> Around:
    """Gather what stands around a name in its sentence."""
    plain = article.plain
    before = plain[max(span.begin, name.begin - _AS_FAR_AS) : name.begin]
    one_of = is_one_of(article, span, name)
    return Around(
        article,
        name,
        span,
        before=before,
        after=plain[name.end : max(span.end, name.end)],
        clause=before[max(before.rfind(c) for c in ",;:,") + 1 :] if before else "",
        whole=span.of(plain),
        told=frozenset(
            t.precision for t in article.times if span.begin <= t.begin < span.end and _is_dating(t)
        ),
        soon=is_soon(span.of(plain)),
        listed=one_of or in_held_list(article, span, name),
        one_of=one_of,
        called=is_called_to(article, name),
        under_way=is_under_way(before),
        scene=_is_scene_of(article, name),
    )


_AS_FAR_AS = 80  # characters before a name that are still about it


def _is_dating(time: TimeMention) -> bool:
    """Tell whether a time says a day of its own; an hour alone (晚6时,…) is of the day told before."""
    hour = time.first.relative == "当日" and time.quote[:2] not in ("当日", "当天")
    return time.role == "event" and not hour


# 4月23日,重庆渝州宾馆。某处长在某大会上说…: a report that sets its scene first.
_SETTING = re.compile(
    r"\s*(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?|清晨)?,(?P<where>[^,。;\n]{2,24})[。;]\s*"
)
_THIS_IS = re.compile(r"(?:这[就便正]?是|此为)[^,。;\n]{0,12}[“《]?")
_A_SCENE = re.compile(
    r"[”》]?(?:\([^()]*\))?(?:的|上的?)?[^,。;\n]{0,4}(?:式|仪式|典礼|活动|比赛|会|赛)?的?(?:现场|一幕|场景|情景|镜头|画面)|[”》]?的(?:最后|第)[一-鿿]{1,3}(?:议程|环节|节目|幕|程序|单元)"
)


def _is_scene_of(article: Article, name: Name) -> bool:
    """Tell whether a sentence only says of what was told before it that it went on at a thing: 这是某大会上的一幕."""
    this = _THIS_IS.fullmatch(article.plain, article.sentence(name.begin).begin, name.begin)
    return bool(this and _A_SCENE.match(article.plain, name.end))


def _with_scene(article: Article, name: Name) -> Span:
    """Return the sentence of a name, with the scene before it where it only says where that was: 这是某博览会开幕式现场.

    The scene is the sentence before, and where that tells no day the ones that lead up to it from a lead that does.
    """
    span = article.sentence(name.begin)
    last = next((s for s in reversed(article.sentences) if s.end <= span.begin), None)
    scene = _SETTING.fullmatch(article.plain, last.begin, last.end) if last else None
    if last and scene and any((p.begin, p.end) == scene.span("where") for p in article.places):
        return Span(last.begin, span.end)
    if last and name.kind == "meeting" and name.proper:
        if _is_opened_in(article, last, name):
            return Span(last.begin, span.end)
        if _is_met_in(article, last, name):
            return Span(article.sentences[0].begin, span.end)
    if name.proper and span in article.sentences[:_OPENING]:
        following = next((s for s in article.sentences if s.begin >= span.end), None)
        if following and _SEEN_THEN.match(article.plain, *following):
            return Span(span.begin, following.end)
    if not _is_scene_of(article, name):
        return span
    before = [s for s in article.sentences if s.end <= span.begin]
    if not before:
        return span
    dayed = any(
        t.precision == "day" and t.begin >= before[-1].begin for t in article.times if t.end <= span.end
    )
    leads_up = not dayed and len(before) < _SCENE_LONG
    return Span((before[0] if leads_up else before[-1]).begin, span.end)


def _is_opened_in(article: Article, last: Span, name: Name) -> bool:
    """Tell whether a sentence points at the meeting that the lead before it tells without a name: 某县20日开大会,…。这场某大会…."""
    points = DEICTIC.search(article.plain, article.sentence(name.begin).begin, name.begin)
    return bool(points and last in article.sentences[:2] and OPENED.search(article.plain, *last))


def _is_met_in(article: Article, last: Span, name: Name) -> bool:
    """Tell whether a sentence begins with a meeting at which something was said, and the lead before it tells the day and names
    no other: 6月24日,某酒店的会议室里坐得满满当当。在某交流会上,…."""
    there = IN_IT.search(article.plain, last.begin, name.begin) and AT_IT.match(article.plain, name.end)
    if not there or last not in article.sentences[:2]:
        return False
    dayed = any(t.begin < last.end and t.role == "event" and t.precision == "day" for t in article.times)
    return dayed and not any(n.begin < last.end for n in article.names)


# 在某展2号馆,金梭家纺的展位前排起了队。这是9月12日展会第二天的一幕: the day of what went on there is told behind it.
_SEEN_THEN = re.compile(r"\s*这[就便正]?是[^。\n]{0,16}?\d日[^。\n]{0,24}?(?:一幕|[场情]景|场面|镜头|画面)")
_OPENING = 2  # sentences with which a report from a scene begins
_SCENE_LONG = 5  # sentences at most of a lead that sets a scene
