"""What is asked for with every message is found at once, and kept until it changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import index

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count the changes of who is who; find notices by when they were due, and asks by who was asked."""
    op.add_column("workspace", sa.Column("people_version", sa.Integer(), nullable=False, server_default="0"))
    index("delivery", "kind", "due_at")
    index("prompt", "person_id")
    index("prompt", "deputy_id")


def downgrade() -> None:
    """Take it away again."""
    for table, columns in (("prompt", "deputy_id"), ("prompt", "person_id"), ("delivery", "kind_due_at")):
        op.drop_index(f"ix_{table}_{columns}", table)
    op.drop_column("workspace", "people_version")
