"""Regular expressions that are tried only where they can begin: most rules concern few places of a text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_WIDEST = 60  # characters of a range that are worth listing
_DIGITS = frozenset(map(ord, "0123456789"))


class Rule:
    """A regular expression that knows its first characters.

    Python's search skips ahead to a first character only where the pattern starts with a plain set. Behind
    an option, a look-around or a choice it tries every place, which costs more than all that is found.

    Args:
        pattern: a regular expression that matches no empty words.
    """

    def __init__(self, pattern: str) -> None:
        self._whole = re.compile(pattern)
        firsts, empty = _firsts(_parser.parse(pattern))
        self._first = (
            re.compile(f"[{re.escape(''.join(map(chr, sorted(firsts))))}]") if firsts and not empty else None
        )

    @property
    def skips(self) -> bool:
        """Whether the first characters are few enough to be looked for."""
        return self._first is not None

    def finditer(self, text: str, begin: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield the matches from left to right, none overlapping, as `re.Pattern.finditer` does."""
        if self._first is None:
            yield from self._whole.finditer(text, begin, end)
            return
        reach, match = begin, self._whole.match
        for first in self._first.finditer(text, begin, end):
            if (at := first.start()) >= reach and (found := match(text, at, end)):
                reach = found.end()
                yield found

    def search(self, text: str, begin: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match."""
        return next(self.finditer(text, begin, end), None)


def _firsts(parsed: Iterable[tuple[Any, Any]]) -> tuple[frozenset[int] | None, bool]:
    """Return the characters a sequence can begin with (None for too many), and whether it can be empty."""
    found: frozenset[int] = frozenset()
    for code, value in parsed:
        firsts, empty = _firsts_of(code, value)
        if firsts is None:
            return None, empty
        found |= firsts
        if not empty:
            return found, False
    return found, True


def _firsts_of(code: Any, value: Any) -> tuple[frozenset[int] | None, bool]:
    if code is op.LITERAL:
        return frozenset((value,)), False
    if code is op.IN:
        return _listed(value), False
    if code is op.BRANCH:
        return _either(_firsts(branch) for branch in value[1])
    if code is op.SUBPATTERN:
        return _firsts(value[3])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        firsts, empty = _firsts(value[2])
        return firsts, empty or value[0] == 0
    # What only looks around takes nothing; anything else may begin anywhere.
    return (frozenset(), True) if code in (op.AT, op.ASSERT, op.ASSERT_NOT) else (None, False)


def _either(branches: Iterable[tuple[frozenset[int] | None, bool]]) -> tuple[frozenset[int] | None, bool]:
    found: frozenset[int] = frozenset()
    may_be_empty = False
    for firsts, empty in branches:
        if firsts is None:
            return None, False
        found |= firsts
        may_be_empty |= empty
    return found, may_be_empty


def _listed(members: Iterable[tuple[Any, Any]]) -> frozenset[int] | None:
    """Return the characters of a set such as [一二三\\d], None where it is negated or holds a long range."""
    found: frozenset[int] = frozenset()
    for code, value in members:
        if code is op.LITERAL:
            found |= {value}
        elif code is op.RANGE and value[1] - value[0] < _WIDEST:
            found |= frozenset(range(value[0], value[1] + 1))
        elif code is op.CATEGORY and value is op.CATEGORY_DIGIT:
            found |= _DIGITS
        else:
            return None
    return found
