"""Taps and forms."""

from __future__ import annotations

from datetime import date, time

from bot.card import Act, Answer, Card, Form, FormErrors, Placement
from bot.plan import ActionStatus
from bot.rag import Rag
from bot.services import press
from tests.bot.services.dialogue import Office, text_of


def prompt_of(office: Office, who: str) -> Card:
    """The prompt somebody was sent last."""
    found = [post for post in office.posts_to(who) if "update by" in post.card.summary]
    return found[-1].card


def card_of(outcome: Answer | Form | FormErrors) -> Card:
    assert isinstance(outcome, Answer)
    return outcome.card


def form_of(outcome: Answer | Form) -> Form:
    assert isinstance(outcome, Form)
    return outcome


def test_every_act_has_its_use() -> None:
    assert set(press.USES) == set(Act)


def test_no_change_redraws_the_prompt_without_what_was_answered(asked: Office) -> None:
    answer = asked.press("S Okoro", prompt_of(asked, "S Okoro"), "No change")
    assert isinstance(answer, Answer)
    assert answer.placement is Placement.REPLACE
    text = text_of(answer.card)
    assert text.startswith(
        "1 Larkmere plan action: update by noon Tue 29 Sept (board 14 Oct)\n4.1 Supervision"
    )
    assert "Saved: 2.7a.\n[Undo]" in text
    again = card_of(asked.press("S Okoro", answer.card, "No change"))
    assert again.summary == "Thank you. Everything is in for 14 Oct: 2.7a and 4.1."


def test_undo_on_the_prompt_puts_the_action_back_on_it(asked: Office) -> None:
    before = asked.action("2.7a")
    card = card_of(asked.press("S Okoro", prompt_of(asked, "S Okoro"), "On track"))
    assert asked.action("2.7a").status is ActionStatus.IN_PROGRESS
    back = card_of(asked.press("S Okoro", card, "Undo"))
    assert "2.7a Discharge letters to GPs" in text_of(back)
    assert asked.action("2.7a").reported_at == before.reported_at
    again = card_of(asked.press("S Okoro", card, "Undo"))
    assert again.summary == "This was undone already."


def passes_to_bramley(office: Office, ref: str) -> None:
    office.say("P Lowell", f"{ref} is now led by K Bramley")
    assert "Saved" in office.answer("P Lowell", "yes")


def test_what_was_saved_is_not_undone_by_whom_the_action_has_passed_from(asked: Office) -> None:
    card = asked.say("S Okoro", "2.7a on track, 4.1 on track")[0].card
    passes_to_bramley(asked, "2.7a")
    before = [asked.action("2.7a"), asked.action("4.1")]
    assert text_of(card_of(asked.press("S Okoro", card, "Undo"))).startswith("2.7a is led by K Bramley")
    assert "2.7a is led by K Bramley" in asked.answer("S Okoro", "undo")
    assert [asked.action("2.7a"), asked.action("4.1")] == before, "all or nothing"


def test_no_change_for_all_is_of_what_has_not_passed_to_another_lead(asked: Office) -> None:
    asked.at(date(2026, 9, 28), time(10, 0))
    card = prompt_of(asked, "S Okoro")
    passes_to_bramley(asked, "2.7a")
    before = asked.action("2.7a")
    thanks = card_of(asked.press("S Okoro", card, "Both: no change")).summary
    assert thanks == "Thank you. Everything is in for 14 Oct: 4.1."
    assert asked.action("2.7a") == before
    refused = text_of(card_of(asked.press("S Okoro", card, "Both: no change")))
    assert refused.startswith("2.7a is led by K Bramley"), "nothing else is left of it"


def test_on_track_is_green_and_what_changed_is_read_back(asked: Office) -> None:
    asked.press("K Bramley", prompt_of(asked, "K Bramley"), "On track", 1)
    assert asked.action("6.1").rag is Rag.GREEN
    assert " Colour: 🟢 Green (was Amber)" in asked.posts_to("K Bramley")[-1].text


