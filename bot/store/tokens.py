"""The one tokenizer of search: a text to weighted terms, a typed word to the terms it needs.

A Chinese text is indexed by every character and every two neighbouring characters, so that any
word that stands in it finds it, whatever a segmenter thinks; jieba's words decide the weight: a pair
inside a word counts four times a pair that two words happen to form. Latin words and numbers
are terms whole and in their parts. A term is a 64-bit number: both databases keep only numbers.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import zhconv_rs
from numpy.typing import NDArray

from bot.records.text import words

try:
    from rjieba import cut_for_search
except ImportError:  # pragma: no cover - a platform without the wheel
    from jieba import cut_for_search  # type: ignore[no-redef]

Terms = NDArray[np.uint64]

# Of what this module makes of a text and how bot.store.index keeps it; an index of another version is built anew.
VERSION = "5"

# Weight of an occurrence by the field it stands in; a pair across words counts a quarter of it.
TITLE, LEAD, BODY = 16, 6, 4
_ACROSS = 4
_LEVELS = 31  # of weight in a posting, four for each doubling
TITLE_BIT = 32
LONGEST = 30_000  # characters of a text that are indexed

_LATIN = re.compile(r"[a-z0-9]+(?:[.\-&'/+][a-z0-9]+)*")
_PART = re.compile(r"[a-z]+|[0-9]+")
_HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff〇]+")
_WIDE = re.compile("[\uff01-\uff5e\u3000]")
_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20}


def fold(text: str) -> str:
    """Return a text as search compares it: half width, lower case, simplified; of the same length."""
    narrow = text.translate(_WIDTH) if _WIDE.search(text) else text
    folded = _fold(narrow)
    # Few words change length by folding; only the lines that hold one stay as they are.
    return folded if len(folded) == len(text) else "\n".join(map(_fold_line, narrow.split("\n")))


def _fold(text: str) -> str:
    return zhconv_rs.zhconv(text.lower(), "zh-cn")


def _fold_line(line: str) -> str:
    folded = _fold(line)
    return folded if len(folded) == len(line) else line


def is_han(text: str) -> bool:
    """Tell whether a text is all Chinese characters."""
    return _HAN.fullmatch(text) is not None


@lru_cache(maxsize=4096)  # years and other numbers, names of brands, pinyin of bodies come again and again
def named(name: str) -> int:
    """Return the term of a Latin word, a number, or a word of a field (`r:河南`)."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "little")


def year_term(year: int) -> int:
    """Return the term of a year that a document is of, whether its words say so or not."""
    return named(f"d:{year}")


