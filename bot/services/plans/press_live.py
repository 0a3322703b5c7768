"""Taps before and after going live: what it brings, for some leads or for all, and an archive for nobody."""

from __future__ import annotations

from collections.abc import Mapping

from bot.card import Answer, Card, Form, FormErrors, Placement
from bot.changes import AuditEvent, Verb
from bot.errors import AlreadySettled
from bot.importing.names import read_leads
from bot.instants import local_day, local_time
from bot.kept_doubts import waiting
from bot.meetings import papers_go_on
from bot.partnership import Partnership, Person
from bot.phrases import going_live as say
from bot.plan import ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.prompting import every_reporting_lead
from bot.rounds import next_round
from bot.services.asks.owed_asks import in_hours
from bot.services.asks.previews import prompt_preview
from bot.services.asks.prompts import next_ask
from bot.services.context.standings import rounds_of, today_of
from bot.services.context.targets import Target
from bot.services.plans.go_live import go_live, go_on_for_all
from bot.services.plans.press_import import own_plan

SUGGESTED = 3


def on_ask_go_live(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """What going live brings, before it is done."""
    return Answer(outlook_card(work, own_plan(work, person, target)), Placement.REPLACE)


def on_go_live(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Go live for every lead."""
    plan = _draft(work, person, target)
    return _went_live(work, go_live(work, plan.id, person.id), ())


def on_go_live_some(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Who is asked first."""
    plan = _draft(work, person, target)
    suggested = [lead.name for lead in _reachable(work, plan)[:SUGGESTED]]
    return say.some_form(f"plan:{plan.id}", suggested)


def save_go_live_some(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Go live for the leads named."""
    plan = _draft(work, person, target)
    leads = set(every_reporting_lead(plan))
    first: list[Person] = []
    unknown: list[str] = []
    for named in read_leads(answers.get("leads", "")):
        found = [one for one in work.people.named(named.name) if one.id in leads]
        first += found
        unknown += [] if found else [named.name]
    if unknown or not first:
        return FormErrors({"leads": say.no_such_leads(unknown or [answers.get("leads", "")])})
    live = go_live(work, plan.id, person.id, [one.id for one in first])
    return _went_live(work, live, [one.name for one in first])


def on_go_live_all(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Ask the others too."""
    plan = own_plan(work, person, target)
    if plan.state is not PlanState.LIVE or not plan.asked_first:
        raise AlreadySettled("done")
    return Answer(say.all_live(go_on_for_all(work, plan, person.id).title), Placement.REPLACE)


def on_archive(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Keep an old plan, and ask nobody."""
    plan = _draft(work, person, target)
    work.plans.archive(plan.id)
    work.audit.append(
        AuditEvent(plan.partnership_id, Verb.PLAN_ARCHIVED, person.id, f"plan:{plan.id}"), work.now
    )
    return Answer(say.archived(plan.title), Placement.REPLACE)


def on_preview(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """What one lead would get, seen by the officer alone."""
    plan = own_plan(work, person, target)
    lead = work.people.get(target.person) if target.person is not None else person
    return Answer(prompt_preview(work, plan, lead, None), Placement.PRIVATE)


def outlook_card(work: UnitOfWork, plan: ActionPlan) -> Card:
    """What going live brings; for a live plan, whether the others shall be asked."""
    if plan.state is PlanState.LIVE:
        return _rest_card(work, plan)
    partnership = work.partnerships.get(plan.partnership_id)
    reachable = _reachable(work, plan)
    lead = (reachable[0].name, f"plan:{plan.id} person:{reachable[0].id}") if reachable else None
    return say.before(_outlook(work, plan, partnership, reachable), f"plan:{plan.id}", lead)


def _rest_card(work: UnitOfWork, plan: ActionPlan) -> Card:
    if not plan.asked_first:
        return say.is_live_already(plan.title)
    first = [work.people.get(one).name for one in every_reporting_lead(plan) if one in plan.asked_first]
    others = [one for one in every_reporting_lead(plan) if one not in plan.asked_first]
    return say.for_all(plan.title, first, len(others), f"plan:{plan.id}")


def _outlook(
    work: UnitOfWork, plan: ActionPlan, partnership: Partnership, reachable: list[Person]
) -> say.Outlook:
    around = rounds_of(work, partnership, work.now)
    being_asked = next((one for one in around if one.ask_at <= work.now < one.updates_by), None)
    coming = being_asked or next_round(around, work.now)
    meeting = next(
        (one for one in work.meetings.of(partnership.id) if coming and coming.key == f"meeting:{one.id}"),
        None,
    )
    elsewhere = work.reach.elsewhere()
    people = (work.people.get(one) for one in every_reporting_lead(plan))
    unlinked = [one for one in people if one.external_id is None]
    return say.Outlook(
        leads=tuple(one.name for one in reachable),
        without_account=tuple(one.name for one in unlinked if one.id not in elsewhere),
        elsewhere=tuple(one.name for one in unlinked if one.id in elsewhere),
        introduced_on=local_day(in_hours(work.now, partnership), partnership.zone),
        today=today_of(work, partnership),
        first_ask=next_ask(work, partnership),
        updates_by=local_time(coming.updates_by, partnership.zone) if coming else None,
        papers_on=papers_go_on(meeting, partnership) if meeting else None,
        printed_papers=meeting.papers_due_on if meeting else None,
        has_channel=partnership.channel is not None,
        open_questions=len(waiting(work.doubts.of(plan.id), needing=True)),
    )


def _reachable(work: UnitOfWork, plan: ActionPlan) -> list[Person]:
    """The leads with an account, those with most actions first."""
    people = [work.people.get(one) for one in every_reporting_lead(plan)]
    return sorted(
        (one for one in people if one.external_id is not None and one.is_active),
        key=lambda one: -len(plan.led_by(one.id)),
    )


def _went_live(work: UnitOfWork, plan: ActionPlan, first: list[str] | tuple[()]) -> Answer:
    reached = [one for one in _reachable(work, plan) if plan.asks(one.id)]
    partnership = work.partnerships.get(plan.partnership_id)
    asked, today = next_ask(work, partnership), today_of(work, partnership)
    return Answer(say.live(plan.title, len(reached), first, asked, today), Placement.REPLACE)


def _draft(work: UnitOfWork, person: Person, target: Target) -> ActionPlan:
    plan = own_plan(work, person, target)
    if plan.state is not PlanState.DRAFT:
        raise AlreadySettled(
            {PlanState.LIVE: "live", PlanState.ARCHIVED: "archived"}.get(plan.state, "closed")
        )
    return plan
