"""When the action will be finished, told from every other date in the sentence."""

from datetime import date

import pytest

from bot.language.reading import Conventions, Role
from tests.bot.language.reader import read, reading

FORECASTS = [
    ("2.3 slipping to end of Feb", ["2.3 by 2027-02-28"]),
    ("2.3 was due end of Nov, now late Jan", ["2.3 by 2027-01-31"]),
    ("2.3 the date moves from 31 Dec to 29 Jan", ["2.3 by 2027-01-29"]),
    ("2.3 completion now looks like Easter rather than December", ["2.3 by 2027-03-28"]),
    ("2.3 delayed again. Was Sept, then Dec, now end of February.", ["2.3 by 2027-02-28"]),
    ("2.3 late Feb or early March", ["2.3 by 2027-03-10"]),
    ("2.3 not until Easter", ["2.3 by 2027-03-28"]),
    ("Feb for 3.2, March for 3.3", ["3.2 by 2027-02-28", "3.3 by 2027-03-31"]),
    ("2.1 red but hope to be back to green by end of March", ["2.1 red by 2027-03-31"]),
    ("3.1 to be signed off at board on 10 December", ["3.1 by 2026-12-10"]),
    ("The board agreed on 18 November to move 1.3 to 30 June 2027", ["1.3 by 2027-06-30"]),
    (
        "1.3 amber, legal comments due back w/c 7 Dec, aiming to finish by end of Jan",
        ["1.3 amber by 2027-01-31"],
    ),
    ("2.1 if approved at the 15 Dec board we can go live 1 March", ["2.1 by 2027-03-01"]),
    ("2.3 we've missed the November deadline. Realistic date is mid-February.", ["2.3 by 2027-02-15"]),
    ("we won't make March for 3.1, more like June", ["3.1 by 2027-06-30"]),
    ("4.2 deferred to 2027/28", ["4.2 by 2028-03-31"]),
]

NO_FORECAST = [
    "2.2 interviews are on 8 December",
    "2.2 interviews slipped to 10 December",
    "3.1 consultation closes 15 January",
    "2.4 is going to the committee on 3 December",
    "R7 drafting starts in January",
    "2.1 no change since October",
    "2.1 red this month",
    "2.1 no longer expecting January",
    "2.1 if the tender fails it'll be June",
    "2.1 at risk of slipping past March if the tender fails",
    "1.1 completed in October",
    "handbook is with the designers, back in a fortnight",
]

ROLES = [
    ("2.1 was due 31 October, now 29 January", [Role.BASELINE, Role.FORECAST]),
    ("2.1 should be green by mid-January", [Role.RECOVERY]),
    ("2.1 staying amber until 14 January", [Role.RECOVERY]),
    ("2.1 not December as reported - February", [Role.NEGATED, Role.FORECAST]),
    ("2.1 completed 16th Oct", [Role.COMPLETION]),
    ("2.1 met HR on 17/11", [Role.PAST_EVENT]),
    ("2.1 workshop 8 December", [Role.EVENT]),
    ("2.1 amber; worst case June", [Role.HYPOTHETICAL]),
    ("2.1 ~31 January~ 28 February", [Role.NEGATED, Role.FORECAST]),
    ("2.1 missed the November deadline", [Role.BASELINE]),
    ("2.1 brought forward from June to March", [Role.BASELINE, Role.FORECAST]),
]


@pytest.mark.parametrize(("text", "understood"), FORECASTS)
def test_the_forecast_is_the_actions_own_finish(text: str, understood: list[str]) -> None:
    assert read(text) == understood


@pytest.mark.parametrize("text", NO_FORECAST)
def test_steps_old_dates_and_maybes_are_no_forecast(text: str) -> None:
    assert [update.forecast for update in reading(text, speaker="L Pashley").updates] == [None]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_every_date_has_its_role(text: str, roles: list[Role]) -> None:
    assert [mention.role for mention in reading(text).dates] == roles


def test_two_forecasts_are_a_question_with_both() -> None:
    update = reading("2.3 target end of March, forecast February").updates[0]
    assert update.forecast is None
    assert [(one.field, one.candidates) for one in update.questions] == [
        ("forecast", ("end of March", "February"))
    ]


def test_a_date_no_words_tie_to_the_finish_is_asked_about() -> None:
    update = reading("2.1 trustees and volunteers in March").updates[0]
    assert [one.field for one in update.questions] == ["forecast"]


def test_an_old_date_is_its_latest_occurrence_before_the_new_one() -> None:
    old, new = reading("2.1 moved from September to January").dates
    assert (old.timescale.start.year, new.timescale.start.year) == (2026, 2027)


def test_one_brought_forward_is_the_next_after_it() -> None:
    old, new = reading("2.1 brought forward from June to March").dates
    assert (old.timescale.start.year, new.timescale.start.year) == (2027, 2027)


def test_times_no_calendar_knows_are_kept_aside() -> None:
    assert reading("2.1 waiting on the SRO, date TBC").unresolved == ("date TBC",)


def test_a_meeting_the_calendar_knows_is_no_longer_unresolved() -> None:
    known = Conventions(meetings=(("Partnership board", date(2026, 12, 10)),))
    assert reading("2.1 done by next board").unresolved == ("next board",)
    said = reading("2.1 done by next board", conventions=known)
    assert said.unresolved == ()
    assert said.updates[0].forecast is not None
    assert said.updates[0].forecast.end == date(2026, 12, 10)
