"""The fields of an action that an update may change: stored, put back, and compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.changes import Change, Stored
from bot.conversation import FieldChange
from bot.plan import Action, ActionStatus
from bot.rag import Rag
from bot.stored import date_of, stored_date, stored_timescale, stored_word, timescale_of

FIELDS = (
    "status",
    "status_text",
    "rag",
    "forecast_due",
    "completed_on",
    "percent",
    "blocker",
    "support_wanted",
    "path_to_green",
    "narrative",
)
"""What an update may change of an action, in the order a read-back tells it."""


def stored_field(action: Action, field: str) -> Stored:
    """One of `FIELDS` as it is stored."""
    value = getattr(action, field)
    if field == "forecast_due":
        return stored_timescale(value)
    if field == "completed_on":
        return stored_date(value)
    if field in ("status", "rag"):
        return stored_word(value)
    found: Stored = value
    return found


def with_field(action: Action, field: str, value: object) -> Action:
    """The action with one of `FIELDS` set from its stored form."""
    if field == "forecast_due":
        return replace(action, forecast_due=timescale_of(value))
    if field == "completed_on":
        return replace(action, completed_on=date_of(value))
    if field == "status":
        return replace(action, status=ActionStatus(str(value)))
    if field == "rag":
        return replace(action, rag=None if value is None else Rag(str(value)))
    if field not in FIELDS:
        raise ValueError(f"an update does not change {field}")
    return replace(action, **{field: value})  # type: ignore[arg-type]  # FIELDS says which, storage what


def changes_between(before: Action, after: Action) -> tuple[Change, ...]:
    """The changes that lead from one state of an action to the other."""
    return tuple(
        Change(before.id, before.version, field, was, now)
        for field in FIELDS
        if (was := stored_field(before, field)) != (now := stored_field(after, field))
    )


def has_changed_since(action: Action, changed: tuple[FieldChange, ...]) -> bool:
    """Whether a field an update wrote has been written again, so that undoing would lose that."""
    return any(stored_field(action, one.field) != one.now for one in changed if one.field in FIELDS)


def undoing(action: Action, changed: tuple[FieldChange, ...]) -> tuple[Change, ...]:
    """The changes that put back what an update wrote."""
    return tuple(
        Change(action.id, action.version, one.field, one.now, one.was)  # type: ignore[arg-type]  # was stored
        for one in changed
        if one.field in FIELDS
    )


def before_update(action: Action, changed: tuple[FieldChange, ...]) -> Action:
    """The action as it stood before an update, which says how the past looked without keeping copies."""
    for one in changed:
        if one.field in FIELDS:
            action = with_field(action, one.field, one.was)
        elif one.field == REPORTED_AT:
            was = datetime.fromisoformat(str(one.was)) if one.was else None
            action = replace(action, reported_at=was)
    return action


REPORTED_AT = "reported_at"
"""When a lead last spoke: kept beside the changes of an update, so that an undo can put it back."""
