"""A recommendation with several lines is closed, or is not complete yet, in words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.assessment import Assessed
from bot.card import Act, Button, Card, Line, Taps
from bot.phrases import actions
from bot.phrases.words import listed
from bot.plan import Action, ActionStatus

FORMULA = "All the actions for this recommendation are completed"
"""What is put on record when a recommendation is closed."""

MOST_BUTTONS = 5


def not_complete(ref: str, still_open: Sequence[Assessed]) -> Card:
    """ "1.4 is not complete yet: 1.4c is open (🔶 Amber, J Tranter)." and the way there."""
    named = "; ".join(
        f"{one.action.ref} is {'to be accepted' if one.is_reported_done else 'open'} "
        f"({actions.shown(one)}, {actions.leads(one.action, with_organisation=False)})"
        for one in still_open
    )
    text = f"{ref} is not complete yet: {named}. Nothing has been closed."
    taps = tuple(
        Button(f"Accept {one.action.ref}", Act.ACCEPT_DONE, f"action:{one.action.id}")
        if one.is_reported_done
        else Button(f"Open {one.action.ref}", Act.SHOW_STATUS, f"status:{one.action.ref}")
        for one in still_open[:MOST_BUTTONS]
    )
    it = "it is" if len(still_open) == 1 else "they are"
    ids = " ".join(f"action:{one.action.id}" for one in still_open)
    remind = Button(f"Remind me when {it} done", Act.TELL_WHEN_DONE, ids)
    return Card(text, (Line(text), Taps((*taps, remind))))


def will_tell(actions: Sequence[Action]) -> Card:
    """ "I tell you when 1.4c is done."."""
    text = f"I tell you, once, when {_are(actions, 'done')}."
    return Card(text, (Line(text),))


def tells_already(actions: Sequence[Action]) -> Card:
    """Asked for before."""
    text = f"I tell you already when {_are(actions, 'done')}. Nothing has been changed."
    return Card(text, (Line(text),))


def nothing_is_open(actions: Sequence[Action]) -> Card:
    """There is nothing left to wait for."""
    text = f"There is nothing to wait for: {_ended(actions)}."
    return Card(text, (Line(text),))


def has_ended(actions: Sequence[Action]) -> Card:
    """To whoever asked to be told."""
    text = f"You asked me to tell you: {_ended(actions)}."
    taps = tuple(
        Button(f"Open {action.ref}", Act.SHOW_STATUS, f"status:{action.ref}")
        for action in actions[:MOST_BUTTONS]
    )
    return Card(text, (Line(text), Taps(taps)))


def _are(actions: Sequence[Action], what: str) -> str:
    return f"{listed([action.ref for action in actions])} {'is' if len(actions) == 1 else 'are'} {what}"


def _ended(actions: Sequence[Action]) -> str:
    groups = (
        ("complete", [one for one in actions if one.status is ActionStatus.COMPLETE]),
        ("withdrawn", [one for one in actions if one.status is ActionStatus.WITHDRAWN]),
    )
    return "; ".join(_are(group, what) for what, group in groups if group)


def closed(ref: str, lines: Sequence[Assessed]) -> Card:
    """Closed, with the formula."""
    refs = ", ".join(one.action.ref for one in lines)
    text = f"{ref} is closed: “{FORMULA}” ({refs}). It is on record as a decision."
    return Card(text, (Line(text),))
