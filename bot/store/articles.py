"""Articles with their versions and raw pages: written once, changed with the earlier text kept."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Row, bindparam, delete, func, select, update

from bot.records.model import ArticleRef
from bot.store.engine import Statement, insert_for
from bot.store.schema import article, article_version, page
from scrapers.model import Article, Cut, Page, canonical_url

State = Literal["new", "changed", "same"]
_BATCH = 500  # bound parameters in one statement; SQLite of old allows 999


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier text of an article, and when it was replaced."""

    version: int
    title: str
    published: str | None
    text: str
    fetched: datetime | None
    replaced: datetime


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as received, with the article and the source it was read for."""

    article: str
    source: str
    page: Page


def address(value: Article) -> str:
    """Return what makes an article one: its canonical address, or its id where it has none."""
    return canonical_url(value.url) if value.url else f"text:{value.id}"


def digest(value: Article) -> str:
    """Fingerprint what a reader sees of an article."""
    seen = "\x1f".join(
        (value.title, value.published or "", value.outlet or "", value.author or "", value.text)
    )
    return hashlib.sha256(seen.encode()).hexdigest()[:32]


def storable(value: Article) -> Article:
    """Drop what no database keeps as text: NUL (PostgreSQL refuses it) and halves of surrogate pairs."""
    title, text = _plain(value.title), _plain(value.text)
    outlet, author = (_plain(name) if name else name for name in (value.outlet, value.author))
    return replace(value, title=title, text=text, outlet=outlet, author=author)


def _plain(text: str) -> str:
    return text.replace("\x00", "").encode(errors="ignore").decode()


class Written(NamedTuple):
    """What became of an article, the id under which its address is stored, and the text that was there before."""

    state: State
    id: str
    replaced: str | None = None


def write(connection: Connection, made: Mapping[str, Any], now: datetime) -> Written:
    """Store an article, made ready by `row`; the unique address decides whether it is new."""
    row = {**made, "first_seen": now, "changed": now}
    if _FRESH.run(connection, row):
        return Written("new", row["id"])
    old = connection.execute(
        select(article).where(article.c.address == row["address"]).with_for_update()
    ).one()
    if old.digest == row["digest"]:
        return Written("same", old.id)
    _keep_version(connection, old, now)
    changed = {
        k: v for k, v in row.items() if k not in ("id", "address", "url", "source", "first_seen", "fold")
    }
    changed["version"] = old.version + 1
    connection.execute(update(article).where(article.c.id == old.id).values(changed))
    return Written("changed", old.id, old.text)


_FRESH = Statement(
    lambda dialect: (
        insert_for(dialect, article)
        .values({column.name: bindparam(column.name) for column in article.c})
        .on_conflict_do_nothing(index_elements=["address"])
        .returning(article.c.id)
    )
)


def row(value: Article) -> dict[str, Any]:
    """Make an article's row, all but the times."""
    return {
        "id": value.id,
        "address": address(value),
        "url": value.url,
        "source": value.source,
        "title": value.title,
        "published": value.published,
        "outlet": value.outlet,
        "author": value.author,
        "text": value.text,
        "trace": _trace(value),
        "fetched": value.fetched,
        "version": 1,
        "digest": digest(value),
        "fold": value.id,
    }


def _trace(value: Article) -> bytes:
    # An original that equals the text, as it does on most pages, is not kept twice.
    original = None if value.original == value.text else value.original
    cuts = [[cut.step, cut.reason, cut.text] for cut in value.cuts]
    kept = [original, list(value.damaged), cuts]
    return _NO_TRACE if kept == [None, [], []] else _packed(kept)


def _packed(kept: list[Any]) -> bytes:
    return zlib.compress(json.dumps(kept, ensure_ascii=False).encode(errors="ignore"), 1)


_NO_TRACE = _packed([None, [], []])


def _keep_version(connection: Connection, old: Row[Any], now: datetime) -> None:
    connection.execute(
        article_version.insert().values(
            article=old.id,
            version=old.version,
            title=old.title,
            published=old.published,
            text=old.text,
            fetched=old.fetched,
            replaced=now,
        )
    )


