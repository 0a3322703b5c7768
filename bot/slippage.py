"""What the dates say: how far an action has slipped, which lists it is on, and what colour would fit.

Nothing of this is stored: it is worked out from the three dates and today, every time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.plan import Action, ActionStatus
from bot.rag import Rag, RagScale, Standing

LEAD_TIME = timedelta(days=122)
"""Four months: work that has not begun is asked about from so long before its end. Plans print when work
is to be finished, not when it begins; with more than a quarter's warning a board can still help."""

NOTICE = timedelta(days=31)
"""A month: before that nothing is said of the next occurrence of a recurring duty."""


QUARTERLY = timedelta(days=62)
"""Two monthly rounds: news so long before a round opened leaves what is far off alone until the third, which
is a quarter later."""

_IN_TROUBLE = frozenset({Rag.RED, Rag.AMBER_RED, Rag.AMBER})


def is_left_for_now(action: Action, today: date, fresh_since: datetime, horizon: date) -> bool:
    """Whether a round need not ask: due after the next two rounds, in order, and spoken of within a quarter.
    `fresh_since` is from when news counts for the round."""
    due, said = action.approved_due, action.reported_at
    if due is None or due.end <= horizon or action.duty is not None or said is None:
        return False
    wants_help = action.support_wanted or action.blocker is not None
    is_troubled = wants_help or action.rag in _IN_TROUBLE or is_late(action, today)
    return not (is_troubled or is_forecast_late(action, today)) and said >= fresh_since - QUARTERLY


def awaits_lead(action: Action) -> bool:
    """Whether something is still wanted of the lead; a claim of "done" waits for the board instead, and so
    does an action that cannot begin before something that is not its lead's to do."""
    is_lead_s = action.status is not ActionStatus.CLAIMED_DONE and action.waiting_for is None
    return action.status.is_open and is_lead_s


def slippage_days(action: Action, today: date) -> int | None:
    """Days from the first agreed date to the finish: as it was, as forecast, or today once that is past.

    None when there is no first date, or nothing to measure (withdrawn; complete on an unknown day).
    """
    if action.baseline_due is None or action.status is ActionStatus.WITHDRAWN:
        return None
    finish = _finish(action, today)
    return None if finish is None else (finish - action.baseline_due.end).days


def _finish(action: Action, today: date) -> date | None:
    if not awaits_lead(action):
        return action.completed_on
    due = action.forecast_due or action.approved_due or action.baseline_due
    if due is None:
        return None
    return max(due.end, today) if is_late(action, today) else due.end


def redate_count(action: Action) -> int:
    """How many times the finish has been moved."""
    return len(action.moves)


def is_late(action: Action, today: date) -> bool:
    """Past the date the board agreed, counted from the end of its timescale; of a recurring duty, past the
    day of an occurrence that was not done."""
    if not awaits_lead(action):
        return False
    if action.duty is not None and action.duty.missed(today):
        return True
    return action.approved_due is not None and action.approved_due.is_past(today)


def is_forecast_late(action: Action, today: date) -> bool:
    """Not late yet, but its lead expects to finish after the date the board agreed."""
    return (
        awaits_lead(action)
        and action.approved_due is not None
        and action.forecast_due is not None
        and not is_late(action, today)
        and action.forecast_due.end > action.approved_due.end
    )


def is_extended(action: Action) -> bool:
    """Open, and agreed for later than its first date: late against that, within what is agreed."""
    return (
        action.status.is_open
        and action.baseline_due is not None
        and action.approved_due is not None
        and action.approved_due.end > action.baseline_due.end
    )


def is_undated(action: Action) -> bool:
    """Open without a date that the board agreed."""
    return awaits_lead(action) and action.approved_due is None and action.duty is None


def has_no_lead(action: Action) -> bool:
    """Open without anybody to ask."""
    return awaits_lead(action) and not action.reporting_leads


def is_due_to_start(action: Action, today: date) -> bool:
    """Whether news can be expected: begun, given a colour, due within four months, or without a date; of a
    recurring duty without a colour, only when an occurrence is near."""
    if action.rag is None and not is_occurrence_near(action, today):
        return False
    if action.status is not ActionStatus.NOT_STARTED or action.rag is not None or action.approved_due is None:
        return True
    return min(action.approved_due.start, action.approved_due.end - LEAD_TIME) <= today


def is_occurrence_near(action: Action, today: date) -> bool:
    """Whether an occurrence of a duty was missed or is due within a month; every other action is near."""
    return action.duty is None or is_late(action, today) or action.duty.is_near(today, today + NOTICE)


def days_past_agreed(action: Action, today: date) -> int | None:
    """Days by which the expected finish lies after the agreed date; None without one."""
    if action.duty is not None and (missed := action.duty.missed(today)):
        return (today - missed[0]).days
    if action.approved_due is None:
        return None if action.duty is None else 0
    expected = (action.forecast_due or action.approved_due).end
    if is_late(action, today):
        expected = max(expected, today)
    return (expected - action.approved_due.end).days


def suggested(
    action: Action, tolerance_days: int, today: date, scale: RagScale = RagScale.THREE_POINT
) -> Standing | None:
    """What the dates alone would say, on the plan's scale: on time green, then as far as it is late.

    None when there is no date to judge by.
    """
    if action.status is ActionStatus.COMPLETE:
        return Standing.COMPLETE
    if not is_due_to_start(action, today):
        return Standing.NOT_YET_DUE
    past = days_past_agreed(action, today)
    if past is None or not awaits_lead(action):
        return None
    return Standing(scale.by_dates(past, tolerance_days).value)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A declared colour that is brighter than the dates allow."""

    declared: Rag
    suggested: Rag
    days_past_agreed: int


def disagreement(
    action: Action, tolerance_days: int, today: date, scale: RagScale = RagScale.THREE_POINT
) -> Disagreement | None:
    """Whether the declared colour is brighter than the dates say; a gloomier one is the lead's judgement."""
    by_dates = suggested(action, tolerance_days, today, scale)
    past = days_past_agreed(action, today)
    if action.rag is None or past is None or by_dates not in _COLOURS:
        return None
    rag = Rag(by_dates.value)
    return Disagreement(action.rag, rag, past) if rag.severity < action.rag.severity else None


_COLOURS = tuple(Standing(rag.value) for rag in Rag)
_BRIGHT = (Rag.GREEN, Rag.AMBER_GREEN)


def standing(action: Action, today: date, *, is_silent: bool) -> Standing:
    """What is shown for an action that is not withdrawn. Silence is never shown as green."""
    if action.status is ActionStatus.COMPLETE:
        return Standing.COMPLETE
    if not is_due_to_start(action, today):
        return Standing.NOT_YET_DUE
    if action.rag is None or (is_silent and action.rag in _BRIGHT):
        return Standing.NOT_REPORTED
    return Standing(action.rag.value)


def is_without_finish(action: Action, today: date) -> bool:
    """Whether no day ahead is given for an action that is late: none at all, or one that has passed."""
    forecast = action.forecast_due
    return is_late(action, today) and (forecast is None or forecast.is_past(today))
