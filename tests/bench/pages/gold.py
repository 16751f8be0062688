"""Pages with what a reader should find on them: our golden ones, and third-party ones that lie beside the repository."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scrapers.model import Page

TESTS = Path(__file__).parents[2]
ARTICLES, LISTS = TESTS / "golden" / "pages", TESTS / "golden" / "lists"
SHARED = TESTS.parents[1] / "shared" / "pages"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class GoldPage:
    """An article page; what is None is not scored."""

    id: str
    page: Page
    title: str
    published: str | None
    outlet: str | None
    author: str | None
    text: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldList:
    """A list page: the addresses of its articles, and of links that are none (None: every other link)."""

    id: str
    page: Page
    articles: frozenset[str]
    others: frozenset[str] | None


def _page(url: str, body: bytes, headers: dict[str, str], fetched: datetime) -> Page:
    return Page(url, url, 200, headers, body, fetched)


def read_article(path: Path) -> GoldPage:
    """Read a golden article by its expectation file."""
    row = json.loads(path.read_text("utf-8"))
    body = (path.parent / row["file"]).read_bytes()
    page = _page(row["url"], body, row["headers"], datetime.fromisoformat(row["fetched"]))
    facts = (row[key] for key in ("title", "published", "outlet", "author", "text"))
    return GoldPage(path.stem, page, *facts, tuple(row["include"]), tuple(row["exclude"]))


def articles(folder: Path = ARTICLES) -> list[GoldPage]:
    """Read every golden article page of a folder."""
    return [read_article(path) for path in sorted(folder.glob("*.json"))]


def lists() -> list[GoldList]:
    """Read every golden list page that is HTML."""
    found = []
    for path in sorted(LISTS.glob("*.json")):
        row = json.loads(path.read_text("utf-8"))
        if not row["file"].endswith(".html"):
            continue
        page = _page(
            row["url"],
            (LISTS / row["file"]).read_bytes(),
            row["headers"],
            datetime.fromisoformat(row["fetched"]),
        )
        found.append(GoldList(path.stem, page, frozenset(link["url"] for link in row["links"]), None))
    return found


def _shared_rows(name: str) -> list[dict]:
    path = SHARED / name
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def _shared_page(row: dict) -> Page:
    return _page(row["url"], (SHARED / "html" / f"{row['id']}.html").read_bytes(), {}, NOW)


def shared_articles() -> list[GoldPage]:
    """Read the third-party article pages, none when they are not there."""
    return [
        GoldPage(
            row["id"],
            _shared_page(row),
            row["title"],
            row["published"] or None,
            row["outlet"] or None,
            None,
            row["text"],
            tuple(row["include"]),
            tuple(row["exclude"]),
        )
        for row in _shared_rows("articles.jsonl")
    ]


def shared_lists() -> list[GoldList]:
    """Read the third-party list pages, none when they are not there."""
    return [
        GoldList(row["id"], _shared_page(row), frozenset(row["article"]), frozenset(row["other"]))
        for row in _shared_rows("lists.jsonl")
    ]
