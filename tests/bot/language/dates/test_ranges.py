"""Rule 8: two dates that are one time, and two dates that are two."""

import pytest

from tests.bot.language.dates.saying import said

RANGES = [
    ("5-16 October", {"5-16 October": "2027-10-05..2027-10-16"}),
    ("5–16 October", {"5–16 October": "2027-10-05..2027-10-16"}),
    ("5 - 16 October", {"5 - 16 October": "2027-10-05..2027-10-16"}),
    ("5th to 16th October", {"5th to 16th October": "2027-10-05..2027-10-16"}),
    ("between 5 and 16 October", {"5 and 16 October": "2027-10-05..2027-10-16"}),
    ("between the 4th and 8th of January", {"4th and 8th of January": "2027-01-04..2027-01-08"}),
    ("from the 13th to the 15th of July", {"13th to the 15th of July": "2027-07-13..2027-07-15"}),
    ("27 to 3 April", {"27 to 3 April": "2027-03-27..2027-04-03"}),
    ("July 13-15", {"July 13-15": "2027-07-13..2027-07-15"}),
    ("July 13 - July 15", {"July 13 - July 15": "2027-07-13..2027-07-15"}),
    ("Aug 27th - 29th", {"Aug 27th - 29th": "2027-08-27..2027-08-29"}),
    ("January 4 to 8, 2027", {"January 4 to 8, 2027": "2027-01-04..2027-01-08"}),
    ("1 December to 31 January", {"1 December to 31 January": "2026-12-01..2027-01-31"}),
    ("21 Dec to 4 Jan", {"21 Dec to 4 Jan": "2026-12-21..2027-01-04"}),
    ("1 Dec 2026 until 31 Jan 2027", {"1 Dec 2026 until 31 Jan 2027": "2026-12-01..2027-01-31"}),
    ("1/12-31/1", {"1/12-31/1": "2026-12-01..2027-01-31"}),
    ("01/12/26 – 31/01/27", {"01/12/26 – 31/01/27": "2026-12-01..2027-01-31"}),
    ("07/08/2026-09/08/2026", {"07/08/2026-09/08/2026": "2026-08-07..2026-08-09"}),
    (
        "Monday 7th to Friday 11th December",
        {"Monday 7th to Friday 11th December": "2026-12-07..2026-12-11"},
    ),
    ("Mon 7 - Fri 11 Dec", {"Mon 7 - Fri 11 Dec": "2026-12-07..2026-12-11"}),
    ("Mon-Weds", {"Mon-Weds": "2026-11-23..2026-11-25"}),
    ("Tues to Thurs next week", {"Tues to Thurs next week": "2026-11-24..2026-11-26"}),
    ("Jan to Mar 2027", {"Jan to Mar 2027": "2027-01-01..2027-03-31"}),
    ("Jan-Mar 2027", {"Jan-Mar 2027": "2027-01-01..2027-03-31"}),
    ("Jan–March", {"Jan–March": "2027-01-01..2027-03-31"}),
    ("Oct – Jan", {"Oct – Jan": "2026-10-01..2027-01-31"}),
    ("Oct 26 - Mar 27", {"Oct 26 - Mar 27": "2026-10-01..2027-03-31"}),
    ("October 2026 to March 2027", {"October 2026 to March 2027": "2026-10-01..2027-03-31"}),
    ("between January and March", {"January and March": "2027-01-01..2027-03-31"}),
    ("Between July and October 2012", {"July and October 2012": "2012-07-01..2012-10-31"}),
    ("March through May", {"March through May": "2027-03-01..2027-05-31"}),
    ("leave from 21 Dec to 4 Jan", {"21 Dec to 4 Jan": "2026-12-21..2027-01-04"}),
    ("runs from 1 December to 31 January", {"1 December to 31 January": "2026-12-01..2027-01-31"}),
    ("end of Jan to mid March", {"end of Jan to mid March": "2027-01-31..2027-03-15"}),
    ("w/c 7 Dec to 18 Dec", {"w/c 7 Dec to 18 Dec": "2026-12-07..2026-12-18"}),
    ("tomorrow to Friday", {"tomorrow to Friday": "2026-11-23..2026-11-27"}),
    ("3/4 May", {"3/4 May": "2027-05-03..2027-05-04"}),
    ("Feb 8-12", {"Feb 8-12": "2027-02-08..2027-02-12"}),
    ("Feb 8-12, 2027", {"Feb 8-12, 2027": "2027-02-08..2027-02-12"}),
    ("Oct/Nov/Dec", {"Oct/Nov/Dec": "2026-10-01..2026-12-31"}),
    ("w/c 30th Nov – w/c 14th Dec", {"w/c 30th Nov – w/c 14th Dec": "2026-11-30..2026-12-20"}),
    ("Nov 30-Dec 4", {"Nov 30-Dec 4": "2026-11-30..2026-12-04"}),
    ("between the 8th and the 12th", {"the 8th and the 12th": "2026-12-08..2026-12-12"}),
    ("1 Dec up to 31 Jan", {"1 Dec up to 31 Jan": "2026-12-01..2027-01-31"}),
]


