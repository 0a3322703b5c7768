"""Whose account somebody uses: on it rests whether they are a guest here, whatever else they are."""

from __future__ import annotations

from bot.changes import AuditEvent, Verb
from bot.partnership import AccountKind
from bot.ports import UnitOfWork
from bot.services.persons.people import partnerships_of


def is_news(work: UnitOfWork, account: str, kind: AccountKind) -> bool:
    """Whether the record has it otherwise; of an account that is nobody's here it has nothing."""
    person = work.people.by_identity(account)
    return person is not None and person.account_kind is not kind


def noted(work: UnitOfWork, account: str, kind: AccountKind) -> None:
    """Note what the platform says of an account, unless that is known or it is nobody's here."""
    person = work.people.by_identity(account)
    if person is None or person.account_kind is kind:
        return
    work.people.set_account_kind(person.id, kind)
    values: dict[str, object] = {"was": person.account_kind.value, "now": kind.value}
    for partnership in partnerships_of(work, person.id):
        event = AuditEvent(partnership.id, Verb.ACCOUNT_NOTED, None, f"person:{person.id}", values)
        work.audit.append(event, work.now)
