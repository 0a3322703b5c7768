"""One action as a person asks for it: its detail, its history, and who leads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.assessment import Assessed
from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.conversation import ProgressUpdate, UpdateState
from bot.kept_doubts import KeptDoubt
from bot.phrases import actions, dates
from bot.phrases.correcting import not_what_i_said
from bot.phrases.disclosures import ROUTES, understood
from bot.phrases.field_changes import field_lines
from bot.phrases.helping import take_button
from bot.phrases.words import quoted, shortened
from bot.plan import Action
from bot.slippage import Disagreement, is_without_finish, redate_count

UPDATES_A_LINE = 12


def detail(
    one: Assessed,
    today: date,
    *,
    may_accept: bool,
    to_check: Sequence[KeptDoubt] = (),
    may_check: bool = False,
    beside: Sequence[str] = (),
    may_take: bool = False,
) -> Card:
    """One action, for a phone. `to_check` is what was taken as read at its import and not looked at since;
    `beside` are lines on what the board agreed or was asked about it."""
    action = one.action
    lines = [f"{actions.shown(one)} · {actions.leads_or_none(action)}", _dates_line(action)]
    said = (_slipped_line(one, today), *_said_lines(one), *beside, *_report_lines(one, today))
    lines += [line for line in said if line]
    lines += [f"To check: {doubt.message}" for doubt in to_check]
    taps = [Button("History", Act.SHOW_HISTORY, f"action:{action.id}")]
    if may_take and action.blocker:
        taps.append(take_button(action))
    if may_accept:
        taps.insert(0, Button("Accept as done", Act.ACCEPT_DONE, f"action:{action.id}", is_primary=True))
    if may_check:
        taps += [Button("Checked", Act.CHECKED, f"doubt:{doubt.id}") for doubt in to_check]
    name = actions.named(action, 200)
    return Card(
        f"{name}: {actions.shown(one)}",
        (Line(name, Tone.HEADING), Line("\n".join(lines)), Taps(tuple(taps))),
    )


def withdrawn(action: Action) -> Card:
    """One that is no longer in the plan: why, and where to look instead."""
    name = actions.named(action, 200)
    why = action.status_reason or action.narrative or "no reason given"
    instead = f" See {action.superseded_by}." if action.superseded_by else ""
    taps = Taps((Button("History", Act.SHOW_HISTORY, f"action:{action.id}"),))
    return Card(
        f"{name}: withdrawn", (Line(name, Tone.HEADING), Line(f"Withdrawn: {quoted(why)}.{instead}"), taps)
    )


def checked(message: str) -> Card:
    """To the officer who has looked at a mark."""
    text = f"Checked, and the mark is off: {message}"
    return Card(text, (Line(text),))


def _said_lines(one: Assessed) -> tuple[str, ...]:
    """What its lead last said of it."""
    action = one.action
    by_dates = one.disagreement
    return (
        f"{action.percent}% done" if action.percent is not None else "",
        _by_the_dates(action, by_dates) if by_dates is not None else "",
        f"Blocker: {quoted(action.blocker)}" if action.blocker else "",
        quoted(told) if (told := actions.latest_words(action)) and told != action.blocker else "",
        f"Back on track: {quoted(action.path_to_green)}" if action.path_to_green else "",
        "Help wanted" if action.support_wanted else "",
        "Agreed for after the plan's end" if one.is_after_end else "",
        f"Risk: {action.risk_ref}" if action.risk_ref else "",
        f"Workstream: {action.workstream}" if action.workstream else "",
    )


def _by_the_dates(action: Action, found: Disagreement) -> str:
    why = f"; the lead: {quoted(action.rag_reason)}" if action.rag_reason else ""
    return f"By the dates {actions.colour(found.suggested)}{why}"


def _report_lines(one: Assessed, today: date) -> tuple[str, ...]:
    action = one.action
    last = dates.near(action.reported_at.date(), today) if action.reported_at is not None else ""
    return (
        "No update this round" if one.is_silent else "",
        f"Last word {last}" if last else "",
        f"Outcome sought: {quoted(shortened(action.outcome, 200))}" if action.outcome else "",
    )


def _dates_line(action: Action) -> str:
    if action.baseline_due is None and action.forecast_due is None:
        return "No date"
    parts = [f"First {dates.timescale(action.baseline_due)}" if action.baseline_due else "No first date"]
    if action.approved_due is not None and not action.approved_due.same_time(action.baseline_due):
        parts.append(f"agreed {dates.timescale(action.approved_due)}")
    if action.forecast_due is not None and not action.forecast_due.same_time(action.approved_due):
        parts.append(f"now {dates.timescale(action.forecast_due)}")
    return " · ".join(parts)


def _slipped_line(one: Assessed, today: date) -> str:
    parts = []
    if one.slippage_days:
        later = "later" if one.slippage_days > 0 else "earlier"
        parts.append(f"{dates.weeks(one.slippage_days)} {later}")
    moves = redate_count(one.action)
    if moves:
        parts.append("moved once" if moves == 1 else f"moved {moves} times")
    if is_without_finish(one.action, today):
        parts.append("that day has passed" if one.action.forecast_due is not None else "no new date given")
    return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class Remembered:
    """One update of an action's history: whose word it is and who entered it, the action with the dates it
    had then, who confirmed it where that is somebody else, and whether it put right what was misread."""

    update: ProgressUpdate
    by: str
    then: Action
    confirmed_by: str = ""
    is_correction: bool = False


_STATE_NOTES = {
    UpdateState.PROPOSED: " (said, not confirmed)",
    UpdateState.CONFIRMED: "",
    UpdateState.CANCELLED: " (not saved)",
    UpdateState.UNDONE: " (undone)",
    UpdateState.EXPIRED: " (said, not confirmed)",
}


def history(
    action: Action,
    remembered: Sequence[Remembered],
    today: date,
    beside: Sequence[str] = (),
    disputable: ProgressUpdate | None = None,
) -> Card:
    """Everything said of one action, oldest first; `beside` what became of its first date, hand-overs and the
    board's outcomes; `disputable` what its reader said last, and may say was misread."""
    title = f"History of {actions.named(action)}"
    first = f"First date {dates.timescale(action.baseline_due)}" if action.baseline_due else "No first date"
    first += f" · Workstream: {action.workstream}" if action.workstream else ""
    lines = [_remembered(one, today) for one in remembered]
    if not lines:
        lines = ["Nothing has been reported yet."]
    pieces: list[Line | Taps] = [
        Line("\n".join(lines[start : start + UPDATES_A_LINE]))
        for start in range(0, len(lines), UPDATES_A_LINE)
    ]
    pieces += [Line("\n".join(beside), Tone.QUIET)] if beside else []
    moved = [Line(moves, Tone.QUIET)] if (moves := actions.moved(action)) else []
    pieces += [Taps((not_what_i_said(disputable),))] if disputable is not None else []
    return Card(title, (Line(title, Tone.HEADING), Line(first, Tone.QUIET), *moved, *pieces))


