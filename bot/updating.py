"""What an update would do to its action: the changes, a move of the forecast, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.changes import Change
from bot.conversation import FieldChange
from bot.fields import changes_between
from bot.language.reading import Progress, ReadUpdate
from bot.narrative import is_empty, narrative_in
from bot.partnership import Nation
from bot.plan import Action, ActionStatus
from bot.rag import Rag
from bot.shifting import shifted
from bot.timescale import Timescale

AT_RISK = frozenset({Rag.RED, Rag.AMBER_RED, Rag.AMBER})

_STANDING = frozenset({"status", "rag", "forecast_due", "completed_on", "percent", "duty"})
"""What tells how an action stands: its state, its colour, its date and how far it is."""

STATUS_OF: dict[Progress, ActionStatus] = {
    Progress.NOT_STARTED: ActionStatus.NOT_STARTED,
    Progress.ON_TRACK: ActionStatus.IN_PROGRESS,
    Progress.COMPLETE: ActionStatus.CLAIMED_DONE,
    Progress.ON_HOLD: ActionStatus.ON_HOLD,
    Progress.WITHDRAWN: ActionStatus.WITHDRAWN,
}
"""What a lead's word makes of the status: their "complete" is a claim until it is accepted."""

_BY_THE_KEY: dict[Progress, Rag] = {Progress.ON_TRACK: Rag.GREEN}
"""States of the work that the plan's published key defines a colour by: "on track" is what Green means."""


@dataclass(frozen=True, slots=True)
class Move:
    """The forecast as it was (or the agreed date, when there was none) and as it is now."""

    was: Timescale | None
    now: Timescale


@dataclass(frozen=True, slots=True)
class Decision:
    """Everything one update does to one action. `after` is the action as it would then stand."""

    action: Action
    after: Action
    changes: tuple[Change, ...]
    move: Move | None

    @property
    def wants_reason(self) -> bool:
        """Whether amber or red is left without a line that says why, or what brings it back."""
        return reason_wanted(self.after)

    @property
    def standing_changed(self) -> frozenset[str]:
        """In which fields the action then stands otherwise; a note, or "no change", changes none of them."""
        return _STANDING & {one.field for one in self.changes}

    @property
    def changed(self) -> tuple[FieldChange, ...]:
        """The changes as they are kept with the update."""
        return changed_by(self.changes)


def changed_by(changes: tuple[Change, ...]) -> tuple[FieldChange, ...]:
    """Changes of one action as they are kept with the update that made them."""
    return tuple(FieldChange(one.field, one.was, one.now) for one in changes)


def reason_wanted(action: Action) -> bool:
    """Amber and red need a narrative, a blocker or a path to green."""
    return action.rag in AT_RISK and not (action.narrative or action.blocker or action.path_to_green)


def reopens(action: Action, reading: ReadUpdate) -> bool:
    """Whether the reading would put a closed action back to work."""
    if action.status.is_open:
        return False
    is_done = action.status is ActionStatus.COMPLETE
    is_still_done = is_done and (reading.progress is Progress.COMPLETE or reading.rag is Rag.GREEN)
    says_more = not is_empty(replace(reading, no_change=False, support=False, path_to_green=None))
    return says_more and not is_still_done


def forecast_meant(action: Action, reading: ReadUpdate, nation: Nation) -> Timescale | None:
    """The finish the reading gives: said outright, or the known date moved by so much."""
    if reading.forecast is not None:
        return reading.forecast
    known = action.forecast_due or action.approved_due
    if reading.shift is None or known is None:
        return None
    return shifted(known, reading.shift, nation)


def lacks_date(action: Action, reading: ReadUpdate, nation: Nation) -> bool:
    """Whether a move was told of without saying to when, and no known date gives it."""
    return reading.shift is not None and forecast_meant(action, reading, nation) is None


def decide(action: Action, reading: ReadUpdate, today: date, nation: Nation = "england") -> Decision:
    """What saving this reading does. Deciding never fails: what is not said is left as it stands."""
    after = _with_progress(action, reading, today)
    after = _with_forecast(after, reading, nation)
    after = _with_colour(after, reading)
    after = _with_obstacle(after, reading)
    after = _with_words(action, after, reading)
    return Decision(action, after, changes_between(action, after), _move(action, after))


