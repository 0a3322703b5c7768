"""A plan keeps how it counts time, and its own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conventions import PlanConventions
from bot.errors import NotFound
from bot.language.reading import Progress
from bot.partnership import Workspace
from bot.plan import PlanId
from bot.rag import Rag
from storage import Record
from tests.storage.larkmere import add_partnership, add_plan, draft

OWN = PlanConventions(
    fiscal_start_month=9,
    quarters_by_calendar=True,
    scale_complete=frozenset({"green", "blue"}),
    status_words=(
        ("Delivered – monitoring", Progress.COMPLETE),
        ("Watching brief", Progress.ON_HOLD),
        ("Of concern", Rag.AMBER_RED),
    ),
)


def test_a_plan_begins_with_the_usual_conventions(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        assert add_plan(work).conventions == PlanConventions()


def test_the_words_learnt_at_import_are_kept_with_the_plan(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        learnt = replace(draft(), status_words=OWN.status_words)
        kept = work.plans.add(add_partnership(work).id, learnt, work.now)
    with record.open_work(workspace.id, read_only=True) as work:
        assert work.plans.get(kept.id).conventions == PlanConventions(status_words=OWN.status_words)


def test_conventions_are_replaced_as_a_whole(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        assert work.plans.set_conventions(plan.id, OWN) == replace(plan, conventions=OWN)
    fewer = OWN.with_word("watching brief", Progress.ON_TRACK).without_word("of concern")
    with record.open_work(workspace.id) as work:
        work.plans.set_conventions(plan.id, fewer)
    with record.open_work(workspace.id, read_only=True) as work:
        assert work.plans.get(plan.id).conventions == fewer


def test_two_plans_keep_their_words_apart(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        one, other = add_plan(work, partnership="Larkmere"), add_plan(work, partnership="Dunvale")
        work.plans.set_conventions(one.id, OWN)
        assert [plan.conventions for plan in work.plans.all()] == [OWN, PlanConventions()]
        work.plans.set_conventions(other.id, OWN)
        assert [plan.conventions for plan in work.plans.all()] == [OWN, OWN]


def test_there_is_nothing_to_set_of_a_plan_that_is_not_there(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work, pytest.raises(NotFound):
        work.plans.set_conventions(PlanId(99), OWN)
