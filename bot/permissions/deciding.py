"""What the board decides of an action: never of one's own asking, claiming or entering."""

from __future__ import annotations

from collections.abc import Collection

from bot.partnership import Partnership, Person, PersonId
from bot.permissions.asking import About, PersonOf, board_who_may, may, refusal
from bot.permissions.matrix import Right
from bot.plan import Action


def can_accept(
    person: Person, action: Action, partnership: Partnership, claimed_by: Collection[PersonId]
) -> bool:
    """Accept a "done": a chair or a board officer, never for an action they lead, claimed, or entered the
    claim of for somebody else."""
    return may(Right.ACCEPT, person, _claim(action, partnership, claimed_by))


def check_can_accept(
    person: Person,
    action: Action,
    partnership: Partnership,
    claimed_by: Collection[PersonId],
    person_of: PersonOf,
) -> None:
    """Raise unless the person may accept this claim; those who may are named."""
    _check(Right.ACCEPT, person, _claim(action, partnership, claimed_by), action.ref, person_of)


def can_decide_extension(
    person: Person, action: Action, partnership: Partnership, asked_by: PersonId
) -> bool:
    """Grant or refuse more time: a chair or a board officer, never for an action they lead or asked for."""
    return may(Right.DECIDE_MORE_TIME, person, _claim(action, partnership, (asked_by,)))


def check_can_decide_extension(
    person: Person, action: Action, partnership: Partnership, asked_by: PersonId, person_of: PersonOf
) -> None:
    """Raise unless the person may decide this request; those who may are named."""
    about = _claim(action, partnership, (asked_by,))
    _check(Right.DECIDE_MORE_TIME, person, about, action.ref, person_of)


def can_reopen(person: Person, partnership: Partnership) -> bool:
    """Open a closed action again: a chair or a board officer."""
    return may(Right.REOPEN, person, About(partnership))


def check_can_reopen(person: Person, action: Action, partnership: Partnership) -> None:
    """Raise unless the person may open this closed action again."""
    about = About(partnership, action)
    if not may(Right.REOPEN, person, about):
        raise refusal(Right.REOPEN, person, about, action.ref)


def can_withdraw(person: Person, partnership: Partnership) -> bool:
    """Take an action out of the plan, or say what took its place: a chair or a board officer."""
    return may(Right.WITHDRAW, person, About(partnership))


def check_can_withdraw(person: Person, action: Action, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may withdraw this action; those who may are named."""
    _check(Right.WITHDRAW, person, About(partnership, action), action.ref, person_of)


def can_ask_update(person: Person, partnership: Partnership) -> bool:
    """Ask a lead for one update now: a chair or a board officer."""
    return may(Right.ASK_UPDATE, person, About(partnership))


def check_can_ask_update(
    person: Person, action: Action, partnership: Partnership, person_of: PersonOf
) -> None:
    """Raise unless the person may ask a lead for an update now; those who may are named."""
    _check(Right.ASK_UPDATE, person, About(partnership, action), action.ref, person_of)


def can_take_blocker(person: Person, partnership: Partnership) -> bool:
    """Take a blocker on: a chair or a board officer."""
    return may(Right.TAKE_BLOCKER, person, About(partnership))


def check_can_take_blocker(
    person: Person, action: Action, partnership: Partnership, person_of: PersonOf
) -> None:
    """Raise unless the person may take a blocker on; those who may are named."""
    _check(Right.TAKE_BLOCKER, person, About(partnership, action), action.ref, person_of)


def can_record(person: Person, partnership: Partnership) -> bool:
    """Put a decision or a new action on record: a chair or a board officer."""
    return may(Right.RECORD, person, About(partnership))


def check_can_record(person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may record what the board decides; those who may are named."""
    _check(Right.RECORD, person, About(partnership), partnership.name, person_of)


def _claim(action: Action, partnership: Partnership, done_by: Collection[PersonId]) -> About:
    return About(partnership, action, done_by=frozenset(done_by))


def _check(right: Right, person: Person, about: About, subject: str, person_of: PersonOf) -> None:
    if not may(right, person, about):
        raise refusal(right, person, about, subject, board_who_may(right, about, person_of))
