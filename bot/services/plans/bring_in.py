"""Bringing a plan in: a draft read from a document is kept whole, and nobody hears of it until go live."""

from __future__ import annotations

from dataclasses import replace

from bot.changes import AuditEvent, Verb
from bot.draft import Doubt, DraftPlan
from bot.partnership import Nation, PartnershipId, PersonId
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.plans.carried_answers import carry
from bot.versions.printed import is_version_of


def bring_in(
    work: UnitOfWork,
    draft: DraftPlan,
    *,
    partnership_name: str,
    zone: str = "Europe/London",
    nation: Nation = "england",
    actor: PersonId | None = None,
) -> ActionPlan:
    """Keep a draft plan in the partnership of this name, which is made if there is none yet.

    It takes the place of a draft of the same plan there, as when a file was mended and is read again: what
    was answered about rows that have not changed stands. `actor` is None at the terminal, and where nobody is
    board officer yet.
    """
    partnership = work.partnerships.named(partnership_name) or work.partnerships.add(
        partnership_name, zone, nation
    )
    replaced = [one for one in drafts_of(work, partnership.id) if is_version_of(draft, one)]
    for known in replaced:
        work.plans.set_aside(known.id)
    plan = work.plans.add(partnership.id, draft, work.now)
    work.doubts.keep(plan.id, [_bound(doubt, draft) for doubt in draft.doubts])
    carried = sum(carry(work, known, plan) for known in replaced[:1])
    values: dict[str, object] = {"actions": len(plan.actions), "doubts": len(draft.doubts)}
    values |= {"carried": carried} if carried else {}
    work.audit.append(
        AuditEvent(partnership.id, Verb.PLAN_IMPORTED, actor, f"plan:{plan.id}", values), work.now
    )
    return work.plans.get(plan.id) if carried else plan


def drafts_of(work: UnitOfWork, partnership: PartnershipId) -> list[ActionPlan]:
    """The partnership's drafts, newest first."""
    found = [one for one in work.plans.drafts() if one.partnership_id == partnership]
    return sorted(found, key=lambda one: -one.id)


def _bound(doubt: Doubt, draft: DraftPlan) -> Doubt:
    """A doubt about a row that names no action is about the action of that row, when it is only one."""
    here = [action.ref for action in draft.actions if action.row == doubt.row]
    return replace(doubt, refs=(here[0],)) if not doubt.refs and len(here) == 1 else doubt
