"""Block Kit's interactive elements as the browser's own controls, so that keyboard and reader just work."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sandbox.page.choosing import (
    Groups,
    all_channels,
    all_people,
    chosen_value,
    chosen_values,
    everywhere,
    static_options,
)
from sandbox.page.markup import Html, hidden_words, joined, tag
from sandbox.page.mrkdwn import safe_address
from sandbox.page.surface import Json, Place, Surface, literal, short_words_of

Draw = Callable[[Json, Place], Html]


def element(source: Json, place: Place) -> Html:
    """Draw an interactive element; an unknown kind says so rather than vanish."""
    draw = ELEMENTS.get(str(source.get("type")))
    if draw is None:
        return tag("em", f"(an element of kind “{source.get('type')}”, which this page does not show)")
    return draw(source, place)


def _button(source: Json, place: Place) -> Html:
    style = {"primary": "button primary", "danger": "button danger"}.get(str(source.get("style")), "button")
    attributes = place.attributes("button") | {
        "class_": style,
        "aria_label": source.get("accessibility_label"),
        "data_confirm": _confirm(source),
        "data_acts": True,
    }
    address = safe_address(str(source.get("url") or ""))
    if address:
        opens = hidden_words(" (opens in a new tab)")
        return tag(
            "a",
            literal(source.get("text")),
            opens,
            href=address,
            target="_blank",
            rel="noopener",
            **attributes,
        )
    return tag("button", literal(source.get("text")), type="button", **attributes)


def _menu(choices_of: Callable[[Json, Surface], Groups], kind: str) -> Draw:
    def draw(source: Json, place: Place) -> Html:
        chosen = chosen_value(source, place)
        placeholder = literal(source.get("placeholder")) or "Choose…"
        options = [tag("option", placeholder, value="", selected=chosen is None)]
        for group, choices in choices_of(source, place.surface):
            drawn = [tag("option", seen, value=sent, selected=sent == chosen) for sent, seen in choices]
            options.extend([tag("optgroup", drawn, label=group)] if group else drawn)
        name = None if place.label_id else placeholder
        attributes = place.attributes(kind) | {"aria_label": name, "data_confirm": _confirm(source)}
        return tag("select", options, class_="field", **attributes)

    return draw


def _multiple(choices_of: Callable[[Json, Surface], Groups], kind: str) -> Draw:
    def draw(source: Json, place: Place) -> Html:
        chosen = chosen_values(source, place)
        rows = [
            _tick("checkbox", place, index, sent, seen, checked=sent in chosen)
            for index, (sent, seen) in enumerate(
                choice for _, group in choices_of(source, place.surface) for choice in group
            )
        ]
        return _group(place, kind, rows, literal(source.get("placeholder")), class_="ticks scrolling")

    return draw


def _ticks(control: str, kind: str) -> Draw:
    def draw(source: Json, place: Place) -> Html:
        chosen = chosen_values(source, place)
        rows = [
            _tick(
                control,
                place,
                index,
                str(option.get("value")),
                short_words_of(option.get("text"), place.surface.names),
                short_words_of(option.get("description"), place.surface.names),
                checked=str(option.get("value")) in chosen,
            )
            for index, option in enumerate(source.get("options", []))
        ]
        return _group(place, kind, rows, "Choices", confirm=_confirm(source))

    return draw


def _tick(
    control: str, place: Place, index: int, sent: str, seen: str, smaller: str = "", *, checked: bool
) -> Html:
    row_id = f"{place.id}-{index}"
    note = tag("span", smaller, class_="description") if smaller else None
    box = tag("input", type=control, id=row_id, name=place.id, value=sent, checked=checked)
    return tag("div", box, tag("label", seen, note, for_=row_id), class_="tick")


def _group(
    place: Place, kind: str, rows: list[Html], name: str, class_: str = "ticks", confirm: str | None = None
) -> Html:
    role = "radiogroup" if kind == "radio_buttons" else "group"
    naming: dict[str, str | None] = {"aria_labelledby": place.label_id}
    if place.label_id is None:
        naming = {"aria_label": name or "Choices"}
    attributes = place.attributes(kind) | naming | {"data_confirm": confirm}
    return tag("div", rows, class_=class_, role=role, **attributes)


def _overflow(source: Json, place: Place) -> Html:
    items = [_overflow_item(option, place) for option in source.get("options", [])]
    summary = tag(
        "summary", tag("span", "⋯", aria_hidden="true"), hidden_words("More actions"), class_="button"
    )
    attributes = place.attributes("overflow") | {"data_confirm": _confirm(source)}
    return tag("details", summary, tag("div", items, class_="menu"), class_="overflow", **attributes)


def _overflow_item(option: Json, place: Place) -> Html:
    shared: dict[str, Any] = {"class_": "item", "data_value": str(option.get("value"))}
    address = safe_address(str(option.get("url") or ""))
    if address:
        return tag("a", literal(option.get("text")), href=address, target="_blank", rel="noopener", **shared)
    return tag("button", literal(option.get("text")), type="button", data_of=place.id, **shared)


def _picker(control: str, kind: str, initial: str, chosen: str) -> Draw:
    def draw(source: Json, place: Place) -> Html:
        filled = place.filled_in
        value = (filled or {}).get(chosen) if filled is not None else source.get(initial)
        attributes = place.attributes(kind) | {
            "aria_label": None if place.label_id else literal(source.get("placeholder")) or "Choose a date",
            "data_confirm": _confirm(source),
        }
        box = tag("input", type=control, class_="field", value=value, **attributes)
        words = tag("output", class_="date-words", for_=place.id) if control == "date" else ""
        return joined((box, words))

    return draw


def _typed(control: str, kind: str) -> Draw:
    def draw(source: Json, place: Place) -> Html:
        filled = place.filled_in
        value = (filled or {}).get("value") if filled is not None else source.get("initial_value")
        attributes = place.attributes(kind) | {
            "placeholder": literal(source.get("placeholder")) or None,
            "maxlength": str(source["max_length"]) if "max_length" in source else None,
            "minlength": str(source["min_length"]) if "min_length" in source else None,
            "class_": "field wide",
            "aria_label": None if place.label_id else literal(source.get("placeholder")) or "Your words",
        }
        if source.get("multiline"):
            return tag("textarea", "\n", str(value or ""), rows="4", **attributes)
        return tag("input", type=control, value=value, autocomplete="off", **attributes)

    return draw


def _confirm(source: Json) -> str | None:
    """The question asked before acting, as JSON for the page's script (which shows it as text only)."""
    asked = source.get("confirm")
    if not asked:
        return None
    parts = {name: literal(asked.get(name)) for name in ("title", "text", "confirm", "deny")}
    return json.dumps(parts | {"danger": asked.get("style") == "danger"}, ensure_ascii=False)


ELEMENTS: dict[str, Draw] = {
    "button": _button,
    "overflow": _overflow,
    "static_select": _menu(static_options, "static_select"),
    "users_select": _menu(all_people, "users_select"),
    "channels_select": _menu(all_channels, "channels_select"),
    "conversations_select": _menu(everywhere, "conversations_select"),
    "multi_static_select": _multiple(static_options, "multi_static_select"),
    "multi_users_select": _multiple(all_people, "multi_users_select"),
    "multi_channels_select": _multiple(all_channels, "multi_channels_select"),
    "multi_conversations_select": _multiple(everywhere, "multi_conversations_select"),
    "radio_buttons": _ticks("radio", "radio_buttons"),
    "checkboxes": _ticks("checkbox", "checkboxes"),
    "datepicker": _picker("date", "datepicker", "initial_date", "selected_date"),
    "timepicker": _picker("time", "timepicker", "initial_time", "selected_time"),
    "plain_text_input": _typed("text", "plain_text_input"),
    "email_text_input": _typed("email", "email_text_input"),
    "url_text_input": _typed("url", "url_text_input"),
    "number_input": _typed("text", "number_input"),
}
