"""What a delivery's message is known by on the platform, wherever its number may be used again."""

from __future__ import annotations

from alembic import op

from storage.migrations.columns import texts

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Those there are were posted without one, and are known by their numbers."""
    op.add_column("delivery", *texts("postmark", nullable=True))


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("delivery", "postmark")
