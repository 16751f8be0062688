"""Characters, words and sentences of a clean text, and the word lists the readers share.

The one home of jieba: rjieba (the same dictionary and model, compiled) cuts words, jieba itself is the
fallback where no rjieba wheel exists.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

try:
    from rjieba import cut as _cut
    from rjieba import tag as _tag
except ImportError:  # pragma: no cover - a platform without the wheel
    from jieba import cut as _cut  # type: ignore[no-redef]
    from jieba.posseg import lcut as _tag  # type: ignore[no-redef]


class Span(NamedTuple):
    """A stretch of a text: the characters from ``begin`` up to ``end``."""

    begin: int
    end: int

    def of(self, text: str) -> str:
        """Return the words themselves."""
        return text[self.begin : self.end]


_FLAT: dict[str, str] = {
    **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)},
    "\u3000": " ",
    "\xa0": " ",
    "｡": "。",
    **dict.fromkeys("丶﹑､", "、"),
    **dict.fromkeys("‐‑‒–—―─━ー〜∼－～~", "-"),
    **dict.fromkeys("•‧∙⋅・●", "·"),
    **dict.fromkeys("「『〝＂", "“"),
    **dict.fromkeys("」』〞〟", "”"),
}
# A set is searched twenty times faster than str.translate asks a table for every character.
_UNEVEN = re.compile(f"[{re.escape(''.join(_FLAT))}]")

_SENTENCE = re.compile(
    r"[^\s。!?;](?:[^。!?;\n.…]++|\.(?![一-鿿”\s]|$)|…(?=[一-鿿]))*"
    r"(?:(?:[。!?;]|\.(?=[一-鿿”\s]|$)|…+(?![一-鿿]))[”’\")》]*|(?=\n)|$)"
)


@lru_cache(maxsize=64)
def flat(text: str) -> str:
    """Return the text in one width, character for character, so that offsets stay.

    Full-width signs become ASCII ones, every dash and tilde a hyphen-minus, every middle dot ``·``, and straight
    marks around Chinese words “”.
    """
    text = _UNEVEN.sub(lambda sign: _FLAT[sign[0]], text)
    return _STRAIGHT.sub(r"“\1”", text) if '"' in text else text


# "某某名城"评审会; neither 12" of a machine's gauge nor the marks of English words.
_STRAIGHT = re.compile(r"(?<!\d)\"((?=[^\"\n]*[一-鿿])[^\"“”\n]{1,60})\"")


_SPELT_YEAR = re.compile(r"[一二][〇零○◯九][〇零○◯一二三四五六七八九]{2}(?=年|$)")
_FIGURES = str.maketrans("〇零○◯一二三四五六七八九", "0000123456789")


def with_years_in_figures(text: str) -> str:
    """Write 二〇〇六年 as 2006年, character for character, so that offsets stay."""
    return _SPELT_YEAR.sub(lambda year: year[0].translate(_FIGURES), text)


def sentences(text: str) -> tuple[Span, ...]:
    """Cut a text into sentences; a line end always ends one, and closing quotes stay with theirs."""
    return tuple(Span(*m.span()) for m in _SENTENCE.finditer(flat(text)))


def words(text: str) -> tuple[str, ...]:
    """Cut a text into words; joined again they are the text."""
    return tuple(_cut(text))


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a word list with columns, ``data/NAME.csv``."""
    text = files("bot.records").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def listed(name: str) -> tuple[str, ...]:
    """Return the words of ``data/NAME.txt``: separated by spaces or lines, ``#`` starts a remark."""
    text = files("bot.records").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(word for line in text.splitlines() for word in line.partition("#")[0].split())


class Lexicon:
    """A large word list (words of two characters and more) that finds its longest words in a text.

    An automaton (Aho and Corasick 1975) reads a text once for all words; a regular expression over thousands
    of words tries its branches one by one.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.words = frozenset(vocabulary)
        lengths: dict[str, set[int]] = {}
        for word in self.words:
            lengths.setdefault(word[:2], set()).add(len(word))
        self._lengths = {pair: sorted(found, reverse=True) for pair, found in lengths.items()}

    def ends_at(self, text: str, at: int) -> Iterator[int]:
        """Yield where the words that begin at a position end, the longest first."""
        for length in self._lengths.get(text[at : at + 2], ()):
            if (word := text[at : at + length]) in self.words and len(word) == length:
                yield at + length

    # Each list is read in one of these ways, or in neither: an automaton is built when it is asked for.
    @cached_property
    def _longest(self) -> AhoCorasick:
        return AhoCorasick(sorted(self.words), matchkind=MatchKind.LeftmostLongest)

    @cached_property
    def _every(self) -> AhoCorasick:
        return AhoCorasick(sorted(self.words))

    def spans(self, text: str) -> Iterator[Span]:
        """Yield the words of a text from left to right, the longest at each place, none overlapping."""
        return (Span(begin, end) for _, begin, end in self._longest.find_matches_as_indexes(text))

    def every(self, text: str) -> list[tuple[int, int]]:
        """Return where the longest word at every place of a text begins and ends, overlapping ones too."""
        found = self._every.find_matches_as_indexes(text, overlapping=True)
        return sorted({begin: end for _, begin, end in found}.items())

    def ends(self, text: str) -> set[int]:
        """Return every place of a text where a word ends."""
        return {end for _, _, end in self._every.find_matches_as_indexes(text, overlapping=True)}


def any_of(vocabulary: Iterable[str]) -> str:
    """Return a regular expression for the longest of some words, folded into a prefix tree.

    A plain alternation of a thousand words is tried one by one at every character; the tree decides
    by the first.
    """
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in sorted(vocabulary):  # one expression for one vocabulary, however a set orders it
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _fold(tree)


def _fold(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    leaves = "".join(re.escape(c) for c, below in node.items() if c and below == {"": {}})
    branches = [re.escape(c) + _fold(below) for c, below in node.items() if c and below != {"": {}}]
    if leaves:
        branches.append(leaves if len(leaves.replace("\\", "")) == 1 else f"[{leaves}]")
    if not branches:
        return ""
    optional = "?" if "" in node else ""
    if len(branches) == 1 and not optional:
        return branches[0]
    return f"(?:{'|'.join(branches)}){optional}"


def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """Cut a text into words with the part of speech of each (n, v, p, ...); joined again they are the text."""
    return tuple(_tag(text))
