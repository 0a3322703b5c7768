"""Going live: a draft becomes the plan people are asked about."""

from __future__ import annotations

from bot.changes import AuditEvent, Verb
from bot.partnership import PersonId
from bot.plan import ActionPlan, PlanId
from bot.ports import UnitOfWork


def go_live(work: UnitOfWork, plan_id: PlanId, actor: PersonId | None) -> ActionPlan:
    """Make a plan live. `actor` is None at the terminal."""
    plan = work.plans.go_live(plan_id, work.now)
    work.audit.append(
        AuditEvent(plan.partnership_id, Verb.PLAN_WENT_LIVE, actor, f"plan:{plan_id}"), work.now
    )
    return plan
