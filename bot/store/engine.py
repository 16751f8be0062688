"""Opening a database by its URL, its transactions, and its errors as one clear line."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import ClauseElement, Connection, Dialect, Engine, Table, bindparam, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.sql.compiler import SQLCompiler

from bot.errors import StoreError

Progress = Callable[[str, int, int], None]  # what, how many done, how many in all
_BUSY_SECONDS = 30
_MAPPED = 64 << 20  # bytes: what is mapped counts as a process's memory once it is touched
# Kilobytes of pages a connection keeps. Of several processes that write each drops its own after a write of another.
_HELD, _HELD_BY_WRITERS = 32 << 10, 2 << 10


def resolve(url: str, root: Path) -> URL:
    """Make a database URL of config.yaml whole: files relative to `root`, PostgreSQL by psycopg 3.

    Raises:
        StoreError: it is no such URL.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError(f"database: {url!r} is no database URL; write sqlite:///state/zhouxun.db") from None
    if parsed.drivername in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        return parsed.set(database=str(root / parsed.database))
    if parsed.get_backend_name() == "postgresql":
        return parsed
    raise StoreError(f"database: {url!r}: only sqlite:///PATH and postgresql://USER@HOST/NAME are known")


def connect(url: URL, *, mapped: bool = True) -> Engine:
    """Make the engine; a SQLite file gets its folder, WAL and a patient lock.

    Raises:
        StoreError: the folder cannot be made, or the driver is missing.
    """
    if url.get_backend_name() == "sqlite":
        Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False})
        event.listen(engine, "connect", partial(_prepare_sqlite, mapped=mapped))
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except ImportError:
        raise StoreError(
            "database: PostgreSQL needs the package psycopg: pip install zhouxun[postgres]"
        ) from None


