"""Rights over what is one person's: their absence, and their part of the record."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import NotAllowed
from bot.partnership import Partnership, Person, PersonId
from bot.permissions.asking import About, PersonOf, board_who_may, may, refusal
from bot.permissions.matrix import Right


def can_arrange_cover(person: Person, absent: Person, partnerships: tuple[Partnership, ...]) -> bool:
    """Say when somebody is away and who answers meanwhile: they themselves, or whoever is board officer of
    every partnership they are of, since a deputy reads and answers in all of them."""
    if person.id == absent.id:
        return person.is_active
    return bool(partnerships) and all(may(Right.ARRANGE_COVER, person, About(one)) for one in partnerships)


def check_can_arrange_cover(
    person: Person, absent: Person, partnerships: tuple[Partnership, ...], person_of: PersonOf
) -> None:
    """Raise unless the person may note this absence; the lead and the officers are named."""
    if can_arrange_cover(person, absent, partnerships):
        return
    who_can = [absent.name]
    for one in partnerships:
        who_can += board_who_may(Right.ARRANGE_COVER, About(one), person_of)
    if not partnerships:
        raise NotAllowed(Right.ARRANGE_COVER.value, absent.name, tuple(who_can))
    raise refusal(Right.ARRANGE_COVER, person, About(partnerships[0]), absent.name, who_can)


def can_erase(by: Person, person: Person, partnerships: Sequence[Partnership]) -> bool:
    """Ask that somebody be erased: a chair or a board officer of any partnership here, never of oneself."""
    return any(may(Right.ERASE, by, _erasure(one, (person.id,))) for one in partnerships)


def check_can_erase(
    by: Person, person: Person, partnerships: Sequence[Partnership], person_of: PersonOf
) -> None:
    """Raise unless they may ask for this erasure; those who may are named."""
    _check_erasure("erase", by, person, partnerships, (person.id,), person_of)


def can_confirm_erasure(
    by: Person, person: Person, asked_by: PersonId, partnerships: Sequence[Partnership]
) -> bool:
    """Confirm it: a second one of them."""
    return can_erase(by, person, partnerships) and by.id != asked_by


def check_can_confirm_erasure(
    by: Person, person: Person, asked_by: PersonId, partnerships: Sequence[Partnership], person_of: PersonOf
) -> None:
    """Raise unless they may be the second of the two; those who may are named."""
    _check_erasure("confirm an erasure", by, person, partnerships, (person.id, asked_by), person_of)


def _erasure(partnership: Partnership, never: Sequence[PersonId]) -> About:
    return About(partnership, done_by=frozenset(never))


def _check_erasure(
    act: str,
    by: Person,
    person: Person,
    partnerships: Sequence[Partnership],
    never: Sequence[PersonId],
    person_of: PersonOf,
) -> None:
    abouts = [_erasure(one, never) for one in partnerships]
    if not any(may(Right.ERASE, by, about) for about in abouts):
        who = [name for about in abouts for name in board_who_may(Right.ERASE, about, person_of)]
        raise NotAllowed(act, person.name, tuple(dict.fromkeys(who)))
