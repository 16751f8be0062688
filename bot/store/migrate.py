"""Bringing a database to the newest schema, by the Alembic migrations beside this file."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from bot.errors import StoreError
from bot.store.engine import transaction

HEAD = "0004"
_SCRIPTS = Path(__file__).parent / "migrations"
_LOCK = 0x7A686F75  # one migration at a time on a PostgreSQL server: "zhou"


def upgrade(engine: Engine) -> str | None:
    """Run the migrations that are missing, all in one transaction.

    Returns:
        The revision the database had before: None for a new one.

    Raises:
        StoreError: the database is of a newer program, or fails.
    """
    with transaction(engine, writing=False) as connection:
        found = revision(connection)
    if found == HEAD:
        return found
    # Alembic costs a quarter of a second to import: only when there is work for it.
    with transaction(engine, writing=True) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        if revision(connection) != HEAD:  # another process may have been quicker
            _run(connection)
    return found


def revision(connection: Connection) -> str | None:
    """Return the database's schema revision, None before the first migration."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def _run(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(
            f"database {connection.engine.url.render_as_string()}: made by a newer zhouxun ({error}); upgrade the program"
        ) from error
