"""Taps on an absence that was read back: who stands in, nobody, or that it was misread."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.absences import Away
from bot.card import Act, Answer, Form, FormErrors, Placement
from bot.errors import NotFound
from bot.partnership import Person
from bot.permissions import check_can_arrange_cover
from bot.phrases import absences as say
from bot.phrases import home
from bot.phrases.notices import plain
from bot.phrases.prompts import BESIDE
from bot.ports import UnitOfWork
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.persons import absences
from bot.services.persons.people import partnerships_of

Use = Callable[[UnitOfWork, Person, Target], Answer | Form]
Save = Callable[[UnitOfWork, Person, Target, Mapping[str, str]], Answer | FormErrors]


def on_say_away(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks from when to when somebody is away."""
    check_can_arrange_cover(person, person, partnerships_of(work, person.id), work.people.get)
    return home.away_form(f"person:{person.id}" + (f" {BESIDE}" if target.choice is not None else ""))


def save_away(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Note one's own absence: the days, whatever else was written."""
    today = max((today_of(work, one) for one in partnerships_of(work, person.id)), default=work.now.date())
    days = absences.days_in(answers.get("when", ""), today)
    if days is None or days.end < today:
        return FormErrors({"when": home.no_such_days()})
    away = absences.note(work, person, person, days.start, days.end)
    where = Placement.REPLACE if target.choice is None else Placement.PRIVATE
    return Answer(absences.noted_card(work, away, person), where)


def on_deputy_is_right(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The deputy who was suggested."""
    away = _held(work, target)
    if target.person is None:
        raise NotFound("the deputy this button was for")
    deputy = work.people.get(target.person)
    if refused := absences.why_not(work, away.person_id, deputy):
        return Answer(plain(refused), Placement.PRIVATE)
    return Answer(absences.appoint(work, person, away, deputy), Placement.REPLACE)


def on_choose_deputy(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks for a name."""
    away = _held(work, target)
    lead = work.people.get(away.person_id)
    check_can_arrange_cover(person, lead, partnerships_of(work, lead.id), work.people.get)
    return say.deputy_form(f"away:{away.id}", lead.name)


def save_deputy(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """The deputy of this name."""
    away = _held(work, target)
    found = absences.deputy_named(work, away.person_id, answers.get("name", ""))
    if isinstance(found, str):
        return FormErrors({"name": found})
    return Answer(absences.appoint(work, person, away, found), Placement.REPLACE)


def on_no_deputy(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Nobody stands in."""
    officers = absences.do_without(work, person, _held(work, target))
    return Answer(say.nobody([officer.name for officer in officers]), Placement.REPLACE)


def on_not_away(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The absence was misread."""
    absences.end(work, person, _held(work, target))
    return Answer(say.not_away(), Placement.REPLACE)


def _held(work: UnitOfWork, target: Target) -> Away:
    away = work.absences.get(target.away) if target.away is not None else None
    if away is None or away.ended_at is not None:
        raise NotFound("an absence that still holds")
    return away


USES: dict[Act, Use] = {
    Act.DEPUTY_IS_RIGHT: on_deputy_is_right,
    Act.CHOOSE_DEPUTY: on_choose_deputy,
    Act.NO_DEPUTY: on_no_deputy,
    Act.NOT_AWAY: on_not_away,
    Act.SAY_AWAY: on_say_away,
}
"""What each tap does. Every right is checked there, when it happens."""

SAVES: dict[Act, Save] = {Act.CHOOSE_DEPUTY: save_deputy, Act.SAY_AWAY: save_away}
"""What sending each form does."""
