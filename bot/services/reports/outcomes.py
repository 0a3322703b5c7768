"""What became of what a board was asked for, and asking its officers for that after the meeting."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.arising import Arising, matters, recorded_as, settled
from bot.asks import AskKind, Outcome, Result
from bot.calendar import add_working_days
from bot.card import Card
from bot.governance import Decision, DecisionKind
from bot.instants import instant, local_day
from bot.meetings import last_met
from bot.pack import Pack
from bot.partnership import Meeting, MeetingId, Partnership
from bot.phrases import outcomes as say
from bot.plan import Action, ActionId
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.context.ordered import Ordered
from bot.services.context.places import place_of
from bot.services.context.standings import live_plans, today_of

Matters = tuple[tuple[Arising, Outcome], ...]


def asked_at(work: UnitOfWork, meeting: Meeting) -> Matters:
    """Everything the frozen pack of a meeting asked for."""
    record = work.records.of_meeting(meeting.id)
    if record is None or not isinstance(record.facts, Pack):
        return ()
    pack = record.facts
    named = {line.action.id: line.action.ref for line in pack.lines}
    return matters(pack.asks, named, {int(item.id): item.what for item in pack.forward})


def arising_from(work: UnitOfWork, partnership: Partnership, meeting: Meeting) -> tuple[Arising, ...]:
    """What became of everything a meeting was asked for, and what else is on record of it."""
    plans = live_plans(work, partnership)
    return settled(
        asked_at(work, meeting),
        meeting.id,
        [one for one in work.decisions.of(partnership.id) if one.kind is DecisionKind.OUTCOME],
        work.extensions.of_plans([plan.id for plan in plans]),
        {action.id: action for plan in plans for action in plan.actions},
    )


def told_of(work: UnitOfWork, decision: Decision) -> Arising:
    """A recorded outcome as a matter, by the number its action has now."""
    outcome = decision.outcome or Outcome("", Result.NOTED)
    if decision.action_id is not None:
        return recorded_as(matter_of(outcome, place_of(work, decision.action_id).action), decision)
    items = {one.id: one.what for one in work.boards.forward(decision.partnership_id)}
    meeting = held(work, work.partnerships.get(decision.partnership_id), decision.meeting_id)
    asked = asked_at(work, meeting) if meeting is not None else ()
    found = next(
        (matter for matter, one in asked if (one.about, one.item) == (outcome.about, outcome.item)), None
    )
    what = items.get(outcome.item, "") if outcome.item is not None else ""
    return recorded_as(found or Arising(outcome.kind, outcome.about, what), decision)


def matter_of(outcome: Outcome, action: Action) -> Arising:
    """An outcome about one action, as a matter."""
    kind = AskKind.DECIDE if outcome.kind is AskKind.NOTE else outcome.kind
    return Arising(kind, outcome.about, action.ref, (action.id,))


def held(work: UnitOfWork, partnership: Partnership, meeting_id: MeetingId | None) -> Meeting | None:
    """The meeting something is on record of."""
    return next((one for one in work.meetings.of(partnership.id) if one.id == meeting_id), None)


def on_outcomes(ordered: Ordered) -> Card:
    """Every ask of the last meeting with what became of it, and a way to record it."""
    for partnership in ordered.boards():
        meeting = last_asked(ordered.work, partnership)
        if meeting is not None:
            return card_of(ordered.work, partnership, meeting)
    return say.none_asked()


def last_asked(work: UnitOfWork, partnership: Partnership) -> Meeting | None:
    """The last meeting held, today's included, whose pack asked for something."""
    today = today_of(work, partnership)
    held = [one for one in work.meetings.of(partnership.id) if one.has_day and one.on.start <= today]
    return next((one for one in reversed(held) if asked_at(work, one)), None)


def card_of(work: UnitOfWork, partnership: Partnership, meeting: Meeting) -> Card:
    """The asks of a meeting."""
    found = arising_from(work, partnership, meeting)
    return say.card(meeting, found, [f"meeting:{meeting.id} choice:{number}" for number in range(len(found))])


def lines_of(work: UnitOfWork, partnership: Partnership, action_id: ActionId) -> list[str]:
    """Every outcome on record of an action, for its history."""
    return [
        say.in_history(
            told_of(work, one),
            one,
            held(work, partnership, one.meeting_id),
            work.people.get(one.recorded_by).name,
        )
        for one in work.decisions.of(partnership.id)
        if one.outcome is not None and one.action_id == action_id
    ]


ASKED_FOR = timedelta(days=14)
"""For so long after a meeting its officers are asked what became of its asks."""


def owe_outcomes(work: UnitOfWork, partnership: Partnership, now: datetime) -> None:
    """Ask the officers, once, on the working day after a meeting whose asks have no outcome yet."""
    today = local_day(now, partnership.zone)
    meeting = last_met(work.meetings.of(partnership.id), today)
    if meeting is None or today - meeting.on.end > ASKED_FOR:
        return
    day = add_working_days(meeting.on.end, 1, partnership.nation)
    if now < instant(day, partnership.rhythm.ask_at, partnership.zone):
        return
    if all(one.result is not None for one in arising_from(work, partnership, meeting)):
        return
    for officer in partnership.officers:
        key = f"outcomes:{meeting.id}:{officer}"
        subject: dict[str, object] = {"say": "outcomes", "meeting": int(meeting.id)}
        notify(work, partnership, work.people.get(officer), key, subject, due_at=now)
