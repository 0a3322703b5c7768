"""Whether completed actions have held: asked of the board when the day for it has come, together and once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.card import Answer, Card, Placement, Rule
from bot.changes import Verb
from bot.delivery import DeliveryKind
from bot.errors import NotFound
from bot.instants import instant, local_day
from bot.partnership import Partnership, Person
from bot.permissions import check_can_reopen
from bot.phrases import standing as say
from bot.plan import Action, ActionId, ActionPlan, ActionStatus
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.context.places import Place, Places, place_of
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.governance.standing_orders import open_again
from bot.services.updates.changing import change

TOGETHER = 5
"""As many are asked about in one message: after a pause many may have come due."""


def owe_checks(
    work: UnitOfWork, partnership: Partnership, plans: Sequence[ActionPlan], now: datetime
) -> None:
    """Ask the board of each completed action whose day has come whether it held: each once, those that came
    due together in one message."""
    today = local_day(now, partnership.zone)
    if now < instant(today, partnership.rhythm.ask_at, partnership.zone):
        return
    due = [
        action
        for plan in plans
        for action in plan.actions
        if action.check_on is not None and action.check_on <= today and action.status is ActionStatus.COMPLETE
    ]
    for member in dict.fromkeys((*partnership.chairs, *partnership.officers)) if due else ():
        person = work.people.get(member)
        if person.external_id is not None:
            _owe(work, partnership, person, person.external_id, due)


def _owe(
    work: UnitOfWork, partnership: Partnership, member: Person, account: str, due: Sequence[Action]
) -> None:
    keys = {action.id: f"held:{action.id}:{action.check_on}:{member.id}" for action in due}
    new = [one for one in keys if work.owing.find(account, DeliveryKind.NOTICE.value, keys[one]) is None]
    for start in range(0, len(new), TOGETHER):
        together = new[start : start + TOGETHER]
        for action_id in together:
            subject: dict[str, object] = {
                "say": "has_it_held",
                "action": int(action_id),
                "together": [int(one) for one in together],
            }
            notify(work, partnership, member, keys[action_id], subject)


def has_it_held(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    """The question about all that came due together, said by the first of them. Raises `NotFound` for the
    others, and where nothing is left to ask."""
    held = subject.get("together")
    together = [int(one) for one in held] if isinstance(held, list) else [int(str(subject["action"]))]
    if together[0] != int(str(subject["action"])):
        raise NotFound("anything more: it is asked with the others of its day")
    asked = _unanswered(work, [ActionId(one) for one in together])
    if not asked:
        raise NotFound("anything to check any more")
    return say.has_it_held([place.action for place in asked], today_of(work, asked[0].partnership))


def on_it_held(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """It held: nothing is asked again."""
    place = place_of(work, target.action)
    check_can_reopen(person, place.action, place.partnership)
    change(work, person, place, replace(place.action, check_on=None), Verb.HELD_CHECKED, words="it has held")
    return _answered(work, say.held(place.action, person.name), target)


def on_it_did_not_hold(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """It did not: the action is open again."""
    place = place_of(work, target.action)
    check_can_reopen(person, place.action, place.partnership)
    if place.action.status.is_open:
        return _answered(work, say.already(place.action), target)
    after = open_again(place.action)
    update_id = change(work, person, place, after, Verb.HELD_CHECKED, words="it did not hold")
    card = say.done(say.reopened(after, place.action.status), f"update:{update_id}")
    return _answered(work, card, target)


def _answered(work: UnitOfWork, card: Card, target: Target) -> Answer:
    """What came of one tap, above what is still asked of the others in the same message."""
    left = _unanswered(work, target.actions[1:])
    if not left:
        return Answer(card, Placement.REPLACE)
    rest = say.has_it_held([place.action for place in left], today_of(work, left[0].partnership))
    return Answer(Card(card.summary, (*card.pieces, Rule(), *rest.pieces)), Placement.REPLACE)


def _unanswered(work: UnitOfWork, ids: Sequence[ActionId]) -> list[Place]:
    places = Places(work)
    return [place for one in ids if (place := places.of(one)).action.check_on is not None]
