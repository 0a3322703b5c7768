"""A slash command or its words in a message: status…, mine, help, undo, privacy."""

from __future__ import annotations

from bot.card import Card
from bot.partnership import Person
from bot.phrases import help as say
from bot.ports import UnitOfWork
from bot.services import status


def command(work: UnitOfWork, person: Person | None, text: str, *, channel: str | None = None) -> Card:
    """The answer to a command. `channel` is where it was typed, when its partnership should be meant."""
    if person is None:
        return say.unknown_person()
    if text.strip().casefold() == "help":
        return say.lead_help()
    return status.status(work, person, text, channel=channel)
