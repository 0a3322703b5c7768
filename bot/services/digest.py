"""The weekly slippage digest of a partnership."""

from __future__ import annotations

from datetime import date

from bot.card import Card, Line
from bot.partnership import Partnership
from bot.ports import UnitOfWork


def preview(work: UnitOfWork, partnership: Partnership, on: date) -> tuple[Card, ...]:
    """What the digest of this day would say: its header, then the parts of its thread. Writes nothing."""
    plans = [plan for plan in work.plans.live() if plan.partnership_id == partnership.id]
    text = f"{partnership.name}, {on:%d %b %Y}: {sum(len(plan.actions) for plan in plans)} actions"
    return (Card(text, (Line(text),)),)
