"""Search: a Query to ranked hits, by one ranking of our own over every document that matches."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, reduce
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from bot.records.places import region_of
from bot.store import index, meant
from bot.store.index import HELD, Column, Snapshot
from bot.store.meant import Piece
from bot.store.query import HitKind, Query, Word
from bot.store.registry import provinces_spelt
from bot.store.tokens import (
    TITLE_BIT,
    amounts,
    field_terms,
    fold,
    han_terms,
    is_han,
    named,
    terms_of,
    units,
    year_term,
)

KINDS: tuple[HitKind, ...] = ("article", "meeting", "plan", "event")

# BM25's two constants, and what the other signals weigh against the words themselves.
_SATURATION, _LENGTH_NORM = 1.2, 0.5
_TITLE = 1.2  # a unit that stands in the title counts so much more, times its rarity
_NEAR = 0.4  # neighbouring words of the question that stand side by side
_RECORD = 0.25  # a record over an article with the same words
_NAMED_RECORD = 1.0  # ... whose name holds all of them
_WORTH = np.array([1.0, 1.0 + _RECORD, 1.0 + _RECORD + _NAMED_RECORD])  # an article, a record, one by name
_FRESH, _FRESH_DAYS = 0.5, 120.0  # what today adds, and how fast it fades
_FRESHNESS = 1.0 + _FRESH * np.exp(-np.arange(30 * _FRESH_DAYS) / _FRESH_DAYS)  # by age in days
_AMOUNTS = amounts()
_LEVEL = np.uint8(TITLE_BIT - 1)  # those bits of a posting's value
_DIGITS = 6  # of a score
_INEXACT = 1e-4  # how far bounds may be out
_SUBSETS = (np.arange(256)[:, None] >> np.arange(8) & 1).astype(float)  # of eight units, one a bit
_BLOCK = 1 << 16  # documents, so few that what is worked out of them stays in the processor's cache
MOST_LOOKED_AT = 2000  # of the documents that match: as far as anybody turns pages, or phrases are looked for

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Docs = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Ranking:
    """The documents that match, best first, with their scores: as many as are looked at; and how many match."""

    docs: Docs
    scores: Floats
    total: int

    def pages(self, size: int) -> Iterator[list[tuple[int, float]]]:
        """Go through it in portions."""
        for at in range(0, len(self.docs), size):
            portion = slice(at, at + size)
            yield list(zip(self.docs[portion].tolist(), self.scores[portion].tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Plan:
    """A query as terms of the index: units that must be there, pairs that are welcome, filters."""

    units: tuple[tuple[tuple[int, ...], ...], ...]  # each unit: alternatives, each a set of terms
    welcome: tuple[int, ...]
    excluded: tuple[tuple[int, ...], ...]
    filters: tuple[tuple[tuple[int, ...], ...], ...]

    def terms(self) -> set[int]:
        """Return every term that has to be read."""
        nested = (*self.units, *self.filters, self.excluded)
        return {term for alternatives in nested for terms in alternatives for term in terms} | set(
            self.welcome
        )


def plan(query: Query) -> Plan:
    """Work out the terms a query needs."""
    found: list[tuple[tuple[int, ...], ...]] = []
    welcome: list[int] = []
    for group in query.groups:
        if len(group) == 1 and not group[0].exact:
            found += chain.from_iterable(map(_needing, meant.pieces(group[0].text)))
        else:
            found.append(tuple(_needed(word) for word in group))
        welcome += [term for word in group if is_han(word.text) for term in han_terms(word.text)]
    needed = {term for unit in found for terms in unit for term in terms}
    return Plan(
        units=tuple(dict.fromkeys(unit for unit in found if any(unit))),
        welcome=tuple(term for term in dict.fromkeys(welcome) if term not in needed),
        excluded=tuple(_needed(word) for word in query.excluded),
        filters=tuple(_filters(query)),
    )


def _needing(piece: Piece) -> list[tuple[tuple[int, ...], ...]]:
    """Return the units of a piece, each with its alternatives; what it was is as good as what it is called."""
    ways = [tuple(terms_of(spelling)) for spelling in piece.spellings]
    if piece.edition:
        return [(*ways, field_terms("e", str(piece.edition)))]
    if piece.year:
        return [(*ways, (year_term(piece.year),))]
    return [_alternatives(unit) for unit in units(piece.text)]


def _alternatives(unit: str) -> tuple[tuple[int, ...], ...]:
    # Latin letters may be a word, or the name of somebody spelt in pinyin.
    own = tuple(terms_of(unit))
    return (own, (named(f"y:{unit}"),)) if unit.isascii() and unit.isalpha() else (own,)


def _apart(unit: tuple[tuple[int, ...], ...]) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Take a unit apart into its terms; what may be one thing or another stays one."""
    yield from (unit,) if len(unit) > 1 else (((term,),) for term in unit[0])


