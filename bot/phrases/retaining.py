"""What is said of how long things are kept."""

from __future__ import annotations

from collections.abc import Mapping

from bot.phrases.words import counted
from bot.retention import RULES, Kept

DRY_RUN = "Nothing is changed. The clock forgets what is due once a day; --now does it at once."


def table(name: str, years: int, due: Mapping[Kept, int]) -> str:
    """Each kind of data: how long it is kept, and how much of it is due."""
    lines = [f"{name}: what is kept, and for how long"]
    for kind, rule in RULES.items():
        length = f"{rule.length.days} days" if rule.length else f"plan end + {counted(years, 'year')}"
        lines.append(f"{rule.what}: {length}; {due[kind]} due. Stays: {rule.stays}.")
    lines.append("events of the platform: emptied when handled, after 24 hours at the latest.")
    return "\n".join(lines)


def done(forgotten: Mapping[Kept, int]) -> str:
    """What was forgotten just now."""
    told = [f"{RULES[kind].what}: {number}" for kind, number in forgotten.items() if number]
    return f"Forgotten now: {'; '.join(told)}." if told else "Nothing was due."
