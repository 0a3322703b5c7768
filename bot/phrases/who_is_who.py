"""Names of the plan matched to accounts by the board officer, one at a time; never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.card import AccountPicker, Act, Button, Card, Line, Taps, Tone
from bot.partnership import Person
from bot.phrases.words import counted, listed

MOST_REFS = 6


@dataclass(frozen=True, slots=True)
class Matched:
    """How many leads have an account, are not on the platform, or wait."""

    linked: int
    elsewhere: int
    waiting: int

    @property
    def total(self) -> int:
        """Every lead who is to be asked."""
        return self.linked + self.elsewhere + self.waiting


def one(
    person: Person, refs: Sequence[str], left: int, value: str, done: str = "", *, is_chair: bool = False
) -> Card:
    """Who is this? `left` counts this one and those to come."""
    title = f"Who is {person.name}?"
    bodies = listed([body.name for body in person.organisations])
    leads = listed([*refs[:MOST_REFS], *([f"{len(refs) - MOST_REFS} more"] if len(refs) > MOST_REFS else [])])
    to_match = f"{left} to match"
    about = " · ".join(
        part
        for part in (bodies, "chair" if is_chair else "", f"leads {leads}" if refs else "", to_match)
        if part
    )
    pieces: list[Line | Taps] = [Line(done, Tone.QUIET)] if done else []
    return Card(
        title,
        (
            *pieces,
            Line(title, Tone.HEADING),
            Line(f"{about}\nI do not guess: a name alone matches nobody."),
            Taps((AccountPicker("Choose their account", Act.IS_MEMBER, value),)),
            Taps((Button("Not on Slack", Act.NOT_HERE, value), Button("Later", Act.WHO_LATER, value))),
        ),
    )


def is_linked(name: str) -> str:
    """After a choice."""
    return f"Linked: {name}."


def is_elsewhere(name: str, *, is_asked: bool = True) -> str:
    """After "Not on Slack", said of somebody who leads something or (not `is_asked`) of a chair."""
    if not is_asked:
        return f"{name} is not on Slack."
    return f'{name} is not on Slack: listed as "nobody to ask", and you can enter their updates.'


def left_for_later(name: str) -> str:
    """After "Later"."""
    return f'{name}: left for later, listed as "nobody to ask" until then.'


def told(matched: Matched) -> str:
    """In one line, how far the matching is."""
    if not matched.total:
        return "People: no action has a lead yet."
    parts = [f"{matched.linked} of {counted(matched.total, 'lead')} linked to an account"]
    parts += [f"{matched.elsewhere} not on Slack"] if matched.elsewhere else []
    parts += [f"{matched.waiting} to match"] if matched.waiting else []
    return f"People: {', '.join(parts)}."


def everybody() -> str:
    """The end of the walk."""
    return "That is everybody for now."
