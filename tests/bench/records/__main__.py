"""``python -m tests.bench.records [dev|phrasing|heldout|generated]``: runs the product over the golden set and prints the figures."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from tests.bench.records import floors, generate, merging
from tests.bench.records.gold import DEV, HELDOUT, MERGE, PHRASING, GoldArticle, load
from tests.bench.records.score import Found, score, table

Reader = Callable[[GoldArticle], Found]


def read(article: GoldArticle) -> Found:
    """Take one golden article through the product, from raw text to records."""
    from bot.records import read_records
    from scrapers.errors import NotAnArticle
    from scrapers.extract import read_text

    try:
        page = read_text(article.text, title=article.title, published=article.published)
    except NotAnArticle:
        return Found("", ())
    records = read_records(
        page.title, page.text, page.published, outlet=page.outlet or article.outlet, article=article.id
    )
    return Found(page.text, tuple(records))


def main(argv: Sequence[str] | None = None, reader: Reader = read) -> int:
    """Print the table of one set.

    Args:
        argv: the command line without the program's name.
        reader: what takes an article to its records; the product unless a test says otherwise.

    Returns:
        The process's exit code.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.bench.records", description=__doc__)
    parser.add_argument(
        "set",
        nargs="?",
        default="dev",
        choices=("dev", "phrasing", "heldout", "generated", "merge", "floors"),
    )
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="list N errors; not for what is only scored"
    )
    parser.add_argument(
        "--only", metavar="WORD", help="only articles whose phenomena or id name WORD; dev and phrasing only"
    )
    parser.add_argument("--count", type=int, default=400, help="articles to generate")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--templates", default="held", choices=generate.GROUPS)
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="with floors: raise them to what is measured"
    )
    args = parser.parse_args(argv)
    open_set = args.set in ("dev", "phrasing") or (args.set == "generated" and args.templates == "open")
    if (args.errors or args.only) and not open_set:
        parser.error(
            f"{args.set} is only scored: rules are written from dev, phrasing and the open templates"
        )
    if args.set == "merge":
        print(f"written\n{merging.table(load(MERGE), reader)}")
        print(f"generated\n{merging.table(generate.retold(60, args.seed, args.templates), reader)}")
        return 0
    if args.set == "floors":
        return _floors(reader, lift=args.lift)
    articles = _articles(args)
    began = time.perf_counter()
    found = [reader(article) for article in articles]
    seconds = time.perf_counter() - began
    board = score(articles, found)
    characters = sum(len(article.text) for article in articles)
    print(f"{args.set}: {len(articles)} articles, {len(articles) / seconds:.0f} a second, "
          f"{characters / seconds / 800:.0f} of 800 characters a second")  # fmt: skip
    print(table(board))
    print(_by_style(articles, found))
    print("\n".join(board.errors[: args.errors]))
    return 0


def _by_style(articles: Sequence[GoldArticle], found: Sequence[Found]) -> str:
    """How well records are found in each manner of writing: where to look, without the texts."""
    lines = []
    for style in sorted({article.style for article in articles}):
        of_style = [(a, f) for a, f in zip(articles, found, strict=True) if a.style == style]
        tally = score([a for a, _ in of_style], [f for _, f in of_style]).f1["records all"]
        lines.append(
            f"{style:34}{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}   {len(of_style)} articles"
        )
    return "\n".join(lines)


def _floors(reader: Reader, *, lift: bool) -> int:
    measured, standing = floors.measure(reader), floors.read()
    for name, got in measured.items():
        for key, value in got.items():
            print(f"{name:16}{key:34}{value:7.3f}  floor {standing.get(name, {}).get(key, 0.0):.2f}")
    under = floors.fallen(measured, standing)
    print("\n".join(under), file=sys.stderr)
    if lift:
        floors.write(floors.lifted(measured, standing))
    return 1 if under else 0


def _articles(args: argparse.Namespace) -> list[GoldArticle]:
    if args.set == "generated":
        return generate.articles(args.count, args.seed, args.templates)
    articles = load({"dev": DEV, "phrasing": PHRASING, "heldout": HELDOUT}[args.set])
    return [a for a in articles if not args.only or args.only in (a.id, *a.phenomena)]


if __name__ == "__main__":
    sys.exit(main())
