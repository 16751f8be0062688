"""An article prepared for reading: everything the readers of names, times, places, bodies and people found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.records.figures import FigureMention, read_figures
from bot.records.names import Name, read_names
from bot.records.organisations import OrganisationMention, read_organisations
from bot.records.people import PersonMention, read_people
from bot.records.places import PlaceMention, read_places
from bot.records.text import Span, flat, sentences
from bot.records.time import TimeMention, read_times


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article with its mentions; ``plain`` is its text in one width, character for character."""

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

    @classmethod
    def of(cls, title: str, text: str, published: str | None) -> Article:
        """Prepare a clean article.

        Args:
            title: may be empty.
            text: the clean body, simplified, a paragraph a line.
            published: ISO 8601; used where it gives a whole day.
        """
        day = (
            date.fromisoformat(published[:10])
            if published and re.match(r"\d{4}-\d\d-\d\d", published)
            else None
        )
        return cls(
            title, text, flat(text), day, sentences(text), read_names(text), read_names(title),
            read_times(text, day, title), read_places(text), read_organisations(text), read_people(text),
            read_figures(text),
        )  # fmt: skip

    def sentence(self, place: int) -> Span:
        """Return the sentence that holds a place of the text."""
        return next(
            (s for s in self.sentences if s.begin <= place < s.end),
            Span(place, min(place + 1, len(self.text))),
        )

    def line(self, place: int) -> Span:
        """Return the line that holds a place of the text."""
        end = self.plain.find("\n", place)
        return Span(self.plain.rfind("\n", 0, place) + 1, len(self.plain) if end < 0 else end)
