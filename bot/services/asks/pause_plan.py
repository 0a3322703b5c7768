"""A plan rests: nobody is asked about it until a day, or until an officer says go on."""

from __future__ import annotations

from datetime import date, datetime, time

from bot.card import Answer, Card, Placement
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.instants import instant, local_day
from bot.partnership import Partnership, Person
from bot.permissions import check_can_run
from bot.phrases import dates
from bot.phrases import pausing as say
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.asks.prompts import next_ask
from bot.services.context.filled_forms import dates_in
from bot.services.context.ordered import Ordered, plan_run
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.context.view import context_of


def on_pause(ordered: Ordered) -> Card:
    """ "pause the plan", "pause the Larkmere plan until 5 January"."""
    plan, partnership = plan_run(ordered)
    day = _day(ordered, partnership)
    if ordered.order.when and day is None:
        return say.not_ahead(ordered.order.when)
    until = instant(day, time(0), partnership.zone) if day is not None else None
    ordered.work.plans.pause(plan.id, until)
    _note(ordered.work, ordered.person, plan, Verb.PLAN_PAUSED, until)
    return say.paused(plan.title, day, f"plan:{plan.id}")


def _day(ordered: Ordered, partnership: Partnership) -> date | None:
    """The one day ahead that the words name; None for none, several, or one that has passed."""
    today = today_of(ordered.work, partnership)
    context = context_of(ordered.work, ordered.view, ordered.person, ())
    found = dates_in(ordered.order.when, today, context) if ordered.order.when else ()
    return found[0].start if len(found) == 1 and found[0].start > today else None


def on_resume(ordered: Ordered) -> Card:
    """ "resume the plan"."""
    plan, partnership = plan_run(ordered)
    return resume(ordered.work, ordered.person, plan, partnership)


def on_resume_tap(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The same, by button."""
    if target.plan is None:
        raise NotFound("the plan this button was for")
    plan = work.plans.get(target.plan)
    partnership = work.partnerships.get(plan.partnership_id)
    return Answer(resume(work, person, plan, partnership), Placement.REPLACE)


def resume(work: UnitOfWork, person: Person, plan: ActionPlan, partnership: Partnership) -> Card:
    """Go on with a paused plan."""
    check_can_run(person, partnership, work.people.get)
    if not plan.is_paused(work.now):
        return say.not_paused(plan.title)
    work.plans.resume(plan.id)
    _note(work, person, plan, Verb.PLAN_RESUMED, None)
    at = next_ask(work, partnership)
    return say.resumed(plan.title, f"{dates.weekday_and_day(at.date())}, {dates.clock(at)}" if at else "")


def _note(work: UnitOfWork, person: Person, plan: ActionPlan, verb: Verb, until: datetime | None) -> None:
    values: dict[str, object] = {"until": until.isoformat()} if until is not None else {}
    event = AuditEvent(plan.partnership_id, verb, person.id, f"plan:{plan.id}", values)
    work.audit.append(event, work.now)


def pause_line(plan: ActionPlan, partnership: Partnership, at: datetime) -> str:
    """What a status says of a paused plan; "" of one that is not."""
    if plan.pause is None or not plan.is_paused(at):
        return ""
    until = local_day(plan.pause.until, partnership.zone) if plan.pause.until is not None else None
    return say.on_phone(until, local_day(plan.pause.since, partnership.zone))
