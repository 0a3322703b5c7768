"""A lead would like to talk to the board officer about an action, in words."""

from __future__ import annotations

from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.phrases import actions
from bot.plan import Action


def button(action: Action, officer: str) -> Button:
    """ "Talk to P Lowell"."""
    return Button(f"Talk to {officer}", Act.TALK_TO_OFFICER, f"action:{action.id}")


def wants_to_talk(action: Action, by: str) -> Card:
    """To the officer."""
    text = f"{by} would like to talk to you about {actions.named(action)}."
    due = f"{actions.due(action)}.".capitalize()
    return Card(
        text,
        (
            Line(text),
            Line(due, Tone.QUIET),
            Taps((Button("History", Act.SHOW_HISTORY, f"action:{action.id}"),)),
        ),
    )


def passed_on(action: Action, officer: str) -> Card:
    """To the lead."""
    return _plain(f"{officer} is told that you would like to talk about {action.ref}. It is on record.")


def passed_on_today(action: Action, officer: str) -> Card:
    """Once a day is enough."""
    return _plain(f"{officer} was told today already that you would like to talk about {action.ref}.")


def cannot_be_told(action: Action) -> Card:
    """No officer has an account here."""
    return _plain(f"I cannot reach a board officer about {action.ref}. Nobody was told.")


def _plain(text: str) -> Card:
    return Card(text, (Line(text),))
