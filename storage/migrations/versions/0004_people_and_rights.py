"""Absences, deputies, hand-overs, snoozes, and what the law asks of a record of people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import days, index, instants, jsons, reference, tenant, texts, unique, words

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create it."""
    op.create_table(
        "absence",
        *tenant(),
        reference("person_id", "person"),
        *days("from_on", "until_on"),
        reference("deputy_id", "person", nullable=True),
        reference("noted_by", "person"),
        *instants("noted_at"),
        *instants("ended_at", nullable=True),
    )
    index("absence", "person_id")
    op.create_table(
        "hand_over",
        *tenant(),
        reference("action_id", "action"),
        reference("from_id", "person"),
        reference("to_id", "person"),
        reference("by_id", "person"),
        *instants("at"),
    )
    index("hand_over", "action_id")
    _whose_word()
    _protect()


def downgrade() -> None:
    """Take it away again."""
    _unprotect()
    with op.batch_alter_table("prompt") as prompt:
        prompt.drop_column("deputy_id")
    op.drop_index("ix_progress_update_entered_by", "progress_update")
    with op.batch_alter_table("progress_update") as update:
        for name in ("on_behalf_of", "entered_by", "heard_by", "heard_on"):
            update.drop_column(name)
    op.drop_table("hand_over")
    op.drop_table("absence")


def _whose_word() -> None:
    """A deputy's word is given for somebody; a relayed one was heard elsewhere and entered by another."""
    with op.batch_alter_table("prompt") as prompt:
        prompt.add_column(reference("deputy_id", "person", nullable=True))
    with op.batch_alter_table("progress_update") as update:
        for column in (
            reference("on_behalf_of", "person", nullable=True),
            reference("entered_by", "person", nullable=True),
            *words("heard_by", nullable=True),
            *days("heard_on", nullable=True),
        ):
            update.add_column(column)
    index("progress_update", "entered_by")


def _protect() -> None:
    """Requests for the record, keys that can be destroyed, erasures, and how long words are kept."""
    op.create_table(
        "record_request",
        *tenant(),
        reference("plan_id", "plan"),
        *jsons("action_ids"),
        *instants("asked_at"),
        reference("asked_by", "person", nullable=True),
        *instants("closed_at", nullable=True),
        reference("closed_by", "person", nullable=True),
    )
    index("record_request", "plan_id")
    op.create_table(
        "person_key", *tenant(), reference("person_id", "person"), *texts("key"), unique("person_id")
    )
    op.create_table(
        "erasure",
        *tenant(),
        reference("person_id", "person"),
        reference("asked_by", "person"),
        *instants("asked_at"),
        reference("confirmed_by", "person", nullable=True),
        *instants("confirmed_at", nullable=True),
        unique("person_id"),
    )
    op.add_column("partnership", sa.Column("keep_years", sa.Integer(), nullable=False, server_default="2"))
    op.add_column("plan", *instants("ended_at", nullable=True))


def _unprotect() -> None:
    op.drop_column("plan", "ended_at")
    op.drop_column("partnership", "keep_years")
    op.drop_table("erasure")
    op.drop_table("person_key")
    op.drop_table("record_request")
