"""Who may do what. Twins: `can_…` answers, `check_can_…` raises `NotAllowed` and says who may instead.

Nothing else in the project decides access, and every right is asked when the act happens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.errors import NotAllowed
from bot.partnership import Partnership, Person, PersonId
from bot.plan import Action, ActionPlan

PersonOf = Callable[[PersonId], Person]
"""Looks a person up by id, to name those who may."""


def is_board(person: Person, partnership: Partnership) -> bool:
    """Whether the person is a chair or a board officer of this partnership."""
    return person.id in (*partnership.chairs, *partnership.officers)


def can_see(person: Person, partnership: Partnership, plans: tuple[ActionPlan, ...]) -> bool:
    """Read status and history: the board, and whoever leads an action of the partnership."""
    return is_board(person, partnership) or any(
        plan.partnership_id == partnership.id and plan.led_by(person.id) for plan in plans
    )


def check_can_see(person: Person, partnership: Partnership, plans: tuple[ActionPlan, ...]) -> None:
    """Raise unless the person may read this partnership's plans."""
    if not can_see(person, partnership, plans):
        raise NotAllowed("see the plan")


def can_update(person: Person, action: Action, partnership: Partnership) -> bool:
    """Say how an action stands: its leads, a chair, or a board officer."""
    return action.is_led_by(person.id) or is_board(person, partnership)


def check_can_update(person: Person, action: Action, partnership: Partnership) -> None:
    """Raise unless the person may update this action; its leads are named."""
    if not can_update(person, action, partnership):
        raise NotAllowed("update", action.ref, tuple(lead.name for lead in action.leads))


def can_reopen(person: Person, partnership: Partnership) -> bool:
    """Open a closed action again: a chair or a board officer."""
    return is_board(person, partnership)


def check_can_reopen(person: Person, action: Action, partnership: Partnership) -> None:
    """Raise unless the person may open this closed action again."""
    if not can_reopen(person, partnership):
        raise NotAllowed("reopen", action.ref)


def can_accept(person: Person, action: Action, partnership: Partnership, claimed_by: PersonId | None) -> bool:
    """Accept a "done": a chair or a board officer, never for an action they lead or claimed themselves."""
    return is_board(person, partnership) and not action.is_led_by(person.id) and person.id != claimed_by


def check_can_accept(
    person: Person,
    action: Action,
    partnership: Partnership,
    claimed_by: PersonId | None,
    person_of: PersonOf,
) -> None:
    """Raise unless the person may accept this claim; those who may are named."""
    if can_accept(person, action, partnership, claimed_by):
        return
    board = [
        person_of(person_id) for person_id in dict.fromkeys((*partnership.chairs, *partnership.officers))
    ]
    who_can = tuple(other.name for other in board if can_accept(other, action, partnership, claimed_by))
    raise NotAllowed("accept", action.ref, who_can)


def can_run(person: Person, partnership: Partnership) -> bool:
    """Settings, identities, go live: a board officer."""
    return person.id in partnership.officers


