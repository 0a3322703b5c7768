"""The board calendar in words: a list, the next meeting, and what changed about one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.card import Card, Line, Tone
from bot.meetings import MeetingChange, MeetingDates, Year
from bot.partnership import Meeting
from bot.phrases import dates
from bot.phrases.words import counted
from bot.timescale import Precision, Timescale

MEETINGS_A_LINE = 12


@dataclass(frozen=True, slots=True)
class Moments:
    """A meeting and its three moments as they fall: `papers_on` the day papers go, a working day."""

    meeting: Meeting
    updates_by: datetime | None
    papers_on: date | None


def when(on: Timescale) -> str:
    """ "Wed 14 Oct 2026", or "Nov 2026, date to be fixed"."""
    if on.precision is Precision.DAY:
        return dates.weekday_with_year(on.end)
    return f"{dates.timescale(on)}, date to be fixed"


def named(meeting: Meeting) -> str:
    """ "Board, Wed 14 Oct 2026"."""
    return f"{meeting.body}, {when(meeting.on)}"


def in_list(one: Moments) -> str:
    """A meeting with its three moments, in a line."""
    meeting = one.meeting
    parts = [named(meeting)]
    if meeting.briefing_on is not None:
        parts.append(f"briefing {dates.weekday_and_day(meeting.briefing_on)}")
    if one.updates_by is not None:
        parts.append(
            f"updates by {dates.clock(one.updates_by)} {dates.weekday_and_day(one.updates_by.date())}"
        )
    if one.papers_on is not None:
        parts.append(_papers(meeting, one.papers_on))
    elif meeting.has_day:
        parts.append("no paper date yet")
    return " · ".join(parts)


def _papers(meeting: Meeting, goes_on: date) -> str:
    due = meeting.papers_due_on
    went = f"papers {dates.weekday_and_day(goes_on)}"
    return went if due in (None, goes_on) else f"{went} (due {dates.weekday_and_day(due)})"


def against_least(one: Year) -> str:
    """ "Joint forum: 1 of 3 held this year, 1 more in the calendar, 1 still to be planned."."""
    parts = [f"{one.held} of {one.least} held this year"]
    if coming := one.planned - one.held:
        parts.append(f"{coming} {'more ' if one.held else ''}in the calendar")
    if one.missing:
        parts.append(f"{one.missing} still to be planned")
    return f"{one.body}: {', '.join(parts)}."


def of_year(this_year: Sequence[Year]) -> list[str]:
    """What was held this year: a line for each body that is to meet so often, one for the others."""
    others = [f"{one.body} {one.held} of {one.planned}" for one in this_year if one.least is None]
    least = [against_least(one) for one in this_year if one.least is not None]
    return [*least, *([f"Held this year: {' · '.join(others)}"] if others else [])]


def calendar(name: str, ahead: Sequence[Moments], *, held: int, this_year: Sequence[Year] = ()) -> Card:
    """Every meeting to come; those held are counted, of this year for each body."""
    title = f"{name}: {counted(len(ahead), 'meeting')} to come"
    if not ahead:
        text = f"{name} has no meeting to come in its calendar."
        told = [against_least(one) for one in this_year if one.least is not None]
        told.append("The board officer can add one.")
        return Card(text, (Line(text), Line("\n".join(told), Tone.QUIET)))
    lines = [in_list(one) for one in ahead]
    pieces = [
        Line("\n".join(lines[start : start + MEETINGS_A_LINE]))
        for start in range(0, len(lines), MEETINGS_A_LINE)
    ]
    past = [f"{counted(held, 'meeting')} held before today."] if held else []
    past += of_year(this_year)
    quiet = (Line("\n".join(past), Tone.QUIET),) if past else ()
    return Card(title, (Line(title, Tone.HEADING), *pieces, *quiet))


def the_next(one: Moments | None, name: str, body: str) -> Card:
    """The next meeting and what it asks of people."""
    if one is None:
        text = f"No meeting of {body or name} is in the calendar."
        return Card(text, (Line(text),))
    text = f"Next: {in_list(one)}."
    return Card(text, (Line(text),))


def without_day(meeting: Meeting) -> Card:
    """To a board officer: a meeting that is near has only a month."""
    text = f"{named(meeting)}. Which day is it, and when are its papers due?"
    hint = "Leads are asked once its day or its papers are known."
    return Card(text, (Line(text), Line(hint, Tone.QUIET)))


def after_the_meeting(what: str, day: date, on: Timescale) -> str:
    """Why a meeting's dates cannot stand."""
    verb = "would be" if what == "briefing" else "would be due"
    return f"The {what} of {when(on)} {verb} after it, on {dates.weekday_with_year(day)}."


def changed(change: MeetingChange, by: str) -> str:
    """One line of a meeting's history."""
    at = dates.day_with_year(change.at.date())
    if change.was is None:
        return f"{at}, {by}: put in the calendar, {_told(change.now)}"
    if change.now.is_removed:
        return f"{at}, {by}: removed"
    return f"{at}, {by}: {_told(change.was)} → {_told(change.now)}"


def _told(found: MeetingDates) -> str:
    papers = f", papers due {dates.weekday_and_day(found.papers_due_on)}" if found.papers_due_on else ""
    return f"{when(found.on)}{papers}"