def _remembered(one: Remembered, today: date) -> str:
    update = one.update
    changed = [change for change in update.changed if change.field not in ("reported_at", "narrative")]
    said = "; ".join(field_lines(one.then, changed)) or ("no change" if update.reading.no_change else "noted")
    words = f" {quoted(shortened(update.words, 160))}" if update.words else ""
    note = " (a correction, not a move)" if one.is_correction else _STATE_NOTES[update.state]
    if update.state is not UpdateState.CONFIRMED and not changed:
        said = f"read as {understood(update.reading)}"
    when = f"{dates.near(update.made_at.date(), today)} {dates.clock(update.made_at)}"
    how = "" if update.source.entered_by is not None else f" {ROUTES[update.route]}"
    confirmed = f", confirmed by {one.confirmed_by}" if one.confirmed_by else ""
    return f"{when}, {one.by}{how}{confirmed}:{words} {said}{note}"


def leads_of(one: Assessed) -> Card:
    """ "Who leads 2.2?"."""
    action = one.action
    text = (
        f"{action.ref} is led by {actions.leads_or_none(action)}."
        if action.leads
        else f"{action.ref} has no lead."
    )
    rest = f"{actions.shown(one)} · {actions.due(action)}"
    return Card(text, (Line(text), Line(rest, Tone.QUIET)))
