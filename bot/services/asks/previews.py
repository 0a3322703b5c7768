"""What somebody would be sent, rendered for the board officer: nothing is sent, owed or noted."""

from __future__ import annotations

from datetime import date, datetime

from bot.card import Card
from bot.conversation import PromptId
from bot.instants import instant, local_day, local_time
from bot.partnership import Partnership, Person
from bot.phrases import dates, going_live, notices
from bot.phrases import prompts as say
from bot.plan import ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.prompting import ask
from bot.rounds import Round, fresh_since, horizon_of, next_round
from bot.services.asks.prompts import next_ask
from bot.services.context.standings import rounds_of, today_of
from bot.services.reports.digest import preview as digest_of_day

NOBODYS = PromptId(0)


def prompt_preview(work: UnitOfWork, plan: ActionPlan, person: Person, on: date | None) -> Card:
    """A lead's introduction and their next ask, as if it were a day."""
    if not plan.led_by(person.id):
        return going_live.nobody_called(person.name)
    partnership = work.partnerships.get(plan.partnership_id)
    at = _morning(work, partnership, on)
    around = rounds_of(work, partnership, at)
    coming = next_round(around, at) or next((one for one in around if at < one.updates_by), None)
    heading = f"Preview: what {person.name} gets" + (
        f", as if it were {dates.day_with_year(on)}" if on else ""
    )
    cards = [] if person.introduced_at else [_introduction(work, plan, partnership, person)]
    cards += [_ask(plan, partnership, person, around, coming)] if coming else []
    return going_live.preview(heading, cards)


def digest_preview(work: UnitOfWork, plan: ActionPlan, on: date | None) -> Card:
    """The weekly digest of a day, its header and its thread in one."""
    partnership = work.partnerships.get(plan.partnership_id)
    day = on or today_of(work, partnership)
    cards = digest_of_day(work, partnership, day, (plan,) if plan.state is PlanState.DRAFT else ())
    return going_live.preview(f"Preview: the digest of {dates.weekday_with_year(day)}", cards)


def _introduction(work: UnitOfWork, plan: ActionPlan, partnership: Partnership, person: Person) -> Card:
    officers = [work.people.get(one).name for one in partnership.officers]
    refs = [action.ref for action in plan.led_by(person.id) if action.status.is_open]
    coming = next_ask(work, partnership)
    is_today = coming is not None and coming.date() == today_of(work, partnership)
    return say.introduction(
        officers[0] if officers else "", partnership.name, refs, coming, asks_now=is_today
    )


def _ask(
    plan: ActionPlan, partnership: Partnership, person: Person, around: tuple[Round, ...], coming: Round
) -> Card:
    today = local_day(coming.ask_at, partnership.zone)
    wanted = ask(plan, person.id, today, fresh_since(around, coming), horizon_of(around, coming))
    if wanted is None:
        return notices.plain(going_live.nothing_to_ask(person.name))
    asking = say.Asking(
        prompt_id=NOBODYS,
        plan_title=partnership.name,
        updates_by=local_time(coming.updates_by, partnership.zone),
        on=coming.on,
        body=coming.body,
        today=today,
    )
    return say.prompt(asking, wanted)


def _morning(work: UnitOfWork, partnership: Partnership, on: date | None) -> datetime:
    return instant(on, partnership.rhythm.ask_at, partnership.zone) if on else work.now
