"""Being away: the days are kept, a deputy answers meanwhile, and whoever it concerns is told."""

from __future__ import annotations

from datetime import date

from bot.absences import Away
from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.language.reading import Absence, Context
from bot.language.understand import understand
from bot.partnership import Partnership, Person, PersonId
from bot.permissions import check_can_arrange_cover
from bot.phrases import absences as say
from bot.plan import Action
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.context.standings import live_plans, today_of
from bot.services.persons.people import partnerships_of


def days_in(when: str, today: date) -> Absence | None:
    """The days that words give; "until 6 Nov" begins today."""
    return understand(f"I am away {when}", today, Context()).absence if when else None


def note(work: UnitOfWork, actor: Person, person: Person, from_on: date, until_on: date) -> Away:
    """Keep the days. They take the place of an earlier absence that they overlap, whose deputy stays."""
    _check(work, actor, person)
    known = [one for one in work.absences.of(person.id) if one.ended_at is None]
    overlapped = [one for one in known if one.from_on <= until_on and from_on <= one.until_on]
    deputy_id = next((one.deputy_id for one in reversed(overlapped) if one.deputy_id is not None), None)
    for one in overlapped:
        work.absences.end(one.id, work.now)
    away = work.absences.add(person.id, from_on, until_on, actor.id, work.now)
    if deputy_id is not None:
        away = work.absences.stand_in(away.id, deputy_id)
    _audit(work, actor, away, Verb.ABSENCE_NOTED)
    return away


def noted_card(work: UnitOfWork, away: Away, reader: Person) -> Card:
    """An absence as it is read back to whoever noted it."""
    person = work.people.get(away.person_id)
    deputy = work.people.get(away.deputy_id).name if away.deputy_id is not None else ""
    suggested = None if away.deputy_id is not None else stood_in_before(work, person.id)
    return say.noted(
        away,
        person.name,
        led_by(work, person.id),
        deputy,
        [officer.name for officer in _officers(work, person.id)],
        is_own=reader.id == person.id,
        suggested=(int(suggested.id), suggested.name) if suggested is not None else None,
    )


def led_by(work: UnitOfWork, person_id: PersonId) -> tuple[Action, ...]:
    """The open actions that somebody leads themselves, or for a post they hold, in live plans."""
    return tuple(
        action
        for plan in work.plans.live()
        for action in plan.actions
        if action.status.is_open and any(lead.speaks == person_id for lead in action.leads)
    )


def stood_in_before(work: UnitOfWork, person_id: PersonId) -> Person | None:
    """Who stood in last time, if they still can."""
    for one in reversed(work.absences.of(person_id)):
        if one.deputy_id is not None:
            deputy = work.people.get(one.deputy_id)
            return deputy if deputy.is_active and deputy.external_id is not None else None
    return None


def appoint(work: UnitOfWork, actor: Person, away: Away, deputy: Person) -> Card:
    """Say who stands in; they are told, and whoever stood in before no longer does."""
    lead = work.people.get(away.person_id)
    _check(work, actor, lead)
    if away.deputy_id is not None and away.deputy_id != deputy.id:
        _tell(work, away, away.deputy_id, "no_longer_deputy")
    away = work.absences.stand_in(away.id, deputy.id)
    _audit(work, actor, away, Verb.DEPUTY_NAMED)
    _tell(work, away, deputy.id, "stands_in")
    card = say.stands_in(deputy.name, lead.name, away.from_on, away.until_on, led_by(work, lead.id))
    if deputy.external_id is None:
        return Card(card.summary, (*card.pieces, say.not_reached(deputy.name)))
    return card


def why_not(work: UnitOfWork, lead_id: PersonId, deputy: Person) -> str:
    """Why somebody cannot stand in for a lead; empty when they can."""
    if deputy.id == lead_id:
        return say.not_a_deputy(deputy.name, say.IS_SELF)
    if deputy.is_post:
        return say.not_a_deputy(deputy.name, say.IS_POST)
    if any(deputy.id in partnership.chairs for partnership in partnerships_of(work, lead_id)):
        return say.not_a_deputy(deputy.name, say.IS_CHAIR)
    return ""


def come_back(work: UnitOfWork, actor: Person, person: Person) -> Card:
    """End what holds today: the person is asked again, and their deputies are told."""
    _check(work, actor, person)
    is_own = actor.id == person.id
    today = max((today_of(work, one) for one in partnerships_of(work, person.id)), default=work.now.date())
    holding = [one for one in work.absences.of(person.id) if one.covers(today)]
    if not holding:
        return say.nothing_to_end(person.name, is_own=is_own)
    for one in holding:
        end(work, actor, one)
    deputies = dict.fromkeys(work.people.get(one.deputy_id).name for one in holding if one.deputy_id)
    return say.back(person.name, tuple(deputies), is_own=is_own)


def end(work: UnitOfWork, actor: Person, away: Away) -> None:
    """An absence holds no longer."""
    _check(work, actor, work.people.get(away.person_id))
    _audit(work, actor, work.absences.end(away.id, work.now), Verb.ABSENCE_ENDED)
    if away.deputy_id is not None:
        _tell(work, away, away.deputy_id, "no_longer_deputy")


def deputy_named(work: UnitOfWork, lead_id: PersonId, typed: str) -> Person | str:
    """The one person of this name who can stand in; else why there is none."""
    name = " ".join(typed.split())
    named = work.people.named(name) if name else ()
    if len(named) != 1:
        return say.no_such_deputy(name)
    return why_not(work, lead_id, named[0]) or named[0]


def do_without(work: UnitOfWork, actor: Person, away: Away) -> tuple[Person, ...]:
    """Nobody stands in: the board officers are told, with the days only; who they are."""
    _check(work, actor, work.people.get(away.person_id))
    if away.deputy_id is not None:
        _tell(work, away, away.deputy_id, "no_longer_deputy")
        away = work.absences.stand_in(away.id, None)
        _audit(work, actor, away, Verb.DEPUTY_NAMED)
    officers = _officers(work, away.person_id)
    for officer in officers:
        _tell(work, away, officer.id, "away_without_deputy")
    return officers


def _check(work: UnitOfWork, actor: Person, person: Person) -> None:
    check_can_arrange_cover(actor, person, partnerships_of(work, person.id), work.people.get)


def _officers(work: UnitOfWork, person_id: PersonId) -> tuple[Person, ...]:
    ids = dict.fromkeys(officer for one in _leading_in(work, person_id) for officer in one.officers)
    return tuple(work.people.get(one) for one in ids)


def _leading_in(work: UnitOfWork, person_id: PersonId) -> tuple[Partnership, ...]:
    return tuple(
        one
        for one in work.partnerships.all()
        if any(plan.led_by(person_id) for plan in live_plans(work, one))
    )


def _tell(work: UnitOfWork, away: Away, to: PersonId, what: str) -> None:
    key = f"away:{away.id}:{what}:{to}:{work.now.isoformat()}"
    notify(work, None, work.people.get(to), key, {"say": what, "away": away.id, "deputy": to})


def _audit(work: UnitOfWork, actor: Person, away: Away, verb: Verb) -> None:
    values: dict[str, object] = {
        "from": away.from_on.isoformat(),
        "until": away.until_on.isoformat(),
        "deputy": away.deputy_id,
    }
    for partnership in partnerships_of(work, away.person_id):
        event = AuditEvent(partnership.id, verb, actor.id, f"person:{away.person_id}", values)
        work.audit.append(event, work.now)
