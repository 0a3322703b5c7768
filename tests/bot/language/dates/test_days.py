"""Rules 1 and 2: days in figures and by name, day first, in the year that is meant."""

import pytest

from tests.bot.language.dates.saying import said

FIGURES = [
    ("Sign-off expected 3/12", {"3/12": "2026-12-03"}),
    ("go live on 03/12/2026", {"03/12/2026": "2026-12-03"}),
    ("panel on 3-12-26", {"3-12-26": "2026-12-03"}),
    ("ECD 1.2.27", {"1.2.27": "2027-02-01"}),
    ("ready 31/3/27", {"31/3/27": "2027-03-31"}),
    ("ready by 31.03.2027", {"31.03.2027": "2027-03-31"}),
    ("by 05.03 at the latest", {"05.03": "2027-03-05"}),
    ("due 29.01", {"29.01": "2027-01-29"}),
    ("moved to 12/1", {"12/1": "2027-01-12"}),
    ("moved to 12/1/27", {"12/1/27": "2027-01-12"}),
    ("3 / 12 at the latest", {"3 / 12": "2026-12-03"}),
    ("done on 2027-01-12", {"2027-01-12": "2027-01-12"}),
    ("done on 2027/01/12", {"2027/01/12": "2027-01-12"}),
    ("2026-12-03T10:30:00 on the tracker", {"2026-12-03": "2026-12-03"}),
    ("completes 12/31/2026", {"12/31/2026": "2026-12-31"}),
    ("Go/no-go 20/12", {"20/12": "2026-12-20"}),
    ("by 8/10", {"8/10": "2027-10-08"}),
    ("the 3/12 board", {"3/12": "2026-12-03"}),
    ("[20/11/26] no change", {"20/11/26": "2026-11-20"}),
    ("by 2/2027", {"2/2027": "2027-02-01..2027-02-28"}),
    ("2027-03 onwards", {"2027-03": "2027-03-01..2027-03-31"}),
    ("now 5.12.2026", {"5.12.2026": "2026-12-05"}),
]


