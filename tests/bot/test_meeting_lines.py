"""Meetings as an officer types them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.meeting_lines import MeetingLine, read_meeting_lines
from bot.timescale import Timescale

TODAY = date(2026, 9, 21)


def read(text: str) -> tuple[tuple[date, date | None], ...] | str:
    def when(words: str) -> Timescale | None:
        return read_timescale(words, TODAY, Conventions())

    found = read_meeting_lines(text, when)
    return found if isinstance(found, str) else tuple((line.on.end, line.papers_due) for line in found)


@pytest.mark.parametrize(
    "line",
    [
        "14 Oct 2026, papers 4 Oct 2026",
        "14 October 2026 papers due on 4 October",
        "• 14 Oct 2026 (papers: 4 Oct 2026)",
        "Wed 14 Oct 2026; papers by 4 Oct 2026.",
        "board 14th october, papers by 4th october",
        "The Programme Board is on 14 Oct, papers 4 Oct",
    ],
)
def test_a_line_is_a_meeting_and_its_papers(line: str) -> None:
    assert read(line) == ((date(2026, 10, 14), date(2026, 10, 4)),)


def test_several_lines_blank_ones_and_a_month_without_a_day() -> None:
    assert read("14 Oct 2026\n\n11 Nov 2026\nDec 2026\n") == (
        (date(2026, 10, 14), None),
        (date(2026, 11, 11), None),
        (date(2026, 12, 31), None),
    )
    assert read("") == ()


@pytest.mark.parametrize("line", ["soon", "2026", "14 Oct 2026, papers soon", "14 Oct 2026, papers Oct 2026"])
def test_the_first_line_that_is_none_is_given_back(line: str) -> None:
    assert read(f"14 Oct 2026\n{line}") == line


def test_a_line_is_a_value() -> None:
    (found,) = read_meeting_lines("14 Oct 2026", lambda words: Timescale.of_day(date(2026, 10, 14), words))
    assert found == MeetingLine(Timescale.of_day(date(2026, 10, 14), "14 Oct 2026"), None)


def test_a_line_may_say_whose_meeting_it_is() -> None:
    found = read_meeting_lines(
        "programme board, 14 Oct 2026", lambda words: read_timescale(words, TODAY, Conventions())
    )
    assert not isinstance(found, str)
    assert [line.body for line in found] == ["Programme board"]
