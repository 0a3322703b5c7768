"""A recommendation with several lines is closed, or is not complete yet, in words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.assessment import Assessed
from bot.card import Act, Button, Card, Line, Taps
from bot.phrases import actions

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
    return Card(text, (Line(text), Taps(taps)))


def closed(ref: str, lines: Sequence[Assessed]) -> Card:
    """Closed, with the formula."""
    refs = ", ".join(one.action.ref for one in lines)
    text = f"{ref} is closed: “{FORMULA}” ({refs}). It is on record as a decision."
    return Card(text, (Line(text),))
