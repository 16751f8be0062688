"""Regular expressions that are tried only where they can begin: most rules concern few places of a text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_WIDEST = 60  # characters of a range that are worth listing
_DIGITS = frozenset(map(ord, "0123456789"))
_SPACES = frozenset(c for c in range(0x3001) if chr(c).isspace())
_FARTHEST = 40  # characters before a needed word within which a match is worth being looked for one by one
_MOST = 60  # needed words that are still found fast


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


class Rule:
    """A regular expression that knows its first characters, or a word that it cannot do without.

    Python's search skips ahead to a first character only where the pattern starts with a plain set. Behind
    an option, a look-around, a choice or any characters it tries every place, which costs more than all that
    is found. Where the first characters are too many, the places before a needed word are tried, or the whole
    text if the word is in it.

    Args:
        pattern: a regular expression that matches no empty words.
    """

    def __init__(self, pattern: str) -> None:
        self._whole = re.compile(pattern)
        parsed = _parser.parse(pattern)
        firsts = _firsts(parsed)
        self._opening = firsts.opening
        # A first character, behind which one looks back for all that follows it: found without leaving the engine.
        self._first = (
            re.compile(
                f"[{re.escape(''.join(map(chr, sorted(firsts.characters))))}](?<=(?={pattern})[\\s\\S])"
            )
            if firsts.characters and not firsts.empty
            else None
        )
        self._needs = None if self._first else _needs(parsed)
        self._needed = self._needs and re.compile("|".join(map(re.escape, sorted(self._needs.words))))

    @property
    def skips(self) -> bool:
        """Whether not every place of a text is tried."""
        return self._first is not None or self._needs is not None

    def finditer(self, text: str, begin: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield the matches from left to right, none overlapping, as `re.Pattern.finditer` does."""
        if self._needs and self._needs.most > _FARTHEST:
            if self._needed and self._needed.search(text, begin, end):
                yield from self._whole.finditer(text, begin, end)
            return
        if not self.skips:
            yield from self._whole.finditer(text, begin, end)
            return
        reach, match = begin, self._whole.match
        for at in self._places(text, begin, end):
            if at >= reach and (found := match(text, at, end)):
                reach = found.end()
                yield found

    def search(self, text: str, begin: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match."""
        return next(self.finditer(text, begin, end), None)

    def _places(self, text: str, begin: int, end: int) -> Iterator[int]:
        """Yield where a match can begin, in order."""
        if self._first:
            if self._opening and not begin:
                yield 0
            yield from (m.start() for m in self._first.finditer(text, begin, end))
        elif self._needs and self._needed:
            needed, reach = self._needed.search(text, begin, end), begin
            while needed:
                at = needed.start()
                yield from range(max(reach, at - self._needs.most), at - self._needs.least + 1)
                reach = max(reach, at - self._needs.least + 1)
                needed = self._needed.search(text, at + 1, end)


class Choice:
    """Named expressions of which the first that matches at a place is taken, each tried only where it can begin.

    The same as one expression of all branches, ``(?P<name>...)|...``, but that a character which begins
    two of twenty expressions does not have the other eighteen tried.

    Args:
        patterns: an expression for each name; the names stand among the groups of a match, and as its ``lastgroup``.

    Raises:
        ValueError: an expression can begin with any character, or be empty.
    """

    def __init__(self, patterns: Mapping[str, str]) -> None:
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
        self._first = re.compile(f"[{re.escape(''.join(sorted(self._names)))}]")
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


def _needs(parsed: Any) -> _Needs | None:
    """Return the needed words of a sequence that are fewest to find: long ones, and few, and near its beginning."""
    found: list[_Needs] = []
    least = most = 0
    letters, began = "", (0, 0)
    for code, value in (*parsed, (None, None)):
        if code is op.LITERAL:
            letters, began = letters + chr(value), began if letters else (least, most)
        elif letters:
            found.append(_Needs(frozenset((letters,)), *began))
            letters = ""
        inner = _needs_of(code, value)
        if inner:
            found.append(_Needs(inner.words, least + inner.least, most + inner.most))
        if code is not None:
            width = _parser.SubPattern(parsed.state, [(code, value)]).getwidth()
            least, most = least + width[0], min(most + width[1], sys.maxsize)
    found = [n for n in found if len(n.words) <= _MOST and min(map(len, n.words)) > 1]
    return min(found, key=lambda n: (n.most > _FARTHEST, -min(map(len, n.words)), len(n.words)), default=None)


def _needs_of(code: Any, value: Any) -> _Needs | None:
    if code is op.SUBPATTERN:
        return _needs(value[3])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[0] > 0:
        return _needs(value[2])
    if code is op.BRANCH:
        branches = [_needs(branch) for branch in value[1]]
        known = [n for n in branches if n]
        if len(known) == len(branches):
            words = frozenset().union(*(n.words for n in known))
            return _Needs(words, min(n.least for n in known), max(n.most for n in known))
    return None
