"""How a plan counts time and its own words, as columns of the plan and rows of their own."""

from __future__ import annotations

from typing import Any

from bot.conventions import PlanConventions, meaning_named
from bot.plan import PlanId
from storage.tables.plans import LocalWordRow, PlanRow


def conventions_of(row: PlanRow) -> PlanConventions:
    """What a plan's row and its local words tell of."""
    return PlanConventions(
        fiscal_start_month=row.fiscal_start_month,
        quarters_by_calendar=row.quarters_by_calendar,
        scale_complete=frozenset(row.scale_complete),
        status_words=tuple(
            (word.words, meaning)
            for word in row.local_words
            if (meaning := meaning_named(word.meaning)) is not None
        ),
        scale=row.scale,
    )


def columns_of(conventions: PlanConventions) -> dict[str, Any]:
    """The plan's own columns."""
    return {
        "fiscal_start_month": conventions.fiscal_start_month,
        "quarters_by_calendar": conventions.quarters_by_calendar,
        "scale_complete": sorted(conventions.scale_complete),
        "scale": conventions.scale,
    }


def word_rows(conventions: PlanConventions, plan_id: PlanId | None = None) -> list[LocalWordRow]:
    """A row for each of its words, of this plan or of the plan they are about to be hung on."""
    of_plan = {} if plan_id is None else {"plan_id": plan_id}
    return [
        LocalWordRow(words=words, meaning=meaning.value, **of_plan)
        for words, meaning in conventions.status_words
    ]