def test_done_is_a_claim_with_its_outcome_asked_after(asked: Office) -> None:
    asked.press("S Okoro", prompt_of(asked, "S Okoro"), "Done", 1)
    assert asked.action("4.1").status is ActionStatus.CLAIMED_DONE
    read_back = asked.posts_to("S Okoro")[-1]
    assert "Is that in place, and what shows it?" in read_back.text
    undone = card_of(asked.press("S Okoro", read_back.card, "Not done yet"))
    assert undone.summary == "Undone: 4.1 is as before. Your words are kept."
    assert asked.action("4.1").status is ActionStatus.IN_PROGRESS


def test_both_no_change(asked: Office) -> None:
    card = card_of(asked.press("S Okoro", prompt_of(asked, "S Okoro"), "Both: no change"))
    assert card.summary == "Thank you. Everything is in for 14 Oct: 2.7a and 4.1."


def test_slipping_asks_for_a_date_and_says_what_is_wrong_with_it(asked: Office) -> None:
    form = form_of(asked.press("S Okoro", prompt_of(asked, "S Okoro"), "Slipping…"))
    assert (form.title, form.intro) == (
        "Update 2.7a",
        "2.7a Discharge letters to GPs · due Sept 2026\nIn the plan: 🟢 Green",
    )
    assert [field.name for field in form.fields if field.is_required] == ["standing", "finish"]
    wrong = asked.submit("S Okoro", form, standing="keep", finish="soonish")
    assert wrong == FormErrors(
        {"finish": 'I cannot read "soonish" as a date. Try "end of Jan", "Sept 2027" or "14 Oct".'}
    )
    two = asked.submit("S Okoro", form, standing="keep", finish="3 Nov or 4 Dec")
    assert isinstance(two, FormErrors)
    unexplained = asked.submit("S Okoro", form, standing="amber", finish="end of Jan")
    assert unexplained == FormErrors(
        {"path": "🔶 Amber needs one line for the board: what brings it back, and by when?"}
    )
    patient = asked.submit("S Okoro", form, standing="keep", finish="end of Jan", note="943 476 5919")
    assert patient == FormErrors(
        {"note": "This looks like an NHS number. Please take it out; nothing has been saved."}
    )
    assert asked.action("2.7a").forecast_due is None
    redrawn = card_of(
        asked.submit(
            "S Okoro",
            form,
            standing="amber",
            finish="end of Jan",
            blocker="waiting for IT",
            path="mailbox open by 16 Oct",
        )
    )
    assert "Saved: 2.7a." in text_of(redrawn)
    saved = asked.action("2.7a")
    assert saved.forecast_due is not None
    assert (saved.forecast_due.end, saved.rag) == (date(2027, 1, 31), Rag.AMBER)
    assert (saved.blocker, saved.path_to_green) == ("waiting for IT", "mailbox open by 16 Oct")
    assert asked.posts_to("S Okoro")[-1].text.splitlines()[1] == (
        " Colour: 🔶 Amber (was Green) · "
        "Forecast: Sept 2026 → end of Jan 2027 (18 weeks after the first date)"
    )


def test_need_help_asks_what_is_in_the_way(asked: Office) -> None:
    form = form_of(asked.press("K Bramley", prompt_of(asked, "K Bramley"), "Need help", 1))
    assert [field.name for field in form.fields if field.is_required] == ["standing", "blocker"]
    asked.submit("K Bramley", form, standing="keep", blocker="no room on Tuesdays")
    saved = asked.action("6.1")
    assert (saved.support_wanted, saved.blocker) == (True, "no room on Tuesdays")


