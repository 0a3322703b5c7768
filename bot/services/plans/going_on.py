""" "Done, but some work goes on": kept as a note beside the action, or as a new one of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.card import Answer, Form, FormErrors, Placement
from bot.changes import Verb
from bot.errors import NotFound
from bot.going_on import work_that_goes_on
from bot.orders import Order, OrderKind
from bot.partnership import Person
from bot.permissions import check_can_update
from bot.phrases import going_on as say
from bot.ports import UnitOfWork
from bot.services.context.ordered import Ordered
from bot.services.context.places import Place, place_of
from bot.services.context.targets import Target
from bot.services.context.view import view_of
from bot.services.plans.amend import on_add
from bot.services.updates.changing import change
from bot.services.updates.record_update import check_is_own


def _place(work: UnitOfWork, person: Person, target: Target) -> tuple[Place, str]:
    """The action an update of this person reported done, and the update's words."""
    if not target.updates:
        raise NotFound("the update this button was for")
    update = work.updates.get(target.updates[0])
    check_is_own(work, person, update)
    if update.action_id is None:
        raise NotFound("the action this is about")
    place = place_of(work, update.action_id)
    check_can_update(person, place.action, place.partnership)
    return place, update.words


def on_work_goes_on(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks what goes on, and how it is to be kept."""
    place, words = _place(work, person, target)
    return say.form(place.action, f"update:{target.updates[0]}", work_that_goes_on(words) or "")


def save_work_goes_on(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Keep it where it was asked to be kept."""
    place, _ = _place(work, person, target)
    what, when = (" ".join(answers.get(name, "").split()).strip(" .,") for name in ("what", "when"))
    if answers.get("kept") == say.AS_ACTION:
        by = f", by {when}" if when else ""
        order = Order(OrderKind.ADD_TO_PLAN, words=f"{what}, lead {person.name}{by}")
        card = on_add(Ordered(work, person, order, view_of(work, person), None))
        return Answer(card, Placement.PRIVATE)
    after = replace(place.action, status_text=say.CONTINUING, narrative=what)
    change(work, person, place, after, Verb.UPDATE_CONFIRMED, words=what)
    return Answer(say.noted(after), Placement.PRIVATE)
