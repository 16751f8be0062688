"""What the golden pages must at least give, in a file that only rises."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from tests.bench.pages.gold import articles
from tests.bench.pages.peers import ours
from tests.bench.pages.score import FIGURES, Marks, averages, mark

PATH = Path(__file__).parent / "floors.toml"
HEAD = "# Raised by `python -m tests.bench.pages --floors --raise`; nothing here is ever lowered.\n"
STEP = 1000  # floors are kept to a thousandth, rounded down


@lru_cache(maxsize=1)
def measured() -> Mapping[str, Marks]:
    """Mark every golden page once."""
    return {gold.id: mark(gold, ours(gold.page)) for gold in articles()}


def faults(marks: Marks) -> list[str]:
    """Name what is not wholly right on a page."""
    return [
        name for name in FIGURES if (value := getattr(marks, name)) is not None and value < 1 and name != "f1"
    ]


def below(figures: Mapping[str, float], kept: Mapping[str, float]) -> list[str]:
    """Say which figures fell under their floor."""
    return [
        f"{name} {figures.get(name, 0):.4f} < {floor}"
        for name, floor in kept.items()
        if figures.get(name, 0) < floor
    ]


def read(text: str) -> Mapping[str, Mapping]:
    """Read floors: ``all`` by figure, ``pages`` by id with the body's F1, ``faults`` known by id."""
    return {"all": {}, "pages": {}, "faults": {}} | tomllib.loads(text)


def kept() -> Mapping[str, Mapping]:
    """Read the floors that are kept."""
    return read(PATH.read_text("utf-8") if PATH.exists() else "")


def _down(value: float) -> float:
    return math.floor(value * STEP) / STEP


def raised(old: Mapping[str, Mapping], marks: Mapping[str, Marks]) -> str:
    """Return the floors' file with every figure at least as high as it was and no fault that was not known."""
    figures = averages(list(marks.values()))
    lines = [HEAD, "[all]"]
    lines += [f"{name} = {max(_down(value), old['all'].get(name, 0)):.3f}" for name, value in figures.items()]
    lines += ["", "[pages]"]
    lines += [f"{name} = {max(_down(m.f1), old['pages'].get(name, 0)):.3f}" for name, m in marks.items()]
    lines += ["", "[faults]"]
    for name, m in marks.items():
        known = [f for f in faults(m) if name not in old["pages"] or f in old["faults"].get(name, [])]
        lines += [f"{name} = {known}".replace("'", '"')] if known else []
    return "\n".join(lines) + "\n"


def _report(problems: Sequence[str]) -> int:
    print("\n".join(problems) or "every floor holds")
    return int(bool(problems))


def main(*, lift: bool) -> int:
    """Check the floors, or raise them; returns the exit code."""
    if lift:
        PATH.write_text(raised(kept(), measured()), "utf-8")
        return 0
    figures, floor = averages(list(measured().values())), kept()
    return _report(
        below(figures, floor["all"]) + below({k: m.f1 for k, m in measured().items()}, floor["pages"])
    )
