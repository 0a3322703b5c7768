"""To say how an action stands, to ask for something about it, and to do so for somebody else."""

from __future__ import annotations

from bot.partnership import Partnership, Person
from bot.permissions.asking import About, PersonOf, board_who_may, may, refusal
from bot.permissions.matrix import Right
from bot.plan import Action


def can_update(person: Person, action: Action, partnership: Partnership) -> bool:
    """Say how an action stands: its leads, a chair, or a board officer."""
    return may(Right.UPDATE, person, About(partnership, action))


def check_can_update(person: Person, action: Action, partnership: Partnership) -> None:
    """Raise unless the person may update this action; its leads are named."""
    _check_lead(Right.UPDATE, person, action, partnership)


def can_ask_more_time(person: Person, action: Action, partnership: Partnership) -> bool:
    """Ask the board for more time: a lead of the action."""
    return may(Right.ASK_MORE_TIME, person, About(partnership, action))


def check_can_ask_more_time(person: Person, action: Action, partnership: Partnership) -> None:
    """Raise unless the person leads this action; its leads are named."""
    _check_lead(Right.ASK_MORE_TIME, person, action, partnership)


def can_ask_group(person: Person, action: Action, partnership: Partnership) -> bool:
    """Ask a group to help with an action: its leads, a chair, or a board officer."""
    return may(Right.ASK_GROUP, person, About(partnership, action))


def check_can_ask_group(person: Person, action: Action, partnership: Partnership) -> None:
    """Raise unless the person may ask others to help with this action; its leads are named."""
    _check_lead(Right.ASK_GROUP, person, action, partnership)


def can_relay(person: Person, partnership: Partnership) -> bool:
    """Enter what somebody said elsewhere, in both names: a board officer."""
    return may(Right.RELAY, person, About(partnership))


def check_can_relay(person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may enter somebody else's words; those who may are named."""
    about = About(partnership)
    if not may(Right.RELAY, person, about):
        who_can = board_who_may(Right.RELAY, about, person_of)
        raise refusal(Right.RELAY, person, about, partnership.name, who_can)


def _check_lead(right: Right, person: Person, action: Action, partnership: Partnership) -> None:
    about = About(partnership, action)
    if not may(right, person, about):
        raise refusal(right, person, about, action.ref, [lead.name for lead in action.leads])
