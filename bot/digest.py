"""What the weekly slippage digest says: facts as values, compared with how things stood at the last one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.assessment import Assessed, counts
from bot.conversation import ProgressUpdate
from bot.fields import FIELDS, before_update
from bot.plan import Action, ActionId, ActionPlan, ActionStatus
from bot.rag import Standing


@dataclass(frozen=True, slots=True)
class News:
    """What is new since the last digest."""

    late: tuple[Action, ...] = ()
    forecast_late: tuple[Action, ...] = ()
    reported_done: tuple[Action, ...] = ()
    complete: tuple[Action, ...] = ()
    withdrawn: tuple[Action, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.late or self.forecast_late or self.reported_done or self.complete or self.withdrawn)


@dataclass(frozen=True, slots=True)
class Digest:
    """One digest. `since` is the day of the last one; None makes this the starting position."""

    name: str
    on: date
    assessed: tuple[Assessed, ...]
    since: date | None
    news: News
    is_unchanged: bool

    @property
    def counts(self) -> dict[Standing, int]:
        """How many actions show each standing."""
        return counts(self.assessed)

    @property
    def late(self) -> tuple[Assessed, ...]:
        """Past the date the board agreed, the furthest first."""
        return tuple(sorted((one for one in self.assessed if one.is_late), key=_furthest))

    @property
    def forecast_late(self) -> tuple[Assessed, ...]:
        """Expected after the date the board agreed, the furthest first."""
        return tuple(sorted((one for one in self.assessed if one.is_forecast_late), key=_furthest))

    @property
    def no_update(self) -> tuple[Assessed, ...]:
        """Silent, in printed order."""
        return tuple(one for one in self.assessed if one.is_silent)

    @property
    def undated(self) -> tuple[Assessed, ...]:
        """Without a date or a lead, in printed order."""
        return tuple(one for one in self.assessed if one.is_undated or one.has_no_lead)

    @property
    def reported_done(self) -> tuple[Assessed, ...]:
        """Claims of "done" that wait to be accepted, in printed order."""
        return tuple(one for one in self.assessed if one.is_reported_done)

    @property
    def help_wanted(self) -> tuple[Assessed, ...]:
        """Those whose lead asks for help, in printed order."""
        return tuple(one for one in self.assessed if one.wants_help)


def _furthest(one: Assessed) -> int:
    return -(one.slippage_days or 0)


def as_it_was(plan: ActionPlan, updates_since: Sequence[ProgressUpdate]) -> ActionPlan:
    """The plan before these updates were saved, by taking each back, newest first."""
    by_id = {action.id: action for action in plan.actions}
    newest_first = sorted(
        (update for update in updates_since if update.settled_at is not None),
        key=lambda update: (update.settled_at, update.id),
        reverse=True,
    )
    for update in newest_first:
        if update.action_id in by_id:
            by_id[update.action_id] = before_update(by_id[update.action_id], update.changed)
    return replace(plan, actions=tuple(by_id[action.id] for action in plan.actions))


def digest_of(
    name: str,
    on: date,
    now: Sequence[Assessed],
    before: Sequence[Assessed] | None,
    withdrawn_since: Sequence[Action],
    updates_since: Sequence[ProgressUpdate],
    since: date | None,
) -> Digest:
    """The digest of a day. `before` is how the same actions stood at the last one; None if there was none."""
    if before is None or since is None:
        return Digest(name, on, tuple(now), None, News(), is_unchanged=False)
    was = {one.action.id: one for one in before}
    news = News(
        late=_newly(now, was, lambda one: one.is_late),
        forecast_late=_newly(now, was, lambda one: one.is_forecast_late),
        reported_done=_newly(now, was, lambda one: one.is_reported_done),
        complete=_newly(now, was, lambda one: one.standing is Standing.COMPLETE),
        withdrawn=tuple(withdrawn_since),
    )
    return Digest(
        name,
        on,
        tuple(now),
        since,
        news,
        is_unchanged=not news and _same_lists(now, was) and not any(map(_changed_a_field, updates_since)),
    )


def _newly(
    now: Sequence[Assessed], was: dict[ActionId, Assessed], is_on: Callable[[Assessed], bool]
) -> tuple[Action, ...]:
    return tuple(
        one.action for one in now if is_on(one) and not (one.action.id in was and is_on(was[one.action.id]))
    )


def _lists(one: Assessed) -> tuple[object, ...]:
    return (one.standing, one.is_late, one.is_forecast_late, one.is_silent, one.is_undated, one.has_no_lead)


def _same_lists(now: Sequence[Assessed], was: dict[ActionId, Assessed]) -> bool:
    return len(now) == len(was) and all(
        one.action.id in was and _lists(one) == _lists(was[one.action.id]) for one in now
    )


def _changed_a_field(update: ProgressUpdate) -> bool:
    return any(change.field in FIELDS for change in update.changed)


def withdrawn_between(now: ActionPlan, before: ActionPlan) -> tuple[Action, ...]:
    """The actions that were still in the plan then and are withdrawn now."""
    open_then = {action.id for action in before.actions if action.status is not ActionStatus.WITHDRAWN}
    return tuple(
        action for action in now.actions if action.status is ActionStatus.WITHDRAWN and action.id in open_then
    )
