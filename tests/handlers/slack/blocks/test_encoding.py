"""Every act finds its way to Slack and back."""

import pytest

from bot.card import Act
from handlers.slack.blocks.encoding import FORMS, TAPS, act_named, action_id, callback_id


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
