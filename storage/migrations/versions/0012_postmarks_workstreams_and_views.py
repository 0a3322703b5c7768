"""What a delivery's message is known by on the platform, wherever its number may be used again; which
workstream an action belongs to, with what is said of the workstreams themselves; and what members of a body
are asked for the people they speak for, and say; when the record was put back from a backup."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import (
    days,
    flags,
    index,
    instants,
    own_id,
    reference,
    tenant,
    texts,
    unique,
    words,
)

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The messages there are were posted without a postmark, and are known by their numbers; no action
    belongs to a workstream yet, and no seat speaks for anybody in particular."""
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
    op.add_column("seat", sa.Column("constituency", sa.Text(), nullable=False, server_default=""))
    _views()
    op.create_table("restore", own_id(), *instants("taken_at", "restored_at"))


def downgrade() -> None:
    """Take it all away again."""
    op.drop_table("restore")
    op.drop_table("view_wording")
    op.drop_table("member_view")
    op.drop_column("seat", "constituency")
    op.drop_table("workstream")
    op.drop_column("action", "workstream")
    op.drop_column("delivery", "postmark")


def _views() -> None:
    """What was asked of a member, and each wording of what was said."""
    op.create_table(
        "member_view",
        *tenant(),
        reference("partnership_id", "partnership"),
        reference("meeting_id", "meeting"),
        reference("member_id", "person"),
        *texts("constituency"),
        reference("plan_id", "plan"),
        reference("action_id", "action", nullable=True),
        *texts("matter"),
        reference("asked_by", "person"),
        *instants("asked_at", "by_at"),
        reference("put_to", "person", nullable=True),
        *instants("put_at", nullable=True),
        *texts("channel", "ts", "reminder_ts", nullable=True),
        *instants("called_off_at", nullable=True),
    )
    index("member_view", "meeting_id")
    index("member_view", "action_id")
    op.create_table(
        "view_wording",
        *tenant(),
        reference("view_id", "member_view"),
        *texts("words"),
        *flags("is_nothing"),
        reference("said_by", "person"),
        *words("capacity"),
        *instants("at"),
        reference("message_id", "message", nullable=True),
        reference("entered_by", "person", nullable=True),
        *words("heard_by", nullable=True),
        *days("heard_on", nullable=True),
        *instants("undone_at", nullable=True),
    )
    for column in ("view_id", "said_by", "message_id"):
        index("view_wording", column)
