"""Owing the asks of a round: prompts, reminders and introductions, each under a key that is owed once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.absences import AwayId, asked_for
from bot.conversation import Prompt, PromptKind
from bot.delivery import DeliveryKind, Owed
from bot.instants import local_day
from bot.partnership import Partnership, Person, PersonId
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.prompting import reporting_leads
from bot.rounds import Round
from bot.working_hours import hours_of


def in_hours(at: datetime, partnership: Partnership, person: Person | None = None) -> datetime:
    """The instant itself in somebody's working hours, else when the asks of their next working day go out."""
    return hours_of(partnership, person).next(at)


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
    leads = set(reporting_leads(plan))
    return sum(
        owe_introduction(work, person, partnership, in_hours(now, partnership, person))
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
    cover = _Cover(work, partnership, this, now)
    for person_id in reporting_leads(plan):
        if person_id not in asked_already:
            _owe(work, cover, person_id, plan, partnership, this, PromptKind.ASK, _since(this.ask_at, now))
    for prompt in asked:
        if prompt.kind is PromptKind.ASK and _is_wanted_again(prompt, this, now):
            _owe_again(work, cover, prompt, plan, partnership, this)
    if now < this.remind_at:
        return
    for prompt in asked:
        if prompt.kind is PromptKind.ASK and prompt.made_at < this.remind_at:
            due_at = _since(this.remind_at, now)
            _owe(work, cover, prompt.person_id, plan, partnership, this, PromptKind.REMINDER, due_at)


def _is_wanted_again(prompt: Prompt, this: Round, now: datetime) -> bool:
    """Whether what was put off is due again; on the day of the reminder that is it."""
    return prompt.snoozed_until is not None and prompt.snoozed_until <= now and now < this.remind_at


def _owe_again(
    work: UnitOfWork, cover: _Cover, prompt: Prompt, plan: ActionPlan, partnership: Partnership, this: Round
) -> None:
    until = prompt.snoozed_until or work.now
    again = {"again": until.isoformat()}
    _owe(work, cover, prompt.person_id, plan, partnership, this, PromptKind.ASK, until, again)


def owe_to_deputy(
    work: UnitOfWork,
    plan: ActionPlan,
    partnership: Partnership,
    this: Round,
    prompt: Prompt,
    deputy: Person,
    at: datetime,
) -> None:
    """Owe a lead's deputy what is still open of an ask, from now on theirs to answer."""
    cover = _Cover(work, partnership, this, work.now)
    told = {"deputy": str(deputy.id)}
    _owe(work, cover, prompt.person_id, plan, partnership, this, PromptKind.ASK, at, told)


class _Cover:
    """Everybody of the workspace, and who is asked in whose place on the day of a tick."""

    def __init__(self, work: UnitOfWork, partnership: Partnership, this: Round, now: datetime) -> None:
        self._people = {person.id: person for person in work.people.all()}
        self._day = local_day(now, partnership.zone)
        self._known = work.absences.since(local_day(this.ask_at, partnership.zone))

    def asked_for(self, person_id: PersonId) -> Person | None:
        """Who is asked; None is the board officer's list."""
        asked = asked_for(self._known, person_id, self._day)
        return self._people[asked] if asked is not None else None

    def returned_from(self, person_id: PersonId) -> AwayId | None:
        """The absence that this round fell into and that is over: what was skipped then is asked anew."""
        over = [
            one.id
            for one in self._known
            if one.person_id == person_id and not one.covers(self._day) and one.from_on <= self._day
        ]
        return max(over, default=None)


def _after_pause(plan: ActionPlan, this: Round) -> str:
    """What was left out of a round because the plan was paused is owed anew under a key of its own."""
    if plan.pause is None or plan.pause.until is None or plan.pause.until <= this.ask_at:
        return ""
    return f":resumed:{plan.pause.until:%Y%m%dT%H%M%S}"


def _since(due_at: datetime, now: datetime) -> datetime:
    """The round's own time; for somebody who could not be reached then, now."""
    is_at_once = (now - due_at).total_seconds() < 3600
    return due_at if is_at_once else now


_KINDS = {PromptKind.ASK: DeliveryKind.PROMPT, PromptKind.REMINDER: DeliveryKind.REMINDER}


def owe_reminder(
    work: UnitOfWork,
    plan: ActionPlan,
    partnership: Partnership,
    this: Round,
    person_id: PersonId,
    due_at: datetime,
) -> bool:
    """Owe somebody the one reminder of a round; False when it was owed before, or nobody can be reached."""
    cover = _Cover(work, partnership, this, work.now)
    return _owe(work, cover, person_id, plan, partnership, this, PromptKind.REMINDER, due_at)


def _owe(
    work: UnitOfWork,
    cover: _Cover,
    person_id: PersonId,
    plan: ActionPlan,
    partnership: Partnership,
    this: Round,
    rung: PromptKind,
    due_at: datetime,
    more: Mapping[str, str] | None = None,
) -> bool:
    asked = cover.asked_for(person_id)
    if asked is None or asked.external_id is None or not asked.is_active:
        return False
    back = cover.returned_from(person_id)
    again = f":back:{back}" if back is not None and asked.id == person_id else ""
    again += "".join(f":{name}:{said}" for name, said in (more or {}).items())
    again += _after_pause(plan, this)
    return work.owing.owe(
        Owed(
            channel=asked.external_id,
            kind=_KINDS[rung],
            period_key=f"prompt:{person_id}:{plan.id}:{this.key}:{rung.value}{again}",
            due_at=in_hours(due_at, partnership, asked),
            subject={"person": person_id, "plan": plan.id, "round": this.key, **(more or {})},
            partnership_id=partnership.id,
            late_after=this.updates_by,
        )
    )
