"""The record from its beginning: every table, and the triggers that keep the audit trail as written."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage.migrations.audit_guards import GUARDS
from storage.migrations.columns import (
    days,
    flags,
    index,
    instants,
    jsons,
    numbers,
    own_id,
    reference,
    tenant,
    texts,
    times,
    timescale,
    unique,
    wall_times,
    words,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create everything."""
    _people()
    _plans()
    _conversations()
    _deliveries()
    _audit()


def _people() -> None:
    op.create_table(
        "workspace",
        own_id(),
        *words("platform"),
        *texts("external_id", "name"),
        unique("platform", "external_id"),
    )
    op.create_table("organisation", *tenant(), *texts("name", "name_key"), unique("workspace_id", "name_key"))
    op.create_table(
        "person",
        *tenant(),
        *texts("name", "name_key"),
        *flags("is_post", "is_active"),
        *instants("introduced_at", nullable=True),
        unique("workspace_id", "name_key"),
    )
    op.create_table(
        "person_organisation",
        *tenant(),
        reference("person_id", "person"),
        reference("organisation_id", "organisation"),
        unique("person_id", "organisation_id"),
    )
    index("person_organisation", "organisation_id")
    op.create_table(
        "identity",
        *tenant(),
        reference("person_id", "person"),
        *texts("external_id"),
        unique("workspace_id", "external_id"),
        unique("person_id"),
    )
    op.create_table(
        "partnership",
        *tenant(),
        *texts("name", "name_key", "zone", "nation"),
        *texts("channel", nullable=True),
        *words("cadence"),
        *times("ask_at", "digest_at"),
        *numbers("ask_working_days", "digest_weekday", "digest_late_cutoff_hours", "grace_rounds"),
        unique("workspace_id", "name_key"),
    )
    op.create_table(
        "partnership_role",
        *tenant(),
        reference("partnership_id", "partnership"),
        reference("person_id", "person"),
        *words("role"),
        *numbers("position"),
        unique("partnership_id", "role", "person_id"),
    )
    index("partnership_role", "person_id")
    op.create_table(
        "meeting",
        *tenant(),
        reference("partnership_id", "partnership"),
        *texts("body"),
        *timescale("on"),
        *days("papers_due_on", nullable=True),
        *wall_times("updates_by", nullable=True),
        unique("partnership_id", "body", "on_start", "on_end"),
    )


def _plans() -> None:
    op.create_table(
        "plan",
        *tenant(),
        reference("partnership_id", "partnership"),
        *texts("title"),
        *words("state"),
        *numbers("tolerance_days", "fiscal_start_month"),
        *flags("quarters_by_calendar"),
        *jsons("scale_complete"),
        *instants("made_at"),
        *instants("went_live_at", nullable=True),
    )
    index("plan", "partnership_id")
    op.create_table(
        "local_word",
        *tenant(),
        reference("plan_id", "plan"),
        *texts("words"),
        *words("meaning"),
        unique("plan_id", "words"),
    )
    op.create_table(
        "theme",
        *tenant(),
        reference("plan_id", "plan"),
        *numbers("position"),
        *texts("ref", "title"),
        unique("plan_id", "position"),
    )
    op.create_table(
        "action",
        *tenant(),
        reference("plan_id", "plan"),
        *numbers("version", "position", "row"),
        *texts("ref", "recommendation", "text", "outcome", "status_text", "comments"),
        *texts("theme_ref", "narrative", "path_to_green", "blocker", nullable=True),
        *words("status"),
        *words("rag", nullable=True),
        *timescale("baseline", nullable=True),
        *timescale("approved", nullable=True),
        *timescale("forecast", nullable=True),
        *days("completed_on", nullable=True),
        *flags("support_wanted"),
        *numbers("percent", nullable=True),
        *instants("reported_at", "changed_at", nullable=True),
        unique("plan_id", "ref"),
        unique("plan_id", "position"),
    )
    op.create_table(
        "action_lead",
        *tenant(),
        reference("action_id", "action"),
        reference("person_id", "person"),
        *words("role"),
        *numbers("position"),
        unique("action_id", "person_id"),
    )
    index("action_lead", "person_id")


