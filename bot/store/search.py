"""Search: a Query to ranked hits, by one ranking of our own over every document that matches."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from bot.store import index
from bot.store.index import Part, Postings, Snapshot
from bot.store.query import HitKind, Query, Word
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
_FRESH, _FRESH_DAYS = 0.5, 120.0  # what today adds, and how fast it fades
_FRESHNESS = 1.0 + _FRESH * np.exp(-np.arange(30 * _FRESH_DAYS) / _FRESH_DAYS)  # by age in days
_AMOUNTS = amounts()
_LEVEL = np.uint8(TITLE_BIT - 1)  # those bits of a posting's value
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = 6  # of a score
_BLOCK = 1 << 16  # documents
MOST_LOOKED_AT = 2000  # of the documents that match: as far as anybody turns pages, or phrases are looked for

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]  # over all documents


@dataclass(frozen=True, slots=True)
class Ranking:
    """The documents that match, best first, with their scores: as many as are looked at; and how many match."""

    docs: NDArray[np.int32]
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
            found += [_alternatives(unit) for unit in units(group[0].text)]
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


def _alternatives(unit: str) -> tuple[tuple[int, ...], ...]:
    # Latin letters may be a word, or the name of somebody spelt in pinyin; four digits may be the year it was.
    own = tuple(terms_of(unit))
    if _YEAR.fullmatch(unit):
        return own, (year_term(int(unit)),)
    return (own, (named(f"y:{unit}"),)) if unit.isascii() and unit.isalpha() else (own,)


def _needed(word: Word) -> tuple[int, ...]:
    return tuple(terms_of(word.text))


def _filters(query: Query) -> Iterator[tuple[tuple[int, ...], ...]]:
    fields = {"r": query.regions, "h": query.hosts, "s": query.sources, "e": query.editions}
    for namespace, values in fields.items():
        if values:
            yield tuple(_field(namespace, value) for value in values)
    if query.people:
        names = (_field("p", value) for value in query.people)
        spelt = ((named(f"y:{value.lower()}"),) for value in query.people if value.isascii())
        yield (*names, *spelt)


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
        wanted = replace(
            wanted, units=tuple(((term,),) for unit in wanted.units for terms in unit for term in terms)
        )
    read = index.postings(connection, snapshot, wanted.terms())
    blocks = [_Block.of(snapshot, first, query, wanted, read) for first in range(0, len(snapshot), _BLOCK)]
    units = [sum(block.found[n].count for block in blocks) for n in range(len(wanted.units))]
    rarities = [_rarity(len(snapshot), having) for having in units]
    near = {term: _NEAR * _rarity(len(snapshot), len(read[term].docs)) for term in wanted.welcome}
    total, chosen, scores = 0, [np.empty(0, np.int32)], [np.empty(0)]
    for block in blocks:
        docs = block.matching(rarities, least) if loose else block.matching(rarities)
        weights = block.weighted(docs, rarities, near, today)
        best = _best(weights)
        total += len(docs)
        chosen.append((docs[best] + block.first).astype(np.int32))
        scores.append(weights[best])
    return _ordered(snapshot, np.concatenate(chosen), np.concatenate(scores), total)


def _best(scores: Floats) -> NDArray[np.bool_]:
    """Choose the scores that may be among the most that are looked at; rounding makes no two more unlike than this."""
    if len(scores) <= MOST_LOOKED_AT:
        return np.ones(len(scores), dtype=bool)
    return np.asarray(scores >= np.partition(scores, -MOST_LOOKED_AT)[-MOST_LOOKED_AT] - 2 * 10.0**-_DIGITS)


def _ordered(snapshot: Snapshot, docs: NDArray[np.int32], scores: Floats, total: int) -> Ranking:
    # Rounded, so that the order never hangs on the last bit of a sum; then the newest, then the oldest known.
    best = _best(scores)
    docs, scores = docs[best], np.round(scores[best], _DIGITS)
    if len(docs) > MOST_LOOKED_AT:  # sorting a hundred thousand to show ten is most of the work
        enough = scores >= np.partition(scores, -MOST_LOOKED_AT)[-MOST_LOOKED_AT]
        docs, scores = docs[enough], scores[enough]
    order = np.lexsort((docs, -snapshot.last_day[docs], -scores))
    return Ranking(docs[order], scores[order], total)


@dataclass(frozen=True, slots=True)
class _Block:
    """Documents that are ranked together: so few that all that is worked out of them stays in the processor's cache.

    ``found`` are the units of the question, ``keep`` the documents that the rest of it allows.
    """

    first: int
    part: Part
    read: Mapping[int, Postings]
    found: tuple[_Unit, ...]
    keep: Mask

    @classmethod
    def of(
        cls, snapshot: Snapshot, first: int, query: Query, wanted: Plan, read: Mapping[int, Postings]
    ) -> _Block:
        """Cut a block out of the index, from its first document."""
        part = snapshot.part(first, first + _BLOCK)
        mine = {term: postings.part(first, first + _BLOCK) for term, postings in read.items()}
        found = tuple(_standing(alternatives, mine, len(part)) for alternatives in wanted.units)
        return cls(first, part, mine, found, part.alive & _allowed(part, query, wanted, mine))

    def matching(self, rarities: Sequence[float], least: float | None = None) -> NDArray[np.intp]:
        """Return the documents that hold every unit; with `least`, more than that share of the units' rarity."""
        keep = self.keep
        if least is None:
            for unit in self.found:
                keep = keep & unit.docs
        elif self.found:
            held = np.zeros(len(keep))
            for unit, rarity in zip(self.found, rarities, strict=True):
                held += unit.docs * rarity
            keep = keep & (held / sum(rarities) > least)
        return np.flatnonzero(keep)

    def weighted(
        self, docs: NDArray[np.intp], rarities: Sequence[float], near: Mapping[int, float], today: date
    ) -> Floats:
        """Score the documents that match, and no others: most of a common word's do not."""
        size, keep = len(self.keep), _mask(docs, len(self.keep))
        norms = _SATURATION * (1 - _LENGTH_NORM + _LENGTH_NORM * self.part.relative_length[docs])
        words, whole = np.zeros(len(docs)), True
        met, in_title = np.zeros(len(docs), np.int16), np.zeros(len(docs), np.int16)
        for unit, rarity in zip(self.found, rarities, strict=True):
            amounts, titles = unit.standing(keep, docs)
            whole &= len(amounts) == len(docs)
            at = slice(None) if len(amounts) == len(docs) else unit.docs[docs]
            words[at] += rarity * (_saturated(amounts, norms[at]) + _TITLE * titles)
            met[at] += 1
            in_title[at] += titles
        count = len(self.found)
        if not whole:
            words *= (met / count) ** 2
        if near:
            beside = np.zeros(len(docs))
            for term, weight in near.items():
                beside[_mask(self.read[term].docs, size)[docs]] += weight
            words += beside
        if not count:
            words += 1
        record = self.part.kind[docs] > 0
        by_name = record & (in_title == count) & bool(count)
        kind = 1.0 + _RECORD * record + _NAMED_RECORD * by_name
        now = today.toordinal()
        begun, over = self.part.first_day[docs] - now, now - self.part.last_day[docs]
        age = np.minimum(np.maximum(0, np.maximum(begun, over)), len(_FRESHNESS) - 1)
        return np.asarray(words * kind * _FRESHNESS[age])


