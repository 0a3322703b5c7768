"""Whose bank holidays somebody keeps."""

from __future__ import annotations

from bot.card import Card, Line
from bot.partnership import Nation

NATION_NAMES: dict[Nation, str] = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
}


def works_in(name: str, nation: Nation, *, is_own: bool) -> Card:
    """Noted: nobody is asked on a bank holiday of theirs."""
    whom = "you" if is_own else name
    text = f"Noted: {whom} {'work' if is_own else 'works'} in {NATION_NAMES[nation]}."
    rest = "What falls due on a bank holiday there moves to the next working day."
    return Card(text, (Line(text), Line(rest)))
