"""Recording what a lead says: proposed, confirmed, cancelled or undone, each with its audit event.

Status, history and audit are written in the caller's one transaction.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.changes import Verb
from bot.conversation import (
    OWN_WORD,
    FieldChange,
    MessageId,
    ProgressUpdate,
    Route,
    Source,
    UpdateId,
    UpdateState,
    Voice,
)
from bot.delivery import DeliveryKind, Owed
from bot.errors import AlreadySettled, NotAllowed
from bot.fields import before_update, has_changed_since, undoing
from bot.instants import local_day
from bot.language.reading import Progress, ReadUpdate
from bot.partnership import Partnership, Person
from bot.permissions import can_withdraw, check_can_reopen, check_can_update
from bot.plan import Action, ActionId
from bot.ports import UnitOfWork
from bot.services.context.closed_plans import check_not_closed
from bot.services.context.places import Place, Places, check_known
from bot.services.context.refusing import not_yours
from bot.services.reports.errata import put_records_right
from bot.services.updates.consequences import after_update
from bot.services.updates.deciding_time import taken_back_grant
from bot.services.updates.grounds import corrected_by, lacks_reason
from bot.services.updates.on_record import audit, audited
from bot.updating import Decision, decide, reopens


def check_may_say(work: UnitOfWork, person: Person, place: Place, reading: ReadUpdate) -> None:
    """Raise unless this person may say this of this action, and its plan is not closed."""
    check_not_closed(work, place.plan, place.partnership)
    check_can_update(person, place.action, place.partnership)
    if reading.progress is Progress.WITHDRAWN and not can_withdraw(person, place.partnership):
        raise NotAllowed(
            "withdraw", place.action.ref, partnership=place.partnership.id, action=place.action.id
        )
    if reopens(place.action, reading):
        check_can_reopen(person, place.action, place.partnership)


def propose(
    work: UnitOfWork,
    person: Person,
    reading: ReadUpdate,
    *,
    place: Place | None,
    candidates: tuple[ActionId, ...] = (),
    message_id: MessageId | None,
    route: Route,
    voice: Voice | None = None,
) -> UpdateId:
    """Keep what was read, changing nothing, in a `voice` other than the person's own if there is one; older
    proposals of this person on the same action give way."""
    if place is not None:
        _replace_older(work, person, place.action.id, message_id)
    update_id = work.updates.add(
        message_id=message_id,
        person_id=voice.person_id if voice is not None else person.id,
        plan_id=place.plan.id if place else None,
        action_id=place.action.id if place else None,
        candidates=candidates,
        reading=reading,
        words=reading.words,
        state=UpdateState.PROPOSED,
        route=route,
        at=work.now,
        source=voice.source if voice is not None else _as_deputy(person, place),
    )
    if place is not None:
        whose = voice.person_id if voice is not None else None
        audit(
            work, place.partnership, Verb.UPDATE_PROPOSED, person, update_id, words=reading.words,
            words_of=whose,
        )  # fmt: skip
    return update_id


def _as_deputy(person: Person, place: Place | None) -> Source:
    """What somebody says of an action whose lead they stand in for is said in both names."""
    return Source(on_behalf_of=place.action.spoken_for_by(person.id)) if place is not None else OWN_WORD


def _replace_older(
    work: UnitOfWork, person: Person, action_id: ActionId, message_id: MessageId | None
) -> None:
    for older in work.updates.open_for(person.id):
        if older.action_id == action_id and (message_id is None or older.message_id != message_id):
            work.updates.settle(older.id, UpdateState.CANCELLED, work.now, person.id)


def confirm(
    places: Places, person: Person, update: ProgressUpdate, corrects: ProgressUpdate | None = None
) -> Decision:
    """Write what the update says; the move of an update it `corrects` gives way to its own, and records that
    repeat what that said are put right.

    Raises `AlreadySettled`, `NotAllowed`, or `NotFound` without an action.
    """
    if update.state is not UpdateState.PROPOSED:
        raise AlreadySettled(update.state.value)
    work = places.work
    check_is_own(work, person, update)
    place = places.of(check_known(update.action_id))
    check_may_say(work, person, place, update.reading)
    today = local_day(work.now, place.partnership.zone)
    decision = decide(place.action, update.reading, today, place.partnership.nation)
    if decision.changes:
        work.plans.apply(decision.changes, work.now)
    work.plans.reported(place.action.id, work.now)
    put_right = corrects or corrected_by(work, update)
    _count_move(work, person, update, place, decision, put_right)
    after_update(work, person, place, decision.after)
    changed = (*decision.changed, _reported(place.action, work.now))
    work.updates.settle(update.id, UpdateState.CONFIRMED, work.now, person.id, changed)
    audit(
        work, place.partnership, Verb.UPDATE_CONFIRMED, person, update.id,
        values={"action": place.action.id, "changes": audited(decision.changes)},
        words=update.words, words_of=update.person_id,
    )  # fmt: skip
    if put_right is not None:
        put_records_right(work, place.plan, place.partnership, put_right, update, decision.changed)
    places.written(place.action.id)
    if update.route is Route.MENTION and update.message_id is not None:
        _owe_confirmed_line(work, update.id, update.message_id, place.partnership)
    return decision


def check_is_own(work: UnitOfWork, person: Person, update: ProgressUpdate) -> None:
    """Raise unless this is the person who said it: nobody settles another's words for them."""
    if update.settles != person.id:
        raise not_yours(work, update.settles, update.plan_id, update.action_id)


