"""What is said of one item of the forward plan: promised, due before long, dealt with."""

from __future__ import annotations

from datetime import date

from bot.boards import ForwardItem, ForwardKind
from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.phrases import boards, dates
from bot.phrases.words import counted, quoted


def promised(item: ForwardItem, today: date) -> Card:
    """It stands in the forward plan."""
    again = f" It comes round every {counted(item.every_months, 'month')}." if item.every_months else ""
    text = f"In the forward plan: {boards.in_list(item, today)}.{again}"
    told = Line("Board officers are told two weeks before.", Tone.QUIET)
    return Card(text, (Line(text), told, Taps((dealt_with(item, "Take it out"),))))


def dealt_with(item: ForwardItem, label: str = "Dealt with") -> Button:
    """The tap that settles an item."""
    return Button(label, Act.DEALT_WITH, f"partnership:{item.partnership_id} forward:{item.id}")


def reminder(item: ForwardItem, today: date) -> Card:
    """To a board officer: its time is near, is here, or is past."""
    text = f"{boards.KINDS[item.kind]}: {item.what}. {_stands(item, today)}."
    whom = Line(f"For {item.body}.", Tone.QUIET) if item.body else None
    taps = Taps((dealt_with(item),))
    return Card(text, (Line(text), *((whom,) if whom else ()), taps))


def _stands(item: ForwardItem, today: date) -> str:
    when = item.when
    if when.is_past(today):
        return f"It was due {boards.when(when)} and is not dealt with"
    closes = f"closes {dates.weekday_and_day(when.end)}"
    if item.kind is not ForwardKind.CONSULTATION:
        return f"It is due {boards.when(when)}"
    if today < when.start:
        return f"It opens {dates.weekday_and_day(when.start)} and {closes}"
    return f"It is open and {closes}"


def settled(item: ForwardItem, following: ForwardItem | None) -> Card:
    """It is dealt with; the next one, where it comes round."""
    text = f"Dealt with: {boards.KINDS[item.kind].lower()}, {item.what}."
    again = (Line(f"Next: {boards.when(following.when)}.", Tone.QUIET),) if following else ()
    return Card(text, (Line(text), *again))


def what_is_missing(words: str) -> Card:
    """A promise without a time that can be read, or without what is promised."""
    text = (
        f"I cannot read what and when in {quoted(words)}. Nothing has been saved. "
        'For example: "review: Partnership agreement, Board, Sept 2027", '
        '"report: risk sharing, Board, Feb 2027", "consultation: draft strategy, 17 May to 11 June 2027".'
    )
    return Card(text, (Line(text),))
