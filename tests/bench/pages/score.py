"""Scores what was read off a page against what stands there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import zhconv_rs

from tests.bench.pages.gold import GoldList, GoldPage

GOOD = 0.95  # body F1 from which a page counts as read
_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[)）]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a page; None is a thing that it does not give."""

    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one page, 0 to 1; None where the page says nothing about it."""

    id: str
    f1: float
    include: float
    exclude: float | None
    title: float | None
    date: float | None
    outlet: float | None
    author: float | None

    @property
    def good(self) -> float:
        """Whether the body counts as read."""
        return float(self.f1 >= GOOD)


FIGURES = ("f1", "good", "include", "exclude", "title", "date", "outlet", "author")


def fold(text: str | None) -> str:
    """One comparable form: simplified script, no space, no inserted pinyin."""
    return re.sub(r"\s+", "", zhconv_rs.zhconv(_PINYIN.sub("", text or ""), "zh-cn"))


def _bigrams(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1))


def body_f1(got: str, want: str) -> float:
    """Harmonic mean of precision and recall over character bigrams, 0 to 1."""
    one, two = _bigrams(fold(got)), _bigrams(fold(want))
    both = (one & two).total()
    return 2 * both / (one.total() + two.total()) if both else 0.0


def _share(hits: Sequence[bool]) -> float | None:
    return sum(hits) / len(hits) if hits else None


def _same(got: str | None, want: str | None) -> float | None:
    return float(fold(got) == fold(want)) if want else None


def mark(gold: GoldPage, got: Reading) -> Marks:
    """Mark one page."""
    body = fold(got.text)
    return Marks(
        gold.id,
        body_f1(got.text, gold.text),
        _share([fold(piece) in body for piece in gold.include]) or 0.0,
        _share([fold(piece) not in body for piece in gold.exclude]),
        _same(got.title, gold.title),
        _same((got.published or "")[:10], gold.published),
        _same(got.outlet, gold.outlet),
        _same(got.author, gold.author),
    )


def averages(marks: Sequence[Marks]) -> dict[str, float]:
    """Average each figure over the pages that have it."""
    columns = {name: [v for m in marks if (v := getattr(m, name)) is not None] for name in FIGURES}
    return {name: fmean(values) for name, values in columns.items() if values}


def bare(url: str) -> str:
    """One comparable form of an address."""
    return re.sub(r"^https?://", "", (url or "").split("#")[0].strip()).rstrip("/")


def mark_links(gold: GoldList, urls: Sequence[str]) -> tuple[float, float]:
    """Return precision and recall of the links found on a list page."""
    found, good = {bare(url) for url in urls}, {bare(url) for url in gold.articles}
    wrong = found - good if gold.others is None else found & {bare(url) for url in gold.others}
    hits = len(found & good)
    return hits / max(1, hits + len(wrong)), hits / len(good)
