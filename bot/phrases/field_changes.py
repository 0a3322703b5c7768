"""Each field of an action that an update changed, as "was → now"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import FieldChange
from bot.phrases import actions, dates
from bot.phrases.words import listed, quoted
from bot.plan import Action, ActionStatus
from bot.rag import Rag, Standing
from bot.stored import date_of, duty_of, timescale_of


def field_lines(action: Action, changed: Sequence[FieldChange]) -> list[str]:
    """The fields that changed, was → now; colour, status and date share a line, words have their own."""
    by_field = {one.field: one for one in changed}
    if "completed_on" in by_field:  # the day that was given then; another may have been given since
        action = replace(action, completed_on=date_of(by_field["completed_on"].now))
    first = [said for field, tell in _SHORT if field in by_field and (said := tell(action, by_field[field]))]
    rest = [said for field, tell in _LONG if field in by_field and (said := tell(by_field[field]))]
    if "blocker" in by_field and by_field["blocker"].now and "narrative" in by_field:
        rest = [said for said in rest if not said.startswith("Note")]
    return ([" · ".join(first)] if first else []) + rest


def _colour(action: Action, change: FieldChange) -> str:  # noqa: ARG001 - one shape for the table
    was = actions.colour_word(Rag(str(change.was))) if change.was else Standing.NOT_REPORTED.word
    now = actions.colour(Rag(str(change.now))) if change.now else str(Standing.NOT_REPORTED)
    return f"Colour: {now} (was {was})"


def _status(action: Action, change: FieldChange) -> str:
    was = actions.STATUS_WORDS[ActionStatus(str(change.was))]
    now = ActionStatus(str(change.now))
    if now is ActionStatus.CLAIMED_DONE:
        return f"Reported done{_finished(action)}, until the chair or board officer accepts it"
    return f"Status: {actions.STATUS_WORDS[now]} (was {was})"


def _finished(action: Action) -> str:
    return f" on {dates.day_and_month(action.completed_on)}" if action.completed_on else ""


def _forecast(action: Action, change: FieldChange) -> str:
    was, now = timescale_of(change.was) or action.approved_due, timescale_of(change.now)
    if now is None:
        return f"Forecast: back to {dates.timescale(was)}" if was else "Forecast: none"
    if was is None:
        return f"Forecast: {dates.timescale(now)} (the first date given)"
    return (
        f"Forecast: {dates.timescale(was)} → {dates.timescale(now)} "
        f"({actions.after_first_date(now, action.baseline_due)})"
    )


def _agreed(action: Action, change: FieldChange) -> str:  # noqa: ARG001 - one shape for the table
    was, now = timescale_of(change.was), timescale_of(change.now)
    before = dates.timescale(was) if was else "none"
    return f"Agreed date: {before} → {dates.timescale(now) if now else 'none'}"


def _percent(action: Action, change: FieldChange) -> str:  # noqa: ARG001 - one shape for the table
    if change.now is None:
        return "Done so far: not said"
    return f"Done so far: {change.now}%" + (f" (was {change.was}%)" if change.was is not None else "")


def _completed(action: Action, change: FieldChange) -> str:
    if action.status is not ActionStatus.COMPLETE or change.now is None:
        return ""
    finished = date_of(change.now)
    return f"Finished: {dates.day_with_year(finished)}" if finished else ""


def _blocker(change: FieldChange) -> str:
    return f"Blocker: {quoted(str(change.now))}" if change.now else "Blocker: cleared"


def _help(change: FieldChange) -> str:
    return "Help wanted: yes" if change.now else "Help wanted: no longer"


def _path(change: FieldChange) -> str:
    return f"Back on track: {quoted(str(change.now))}" if change.now else ""


def _note(change: FieldChange) -> str:
    return f"Note: {quoted(str(change.now))}" if change.now else ""


def _why(change: FieldChange) -> str:
    return f"Why this colour: {quoted(str(change.now))}" if change.now else ""


def _duty(change: FieldChange) -> str:
    was, now = duty_of(change.was), duty_of(change.now)
    done = sorted(set(now.done if now else ()) - set(was.done if was else ()))
    return f"Done for {listed([dates.day_with_year(day) for day in done])}; it goes on" if done else ""


def _risk(change: FieldChange) -> str:
    return f"Risk: {change.now}" if change.now else f"Risk: none (was {change.was})"


def _workstream(change: FieldChange) -> str:
    before = f" (was {change.was})" if change.was else ""
    return f"Workstream: {change.now or 'none'}{before}"


_SHORT = (
    ("rag", _colour),
    ("status", _status),
    ("approved_due", _agreed),
    ("forecast_due", _forecast),
    ("completed_on", _completed),
    ("percent", _percent),
)
_LONG = (
    ("blocker", _blocker),
    ("support_wanted", _help),
    ("path_to_green", _path),
    ("narrative", _note),
    ("rag_reason", _why),
    ("duty", _duty),
    ("risk_ref", _risk),
    ("workstream", _workstream),
)
