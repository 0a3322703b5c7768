"""What snoozes, closed plans and outcomes recorded afterwards need to remember."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import (
    days,
    flags,
    index,
    instants,
    jsons,
    numbers,
    reference,
    tenant,
    texts,
    unique,
    words,
)

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Each capability adds its own."""
    _people_and_their_hours()
    op.add_column("plan_doubt", sa.Column("proposed", sa.JSON(), nullable=True))
    _accounts()
    _amend()
    _asked_of_boards()
    _pause_and_close()
    _shared_channels()
    op.add_column("workspace", sa.Column("plans_version", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Take it away again."""
    _nothing_asked_of_boards()
    _neither_pause_nor_close()
    _no_shared_channels()
    op.drop_column("workspace", "plans_version")
    op.drop_column("plan_doubt", "proposed")
    op.drop_column("identity", "account_kind")
    op.drop_table("amendment")
    _no_hours()


def _people_and_their_hours() -> None:
    """Each person's own zone and nation, quiet hours, prompts put off, and who holds a post."""
    with op.batch_alter_table("person") as person:
        for column in words("zone", "nation", nullable=True):
            person.add_column(column)
    with op.batch_alter_table("partnership") as partnership:
        for name, at in (("quiet_from", "18:00:00"), ("quiet_until", "08:00:00")):
            partnership.add_column(sa.Column(name, sa.Time(), nullable=False, server_default=at))
    with op.batch_alter_table("prompt") as prompt:
        prompt.add_column(*instants("snoozed_until", nullable=True))
    op.create_table(
        "post_holding",
        *tenant(),
        reference("post_id", "person"),
        reference("holder_id", "person", nullable=True),
        *flags("is_interim"),
        *days("from_on"),
        *days("until_on", nullable=True),
        reference("set_by", "person"),
        *instants("set_at"),
    )
    index("post_holding", "post_id")


def _no_hours() -> None:
    op.drop_table("post_holding")
    with op.batch_alter_table("prompt") as prompt:
        prompt.drop_column("snoozed_until")
    with op.batch_alter_table("partnership") as partnership:
        for name in ("quiet_from", "quiet_until"):
            partnership.drop_column(name)
    with op.batch_alter_table("person") as person:
        for name in ("zone", "nation"):
            person.drop_column(name)


def _accounts() -> None:
    """Whose accounts people use: a member's, a guest's, another organisation's."""
    kind = sa.Column("account_kind", sa.String(32), nullable=False, server_default="member")
    op.add_column("identity", kind)


def _amend() -> None:
    """What officers change of their plans from chat."""
    op.create_table(
        "amendment",
        *tenant(),
        reference("plan_id", "plan"),
        reference("said_by", "person"),
        *instants("made_at"),
        *jsons("said"),
        *words("state"),
        reference("version_id", "plan_version", nullable=True),
        reference("settled_by", "person", nullable=True),
        *instants("settled_at", nullable=True),
    )
    index("amendment", "plan_id")


def _asked_of_boards() -> None:
    """What became of a pack's asks; what comes round again; how a plan itself was changed."""
    op.create_table(
        "ask_outcome",
        *tenant(),
        reference("decision_id", "decision"),
        *texts("about"),
        *words("result"),
        reference("forward_item_id", "forward_item", nullable=True),
    )
    index("ask_outcome", "decision_id")
    op.add_column("forward_item", sa.Column("every_months", sa.Integer(), nullable=True))
    op.create_table(
        "plan_change",
        *tenant(),
        reference("plan_id", "plan"),
        *instants("at"),
        *jsons("changed"),
    )
    index("plan_change", "plan_id", "at")


def _nothing_asked_of_boards() -> None:
    op.drop_table("plan_change")
    op.drop_column("forward_item", "every_months")
    op.drop_table("ask_outcome")


def _pause_and_close() -> None:
    """Plans that rest, and plans that are being closed."""
    for name in ("paused_at", "paused_until"):
        op.add_column("plan", *instants(name, nullable=True))
    op.create_table(
        "plan_closing",
        *tenant(),
        reference("plan_id", "plan"),
        *words("state"),
        reference("begun_by", "person"),
        *instants("begun_at"),
        *numbers("asked_times"),
        reference("settled_by", "person", nullable=True),
        *instants("settled_at", nullable=True),
    )
    index("plan_closing", "plan_id")
    op.create_table(
        "closing_end",
        *tenant(),
        reference("closing_id", "plan_closing"),
        reference("action_id", "action"),
        *words("end"),
        *texts("words"),
        reference("said_by", "person"),
        reference("update_id", "progress_update", nullable=True),
        unique("closing_id", "action_id"),
    )
    index("closing_end", "action_id")


def _neither_pause_nor_close() -> None:
    op.drop_table("closing_end")
    op.drop_table("plan_closing")
    for name in ("paused_until", "paused_at"):
        op.drop_column("plan", name)


def _shared_channels() -> None:
    """Whether a channel that other organisations share is posted to, and which was last seen to be one."""
    with op.batch_alter_table("partnership") as partnership:
        partnership.add_column(
            sa.Column("posts_outside", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        for column in texts("shared_channel", nullable=True):
            partnership.add_column(column)


def _no_shared_channels() -> None:
    with op.batch_alter_table("partnership") as partnership:
        for name in ("shared_channel", "posts_outside"):
            partnership.drop_column(name)
