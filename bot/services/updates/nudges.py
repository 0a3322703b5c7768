"""What was read and never confirmed is brought up once, on the next working day; then it stands as said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.absences import away_on
from bot.calendar import add_working_days
from bot.card import Card
from bot.conversation import ProgressUpdate, UpdateId, UpdateState
from bot.errors import NotFound
from bot.instants import instant, local_day
from bot.partnership import Partnership
from bot.phrases import nudges as say
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.context.places import Places
from bot.services.updates.read_back import open_question, question_card, told
from bot.working_hours import hours_of

LOOK_BACK = timedelta(days=14)
"""Longer ago nobody remembers what they meant; it stands in the pack as it was said."""


def owe_nudges(
    work: UnitOfWork, partnership: Partnership, plans: Sequence[ActionPlan], now: datetime
) -> None:
    """Owe one nudge a message whose reading still waits, when its working day has come."""
    today = local_day(now, partnership.zone)
    known = work.absences.since(today)
    by_message: dict[str, list[ProgressUpdate]] = {}
    for plan in plans:
        for update in work.updates.unsettled_since(plan.id, now - LOOK_BACK):
            if update.state is UpdateState.PROPOSED and _due_at(update, partnership) <= now:
                key = f"message:{update.message_id}" if update.message_id else f"update:{update.id}"
                by_message.setdefault(key, []).append(update)
    known_actions = {action.id for plan in plans for action in plan.actions}
    for update in work.updates.unplaced_since(now - LOOK_BACK):
        if known_actions & set(update.candidates) and _due_at(update, partnership) <= now:
            key = f"message:{update.message_id}" if update.message_id else f"update:{update.id}"
            by_message.setdefault(key, []).append(update)
    for key, updates in by_message.items():
        reader = work.people.get(updates[0].settles)
        if away_on(known, updates[0].settles, today) is not None:
            continue
        subject: dict[str, object] = {"say": "nudge", "updates": [int(update.id) for update in updates]}
        due_at = hours_of(partnership, reader).next(now)
        notify(work, partnership, reader, f"nudge:{key}", subject, due_at=due_at)


def _due_at(update: ProgressUpdate, partnership: Partnership) -> datetime:
    """When asks go out on the next working day of the partnership."""
    said_on = local_day(update.made_at, partnership.zone)
    day = add_working_days(said_on, 1, partnership.nation)
    return instant(day, partnership.rhythm.ask_at, partnership.zone)


def nudge(work: UnitOfWork, updates: Sequence[UpdateId]) -> Card:
    """What still waits of it, as it is then. Raises `NotFound` when it has been settled meanwhile."""
    places = Places(work)
    waiting = [
        update
        for update in (work.updates.get(one) for one in updates)
        if update.state is UpdateState.PROPOSED and (update.action_id is not None or update.candidates)
    ]
    if not waiting:
        raise NotFound("anything that waits")
    first = waiting[0]
    zone = places.of(first.action_id if first.action_id is not None else first.candidates[0]).partnership.zone
    said_on = local_day(waiting[0].made_at, zone)
    for update in waiting:
        question = open_question(places, update)
        if question is not None:
            return say.still_asked(question_card(places, update, question), update.words, said_on)
    return say.not_saved([told(places, update) for update in waiting], waiting[0].words, said_on)