def read(row: Row[Any]) -> Article:
    """Make the Article of a row of the table."""
    original, damaged, cuts = json.loads(zlib.decompress(row.trace))
    return Article(
        id=row.id,
        source=row.source,
        url=row.url,
        title=row.title,
        published=row.published,
        outlet=row.outlet,
        author=row.author,
        text=row.text,
        fetched=row.fetched,
        original=row.text if original is None else original,
        damaged=tuple(damaged),
        cuts=tuple(Cut(*cut) for cut in cuts),
    )


def one(connection: Connection, id: str) -> Article | None:
    """Return the article with that id."""
    row = connection.execute(select(article).where(article.c.id == id)).one_or_none()
    return read(row) if row else None


def between(
    connection: Connection,
    since: datetime | None,
    until: datetime | None,
    after: tuple[datetime, str] | None,
    limit: int,
) -> Sequence[Row[Any]]:
    """Return rows first seen in [since, until), oldest first, from where `after` (time, id) ended."""
    query = select(article).order_by(article.c.first_seen, article.c.id).limit(limit)
    if since:
        query = query.where(article.c.first_seen >= since)
    if until:
        query = query.where(article.c.first_seen < until)
    if after:
        time, id = after
        query = query.where(
            (article.c.first_seen > time) | ((article.c.first_seen == time) & (article.c.id > id))
        )
    return connection.execute(query).all()


def known(connection: Connection, urls: Collection[str]) -> frozenset[str]:
    """Return those of the addresses whose article is stored."""
    by_address: dict[str, list[str]] = {}
    for url in urls:
        by_address.setdefault(canonical_url(url), []).append(url)
    found: list[str] = []
    for part in batches(list(by_address)):
        for stored in connection.scalars(select(article.c.address).where(article.c.address.in_(part))):
            found += by_address[stored]
    return frozenset(found)


def batches(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut values into parts that fit one statement."""
    return (values[i : i + _BATCH] for i in range(0, len(values), _BATCH))


def references(connection: Connection, ids: Sequence[str]) -> dict[str, ArticleRef]:
    """Return what a reader is shown of each article."""
    columns = (
        article.c.id,
        article.c.url,
        article.c.title,
        article.c.outlet,
        article.c.published,
        article.c.source,
    )
    rows = (
        r for part in batches(ids) for r in connection.execute(select(*columns).where(article.c.id.in_(part)))
    )
    return {row.id: ArticleRef(*row) for row in rows}


def reference(value: Article) -> ArticleRef:
    """Return what a reader is shown of an article."""
    return ArticleRef(value.id, value.url, value.title, value.outlet, value.published, value.source)


def versions(connection: Connection, id: str) -> tuple[Version, ...]:
    """Return the earlier texts of an article, oldest first."""
    table = article_version
    rows = connection.execute(select(table).where(table.c.article == id).order_by(table.c.version))
    return tuple(Version(r.version, r.title, r.published, r.text, r.fetched, r.replaced) for r in rows)


def page_row(source: str, value: Page) -> dict[str, Any]:
    """Make the row that keeps the bytes an article was read from, all but its id."""
    return {
        "source": source,
        "url": value.url,
        "final_url": value.final_url,
        "status": value.status,
        "headers": json.dumps(dict(value.headers), ensure_ascii=False),
        "body": zlib.compress(value.body, 6),
        "fetched": value.fetched,
    }


def raw_page(row: Row[Any]) -> RawPage:
    """Make the RawPage of a row of the table."""
    headers = json.loads(row.headers)
    body = zlib.decompress(row.body)
    return RawPage(
        row.article, row.source, Page(row.url, row.final_url, row.status, headers, body, row.fetched)
    )


def pages_after(
    connection: Connection, sources: Collection[str], after: str, limit: int
) -> Sequence[Row[Any]]:
    """Return rows of raw pages in order of their article's id, those after `after`."""
    query = select(page).where(page.c.article > after).order_by(page.c.article).limit(limit)
    if sources:
        query = query.where(page.c.source.in_(list(sources)))
    return connection.execute(query).all()


def prune_pages(connection: Connection, before: datetime) -> int:
    """Forget raw pages fetched before a time; return how many."""
    return connection.execute(delete(page).where(page.c.fetched < before)).rowcount


def older(connection: Connection, before: datetime) -> list[str]:
    """Return the ids of articles first stored before a time."""
    return list(connection.scalars(select(article.c.id).where(article.c.first_seen < before)))


def count(connection: Connection, table: Any) -> int:
    """Count a table's rows."""
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
