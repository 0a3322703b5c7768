"""What is said of a plan that leaves as a file."""

from __future__ import annotations

from bot.exporting.table import Format
from bot.phrases.words import counted

KINDS: dict[Format, str] = {Format.XLSX: "Excel", Format.CSV: "CSV", Format.DOCX: "Word"}

OTHER_KINDS = "export · export word · export csv"


def written(title: str, actions: int, name: str) -> str:
    """A file that was written."""
    return f"{title}: {counted(actions, 'action')} in {name}."


def on_its_way(title: str, kind: Format, actions: int, of: int) -> str:
    """What comes with the message: the whole plan, or a lead's own part of it."""
    what = counted(actions, "action") if actions == of else f"the {counted(actions, 'action')} you lead"
    return f"{title} as it stands now, for {KINDS[kind]}: {what}."


NO_SCOPE = (
    "I may not send files here: the app lacks Slack's permission files:write. Whoever manages your Slack "
    "apps can add it under “OAuth & Permissions” and install the app again. Nothing was sent. "
    "At the terminal, leadline export needs no such permission."
)


NOT_MADE = (
    "The file could not be made, and nothing was sent. This is a fault of mine: ask again in a moment, and "
    "if it happens again tell whoever runs me."
)


def not_taken(error: str) -> str:
    """Slack did not take the file, for a reason of its own."""
    return f"Slack did not take the file ({error}). Nothing was sent. Please ask for it again in a moment."
