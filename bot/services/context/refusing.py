"""What becomes of a refusal: kindly said, with who can; on record, in ids; and silent of what is not seen.

This is the one place where `NotAllowed` turns into words.
"""

from __future__ import annotations

from datetime import timedelta

from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.conversation import MessageId
from bot.errors import LeadlineError, NotAllowed, NotFound
from bot.partnership import PartnershipId, Person, PersonId
from bot.permissions import actions_shown, can_see, is_board
from bot.permissions.asking import About, board_who_may
from bot.permissions.matrix import Right
from bot.phrases import refusals
from bot.plan import ActionId, ActionPlan, PlanId, PlanState
from bot.ports import UnitOfWork

ONCE_IN = timedelta(hours=1)
"""The same thing refused to the same person again within this is not put on record again."""


_THE_BOARDS = frozenset({Right.REOPEN.value, Right.WITHDRAW.value, Right.EXPORT.value})
"""What the board may do whose check does not name it."""


def refused(
    work: UnitOfWork,
    person: Person | None,
    error: LeadlineError,
    *,
    message_id: MessageId | None = None,
    channel: str | None = None,
) -> Card:
    """What is said of an error; a refusal is put on record, and names nothing that this person cannot see.
    `channel` is where they spoke, when that was a channel."""
    if isinstance(error, NotAllowed):
        note(work, person, error, message_id)
        error = _as_told(work, person, error, channel)
    return refusals.refused(error)


def note(
    work: UnitOfWork, person: Person | None, error: NotAllowed, message_id: MessageId | None = None
) -> None:
    """Put a refusal on the chain of the partnership it is of: who, what and of which action, in ids."""
    if error.partnership is None:
        return
    actor = person.id if person is not None else None
    before = work.audit.refusals(error.partnership, work.now - ONCE_IN)
    if any((one.actor, one.act, one.action_id) == (actor, error.act, error.action) for one in before):
        return
    about = f"action:{error.action}" if error.action is not None else f"partnership:{error.partnership}"
    values: dict[str, object] = {"act": error.act}
    if message_id is not None:
        values["message"] = message_id
    work.audit.append(AuditEvent(error.partnership, Verb.REFUSED, actor, about, values), work.now)


def _as_told(work: UnitOfWork, person: Person | None, error: NotAllowed, channel: str | None) -> NotAllowed:
    """The refusal with the names of those who can, or without any where its plan is not in view."""
    if error.is_guest:
        return error
    if not _knows_of(work, person, error, channel):
        return NotAllowed("see the plan")
    if error.partnership is None or error.who_can or error.act not in _THE_BOARDS:
        return error
    return NotAllowed(error.act, error.subject, _board_who_may(work, error.act, error.partnership))


def _board_who_may(work: UnitOfWork, act: str, partnership_id: PartnershipId) -> tuple[str, ...]:
    about = About(work.partnerships.get(partnership_id))
    return board_who_may(Right(act), about, work.people.get)


def not_allowed_here(work: UnitOfWork, person: Person, act: str) -> NotAllowed:
    """The refusal of what only board officers do, of no plan in particular: naming those of the plans this
    person knows of, drafts they lead in among them, and put to the account of the first partnership."""
    seen = [one for one in work.partnerships.all() if sees(work, person, one.id)]
    officers = dict.fromkeys(officer for one in seen for officer in one.officers)
    who_can = tuple(work.people.get(officer).name for officer in officers)
    return NotAllowed(act, "", who_can, partnership=next((one.id for one in seen), None))


def not_yours(
    work: UnitOfWork, whose: PersonId, plan_id: PlanId | None, action_id: ActionId | None = None
) -> NotAllowed:
    """The refusal of what is somebody else's to answer."""
    partnership = work.plans.get(plan_id).partnership_id if plan_id is not None else None
    who_can = (work.people.get(whose).name,)
    return NotAllowed("settle", "", who_can, partnership=partnership, action=action_id)


def sees(work: UnitOfWork, person: Person, partnership_id: PartnershipId, channel: str | None = None) -> bool:
    """Whether a person may know of a partnership: of its board, a lead of a plan, or in its channel."""
    partnership = work.partnerships.get(partnership_id)
    plans = tuple(plan for plan in work.plans.all() if plan.partnership_id == partnership_id)
    is_here = channel is not None and partnership.channel == channel
    return is_board(person, partnership) or can_see(person, partnership, plans, is_in_channel=is_here)


def sees_plan(work: UnitOfWork, person: Person, plan: ActionPlan, channel: str | None = None) -> bool:
    """Whether a person may know of a plan: of a restricted one and a draft, only its leads and its board."""
    partnership = work.partnerships.get(plan.partnership_id)
    if plan.is_restricted or plan.state is PlanState.DRAFT:
        return can_see(person, partnership, (plan,))
    is_here = channel is not None and partnership.channel == channel
    beside = (one for one in work.plans.all() if not one.is_restricted and one.state is not PlanState.DRAFT)
    return can_see(person, partnership, tuple(beside), is_in_channel=is_here)


def _knows_of(work: UnitOfWork, person: Person | None, error: NotAllowed, channel: str | None) -> bool:
    if error.partnership is None:
        return True
    if person is None:
        return False
    if error.action is None:
        return sees(work, person, error.partnership, channel)
    try:
        plan = work.plans.holding(error.action)
    except NotFound:
        return False
    shown = {action.id for action in actions_shown(person, plan)}
    return error.action in shown and sees_plan(work, person, plan, channel)
