"""What a paper is made of: the facts of the meeting, and what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.pack import Pack
from bot.papers.pictures import History
from bot.plan import PlanId, Theme


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """A pack, frozen or just gathered, and what a paper says beside it.

    `freezes_at` is when its pack is frozen, local wall time, None while its papers have no day; `themes` are
    the plans' headings; `errata` what was corrected about the pack since, as sentences; `officers` whom to
    ask; `history` how the actions stood before.
    """

    pack: Pack
    zone: str
    themes: tuple[tuple[PlanId, Theme], ...] = ()
    errata: tuple[str, ...] = ()
    officers: tuple[str, ...] = ()
    freezes_at: datetime | None = None
    history: History = field(default_factory=History)

    @property
    def is_draft(self) -> bool:
        """Whether the pack was never frozen."""
        return not self.pack.number
