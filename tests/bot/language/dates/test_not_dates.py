"""Rule 9: what only looks like a date."""

import pytest

from tests.bot.language.dates.saying import said

FIGURES = [
    "version 2.3 of the SOP",
    "v1.2.27",
    "SOP 2.3, section 4.5",
    "score improved from 6/10 to 8/10",
    "scored 6/10",
    "now 8/10",
    "3 out of 5",
    "24/7 cover in place",
    "1 in 4 staff",
    "12 of 20 sites live",
    "3/12 posts filled",
    "complete on 3/12 sites",
    "2/3 complete",
    "3/4 of sites",
    "1/2 day",
    "£1.2m approved",
    "8-10 practices involved",
    "10-12 weeks",
    "9-5",
    "10am-4pm",
    "9.30-11.00",
    "at 12:30",
    "on a scale of 1-5",
    "1.4, 1.5 and 1.6 all green",
    "3.1-3.4 all delivered",
    "1.10 done",
    "phase 2 of 3",
    "192.168.1.12",
    "020 7946 0018",
    "code 133-03-03-2020",
    "30/4.85",
    "31/4",
    "31/04/2027",
    "32/1",
    "DfE 2026-123",
    "95% complete",
    "1:1 meeting",
]


@pytest.mark.parametrize("text", FIGURES)
def test_figures_of_other_kinds_are_not_dates(text: str) -> None:
    assert said(text) == {}


ORDINALS = [
    "1st submission",
    "the 2nd draft",
    "second draft with partners now",
    "the 3rd sector",
    "4th floor",
    "the 2nd phase",
    "21st century",
    "2nd draft by 3rd reviewer",
    "second that",
    "one second please",
    "the first cohort",
    "the 6th and final workshop",
    "the 3rd of 5 workshops",
    "the 1st is done",
    "we were the 1st to respond",
    "the 2nd one",
]


@pytest.mark.parametrize("text", ORDINALS)
def test_an_ordinal_that_counts_a_thing_is_not_a_day(text: str) -> None:
    assert said(text) == {}


PEOPLE = [
    "April Jones has left so 2.6 needs a new lead",
    "June is leading on this now",
    "June has left",
    "June to lead on this",
    "June will pick this up",
    "June and Jan are leading",
    "Jan from HR has confirmed",
    "Jan's team to confirm",
    "spoke to June about it",
    "thanks June",
    "Cllr May agreed",
    "Mrs May has signed",
    "with April on this",
    "handed to April last thing",
    "June is on leave",
    "April is on annual leave",
]


@pytest.mark.parametrize("text", PEOPLE)
def test_people_called_by_a_month_are_people(text: str) -> None:
    assert said(text) == {}


VERBS = [
    "we may slip",
    "May need more time",
    "May I have an extension",
    "it may be tight",
    "this may take time",
    "We may need support from HR on this",
    "may not happen",
    "the provider may, at its discretion, extend",
    "march past the 4.5 milestone, all good",
    "on the march again",
    "march forward",
]


@pytest.mark.parametrize("text", VERBS)
def test_may_and_march_are_verbs(text: str) -> None:
    assert said(text) == {}


THINGS = [
    "the MAR chart audit",
    "$DEC farming",
    "staff survey closed with 31% response",
    "Significant progress, no update on funding",
    "ongoing, meets monthly, nothing to report",
    "@June please",
    "a good day",
    "day 2",
    "week 3 of the programme",
    "next steps",
    "last resort",
    "this is done",
    "the following actions",
    "past performance",
    "current position",
    "the Monday group",
    "Good Friday agreement",
    "new year group numbers",
    "end of life care",
    "year on year",
    "in-year savings",
    "month on month",
    "five days a week",
    "the 18 week target",
    "Early help offer is live",
    "Late returns are an issue",
    "start up costs",
    "end users",
    "St George's Hospital",
    "May Street surgery",
    "the next steps and the last one",
]


@pytest.mark.parametrize("text", THINGS)
def test_other_things_that_share_the_words(text: str) -> None:
    assert said(text) == {}
