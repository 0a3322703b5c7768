"""Whose word an update is: a lead's own, a deputy's for a lead, or one that was heard elsewhere."""

from __future__ import annotations

from datetime import date

from bot.card import Line, Tone
from bot.conversation import HeardBy
from bot.phrases import dates

WAYS: dict[HeardBy, str] = {
    HeardBy.PHONE: "by phone",
    HeardBy.EMAIL: "by e-mail",
    HeardBy.IN_PERSON: "in person",
    HeardBy.ELSEWHERE: "elsewhere",
}


def recorded_as(name: str) -> Line:
    """How an update will be shown, told to whoever gives it."""
    return Line(f'Recorded as "{name}".', Tone.QUIET)


def for_lead(name: str, lead: str) -> str:
    """ "J Tranter for S Okoro"."""
    return f"{name} for {lead}"


def relayed(name: str, by: HeardBy, on: date | None, entered_by: str) -> str:
    """ "L Pashley, by phone 24 Sept, entered by P Lowell"."""
    when = f" {dates.day_and_month(on)}" if on is not None else ""
    return f"{name}, {WAYS[by]}{when}, entered by {entered_by}"
