"""Rule 3: the start, the middle, the end of a period."""

import pytest

from tests.bot.language.dates.saying import said

PARTS = [
    ("end of Feb", {"end of Feb": "2027-02-28"}),
    ("end Feb", {"end Feb": "2027-02-28"}),
    ("end-Feb", {"end-Feb": "2027-02-28"}),
    ("end of Feb 2028", {"end of Feb 2028": "2028-02-29"}),
    ("the end of the month", {"the end of the month": "2026-11-30"}),
    ("month end", {"month end": "2026-11-30"}),
    ("month-end", {"month-end": "2026-11-30"}),
    ("the end of this month", {"the end of this month": "2026-11-30"}),
    ("the end of next month", {"the end of next month": "2026-12-31"}),
    ("by EOM", {"EOM": "2026-11-30"}),
    ("EOM March", {"EOM March": "2027-03-31"}),
    ("early March", {"early March": "2027-03-01..2027-03-10"}),
    ("early in March", {"early in March": "2027-03-01..2027-03-10"}),
    ("early-March", {"early-March": "2027-03-01..2027-03-10"}),
    ("mid-Feb", {"mid-Feb": "2027-02-15"}),
    ("mid Feb", {"mid Feb": "2027-02-15"}),
    ("middle of Feb", {"middle of Feb": "2027-02-15"}),
    ("the middle of January", {"the middle of January": "2027-01-15"}),
    ("midway through January", {"midway through January": "2027-01-15"}),
    ("halfway through January", {"halfway through January": "2027-01-15"}),
    ("late Feb", {"late Feb": "2027-02-21..2027-02-28"}),
    ("late-Feb", {"late-Feb": "2027-02-21..2027-02-28"}),
    ("the back end of January", {"the back end of January": "2027-01-21..2027-01-31"}),
    ("back end of Jan 2028", {"back end of Jan 2028": "2028-01-21..2028-01-31"}),
    ("the tail end of March", {"the tail end of March": "2027-03-21..2027-03-31"}),
    ("latter part of May", {"latter part of May": "2027-05-21..2027-05-31"}),
    ("start of March", {"start of March": "2027-03-01"}),
    ("the beginning of Feb", {"the beginning of Feb": "2027-02-01"}),
    ("the start of next month", {"the start of next month": "2026-12-01"}),
    ("mid to late January", {"mid to late January": "2027-01-15..2027-01-31"}),
    ("mid-to-late March", {"mid-to-late March": "2027-03-15..2027-03-31"}),
    ("early/mid Feb", {"early/mid Feb": "2027-02-01..2027-02-15"}),
    ("early 2027", {"early 2027": "2027-01-01..2027-03-31"}),
    ("mid 2027", {"mid 2027": "2027-06-01..2027-07-31"}),
    ("mid-2027", {"mid-2027": "2027-06-01..2027-07-31"}),
    ("late 2027", {"late 2027": "2027-10-01..2027-12-31"}),
    ("end of 2027", {"end of 2027": "2027-12-31"}),
    ("start of 2028", {"start of 2028": "2028-01-01"}),
    ("the beginning of 2010", {"the beginning of 2010": "2010-01-01"}),
    ("end of the year", {"end of the year": "2026-12-31"}),
    ("the end of the calendar year", {"the end of the calendar year": "2026-12-31"}),
    ("end of this year", {"end of this year": "2026-12-31"}),
    ("EOY", {"EOY": "2026-12-31"}),
    ("later this year", {"later this year": "2026-11-22..2026-12-31"}),
    ("the end of the week", {"the end of the week": "2026-11-27"}),
    ("end of this week", {"end of this week": "2026-11-27"}),
    ("end of next week", {"end of next week": "2026-11-27"}),
    ("early next week", {"early next week": "2026-11-23..2026-11-25"}),
    ("mid next week", {"mid next week": "2026-11-25"}),
    ("midweek", {"midweek": "2026-11-25"}),
    ("late next week", {"late next week": "2026-11-26..2026-11-27"}),
    ("the back end of next week", {"the back end of next week": "2026-11-26..2026-11-27"}),
    ("start of next week", {"start of next week": "2026-11-23"}),
    ("beginning of the week", {"beginning of the week": "2026-11-23"}),
    ("end of Q4", {"end of Q4": "2027-03-31"}),
    ("end Q3", {"end Q3": "2026-12-31"}),
    ("end of Q2 next year", {"end of Q2 next year": "2027-09-30"}),
    ("the end of this quarter", {"the end of this quarter": "2026-12-31"}),
    ("next quarter end", {"next quarter end": "2027-03-31"}),
    ("early Q4", {"early Q4": "2027-01-01..2027-01-31"}),
    ("end of the financial year", {"end of the financial year": "2027-03-31"}),
    ("end of FY27/28", {"end of FY27/28": "2028-03-31"}),
    ("end of 2026/27", {"end of 2026/27": "2027-03-31"}),
    ("start of the new financial year", {"start of the new financial year": "2027-04-01"}),
    ("early autumn", {"early autumn": "2027-09-01..2027-09-30"}),
    ("end of summer", {"end of summer": "2027-08-31"}),
    ("mid-summer", {"mid-summer": "2027-07-01..2027-07-31"}),
    ("early in the new year", {"early in the new year": "2027-01-01..2027-01-10"}),
    ("end of the first week of December", {"end of the first week of December": "2026-12-07"}),
    ("end of w/c 7 Dec", {"end of w/c 7 Dec": "2026-12-11"}),
    ("first half of January", {"first half of January": "2027-01-01..2027-01-15"}),
    ("second half of next year", {"second half of next year": "2027-07-01..2027-12-31"}),
    ("the first half of 2027", {"the first half of 2027": "2027-01-01..2027-06-30"}),
    (
        "the second half of the financial year",
        {"the second half of the financial year": "2026-10-01..2027-03-31"},
    ),
    (
        "end of January/beginning of February",
        {"end of January/beginning of February": "2027-01-31..2027-02-01"},
    ),
    ("first half of next week", {"first half of next week": "2026-11-23..2026-11-25"}),
    ("second half of next week", {"second half of next week": "2026-11-25..2026-11-27"}),
    ("early 27", {"early 27": "2027-01-01..2027-03-31"}),
    ("by start Jan", {"start Jan": "2027-01-01"}),
    ("from the start of Feb", {"the start of Feb": "2027-02-01"}),
    ("EOY", {"EOY": "2026-12-31"}),
    ("mid-year", {"mid-year": "2027-06-01..2027-07-31"}),
    ("end of the calendar month", {"end of the calendar month": "2026-11-30"}),
    ("later this month", {"later this month": "2026-11-22..2026-11-30"}),
    ("early 5-16 October", {"early 5-16 October": "2027-10-05..2027-10-08"}),
    ("end-of-Jan", {"end-of-Jan": "2027-01-31"}),
    ("earlier this month", {"earlier this month": "2026-11-01..2026-11-21"}),
    ("the end of the academic year 2026/27", {"the end of the academic year 2026/27": "2027-08-31"}),
    ("first half of next month", {"first half of next month": "2026-12-01..2026-12-15"}),
    ("the end of FY27", {"the end of FY27": "2027-03-31"}),
]


