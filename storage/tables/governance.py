"""Requests for more time, help asked of others, decisions, and corrections of the plan's dates."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.asks import Result
from bot.governance import DecisionKind, DecisionState, ExtensionState, HelpKind
from bot.timescale import Timescale
from storage.tables.declarative import WHOLE, TenantRow
from storage.tables.timescales import optional_timescale, timescale


class ExtensionRow(TenantRow):
    """A request for more time."""

    __tablename__ = "extension_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    was: Mapped[Timescale | None] = optional_timescale("was")
    wanted: Mapped[Timescale] = timescale("wanted")
    reason: Mapped[str]
    state: Mapped[ExtensionState]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    minute_ref: Mapped[str]
    answer: Mapped[str]


class HelpRow(TenantRow):
    """Help that somebody beside the lead was asked for, or took on."""

    __tablename__ = "help_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True)
    kind: Mapped[HelpKind]
    of: Mapped[str]
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    words: Mapped[str]
    channel: Mapped[str | None]
    answer: Mapped[str]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class GroupRow(TenantRow):
    """A group that can be asked for help. `name_key` is its name as compared."""

    __tablename__ = "helping_group"
    __table_args__ = (UniqueConstraint("partnership_id", "name_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"))
    name: Mapped[str]
    name_key: Mapped[str]
    channel: Mapped[str | None]


class DecisionRow(TenantRow):
    """A decision of a body, or a new action it agreed."""

    __tablename__ = "decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"), index=True)
    kind: Mapped[DecisionKind]
    words: Mapped[str]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    state: Mapped[DecisionState]
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    minute_ref: Mapped[str]
    lead_name: Mapped[str]
    due: Mapped[Timescale | None] = optional_timescale("due")
    ref: Mapped[str]
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"))

    outcome: Mapped[OutcomeRow | None] = relationship(lazy=WHOLE)


class OutcomeRow(TenantRow):
    """What a body did about an ask of its pack; its decision has the words, the meeting and the minute."""

    __tablename__ = "ask_outcome"

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), index=True)
    about: Mapped[str]
    result: Mapped[Result]
    forward_item_id: Mapped[int | None] = mapped_column(ForeignKey("forward_item.id"))


class CorrectionRow(TenantRow):
    """A first date that was transcribed wrongly, with both values."""

    __tablename__ = "date_correction"

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True)
    was: Mapped[Timescale | None] = optional_timescale("was")
    now: Mapped[Timescale] = timescale("now")
    reason: Mapped[str]
    corrected_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    corrected_at: Mapped[datetime]
