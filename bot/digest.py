"""What the weekly slippage digest says: facts as values, compared with how things stood at the last one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.assessment import Assessed, counts
from bot.governance import ExtensionRequest, HelpRequest
from bot.partnership import PartnershipId
from bot.plan import Action, ActionId
from bot.rag import Standing
from bot.workstreams import WorkstreamId


@dataclass(frozen=True, slots=True)
class Reshaped:
    """A number of the plan that has become others, or part of another."""

    was: str
    now: tuple[str, ...]
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """What is new since the last digest; the last three are of the plan itself."""

    late: tuple[Action, ...] = ()
    forecast_late: tuple[Action, ...] = ()
    reported_done: tuple[Action, ...] = ()
    complete: tuple[Action, ...] = ()
    withdrawn: tuple[Action, ...] = ()
    added: tuple[Action, ...] = ()
    reshaped: tuple[Reshaped, ...] = ()
    reworded: tuple[Action, ...] = ()

    def __bool__(self) -> bool:
        return any((self.late, self.forecast_late, self.reported_done, self.complete, *self.of_the_plan))

    @property
    def of_the_plan(self) -> tuple[object, ...]:
        """What changed of the plan itself."""
        return (*self.withdrawn, *self.added, *self.reshaped, *self.reworded)


@dataclass(frozen=True, slots=True)
class Digest:
    """One digest. `since` is the day of the last one; None makes this the starting position.

    `totals` are kept once it is frozen with only the actions it speaks of. `corrected` are the actions it
    had misread, and the wall time of each correction. `help` is what others were asked for and is not cleared
    yet; `granted` the time granted since the last one. `workstream` is the one whose actions alone it counts;
    None for all.
    """

    name: str
    on: date
    assessed: tuple[Assessed, ...]
    since: date | None
    news: News
    is_unchanged: bool
    totals: tuple[tuple[Standing, int], ...] = ()
    corrected: tuple[tuple[ActionId, str], ...] = ()
    help: tuple[HelpRequest, ...] = ()
    granted: tuple[ExtensionRequest, ...] = ()
    partnership_id: PartnershipId | None = None
    workstream: WorkstreamId | None = None

    @property
    def counts(self) -> dict[Standing, int]:
        """How many actions show each standing."""
        return dict(self.totals) if self.totals else counts(self.assessed)

    @property
    def total(self) -> int:
        """How many actions the digest counts."""
        return sum(self.counts.values())

    def corrected_at(self, action_id: ActionId) -> str:
        """When what it says of an action was corrected ("14:05"); empty when it never was."""
        return dict(self.corrected).get(action_id, "")

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
        """Those whose lead asks for help, or that others were asked to unblock, in printed order."""
        asked = {one.action_id for one in self.help}
        return tuple(one for one in self.assessed if one.wants_help or one.action.id in asked)

    @property
    def waiting(self) -> tuple[Assessed, ...]:
        """Waiting for a decision or another action, in printed order."""
        return tuple(one for one in self.assessed if one.is_waiting)

    @property
    def extended(self) -> tuple[Assessed, ...]:
        """Late against the first date, within the date the board agreed since; the furthest first."""
        return tuple(sorted((one for one in self.assessed if one.is_within_extension), key=_furthest))

    @property
    def after_end(self) -> tuple[Assessed, ...]:
        """Agreed for after the plan's end: not late on that account."""
        return tuple(one for one in self.assessed if one.is_after_end)

    def action(self, action_id: ActionId) -> Action | None:
        """The action of this id, if the digest speaks of it."""
        return next((one.action for one in self.assessed if one.action.id == action_id), None)


def period_key(week: str, workstream: WorkstreamId | None = None) -> str:
    """What one week's digest goes by among all deliveries: of everything, or of a workstream."""
    return f"weekly:{week}" if workstream is None else f"weekly:{week}:{workstream}"


def frozen(digest: Digest) -> Digest:
    """The digest as it is kept: every count, and only the actions that are on one of its lists."""
    ids = {*(one.action_id for one in digest.help), *(one.action_id for one in digest.granted)}
    spoken_of = tuple(
        one
        for one in digest.assessed
        if one.is_late
        or one.is_forecast_late
        or one.is_silent
        or one.is_undated
        or one.has_no_lead
        or one.is_reported_done
        or one.wants_help
        or one.is_waiting
        or one.is_within_extension
        or one.action.id in ids
    )
    return replace(digest, assessed=spoken_of, totals=tuple(digest.counts.items()))


def _furthest(one: Assessed) -> int:
    return -(one.slippage_days or 0)


def digest_of(
    name: str,
    on: date,
    now: Sequence[Assessed],
    before: Sequence[Assessed] | None,
    withdrawn_since: Sequence[Action],
    since: date | None,
    *,
    is_news: bool,
) -> Digest:
    """The digest of a day. `before` is how the same actions stood at the last one; None if there was none.

    `is_news` says whether anything that a person reads was changed since.
    """
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
        is_unchanged=not (news or is_news) and _same_lists(now, was),
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
