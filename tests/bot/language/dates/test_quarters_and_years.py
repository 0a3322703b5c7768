"""Rule 6: quarters, halves, financial and calendar years."""

import pytest

from tests.bot.language.dates.saying import said

QUARTERS = [
    ("Q3", {"Q3": "2026-10-01..2026-12-31"}),
    ("on track for Q4", {"Q4": "2027-01-01..2027-03-31"}),
    ("Q1", {"Q1": "2027-04-01..2027-06-30"}),
    ("q2", {"q2": "2027-07-01..2027-09-30"}),
    ("Qtr 3", {"Qtr 3": "2026-10-01..2026-12-31"}),
    ("quarter 3", {"quarter 3": "2026-10-01..2026-12-31"}),
    ("quarter four", {"quarter four": "2027-01-01..2027-03-31"}),
    ("Q1 27/28", {"Q1 27/28": "2027-04-01..2027-06-30"}),
    ("Q1 2027/28", {"Q1 2027/28": "2027-04-01..2027-06-30"}),
    ("Q2 2027-28", {"Q2 2027-28": "2027-07-01..2027-09-30"}),
    ("2026/27 Q4", {"2026/27 Q4": "2027-01-01..2027-03-31"}),
    ("FY26/27 Q4", {"FY26/27 Q4": "2027-01-01..2027-03-31"}),
    ("Q4 of 2026/27", {"Q4 of 2026/27": "2027-01-01..2027-03-31"}),
    ("Q1 FY27/28", {"Q1 FY27/28": "2027-04-01..2027-06-30"}),
    ("Q1 of next financial year", {"Q1 of next financial year": "2027-04-01..2027-06-30"}),
    ("Q3, 26/27", {"Q3, 26/27": "2026-10-01..2026-12-31"}),
    ("Q1 2027", {"Q1 2027": "2027-04-01..2027-06-30"}),
    ("Q4 2027", {"Q4 2027": "2027-01-01..2027-03-31"}),
    ("Q4 '27", {"Q4 '27": "2027-01-01..2027-03-31"}),
    ("2027 Q1", {"2027 Q1": "2027-04-01..2027-06-30"}),
    ("Q2 next year", {"Q2 next year": "2027-07-01..2027-09-30"}),
    ("Q4 this year", {"Q4 this year": "2027-01-01..2027-03-31"}),
    ("the third quarter", {"the third quarter": "2026-10-01..2026-12-31"}),
    ("third quarter of 2026/27", {"third quarter of 2026/27": "2026-10-01..2026-12-31"}),
    ("4th quarter", {"4th quarter": "2027-01-01..2027-03-31"}),
    ("first quarter of next year", {"first quarter of next year": "2027-04-01..2027-06-30"}),
    ("last quarter of 2027/28", {"last quarter of 2027/28": "2028-01-01..2028-03-31"}),
    ("this quarter", {"this quarter": "2026-10-01..2026-12-31"}),
    ("next quarter", {"next quarter": "2027-01-01..2027-03-31"}),
    ("last quarter", {"last quarter": "2026-07-01..2026-09-30"}),
    ("calendar Q1", {"calendar Q1": "2027-01-01..2027-03-31"}),
    ("calendar Q1 2028", {"calendar Q1 2028": "2028-01-01..2028-03-31"}),
    ("Q3/Q4", {"Q3/Q4": "2026-10-01..2027-03-31"}),
    ("Q3/4", {"Q3/4": "2026-10-01..2027-03-31"}),
    ("Q1-Q2 2027/28", {"Q1-Q2 2027/28": "2027-04-01..2027-09-30"}),
    ("between Q2 and Q3", {"Q2 and Q3": "2026-07-01..2026-12-31"}),
    (
        "quarter 4 (January to March 2025)",
        {"quarter 4": "2025-01-01..2025-03-31", "January to March 2025": "2025-01-01..2025-03-31"},
    ),
    ("the final quarter", {"the final quarter": "2027-01-01..2027-03-31"}),
    ("last quarter of the financial year", {"last quarter of the financial year": "2027-01-01..2027-03-31"}),
    ("the first quarter of the year", {"the first quarter of the year": "2027-04-01..2027-06-30"}),
    ("Q 4", {"Q 4": "2027-01-01..2027-03-31"}),
    ("Q.3", {"Q.3": "2026-10-01..2026-12-31"}),
    ("Q1 FY28", {"Q1 FY28": "2027-04-01..2027-06-30"}),
    ("Q2 27", {"Q2 27": "2027-07-01..2027-09-30"}),
    ("2027 - Q1", {"2027 - Q1": "2027-04-01..2027-06-30"}),
    ("third financial quarter", {"third financial quarter": "2026-10-01..2026-12-31"}),
]


