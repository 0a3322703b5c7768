"""One action line of a plan while it is put together from one row or several."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.draft import Doubt, DoubtKind
from bot.importing.columns import Column
from bot.importing.names import NamedLead
from bot.importing.times import DateCell
from bot.phrases import doubts as phrases


@dataclass(slots=True)
class Line:
    """One action line being put together. It changes while continuing rows are joined to it."""

    row: int
    number: str
    recommendation: Recommendation
    theme: int | None
    text: str = ""
    outcome: str = ""
    commentary: str = ""
    comments: str = ""
    due: DateCell = field(default_factory=DateCell)
    forecast: DateCell = field(default_factory=DateCell)
    completed: DateCell = field(default_factory=DateCell)
    original: DateCell = field(default_factory=DateCell)
    agreed: DateCell = field(default_factory=DateCell)
    leads: tuple[NamedLead, ...] = ()
    lead_words: str = ""
    organisations: str = ""
    workstream: str = ""
    status: str = ""
    rag: str = ""
    remark: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    columns: frozenset[Column] = frozenset()
    echo: str = ""
    sheet: str = ""

    def doubt(self, kind: DoubtKind, message: str, *refs: str) -> Doubt:
        """A doubt about this line, saying the sheet where there are several; `refs` are its actions."""
        said = phrases.on_sheet(self.sheet, message) if self.sheet else message
        return Doubt(self.row, kind, said, refs=refs)

    def printed_as(self, other: Line) -> bool:
        """Whether both come from one row of one table."""
        return (self.row, self.recommendation) == (other.row, other.recommendation)

    @property
    def is_bare(self) -> bool:
        """Whether only its recommendation is known so far."""
        return not (self.text or self.leads or self.due != DateCell())


@dataclass(slots=True, eq=False)
class Recommendation:
    """What one or more lines serve; its title may run on over several rows."""

    number: str
    title: str = ""
