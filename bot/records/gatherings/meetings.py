"""Meetings (会议): beyond what all gatherings have, what was passed and put on the agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.records.article import Article
from bot.records.facts import Draft, Fact
from bot.records.gatherings.common import read_gathering
from bot.records.items import numbered, stated
from bot.records.rules import Rule
from bot.records.subjects import Subject
from bot.records.text import Span

_PASSED = Rule(
    r"(?:(?:审议|表决|讨论|审查|审定|投票)(?:并|、)?(?:表决)?通过|(?:会议|大会|会上|理事会)[^,。;]{0,6}通过)(?:了)?"
    r"(?P<list>(?![^。;\n]{0,60}(?:形式|方式|渠道|途径|手段))[^。;\n]{4,200})"
)
_TITLES = re.compile(r"《([^《》]+)》")
_AGENDA = Rule(r"(?:会议|主要|大会)?(?:议程|内容|议题|日程)(?:安排)?(?:\s?[::]|\n)")


def read_meeting(subject: Subject, article: Article) -> Draft:
    """Read a meeting's record."""
    facts = (*read_gathering(subject, article), *_agenda(subject, article), *_passed(subject, article))
    return Draft("meeting", subject.name, facts, subject.parent)


def _agenda(subject: Subject, article: Article) -> Iterator[Fact]:
    for label in _AGENDA.finditer(article.plain):
        if subject.holds(label.start()):
            span = Span(label.end(), min(len(article.text), label.end() + 400, _next_heading(article, label)))
            for words, begin, end in numbered(article.plain, span) or stated(article.plain, span):
                yield Fact("items", words, begin, end, "point of the agenda")
            return


_HEADING = r"[一二三四五六七八九十]{1,2}、"


def _next_heading(article: Article, label: re.Match[str]) -> int:
    """Return where the part of a notice ends whose heading (一、会议内容) is the label."""
    line = article.line(label.start())
    if not re.match(rf"\s*{_HEADING}", article.plain[line.begin : line.end]):
        return len(article.plain)
    following = re.compile(rf"\n\s*{_HEADING}").search(article.plain, line.end)
    return following.start() if following else len(article.plain)


def _passed(subject: Subject, article: Article) -> Iterator[Fact]:
    for match in _PASSED.finditer(article.plain):
        if not subject.holds(match.start()):
            continue
        begin = match.start("list")
        for title in _TITLES.finditer(article.plain, *match.span("list")):
            yield Fact("items", title[1], title.start(1), title.end(1), "passed at the meeting")
        if not _TITLES.search(match["list"]):
            words = re.match(r"[^,]+", match["list"])
            if words:
                yield Fact("items", words[0], begin, begin + len(words[0]), "passed at the meeting")
