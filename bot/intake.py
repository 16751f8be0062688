"""Taking an article in: read and stored in one go, in one process, so that neither its text nor its records travel.

How the process that does it comes to the database is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from bot import reading
from bot.polling import in_doubt
from bot.store import Store
from bot.store.articles import State
from bot.workers import in_time
from scrapers.discover import Discovery, Request
from scrapers.errors import NotAnArticle
from scrapers.model import Link, Page, Source

Reach = Callable[[], Store]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an article: its id, whether it was new, and what a source is judged by."""

    id: str
    state: State
    published: str | None
    text: str


@cache
def reach(database: str, root: Path) -> Store:
    """Return this process's connection to a database, opened once.

    Raises:
        StoreError: it cannot be opened.
    """
    return Store.open(database, root=root, mapped=False)


def read_list(page: Page, source: Source, ask: Request) -> Discovery:
    """Work out which articles a list page names, within the time that reading may take."""
    with in_time():
        return reading.read_list(page, source, ask)


def take_in(
    store: Reach,
    pages: Sequence[Page],
    source: Source,
    link: Link,
    attached: Sequence[Page],
    boilerplate: Collection[str],
    asked: Collection[str],
    now: datetime,
) -> Taken | reading.Further:
    """Read an article and store it; where it goes on in what was not asked for yet, say in what.

    Args:
        store: the way to the database.
        pages, source, link, attached, boilerplate: see `bot.reading.read`.
        asked: addresses that were asked for already, whatever came of it.
        now: the time of storing.

    Raises:
        NotAnArticle, Unreadable, TooLarge: the page holds no article.
        StoreError: the database fails.
    """
    with in_time():
        try:
            found = reading.read(pages, source, link, attached, boilerplate)
        except NotAnArticle:
            if elsewhere := reading.shown_elsewhere(pages, asked):
                return elsewhere
            raise
    if further := reading.further(found, pages, asked):
        return further
    page = reading.bundle(pages, attached)
    saved = store().save(found.article, found.records, page=page, now=now)
    return Taken(saved.article_id, saved.state, found.article.published, found.article.text)


def take_in_again(
    store: Reach,
    page: Page,
    source: Source,
    link: Link,
    boilerplate: Collection[str],
    doubted_on: str | None,
    now: datetime,
) -> State:
    """Read a stored page again and store what it now reads as.

    Args:
        store: the way to the database.
        page: as it was kept.
        source, link, boilerplate: see `bot.reading.read`.
        doubted_on: the day (ISO 8601) if the article was withdrawn, None if it was not.
        now: the time of storing.

    Raises:
        NotAnArticle, Unreadable, TooLarge: the page holds no article.
        StoreError: the database fails.
    """
    pages, attached = reading.unbundle(page)
    with in_time():
        found = reading.read(pages, source, link, attached, boilerplate)
    records = in_doubt(found.records, doubted_on) if doubted_on else found.records
    return store().save(found.article, records, now=now).state


def withdraw(store: Reach, id: str, source: Source, today: str, now: datetime) -> None:
    """Put in doubt what a withdrawn article of a source announced.

    Raises:
        StoreError: the database fails.
    """
    article = store().article(id)
    if article is not None:
        store().save(article, in_doubt(reading.read_again(article, source.name), today), now=now)
