"""A field's value as JSON holds it, and back: what a change carries to storage and into "was → now"."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from bot.changes import Stored
from bot.recurring import Duty
from bot.timescale import Precision, Timescale


def stored_timescale(timescale: Timescale | None) -> Stored:
    """A timescale as its four parts."""
    if timescale is None:
        return None
    return {
        "start": timescale.start.isoformat(),
        "end": timescale.end.isoformat(),
        "precision": timescale.precision.value,
        "words": timescale.words,
    }


def timescale_of(value: object) -> Timescale | None:
    """The timescale of its four parts. Raises `ValueError` if they are not one."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise ValueError(f"not a stored timescale: {value!r}")
    return Timescale(
        date.fromisoformat(str(value["start"])),
        date.fromisoformat(str(value["end"])),
        Precision(value["precision"]),
        str(value["words"]),
    )


def stored_date(day: date | None) -> Stored:
    """A day in ISO form."""
    return None if day is None else day.isoformat()


def date_of(value: object) -> date | None:
    """The day of its ISO form."""
    return None if value is None else date.fromisoformat(str(value))


def stored_word(word: StrEnum | None) -> Stored:
    """An enumeration's value."""
    return None if word is None else word.value


def stored_duty(duty: Duty | None) -> Stored:
    """A duty as a change carries it."""
    if duty is None:
        return None
    stored = {
        "every_months": str(duty.every_months),
        "first": duty.first.isoformat(),
        "done": " ".join(day.isoformat() for day in duty.done),
    }
    return stored if duty.until is None else {**stored, "until": duty.until.isoformat()}


def duty_of(value: object) -> Duty | None:
    """The duty of its stored form. Raises `ValueError` if it is not one."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise ValueError(f"not a stored duty: {value!r}")
    until = value.get("until")
    return Duty(
        int(value["every_months"]),
        date.fromisoformat(value["first"]),
        tuple(date.fromisoformat(day) for day in str(value["done"]).split()),
        date.fromisoformat(until) if until else None,
    )
