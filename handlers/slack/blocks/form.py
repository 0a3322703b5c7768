"""A form as a Slack modal, and its answers as they come back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ConversationFilter,
    ConversationSelectElement,
    InputBlock,
    InputInteractiveElement,
    PlainTextInputElement,
    PlainTextObject,
    SectionBlock,
)
from slack_sdk.models.views import View

from bot.card import FieldKind, Form, FormErrors, FormField
from bot.phrases import faults
from handlers.slack.blocks.elements import menu
from handlers.slack.blocks.encoding import callback_id, chosen
from handlers.slack.blocks.escape import cleaned, on_one_line
from handlers.slack.blocks.limits import SECTION_TEXT, cut_to_fit

TITLE = 24
LABEL = 2_000
ANSWER = "answer"
LONGEST_ANSWER = 3_000
QUESTIONS = 96
"""Slack takes a hundred blocks; the others are for what stands above the questions."""


def draw_form(form: Form, private_metadata: str) -> View:
    """The modal of a form. A title too long for Slack's 24 characters stands in full above the questions."""
    shown = form.fields[:QUESTIONS]
    left = len(form.fields) - len(shown)
    rest = faults.more_than_one_form(len(shown), left) if left else ""
    intro = "\n".join(part for part in (_whole_title(form), form.intro, rest) if part)
    return View(
        type="modal",
        callback_id=callback_id(form.act),
        private_metadata=private_metadata,
        title=PlainTextObject(text=on_one_line(form.title, TITLE), emoji=True),
        submit=PlainTextObject(text=on_one_line(form.submit_label, TITLE), emoji=True),
        close=PlainTextObject(text="Cancel"),
        blocks=[*_intro(intro), *(_question(field) for field in shown)],
    )


def answers(view: Mapping[str, Any]) -> dict[str, str]:
    """What was filled in, by field name; a question left open is an empty answer."""
    return {
        name: chosen(elements.get(ANSWER, {}))
        for name, elements in view.get("state", {}).get("values", {}).items()
    }


def questions(view: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the questions a form asks, in order."""
    return tuple(block["block_id"] for block in view.get("blocks", ()) if block.get("type") == "input")


def draw_errors(errors: FormErrors, fields: tuple[str, ...]) -> dict[str, str]:
    """What is wrong, under the question it concerns; Slack knows no error beside the form's questions."""
    shown: dict[str, str] = {}
    for name, sentence in errors.by_field.items():
        place = name if name in fields else fields[0]
        shown[place] = f"{shown[place]} {sentence}" if place in shown else cleaned(sentence)
    return shown


def _whole_title(form: Form) -> str:
    return form.title if on_one_line(form.title, TITLE).endswith("…") else ""


def _intro(text: str) -> list[Block]:
    return [
        SectionBlock(text=PlainTextObject(text=part, emoji=True))
        for part in cut_to_fit(cleaned(text), SECTION_TEXT)
    ]


def _question(field: FormField) -> InputBlock:
    return InputBlock(
        block_id=field.name,
        label=PlainTextObject(text=on_one_line(field.label, LABEL), emoji=True),
        hint=PlainTextObject(text=on_one_line(field.hint, LABEL), emoji=True) if field.hint else None,
        optional=not field.is_required,
        element=_element(field),
    )


def _element(field: FormField) -> InputInteractiveElement:
    if field.kind is FieldKind.CHOICE:
        return menu(field.choices, ANSWER, initial=field.initial)
    if field.kind is FieldKind.CHANNEL:
        return ConversationSelectElement(
            action_id=ANSWER,
            initial_conversation=field.initial or None,
            filter=ConversationFilter(include=["public", "private"], exclude_bot_users=True),
        )
    return PlainTextInputElement(
        action_id=ANSWER,
        multiline=field.kind is FieldKind.LONG_TEXT,
        initial_value=_bounded(cleaned(field.initial)) or None,
        max_length=LONGEST_ANSWER,
    )


def _bounded(text: str) -> str:
    return text if len(text) <= LONGEST_ANSWER else text[: LONGEST_ANSWER - 1] + "…"
