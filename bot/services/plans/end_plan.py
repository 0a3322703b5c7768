"""A chair confirms that a plan is closed: its actions end, its final pack is frozen, nobody is asked."""

from __future__ import annotations

from bot.card import Answer, Placement
from bot.changes import Verb
from bot.closing import Closing, ClosingState, ended, said_of, to_end, without_end
from bot.errors import AlreadySettled
from bot.instants import local_day
from bot.partnership import Partnership, Person
from bot.permissions import check_can_confirm_closing
from bot.phrases import closing as say
from bot.plan import ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.services.context.notices import notify, notify_at
from bot.services.context.places import Place
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.plans.close_plan import held, note
from bot.services.reports.final_pack import freeze_final
from bot.services.updates.changing import change
from bot.services.updates.consequences import end_help


def on_confirm(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Close the plan, as it was put to the chairs last."""
    plan, partnership, closing = _asked(work, person, target)
    left = without_end(plan, closing)
    if left:
        refs = [action.ref for action in left]
        for officer in partnership.officers:
            key = f"closing:{closing.id}:{closing.asked_times}:missing:{officer}"
            notify(
                work,
                partnership,
                work.people.get(officer),
                key,
                {"say": "ends_missing", "closing": int(closing.id)},
            )
        return Answer(say.opened_since(refs), Placement.REPLACE)
    told = _end_actions(work, person, plan, partnership, closing)
    work.closings.settle(closing.id, ClosingState.CONFIRMED, person.id, work.now)
    closed = work.plans.close(plan.id)
    record = freeze_final(work, partnership, closed)
    values: dict[str, object] = {"number": record.number, "actions": len(closing.ends)}
    note(work, person, closed, closing, Verb.PLAN_CLOSED, values)
    _tell_all(work, closed, partnership, closing, told, record.number)
    return Answer(say.confirmed(plan.title), Placement.REPLACE)


def _asked(work: UnitOfWork, person: Person, target: Target) -> tuple[ActionPlan, Partnership, Closing]:
    """The closing a chair was asked to confirm. Raises `AlreadySettled` for any but what was asked last."""
    plan, partnership, closing = held(work, target)
    check_can_confirm_closing(person, plan, partnership, closing, work.people.get)
    if plan.state is not PlanState.LIVE:
        raise AlreadySettled("closed")
    if closing.state is not ClosingState.ASKED or target.choice != closing.asked_times:
        raise AlreadySettled("changed or set aside by the board officer")
    return plan, partnership, closing


def _end_actions(
    work: UnitOfWork, chair: Person, plan: ActionPlan, partnership: Partnership, closing: Closing
) -> str:
    """Write every end in the name of whoever said it, confirmed by the chair; how many of each."""
    today, opened = today_of(work, partnership), to_end(plan)
    for action in opened:
        one = closing.end_of(action.id)
        if one is None:
            continue
        place, author = Place(action, plan, partnership), work.people.get(one.said_by)
        if action.blocker:
            end_help(work, chair, place)
        after = ended(action, one, today)
        update_id = change(
            work, author, place, after, Verb.STANDING_SET, words=said_of(one), confirmed_by=chair
        )
        work.closings.written(closing.id, action.id, update_id)
    return f"Open until then: {say.totals(closing, opened)}." if opened else "No action was open."


def _tell_all(
    work: UnitOfWork, plan: ActionPlan, partnership: Partnership, closing: Closing, told: str, number: str
) -> None:
    """The last line in the channel, and the final report to the officers and the chairs."""
    for member in dict.fromkeys((*partnership.officers, *partnership.chairs)):
        subject: dict[str, object] = {"say": "plan_closed", "closing": int(closing.id), "person": int(member)}
        notify(work, partnership, work.people.get(member), f"closed:{closing.id}:{member}", subject)
    if partnership.channel is None or (plan.is_restricted and not partnership.channel_is_restricted):
        return
    on = local_day(work.now, partnership.zone)
    line = say.last_line(plan.title, on, told, number)
    said: dict[str, object] = {"say": "plan_closed", "closing": int(closing.id)}
    notify_at(work, partnership, partnership.channel, f"closed:{closing.id}", said, body=line)


def on_refuse(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The chair does not confirm; the officer is told, and what was given is kept."""
    plan, partnership, closing = _asked(work, person, target)
    for officer in partnership.officers:
        subject: dict[str, object] = {
            "say": "closing_not_confirmed",
            "closing": int(closing.id),
            "by": int(person.id),
        }
        key = f"closing:{closing.id}:{closing.asked_times}:not-now:{person.id}"
        notify(work, partnership, work.people.get(officer), key, subject)
    return Answer(say.not_now(plan.title), Placement.REPLACE)
