"""Calendar files (.ics): each meeting on its days, series written out, cancelled ones left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar

from bot.errors import PlanUnreadable
from bot.importing.rows import RawMeeting
from bot.phrases import files as sentences
from documents.ics import BODY, BRIEFING, OURS, PAPERS
from documents.limits import MAX_ROWS

_HOME = ZoneInfo("Europe/London")
_MOST_OF_A_SERIES = 1500
_LONGEST_SERIES = timedelta(days=366 * 15)
_RULES_BY_THE_DAY = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})


def read_calendar(content: bytes) -> tuple[RawMeeting, ...]:
    """The meetings in order of their days. Raises `PlanUnreadable` for a file that is no calendar."""
    if b"END:VCALENDAR" not in content.upper():
        raise PlanUnreadable(*sentences.damaged_calendar())
    try:
        found = tuple(islice(_meetings(Calendar.from_ical(content, multiple=True)), MAX_ROWS + 1))
    except Exception as error:  # icalendar and dateutil let through whatever a broken file makes of them
        raise PlanUnreadable(*sentences.damaged_calendar()) from error
    if len(found) > MAX_ROWS:
        raise PlanUnreadable(*sentences.too_many_rows(MAX_ROWS))
    return tuple(sorted(found, key=lambda meeting: (meeting.first_day, meeting.last_day, meeting.body)))


def _meetings(calendars: Iterable[Any]) -> Iterator[RawMeeting]:
    events = [event for calendar in calendars for event in calendar.walk("VEVENT") if "DTSTART" in event]
    # An entry with a recurrence's id takes the place of that one day of its series.
    moved = {
        (str(event.get("UID")), _day(event.decoded("RECURRENCE-ID")))
        for event in events
        if "RECURRENCE-ID" in event
    }
    for event in events:
        if str(event.get("STATUS", "")).upper() == "CANCELLED" or _is_a_deadline(event):
            continue
        is_of_a_series = "RRULE" in event or "RDATE" in event
        for start in _starts(event):
            if is_of_a_series and (str(event.get("UID")), start) in moved:
                continue
            yield _meeting(event, start, is_of_a_series=is_of_a_series)


def _is_a_deadline(event: Any) -> bool:
    """Whether a calendar of ours tells by it of a meeting that stands in the file by itself."""
    return str(event.get("UID", "")).endswith(OURS) and not event.get(BODY)


def _meeting(event: Any, start: date, *, is_of_a_series: bool) -> RawMeeting:
    name = " ".join(str(event.get(BODY) or event.get("SUMMARY", "")).split()) or sentences.UNNAMED_MEETING
    notes = "\n".join(filter(None, (str(event.get("LOCATION", "")), str(event.get("DESCRIPTION", "")))))
    return RawMeeting(
        body=name,
        first_day=start,
        last_day=start + _length(event),
        notes="" if BODY in event else notes,
        series=name if is_of_a_series else "",
        papers_due_on=_day_given(event, PAPERS),
        briefing_on=_day_given(event, BRIEFING),
    )


def _day_given(event: Any, name: str) -> date | None:
    """A day that a calendar of ours keeps beside a meeting."""
    return date.fromisoformat(str(event[name])) if event.get(name) else None


def _starts(event: Any) -> list[date]:
    """The local days an entry falls on; a rule without an end is followed for a few years only."""
    first = event.decoded("DTSTART")
    if "RRULE" not in event and "RDATE" not in event:
        return [_day(first)]
    days = {_day(first)}
    if "RRULE" in event:
        days.update(_recurrences(event["RRULE"], first))
    days.update(_listed(event.get("RDATE")))
    return sorted(days - set(_listed(event.get("EXDATE"))))


def _recurrences(rules: Any, first: date) -> Iterator[date]:
    """The days of a rule, counted on the wall clock of its own zone so that no clock change moves one."""
    for rule in rules if isinstance(rules, list) else [rules]:
        if {str(word).upper() for word in rule.get("FREQ", ())} - _RULES_BY_THE_DAY:
            raise ValueError("meetings do not come round by the hour")
        plain = rule.copy()
        until = plain.pop("UNTIL", [None])[0]
        last = min(_day(first) + _LONGEST_SERIES, _day(until) if until is not None else date.max)
        start = datetime.combine(_wall_day(first), datetime.min.time())
        shift = _day(first) - _wall_day(first)
        for found in islice(rrulestr(plain.to_ical().decode(), dtstart=start), _MOST_OF_A_SERIES):
            if found.date() + shift > last:
                break
            yield found.date() + shift


def _listed(values: Any) -> Iterator[date]:
    for one in values if isinstance(values, list) else [values] if values is not None else []:
        for value in one.dts:
            yield _day(value.dt[0] if isinstance(value.dt, tuple) else value.dt)


def _length(event: Any) -> timedelta:
    """How many days after its first an entry ends; a calendar's whole days end on the day after."""
    start = event.decoded("DTSTART")
    end = event.decoded("DTEND") if "DTEND" in event else None
    if end is None:
        return (
            max(timedelta(), event.decoded("DURATION") - timedelta(days=1))
            if "DURATION" in event
            else timedelta()
        )
    last = end - timedelta(microseconds=1) if isinstance(end, datetime) else end - timedelta(days=1)
    return max(timedelta(), _day(last) - _day(start))


def _day(moment: date) -> date:
    """The day a moment falls on where it is held: its own zone's, and for UTC the one at home."""
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo is not None and moment.utcoffset() == timedelta() and moment.tzname() in ("UTC", "Z"):
        return moment.astimezone(_HOME).date()
    return moment.date()


def _wall_day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
