"""A unit of work is one transaction, at one instant, on one workspace."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.errors import RecordBusy
from bot.partnership import Platform, Workspace
from storage import Record
from storage.engine import open_engine, waiting
from storage.sessions import of_workspace
from storage.tables.deliveries import CalendarJobRow
from tests.databases import StoppedClock
from tests.storage.larkmere import NOW, add_partnership, add_plan


def test_leaving_without_an_exception_commits(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        added = add_partnership(work)
    with record.open_work(workspace.id, read_only=True) as work:
        assert work.partnerships.all() == (added,)


def test_leaving_with_an_exception_keeps_nothing(record: Record, workspace: Workspace) -> None:
    def fail_halfway() -> None:
        with record.open_work(workspace.id) as work:
            add_plan(work)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with record.open_work(workspace.id) as work:
        assert work.partnerships.all() == ()
        assert work.people.all() == ()


def test_an_operation_has_one_instant(record: Record, workspace: Workspace, clock: StoppedClock) -> None:
    with record.open_work(workspace.id) as work:
        assert work.now == NOW
        clock.instant += timedelta(hours=1)
        assert work.now == NOW
        assert work.workspace == workspace
    with record.open_work(workspace.id) as work:
        assert work.now == NOW + timedelta(hours=1)


def test_a_unit_of_work_that_only_reads_cannot_write(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        partnership = add_partnership(work)
    with (
        pytest.raises(PermissionError),
        record.open_work(workspace.id, read_only=True) as work,
    ):
        work.people.add("R Vale", [])
    with (
        pytest.raises(PermissionError),
        record.open_work(workspace.id, read_only=True) as work,
    ):
        add_partnership(work, "Dunvale")
    with record.open_work(workspace.id) as work:
        assert work.partnerships.all() == (partnership,)


def test_reading_does_not_wait_for_a_writer(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as writer:
        add_partnership(writer)
        with record.open_work(workspace.id, read_only=True) as reader:
            assert reader.partnerships.all() == ()


def test_a_worker_does_the_same_work_more_patiently(record: Record, workspace: Workspace) -> None:
    with record.open_patient_work(workspace.id) as work:
        added = add_partnership(work)
    with record.open_patient_work(workspace.id, read_only=True) as work:
        assert work.partnerships.all() == (added,)


def test_a_writer_that_cannot_wait_longer_says_so(
    record: Record, workspace: Workspace, database_url: str
) -> None:
    engine = open_engine(database_url)
    impatient = waiting(engine, timedelta(milliseconds=1))
    with record.open_work(workspace.id) as work:
        work.owing.set_planned_to("tick", NOW)
        with pytest.raises(RecordBusy), of_workspace(impatient, workspace.id) as session:
            session.add(CalendarJobRow(name="tick", planned_to=NOW))
    engine.dispose()


def test_a_sqlite_writer_keeps_another_process_out_before_it_has_written(
    sqlite_record: Record, sqlite_url: str
) -> None:
    """Or both would read, and the one that writes second could only fail."""
    workspace = sqlite_record.workspaces.of(Platform.SLACK, "T1")
    engine = open_engine(sqlite_url)
    impatient = waiting(engine, timedelta(milliseconds=1))
    with sqlite_record.open_work(workspace.id) as work:
        assert work.partnerships.all() == ()
        with pytest.raises(RecordBusy), of_workspace(impatient, workspace.id) as session:
            session.add(CalendarJobRow(name="tick", planned_to=NOW))
    engine.dispose()
