"""Who sits on a body: said by its board officer, listed for whoever sees its plans.

A seat grants nothing but to give the view that it is asked for.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.boards import Body, body_called
from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.partnership import Partnership, Person, PersonId
from bot.phrases import seats as say
from bot.ports import UnitOfWork
from bot.seats import Seat, constituency_in, seat_in
from bot.services.arrangements.bodies import body_run
from bot.services.arrangements.calendar_words import bodies_of, body_meant
from bot.services.context.ordered import Ordered
from bot.services.context.standings import today_of
from bot.views import MEMBERS

_NEW = "(new)"


def on_seat(ordered: Ordered) -> Card:
    """ "S Okoro is co-opted to the Joint forum until March 2027", "T Vance supports S Okoro at the Board"."""
    work, said = ordered.work, seat_in(ordered.order.words)
    if said is None:
        raise NotFound("who sits where in these words")
    partnership, body = body_run(ordered, said.body)
    today = today_of(work, partnership)
    until = _until(said.until, today, partnership)
    if said.until and (until is None or until < today):
        return say.when_until(said.until)
    person = _person(work, said.person)
    supported = _person(work, said.supports) if said.supports else None
    if person is None or (said.supports and supported is None):
        return say.nobody_called(said.person if person is None else said.supports)
    if said.role is None:
        return _leave(ordered, body, person, today)
    seat = Seat(body.id, person.id, said.role, supported.id if supported else None, until)
    before = next((one for one in work.boards.seats(body.id) if one.person_id == person.id), None)
    if before is not None and seat.role in MEMBERS:
        seat = replace(seat, constituency=before.constituency)
    _set(ordered, body, seat)
    return say.is_set(body.name, seat, _names(work, (seat,)))


def on_speaks_for(ordered: Ordered) -> Card:
    """ "J Kelly speaks for carers on the Board"."""
    work, said = ordered.work, constituency_in(ordered.order.words)
    if said is None:
        raise NotFound("who speaks for whom in these words")
    partnership, body = body_run(ordered, said.body)
    person = _person(work, said.person)
    if person is None:
        return say.nobody_called(said.person)
    today = today_of(work, partnership)
    held = [one for one in work.boards.seats(body.id) if one.person_id == person.id and one.holds_on(today)]
    if not held or held[0].role not in MEMBERS:
        return say.no_members_seat(body.name, person.name)
    seat = replace(held[0], constituency=said.constituency)
    _set(ordered, body, seat)
    return say.speaks_for(body.name, person.name, seat.constituency)


def on_members(ordered: Ordered) -> Card:
    """ "members Joint forum": who sits on it today."""
    work, words = ordered.work, ordered.order.other
    for partnership in dict.fromkeys(one for _, one in ordered.view.plans):
        name = body_meant(words, bodies_of(work, partnership))
        if name is not None:
            body, today = body_called(work.boards.of(partnership.id), name), today_of(work, partnership)
            seats = work.boards.seats(body.id) if body is not None else ()
            now = tuple(one for one in seats if one.holds_on(today))
            return say.members(name, now, _names(work, now))
    raise NotFound(f"a board or group called {words}")


def _leave(ordered: Ordered, body: Body, person: Person, today: date) -> Card:
    known = [one for one in ordered.work.boards.seats(body.id) if one.person_id == person.id]
    if not known or not known[0].holds_on(today):
        raise NotFound(f"{person.name} on {body.name}")
    was = known[0]
    yesterday = today - timedelta(days=1)
    _set(ordered, body, Seat(body.id, person.id, was.role, was.supports, yesterday))
    return say.is_over(body.name, person.name)


def _set(ordered: Ordered, body: Body, seat: Seat) -> None:
    work = ordered.work
    work.boards.seat(seat)
    values: dict[str, object] = {
        "person": seat.person_id,
        "role": seat.role.value,
        "supports": seat.supports,
        "until": seat.until_on.isoformat() if seat.until_on else None,
    }
    actor = ordered.person.id
    about, words = f"body:{body.id}", seat.constituency or None
    event = AuditEvent(body.partnership_id, Verb.SEAT_SET, actor, about, values, words)
    work.audit.append(event, work.now)


def _until(words: str, today: date, partnership: Partnership) -> date | None:
    found = read_timescale(words, today, Conventions(nation=partnership.nation)) if words else None
    return found.end if found is not None else None


def _person(work: UnitOfWork, words: str) -> Person | None:
    """The one person of this name, or a new one where the words say so."""
    name = words.removesuffix(_NEW).strip()
    found = work.people.named(name)
    if not found and words.endswith(_NEW):
        return work.people.add(name, ())
    return found[0] if len(found) == 1 else None


def _names(work: UnitOfWork, seats: tuple[Seat, ...]) -> dict[PersonId, str]:
    ids = {one for seat in seats for one in (seat.person_id, seat.supports) if one is not None}
    return {one: work.people.get(one).name for one in ids}
