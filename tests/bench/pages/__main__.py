"""Reads the golden pages with our reader and every peer installed, and prints quality and speed side by side.

python -m tests.bench.pages [--shared] [--folder DIR] [--errors N] [--only NAME ...]
python -m tests.bench.pages --floors [--raise]
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean

from tests.bench.pages import floors
from tests.bench.pages.gold import GoldList, GoldPage, articles, lists, shared_articles, shared_lists
from tests.bench.pages.peers import LINK_PEERS, PEERS, LinkReader, Reader, installed, our_links, ours
from tests.bench.pages.score import FIGURES, Marks, Reading, averages, mark, mark_links

HEADS = ("body F1", "F1 ≥ 0.95", "include", "exclude", "title", "date", "outlet", "author")
OURS, BASE = "zhouxun", "trafilatura"


def run(reader: Reader, pages: Sequence[GoldPage]) -> tuple[list[Marks], float]:
    """Read every page; a reader that raises has read nothing. Returns the marks and pages a second of one core."""
    readings: list[Reading] = []
    _attempt(reader, pages[0])  # loads word lists and models
    start = time.process_time()
    for gold in pages:
        readings.append(_attempt(reader, gold))
    spent = time.process_time() - start
    return [mark(gold, got) for gold, got in zip(pages, readings, strict=True)], len(pages) / spent


def _attempt(reader: Reader, gold: GoldPage) -> Reading:
    try:
        return reader(gold.page)
    except Exception:  # a peer that falls over is the finding
        return Reading("")


def _row(name: str, cells: Sequence[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def table(name: str, pages: Sequence[GoldPage], only: Sequence[str]) -> list[Marks]:
    """Print the table of one set of pages; returns our marks."""
    print(f"\n{name}: {len(pages)} pages\n")
    print(_row("reader", [*HEADS, "pages/s", f"× {BASE}"]))
    print("|" + " --- |" * (len(HEADS) + 3))
    readers = {OURS: ("scrapers", ours)} | PEERS
    chosen = {who: reader for who, reader in readers.items() if not only or who in only}
    results = {who: run(reader, pages) for who, (module, reader) in chosen.items() if installed(module)}
    for who in chosen:
        if who not in results:
            print(_row(who, ["not installed", *[""] * (len(HEADS) + 1)]))
            continue
        marks, speed = results[who]
        means = averages(marks)
        ratio = f"{speed / results[BASE][1]:.1f}" if BASE in results else ""
        print(_row(who, [*(_figure(who, figure, means) for figure in FIGURES), f"{speed:.0f}", ratio]))
    return results[OURS][0] if OURS in results else []


def _figure(who: str, figure: str, means: dict[str, float]) -> str:
    """Show a figure, a dash where the reader gives no such thing."""
    value = means.get(figure)
    return (
        "–"
        if value is None or (who != OURS and value == 0 and figure not in ("f1", "good"))
        else f"{value:.3f}"
    )


def link_table(name: str, pages: Sequence[GoldList]) -> None:
    """Print precision and recall of the links."""
    print(f"\n{name}: {len(pages)} pages\n\n| reader | precision | recall |\n| --- | --- | --- |")
    for who, (module, reader) in ({OURS: ("scrapers", our_links)} | LINK_PEERS).items():
        cells = (
            [f"{value:.3f}" for value in _links(reader, pages)]
            if installed(module)
            else ["not installed", ""]
        )
        print(_row(who, cells))


def _links(reader: LinkReader, pages: Sequence[GoldList]) -> tuple[float, float]:
    both = [mark_links(gold, reader(gold.page)) for gold in pages]
    return fmean(p for p, _ in both), fmean(r for _, r in both)


def errors(marks: Sequence[Marks], number: int, pages: Sequence[GoldPage]) -> None:
    """Print the worst pages with what was found there."""
    by_id = {gold.id: gold for gold in pages}
    for each in sorted(marks, key=_worth)[:number]:
        if _worth(each) == 1:
            break
        gold, got = by_id[each.id], ours(by_id[each.id].page)
        print(f"\n{each}")
        for field in ("title", "published", "outlet", "author"):
            want, have = getattr(gold, field), getattr(got, field)
            if want and want != (have or "")[: 10 if field == "published" else None]:
                print(f"  {field}: wanted {want!r}, found {have!r}")
        print("  left over:", [line for line in got.text.split("\n") if line not in gold.text][:6])
        print("  missing:", [line for line in gold.text.split("\n") if line not in got.text][:6])


def _worth(marks: Marks) -> float:
    return fmean(v for name in FIGURES if (v := getattr(marks, name)) is not None)


def main(argv: Sequence[str]) -> int:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(prog="tests.bench.pages")
    parser.add_argument(
        "--shared", action="store_true", help="also the third-party pages beside the repository"
    )
    parser.add_argument(
        "--folder", type=Path, help="pages of a folder of your own, made like the golden ones"
    )
    parser.add_argument("--errors", type=int, default=0, help="show our worst pages")
    parser.add_argument("--only", nargs="*", default=[], help="only these readers")
    parser.add_argument("--floors", action="store_true", help="check the floors instead")
    parser.add_argument(
        "--raise", action="store_true", dest="lift", help="with --floors: raise them to today's figures"
    )
    asked = parser.parse_args(argv)
    if asked.floors:
        return floors.main(lift=asked.lift)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    sets: list[tuple[str, Callable[[], list[GoldPage]]]] = [("golden articles", articles)]
    if asked.folder:
        sets = [(asked.folder.name, lambda: articles(asked.folder))]
    if asked.shared:
        sets.append(("shared articles", shared_articles))
    for name, load in sets:
        if pages := load():
            marks = table(name, pages, asked.only)
            errors(marks, asked.errors, pages)
    if not asked.folder:
        link_table("golden lists", lists())
        if asked.shared and (found := shared_lists()):
            link_table("shared lists", found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
