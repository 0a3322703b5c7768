"""What a status is asked of: a filter, since when, or as at which day."""

from __future__ import annotations

from datetime import date

import pytest

from bot.status_question import Question, Since, question_of

TODAY = date(2026, 10, 14)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("", Question("")),
        ("red", Question("red")),
        ("since papers", Question("", Since.PAPERS)),
        ("since the papers went out", Question("", Since.PAPERS)),
        ("since last board", Question("", Since.BOARD)),
        ("since the board last met", Question("", Since.BOARD)),
        ("red since the last meeting", Question("red", Since.BOARD)),
        ("since 1 Sept", Question("", Since.DAY, date(2026, 9, 1))),
        ("L Smith since June 2026", Question("L Smith", Since.DAY, date(2026, 6, 1))),
        ("as at 2 Oct", Question("", as_at=date(2026, 10, 2))),
        ("late as at 2 Oct 2026", Question("late", as_at=date(2026, 10, 2))),
        ("as at the other day", Question("", unread="the other day")),
        ("since we began", Question("", Since.BOARD, body="we began")),
    ],
)
def test_a_filter_may_say_since_when_or_as_at_which_day(words: str, meant: Question) -> None:
    assert question_of(words, TODAY) == meant


def test_a_day_without_a_year_is_the_last_one() -> None:
    assert question_of("as at 2 Dec", TODAY).as_at == date(2025, 12, 2)
