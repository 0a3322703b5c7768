"""Rule 5: times counted from today or from another date."""

import pytest

from tests.bot.language.dates.saying import said

OFFSETS = [
    ("in three weeks", {"in three weeks": "2026-12-13"}),
    ("in 3 weeks", {"in 3 weeks": "2026-12-13"}),
    ("in 3wks", {"in 3wks": "2026-12-13"}),
    ("in 6 wks", {"in 6 wks": "2027-01-03"}),
    ("in a fortnight", {"in a fortnight": "2026-12-06"}),
    ("in a week", {"in a week": "2026-11-29"}),
    ("in 10 days", {"in 10 days": "2026-12-02"}),
    ("in two days", {"in two days": "2026-11-24"}),
    ("in 2 months", {"in 2 months": "2027-01-22"}),
    ("in a month", {"in a month": "2026-12-22"}),
    ("in a month's time", {"in a month's time": "2026-12-22"}),
    ("in six weeks' time", {"in six weeks' time": "2027-01-03"}),
    ("in six weeks’ time", {"in six weeks’ time": "2027-01-03"}),
    ("in 6 weeks time", {"in 6 weeks time": "2027-01-03"}),
    ("six weeks from now", {"six weeks from now": "2027-01-03"}),
    ("6 weeks hence", {"6 weeks hence": "2027-01-03"}),
    ("in about six weeks", {"in about six weeks": "2027-01-03"}),
    ("in roughly a month", {"in roughly a month": "2026-12-22"}),
    ("in another two weeks", {"in another two weeks": "2026-12-06"}),
    ("in a couple of months", {"in a couple of months": "2027-01-22"}),
    ("in 18 months", {"in 18 months": "2028-05-22"}),
    ("in a year", {"in a year": "2027-11-22"}),
    ("in two years", {"in two years": "2028-11-22"}),
    ("in half a year", {"in half a year": "2027-05-22"}),
    ("in a month or so", {"in a month or so": "2026-12-22"}),
    ("in 2-3 weeks", {"in 2-3 weeks": "2026-12-06..2026-12-13"}),
    ("in two or three weeks", {"in two or three weeks": "2026-12-06..2026-12-13"}),
    ("in a week or two", {"in a week or two": "2026-11-29..2026-12-06"}),
    ("in 2 to 3 months' time", {"in 2 to 3 months' time": "2027-01-22..2027-02-22"}),
    ("in twenty-one days", {"in twenty-one days": "2026-12-13"}),
    ("a fortnight ago", {"a fortnight ago": "2026-11-08"}),
    ("two months ago", {"two months ago": "2026-09-22"}),
    ("3 weeks ago", {"3 weeks ago": "2026-11-01"}),
    ("a week today", {"a week today": "2026-11-29"}),
    ("a week tomorrow", {"a week tomorrow": "2026-11-30"}),
    ("a fortnight today", {"a fortnight today": "2026-12-06"}),
    ("three weeks tomorrow", {"three weeks tomorrow": "2026-12-14"}),
    ("this time next week", {"this time next week": "2026-11-29"}),
    ("this time next year", {"this time next year": "2027-11-22"}),
    ("tomorrow", {"tomorrow": "2026-11-23"}),
    ("today", {"today": "2026-11-22"}),
    ("tonight", {"tonight": "2026-11-22"}),
    ("yesterday", {"yesterday": "2026-11-21"}),
    ("the day after tomorrow", {"the day after tomorrow": "2026-11-24"}),
    ("the day before yesterday", {"the day before yesterday": "2026-11-20"}),
    ("tomorrow week", {"tomorrow week": "2026-11-30"}),
    ("this time tomorrow", {"this time tomorrow": "2026-11-23"}),
    ("two weeks back", {"two weeks back": "2026-11-08"}),
    ("in 6w", {"in 6w": "2027-01-03"}),
    ("six weeks away", {"six weeks away": "2027-01-03"}),
]


