"""When a part that could not be delivered is to be tried again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; what waits now is due at once."""
    op.add_column("delivery", sa.Column("due", sa.String(32), nullable=True))
