"""What an update rests on: the earlier one it sets right, and the reason somebody owes who does not lead."""

from __future__ import annotations

from bot.conversation import ProgressUpdate, UpdateState
from bot.instants import local_day
from bot.narrative import gives_reason
from bot.ports import UnitOfWork
from bot.services.context.places import Places
from bot.updating import decide

_DATES = frozenset({"forecast_due", "completed_on"})


def lacks_reason(places: Places, update: ProgressUpdate) -> bool:
    """Whether a chair or board officer would change how an action stands that they neither lead nor stand in
    for, in their own name, without a word on what that is based on (RELIABILITY.md §4). Putting right the
    date of what they gave a reason for needs no second one.
    """
    if update.action_id is None or update.source.entered_by is not None:
        return False
    place = places.of(update.action_id)
    if place.action.is_led_by(update.settles) or gives_reason(update.reading):
        return False
    today = local_day(places.work.now, place.partnership.zone)
    changed = decide(place.action, update.reading, today, place.partnership.nation).standing_changed
    earlier = corrected_by(places.work, update)
    is_explained = earlier is not None and gives_reason(earlier.reading)
    return bool(changed - _DATES if is_explained else changed)


def corrected_by(work: UnitOfWork, update: ProgressUpdate) -> ProgressUpdate | None:
    """The confirmed update of the same message and action that this one sets right."""
    if update.message_id is None:
        return None
    return next(
        (
            other
            for other in reversed(work.updates.of_message(update.message_id))
            if other.id != update.id
            and other.action_id == update.action_id
            and other.state is UpdateState.CONFIRMED
        ),
        None,
    )