def _needed(word: Word) -> tuple[int, ...]:
    return tuple(terms_of(word.text))


def _filters(query: Query) -> Iterator[tuple[tuple[int, ...], ...]]:
    fields = {"h": query.hosts, "s": query.sources, "e": query.editions}
    for namespace, values in fields.items():
        if values:
            yield tuple(_field(namespace, value) for value in values)
    if query.regions:
        yield tuple(chain.from_iterable(map(_in_region, query.regions)))
    if query.people:
        names = (_field("p", value) for value in query.people)
        spelt = ((named(f"y:{value.lower()}"),) for value in query.people if value.isascii())
        yield (*names, *spelt)


def _in_region(value: str) -> Iterator[tuple[int, ...]]:
    """Return what a document of a region holds: the province as a field, and what is narrower in its words."""
    region = region_of(value)
    if region is None:
        yield from (_field("r", name) for name in (value, *provinces_spelt(value.lower())))
    elif region.level == "province":
        yield _field("r", region.province)
    else:
        yield (*_field("r", region.province), *terms_of(fold(region.name)))


def _field(namespace: str, value: str) -> tuple[int, ...]:
    return tuple(term for unit in units(fold(value)) for term in field_terms(namespace, unit))


def rank(
    connection: Connection,
    snapshot: Snapshot,
    query: Query,
    today: date,
    *,
    loose: bool = False,
    least: float = 0.0,
) -> Ranking:
    """Rank every document that matches.

    Args:
        connection: a transaction the snapshot was taken in.
        snapshot: what of the index is in memory.
        query: the question.
        today: what freshness is measured from.
        loose: let documents match that hold only some of the words.
        least: share of the words' rarity that such a document must hold.
    """
    wanted = plan(query)
    if loose:
        wanted = replace(wanted, units=tuple(chain.from_iterable(map(_apart, wanted.units))))
    read = index.columns(connection, snapshot, wanted.terms())
    question = _Question.of(snapshot, wanted, read, today)
    keep = snapshot.alive & _allowed(snapshot, query, wanted, read)
    docs = np.flatnonzero(keep & (question.nearly(least) if loose else question.whole()))
    promising = question.promising(docs)
    return _ordered(snapshot, promising, question.scores(promising), len(docs))


def _ordered(snapshot: Snapshot, docs: Docs, scores: Floats, total: int) -> Ranking:
    # Rounded, so that the order never hangs on the last bit of a sum; then the newest, then the oldest known.
    scores = np.round(scores, _DIGITS)
    if len(docs) > MOST_LOOKED_AT:
        enough = scores >= _last_looked_at(scores)
        docs, scores = docs[enough], scores[enough]
    order = np.lexsort((docs, -snapshot.last_day[docs], -scores))
    return Ranking(docs[order], scores[order], total)


def _last_looked_at(scores: NDArray[Any]) -> float:
    return float(np.partition(scores, -MOST_LOOKED_AT)[-MOST_LOOKED_AT])


