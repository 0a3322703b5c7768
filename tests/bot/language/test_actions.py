"""Which actions are meant: by reference, by words, by what was asked, and never by guess."""

import pytest

from bot.language.reading import ActionInPlan, Outcome, PlanInView
from tests.bot.language.reader import PLAN, in_short, read, reading

BY_REFERENCE = [
    ("1.10 amber", ["1.10 amber"]),
    ("1.4a and b on track", ["1.4a on_track", "1.4b on_track"]),
    ("1.4 (a) green", ["1.4a green"]),
    ("2.1-2.3 green", ["2.1 green", "2.2 green", "2.3 green"]),
    ("2.1 to 2.3 green", ["2.1 green", "2.2 green", "2.3 green"]),
    ("2.1-3 green", ["2.1 green", "2.2 green", "2.3 green"]),
    ("2.1, 2.2 and 2.3 all green", ["2.1 green", "2.2 green", "2.3 green"]),
    ("3.3/3.4 amber", ["3.3 amber", "3.4 amber"]),
    ("rec 7 on track", ["R7 on_track"]),
    ("R7 delivered", ["R7 complete"]),
    ("reds: 2.1; ambers: 2.3 2.4", ["2.1 red", "2.3 amber", "2.4 amber"]),
    ("Green - 1.1, 1.2. Amber - 2.1.", ["1.1 green", "1.2 green", "2.1 amber"]),
    ("amber for 2.1, green for 2.3", ["2.1 amber", "2.3 green"]),
    ("3.2 done 3.3 green 3.4 amber", ["3.2 complete", "3.3 green", "3.4 amber"]),
    ("🟢 3.2\n🟠 3.3", ["3.2 green", "3.3 amber"]),
    ("2.1 on track, 2.3 see 2.1", ["2.1 on_track", "2.3"]),
    ("sorry that should be 2.3 not 2.1", ["2.3"]),
    ("3.2 first payments went out Monday", ["3.2"]),
    ("2.1 amber. Who's picking up 2.2?", ["2.1 amber"]),
]

NOT_A_REFERENCE = [
    "version 2.3 of the SOP circulated",
    "£2.3m bid submitted",
    "section 2.1 of the report needs rewriting",
    "score up 2.1 points",
]

BY_WORDS = [
    ("The crisis line is slipping to March", "S Okoro", ["2.1 by 2027-03-31"]),
    ("carers post: interviews done, offer out", "K Bramley", ["2.2"]),
    ("peer support group is up and running", "L Pashley", ["3.4 complete"]),
    ("annual report on track", "P Lowell", ["R7 on_track"]),
    ("The transition protocol is green and the leaflet is amber", "J Tranter", ["3.1 green", "1.2 amber"]),
    (
        "employment pathway and peer support group both on track",
        "L Pashley",
        ["3.3 on_track", "3.4 on_track"],
    ),
    ("no update on the section 75 review", "P Lowell", ["1.3 same"]),
    ("discharge letters audit now due end of April", "S Okoro", ["1.4b by 2027-04-30"]),
    ("2.3 on track. The data sharing agreement has stalled.", None, ["2.3 on_track", "4.1"]),
]

BY_ASKING = [
    ("green", "3.1", None, ["3.1 green"]),
    ("done", "2.4", None, ["2.4 complete"]),
    ("2.4 now green. Others unchanged.", "2.2 2.4 2.5", None, ["2.4 green", "2.2 same", "2.5 same"]),
    ("all on track bar 2.2 (amber)", "2.2 2.4 2.5", None, ["2.4 on_track", "2.5 on_track", "2.2 amber"]),
    ("both done", "2.2 2.4", None, ["2.2 complete", "2.4 complete"]),
    ("no change on any of mine", "3.2 3.3", "L Pashley", ["3.2 same", "3.3 same"]),
    ("All mine are green", "", "R Dunmore", ["4.1 green", "4.2 green"]),
    ("first one's done, second slipping to March", "2.2 2.4", None, ["2.2 complete", "2.4 by 2027-03-31"]),
    ("2.4: 75% complete, rest by 31 January", "2.4 2.5", None, ["2.4 75% by 2027-01-31"]),
]


@pytest.mark.parametrize(("text", "understood"), BY_REFERENCE)
def test_a_reference_governs_until_the_next(text: str, understood: list[str]) -> None:
    assert read(text) == understood


@pytest.mark.parametrize("text", NOT_A_REFERENCE)
def test_figures_of_other_things_are_no_reference(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "speaker", "understood"), BY_WORDS)
def test_an_action_is_known_by_its_words(text: str, speaker: str | None, understood: list[str]) -> None:
    assert read(text, speaker=speaker) == understood


@pytest.mark.parametrize(("text", "asked", "speaker", "understood"), BY_ASKING)
def test_what_was_asked_is_what_is_answered(
    text: str, asked: str, speaker: str | None, understood: list[str]
) -> None:
    assert read(text, asked, speaker) == understood