def check_can_run(person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person is a board officer of this partnership; the officers are named."""
    if not can_run(person, partnership):
        raise NotAllowed(
            "run", partnership.name, tuple(person_of(officer).name for officer in partnership.officers)
        )


def can_relay(person: Person, partnership: Partnership) -> bool:
    """Enter what somebody said elsewhere, in both names: a chair or a board officer."""
    return is_board(person, partnership)


def check_can_relay(person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may enter somebody else's words; those who may are named."""
    if not can_relay(person, partnership):
        names = tuple(one.name for one in _board(partnership, person_of))
        raise NotAllowed("relay", partnership.name, names)


def can_arrange_cover(person: Person, absent: Person, partnerships: tuple[Partnership, ...]) -> bool:
    """Say when somebody is away and who answers meanwhile: they themselves, or whoever is board officer of
    every partnership they are of, since a deputy reads and answers in all of them."""
    return person.id == absent.id or (
        bool(partnerships) and all(person.id in one.officers for one in partnerships)
    )


def check_can_arrange_cover(
    person: Person, absent: Person, partnerships: tuple[Partnership, ...], person_of: PersonOf
) -> None:
    """Raise unless the person may note this absence; the lead and the officers are named."""
    if not can_arrange_cover(person, absent, partnerships):
        officers = dict.fromkeys(officer for one in partnerships for officer in one.officers)
        raise NotAllowed(
            "arrange cover", absent.name, (absent.name, *(person_of(one).name for one in officers))
        )


def can_share(person: Person, partnership: Partnership) -> bool:
    """Show a status to the whole channel: a chair or a board officer."""
    return is_board(person, partnership)


def check_can_share(person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may share in the channel; those who may are named."""
    if not can_share(person, partnership):
        board = dict.fromkeys((*partnership.chairs, *partnership.officers))
        raise NotAllowed("share", partnership.name, tuple(person_of(member).name for member in board))


def can_ask_more_time(person: Person, action: Action) -> bool:
    """Ask the board for more time: a lead of the action."""
    return action.is_led_by(person.id)


def check_can_ask_more_time(person: Person, action: Action) -> None:
    """Raise unless the person leads this action; its leads are named."""
    if not can_ask_more_time(person, action):
        raise NotAllowed("ask more time", action.ref, tuple(lead.name for lead in action.leads))


def can_decide_extension(
    person: Person, action: Action, partnership: Partnership, asked_by: PersonId
) -> bool:
    """Grant or refuse more time: a chair or a board officer, never for an action they lead or asked for."""
    return is_board(person, partnership) and not action.is_led_by(person.id) and person.id != asked_by


def check_can_decide_extension(
    person: Person,
    action: Action,
    partnership: Partnership,
    asked_by: PersonId,
    person_of: PersonOf,
) -> None:
    """Raise unless the person may decide this request; those who may are named."""
    if can_decide_extension(person, action, partnership, asked_by):
        return
    who_can = tuple(
        other.name
        for other in _board(partnership, person_of)
        if can_decide_extension(other, action, partnership, asked_by)
    )
    raise NotAllowed("decide more time", action.ref, who_can)


def _board(partnership: Partnership, person_of: PersonOf) -> tuple[Person, ...]:
    return tuple(person_of(member) for member in dict.fromkeys((*partnership.chairs, *partnership.officers)))


def can_export(person: Person, plan: ActionPlan, partnership: Partnership) -> bool:
    """Take a plan away as a file: the board the whole of it, a lead their own actions."""
    return is_board(person, partnership) or bool(plan.led_by(person.id))


def check_can_export(person: Person, plan: ActionPlan, partnership: Partnership) -> None:
    """Raise unless the person may take at least some of this plan away."""
    if not can_export(person, plan, partnership):
        raise NotAllowed("export", plan.title)


def can_make_paper(person: Person, partnership: Partnership) -> bool:
    """Have a paper made for a meeting: a chair or a board officer."""
    return is_board(person, partnership)


def check_can_make_paper(person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may have papers made; those who may are named."""
    if not can_make_paper(person, partnership):
        raise NotAllowed("make a paper", partnership.name, _names(partnership, person_of))


def can_ask_update(person: Person, partnership: Partnership) -> bool:
    """Ask a lead for one update now: a chair or a board officer."""
    return is_board(person, partnership)


def check_can_ask_update(
    person: Person, action: Action, partnership: Partnership, person_of: PersonOf
) -> None:
    """Raise unless the person may ask a lead for an update now; those who may are named."""
    if not can_ask_update(person, partnership):
        raise NotAllowed("ask for an update", action.ref, _names(partnership, person_of))


def can_take_blocker(person: Person, partnership: Partnership) -> bool:
    """Take a blocker on: a chair or a board officer."""
    return is_board(person, partnership)


def check_can_take_blocker(
    person: Person, action: Action, partnership: Partnership, person_of: PersonOf
) -> None:
    """Raise unless the person may take a blocker on; those who may are named."""
    if not can_take_blocker(person, partnership):
        raise NotAllowed("take a blocker", action.ref, _names(partnership, person_of))


def can_ask_group(person: Person, action: Action, partnership: Partnership) -> bool:
    """Ask a group to help with an action: its leads, a chair, or a board officer."""
    return can_update(person, action, partnership)


def check_can_ask_group(person: Person, action: Action, partnership: Partnership) -> None:
    """Raise unless the person may ask others to help with this action; its leads are named."""
    check_can_update(person, action, partnership)


def can_withdraw(person: Person, partnership: Partnership) -> bool:
    """Take an action out of the plan, or say what took its place: a chair or a board officer."""
    return is_board(person, partnership)


def check_can_withdraw(person: Person, action: Action, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may withdraw this action; those who may are named."""
    if not can_withdraw(person, partnership):
        raise NotAllowed("withdraw", action.ref, _names(partnership, person_of))


def can_correct(person: Person, partnership: Partnership) -> bool:
    """Set right a first date that was transcribed wrongly: a board officer."""
    return can_run(person, partnership)


def check_can_correct(person: Person, action: Action, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may correct the plan's dates; the officers are named."""
    if not can_correct(person, partnership):
        officers = tuple(person_of(officer).name for officer in partnership.officers)
        raise NotAllowed("correct", action.ref, officers)


def can_record(person: Person, partnership: Partnership) -> bool:
    """Put a decision or a new action on record: a chair or a board officer."""
    return is_board(person, partnership)


def check_can_record(person: Person, partnership: Partnership, person_of: PersonOf) -> None:
    """Raise unless the person may record what the board decides; those who may are named."""
    if not can_record(person, partnership):
        raise NotAllowed("record a decision", partnership.name, _names(partnership, person_of))


def _names(partnership: Partnership, person_of: PersonOf) -> tuple[str, ...]:
    return tuple(member.name for member in _board(partnership, person_of))


def can_erase(by: Person, person: Person, partnerships: Sequence[Partnership]) -> bool:
    """Ask that somebody be erased: a chair or a board officer of any partnership here, never of oneself."""
    return by.is_active and by.id != person.id and any(is_board(by, one) for one in partnerships)


def check_can_erase(
    by: Person, person: Person, partnerships: Sequence[Partnership], person_of: PersonOf
) -> None:
    """Raise unless they may ask for this erasure; those who may are named."""
    if not can_erase(by, person, partnerships):
        board = (one for partnership in partnerships for one in _board(partnership, person_of))
        who = dict.fromkeys(one.name for one in board if can_erase(one, person, partnerships))
        raise NotAllowed("erase", person.name, tuple(who))


def can_confirm_erasure(
    by: Person, person: Person, asked_by: PersonId, partnerships: Sequence[Partnership]
) -> bool:
    """Confirm it: a second one of them."""
    return can_erase(by, person, partnerships) and by.id != asked_by


def check_can_confirm_erasure(
    by: Person, person: Person, asked_by: PersonId, partnerships: Sequence[Partnership], person_of: PersonOf
) -> None:
    """Raise unless they may be the second of the two; those who may are named."""
    if not can_confirm_erasure(by, person, asked_by, partnerships):
        board = (one for partnership in partnerships for one in _board(partnership, person_of))
        may = (one for one in board if can_confirm_erasure(one, person, asked_by, partnerships))
        raise NotAllowed("confirm an erasure", person.name, tuple(dict.fromkeys(one.name for one in may)))