@dataclass(frozen=True, slots=True)
class _Question:
    """What documents are weighed by: the units with their rarity, what is welcome beside them, and the day."""

    snapshot: Snapshot
    units: tuple[_Unit, ...]
    rarities: tuple[float, ...]
    near: tuple[tuple[Column, float], ...]
    today: date

    @classmethod
    def of(cls, snapshot: Snapshot, wanted: Plan, read: Mapping[int, Column], today: date) -> _Question:
        """Find a plan's units among the columns read."""
        size = len(snapshot)
        units = tuple(_Unit.of(alternatives, read, size) for alternatives in wanted.units)
        near = [(read[term], _NEAR * _rarity(size, _count(read[term]))) for term in wanted.welcome]
        return cls(snapshot, units, tuple(_rarity(size, _count(u.best)) for u in units), tuple(near), today)

    def whole(self) -> Mask:
        """Tell which documents hold every unit."""
        everywhere = np.full(len(self.snapshot), HELD, np.uint8)
        return _held(reduce(np.minimum, (unit.best for unit in self.units), everywhere))

    def nearly(self, least: float) -> Mask:
        """Tell which documents hold more than a share of the units' rarity."""
        needed = least * sum(self.rarities) if self.units else -1.0
        blocks = (slice(at, at + _BLOCK) for at in range(0, len(self.snapshot), _BLOCK))
        return np.concatenate([self._rarity_in(block) > needed for block in blocks])

    def _rarity_in(self, block: slice) -> Floats:
        """Return how much of the units' rarity each document of a block holds; eight units are looked up at once."""
        total = np.zeros(len(self.snapshot.alive[block]))
        for at in range(0, len(self.units), 8):
            some = self.units[at : at + 8]
            bits = (_held(unit.best[block]).view(np.uint8) << np.uint8(n) for n, unit in enumerate(some))
            total += (_SUBSETS[:, : len(some)] @ self.rarities[at : at + 8]).take(reduce(np.bitwise_or, bits))
        return total

    def promising(self, docs: Docs) -> Docs:
        """Choose of some documents those that may be among the most that are looked at, by what each weighs at most."""
        if len(docs) <= 2 * MOST_LOOKED_AT:
            return docs
        most = np.concatenate([self._bounds(docs[at : at + _BLOCK]) for at in range(0, len(docs), _BLOCK)])
        enough = _last_looked_at(self.scores(docs[most >= _last_looked_at(most)]))
        return docs[most >= enough * (1 - _INEXACT) - 2 * 10.0**-_DIGITS]

    def _bounds(self, docs: Docs) -> NDArray[np.float32]:
        """Return what documents weigh at most: looked up, in a tenth of the time it takes to score them."""
        length = self.snapshot.length_class[docs]
        words, met = np.zeros(len(docs), np.float32), np.zeros(len(docs), np.uint16)
        lowest = np.full(len(docs), HELD + TITLE_BIT, np.uint8)
        for unit, rarity in zip(self.units, self.rarities, strict=True):
            byte = unit.best[docs]
            words += (rarity * _ceilings(len(unit.ways))).astype(np.float32).take(length + byte, mode="clip")
            met += _held(byte)
            lowest = np.minimum(lowest, byte)
        return self._weighed(docs, words, met, lowest == HELD + TITLE_BIT).astype(np.float32)

    def scores(self, docs: Docs) -> Floats:
        """Score documents."""
        norms = _norms(self.snapshot.relative_length[docs])
        words, met = np.zeros(len(docs)), np.zeros(len(docs), np.uint16)
        titled = np.ones(len(docs), dtype=bool)
        for unit, rarity in zip(self.units, self.rarities, strict=True):
            amounts, titles = unit.standing(docs)
            words += rarity * (_saturated(amounts, norms) + _TITLE * titles)
            met += _held(unit.best[docs])
            titled &= titles
        return self._weighed(docs, words, met, titled)

    def _weighed(self, docs: Docs, words: NDArray[Any], met: NDArray[np.uint16], titled: Mask) -> Floats:
        """Weigh documents by their words, how many units they hold, whether all in the title, and all else."""
        count = len(self.units)
        words = words * ((np.arange(count + 1) / count) ** 2).take(met) if count else words + 1.0
        for column, weight in self.near:
            words = words + weight * _held(column[docs])
        record = self.snapshot.kind[docs] > 0
        by_name = record & titled & bool(count)
        freshness = _FRESHNESS.take(self.snapshot.age(self.today)[docs], mode="clip")
        return np.asarray(words * _WORTH.take(record.view(np.uint8) + by_name) * freshness)


def _norms(relative_length: Floats) -> Floats:
    return np.asarray(_SATURATION * (1 - _LENGTH_NORM + _LENGTH_NORM * relative_length))


def _saturated(amount: Floats, norm: Floats) -> Floats:
    return np.asarray(amount * (_SATURATION + 1) / (amount + norm))


def _rarity(total: int, having: int) -> float:
    return math.log(1 + (total - having + 0.5) / (having + 0.5))


def _held(column: Column) -> Mask:
    return column >= HELD


def _count(column: Column) -> int:
    return int(np.count_nonzero(_held(column)))


