"""Bringing a plan in: a draft read from a document is kept whole, and nobody hears of it until go live."""

from __future__ import annotations

from bot.changes import AuditEvent, Verb
from bot.draft import DraftPlan
from bot.partnership import Nation
from bot.plan import ActionPlan, PlanState
from bot.ports import UnitOfWork


def bring_in(
    work: UnitOfWork,
    draft: DraftPlan,
    *,
    partnership_name: str,
    zone: str = "Europe/London",
    nation: Nation = "england",
) -> ActionPlan:
    """Keep a draft plan in the partnership of this name, which is made if there is none yet.

    It takes the place of a draft of the same title there, as when a file was mended and is read again.
    """
    partnership = work.partnerships.named(partnership_name) or work.partnerships.add(
        partnership_name, zone, nation
    )
    for known in work.plans.all():
        if (known.partnership_id, known.title, known.state) == (
            partnership.id,
            draft.title,
            PlanState.DRAFT,
        ):
            work.plans.set_aside(known.id)
    plan = work.plans.add(partnership.id, draft, work.now)
    work.audit.append(
        AuditEvent(
            partnership.id,
            Verb.PLAN_IMPORTED,
            None,
            f"plan:{plan.id}",
            {"actions": len(plan.actions), "doubts": len(draft.doubts)},
        ),
        work.now,
    )
    return plan
