"""The next version of a live plan, dropped in chat: what differs, and its questions one at a time."""

from __future__ import annotations

from collections.abc import Sequence

from bot.card import Act, Button, Card, FieldKind, Form, FormField, Line, Taps, Tone
from bot.phrases import versions
from bot.versions.asking import Question
from bot.versions.difference import Difference
from bot.versions.taking import Ruling

WANTS_WORDS = frozenset({Ruling.AGREED, Ruling.WITHDRAWN, Ruling.TYPING_ERROR})
"""Rulings that come with words: the minute of an agreed date, the reason of the others."""

LABELS: dict[Ruling, str] = {
    Ruling.AGREED: "Agreed by the board: minute…",
    Ruling.FORECAST: "The lead's forecast",
    Ruling.TYPING_ERROR: "A typing error…",
    Ruling.WITHDRAWN: "Withdraw it…",
    Ruling.KEEP: "Leave as it is",
}


def no_difference(name: str, found: Difference) -> Card:
    """The file says what is on record."""
    text = versions.summary(name, found)
    return Card(text, (Line(text),))


def offered(name: str, found: Difference, left: Sequence[Question], asked: int, value: str) -> Card:
    """What differs, the next question, and the way to take the version or call it off."""
    summary = versions.summary(name, found)
    pieces: list[Line | Taps] = [Line(summary)]
    if found.kept:
        pieces.append(Line(f"{versions.kept(len(found.kept))}.", Tone.QUIET))
    if left:
        pieces += _question(left[0], asked - len(left) + 1, asked, value)
    take = "Take it in, the rest as it is" if left else "Take it in"
    pieces.append(
        Taps(
            (
                Button(take, Act.TAKE_VERSION, value, is_primary=not left),
                Button("See it all", Act.SEE_VERSION, value),
                Button("Call it off", Act.DROP_VERSION, value),
            )
        )
    )
    return Card(summary, tuple(pieces))


def _question(one: Question, number: int, of: int, value: str) -> list[Line | Taps]:
    if one.is_gone:
        said = versions.gone_question(one.action)
    else:
        said = f"{'; '.join(versions.date_difference(one.action, each) for each in one.dates)}. Is that"
    buttons = tuple(
        Button(
            LABELS[ruling],
            Act.VERSION_WORDS if ruling in WANTS_WORDS else Act.VERSION_RULING,
            f"{value} action:{one.action.id} choice:{number_of(ruling)}",
        )
        for ruling in one.rulings
    )
    return [Line(f"Question {number} of {of}. {said}"), Taps(buttons)]


def number_of(ruling: Ruling) -> int:
    """The number a button carries for a ruling."""
    return list(Ruling).index(ruling)


def form(question: Question, ruling: Ruling, value: str) -> Form:
    """The words of a ruling."""
    label = versions.MINUTE if ruling is Ruling.AGREED else versions.REASON
    is_required = ruling is not Ruling.AGREED
    return Form(
        title=f"{question.action.ref}: {versions.RULINGS[ruling]}"[:24],
        act=Act.VERSION_WORDS,
        value=f"{value} action:{question.action.id} choice:{number_of(ruling)}",
        fields=(FormField("words", label, FieldKind.SHORT_TEXT, is_required=is_required),),
    )


def everything(name: str, found: Difference) -> Card:
    """Everything that differs, kind by kind."""
    parts = versions.report(name, found).split("\n\n")
    return Card(parts[0], tuple(Line(part) for part in parts))


def called_off(name: str, title: str) -> Card:
    """The version is dropped."""
    text = f"{name} is called off. {title} is as it was."
    return Card(text, (Line(text),))


def taken(text: str) -> Card:
    """What was done."""
    return Card(text, (Line(text),))
