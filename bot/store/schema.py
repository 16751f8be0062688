"""The tables, the same on SQLite and PostgreSQL; every change to them is a migration beside this file."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """An aware time, kept as UTC text of one fixed width, so that it sorts alike on every database."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write an aware time as UTC.

        Raises:
            ValueError: the time has no offset.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without an offset cannot be stored: {value}")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Read it back, aware."""
        return None if value is None else datetime.fromisoformat(value)


def _words(name: str, **options: Any) -> Column[str]:
    return Column(name, Text, nullable=False, **options)


def _few(name: str) -> Index:
    """Index a column that most rows have nothing in: those are left out."""
    there = text(f"{name} IS NOT NULL")
    return Index(None, name, sqlite_where=there, postgresql_where=there)


# Articles (资讯). `address` is the canonical form of `url`: its uniqueness settles what is new.
article = Table(
    "article",
    metadata,
    Column("id", Text, primary_key=True),
    _words("address", unique=True),
    _words("url"),
    _words("source"),
    _words("title"),
    Column("published", Text),
    Column("outlet", Text),
    Column("author", Text),
    _words("text"),
    Column("trace", LargeBinary, nullable=False),  # original, damaged and cuts: JSON, compressed
    Column("fetched", Instant),
    Column("first_seen", Instant, nullable=False, index=True),
    Column("changed", Instant, nullable=False),
    Column("version", Integer, nullable=False),
    _words("digest"),  # of what a reader sees; a fetch with the same digest changes nothing
    _words("fold"),  # the id of the first article that says the same
)

article_version = Table(
    "article_version",
    metadata,
    Column("article", Text, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, primary_key=True),
    _words("title"),
    Column("published", Text),
    _words("text"),
    Column("fetched", Instant),
    Column("replaced", Instant, nullable=False),
)

# Near-duplicate signatures, cut into bands: two articles that share a band are compared. What an article's are
# its text tells (bot/store/copies.py), so that nothing but the bands themselves has to be kept in order.
article_band = Table(
    "article_band",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("article", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# The bytes as received, for `reprocess`, while they are kept.
page = Table(
    "page",
    metadata,
    Column("article", Text, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    _words("source"),
    _words("url"),
    _words("final_url"),
    Column("status", Integer, nullable=False),
    _words("headers"),
    Column("body", LargeBinary, nullable=False),
    Column("fetched", Instant, nullable=False, index=True),
)

# Records (结构化记录), merged; `body` is the contract's JSON, the other columns what is asked for.
record = Table(
    "record",
    metadata,
    Column("id", Text, primary_key=True),
    _words("kind"),
    _words("name"),
    Column("status", Text),
    Column("first_day", Integer, index=True),  # proleptic ordinals of start, end and deadline
    Column("last_day", Integer),
    Column("deadline_day", Integer),
    Column("series", Text, index=True),
    Column("edition", Integer),
    Column("confidence", Float, nullable=False),
    _words("body"),
    Column("first_seen", Instant, nullable=False),
    Column("last_seen", Instant, nullable=False, index=True),
    Column("revision", Integer, nullable=False),  # of its facts; SEQUENCE of RFC 5545
    _few("deadline_day"),
)

# What one article said of a record, before merging: the record is always the fold of its readings.
reading = Table(
    "reading",
    metadata,
    Column("article", Text, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("record", Text, ForeignKey("record.id", ondelete="CASCADE"), nullable=False, index=True),
    _words("body"),
)

# Under which keys a record is looked for when another article tells of it, with the days from which to which it
# may be held (bot/store/records.py): what is so keyed and lies near is read off the primary key alone.
record_key = Table(
    "record_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("low", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, ForeignKey("record.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("high", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# The registry: who and which body stands in which record, in which part and post.
appearance = Table(
    "appearance",
    metadata,
    Column("record", Text, ForeignKey("record.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("sort", String(12), nullable=False),  # person | organisation
    _words("name"),
    _words("pinyin"),
    Column("role", Text, nullable=False),
    Column("organisation", Text),
    Column("title", Text),
    Index(None, "sort", "name"),
    Index(None, "sort", "pinyin"),
    _few("organisation"),
)

source_state = Table(
    "source_state",
    metadata,
    Column("id", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("content_hash", Text),
    Column("last_attempt", Instant),
    Column("last_success", Instant),
    Column("next_due", Instant),
    Column("failures", Integer, nullable=False),
    Column("items", Integer, nullable=False),
    _words("health"),
    Column("health_since", Instant),
    _words("detail"),
    _words("habits"),
)

subscriber = Table(
    "subscriber",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("channel", String(16), nullable=False),
    _words("address"),
    _words("regions"),
    _words("kinds"),
    _words("keywords"),
    Column("confirmed", Boolean, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("token", Text, index=True),
    Column("created", Instant, nullable=False),
    UniqueConstraint("channel", "address"),
)

delivery = Table(
    "delivery",
    metadata,
    Column("issue", Text, primary_key=True),
    Column("subscriber", Text, primary_key=True),
    Column("channel", String(16), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("state", String(16), nullable=False, index=True),
    Column("attempts", Integer, nullable=False),
    Column("updated", Instant, nullable=False),
    Column("answer", Text),
    _words("payload"),
    Column("due", Instant),
)

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    _words("value"),
)

# The search index (bot/store/search.py): documents numbered without gaps, postings by hashed term.
search_state = Table(
    "search_state",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("next_doc", Integer, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("generation", Integer, nullable=False),
)

search_doc = Table(
    "search_doc",
    metadata,
    Column("doc", Integer, primary_key=True, autoincrement=False),
    _words("item"),
    Column("kind", SmallInteger, nullable=False),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("length", Integer, nullable=False),
    Column("died", Integer),  # the change that replaced it
    Column("terms", LargeBinary),  # until its segment is sealed
    Index(None, "item"),
    _few("died"),
)

search_segment = Table(
    "search_segment",
    metadata,
    Column("segment", Integer, primary_key=True, autoincrement=False),
    Column("docs", LargeBinary, nullable=False),
)

search_page = Table(
    "search_page",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)
