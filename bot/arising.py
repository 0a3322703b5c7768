"""Matters arising: what became of everything the board was asked for when it last met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.asks import A_DATE, A_LEAD, MORE_TIME, REPORTED_DONE, Ask, AskKind, Outcome, Result
from bot.governance import Decision, ExtensionRequest, ExtensionState
from bot.partnership import MeetingId
from bot.plan import Action, ActionId, ActionStatus


@dataclass(frozen=True, slots=True)
class Arising:
    """One ask of the last pack. `what` names its actions or its item; `result` is None while no outcome is on
    record; `note` is what was said with it."""

    kind: AskKind
    about: str
    what: str
    actions: tuple[ActionId, ...] = ()
    result: Result | None = None
    minute_ref: str = ""
    note: str = ""

    @property
    def action_id(self) -> ActionId | None:
        """The one action it is about; what is only noted is about none in particular."""
        return self.actions[0] if self.actions and self.kind is not AskKind.NOTE else None


def matters(
    asks: Sequence[Ask],
    named: dict[ActionId, str],
    items: dict[int, str],
) -> tuple[tuple[Arising, Outcome], ...]:
    """The asks one by one: an ask to note is one matter, every other a matter for each action or item. With
    each goes what an outcome of it is about (its result still to be said)."""
    found: list[tuple[Arising, Outcome]] = []
    for ask in asks:
        open_ = Outcome(ask.about, Result.NOTED)
        if ask.kind is AskKind.NOTE and ask.actions:
            refs = ", ".join(named[one] for one in ask.actions if one in named)
            found.append((Arising(ask.kind, ask.about, refs, ask.actions), open_))
            continue
        found += [
            (Arising(ask.kind, ask.about, named[one], (one,)), open_) for one in ask.actions if one in named
        ]
        found += [
            (Arising(ask.kind, ask.about, items[one]), replace(open_, item=one))
            for one in ask.items
            if one in items
        ]
    return tuple(found)


def settled(
    found: Sequence[tuple[Arising, Outcome]],
    meeting_id: MeetingId,
    decisions: Sequence[Decision],
    extensions: Sequence[ExtensionRequest],
    actions: dict[ActionId, Action],
) -> tuple[Arising, ...]:
    """Each matter with what became of it: as recorded, else as it was done since (more time granted, a lead
    or a date given, a "done" accepted). What was recorded of that meeting beside its asks follows."""
    told = []
    beside = [one for one in decisions if one.meeting_id == meeting_id and one.outcome is not None]
    for matter, about in found:
        recorded = next((one for one in reversed(decisions) if _is_of(one, meeting_id, matter, about)), None)
        beside = [one for one in beside if not _is_of(one, meeting_id, matter, about)]
        done = _as_done(matter, extensions, actions)
        told.append(done if recorded is None else recorded_as(matter, recorded))
    return (*told, *(matter for one in beside for matter in _unasked(one, actions)))


def _unasked(decision: Decision, actions: dict[ActionId, Action]) -> tuple[Arising, ...]:
    """What a board did about an action it had not been asked about."""
    action = actions.get(decision.action_id) if decision.action_id is not None else None
    if action is None or decision.outcome is None:
        return ()
    outcome = decision.outcome
    return (recorded_as(Arising(outcome.kind, outcome.about, action.ref, (action.id,)), decision),)


def recorded_as(matter: Arising, decision: Decision) -> Arising:
    """The matter with the outcome that is on record of it."""
    result = None if decision.outcome is None else decision.outcome.result
    return replace(matter, result=result, minute_ref=decision.minute_ref, note=decision.words)


def _is_of(decision: Decision, meeting_id: MeetingId, matter: Arising, about: Outcome) -> bool:
    outcome = decision.outcome
    return (
        outcome is not None
        and decision.meeting_id == meeting_id
        and decision.action_id == matter.action_id
        and (outcome.about, outcome.item) == (about.about, about.item)
    )


def _as_done(
    matter: Arising, extensions: Sequence[ExtensionRequest], actions: dict[ActionId, Action]
) -> Arising:
    if matter.action_id is None:
        return matter
    if matter.about == MORE_TIME:
        last = next((one for one in reversed(extensions) if one.action_id == matter.action_id), None)
        result = _DECIDED.get(last.state) if last is not None else None
        return replace(matter, result=result, minute_ref=last.minute_ref) if last and result else matter
    action = actions.get(matter.action_id)
    is_done = action is not None and _DONE.get(matter.about, lambda _: False)(action)
    return replace(matter, result=Result.AGREED) if is_done else matter


_DECIDED = {ExtensionState.GRANTED: Result.AGREED, ExtensionState.REFUSED: Result.REFUSED}

_DONE = {
    A_LEAD: lambda action: bool(action.reporting_leads),
    A_DATE: lambda action: action.approved_due is not None,
    REPORTED_DONE: lambda action: action.status is ActionStatus.COMPLETE,
}
"""How it shows in the plan that the board did what it was asked for."""
