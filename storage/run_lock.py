"""One running bot a SQLite database: two would each believe that they alone are at work."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


class AlreadyRunning(RuntimeError):
    """Another process runs on this database."""


@contextmanager
def run_lock(database: Path) -> Iterator[None]:
    """Hold the right to run on this database file. Raises `AlreadyRunning` when somebody else has it.

    The lock is SQLite's own, on a small file beside the database: it works alike on every system and
    falls with the process that holds it, however that ends. Only `run` takes it.
    """
    beside = database.with_name(database.name + ".lock")
    with closing(sqlite3.connect(beside, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as refusal:
            raise AlreadyRunning(f"Leadline is already running on {database.name}.") from refusal
        yield
