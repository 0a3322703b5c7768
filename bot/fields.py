"""The fields of an action that an update may change: stored, put back, and compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.changes import Change, Stored
from bot.conversation import FieldChange
from bot.plan import Action, ActionStatus
from bot.rag import Rag
from bot.stored import (
    date_of,
    duty_of,
    stored_date,
    stored_duty,
    stored_timescale,
    stored_word,
    timescale_of,
)
from bot.waiting import waiting_of

FIELDS = (
    "status",
    "status_text",
    "rag",
    "approved_due",
    "forecast_due",
    "completed_on",
    "percent",
    "blocker",
    "support_wanted",
    "path_to_green",
    "narrative",
    "rag_reason",
    "waiting_for",
    "superseded_by",
    "help_from",
    "status_reason",
    "duty",
    "check_on",
    "risk_ref",
    "workstream",
)
"""What may change of an action: by its lead's word, or (the agreed date) by a decision of the board."""

_STORED: dict[str, Callable[[Any], Stored]] = {
    "approved_due": stored_timescale,
    "forecast_due": stored_timescale,
    "completed_on": stored_date,
    "check_on": stored_date,
    "status": stored_word,
    "rag": stored_word,
    "waiting_for": lambda value: None if value is None else value.stored(),
    "duty": stored_duty,
}
_READ: dict[str, Callable[[object], Any]] = {
    "approved_due": timescale_of,
    "forecast_due": timescale_of,
    "completed_on": date_of,
    "check_on": date_of,
    "status": lambda value: ActionStatus(str(value)),
    "rag": lambda value: None if value is None else Rag(str(value)),
    "waiting_for": waiting_of,
    "duty": duty_of,
}
"""The fields that are not stored as they are: to their stored form, and back."""


def stored_field(action: Action, field: str) -> Stored:
    """One of `FIELDS` as it is stored."""
    value = getattr(action, field)
    tell = _STORED.get(field)
    if tell is not None:
        return tell(value)
    found: Stored = value
    return found


def with_field(action: Action, field: str, value: object) -> Action:
    """The action with one of `FIELDS` set from its stored form."""
    if field in _READ:
        return replace(action, **{field: _READ[field](value)})
    if field not in FIELDS:
        raise ValueError(f"an update does not change {field}")
    return replace(action, **{field: value})  # type: ignore[arg-type]  # FIELDS says which, storage what


def value_of(field: str, stored: object) -> object:
    """The value of a stored field of an action: one of `FIELDS`, or one that only the board changes."""
    if field in ("approved_due", "baseline_due"):
        return timescale_of(stored)
    if field == REPORTED_AT:
        return datetime.fromisoformat(str(stored)) if stored else None
    return _READ[field](stored) if field in _READ else stored


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
