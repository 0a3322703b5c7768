"""What is owed to a channel waits while other organisations share it, unless its officer has allowed that."""

from __future__ import annotations

from datetime import timedelta

from bot.delivery import Delivery, Owed
from bot.instants import local_day
from bot.partnership import Partnership
from bot.phrases import outsiders as say
from bot.ports import UnitOfWork
from bot.services.context.notices import notify

SHARED_OUTSIDE = "the channel is shared with other organisations"
"""Why a delivery waits, or was left out."""

LOOK_AGAIN = timedelta(minutes=15)
"""How soon it is looked whether the channel may be posted to by now."""

WAITS = timedelta(hours=72)
"""How long what has no lateness of its own waits to be allowed."""


def held_back(
    work: UnitOfWork,
    delivery: Delivery,
    is_shared: bool | None,  # noqa: FBT001 - the delivery worker's one shape
) -> bool:
    """Whether this delivery is not to be posted now; then it is put off, or, when its time has passed, left
    out. `is_shared` is what the platform says of its channel at this moment; where it does not say (None),
    what it last said with an event holds."""
    owed = delivery.owed
    if is_shared is None:
        is_shared = work.partnerships.is_known_shared(owed.channel) or work.workstreams.is_known_shared(
            owed.channel
        )
    partnership = _of(work, owed)
    if not is_shared or partnership is None or partnership.posts_outside:
        return False
    until = owed.late_after or owed.due_at + WAITS
    if work.now >= until:
        work.owing.skip(delivery.id, delivery.attempt, SHARED_OUTSIDE)
        return True
    work.owing.put_off(delivery.id, delivery.attempt, min(work.now + LOOK_AGAIN, until), SHARED_OUTSIDE)
    _tell_officers(work, partnership, owed)
    return True


def _of(work: UnitOfWork, owed: Owed) -> Partnership | None:
    """Whose officers say whether it may be posted."""
    if owed.partnership_id is not None:
        return work.partnerships.get(owed.partnership_id)
    return work.partnerships.by_channel(owed.channel)


def _tell_officers(work: UnitOfWork, partnership: Partnership, owed: Owed) -> None:
    """Tell each board officer what to write to allow it: once a week for a channel."""
    year, week, _ = local_day(work.now, partnership.zone).isocalendar()
    card = say.not_posted_outside(partnership.name, owed.kind, int(LOOK_AGAIN.total_seconds() // 60))
    for officer in partnership.officers:
        key = f"outside:{owed.channel}:{year}-W{week}"
        notify(work, partnership, work.people.get(officer), key, {"say": "outside"}, body=card)
