"""Rule 4: weeks and weekdays."""

import pytest

from tests.bot.language.dates.saying import said

WEEKS = [
    ("w/c 7 Dec", {"w/c 7 Dec": "2026-12-07..2026-12-13"}),
    ("w/c 7th December 2026", {"w/c 7th December 2026": "2026-12-07..2026-12-13"}),
    ("W/C 7/12", {"W/C 7/12": "2026-12-07..2026-12-13"}),
    ("wc 7th Dec", {"wc 7th Dec": "2026-12-07..2026-12-13"}),
    ("w.c. 7 Dec", {"w.c. 7 Dec": "2026-12-07..2026-12-13"}),
    ("w/b 18/1", {"w/b 18/1": "2027-01-18..2027-01-24"}),
    ("week commencing 30 November", {"week commencing 30 November": "2026-11-30..2026-12-06"}),
    ("week beginning Monday 30 November", {"week beginning Monday 30 November": "2026-11-30..2026-12-06"}),
    ("week of 14 December", {"week of 14 December": "2026-12-14..2026-12-20"}),
    ("the week of the 14th", {"the week of the 14th": "2026-12-14..2026-12-20"}),
    ("w/c Monday", {"w/c Monday": "2026-11-23..2026-11-29"}),
    ("w/c 9 Dec", {"w/c 9 Dec": "2026-12-07..2026-12-13"}),
    ("w/c 4th or 11th Jan", {"w/c 4th": "2027-01-04..2027-01-10", "11th Jan": "2027-01-11..2027-01-17"}),
    ("w/e 4 Dec", {"w/e 4 Dec": "2026-11-30..2026-12-04"}),
    ("w/e 12th", {"w/e 12th": "2026-12-07..2026-12-12"}),
    ("week ending Friday 29th January", {"week ending Friday 29th January": "2027-01-25..2027-01-29"}),
    ("week ending 6 December", {"week ending 6 December": "2026-11-30..2026-12-06"}),
    ("this week", {"this week": "2026-11-16..2026-11-22"}),
    ("next week", {"next week": "2026-11-23..2026-11-29"}),
    ("last week", {"last week": "2026-11-09..2026-11-15"}),
    ("the week after next", {"the week after next": "2026-11-30..2026-12-06"}),
    ("the week before last", {"the week before last": "2026-11-02..2026-11-08"}),
    ("the following week", {"the following week": "2026-11-23..2026-11-29"}),
    ("the week before Christmas", {"the week before Christmas": "2026-12-14..2026-12-20"}),
    ("the week after Easter", {"the week after Easter": "2027-03-29..2027-04-04"}),
    ("by the weekend", {"the weekend": "2026-11-28..2026-11-29"}),
    ("this weekend", {"this weekend": "2026-11-21..2026-11-22"}),
    ("next weekend", {"next weekend": "2026-11-28..2026-11-29"}),
    ("the weekend of 12 December", {"the weekend of 12 December": "2026-12-12..2026-12-13"}),
    ("the weekend after Easter", {"the weekend after Easter": "2027-04-03..2027-04-04"}),
    ("the weekend before Christmas", {"the weekend before Christmas": "2026-12-19..2026-12-20"}),
    ("week commencing the 7th", {"week commencing the 7th": "2026-12-07..2026-12-13"}),
    ("this working week", {"this working week": "2026-11-23..2026-11-27"}),
    ("w/e Friday 4 Dec", {"w/e Friday 4 Dec": "2026-11-30..2026-12-04"}),
]


