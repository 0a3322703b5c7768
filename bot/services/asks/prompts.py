"""A lead's prompt, reminder and introduction, composed from the record as it is when they are sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.absences import asked_for, away_on
from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.conversation import ProgressUpdate, Prompt, PromptKind
from bot.delivery import Delivery, DeliveryKind, Posted, Skip
from bot.instants import local_time
from bot.partnership import Partnership, Person, PersonId
from bot.phrases import prompts as say
from bot.plan import ActionPlan, PlanId, PlanState
from bot.ports import UnitOfWork
from bot.prompting import Ask, ask, still_open
from bot.rounds import Round, fresh_since, horizon_of, next_round
from bot.services.asks.owed_asks import in_hours
from bot.services.context.standings import live_plans, plan_name, rounds_of, today_of
from bot.snoozing import mornings
from bot.working_hours import hours_of

OTHER_ACCOUNT = "this account is not theirs any more"
"""Why an ask is not sent to an account that was linked by mistake."""

ASKED_ALREADY = "asked already in this round"


def compose_prompt(work: UnitOfWork, delivery: Delivery) -> Card | Skip:
    """The one ask of a round; skipped when nothing is left to ask."""
    found = _round_of(work, delivery)
    if isinstance(found, Skip):
        return found
    person, asked, plan, partnership, this = found
    noted = _noted(work, plan, this, person.id, PromptKind.ASK)
    if noted is not None:
        return _once_more(work, delivery, noted, found)
    wanted = _ask(work, person, plan, partnership, this)
    if wanted is None:
        return Skip("nothing left to ask")
    items = [action.id for action in wanted.items]
    prompt = work.prompts.add(
        person.id, plan.id, this.key, PromptKind.ASK, items, work.now, _deputy(person, asked)
    )
    what = asking(work, prompt, plan, partnership, this)
    introduction = None
    if asked.introduced_at is None and asked.id == person.id:
        introduction = _introduction(work, person, partnership, asks_now=True)
    elif asked.introduced_at is None:
        introduction = say.deputys_introduction(_set_up_by(work, partnership), partnership.name)
    return say.prompt(what, wanted, introduction=introduction)


Found = tuple[Person, Person, ActionPlan, Partnership, Round]
"""The lead, who is asked for them today, and what about."""


def _once_more(work: UnitOfWork, delivery: Delivery, noted: Prompt, found: Found) -> Card | Skip:
    """The ask of a round that was put off, or that the lead's deputy is to have: what is still open of it."""
    person, asked, plan, partnership, this = found
    until = delivery.owed.subject.get("again")
    is_put_off = noted.snoozed_until is not None and until == noted.snoozed_until.isoformat()
    is_deputys = delivery.owed.subject.get("deputy") == str(asked.id) and noted.asked != asked.id
    if not (is_put_off or is_deputys):
        return Skip(ASKED_ALREADY)
    left = {action.id for action in still_open(plan, noted.items, noted.made_at)}
    around = rounds_of(work, partnership, work.now)
    wanted = ask(plan, person.id, today_of(work, partnership), noted.made_at, horizon_of(around, this))
    kept = wanted.only(left) if wanted is not None else None
    if kept is None:
        return Skip("everything is answered")
    prompt = work.prompts.asked_again(noted.id, _deputy(person, asked))
    return say.prompt(asking(work, prompt, plan, partnership, this), kept)


def compose_reminder(work: UnitOfWork, delivery: Delivery) -> Card | Skip:
    """The one reminder, for what is still open of what was asked."""
    found = _round_of(work, delivery)
    if isinstance(found, Skip):
        return found
    person, asked, plan, partnership, this = found
    before = _noted(work, plan, this, person.id, PromptKind.ASK)
    if before is None:
        return Skip("nothing was asked")
    if _noted(work, plan, this, person.id, PromptKind.REMINDER) is not None:
        return Skip(ASKED_ALREADY)
    left = still_open(plan, before.items, before.made_at)
    if not left:
        return Skip("everything is answered")
    items = [action.id for action in left]
    prompt = work.prompts.add(
        person.id, plan.id, this.key, PromptKind.REMINDER, items, work.now, _deputy(person, asked)
    )
    return say.reminder(
        asking(work, prompt, plan, partnership, this), left, local_time(work.now, partnership.zone).date()
    )


