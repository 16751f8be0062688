"""Regular expressions that are tried only where they can match: most rules concern few texts, and few places of one."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

_WIDEST = 60  # characters of a range that are worth listing
_DIGITS = frozenset(map(ord, "0123456789"))
_SPACES = frozenset(c for c in range(0x3001) if chr(c).isspace())
_FARTHEST = 40  # characters before a needed word within which a match is worth being looked for one by one
_MOST = 60  # needed words that are still found fast
_FEW = 8  # characters of a set that words are spelt with
_MOST_TOLD = 200  # needed words by which a text is told to hold no match
_SHORT = 60  # characters of a text that is searched faster than it is looked up


class _Firsts(NamedTuple):
    """What a match can begin with: the characters (None for too many), nothing at all, or the text's beginning."""

    characters: frozenset[int] | None
    empty: bool = False
    opening: bool = False


class _Needs(NamedTuple):
    """Words one of which every match holds, and how many characters of the match may stand before it."""

    words: frozenset[str]
    least: int
    most: int


def branched(pattern: str) -> re.Pattern[str]:
    """Compile an expression of many branches so that none is tried where its first character is not.

    Python's search does that by itself where every branch begins with a plain character. The compiled one
    is the same in all it matches, so that parts of a text and matches at a place can be asked for too.

    Args:
        pattern: a regular expression that matches no empty words and may not begin anywhere.

    Raises:
        ValueError: it may begin with any character, or be empty.
    """
    firsts = _firsts(_parser.parse(pattern))
    if not firsts.characters or firsts.empty or firsts.opening:
        raise ValueError(f"may begin anywhere: {pattern}")
    return re.compile(f"(?=[{_listing(firsts.characters)}])(?:{pattern})")


def _listing(characters: Iterable[int]) -> str:
    """Return characters as they are written within the brackets of a set."""
    return re.escape("".join(map(chr, sorted(characters))))


class _Filter:
    """Which rules match nowhere in a text: the words of all that cannot do without some are looked for in one scan.

    As RE2's FilteredRE2 does, and for the same reason: most of a hundred rules match nowhere in most texts. The
    last texts are remembered, since an article's readers ask for the same one.
    """

    def __init__(self) -> None:
        self._any: dict[str, list[Rule]] = {}  # by each of the words of which they need one
        self._all: dict[str, list[Rule]] = {}  # by a word they cannot do without
        self._told: set[Rule] = set()  # the rules that need one of some words
        self._automaton = cache(lambda: AhoCorasick(list(self._any)))
        self._lists = cache(lambda: list(self._any.values()))
        self.hopeless = lru_cache(maxsize=8)(self._hopeless)

    def add(self, rule: Rule, words: Collection[str], always: Collection[str]) -> None:
        """Take a rule that matches only where one of some words is, and each of others."""
        for by, needed in ((self._any, words), (self._all, always)):
            for word in needed:
                by.setdefault(word, []).append(rule)
        if words:
            self._told.add(rule)
        for remembered in (self._automaton, self._lists, self.hopeless):
            remembered.cache_clear()

    def _hopeless(self, text: str) -> Set[Rule]:
        """Return the rules that were added and match nowhere in a text."""
        found = {index for index, _, _ in self._automaton().find_matches_as_indexes(text, overlapping=True)}
        lists = self._lists()
        hopeful = {rule for index in found for rule in lists[index]}
        lacking = {rule for word, rules in self._all.items() if word not in text for rule in rules}
        return (self._told - hopeful) | lacking


_FILTER = _Filter()


