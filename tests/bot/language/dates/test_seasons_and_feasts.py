"""Rule 7: seasons, the new year, and named days."""

import pytest

from tests.bot.language.dates.saying import said

SEASONS = [
    ("Spring 2027", {"Spring 2027": "2027-03-01..2027-05-31"}),
    ("spring 27", {"spring 27": "2027-03-01..2027-05-31"}),
    ("Summer '27", {"Summer '27": "2027-06-01..2027-08-31"}),
    ("winter 2026/27", {"winter 2026/27": "2026-12-01..2027-02-28"}),
    ("in the autumn", {"the autumn": "2026-09-01..2026-11-30"}),
    ("this winter", {"this winter": "2026-12-01..2027-02-28"}),
    ("this summer", {"this summer": "2027-06-01..2027-08-31"}),
    ("next spring", {"next spring": "2027-03-01..2027-05-31"}),
    ("last autumn", {"last autumn": "2025-09-01..2025-11-30"}),
    ("last summer", {"last summer": "2026-06-01..2026-08-31"}),
    ("over the summer", {"the summer": "2027-06-01..2027-08-31"}),
    ("pushed to the summer", {"the summer": "2027-06-01..2027-08-31"}),
    ("by winter", {"winter": "2026-12-01..2027-02-28"}),
    ("late spring", {"late spring": "2027-05-01..2027-05-31"}),
    ("early autumn", {"early autumn": "2027-09-01..2027-09-30"}),
    ("spring next year", {"spring next year": "2027-03-01..2027-05-31"}),
    ("Spring/Summer 2027", {"Spring/Summer 2027": "2027-03-01..2027-08-31"}),
    ("autumn/winter", {"autumn/winter": "2026-09-01..2027-02-28"}),
    ("in the summer months", {"the summer": "2027-06-01..2027-08-31"}),
    ("winter 2026/27", {"winter 2026/27": "2026-12-01..2027-02-28"}),
    ("next winter", {"next winter": "2026-12-01..2027-02-28"}),
]


@pytest.mark.parametrize(("text", "dates"), SEASONS)
def test_seasons_are_three_whole_months(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


NOT_SEASONS = [
    "winter pressures funding",
    "winter plan signed off",
    "spring clean planned",
    "spring into action",
    "summer school",
    "autumn leaves",
    "Summer Jones is leading",
]


@pytest.mark.parametrize("text", NOT_SEASONS)
def test_what_only_a_season_names_is_no_time(text: str) -> None:
    assert said(text) == {}


FEASTS = [
    ("before Christmas", {"Christmas": "2026-12-25"}),
    ("by Xmas", {"Xmas": "2026-12-25"}),
    ("Christmas Eve", {"Christmas Eve": "2026-12-24"}),
    ("Boxing Day", {"Boxing Day": "2026-12-26"}),
    ("New Year's Eve", {"New Year's Eve": "2026-12-31"}),
    ("New Year's Day", {"New Year's Day": "2027-01-01"}),
    ("New Year’s Day", {"New Year’s Day": "2027-01-01"}),
    ("after Easter", {"Easter": "2027-03-28"}),
    ("Easter 2028", {"Easter 2028": "2028-04-16"}),
    ("Good Friday", {"Good Friday": "2027-03-26"}),
    ("Easter Monday", {"Easter Monday": "2027-03-29"}),
    ("Maundy Thursday", {"Maundy Thursday": "2027-03-25"}),
    ("Shrove Tuesday", {"Shrove Tuesday": "2027-02-09"}),
    ("Mothering Sunday", {"Mothering Sunday": "2027-03-07"}),
    ("Whitsun", {"Whitsun": "2027-05-31"}),
    ("the spring bank holiday", {"spring bank holiday": "2027-05-31"}),
    ("the early May bank holiday", {"early May bank holiday": "2027-05-03"}),
    ("the late May bank holiday", {"late May bank holiday": "2027-05-31"}),
    ("May Day", {"May Day": "2027-05-03"}),
    ("the August bank holiday", {"August bank holiday": "2027-08-30"}),
    ("August bank holiday 2028", {"August bank holiday 2028": "2028-08-28"}),
    ("Burns Night", {"Burns Night": "2027-01-25"}),
    ("St Andrew's Day", {"St Andrew's Day": "2026-11-30"}),
    ("St. David's Day", {"St. David's Day": "2027-03-01"}),
    ("St George's Day", {"St George's Day": "2027-04-23"}),
    ("Halloween", {"Halloween": "2027-10-31"}),
    ("Bonfire Night", {"Bonfire Night": "2027-11-05"}),
    ("Remembrance Sunday", {"Remembrance Sunday": "2027-11-14"}),
    ("Remembrance Sunday 2027", {"Remembrance Sunday 2027": "2027-11-14"}),
    ("Father's Day", {"Father's Day": "2027-06-20"}),
    ("in the new year", {"the new year": "2027-01-01..2027-01-31"}),
    ("early in the new year", {"early in the new year": "2027-01-01..2027-01-10"}),
    ("New Year 2028", {"New Year 2028": "2028-01-01..2028-01-31"}),
    ("first week of the new year", {"first week of the new year": "2027-01-01..2027-01-07"}),
    ("between Christmas and New Year", {"Christmas and New Year": "2026-12-25..2027-01-01"}),
    ("before the bank holiday", {"the bank holiday": "2026-12-25"}),
    ("bank holiday Monday", {"bank holiday Monday": "2026-12-28"}),
    ("pre-Christmas", {"Christmas": "2026-12-25"}),
    ("Whit Monday", {"Whit Monday": "2027-05-17"}),
]


@pytest.mark.parametrize(("text", "dates"), FEASTS)
def test_named_days_have_their_dates(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


NOT_FEASTS = [
    "Christmas party organised",
    "Christmas card list",
    "Easter egg hunt",
    "new years of funding",
    "good progress",
    "bank details",
    "Merry Christmas all",
    "Happy New Year!",
]


@pytest.mark.parametrize("text", NOT_FEASTS)
def test_what_is_named_after_a_feast_is_not_its_day(text: str) -> None:
    assert said(text) == {}