@lru_cache(maxsize=64)
def _ceilings(ways: int) -> Floats:
    """Tabulate what a unit of so many ways weighs at most, by a document's class of length and its byte of the unit."""
    byte = np.arange(2 * HELD, dtype=np.uint8)
    words = _saturated(ways * _AMOUNTS[byte & _LEVEL], _norms(index.SHORTEST)[:, None])
    return np.where(_held(byte), words + _TITLE * (byte & TITLE_BIT > 0), 0).ravel()


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word in the index.

    ``ways`` are the sets of terms that are the word. ``best`` holds a byte for each document, as a
    column does: whether the word stands there and in the title, and a level none of the ways exceeds.
    """

    best: Column
    ways: tuple[tuple[Column, ...], ...]

    @classmethod
    def of(cls, alternatives: Iterable[tuple[int, ...]], read: Mapping[int, Column], size: int) -> _Unit:
        """Find the documents that hold any of some sets of terms."""
        ways = tuple(tuple(read[term] for term in terms) for terms in alternatives if terms)
        together = [reduce(np.minimum, way) for way in ways]
        if len(together) < 2:
            return cls(together[0] if together else np.zeros(size, np.uint8), ways)
        level = reduce(np.maximum, (way & _LEVEL for way in together))
        return cls(level | reduce(np.bitwise_or, (way & ~_LEVEL for way in together)), ways)

    def standing(self, docs: Docs) -> tuple[Floats, Mask]:
        """Return how often the word stands in documents, and whether in the title.

        Of one way that is as often as the least frequent of its terms; several ways add up.
        """
        amounts, titles = np.zeros(len(docs)), np.zeros(len(docs), dtype=bool)
        for way in self.ways:
            values = [column[docs] for column in way]
            lowest = reduce(np.minimum, values)
            amounts += _AMOUNTS[reduce(np.minimum, (value & _LEVEL for value in values))] * _held(lowest)
            titles |= lowest >= HELD + TITLE_BIT
        return amounts, titles


def _allowed(snapshot: Snapshot, query: Query, wanted: Plan, read: Mapping[int, Column]) -> Mask:
    keep = np.ones(len(snapshot), dtype=bool)
    if query.kinds:
        keep &= reduce(np.logical_or, (snapshot.kind == KINDS.index(kind) for kind in query.kinds))
    if query.since:
        keep &= snapshot.last_day >= query.since.toordinal()
    if query.until:
        keep &= snapshot.first_day <= query.until.toordinal()
    for alternatives in wanted.filters:
        keep &= _held(_Unit.of(alternatives, read, len(snapshot)).best)
    for terms in wanted.excluded:
        # A short word is out by its terms; a longer one only where it really stands (see `stands`).
        if len(terms) == 1:
            keep &= ~_held(read[terms[0]])
    return keep


def stands(query: Query, folded: str) -> bool:
    """Tell whether a document's text holds what only the text can tell: phrases, and no excluded word."""
    for group in query.groups:
        if (len(group) > 1 or group[0].exact) and not any(_inside(word.text, folded) for word in group):
            return False
    return not any(_inside(word.text, folded) for word in query.excluded)


def needs_text(query: Query) -> bool:
    """Tell whether `stands` has anything to decide."""
    exact = any(len(group) > 1 or group[0].exact for group in query.groups)
    return exact or any(len(terms_of(word.text)) > 1 for word in query.excluded)


def _inside(word: str, folded: str) -> bool:
    if word.isascii():
        return re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", folded) is not None
    return word in folded


# --- the words in the text -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with the places (begin, end) of the searched words in it."""

    text: str
    marks: tuple[tuple[int, int], ...]


def searched(query: Query) -> tuple[str, ...]:
    """Return the folded words to mark, longest first."""
    found: list[str] = []
    for word in (word for group in query.groups for word in group):
        found += (
            [word.text]
            if word.exact
            else [word.text, *chain.from_iterable(map(_written, meant.pieces(word.text)))]
        )
    found += [name for name in (*query.people, *query.hosts) if name]
    return tuple(sorted(dict.fromkeys(found), key=lambda word: (-len(word), word)))


def _written(piece: Piece) -> tuple[str, ...]:
    return piece.spellings if piece.edition else units(piece.text)


_QUOTE = 90  # characters
_PLACES = 60  # of words in a text that are looked at


def quote(text: str, folded: str, words: Sequence[str]) -> Quote:
    """Choose the passage that holds most of the words, and mark them.

    Args:
        text: the text as stored.
        folded: the same folded, character for character.
        words: folded words, longest first.
    """
    places = _places(folded, words)
    if not places:
        return Quote(_clip(text, 0, len(text)), ())
    passages = dict.fromkeys(_passage(text, begin) for begin, _ in places)
    begin, end = max(passages, key=lambda passage: (len(_words_in(folded, places, *passage)), -passage[0]))
    marks = tuple((b - begin, e - begin) for b, e in places if begin <= b and e <= end)
    return Quote(text[begin:end].replace("\n", " "), marks)


def _words_in(folded: str, places: Iterable[tuple[int, int]], begin: int, end: int) -> set[str]:
    return {folded[b:e] for b, e in places if begin <= b and e <= end}


def _places(folded: str, words: Iterable[str]) -> list[tuple[int, int]]:
    pattern = "|".join(map(re.escape, words))
    return [match.span() for match in re.finditer(pattern, folded)][:_PLACES] if pattern else []


def _clip(text: str, begin: int, end: int) -> str:
    return text[begin : min(end, begin + _QUOTE)].replace("\n", " ").strip()


def _passage(text: str, at: int) -> tuple[int, int]:
    """Return the sentence around a place, cut to the length of a quote."""
    begin = max(text.rfind(sign, 0, at) for sign in "。!?！？\n;；") + 1
    if at - begin > _QUOTE // 2:
        begin = at - _QUOTE // 4
    while begin < at and text[begin].isspace():
        begin += 1
    ends = [found for sign in "。!?！？\n" if (found := text.find(sign, at)) >= 0]
    return begin, min([end + (text[end] != "\n") for end in ends] + [begin + _QUOTE, len(text)])
