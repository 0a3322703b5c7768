"""What is set for a partnership, with the names and meetings that people know it by."""

from __future__ import annotations

from bot.partnership import Partnership
from bot.phrases.settings import Held
from bot.ports import UnitOfWork
from bot.services.context.standings import today_of


def held(work: UnitOfWork, partnership: Partnership) -> Held:
    """A partnership's settings, and the meetings to come."""
    today = today_of(work, partnership)
    chairs, elsewhere = [work.people.get(one) for one in partnership.chairs], work.reach.elsewhere()
    return Held(
        partnership,
        tuple(one.name for one in chairs),
        tuple(work.people.get(one).name for one in partnership.officers),
        tuple(one for one in work.meetings.of(partnership.id) if one.on.end >= today),
        tuple(one.name for one in chairs if one.external_id is None and one.id not in elsewhere),
        work.boards.of(partnership.id),
    )
