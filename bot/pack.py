"""What goes to one meeting of a board, as one value of facts: every rendering says the same of the same.

The facts are gathered once, at the paper deadline, and frozen. What the board last saw stands beside what
it sees now, so that better, worse and newly late can be told without asking the record again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.arising import Arising
from bot.asks import (
    A_CONSULTATION,
    A_DATE,
    A_LEAD,
    A_RENEWAL,
    A_REPORT,
    A_REVIEW,
    ASK_ABOUT,
    LATE,
    MORE_TIME,
    REPORTED_DONE,
    Ask,
)
from bot.assessment import Assessed, counts
from bot.boards import ForwardItem, ForwardItemId, ForwardKind, still_ahead
from bot.governance import Decision, ExtensionRequest, ExtensionState, HelpRequest
from bot.held_checks import held_checks
from bot.minuted import Place, place_of
from bot.pack_lines import PackLine, Seen, Unconfirmed, movement
from bot.partnership import Meeting, PersonId
from bot.percentages import whole_percentages
from bot.plan import Action, ActionId, Classification, PlanId
from bot.rag import Standing
from bot.views import ToldView


@dataclass(frozen=True, slots=True)
class PlanInPack:
    """A plan that the pack covers, the body that monitors it, and the day it is to end, where it has one."""

    id: PlanId
    title: str
    classification: Classification = Classification.UNRESTRICTED
    monitored_by: str = ""
    ends_on: date | None = None


ASKED_OF: dict[ForwardKind, str] = {
    ForwardKind.REPORT: A_REPORT,
    ForwardKind.REVIEW: A_REVIEW,
    ForwardKind.RENEWAL: A_RENEWAL,
    ForwardKind.CONSULTATION: A_CONSULTATION,
}
"""What a board is asked about each kind of item; whether a change held is asked of its chair alone."""

QUARTER = timedelta(days=92)
AHEAD: dict[ForwardKind, timedelta] = {
    ForwardKind.REPORT: timedelta(0),
    ForwardKind.REVIEW: QUARTER,
    ForwardKind.RENEWAL: QUARTER,
    ForwardKind.CONSULTATION: timedelta(0),
}
"""How long before its time a board is asked: of a review while it can still be shaped, of a report when it
is due."""


@dataclass(frozen=True, slots=True)
class Pack:
    """The facts of one meeting. `since` is the day the board last met; None makes this its first.

    `number` is empty while the pack is only previewed. `names` are the people its requests and decisions
    speak of. `withdrawn` are the actions withdrawn since the board last met; `arising` is what became of what
    it was asked for then. `views` are what members were asked for this meeting, answered or not.
    """

    name: str
    meeting: Meeting
    as_at: datetime
    on: date
    since: date | None
    plans: tuple[PlanInPack, ...]
    lines: tuple[PackLine, ...]
    withdrawn: tuple[Action, ...] = ()
    unconfirmed: tuple[Unconfirmed, ...] = ()
    extensions: tuple[ExtensionRequest, ...] = ()
    decisions: tuple[Decision, ...] = ()
    help: tuple[HelpRequest, ...] = ()
    forward: tuple[ForwardItem, ...] = ()
    names: tuple[tuple[PersonId, str], ...] = ()
    number: str = ""
    audit_head: str = ""
    corrected: tuple[tuple[ActionId, str], ...] = ()
    arising: tuple[Arising, ...] = ()
    distribution: str = ""
    views: tuple[ToldView, ...] = ()

    @property
    def classification(self) -> Classification:
        """Restricted as soon as one of its plans is."""
        restricted = any(plan.classification is Classification.RESTRICTED for plan in self.plans)
        return Classification.RESTRICTED if restricted else Classification.UNRESTRICTED

    @property
    def assessed(self) -> tuple[Assessed, ...]:
        """Every action as it stands, in printed order."""
        return tuple(line.now for line in self.lines)

    @property
    def counts(self) -> dict[Standing, int]:
        """How many actions show each standing."""
        return counts(self.assessed)

    @property
    def completed(self) -> tuple[PackLine, ...]:
        """Accepted as complete since the board last met."""
        return self._newly(
            lambda now: now.standing is Standing.COMPLETE, lambda was: was.standing is Standing.COMPLETE
        )

    @property
    def newly_late(self) -> tuple[PackLine, ...]:
        """Late now, and not when the board last met."""
        return self._newly(lambda now: now.is_late, lambda was: was.is_late)

    @property
    def newly_forecast_late(self) -> tuple[PackLine, ...]:
        """Forecast late now, and not when the board last met."""
        return self._newly(lambda now: now.is_forecast_late, lambda was: was.is_forecast_late)

    def _newly(
        self, is_now: Callable[[Assessed], bool], was_then: Callable[[Seen], bool]
    ) -> tuple[PackLine, ...]:
        if self.since is None:
            return ()
        return tuple(
            line for line in self.lines if is_now(line.now) and not (line.was and was_then(line.was))
        )

    @property
    def late(self) -> tuple[PackLine, ...]:
        """Past the agreed date, the furthest first."""
        found = [line for line in self.lines if line.now.is_late]
        return tuple(sorted(found, key=lambda line: -(line.now.slippage_days or 0)))

    @property
    def forecast_late(self) -> tuple[PackLine, ...]:
        """Expected after the agreed date, the furthest first."""
        found = [line for line in self.lines if line.now.is_forecast_late]
        return tuple(sorted(found, key=lambda line: -(line.now.slippage_days or 0)))

    @property
    def better(self) -> tuple[PackLine, ...]:
        """Of a better colour than when the board last met, or complete since."""
        return tuple(line for line in self.lines if movement(line) > 0)

    @property
    def worse(self) -> tuple[PackLine, ...]:
        """Of a worse colour than when the board last met."""
        return tuple(line for line in self.lines if movement(line) < 0)

    @property
    def disagreeing(self) -> tuple[PackLine, ...]:
        """Those whose declared colour is brighter than their dates."""
        return tuple(line for line in self.lines if line.now.disagreement is not None)

    @property
    def help_wanted(self) -> tuple[PackLine, ...]:
        """Those whose lead asks for help, or that others were asked to unblock."""
        asked = {one.action_id for one in self.help if one.is_open}
        return tuple(line for line in self.lines if line.now.wants_help or line.action.id in asked)

    @property
    def waiting(self) -> tuple[PackLine, ...]:
        """Waiting for a decision or another action."""
        return tuple(line for line in self.lines if line.now.is_waiting)

    @property
    def extended(self) -> tuple[PackLine, ...]:
        """Late against the first date, within the date the board agreed since; the furthest first."""
        found = [line for line in self.lines if line.now.is_within_extension]
        return tuple(sorted(found, key=lambda line: -(line.now.slippage_days or 0)))

    @property
    def after_end(self) -> tuple[PackLine, ...]:
        """Agreed for after the plan's end: not late on that account."""
        return tuple(line for line in self.lines if line.now.is_after_end)

    @property
    def pending(self) -> tuple[ExtensionRequest, ...]:
        """Requests for more time that wait to be decided."""
        return tuple(one for one in self.extensions if one.state is ExtensionState.PENDING)

    @property
    def decided(self) -> tuple[ExtensionRequest, ...]:
        """Requests for more time that were granted or refused since the board last met."""
        settled = (ExtensionState.GRANTED, ExtensionState.REFUSED)
        return tuple(one for one in self.extensions if one.state in settled)

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What the board is asked for, decisions first."""
        actions: dict[str, tuple[ActionId, ...]] = {
            MORE_TIME: tuple(dict.fromkeys(one.action_id for one in self.pending)),
            A_LEAD: self._ids(lambda now: now.has_no_lead),
            A_DATE: self._ids(lambda now: now.is_undated),
            REPORTED_DONE: self._ids(lambda now: now.is_reported_done),
            LATE: self._ids(lambda now: now.is_late),
        }
        items = self._items()
        asked = (
            Ask(kind, about, actions.get(about, ()), items.get(about, ()))
            for about, kind in ASK_ABOUT.items()
        )
        return tuple(one for one in asked if one.actions or one.items)

    def _items(self) -> dict[str, tuple[ForwardItemId, ...]]:
        """What of the forward plan the board is asked about at this meeting."""
        found: dict[str, tuple[ForwardItemId, ...]] = {}
        for item in self.forward:
            about = ASKED_OF.get(item.kind)
            if about is not None and item.when.start <= self.meeting.on.end + AHEAD[item.kind]:
                found[about] = (*found.get(about, ()), item.id)
        return found

    @property
    def ahead(self) -> tuple[ForwardItem, ...]:
        """The forward plan, with when to look whether completed actions have held."""
        checks = held_checks((line.action for line in self.lines), self.meeting.partnership_id)
        return still_ahead((*self.forward, *checks))

    def item(self, item_id: ForwardItemId) -> ForwardItem | None:
        """The item of the forward plan of this id, if it is in the pack."""
        return next((one for one in self.forward if one.id == item_id), None)

    def _ids(self, wanted: Callable[[Assessed], bool]) -> tuple[ActionId, ...]:
        return tuple(line.action.id for line in self.lines if wanted(line.now))

    @property
    def by_id(self) -> dict[ActionId, Action]:
        """Every action by its id; for whoever asks for many of them."""
        return {line.action.id: line.action for line in self.lines}

    def action(self, action_id: ActionId) -> Action | None:
        """The action of this id, if it is in the pack."""
        return next((line.action for line in self.lines if line.action.id == action_id), None)


def places(assessed: Sequence[Assessed]) -> tuple[tuple[Place, int, int], ...]:
    """Every place with its count and its whole percentage; the percentages add up."""
    found = [place_of(one) for one in assessed]
    numbers = [found.count(place) for place in Place]
    return tuple(zip(Place, numbers, whole_percentages(numbers), strict=True))
