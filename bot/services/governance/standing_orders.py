"""An action's standing said outright by those who may: withdrawn, paused, resumed, re-opened, accepted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.calendar_months import months_later
from bot.card import Answer, Card, Placement
from bot.changes import Verb
from bot.errors import AlreadySettled
from bot.partnership import Person
from bot.permissions import (
    check_can_accept,
    check_can_reopen,
    check_can_update,
    check_can_withdraw,
)
from bot.phrases import standing as say
from bot.plan import Action, ActionStatus
from bot.ports import UnitOfWork
from bot.services.context.filled_forms import dates_in
from bot.services.context.ordered import Ordered
from bot.services.context.places import Place, place_of
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.context.view import context_of
from bot.services.standing import status
from bot.services.updates import waits
from bot.services.updates.accept_done import accept
from bot.services.updates.changing import change
from bot.services.updates.consequences import end_help
from bot.updating import withdrawn


def _stand(ordered: Ordered, place: Place, after: Action, tell: str) -> Card:
    update_id = change(
        ordered.work, ordered.person, place, after, Verb.STANDING_SET,
        words=ordered.order.words, message_id=ordered.message_id,
    )  # fmt: skip
    return say.done(tell, f"update:{update_id}")


def on_withdraw(ordered: Ordered) -> Card:
    """ "withdraw 5.4, merged with 5.2"."""
    place, reason = ordered.place(), ordered.order.words
    _check_withdraw(ordered, place)
    if place.action.status is ActionStatus.WITHDRAWN:
        return say.already(place.action)
    if not reason:
        return say.wants_reason(place.action, f"withdraw {place.action.ref}, merged with 5.2")
    after = withdrawn(place.action, reason)
    if place.action.blocker:
        end_help(ordered.work, ordered.person, place)
    return _stand(ordered, place, after, say.withdrawn(after))


def on_supersede(ordered: Ordered) -> Card:
    """ "5.4 superseded by 5.2"."""
    place, other = ordered.place(), ordered.place(ordered.order.other)
    _check_withdraw(ordered, place)
    if other.action.id == place.action.id:
        return say.already(place.action)
    reason = ordered.order.words or f"superseded by {other.action.ref}"
    after = replace(withdrawn(place.action, reason), superseded_by=other.action.ref)
    return _stand(ordered, place, after, say.withdrawn(after))


def _check_withdraw(ordered: Ordered, place: Place) -> None:
    check_can_withdraw(ordered.person, place.action, place.partnership, ordered.work.people.get)


def on_hold(ordered: Ordered) -> Card:
    """ "pause 5.4, no funding until April"."""
    place, reason = ordered.place(), ordered.order.words
    check_can_update(ordered.person, place.action, place.partnership)
    if place.action.status is ActionStatus.ON_HOLD:
        return say.already(place.action)
    if not place.action.status.is_open:
        check_can_reopen(ordered.person, place.action, place.partnership)
    if not reason:
        return say.wants_reason(place.action, f"pause {place.action.ref}, no funding until April")
    after = replace(
        place.action, status=ActionStatus.ON_HOLD, status_text="", status_reason=reason, narrative=reason
    )
    return _stand(ordered, place, after, say.paused(after))


def on_resume(ordered: Ordered) -> Card:
    """ "resume 5.4"."""
    place = ordered.place()
    check_can_update(ordered.person, place.action, place.partnership)
    if place.action.status is not ActionStatus.ON_HOLD:
        return say.already(place.action) if place.action.status.is_open else on_reopen(ordered)
    after = replace(place.action, status=ActionStatus.IN_PROGRESS, status_text="", status_reason=None)
    return _stand(ordered, place, after, say.resumed(after))


def on_reopen(ordered: Ordered) -> Card:
    """ "re-open 5.4, the audit found gaps"."""
    place = ordered.place()
    if place.action.status.is_open:
        return say.already(place.action)
    check_can_reopen(ordered.person, place.action, place.partnership)
    after = open_again(place.action)
    return _stand(ordered, place, after, say.reopened(after, place.action.status))


def open_again(action: Action) -> Action:
    """In progress, with nothing left of its end."""
    return replace(
        action,
        status=ActionStatus.IN_PROGRESS,
        status_text="",
        status_reason=None,
        superseded_by=None,
        completed_on=None,
        check_on=None,
    )


def on_risk(ordered: Ordered) -> Card:
    """ "2.7 risk ref CRR14", "2.7 risk ref none"."""
    place, said = ordered.place(), ordered.order.words
    check_can_update(ordered.person, place.action, place.partnership)
    now = None if said.casefold() == "none" else said
    if now == place.action.risk_ref:
        return say.already_linked(place.action)
    after = replace(place.action, risk_ref=now)
    update_id = change(
        ordered.work, ordered.person, place, after, Verb.RISK_SET,
        words=f"risk {said}", message_id=ordered.message_id,
    )  # fmt: skip
    return say.done(say.linked(after), f"update:{update_id}")


def on_accept(ordered: Ordered) -> Card:
    """ "accept 4.1", "accept 4.1, check in 6 months"."""
    work, place = ordered.work, ordered.place()
    if place.action.status is not ActionStatus.CLAIMED_DONE:
        return say.not_claimed(place.action)
    card = accept_claim(work, ordered.person, place)
    on = _check_date(ordered, place)
    if on is None:
        return card
    fresh = place_of(work, place.action.id)
    change(work, ordered.person, fresh, replace(fresh.action, check_on=on), Verb.STANDING_SET)
    return say.accepted(replace(fresh.action, check_on=on), ordered.person.name, ())


def accept_claim(work: UnitOfWork, person: Person, place: Place) -> Card:
    """Make a claimed action complete, never by who claimed or leads it; what waited for it is live."""
    if place.action.status is not ActionStatus.CLAIMED_DONE:
        raise AlreadySettled(place.action.status.value.replace("_", " "))
    claimed_by = status.claimed_by(work, place.action.id)
    check_can_accept(person, place.action, place.partnership, claimed_by, work.people.get)
    accept(work, person, place)
    released = waits.release_action(work, person, place)
    return say.accepted(place_of(work, place.action.id).action, person.name, released)


def _check_date(ordered: Ordered, place: Place) -> date | None:
    words = ordered.order.words
    if "check" not in words.casefold():
        return None
    context = context_of(ordered.work, ordered.view, ordered.person, ())
    found = dates_in(words, today_of(ordered.work, place.partnership), context)
    return found[0].end if len(found) == 1 else None


def on_check_later(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """When to look whether a completed action held."""
    place = place_of(work, target.action)
    check_can_reopen(person, place.action, place.partnership)
    on = months_later(today_of(work, place.partnership), target.choice or 6)
    change(work, person, place, replace(place.action, check_on=on), Verb.STANDING_SET)
    return Answer(say.check_set(place.action, on), Placement.REPLACE)
