"""Forms: one question a field, the last answer filled in, and what is wrong shown where it is wrong."""

import pytest

from bot.card import Act, Choice, FieldKind, Form, FormErrors, FormField
from handlers.slack.blocks.form import answers, draw_errors, draw_form, questions

FORM = Form(
    title="Correct 2.7a",
    act=Act.SAVE_FORM,
    value="update:12",
    fields=(
        FormField("colour", "Colour", FieldKind.CHOICE, initial="amber", choices=(
            Choice("🔶 Amber", "amber"),
            Choice("🟢 Green", "green"),
        )),
        FormField("forecast", "When will it be finished?", FieldKind.SHORT_TEXT, hint="such as end of Jan"),
        FormField(
            "words", "In your own words", FieldKind.LONG_TEXT, initial="waiting for IT", is_required=True
        ),
    ),
    intro="What I read is filled in.",
)  # fmt: skip


def test_a_form_is_drawn_with_a_block_for_each_question() -> None:
    view = draw_form(FORM, "the way back").to_dict()
    assert view["type"] == "modal"
    assert view["callback_id"] == "leadline:save_form"
    assert view["private_metadata"] == "the way back"
    assert view["title"]["text"] == "Correct 2.7a"
    assert view["submit"]["text"] == "Save"
    intro, colour, forecast, words = view["blocks"]
    assert intro["text"]["text"] == "What I read is filled in."
    assert colour["element"]["initial_option"]["value"] == "amber"
    assert forecast["hint"]["text"] == "such as end of Jan"
    assert forecast["optional"] is True
    assert words["optional"] is False
    assert words["element"]["initial_value"] == "waiting for IT"
    assert words["element"]["multiline"] is True
    assert questions(view) == ("colour", "forecast", "words")


def test_a_title_too_long_for_slack_stands_in_full_above_the_questions() -> None:
    form = Form("Correct what I read of 2.7a Discharge letters", Act.SAVE_FORM, "update:1", FORM.fields)
    view = draw_form(form, "{}").to_dict()
    assert len(view["title"]["text"]) <= 24
    assert view["blocks"][0]["text"]["text"] == "Correct what I read of 2.7a Discharge letters"


def test_words_too_long_for_a_field_say_that_they_were_shortened() -> None:
    form = Form("Edit", Act.SAVE_FORM, "u", (FormField("w", "W", FieldKind.LONG_TEXT, initial="x" * 4000),))
    initial = draw_form(form, "{}").to_dict()["blocks"][0]["element"]["initial_value"]
    assert len(initial) == 3000
    assert initial.endswith("…")


def test_a_choice_of_nothing_is_never_an_empty_value() -> None:
    choices = (Choice("Leave for now", ""), Choice("No change", "keep"))
    form = Form("Your actions", Act.SAVE_FORM, "p", (FormField("s", "S", FieldKind.CHOICE, choices=choices),))
    element = draw_form(form, "{}").to_dict()["blocks"][0]["element"]
    assert [option["value"] for option in element["options"]] == ["leadline:nothing", "keep"]
    assert element["initial_option"]["text"]["text"] == "Leave for now"


def test_a_form_with_more_questions_than_slack_takes_says_so() -> None:
    fields = tuple(FormField(f"q{number}", "Q", FieldKind.SHORT_TEXT) for number in range(120))
    view = draw_form(Form("Your actions", Act.SAVE_FORM, "p", fields, intro="x" * 3500), "{}").to_dict()
    assert len(view["blocks"]) <= 100
    intro = "".join(block["text"]["text"] for block in view["blocks"] if block["type"] == "section")
    assert "These are 96 of 120 questions" in intro


def test_answers_are_read_by_field_name() -> None:
    view = {
        "state": {
            "values": {
                "colour": {"answer": {"type": "static_select", "selected_option": {"value": "green"}}},
                "forecast": {"answer": {"type": "plain_text_input", "value": None}},
                "words": {"answer": {"type": "plain_text_input", "value": "on track"}},
            }
        }
    }
    assert answers(view) == {"colour": "green", "forecast": "", "words": "on track"}


@pytest.mark.parametrize(
    ("by_field", "shown"),
    [
        ({"forecast": "No date."}, {"forecast": "No date."}),
        ({"": "Nothing saved."}, {"colour": "Nothing saved."}),
        ({"": "Nothing saved.", "colour": "No."}, {"colour": "Nothing saved. No."}),
    ],
)
def test_errors_stand_under_a_question_the_form_asks(by_field: dict[str, str], shown: dict[str, str]) -> None:
    assert draw_errors(FormErrors(by_field), ("colour", "forecast", "words")) == shown
