"""Buttons and menus as Slack draws them."""

from __future__ import annotations

from collections.abc import Iterator

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    Option,
    OptionGroup,
    PlainTextObject,
    StaticSelectElement,
    UserSelectElement,
)

from bot.card import AccountPicker, Button, Choice, Menu, Taps
from handlers.slack.blocks.encoding import NOTHING, action_id
from handlers.slack.blocks.escape import on_one_line
from handlers.slack.blocks.limits import (
    BUTTON_LABEL,
    ELEMENTS_IN_ROW,
    MENU_LABEL,
    OPTIONS_IN_MENU,
    PLACEHOLDER,
)


def rows(taps: Taps, numbers: Iterator[int]) -> Iterator[Block]:
    """Buttons and menus side by side; `numbers` keeps their names apart within the message."""
    for item in taps.items:
        if isinstance(item, AccountPicker):
            yield _picker(item, numbers)
    plain = [item for item in taps.items if not isinstance(item, AccountPicker)]
    elements = [element for item in plain for element in _elements(item, numbers)]
    for start in range(0, len(elements), ELEMENTS_IN_ROW):
        yield ActionsBlock(elements=list(elements[start : start + ELEMENTS_IN_ROW]))


def _picker(item: AccountPicker, numbers: Iterator[int]) -> ActionsBlock:
    """Slack gives such a menu no value of its own, so what it is for stands in the name of its block."""
    return ActionsBlock(
        block_id=item.value,
        elements=[
            UserSelectElement(
                placeholder=PlainTextObject(text=on_one_line(item.placeholder, PLACEHOLDER), emoji=True),
                action_id=action_id(item.act, next(numbers)),
            )
        ],
    )


def _elements(item: Button | Menu, numbers: Iterator[int]) -> Iterator[ButtonElement | StaticSelectElement]:
    if isinstance(item, Button):
        yield ButtonElement(
            text=PlainTextObject(text=on_one_line(item.label, BUTTON_LABEL), emoji=True),
            action_id=action_id(item.act, next(numbers)),
            value=item.value or None,
            style="primary" if item.is_primary else None,
        )
        return
    yield menu(item.choices, action_id(item.act, next(numbers)), item.placeholder)


def menu(
    choices: tuple[Choice, ...], name: str, placeholder: str = "", initial: str = ""
) -> StaticSelectElement:
    """A list to choose from, in a message or in a form; more than a hundred entries stand in groups."""
    options = [_option(choice) for choice in choices]
    starts = range(0, len(options), OPTIONS_IN_MENU)
    groups = [
        OptionGroup(
            label=PlainTextObject(text=f"{start + 1} to {min(start + OPTIONS_IN_MENU, len(options))}"),
            options=options[start : start + OPTIONS_IN_MENU],
        )
        for start in starts
    ]
    is_long = len(groups) > 1
    return StaticSelectElement(
        placeholder=PlainTextObject(text=on_one_line(placeholder, PLACEHOLDER), emoji=True)
        if placeholder
        else None,
        action_id=name,
        options=None if is_long else options,
        option_groups=groups if is_long else None,
        initial_option=next((one for one in options if one.value == (initial or NOTHING)), None),
    )


def _option(choice: Choice) -> Option:
    label = PlainTextObject(text=on_one_line(choice.label, MENU_LABEL), emoji=True)
    return Option(value=choice.value or NOTHING, text=label)
