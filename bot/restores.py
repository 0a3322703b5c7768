"""That the record was put back from a backup: what was posted since the backup speaks of ids given again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Restore:
    """The record was put back at `restored_at` as it was at `taken_at`. It knows nothing of what was done
    between the two, and what was drawn then carries ids that other rows have since."""

    taken_at: datetime
    restored_at: datetime
