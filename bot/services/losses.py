"""A message that could not be posted, or perhaps was not: the board officers are told, once."""

from __future__ import annotations

from bot.delivery import Delivery, DeliveryKind, DeliveryState, Owed
from bot.phrases import faults
from bot.ports import UnitOfWork
from bot.services.leavers import GONE, account_changed

_KEY = "lost:"


def tell_of_loss(work: UnitOfWork, delivery: Delivery, state: DeliveryState, reason: str) -> None:
    """Owe every board officer concerned a notice; `state` is failed or unknown. A lost notice of a loss is
    not told of in its turn."""
    owed = delivery.owed
    if owed.period_key.startswith(_KEY):
        return
    if reason in GONE:
        account_changed(work, owed.channel, is_open=False)
    person = work.people.by_identity(owed.channel)
    what = faults.MESSAGES[owed.kind]
    card = (
        faults.not_posted(what, person.name if person else None, reason)
        if state is DeliveryState.FAILED
        else faults.perhaps_posted(what, person.name if person else None, delivery.id)
    )
    for account in _officers(work, delivery) - {owed.channel}:
        work.owing.owe(
            Owed(
                channel=account,
                kind=DeliveryKind.NOTICE,
                period_key=f"{_KEY}{delivery.id}",
                due_at=work.now,
                subject={"say": "lost"},
                body=card,
            )
        )


def _officers(work: UnitOfWork, delivery: Delivery) -> set[str]:
    concerned = [
        partnership
        for partnership in work.partnerships.all()
        if delivery.owed.partnership_id in (None, partnership.id)
    ]
    officers = {person_id for partnership in concerned for person_id in partnership.officers}
    accounts = (work.people.get(person_id).external_id for person_id in officers)
    return {account for account in accounts if account is not None}