def test_one_form_for_everything_that_was_asked(asked: Office) -> None:
    form = form_of(asked.press("S Okoro", prompt_of(asked, "S Okoro"), "Answer in a form"))
    one, two = asked.action("2.7a").id, asked.action("4.1").id
    assert [field.name for field in form.fields] == [
        f"standing_{one}",
        f"note_{one}",
        f"standing_{two}",
        f"note_{two}",
    ]
    nothing = asked.submit("S Okoro", form, **{f"standing_{one}": "", f"note_{one}": ""})
    assert isinstance(nothing, FormErrors)
    unexplained = asked.submit("S Okoro", form, **{f"standing_{one}": "amber"})
    assert isinstance(unexplained, FormErrors)
    assert list(unexplained.by_field) == [f"note_{one}"]
    patient = asked.submit("S Okoro", form, **{f"note_{one}": "943 476 5919"})
    assert isinstance(patient, FormErrors)
    card = card_of(
        asked.submit(
            "S Okoro",
            form,
            **{
                f"standing_{one}": "amber",
                f"note_{one}": "slips to end of Jan, waiting for IT",
                f"standing_{two}": "done",
            },
        )
    )
    assert card.summary == "Thank you. Everything is in for 14 Oct: 2.7a and 4.1."
    saved = asked.action("2.7a")
    assert saved.forecast_due is not None
    assert (saved.rag, saved.forecast_due.end) == (Rag.AMBER, date(2027, 1, 31))
    assert asked.action("4.1").status is ActionStatus.CLAIMED_DONE
    none_left = card_of(asked.press("S Okoro", prompt_of(asked, "S Okoro"), "Answer in a form"))
    assert "anything still open here" in none_left.summary


def test_confirm_and_edit_of_what_was_read(office: Office) -> None:
    post = office.say("S Okoro", "2.7a amber, two nurses short. 4.1 is green")[0]
    form = form_of(office.press("S Okoro", post.card, "4.1 Supervision policy"))
    assert form.title == "Update 4.1"
    card = card_of(office.submit("S Okoro", form, standing="keep", note="audit booked for March"))
    text = text_of(card)
    assert "4.1 Supervision policy" in text
    assert "[Confirm]" in text
    saved = card_of(office.press("S Okoro", card, "Confirm"))
    assert "Saved" in saved.summary
    assert office.action("2.7a").rag is Rag.AMBER
    again = card_of(office.press("S Okoro", post.card, "Confirm"))
    assert "Saved" in again.summary


def test_editing_what_was_saved_replaces_its_move(asked: Office) -> None:
    post = asked.say("S Okoro", "2.7a slips to 3 Nov, waiting for IT")[0]
    form = form_of(asked.press("S Okoro", post.card, "Edit"))
    assert {field.name: field.initial for field in form.fields}["finish"] == "3 Nov 2026"
    card = card_of(asked.submit("S Okoro", form, standing="keep", finish="3 Dec", blocker="waiting for IT"))
    assert "3 Dec 2026" in text_of(card)
    assert len(asked.action("2.7a").moves) == 1


def test_a_colour_the_dates_do_not_bear_is_put_right_or_left_by_tap(asked: Office) -> None:
    post = asked.say("S Okoro", "2.7a slips to end of Jan, waiting for IT")[0]
    left = card_of(asked.press("S Okoro", post.card, "Leave Green"))
    assert left.summary == "2.7a stays 🟢 Green."
    made = card_of(asked.press("S Okoro", post.card, "Make it Red"))
    assert " Colour: 🔺 Red (was Green)" in text_of(made)
    assert asked.action("2.7a").rag is Rag.RED


def test_a_colour_that_is_only_suggested_is_offered(asked: Office) -> None:
    post = asked.say("K Bramley", "6.1 progressing well")[0]
    assert "You gave no colour for 6.1. Shall it be 🟢 Green?" in post.text
    asked.press("K Bramley", post.card, "Make it Green")
    assert asked.action("6.1").rag is Rag.GREEN


def test_a_button_acts_for_nobody_else(asked: Office) -> None:
    post = asked.say("S Okoro", "2.7a slips to end of Jan, waiting for IT")[0]
    for label in ("Undo", "Edit", "Make it Red", "Leave Green"):
        refused = card_of(asked.press("K Bramley", post.card, label))
        assert refused.summary == "Only S Okoro can answer this. Nothing has been changed."
    for label in ("No change", "On track", "Slipping…"):
        refused = card_of(asked.press("K Bramley", prompt_of(asked, "S Okoro"), label))
        assert refused.summary == "2.7a is led by S Okoro, so I have not changed it."
    refused = card_of(asked.press("K Bramley", prompt_of(asked, "S Okoro"), "Both: no change"))
    assert refused.summary == "Only S Okoro can answer this. Nothing has been changed."


