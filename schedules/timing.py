"""How long a delivery is held, posted and looked for; by real time, which no clock moved by hand changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Timing:
    """A claim is held for `lease`; a post ends within `http_timeout`; `settle` after its lease a message
    that was stored is certain to show in the platform's history."""

    lease: timedelta = timedelta(seconds=60)
    http_timeout: timedelta = timedelta(seconds=10)
    settle: timedelta = timedelta(seconds=120)

    @property
    def send_within(self) -> float:
        """Seconds after its claim in which a delivery may still be sent: a post that begins later might
        arrive when somebody else holds it."""
        return (self.lease - self.http_timeout).total_seconds()


USUAL = Timing()
