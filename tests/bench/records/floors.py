"""The figures that must not fall: the lowest that each set may give, kept in floors.toml and only ever raised."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping

from tests.bench.records import generate, merging
from tests.bench.records.gold import DEV, HELDOUT, HERE, MERGE, PHRASING, GoldArticle, load
from tests.bench.records.score import Found, figures, score

FILE = HERE / "floors.toml"
WATCHED = (
    "records meeting",
    "records plan",
    "records event",
    "records all",
    "start exact",
    "end exact",
    "deadline",
    "place",
    "organisers",
    "issuers",
    "people by name",
    "people with title",
    "items of a plan",
    "status",
    "negatives without a false record",
    "evidence offsets",
)
SLACK = 0.03  # a floor stands this far under what was measured: one article of a small set may turn
Figures = dict[str, dict[str, float]]


def measure(reader: Callable[[GoldArticle], Found]) -> Figures:
    """Run every set through the product.

    Args:
        reader: what takes an article to its records.

    Returns:
        By set, the watched figures, 0 to 1, higher being better.
    """
    sets = {"dev": load(DEV), "phrasing": load(PHRASING), "heldout": load(HELDOUT)}
    sets |= {f"generated-{group}": generate.articles(300, 1, group) for group in generate.GROUPS}
    measured = {}
    for name, articles in sets.items():
        all_figures = figures(score(articles, [reader(article) for article in articles]))
        measured[name] = {key: all_figures[key] for key in WATCHED if key in all_figures}
    for name, articles in {"merge": load(MERGE), "merge-generated": generate.retold(60, 1, "open")}.items():
        pairs = merging.stored_pairs(articles, [reader(article) for article in articles])
        tally = merging.pairwise(pairs, merging.one_in_store)
        measured[name] = {"precision": tally.precision, "recall": tally.recall}
    return measured


def read() -> Figures:
    """The floors as they stand."""
    return tomllib.loads(FILE.read_text(encoding="utf8")) if FILE.exists() else {}


def fallen(measured: Figures, floors: Figures) -> list[str]:
    """The figures that are under their floor, a line each."""
    return [
        f"{name}: {key} {measured.get(name, {}).get(key, 0.0):.3f} < {floor:.2f}"
        for name, wanted in floors.items()
        for key, floor in wanted.items()
        if measured.get(name, {}).get(key, 0.0) < floor
    ]


def lifted(measured: Figures, floors: Figures) -> Figures:
    """The floors raised to a little under what was measured; none is lowered."""
    return {
        name: {
            key: max(round(max(value - SLACK, 0.0), 2), floors.get(name, {}).get(key, 0.0))
            for key, value in got.items()
        }
        for name, got in measured.items()
    }


def write(floors: Mapping[str, Mapping[str, float]]) -> None:
    """Keep the floors, a table a set."""
    lines = [
        "# Raised by `python -m tests.bench.records floors --raise`; a set that gains articles drops its table first."
    ]
    for name, wanted in floors.items():
        lines += ["", f"[{name}]", *(f'"{key}" = {floor:.2f}' for key, floor in wanted.items())]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf8")
