"""A prompt and a form such as the bot sends."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words, "emoji": True}


def mrkdwn(words: str) -> Json:
    return {"type": "mrkdwn", "text": words}


def button(words: str, action_id: str, value: str = "2.7a") -> Json:
    return {"type": "button", "text": plain(words), "action_id": action_id, "value": value}


def answers(ref: str) -> Json:
    buttons = [
        ("No change", "no_change"),
        ("On track", "on_track"),
        ("Slipping…", "slipping"),
        ("Done", "done"),
    ]
    return {
        "type": "actions",
        "block_id": f"do-{ref}",
        "elements": [button(words, action_id, ref) for words, action_id in buttons],
    }


PROMPT: tuple[Json, ...] = (
    {
        "type": "section",
        "block_id": "ask",
        "text": mrkdwn("*2 Larkmere actions: update by noon Tue 29 Sept* (board 14 Oct)"),
    },
    {
        "type": "section",
        "block_id": "2.7a",
        "text": mrkdwn("*2.7a* Discharge letters to GPs\nDue Sept 2026 · 🟢 Green"),
    },
    answers("2.7a"),
    {
        "type": "section",
        "block_id": "4.1",
        "text": mrkdwn("*4.1* Supervision policy\nDue Dec 2026 · 🟢 Green"),
    },
    answers("4.1"),
)


def option(value: str, words: str) -> Json:
    return {"text": plain(words), "value": value}


def field(block_id: str, label: str, element: Json, **more: Any) -> Json:
    return {"type": "input", "block_id": block_id, "label": plain(label), "element": element} | more


def form(**more: Any) -> Json:
    colours = [option("red", "🔺 Red"), option("amber", "🔶 Amber"), option("green", "🟢 Green")]
    helpers = [option("council", "Larkmere Council"), option("trust", "Dunvale NHS Trust")]
    needs = [option("room", "A room"), option("access", "Computer access")]
    return {
        "type": "modal",
        "callback_id": "slipping",
        "title": plain("2.7a is slipping"),
        "submit": plain("Save"),
        "close": plain("Cancel"),
        "blocks": [
            field("when", "When will it be finished?", {"type": "datepicker", "action_id": "date"}),
            field(
                "why",
                "What is in the way?",
                {"type": "plain_text_input", "action_id": "words", "multiline": True},
                hint=plain("One line for the board. No patient details, please."),
            ),
            field("colour", "Colour", {"type": "radio_buttons", "action_id": "rag", "options": colours}),
            field(
                "who",
                "Who can help?",
                {"type": "static_select", "action_id": "body", "options": helpers},
                optional=True,
            ),
            field(
                "needs",
                "What would help?",
                {"type": "checkboxes", "action_id": "needs", "options": needs},
                optional=True,
            ),
        ],
    } | more
