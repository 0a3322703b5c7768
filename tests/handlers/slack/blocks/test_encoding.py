"""Every act finds its way to Slack and back."""

import pytest

from bot.card import Act
from handlers.slack.blocks.encoding import FORMS, NOTHING, TAPS, act_named, action_id, callback_id, chosen


@pytest.mark.parametrize("act", list(Act))
def test_an_act_survives_the_way_through_a_button(act: Act) -> None:
    assert TAPS.match(action_id(act, 3))
    assert act_named(action_id(act, 3)) is act


@pytest.mark.parametrize("act", list(Act))
def test_an_act_survives_the_way_through_a_form(act: Act) -> None:
    assert FORMS.match(callback_id(act))
    assert act_named(callback_id(act)) is act


def test_an_act_of_another_version_is_nobodys() -> None:
    assert act_named("leadline:juggle:0") is None
    assert act_named("other:confirm:0") is None


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ({"type": "button", "value": "update:1"}, "update:1"),
        ({"type": "button"}, ""),
        ({"type": "static_select", "selected_option": {"value": "amber"}}, "amber"),
        ({"type": "static_select", "selected_option": {"value": NOTHING}}, ""),
        ({"type": "static_select", "selected_option": None}, ""),
        ({"type": "plain_text_input", "value": None}, ""),
        ({"type": "plain_text_input", "value": "on track"}, "on track"),
    ],
)
def test_what_was_chosen_is_read_from_any_element(element: dict[str, object], value: str) -> None:
    assert chosen(element) == value
