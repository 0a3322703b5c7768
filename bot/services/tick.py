"""The calendar: owes everything that has fallen due since the last tick."""

from __future__ import annotations

from datetime import datetime

from bot.ports import UnitOfWork


def plan_due(work: UnitOfWork, now: datetime) -> None:
    """Owe every prompt, reminder, introduction and digest due in (planned_to, now] of this workspace."""
    work.owing.set_planned_to("calendar", now)
