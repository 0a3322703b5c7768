"""A timetable becomes meetings, each with the deadline printed beside it."""

from __future__ import annotations

from datetime import date

from bot.importing.listed_meetings import timetable_of
from bot.importing.rows import Cell, RawDocument, table_of
from bot.language.reading import Conventions
from bot.timescale import Precision

TODAY = date(2026, 9, 21)


def read(*rows: tuple[Cell, ...]) -> tuple[list[tuple[str, date, date | None, date | None]], tuple[int, ...]]:
    document = RawDocument("dates", (table_of(rows),))
    found, unread = timetable_of(document, TODAY, Conventions(), "Board")
    told = [
        (
            one.body,
            one.on.end,
            one.papers_due.end if one.papers_due else None,
            one.briefing.end if one.briefing else None,
        )
        for one in found
    ]
    return told, unread


def test_each_meeting_keeps_its_own_deadline() -> None:
    found, unread = read(
        ("Date", "Agenda papers"),
        ("Monday Feb 22nd 2027", "Friday Feb 12th 2027"),
        ("May 13th 2027", "May 6 2027"),
        (date(2027, 6, 21), date(2027, 6, 14)),
    )
    assert found == [
        ("Board", date(2027, 2, 22), date(2027, 2, 12), None),
        ("Board", date(2027, 5, 13), date(2027, 5, 6), None),
        ("Board", date(2027, 6, 21), date(2027, 6, 14), None),
    ]
    assert unread == ()


def test_one_round_may_have_a_briefing_and_a_decision() -> None:
    found, _ = read(
        ("Date", "Agenda papers"), ("July 6th 2027 Briefing July 14th 2027 Cabinet", "June 29th 2027")
    )
    assert found == [("Board", date(2027, 7, 14), date(2027, 6, 29), date(2027, 7, 6))]


def test_a_month_without_a_day_is_a_meeting_too() -> None:
    document = RawDocument("dates", (table_of([("Meeting", "Papers"), ("June 2027", "")]),))
    (found,), _ = timetable_of(document, TODAY, Conventions(), "Board")
    assert (found.on.precision, found.papers_due) == (Precision.MONTH, None)


def test_the_table_may_say_whose_meeting_it_is_and_a_row_without_a_day_is_named() -> None:
    found, unread = read(
        ("Committee", "Meeting date", "Papers due"),
        ("Scrutiny", "14 Oct 2026", "5 Oct 2026"),
        ("Scrutiny", "to be agreed", ""),
    )
    assert found == [("Scrutiny", date(2026, 10, 14), date(2026, 10, 5), None)]
    assert unread == (3,)


def test_a_table_of_something_else_gives_no_meeting() -> None:
    assert read(("Name", "Employer"), ("S Okoro", "Dunvale NHS Trust")) == ([], ())
