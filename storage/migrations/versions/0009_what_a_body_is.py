"""How often a body is to meet in a year, and whom its papers go to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody has said so yet, of any body."""
    op.add_column("body", sa.Column("least_yearly", sa.Integer(), nullable=True))
    op.add_column("body", sa.Column("distribution", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("body", "distribution")
    op.drop_column("body", "least_yearly")