@pytest.mark.parametrize(("text", "dates"), OFFSETS)
def test_so_long_from_today(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


WINDOWS = [
    ("within six weeks", {"within six weeks": "2026-11-22..2027-01-03"}),
    ("within 2 months", {"within 2 months": "2026-11-22..2027-01-22"}),
    ("within a month", {"within a month": "2026-11-22..2026-12-22"}),
    ("inside three weeks", {"inside three weeks": "2026-11-22..2026-12-13"}),
    ("within the next fortnight", {"within the next fortnight": "2026-11-22..2026-12-06"}),
    ("in under a month", {"in under a month": "2026-11-22..2026-12-22"}),
    ("in less than three weeks", {"in less than three weeks": "2026-11-22..2026-12-13"}),
    ("over the next 6 months", {"over the next 6 months": "2026-11-22..2027-05-22"}),
    ("over the next couple of weeks", {"over the next couple of weeks": "2026-11-22..2026-12-06"}),
    ("in the next 3 to 6 months", {"in the next 3 to 6 months": "2027-02-22..2027-05-22"}),
    ("over the next 3-6 months", {"over the next 3-6 months": "2027-02-22..2027-05-22"}),
    ("during the next month", {"during the next month": "2026-11-22..2026-12-22"}),
    ("over the next year", {"over the next year": "2026-11-22..2027-11-22"}),
    ("in the coming fortnight", {"in the coming fortnight": "2026-11-22..2026-12-06"}),
    ("next two weeks", {"next two weeks": "2026-11-22..2026-12-06"}),
    ("over the last 3 months", {"over the last 3 months": "2026-08-22..2026-11-22"}),
    ("in the past fortnight", {"in the past fortnight": "2026-11-08..2026-11-22"}),
    ("for the past year", {"for the past year": "2025-11-22..2026-11-22"}),
    ("the last two weeks", {"the last two weeks": "2026-11-08..2026-11-22"}),
    ("within the month", {"within the month": "2026-11-01..2026-11-30"}),
    ("between now and March", {"now and March": "2026-11-22..2027-03-31"}),
    ("from now until Easter", {"now until Easter": "2026-11-22..2027-03-28"}),
    ("next three quarters", {"next three quarters": "2026-11-22..2027-08-22"}),
]


@pytest.mark.parametrize(("text", "dates"), WINDOWS)
def test_within_so_long_is_from_today_to_then(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


WORKING = [
    ("in 10 working days", {"in 10 working days": "2026-12-04"}),
    ("within 5 working days", {"within 5 working days": "2026-11-22..2026-11-27"}),
    ("in 25 working days", {"in 25 working days": "2026-12-29"}),
    ("10 working days from Monday", {"10 working days from Monday": "2026-12-07"}),
    ("5 working days before 1 March", {"5 working days before 1 March": "2027-02-22"}),
    ("in 3 business days", {"in 3 business days": "2026-11-25"}),
    ("in 20 working days' time", {"in 20 working days' time": "2026-12-18"}),
]


@pytest.mark.parametrize(("text", "dates"), WORKING)
def test_working_days_skip_weekends_and_bank_holidays(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


ANCHORED = [
    ("two weeks before Christmas", {"two weeks before Christmas": "2026-12-11"}),
    ("three days after Easter", {"three days after Easter": "2027-03-31"}),
    ("6 weeks from 1 Dec", {"6 weeks from 1 Dec": "2027-01-12"}),
    ("a month from Friday", {"a month from Friday": "2026-12-27"}),
    ("2 months from 5 January 2027", {"2 months from 5 January 2027": "2027-03-05"}),
    ("a week after the 14th", {"a week after the 14th": "2026-12-21"}),
    ("two weeks before the end of March", {"two weeks before the end of March": "2027-03-17"}),
    ("10 days after 31/12", {"10 days after 31/12": "2027-01-10"}),
    ("the day after Boxing Day", {"the day after Boxing Day": "2026-12-27"}),
    ("six months on from April", {"six months on from April": "2027-10-01..2027-10-31"}),
    ("5 days before New Year", {"5 days before New Year": "2026-12-27"}),
    ("a week Friday", {"a week Friday": "2026-12-04"}),
    ("between Jan 2026 and now", {"Jan 2026 and now": "2026-01-01..2026-11-22"}),
    ("from March to date", {"March to date": "2026-03-01..2026-11-22"}),
    ("two weeks prior to 1 March", {"two weeks prior to 1 March": "2027-02-15"}),
    ("a day after the 14th", {"a day after the 14th": "2026-12-15"}),
]


@pytest.mark.parametrize(("text", "dates"), ANCHORED)
def test_so_long_before_or_after_another_date(text: str, dates: dict[str, str]) -> None:
    assert said(text) == dates


DURATIONS = [
    "slipped three weeks",
    "3 year plan agreed",
    "delayed by a fortnight",
    "six-week consultation",
    "for three months",
    "10 minute slot",
    "in 2 week sprints",
    "takes 6 weeks",
    "three weeks",
    "will be a couple of weeks late",
    "in 3 phases",
    "1 in 4 staff",
    "within 6 weeks of the award",
    "in two weeks of testing",
    "half past ten",
    "we pushed it two weeks back to see",
    "last year of the programme",
]


@pytest.mark.parametrize("text", DURATIONS)
def test_a_length_of_time_alone_is_no_date(text: str) -> None:
    assert said(text) == {}
