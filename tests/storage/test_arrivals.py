"""Events that come together are committed together, and nobody is answered before that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from threading import Event
from time import monotonic, sleep
from typing import Any

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.errors import RecordBusy
from storage import Record, arrivals
from storage.arrivals import CROWD, Arrivals
from storage.engine import open_engine
from storage.tables.deliveries import InboxState
from tests.storage.larkmere import NOW
from tests.storage.statements import statements_sent

PATIENT = timedelta(seconds=30)
A_MOMENT = timedelta(milliseconds=50)
A_WHILE = timedelta(milliseconds=500)
KILL = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()"""
KEYS = ("Ev1", "Ev2", "Ev3", "Ev4", "Ev5")


def event(key: str, team: str | None = "T1") -> dict[str, Any]:
    return {
        "team": team, "key": key, "author": "", "sent_ts": "", "body": "{}", "kept_at": NOW,
        "state": InboxState.PENDING, "attempts": 0,
    }  # fmt: skip


@contextmanager
def locked(database_url: str) -> Iterator[None]:
    """Somebody else writes, for as long as the block lasts."""
    engine = open_engine(database_url)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE"))
        yield
    engine.dispose()


@contextmanager
def way_in(database_url: str) -> Iterator[Arrivals]:
    engine = open_engine(database_url)
    way = Arrivals(engine)
    yield way
    way.close()
    engine.dispose()


def until(is_so: Callable[[], bool]) -> None:
    deadline = monotonic() + 20
    while not is_so():
        assert monotonic() < deadline
        sleep(0.001)


def bring(pool: ThreadPoolExecutor, way: Arrivals, rows: list[dict[str, Any]]) -> list[Future[bool]]:
    """One after another; the first is being written, or about to be, when the others come."""
    kept = []
    for number, row in enumerate(rows, start=1):
        kept.append(pool.submit(way.keep, row, PATIENT))
        until(lambda number=number: way.under_way == number)  # type: ignore[misc]  # bound at once
    return kept


def stored(database_url: str) -> list[str]:
    engine = open_engine(database_url)
    with engine.connect() as connection:
        keys = list(connection.execute(text("SELECT key FROM inbox ORDER BY id")).scalars())
    engine.dispose()
    return keys


def test_nobody_is_answered_before_the_commit_which_is_shared(record: Record, database_url: str) -> None:
    del record  # made, so that the tables are there
    with way_in(database_url) as way, ThreadPoolExecutor(len(KEYS)) as pool, statements_sent() as sent:
        with locked(database_url):
            kept = bring(pool, way, [event(key) for key in KEYS])
            assert not any(one.done() for one in kept)
        assert [one.result(20) for one in kept] == [True] * len(KEYS)
    assert stored(database_url) == list(KEYS)
    assert 1 <= sum(one.startswith("INSERT INTO inbox") for one in sent) <= 2


def test_one_event_that_comes_twice_at_once_is_new_once(record: Record, database_url: str) -> None:
    del record
    with way_in(database_url) as way, ThreadPoolExecutor(3) as pool:
        with locked(database_url):
            kept = bring(pool, way, [event("Ev1"), event("Ev2"), event("Ev2")])
        assert sorted(one.result(20) for one in kept) == [False, True, True]
        assert way.keep(event("Ev1"), PATIENT) is False
    assert stored(database_url) == ["Ev1", "Ev2"]


def test_one_that_cannot_be_kept_does_not_keep_the_others_out(record: Record, database_url: str) -> None:
    del record
    with way_in(database_url) as way, ThreadPoolExecutor(3) as pool:
        with locked(database_url):
            kept = bring(pool, way, [event("Ev1"), event("Ev2", team=None), event("Ev3")])
        assert isinstance(kept[1].exception(20), IntegrityError)
        assert [kept[0].result(20), kept[2].result(20)] == [True, True]
    assert stored(database_url) == ["Ev1", "Ev3"]


def test_nobody_waits_longer_than_they_may_and_the_next_are_kept(record: Record, database_url: str) -> None:
    del record
    with way_in(database_url) as way:
        with locked(database_url), ThreadPoolExecutor(2) as pool:
            kept = [pool.submit(way.keep, event(key), A_MOMENT) for key in ("Ev1", "Ev2")]
            assert all(isinstance(one.exception(20), RecordBusy) for one in kept)
        assert way.under_way == 0
        assert way.keep(event("Ev1"), PATIENT)
    assert stored(database_url) == ["Ev1"]


