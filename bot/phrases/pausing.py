"""A plan that rests for a while: said when it begins, in every status, and when it goes on."""

from __future__ import annotations

from datetime import date

from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.phrases import dates

PAUSE_UNTIL = "pause the plan until 5 January"


def paused(title: str, until: date | None, plan_value: str) -> Card:
    """Nobody is asked about the plan for a while."""
    first = f"{title} is paused{_until(until)}: no asks, reminders, nudges or weekly digests meanwhile."
    still = "Updates are still taken, status still answers, and the board still gets its packs."
    how = (
        "It goes on by itself that morning. What would have come meanwhile is left out, not made up for."
        if until is not None
        else f'"resume the plan" ends it. For a day to go on, write "{PAUSE_UNTIL}".'
    )
    tap = Button("Resume now", Act.RESUME_PLAN, plan_value)
    return Card(first, (Line(first), Line(still), Line(how, Tone.QUIET), Taps((tap,))))


def _until(until: date | None) -> str:
    return f" until {dates.weekday_with_year(until)}" if until is not None else ""


def resumed(title: str, next_ask: str) -> Card:
    """It goes on. `next_ask` says when leads are asked next, "" while no round is ahead."""
    first = f"{title} goes on."
    coming = (
        f" Next ask {next_ask}." if next_ask else " No meeting with papers is ahead, so nobody is asked yet."
    )
    more = "What was left out meanwhile is not made up for, and silence counts from today."
    return Card(first, (Line(first + coming), Line(more, Tone.QUIET)))


def not_paused(title: str) -> Card:
    """There is nothing to resume."""
    text = f'{title} is not paused. "{PAUSE_UNTIL}" pauses it.'
    return Card(text, (Line(text),))


def not_ahead(words: str) -> Card:
    """The day given has passed, or is none."""
    text = (
        f'I find no single day ahead in "{words}", so nothing has been changed. For example: "{PAUSE_UNTIL}".'
    )
    return Card(text, (Line(text),))


def nobody_asked(title: str) -> Card:
    """An ask that somebody wanted made of a paused plan."""
    text = f'{title} is paused, so nobody has been asked. "resume the plan" ends the pause.'
    return Card(text, (Line(text),))


def on_phone(until: date | None, since: date) -> str:
    """One line of a status, 40 characters at most."""
    if until is not None:
        return f"Paused until {dates.weekday_and_day(until)}: nobody is asked"
    return f"Paused since {dates.weekday_and_day(since)}: nobody is asked"
