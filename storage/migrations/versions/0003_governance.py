"""Boards and their papers, extensions, decisions, help asked for, and digests as dated records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations.columns import (
    days,
    index,
    instants,
    jsons,
    reference,
    tenant,
    texts,
    timescale,
    unique,
    words,
)

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_OF_AN_ACTION = ("rag_reason", "waiting_for", "superseded_by", "help_from", "status_reason")


def upgrade() -> None:
    """Create it."""
    _more_of_an_action()
    _asked_of_others()
    _settled()
    _boards()
    _the_past()
    _dated()


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("delivery", "edits_ts")
    for table in ("erratum", "dated_record"):
        op.drop_table(table)
    _no_past()
    _no_boards()
    for table in ("date_correction", "decision", "helping_group", "help_request", "extension_request"):
        op.drop_table(table)
    with op.batch_alter_table("action") as action:
        for name in (*_OF_AN_ACTION, "duty", "check_on"):
            action.drop_column(name)
    op.drop_column("plan", "scale")


def _more_of_an_action() -> None:
    for column in (
        *texts(*_OF_AN_ACTION, nullable=True),
        sa.Column("duty", sa.JSON(none_as_null=True), nullable=True),
        *days("check_on", nullable=True),
    ):
        op.add_column("action", column)
    op.add_column("plan", sa.Column("scale", sa.String(32), nullable=False, server_default="three_point"))


def _asked_of_others() -> None:
    op.create_table(
        "extension_request",
        *tenant(),
        reference("action_id", "action"),
        reference("asked_by", "person"),
        *instants("asked_at"),
        *timescale("was", nullable=True),
        *timescale("wanted"),
        *texts("reason", "minute_ref", "answer"),
        *words("state"),
        reference("meeting_id", "meeting", nullable=True),
        reference("decided_by", "person", nullable=True),
        *instants("decided_at", nullable=True),
    )
    index("extension_request", "action_id")
    op.create_table(
        "help_request",
        *tenant(),
        reference("action_id", "action"),
        *words("kind"),
        *texts("of", "words", "answer"),
        reference("asked_by", "person"),
        *instants("asked_at"),
        *texts("channel", nullable=True),
        reference("answered_by", "person", nullable=True),
        *instants("answered_at", "ended_at", nullable=True),
        reference("ended_by", "person", nullable=True),
    )
    index("help_request", "action_id")
    op.create_table(
        "helping_group",
        *tenant(),
        reference("partnership_id", "partnership"),
        *texts("name", "name_key"),
        *texts("channel", nullable=True),
        unique("partnership_id", "name_key"),
    )


def _settled() -> None:
    op.create_table(
        "decision",
        *tenant(),
        reference("partnership_id", "partnership"),
        *words("kind", "state"),
        *texts("words", "minute_ref", "lead_name", "ref"),
        reference("recorded_by", "person"),
        *instants("made_at"),
        reference("plan_id", "plan", nullable=True),
        reference("meeting_id", "meeting", nullable=True),
        *timescale("due", nullable=True),
        reference("action_id", "action", nullable=True),
    )
    index("decision", "partnership_id")
    op.create_table(
        "date_correction",
        *tenant(),
        reference("action_id", "action"),
        *timescale("was", nullable=True),
        *timescale("now"),
        *texts("reason"),
        reference("corrected_by", "person"),
        *instants("corrected_at"),
    )
    index("date_correction", "action_id")


def _boards() -> None:
    op.add_column("meeting", *days("briefing_on", nullable=True))
    op.add_column("meeting", *instants("removed_at", nullable=True))
    op.add_column("plan", _unrestricted("classification"))
    op.add_column("partnership", _unrestricted("channel_classification"))
    op.create_table(
        "body",
        *tenant(),
        reference("partnership_id", "partnership"),
        *texts("name", "name_key"),
        unique("partnership_id", "name_key"),
    )
    op.create_table(
        "plan_body",
        *tenant(),
        reference("plan_id", "plan"),
        reference("body_id", "body"),
        *words("remit"),
        *days("from_on"),
        *days("until_on", nullable=True),
    )
    index("plan_body", "plan_id")
    op.create_table(
        "meeting_change",
        *tenant(),
        reference("meeting_id", "meeting"),
        *instants("at"),
        reference("by_id", "person", nullable=True),
        *jsons("was", nullable=True),
        *jsons("now"),
    )
    index("meeting_change", "meeting_id")
    op.create_table(
        "forward_item",
        *tenant(),
        reference("partnership_id", "partnership"),
        reference("body_id", "body", nullable=True),
        *words("kind"),
        *texts("what"),
        *timescale("when"),
        *days("settled_on", nullable=True),
    )
    index("forward_item", "partnership_id")


def _the_past() -> None:
    op.add_column("action", *instants("added_at", nullable=True))
    op.add_column("date_move", *instants("at", nullable=True))
    op.add_column("date_move", *instants("taken_back_at", nullable=True))
    op.execute(
        "UPDATE date_move SET at = (SELECT settled_at FROM progress_update "
        "WHERE progress_update.id = date_move.update_id)"
    )
    op.create_table(
        "action_change",
        *tenant(),
        reference("plan_id", "plan"),
        reference("action_id", "action"),
        *instants("at"),
        *jsons("changed"),
    )
    index("action_change", "plan_id", "at")


def _dated() -> None:
    op.add_column("delivery", *texts("edits_ts", nullable=True))
    op.create_table(
        "dated_record",
        *tenant(),
        reference("partnership_id", "partnership"),
        reference("meeting_id", "meeting", nullable=True),
        *words("kind"),
        *texts("number"),
        *instants("as_at"),
        *words("classification"),
        *texts("audit_head"),
        *jsons("facts"),
        unique("partnership_id", "number"),
    )
    index("dated_record", "partnership_id", "kind", "as_at")
    op.create_table(
        "erratum",
        *tenant(),
        reference("record_id", "dated_record"),
        reference("action_id", "action"),
        reference("update_id", "progress_update"),
        *instants("at"),
        *jsons("changed"),
        *words("state"),
    )
    index("erratum", "record_id")


def _no_past() -> None:
    op.drop_table("action_change")
    op.execute("DELETE FROM date_move WHERE taken_back_at IS NOT NULL")
    op.drop_column("date_move", "taken_back_at")
    op.drop_column("date_move", "at")
    op.drop_column("action", "added_at")


def _no_boards() -> None:
    for table in ("forward_item", "meeting_change", "plan_body", "body"):
        op.drop_table(table)
    op.drop_column("partnership", "channel_classification")
    op.drop_column("plan", "classification")
    op.drop_column("meeting", "removed_at")
    op.drop_column("meeting", "briefing_on")


def _unrestricted(name: str) -> sa.Column[str]:
    """A classification; what was there before was never restricted."""
    return sa.Column(name, sa.String(32), nullable=False, server_default="unrestricted")
