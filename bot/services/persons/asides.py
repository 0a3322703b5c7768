"""What is said or asked of the bot itself: answered in a line, and told to whoever can see to it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.asides import TOLD_ON, Aside, aside_in
from bot.card import Card
from bot.commands import Command, Name
from bot.conversation import MessageId
from bot.instants import local_day, local_time
from bot.language.reading import Reading
from bot.narrative import is_empty
from bot.partnership import Partnership, Person, PersonId
from bot.phrases import asides as say
from bot.phrases import handing_over
from bot.ports import UnitOfWork
from bot.rounds import Round, round_for_news
from bot.services.context.asked import PROMPT_LASTS, open_items, pending
from bot.services.context.notices import notify
from bot.services.context.replying import Heard
from bot.services.context.standings import rounds_of, today_of
from bot.services.context.view import view_of
from bot.services.persons.absences import led_by
from bot.services.persons.people import partnerships_of
from bot.services.standing.helping import officers_for, privacy_for


def aside_of(work: UnitOfWork, heard: Heard, command: Command | None, reading: Reading) -> Aside | None:
    """What a message says of the bot itself; "stop" is one where nothing waits that it could call off."""
    aside = aside_in(heard.said.text) if heard.version == 0 else None
    if command is not None:
        is_stop = aside is Aside.STOP and command.name is Name.NO and not pending(work, heard.person)
        return aside if is_stop else None
    if aside in (Aside.ELSEWHERE, Aside.ANSWERED):
        return aside if all(one.action is None and is_empty(one) for one in reading.updates) else None
    return aside


def take_aside(
    work: UnitOfWork, person: Person, aside: Aside, message_id: MessageId | None = None
) -> dict[str, object]:
    """Tell the board officers what only they can see to, once a round; the subject of the reply."""
    told: dict[str, None] = {}
    for partnership in partnerships_of(work, person.id) if aside in TOLD_ON else ():
        for officer in (work.people.get(one) for one in partnership.officers):
            if officer.id == person.id or officer.external_id is None or not officer.is_active:
                continue
            prompt = work.prompts.latest_for(person.id)
            key = f"aside:{aside.value}:{person.id}:{officer.id}:{prompt.id if prompt else 0}"
            subject: dict[str, object] = {"say": "aside_told", "aside": aside.value, "person": person.id}
            if message_id is not None:
                subject["message"] = message_id
            notify(work, partnership, officer, key, subject)
            told[officer.name] = None
    return {"say": "aside", "aside": aside.value, "person": person.id, "told": list(told)}


def composed(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    """The answer."""
    person = work.people.get(PersonId(int(str(subject["person"]))))
    aside = Aside(str(subject["aside"]))
    held = subject.get("told")
    told = [str(one) for one in held] if isinstance(held, list) else []
    officers, led = officers_for(work, person), led_by(work, person.id)
    if aside is Aside.WHO_SEES:
        return privacy_for(work, person)
    if aside in (Aside.WHO_ARE_YOU, Aside.WHO_SET_UP):
        plans = [plan.title for plan, _ in view_of(work, person).plans]
        tell = say.who_are_you if aside is Aside.WHO_ARE_YOU else say.who_set_up
        return tell(officers, plans if len(plans) <= 2 else [])
    if aside in (Aside.WHY_ASKED, Aside.WHEN_DUE):
        return _of_the_round(work, person, aside)
    if aside is Aside.ANSWERED:
        return _answered(work, person)
    if aside is Aside.WRONG_PERSON:
        return say.wrong_person(person.name, led, officers, told)
    tell_of = {
        Aside.STOP: say.stop,
        Aside.LEFT: say.left,
        Aside.TALK: say.talk,
        Aside.ELSEWHERE: say.elsewhere,
    }
    return tell_of[aside](led, officers, told)


def _of_the_round(work: UnitOfWork, person: Person, aside: Aside) -> Card:
    led = led_by(work, person.id)
    partnership = next(iter(partnerships_of(work, person.id)), None)
    this = _round(work, partnership) if partnership is not None else None
    if aside is Aside.WHY_ASKED:
        return say.why_asked(led, this.on if this is not None else None)
    if partnership is None or this is None:
        return say.when_due(led, None, None, work.now.date())
    by = local_time(this.updates_by, partnership.zone)
    return say.when_due(led, by, this.on, today_of(work, partnership))


def _round(work: UnitOfWork, partnership: Partnership) -> Round | None:
    return round_for_news(rounds_of(work, partnership, work.now), work.now)


def _answered(work: UnitOfWork, person: Person) -> Card:
    prompt = work.prompts.latest_for(person.id)
    if prompt is None or work.now - prompt.made_at > PROMPT_LASTS:
        return say.answered((), None)
    partnership = work.partnerships.get(work.plans.get(prompt.plan_id).partnership_id)
    return say.answered(open_items(work, prompt), local_day(prompt.made_at, partnership.zone))


def told(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    """What a board officer reads of it."""
    person = work.people.get(PersonId(int(str(subject["person"]))))
    aside, message = Aside(str(subject["aside"])), subject.get("message")
    words = work.messages.get(MessageId(int(str(message)))).versions[-1] if message is not None else ""
    led = led_by(work, person.id)
    card = say.told_officer(aside, person.name, words, led)
    if aside is Aside.LEFT and led:
        ways = handing_over.who_takes(int(person.id), person.name, led)
        return Card(card.summary, (*card.pieces, *ways.pieces))
    return card
