"""Repeats (重复): the same article published elsewhere, and paragraphs that every page of a site carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from scrapers.clean import fold, simplify

_WIDTH = 5
_CHARACTERS = 0x30000  # of all planes with scripts
_ROWS = 4  # minima in a band
_AT_ONCE = 4096  # 5-grams: what is worked on stays in the processor's cache
_SPREAD, _FAR = np.uint32(0x9E3779B1), np.uint64(0x9E3779B97F4A7C15)  # the golden section of a word, odd
_MIDDLE, _HALF, _UNUSED = np.uint32(15), np.uint64(32), np.uint64(4)  # bits


@lru_cache(maxsize=256)  # of form letters the same ones are compared with again and again
def shingles(text: str) -> NDArray[np.uint32]:
    """Return the numbers of a text's different character 5-grams in order, blanks, marks and script folded."""
    codes = letters(text)
    if not len(codes):
        return codes
    grams = np.sort(_grams(codes))
    return grams.compress(np.append(True, grams[1:] != grams[:-1]))


def similarity(a: str, b: str) -> float:
    """Return the Jaccard similarity of two texts' character 5-grams, 0 to 1."""
    left, right = shingles(a), shingles(b)
    joined = np.sort(np.concatenate((left, right)), kind="stable")  # two runs, each in order: merged at once
    both = int(np.count_nonzero(joined[1:] == joined[:-1]))
    return both / (len(joined) - both) if len(joined) else 0.0


def is_similar(a: str, b: str, least: float) -> bool:
    """Tell whether two texts' similarity is so much; where one is much the longer, without comparing them."""
    shorter, longer = sorted((len(shingles(a)), len(shingles(b))))
    return shorter >= least * longer and similarity(a, b) >= least


@lru_cache(maxsize=8)
def letters(text: str) -> NDArray[np.uint32]:
    """Return the codes of a text's letters, each folded by itself: what agrees in copies, many times faster than `fold`."""
    typed = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)
    codes: NDArray[np.uint32] = _table().take(typed, mode="clip")
    return codes.compress(codes != 0)


@cache
def _table() -> NDArray[np.uint32]:
    """Return for every character the code it is folded to, 0 for blanks and marks."""
    table = np.zeros(_CHARACTERS, np.uint32)
    signs = [sign for sign in map(chr, range(_CHARACTERS - 1)) if sign.isalnum()]
    plain = simplify("，".join(signs)).split("，")  # parted, or they would be read as words
    folded = [min(one.lower(), one, key=len) for one in plain]
    table[[*map(ord, signs)]] = [*map(ord, folded)]
    return table


def signature(text: str, bands: int = 32) -> list[int]:
    """Return a near-duplicate signature: band keys of 60 bits; texts that share one are candidates for `similarity`.

    A band joins the least of four permutations of the text's 5-grams (MinHash): of two texts of Jaccard
    similarity s, one of `bands` is shared with probability 1 - (1 - s^4)^bands.

    Args:
        text: plain text.
        bands: how many are wanted.
    """
    grams, keys = _grams(letters(text)), _keys(bands * _ROWS)
    low = keys.astype(np.uint32)[:, np.newaxis]
    least = np.full(bands * _ROWS, np.iinfo(np.uint32).max, np.uint32)
    for start in range(0, len(grams), _AT_ONCE):
        least = np.minimum(least, ((grams[start : start + _AT_ONCE] ^ low) * _SPREAD).min(axis=1))
    joined = (least * keys).reshape(bands, _ROWS).sum(axis=1)
    return [int(key) for key in _mixed(joined) >> _UNUSED]


@cache
def _keys(count: int) -> NDArray[np.uint64]:
    """Return a number of its own for each permutation."""
    return _mixed(np.arange(1, count + 1, dtype=np.uint64))


def _grams(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Number the 5-grams of a text's letters; a shorter one is one gram."""
    codes = np.pad(codes, (0, _WIDTH - len(codes))) if len(codes) < _WIDTH else codes
    grams = np.zeros(len(codes) - _WIDTH + 1, np.uint32)
    for place in range(_WIDTH):
        grams = grams * _SPREAD + codes[place : place + len(grams)]
    return grams ^ grams >> _MIDDLE


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread numbers evenly, the same on every machine."""
    for _ in range(2):
        numbers = (numbers ^ numbers >> _HALF) * _FAR
    return numbers ^ numbers >> _HALF


def learn_boilerplate(bodies: Sequence[str], *, share: float = 0.5, least: int = 3) -> tuple[str, ...]:
    """Return the paragraphs that recur on a source's pages, in the order they were first met.

    Args:
        bodies: texts of different articles of one source.
        share: of the bodies, how many must carry a paragraph.
        least: and at least so many.
    """
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for body in bodies:
        paragraphs = {fold(line): line for line in body.split("\n") if fold(line)}
        counts.update(paragraphs.keys())
        words = {**paragraphs, **words}
    enough = max(least, share * len(bodies))
    return tuple(words[key] for key, count in counts.items() if count >= enough)