@pytest.mark.parametrize(("text", "dates"), QUARTERS)
def test_quarters_are_of_the_financial_year(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


HALVES = [
    ("H1", {"H1": "2027-04-01..2027-09-30"}),
    ("H2", {"H2": "2026-10-01..2027-03-31"}),
    ("H1 27/28", {"H1 27/28": "2027-04-01..2027-09-30"}),
    ("H2 2026/27", {"H2 2026/27": "2026-10-01..2027-03-31"}),
    ("next half", {"next half": "2027-04-01..2027-09-30"}),
]


@pytest.mark.parametrize(("text", "dates"), HALVES)
def test_halves_are_of_the_financial_year(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


YEARS = [
    ("2027/28", {"2027/28": "2027-04-01..2028-03-31"}),
    ("2027-28", {"2027-28": "2027-04-01..2028-03-31"}),
    ("2027–28", {"2027–28": "2027-04-01..2028-03-31"}),
    ("2027/2028", {"2027/2028": "2027-04-01..2028-03-31"}),
    ("2007 / 2008", {"2007 / 2008": "2007-04-01..2008-03-31"}),
    ("2027/8", {"2027/8": "2027-04-01..2028-03-31"}),
    ("FY27/28", {"FY27/28": "2027-04-01..2028-03-31"}),
    ("FY 2027/28", {"FY 2027/28": "2027-04-01..2028-03-31"}),
    ("FY27", {"FY27": "2026-04-01..2027-03-31"}),
    ("27/28 priority", {"27/28": "2027-04-01..2028-03-31"}),
    ("financial year 2027/28", {"financial year 2027/28": "2027-04-01..2028-03-31"}),
    ("the 2027/28 financial year", {"the 2027/28 financial year": "2027-04-01..2028-03-31"}),
    ("next financial year", {"next financial year": "2027-04-01..2028-03-31"}),
    ("the new financial year", {"the new financial year": "2027-04-01..2028-03-31"}),
    ("this FY", {"this FY": "2026-04-01..2027-03-31"}),
    ("tax year 2027/28", {"tax year 2027/28": "2027-04-01..2028-03-31"}),
    ("academic year 2027/28", {"academic year 2027/28": "2027-09-01..2028-08-31"}),
    ("year end", {"year end": "2027-03-31"}),
    ("year-end", {"year-end": "2027-03-31"}),
    ("by financial year end", {"financial year end": "2027-03-31"}),
    ("FYE", {"FYE": "2027-03-31"}),
    ("FYE 2028", {"FYE 2028": "2028-03-31"}),
    ("year end 2027", {"year end 2027": "2027-03-31"}),
    ("2026/27 year end", {"2026/27 year end": "2027-03-31"}),
    ("calendar year end", {"calendar year end": "2026-12-31"}),
    ("by 2028", {"2028": "2028-01-01..2028-12-31"}),
    ("in 2027", {"2027": "2027-01-01..2027-12-31"}),
    ("since 2019", {"2019": "2019-01-01..2019-12-31"}),
    ("not before 2028", {"2028": "2028-01-01..2028-12-31"}),
    ("2028 at the earliest", {"2028": "2028-01-01..2028-12-31"}),
    ("next year", {"next year": "2027-01-01..2027-12-31"}),
    ("last year", {"last year": "2025-01-01..2025-12-31"}),
    ("this year", {"this year": "2026-01-01..2026-12-31"}),
    ("next calendar year", {"next calendar year": "2027-01-01..2027-12-31"}),
    ("the year after next", {"the year after next": "2028-01-01..2028-12-31"}),
    ("2010-2015", {"2010-2015": "2010-01-01..2015-12-31"}),
    ("2013-16", {"2013-16": "2013-01-01..2016-12-31"}),
    ("2013 –16", {"2013 –16": "2013-01-01..2016-12-31"}),
    ("from 2024 to 2027", {"2024 to 2027": "2024-01-01..2027-12-31"}),
    ("FY 26/27-27/28", {"FY 26/27-27/28": "2026-04-01..2028-03-31"}),
    ("by 2028 at the latest", {"2028": "2028-01-01..2028-12-31"}),
    ("cy 2028", {"cy 2028": "2028-01-01..2028-12-31"}),
    ("CY27", {"CY27": "2027-01-01..2027-12-31"}),
    ("calendar year 2028", {"calendar year 2028": "2028-01-01..2028-12-31"}),
    ("academic year", {"academic year": "2026-09-01..2027-08-31"}),
    ("2027/28 FY", {"2027/28 FY": "2027-04-01..2028-03-31"}),
    ("the new FY", {"the new FY": "2027-04-01..2028-03-31"}),
    ("fye 26/27", {"fye 26/27": "2027-03-31"}),
    ("next calendar month", {"next calendar month": "2026-12-01..2026-12-31"}),
    ("1 Dec 2013 --14 Dec", {"1 Dec 2013 --14 Dec": "2013-12-01..2013-12-14"}),
]


@pytest.mark.parametrize(("text", "dates"), YEARS)
def test_financial_years_calendar_years_and_their_ends(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


NOT_YEARS = [
    "2000 people",
    "increased from 1900 to 2100 referrals",
    "room 2019",
    "Year 6 pupils",
    "year 2 of the programme",
    "H1N1",
    "Q&A",
    "a quarter of staff",
    "three quarters done",
    "the first quarter of the patients",
    "Windows 2019",
    "tel 020 7946 2027",
    "ref 2026/123",
    "£2027",
    "24/7",
    "50/50",
    "5G",
    "version 2027",
    "32 - 2015",
    "half-year end position",
    "by 1960s standards",
    "with 1985 patients",
    "36/37 of them",
    "Q4a",
    "2027a",
]


@pytest.mark.parametrize("text", NOT_YEARS)
def test_other_numbers_are_not_years_or_quarters(text: str) -> None:
    assert said(text) == {}