def _scatter(codes: Terms) -> Terms:
    """Spread codes evenly (the finaliser of splitmix64): the low bits choose the page of a term."""
    codes = (codes ^ (codes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    codes = (codes ^ (codes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return codes ^ (codes >> np.uint64(31))


def _codes(text: str) -> Terms:
    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)


def han_terms(word: str) -> list[int]:
    """Return the terms that a run of Chinese characters needs: its pairs, or its one character."""
    codes = _codes(word)
    if len(codes) == 1:
        return [int(_scatter(codes)[0])]
    pairs = _scatter(codes[:-1] << np.uint64(21) | codes[1:])
    return list(dict.fromkeys(int(pair) for pair in pairs))


def terms_of(folded: str) -> list[int]:
    """Return every term that a typed word, already folded, needs in a document."""
    found: list[int] = []
    for run in _HAN.findall(folded):
        found += han_terms(run)
    found += [named(token) for token in _LATIN.findall(folded)]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def field_terms(namespace: str, value: str) -> tuple[int, ...]:
    """Return the terms of a field's words, apart from those of the text: pairs of 主办:协会 and so on."""
    folded = fold(value)
    found: list[str] = list(_LATIN.findall(folded))
    for run in _HAN.findall(folded):
        found += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
    return tuple(named(f"{namespace}:{part}") for part in dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A document's terms with a byte each: five bits of weight and one for the title."""

    terms: Terms
    values: NDArray[np.uint8]
    length: int

    def dump(self) -> bytes:
        """Write it for the tail of the index."""
        return self.terms.astype("<u8").tobytes() + self.values.tobytes()

    def marked(self, marks: Iterable[int]) -> Weighed:
        """Add terms of fields, which only filter; none of them is a text's."""
        added = np.array(list(set(marks)), np.uint64)
        values = np.append(self.values, np.zeros(len(added), np.uint8))
        return Weighed(np.append(self.terms, added), values, self.length)


def undump(data: bytes) -> tuple[Terms, NDArray[np.uint8]]:
    """Read a document's terms and values back."""
    count = len(data) // 9
    return np.frombuffer(data, "<u8", count), np.frombuffer(data, np.uint8, count, 8 * count)


def weigh(title: str, text: str) -> Weighed:
    """Make the terms of a document.

    Args:
        title: an article's title, or a record's name and aliases.
        text: the body; its first paragraph counts a little more.
    """
    folded = fold(f"{title}\n{text[:LONGEST]}")
    body = len(title) + 1
    lead = folded.find("\n", body)
    lead = len(folded) if lead < 0 else lead
    fields = np.repeat(_FIELDS, (body, lead - body, len(folded) - lead))
    codes, places, whole = _occurrences(folded)
    order = codes.argsort()
    codes, amounts = codes[order], _WEIGHTS.take(fields[places] + whole)[order]
    first = np.flatnonzero(np.append(True, codes[1:] != codes[:-1])) if len(codes) else order
    sums = np.add.reduceat(amounts, first) if len(codes) else amounts
    levels = _LEVEL_OF.take(sums & _SUM, mode="clip") | TITLE_BIT * (sums > _SUM).astype(np.uint8)
    terms = codes[first]
    return Weighed(terms, levels, min(len(title) + len(text), 65535))


def amounts() -> NDArray[np.float64]:
    """Return the number of occurrences in a body that each level of weight stands for."""
    return 2.0 ** (np.arange(_LEVELS + 1) / 4) / BODY


# What an occurrence counts, in quarters: in each field across two words, then as a word; in the title it says so too.
_FIELDS = np.array([0, 2, 4], np.uint8)
_SUM = (1 << 32) - 1
_WEIGHTS = np.array([count * part for count in (TITLE, LEAD, BODY) for part in (1, _ACROSS)], np.int64)
_WEIGHTS[:2] |= _SUM + 1
_LEVEL_OF = np.minimum(
    _LEVELS, np.rint(4 * np.log2(np.maximum(_ACROSS, np.arange(_ACROSS << 8)) / _ACROSS))
).astype(np.uint8)


def _occurrences(folded: str) -> tuple[Terms, NDArray[np.int64], NDArray[np.uint8]]:
    """Return every term of a text, once for each occurrence, with where it stands and whether as a word."""
    codes = _codes(folded)
    han = _IS_HAN.take(codes, mode="clip")
    starts = np.zeros(len(codes) + 1, dtype=bool)
    starts[0] = True
    starts[np.fromiter(map(len, words(folded)), np.int64).cumsum()] = True
    one = np.flatnonzero(han)
    two = np.flatnonzero(han[:-1] & han[1:])
    terms = _scatter(np.concatenate([codes[one], codes[two] << np.uint64(21) | codes[two + 1]]))
    whole = np.concatenate([(starts[:-1] & starts[1:])[one], ~starts[two + 1]]).view(np.uint8)
    places = np.concatenate([one, two])
    if not (latin := list(_latin(folded))):
        return terms, places, whole
    names = np.array([named(token) for _, token in latin], dtype=np.uint64)
    at = np.array([place for place, _ in latin])
    return (
        np.concatenate([terms, names]),
        np.concatenate([places, at]),
        np.append(whole, np.ones(len(at), np.uint8)),
    )


# Looked up by code: comparing every character with the bounds of the blocks takes several times as long.
_IS_HAN = np.zeros(0x40001, dtype=bool)
for _first, _last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)):
    _IS_HAN[_first : _last + 1] = True
_IS_HAN[ord("〇")] = True


def _latin(folded: str) -> Iterator[tuple[int, str]]:
    for match in _LATIN.finditer(folded):
        yield match.start(), match[0]
        parts = _PART.findall(match[0])
        if len(parts) > 1:
            yield from ((match.start(), part) for part in parts)


def units(folded: str) -> tuple[str, ...]:
    """Cut a typed word, already folded, into the units that a document must hold.

    Chinese is cut as jieba cuts it, single characters joined to a neighbour: a name that jieba
    takes apart (郑念 华) is wanted whole. Latin words and numbers stand alone.
    """
    found: list[str] = []
    for run in re.findall(f"{_HAN.pattern}|{_LATIN.pattern}", folded):
        found += _joined([small for piece in words(run) for small in _small(piece)]) if is_han(run) else [run]
    return tuple(dict.fromkeys(found))


def _small(piece: str) -> Iterator[str]:
    """Take a long word apart into the dictionary's words it is made of: 服装协会 into 服装 and 协会."""
    known = {word for word in cut_for_search(piece) if len(word) < len(piece)} if len(piece) > 3 else set()
    at = 0
    while at < len(piece) and known:
        size = next((size for size in (3, 2) if piece[at : at + size] in known), 1)
        yield piece[at : at + size]
        at += size
    if not known:
        yield piece


def spoken(folded: str) -> tuple[str, ...]:
    """Return every word in a folded name: the units, and the dictionary's words that overlap in it."""
    return tuple(dict.fromkeys((*units(folded), *cut_for_search(folded))))


def _joined(pieces: Sequence[str]) -> list[str]:
    found: list[str] = []
    joining = False
    for before, piece, after in zip(("", *pieces), pieces, (*pieces[1:], ""), strict=False):
        if piece in _PARTICLES and len(before) > 1 and len(after) != 1:
            joining = False  # 杭州的展会: nothing hangs on it
        elif joining and (len(piece) == 1 or len(found[-1]) == 1):
            found[-1] += piece
        else:
            found.append(piece)
            joining = True
    return found


_PARTICLES = frozenset("的在有和与及")
