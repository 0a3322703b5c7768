"""What a button under a read-back is about: the update its reader said, and the action that is of."""

from __future__ import annotations

from bot.conversation import ProgressUpdate
from bot.errors import NotFound
from bot.partnership import Person
from bot.permissions import check_can_update
from bot.ports import UnitOfWork
from bot.services.context.places import Place, place_of
from bot.services.context.targets import Target
from bot.services.updates.record_update import check_is_own


def own_update(work: UnitOfWork, person: Person, target: Target) -> tuple[Place, ProgressUpdate]:
    """The update of a button, and where its action stands. Raises `NotFound`, and `NotAllowed` for somebody
    else's update or an action this person may not change."""
    if not target.updates:
        raise NotFound("the update this button was for")
    update = work.updates.get(target.updates[0])
    check_is_own(work, person, update)
    if update.action_id is None:
        raise NotFound("the action this is about")
    place = place_of(work, update.action_id)
    check_can_update(person, place.action, place.partnership)
    return place, update
