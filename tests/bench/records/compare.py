"""When two names, places, dates or people written differently count as the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from zhconv_rs import zhconv

from bot.records.model import Person, Post, Record
from tests.bench.records.gold import GoldRecord

NAME_OK = 0.5  # names this alike are one record
NAME_WEAK = 0.2  # ... or this alike, when date and place agree too
ENTITY_OK = 0.8  # organisations
TITLE_OK = 0.6  # a person's title or organisation
PHRASE_OK = 0.5  # measures, resolutions
_PINYIN = re.compile(r"\([a-zàáâãèéêìíòóôùúüāēěīńňōūǎǐǒǔǖǘǚǜǹḿ]{1,7} ?\)")

Part = Literal["title", "organisation"]
Verdict = Literal["exact", "partial", "wrong", "missing", "spurious", "none"]


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """One comparable form: width, script, inserted pinyin and punctuation out of the way."""
    plain = _PINYIN.sub("", unicodedata.normalize("NFKC", text))
    return "".join(c for c in zhconv(plain, "zh-cn").lower() if unicodedata.category(c)[0] in "LN")


def _bigrams(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(max(1, len(text) - 1)))


@lru_cache(maxsize=262144)
def similarity(one: str, two: str) -> float:
    """Bigram F1 of the folded strings, 0 to 1; a long name inside the other counts 0.75."""
    a, b = fold(one), fold(two)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    left, right = _bigrams(a), _bigrams(b)
    score = 2 * (left & right).total() / (left.total() + right.total())
    short, long = sorted((a, b), key=len)
    inside = len(short) >= 6 and short in long and len(short) / len(long) >= 0.4
    return max(score, 0.75) if inside else score


def name_likeness(gold: GoldRecord, found: Record) -> float:
    """How alike the found name is to the best of the gold's names."""
    return max(similarity(name, found.name) for name in (gold.record.name, *gold.record.aliases))


def place_agrees(gold: GoldRecord, found: Record) -> bool:
    """Whether the found place is one a reader would accept."""
    mine = fold(found.place.text) if found.place else ""
    others = [fold(text) for text in gold.places]
    return bool(mine) and any(
        other in mine or mine in other or similarity(other, mine) >= 0.5 for other in others if other
    )


def date_verdict(want: str | None, got: str | None) -> Verdict:
    """Judge a date; a year left off or guessed, or another precision, is partial."""
    if not want:
        return "spurious" if got else "none"
    if not got:
        return "missing"
    got = got if got.startswith("--") else got[:10]
    if got == want:
        return "exact"
    nested = want.startswith(got) or got.startswith(want)
    same_day = len(want) >= 7 and len(got) >= 7 and want[-5:] == got[-5:]
    return "partial" if nested or same_day else "wrong"


def told_of(person: Person, part: Part) -> list[str]:
    """The organisations or titles of a person's posts, those that are told."""
    return [value for post in person.posts if (value := getattr(post, part))]


def bodies_agree(want: Person, got: Person) -> bool:
    """Whether some body of the person's posts was found."""
    found = told_of(got, "organisation")
    return any(similarity(w, g) >= TITLE_OK for w in told_of(want, "organisation") for g in found)


def titles_agree(want: Person, got: Person) -> bool:
    """Whether each title was found, wherever the cut before it was made: 县委|书记 is 县|县委书记, but 会长 is not 副会长."""
    joined = [Post(None, "、".join(told_of(person, "title"))) for person in (want, got)]
    one_by_one = all(any(_same_title(w, g) for g in got.posts if g.title) for w in want.posts if w.title)
    return one_by_one or _same_title(*joined)


def _same_title(want: Post, got: Post) -> bool:
    one, two = fold(want.title or ""), fold(got.title or "")
    left, right = (fold((post.organisation or "") + (post.title or "")) for post in (want, got))
    alike = similarity(one, two) >= TITLE_OK and ("副" in one) == ("副" in two)
    return alike or (two.endswith(one) and left.endswith(two)) or (one.endswith(two) and right.endswith(one))


def matched(want: Sequence[str], got: Sequence[str], threshold: float) -> list[tuple[int, int]]:
    """Pair two lists of phrases one to one, the most alike first; index pairs."""
    ranked = sorted(((-similarity(w, g), i, j) for i, w in enumerate(want) for j, g in enumerate(got)))
    return _one_to_one([(i, j) for score, i, j in ranked if -score >= threshold])


def aligned(gold: Sequence[GoldRecord], found: Sequence[Record]) -> list[tuple[int, int]]:
    """Pair gold with found records one to one, the surest first; index pairs."""
    options = []
    for i, wanted in enumerate(gold):
        for j, record in enumerate(found):
            likeness = name_likeness(wanted, record) if record.kind in wanted.kinds else 0.0
            verdict = date_verdict(wanted.record.start, record.start)
            both = verdict == "exact" and place_agrees(wanted, record)
            if likeness >= NAME_OK or (both and likeness >= NAME_WEAK):
                bonus = (
                    {"exact": 0.15, "partial": 0.05}.get(verdict, 0.0) + 0.15 * both - 0.02 * wanted.optional
                )
                options.append((-likeness - bonus, i, j))
    return _one_to_one([(i, j) for _, i, j in sorted(options)])


def _one_to_one(ranked: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    left: set[int] = set()
    right: set[int] = set()
    for i, j in ranked:
        if i not in left and j not in right:
            pairs.append((i, j))
            left.add(i)
            right.add(j)
    return pairs
