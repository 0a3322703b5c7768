"""Going live: a draft becomes the plan people are asked about."""

from __future__ import annotations

from bot.changes import AuditEvent, Verb
from bot.partnership import PersonId
from bot.permissions import check_can_run
from bot.plan import ActionPlan, PlanId
from bot.ports import UnitOfWork
from bot.services.owed_asks import owe_introductions


def go_live(work: UnitOfWork, plan_id: PlanId, actor: PersonId | None) -> ActionPlan:
    """Make a plan live and owe each lead who can be reached one introduction.

    `actor` is None at the terminal, where whoever runs the program acts for the board officer.
    """
    partnership = work.partnerships.get(work.plans.get(plan_id).partnership_id)
    if actor is not None:
        check_can_run(work.people.get(actor), partnership, work.people.get)
    plan = work.plans.go_live(plan_id, work.now)
    work.audit.append(
        AuditEvent(plan.partnership_id, Verb.PLAN_WENT_LIVE, actor, f"plan:{plan_id}"), work.now
    )
    owe_introductions(work, plan, partnership, work.now)
    return plan
