"""Provinces, cities and cluster towns of the trade, read once from data/regions.csv."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "regions.csv"


@dataclass(frozen=True, slots=True)
class Region:
    """A row of regions.csv: the name, its level, and the province and city (short forms) it lies in."""

    name: str
    short: str
    level: str
    province: str
    city: str | None
    ambiguous: bool


@cache
def regions() -> tuple[Region, ...]:
    """Return every region, provinces first."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Region(
                row["name"],
                row["short"],
                row["level"],
                row["province_short"],
                row["city"] or None,
                bool(row["ambiguous"]),
            )
            for row in csv.DictReader(file)
        )


@cache
def _by_name() -> dict[str, Region]:
    found: dict[str, Region] = {}
    for region in regions():
        if not region.ambiguous:
            found.setdefault(region.name, region)
            found.setdefault(region.short, region)
    return found


@cache
def _leading() -> re.Pattern[str]:
    names = sorted(_by_name(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


def region_of(name: str) -> str | None:
    """Return the province (short form) that a body's or place's name begins with, None where it tells none.

    Args:
        name: such as 河南省服装行业协会, 虎门镇人民政府 or 浙江.
    """
    match = _leading().match(name)
    return _by_name()[match.group()].province if match else None
