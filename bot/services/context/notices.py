"""A word to one person that nobody asked for: owed to their account, once under its key."""

from __future__ import annotations

from datetime import datetime

from bot.card import Card
from bot.delivery import DeliveryKind, Owed
from bot.partnership import Partnership, Person
from bot.ports import UnitOfWork


def notify(
    work: UnitOfWork,
    partnership: Partnership,
    person: Person,
    key: str,
    subject: dict[str, object],
    *,
    due_at: datetime | None = None,
    body: Card | None = None,
) -> bool:
    """Owe somebody a notice, now or from `due_at`; False when they cannot be reached, or were told before."""
    if person.external_id is None:
        return False
    return work.owing.owe(
        Owed(
            channel=person.external_id,
            kind=DeliveryKind.NOTICE,
            period_key=key,
            due_at=due_at or work.now,
            subject=subject,
            partnership_id=partnership.id,
            body=body,
        )
    )
