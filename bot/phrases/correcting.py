"""A correction in words: what was read, when, and from which words; and whether it is one at all."""

from __future__ import annotations

from datetime import date

from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.conversation import ProgressUpdate
from bot.phrases import dates
from bot.phrases.disclosures import understood
from bot.phrases.told import Told, told_lines
from bot.phrases.words import quoted, shortened
from bot.plan import Action

WORDS = 160
"""As much of what was said as is repeated."""


def not_what_i_said(update: ProgressUpdate) -> Button:
    """Under an action's history or detail, for whoever said the last thing of it."""
    return Button("Not what I said", Act.NOT_WHAT_I_SAID, f"update:{update.id}")


def what_then(update: ProgressUpdate, action: Action, said_on: date, today: date) -> Card:
    """To somebody who says that they were misread, and not what they meant."""
    asked = f"What should {action.ref} say? Nothing has been changed yet."
    return Card(
        asked,
        (
            Line(asked),
            Line(_read(update, said_on, today)),
            Taps(
                (
                    Button("Put it right", Act.EDIT, f"update:{update.id}", is_primary=True),
                    Button("Take it back", Act.UNDO, f"update:{update.id}"),
                )
            ),
            Line(
                f"Or say it: “correction: {action.ref} …”. A correction does not count as a move.", Tone.QUIET
            ),
        ),
    )


def moved_or_misread(told: Told, was: ProgressUpdate, said_on: date, today: date) -> Card:
    """ "No, 2.7a end of Feb", weeks after the update it may correct."""
    ref = told.action.ref
    asked = f"{ref}: was I wrong on {dates.near(said_on, today)}, or has it changed since?"
    both = f"update:{told.update_id} update:{was.id}"
    return Card(
        f"{asked} Nothing is saved yet.",
        (
            Line(f"{asked} Nothing is saved yet."),
            Line("\n".join([*told_lines([told]), _read(was, said_on, today)])),
            Taps(
                (
                    Button("You misread me", Act.WAS_MISREAD, both),
                    Button("It has changed since", Act.CONFIRM, f"update:{told.update_id}"),
                    Button("Cancel", Act.CANCEL, f"update:{told.update_id}"),
                )
            ),
        ),
    )


def _read(update: ProgressUpdate, said_on: date, today: date) -> str:
    """ "From "slips to 3 Nov", 24 Sept, I read: forecast 3 Nov 2026"."""
    words = quoted(shortened(update.words, WORDS)) if update.words else "what you chose"
    return f"From {words}, {dates.near(said_on, today)}, I read: {understood(update.reading)}."