@pytest.mark.parametrize(("text", "dates"), RANGES)
def test_from_one_time_to_another_is_one_interval(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


SLASHED = [
    ("Feb/March", {"Feb/March": "2027-02-01..2027-03-31"}),
    ("May/June 2007", {"May/June 2007": "2007-05-01..2007-06-30"}),
    ("Feb/Mar 2028", {"Feb/Mar 2028": "2028-02-01..2028-03-31"}),
    ("Nov/Dec", {"Nov/Dec": "2026-11-01..2026-12-31"}),
    ("Dec/Jan", {"Dec/Jan": "2026-12-01..2027-01-31"}),
    ("late Jan/early Feb", {"late Jan/early Feb": "2027-01-21..2027-02-10"}),
    ("late Dec/Jan", {"late Dec/Jan": "2026-12-21..2027-01-31"}),
    ("Mon/Tues", {"Mon/Tues": "2026-11-23..2026-11-24"}),
]


@pytest.mark.parametrize(("text", "dates"), SLASHED)
def test_a_slash_joins_two_neighbours(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


PAST = [
    ("ran 5-16 October", {"5-16 October": "2026-10-05..2026-10-16"}),
    ("ran from October to January", {"October to January": "2025-10-01..2026-01-31"}),
    ("ran 1 December to 31 January", {"1 December to 31 January": "2025-12-01..2026-01-31"}),
]


@pytest.mark.parametrize(("text", "dates"), PAST)
def test_in_a_past_clause_the_latest_such_time_is_meant(text: str, dates: dict[str, str]) -> None:
    assert said(text, past=True) == dates


TWO = [
    (
        "late Feb or early March",
        {"late Feb": "2027-02-21..2027-02-28", "early March": "2027-03-01..2027-03-10"},
    ),
    (
        "January or February 2028",
        {"January": "2028-01-01..2028-01-31", "February 2028": "2028-02-01..2028-02-29"},
    ),
    ("March or April", {"March": "2027-03-01..2027-03-31", "April": "2027-04-01..2027-04-30"}),
    (
        "moved from September to January",
        {"September": "2027-09-01..2027-09-30", "January": "2027-01-01..2027-01-31"},
    ),
    ("slipped from 31 March to 30 June", {"31 March": "2027-03-31", "30 June": "2027-06-30"}),
    ("moved March to May", {"March": "2027-03-01..2027-03-31", "May": "2027-05-01..2027-05-31"}),
    ("slipping Feb to April", {"Feb": "2027-02-01..2027-02-28", "April": "2027-04-01..2027-04-30"}),
    ("deadline changed from Friday to Monday", {"Friday": "2026-11-27", "Monday": "2026-11-23"}),
    ("target 30/11 -> 31/12", {"30/11": "2026-11-30", "31/12": "2026-12-31"}),
    (
        "due Nov 2026 → Feb 2027",
        {"Nov 2026": "2026-11-01..2026-11-30", "Feb 2027": "2027-02-01..2027-02-28"},
    ),
    (
        "pushed back from June until September",
        {"June": "2027-06-01..2027-06-30", "September": "2027-09-01..2027-09-30"},
    ),
    (
        "met in March and June 2026",
        {"March": "2026-03-01..2026-03-31", "June 2026": "2026-06-01..2026-06-30"},
    ),
    ("End of Jan, start of Feb", {"End of Jan": "2027-01-31", "start of Feb": "2027-02-01"}),
    (
        "May 2027 to March 2027",
        {"May 2027": "2027-05-01..2027-05-31", "March 2027": "2027-03-01..2027-03-31"},
    ),
    ("due in May - Friday's meeting confirms", {"May": "2027-05-01..2027-05-31", "Friday": "2026-11-27"}),
    (
        "not December as reported - February",
        {"December": "2026-12-01..2026-12-31", "February": "2027-02-01..2027-02-28"},
    ),
    ("slipped from 5 to 16 October", {"5": "2027-10-05", "16 October": "2027-10-16"}),
    ("changed from 12th to the 19th of January", {"12th": "2027-01-12", "the 19th of January": "2027-01-19"}),
]


@pytest.mark.parametrize(("text", "dates"), TWO)
def test_alternatives_moves_and_lists_stay_two_dates(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates
