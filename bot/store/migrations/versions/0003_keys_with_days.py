"""Keys of records with the days a record may be held, so that what lies far off is not even looked at."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table anew and empty: opening the store fills it from the records."""
    op.drop_table("record_key")
    op.create_table(
        "record_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("low", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record"], ["record.id"], name=op.f("fk_record_key_record"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "low", "record", name=op.f("pk_record_key")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_record_key_record"), "record_key", ["record"], unique=False)
