"""To see a plan, to take it away as a file, and to show it to others."""

from __future__ import annotations

from bot.partnership import AccountKind, Partnership, Person
from bot.permissions.asking import About, PersonOf, board_who_may, may, refusal, roles_of
from bot.permissions.matrix import Right, Role
from bot.plan import Action, ActionPlan


def is_board(person: Person, partnership: Partnership) -> bool:
    """Whether the person is a chair or a board officer of this partnership."""
    return bool(roles_of(person, About(partnership)) & {Role.CHAIR, Role.OFFICER})


def can_see(
    person: Person, partnership: Partnership, plans: tuple[ActionPlan, ...], *, is_in_channel: bool = False
) -> bool:
    """Read status and history: the board, whoever leads an action of these plans, and, where it is asked in
    the partnership's channel, whoever is in it."""
    return may(Right.SEE, person, About(partnership, plans=plans, is_in_channel=is_in_channel))


def check_can_see(
    person: Person, partnership: Partnership, plans: tuple[ActionPlan, ...], *, is_in_channel: bool = False
) -> None:
    """Raise unless the person may read these plans; nothing is said of them."""
    about = About(partnership, plans=plans, is_in_channel=is_in_channel)
    if not may(Right.SEE, person, about):
        raise refusal(Right.SEE, person, about)


def actions_shown(person: Person, plan: ActionPlan) -> tuple[Action, ...]:
    """Of a plan this person may see: every action, but for a guest those they lead or stand in for."""
    return plan.actions if person.account_kind is AccountKind.MEMBER else plan.led_by(person.id)


def can_export(person: Person, plan: ActionPlan, partnership: Partnership) -> bool:
    """Take a plan away as a file: the board the whole of it, a lead their own actions."""
    return may(Right.EXPORT, person, About(partnership, plans=(plan,)))


def check_can_export(person: Person, plan: ActionPlan, partnership: Partnership) -> None:
    """Raise unless the person may take at least some of this plan away."""
    if not can_export(person, plan, partnership):
        raise refusal(Right.EXPORT, person, About(partnership, plans=(plan,)), plan.title)


def can_share(person: Person, partnership: Partnership) -> bool:
    """Show a status to the whole channel: a chair or a board officer."""
    return may(Right.SHARE, person, About(partnership))


def check_can_share(person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may share in the channel; those who may are named."""
    _check_board(Right.SHARE, person, partnership, person_of)


def can_make_paper(person: Person, partnership: Partnership) -> bool:
    """Have a paper made for a meeting: a chair or a board officer."""
    return may(Right.MAKE_PAPER, person, About(partnership))


def check_can_make_paper(person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may have papers made; those who may are named."""
    _check_board(Right.MAKE_PAPER, person, partnership, person_of)


def _check_board(right: Right, person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    about = About(partnership)
    if not may(right, person, about):
        raise refusal(right, person, about, partnership.name, board_who_may(right, about, person_of))
