"""A plan as it was known at an earlier instant, worked out from what has been recorded since.

Nothing of it is kept twice: every write of an action notes what it changed, and taking all of that back,
newest first, gives the plan as it stood. What a lead said later is not yet said; a move that was undone
later still stands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from bot.conversation import FieldChange
from bot.fields import FIELDS, value_of
from bot.partnership import Cadence, Partnership, PersonId
from bot.plan import Action, ActionId, ActionPlan, ActionStatus, DateChange, Lead, LeadRole
from bot.rag import RagScale
from bot.stored import date_of

LEADS = "leads"
"""The field under which a change of an action's leads is kept: whose ids, and their roles."""

EVER = datetime(1, 1, 1, tzinfo=UTC)
"""Before anything was recorded."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one write changed of an action."""

    action_id: ActionId
    at: datetime
    changed: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """What was recorded of a plan after `since`: the writes in order, and the moves taken back meanwhile.

    `of_plan` are the writes of the plan itself (its tolerance, its scale); `people` everybody whom the writes
    name as a lead of before, in any role.
    """

    since: datetime
    changes: tuple[Recorded, ...] = ()
    taken_back: tuple[tuple[ActionId, DateChange], ...] = ()
    of_plan: tuple[FieldChange, ...] = ()
    people: tuple[Lead, ...] = ()

    @property
    def is_news(self) -> bool:
        """Whether anything that a person reads was changed; a mere "no change" is not."""
        return self.is_news_of(frozenset(change.action_id for change in self.changes))

    def is_news_of(self, actions: Collection[ActionId]) -> bool:
        """The same, of these actions alone."""
        return any(
            one.field in FIELDS
            for change in self.changes
            if change.action_id in actions
            for one in change.changed
        )


def as_known(plan: ActionPlan, past: Past) -> ActionPlan:
    """The plan as it was known at the instant after which `past` begins."""
    earliest: dict[ActionId, dict[str, object]] = {}
    for recorded in reversed(past.changes):
        fields = earliest.setdefault(recorded.action_id, {})
        for one in recorded.changed:
            fields[one.field] = one.was
    gone: dict[ActionId, list[DateChange]] = {}
    for action_id, move in past.taken_back:
        gone.setdefault(action_id, []).append(move)
    people = {lead.person_id: lead for lead in past.people}
    return replace(
        _with_own(plan, past.of_plan),
        actions=tuple(
            _before(action, earliest.get(action.id), gone.get(action.id, ()), past.since, people)
            for action in plan.actions
            if action.added_at is None or action.added_at <= past.since
        ),
    )


def _with_own(plan: ActionPlan, changed: Sequence[FieldChange]) -> ActionPlan:
    """The plan with its own tolerance and scale taken back."""
    was = {one.field: one.was for one in reversed(changed)}
    if "tolerance_days" in was:
        plan = replace(plan, tolerance_days=int(str(was["tolerance_days"])))
    if "ends_on" in was:
        plan = replace(plan, ends_on=date_of(was["ends_on"]))
    if "scale" in was:
        plan = replace(plan, conventions=replace(plan.conventions, scale=RagScale(str(was["scale"]))))
    return plan


OF_PARTNERSHIP: Mapping[str, Callable[[str], Any]] = {
    "rhythm.cadence": Cadence,
    "rhythm.ask_working_days": int,
    "rhythm.grace_rounds": int,
    "partnership.nation": str,
}
"""What is set for a partnership and decides what a status shows (when silence begins to count), as it is
noted beside its plans; when people are spoken to, and where, changes nothing that was known."""


def served_then(partnership: Partnership, past: Past) -> Partnership:
    """The partnership with those settings as they were at the instant after which `past` begins."""
    was = {one.field: one.was for one in reversed(past.of_plan) if one.field in OF_PARTNERSHIP}
    if not was:
        return partnership
    held = {field: OF_PARTNERSHIP[field](str(value)) for field, value in was.items()}
    nation = held.pop("partnership.nation", partnership.nation)
    rhythm = {field.removeprefix("rhythm."): value for field, value in held.items()}
    return replace(partnership, nation=nation, rhythm=replace(partnership.rhythm, **rhythm))


_DATES = ("baseline_due", "approved_due")


def dated_then(action: Action, changes: Iterable[Recorded], at: datetime) -> Action:
    """The action with the first and the agreed date that it had at an earlier instant, so that what was said
    then is told from them and not from what was corrected or granted since. `changes` as recorded."""
    earliest = {
        one.field: one.was
        for recorded in reversed(tuple(changes))
        if recorded.action_id == action.id and recorded.at > at
        for one in recorded.changed
        if one.field in _DATES
    }
    return replace(action, **{field: value_of(field, was) for field, was in earliest.items()})  # type: ignore[arg-type]  # timescales both


def _before(
    action: Action,
    fields: dict[str, object] | None,
    gone: Iterable[DateChange],
    at: datetime,
    people: Mapping[PersonId, Lead],
) -> Action:
    moves = action.moves
    if gone or any(move.at is not None and move.at > at for move in moves):
        standing = [move for move in (*moves, *gone) if move.at is None or move.at <= at]
        moves = tuple(sorted(standing, key=lambda move: (move.at is not None, move.at or at)))
    if fields is None and moves is action.moves:
        return action
    held = {field: value_of(field, was) for field, was in (fields or {}).items() if field != LEADS}
    led = (fields or {}).get(LEADS)
    if isinstance(led, list):
        held[LEADS] = tuple(
            replace(people[PersonId(person)], role=LeadRole(role)) for person, role in led if person in people
        )
    return replace(action, moves=moves, **held)  # type: ignore[arg-type]  # recorded under an action's own names


def withdrawn_between(now: ActionPlan, before: ActionPlan) -> tuple[Action, ...]:
    """The actions that were still in the plan then and are withdrawn now."""
    open_then = {action.id for action in before.actions if action.status is not ActionStatus.WITHDRAWN}
    return tuple(
        action for action in now.actions if action.status is ActionStatus.WITHDRAWN and action.id in open_then
    )
