"""An ask that is put off, or handed to a deputy, by whoever was asked; each is on record and comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bot.card import Act, Answer, Card, Form, FormErrors, Placement
from bot.changes import AuditEvent, Verb
from bot.conversation import Prompt, PromptKind
from bot.errors import NotFound
from bot.instants import local_day, local_time
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.partnership import Partnership, Person
from bot.phrases import prompts as prompt_words
from bot.phrases import snoozes as say
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.prompting import still_open
from bot.rounds import Round
from bot.services.asks.owed_asks import in_hours, owe_to_deputy
from bot.services.asks.prompts import round_keyed
from bot.services.context.ordered import Ordered
from bot.services.context.refusing import not_yours
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.persons import absences
from bot.snoozing import mornings, put_off_to
from bot.working_hours import hours_of

Use = Callable[[UnitOfWork, Person, Target], Answer | Form]
Save = Callable[[UnitOfWork, Person, Target, Mapping[str, str]], Answer | FormErrors]

Asked = tuple[Prompt, ActionPlan, Partnership, Round]
"""The ask of an open round, and what it is about."""


def on_snooze(ordered: Ordered) -> Card:
    """ "snooze until Friday", "not now", "remind me next week"."""
    work, person = ordered.work, ordered.person
    latest = work.prompts.latest_for(person.id)
    held = _ask_of(work, latest) if latest is not None else None
    if held is None:
        return say.nothing_asked()
    day = _day(ordered.order.when, today_of(work, held[2]))
    if day is None:
        prompt, _, partnership, this = held
        return say.until_when(prompt.id, mornings(this, hours_of(partnership, person), work.now))
    return snooze(work, person, held, day)


def on_put_off(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """A day chosen from the menu of a prompt."""
    held = _own(work, person, target)
    if target.day is None:
        raise NotFound("the day this button was for")
    return Answer(snooze(work, person, held, target.day), Placement.REPLACE)


def snooze(work: UnitOfWork, person: Person, held: Asked, day: date) -> Card:
    """Ask again on this day, or on the last morning before it that there is."""
    prompt, plan, partnership, this = held
    by = prompt_words.deadline(local_time(this.updates_by, partnership.zone))
    hours = hours_of(partnership, person)
    until = put_off_to(day, this, hours, work.now)
    left = still_open(plan, prompt.items, prompt.made_at)
    if not left:
        return say.nothing_asked()
    if until is None:
        return say.too_late(prompt.id, by)
    work.prompts.snooze(prompt.id, until)
    _note(work, person, partnership, prompt, Verb.PROMPT_SNOOZED, {"until": until.isoformat()})
    on = local_day(until, hours.zone)
    return say.put_off(prompt.id, on, [action.ref for action in left], by, is_earlier=on < day)


def on_ask_deputy(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks who answers instead."""
    prompt, _, partnership, this = _own(work, person, target)
    lead = work.people.get(prompt.person_id)
    before = absences.stood_in_before(work, lead.id)
    by = prompt_words.deadline(local_time(this.updates_by, partnership.zone))
    return say.deputy_form(prompt.id, lead.name, by, before.name if before is not None else "")


def save_deputy(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """The deputy of this name is asked what is still open, until updates are due."""
    prompt, plan, partnership, this = _own(work, person, target)
    lead = work.people.get(prompt.person_id)
    found = absences.deputy_named(work, lead.id, answers.get("name", ""))
    if isinstance(found, str):
        return FormErrors({"name": found})
    if found.external_id is None or not found.is_active:
        return FormErrors({"name": say.not_reached(found.name)})
    left = still_open(plan, prompt.items, prompt.made_at)
    if not left:
        return Answer(say.nothing_asked(), Placement.REPLACE)
    today = today_of(work, partnership)
    away = absences.note(work, person, lead, today, local_day(this.updates_by, partnership.zone))
    absences.appoint(work, person, away, found)
    at = in_hours(work.now, partnership, found)
    owe_to_deputy(work, plan, partnership, this, prompt, found, at)
    refs = [action.ref for action in left]
    local = local_time(at, partnership.zone)
    is_now = at - work.now < timedelta(minutes=1)
    return Answer(say.deputy_asked(found.name, lead.name, refs, local, is_now=is_now), Placement.REPLACE)


def _own(work: UnitOfWork, person: Person, target: Target) -> Asked:
    """The ask of this person that a button was for. Raises `NotFound` and `NotAllowed`."""
    prompt = work.prompts.get(target.prompt) if target.prompt is not None else None
    if prompt is None:
        raise NotFound("the prompt this button was for")
    if person.id not in (prompt.asked, prompt.person_id):
        raise not_yours(work, prompt.asked, prompt.plan_id)
    held = _ask_of(work, prompt)
    if held is None:
        raise NotFound("that round")
    return held


def _ask_of(work: UnitOfWork, prompt: Prompt) -> Asked | None:
    """The ask of the round that a prompt (or its reminder) is of; None once its updates were due."""
    plan = work.plans.get(prompt.plan_id)
    partnership = work.partnerships.get(plan.partnership_id)
    this = round_keyed(work, partnership, prompt.round_key)
    if this is None or work.now > this.updates_by:
        return None
    first = next(
        (
            one
            for one in work.prompts.of_round(plan.id, this.key)
            if one.kind is PromptKind.ASK and one.person_id == prompt.person_id
        ),
        None,
    )
    return None if first is None else (first, plan, partnership, this)


def _day(words: str, today: date) -> date | None:
    """The day these words name; None for none. Without words, the next one."""
    if not words:
        return today + timedelta(days=1)
    said = read_timescale(words, today, Conventions())
    if said is None:
        return None
    return said.start if said.start > today else said.end


def _note(
    work: UnitOfWork,
    person: Person,
    partnership: Partnership,
    prompt: Prompt,
    verb: Verb,
    values: dict[str, object],
) -> None:
    told: dict[str, object] = {"round": prompt.round_key, **values}
    work.audit.append(
        AuditEvent(partnership.id, verb, person.id, f"person:{prompt.person_id}", told), work.now
    )


USES: dict[Act, Use] = {Act.SNOOZE: on_put_off, Act.ASK_DEPUTY: on_ask_deputy}
"""What each tap does. Whose ask it is, is asked every time."""

SAVES: dict[Act, Save] = {Act.ASK_DEPUTY: save_deputy}
"""What sending each form does."""