def test_a_stranger_and_a_button_of_another_kind_are_told(asked: Office) -> None:
    stranger = card_of(asked.press("U99", prompt_of(asked, "S Okoro"), "No change"))
    assert stranger.summary.startswith("I don't know you yet.")
    with asked.record.open_work(asked.workspace.id) as work:
        person = work.people.by_identity("U1")
        for act in Act:
            if act in (
                Act.SHOW_STATUS,
                Act.CAPTURE,
                Act.SHOW_DECISIONS,
                Act.NOT_ME,
                Act.LEAVE,
                Act.SHOW_PRIVACY,
                Act.SHOW_HOME,
                Act.SAY_AWAY,
                Act.NOT_A_VIEW,
            ):
                continue
            outcome = press.press(work, person, act, "")
            assert isinstance(outcome, Answer), act
            assert "I cannot find" in outcome.card.summary
        assert isinstance(press.submit(work, person, Act.SAVE_FORM, "", {}), Answer)
        assert isinstance(press.submit(work, None, Act.SAVE_FORM, "", {}), Answer)
        garbled = press.press(work, person, Act.UNDO, "update:many")
    assert isinstance(garbled, Answer)


def test_cancel_after_confirm_says_what_is_saved(office: Office) -> None:
    post = office.say("S Okoro", "2.7a amber, two nurses short")[0]
    cancelled = card_of(office.press("S Okoro", post.card, "Cancel"))
    assert cancelled.summary == "Cancelled: 2.7a. Nothing was saved."
    again = card_of(office.press("S Okoro", post.card, "Confirm"))
    assert again.summary == "This was cancelled; nothing was saved."
    once_more = card_of(office.press("S Okoro", post.card, "Cancel"))
    assert once_more.summary == "This was cancelled; nothing was saved."


def test_a_list_behind_a_tap_is_private(asked: Office) -> None:
    summary = asked.say("A Merrin", "status")[0]
    answer = asked.press("A Merrin", summary.card, "Late")
    assert isinstance(answer, Answer)
    assert answer.placement is Placement.PRIVATE
    assert answer.card.summary == "Late: past the date the board agreed (1)"


def test_sharing_is_for_the_board(asked: Office) -> None:
    summary = asked.say("A Merrin", "status")[0]
    refused = card_of(asked.press("S Okoro", summary.card, "Share"))
    assert refused.summary == (
        "A chair or the board officer shares a status in the channel. Please ask A Merrin and P Lowell."
    )
    shared = card_of(asked.press("A Merrin", summary.card, "Share"))
    assert shared.summary == "Shared in the channel."
    assert asked.posts[-1].where.channel == "C1"
    assert asked.posts[-1].text.endswith("Shared by A Merrin.")


def test_history_behind_a_tap_is_for_those_who_see_the_plan(asked: Office) -> None:
    asked.say("S Okoro", "2.7a amber, two nurses short")
    detail = asked.say("S Okoro", "status 2.7a")[0]
    history = card_of(asked.press("S Okoro", detail.card, "History"))
    assert text_of(history).splitlines() == [
        "History of 2.7a Discharge letters to GPs",
        "First date Sept 2026",
        (
            '21 Sept 10:01, S Okoro by direct message: "2.7a amber, two nurses short" '
            "Colour: 🔶 Amber (was Green)"
        ),
        "[Not what I said]",
    ]


def test_this_is_not_me_reaches_the_officer(asked: Office) -> None:
    introduction = asked.posts_to("S Okoro")[0]
    told = card_of(asked.press("S Okoro", introduction.card, "This is not me"))
    assert told.summary == "Thank you. I have told P Lowell. Nothing has been changed."
    assert asked.posts_to("P Lowell")[-1].text == (
        "The account @U1 says it is not S Okoro. Please check who S Okoro is."
    )
