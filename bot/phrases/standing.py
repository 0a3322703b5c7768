"""An action's standing said outright: withdrawn, paused, resumed, re-opened, accepted, waiting, corrected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.governance import Correction
from bot.phrases import actions, dates
from bot.phrases.words import listed, quoted
from bot.plan import Action, ActionPlan, ActionStatus
from bot.recurring import Duty
from bot.timescale import Timescale

CHECKS = ((3, "In 3 months"), (6, "In 6 months"), (12, "In a year"))
"""When to look whether a completed action held."""


def done(text: str, undo_value: str) -> Card:
    """Changed, with the way back."""
    return Card(text, (Line(text), Taps((Button("Undo", Act.UNDO, undo_value),))))


def wants_reason(action: Action, example: str) -> Card:
    """Withdrawing and pausing carry a reason."""
    text = (
        f"Why? The board reads it beside {action.ref}. Write for example “{example}”. "
        "Nothing has been changed."
    )
    return Card(text, (Line(text),))


def withdrawn(action: Action) -> str:
    """ "5.4 is withdrawn, "merged with 5.2"."""
    if action.superseded_by:
        return f"{action.ref} is withdrawn: superseded by {action.superseded_by}."
    return f"{action.ref} is withdrawn: {quoted(action.status_reason or '')}. It stays on record."


def paused(action: Action) -> str:
    """On hold, with the reason."""
    return f"{action.ref} is on hold: {quoted(action.status_reason or '')}. Its dates stay as they are."


def resumed(action: Action) -> str:
    """Work goes on."""
    return f"{action.ref} goes on: in progress, {actions.due(action)}."


def reopened(action: Action, was: ActionStatus) -> str:
    """A closed action is open again."""
    return f"{action.ref} is open again (was {actions.STATUS_WORDS[was].lower()}); {actions.due(action)}."


def already(action: Action) -> Card:
    """It stands like that already."""
    text = f"{action.ref} is {actions.STATUS_WORDS[action.status].lower()} already. Nothing has been changed."
    return Card(text, (Line(text),))


def not_claimed(action: Action) -> Card:
    """Only a claim of "done" can be accepted."""
    text = f"Nobody has reported {action.ref} done yet, so there is nothing to accept."
    return Card(text, (Line(text),))


def accepted(action: Action, by: str, released: tuple[str, ...]) -> Card:
    """A claim of "done" has been accepted; whether to look later if it held."""
    text = f"{action.ref} is 🟦 Complete, accepted by {by}."
    pieces: list[Line | Taps] = [Line(text)]
    if released:
        pieces.append(Line(f"No longer waiting for it: {listed(released)}."))
    if action.check_on is not None:
        pieces.append(Line(f"I ask on {dates.day_with_year(action.check_on)} whether it held.", Tone.QUIET))
    else:
        pieces.append(Line("Shall I ask later whether it held?", Tone.QUIET))
        value = f"action:{action.id}"
        pieces.append(
            Taps(
                tuple(Button(label, Act.CHECK_LATER, f"{value} choice:{months}") for months, label in CHECKS)
            )
        )
    return Card(text, tuple(pieces))


def check_set(action: Action, on: date) -> Card:
    """When it is looked at again."""
    text = f"I ask on {dates.day_with_year(on)} whether {action.ref} held."
    return Card(text, (Line(text),))


def has_it_held(asked: Sequence[Action], today: date) -> Card:
    """To chairs and officers, on the day."""
    lines = [f"{actions.named(one)} was completed{_on(one, today)}. Has it held?" for one in asked]
    first = lines[0] if len(asked) == 1 else f"Have these {len(asked)} completed actions held?"
    pieces: list[Line | Taps] = [] if len(asked) == 1 else [Line(first)]
    for action, line in zip(asked, lines, strict=True):
        others = "".join(f" action:{one.id}" for one in asked if one is not action)
        value = f"action:{action.id}{others}"
        taps = (
            Button("It held", Act.IT_HELD, value, is_primary=len(asked) == 1),
            Button("It did not: re-open it", Act.IT_DID_NOT_HOLD, value),
        )
        pieces += [Line(line if len(asked) == 1 else line.removesuffix(" Has it held?")), Taps(taps)]
    return Card(first, tuple(pieces))


def _on(action: Action, today: date) -> str:
    return f" on {dates.near(action.completed_on, today)}" if action.completed_on else ""


def held(action: Action, by: str) -> Card:
    """It held."""
    text = f"Noted: {action.ref} has held, says {by}."
    return Card(text, (Line(text),))


def waits(action: Action) -> str:
    """What an action waits for."""
    return (
        f"{action.ref} is {actions.waits(action)}. It is shown as waiting, not as late, "
        "and nobody is asked about it meanwhile."
    )


def waits_no_more(action: Action) -> str:
    """The wait is over."""
    return f"{action.ref} is no longer waiting; {actions.due(action)}."


