"""What is kept of one person, and that it is to be erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.partnership import PersonId


@dataclass(frozen=True, slots=True)
class Erasure:
    """One says that a person is to be erased, another confirms it; never the same, never the person."""

    person_id: PersonId
    asked_by: PersonId
    asked_at: datetime
    confirmed_by: PersonId | None = None
    confirmed_at: datetime | None = None


def pseudonym_of(person_id: PersonId) -> str:
    """What stands wherever a name stood."""
    return f"Person {person_id} (erased)"
