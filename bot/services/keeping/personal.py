"""A person's rights over what is kept of them: all of it in one piece, and to be erased by two people."""

from __future__ import annotations

from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.partnership import Person, PersonId
from bot.permissions import check_can_confirm_erasure, check_can_erase
from bot.personal import Erasure, pseudonym_of
from bot.ports import UnitOfWork


def held(work: UnitOfWork, person: Person) -> dict[str, list[dict[str, object]]]:
    """Everything keyed to the person, by table; that it left is on record."""
    found = work.personal.held(person.id)
    _audit(work, Verb.PERSON_EXPORTED, None, person)
    return found


def ask_erasure(work: UnitOfWork, person: Person, by: Person) -> Erasure:
    """The first of two says that the person is to be erased. Raises `NotAllowed`."""
    check_can_erase(by, person, work.partnerships.all(), work.people.get)
    known = work.personal.erasure(person.id)
    if known is None:
        known = work.personal.ask(person.id, by.id, work.now)
        _audit(work, Verb.ERASURE_ASKED, by, person)
    return known


def confirm_erasure(work: UnitOfWork, person: Person, by: Person) -> None:
    """The second confirms, and it is done. Raises `NotAllowed` for whoever asked, and for the
    person; `AlreadySettled` when it was done."""
    asked = work.personal.erasure(person.id)
    if asked is None:
        raise NotFound(f"an erasure of {person.name} to confirm")
    check_can_confirm_erasure(by, person, asked.asked_by, work.partnerships.all(), work.people.get)
    work.personal.confirm(person.id, by.id, work.now)
    work.personal.erase(person.id, pseudonym_of(person.id))
    _audit(work, Verb.PERSON_ERASED, by, person)


def erase_again(work: UnitOfWork, person_id: PersonId) -> bool:
    """Erase somebody who came back with a backup; whether they had. Nobody need confirm it twice."""
    person = next((one for one in work.people.all() if one.id == person_id), None)
    if person is None or person.name == pseudonym_of(person_id):
        return False
    work.personal.erase(person_id, pseudonym_of(person_id))
    _audit(work, Verb.PERSON_ERASED, None, person)
    return True


def _audit(work: UnitOfWork, verb: Verb, by: Person | None, person: Person) -> None:
    """On every chain of the workspace: a person may stand in each of its partnerships."""
    for partnership in work.partnerships.all():
        actor = by.id if by else None
        work.audit.append(AuditEvent(partnership.id, verb, actor, f"person:{person.id}"), work.now)
