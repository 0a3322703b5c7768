"""Who holds which post."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from bot.partnership import PersonId
from bot.posts import Holding


class Posts(Protocol):
    """The posts of one workspace."""

    def all(self) -> tuple[Holding, ...]:
        """Everything said of every post, in the order said."""
        ...

    def fill(
        self,
        post_id: PersonId,
        holder_id: PersonId | None,
        by: PersonId,
        at: datetime,
        *,
        from_on: date,
        until_on: date | None = None,
        is_interim: bool = False,
    ) -> Holding:
        """Say who holds a post from a day on, or that it is vacant. What is said last holds; when its time is
        over, what was said before holds again."""
        ...
