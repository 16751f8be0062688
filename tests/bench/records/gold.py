"""The annotated articles and how they are read from their files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.records.model import Record

HERE = Path(__file__).parent
DEV, PHRASING, HELDOUT, MERGE = (HERE / f"{name}.jsonl" for name in ("dev", "phrasing", "heldout", "merge"))
_OURS = ("optional", "optional_fields", "kind_alt", "group")


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """A record as a careful reader would give it, and how far another careful reader may differ.

    ``record.parent`` holds the parent's name, since names are all that an annotator knows.
    ``optional`` costs nothing when missed and earns nothing when found; ``optional_fields`` are not scored.
    """

    record: Record
    optional: bool = False
    optional_fields: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    group: str | None = None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text with what its page tells beside it, and its records."""

    id: str
    text: str
    published: str | None
    title: str | None = None
    outlet: str | None = None
    style: str = ""
    phenomena: tuple[str, ...] = ()
    records: tuple[GoldRecord, ...] = ()

    @property
    def negative(self) -> bool:
        """Whether a reader who finds nothing here is right."""
        return all(gold.optional for gold in self.records)


def _record(row: Mapping[str, Any]) -> GoldRecord:
    plain = {key: value for key, value in row.items() if key not in _OURS}
    place = dict(plain.get("place") or {})
    others = place.pop("alt", [])
    shaped = {"id": "", **plain, "place": place or None}
    return GoldRecord(
        record=Record.from_json(shaped),
        optional=row.get("optional", False),
        optional_fields=frozenset(row.get("optional_fields", ())),
        kinds=frozenset({row["kind"], *row.get("kind_alt", ())}),
        places=tuple(text for text in (place.get("text"), *others) if text),
        group=row.get("group"),
    )


def article(row: Mapping[str, Any]) -> GoldArticle:
    """Shape one line of a golden file.

    Args:
        row: the line's JSON object; the package's README says its keys.

    Returns:
        The article with its gold records.
    """
    return GoldArticle(
        id=row["id"],
        text=row["text"],
        published=row.get("published"),
        title=row.get("title"),
        outlet=row.get("outlet"),
        style=row.get("style", ""),
        phenomena=tuple(row.get("phenomena", ())),
        records=tuple(_record(r) for r in row["records"]),
    )


def load(path: Path) -> list[GoldArticle]:
    """Read a golden file, a JSON object a line."""
    with path.open(encoding="utf8") as lines:
        return [article(json.loads(line)) for line in lines if line.strip()]
