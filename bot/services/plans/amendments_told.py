"""Who is told of an amendment: the leads concerned, once each, and whoever proposed it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.amending import AmendmentId, AmendmentState, KeptAmendment
from bot.card import Card
from bot.partnership import Partnership, Person, PersonId
from bot.phrases import amendments_told as say
from bot.plan import Action, ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.plans.amend import read_back
from bot.versions.taking import Taking


def tell_leads(
    work: UnitOfWork,
    actor: Person,
    before: ActionPlan,
    partnership: Partnership,
    kept: KeptAmendment,
    taking: Taking,
) -> list[str]:
    """Owe each lead concerned one notice, but for a typing error put right, and a plan that is not live yet;
    the names of those told. `before` is the plan as it stood."""
    if kept.amendment.is_correction or before.state is not PlanState.LIVE:
        return []
    touched = {one.action_id for one in taking.revisions}
    known = {action.id for action in before.actions}
    after = work.plans.get(before.id)
    concerned = touched | {action.id for action in after.actions if action.id not in known}
    led = [
        lead.person_id
        for plan in (after, before)
        for action in plan.actions
        if action.id in concerned
        for lead in action.leads
    ]
    told = []
    for person in (work.people.get(one) for one in dict.fromkeys(led)):
        if person.id == actor.id or person.external_id is None or not person.is_active:
            continue
        told.append(person.name)
        actions = [a for a in after.actions if a.id in concerned and a.status.is_open and _leads(a, person)]
        was_lead = any(_leads(a, person) for a in before.actions if a.id in concerned)
        subject: dict[str, object] = {
            "say": "plan_amended",
            "amendment": int(kept.id),
            "actions": [int(action.id) for action in actions],
            "led_before": was_lead,
            "is_undone": kept.state is AmendmentState.UNDONE,
            "by": int(actor.id),
        }
        notify(work, partnership, person, f"amendment:{kept.id}:{kept.state.value}:{person.id}", subject)
    return told


def _leads(action: Action, person: Person) -> bool:
    return any(lead.person_id == person.id for lead in action.leads)


def tell_proposer(work: UnitOfWork, actor: Person, partnership: Partnership, kept: KeptAmendment) -> None:
    """What became of their proposal."""
    person = work.people.get(kept.by)
    if person.id != actor.id:
        subject: dict[str, object] = {
            "say": "amendment_answered",
            "amendment": int(kept.id),
            "by": int(actor.id),
        }
        notify(work, partnership, person, f"amendment:{kept.id}:answered", subject)


def told(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    """What a lead is told."""
    kept = _kept(work, subject)
    plan = work.plans.get(kept.plan_id)
    held = subject["actions"]
    ids = {int(one) for one in held} if isinstance(held, list) else set()
    led = [action for action in plan.actions if action.id in ids]
    return say.told(
        kept.amendment,
        _by(work, subject),
        led,
        led_before=bool(subject["led_before"]),
        is_undone=bool(subject["is_undone"]),
    )


def answered(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    """What whoever proposed it is told."""
    kept = _kept(work, subject)
    is_taken = kept.state is not AmendmentState.DROPPED
    return say.answered(kept.amendment, _by(work, subject), is_taken=is_taken)


def proposed(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    """What an officer is shown of a proposal."""
    return read_back(work, _kept(work, subject))


def _kept(work: UnitOfWork, subject: Mapping[str, object]) -> KeptAmendment:
    return work.amendments.get(AmendmentId(int(str(subject["amendment"]))))


def _by(work: UnitOfWork, subject: Mapping[str, object]) -> str:
    return work.people.get(PersonId(int(str(subject["by"])))).name
