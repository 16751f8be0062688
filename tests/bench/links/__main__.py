"""Scores readers of list pages over stored pages: precision, recall (macro) and pages per second.

    python -m tests.bench.links [FOLDER]

FOLDER holds NAME.json beside its page, as tests/golden/lists does. Pages that are no HTML (feeds, data) are
left out, and so are those whose rows are in scripts: the peers read neither.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from statistics import mean
from urllib.parse import urljoin, urlsplit

from courlan import extract_links
from selectolax.lexbor import LexborHTMLParser

from scrapers.decode import decode
from scrapers.discover import read_links
from scrapers.model import Page

GOLDEN = Path(__file__).parents[2] / "golden" / "lists"
Reader = Callable[[Page], Collection[str]]


def ours(page: Page) -> Collection[str]:
    return [link.url for link in read_links(page)]


def same_site_ten_characters(page: Page) -> Collection[str]:
    """The plain rule: every link of the same host whose text has ten characters or more."""
    tree = LexborHTMLParser(decode(page.body, page.headers).text)
    host = urlsplit(page.url).hostname
    links = (
        (urljoin(page.url, a.attributes.get("href") or ""), (a.text() or "").strip())
        for a in tree.css("a[href]")
    )
    return [url for url, text in links if urlsplit(url).hostname == host and len(text) >= 10]


def courlan(page: Page) -> Collection[str]:
    return extract_links(decode(page.body, page.headers).text, url=page.url, external_bool=False)


def bare(url: str) -> str:
    return re.sub(r"^https?://", "", url.split("#")[0]).rstrip("/")


def load(folder: Path) -> list[tuple[Page, set[str]]]:
    """Return the HTML pages of a folder with the addresses of their articles."""
    pages = []
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["kind"] == "list" and told["file"].endswith(".html"):
            body, fetched = (folder / told["file"]).read_bytes(), datetime.fromisoformat(told["fetched"])
            page = Page(told["url"], told["url"], 200, told["headers"], body, fetched)
            pages.append((page, {bare(link["url"]) for link in told["links"]}))
    return pages


def score(reader: Reader, pages: list[tuple[Page, set[str]]]) -> tuple[float, float, float]:
    """Return macro precision and recall, and pages per second."""
    began = time.perf_counter()
    found = [{bare(url) for url in reader(page)} for page, _ in pages]
    spent = time.perf_counter() - began
    pairs = [(got, good) for got, (_, good) in zip(found, pages, strict=True)]
    precision = mean(len(got & good) / len(got) if got else 0.0 for got, good in pairs)
    return precision, mean(len(got & good) / len(good) for got, good in pairs), len(pages) / spent


def main(folder: Path) -> None:
    pages = load(folder)
    print(f"{len(pages)} pages of {folder.name}")
    print(f"{'reader':26} {'precision':>9} {'recall':>9} {'pages/s':>9}")
    for reader in (ours, same_site_ten_characters, courlan):
        precision, recall, speed = score(reader, pages)
        print(f"{reader.__name__:26} {precision:9.3f} {recall:9.3f} {speed:9.0f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else GOLDEN)
