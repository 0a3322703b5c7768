"""Keeping a workspace between runs: one SQLite file of JSON records, or nothing at all."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict
from enum import Enum
from pathlib import Path
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_SCHEMA = """
create table if not exists record (
    kind text not null, key text not null, body text not null, primary key (kind, key)
);
create table if not exists content (key text primary key, body blob not null);
"""


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (frozenset, set)):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} cannot be kept")


class Store:
    """Records by kind and key. Without a path they live in memory and end with the process.

    Not safe for two threads at once: the workspace's lock guards it.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._connection = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None)
        # A demonstration would rather answer in a millisecond than survive a power cut.
        self._connection.execute("pragma journal_mode = wal")
        self._connection.execute("pragma synchronous = off")
        self._connection.executescript(_SCHEMA)

    def put(self, kind: str, key: str, body: Any) -> None:
        """Keep one record, in place of the one with the same key."""
        self._connection.execute(
            "insert or replace into record values (?, ?, ?)", (kind, key, json.dumps(body, default=_plain))
        )

    def get(self, kind: str, key: str) -> Any:
        """One record, or None."""
        row = self._connection.execute(
            "select body from record where kind = ? and key = ?", (kind, key)
        ).fetchone()
        return None if row is None else json.loads(row[0])

    def remove(self, kind: str, key: str) -> None:
        """Forget one record, if there is one."""
        self._connection.execute("delete from record where kind = ? and key = ?", (kind, key))

    def load(self, kind: str) -> Iterator[tuple[str, Any]]:
        """All records of a kind, in the order of their keys."""
        rows = self._connection.execute("select key, body from record where kind = ? order by key", (kind,))
        for key, body in rows.fetchall():
            yield key, json.loads(body)

    def put_content(self, key: str, body: bytes) -> None:
        """Keep a file's bytes."""
        self._connection.execute("insert or replace into content values (?, ?)", (key, body))

    def content(self, key: str) -> bytes | None:
        """A file's bytes, or None."""
        row = self._connection.execute("select body from content where key = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


class Shelf(Generic[T]):
    """A dictionary of values that also writes them to the store."""

    def __init__(self, store: Store, kind: str, read: Callable[[dict[str, Any]], T]) -> None:
        self._store = store
        self._kind = kind
        self._values: dict[str, T] = {key: read(body) for key, body in store.load(kind)}

    def put(self, key: str, value: T) -> T:
        """Keep a value, in place of the one with the same key."""
        self._values[key] = value
        self._store.put(self._kind, key, asdict(value))  # type: ignore[call-overload]  # T is always a dataclass
        return value

    def get(self, key: str) -> T | None:
        """A value, or None."""
        return self._values.get(key)

    def remove(self, key: str) -> None:
        """Forget a value, if there is one."""
        self._values.pop(key, None)
        self._store.remove(self._kind, key)

    def __iter__(self) -> Iterator[T]:
        return iter(list(self._values.values()))

    def __len__(self) -> int:
        return len(self._values)
