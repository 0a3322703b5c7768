"""A change of one action by an order of somebody who may: written, kept in its history, and on record.

It is kept as an update of theirs, so that its history shows it and "undo" puts it back.
"""

from __future__ import annotations

from bot.changes import Verb
from bot.conversation import MessageId, Route, UpdateId, UpdateState
from bot.fields import changes_between
from bot.language.reading import Outcome, ReadUpdate
from bot.partnership import Person
from bot.plan import Action
from bot.ports import UnitOfWork
from bot.services.context.places import Place
from bot.services.updates.on_record import audit, audited
from bot.updating import changed_by


def change(
    work: UnitOfWork,
    person: Person,
    place: Place,
    after: Action,
    verb: Verb,
    *,
    words: str = "",
    message_id: MessageId | None = None,
    confirmed_by: Person | None = None,
) -> UpdateId:
    """Make the action stand like `after`, as this person says, and somebody else may have confirmed. The
    caller has checked the right to."""
    settles = confirmed_by or person
    changes = changes_between(place.action, after)
    if changes:
        work.plans.apply(changes, work.now)
    update_id = work.updates.add(
        message_id=message_id,
        person_id=person.id,
        plan_id=place.plan.id,
        action_id=place.action.id,
        candidates=(),
        reading=ReadUpdate(Outcome.UNDERSTOOD, place.action.ref, words=words),
        words=words,
        state=UpdateState.PROPOSED,
        route=Route.BUTTON if message_id is None else Route.DIRECT_MESSAGE,
        at=work.now,
    )
    work.updates.settle(update_id, UpdateState.CONFIRMED, work.now, settles.id, changed_by(changes))
    values: dict[str, object] = {"action": place.action.id, "changes": audited(changes)}
    audit(work, place.partnership, verb, settles, update_id, values=values, words=words, words_of=person.id)
    return update_id
