"""What comes nearest to a question that nothing answers: words spelt otherwise, phrases taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from sqlalchemy import Connection, select

from bot.store import index, registry
from bot.store.index import HELD, Snapshot
from bot.store.query import KIND_NAMES, HitKind, Query, Word
from bot.store.registry import pinyin
from bot.store.schema import appearance, article, record
from bot.store.tokens import fold, is_han, spoken, terms_of, units

_NEWEST = 5000  # titles and names that the vocabulary is taken from


def relaxed(query: Query) -> Query:
    """Take the phrases of a query apart."""
    words = (Word(word.text) for group in query.groups for word in group)
    return replace(query, groups=tuple((word,) for word in words))


def of_kinds(query: Query) -> tuple[Query, str] | None:
    """Take words that name a kind for the kind: 纺织 规划 for the plans of whatever name that hold 纺织.

    Returns:
        The query, and in Chinese how it was taken; None where no word names a kind.
    """
    groups: list[tuple[Word, ...]] = []
    kinds: list[HitKind] = []
    for group in query.groups:
        plain = len(group) == 1 and not group[0].exact
        names = [unit for unit in units(group[0].text) if unit in KIND_NAMES] if plain else []
        kinds += [KIND_NAMES[name] for name in names]
        rest = " ".join(re.split("|".join(names), group[0].text)).split() if names else None
        groups += [group] if rest is None else [(Word(text),) for text in rest]
    if not kinds:
        return None
    said = "、".join(dict.fromkeys(_KIND_FIELDS[kind] for kind in kinds))
    taken = replace(query, groups=tuple(groups), kinds=tuple(dict.fromkeys((*query.kinds, *kinds))))
    return taken, f"没有同时符合全部词语的内容，以下按 {said} 查找"


_KIND_FIELDS = {kind: f"类型:{name}" for name, kind in reversed([*KIND_NAMES.items()])}


def corrected(connection: Connection, snapshot: Snapshot, query: Query) -> tuple[Query, str | None]:
    """Replace words that stand nowhere by the nearest that do.

    Returns:
        The query, and in Chinese what was replaced; the query itself where nothing was.
    """
    if names := registry.spelt(connection, ["".join(word.text for group in query.groups for word in group)]):
        return replace(query, groups=(tuple(Word(name) for name in names),)), None
    typed = {unit for group in query.groups for word in group for unit in units(word.text)}
    unknown = _unknown(connection, snapshot, typed)
    if not unknown:
        return query, None
    vocabulary = _spelt(tuple(_names(connection)))
    found = {unit: other for unit in unknown if (other := _closest(unit, vocabulary) or _apart(unit))}
    if not found:
        return query, None
    groups = tuple(
        tuple(replace(word, text=_replaced(word.text, found)) for word in group) for group in query.groups
    )
    said = "、".join(f"“{unit}”" for unit in found)
    instead = "、".join(f"“{other}”" for other in found.values())
    return replace(query, groups=groups), f"没有找到{said}，以下是{instead}的结果"


def _unknown(connection: Connection, snapshot: Snapshot, typed: set[str]) -> list[str]:
    """Return the units of which no living document holds every term."""
    terms = {unit: terms_of(unit) for unit in typed}
    read = index.columns(connection, snapshot, chain(*terms.values()))
    standing = {term for term, column in read.items() if (snapshot.alive & (column >= HELD)).any()}
    return sorted(unit for unit, mine in terms.items() if not standing.issuperset(mine))


def _replaced(text: str, found: dict[str, str]) -> str:
    for unit, other in found.items():
        text = text.replace(unit, other)
    return text


def _closest(unit: str, vocabulary: dict[str, str]) -> str | None:
    """Return the word that sounds the same or is spelt so in pinyin, else the one that differs by a stroke of the key."""
    if (is_han(unit) or unit.isalpha()) and len(unit) > 1 and (sounding := vocabulary.get(pinyin(unit))):
        return sounding
    allowed = 1 if len(unit) < 5 else 2
    if len(unit) < 3:
        return None
    best = process.extractOne(
        unit, sorted(vocabulary.values()), scorer=DamerauLevenshtein.distance, score_cutoff=allowed
    )
    return best[0] if best else None


def _apart(unit: str) -> str | None:
    """Write a Latin name by its parts, as another may have joined them: s206c for S-206C."""
    parts = re.findall("[a-z]+|[0-9]+", unit)
    return " ".join(parts) if len(parts) > 1 else None


@lru_cache(maxsize=2)
def _spelt(names: tuple[str, ...]) -> dict[str, str]:
    words = dict.fromkeys(
        unit for name in names for unit in (*spoken(fold(name)), fold(name)) if len(unit) > 1
    )
    return {pinyin(word): word for word in reversed(words) if len(word) <= 24}


def _names(connection: Connection) -> Iterator[str]:
    yield from connection.scalars(
        select(record.c.name).order_by(record.c.last_seen.desc(), record.c.id).limit(_NEWEST)
    )
    yield from connection.scalars(
        select(appearance.c.name).distinct().order_by(appearance.c.name).limit(_NEWEST)
    )
    employer = appearance.c.organisation  # of a post: it may stand in no record itself
    yield from connection.scalars(
        select(employer).where(employer.is_not(None)).distinct().order_by(employer).limit(_NEWEST)
    )
    yield from connection.scalars(
        select(article.c.title).order_by(article.c.first_seen.desc(), article.c.id).limit(_NEWEST)
    )
