"""Who somebody is: names of the plan bound to users of the platform, never on initials alone."""

from __future__ import annotations

from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.errors import NotAllowed
from bot.partnership import Partnership, Person, PersonId
from bot.permissions import check_can_run
from bot.phrases import people as say
from bot.ports import UnitOfWork
from bot.services.asks.owed_asks import owe_introduction
from bot.services.context.notices import notify, notify_at
from bot.services.context.standings import live_plans


def claim(work: UnitOfWork, external_id: str, name: str) -> Card:
    """Somebody says who they are: the board officers are asked, and nobody is bound yet."""
    known = work.people.by_identity(external_id)
    if known is not None:
        return say.already_known(known.name)
    named = tuple(person for person in work.people.named(name) if not person.is_post)
    if not named:
        return say.no_such_name(name)
    free = tuple(person for person in named if person.external_id is None)
    if not free:
        return say.name_is_taken(named[0].name)
    asked: list[str] = []
    for person in free:
        for partnership in partnerships_of(work, person.id):
            asked += _ask_officers(work, partnership, person, external_id)
            work.audit.append(
                AuditEvent(
                    partnership.id,
                    Verb.IDENTITY_CLAIMED,
                    None,
                    f"person:{person.id}",
                    {"external_id": external_id},
                ),
                work.now,
            )
    return say.claimed(free[0].name, tuple(dict.fromkeys(asked)))


def approve(work: UnitOfWork, actor: Person, person_id: PersonId, external_id: str) -> Person:
    """A board officer says the claim is right: the person is bound and told."""
    partnerships = _check_officer(work, actor, person_id)
    person = work.people.bind(person_id, external_id)
    for partnership in partnerships:
        work.audit.append(
            AuditEvent(
                partnership.id,
                Verb.IDENTITY_BOUND,
                actor.id,
                f"person:{person_id}",
                {"external_id": external_id},
            ),
            work.now,
        )
    for partnership in partnerships:
        if any(plan.led_by(person_id) and plan.asks(person_id) for plan in live_plans(work, partnership)):
            owe_introduction(work, person, partnership, work.now)
    subject: dict[str, object] = {"say": "bound", "person": person_id, "by": actor.id}
    notify(work, None, person, f"bound:{person_id}:{external_id}", subject)
    return person


def refuse(work: UnitOfWork, actor: Person, person_id: PersonId, external_id: str) -> None:
    """A board officer says the claim is wrong: nobody is bound, and the claimant is told."""
    for partnership in _check_officer(work, actor, person_id):
        work.audit.append(
            AuditEvent(
                partnership.id,
                Verb.IDENTITY_REFUSED,
                actor.id,
                f"person:{person_id}",
                {"external_id": external_id},
            ),
            work.now,
        )
    subject: dict[str, object] = {"say": "not_bound", "person": person_id, "by": actor.id}
    notify_at(work, None, external_id, f"not-bound:{person_id}:{external_id}", subject)


def link(work: UnitOfWork, person_id: PersonId, external_id: str) -> Person:
    """Bind a person at the terminal, where whoever runs the program acts for the board officer."""
    person = work.people.bind(person_id, external_id)
    for partnership in partnerships_of(work, person_id):
        work.audit.append(
            AuditEvent(
                partnership.id, Verb.IDENTITY_BOUND, None, f"person:{person_id}", {"external_id": external_id}
            ),
            work.now,
        )
    return person


def partnerships_of(work: UnitOfWork, person_id: PersonId) -> tuple[Partnership, ...]:
    """The partnerships in which somebody is a chair, an officer or a lead, or speaks for one today."""
    today = work.now.date()
    held = {one.post_id for one in work.posts.all() if one.holder_id == person_id and one.covers(today)}
    away = {one.person_id for one in work.absences.since(today) if one.deputy_id == person_id}
    leading = work.plans.led_in({person_id, *held, *away})
    return tuple(
        partnership
        for partnership in work.partnerships.all()
        if partnership.id in leading or person_id in (*partnership.chairs, *partnership.officers)
    )


def _ask_officers(work: UnitOfWork, partnership: Partnership, person: Person, external_id: str) -> list[str]:
    asked = []
    subject: dict[str, object] = {"say": "identity_claim", "person": person.id, "external_id": external_id}
    for officer_id in partnership.officers:
        officer = work.people.get(officer_id)
        if officer.external_id is None:
            continue
        asked.append(officer.name)
        notify(work, partnership, officer, f"claim:{person.id}:{external_id}", subject)
    return asked


def _check_officer(work: UnitOfWork, actor: Person, person_id: PersonId) -> tuple[Partnership, ...]:
    concerned = partnerships_of(work, person_id)
    run = tuple(partnership for partnership in concerned if actor.id in partnership.officers)
    if not run:
        for partnership in concerned:
            check_can_run(actor, partnership, work.people.get)
        raise NotAllowed("approve an identity")
    return run
