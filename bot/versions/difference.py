"""What a new version of a plan's document says otherwise than the record, action by action."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.draft import DraftAction, DraftPlan
from bot.plan import Action, ActionPlan, ActionStatus
from bot.rag import Rag
from bot.timescale import Timescale


class DateColumn(StrEnum):
    """Which date of the document differs."""

    TIMESCALE = "timescale"
    ORIGINAL = "original"
    AGREED = "agreed"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True)
class DateDifference:
    """The document gives another date than the record: `was` is the record's in that place."""

    column: DateColumn
    was: Timescale | None
    now: Timescale


@dataclass(frozen=True, slots=True)
class StandingDifference:
    """The document gives another status or colour. `is_older`: a lead has spoken since, or
    the board has closed the action, and no document opens it again."""

    status: ActionStatus
    status_text: str
    rag: Rag | None
    is_older: bool


@dataclass(frozen=True, slots=True)
class Line:
    """An action of the record and the document's line for it, with all that differs.

    `words` are the fields that are worded otherwise; `leads` the document's leads where they differ.
    """

    action: Action
    draft: DraftAction
    is_renumbered: bool = False
    is_regrouped: bool = False
    words: tuple[str, ...] = ()
    leads: tuple[str, ...] | None = None
    dates: tuple[DateDifference, ...] = ()
    standing: StandingDifference | None = None

    @property
    def is_same(self) -> bool:
        """Whether the document and the record say the same."""
        return not (
            self.is_renumbered
            or self.is_regrouped
            or self.words
            or self.leads is not None
            or self.dates
            or self.standing
        )

    @property
    def is_reworded(self) -> bool:
        """Whether what is to be done, why, or to what end is worded otherwise."""
        return bool(set(self.words) - {"comments"})


@dataclass(frozen=True, slots=True)
class Joined:
    """A suspicion: several actions look like one, or one like several. `one` and `parts` are references."""

    one: str
    parts: tuple[str, ...]
    is_merged: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A document against the record. Nothing of it is applied until somebody says so.

    `gone` are open actions that the document no longer has; `new` its lines that the record has not.
    """

    plan: ActionPlan
    draft: DraftPlan
    lines: tuple[Line, ...]
    new: tuple[DraftAction, ...]
    gone: tuple[Action, ...]
    joined: tuple[Joined, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the document says nothing that the record does not."""
        return not self.new and not self.gone and all(line.is_same for line in self.lines)

    @property
    def dated(self) -> tuple[tuple[Line, DateDifference], ...]:
        """Every date that differs, with its line: each is a question."""
        return tuple((line, one) for line in self.lines for one in line.dates)

    @property
    def kept(self) -> tuple[Line, ...]:
        """The lines whose colour or status is older than the record's, which stays."""
        return tuple(line for line in self.lines if line.standing is not None and line.standing.is_older)