def _prepare_sqlite(connection: sqlite3.Connection, _record: object, *, mapped: bool) -> None:
    connection.isolation_level = None  # BEGIN is ours (below), not the driver's guess
    _write_ahead(connection)
    for pragma in (
        "foreign_keys=ON",
        "temp_store=MEMORY",
        f"cache_size=-{_HELD if mapped else _HELD_BY_WRITERS}",
        "wal_autocheckpoint=4000",
        f"mmap_size={_MAPPED if mapped else 0}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch a file to WAL; SQLite refuses at once, whatever the timeout, while another opens it (SQLITE_BUSY)."""
    deadline = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: upgrading a read transaction fails under another writer.
    options, driver = connection.get_execution_options(), connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    if not options.get("writing"):
        driver.execute("BEGIN")
        return
    level = "FULL" if options.get("durable") else "NORMAL"
    if connection.info.get("synchronous") != level:
        driver.execute(f"PRAGMA synchronous={level}")
        connection.info["synchronous"] = level
    driver.execute("BEGIN IMMEDIATE")


@contextmanager
def transaction(engine: Engine, *, writing: bool, durable: bool = True) -> Iterator[Connection]:
    """One transaction; the database's errors leave it as StoreError.

    Args:
        engine: from `connect`.
        writing: take SQLite's one write lock at once.
        durable: survive a power cut; without it SQLite may lose the last transactions (never a part of
            one), which is right for what the next poll reads again.

    Raises:
        StoreError: the database failed; nothing of the transaction is kept.
    """
    try:
        with _for(engine, writing, durable).connect() as connection, connection.begin():
            yield connection
    except (SQLAlchemyError, engine.dialect.loaded_dbapi.Error) as error:
        raise StoreError(explain(error, engine.url)) from error


@lru_cache(maxsize=16)  # to say it at each transaction would cost as much as the rest of it
def _for(engine: Engine, writing: bool, durable: bool) -> Engine:
    """Return an engine, on the same connections, whose transactions are of one kind."""
    options: dict[str, Any] = {"writing": writing, "durable": durable}
    if engine.dialect.name == "postgresql" and not writing:
        options["isolation_level"] = (
            "REPEATABLE READ"  # all statements of a question see one state, as on SQLite
        )
    return engine.execution_options(**options)


def maintain(engine: Engine) -> None:
    """Vacuum a database, outside of any transaction.

    Raises:
        StoreError: another process holds it, or the disk is full.
    """
    connection = engine.raw_connection()
    try:
        if engine.dialect.name == "postgresql":
            connection.driver_connection.autocommit = True  # type: ignore[union-attr]
        connection.cursor().execute("VACUUM ANALYZE" if engine.dialect.name == "postgresql" else "VACUUM")
    except engine.dialect.loaded_dbapi.Error as error:
        raise StoreError(_line(str(error), engine.url)) from error
    finally:
        connection.invalidate()
        connection.close()


# What the driver says, and what an operator can do about it.
_ADVICE = (
    ("malformed", "the file is damaged: restore a backup (zhouxun db backup makes them), or move it away"),
    ("not a database", "the file is no SQLite database: name another file, or move it away"),
    ("disk is full", "the disk is full: nothing of this step was stored; free some space"),
    ("No space left", "the disk is full: nothing of this step was stored; free some space"),
    ("readonly", "the file or its folder cannot be written"),
    ("unable to open", "the file cannot be opened: is its folder there and writable?"),
    ("disk I/O", "the disk failed to read or write"),
    ("database is locked", "another process has held it for over 30 s; try again"),
    ("password authentication", "the server refuses the user or password"),
    ("does not exist", "the server knows no such database or user; create it first"),
    ("refused", "no server answers there"),
    ("could not translate", "the server's name is unknown"),
    ("timeout expired", "the server does not answer"),
)


def explain(error: Exception, url: URL) -> str:
    """Say in one line which database failed and what to do; the error is SQLAlchemy's or the driver's."""
    return _line(str(error.orig if isinstance(error, DBAPIError) else error), url)


def _line(said: str, url: URL) -> str:
    where = str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string()
    lines = said.strip().splitlines() or ["failed"]
    return f"database {where}: {next((advice for words, advice in _ADVICE if words in said), lines[0])}"


def shown(url: str) -> str:
    """Write a database URL without its password."""
    return make_url(url).render_as_string()


def insert(connection: Connection, table: Table) -> Any:
    """Return the dialect's INSERT, which knows ON CONFLICT."""
    return insert_for(connection.dialect.name, table)


def insert_for(dialect: str, table: Table) -> Any:
    """Return the INSERT of a dialect by its name, for statements that are built once."""
    return (postgresql.insert if dialect == "postgresql" else sqlite.insert)(table)


class Statement:
    """A statement made once for each kind of database, then handed to the driver as text.

    SQLAlchemy's own way to the driver costs several times what SQLite needs to run what stores an article.

    Args:
        make: the statement, by the dialect's name.
    """

    def __init__(self, make: Callable[[str], ClauseElement]) -> None:
        self._make = make
        self._texts: dict[str, _Text] = {}

    def run(self, connection: Connection, values: Row) -> list[tuple[Any, ...]]:
        """Run it and return the rows it gives; times come as they are stored."""
        text = self._text(connection)
        cursor = connection.connection.cursor()
        cursor.execute(text.sql, text.bound(values))
        found = [tuple(row) for row in cursor.fetchall()] if cursor.description else []
        cursor.close()
        return found

    def run_each(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Run it for each of some rows."""
        text = self._text(connection)
        cursor = connection.connection.cursor()
        cursor.executemany(text.sql, list(map(text.bound, rows)))
        cursor.close()

    def _text(self, connection: Connection) -> _Text:
        dialect = connection.dialect
        if dialect.name not in self._texts:
            self._texts[dialect.name] = _compiled(self._make(dialect.name), dialect)
        return self._texts[dialect.name]


Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Text:
    """A statement as the driver takes it: the values it has of its own, and how and in which order it wants those given."""

    sql: str
    own: Row
    forms: Sequence[tuple[str, Callable[[Any], Any]]]
    order: Callable[[Row], Any] | None

    def bound(self, values: Row) -> Any:
        row = {**self.own, **values}
        for name, form in self.forms:
            row[name] = form(row[name])
        return row if self.order is None else self.order(row)


def _compiled(statement: ClauseElement, dialect: Dialect) -> _Text:
    made = statement.compile(dialect=dialect)
    assert isinstance(made, SQLCompiler)
    types = {name: bind.type.dialect_impl(dialect) for bind, name in made.bind_names.items()}
    forms = [(name, form) for name, kind in types.items() if (form := kind.bind_processor(dialect))]
    own = {name: value for name, value in made.params.items() if value is not None}
    return _Text(str(made), own, forms, _picked(made.positiontup))


def _picked(names: Sequence[str] | None) -> Callable[[Row], Any] | None:
    """Return what takes values in the order of their names; of one value, which itemgetter gives bare, a list."""
    if names is None:
        return None
    return itemgetter(*names) if len(names) > 1 else lambda row: [row[name] for name in names]


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, replacing those with the same primary key."""
    if rows:
        _upsert(table, tuple(rows[0])).run_each(connection, rows)


@cache
def _upsert(table: Table, columns: tuple[str, ...]) -> Statement:
    keys = [column.name for column in table.primary_key]

    def make(dialect: str) -> Any:
        statement = insert_for(dialect, table).values({name: bindparam(name) for name in columns})
        rest = {name: statement.excluded[name] for name in columns if name not in keys}
        if rest:
            return statement.on_conflict_do_update(index_elements=keys, set_=rest)
        return statement.on_conflict_do_nothing(index_elements=keys)

    return Statement(make)
