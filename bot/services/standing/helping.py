"""Help and the privacy notice, fitted to who asks."""

from __future__ import annotations

from bot.card import Card
from bot.help_topics import Topic
from bot.partnership import Partnership, Person
from bot.permissions import can_run, is_board
from bot.phrases import help as say
from bot.phrases.help_examples import OF_THE_BOARD
from bot.ports import UnitOfWork
from bot.retention import DEFAULT_YEARS
from bot.services.arrangements.setting_up import drafts_of
from bot.services.context.view import view_of


def help_for(work: UnitOfWork, person: Person, topic: str = "") -> Card:
    """What this person can say to the bot: in short, or all of one subject of theirs."""
    view = view_of(work, person)
    led = tuple(
        action.ref for action in view.actions() if action.is_led_by(person.id) and action.status.is_open
    )
    sits = any(is_board(person, partnership) for _, partnership in view.plans)
    runs = any(can_run(person, partnership) for partnership in work.partnerships.all())
    if topic and (runs or (sits and topic in OF_THE_BOARD)):
        return say.about(Topic(topic), runs=runs)
    is_asked = any(one.put_to == person.id for one in work.views.ahead(work.now.date()))
    cards = [say.for_lead(led)] if led or not (sits or runs or is_asked) else []
    if is_asked:
        cards.append(say.for_member())
    if drafts_of(work, person):
        cards.append(say.setting_up())
    if runs or sits:
        cards.append(say.for_officer() if runs else say.for_board())
    return say.together(tuple(cards))


def privacy_for(work: UnitOfWork, person: Person) -> Card:
    """What is kept of this person's words."""
    seen = {partnership.id for _, partnership in view_of(work, person).plans}
    years = max((work.retention.years(one) for one in seen), default=DEFAULT_YEARS)
    return say.privacy(officers_for(work, person), years)


def officers_for(work: UnitOfWork, person: Person) -> tuple[str, ...]:
    """The names of the board officers of the plans this person can see."""
    seen: dict[Partnership, None] = dict.fromkeys(
        partnership for _, partnership in view_of(work, person).plans
    )
    ids = dict.fromkeys(officer for partnership in seen for officer in partnership.officers)
    return tuple(work.people.get(officer).name for officer in ids)
