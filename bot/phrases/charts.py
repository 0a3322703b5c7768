"""What is said beside a plan's pictures, and what says the same without them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.card import Act, Button, Card, Line, Piece, Shown, Taps, Tone
from bot.card_files import PictureFile
from bot.papers.pictures import RagStrip
from bot.phrases import dates
from bot.rag import Standing

NOT_THERE = "·"
"""Stands for a look at which an action was not in the plan yet."""


def on_home(name: str, told: RagStrip | None, shown: Sequence[Shown], value: str, *, large: str = "") -> Card:
    """The colours of the worst actions over time, then the pictures, then the way to have them as files.
    `large` is what stands in their place for a plan whose history is not read for a Home."""
    title = f"{name} over time"
    pieces: list[Piece] = [Line(title, Tone.HEADING)]
    if told is not None:
        pieces.append(Line(f"{told.title}."))
        pieces += [Line(f"{label}\n{colours(told.days, standings)}") for label, standings in told.rows]
        pieces.append(Line(_legend(told), Tone.QUIET))
    if large:
        pieces.append(Line(large))
    pieces += shown
    pieces.append(Taps((Button("Send me the charts", Act.SHOW_CHARTS, value),)))
    return Card(title, tuple(pieces))


def of_a_large_plan(slipped: str) -> str:
    """How far the worst have slipped, and where the colours over time are: reading them takes seconds."""
    begins = f"{slipped}. " if slipped else ""
    return f"{begins}The colours of so large a plan over time come as files, and stand in its papers."


def colours(days: Sequence[date], standings: Sequence[Standing | None]) -> str:
    """ "🟢 🔶 🔺 🔺 Red since 4 Sept (was Amber)": a shape a look, the last one in words."""
    marks = " ".join(one.mark if one is not None else NOT_THERE for one in standings)
    now = standings[-1]
    begins = len(standings) - 1
    while begins and standings[begins - 1] is now:
        begins -= 1
    was = standings[begins - 1] if begins else None
    word = now.word if now is not None else "Not in the plan"
    if not begins:
        return f"{marks} {word} throughout"
    since = f"{word} since {dates.day_and_month(days[begins])}"
    return f"{marks} {since} (was {was.word})" if was is not None else f"{marks} {since}, when it joined"


def _legend(told: RagStrip) -> str:
    first, last = dates.day_and_month(told.days[0]), dates.day_and_month(told.days[-1])
    some = f" {told.note}" if told.note else ""
    return f"{len(told.days)} looks, {first} to {last}.{some}"


def on_their_way() -> Card:
    """The pictures go to the person's direct messages."""
    text = "I have sent the charts to your Messages."
    return Card(text, (Line(text),))


def with_files(name: str, on: date, titles: Sequence[Line], files: tuple[PictureFile, ...]) -> Card:
    """What the pictures come with: each one's message in words."""
    if not files:
        text = f"{name} has no charts yet: nothing has slipped, and there is no history to show."
        return Card(text, (Line(text),))
    title = f"{name}: charts as at {dates.weekday_and_day(on)}"
    return Card(title, (Line(title, Tone.HEADING), *titles), files)
