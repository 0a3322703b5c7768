"""A backup's file: compressed lines of JSON, each table under its name, sealed by counts and a checksum.

A file without its last line, or of which a byte was changed, is not a backup: nothing is taken from it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FORMAT = 1


class UnfitBackup(RuntimeError):
    """The file cannot be written, is not a whole backup, or is not for this database; the message says why
    and what to do."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a backup is of. `key_check` tells whether an audit key is the one the record was made with."""

    revision: str
    made_at: str
    kind: str
    key_check: str


@dataclass(frozen=True, slots=True)
class TableStart:
    """The rows that follow are of this table, their values in this order."""

    name: str
    columns: tuple[str, ...]


class Writer:
    """Writes one backup, from its heading to its seal."""

    def __init__(self, opened: gzip.GzipFile, heading: Heading) -> None:
        self._opened = opened
        self._sum = hashlib.sha256()
        self._rows: dict[str, int] = {}
        self._table = ""
        self._line({"leadline_backup": FORMAT, **asdict(heading)})

    def table(self, name: str, columns: Sequence[str]) -> None:
        """The rows that follow are of this table."""
        self._table = name
        self._rows[name] = 0
        self._line({"table": name, "columns": list(columns)})

    def row(self, values: Sequence[Any]) -> None:
        """One row of the table that was begun."""
        self._rows[self._table] += 1
        self._line(values)

    def seal(self) -> None:
        """Say how much there is, and its checksum: without this line the file is none."""
        self._line({"rows": self._rows, "sha256": self._sum.hexdigest()})

    def _line(self, content: object) -> None:
        line = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
        self._sum.update(line)
        self._opened.write(line)


@contextmanager
def new_file(path: Path, heading: Heading) -> Iterator[Writer]:
    """A backup to write, readable by this account alone. It has its name only once it is whole and on disk;
    until then it is beside it, as `.partial`. Raises `UnfitBackup` for a name that is taken."""
    if path.exists():
        raise UnfitBackup(f"{path} is there already. Give a new name; nothing was written.")
    partial = path.with_name(path.name + ".partial")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as refusal:
        raise UnfitBackup(f"{partial} could not be written ({refusal.strerror}).") from None
    try:
        with os.fdopen(descriptor, "wb") as raw:
            with gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as opened:
                writer = Writer(opened, heading)
                yield writer
                writer.seal()
            raw.flush()
            os.fsync(raw.fileno())
        contents(partial)
        partial.replace(path)
        _settle(path.parent)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def heading(path: Path) -> Heading:
    """What a file says it is a backup of. Raises `UnfitBackup`."""
    for line in _lines(path):
        return _heading(path, line)
    raise UnfitBackup(f"{path} is empty.")


def contents(path: Path) -> Mapping[str, int]:
    """How many rows of each table a whole file holds. Raises `UnfitBackup` for one that is not whole."""
    total, counts, table = hashlib.sha256(), dict[str, int](), ""
    seal: dict[str, Any] | None = None
    for number, line in enumerate(_lines(path)):
        if seal is not None:
            raise UnfitBackup(f"{path} goes on after its end. {_TAKE_ANOTHER}")
        content = _parsed(path, line)
        if number == 0:
            _heading(path, line)
        elif isinstance(content, list):
            counts[table] = counts.get(table, 0) + 1
        elif "table" in content:
            table = content["table"]
            counts[table] = 0
        else:
            seal = content
            continue
        total.update(line)
    if seal is None:
        raise UnfitBackup(f"{path} ends too early: it is part of a backup. {_TAKE_ANOTHER}")
    if seal != {"rows": counts, "sha256": total.hexdigest()}:
        raise UnfitBackup(f"{path} was changed or damaged: its checksum does not fit. {_TAKE_ANOTHER}")
    return counts


def rows(path: Path) -> Iterator[TableStart | list[Any]]:
    """What a whole file holds, in order: each table's start, then its rows."""
    for number, line in enumerate(_lines(path)):
        content = _parsed(path, line)
        if number == 0:
            continue
        if isinstance(content, list):
            yield content
        elif "table" in content:
            yield TableStart(content["table"], tuple(content["columns"]))


_TAKE_ANOTHER = "Nothing was changed; take another backup."


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path, "rb") as opened:
            yield from opened
    except (OSError, EOFError, zlib.error) as broken:
        raise UnfitBackup(f"{path} cannot be read as a backup ({broken}). {_TAKE_ANOTHER}") from None


def _parsed(path: Path, line: bytes) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        raise UnfitBackup(f"{path} was damaged, or is no backup. {_TAKE_ANOTHER}") from None


def _heading(path: Path, line: bytes) -> Heading:
    try:
        content = json.loads(line)
        if content.pop("leadline_backup") != FORMAT:
            raise UnfitBackup(f"{path} is of a newer release of Leadline. Restore it with that release.")
        return Heading(**content)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise UnfitBackup(f"{path} is no backup of Leadline. {_TAKE_ANOTHER}") from None


def _settle(folder: Path) -> None:
    """See that the new name itself is on disk, where the system can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
