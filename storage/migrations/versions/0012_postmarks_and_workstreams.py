"""What a delivery's message is known by on the platform, wherever its number may be used again; and which
workstream an action belongs to, with what is said of the workstreams themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import flags, reference, tenant, texts, unique

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The messages there are were posted without a postmark, and are known by their numbers; no action
    belongs to a workstream yet."""
    op.add_column("delivery", *texts("postmark", nullable=True))
    op.add_column("action", sa.Column("workstream", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "workstream",
        *tenant(),
        reference("partnership_id", "partnership"),
        *texts("name", "name_key"),
        reference("body_id", "body", nullable=True),
        *texts("channel", nullable=True),
        *flags("is_restricted", "is_shared"),
        unique("partnership_id", "name_key"),
    )


def downgrade() -> None:
    """Take it all away again."""
    op.drop_table("workstream")
    op.drop_column("action", "workstream")
    op.drop_column("delivery", "postmark")
