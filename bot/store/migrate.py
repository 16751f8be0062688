"""Making a new database, and bringing an older one to the newest schema by the Alembic migrations beside this file."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    inspect,
    text,
)

from bot.errors import StoreError
from bot.store import schema
from bot.store.engine import transaction

HEAD = "0004"
_SCRIPTS = Path(__file__).parent / "migrations"
# As Alembic makes it.
_VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
_LOCK = 0x7A686F75  # one migration at a time on a PostgreSQL server: "zhou"


def upgrade(engine: Engine) -> str | None:
    """Make the tables of a new database, of an older one run the migrations that are missing, in one transaction.

    Returns:
        The revision the database had before: None for a new one.

    Raises:
        StoreError: the database is of a newer program, or fails.
    """
    with transaction(engine, writing=False) as connection:
        found = revision(connection)
    if found == HEAD:
        return found
    with transaction(engine, writing=True) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        now = revision(connection)
        if now is None:
            create(connection)
            _VERSION.create(connection, checkfirst=True)
            connection.execute(_VERSION.insert().values(version_num=HEAD))
        elif now != HEAD:  # else another process was quicker
            _run(connection)
    return found


def revision(connection: Connection) -> str | None:
    """Return the database's schema revision, None before the first migration."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def create(connection: Connection) -> None:
    """Make the tables as they are now, and what is in them from the first."""
    schema.metadata.create_all(connection)
    connection.execute(schema.search_state.insert().values(id=1, next_doc=0, changes=0, generation=0))


def _run(connection: Connection) -> None:
    # Alembic takes a quarter of a second and 15 MB to import: only when there is work for it.
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
