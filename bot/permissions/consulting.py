"""To ask members of a body for the view of those they speak for, and to give such a view."""

from __future__ import annotations

from bot.partnership import Partnership, Person
from bot.permissions.asking import About, PersonOf, board_who_may, may, refusal
from bot.permissions.matrix import MATRIX, Extent, Right, Role
from bot.views import Capacity


def can_ask_views(person: Person, partnership: Partnership) -> bool:
    """Ask members for views: a chair or a board officer."""
    return may(Right.ASK_VIEWS, person, About(partnership))


def check_can_ask_views(person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may ask for views; those who may are named."""
    about = About(partnership)
    if not may(Right.ASK_VIEWS, person, about):
        who_can = board_who_may(Right.ASK_VIEWS, about, person_of)
        raise refusal(Right.ASK_VIEWS, person, about, partnership.name, who_can)


def can_give_view(person: Person, capacity: Capacity | None) -> bool:
    """Give a member's view: the member, their supporter, or who stands in for them, as the seats and absences
    of the day say (`bot.views.capacity_of`); a guest's account does not matter."""
    return person.is_active and capacity is not None and MATRIX[Right.GIVE_VIEW][Role.MEMBER] is Extent.OWN


def check_can_give_view(
    person: Person, capacity: Capacity | None, member: Person, partnership: Partnership
) -> None:
    """Raise unless the person may give this member's view; nobody else is named."""
    if not can_give_view(person, capacity):
        raise refusal(Right.GIVE_VIEW, person, About(partnership), member.name)
