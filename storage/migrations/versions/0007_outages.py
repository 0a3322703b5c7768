"""When the program could not be reached, so that people are told what may not have arrived."""

from __future__ import annotations

from alembic import op

from storage.migrations.columns import instants, own_id, unique

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One row for each such time."""
    op.create_table("outage", own_id(), *instants("since", "until"), unique("since"))


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("outage")
