"""How much is done, and by how much the finish moves."""

from datetime import date

import pytest

from bot.language.reading import Conventions
from bot.partnership import Nation
from tests.bot.language.reader import read, reading

SHIFTS = [
    ("1.3 slipped three weeks", ["1.3 +3 week"]),
    ("1.3 brought forward a fortnight", ["1.3 -2 week"]),
    ("1.3 will be a couple of weeks late", ["1.3 +2 week"]),
    ("1.3 running 6 weeks behind plan, amber", ["1.3 amber +6 week"]),
    ("1.3 needs another month", ["1.3 +1 month"]),
    ("1.3 slipped three weeks to 30 April", ["1.3 by 2027-04-30"]),
    ("1.3 has not slipped three weeks", ["1.3"]),
    ("1.3 interviews slipped a week", ["1.3"]),
    ("1.3 6 week consultation started", ["1.3"]),
    ("1.3 done 3 weeks early", ["1.3 complete"]),
]

SHARES = [
    ("1.3: 75% complete, rest by 31 Jan", ["1.3 75% by 2027-01-31"]),
    ("1.3 now at 60 per cent", ["1.3 60%"]),
    ("about 40% through 1.3", ["1.3 40%"]),
    ("suicide prevention training now at 60%", ["2.5 60%"]),
    ("Action 1.3 complete, 100%", ["1.3 complete 100%"]),
    ("1.3 100% complete", ["1.3 complete 100%"]),
    ("1.3 survey closed with 31% response", ["1.3"]),
    ("1.3 110 of 120 staff trained (92%)", ["1.3"]),
    ("1.3 60% of practices complete", ["1.3"]),
]


@pytest.mark.parametrize(("text", "understood"), SHIFTS)
def test_a_move_by_so_much(text: str, understood: list[str]) -> None:
    assert read(text) == understood


@pytest.mark.parametrize(("text", "understood"), SHARES)
def test_a_share_done_is_the_actions_own_and_sets_no_colour(text: str, understood: list[str]) -> None:
    assert read(text) == understood


@pytest.mark.parametrize(
    ("text", "result", "moved"),
    [
        ("1.3 slipped three weeks", date(2027, 4, 21), date(2027, 3, 31)),
        ("1.3 slipped a month", date(2027, 4, 30), date(2027, 3, 31)),
        ("1.3 slipped a quarter", date(2027, 6, 30), date(2027, 3, 31)),
        ("1.3 five working days late", date(2027, 4, 7), date(2027, 3, 31)),
        ("1.3 brought forward by a day", date(2027, 3, 30), date(2027, 3, 31)),
        ("2.5 slipped a month", date(2027, 3, 31), date(2027, 2, 28)),
    ],
)
def test_where_the_plan_knows_the_date_the_result_is_given(text: str, result: date, moved: date) -> None:
    update = reading(text).updates[0]
    assert update.forecast is not None
    assert (update.forecast.end, update.shifted_from) == (result, moved)


def test_without_a_plan_a_shift_gives_no_date() -> None:
    update = reading("1.3 slipped three weeks", plans=()).updates[0]
    assert update.shift is not None
    assert (update.forecast, update.shifted_from) == (None, None)


@pytest.mark.parametrize(
    ("nation", "result"),
    [("england", date(2027, 1, 8)), ("scotland", date(2027, 1, 11))],
)
def test_working_days_leave_out_the_nations_bank_holidays(nation: Nation, result: date) -> None:
    update = reading("4.1 slips five working days", conventions=Conventions(nation=nation)).updates[0]
    assert update.forecast is not None
    assert (update.forecast.end, update.shifted_from) == (result, date(2026, 12, 31))
