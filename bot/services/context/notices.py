"""A word that nobody asked for, to one person or in a channel: owed once under its key."""

from __future__ import annotations

from datetime import datetime

from bot.card import Card
from bot.delivery import DeliveryKind, Owed
from bot.partnership import Partnership, Person
from bot.ports import UnitOfWork


def notify(
    work: UnitOfWork,
    partnership: Partnership | None,
    person: Person,
    key: str,
    subject: dict[str, object],
    *,
    due_at: datetime | None = None,
    body: Card | None = None,
) -> bool:
    """Owe somebody a notice, now or from `due_at`; False when they cannot be reached, or were told before.
    What is of several partnerships, or of none, is given no partnership."""
    if person.external_id is None:
        return False
    return notify_at(work, partnership, person.external_id, key, subject, due_at=due_at, body=body)


def notify_at(
    work: UnitOfWork,
    partnership: Partnership | None,
    channel: str,
    key: str,
    subject: dict[str, object],
    *,
    due_at: datetime | None = None,
    body: Card | None = None,
) -> bool:
    """Owe a channel a notice, or an account, whose person may not be known; False when it was told before."""
    return work.owing.owe(
        Owed(
            channel=channel,
            kind=DeliveryKind.NOTICE,
            period_key=key,
            due_at=due_at or work.now,
            subject=subject,
            partnership_id=None if partnership is None else partnership.id,
            body=body,
        )
    )