def _reported(action: Action, now: datetime) -> FieldChange:
    was = action.reported_at.isoformat() if action.reported_at else None
    return FieldChange("reported_at", was, now.isoformat())


def _count_move(
    work: UnitOfWork,
    person: Person,
    update: ProgressUpdate,
    place: Place,
    decision: Decision,
    corrected: ProgressUpdate | None,
) -> None:
    """Count a move of the forecast; a correction of one's own update replaces the move it corrects."""
    if decision.move is None:
        return
    was, today = decision.move.was, local_day(work.now, place.partnership.zone)
    if corrected is not None:
        before = before_update(place.action, corrected.changed)
        work.plans.unmoved(corrected.id)
        was = before.forecast_due or before.approved_due
        if was is not None and decision.move.now.end == was.end:
            return
    reason = decision.after.blocker or decision.after.narrative
    work.plans.moved(place.action.id, was, decision.move.now, reason, today, person.id, update.id)


def _owe_confirmed_line(
    work: UnitOfWork, update_id: UpdateId, message_id: MessageId, partnership: Partnership
) -> None:
    message = work.messages.get(message_id)
    work.owing.owe(
        Owed(
            channel=message.channel,
            kind=DeliveryKind.CONFIRMED_LINE,
            period_key=f"confirmed:{update_id}",
            due_at=work.now,
            subject={"say": "confirmed_line", "update": update_id},
            partnership_id=partnership.id,
            thread_ts=message.thread_ts or message.ts,
        )
    )


def cancel(places: Places, person: Person, update: ProgressUpdate) -> None:
    """Drop a proposal; its words are kept."""
    if update.state is not UpdateState.PROPOSED:
        raise AlreadySettled(update.state.value)
    work = places.work
    check_is_own(work, person, update)
    work.updates.settle(update.id, UpdateState.CANCELLED, work.now, person.id)
    if update.action_id is not None:
        place = places.of(update.action_id)
        audit(work, place.partnership, Verb.UPDATE_CANCELLED, person, update.id)


def check_may_undo(places: Places, person: Person, update: ProgressUpdate) -> Place:
    """Where the action of a saved update stands. Raises unless this is the person who said it, who may still
    say how that action stands: it may have passed to another lead."""
    if update.state is not UpdateState.CONFIRMED or update.action_id is None:
        raise AlreadySettled(update.state.value)
    check_is_own(places.work, person, update)
    place = places.of(update.action_id)
    check_not_closed(places.work, place.plan, place.partnership)
    check_can_update(person, place.action, place.partnership)
    return place


def undo(places: Places, person: Person, update: ProgressUpdate) -> bool:
    """Put back what the update wrote; False, and nothing done, when the action has changed since."""
    place, work = check_may_undo(places, person, update), places.work
    if has_changed_since(place.action, update.changed) or _was_reported_since(place.action, update):
        return False
    changes = undoing(place.action, update.changed)
    if changes:
        work.plans.apply(changes, work.now)
    for one in update.changed:
        if one.field == "reported_at":
            was = datetime.fromisoformat(str(one.was)) if one.was else None
            work.plans.reported(place.action.id, was)
    work.plans.unmoved(update.id)
    if any(one.field == "approved_due" for one in update.changed):
        taken_back_grant(work, person, place.action.id)
    work.updates.settle(update.id, UpdateState.UNDONE, work.now, person.id, update.changed)
    taken_back = [FieldChange(one.field, one.now, one.was) for one in update.changed]
    put_records_right(work, place.plan, place.partnership, update, update, taken_back)
    audit(
        work, place.partnership, Verb.UPDATE_UNDONE, person, update.id,
        values={"action": place.action.id, "changes": audited(changes)},
    )  # fmt: skip
    places.written(place.action.id)
    return True


def _was_reported_since(action: Action, update: ProgressUpdate) -> bool:
    said = next((one.now for one in update.changed if one.field == "reported_at"), None)
    if said is None or action.reported_at is None:
        return False
    return action.reported_at > datetime.fromisoformat(str(said))


def record(
    work: UnitOfWork,
    person: Person,
    action_id: ActionId,
    reading: ReadUpdate,
    route: Route,
    message_id: MessageId | None = None,
    voice: Voice | None = None,
    corrects: ProgressUpdate | None = None,
) -> ProgressUpdate:
    """Save a tap, a form or an answer at once, as an update like any other; it waits as a proposal while a
    reason is owed. `corrects` is what it sets right. Rights are checked first."""
    places = Places(work)
    place = places.of(action_id)
    check_may_say(work, person, place, reading)
    said = replace(reading, action=place.action.ref)
    update_id = propose(work, person, said, place=place, message_id=message_id, route=route, voice=voice)
    proposed = work.updates.get(update_id)
    if lacks_reason(places, proposed):
        return proposed
    confirm(places, person, proposed, corrects)
    return work.updates.get(update_id)