class Rule:
    """A regular expression that knows its first characters, and words of which it cannot do without one.

    Python's search skips ahead to a first character only where the pattern starts with a plain set. Behind
    an option, a look-around, a choice or any characters it tries every place, which costs more than all that
    is found. So nothing is tried in a text without a needed word; with one, the places of the first characters
    are, and where these are too many those before a needed word, or the whole text.

    One scan of a text serves all rules: give them the text with ``begin`` and ``end`` rather than a part of it.

    Args:
        pattern: a regular expression that matches no empty words.

    Raises:
        ValueError: the expression sets flags.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._whole = re.compile(pattern)
        if self._whole.flags != re.UNICODE:
            raise ValueError(f"no flags are known here: {pattern}")
        parsed = _parser.parse(pattern)
        firsts = _firsts(parsed)
        self._opening = firsts.opening
        # A first character, behind which one looks back for all that follows it: found without leaving the engine.
        self._first = (
            re.compile(f"[{_listing(firsts.characters)}](?<=(?={pattern})[\\s\\S])")
            if firsts.characters and not firsts.empty
            else None
        )
        self._needs = None if self._first else _nearest(_needs(parsed, _nearest))
        self._needed = self._needs and re.compile("|".join(map(re.escape, sorted(self._needs.words))))
        self._tries_all = not self._first and (self._needs is None or self._needs.most > _FARTHEST)
        needs = _needs(parsed, _most_telling)
        told_by = _most_telling(n for n in needs if len(n.words) > 1 and min(map(len, n.words)) > 1)
        # A word that stands in every match is looked for by itself: a character only where nothing tells more.
        words = sorted((word for n in needs if len(n.words) == 1 for word in n.words), key=len)[-1:]
        always = [word for word in words if len(word) > 1 or not told_by]
        self._is_told = bool(always or told_by)
        _FILTER.add(self, told_by.words if told_by else (), always)

    @property
    def skips(self) -> bool:
        """Whether not every place of every text is tried."""
        return self._is_told or not self._tries_all

    def finditer(self, text: str, begin: int = 0, end: int = sys.maxsize) -> Iterable[re.Match[str]]:
        """Return the matches from left to right, none overlapping, as `re.Pattern.finditer` does."""
        if len(text) > _SHORT and self in _FILTER.hopeless(text):
            return ()
        if self._tries_all:
            return self._whole.finditer(text, begin, end)
        if self._first is None:
            return self._tried(text, begin, end)
        found = self._found_by_first(self._first, text, begin, end)
        return self._from(found, self._first, text, end) if found else ()

    def search(self, text: str, begin: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match."""
        if len(text) > _SHORT and self in _FILTER.hopeless(text):
            return None
        if self._tries_all:
            return self._whole.search(text, begin, end)
        if self._first is None:
            return next(self._tried(text, begin, end), None)
        return self._found_by_first(self._first, text, begin, end)

    def match(self, text: str, begin: int, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that begins at a place."""
        out = len(text) > _SHORT and self in _FILTER.hopeless(text)
        return None if out else self._whole.match(text, begin, end)

    def _found_by_first(
        self, first: re.Pattern[str], text: str, begin: int, end: int
    ) -> re.Match[str] | None:
        if self._opening and not begin and (found := self._whole.match(text, 0, end)):
            return found
        place = first.search(text, begin, end)
        return place and self._whole.match(text, place.start(), end)

    def _from(
        self, found: re.Match[str] | None, first: re.Pattern[str], text: str, end: int
    ) -> Iterator[re.Match[str]]:
        """Yield a match and those behind it."""
        while found:
            yield found
            found = self._found_by_first(first, text, found.end(), end)

    def _tried(self, text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the matches that begin near enough before a needed word."""
        reach, match = begin, self._whole.match
        for at in self._places(text, begin, end):
            if at >= reach and (found := match(text, at, end)):
                reach = found.end()
                yield found

    def _places(self, text: str, begin: int, end: int) -> Iterator[int]:
        """Yield where a match can begin, in order."""
        if self._needs and self._needed:
            needed, reach = self._needed.search(text, begin, end), begin
            while needed:
                at = needed.start()
                yield from range(max(reach, at - self._needs.most), at - self._needs.least + 1)
                reach = max(reach, at - self._needs.least + 1)
                needed = self._needed.search(text, at + 1, end)


def hopeful(rules: Iterable[Rule], text: str) -> list[Rule]:
    """Return those of some rules that may match in a text, in their order, without asking each of them."""
    hopeless = _FILTER.hopeless(text) if len(text) > _SHORT else frozenset[Rule]()
    return [rule for rule in rules if rule not in hopeless]


class Choice:
    """Named expressions of which the first that matches at a place is taken, each tried only where it can begin.

    The same as one expression of all branches, ``(?P<name>...)|...``, but that a character which begins
    two of twenty expressions does not have the other eighteen tried.

    Args:
        patterns: an expression for each name; the names stand among the groups of a match, and as its ``lastgroup``.
        apart: characters with which no expression begins right behind another of them, as within a number.

    Raises:
        ValueError: an expression can begin with any character, or be empty.
    """

    def __init__(self, patterns: Mapping[str, str], apart: str = "") -> None:
        self._patterns = patterns
        firsts = {name: _firsts(_parser.parse(pattern)) for name, pattern in patterns.items()}
        anywhere = [n for n, f in firsts.items() if not f.characters or f.empty or f.opening]
        if anywhere:
            raise ValueError(f"{', '.join(anywhere)} can begin anywhere")
        characters = frozenset[int]().union(*(first.characters or () for first in firsts.values()))
        self._names = {
            chr(c): tuple(name for name, first in firsts.items() if c in (first.characters or ()))
            for c in characters
        }
        behind = f"(?<![{apart}]{{2}})" if apart else ""
        self._first = re.compile(f"[{_listing(characters)}]{behind}")
        self._of = cache(self._compiled)

    def _compiled(self, names: Sequence[str]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?P<{name}>{self._patterns[name]})" for name in names))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches from left to right, none overlapping."""
        reach = 0
        for first in self._first.finditer(text):
            at = first.start()
            if at >= reach and (found := self._of(self._names[first[0]]).match(text, at)):
                reach = found.end()
                yield found


def _firsts(parsed: Iterable[tuple[Any, Any]]) -> _Firsts:
    """Return what a sequence can begin with."""
    found: frozenset[int] = frozenset()
    opening = False
    for code, value in parsed:
        firsts = _firsts_of(code, value)
        if firsts.characters is None:
            return _Firsts(None, firsts.empty)
        found |= firsts.characters
        opening |= firsts.opening
        if not firsts.empty:
            return _Firsts(found, opening=opening)
    return _Firsts(found, empty=True, opening=opening)


def _firsts_of(code: Any, value: Any) -> _Firsts:
    if code is op.LITERAL:
        return _Firsts(frozenset((value,)))
    if code is op.IN:
        return _Firsts(_listed(value))
    if code is op.BRANCH:
        return _either(_firsts(branch) for branch in value[1])
    if code is op.SUBPATTERN:
        return _firsts(value[3])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        firsts = _firsts(value[2])
        return firsts._replace(empty=firsts.empty or value[0] == 0)
    if code is op.AT and value is op.AT_BEGINNING:
        return _Firsts(frozenset(), opening=True)
    # What only looks around takes nothing; anything else may begin anywhere.
    looks = code in (op.AT, op.ASSERT, op.ASSERT_NOT)
    return _Firsts(frozenset(), empty=True) if looks else _Firsts(None)


def _either(branches: Iterable[_Firsts]) -> _Firsts:
    found: frozenset[int] = frozenset()
    empty = opening = False
    for firsts in branches:
        if firsts.characters is None:
            return _Firsts(None)
        found |= firsts.characters
        empty |= firsts.empty
        opening |= firsts.opening
    return _Firsts(found, empty, opening)


def _listed(members: Iterable[tuple[Any, Any]]) -> frozenset[int] | None:
    """Return the characters of a set such as [一二三四\\d], None where it is negated or holds a long range."""
    found: frozenset[int] = frozenset()
    for code, value in members:
        if code is op.LITERAL:
            found |= {value}
        elif code is op.RANGE and value[1] - value[0] < _WIDEST:
            found |= frozenset(range(value[0], value[1] + 1))
        elif code is op.CATEGORY and value is op.CATEGORY_DIGIT:
            found |= _DIGITS
        elif code is op.CATEGORY and value is op.CATEGORY_SPACE:
            found |= _SPACES
        else:
            return None
    return found


_Best = Callable[[Iterable[_Needs]], _Needs | None]


def _nearest(needs: Iterable[_Needs]) -> _Needs | None:
    """Choose the words that lead to the fewest places: long ones, and few, and near a match's beginning."""
    found = [n for n in needs if len(n.words) <= _MOST and min(map(len, n.words)) > 1]
    return min(found, key=lambda n: (n.most > _FARTHEST, -min(map(len, n.words)), len(n.words)), default=None)


def _most_telling(needs: Iterable[_Needs]) -> _Needs | None:
    """Choose the words that the fewest texts hold: few, and of more than one character."""
    found = [n for n in needs if len(n.words) <= _MOST_TOLD]
    return min(found, key=lambda n: (min(map(len, n.words)) == 1, len(n.words)), default=None)


_NOTHING = frozenset(("",))


def _needs(parsed: Any, best: _Best) -> list[_Needs]:
    """Return the words that the parts of a sequence need: those that parts in a row spell, of any other the best."""
    found: list[_Needs] = []
    least = most = 0
    run, began = _NOTHING, (0, 0)
    for code, value in (*parsed, (None, None)):
        if run is _NOTHING:
            began = least, most
        words = _spelt(code, value) if code is not op.MAX_REPEAT else None
        if joined := _joined(run, words, _MOST):
            run = joined
        else:
            found += [] if "" in run else [_Needs(_shortest(run), *began)]
            run, began = words or _NOTHING, (least, most)
        if words is None and (inner := _needs_of(code, value, best)):
            found.append(_Needs(inner.words, least + inner.least, most + inner.most))
        if code is not None:
            width = _parser.SubPattern(parsed.state, [(code, value)]).getwidth()
            least, most = least + width[0], min(most + width[1], sys.maxsize)
    return found


def _shortest(words: frozenset[str]) -> frozenset[str]:
    """Leave out the words that begin with another of them."""
    return frozenset(word for word in words if not any(word[:end] in words for end in range(1, len(word))))


def _joined(words: frozenset[str], more: frozenset[str] | None, most: int) -> frozenset[str] | None:
    few = more and (len(words) * len(more) <= most or words is _NOTHING)
    return frozenset(word + rest for word in words for rest in more) if few and more else None


def _spelt(code: Any, value: Any) -> frozenset[str] | None:
    """Return all that a part can match, None where these are more than a few words."""
    if code is op.LITERAL:
        return frozenset((chr(value),))
    if code is op.IN:
        characters = _listed(value) or frozenset()
        return frozenset(map(chr, characters)) if 0 < len(characters) <= _FEW else None
    if code is op.SUBPATTERN:
        return _spelt_in_turn(value[3])
    if code is op.BRANCH:
        branches = [_spelt_in_turn(branch) for branch in value[1]]
        known = [words for words in branches if words]
        return frozenset[str]().union(*known) if len(known) == len(branches) else None
    if code is op.MAX_REPEAT and value[:2] == (0, 1) and (words := _spelt_in_turn(value[2])):
        return words | _NOTHING
    return None


def _spelt_in_turn(parsed: Any) -> frozenset[str] | None:
    told: frozenset[str] | None = _NOTHING
    for code, value in parsed:
        told = told and _joined(told, _spelt(code, value), _MOST_TOLD)
    return told


def _needs_of(code: Any, value: Any, best: _Best) -> _Needs | None:
    if code is op.SUBPATTERN:
        return best(_needs(value[3], best))
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[0] > 0:
        return best(_needs(value[2], best))
    if code is op.ASSERT and value[0] > 0:  # looks ahead
        return best(_needs(value[1], best))
    if code is op.IN and (characters := _listed(value)):
        return _Needs(frozenset(map(chr, characters)), 0, 0)
    if code is op.BRANCH:
        branches = [best(_needs(branch, best)) for branch in value[1]]
        known = [n for n in branches if n]
        if len(known) == len(branches):
            words = frozenset[str]().union(*(n.words for n in known))
            return _Needs(words, min(n.least for n in known), max(n.most for n in known))
    return None
