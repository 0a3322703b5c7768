"""Who sits on a body, and as what."""

from __future__ import annotations

from alembic import op

from storage.migrations.columns import days, reference, tenant, unique, words

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One row for each person on a body."""
    op.create_table(
        "seat",
        *tenant(),
        reference("body_id", "body"),
        reference("person_id", "person"),
        *words("role"),
        reference("supports_id", "person", nullable=True),
        *days("until_on", nullable=True),
        unique("body_id", "person_id"),
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("seat")
