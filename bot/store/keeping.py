"""Keeping a database: online backup, pruning by age, moving to another database, building the index anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, delete, func, select

from bot.errors import StoreError
from bot.records.model import StoredRecord
from bot.store import articles, copies, documents, index, records, schema
from bot.store.engine import Progress
from bot.store.tokens import weigh

_ROWS = 500
# These every database is made with: a copy replaces them.
_MADE_WITH = (schema.search_state, schema.meta)


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many raw pages and articles were forgotten, and how many records went with them."""

    pages: int
    articles: int
    records: int


def backup(engine: Engine, path: Path) -> None:
    """Write a whole copy of a SQLite database into a new file while others go on writing.

    Raises:
        StoreError: the file is there already, or cannot be written.
    """
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    connection = engine.raw_connection()
    try:
        # One statement reads one state of the database, whoever writes meanwhile; it must stand outside a transaction.
        connection.cursor().execute("VACUUM INTO ?", (str(part),))
    except sqlite3.Error as error:
        part.unlink(missing_ok=True)
        raise StoreError(f"{path}: the backup could not be written: {error}") from error
    finally:
        connection.close()
    part.replace(path)


def copy(source: Connection, target: Connection, progress: Progress) -> None:
    """Copy every row into an empty database of either kind.

    Raises:
        StoreError: the target holds articles already.
    """
    tables = schema.metadata.sorted_tables
    if any(articles.count(target, table) for table in tables if table not in _MADE_WITH):
        raise StoreError(f"database {target.engine.url.render_as_string()}: is not empty; name a new one")
    for table in tables:
        target.execute(delete(table))
        _copy_table(source, target, table, progress)
    if target.dialect.name == "postgresql":
        # The next subscriber's number goes on after those copied.
        last = select(func.coalesce(func.max(schema.subscriber.c.id), 0) + 1).scalar_subquery()
        name = func.pg_get_serial_sequence("subscriber", "id")
        target.execute(select(func.setval(name, last, False)))


def _copy_table(source: Connection, target: Connection, table: Table, progress: Progress) -> None:
    total, done = articles.count(source, table), 0
    result = source.execution_options(yield_per=_ROWS).execute(select(table).order_by(*table.primary_key))
    rows = result.mappings()
    while part := [dict(row) for row in islice(rows, _ROWS)]:
        target.execute(table.insert(), part)
        done += len(part)
        progress(table.name, done, total)


def reindex(connection: Connection, progress: Progress) -> None:
    """Build the search index anew, in the order articles and records came."""
    index.lock(connection)
    index.clear(connection)
    total = articles.count(connection, schema.article)
    done, after = 0, None
    while rows := articles.between(connection, None, None, after, _ROWS):
        told = records.of_articles(connection, [row.id for row in rows])
        values = [(articles.read(row), told.get(row.id, ()), row.first_seen.date()) for row in rows]
        found = [
            documents.of_article(article, weigh(article.title, article.text), records_told, day)
            for article, records_told, day in values
        ]
        index.replace(connection, found, fresh=True)
        done, after = done + len(rows), (rows[-1].first_seen, rows[-1].id)
        progress("search", done, total)
    for part in articles.batches(records.all_ids(connection)):
        stored = records.by_ids(connection, part)
        index.replace(connection, [_record_document(stored[id]) for id in part], fresh=True)


def _record_document(stored: StoredRecord) -> index.Document:
    return documents.of_record(stored.record, stored.articles, stored.first_seen.date())


def prune(
    connection: Connection, *, pages_before: datetime, articles_before: datetime | None, now: datetime
) -> Pruned:
    """Forget raw pages, and articles with what only they told of, by age."""
    index.lock(connection)
    pages = articles.prune_pages(connection, pages_before)
    if articles_before is None:
        return Pruned(pages, 0, 0)
    ids = articles.older(connection, articles_before)
    changed, gone = records.without(connection, ids, now)
    for part in articles.batches(ids):
        mine = schema.article.c.id.in_(part)
        for row in connection.execute(select(schema.article.c.id, schema.article.c.text).where(mine)).all():
            copies.forget(connection, row.id, row.text)
        connection.execute(delete(schema.article).where(mine))
    _unindex(connection, ids, changed, gone)
    return Pruned(pages, len(ids), len(gone))


def _unindex(connection: Connection, ids: Sequence[str], changed: Sequence[str], gone: Sequence[str]) -> None:
    items = [*map(documents.article_item, ids), *map(documents.record_item, gone)]
    for part in articles.batches(items):
        index.replace(connection, [], part)
    stored = records.by_ids(connection, changed)
    index.replace(connection, [_record_document(stored[id]) for id in changed])
