"""A person's Home, fitted to what they are: a lead, of the board, its officer, a guest, or a stranger.

It shows what the person may see when it is drawn, and nothing is noted: opening it changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.assessment import Assessed, assess
from bot.card import Answer, Card, Placement
from bot.instants import local_time
from bot.partnership import AccountKind, Partnership, Person
from bot.permissions import can_run, is_board
from bot.phrases import home as say
from bot.phrases import setting_up
from bot.phrases.stack import stacked
from bot.picture_pass import PictureDoor
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.prompting import mattering
from bot.services.arrangements.setting_up import is_unclaimed
from bot.services.asks.pause_plan import pause_line
from bot.services.asks.prompts import next_ask
from bot.services.context.closed_plans import closed_card, closed_view
from bot.services.context.standings import plan_name, rounds_of, today_of
from bot.services.context.targets import Target
from bot.services.context.view import View, view_of
from bot.services.reports import charts
from bot.services.rounds.officer_round import round_card
from bot.services.standing import status

MOST_CHARTED = 2
"""As many plans as a Home tells the past of; their papers have it."""
MOST_PLANS = 4
"""As many plans as have room on one Home; the others are found with "status"."""


def home(work: UnitOfWork, account: str, door: PictureDoor | None = None) -> Card:
    """What stands on the Home of whoever has this account; its pictures where there is a `door` that the
    platform can fetch them from."""
    person = work.people.by_identity(account)
    if person is None or not person.is_active:
        return setting_up.empty() if is_unclaimed(work) else say.stranger()
    view = view_of(work, person)
    shown = View(view.plans[:MOST_PLANS])
    return stacked([*_sections(work, person, shown), *_charts(work, person, shown, door), say.foot()])


def _charts(work: UnitOfWork, person: Person, view: View, door: PictureDoor | None) -> Iterator[Card]:
    """How the plans went, for whoever sees all of them."""
    for plan, partnership in view.plans[:MOST_CHARTED]:
        if (card := charts.on_home(work, person, plan, partnership, door)) is not None:
            yield card


def _sections(work: UnitOfWork, person: Person, view: View) -> list[Card]:
    """An officer's round first, then what is one's own to do, then the plan; a guest has only the second."""
    if not view.plans:
        closed = closed_view(work, person).plans[:MOST_PLANS]
        return [closed_card(work, plan, person) for plan, _ in closed] or [say.no_plan()]
    own = list(_own(work, person, view))
    if person.account_kind is not AccountKind.MEMBER:
        return own
    runs = dict.fromkeys(one for _, one in view.plans if can_run(person, one))
    sits = any(is_board(person, one) for _, one in view.plans)
    glance = [status.status(work, person, "")]
    rounds = [round_card(work, one) for one in runs]
    return [*rounds, *glance, *own] if sits else [*own, *glance]


def _own(work: UnitOfWork, person: Person, view: View) -> Iterator[Card]:
    """The open actions the person leads or stands in for, plan by plan, and their absences."""
    leads = False
    for plan, partnership in view.plans:
        own = _of_plan(work, person, plan, partnership)
        if own.count:
            leads = True
            yield say.own_actions(own, _when(work, plan, partnership))
    if leads:
        yield _absences(work, person, view.plans[0][1])


def _when(work: UnitOfWork, plan: ActionPlan, partnership: Partnership) -> str:
    """When leads are asked about a plan: now, next, or not while it is paused."""
    if line := pause_line(plan, partnership, work.now):
        return say.paused(line)
    for one in rounds_of(work, partnership, work.now):
        if one.ask_at <= work.now < one.updates_by:
            return say.asked_now(one.body, one.on, local_time(one.updates_by, partnership.zone))
    return say.asked_next(next_ask(work, partnership))


def _of_plan(work: UnitOfWork, person: Person, plan: ActionPlan, partnership: Partnership) -> say.Own:
    today = today_of(work, partnership)
    led = {action.id for action in plan.led_by(person.id) if action.status.is_open}
    found: list[Assessed] = [one for one in assess(plan, today, None) if one.action.id in led]
    few, others = mattering(found)
    return say.Own(plan_name(work, partnership, plan), few, others, today)


def _absences(work: UnitOfWork, person: Person, partnership: Partnership) -> Card:
    today = today_of(work, partnership)
    held = [
        (one, work.people.get(one.deputy_id).name if one.deputy_id is not None else "")
        for one in work.absences.of(person.id)
        if one.ended_at is None and one.until_on >= today
    ]
    return say.away(held, person.id)


def on_show_home(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Look again: what has changed since it was drawn."""
    del target  # everybody has one Home
    return Answer(home(work, person.external_id or ""), Placement.REPLACE)
