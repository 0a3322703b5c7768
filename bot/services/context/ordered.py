"""An order with who gives it and what they can see, and the one action a number means to them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation import MessageId
from bot.errors import NotFound, SeveralActions
from bot.orders import Order
from bot.partnership import Partnership, Person
from bot.permissions import can_run, check_can_run, is_board
from bot.plan import Action, ActionPlan
from bot.ports import UnitOfWork
from bot.services.context.places import Place, place_of
from bot.services.context.view import View


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order being carried out. `message_id` is None when it was typed as a command; `channels` are those
    its words name, in lower case, each with its external id."""

    work: UnitOfWork
    person: Person
    order: Order
    view: View
    message_id: MessageId | None
    channels: tuple[tuple[str, str], ...] = ()

    def place(self, ref: str | None = None) -> Place:
        """Where the action of this number stands. Raises `NotFound` or `SeveralActions`."""
        return place_of(self.work, one_action(self.view, self.person, ref or self.order.ref).id)

    def boards(self) -> tuple[Partnership, ...]:
        """The partnerships in view whose board this person sits on."""
        seen = dict.fromkeys(partnership for _, partnership in self.view.plans)
        return tuple(one for one in seen if is_board(self.person, one))


def plan_run(ordered: Ordered) -> tuple[ActionPlan, Partnership]:
    """The live plan the order names, or the only one this person runs. Raises `NotAllowed`, `NotFound`, or
    `SeveralActions` when it could be more than one."""
    wanted = ordered.order.other.casefold()
    people = ordered.work.people
    named = [entry for entry in ordered.view.plans if not wanted or wanted in entry[0].title.casefold()]
    runs = [entry for entry in named if can_run(ordered.person, entry[1])]
    if not runs:
        for _, partnership in named[:1]:
            check_can_run(ordered.person, partnership, people.get)
        raise NotFound("a plan of that name whose board you sit on")
    if len(runs) > 1:
        raise SeveralActions("The plan", tuple(plan.title for plan, _ in runs))
    return runs[0]


def one_action(view: View, person: Person, ref: str) -> Action:
    """The one action a number means to this person: exactly, or the only line under it."""
    found = view.with_ref(ref)
    if len(found) > 1:
        found = tuple(action for action in found if action.is_led_by(person.id)) or found
    if len(found) == 1:
        return found[0]
    if found:
        raise SeveralActions(ref, tuple(f"{action.ref} of {_title(view, action)}" for action in found))
    lines = tuple(action for action in view.actions() if _is_line(action.ref, ref))
    if len(lines) == 1:
        return lines[0]
    if lines:
        raise SeveralActions(ref, tuple(action.ref for action in lines))
    raise NotFound(ref or "an action of that number")


def _is_line(ref: str, wanted: str) -> bool:
    rest = ref[len(wanted) :]
    return bool(wanted) and ref.casefold().startswith(wanted.casefold()) and rest.isalpha()


def _title(view: View, action: Action) -> str:
    return next(plan.title for plan, _ in view.plans if plan.id == action.plan_id)
