"""A draft for the minutes of a meeting: what was decided, what is to be done, and what was carried over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.card import Card, Line, Tone
from bot.governance import Decision
from bot.partnership import Meeting
from bot.phrases import actions, dates
from bot.phrases.meetings import named
from bot.plan import Action


@dataclass(frozen=True, slots=True)
class Minuted:
    """One line, with the minute it stands under; "" while it has none."""

    minute_ref: str
    text: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """What a meeting settled: decisions and new actions apart, and earlier meetings' actions still open."""

    meeting: Meeting
    decided: tuple[Minuted, ...]
    agreed: tuple[Minuted, ...]
    carried_over: tuple[Action, ...]


def new_action(one: Decision) -> Minuted:
    """ "N1 Write to GPs · J Tranter · Dec 2026"."""
    parts = [
        f"{one.ref} {one.words}".strip(),
        one.lead_name or "no lead",
        dates.timescale(one.due) if one.due is not None else "no date",
    ]
    return Minuted(one.minute_ref, " · ".join(parts))


def card(found: Minutes) -> Card:
    """The draft, to copy."""
    title = f"For the minutes: {named(found.meeting)}"
    carried = [
        f"{actions.named(one)} · {actions.leads(one)} · {actions.due(one)}" for one in found.carried_over
    ]
    pieces = [
        Line("\n".join((f"{heading} ({len(lines)})", *(lines or ["none on record"]))))
        for heading, lines in (
            ("Decisions", _lines(found.decided)),
            ("Actions", _lines(found.agreed)),
            ("Carried over from earlier meetings", carried),
        )
    ]
    hint = 'To add one: "decision: …, minute 6.2" or "action: …, lead NAME, by Dec 2026, minute 6.3".'
    return Card(title, (Line(title, Tone.HEADING), *pieces, Line(hint, Tone.QUIET)))


def _lines(found: Sequence[Minuted]) -> list[str]:
    return [f"{one.minute_ref or '–'}  {one.text}" for one in sorted(found, key=lambda one: one.minute_ref)]


def no_meeting(name: str, on: str = "") -> Card:
    """Nothing has been held yet, or nothing on the day that was named."""
    text = f"{name} has held no meeting {f'on {on}' if on else 'yet'}, so there is nothing to minute."
    return Card(text, (Line(text),))


def not_held_yet(meeting: Meeting) -> Card:
    """The meeting is still to come."""
    text = f"{named(meeting)} is still to come. “minutes” after it has what it decided and agreed to do."
    return Card(text, (Line(text),))
