"""Months alone and with a year, and how people mistype them."""

import pytest

from tests.bot.language.dates.saying import said

MONTHS = [
    ("on track for November", {"November": "2026-11-01..2026-11-30"}),
    ("in December", {"December": "2026-12-01..2026-12-31"}),
    ("slipped to February", {"February": "2027-02-01..2027-02-28"}),
    ("by Sept.", {"Sept": "2027-09-01..2027-09-30"}),
    ("Sept 2027", {"Sept 2027": "2027-09-01..2027-09-30"}),
    ("expected Sep-27", {"Sep-27": "2027-09-01..2027-09-30"}),
    ("March this year", {"March this year": "2026-03-01..2026-03-31"}),
    ("March next year", {"March next year": "2027-03-01..2027-03-31"}),
    ("by next March", {"next March": "2027-03-01..2027-03-31"}),
    ("next November", {"next November": "2027-11-01..2027-11-30"}),
    ("last November", {"last November": "2025-11-01..2025-11-30"}),
    ("this December", {"this December": "2026-12-01..2026-12-31"}),
    ("since last March", {"last March": "2026-03-01..2026-03-31"}),
    ("Feb, 2027", {"Feb, 2027": "2027-02-01..2027-02-28"}),
    ("April of 2027", {"April of 2027": "2027-04-01..2027-04-30"}),
    ("June in 2027", {"June in 2027": "2027-06-01..2027-06-30"}),
    ("in month 3, by Oct", {"Oct": "2027-10-01..2027-10-31"}),
    ("March 2026/27", {"March 2026/27": "2027-03-01..2027-03-31"}),
    ("October 2026/27", {"October 2026/27": "2026-10-01..2026-10-31"}),
    ("March after next", {"March after next": "2028-03-01..2028-03-31"}),
    ("Sept.2027", {"Sept.2027": "2027-09-01..2027-09-30"}),
]


@pytest.mark.parametrize(("text", "dates"), MONTHS)
def test_a_month_is_this_one_if_today_is_in_it_or_the_next(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


PAST = [
    ("finished in November", {"November": "2026-11-01..2026-11-30"}),
    ("finished in December", {"December": "2025-12-01..2025-12-31"}),
    ("since Sept", {"Sept": "2026-09-01..2026-09-30"}),
    ("minutes of October", {"October": "2026-10-01..2026-10-31"}),
]


@pytest.mark.parametrize(("text", "dates"), PAST)
def test_in_a_past_clause_a_month_is_the_latest(text: str, dates: dict[str, str]) -> None:
    assert said(text, past=True) == dates


LOWER = [
    ("in may", {"may": "2027-05-01..2027-05-31"}),
    ("by may at the latest", {"may": "2027-05-01..2027-05-31"}),
    ("slipping into may", {"may": "2027-05-01..2027-05-31"}),
    ("end of may", {"end of may": "2027-05-31"}),
    ("mid march", {"mid march": "2027-03-15"}),
    ("may 2027", {"may 2027": "2027-05-01..2027-05-31"}),
    ("may or june", {"may": "2027-05-01..2027-05-31", "june": "2027-06-01..2027-06-30"}),
    ("target march", {"march": "2027-03-01..2027-03-31"}),
    ("target: march", {"march": "2027-03-01..2027-03-31"}),
    ("5 may", {"5 may": "2027-05-05"}),
    ("we may slip into May", {"May": "2027-05-01..2027-05-31"}),
    ("May be able to close this in Jan", {"Jan": "2027-01-01..2027-01-31"}),
    ("It may be May", {"May": "2027-05-01..2027-05-31"}),
    ("is May the earliest", {"May": "2027-05-01..2027-05-31"}),
    ("May/June", {"May/June": "2027-05-01..2027-06-30"}),
    ("May is too late", {"May": "2027-05-01..2027-05-31"}),
    ("this May", {"this May": "2027-05-01..2027-05-31"}),
    ("the May board", {"May": "2027-05-01..2027-05-31"}),
    ("march 27", {"march 27": "2027-03-01..2027-03-31"}),
    ("go live march", {"march": "2027-03-01..2027-03-31"}),
    ("from march to may", {"march to may": "2027-03-01..2027-05-31"}),
    (
        "the new date is in may and not june",
        {"may": "2027-05-01..2027-05-31", "june": "2027-06-01..2027-06-30"},
    ),
    ("deadline May work", {"May": "2027-05-01..2027-05-31"}),
]


@pytest.mark.parametrize(("text", "dates"), LOWER)
def test_may_and_march_are_months_where_something_says_so(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


MISTYPED = [
    ("Febuary", {"Febuary": "2027-02-01..2027-02-28"}),
    ("Feburary 2027", {"Feburary 2027": "2027-02-01..2027-02-28"}),
    ("1st Febuary", {"1st Febuary": "2027-02-01"}),
    ("end of Setpember", {"end of Setpember": "2027-09-30"}),
    ("Septmber", {"Septmber": "2027-09-01..2027-09-30"}),
    ("Janurary", {"Janurary": "2027-01-01..2027-01-31"}),
    ("Janaury", {"Janaury": "2027-01-01..2027-01-31"}),
    ("Decemeber", {"Decemeber": "2026-12-01..2026-12-31"}),
    ("Novmber 2027", {"Novmber 2027": "2027-11-01..2027-11-30"}),
    ("Ocotber", {"Ocotber": "2027-10-01..2027-10-31"}),
    ("Agust", {"Agust": "2027-08-01..2027-08-31"}),
    ("Apirl", {"Apirl": "2027-04-01..2027-04-30"}),
    ("by Wendesday", {"Wendesday": "2026-11-25"}),
    ("on Wensday", {"Wensday": "2026-11-25"}),
    ("Thurday", {"Thurday": "2026-11-26"}),
    ("Tueday", {"Tueday": "2026-11-24"}),
    ("Firday", {"Firday": "2026-11-27"}),
    ("Saterday", {"Saterday": "2026-11-28"}),
    ("Mondya", {"Mondya": "2026-11-23"}),
]


@pytest.mark.parametrize(("text", "dates"), MISTYPED)
def test_months_and_weekdays_mistyped_by_one_slip_are_read(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


NEIGHBOURS = [
    "the marsh",
    "a match",
    "3 mandays of effort",
    "sundry items",
    "an arch",
    "jury service",
    "tune the model",
    "the deck",
    "decent work",
    "junior staff",
    "marching on",
    "mayor",
    "Fridays",
    "Mondays are busy",
    "monthly",
    "octagon",
    "novel",
    "jangle",
    "friary",
    "Frida agreed",
]


@pytest.mark.parametrize("text", NEIGHBOURS)
def test_words_near_a_month_or_weekday_are_not_one(text: str) -> None:
    assert said(text) == {}
