"""A message that could not be posted, or perhaps was not: the board officers are told, once."""

from __future__ import annotations

from bot.delivery import Delivery, DeliveryState, Owed
from bot.partnership import Partnership, PartnershipId
from bot.phrases import faults
from bot.ports import UnitOfWork
from bot.services.context.notices import notify_at
from bot.services.context.replying import READER
from bot.services.persons.leavers import GONE, account_changed
from bot.services.persons.people import partnerships_of
from bot.workstreams import WorkstreamId

_KEY = "lost:"


def tell_of_loss(work: UnitOfWork, delivery: Delivery, state: DeliveryState, reason: str) -> None:
    """Owe every board officer it can concern a notice; `state` is failed or unknown. A lost notice of a loss
    is not told of in its turn."""
    owed = delivery.owed
    if owed.period_key.startswith(_KEY):
        return
    account = str(owed.subject.get(READER, owed.channel))
    if reason in GONE:
        account_changed(work, account, is_open=False)
    person = work.people.by_identity(account)
    what = faults.message(owed.kind, _strand(work, owed))
    card = (
        faults.not_posted(what, person.name if person else None, reason)
        if state is DeliveryState.FAILED
        else faults.perhaps_posted(what, person.name if person else None, delivery.id)
    )
    for officer in officers_concerned(work, account, owed.partnership_id) - {account}:
        notify_at(work, None, officer, f"{_KEY}{delivery.id}", {"say": "lost"}, body=card)


def _strand(work: UnitOfWork, owed: Owed) -> str:
    """The name of the workstream a digest is of, "" for any other message."""
    held = owed.subject.get("workstream")
    return work.workstreams.get(WorkstreamId(int(str(held)))).name if held is not None else ""


def officers_concerned(
    work: UnitOfWork, account: str, partnership_id: PartnershipId | None = None
) -> set[str]:
    """The accounts of the board officers whom what became of a message of this account, or to it, can
    concern: those of its partnership; else of the partnerships this person or channel belongs to; of a
    stranger's only where there is one partnership, as nobody may learn what is written elsewhere."""
    officers = {one for found in _concerned(work, account, partnership_id) for one in found.officers}
    accounts = (work.people.get(one).external_id for one in officers)
    return {account for account in accounts if account is not None}


def _concerned(
    work: UnitOfWork, account: str, partnership_id: PartnershipId | None
) -> tuple[Partnership, ...]:
    if partnership_id is not None:
        return (work.partnerships.get(partnership_id),)
    person, of_channel = work.people.by_identity(account), work.partnerships.by_channel(account)
    if of_channel is not None:
        return (of_channel,)
    own = partnerships_of(work, person.id) if person is not None else ()
    known = work.partnerships.all()
    return own or (known if len(known) == 1 else ())
