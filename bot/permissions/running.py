"""What a board officer does: settings, identities, going live, and setting a first date right."""

from __future__ import annotations

from bot.partnership import Partnership, Person
from bot.permissions.asking import About, PersonOf, board_who_may, may, refusal
from bot.permissions.matrix import Right
from bot.plan import Action


def can_run(person: Person, partnership: Partnership) -> bool:
    """Settings, identities, go live: a board officer."""
    return may(Right.RUN, person, About(partnership))


def check_can_run(person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person is a board officer of this partnership; the officers are named."""
    about = About(partnership)
    if not may(Right.RUN, person, about):
        who_can = board_who_may(Right.RUN, about, person_of)
        raise refusal(Right.RUN, person, about, partnership.name, who_can)


def can_correct(person: Person, partnership: Partnership) -> bool:
    """Set right a first date that was transcribed wrongly: a board officer."""
    return may(Right.CORRECT, person, About(partnership))


def check_can_correct(person: Person, action: Action, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may correct the plan's dates; the officers are named."""
    about = About(partnership, action)
    if not may(Right.CORRECT, person, about):
        who_can = board_who_may(Right.CORRECT, about, person_of)
        raise refusal(Right.CORRECT, person, about, action.ref, who_can)
