"""Every field of an action either may be changed or may not; a decision can change nothing unknown."""

from __future__ import annotations

from dataclasses import fields

import bot.fields
from bot.plan import Action
from storage.action_fields import FIXED, SETTABLE
from storage.tables.plans import ActionRow


def test_every_field_of_an_action_is_settable_or_fixed() -> None:
    assert {field.name for field in fields(Action)} == set(SETTABLE) | FIXED
    assert not set(SETTABLE) & FIXED


def test_every_field_an_update_may_change_can_be_written() -> None:
    assert set(bot.fields.FIELDS) <= set(SETTABLE)


def test_every_settable_field_is_one_of_the_row() -> None:
    assert all(hasattr(ActionRow, field) for field in SETTABLE)
