"""What the bot can do, what it keeps, and what it says to somebody it does not know."""

from __future__ import annotations

from bot.card import Card, Line, Tone


def lead_help() -> Card:
    """For somebody who leads actions."""
    first = (
        'Tell me how an action stands: "2.7a on track", "4.1 slips to Nov, waiting for HR", "rest no change".'
    )
    return Card(first, (Line(first), Line("mine · status 2.7a · undo · privacy", Tone.QUIET)))


def chair_help() -> Card:
    """For a chair, who mostly asks."""
    first = "status · status late · status 2.7a · status no update"
    return Card(first, (Line(first), Line("Type it to me; no slash is needed.", Tone.QUIET)))


def unknown_person() -> Card:
    """For somebody whose name is not yet bound to this account."""
    text = 'I don\'t know you yet. Tell me your name as it stands in the plan: "I am J Kelly".'
    return Card(text, (Line(text), Line("Nothing has been saved.", Tone.QUIET)))
