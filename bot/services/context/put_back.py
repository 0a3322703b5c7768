"""What was drawn in a time that a restore took out of the record is not acted on: its ids are others' now."""

from __future__ import annotations

from datetime import datetime

from bot.card import Answer, Placement
from bot.instants import local_time
from bot.phrases import faults
from bot.ports import UnitOfWork

HOME_ZONE = "Europe/London"
"""Where nothing is set up: whose day it was."""


def is_lost(work: UnitOfWork, posted_at: datetime | None) -> bool:
    """Whether the record has lost what was done when a message was posted."""
    return posted_at is not None and work.restores.losing(posted_at) is not None


def refused_as_lost(work: UnitOfWork, drawn_at: datetime | None) -> Answer | None:
    """The refusal of a button or form that was drawn in such a time; None for every other, and where nobody
    knows when it was drawn. Nothing is put on record: nobody has asked for what they may not do."""
    lost = work.restores.losing(drawn_at) if drawn_at is not None else None
    if lost is None:
        return None
    zone = next((one.zone for one in work.partnerships.all()), HOME_ZONE)
    away = (local_time(lost.taken_at, zone), local_time(lost.restored_at, zone))
    return Answer(faults.before_restore(away), Placement.PRIVATE)