def nothing_to_wait_for(action: Action, why: str) -> Card:
    """It cannot wait for this."""
    text = f"{why}, so {action.ref} does not wait for it. Nothing has been changed."
    return Card(text, (Line(text),))


def told_live(action: Action, because: str) -> Card:
    """To the leads: what they waited for has happened."""
    text = f"{action.ref} is live: {because}. It is {actions.due(action)}."
    return Card(text, (Line(text), Line(actions.named(action), Tone.QUIET)))


def tolerance(plan: ActionPlan) -> Card:
    """The plan's tolerance."""
    text = (
        f"{plan.title}: up to {dates.weeks(plan.tolerance_days)} past the agreed date is 🔶 Amber, "
        "more is 🔺 Red and is told to the chair and the board officer once."
    )
    return Card(text, (Line(text),))


def not_deleted(ref: str) -> Card:
    """Nothing that a board has agreed is deleted."""
    text = "I delete nothing that a board has agreed: its record stays. Nothing has been changed."
    lines = (
        ('"close the plan" ends it: a chair confirms, and the record can still be read.',
         '"pause the plan until 5 January" stops the asking for a while.')
        if not ref
        else (f'"withdraw {ref}, no longer needed" takes it off the board\'s list; it stays on record.',
              f'"pause {ref}, no funding until April" leaves it for a while.')
    )  # fmt: skip
    return Card(text, (Line(text), *map(Line, lines)))


def corrected(action: Action, was: Timescale | None, now: Timescale) -> Card:
    """A first date set right: both shown, no move."""
    before = dates.timescale(was) if was else "none"
    text = (
        f"Corrected: the first date of {action.ref} is {dates.timescale(now)} (it was typed as {before}). "
        "Both stay on record; it does not count as a move."
    )
    return Card(text, (Line(text),))


def no_such_date(words: str) -> Card:
    """The correction gives no date."""
    text = f"I cannot read one date in {quoted(words)}. Nothing has been changed."
    return Card(text, (Line(text),))


def correction_line(one: Correction, by: str, today: date) -> str:
    """ "First date corrected 14 Oct by P Lowell (was typed as June 2026)"."""
    was = dates.timescale(one.was) if one.was else "none"
    return f"First date corrected {dates.near(one.at.date(), today)} by {by} (was typed as {was})"


def recurs(action: Action, duty: Duty) -> str:
    """A duty that comes round again."""
    until = f", until {dates.day_with_year(duty.until)}" if duty.until else ""
    return (
        f"{action.ref} recurs {actions.every(duty)}, first by {dates.day_with_year(duty.first)}{until}. "
        "“Done” is about one occurrence at a time; the action goes on."
    )


def no_such_period(words: str) -> Card:
    """Not months, quarters or years."""
    text = f"I count duties in months, and cannot read how many {quoted(words)} is. Nothing has been changed."
    return Card(text, (Line(text),))


def ends_before_it_begins(action: Action, first: date, until: date) -> Card:
    """A duty that would be over before it is first due."""
    text = (
        f"{action.ref} would end on {dates.day_with_year(until)}, before it is first due on "
        f"{dates.day_with_year(first)}. Nothing has been changed."
    )
    return Card(text, (Line(text),))


def duty_line(duty: Duty, today: date) -> str:
    """ "Every 3 months: next by 31 Jan 2027; missed 31 Oct 2026; 2 done; until 31 March 2028"."""
    following = duty.next_due(today)
    parts = [f"next by {dates.day_with_year(following)}"] if following is not None else []
    missed = [dates.day_with_year(day) for day in duty.missed(today)]
    parts += [f"missed {listed(missed)}"] if missed else []
    parts += [f"{len(duty.done)} done"] if duty.done else []
    parts += [f"until {dates.day_with_year(duty.until)}"] if duty.until is not None else []
    return f"{actions.every(duty).capitalize()}: {'; '.join(parts)}"


def linked(action: Action) -> str:
    """The risk an action is linked to, or that it is linked to none any more."""
    if action.risk_ref is None:
        return f"{action.ref} is linked to no risk any more."
    return f"{action.ref} is linked to risk {action.risk_ref}. The register itself is kept elsewhere."


def already_linked(action: Action) -> Card:
    """There is nothing to change."""
    to = f"to risk {action.risk_ref}" if action.risk_ref else "to no risk"
    text = f"{action.ref} is linked {to} already. Nothing has been changed."
    return Card(text, (Line(text),))


def dated_in_draft(action: Action, was: Timescale | None, now: Timescale) -> Card:
    """A plan that is not live yet has the date its officer says; nobody has agreed one here before."""
    text = f"{action.ref} is due {dates.timescale(now)}{f' (was {dates.timescale(was)})' if was else ''}."
    return Card(text, (Line(text), Line("The plan is a draft; nobody has heard of it.", Tone.QUIET)))
