"""Versions of a plan's document, and the doubts answered on the way in."""

from __future__ import annotations

from alembic import op

from storage.migrations.columns import instants, jsons, numbers, reference, tenant, texts, unique, words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create it."""
    op.create_table(
        "plan_doubt",
        *tenant(),
        reference("plan_id", "plan"),
        *numbers("position", "row"),
        *words("kind"),
        *texts("place", "message"),
        *jsons("actions"),
        *words("state"),
        *texts("answer", nullable=True),
        reference("settled_by", "person", nullable=True),
        *instants("settled_at", nullable=True),
        unique("plan_id", "position"),
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("plan_doubt")