def _with_progress(action: Action, reading: ReadUpdate, today: date) -> Action:
    status = STATUS_OF[reading.progress] if reading.progress is not None else _implied(action, reading)
    if status is ActionStatus.CLAIMED_DONE and action.duty is not None:
        return _with_occurrence(action, reading, today)
    if status is ActionStatus.CLAIMED_DONE:
        if action.status is ActionStatus.COMPLETE or _says_nothing_of_finishing(action, reading):
            return action
        finished = reading.completed.end if reading.completed is not None else today
        return replace(action, status=status, status_text="", completed_on=min(finished, today))
    if reading.percent is not None:
        action = replace(action, percent=reading.percent)
    if status is action.status:
        return action
    return replace(action, status=status, status_text="", completed_on=None)


def withdrawn(action: Action, reason: str) -> Action:
    """The action taken out of the plan, for this reason; nothing holds it up and it waits for nothing."""
    return replace(
        action,
        status=ActionStatus.WITHDRAWN,
        status_text="",
        status_reason=reason,
        narrative=reason,
        blocker=None,
        support_wanted=False,
        waiting_for=None,
    )


def _says_nothing_of_finishing(action: Action, reading: ReadUpdate) -> bool:
    """Of work already reported done: a word that gives no day leaves the day that was given."""
    return action.status is ActionStatus.CLAIMED_DONE and reading.completed is None


def _with_occurrence(action: Action, reading: ReadUpdate, today: date) -> Action:
    """ "Done" of a recurring duty is about one occurrence; the action itself goes on."""
    duty = action.duty
    if duty is None or (owed := duty.owed(today)) is None:
        return action
    named = reading.completed or reading.forecast
    within = [due for due in duty.due_by(today) if named is not None and named.start <= due <= named.end]
    done = duty.with_done(within[0] if within else owed)
    return replace(action, status=ActionStatus.IN_PROGRESS, status_text="", duty=done)


def _implied(action: Action, reading: ReadUpdate) -> ActionStatus:
    """The status when none was said: work that is spoken of as going on has begun, and is not done."""
    is_off = reading.rag is not None and reading.rag is not Rag.GREEN
    goes_on = is_off or reading.forecast is not None or reading.shift is not None
    if goes_on and action.status in (ActionStatus.CLAIMED_DONE, ActionStatus.COMPLETE):
        return ActionStatus.IN_PROGRESS
    if reading.percent and action.status is ActionStatus.NOT_STARTED:
        return ActionStatus.IN_PROGRESS
    return action.status


def _with_forecast(action: Action, reading: ReadUpdate, nation: Nation) -> Action:
    meant = forecast_meant(action, reading, nation)
    known = action.forecast_due or action.approved_due
    if meant is None or meant.same_time(known):
        return action
    return replace(action, forecast_due=meant)


def _with_colour(action: Action, reading: ReadUpdate) -> Action:
    said = reading.rag or (_BY_THE_KEY.get(reading.progress) if reading.progress else None)
    if said is None or said is action.rag:
        return action
    return replace(action, rag=said, rag_reason=None)


def _is_good_news(reading: ReadUpdate) -> bool:
    return reading.rag is Rag.GREEN or reading.progress in (Progress.ON_TRACK, Progress.COMPLETE)


def _with_obstacle(action: Action, reading: ReadUpdate) -> Action:
    if reading.blocked or reading.blocker:
        action = replace(action, blocker=reading.blocker or " ".join(reading.words.split()) or "blocked")
    elif _is_good_news(reading):
        action = replace(action, blocker=None)
    if reading.support:
        return replace(action, support_wanted=True)
    return replace(action, support_wanted=False) if _is_good_news(reading) else action


def _with_words(before: Action, after: Action, reading: ReadUpdate) -> Action:
    """Keep what was said as the narrative; one that told of another colour, or of before a new blocker, does
    not explain this one."""
    told = narrative_in(reading)
    if told is not None:
        after = replace(after, narrative=told)
    elif after.rag is not before.rag or after.blocker not in (before.blocker, None):
        after = replace(after, narrative=None)
    if reading.path_to_green is not None:
        return replace(after, path_to_green=reading.path_to_green)
    if _is_good_news(reading) or (after.rag in AT_RISK and after.rag is not before.rag):
        return replace(after, path_to_green=None)
    return after


def _move(before: Action, after: Action) -> Move | None:
    if after.forecast_due is None or after.forecast_due is before.forecast_due:
        return None
    known = before.forecast_due or before.approved_due
    if known is None or known.end == after.forecast_due.end:
        return None
    return Move(known, after.forecast_due)
