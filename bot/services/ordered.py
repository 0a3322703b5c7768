"""An order with who gives it and what they can see, and the one action a number means to them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation import MessageId
from bot.errors import NotFound, SeveralActions
from bot.orders import Order
from bot.partnership import Partnership, Person
from bot.permissions import is_board
from bot.plan import Action
from bot.ports import UnitOfWork
from bot.services.places import Place, place_of
from bot.services.view import View


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order being carried out. `message_id` is None when it was typed as a command."""

    work: UnitOfWork
    person: Person
    order: Order
    view: View
    message_id: MessageId | None

    def place(self, ref: str | None = None) -> Place:
        """Where the action of this number stands. Raises `NotFound` or `SeveralActions`."""
        return place_of(self.work, one_action(self.view, self.person, ref or self.order.ref).id)

    def boards(self) -> tuple[Partnership, ...]:
        """The partnerships in view whose board this person sits on."""
        seen = dict.fromkeys(partnership for _, partnership in self.view.plans)
        return tuple(one for one in seen if is_board(self.person, one))


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