def _deputy(person: Person, asked: Person) -> PersonId | None:
    return None if asked.id == person.id else asked.id


def compose_introduction(work: UnitOfWork, delivery: Delivery) -> Card | Skip:
    """A lead's first message; skipped when they have been introduced, or lead nothing any more."""
    person = work.people.get(PersonId(_number(delivery, "person")))
    if person.introduced_at is not None:
        return Skip("introduced already")
    if person.external_id != delivery.owed.channel:
        return Skip(OTHER_ACCOUNT)
    for partnership in work.partnerships.all():
        if any(plan.led_by(person.id) for plan in live_plans(work, partnership)):
            return _introduction(work, person, partnership, asks_now=False)
    return Skip("leads nothing")


def _introduction(work: UnitOfWork, person: Person, partnership: Partnership, *, asks_now: bool) -> Card:
    plans = live_plans(work, partnership)
    coming = next_ask(work, partnership)
    is_today = coming is not None and coming.date() == today_of(work, partnership)
    refs = [action.ref for plan in plans for action in plan.led_by(person.id) if action.status.is_open]
    return say.introduction(
        _set_up_by(work, partnership),
        partnership.name,
        refs,
        coming,
        asks_now=asks_now or is_today,
    )


def _set_up_by(work: UnitOfWork, partnership: Partnership) -> str:
    return work.people.get(partnership.officers[0]).name if partnership.officers else ""


def next_ask(work: UnitOfWork, partnership: Partnership) -> datetime | None:
    """When leads who have not been asked yet will be: a round that is being asked still reaches them."""
    around = rounds_of(work, partnership, work.now)
    if any(one.ask_at <= work.now < one.updates_by for one in around):
        return local_time(in_hours(work.now, partnership), partnership.zone)
    coming = next_round(around, work.now)
    return local_time(coming.ask_at, partnership.zone) if coming else None


def asking(
    work: UnitOfWork, prompt: Prompt, plan: ActionPlan, partnership: Partnership, this: Round
) -> say.Asking:
    """What a prompt's words are made of."""
    return say.Asking(
        prompt_id=prompt.id,
        plan_title=plan_name(work, partnership, plan),
        updates_by=local_time(this.updates_by, partnership.zone),
        on=this.on,
        body=this.body,
        today=today_of(work, partnership),
        cover=_cover(work, prompt, today_of(work, partnership)),
        mornings=mornings(this, hours_of(partnership, work.people.get(prompt.asked)), work.now),
    )


def _cover(work: UnitOfWork, prompt: Prompt, today: date) -> say.Cover | None:
    """Whose deputy is asked, and until when."""
    if prompt.deputy_id is None:
        return None
    away = away_on(work.absences.since(today), prompt.person_id, today)
    deputy, lead = work.people.get(prompt.deputy_id), work.people.get(prompt.person_id)
    return say.Cover(deputy.name, lead.name, away.until_on if away is not None else None)


def round_keyed(work: UnitOfWork, partnership: Partnership, key: str) -> Round | None:
    """The round of this key; None when its meeting has been taken out of the calendar."""
    return next((one for one in rounds_of(work, partnership, work.now) if one.key == key), None)


def _ask(
    work: UnitOfWork, person: Person, plan: ActionPlan, partnership: Partnership, this: Round
) -> Ask | None:
    around = rounds_of(work, partnership, work.now)
    return ask(
        plan, person.id, today_of(work, partnership), fresh_since(around, this), horizon_of(around, this)
    )


