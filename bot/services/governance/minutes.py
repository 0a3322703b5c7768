""" "minutes": what the last meeting decided and agreed to do, as it was captured, ready for the minutes."""

from __future__ import annotations

from datetime import date

from bot.asks import MORE_TIME
from bot.card import Card
from bot.errors import NotAllowed, NotFound
from bot.governance import Decision, DecisionKind, ExtensionState
from bot.instants import local_day
from bot.meeting_words import meeting_said
from bot.partnership import Meeting, Partnership
from bot.permissions import can_record, check_can_record
from bot.phrases import minutes as say
from bot.phrases import outcomes as outcome_words
from bot.phrases.words import quoted
from bot.ports import UnitOfWork
from bot.services.arrangements.calendar_words import body_named
from bot.services.context.ordered import Ordered
from bot.services.context.places import place_of
from bot.services.context.standings import live_plans, today_of
from bot.services.reports.outcomes import arising_from
from bot.services.updates import deciding_time
from bot.timescale import Precision, Timescale


def on_minutes(ordered: Ordered) -> Card:
    """Of today's meeting or of the last one, of the body that is named or of any."""
    people = ordered.work.people
    for _, partnership in ordered.view.plans:
        if can_record(ordered.person, partnership):
            return _of(ordered.work, partnership, ordered.order.words)
    for _, partnership in ordered.view.plans[:1]:
        check_can_record(ordered.person, partnership, people.get)
        raise NotAllowed("record a decision")
    raise NotFound("a plan of yours")


def _of(work: UnitOfWork, partnership: Partnership, words: str) -> Card:
    known = work.meetings.of(partnership.id)
    today = today_of(work, partnership)
    said = meeting_said(words, today)
    body = body_named(said.body, tuple(dict.fromkeys(one.body for one in known))) if said.body else None
    among = [one for one in known if one.has_day and body in (None, one.body)]
    if said.when is not None:
        among = [one for one in among if _is_then(one, said.when, words)]
        if among and all(one.on.start > today for one in among):
            return say.not_held_yet(among[0])
    held = [one for one in among if one.on.start <= today]
    if not held:
        return say.no_meeting(body or partnership.name, words if said.when is not None else "")
    meeting = max(held, key=lambda one: (one.on.end, one.id))
    recorded = work.decisions.of(partnership.id)
    here = [one for one in recorded if _was_made_at(one, meeting, partnership)]
    return say.card(
        say.Minutes(
            meeting=meeting,
            decided=(*_decided(here), *_time(work, partnership, meeting), *_asks(work, partnership, meeting)),
            agreed=tuple(say.new_action(one) for one in here if one.kind is DecisionKind.NEW_ACTION),
            carried_over=tuple(
                action
                for one in recorded
                if one not in here and one.kind is DecisionKind.NEW_ACTION and one.action_id is not None
                if (action := place_of(work, one.action_id).action).status.is_open
            ),
        )
    )


def _is_then(one: Meeting, when: Timescale, words: str) -> bool:
    """Whether a meeting is on this day or in this month; in this year where the words give one."""
    on = one.on.end
    is_year = str(when.end.year) not in words or on.year == when.end.year
    return (
        is_year
        and on.month == when.end.month
        and (when.precision is Precision.MONTH or on.day == when.end.day)
    )


def _was_made_at(one: Decision, meeting: Meeting, partnership: Partnership) -> bool:
    """Whether it is of this meeting: said to be, or put on record on its day and of no other."""
    made_on: date = local_day(one.made_at, partnership.zone)
    return one.meeting_id == meeting.id or (one.meeting_id is None and made_on == meeting.on.end)


def _decided(here: list[Decision]) -> tuple[say.Minuted, ...]:
    return tuple(
        say.Minuted(one.minute_ref, quoted(one.words)) for one in here if one.kind is DecisionKind.DECISION
    )


def _time(work: UnitOfWork, partnership: Partnership, meeting: Meeting) -> tuple[say.Minuted, ...]:
    """More time, as the meeting decided it."""
    plans = [plan.id for plan in live_plans(work, partnership)]
    settled = (ExtensionState.GRANTED, ExtensionState.REFUSED)
    return tuple(
        say.Minuted(one.minute_ref, deciding_time.sentence(work, one))
        for one in work.extensions.of_plans(plans)
        if one.meeting_id == meeting.id and one.state in settled
    )


def _asks(work: UnitOfWork, partnership: Partnership, meeting: Meeting) -> tuple[say.Minuted, ...]:
    """What became of the asks of the meeting's pack, but for more time, which is told as it was decided."""
    return tuple(
        say.Minuted(one.minute_ref, outcome_words.line(one))
        for one in arising_from(work, partnership, meeting)
        if one.result is not None and one.about != MORE_TIME
    )
