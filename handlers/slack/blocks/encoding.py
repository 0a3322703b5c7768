"""How a tap finds its way back: the act and its ids in the names that Slack returns to us."""

from __future__ import annotations

import re

from bot.card import Act

TAPS = re.compile(r"^leadline:[a-z_]+:\d+$")
FORMS = re.compile(r"^leadline:[a-z_]+$")


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
