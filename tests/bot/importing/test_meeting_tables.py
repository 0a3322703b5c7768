from datetime import date

from bot.draft import DoubtKind, DraftMeeting, DraftPlan
from bot.importing.plan import read_document
from bot.importing.rows import Cell, RawDocument, RawMeeting, table_of
from bot.language.reading import Conventions

TODAY = date(2027, 4, 1)


def plan(*rows: list[Cell]) -> DraftPlan:
    return read_document(RawDocument("dates", (table_of(rows),)), TODAY, Conventions())


def days(meeting: DraftMeeting) -> tuple[str, date, date | None]:
    return meeting.name, meeting.on.start, meeting.papers_due.start if meeting.papers_due else None


def test_each_meeting_has_its_own_paper_deadline() -> None:
    found = plan(
        ["Meeting", "Date", "Papers due"],
        ["Partnership Board", "Tuesday 4 May 2027", "23 April 2027"],
        ["Executive", date(2027, 6, 7), date(2027, 6, 1)],
        ["Cabinet", "14/07/2027", ""],
        ["Forum", "September 2027", "tbc"],
    )
    assert [days(meeting) for meeting in found.meetings[:3]] == [
        ("Partnership Board", date(2027, 5, 4), date(2027, 4, 23)),
        ("Executive", date(2027, 6, 7), date(2027, 6, 1)),
        ("Cabinet", date(2027, 7, 14), None),
    ]
    assert found.meetings[3].on.end == date(2027, 9, 30)
    assert found.actions == ()


def test_a_briefing_stands_with_its_meeting_and_other_days_apart() -> None:
    found = plan(
        ["", "Date", "Agenda papers"],
        ["Larkmere Council", "July 6th 2027 Briefing July 14th 2027 Cabinet", "June 29th 2027"],
        ["Dunvale Council", "May 3rd 2027 Committee May 12th 2027 Council", "April 26th 2027"],
    )
    cabinet, committee, council = found.meetings
    assert cabinet.briefing is not None
    assert (cabinet.name, cabinet.briefing.start, cabinet.on.start) == (
        "Larkmere Council",
        date(2027, 7, 6),
        date(2027, 7, 14),
    )
    assert (committee.name, council.name) == ("Dunvale Council (Committee)", "Dunvale Council (Council)")


def test_the_timetable_of_a_real_round_in_its_own_words() -> None:
    found = plan(
        ["", "Date", "Agenda papers"],
        ["Larkmere Council", "July 6th 2004 Briefing July 14th 2004 Cabinet", "June 29th 2004"],
        ["Joint Executive", "Monday Feb 23rd 2004", "Friday Feb 13th 2004"],
        ["Resubmission to the Joint Executive", "June 2004", ""],
        ["Start Date Sept 2004", "", ""],
    )
    cabinet, executive, again = found.meetings
    assert cabinet.briefing is not None
    assert (cabinet.briefing.start, days(cabinet)[1:]) == (
        date(2004, 7, 6),
        (date(2004, 7, 14), date(2004, 6, 29)),
    )
    assert days(executive)[1:] == (date(2004, 2, 23), date(2004, 2, 13))
    assert again.on.end == date(2004, 6, 30)
    (doubt,) = found.doubts
    assert "Start Date Sept 2004" in doubt.message


def test_rows_that_are_no_meeting_are_said_whole() -> None:
    found = plan(
        ["Board", "Date", "Agenda papers"],
        ["Larkmere Board", "4 May 2027", "23 April 2027"],
        ["Discussion period May 17th to June 11th 2027", "", ""],
    )
    (doubt,) = found.doubts
    assert doubt.kind is DoubtKind.ROW_NOT_READ
    assert "Discussion period May 17th to June 11th 2027" in doubt.message


def test_meetings_beside_a_plan() -> None:
    sheets = (
        table_of([["Ref", "Action", "Lead", "Due"], ["1", "Write it", "R Vale", "May 2027"]], name="Plan"),
        table_of([["Meeting", "Date"], ["Board", "4 May 2027"]], name="Dates"),
    )
    found = read_document(RawDocument("both", sheets), TODAY, Conventions())
    assert (len(found.actions), len(found.meetings)) == (1, 1)
    assert found.doubts == ()


def test_a_series_is_read_for_a_year_and_a_half() -> None:
    tenths = [date(2026 + month // 12, month % 12 + 1, 10) for month in range(48)]
    meetings = [RawMeeting("LIT", day, day, "", "LIT") for day in tenths]
    once = RawMeeting("Launch", date(2020, 5, 1), date(2020, 5, 2), "Papers due: 20 April 2020")
    found = read_document(RawDocument("cal", (), (*meetings, once)), TODAY, Conventions())
    series = [meeting.on.start for meeting in found.meetings if meeting.body == "LIT"]
    assert (min(series), max(series)) == (date(2027, 3, 10), date(2028, 9, 10))
    (launch,) = [meeting for meeting in found.meetings if meeting.body == "Launch"]
    assert (launch.on.start, launch.on.end) == (date(2020, 5, 1), date(2020, 5, 2))
    assert launch.papers_due is not None
    assert launch.papers_due.start == date(2020, 4, 20)
    (doubt,) = found.doubts
    assert doubt.kind is DoubtKind.HIDDEN