def prompt_again(work: UnitOfWork, prompt: Prompt, just_saved: Sequence[ProgressUpdate] = ()) -> Card:
    """A prompt as it looks once some of it has been answered, to stand in its own place."""
    undo = " ".join(f"update:{update.id}" for update in just_saved)
    undo_value = f"{undo} prompt:{prompt.id}" if undo else ""
    plan = work.plans.get(prompt.plan_id)
    partnership = work.partnerships.get(plan.partnership_id)
    this = round_keyed(work, partnership, prompt.round_key)
    left = {action.id for action in still_open(plan, prompt.items, prompt.made_at)}
    saved = [action for action in plan.actions if action.id in prompt.items and action.id not in left]
    if this is None:
        return say.closed_round()
    what = asking(work, prompt, plan, partnership, this)
    around = rounds_of(work, partnership, work.now)
    wanted = ask(
        plan, prompt.person_id, today_of(work, partnership), prompt.made_at, horizon_of(around, this)
    )
    kept = wanted.only(left) if wanted else None
    if kept is None:
        return say.answered(what, saved, undo_value)
    return say.prompt(what, kept, saved, undo_value=undo_value)


def posted(work: UnitOfWork, delivery: Delivery, where: Posted) -> None:
    """Bind a prompt to the thread it opened, and note that its lead has been introduced."""
    person_id = PersonId(_number(delivery, "person"))
    kind = delivery.owed.kind
    reader = work.people.by_identity(delivery.owed.channel)
    if reader is not None and reader.introduced_at is None and kind is not DeliveryKind.REMINDER:
        work.people.introduced(reader.id, work.now)
        _note(work, delivery, Verb.INTRODUCED, reader.id)
    if kind is DeliveryKind.INTRODUCTION:
        return
    rung = PromptKind.ASK if kind is DeliveryKind.PROMPT else PromptKind.REMINDER
    plan_id, key = PlanId(_number(delivery, "plan")), str(delivery.owed.subject["round"])
    for prompt in work.prompts.of_round(plan_id, key):
        if prompt.person_id == person_id and prompt.kind is rung:
            work.prompts.posted(prompt.id, where.channel, where.ts)
            _note(work, delivery, Verb.PROMPTED, person_id)


def _note(work: UnitOfWork, delivery: Delivery, verb: Verb, person_id: PersonId) -> None:
    if delivery.owed.partnership_id is not None:
        values: dict[str, object] = {"kind": delivery.owed.kind.value, "key": delivery.owed.period_key}
        work.audit.append(
            AuditEvent(delivery.owed.partnership_id, verb, None, f"person:{person_id}", values), work.now
        )


def _round_of(work: UnitOfWork, delivery: Delivery) -> Found | Skip:
    """The lead, who is asked for them today, and what about; all of it as it is when it is sent."""
    person = work.people.get(PersonId(_number(delivery, "person")))
    plan = work.plans.get(PlanId(_number(delivery, "plan")))
    if plan.state is not PlanState.LIVE:
        return Skip("the plan is not live")
    if plan.is_paused(work.now):
        return Skip("the plan is paused")
    partnership = work.partnerships.get(plan.partnership_id)
    this = round_keyed(work, partnership, str(delivery.owed.subject["round"]))
    if this is None:
        return Skip("the round was taken out of the calendar")
    if work.now > this.updates_by:
        return Skip("its updates were due before it could be sent")
    today = today_of(work, partnership)
    asked_id = asked_for(work.absences.since(today), person.id, today)
    asked = None if asked_id is None else work.people.get(asked_id)
    if asked is None or asked.external_id is None or not asked.is_active:
        return Skip("nobody to ask")
    if asked.external_id != delivery.owed.channel:
        return Skip(OTHER_ACCOUNT if asked.id == person.id else "their deputy is asked")
    return person, asked, plan, partnership, this


def _noted(
    work: UnitOfWork, plan: ActionPlan, this: Round, person_id: PersonId, kind: PromptKind
) -> Prompt | None:
    return next(
        (
            prompt
            for prompt in work.prompts.of_round(plan.id, this.key)
            if prompt.person_id == person_id and prompt.kind is kind
        ),
        None,
    )


def _number(delivery: Delivery, name: str) -> int:
    return int(str(delivery.owed.subject[name]))
