"""What is kept long enough is forgotten, on both databases: each kind at its time, and not a day before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, text

from bot.changes import Change
from bot.conversation import PromptKind, UpdateState
from bot.governance import DecisionKind
from bot.partnership import Workspace
from bot.ports import UnitOfWork
from bot.retention import RULES, Kept, years_before
from bot.services.keeping.retaining import forget_due, outdated, set_years
from bot.views import Capacity
from storage import Record
from storage.engine import open_engine
from tests.databases import StoppedClock
from tests.storage.everywhere import found_in
from tests.storage.larkmere import BOARD, GREEN, NOVEMBER, NOW, add_plan, said

WORDS = "waiting for the mortgage valuation"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def spoken(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        _speaks(work)


def _speaks(work: UnitOfWork) -> None:
    plan = add_plan(work)
    action, person = plan.actions[0], plan.actions[0].leads[0].person_id
    message, _new = work.messages.keep(said(f"1.1 green, {WORDS}", author=person))
    update = work.updates.add(
        message_id=message,
        person_id=person,
        plan_id=plan.id,
        action_id=action.id,
        candidates=(),
        reading=replace(GREEN, words=WORDS, blocker=WORDS),
        words=WORDS,
        state=UpdateState.PROPOSED,
        route=said("").route,
        at=NOW,
    )
    work.updates.settle(update, UpdateState.CONFIRMED, NOW, person)
    work.plans.apply([Change(action.id, action.version, "blocker", None, WORDS)], NOW)
    work.extensions.add(action.id, person, None, NOVEMBER, WORDS, NOW)
    meeting = work.meetings.add(plan.partnership_id, "Board", BOARD, None, None)
    asked = (plan.partnership_id, meeting.id, person, "carers", plan.id)
    view = work.views.ask(*asked, action.id, "", person, NOW, NOW)
    work.views.say(view.id, WORDS, person, Capacity.OWN, NOW, message_id=message)
    work.views.ask(*asked, None, WORDS, person, NOW, NOW)
    work.decisions.add(plan.partnership_id, DecisionKind.DECISION, f"a draft {WORDS}", person, NOW)
    work.prompts.add(person, plan.id, "board-14", PromptKind.ASK, [action.id], NOW)


def end_the_plan(engine: Engine, at: datetime) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE plan SET ended_at = :at"), {"at": at})


def forget(record: Record, workspace: Workspace) -> dict[Kept, int]:
    with record.open_work(workspace.id) as work:
        return dict(forget_due(work))


@pytest.mark.usefixtures("spoken")
def test_each_kind_goes_at_its_time_and_a_plan_that_has_not_ended_keeps_its_words(
    record: Record, workspace: Workspace, clock: StoppedClock, engine: Engine
) -> None:
    assert not any(forget(record, workspace).values())
    clock.instant = NOW + timedelta(days=31)
    assert forget(record, workspace)[Kept.DRAFTS] == 1
    clock.instant = NOW + timedelta(days=366)
    assert forget(record, workspace)[Kept.PROMPTS] == 1
    clock.instant = NOW + timedelta(days=9999)
    assert forget(record, workspace)[Kept.WORDS] == 0
    assert {"message_version", "progress_update", "extension_request", "action", "action_change"} <= set(
        found_in(engine, WORDS)
    )
    assert "decision" not in found_in(engine, WORDS)


@pytest.mark.usefixtures("spoken")
def test_words_go_so_many_years_after_the_plans_end_and_the_facts_stay(
    record: Record, workspace: Workspace, clock: StoppedClock, engine: Engine
) -> None:
    end_the_plan(engine, NOW)
    clock.instant = NOW + timedelta(days=2 * 365)
    assert forget(record, workspace)[Kept.WORDS] == 0
    clock.instant = NOW + timedelta(days=2 * 365 + 2)
    with record.open_work(workspace.id, read_only=True) as work:
        assert Counter(one.kind for one in outdated(work))[Kept.WORDS] == 6, "a dry run counts"
    assert "progress_update" in found_in(engine, WORDS), "and changes nothing"
    assert forget(record, workspace)[Kept.WORDS] == 6
    assert found_in(engine, WORDS) == {}
    assert not any(forget(record, workspace).values())
    assert record.verify_audit() == ()
    with record.open_work(workspace.id, read_only=True) as work:
        (update,) = work.updates.history(work.plans.all()[0].actions[0].id)
    assert (update.state, update.reading.rag) == (UpdateState.CONFIRMED, GREEN.rag)


@pytest.mark.usefixtures("spoken")
def test_a_message_no_update_came_of_goes_after_a_year_and_one_that_was_an_update_stays(
    record: Record, workspace: Workspace, clock: StoppedClock, engine: Engine
) -> None:
    with record.open_work(workspace.id) as work:
        work.messages.keep(said("hello, who reads this canary?", ts="1790000000.000200"))
        plan = work.plans.all()[0]
        request = work.requests.add(plan.id, [plan.actions[0].id], None, NOW)
    clock.instant = NOW + timedelta(days=364)
    assert forget(record, workspace)[Kept.TALK] == 0
    clock.instant = NOW + timedelta(days=366)
    assert forget(record, workspace)[Kept.TALK] == 0, "an open request holds it"
    with record.open_work(workspace.id) as work:
        work.requests.close(request.id, None, NOW)
    assert forget(record, workspace)[Kept.TALK] == 1
    assert found_in(engine, "canary") == {}
    assert "message_version" in found_in(engine, WORDS)


@pytest.mark.usefixtures("spoken")
def test_each_partnership_says_for_how_many_years(
    record: Record, workspace: Workspace, clock: StoppedClock, engine: Engine
) -> None:
    end_the_plan(engine, NOW)
    with record.open_work(workspace.id) as work:
        set_years(work, work.partnerships.all()[0].id, 6)
    clock.instant = NOW + timedelta(days=5 * 365)
    assert forget(record, workspace)[Kept.WORDS] == 0


@pytest.mark.usefixtures("spoken")
def test_an_open_request_holds_what_it_covers_until_it_is_closed(
    record: Record, workspace: Workspace, clock: StoppedClock, engine: Engine
) -> None:
    end_the_plan(engine, NOW)
    clock.instant = NOW + timedelta(days=9999)
    with record.open_work(workspace.id) as work:
        plan = work.plans.all()[0]
        request = work.requests.add(plan.id, [plan.actions[0].id], None, NOW)
    assert forget(record, workspace)[Kept.WORDS] == 0
    with record.open_work(workspace.id) as work:
        work.requests.close(request.id, None, NOW)
    assert forget(record, workspace)[Kept.WORDS] == 6


def test_every_kind_has_its_rule_and_leap_days_have_a_year_before() -> None:
    assert set(RULES) == set(Kept)
    assert years_before(datetime(2028, 2, 29), 2) == datetime(2026, 2, 28)  # noqa: DTZ001 - the day alone matters
