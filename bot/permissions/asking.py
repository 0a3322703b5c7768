"""Whether a person has a right: their roles towards what it is asked of, looked up in the matrix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.errors import NotAllowed
from bot.partnership import AccountKind, Partnership, Person, PersonId
from bot.permissions.matrix import MATRIX, WHEN, Extent, Right, Role
from bot.plan import Action, ActionPlan

PersonOf = Callable[[PersonId], Person]
"""Looks a person up by id, to name those who may."""


@dataclass(frozen=True, slots=True)
class About:
    """What a right is asked of: an action, or else plans, of a partnership. `done_by` asked for, claimed or
    entered what is to be decided; `is_in_channel` when it is asked in the partnership's own channel."""

    partnership: Partnership
    action: Action | None = None
    plans: tuple[ActionPlan, ...] = ()
    done_by: frozenset[PersonId] = frozenset()
    is_in_channel: bool = False


def roles_of(person: Person, about: About) -> frozenset[Role]:
    """What this person is to what is asked about. Somebody who has left is nothing."""
    if not person.is_active:
        return frozenset()
    led = _led(person, about)
    if person.account_kind is not AccountKind.MEMBER:
        return frozenset({Role.GUEST} if led else ())
    held = {
        Role.CHAIR: person.id in about.partnership.chairs,
        Role.OFFICER: person.id in about.partnership.officers,
        Role.LEAD: any(action.spoken_for_by(person.id) is None for action in led),
        Role.DEPUTY: any(action.spoken_for_by(person.id) is not None for action in led),
        Role.MEMBER: about.is_in_channel,
    }
    return frozenset(role for role, holds in held.items() if holds)


def may(right: Right, person: Person, about: About) -> bool:
    """Whether any of the person's roles gives the right, as far as it reaches."""
    return any(_reaches(MATRIX[right][role], person, about) for role in roles_of(person, about))


def stands(right: Right, plan: ActionPlan) -> bool:
    """Whether the right can be used of a plan in this state at all."""
    return plan.state in WHEN[right]


def refusal(
    right: Right, person: Person, about: About, subject: str = "", who_can: Sequence[str] = ()
) -> NotAllowed:
    """The error that says no, who can, and, in ids alone, of what."""
    return NotAllowed(
        right.value,
        subject,
        tuple(dict.fromkeys(who_can)),
        partnership=about.partnership.id,
        action=about.action.id if about.action is not None else None,
        is_guest=person.is_active and person.account_kind is not AccountKind.MEMBER,
    )


def board_who_may(right: Right, about: About, person_of: PersonOf) -> tuple[str, ...]:
    """The names of the chairs and board officers who have this right."""
    members = dict.fromkeys((*about.partnership.chairs, *about.partnership.officers))
    board = [person_of(member) for member in members]
    return tuple(one.name for one in board if may(right, one, about))


def _led(person: Person, about: About) -> tuple[Action, ...]:
    if about.action is not None:
        return (about.action,) if about.action.is_led_by(person.id) else ()
    own = (plan for plan in about.plans if plan.partnership_id == about.partnership.id)
    return tuple(action for plan in own for action in plan.led_by(person.id))


def _reaches(extent: Extent, person: Person, about: About) -> bool:
    if extent is Extent.OWN:
        return bool(_led(person, about))
    if extent is Extent.OTHERS:
        return not _led(person, about) and person.id not in about.done_by
    return extent is Extent.YES
