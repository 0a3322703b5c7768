"""Owing the asks of a round: prompts, reminders and introductions, each under a key that is owed once."""

from __future__ import annotations

from datetime import datetime, time

from bot.calendar import add_working_days, is_working_day
from bot.conversation import PromptKind
from bot.delivery import DeliveryKind, Owed
from bot.instants import instant, local_time
from bot.partnership import Partnership, Person
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.prompting import reporting_leads
from bot.rounds import Round

FIRST_HOUR = time(8, 0)
LAST_HOUR = time(18, 0)


def in_hours(at: datetime, partnership: Partnership) -> datetime:
    """The instant itself in working hours, else when the next working day's asks go out."""
    local = local_time(at, partnership.zone)
    if is_working_day(local.date(), partnership.nation) and FIRST_HOUR <= local.time() <= LAST_HOUR:
        return at
    is_before_work = (
        is_working_day(local.date(), partnership.nation) and local.time() < partnership.rhythm.ask_at
    )
    day = local.date() if is_before_work else add_working_days(local.date(), 1, partnership.nation)
    return instant(day, partnership.rhythm.ask_at, partnership.zone)


def owe_introduction(work: UnitOfWork, person: Person, partnership: Partnership, due_at: datetime) -> bool:
    """Owe a lead their first message; False when it was owed before, or nobody can be reached."""
    if person.external_id is None or not person.is_active or person.introduced_at is not None:
        return False
    return work.owing.owe(
        Owed(
            channel=person.external_id,
            kind=DeliveryKind.INTRODUCTION,
            period_key=f"introduction:{person.id}",
            due_at=due_at,
            subject={"person": person.id},
            partnership_id=partnership.id,
        )
    )


def owe_introductions(work: UnitOfWork, plan: ActionPlan, partnership: Partnership, now: datetime) -> int:
    """Owe every bound reporting lead of a plan their first message, in working hours; how many were owed."""
    due_at, leads = in_hours(now, partnership), set(reporting_leads(plan))
    return sum(
        owe_introduction(work, person, partnership, due_at)
        for person in work.people.all()
        if person.id in leads
    )


def owe_round(
    work: UnitOfWork, plan: ActionPlan, partnership: Partnership, this: Round, now: datetime
) -> None:
    """Owe the asks of a round that is open, and its reminders once they are due."""
    if not this.ask_at <= now < this.updates_by:
        return
    asked = work.prompts.of_round(plan.id, this.key)
    asked_already = {prompt.person_id for prompt in asked if prompt.kind is PromptKind.ASK}
    people = {person.id: person for person in work.people.all()}
    for person_id in reporting_leads(plan):
        if person_id not in asked_already:
            due_at = _ask_due(this, partnership, now)
            _owe(work, people[person_id], plan, partnership, this, PromptKind.ASK, due_at)
    if now < this.remind_at:
        return
    for prompt in asked:
        if prompt.kind is PromptKind.ASK and prompt.made_at < this.remind_at:
            person = people[prompt.person_id]
            _owe(work, person, plan, partnership, this, PromptKind.REMINDER, this.remind_at)


def _ask_due(this: Round, partnership: Partnership, now: datetime) -> datetime:
    """The round's own time; for somebody who could not be reached then, the next working hour."""
    is_at_once = (now - this.ask_at).total_seconds() < 3600
    return this.ask_at if is_at_once else in_hours(now, partnership)


_KINDS = {PromptKind.ASK: DeliveryKind.PROMPT, PromptKind.REMINDER: DeliveryKind.REMINDER}


def _owe(
    work: UnitOfWork,
    person: Person,
    plan: ActionPlan,
    partnership: Partnership,
    this: Round,
    rung: PromptKind,
    due_at: datetime,
) -> None:
    if person.external_id is None or not person.is_active:
        return
    work.owing.owe(
        Owed(
            channel=person.external_id,
            kind=_KINDS[rung],
            period_key=f"prompt:{person.id}:{plan.id}:{this.key}:{rung.value}",
            due_at=due_at,
            subject={"person": person.id, "plan": plan.id, "round": this.key},
            partnership_id=partnership.id,
            late_after=this.updates_by,
        )
    )
