"""What a person does to an interactive element, as the state or action Slack reports for it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sandbox.entities import Json
from sandbox.refusals import Refused

Choice = str | int | Sequence[str] | None


def interactive_elements(blocks: Sequence[Json]) -> Iterator[tuple[Json, Json]]:
    """Each element with an action id, with the block it stands in."""
    for block in blocks:
        for element in (block.get("accessory"), block.get("element"), *(block.get("elements") or ())):
            if isinstance(element, dict) and "action_id" in element:
                yield block, element


def find_element(blocks: Sequence[Json], action_id: str, block_id: str | None = None) -> tuple[Json, Json]:
    """The block and element of that action id; `no_such_element` otherwise."""
    for block, element in interactive_elements(blocks):
        if element["action_id"] == action_id and block_id in (None, block.get("block_id")):
            return block, element
    raise Refused("no_such_element", [action_id])


def options_of(element: Json) -> list[Json]:
    """The options of a menu, its groups opened."""
    grouped = [option for group in element.get("option_groups") or () for option in group["options"]]
    return [*(element.get("options") or ()), *grouped]


def _one_option(element: Json, choice: Choice) -> Json:
    return {"selected_option": None if choice is None else _option(element, str(choice))}


def _many_options(element: Json, choice: Choice) -> Json:
    return {"selected_options": [_option(element, value) for value in _many(choice)]}


def _option(element: Json, value: str) -> Json:
    for option in options_of(element):
        if option.get("value") == value:
            return option
    if element["type"].endswith("external_select"):
        return {"text": {"type": "plain_text", "text": value, "emoji": True}, "value": value}
    raise Refused("no_such_option", [value])


def _many(choice: Choice) -> list[str]:
    if choice is None:
        return []
    return [choice] if isinstance(choice, str) else [str(each) for each in choice]  # type: ignore[union-attr]  # an int is no list


def _field(name: str) -> Callable[[Json, Choice], Json]:
    def state(_element: Json, choice: Choice) -> Json:
        return {name: choice}

    return state


def _list_field(name: str) -> Callable[[Json, Choice], Json]:
    def state(_element: Json, choice: Choice) -> Json:
        return {name: _many(choice)}

    return state


def _rich_text(_element: Json, choice: Choice) -> Json:
    if choice is None:
        return {"rich_text_value": None}
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": str(choice)}]}
    return {"rich_text_value": {"type": "rich_text", "elements": [section]}}


# How each type of element reports what was chosen. A button has nothing to report but its own value.
STATES: dict[str, Callable[[Json, Choice], Json]] = {
    "static_select": _one_option,
    "external_select": _one_option,
    "overflow": _one_option,
    "radio_buttons": _one_option,
    "checkboxes": _many_options,
    "multi_static_select": _many_options,
    "multi_external_select": _many_options,
    "users_select": _field("selected_user"),
    "channels_select": _field("selected_channel"),
    "conversations_select": _field("selected_conversation"),
    "multi_users_select": _list_field("selected_users"),
    "multi_channels_select": _list_field("selected_channels"),
    "multi_conversations_select": _list_field("selected_conversations"),
    "datepicker": _field("selected_date"),
    "timepicker": _field("selected_time"),
    "datetimepicker": _field("selected_date_time"),
    "plain_text_input": _field("value"),
    "email_text_input": _field("value"),
    "url_text_input": _field("value"),
    "number_input": _field("value"),
    "rich_text_input": _rich_text,
    "file_input": _list_field("files"),
}

# What an untouched element already holds, where its author set something.
_INITIAL_FIELDS = {
    "initial_option": "selected_option",
    "initial_options": "selected_options",
    "initial_user": "selected_user",
    "initial_users": "selected_users",
    "initial_channel": "selected_channel",
    "initial_channels": "selected_channels",
    "initial_conversation": "selected_conversation",
    "initial_conversations": "selected_conversations",
    "initial_date": "selected_date",
    "initial_time": "selected_time",
    "initial_date_time": "selected_date_time",
    "initial_value": "value",
}


def chosen(element: Json, choice: Choice) -> Json:
    """The state of an element after a choice: its type and what is selected."""
    return {"type": element["type"], **STATES[element["type"]](element, choice)}


def untouched(element: Json) -> Json | None:
    """The state of an element nobody has touched, or None for one that holds no state."""
    if element["type"] not in STATES or element["type"] == "overflow":
        return None
    state = chosen(element, None)
    for initial, name in _INITIAL_FIELDS.items():
        if initial in element and name in state:
            state[name] = element[initial]
    return state


def is_empty(state: Json) -> bool:
    """Whether an element's state holds nothing, so that a required input may not be submitted."""
    held: list[Any] = [value for key, value in state.items() if key != "type"]
    return not any(value not in (None, "", []) for value in held)


def complete_values(blocks: Sequence[Json], values: Json) -> Json:
    """The `state.values` of blocks: what was filled in, and what the rest already holds."""
    complete: Json = {}
    for block, element in interactive_elements(blocks):
        block_id, action_id = block.get("block_id", ""), element["action_id"]
        state = values.get(block_id, {}).get(action_id) or untouched(element)
        if state is not None:
            complete.setdefault(block_id, {})[action_id] = state
    return complete
