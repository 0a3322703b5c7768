""" "Remind me when it is done": whoever presses is told once, when nothing they asked about is open any more.

What waits is the notice itself: each time it comes up the actions are read anew, and while one of them is
open it is put off. Nothing else is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import count

from bot.card import Answer, Card, Placement
from bot.changes import AuditEvent, Verb
from bot.delivery import DeliveryKind, DeliveryState
from bot.errors import NotFound
from bot.partnership import Person, PersonId
from bot.permissions import actions_shown
from bot.phrases import recommendations as say
from bot.plan import Action, ActionId, ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.context.places import place_of
from bot.services.context.refusing import sees_plan
from bot.services.context.targets import Target

SAY = "when_done"
STILL_OPEN = "still open"
"""Why the notice waits."""

LOOKS_EVERY = timedelta(minutes=30)


def on_tell_when_done(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Note who is to be told; asked twice, they are told once."""
    place = place_of(work, target.action)
    plan = place.plan
    asked = [action for action in plan.actions if action.id in target.actions]
    still_open = [action for action in asked if action.status.is_open]
    if not still_open:
        return Answer(say.nothing_is_open(asked), Placement.PRIVATE)
    if not _owe(work, person, plan, still_open):
        return Answer(say.tells_already(still_open), Placement.PRIVATE)
    for action in still_open:
        event = AuditEvent(plan.partnership_id, Verb.END_WATCHED, person.id, f"action:{action.id}")
        work.audit.append(event, work.now)
    return Answer(say.will_tell(still_open), Placement.PRIVATE)


def _owe(work: UnitOfWork, person: Person, plan: ActionPlan, actions: list[Action]) -> bool:
    """Whether the notice is new; one that has been sent does not stand in the way of the next."""
    if person.external_id is None:
        raise NotFound("an account to tell")
    ids = [int(action.id) for action in actions]
    for number in count(1):
        key = f"when-done:{'-'.join(map(str, ids))}:{number}"
        held = work.owing.find(person.external_id, DeliveryKind.NOTICE.value, key)
        if held is not None and held.state in (DeliveryState.POSTED, DeliveryState.SKIPPED):
            continue
        subject: dict[str, object] = {"say": SAY, "person": person.id, "actions": ids}
        return held is None and notify(work, work.partnerships.get(plan.partnership_id), person, key, subject)
    return False


def looks_again_at(work: UnitOfWork, subject: Mapping[str, object]) -> datetime | None:
    """When to look again; None when there is something to say, or nothing any more."""
    if subject.get("say") != SAY:
        return None
    try:
        is_open = any(action.status.is_open for action in _asked_about(work, subject))
    except NotFound:
        return None
    return work.now + LOOKS_EVERY if is_open else None


def told(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    """What has become of the actions. Raises `NotFound` while one is open, and when none is in view."""
    actions = _asked_about(work, subject)
    if any(action.status.is_open for action in actions):
        raise NotFound("anything that has ended")
    return say.has_ended(actions)


def _asked_about(work: UnitOfWork, subject: Mapping[str, object]) -> list[Action]:
    """The actions asked about, of a live plan this person may see still. Raises `NotFound`."""
    held = subject["actions"]
    ids = [ActionId(int(one)) for one in held] if isinstance(held, list) else []
    person = work.people.get(PersonId(int(str(subject["person"]))))
    plan = work.plans.holding(ids[0])
    found = [action for action in actions_shown(person, plan) if action.id in ids]
    if plan.state is not PlanState.LIVE or len(found) < len(ids) or not sees_plan(work, person, plan):
        raise NotFound("a live plan that this is of")
    return found
