"""Plans that are closed: read, never changed; whoever speaks of one is told so, and who can open it again."""

from __future__ import annotations

from dataclasses import replace

from bot.card import Card
from bot.closing import reopenable_until
from bot.dated import DatedRecord, RecordKind
from bot.errors import NotFound, PlanClosed
from bot.instants import local_day
from bot.pack import Pack
from bot.partnership import Partnership, Person
from bot.permissions import actions_shown, can_make_paper, can_see
from bot.phrases import closing as say
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.context.view import View


def check_not_closed(work: UnitOfWork, plan: ActionPlan, partnership: Partnership) -> None:
    """Raise `PlanClosed` for a plan that was live and has been closed."""
    if not plan.was_closed or plan.ended_at is None:
        return
    until = reopenable_until(plan.ended_at)
    raise PlanClosed(
        plan.title,
        local_day(plan.ended_at, partnership.zone),
        local_day(until, partnership.zone) if work.now <= until else None,
        tuple(work.people.get(one).name for one in partnership.officers),
    )


def closed_view(work: UnitOfWork, person: Person) -> View:
    """The closed plans this person could read while they were live, the last one first."""
    by_id = {partnership.id: partnership for partnership in work.partnerships.all()}
    seen = [
        (replace(plan, actions=actions_shown(person, plan)), by_id[plan.partnership_id])
        for plan in work.plans.closed()
        if can_see(person, by_id[plan.partnership_id], (plan,))
    ]
    return View(tuple(sorted(seen, key=lambda entry: -entry[0].id)))


def closed_meant(work: UnitOfWork, person: Person, text: str, view: View) -> ActionPlan | None:
    """The closed plan a text speaks of: by a number that no live plan has, or where none is live."""
    closed = closed_view(work, person)
    if not view.plans:
        return closed.plans[0][0] if closed.plans else None
    for action in closed.named_in(text):
        if not view.with_ref(action.ref):
            return next(plan for plan, _ in closed.plans if plan.id == action.plan_id)
    return None


def closed_card(work: UnitOfWork, plan: ActionPlan, person: Person) -> Card:
    """That a plan is closed, who can open it again, and its final report for those who may have it."""
    partnership = work.partnerships.get(plan.partnership_id)
    if plan.ended_at is None:
        raise NotFound("the plan this is about")
    until = reopenable_until(plan.ended_at)
    may = can_make_paper(person, partnership) and final_record(work, plan, partnership) is not None
    return say.is_closed(
        plan.title,
        local_day(plan.ended_at, partnership.zone),
        local_day(until, partnership.zone) if work.now <= until else None,
        [work.people.get(one).name for one in partnership.officers],
        f"plan:{plan.id}" if may else "",
    )


def final_record(work: UnitOfWork, plan: ActionPlan, partnership: Partnership) -> DatedRecord | None:
    """The final pack of a plan, made when it was closed last."""
    if plan.ended_at is None:
        return None
    found = work.records.since(partnership.id, plan.ended_at, RecordKind.FINAL)
    mine = [one for one in found if isinstance(one.facts, Pack) and one.facts.plans[0].id == plan.id]
    return mine[-1] if mine else None
