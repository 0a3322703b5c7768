"""How a tap finds its way back: the act and its ids in the names that Slack returns to us."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.card import Act

TAPS = re.compile(r"^leadline:[a-z_]+:\d+$")
FORMS = re.compile(r"^leadline:[a-z_]+$")

NOTHING = "leadline:nothing"
"""Stands for a choice of nothing: Slack refuses a menu's entry without a value."""


DRAWN = "drawn:"
"""Begins what a row of buttons is named after when it was drawn in the place of another."""


def action_id(act: Act, number: int) -> str:
    """The name of one button or menu; the number makes it unique within its message."""
    return f"leadline:{act.value}:{number}"


def callback_id(act: Act) -> str:
    """The name of a form."""
    return f"leadline:{act.value}"


def act_named(name: str) -> Act | None:
    """The act in an action's or a form's name; None for an act this version no longer knows."""
    known = {act.value: act for act in Act}
    return known.get(name.split(":")[1]) if name.startswith("leadline:") else None


def chosen(element: Mapping[str, Any]) -> str:
    """What a button carries, or what was chosen or typed; empty when that is nothing. An account that was
    chosen joins what its menu is for, which stands in its block's name."""
    if element.get("selected_user"):
        meant = str(element.get("block_id", "")).partition(f" {DRAWN}")[0]
        return f"{meant} as:{element['selected_user']}"
    if element.get("selected_conversation"):
        return str(element["selected_conversation"])
    option = element.get("selected_option")
    value = str((option or element).get("value") or "")
    return "" if value == NOTHING else value
