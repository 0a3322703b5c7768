"""Who is asked about what: one message a person, plan and round, with taps for the few that matter."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.assessment import Assessed, assess_action
from bot.partnership import PersonId
from bot.plan import Action, ActionPlan, Lead
from bot.rag import Rag, Standing
from bot.slippage import awaits_lead, is_due_to_start, is_late, is_left_for_now

MOST_WITH_TAPS = 5
AT_RISK = frozenset({Rag.RED, Rag.AMBER_RED, Rag.AMBER})


@dataclass(frozen=True, slots=True)
class Ask:
    """What one person is asked: `with_taps` one by one, `rest` in one line; `not_due` needs nothing, nor does
    what is `left_for_now`, which is far off and was spoken of within a quarter."""

    with_taps: tuple[Assessed, ...]
    rest: tuple[Assessed, ...]
    not_due: tuple[Assessed, ...]
    left_for_now: tuple[Assessed, ...] = ()

    @property
    def items(self) -> tuple[Action, ...]:
        """Every action asked about, in the order shown."""
        return tuple(one.action for one in (*self.with_taps, *self.rest))

    def only(self, left: Collection[int]) -> Ask | None:
        """The same ask of these actions only; None when none is among them."""
        kept = Ask(
            tuple(one for one in self.with_taps if one.action.id in left),
            tuple(one for one in self.rest if one.action.id in left),
            self.not_due,
            self.left_for_now,
        )
        return kept if kept.items else None


def reporting_leads(plan: ActionPlan) -> tuple[PersonId, ...]:
    """Everybody who is asked about this plan by now, each once, in the order the plan names them: for a post
    whoever holds it, or the post itself where nobody does."""
    return tuple(
        dict.fromkeys(
            lead.speaks
            for lead in _reporting(plan)
            if plan.asks(lead.person_id) or (lead.held_by is not None and plan.asks(lead.held_by))
        )
    )


def every_reporting_lead(plan: ActionPlan) -> tuple[PersonId, ...]:
    """Everybody who is asked once all are, each once, in the order the plan names them."""
    return tuple(dict.fromkeys(lead.speaks for lead in _reporting(plan)))


def _reporting(plan: ActionPlan) -> Iterator[Lead]:
    return (lead for action in plan.actions if awaits_lead(action) for lead in action.reporting_leads)


def ask(
    plan: ActionPlan, person_id: PersonId, today: date, fresh_since: datetime, horizon: date
) -> Ask | None:
    """What to ask a person now; None when nothing is left: all told, closed, or not begun.

    `fresh_since` is from when a report counts for this round; `horizon` is how far "due soon" reaches.
    """
    led = [
        assess_action(action, plan.tolerance_days, today, None, plan.conventions.scale)
        for action in plan.actions
        if awaits_lead(action) and _is_asked(action, person_id)
    ]
    due = [one for one in led if _is_due(one.action, today, horizon)]
    open_now = [one for one in due if not _is_told(one.action, fresh_since)]
    wanted = [one for one in open_now if not is_left_for_now(one.action, today, fresh_since, horizon)]
    if not wanted:
        return None
    left = tuple(one for one in open_now if one not in wanted)
    not_due = tuple(one for one in led if not _is_due(one.action, today, horizon))
    if len(wanted) <= MOST_WITH_TAPS:
        return Ask(tuple(wanted), (), not_due, left)
    mattering = sorted(
        (one for one in wanted if _urgency(one, horizon) is not None),
        key=lambda one: _order(one, horizon),
    )
    chosen = {one.action.id for one in mattering[:MOST_WITH_TAPS]}
    return Ask(
        tuple(one for one in mattering if one.action.id in chosen),
        tuple(one for one in wanted if one.action.id not in chosen),
        not_due,
        left,
    )


def everything(asked: Ask) -> tuple[Assessed, ...]:
    """What a person is asked about, with or without taps, in the order shown."""
    return (*asked.with_taps, *asked.rest)


def still_open(plan: ActionPlan, items: Sequence[int], fresh_since: datetime) -> tuple[Action, ...]:
    """Of the actions asked about, those nobody has spoken of since."""
    return tuple(
        action
        for action in plan.actions
        if action.id in items and awaits_lead(action) and not _is_told(action, fresh_since)
    )


def _is_due(action: Action, today: date, horizon: date) -> bool:
    """Whether news is wanted: of a duty in the last round before each occurrence, and once one was missed."""
    if action.duty is not None:
        return action.duty.is_near(today, horizon) or is_late(action, today)
    return is_due_to_start(action, today)


def _is_asked(action: Action, person_id: PersonId) -> bool:
    return any(lead.speaks == person_id for lead in action.reporting_leads)


def _is_told(action: Action, fresh_since: datetime) -> bool:
    return action.reported_at is not None and action.reported_at >= fresh_since


def _urgency(one: Assessed, horizon: date) -> int | None:
    """0 for late, 1 for due soon, 2 for at risk, 3 for never reported; None for what can wait."""
    due = one.action.approved_due
    if one.is_late:
        return 0
    if one.action.duty is not None or (due is not None and due.end <= horizon):
        return 1
    if one.action.rag in AT_RISK:
        return 2
    if one.action.reported_at is None and one.standing is Standing.NOT_REPORTED:
        return 3
    return None


def _order(one: Assessed, horizon: date) -> tuple[int, date]:
    due = one.action.approved_due
    return _urgency(one, horizon) or 0, due.end if due is not None else date.max


def mattering(led: Sequence[Assessed]) -> tuple[tuple[Assessed, ...], tuple[Assessed, ...]]:
    """Of what somebody leads, the few they may want to speak of before they are asked, and the others: late
    first, then at risk, then by date."""

    def order(one: Assessed) -> tuple[bool, bool, date]:
        due = one.action.forecast_due or one.action.approved_due
        return not one.is_late, one.action.rag not in AT_RISK, due.end if due is not None else date.max

    chosen = {one.action.id for one in sorted(led, key=order)[:MOST_WITH_TAPS]}
    few = tuple(sorted((one for one in led if one.action.id in chosen), key=order))
    return few, tuple(one for one in led if one.action.id not in chosen)
