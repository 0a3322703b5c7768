"""A card is drawn by its values alone: the same card is the same message."""

from typing import Any

import pytest
from slack_sdk.errors import SlackObjectFormationError

from bot.card import Act, Button, Card, Choice, Line, Menu, Rule, Taps, Tone
from handlers.slack.blocks.card import draw

PROMPT = Card(
    "2 Larkmere actions: update by noon Tue 29 Sept",
    (
        Line("2 Larkmere actions: update by noon Tue 29 Sept", Tone.HEADING),
        Line("2.7a Discharge letters to GPs · 🟢 Green"),
        Line("due Sept 2026"),
        Taps(
            (
                Button("No change", Act.NO_CHANGE, "prompt:5 action:31", is_primary=True),
                Button("Done", Act.DONE, "prompt:5 action:31"),
            )
        ),
        Rule(),
        Line("Or write back in your own words.", Tone.QUIET),
    ),
)


def test_a_prompt_is_drawn_as_sections_buttons_and_a_quiet_line() -> None:
    drawn = draw(PROMPT)
    assert drawn.payload() == [
        {
            "type": "section",
            "text": {
                "type": "mrkdwn",
                "text": "*2 Larkmere actions: update by noon Tue 29 Sept*",
                "verbatim": True,
            },
        },
        {
            "type": "section",
            "text": {
                "type": "plain_text",
                "text": "2.7a Discharge letters to GPs · 🟢 Green\ndue Sept 2026",
                "emoji": True,
            },
        },
        {
            "type": "actions",
            "elements": [
                {
                    "type": "button",
                    "text": {"type": "plain_text", "text": "No change", "emoji": True},
                    "action_id": "leadline:no_change:0",
                    "value": "prompt:5 action:31",
                    "style": "primary",
                },
                {
                    "type": "button",
                    "text": {"type": "plain_text", "text": "Done", "emoji": True},
                    "action_id": "leadline:done:1",
                    "value": "prompt:5 action:31",
                },
            ],
        },
        {"type": "divider"},
        {
            "type": "context",
            "elements": [{"type": "plain_text", "text": "Or write back in your own words.", "emoji": True}],
        },
    ]


def test_the_text_beside_holds_every_line_once() -> None:
    assert draw(PROMPT).text == (
        "2 Larkmere actions: update by noon Tue 29 Sept\n"
        "2.7a Discharge letters to GPs · 🟢 Green\ndue Sept 2026\nOr write back in your own words."
    )


def test_the_text_beside_is_escaped() -> None:
    assert draw(Card("<!channel> & co", (Line("<@U1>"),))).text == "&lt;!channel&gt; &amp; co\n&lt;@U1&gt;"


def test_the_text_beside_says_that_it_goes_on() -> None:
    card = Card("Long", tuple(Line(f"line {number} {'&' * 90}") for number in range(60)))
    text = draw(card).text
    assert len(text) <= 3900
    assert text.endswith("\n…")
    assert text.startswith("Long\nline 0 ")


def test_a_persons_words_are_literal_in_a_body_line() -> None:
    words = "*not bold* <!channel> ~gone~ & `code`"
    (section,) = draw(Card("x", (Line(words),))).payload()
    assert section["text"] == {"type": "plain_text", "text": words, "emoji": True}


def test_a_heading_is_escaped() -> None:
    (section,) = draw(Card("x", (Line("R & D <!here>", Tone.HEADING),))).payload()
    assert section["text"] == {
        "type": "mrkdwn",
        "text": "*R &amp; D &lt;!here&gt;*",
        "verbatim": True,
    }


def test_a_heading_with_formatting_characters_is_exact_rather_than_bold() -> None:
    (section,) = draw(Card("x", (Line("a * b_c", Tone.HEADING),))).payload()
    assert section["text"] == {"type": "plain_text", "text": "a * b_c", "emoji": True}


def test_each_line_of_a_heading_is_bold() -> None:
    (section,) = draw(Card("x", (Line("one\ntwo", Tone.HEADING),))).payload()
    assert section["text"] == {"type": "mrkdwn", "text": "*one*\n*two*", "verbatim": True}


def test_a_line_shows_the_account_it_is_about_and_mentions_nobody_else() -> None:
    text = "The account @UQNEW says it is <@U999> @U888. Is that right?"
    drawn = draw(Card(text, (Line(text, accounts=("UQNEW",)),)))
    shown = "The account <@UQNEW> says it is &lt;@U999&gt; @U888. Is that right?"
    assert drawn.payload() == [
        {"type": "section", "text": {"type": "mrkdwn", "text": shown, "verbatim": True}}
    ]
    assert drawn.text == "The account @UQNEW says it is &lt;@U999&gt; @U888. Is that right?"


def test_an_empty_line_draws_nothing_by_itself() -> None:
    assert draw(Card("x", (Line("  "), Line("", Tone.QUIET), Line("", Tone.HEADING)))).blocks == ()


def test_a_menu_is_a_select() -> None:
    menu = Menu("Which action?", Act.CHOOSE_ACTION, (Choice("2.7a Letters", "update:1 action:2"),))
    (row,) = draw(Card("x", (Taps((menu,)),))).payload()
    assert row == {
        "type": "actions",
        "elements": [
            {
                "type": "static_select",
                "action_id": "leadline:choose_action:0",
                "placeholder": {"type": "plain_text", "text": "Which action?", "emoji": True},
                "options": [
                    {
                        "text": {"type": "plain_text", "text": "2.7a Letters", "emoji": True},
                        "value": "update:1 action:2",
                    }
                ],
            }
        ],
    }


def test_a_menu_of_more_than_a_hundred_entries_is_grouped_and_whole() -> None:
    choices = tuple(Choice(f"Action {number}", f"action:{number}") for number in range(230))
    (row,) = draw(Card("x", (Taps((Menu("Which?", Act.CHOOSE_ACTION, choices),)),))).payload()
    select: dict[str, Any] = row["elements"][0]  # type: ignore[index]  # a JSON list
    groups = select["option_groups"]
    assert [group["label"]["text"] for group in groups] == ["1 to 100", "101 to 200", "201 to 230"]
    assert sum(len(group["options"]) for group in groups) == 230


def test_more_than_25_buttons_take_several_rows_and_keep_distinct_ids() -> None:
    buttons = tuple(Button(str(number), Act.DONE, f"action:{number}") for number in range(30))
    rows = draw(Card("x", (Taps(buttons),))).payload()
    assert [len(row["elements"]) for row in rows] == [25, 5]  # type: ignore[arg-type]  # JSON lists
    ids = {element["action_id"] for row in rows for element in row["elements"]}  # type: ignore[attr-defined]
    assert len(ids) == 30


def test_a_value_too_long_for_slack_fails_before_it_is_sent() -> None:
    card = Card("x", (Taps((Button("Go", Act.DONE, "x" * 2001),)),))
    with pytest.raises(SlackObjectFormationError):
        draw(card).payload()
