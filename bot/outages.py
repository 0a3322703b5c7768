"""When nobody could hear what people wrote, and what they may therefore have to send again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

UNHEARD = timedelta(minutes=6)
"""After this long without an answer the platform stops sending a message again."""


@dataclass(frozen=True, slots=True)
class Outage:
    """A time in which no replica of the program could be reached, longer than `UNHEARD`."""

    since: datetime
    until: datetime
