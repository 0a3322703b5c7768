"""The fields of an action that a change may set, and how each is read from the stored form of the change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.changes import Change
from bot.plan import ActionStatus
from bot.rag import Rag
from bot.stored import date_of, timescale_of


def _as_it_is(stored: Any) -> Any:
    return stored


def _rag(stored: Any) -> Rag | None:
    return None if stored is None else Rag(stored)


SETTABLE: dict[str, Callable[[Any], Any]] = {
    "status": ActionStatus,
    "status_text": _as_it_is,
    "rag": _rag,
    "approved_due": timescale_of,
    "forecast_due": timescale_of,
    "completed_on": date_of,
    "narrative": _as_it_is,
    "path_to_green": _as_it_is,
    "blocker": _as_it_is,
    "support_wanted": _as_it_is,
    "percent": _as_it_is,
    "rag_reason": _as_it_is,
    "waiting_for": _as_it_is,
    "superseded_by": _as_it_is,
    "help_from": _as_it_is,
    "status_reason": _as_it_is,
    "duty": _as_it_is,
    "check_on": date_of,
    "risk_ref": _as_it_is,
    "workstream": _as_it_is,
    "comments": _as_it_is,
}

FIXED = frozenset(
    {
        *("id", "version", "plan_id", "ref", "theme_ref", "recommendation", "text", "outcome", "leads"),
        *("baseline_due", "row", "reported_at", "moves", "added_at", "deputies"),
    }
)
"""The fields no change may set: an action's identity, its words, and what the record keeps itself."""


def new_value(change: Change) -> Any:
    """What the change sets its field to, as the row holds it."""
    return SETTABLE[change.field](change.now)
