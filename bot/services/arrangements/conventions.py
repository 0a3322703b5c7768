"""Saying how a plan counts time and what its own words mean."""

from __future__ import annotations

from bot.changes import AuditEvent, Verb
from bot.conventions import PlanConventions
from bot.partnership import PersonId
from bot.plan import ActionPlan
from bot.ports import UnitOfWork


def set_conventions(
    work: UnitOfWork, plan: ActionPlan, conventions: PlanConventions, actor: PersonId | None
) -> ActionPlan:
    """Replace a plan's conventions as a whole, if they differ. `actor` is None at the terminal.

    What was read before stays as it was read.
    """
    if conventions == plan.conventions:
        return plan
    changed = work.plans.set_conventions(plan.id, conventions)
    work.audit.append(
        AuditEvent(
            plan.partnership_id,
            Verb.CONVENTIONS_SET,
            actor,
            f"plan:{plan.id}",
            {
                "fiscal_start_month": conventions.fiscal_start_month,
                "quarters_by_calendar": conventions.quarters_by_calendar,
                "scale": conventions.scale.value,
                "scale_complete": sorted(conventions.scale_complete),
                "status_words": [meaning.value for _, meaning in conventions.status_words],
            },
            words="\n".join(words for words, _ in conventions.status_words) or None,
        ),
        work.now,
    )
    return changed