def _saturated(amount: Floats, norm: Floats) -> Floats:
    return np.asarray(amount * (_SATURATION + 1) / (amount + norm))


def _rarity(total: int, having: int) -> float:
    return math.log(1 + (total - having + 0.5) / (having + 0.5))


def _mask(docs: NDArray[Any], size: int) -> Mask:
    mask = np.zeros(size, dtype=bool)
    mask[docs] = True
    return mask


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word in the index: which documents hold it, and how many.

    ``ways`` are the sets of terms that are the word, each with the documents that hold all of it.
    """

    docs: Mask
    count: int
    ways: tuple[tuple[Mask, tuple[Postings, ...]], ...]

    def standing(self, keep: Mask, docs: NDArray[np.intp]) -> tuple[Floats, NDArray[np.bool_]]:
        """Return how often the word stands in those of the kept documents that hold it, and whether in the title.

        Of one way that is as often as the least frequent of its terms; several ways add up.
        """
        if len(self.ways) == 1:
            return _often(keep & self.docs, self.ways[0][1])
        amounts, titles = np.zeros(len(docs)), np.zeros(len(docs), dtype=bool)
        for held, parts in self.ways:
            often, titled = _often(keep & held, parts)
            at = held[docs]
            amounts[at] += often
            titles[at] |= titled
        here = self.docs[docs]
        return amounts[here], titles[here]


def _often(chosen: Mask, parts: Sequence[Postings]) -> tuple[Floats, NDArray[np.bool_]]:
    """Return how often some terms stand together in chosen documents, which hold all of them."""
    values = [part.values[chosen[part.docs]] for part in parts]
    least, titles = values[0] & _LEVEL, values[0]
    for value in values[1:]:
        least, titles = np.minimum(least, value & _LEVEL), titles & value
    return _AMOUNTS[least], titles >= TITLE_BIT


def _standing(alternatives: Iterable[tuple[int, ...]], read: Mapping[int, Postings], size: int) -> _Unit:
    """Find the documents that hold any of some sets of terms."""
    sets = [tuple(read[term] for term in terms) for terms in alternatives if terms]
    ways = tuple((_all(parts, size), parts) for parts in sets)
    docs = ways[0][0] if ways else np.zeros(size, dtype=bool)
    for held, _ in ways[1:]:
        docs = docs | held
    return _Unit(docs, int(np.count_nonzero(docs)), ways)


def _all(parts: Sequence[Postings], size: int) -> Mask:
    """Find the documents that hold all of some terms."""
    first, *rest = (_mask(part.docs, size) for part in parts)
    for held in rest:
        first &= held
    return first


def _allowed(snapshot: Part, query: Query, wanted: Plan, read: Mapping[int, Postings]) -> Mask:
    keep = np.ones(len(snapshot), dtype=bool)
    if query.kinds:
        keep &= np.array([kind in query.kinds for kind in KINDS])[snapshot.kind]
    if query.since:
        keep &= snapshot.last_day >= query.since.toordinal()
    if query.until:
        keep &= snapshot.first_day <= query.until.toordinal()
    for alternatives in wanted.filters:
        keep &= _standing(alternatives, read, len(snapshot)).docs
    for terms in wanted.excluded:
        # A short word is out by its terms; a longer one only where it really stands (see `stands`).
        if len(terms) == 1:
            keep[read[terms[0]].docs] = False
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
        found += [word.text] if word.exact else [word.text, *units(word.text)]
    found += [name for name in (*query.people, *query.hosts) if name]
    return tuple(sorted(dict.fromkeys(found), key=lambda word: (-len(word), word)))


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
