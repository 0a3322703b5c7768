"""What follows from an update beside the change itself: who is told, and what is no longer owed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.changes import AuditEvent, Verb
from bot.delivery import Delivery, DeliveryKind
from bot.governance import HelpRequest
from bot.partnership import Person, PersonId
from bot.plan import Action, ActionId
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.context.places import Place
from bot.slippage import awaits_lead

ASK_LASTS = timedelta(days=3)


def after_update(work: UnitOfWork, person: Person, place: Place, after: Action) -> None:
    """See to what an update of this action brings about."""
    if place.action.blocker and not after.blocker:
        end_help(work, person, place)
    _tell_of_breach(work, person, place, after)
    _tell_who_asked(work, person, place)


def tell(work: UnitOfWork, place: Place, to: PersonId, key: str, subject: dict[str, object]) -> bool:
    """Owe somebody a notice about an action; False when they cannot be reached, or were told before."""
    subject = {**subject, "action": place.action.id}
    return notify(work, place.partnership, work.people.get(to), key, subject)


def open_help(work: UnitOfWork, place: Place) -> tuple[HelpRequest, ...]:
    """What has been asked of others for this action and is not cleared."""
    return tuple(
        one
        for one in work.helping.of_plans([place.plan.id])
        if one.action_id == place.action.id and one.is_open
    )


def end_help(work: UnitOfWork, person: Person, place: Place) -> None:
    """The blocker is cleared: nothing is asked of others for it any more, and they are told."""
    for request in open_help(work, place):
        work.helping.ended(request.id, work.now, person.id)
        if request.asked_by != person.id:
            subject: dict[str, object] = {"say": "blocker_cleared", "person": person.id}
            tell(work, place, request.asked_by, f"help:{request.id}:cleared", subject)
    event = AuditEvent(place.partnership.id, Verb.BLOCKER_CLEARED, person.id, f"action:{place.action.id}")
    work.audit.append(event, work.now)


def days_beyond(action: Action, tolerance_days: int) -> int | None:
    """By how many days the forecast lies past the agreed date, when that is more than is tolerated."""
    agreed, finish = action.approved_due, action.forecast_due
    if agreed is None or finish is None or not awaits_lead(action):
        return None
    past = (finish.end - agreed.end).days
    return past if past > tolerance_days else None


def _tell_of_breach(work: UnitOfWork, person: Person, place: Place, after: Action) -> None:
    """One exception a breach, on forecast: told when the tolerance is passed, not when what lies beyond it
    moves again; once it has come back, passing it again is another."""
    tolerance = place.plan.tolerance_days
    past = days_beyond(after, tolerance)
    if past is None or days_beyond(place.action, tolerance) is not None:
        return
    new = False
    for member in dict.fromkeys((*place.partnership.chairs, *place.partnership.officers)):
        key = f"breach:{after.id}:{after.version}:{member}"
        new = (member != person.id and tell(work, place, member, key, {"say": "tolerance_breached"})) or new
    if new:
        values: dict[str, object] = {"days_past": past, "tolerance_days": place.plan.tolerance_days}
        subject = f"action:{after.id}"
        event = AuditEvent(place.partnership.id, Verb.TOLERANCE_BREACHED, person.id, subject, values)
        work.audit.append(event, work.now)


def asks_for(
    work: UnitOfWork, *, action_id: ActionId | None = None, lead: PersonId | None = None
) -> Iterator[Delivery]:
    """The asks for one update now of the last days, of an action or to a lead."""
    for delivery in work.owing.recent(DeliveryKind.NOTICE.value, work.now - ASK_LASTS):
        subject = delivery.owed.subject
        if subject.get("say") != "ask_now":
            continue
        if action_id in (None, subject.get("action")) and lead in (None, subject.get("lead")):
            yield delivery


def _tell_who_asked(work: UnitOfWork, person: Person, place: Place) -> None:
    for asked in asks_for(work, action_id=place.action.id, lead=person.id):
        asker = PersonId(int(str(asked.owed.subject["by"])))
        subject: dict[str, object] = {"say": "asked_line", "person": person.id}
        tell(work, place, asker, f"asked-line:{asked.id}", subject)
