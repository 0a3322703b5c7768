"""A recommendation by its lines: the worst open one, and delivered only when all are."""

from __future__ import annotations

from datetime import date

from bot.assessment import Assessed, assess_action
from bot.plan import ActionStatus
from bot.rag import Rag, Standing
from bot.rollup import roll_up
from tests.bot.larkmere import action

TODAY = date(2026, 9, 21)


def test_the_worst_open_line_counts_and_delivered_needs_every_line() -> None:
    def line(**fields: object) -> Assessed:
        return assess_action(action(**fields), 31, TODAY, None)

    done = line(status=ActionStatus.COMPLETE)
    mixed = roll_up([done, line(rag=Rag.GREEN), line(rag=Rag.AMBER)])
    assert (mixed.delivered, mixed.lines, mixed.standing) == (1, 3, Standing.AMBER)
    assert not mixed.is_delivered
    assert roll_up([done, done]).is_delivered
    assert roll_up([done, line(rag=None)]).standing is Standing.NOT_REPORTED
