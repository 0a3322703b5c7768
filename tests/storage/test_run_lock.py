"""One running bot a database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.run_lock import AlreadyRunning, run_lock


def test_a_second_bot_does_not_start_on_the_same_database(tmp_path: Path) -> None:
    database = tmp_path / "record.db"
    with run_lock(database), pytest.raises(AlreadyRunning, match=r"record\.db"), run_lock(database):
        pass


def test_the_lock_falls_when_the_bot_ends(tmp_path: Path) -> None:
    database = tmp_path / "record.db"
    for _ in range(2):
        with run_lock(database):
            pass


def test_two_databases_have_two_locks(tmp_path: Path) -> None:
    with run_lock(tmp_path / "one.db"), run_lock(tmp_path / "two.db"):
        pass


def test_others_may_use_the_database_meanwhile(tmp_path: Path) -> None:
    database = tmp_path / "record.db"
    with run_lock(database), closing(sqlite3.connect(database, timeout=0)) as other:
        other.execute("CREATE TABLE noted (id)")
