"""The record from its beginning: every table, and the triggers that keep the audit trail as written."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create everything."""
    _people()
    _plans()
    _conversations()
    _moves()
    _deliveries()
    _audit()
    _guard_audit()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _tenant() -> sa.Column[int]:
    return _reference("workspace_id", "workspace")


def _reference(name: str, table: str, *, nullable: bool = False, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{table}.id"), nullable=nullable, primary_key=key)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _word(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), nullable=nullable)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _json(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.JSON, nullable=nullable)


def _day(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date, nullable=nullable)


def _timescale(name: str, *, nullable: bool = False) -> tuple[sa.Column[object], ...]:
    return (
        _day(f"{name}_start", nullable=nullable),
        _day(f"{name}_end", nullable=nullable),
        sa.Column(f"{name}_precision", sa.String(32), nullable=nullable),
        sa.Column(f"{name}_words", sa.Text, nullable=nullable),
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _people() -> None:
    op.create_table(
        "workspace",
        _id(),
        _word("platform"),
        _text("external_id"),
        _text("name"),
        sa.UniqueConstraint("platform", "external_id"),
    )
    op.create_table(
        "organisation",
        _id(),
        _tenant(),
        _text("name"),
        _text("name_key"),
        sa.UniqueConstraint("workspace_id", "name_key"),
    )
    op.create_table(
        "person",
        _id(),
        _tenant(),
        _text("name"),
        _text("name_key"),
        _flag("is_post"),
        _flag("is_active"),
        _instant("introduced_at", nullable=True),
        sa.UniqueConstraint("workspace_id", "name_key"),
    )
    op.create_table(
        "person_organisation",
        _id(),
        _tenant(),
        _reference("person_id", "person"),
        _reference("organisation_id", "organisation"),
        sa.UniqueConstraint("person_id", "organisation_id"),
    )
    _index("person_organisation", "organisation_id")
    op.create_table(
        "identity",
        _id(),
        _tenant(),
        _reference("person_id", "person"),
        _text("external_id"),
        sa.UniqueConstraint("workspace_id", "external_id"),
        sa.UniqueConstraint("person_id"),
    )
    op.create_table(
        "partnership",
        _id(),
        _tenant(),
        _text("name"),
        _text("name_key"),
        _text("channel", nullable=True),
        _text("zone"),
        _text("nation"),
        _word("cadence"),
        sa.Column("ask_at", sa.Time, nullable=False),
        _number("ask_working_days"),
        _number("digest_weekday"),
        sa.Column("digest_at", sa.Time, nullable=False),
        _number("digest_late_cutoff_hours"),
        _number("grace_rounds"),
        sa.UniqueConstraint("workspace_id", "name_key"),
    )
    op.create_table(
        "partnership_role",
        _id(),
        _tenant(),
        _reference("partnership_id", "partnership"),
        _reference("person_id", "person"),
        _word("role"),
        _number("position"),
        sa.UniqueConstraint("partnership_id", "role", "person_id"),
    )
    _index("partnership_role", "person_id")
    op.create_table(
        "meeting",
        _id(),
        _tenant(),
        _reference("partnership_id", "partnership"),
        _text("body"),
        *_timescale("on"),
        _day("papers_due_on", nullable=True),
        sa.Column("updates_by", sa.DateTime(timezone=False), nullable=True),
        sa.UniqueConstraint("partnership_id", "body", "on_start", "on_end"),
    )


def _plans() -> None:
    op.create_table(
        "plan",
        _id(),
        _tenant(),
        _reference("partnership_id", "partnership"),
        _text("title"),
        _word("state"),
        _number("tolerance_days"),
        _instant("made_at"),
        _instant("went_live_at", nullable=True),
    )
    _index("plan", "partnership_id")
    op.create_table(
        "theme",
        _id(),
        _tenant(),
        _reference("plan_id", "plan"),
        _number("position"),
        _text("ref"),
        _text("title"),
        sa.UniqueConstraint("plan_id", "position"),
    )
    op.create_table(
        "action",
        _id(),
        _tenant(),
        _number("version"),
        _reference("plan_id", "plan"),
        _number("position"),
        _number("row"),
        _text("ref"),
        _text("theme_ref", nullable=True),
        _text("recommendation"),
        _text("text"),
        _text("outcome"),
        _word("status"),
        _text("status_text"),
        _word("rag", nullable=True),
        *_timescale("baseline", nullable=True),
        *_timescale("approved", nullable=True),
        *_timescale("forecast", nullable=True),
        _day("completed_on", nullable=True),
        _text("narrative", nullable=True),
        _text("path_to_green", nullable=True),
        _text("blocker", nullable=True),
        _flag("support_wanted"),
        _number("percent", nullable=True),
        _text("comments"),
        _instant("reported_at", nullable=True),
        _instant("changed_at", nullable=True),
        sa.UniqueConstraint("plan_id", "ref"),
        sa.UniqueConstraint("plan_id", "position"),
    )
    op.create_table(
        "action_lead",
        _id(),
        _tenant(),
        _reference("action_id", "action"),
        _reference("person_id", "person"),
        _word("role"),
        _number("position"),
        sa.UniqueConstraint("action_id", "person_id"),
    )
    _index("action_lead", "person_id")


def _conversations() -> None:
    op.create_table(
        "message",
        _id(),
        _tenant(),
        _reference("author_id", "person", nullable=True),
        _text("author_external_id"),
        _text("channel"),
        _text("ts"),
        _text("thread_ts", nullable=True),
        _word("route"),
        sa.UniqueConstraint("workspace_id", "channel", "ts"),
    )
    _index("message", "author_id")
    op.create_table(
        "message_version",
        _id(),
        _tenant(),
        _reference("message_id", "message"),
        _text("edited_ts"),
        _flag("is_deleted"),
        _text("text"),
        _instant("at"),
        sa.UniqueConstraint("message_id", "edited_ts", "is_deleted"),
    )
    op.create_table(
        "progress_update",
        _id(),
        _tenant(),
        _reference("message_id", "message", nullable=True),
        _reference("person_id", "person"),
        _reference("plan_id", "plan", nullable=True),
        _reference("action_id", "action", nullable=True),
        _json("candidates"),
        _json("reading"),
        _text("words"),
        _word("state"),
        _word("route"),
        _instant("made_at"),
        _instant("settled_at", nullable=True),
        _reference("settled_by", "person", nullable=True),
        _json("changed"),
    )
    _index("progress_update", "message_id")
    _index("progress_update", "action_id")
    _index("progress_update", "person_id", "state")
    _index("progress_update", "plan_id", "settled_at")
    op.create_table(
        "prompt",
        _id(),
        _tenant(),
        _reference("person_id", "person"),
        _reference("plan_id", "plan"),
        _text("round_key"),
        _word("kind"),
        _instant("made_at"),
        _text("channel", nullable=True),
        _text("ts", nullable=True),
        sa.UniqueConstraint("workspace_id", "person_id", "plan_id", "round_key", "kind"),
    )
    _index("prompt", "plan_id")
    _index("prompt", "workspace_id", "channel", "ts")
    op.create_table(
        "prompt_item",
        _id(),
        _tenant(),
        _reference("prompt_id", "prompt"),
        _reference("action_id", "action"),
        _number("position"),
        sa.UniqueConstraint("prompt_id", "action_id"),
    )
    _index("prompt_item", "action_id")


def _moves() -> None:
    op.create_table(
        "date_move",
        _id(),
        _tenant(),
        _reference("action_id", "action"),
        _reference("update_id", "progress_update"),
        *_timescale("was", nullable=True),
        *_timescale("now"),
        _text("reason", nullable=True),
        _day("moved_on"),
        _reference("moved_by", "person"),
    )
    _index("date_move", "action_id")
    _index("date_move", "update_id")


def _deliveries() -> None:
    op.create_table(
        "delivery",
        _id(),
        _tenant(),
        _reference("partnership_id", "partnership", nullable=True),
        _text("channel"),
        _word("kind"),
        _text("period_key"),
        _number("part"),
        _instant("due_at"),
        _instant("not_before"),
        _instant("late_after", nullable=True),
        _json("subject"),
        _text("thread_ts", nullable=True),
        _json("body", nullable=True),
        _word("state"),
        _number("attempt"),
        _text("claimed_by", nullable=True),
        _instant("claimed_at", nullable=True),
        _instant("lease_until", nullable=True),
        _text("posted_ts", nullable=True),
        _text("reason", nullable=True),
        sa.UniqueConstraint("workspace_id", "channel", "kind", "period_key", "part"),
    )
    _index("delivery", "partnership_id")
    _index("delivery", "state", "not_before")
    op.create_table(
        "calendar_job",
        _id(),
        _tenant(),
        _text("name"),
        _instant("planned_to"),
        sa.UniqueConstraint("workspace_id", "name"),
    )
    op.create_table(
        "inbox",
        _id(),
        _text("team"),
        _text("key"),
        _text("body"),
        _instant("kept_at"),
        _word("state"),
        _number("attempts"),
        _text("claimed_by", nullable=True),
        _instant("lease_until", nullable=True),
        _text("error_class", nullable=True),
        sa.UniqueConstraint("team", "key"),
    )
    _index("inbox", "state", "id")
    op.create_table("heartbeat", sa.Column("replica", sa.Text, primary_key=True), _instant("at"))


def _audit() -> None:
    op.create_table(
        "audit_event",
        _tenant(),
        _reference("partnership_id", "partnership", key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        _instant("at"),
        _reference("actor_id", "person", nullable=True),
        _word("verb"),
        _text("subject"),
        _json("details"),
        _text("words_hmac", nullable=True),
        _text("prev"),
        _text("hash"),
    )
    op.create_table(
        "audit_head",
        _tenant(),
        _reference("partnership_id", "partnership", key=True),
        _number("seq"),
        _text("hash"),
    )


# SQLite's INSERT OR REPLACE deletes without firing a delete trigger unless recursive_triggers is on, which
# a stranger's connection need not have: so an insert over an existing event is refused as well.
_SQLITE_GUARDS = (
    """CREATE TRIGGER audit_event_is_not_changed BEFORE UPDATE ON audit_event
    BEGIN SELECT RAISE(ABORT, 'an audit event is never changed'); END""",
    """CREATE TRIGGER audit_event_is_not_removed BEFORE DELETE ON audit_event
    BEGIN SELECT RAISE(ABORT, 'an audit event is never removed'); END""",
    """CREATE TRIGGER audit_event_is_not_replaced BEFORE INSERT ON audit_event
    WHEN EXISTS (SELECT 1 FROM audit_event WHERE partnership_id = NEW.partnership_id AND seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'an audit event is never replaced'); END""",
    """CREATE TRIGGER audit_head_is_not_removed BEFORE DELETE ON audit_head
    BEGIN SELECT RAISE(ABORT, 'the head of a chain is never removed'); END""",
)

_POSTGRESQL_GUARDS = (
    """CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit trail is never rewritten'; END $$""",
    """CREATE TRIGGER audit_event_is_not_rewritten BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()""",
    """CREATE TRIGGER audit_event_is_not_emptied BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()""",
    """CREATE TRIGGER audit_head_is_not_removed BEFORE DELETE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION refuse_rewriting()""",
)


def _guard_audit() -> None:
    guards = {"sqlite": _SQLITE_GUARDS, "postgresql": _POSTGRESQL_GUARDS}
    for guard in guards[op.get_bind().dialect.name]:
        op.execute(guard)
