"""Action plans: themes, actions with their three dates, leads, and every move of a forecast."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.plan import ActionStatus, Classification, LeadRole, PlanState
from bot.rag import Rag, RagScale
from bot.timescale import Timescale
from storage.tables.declarative import WHOLE, TenantRow
from storage.tables.reach import AskedFirstRow
from storage.tables.timescales import optional_timescale, timescale


class PlanRow(TenantRow):
    """An action plan."""

    __tablename__ = "plan"

    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"), index=True)
    title: Mapped[str]
    state: Mapped[PlanState]
    tolerance_days: Mapped[int]
    fiscal_start_month: Mapped[int]
    quarters_by_calendar: Mapped[bool]
    scale_complete: Mapped[list[str]] = mapped_column(JSON)
    scale: Mapped[RagScale] = mapped_column(server_default=RagScale.THREE_POINT.value)
    document_columns: Mapped[list[Any]] = mapped_column(JSON, server_default="[]")
    marking: Mapped[str] = mapped_column(server_default="")
    made_at: Mapped[datetime]
    went_live_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    paused_at: Mapped[datetime | None]
    paused_until: Mapped[datetime | None]
    ends_on: Mapped[date | None]
    classification: Mapped[Classification] = mapped_column(default=Classification.UNRESTRICTED)

    themes: Mapped[list[ThemeRow]] = relationship(lazy=WHOLE, order_by="ThemeRow.position")
    actions: Mapped[list[ActionRow]] = relationship(lazy=WHOLE, order_by="ActionRow.position")
    asked_first: Mapped[list[AskedFirstRow]] = relationship(lazy=WHOLE, order_by="AskedFirstRow.id")
    local_words: Mapped[list[LocalWordRow]] = relationship(lazy=WHOLE, order_by="LocalWordRow.id")


class LocalWordRow(TenantRow):
    """A plan's own words for a state or a colour; `meaning` is the value of either."""

    __tablename__ = "local_word"
    __table_args__ = (UniqueConstraint("plan_id", "words"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    words: Mapped[str]
    meaning: Mapped[str] = mapped_column(String(32))


class ThemeRow(TenantRow):
    """A heading of a plan."""

    __tablename__ = "theme"
    __table_args__ = (UniqueConstraint("plan_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    position: Mapped[int]
    ref: Mapped[str]
    title: Mapped[str]


class ActionRow(TenantRow):
    """An action. `version` rises with every decided change and refuses the second of two writers."""

    __tablename__ = "action"
    __table_args__ = (UniqueConstraint("plan_id", "ref"), UniqueConstraint("plan_id", "position"))

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    position: Mapped[int]
    row: Mapped[int]
    ref: Mapped[str]
    theme_ref: Mapped[str | None]
    recommendation: Mapped[str]
    text: Mapped[str]
    outcome: Mapped[str]
    status: Mapped[ActionStatus]
    status_text: Mapped[str]
    rag: Mapped[Rag | None]
    baseline_due: Mapped[Timescale | None] = optional_timescale("baseline")
    approved_due: Mapped[Timescale | None] = optional_timescale("approved")
    forecast_due: Mapped[Timescale | None] = optional_timescale("forecast")
    completed_on: Mapped[date | None]
    narrative: Mapped[str | None]
    path_to_green: Mapped[str | None]
    blocker: Mapped[str | None]
    support_wanted: Mapped[bool] = mapped_column(default=False)
    percent: Mapped[int | None]
    comments: Mapped[str]
    rag_reason: Mapped[str | None]
    waiting_for: Mapped[str | None]
    superseded_by: Mapped[str | None]
    help_from: Mapped[str | None]
    status_reason: Mapped[str | None]
    duty: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    check_on: Mapped[date | None]
    risk_ref: Mapped[str | None]
    workstream: Mapped[str] = mapped_column(server_default="")
    reported_at: Mapped[datetime | None]
    changed_at: Mapped[datetime | None]
    added_at: Mapped[datetime | None]

    leads: Mapped[list[LeadRow]] = relationship(lazy=WHOLE, order_by="LeadRow.position")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  # declarative's own name for it


class LeadRow(TenantRow):
    """A lead of an action, in the order the plan names them."""

    __tablename__ = "action_lead"
    __table_args__ = (UniqueConstraint("action_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[LeadRole]
    position: Mapped[int]


class MoveRow(TenantRow):
    """One move of an action's finish: a lead's, by an update, or one that a document told of; one that was
    undone is taken back."""

    __tablename__ = "date_move"

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True)
    update_id: Mapped[int | None] = mapped_column(ForeignKey("progress_update.id"), index=True)
    was: Mapped[Timescale | None] = optional_timescale("was")
    now: Mapped[Timescale] = timescale("now")
    reason: Mapped[str | None]
    moved_on: Mapped[date]
    moved_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime | None]
    taken_back_at: Mapped[datetime | None]


class PlanChangeRow(TenantRow):
    """What one write changed of a plan itself (its tolerance, its scale): never rewritten."""

    __tablename__ = "plan_change"
    __table_args__ = (Index(None, "plan_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    at: Mapped[datetime]
    changed: Mapped[Any] = mapped_column(JSON)


class ActionChangeRow(TenantRow):
    """What one write changed of an action, as a list of fields as they were and are: never rewritten."""

    __tablename__ = "action_change"
    __table_args__ = (Index(None, "plan_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"))
    at: Mapped[datetime]
    changed: Mapped[Any] = mapped_column(JSON)
