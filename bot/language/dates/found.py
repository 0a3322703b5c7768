"""What a grammar rule gives back: how far it read, what that means, and the rule's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bot.language.dates.reckoning import Meaning, Reckoning
from bot.language.dates.tokens import Tokens
from bot.language.reading import Conventions


class Found(NamedTuple):
    """A stretch of pieces up to (not including) `end` that is a date."""

    end: int
    meaning: Meaning
    rule: str


@dataclass(frozen=True, slots=True)
class Page:
    """The text under the rules' eyes, and the day and customs it was written under."""

    tokens: Tokens
    reckoning: Reckoning

    @property
    def today(self) -> date:
        """The day of writing."""
        return self.reckoning.today

    @property
    def conventions(self) -> Conventions:
        """The plan's ways of counting."""
        return self.reckoning.conventions


Rule = Callable[[Page, int], Found | None]
