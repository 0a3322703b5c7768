""" "Done, but some work goes on": kept as a note beside the action, or as a new one of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.card import Answer, Form, FormErrors, Placement
from bot.changes import Verb
from bot.going_on import work_that_goes_on
from bot.orders import Order, OrderKind
from bot.partnership import Person
from bot.phrases import going_on as say
from bot.ports import UnitOfWork
from bot.services.context.ordered import Ordered
from bot.services.context.targets import Target
from bot.services.context.view import view_of
from bot.services.plans.amend import on_add
from bot.services.updates.changing import change
from bot.services.updates.own_update import own_update


def on_work_goes_on(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks what goes on, and how it is to be kept."""
    place, update = own_update(work, person, target)
    return say.form(place.action, f"update:{target.updates[0]}", work_that_goes_on(update.words) or "")


def save_work_goes_on(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Keep it where it was asked to be kept."""
    place, _ = own_update(work, person, target)
    what, when = (" ".join(answers.get(name, "").split()).strip(" .,") for name in ("what", "when"))
    if answers.get("kept") == say.AS_ACTION:
        by = f", by {when}" if when else ""
        order = Order(OrderKind.ADD_TO_PLAN, words=f"{what}, lead {person.name}{by}")
        card = on_add(Ordered(work, person, order, view_of(work, person), None))
        return Answer(card, Placement.PRIVATE)
    after = replace(place.action, status_text=say.CONTINUING, narrative=what)
    change(work, person, place, after, Verb.UPDATE_CONFIRMED, words=what)
    return Answer(say.noted(after), Placement.PRIVATE)
