"""Waiting for a decision or another action: said, shown, and over when that has happened."""

from __future__ import annotations

from dataclasses import replace

from bot.card import Answer, Card, Placement
from bot.changes import Verb
from bot.partnership import Person
from bot.permissions import check_can_update
from bot.phrases import standing as say
from bot.plan import Action, ActionPlan
from bot.ports import UnitOfWork
from bot.services.context.ordered import Ordered
from bot.services.context.places import Place, place_of
from bot.services.context.targets import Target
from bot.services.updates.changing import change
from bot.services.updates.consequences import tell
from bot.waiting import Waiting, WaitsFor

DECIDED = "the decision it waited for is made"


def on_wait_decision(ordered: Ordered) -> Card:
    """ "2.7a is waiting for the board's decision a)"."""
    place = ordered.place()
    check_can_update(ordered.person, place.action, place.partnership)
    return _wait(ordered, place, Waiting(WaitsFor.DECISION, " ".join(ordered.order.words.split())))


def on_wait_action(ordered: Ordered) -> Card:
    """ "2.7a depends on 1.4"."""
    place, other = ordered.place(), ordered.place(ordered.order.other)
    check_can_update(ordered.person, place.action, place.partnership)
    if not other.action.status.is_open:
        return say.nothing_to_wait_for(place.action, f"{other.action.ref} is not open")
    if other.plan.id != place.plan.id:
        return say.nothing_to_wait_for(place.action, f"{other.action.ref} is in another plan")
    if _leads_back(place.plan, other.action, place.action):
        return say.nothing_to_wait_for(
            place.action, f"{other.action.ref} itself waits for {place.action.ref}"
        )
    return _wait(ordered, place, Waiting(WaitsFor.ACTION, other.action.ref))


def _leads_back(plan: ActionPlan, start: Action, goal: Action) -> bool:
    """Whether waiting for `start` would, link by link, be waiting for `goal`."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        at = ahead.pop()
        if at.id == goal.id:
            return True
        if at.ref in seen or at.waiting_for is None:
            continue
        seen.add(at.ref)
        ahead += filter(None, map(plan.action, at.waiting_for.refs))
    return False


def _wait(ordered: Ordered, place: Place, waiting: Waiting) -> Card:
    after = replace(place.action, waiting_for=waiting)
    update_id = change(
        ordered.work, ordered.person, place, after, Verb.WAITING_SET,
        words=f"waiting for {waiting.name}", message_id=ordered.message_id,
    )  # fmt: skip
    return say.done(say.waits(after), f"update:{update_id}")


def on_waiting_over(ordered: Ordered) -> Card:
    """ "2.7a is no longer waiting"."""
    place = ordered.place()
    check_can_update(ordered.person, place.action, place.partnership)
    if place.action.waiting_for is None:
        return say.nothing_to_wait_for(place.action, "Nothing is on record")
    after = replace(place.action, waiting_for=None)
    update_id = change(
        ordered.work, ordered.person, place, after, Verb.WAITING_SET,
        words="no longer waiting", message_id=ordered.message_id,
    )  # fmt: skip
    return say.done(say.waits_no_more(after), f"update:{update_id}")


def release_action(work: UnitOfWork, person: Person, done: Place) -> tuple[str, ...]:
    """What waited for nothing but an action that is now complete is live, and its leads are told."""
    plan, ref = work.plans.get(done.plan.id), done.action.ref
    told = f"{ref} is complete"
    released = (
        _settle(work, person, place_of(work, action.id), action.waiting_for.without_action(ref), told)
        for action in plan.actions
        if action.waiting_for is not None and ref in action.waiting_for.refs and action.status.is_open
    )
    return tuple(filter(None, released))


def release_decision(work: UnitOfWork, person: Person, plan: ActionPlan, letter: str) -> tuple[str, ...]:
    """What waited for nothing but the decision of this letter is live, and its leads are told."""
    released = (
        _settle(work, person, place_of(work, action.id), action.waiting_for.without_decision(letter), DECIDED)
        for action in waiting_for_decisions(plan)
        if action.waiting_for is not None and action.waiting_for.awaits_decision(letter)
    )
    return tuple(filter(None, released))


def _settle(work: UnitOfWork, person: Person, place: Place, left: Waiting | None, because: str) -> str:
    """One thing an action waited for has happened; its reference if nothing is left, else ""."""
    if left is None:
        return release(work, person, place, because)
    change(work, person, place, replace(place.action, waiting_for=left), Verb.WAITING_SET, words=because)
    return ""


def waiting_for_decisions(plan: ActionPlan) -> tuple[Action, ...]:
    """The actions of a plan that wait for a decision."""
    return tuple(
        action
        for action in plan.actions
        if action.waiting_for is not None
        and action.waiting_for.on is WaitsFor.DECISION
        and action.status.is_open
    )


def release(work: UnitOfWork, person: Person, place: Place, because: str) -> str:
    """What an action waited for has happened: it is live, and its leads are told."""
    after = replace(place.action, waiting_for=None)
    update_id = change(work, person, place, after, Verb.WAITING_SET, words="no longer waiting")
    for lead in place.action.leads:
        key = f"live:{place.action.id}:{update_id}:{lead.person_id}"
        tell(work, place, lead.person_id, key, {"say": "is_live", "because": because})
    return place.action.ref


def on_wait_is_over(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The decision an action waited for is on record."""
    place = place_of(work, target.action)
    check_can_update(person, place.action, place.partnership)
    release(work, person, place, DECIDED)
    return Answer(say.told_live(place.action, DECIDED), Placement.PRIVATE)
