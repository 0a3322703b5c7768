"""What running on several machines needs to remember."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count what was posted again and looked after; know whose each event is, and when it was sent."""
    op.add_column("delivery", _count("reposts"))
    op.add_column("delivery", _count("sweeps"))
    op.add_column("delivery", sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True))
    for name in ("author", "sent_ts"):
        op.add_column("inbox", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_inbox_team_author_state", "inbox", ["team", "author", "state"])


def downgrade() -> None:
    """Take it away again."""
    op.drop_index("ix_inbox_team_author_state", "inbox")
    for name in ("sent_ts", "author"):
        op.drop_column("inbox", name)
    for name in ("posted_at", "sweeps", "reposts"):
        op.drop_column("delivery", name)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default="0")
