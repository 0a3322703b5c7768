"""Who leads what, put to the board officer twice a year: is it still right?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.card import Card, Line, Tone
from bot.phrases import dates
from bot.phrases.words import counted, listed

LEADS_A_LINE = 20


@dataclass(frozen=True, slots=True)
class Led:
    """Somebody, and the open actions they lead."""

    name: str
    refs: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} ({', '.join(self.refs)})" if self.refs else self.name


@dataclass(frozen=True, slots=True)
class LeadList:
    """The leads of a partnership: who has left, cannot be asked, is new, or has nothing open any more."""

    name: str
    on: date
    without_lead: tuple[str, ...]
    gone: tuple[Led, ...]
    not_here: tuple[Led, ...]
    joined: tuple[Led, ...]
    done: tuple[Led, ...]
    others: tuple[Led, ...]


def lead_list(found: LeadList) -> Card:
    """What is worth a look first, then everybody else."""
    every = (*found.gone, *found.not_here, *found.joined, *found.others)
    title = f"{found.name}: is this lead list still right? {dates.weekday_with_year(found.on)}"
    look = [
        f"{label}: {listed([str(one) for one in those])}"
        for label, those in (
            ("No lead", found.without_lead),
            ("Account closed", found.gone),
            ("No account here", found.not_here),
            ("New in the last six months", found.joined),
            ("Nothing open any more", found.done),
        )
        if those
    ]
    rest = [str(one) for one in found.others]
    pieces = [
        Line("; ".join(rest[start : start + LEADS_A_LINE])) for start in range(0, len(rest), LEADS_A_LINE)
    ]
    return Card(
        title,
        (
            Line(title, Tone.HEADING),
            Line(f"{counted(len(every), 'lead')} with something open."),
            *([Line("\n".join(look))] if look else []),
            *pieces,
            Line(
                "To change it: people · hand over everything of NAME to NAME · 2.7 lead is now NAME · "
                "add NAME as a supporting lead to 2.7",
                Tone.QUIET,
            ),
        ),
    )