@pytest.mark.parametrize(("text", "dates"), WEEKS)
def test_weeks_run_from_monday_to_sunday(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


MONDAYS = [
    ("last seen w/c 9 Nov", {"w/c 9 Nov": "2026-11-09..2026-11-15"}),
    ("w/c 12 Oct", {"w/c 12 Oct": "2026-10-12..2026-10-18"}),
]


@pytest.mark.parametrize(("text", "dates"), MONDAYS)
def test_a_week_commencing_tells_its_year_by_its_monday(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


WEEKDAYS = [
    ("by Friday", {"Friday": "2026-11-27"}),
    ("on Monday", {"Monday": "2026-11-23"}),
    ("Weds", {"Weds": "2026-11-25"}),
    ("Thurs", {"Thurs": "2026-11-26"}),
    ("tues", {"tues": "2026-11-24"}),
    ("by Sunday", {"Sunday": "2026-11-29"}),
    ("this Friday", {"this Friday": "2026-11-27"}),
    ("this coming Monday", {"this coming Monday": "2026-11-23"}),
    ("the coming Thursday", {"the coming Thursday": "2026-11-26"}),
    ("next Wednesday", {"next Wednesday": "2026-11-25"}),
    ("last Friday", {"last Friday": "2026-11-20"}),
    ("Friday last", {"Friday last": "2026-11-20"}),
    ("Friday week", {"Friday week": "2026-12-04"}),
    ("Tuesday fortnight", {"Tuesday fortnight": "2026-12-08"}),
    ("a week on Monday", {"a week on Monday": "2026-11-30"}),
    ("week on Tuesday", {"week on Tuesday": "2026-12-01"}),
    ("two weeks on Friday", {"two weeks on Friday": "2026-12-11"}),
    ("a fortnight on Tuesday", {"a fortnight on Tuesday": "2026-12-08"}),
    ("a week next Tuesday", {"a week next Tuesday": "2026-12-01"}),
    ("a week last Tuesday", {"a week last Tuesday": "2026-11-10"}),
    ("Monday after next", {"Monday after next": "2026-11-30"}),
    ("Tuesday of next week", {"Tuesday of next week": "2026-11-24"}),
    ("Weds next week", {"Weds next week": "2026-11-25"}),
    ("next week Tuesday", {"next week Tuesday": "2026-11-24"}),
    ("next week on Tuesday", {"next week on Tuesday": "2026-11-24"}),
    ("the Friday before Christmas", {"the Friday before Christmas": "2026-12-18"}),
    ("first Monday after Easter", {"first Monday after Easter": "2027-03-29"}),
    ("Friday 3pm", {"Friday": "2026-11-27"}),
    ("Monday morning", {"Monday": "2026-11-23"}),
    ("by noon on Thursday", {"Thursday": "2026-11-26"}),
    ("first thing Monday", {"Monday": "2026-11-23"}),
    ("on sat", {"sat": "2026-11-28"}),
    ("sat 5th dec", {"sat 5th dec": "2026-12-05"}),
    ("Tuesday or Wednesday", {"Tuesday": "2026-11-24", "Wednesday": "2026-11-25"}),
    ("Tuesday or Wednesday next week", {"Tuesday": "2026-11-24", "Wednesday next week": "2026-11-25"}),
    ("previous Wednesday", {"previous Wednesday": "2026-11-18"}),
    ("the Friday before the bank holiday", {"the Friday before the bank holiday": "2026-12-18"}),
    ("Thursday of this week", {"Thursday of this week": "2026-11-26"}),
    ("Thurs of next week", {"Thurs of next week": "2026-11-26"}),
    ("wed am", {"wed": "2026-11-25"}),
]


@pytest.mark.parametrize(("text", "dates"), WEEKDAYS)
def test_a_weekday_is_the_coming_one(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


PAST = [
    ("agreed on Thursday", {"Thursday": "2026-11-19"}),
    ("agreed on Sunday", {"Sunday": "2026-11-15"}),
    ("met Monday", {"Monday": "2026-11-16"}),
    ("over the weekend", {"the weekend": "2026-11-21..2026-11-22"}),
    ("on Friday", {"Friday": "2026-11-20"}),
    ("last Tuesday", {"last Tuesday": "2026-11-17"}),
    ("previous Monday", {"previous Monday": "2026-11-16"}),
    ("Friday this week", {"Friday this week": "2026-11-20"}),
]


@pytest.mark.parametrize(("text", "dates"), PAST)
def test_in_a_past_clause_a_weekday_is_the_one_just_gone(text: str, dates: dict[str, str]) -> None:
    assert said(text, past=True) == dates


HABITS = [
    "every Friday",
    "each Monday",
    "every other Tuesday",
    "the second Tuesday of every month",
    "each quarter",
    "every March",
    "per month",
    "any Friday",
    "on Mondays",
    "weekly on Fridays",
]


@pytest.mark.parametrize("text", HABITS)
def test_days_that_come_round_are_no_date(text: str) -> None:
    assert said(text) == {}


NOT_DAYS = [
    "Sat with the team and agreed the scope",
    "1 Sun Street",
    "sun is out",
    "we wed",
    "monday.com board updated",
    "the Sunday Times",
]


@pytest.mark.parametrize("text", NOT_DAYS)
def test_words_spelt_like_weekdays_are_not(text: str) -> None:
    assert said(text) == {}
