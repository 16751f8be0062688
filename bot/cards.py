"""Answers as cards (卡片): hits to the lines a reader sees, a page of them to one Telegram message; pure."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot import wording
from bot.records.model import Record, StoredRecord
from bot.rendering import clip, fill
from bot.store import Hit, Results

PAGE = 5
MESSAGE_LIMIT = 4096
# Ranked hits beyond are of no use to anybody; who wants them narrows the question.
MOST_PAGES = 40
# Characters of quote, and how many marked words of it, as much as fits: Telegram shows the first
# hundred entities of a message.
_QUOTES = ((140, 6), (60, 3), (0, 0))
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Card:
    """One hit, every line ready to be shown; `quote` is in pieces, those that were searched for marked."""

    number: int
    title: str
    label: str
    when: str
    where: str
    hosts: str
    deadline: str
    quote: tuple[tuple[str, bool], ...]
    url: str
    outlet: str
    copies: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an answer: its heading, the words searched for, its cards, and where it stands."""

    heading: str
    words: str
    cards: tuple[Card, ...]
    number: int
    total: int
    note: str
    empty: str = "没有找到。换个说法，或少写几个词试试。"

    @property
    def count(self) -> int:
        """How many pages the answer has."""
        return max(1, min(MOST_PAGES, -(-self.total // PAGE)))


def page_of(
    results: Results,
    stored: Mapping[str, StoredRecord],
    *,
    heading: str,
    words: str,
    number: int,
    today: date,
) -> Page:
    """Make a page of hits.

    Args:
        results: the hits of this page, and how many there are in all.
        stored: the records among them by id.
        heading: what the list is.
        words: what was asked for, as typed.
        number: the page's number, from 1.
        today: its year is left out of dates.
    """
    first = (number - 1) * PAGE + 1
    cards = tuple(
        _card(hit, stored.get(hit.id), place, today) for place, hit in enumerate(results.hits, start=first)
    )
    return Page(heading, words, cards, number, results.total, results.note or "")


def render(page: Page) -> str:
    """Write a page as HTML parse mode, short enough for one message: quotes give way first."""
    for length, marks in _QUOTES:
        cards = tuple(replace(card, quote=_shortened(card.quote, length, marks)) for card in page.cards)
        text = fill("telegram_page.j2", page=replace(page, cards=cards)).strip()
        if wording.utf16_length(html.unescape(_TAG.sub("", text))) <= MESSAGE_LIMIT:
            break
    return text


def _shortened(quote: Sequence[tuple[str, bool]], length: int, marks: int) -> tuple[tuple[str, bool], ...]:
    """Keep so many characters of a quote and so many of its marks."""
    pieces: list[tuple[str, bool]] = []
    left = length
    for text, marked in quote:
        if left <= 0:
            break
        bold = marked and sum(m for _, m in pieces) < marks
        pieces.append((text if len(text) <= left else text[:left] + "…", bold))
        left -= len(text)
    return tuple(pieces)


def _card(hit: Hit, stored: StoredRecord | None, number: int, today: date) -> Card:
    record = stored.record if stored else None
    return Card(
        number=number,
        title=hit.title,
        label=_label(hit, record, today),
        when=_when(hit, record, today),
        where=wording.say_place(record.place) if record else hit.place or "",
        hosts=wording.say_hosts(record) if record else hit.host or "",
        deadline=wording.say_date(record.deadline, today) if record else "",
        quote=_quote(hit, stored),
        url=hit.url if hit.url.startswith(("http://", "https://")) else "",
        outlet=hit.outlet or "",
        copies=hit.copies,
    )


def _label(hit: Hit, record: Record | None, today: date) -> str:
    kind = wording.KIND_WORDS.get(hit.kind, "资讯")
    if record is None or record.status in (None, "held", "published"):
        return kind
    last = (record.end or record.start or "")[:10]
    # What was announced as coming is no longer, once its day has passed.
    if record.status == "upcoming" and last and last < today.isoformat()[: len(last)]:
        return kind
    return f"{kind} · {wording.STATUS_WORDS[record.status]}"


def _when(hit: Hit, record: Record | None, today: date) -> str:
    if record is None:
        return wording.say_date(hit.date, today)
    return wording.say_span(record.start, record.end, today) or clip(record.time_text or "", 40)


def _quote(hit: Hit, stored: StoredRecord | None) -> tuple[tuple[str, bool], ...]:
    """Quote where the searched words stand, else the sentence the record was read from."""
    if stored and stored.quote and not hit.quote.marks:
        return ((stored.quote, False),)
    return _pieces(hit.quote.text, hit.quote.marks)


def _pieces(text: str, marks: Sequence[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    pieces: list[tuple[str, bool]] = []
    at = 0
    for begin, end in marks:
        pieces += [(text[at:begin], False), (text[begin:end], True)]
        at = end
    pieces.append((text[at:], False))
    return tuple(piece for piece in pieces if piece[0])
