"""What a message is for."""

from datetime import date

import pytest

from bot.language.reading import Kind
from tests.bot.language.reader import reading

KINDS = [
    ("who leads 2.2?", Kind.QUESTION),
    ("what's mine?", Kind.QUESTION),
    ("is 2.1 still amber?", Kind.QUESTION),
    ("can someone tell me when 2.1 is due?", Kind.QUESTION),
    ("Did you get my update on 2.4", Kind.QUESTION),
    ("How many actions are red?", Kind.QUESTION),
    ("show me the reds", Kind.QUESTION),
    ("Please can we have an extension on 2.4 to end of March", Kind.REQUEST),
    ("2.2 needs a new lead, K Bramley has moved on", Kind.REQUEST),
    ("would the board agree to move 4.2 to 2027/28 Q3?", Kind.REQUEST),
    ("can we have until Friday week?", Kind.REQUEST),
    ("help", Kind.COMMAND),
    ("undo", Kind.COMMAND),
    ("status red", Kind.COMMAND),
    ("/plan-status 2.7", Kind.COMMAND),
    ("status is red", Kind.UPDATE),
    ("I'm on leave 14-28 December", Kind.ABSENCE),
    ("out of office until Monday 7 December", Kind.ABSENCE),
    ("I'm off from Thursday until 7 December. 4.1 no change.", Kind.UPDATE),
    ("thanks, will do", Kind.OTHER),
    ("Sat with the team and agreed the scope, no issues", Kind.UPDATE),
    ("", Kind.OTHER),
    ("2.1 amber", Kind.UPDATE),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_message_is_for_one_thing(text: str, kind: Kind) -> None:
    assert reading(text).kind is kind


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("annual leave 21 Dec to 4 Jan, will update after", date(2026, 12, 21), date(2027, 1, 4)),
        ("I'll be away all next week", date(2026, 11, 23), date(2026, 11, 29)),
        ("out of office until Monday 7 December", date(2026, 11, 22), date(2026, 12, 7)),
        ("on annual leave from 21 December, back 4 January", date(2026, 12, 21), date(2027, 1, 3)),
        ("on leave from monday for two weeks", date(2026, 11, 23), date(2026, 12, 6)),
        ("off for a fortnight from Monday", date(2026, 11, 23), date(2026, 12, 6)),
        ("off Friday", date(2026, 11, 27), date(2026, 11, 27)),
        ("annual leave 7/12 for 10 days", date(2026, 12, 7), date(2026, 12, 16)),
        ("on maternity leave from December for 9 months", date(2026, 12, 1), date(2027, 8, 31)),
        ("sorry, back on the 12th", date(2026, 11, 22), date(2026, 12, 11)),
        ("I'll be back in on Monday 7 December", date(2026, 11, 22), date(2026, 12, 6)),
        ("not in until Thursday", date(2026, 11, 22), date(2026, 11, 25)),
    ],
)
def test_leave_is_dates_only(text: str, start: date, end: date) -> None:
    absence = reading(text).absence
    assert absence is not None
    assert (absence.start, absence.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "I'm on leave",
        "I'm away for two weeks in December",
        "2.4 back to January",
        "the kit is not in until Thursday",
    ],
)
def test_leave_without_its_days_is_not_noted(text: str) -> None:
    assert reading(text).absence is None


def test_a_request_keeps_what_it_asks_for() -> None:
    update = reading("please move the deadline for 2.5 to 30 April").updates[0]
    assert (update.action, update.forecast and update.forecast.end) == ("2.5", date(2027, 4, 30))
