"""The Larkmere office, and a world of plans, on real databases: made once a session, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date, time
from itertools import count
from pathlib import Path

import pytest

from storage import Record
from storage.engine import open_engine, sqlite_file
from tests.bot.services.dialogue import Office, open_office
from tests.bot.services.guarded import World, build
from tests.databases import AUDIT_KEY, STARTS, StoppedClock


@dataclass(frozen=True)
class Prepared:
    """An office as it stands on a file, with its database closed."""

    path: Path
    office: Office


def _prepare(path: Path, asked: bool) -> Prepared:
    clock = StoppedClock(None)  # type: ignore[arg-type]  # open_office sets it
    record = Record(open_engine(f"sqlite:///{path}"), clock, AUDIT_KEY)
    office = open_office(record, clock)
    if asked:
        office.at(date(2026, 9, 21), time(10, 0))
    record.close()
    return Prepared(path, office)


def _reopened(prepared: Prepared, to: Path) -> Iterator[Office]:
    shutil.copy(prepared.path, to)
    office = copy(prepared.office)
    office.clock = StoppedClock(prepared.office.clock.instant)
    office.record = Record(open_engine(f"sqlite:///{to}"), office.clock, AUDIT_KEY)
    office.posts, office.skipped = list(office.posts), list(office.skipped)
    office.numbers = count(len(office.posts) + 1)
    yield office
    office.record.close()


@pytest.fixture(scope="session")
def live_office(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    path = tmp_path_factory.mktemp("live") / "record.db"
    shutil.copy(migrated_sqlite, path)
    return _prepare(path, asked=False)


@pytest.fixture(scope="session")
def asking_office(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    path = tmp_path_factory.mktemp("asked") / "record.db"
    shutil.copy(migrated_sqlite, path)
    return _prepare(path, asked=True)


@pytest.fixture
def office(live_office: Prepared, tmp_path: Path) -> Iterator[Office]:
    """Mon 14 Sept 2026: live, everybody introduced, nobody asked yet."""
    yield from _reopened(live_office, tmp_path / "record.db")


@pytest.fixture
def asked(asking_office: Prepared, tmp_path: Path) -> Iterator[Office]:
    """Mon 21 Sept 2026, 10:00: every lead has been asked for the board of 14 Oct."""
    yield from _reopened(asking_office, tmp_path / "record.db")


@pytest.fixture(scope="session")
def world_on_file(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World]:
    path = tmp_path_factory.mktemp("world") / "record.db"
    shutil.copy(migrated_sqlite, path)
    record = Record(open_engine(f"sqlite:///{path}"), StoppedClock(STARTS), AUDIT_KEY)
    world = build(record)
    record.close()
    return path, world


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, sqlite_url: str) -> str:
    """A SQLite database of the test's own; one who asks for the `world` finds it there."""
    if "world" in request.fixturenames and (file := sqlite_file(sqlite_url)) is not None:
        shutil.copy(request.getfixturevalue("world_on_file")[0], file)
    return sqlite_url


@pytest.fixture
def world(world_on_file: tuple[Path, World]) -> World:
    """An open and a classified plan, on the test's own `sqlite_record`."""
    return world_on_file[1]
