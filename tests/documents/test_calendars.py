from datetime import date

import pytest

from bot.errors import PlanUnreadable
from documents.calendars import read_calendar


def calendar(*events: str) -> bytes:
    body = "".join(f"BEGIN:VEVENT\r\nUID:{n}\r\n{event}\r\nEND:VEVENT\r\n" for n, event in enumerate(events))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{body}END:VCALENDAR\r\n".encode()


def days(*events: str) -> list[tuple[str, date, date]]:
    return [(m.body, m.first_day, m.last_day) for m in read_calendar(calendar(*events))]


def test_a_meeting_of_a_day_and_one_of_an_hour() -> None:
    assert days(
        "SUMMARY:Board\r\nDTSTART;VALUE=DATE:20270504\r\nDTEND;VALUE=DATE:20270505",
        "SUMMARY:Executive\r\nDTSTART;TZID=Europe/London:20270601T140000\r\nDTEND;TZID=Europe/London:20270601T150000",
        "SUMMARY:Away days\r\nDTSTART;VALUE=DATE:20270610\r\nDURATION:P2D",
    ) == [
        ("Board", date(2027, 5, 4), date(2027, 5, 4)),
        ("Executive", date(2027, 6, 1), date(2027, 6, 1)),
        ("Away days", date(2027, 6, 10), date(2027, 6, 11)),
    ]


def test_the_day_is_that_of_the_place_and_of_home_for_universal_time() -> None:
    found = days("SUMMARY:Late\r\nDTSTART:20270601T233000Z", "SUMMARY:Winter\r\nDTSTART:20270105T233000Z")
    assert [day for _, day, _ in found] == [date(2027, 1, 5), date(2027, 6, 2)]


def test_a_series_is_written_out_across_a_change_of_clocks_without_its_exceptions() -> None:
    series = (
        "SUMMARY:LIT\r\nDTSTART;TZID=Europe/London:20270302T100000\r\nRRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=5\r\n"
        "EXDATE;TZID=Europe/London:20270504T100000"
    )
    assert [day for _, day, _ in days(series)] == [
        date(2027, 3, 2),
        date(2027, 4, 6),
        date(2027, 6, 1),
        date(2027, 7, 6),
    ]


def test_a_moved_meeting_takes_the_place_of_its_day_and_a_cancelled_one_is_gone() -> None:
    content = calendar("SUMMARY:LIT\r\nDTSTART;VALUE=DATE:20270302\r\nRRULE:FREQ=WEEKLY;COUNT=3").replace(
        b"END:VCALENDAR",
        b"BEGIN:VEVENT\r\nUID:0\r\nSUMMARY:LIT\r\nRECURRENCE-ID;VALUE=DATE:20270309\r\nDTSTART;VALUE=DATE:20270310\r\n"
        b"END:VEVENT\r\nBEGIN:VEVENT\r\nUID:0\r\nSTATUS:CANCELLED\r\nRECURRENCE-ID;VALUE=DATE:20270316\r\n"
        b"DTSTART;VALUE=DATE:20270316\r\nEND:VEVENT\r\nEND:VCALENDAR",
    )
    assert [m.first_day for m in read_calendar(content)] == [date(2027, 3, 2), date(2027, 3, 10)]


def test_a_rule_without_an_end_is_followed_for_some_years_only() -> None:
    found = days("SUMMARY:LIT\r\nDTSTART;VALUE=DATE:20270302\r\nRRULE:FREQ=WEEKLY")
    assert 500 < len(found) < 1600
    assert found[-1][1] < date(2043, 1, 1)


@pytest.mark.parametrize(
    "content",
    [
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        calendar("SUMMARY:x\r\nDTSTART:20270302T100000\r\nRRULE:FREQ=SECONDLY"),
        calendar("SUMMARY:x\r\nDTSTART:nonsense"),
    ],
)
def test_a_broken_calendar_is_refused(content: bytes) -> None:
    with pytest.raises(PlanUnreadable, match="damaged or not complete"):
        read_calendar(content)
