"""A closed plan is opened again, within thirty days: its actions stand as they did before."""

from __future__ import annotations

from bot.card import Card
from bot.changes import Verb
from bot.closing import Closing, ClosingState, reopenable_until
from bot.conversation import UpdateState
from bot.errors import NotFound, SeveralActions
from bot.fields import undoing
from bot.instants import local_day
from bot.partnership import Partnership, Person
from bot.permissions import can_run, check_can_run
from bot.phrases import closing as say
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.context.closed_plans import closed_view
from bot.services.context.notices import notify_at
from bot.services.context.ordered import Ordered
from bot.services.context.places import place_of
from bot.services.plans.close_plan import note


def on_reopen_plan(ordered: Ordered) -> Card:
    """ "reopen the plan"."""
    work, person = ordered.work, ordered.person
    found = _meant(ordered)
    if found is None:
        return say.nothing_closed()
    plan, partnership = found
    check_can_run(person, partnership, work.people.get)
    closing = work.closings.latest(plan.id)
    if plan.ended_at is None or closing is None or closing.state is not ClosingState.CONFIRMED:
        raise NotFound("the closing of that plan")
    if work.now > reopenable_until(plan.ended_at):
        return say.too_late(plan.title, local_day(plan.ended_at, partnership.zone))
    work.plans.reopen(plan.id)
    back = _put_back(work, person, closing)
    work.closings.settle(closing.id, ClosingState.REOPENED, person.id, work.now)
    note(work, person, plan, closing, Verb.PLAN_REOPENED, {"actions": back})
    _tell_channel(work, plan, partnership, closing)
    return say.reopened(plan.title, back)


def _meant(ordered: Ordered) -> tuple[ActionPlan, Partnership] | None:
    """The closed plan of that name, the only one where none is named."""
    wanted = ordered.order.other.casefold()
    named = [
        entry
        for entry in closed_view(ordered.work, ordered.person).plans
        if not wanted or wanted in entry[0].title.casefold()
    ]
    runs = [entry for entry in named if can_run(ordered.person, entry[1])] or named[:1]
    if len(runs) > 1:
        raise SeveralActions("The plan", tuple(plan.title for plan, _ in runs))
    return runs[0] if runs else None


def _put_back(work: UnitOfWork, person: Person, closing: Closing) -> int:
    """Take back what the closing wrote; how many actions stand as before."""
    back = 0
    for one in closing.ends:
        if one.update_id is None:
            continue
        update = work.updates.get(one.update_id)
        if update.state is not UpdateState.CONFIRMED:
            continue
        work.plans.apply(undoing(place_of(work, one.action_id).action, update.changed), work.now)
        work.updates.settle(update.id, UpdateState.UNDONE, work.now, person.id, update.changed)
        back += 1
    return back


def _tell_channel(work: UnitOfWork, plan: ActionPlan, partnership: Partnership, closing: Closing) -> None:
    if partnership.channel is None or (plan.is_restricted and not partnership.channel_is_restricted):
        return
    line = say.open_again_line(plan.title, local_day(work.now, partnership.zone))
    subject: dict[str, object] = {"say": "plan_closed", "closing": int(closing.id)}
    notify_at(work, partnership, partnership.channel, f"reopened:{closing.id}", subject, body=line)