@pytest.mark.parametrize(("text", "dates"), PARTS)
def test_parts_of_months_years_weeks_and_quarters(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


ROUND = [
    ("early November", {"early November": "2027-11-01..2027-11-10"}),
    ("mid-November", {"mid-November": "2027-11-15"}),
    ("end of November", {"end of November": "2026-11-30"}),
    ("start of the month", {"start of the month": "2026-12-01"}),
    ("first Monday of the month", {"first Monday of the month": "2026-12-07"}),
    ("first week of the month", {"first week of the month": "2026-12-01..2026-12-07"}),
    ("last Friday of the month", {"last Friday of the month": "2026-11-27"}),
]


@pytest.mark.parametrize(("text", "dates"), ROUND)
def test_a_part_already_over_comes_round_again(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


NTH = [
    ("first week of December", {"first week of December": "2026-12-01..2026-12-07"}),
    ("1st week of Feb", {"1st week of Feb": "2027-02-01..2027-02-07"}),
    ("first week Jan", {"first week Jan": "2027-01-01..2027-01-07"}),
    ("second week in Feb", {"second week in Feb": "2027-02-08..2027-02-14"}),
    ("the third week of January", {"the third week of January": "2027-01-15..2027-01-21"}),
    ("last week of January", {"last week of January": "2027-01-25..2027-01-31"}),
    ("last week in March", {"last week in March": "2027-03-25..2027-03-31"}),
    ("wk 2 of Jan", {"wk 2 of Jan": "2027-01-08..2027-01-14"}),
    ("week three of Feb", {"week three of Feb": "2027-02-15..2027-02-21"}),
    ("the first two weeks of January", {"the first two weeks of January": "2027-01-01..2027-01-14"}),
    ("the last fortnight of March", {"the last fortnight of March": "2027-03-18..2027-03-31"}),
    ("second Tuesday in December", {"second Tuesday in December": "2026-12-08"}),
    ("the last Friday in January", {"the last Friday in January": "2027-01-29"}),
    ("first Monday of next month", {"first Monday of next month": "2026-12-07"}),
    ("penultimate Friday of March", {"penultimate Friday of March": "2027-03-19"}),
    ("last working day of March", {"last working day of March": "2027-03-31"}),
    ("first working day of April", {"first working day of April": "2027-04-01"}),
    ("last working day of the month", {"last working day of the month": "2026-11-30"}),
    ("last day of the financial year", {"last day of the financial year": "2027-03-31"}),
    ("first day of Feb", {"first day of Feb": "2027-02-01"}),
    ("the last two weeks in January", {"the last two weeks in January": "2027-01-18..2027-01-31"}),
    ("last working day before Christmas", {"last working day before Christmas": "2026-12-24"}),
    ("first working day after Easter", {"first working day after Easter": "2027-03-30"}),
    ("next working day", {"next working day": "2026-11-23"}),
    ("this working week", {"this working week": "2026-11-23..2026-11-27"}),
    ("the last Friday before Christmas", {"the last Friday before Christmas": "2026-12-18"}),
    ("third month of 2027", {"third month of 2027": "2027-03-01..2027-03-31"}),
    ("last month of Q4", {"last month of Q4": "2027-03-01..2027-03-31"}),
    ("second last week of October 2027", {"second last week of October 2027": "2027-10-18..2027-10-24"}),
    ("fifth Monday of February 2027", {"fifth Monday of February 2027": "2027-02-22"}),
]


@pytest.mark.parametrize(("text", "dates"), NTH)
def test_one_of_several_in_a_period(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


CLOSES = [
    ("COP Friday", {"Friday": "2026-11-27"}),
    ("by close of play on Friday 27th", {"Friday 27th": "2026-11-27"}),
    ("by end of play Weds", {"Weds": "2026-11-25"}),
    ("EOD tomorrow", {"tomorrow": "2026-11-23"}),
    ("end of day Thursday", {"Thursday": "2026-11-26"}),
    ("by COP", {"COP": "2026-11-22"}),
    ("by close of play", {"close of play": "2026-11-22"}),
    ("by the end of the day", {"the end of the day": "2026-11-22"}),
]


@pytest.mark.parametrize(("text", "dates"), CLOSES)
def test_a_close_of_play_is_no_part_of_the_date_but_alone_is_today(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


VERBS = [
    "the end of the line",
    "at the end of the day it is what it is",
    "the end of the pilot",
    "early days",
    "in the middle of this",
    "late to the party",
    "mid-point review",
    "start of the project",
    "will close of their own accord",
    "the back of the queue",
]


@pytest.mark.parametrize("text", VERBS)
def test_words_of_parts_without_a_period_are_nothing(text: str) -> None:
    assert said(text) == {}
