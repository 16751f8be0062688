"""Fewer indexes: each article stored has to be put into every one of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_UNREAD = (("article", "source"), ("article", "fold"), ("record", "first_seen"))
_FEW = (("record", "deadline_day"), ("appearance", "organisation"), ("search_doc", "died"))


def upgrade() -> None:
    """Drop those that nothing reads, leave out of others the rows that have nothing there.

    The table of bands is made anew and empty: opening the store fills it from the articles.
    """
    for table, column in _UNREAD:
        op.drop_index(op.f(f"ix_{table}_{column}"), table)
    for table, column in _FEW:
        there = sa.text(f"{column} IS NOT NULL")
        name = op.f(f"ix_{table}_{column}")
        op.drop_index(name, table)
        op.create_index(name, table, [column], unique=False, sqlite_where=there, postgresql_where=there)
    op.drop_table("article_band")
    op.create_table(
        "article_band",
        sa.Column("band", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("band", "article", name=op.f("pk_article_band")),
        sqlite_with_rowid=False,
    )
