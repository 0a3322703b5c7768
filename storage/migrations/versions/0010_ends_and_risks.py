"""The day a plan is to end, which some of its work outlives, and the risk an action is linked to."""

from __future__ import annotations

from alembic import op

from storage.migrations.columns import days, texts

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Neither is known of what there is."""
    op.add_column("plan", *days("ends_on", nullable=True))
    op.add_column("action", *texts("risk_ref", nullable=True))


def downgrade() -> None:
    """Take both away again."""
    op.drop_column("action", "risk_ref")
    op.drop_column("plan", "ends_on")
