"""Filing one article by hand: what cannot be polled, such as WeChat, by the command line or an admin's chat."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.app import App
from bot.errors import UsageError
from bot.reading import Reading, read, read_again
from bot.store import Saved
from scrapers.extract import read_text
from scrapers.model import Link, Source

SOURCE = "by-hand"
_SAVED = {"new": "已存入", "changed": "已更新", "same": "早已存入，没有变化"}


@dataclass(frozen=True, slots=True)
class Filed:
    """An article that was filed: what was read, and what the store made of it."""

    reading: Reading
    saved: Saved

    def __str__(self) -> str:
        article = self.reading.article
        date = article.published or "没有日期"
        return f"{_SAVED[self.saved.state]}：《{article.title}》，{date}，{len(self.reading.records)} 条记录"


async def file_page(app: App, url: str) -> Filed:
    """Fetch a page and store the article on it.

    Raises:
        UsageError: it is no web address, or the article has no title.
        ScrapeError: it cannot be fetched, or holds no article.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise UsageError(f"{url}: is no web address; write one that begins with https://")
    async with app.fetcher() as fetcher:
        page = await fetcher.fetch(url)
    source = Source(id=SOURCE, url=page.final_url)
    found = await asyncio.to_thread(read, [page], source, Link(page.final_url))
    return await asyncio.to_thread(_save, app, found)


def file_text(
    app: App, text: str, *, url: str = "", title: str | None = None, published: str | None = None
) -> Filed:
    """Store an article from its text.

    Args:
        app: the store and the clock.
        text: the article as copied, a paragraph a line.
        url: where it stands, if it does.
        title: its title, if known; else it is worked out.
        published: its date in ISO 8601, if known.

    Raises:
        UsageError: no title was given and none was found.
        NotAnArticle: nothing is left of the text.
    """
    now = app.now()
    article = read_text(text, url=url, source=SOURCE, title=title, published=published, fetched=now)
    return _save(app, Reading(article, read_again(article)))


def _save(app: App, found: Reading) -> Filed:
    if not found.article.title:
        raise UsageError(f"{found.article.url or 'text'}: no title was found; give one with --title")
    return Filed(found, app.store.save(found.article, found.records, now=app.now()))