def test_whoever_came_later_is_not_refused_with_the_first(record: Record, database_url: str) -> None:
    del record
    with way_in(database_url) as way, ThreadPoolExecutor(2) as pool:
        with locked(database_url):
            first = pool.submit(way.keep, event("Ev1"), A_WHILE)
            until(lambda: way.under_way == 1)
            later = pool.submit(way.keep, event("Ev2"), PATIENT)
            assert isinstance(first.exception(20), RecordBusy)
            assert not later.done()
        assert later.result(20) is True
    assert stored(database_url) == ["Ev2"]


def test_nobody_waits_for_a_commit_after_their_own(
    record: Record, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first writes alone, the next two together; while they do so the fourth comes."""
    del record
    with way_in(database_url) as way, ThreadPoolExecutor(4) as pool:
        write, fourth_is_written = way._write, Event()

        def write_slowly(batch: Any, until_when: float) -> None:
            keys = [arrival.row["key"] for arrival in batch]
            if "Ev2" in keys:
                kept.append(pool.submit(way.keep, event("Ev4"), PATIENT))
                until(lambda: len(way._gathered) == 1)
            if "Ev4" in keys:
                assert fourth_is_written.wait(20)
            write(batch, until_when)

        monkeypatch.setattr(way, "_write", write_slowly)
        with locked(database_url):
            kept = [pool.submit(way.keep, event("Ev1"), PATIENT)]
            until(lambda: way.under_way == 1 and not way._gathered)
            kept += [pool.submit(way.keep, event(key), PATIENT) for key in ("Ev2", "Ev3")]
            until(lambda: len(way._gathered) == 2)
        assert [one.result(20) for one in kept[:3]] == [True, True, True]
        assert not kept[3].done()
        fourth_is_written.set()
        assert kept[3].result(20) is True


@pytest.mark.parametrize("failure", [OSError, KeyboardInterrupt])
def test_who_fails_before_the_commit_is_told_and_the_next_are_kept(
    record: Record, database_url: str, monkeypatch: pytest.MonkeyPatch, failure: type[BaseException]
) -> None:
    del record

    def die(*_given: object) -> set[tuple[str, str]]:
        if not died:
            died.append(True)
            until(lambda: len(way._gathered) == 1)
            raise failure
        return insert(*_given)  # type: ignore[arg-type]  # just as they were given

    with way_in(database_url) as way, ThreadPoolExecutor(2) as pool:
        died, insert = list[bool](), way._insert_all
        monkeypatch.setattr(way, "_insert_all", die)
        first = pool.submit(way.keep, event("Ev1"), PATIENT)
        until(lambda: bool(died))
        following = pool.submit(way.keep, event("Ev2"), PATIENT)
        try:
            assert isinstance(first.exception(20), failure)
            assert following.result(20) is True
        finally:
            for forgotten in way._gathered:
                forgotten.call()  # else a test that fails would wait for ever
        assert way.under_way == 0
    assert stored(database_url) == ["Ev2"]


def test_a_connection_that_was_cut_while_nobody_wrote_costs_no_event(postgresql_url: str) -> None:
    with way_in(postgresql_url) as way:
        assert way.keep(event("Ev1"), PATIENT)
        with psycopg.connect(postgresql_url, autocommit=True) as another:
            another.execute(KILL)
        assert way.keep(event("Ev2"), PATIENT)
    assert stored(postgresql_url) == ["Ev1", "Ev2"]


def test_a_worker_lets_a_crowd_pass_but_not_for_ever(
    sqlite_record: Record, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    del sqlite_record
    with way_in(sqlite_url) as way, ThreadPoolExecutor(CROWD) as pool:
        with locked(sqlite_url):
            bring(pool, way, [event(key) for key in KEYS[:CROWD]])
            began = monotonic()
            way.let_pass(0.2)
            assert monotonic() - began >= 0.2
        until(lambda: way.under_way == 0)
        way.let_pass()
        monkeypatch.setattr(arrivals, "sleep", pytest.fail)
        way.let_pass()
