"""Changing the plan itself: its actions, numbers, leads and words. An officer does, the others propose."""

from __future__ import annotations

from bot.partnership import Partnership, Person
from bot.permissions.asking import About, PersonOf, board_who_may, may, refusal
from bot.permissions.matrix import Right
from bot.plan import ActionPlan


def can_amend(person: Person, partnership: Partnership) -> bool:
    """Change the plan: a board officer."""
    return may(Right.AMEND, person, About(partnership))


def check_can_amend(person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may change the plan; the officers are named."""
    about = About(partnership)
    if not may(Right.AMEND, person, about):
        who_can = board_who_may(Right.AMEND, about, person_of)
        raise refusal(Right.AMEND, person, about, partnership.name, who_can)


def can_propose_amendment(person: Person, plan: ActionPlan, partnership: Partnership) -> bool:
    """Have the officers asked to: the chairs, and who leads or stands in for an action of the plan."""
    return may(Right.PROPOSE_AMENDMENT, person, About(partnership, plans=(plan,)))


def check_can_propose_amendment(
    person: Person, plan: ActionPlan, partnership: Partnership, person_of: PersonOf
) -> None:
    """Raise unless the person's words may go to the officers; those are named."""
    about = About(partnership, plans=(plan,))
    if not may(Right.PROPOSE_AMENDMENT, person, about):
        who_can = board_who_may(Right.AMEND, about, person_of)
        raise refusal(Right.PROPOSE_AMENDMENT, person, about, partnership.name, who_can)
