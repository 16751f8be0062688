"""Search: a Query to ranked hits, by one ranking of our own over every document that matches."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from bot.store import index
from bot.store.index import Postings, Snapshot
from bot.store.query import HitKind, Query, Word
from bot.store.tokens import amounts, field_terms, fold, han_terms, is_han, named, terms_of, units

KINDS: tuple[HitKind, ...] = ("article", "meeting", "plan", "event")

# BM25's two constants, and what the other signals weigh against the words themselves.
_SATURATION, _LENGTH_NORM = 1.2, 0.5
_TITLE = 1.2  # a unit that stands in the title counts so much more, times its rarity
_NEAR = 0.4  # neighbouring words of the question that stand side by side
_RECORD = 0.25  # a record over an article with the same words
_NAMED_RECORD = 1.0  # ... whose name holds all of them
_FRESH, _FRESH_DAYS = 0.5, 120.0  # what today adds, and how fast it fades
_AMOUNTS = amounts()
MOST_LOOKED_AT = 2000  # of the documents that match: as far as anybody turns pages, or phrases are looked for

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Found:
    """The documents of a word: where they are, how often the word, whether in the title."""

    docs: NDArray[np.int64]
    amounts: Floats
    titles: NDArray[np.bool_]


_NOTHING = _Found(np.empty(0, np.int64), np.empty(0), np.empty(0, bool))


@dataclass(frozen=True, slots=True)
class Ranking:
    """The documents that match, best first, with their scores: as many as are looked at; and how many match."""

    docs: NDArray[np.int64]
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
    # Latin letters may be a word, or the name of somebody spelt in pinyin.
    own = tuple(terms_of(unit))
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
    connection: Connection, snapshot: Snapshot, query: Query, today: date, *, loose: bool = False
) -> Ranking:
    """Rank every document that matches.

    Args:
        connection: a transaction the snapshot was taken in.
        snapshot: what of the index is in memory.
        query: the question.
        today: what freshness is measured from.
        loose: let documents match that hold only some of the words.
    """
    wanted = plan(query)
    if loose:
        wanted = replace(
            wanted, units=tuple(((term,),) for unit in wanted.units for terms in unit for term in terms)
        )
    read = index.postings(connection, snapshot, wanted.terms())
    norms = _SATURATION * (1 - _LENGTH_NORM + _LENGTH_NORM * snapshot.relative_length)
    scores = np.zeros(len(snapshot))
    met = np.zeros(len(snapshot), dtype=np.int16)
    in_title = np.zeros(len(snapshot), dtype=np.int16)
    for unit in wanted.units:
        found = _any([_all([read[term] for term in terms]) for terms in unit if terms])
        rarity = _rarity(len(snapshot), len(found.docs))
        scores[found.docs] += rarity * (_saturated(found.amounts, norms[found.docs]) + _TITLE * found.titles)
        met[found.docs] += 1
        in_title[found.docs] += found.titles
    keep = snapshot.alive & _allowed(snapshot, query, wanted, read)
    count = len(wanted.units)
    if loose and count:
        keep &= met > 0
        scores *= (met / count) ** 2
    else:
        keep &= met == count
    docs = np.flatnonzero(keep)
    return _ordered(snapshot, docs, _weighted(snapshot, wanted, read, docs, scores, in_title == count, today))


def _weighted(
    snapshot: Snapshot,
    wanted: Plan,
    read: Mapping[int, Postings],
    docs: NDArray[np.int64],
    scores: Floats,
    named: NDArray[np.bool_],
    today: date,
) -> Floats:
    near = np.zeros(len(snapshot))
    for term in wanted.welcome:
        near[read[term].docs] += _NEAR * _rarity(len(snapshot), len(read[term].docs))
    record = snapshot.kind[docs] > 0
    whole = record & named[docs] & bool(wanted.units)
    kind = 1.0 + _RECORD * record + _NAMED_RECORD * whole
    now = today.toordinal()
    age = np.maximum(0, np.maximum(snapshot.first_day[docs] - now, now - snapshot.last_day[docs]))
    fresh = 1.0 + _FRESH * np.exp(-age / _FRESH_DAYS)
    words = scores[docs] + near[docs] if wanted.units else np.ones(len(docs))
    return np.asarray(words * kind * fresh)


def _ordered(snapshot: Snapshot, docs: NDArray[np.int64], scores: Floats) -> Ranking:
    # Rounded, so that the order never hangs on the last bit of a sum; then the newest, then the oldest known.
    total, scores = len(docs), np.round(scores, 6)
    if total > MOST_LOOKED_AT:  # sorting a hundred thousand to show ten is most of the work
        least = np.partition(scores, total - MOST_LOOKED_AT)[total - MOST_LOOKED_AT]
        docs, scores = docs[scores >= least], scores[scores >= least]
    order = np.lexsort((docs, -snapshot.last_day[docs], -scores))
    return Ranking(docs[order], scores[order], total)


def _saturated(amount: Floats, norm: Floats) -> Floats:
    return np.asarray(amount * (_SATURATION + 1) / (amount + norm))


def _rarity(total: int, having: int) -> float:
    return math.log(1 + (total - having + 0.5) / (having + 0.5))


def _all(parts: Sequence[Postings]) -> _Found:
    """Join the terms of one word: documents that have all, as often as the least frequent."""
    first, *rest = sorted(parts, key=lambda part: len(part.docs))
    docs, levels, titles = first.docs, first.levels, first.titles
    for part in rest:
        if not len(docs):
            return _NOTHING
        at = np.searchsorted(part.docs, docs)
        at[at == len(part.docs)] = 0
        both = part.docs[at] == docs
        at, docs = at[both], docs[both]
        levels = np.minimum(levels[both], part.levels[at])
        titles = titles[both] & part.titles[at]
    return _Found(docs, _AMOUNTS[levels], titles)


def _any(parts: Sequence[_Found]) -> _Found:
    """Join alternatives: documents that have any, as often as they have all of them together."""
    if len(parts) == 1:
        return parts[0]
    docs, places = np.unique(np.concatenate([part.docs for part in parts]), return_inverse=True)
    amount: Floats = np.bincount(places, np.concatenate([part.amounts for part in parts]), len(docs)).astype(
        float
    )
    titles = np.bincount(places, np.concatenate([part.titles for part in parts]), len(docs)) > 0
    return _Found(docs, amount, titles)


def _allowed(
    snapshot: Snapshot, query: Query, wanted: Plan, read: Mapping[int, Postings]
) -> NDArray[np.bool_]:
    keep = np.ones(len(snapshot), dtype=bool)
    if query.kinds:
        keep &= np.isin(snapshot.kind, [KINDS.index(kind) for kind in query.kinds])
    if query.since:
        keep &= snapshot.last_day >= query.since.toordinal()
    if query.until:
        keep &= snapshot.first_day <= query.until.toordinal()
    for alternatives in wanted.filters:
        inside = np.zeros(len(snapshot), dtype=bool)
        inside[
            _any([_all([read[term] for term in terms]) for terms in alternatives if terms] or [_NOTHING]).docs
        ] = True
        keep &= inside
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
