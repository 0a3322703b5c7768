"""How a change of the plan itself is remembered: in an action's history, and where its old number is used."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.phrases.amendments import led_by
from bot.phrases.words import listed, quoted
from bot.versions.taking import ChangeKind, Revision


def revision(one: Revision) -> str:
    """One thing of an action that was changed of the plan itself: "number 1.4 → 1.5"; "" for other fields."""
    if one.field == "ref" and one.kind is ChangeKind.ADDED:
        return f"{one.now} split from {one.was}" if one.was else f"{one.now} added"
    if one.field == "ref" and one.kind is ChangeKind.SPLIT:
        return f"{one.was} split, this part {one.now}"
    tell = _CHANGES.get(one.field)
    return tell(one.was, one.now) if tell is not None else ""


def _names(value: object) -> str:
    return led_by([str(one) for one in value]) if isinstance(value, list) else "nobody"


_CHANGES: dict[str, Callable[[object, object], str]] = {
    "ref": lambda was, now: f"number {was} → {now}",
    "text": lambda was, now: f"wording {quoted(str(was))} → {quoted(str(now))}",
    "recommendation": lambda was, now: f"recommendation {quoted(str(was))} → {quoted(str(now))}",
    "outcome": lambda was, now: f"outcome {quoted(str(was))} → {quoted(str(now))}",
    "theme_ref": lambda was, now: f"theme {was or 'none'} → {now}",
    "workstream": lambda was, now: f"workstream {was or 'none'} → {now or 'none'}",
    "leads": lambda was, now: f"leads {_names(was)} → {_names(now)}",
    "superseded_by": lambda _, now: f"became part of {now}" if now else "an action of its own again",
}


def remembered(when: str, by: str, changes: Sequence[str], *, is_correction: bool) -> str:
    """A line of an action's history: "4 Nov, P Lowell changed the plan: number 1.4 → 1.5"."""
    did = "corrected" if is_correction else "changed"
    who = f"{by} {did} the plan" if by else f"the plan was {did}"
    return f"{when}, {who}: {'; '.join(changes)}"


def old_number(ref: str, now: Sequence[str], when: str) -> str:
    """What a number that is no longer printed has become: "1.4 has been 1.5 since 4 Nov."."""
    return f"{ref} has been {listed(now)} since {when}."
