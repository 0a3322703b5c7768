"""Accounts that close and open again: whoever is gone is not asked, and the board officers are told."""

from __future__ import annotations

from bot.changes import AuditEvent, Verb
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.persons.people import partnerships_of

GONE = frozenset({"user_not_found", "users_not_found", "user_disabled", "is_inactive"})
"""What the platform says of a message to somebody who has left."""


def account_changed(work: UnitOfWork, account: str, *, is_open: bool) -> None:
    """Note that somebody's account has closed, or is open again; nothing when that is known already."""
    person = work.people.by_identity(account)
    if person is None or person.is_active is is_open:
        return
    work.people.set_active(person.id, is_active=is_open)
    verb = Verb.ACCOUNT_OPENED if is_open else Verb.ACCOUNT_CLOSED
    for partnership in partnerships_of(work, person.id):
        work.audit.append(AuditEvent(partnership.id, verb, None, f"person:{person.id}"), work.now)
        for officer_id in () if is_open else partnership.officers:
            officer = work.people.get(officer_id)
            if officer.id != person.id:
                key = f"account-closed:{person.id}:{work.now.isoformat()}"
                subject: dict[str, object] = {
                    "say": "account_closed",
                    "person": person.id,
                    "officer": officer.id,
                }
                notify(work, partnership, officer, key, subject)
