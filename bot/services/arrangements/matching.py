"""How far the names of a plan are matched to accounts."""

from __future__ import annotations

from bot.partnership import Person
from bot.phrases.who_is_who import Matched
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.prompting import every_reporting_lead


def leads_of(work: UnitOfWork, plan: ActionPlan) -> list[Person]:
    """Everybody who is to be asked about a plan, in its order."""
    return [work.people.get(one) for one in every_reporting_lead(plan)]


def matched(work: UnitOfWork, plan: ActionPlan) -> Matched:
    """How many leads have an account, are said to be elsewhere, or wait."""
    leads, elsewhere = leads_of(work, plan), work.reach.elsewhere()
    linked = sum(lead.external_id is not None for lead in leads)
    away = sum(lead.external_id is None and lead.id in elsewhere for lead in leads)
    return Matched(linked, away, len(leads) - linked - away)
