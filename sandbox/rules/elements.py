"""Rules of Block Kit's elements, and where each may stand."""

from collections.abc import Mapping

from sandbox.rules.objects import (
    CONFIRM,
    CONVERSATION_FILTER,
    DISPATCH_CONFIG,
    IDENTIFIER,
    OPTION_GROUP,
    SLACK_FILE,
    URL,
    option,
    plain,
)
from sandbox.rules.shapes import Anything, Fields, Flag, OneOf, Pattern, Several, Shape, Whole, Words

_DATE = Pattern(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", "2026-10-14")
_TIME = Pattern(r"([01]\d|2[0-3]):[0-5]\d", "09:30")
_ID = Words(255, 1)
_ACTION: Mapping[str, Shape] = {"action_id": IDENTIFIER}
_COMMON: Mapping[str, Shape] = {**_ACTION, "confirm": CONFIRM, "focus_on_load": Flag()}
_MENU: Mapping[str, Shape] = {**_COMMON, "placeholder": plain(150)}
_MOST: Mapping[str, Shape] = {"max_selected_items": Whole(1, 100)}
_OPTIONS: Mapping[str, Shape] = {
    "options": Several(option(), 100),
    "option_groups": Several(OPTION_GROUP, 100),
}
_RESPONSE: Mapping[str, Shape] = {"response_url_enabled": Flag()}
_TYPED: Mapping[str, Shape] = {
    **_ACTION,
    "placeholder": plain(150),
    "dispatch_action_config": DISPATCH_CONFIG,
    "focus_on_load": Flag(),
}
_CONVERSATIONS: Mapping[str, Shape] = {
    "default_to_current_conversation": Flag(),
    "filter": CONVERSATION_FILTER,
}
_CHOICES = option(mrkdwn=True)

ELEMENTS: Mapping[str, Shape] = {
    "button": Fields(
        {"text": plain(75)},
        {
            **_ACTION,
            "value": Words(2000),
            "url": URL,
            "style": OneOf(("primary", "danger")),
            "confirm": CONFIRM,
            "accessibility_label": Words(75),
        },
    ),
    "checkboxes": Fields(
        {"options": Several(_CHOICES, 10)}, {**_COMMON, "initial_options": Several(_CHOICES, 10)}
    ),
    "radio_buttons": Fields({"options": Several(_CHOICES, 10)}, {**_COMMON, "initial_option": _CHOICES}),
    "overflow": Fields({"options": Several(option(url=True), 5)}, {**_ACTION, "confirm": CONFIRM}),
    "datepicker": Fields({}, {**_MENU, "initial_date": _DATE}),
    "timepicker": Fields({}, {**_MENU, "initial_time": _TIME, "timezone": Words(255, 1)}),
    "datetimepicker": Fields({}, {**_COMMON, "initial_date_time": Whole(1_000_000_000, 9_999_999_999)}),
    "static_select": Fields(
        {}, {**_MENU, **_OPTIONS, "initial_option": option()}, one_of=("options", "option_groups")
    ),
    "external_select": Fields({}, {**_MENU, "initial_option": option(), "min_query_length": Whole(0, 3000)}),
    "users_select": Fields({}, {**_MENU, "initial_user": _ID}),
    "conversations_select": Fields({}, {**_MENU, **_RESPONSE, **_CONVERSATIONS, "initial_conversation": _ID}),
    "channels_select": Fields({}, {**_MENU, **_RESPONSE, "initial_channel": _ID}),
    "multi_static_select": Fields(
        {},
        {**_MENU, **_MOST, **_OPTIONS, "initial_options": Several(option(), 100)},
        one_of=("options", "option_groups"),
    ),
    "multi_external_select": Fields(
        {},
        {**_MENU, **_MOST, "initial_options": Several(option(), 100), "min_query_length": Whole(0, 3000)},
    ),
    "multi_users_select": Fields({}, {**_MENU, **_MOST, "initial_users": Several(_ID, 100)}),
    "multi_conversations_select": Fields(
        {}, {**_MENU, **_MOST, **_CONVERSATIONS, "initial_conversations": Several(_ID, 100)}
    ),
    "multi_channels_select": Fields({}, {**_MENU, **_MOST, "initial_channels": Several(_ID, 100)}),
    "plain_text_input": Fields(
        {},
        {
            **_TYPED,
            "initial_value": Words(3000),
            "multiline": Flag(),
            "min_length": Whole(0, 3000),
            "max_length": Whole(1, 3000),
        },
    ),
    "email_text_input": Fields({}, {**_TYPED, "initial_value": Words(3000)}),
    "url_text_input": Fields({}, {**_TYPED, "initial_value": Words(3000)}),
    "number_input": Fields(
        {"is_decimal_allowed": Flag()},
        {**_TYPED, "initial_value": Words(255), "min_value": Words(255), "max_value": Words(255)},
    ),
    "rich_text_input": Fields({}, {**_TYPED, "initial_value": Anything()}),
    "file_input": Fields(
        {}, {**_ACTION, "filetypes": Several(Words(255, 1), 100), "max_files": Whole(1, 10)}
    ),
    "image": Fields(
        {"alt_text": Words(2000, 1)},
        {"image_url": URL, "slack_file": SLACK_FILE},
        one_of=("image_url", "slack_file"),
    ),
}

MENUS = frozenset(name for name in ELEMENTS if name.endswith("_select") and not name.startswith("multi_"))
MULTI_MENUS = frozenset(name for name in ELEMENTS if name.startswith("multi_"))
PICKERS = frozenset({"checkboxes", "radio_buttons", "datepicker", "timepicker"})
WRITING = frozenset(
    {"plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input"}
)

IN_SECTION = MENUS | MULTI_MENUS | PICKERS | {"button", "overflow", "image"}
IN_ACTIONS = MENUS | PICKERS | {"button", "overflow", "datetimepicker"}
IN_INPUT = MENUS | MULTI_MENUS | PICKERS | WRITING | {"datetimepicker", "file_input"}
