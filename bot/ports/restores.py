"""When the record was put back from a backup."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.restores import Restore


class Restores(Protocol):
    """Every time the record was put back, for whoever is shown what was drawn in a time it has lost."""

    def losing(self, instant: datetime) -> Restore | None:
        """The last restore by which the record lost what was done at this instant; both its ends count."""
        ...
