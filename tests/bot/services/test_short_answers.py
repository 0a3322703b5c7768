"""Short answers people give, and what is made of them: never a guess, never a dead end."""

from __future__ import annotations

import pytest

from bot.card import Answer
from tests.bot.services.dialogue import Office, text_of


@pytest.mark.parametrize("thumbs", ["👍", "👍🏽", ":+1:", ":thumbsup::skin-tone-3:", "👍 👍"])
def test_a_thumbs_up_to_a_prompt_is_asked_about(asked: Office, thumbs: str) -> None:
    (post,) = asked.say("S Okoro", thumbs)
    assert post.text == (
        "Does that mean no change on 2.7a and 4.1? Nothing is saved yet.\n"
        "[Both: no change] [Answer in a form]"
    )
    assert asked.action("4.1").reported_at is None
    asked.press("S Okoro", post.card, "Both: no change")
    assert asked.action("4.1").reported_at is not None


def test_a_thumbs_up_to_a_read_back_is_a_yes_and_to_nothing_is_thanks(asked: Office) -> None:
    asked.say("A Merrin", "4.1 amber, audit found a gap")
    assert "Saved" in asked.answer("A Merrin", "👍")
    assert asked.answer("A Merrin", "👍").startswith("Thank you. Nothing was changed.")


def test_all_fine_reads_every_colour_back(asked: Office) -> None:
    said = asked.answer("K Bramley", "all fine")
    assert "2.7b Discharge letters to carers\n Colour: 🟢 Green, as before" in said
    assert "6.1 Room on Tuesdays\n Colour: 🔶 Amber, as before" in said
    assert "Shall it be 🟢 Green?" in said


def test_on_track_for_all_shows_which_turned_green(asked: Office) -> None:
    said = asked.answer("K Bramley", "both fine, on track")
    assert "2.7b Discharge letters to carers\n Colour: 🟢 Green, as before" in said
    assert "6.1 Room on Tuesdays\n Colour: 🟢 Green (was Amber)" in said


def test_a_question_about_one_shows_what_was_read_of_the_other(asked: Office) -> None:
    said = asked.answer(
        "S Okoro", "2.7a wont be done by sept, more like 2nd week of november, and 5.3 has started"
    )
    assert said.startswith("5.3: which colour is it now?")
    assert "I also read this, and nothing of it is saved yet:\n2.7a Discharge letters to GPs" in said
    assert asked.action("2.7a").forecast_due is None


@pytest.mark.parametrize("words", ["4.1 slips to 31/02/2027", "4.1 now due 30 Feb 2027, waiting for IT"])
def test_a_day_that_is_in_no_calendar_is_said_to_be_none(asked: Office, words: str) -> None:
    assert asked.answer("S Okoro", words).startswith("There is no 3")
    assert (asked.action("4.1").forecast_due, asked.action("4.1").reported_at) == (None, None)


@pytest.mark.parametrize(
    "words",
    [
        "I don't lead 2.7a any more, ask K Bramley",
        "2.7a is not mine, it's now K Bramley",
        "I no longer lead 2.7a. K Bramley does",
        "I'm not the lead for 2.7a - please ask K Bramley",
    ],
)
def test_a_lead_who_leads_it_no_more_proposes_who_does(asked: Office, words: str) -> None:
    posts = asked.say("S Okoro", words)
    told = next(post for post in posts if post.delivery.owed.channel == "DU1")
    assert "passed this to P Lowell as your proposal: 2.7a is led by K Bramley (was S Okoro)" in told.text
    proposal = next(post for post in posts if post.delivery.owed.channel == "U9")
    assert proposal.text.startswith("S Okoro proposes: 2.7a is led by K Bramley (was S Okoro).")
    assert [lead.name for lead in asked.action("2.7a").leads] == ["S Okoro"], "a proposal changes nothing"
    assert asked.action("2.7a").narrative is None
    saved = asked.press("P Lowell", proposal.card, "Save")
    assert isinstance(saved, Answer)
    assert [lead.name for lead in asked.action("2.7a").leads] == ["K Bramley"], text_of(saved.card)


def test_nobody_gives_away_what_they_do_not_lead(asked: Office) -> None:
    said = asked.answer("K Bramley", "I don't lead 2.7a any more, ask S Okoro")
    assert "K Bramley" in said
    assert [lead.name for lead in asked.action("2.7a").leads] == ["S Okoro"]
