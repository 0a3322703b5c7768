"""Versions of a plan's document: how it is laid out, what each version changed, and dates it moved."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import (
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
    op.add_column("plan", sa.Column("document_columns", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("plan", sa.Column("marking", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "plan_version",
        *tenant(),
        reference("plan_id", "plan"),
        *numbers("number"),
        *texts("name"),
        *instants("taken_at"),
        reference("taken_by", "person", nullable=True),
        unique("plan_id", "number"),
    )
    op.create_table(
        "version_change",
        *tenant(),
        reference("version_id", "plan_version"),
        reference("action_id", "action"),
        *words("field", "kind"),
        *jsons("was", "now", nullable=True),
        *texts("reason", nullable=True),
    )
    index("version_change", "version_id")
    index("version_change", "action_id")
    op.create_table(
        "pending_version",
        *tenant(),
        reference("plan_id", "plan"),
        *texts("name"),
        *jsons("draft", "answers"),
        reference("proposed_by", "person", nullable=True),
        *instants("proposed_at"),
        unique("plan_id"),
    )
    op.create_table(
        "person_elsewhere",
        *tenant(),
        reference("person_id", "person"),
        *instants("noted_at"),
        unique("person_id"),
    )
    op.create_table(
        "asked_first",
        *tenant(),
        reference("plan_id", "plan"),
        reference("person_id", "person"),
        unique("plan_id", "person_id"),
    )
    index("asked_first", "person_id")
    _moves_without_an_update(nullable=True)


def downgrade() -> None:
    """Take it away again; a move that only a document told of has no place in the older record."""
    op.execute("DELETE FROM date_move WHERE update_id IS NULL OR moved_by IS NULL")
    _moves_without_an_update(nullable=False)
    op.drop_table("asked_first")
    op.drop_table("person_elsewhere")
    op.drop_table("plan_doubt")
    op.drop_table("pending_version")
    op.drop_table("version_change")
    op.drop_table("plan_version")
    with op.batch_alter_table("plan") as plan:
        plan.drop_column("marking")
        plan.drop_column("document_columns")


def _moves_without_an_update(*, nullable: bool) -> None:
    """A board's new date comes in a document, without an update and perhaps without a person."""
    with op.batch_alter_table("date_move") as moves:
        moves.alter_column("update_id", existing_type=sa.Integer(), nullable=nullable)
        moves.alter_column("moved_by", existing_type=sa.Integer(), nullable=nullable)
