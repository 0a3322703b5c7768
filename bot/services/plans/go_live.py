"""Going live: a draft becomes the plan people are asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.changes import AuditEvent, Verb
from bot.fields import changes_between
from bot.instants import local_day
from bot.partnership import PersonId
from bot.permissions import check_can_run
from bot.plan import ActionPlan, PlanId
from bot.ports import UnitOfWork
from bot.recurring import begun
from bot.services.asks.owed_asks import owe_introductions
from bot.services.plans.settle_doubts import leave_remarks


def go_live(
    work: UnitOfWork, plan_id: PlanId, actor: PersonId | None, first: Sequence[PersonId] = ()
) -> ActionPlan:
    """Make a plan live and owe each lead who can be reached one introduction. With `first` only these leads
    hear anything until `go_on_for_all`.

    `actor` is None at the terminal, where whoever runs the program acts for the board officer.
    """
    partnership = work.partnerships.get(work.plans.get(plan_id).partnership_id)
    if actor is not None:
        check_can_run(work.people.get(actor), partnership, work.people.get)
    work.reach.begin_with(plan_id, first)
    leave_remarks(work, actor, work.plans.get(plan_id))
    duties = _begin_duties(work, plan_id, local_day(work.now, partnership.zone))
    plan = work.plans.go_live(plan_id, work.now)
    told: dict[str, list[int]] = {"first": [int(one) for one in first], "duties": duties}
    _note(work, plan, actor, {name: ids for name, ids in told.items() if ids})
    owe_introductions(work, plan, partnership, work.now)
    return plan


def _begin_duties(work: UnitOfWork, plan_id: PlanId, today: date) -> list[int]:
    """Recurring duties that the plan's words gave count from today; the actions whose duty it moved."""
    moved = []
    for action in work.plans.get(plan_id).actions:
        after = None if action.duty is None else begun(action.duty, today)
        if after != action.duty:
            changes = changes_between(action, replace(action, duty=after))
            work.plans.apply(changes, work.now)
            moved.append(int(action.id))
    return moved


def go_on_for_all(work: UnitOfWork, plan: ActionPlan, actor: PersonId) -> ActionPlan:
    """Ask every lead of a plan that began with some; for the whole plan silence counts from now."""
    partnership = work.partnerships.get(plan.partnership_id)
    check_can_run(work.people.get(actor), partnership, work.people.get)
    work.reach.begin_with(plan.id, ())
    whole = work.plans.began(plan.id, work.now)
    _note(work, whole, actor, {"first": []})
    owe_introductions(work, whole, partnership, work.now)
    return whole


def _note(work: UnitOfWork, plan: ActionPlan, actor: PersonId | None, values: dict[str, object]) -> None:
    work.audit.append(
        AuditEvent(plan.partnership_id, Verb.PLAN_WENT_LIVE, actor, f"plan:{plan.id}", values), work.now
    )
