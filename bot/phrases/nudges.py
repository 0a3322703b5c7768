"""A reading that was never confirmed, brought up once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.card import Act, Button, Card, Choice, Line, Menu, Taps, Tone
from bot.phrases import actions, dates
from bot.phrases.told import Told, told_lines
from bot.phrases.words import quoted, shortened

STANDS = 'If you leave it, the pack shows your words as "said, not confirmed".'


def not_saved(told: Sequence[Told], words: str, said_on: date) -> Card:
    """Everything was understood; it only waits for a word."""
    first = f"On {dates.weekday_and_day(said_on)} I read {_words(words)} as this. It is not saved."
    value = " ".join(f"update:{one.update_id}" for one in told)
    taps = Taps(
        (
            Button("Save", Act.CONFIRM, value, is_primary=True),
            _edit(told),
            Button("Discard", Act.CANCEL, value),
        )
    )
    return Card(first, (Line(first), Line("\n".join(told_lines(told))), taps, Line(STANDS, Tone.QUIET)))


def _edit(told: Sequence[Told]) -> Button | Menu:
    if len(told) == 1:
        return Button("Edit", Act.EDIT, f"update:{told[0].update_id}")
    choices = tuple(Choice(actions.named(one.action, 60), f"update:{one.update_id}") for one in told)
    return Menu("Edit one", Act.EDIT, choices)


def still_asked(question: Card, words: str, said_on: date) -> Card:
    """Something is missing before it can be saved: the question again."""
    first = f"On {dates.weekday_and_day(said_on)} you wrote {_words(words)}. One thing is missing."
    return Card(first, (Line(first), *question.pieces, Line(STANDS, Tone.QUIET)))


def _words(words: str) -> str:
    return quoted(shortened(words, 160)) if words else "your answer"
