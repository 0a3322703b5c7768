"""What a look back compares with a pack: how its actions stood on an earlier day, and what came between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.assessment import Assessed
from bot.governance import ExtensionRequest
from bot.pack import Pack
from bot.pack_lines import PackLine
from bot.plan import Action, DateChange
from bot.rag import Standing


@dataclass(frozen=True, slots=True)
class LookBack:
    """The past of a pack's actions.

    `then` is how each stood at the end of the day `since`, as it was known then; of a plan that went live
    later, when it did. `asked_from` is the day that was asked for, where the record begins only after it.
    `withdrawn` left the plan in between, and the more time in `granted` was given.
    """

    since: date
    at: datetime
    then: tuple[Assessed, ...]
    withdrawn: tuple[Action, ...] = ()
    granted: tuple[ExtensionRequest, ...] = ()
    asked_from: date | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """One action from then to now; `was` is None when it joined the plan in between."""

    line: PackLine
    was: Assessed | None
    moves: tuple[DateChange, ...]
    is_reported: bool

    @property
    def action(self) -> Action:
        """The action as it is now."""
        return self.line.action

    @property
    def now(self) -> Assessed:
        """How it stands now."""
        return self.line.now

    @property
    def was_complete(self) -> bool:
        """Whether it was complete to begin with."""
        return self.was is not None and self.was.standing is Standing.COMPLETE

    @property
    def is_completed(self) -> bool:
        """Whether it was completed in between."""
        return self.now.standing is Standing.COMPLETE and not self.was_complete

    @property
    def is_reopened(self) -> bool:
        """Whether it was complete to begin with, and is open now."""
        return self.was_complete and self.action.status.is_open

    @property
    def is_unreported(self) -> bool:
        """Whether it is open and nothing at all was said of it in between, due to begin or not."""
        return self.action.status.is_open and not self.is_reported


def courses(pack: Pack, back: LookBack) -> tuple[Course, ...]:
    """Every action of the pack with its past, in printed order."""
    then = {one.action.id: one for one in back.then}
    return tuple(
        Course(
            line,
            then.get(line.action.id),
            tuple(move for move in line.action.moves if _is_since(move, back)),
            line.action.reported_at is not None and line.action.reported_at > back.at,
        )
        for line in pack.lines
    )


def _is_since(move: DateChange, back: LookBack) -> bool:
    """By the instant it was recorded; a move that only a document told of has nothing but its day."""
    return move.on > back.since if move.at is None else move.at > back.at