def _conversations() -> None:
    op.create_table(
        "message",
        *tenant(),
        reference("author_id", "person", nullable=True),
        *texts("author_external_id", "channel", "ts"),
        *texts("thread_ts", nullable=True),
        *words("route"),
        unique("workspace_id", "channel", "ts"),
    )
    index("message", "author_id")
    op.create_table(
        "message_version",
        *tenant(),
        reference("message_id", "message"),
        *texts("edited_ts"),
        *flags("is_deleted"),
        *texts("text"),
        *instants("at"),
        unique("message_id", "edited_ts", "is_deleted"),
    )
    op.create_table(
        "progress_update",
        *tenant(),
        reference("message_id", "message", nullable=True),
        reference("person_id", "person"),
        reference("plan_id", "plan", nullable=True),
        reference("action_id", "action", nullable=True),
        *jsons("candidates", "reading"),
        *texts("words"),
        *words("state", "route"),
        *instants("made_at"),
        *instants("settled_at", nullable=True),
        reference("settled_by", "person", nullable=True),
        *jsons("changed"),
    )
    index("progress_update", "message_id")
    index("progress_update", "action_id")
    index("progress_update", "person_id", "state")
    index("progress_update", "plan_id", "settled_at")
    op.create_table(
        "prompt",
        *tenant(),
        reference("person_id", "person"),
        reference("plan_id", "plan"),
        *texts("round_key"),
        *words("kind"),
        *instants("made_at"),
        *texts("channel", "ts", nullable=True),
        unique("workspace_id", "person_id", "plan_id", "round_key", "kind"),
    )
    index("prompt", "plan_id")
    index("prompt", "workspace_id", "channel", "ts")
    op.create_table(
        "prompt_item",
        *tenant(),
        reference("prompt_id", "prompt"),
        reference("action_id", "action"),
        *numbers("position"),
        unique("prompt_id", "action_id"),
    )
    index("prompt_item", "action_id")
    op.create_table(
        "date_move",
        *tenant(),
        reference("action_id", "action"),
        reference("update_id", "progress_update"),
        *timescale("was", nullable=True),
        *timescale("now"),
        *texts("reason", nullable=True),
        *days("moved_on"),
        reference("moved_by", "person"),
    )
    index("date_move", "action_id")
    index("date_move", "update_id")


def _deliveries() -> None:
    op.create_table(
        "delivery",
        *tenant(),
        reference("partnership_id", "partnership", nullable=True),
        *texts("channel", "period_key"),
        *words("kind", "state"),
        *numbers("part", "attempt"),
        *instants("due_at", "not_before"),
        *instants("late_after", "claimed_at", "lease_until", nullable=True),
        *jsons("subject"),
        *jsons("body", nullable=True),
        *texts("thread_ts", "claimed_by", "posted_ts", "reason", nullable=True),
        unique("workspace_id", "channel", "kind", "period_key", "part"),
    )
    index("delivery", "partnership_id")
    index("delivery", "state", "not_before")
    op.create_table(
        "calendar_job", *tenant(), *texts("name"), *instants("planned_to"), unique("workspace_id", "name")
    )
    op.create_table(
        "inbox",
        own_id(),
        *texts("team", "key", "body"),
        *instants("kept_at"),
        *words("state"),
        *numbers("attempts"),
        *texts("claimed_by", "error_class", nullable=True),
        *instants("lease_until", nullable=True),
        unique("team", "key"),
    )
    index("inbox", "state", "id")
    op.create_table("heartbeat", sa.Column("replica", sa.Text, primary_key=True), *instants("at"))


def _audit() -> None:
    op.create_table(
        "audit_event",
        reference("workspace_id", "workspace"),
        reference("partnership_id", "partnership", key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        *instants("at"),
        reference("actor_id", "person", nullable=True),
        *words("verb"),
        *texts("subject"),
        *jsons("details"),
        *texts("words_hmac", nullable=True),
        *texts("prev", "hash"),
    )
    op.create_table(
        "audit_head",
        reference("workspace_id", "workspace"),
        reference("partnership_id", "partnership", key=True),
        *numbers("seq"),
        *texts("hash"),
    )
    for guard in GUARDS[op.get_bind().dialect.name]:
        op.execute(guard)
