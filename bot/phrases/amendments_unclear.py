"""Orders to change the plan that cannot be read back yet: what is there, and how to write it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.card import Card, Line
from bot.phrases import dates
from bot.phrases.amendments import NOTHING_SAVED
from bot.phrases.words import listed, quoted, shortened
from bot.plan import Action


def several_numbers(ref: str, other: str) -> Card:
    """Which of two numbers stays when they are merged."""
    text = f"Which number stays? Write “merge {ref} into {other}” or “merge {other} into {ref}”."
    return Card(text, (Line(text), NOTHING_SAVED))


def one_part(ref: str) -> Card:
    """A split into one."""
    text = f"Into which parts? Write for example “split {ref} into {ref}a letters; {ref}b the mailbox”."
    return Card(text, (Line(text), NOTHING_SAVED))


def no_such_theme(words: str, known: Mapping[str, str]) -> Card:
    """A theme the plan has not."""
    have = listed([f"{ref} {title}" for ref, title in known.items()]) or "none"
    text = f"I find no theme {quoted(shortened(words, 60))}. The plan has: {have}."
    return Card(text, (Line(text), NOTHING_SAVED))


def leads_it_not(ref: str, name: str) -> Card:
    """Somebody is to leave an action that they do not lead."""
    text = f"{name} does not lead {ref}. Nothing has been changed."
    return Card(text, (Line(text),))


def agreed_date(action: Action, wanted: str) -> Card:
    """An agreed date is never just set."""
    due = f", {dates.timescale(action.approved_due)}," if action.approved_due else ""
    who = listed([lead.name for lead in action.reporting_leads]) or "its lead"
    first = f"The agreed date of {action.ref}{due} moves in two ways only. Nothing has been changed."
    lines = (
        (
            f"The board gives more time: {who} writes “more time for {action.ref} until {wanted} because …”, "
            "and somebody else of the board grants it."
        ),
        f"It was typed wrongly: write “correct {action.ref} date to {wanted}”. Both values stay on record.",
    )
    return Card(first, (Line(first), *(Line(line) for line in lines)))
