"""What a button acts on must be in view of whoever presses it, and its plan be one that may still change.

A button carries ids, and whoever forges one may carry any. What is not in view is answered exactly as what
there is not, so that nobody learns of it; the attempt is on record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from bot.card import Act
from bot.errors import AlreadySettled, NotAllowed, NotFound
from bot.governance import HelpId
from bot.partnership import PartnershipId, Person
from bot.permissions import actions_shown, can_ask_views, can_give_view
from bot.permissions.asking import stands
from bot.permissions.matrix import Right
from bot.plan import ActionId, ActionPlan, PlanId, PlanState
from bot.ports import UnitOfWork
from bot.services.context.closed_plans import check_not_closed
from bot.services.context.refusing import note, sees, sees_plan
from bot.services.context.targets import Target
from bot.services.context.views_held import capacity

AFTER_THE_END = frozenset(
    {
        *(Act.SHOW_STATUS, Act.SHOW_HISTORY, Act.SHOW_PRIVACY, Act.SHOW_DECISIONS, Act.COPY_ERRATUM),
        *(Act.CHECK_LATER, Act.IT_HELD, Act.IT_DID_NOT_HOLD),
    }
)
"""Acts on an action that a plan's end does not stop: to read, and to look whether what was done held."""

_ENDED: dict[PlanState, str] = {PlanState.CLOSED: "closed", PlanState.ARCHIVED: "kept as an archive"}
"""What is said of a plan that nothing more is written to."""


def check_in_view(work: UnitOfWork, person: Person, act: Act, target: Target) -> None:
    """Raises `NotFound` unless everything a button names is in view of this person, in the same words as when
    there is no such thing; and `PlanClosed` or `AlreadySettled` where its plan has ended and the act would
    change it."""
    try:
        plans = _plans_acted_on(work, person, target)
    except NotFound:
        raise NotFound("what this button was for") from None
    for plan in plans:
        if act not in AFTER_THE_END and not stands(Right.UPDATE, plan):
            _stopped(work, plan)


def _plans_acted_on(work: UnitOfWork, person: Person, target: Target) -> list[ActionPlan]:
    """The plans of the actions that a target names, all of it being in view. Raises `NotFound`."""
    plans = []
    for action_id in _actions(work, target):
        plan = work.plans.holding(action_id)
        if action_id not in {action.id for action in actions_shown(person, plan)}:
            _out_of_view(work, person, plan.partnership_id, action_id)
        _check_plan(work, person, plan, action_id)
        plans.append(plan)
    plans += _plans_of_views(work, person, target)
    for plan_id in _plans(work, target):
        _check_plan(work, person, work.plans.get(plan_id), None)
    for partnership_id in _partnerships(work, target):
        if not sees(work, person, partnership_id):
            _out_of_view(work, person, partnership_id, None)
    return plans


def _plans_of_views(work: UnitOfWork, person: Person, target: Target) -> Iterator[ActionPlan]:
    """The plans of the views a target names: known to those who ask for views, and to whoever may give them,
    whatever else they see of the plan."""
    for view in map(work.views.get, target.views):
        partnership = work.partnerships.get(view.partnership_id)
        is_theirs = can_give_view(person, capacity(work, person, view))
        if not is_theirs and not can_ask_views(person, partnership):
            _out_of_view(work, person, partnership.id, view.action_id)
        yield work.plans.get(view.plan_id)


def _stopped(work: UnitOfWork, plan: ActionPlan) -> NoReturn:
    check_not_closed(work, plan, work.partnerships.get(plan.partnership_id))
    if plan.state in _ENDED:
        raise AlreadySettled(_ENDED[plan.state])
    raise NotFound("a live plan that this is of")


def _check_plan(work: UnitOfWork, person: Person, plan: ActionPlan, action_id: ActionId | None) -> None:
    if not sees_plan(work, person, plan):
        _out_of_view(work, person, plan.partnership_id, action_id)


def _out_of_view(
    work: UnitOfWork, person: Person, partnership_id: PartnershipId, action_id: ActionId | None
) -> None:
    note(work, person, NotAllowed("see the plan", partnership=partnership_id, action=action_id))
    raise NotFound("what this button was for")


def _actions(work: UnitOfWork, target: Target) -> Iterator[ActionId]:
    yield from target.actions
    for one in target.updates:
        action_id = work.updates.get(one).action_id
        if action_id is not None:
            yield action_id
    if target.extension is not None:
        yield work.extensions.get(target.extension).action_id
    if target.help is not None and not _was_put_to_a_group(work, target.help):
        yield work.helping.get(target.help).action_id
    if target.erratum is not None:
        yield work.records.erratum(target.erratum).action_id


def _was_put_to_a_group(work: UnitOfWork, help_id: HelpId) -> bool:
    """Whether the request was posted in a group's own channel, where anybody we know may answer for it."""
    request = work.helping.get(help_id)
    return request.channel is not None and not work.plans.holding(request.action_id).is_restricted


def _plans(work: UnitOfWork, target: Target) -> Iterator[PlanId]:
    if target.plan is not None:
        yield target.plan
    if target.doubt is not None:
        yield work.doubts.get(target.doubt).plan_id
    if target.prompt is not None:
        yield work.prompts.get(target.prompt).plan_id
    if target.closing is not None:
        yield work.closings.get(target.closing).plan_id
    if target.decision is not None and (of_plan := work.decisions.get(target.decision).plan_id) is not None:
        yield of_plan
    if target.pending is not None:
        waiting = work.versions.pending(target.pending)
        if waiting is not None:
            yield waiting.plan_id


def _partnerships(work: UnitOfWork, target: Target) -> Iterator[PartnershipId]:
    if target.partnership is not None:
        yield target.partnership
    if target.decision is not None:
        yield work.decisions.get(target.decision).partnership_id
    if target.meeting is not None:
        yield work.meetings.get(target.meeting).partnership_id