@pytest.mark.parametrize(
    ("text", "asked", "speaker", "candidates"),
    [
        ("1.4 amber", "", None, ("1.4a", "1.4b")),
        ("amber", "3.2 3.3", None, ("3.2", "3.3")),
        ("discharge letters on track", "", "S Okoro", ("1.4a", "1.4b")),
        ("the carers' handbook is done", "2.4", None, ("2.4", "3.2")),
    ],
)
def test_two_plausible_actions_are_a_question_with_both(
    text: str, asked: str, speaker: str | None, candidates: tuple[str, ...]
) -> None:
    update = reading(text, asked, speaker).updates[0]
    assert update.outcome is Outcome.AMBIGUOUS
    assert next(one.candidates for one in update.questions if one.field == "action") == candidates


def test_a_reference_in_two_plans_is_a_question_unless_the_speaker_leads_one() -> None:
    other = PlanInView("Dunvale", (ActionInPlan("2.1", "Refurbish the day centre", ("A Reed",)),))
    unknown = reading("2.1 amber", plans=(PLAN, other)).updates[0]
    assert unknown.questions[0].candidates == ("Larkmere: 2.1", "Dunvale: 2.1")
    known = reading("2.1 amber", speaker="A Reed", plans=(PLAN, other)).updates[0]
    assert (known.plan, known.outcome) == ("Dunvale", Outcome.UNDERSTOOD)


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("recs 5-7 on track", ["R5", "R6", "R7"]),
        ("R5 to R7 green", ["R5", "R6", "R7"]),
        ("R7 - 3 posts out", ["R7"]),
        ("3.1 - 4 posts out to advert", ["3.1"]),
        ("2.4a-c green", ["2.4a", "2.4b", "2.4c"]),
        ("actions 8 and 12 done", ["8", "12"]),
        ("3.1-3.99 green", ["3.1", "3.99"]),
    ],
)
def test_ranges_count_on_from_the_first(text: str, refs: list[str]) -> None:
    assert [update.action for update in reading(text, plans=()).updates] == refs


def test_an_exception_of_which_nothing_is_said_is_asked_about() -> None:
    understood = reading("all green except 2.2", "2.2 2.4").updates
    assert [in_short(update) for update in understood] == ["2.4 green", "2.2?"]


@pytest.mark.parametrize(
    "text", ["1.4 green", "R7 green", "action 8 and 12 green", "2.4a-c green", "5.2.1 done"]
)
def test_without_a_plan_printed_forms_are_taken_as_they_stand(text: str) -> None:
    assert all(update.action for update in reading(text, plans=()).updates)


@pytest.mark.parametrize("speaker", ["S Okoro", "Sam Okoro", "Dr S. Okoro"])
def test_a_speaker_is_known_by_initial_and_name(speaker: str) -> None:
    assert read("All mine are green", speaker=speaker) == [
        "1.4a green",
        "1.4b green",
        "2.1 green",
        "2.3 green",
    ]


@pytest.mark.parametrize("speaker", ["A Okoro", "Okoro", "S Bramley"])
def test_another_is_not_taken_for_the_lead(speaker: str) -> None:
    assert [update.action for update in reading("All mine are green", speaker=speaker).updates] == [None]


def test_what_is_said_twice_and_differently_is_asked_about() -> None:
    first = reading("2.1 and 2.3 due March. 2.1 due April.").updates[0]
    assert first.forecast is None
    assert [(one.field, one.candidates) for one in first.questions] == [("forecast", ("March", "April"))]
    assert [choice.words for choice in first.choices] == ["March", "April"]


def test_what_is_said_in_two_places_is_put_together() -> None:
    assert read("2.1 and 2.3 amber. 2.1 due April.") == ["2.1 amber by 2027-04-30", "2.3 amber"]


def test_a_reference_the_plan_does_not_have_is_asked_about() -> None:
    update = reading("9.9 green").updates[0]
    assert (update.action, update.outcome) == (None, Outcome.AMBIGUOUS)


def test_the_first_two_are_the_first_two_asked() -> None:
    assert read("first two slipping to March, the third is green", "2.2 2.4 2.5") == [
        "2.2 by 2027-03-31",
        "2.4 by 2027-03-31",
        "2.5 green",
    ]


@pytest.mark.parametrize(
    "text", ["2.3 of the SOP needs work", "2.1 out of 5 for confidence", "meet at 10.30"]
)
def test_figures_without_a_plan_may_still_be_no_reference(text: str) -> None:
    assert reading(text, plans=()).updates == ()


def test_an_action_asked_about_in_two_plans_is_the_speakers_own() -> None:
    other = PlanInView("Dunvale", (ActionInPlan("2.1", "Refurbish the day centre", ("A Reed",)),))
    assert reading("green", "2.1", "A Reed", plans=(PLAN, other)).updates[0].plan == "Dunvale"