@pytest.mark.parametrize(("text", "dates"), FIGURES)
def test_dates_in_figures_are_read_day_first(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


NAMED = [
    ("31 March 2027", {"31 March 2027": "2027-03-31"}),
    ("31st of March 2027", {"31st of March 2027": "2027-03-31"}),
    ("the 31st of March, 2027", {"the 31st of March, 2027": "2027-03-31"}),
    ("31st March, 2027", {"31st March, 2027": "2027-03-31"}),
    ("31Mar27", {"31Mar27": "2027-03-31"}),
    ("31-Mar-27", {"31-Mar-27": "2027-03-31"}),
    ("31-Mar-2027", {"31-Mar-2027": "2027-03-31"}),
    ("31/Mar/2027", {"31/Mar/2027": "2027-03-31"}),
    ("31 Mar 27", {"31 Mar 27": "2027-03-31"}),
    ("31 Mar '27", {"31 Mar '27": "2027-03-31"}),
    ("March 31st 2027", {"March 31st 2027": "2027-03-31"}),
    ("Mar 31, 2027", {"Mar 31, 2027": "2027-03-31"}),
    ("March the 31st", {"March the 31st": "2027-03-31"}),
    ("5 th October", {"5 th October": "2027-10-05"}),
    ("Friday 15 January 2027", {"Friday 15 January 2027": "2027-01-15"}),
    ("Fri 15th Jan", {"Fri 15th Jan": "2027-01-15"}),
    ("Friday, 15 January", {"Friday, 15 January": "2027-01-15"}),
    ("Friday the 15th of January", {"Friday the 15th of January": "2027-01-15"}),
    ("Thurs 10/12", {"Thurs 10/12": "2026-12-10"}),
    ("Tues, Dec 8th", {"Tues, Dec 8th": "2026-12-08"}),
    ("Weds 2 Dec", {"Weds 2 Dec": "2026-12-02"}),
    ("Jan 15th (Friday)", {"Jan 15th (Friday)": "2027-01-15"}),
    ("Monday Feb 23rd 2004", {"Monday Feb 23rd 2004": "2004-02-23"}),
    ("Monday Dec 7", {"Monday Dec 7": "2026-12-07"}),
    ("first of April", {"first of April": "2027-04-01"}),
    ("the twenty-first of March 2027", {"the twenty-first of March 2027": "2027-03-21"}),
    ("31 March next year", {"31 March next year": "2027-03-31"}),
    ("3 December this year", {"3 December this year": "2026-12-03"}),
    ("9am 3 Dec", {"3 Dec": "2026-12-03"}),
    ("3 Dec at 10:30", {"3 Dec": "2026-12-03"}),
    ("3 Dec 10.30am", {"3 Dec": "2026-12-03"}),
    ("by Feb 3", {"Feb 3": "2027-02-03"}),
    ("3\xa0Dec", {"3\xa0Dec": "2026-12-03"}),
    ("3rd day of October", {"3rd day of October": "2027-10-03"}),
    ("March first", {"March first": "2027-03-01"}),
    ("April ninth 2027", {"April ninth 2027": "2027-04-09"}),
    ("Mon 7 Dec (Monday)", {"Mon 7 Dec (Monday)": "2026-12-07"}),
    ("Friday (15 January)", {"Friday (15 January)": "2027-01-15"}),
    ("next Friday 27th November", {"next Friday 27th November": "2026-11-27"}),
]


@pytest.mark.parametrize(("text", "dates"), NAMED)
def test_days_by_name_are_read_in_every_usual_form(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


YEARS = [
    ("Signed 30th Sept 09", {"30th Sept 09": "2009-09-30"}),
    ("from April 10 onwards", {"April 10": "2010-04-01..2010-04-30"}),
    ("Mar 27 target", {"Mar 27": "2027-03-01..2027-03-31"}),
    ("now Jan-27", {"Jan-27": "2027-01-01..2027-01-31"}),
    ("now Jan/27", {"Jan/27": "2027-01-01..2027-01-31"}),
    ("now Jan '27", {"Jan '27": "2027-01-01..2027-01-31"}),
    ("now Jan ’27", {"Jan ’27": "2027-01-01..2027-01-31"}),
    ("Dec 2019", {"Dec 2019": "2019-12-01..2019-12-31"}),
    ("on 3 Dec 12 staff attended", {"3 Dec": "2026-12-03"}),
    ("In March 3 posts were filled", {"March": "2027-03-01..2027-03-31"}),
    ("14 Feb 27 and not before", {"14 Feb 27": "2027-02-14"}),
]


@pytest.mark.parametrize(("text", "dates"), YEARS)
def test_two_figures_are_a_year_of_this_century_and_an_explicit_year_wins(
    text: str, dates: dict[str, str]
) -> None:
    assert said(text) == dates


NO_YEAR = [
    ("22 November", {"22 November": "2026-11-22"}),
    ("21 November", {"21 November": "2027-11-21"}),
    ("23 November", {"23 November": "2026-11-23"}),
    ("31/12", {"31/12": "2026-12-31"}),
    ("1 Jan", {"1 Jan": "2027-01-01"}),
    ("29 Feb", {"29 Feb": "2028-02-29"}),
    ("the 14th", {"the 14th": "2026-12-14"}),
    ("the 22nd", {"the 22nd": "2026-11-22"}),
    ("on 19th", {"19th": "2026-12-19"}),
    ("by the 30th please", {"the 30th": "2026-11-30"}),
    ("the 31st", {"the 31st": "2026-12-31"}),
    ("by the 15th at the latest", {"the 15th": "2026-12-15"}),
    ("5th may be too late", {"5th": "2026-12-05"}),
    ("20th of next month", {"20th of next month": "2026-12-20"}),
    ("the 5th of this month", {"the 5th of this month": "2026-11-05"}),
    ("the 3rd of the month", {"the 3rd of the month": "2026-12-03"}),
    ("Monday 7th", {"Monday 7th": "2026-12-07"}),
    ("Thursday the thirty first", {"Thursday the thirty first": "2026-12-31"}),
    ("on the 8th and the 9th", {"the 8th": "2026-12-08", "the 9th": "2026-12-09"}),
    ("15th next month", {"15th next month": "2026-12-15"}),
]


@pytest.mark.parametrize(("text", "dates"), NO_YEAR)
def test_without_a_year_the_next_occurrence_is_meant(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


PAST = [
    ("Completed 16th Oct", {"16th Oct": "2026-10-16"}),
    ("signed off on 3 November", {"3 November": "2026-11-03"}),
    ("was due 30 September", {"30 September": "2026-09-30"}),
    ("met 24 November", {"24 November": "2025-11-24"}),
    ("met 22 November", {"22 November": "2026-11-22"}),
    ("met on the 19th", {"the 19th": "2026-11-19"}),
    ("met on the 25th", {"the 25th": "2026-10-25"}),
    ("on 29 Feb", {"29 Feb": "2024-02-29"}),
    ("met Thursday 19 November", {"Thursday 19 November": "2026-11-19"}),
    ("done 18/11", {"18/11": "2026-11-18"}),
]


@pytest.mark.parametrize(("text", "dates"), PAST)
def test_in_a_past_clause_the_latest_occurrence_is_meant(text: str, dates: dict[str, str]) -> None:
    assert said(text, past=True) == dates


WEEKDAY = [
    ("met Thursday 19 November", {"Thursday 19 November": "2026-11-19"}),
    ("sent Mon 16th", {"Mon 16th": "2026-11-16"}),
    ("on Tuesday 8 December", {"Tuesday 8 December": "2026-12-08"}),
]


@pytest.mark.parametrize(("text", "dates"), WEEKDAY)
def test_a_weekday_tells_the_year_whatever_the_clause(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


LISTED = [
    ("8 and 9 December", {"8": "2026-12-08", "9 December": "2026-12-09"}),
    ("8th or 9th Dec", {"8th": "2026-12-08", "9th Dec": "2026-12-09"}),
    ("3, 10 and 17 January 2027", {"3": "2027-01-03", "10": "2027-01-10", "17 January 2027": "2027-01-17"}),
    ("the 4th and the 11th of Jan", {"the 4th": "2027-01-04", "the 11th of Jan": "2027-01-11"}),
    ("2 & 3 Feb", {"2": "2027-02-02", "3 Feb": "2027-02-03"}),
    ("3rd, 4th, and 5th Dec", {"3rd": "2026-12-03", "4th": "2026-12-04", "5th Dec": "2026-12-05"}),
]


@pytest.mark.parametrize(("text", "dates"), LISTED)
def test_days_that_share_a_month_are_each_a_date(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates
