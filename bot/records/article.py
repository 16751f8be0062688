"""An article prepared for reading: everything the readers of names, times, places, bodies and people found in it."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.records.figures import FigureMention, read_figures
from bot.records.naming.editions import year_of
from bot.records.naming.names import Name, read_names
from bot.records.organisations import OrganisationMention, read_organisations
from bot.records.people.attendees import PersonMention, read_people
from bot.records.places import PlaceMention, read_places
from bot.records.text import Span, flat, sentences
from bot.records.time.moments import TimeMention
from bot.records.time.phrases import read_times, resolve


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """A clean article with its mentions; ``plain`` is its text in one width, character for character.

    Articles are told apart by identity, so that what is asked of one for each of its subjects can be remembered.
    """

    title: str
    text: str
    plain: str
    published: date | None
    sentences: tuple[Span, ...]
    names: tuple[Name, ...]
    title_names: tuple[Name, ...]
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    organisations: tuple[OrganisationMention, ...]
    people: tuple[PersonMention, ...]
    figures: tuple[FigureMention, ...]
    outlet: str | None = None

    @classmethod
    def of(cls, title: str, text: str, published: str | None, outlet: str | None = None) -> Article:
        """Prepare a clean article.

        Args:
            title: may be empty.
            text: the clean body, simplified, a paragraph a line.
            published: ISO 8601; used where it gives a whole day.
            outlet: who speaks, as its page says.
        """
        day = (
            date.fromisoformat(published[:10])
            if published and re.match(r"\d{4}-\d\d-\d\d", published)
            else None
        )
        names, title_names = read_names(text), read_names(title)
        dated = title
        if day and (first := _told_before(title + "\n" + text, (*names, *title_names), day)):
            day, dated = None, first.text
        return cls(
            title, text, flat(text), day, sentences(text), names, title_names,
            _from_dateline(read_times(text, _day_written(text, day), dated)), read_places(text), read_organisations(text, title), read_people(text, title),
            read_figures(text), outlet,
        )  # fmt: skip

    @property
    def headline(self) -> str:
        """The title in one width; of an article without one the first line of its text."""
        return flat(self.title) or self.line(0).of(self.plain)

    def sentence(self, place: int) -> Span:
        """Return the sentence that holds a place of the text."""
        at = bisect_right(self.sentences, (place, sys.maxsize)) - 1
        if at >= 0 and place < self.sentences[at].end:
            return self.sentences[at]
        return Span(place, min(place + 1, len(self.text)))

    def after(self, span: Span) -> Span:
        """Return the sentence behind one, the sentence itself where it is the last."""
        at = bisect_right(self.sentences, (span.begin, sys.maxsize))
        return self.sentences[at] if at < len(self.sentences) else span

    def clause(self, begin: int, end: int, signs: str = ",。;\n") -> Span:
        """Return the stretch around some words up to the next of the signs on either side."""
        ends = (at for sign in signs if (at := self.plain.find(sign, end)) >= 0)
        return Span(
            max(self.plain.rfind(sign, 0, begin) for sign in signs) + 1, min(ends, default=len(self.plain))
        )

    def words_of(self, title: str) -> tuple[int, int]:
        """Return where the longest run of a title's words stands in the text: evidence for a name above it."""
        words = flat(title)
        for size in range(len(words), 5, -1):
            for begin in range(len(words) - size + 1):
                at = self.plain.find(words[begin : begin + size])
                if at >= 0:
                    return at, at + size
        first = self.sentences[0]
        return first.begin, first.end

    def line(self, place: int) -> Span:
        """Return the line that holds a place of the text."""
        end = self.plain.find("\n", place)
        return Span(self.plain.rfind("\n", 0, place) + 1, len(self.plain) if end < 0 else end)


_YEARS = re.compile(r"(?<!\d)20\d\d(?!\d|年?度?(?:春|秋))")
_PAGE_DATE = re.compile(r"(?:19|20)\d\d(?:-|/|\.|年)\d{1,2}(?:-|/|\.|月)\d{1,2}日?[ T]?\d{1,2}:\d\d")


def _told_before(words: str, names: Sequence[Name], day: date) -> Name | None:
    """Return the name that dates an article put on its page years later: no year is told but the one it carries."""
    carried = {year: name for name in names if name.kind != "plan" and (year := year_of(name.text))}
    if len(carried) != 1:
        return None
    ((year, name),) = carried.items()
    if "届" in name.text and any(
        "届" in n.text and n.begin < name.begin and not year_of(n.text) for n in names
    ):
        return None  # 第三届博览会…。2012年首届博览会举办时…: the one that is news bears no year
    last = max(map(int, _YEARS.findall(_PAGE_DATE.sub("", words))), default=0)
    return name if last == year <= day.year - 2 else None


_SIGNED_ON = re.compile(
    r"\n[^\n,。;:]{4,40}\n\s*(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日[\s|]*(?=\n|$)"
)
_SOON_PUT_UP = timedelta(60)


def _day_written(text: str, published: date | None) -> date | None:
    """Return the day from which an article speaks: its page's, or that of its signature where it was put up much later."""
    if published is None:
        return None
    for signed in _SIGNED_ON.finditer(flat(text)):
        try:
            day = date(int(signed["year"]), int(signed["month"]), int(signed["day"]))
        except ValueError:
            continue
        return day if published - day > _SOON_PUT_UP else published
    return published


_DAYS_FROM_NOW = frozenset(
    d + h
    for d in "今昨明"
    for h in ("天", "日", "晚", "夜", "晨", "早", "天上午", "天下午", "日上午", "日下午", "天晚上", "天晚")
) | {"本月", "下月", "上月", "近日"}


def _from_dateline(times: tuple[TimeMention, ...]) -> tuple[TimeMention, ...]:
    """Count 今天 and 昨天 from the dateline (本报7月22日讯) where there is one: the page may be days younger."""
    line = next((t.start for t in times if t.role == "dateline" and t.start), None)
    if line is None:
        return times
    if len(line) != 10:
        return tuple(_by_dateline(t, line) for t in times)
    day = date.fromisoformat(line)
    return tuple(
        resolve(t, published=day) if (t.first.relative or "") in _DAYS_FROM_NOW else t for t in times
    )


def _by_dateline(time: TimeMention, line: str) -> TimeMention:
    """Count 今天 and 本月19日 from a dateline without its year (--11-15)."""
    relative = time.first.relative or ""
    if time.start or len(line) < 7:
        return time
    if relative[:1] == "今":
        return time._replace(start=line)
    if relative == "本月" and time.first.day:
        last = time.last.day if time.last else None
        return time._replace(
            start=f"{line[:5]}{time.first.day:02d}",
            finish=f"{line[:5]}{last:02d}" if last else None,
        )
    return time
