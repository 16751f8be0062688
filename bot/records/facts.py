"""A fact on its way into a record: the field, the value, the words it was read from and the rule that read it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from bot.records.model import Evidence, Kind, Record, Series
from bot.records.naming.editions import ordinal_of, year_of
from bot.records.text import flat

_MANY = frozenset({"aliases", "organisations", "people", "items", "figures"})


class Fact(NamedTuple):
    """One value of one record field (the field's name in the contract) and its words ``text[begin:end]``."""

    field: str
    value: Any
    begin: int
    end: int
    rule: str


class Draft(NamedTuple):
    """A record before it has its shape: what it is and the facts read for it, the best of a field first."""

    kind: Kind
    name: str
    facts: tuple[Fact, ...]
    parent: str | None = None
    confidence: float = 0.0

    def first(self, field: str) -> Fact | None:
        """Return the first fact of a field."""
        return next((f for f in self.facts if f.field == field), None)


_BROKEN = re.compile(r"(?<=[一-鿿])[ \t\u3000](?=[一-鿿])")  # a title set over two lines: 近期行动 计划
_SIGNS = re.compile(r"[^0-9A-Za-z一-鿿]+")


@lru_cache(maxsize=64)
def record_id(kind: Kind, name: str, start: str | None) -> str:
    """Name a record: sixteen hex digits of its kind, its name without signs, and its edition or year."""
    told = ordinal_of(name) or year_of(name)
    year = "" if told or not start or start.startswith("-") else start[:4]
    letters = _SIGNS.sub("", flat(name))
    return hashlib.sha256(f"{kind}|{letters}|{year}".encode()).hexdigest()[:16]


def shaped(draft: Draft, text: str, article: str) -> Record:
    """Give a draft the shape of a record, every set field with its evidence.

    Args:
        draft: the facts; the first of a single-valued field wins, list fields keep all in order.
        text: the article's clean text, which the facts' offsets refer to.
        article: the article's id, or empty.
    """
    values: dict[str, Any] = {}
    evidence: list[Evidence] = []
    for fact in draft.facts:
        if fact.field in _MANY:
            if fact.value in values.get(fact.field, ()):
                continue
            values[fact.field] = (*values.get(fact.field, ()), fact.value)
        elif fact.field in values and fact.field != "name":
            continue
        else:
            values[fact.field] = fact.value
        evidence.append(Evidence(fact.field, text[fact.begin : fact.end], fact.begin, fact.end))
    values["name"] = _BROKEN.sub("", draft.name) if draft.kind == "plan" else draft.name
    values.setdefault("series", Series())
    return Record(
        id=record_id(draft.kind, draft.name, values.get("start")),
        kind=draft.kind,
        parent=draft.parent,
        evidence=tuple(_once(evidence)),
        articles=(article,) if article else (),
        confidence=round(draft.confidence, 2),
        **values,
    )


def _once(evidence: Sequence[Evidence]) -> Iterable[Evidence]:
    return dict.fromkeys(evidence)
