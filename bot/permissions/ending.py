"""Closing a plan takes two people: an officer who says what becomes of its actions, a chair who confirms."""

from __future__ import annotations

from dataclasses import replace

from bot.closing import Closing, End
from bot.partnership import Partnership, Person
from bot.permissions.asking import About, PersonOf, board_who_may, may, refusal
from bot.permissions.matrix import Right
from bot.plan import ActionPlan


def can_confirm_closing(person: Person, plan: ActionPlan, partnership: Partnership, closing: Closing) -> bool:
    """Confirm that a plan is closed: a chair who gave none of its ends, and leads nothing it ends as done."""
    return may(Right.CONFIRM_CLOSING, person, _about(plan, partnership, closing))


def check_can_confirm_closing(
    person: Person, plan: ActionPlan, partnership: Partnership, closing: Closing, person_of: PersonOf
) -> None:
    """Raise unless the person may confirm this closing; the chairs who may are named."""
    about = _about(plan, partnership, closing)
    if not may(Right.CONFIRM_CLOSING, person, about):
        who_can = board_who_may(Right.CONFIRM_CLOSING, about, person_of)
        raise refusal(Right.CONFIRM_CLOSING, person, about, plan.title, who_can)


def _about(plan: ActionPlan, partnership: Partnership, closing: Closing) -> About:
    done = {one.action_id for one in closing.ends if one.end is End.DONE}
    accepted = replace(plan, actions=tuple(action for action in plan.actions if action.id in done))
    said = frozenset((closing.begun_by, *(one.said_by for one in closing.ends)))
    return About(partnership, plans=(accepted,), done_by=said)
