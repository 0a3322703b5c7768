"""Rounds of asking: when a partnership's leads are asked, reminded, and when their word is due."""

from __future__ import annotations

import calendar as month_lengths
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.calendar import add_working_days, working_day_on_or_before
from bot.instants import instant, local_day, week_key
from bot.meetings import papers_go_on
from bot.partnership import Cadence, Meeting, Partnership
from bot.timescale import Precision

NOON = time(12, 0)
WORKING_DAYS_TO_CHECK = 3
"""How long the board officer has between the last update and the papers, unless a meeting says otherwise."""
WEEKLY_ASK_WORKING_DAYS = 4
FRIDAY = 5


@dataclass(frozen=True, slots=True)
class Round:
    """One round: all instants in UTC, `on` the day the news is for (the meeting, or the last day)."""

    key: str
    on: date
    ask_at: datetime
    remind_at: datetime
    updates_by: datetime
    papers_on: date | None = None
    body: str = ""


def meeting_round(meeting: Meeting, partnership: Partnership) -> Round | None:
    """The round for one meeting; None while its day and its papers are still to be fixed."""
    papers_on = papers_go_on(meeting, partnership)
    last = papers_on or (meeting.on.end if meeting.on.precision is Precision.DAY else None)
    if last is None:
        return None
    if meeting.updates_by is not None:
        local = meeting.updates_by.replace(tzinfo=None)
    else:
        local = datetime.combine(
            add_working_days(last, -WORKING_DAYS_TO_CHECK, partnership.nation), NOON, tzinfo=None
        )
    return _round(
        f"meeting:{meeting.id}",
        meeting.on.end,
        local,
        partnership,
        working_days=partnership.rhythm.ask_working_days,
        papers_on=papers_on,
        body=meeting.body,
    )


def _round(
    key: str,
    on: date,
    local_updates_by: datetime,
    partnership: Partnership,
    *,
    working_days: int,
    papers_on: date | None = None,
    body: str = "",
) -> Round:
    zone, nation, at = partnership.zone, partnership.nation, partnership.rhythm.ask_at
    last_day = local_updates_by.date()
    return Round(
        key=key,
        on=on,
        ask_at=instant(add_working_days(last_day, -working_days, nation), at, zone),
        remind_at=instant(add_working_days(last_day, -1, nation), at, zone),
        updates_by=instant(last_day, local_updates_by.time(), zone),
        papers_on=papers_on,
        body=body,
    )


def _monthly(partnership: Partnership, first: date, last: date) -> list[Round]:
    found = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        end = date(year, month, month_lengths.monthrange(year, month)[1])
        due = working_day_on_or_before(end, partnership.nation)
        found.append(
            _round(
                f"month:{year}-{month:02d}",
                due,
                datetime.combine(due, NOON, tzinfo=None),
                partnership,
                working_days=partnership.rhythm.ask_working_days,
            )
        )
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def _weekly(partnership: Partnership, first: date, last: date) -> list[Round]:
    found = []
    monday = first - timedelta(days=first.isoweekday() - 1)
    while monday <= last:
        year, week, _ = monday.isocalendar()
        due = working_day_on_or_before(date.fromisocalendar(year, week, FRIDAY), partnership.nation)
        found.append(
            _round(
                f"week:{week_key(monday)}",
                due,
                datetime.combine(due, NOON, tzinfo=None),
                partnership,
                working_days=min(partnership.rhythm.ask_working_days, WEEKLY_ASK_WORKING_DAYS),
            )
        )
        monday += timedelta(days=7)
    return found


def rounds(partnership: Partnership, meetings: Sequence[Meeting], around: datetime) -> tuple[Round, ...]:
    """The partnership's rounds from half a year before this instant to half a year after, in order."""
    today = local_day(around, partnership.zone)
    first, last = today - timedelta(days=190), today + timedelta(days=190)
    if partnership.rhythm.cadence is Cadence.MONTHLY:
        found = _monthly(partnership, first, last)
    elif partnership.rhythm.cadence is Cadence.WEEKLY:
        found = _weekly(partnership, first, last)
    else:
        found = [
            made
            for meeting in meetings
            if first <= meeting.on.end <= last and (made := meeting_round(meeting, partnership)) is not None
        ]
    return tuple(sorted(found, key=lambda one: (one.updates_by, one.key)))


def next_round(all_rounds: Sequence[Round], now: datetime) -> Round | None:
    """The next round that has not been asked yet."""
    return next((one for one in all_rounds if one.ask_at > now), None)


def round_for_news(all_rounds: Sequence[Round], now: datetime) -> Round | None:
    """The round a piece of news is in time for: the first whose updates are still awaited."""
    return next((one for one in all_rounds if one.updates_by >= now), None)


def _end_of(one: Round) -> datetime:
    return max(datetime.combine(one.on, time(23, 59), tzinfo=UTC), one.updates_by)


def fresh_since(all_rounds: Sequence[Round], this: Round) -> datetime:
    """From when a report counts for this round: since the body last met, or two weeks before the ask."""
    before = [one for one in all_rounds if (one.updates_by, one.key) < (this.updates_by, this.key)]
    if not before:
        return this.ask_at - timedelta(days=14)
    return min(_end_of(before[-1]), this.ask_at)


@dataclass(frozen=True, slots=True)
class Silence:
    """Before when silence counts. What was due only after `horizon`, and was in order, was not asked about
    in that round if it had been spoken of within a quarter: see `bot.prompting`."""

    before: datetime
    horizon: date


def horizon_of(all_rounds: Sequence[Round], this: Round) -> date:
    """The day of the round after this one: what is due by then is due within two rounds."""
    later = [one for one in all_rounds if one.updates_by > this.updates_by]
    if later:
        return later[0].on
    return date.fromordinal(this.on.toordinal() + 62)


def silent_before(
    all_rounds: Sequence[Round], now: datetime, went_live_at: datetime | None, grace_rounds: int
) -> Silence | None:
    """The instant since which an action must have been spoken of, or it counts as "no update".

    It is the freshness of the `grace_rounds`-th last round that has closed; rounds asked before go live
    do not count, so that silence starts with the first round the leads were part of.
    """
    if went_live_at is None:
        return None
    closed = [one for one in all_rounds if one.updates_by <= now and one.ask_at >= went_live_at]
    if len(closed) < grace_rounds:
        return None
    last = closed[-max(grace_rounds, 1)]
    return Silence(fresh_since(all_rounds, last), horizon_of(all_rounds, last))
