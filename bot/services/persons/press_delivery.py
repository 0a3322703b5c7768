"""What a board officer says of a message that may or may not have arrived."""

from __future__ import annotations

from bot.card import Answer, Placement
from bot.changes import AuditEvent, Verb
from bot.delivery import Delivery
from bot.errors import NotFound
from bot.partnership import Partnership, Person
from bot.permissions import can_run, check_can_run
from bot.phrases import faults
from bot.ports import UnitOfWork
from bot.services.context.targets import Target


def on_it_is_there(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """It arrived: nothing is posted again."""
    delivery, partnership = _allowed(work, person, target)
    work.owing.found(delivery.id)
    _audit(work, person, delivery, partnership, "there")
    return Answer(faults.is_there(faults.MESSAGES[delivery.owed.kind]), Placement.REPLACE)


def on_post_now(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """It did not arrive: it is posted, however late."""
    delivery, partnership = _allowed(work, person, target)
    work.owing.post_again(delivery.id, work.now)
    _audit(work, person, delivery, partnership, "posted again")
    return Answer(faults.posting_now(faults.MESSAGES[delivery.owed.kind]), Placement.REPLACE)


def _allowed(work: UnitOfWork, person: Person, target: Target) -> tuple[Delivery, Partnership]:
    """The delivery and the partnership whose officer decides; an answer to a person is of no one
    partnership, so an officer of any may. Raises `NotAllowed`."""
    if target.delivery is None:
        raise NotFound("the message this button was for")
    delivery = work.owing.get(target.delivery)
    concerned = [
        partnership
        for partnership in work.partnerships.all()
        if delivery.owed.partnership_id in (None, partnership.id)
    ]
    if not concerned:
        raise NotFound("the partnership this button was for")
    own = next((partnership for partnership in concerned if can_run(person, partnership)), concerned[0])
    check_can_run(person, own, work.people.get)
    return delivery, own


def _audit(work: UnitOfWork, person: Person, delivery: Delivery, partnership: Partnership, said: str) -> None:
    subject = f"delivery:{delivery.id}"
    work.audit.append(
        AuditEvent(partnership.id, Verb.DELIVERY_SETTLED, person.id, subject, {"said": said}), work.now
    )
