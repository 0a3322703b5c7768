"""Reading a foreign file apart: in a process of its own that may use only so much, and only so long.

Office files are unpacked and parsed by large libraries. Whatever a hostile one makes of them, it happens in
a child that holds no secret, has limits on its memory and its processor time, and is stopped when it is late.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.errors import PlanUnreadable
from bot.importing.rows import Cell, RawDocument, RawMeeting, RawRow, RawTable
from bot.phrases import files as sentences

_SECONDS = 30
_MEMORY = 700_000_000
_KEPT = ("PATH", "SYSTEMROOT", "TMPDIR", "LD_LIBRARY_PATH")
_REFUSED, _READ = "refused", "read"


def read_apart(name: str, content: bytes) -> RawDocument:
    """What `documents.files.parsed` makes of the content. Raises `PlanUnreadable` as that does.

    A child that dies, or is stopped for the memory or the time it takes, has been given no plan to read.
    """
    command = [sys.executable, "-m", "documents.apart", name]
    kept = {key: value for key in _KEPT if (value := os.environ.get(key))}
    # Where modules are found, and nothing else: the tokens in this process's environment stay here.
    environment = kept | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and a name that is only an argument
            command, input=content, capture_output=True, timeout=_SECONDS, check=False, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise PlanUnreadable(*sentences.takes_too_much()) from error
    if done.returncode != 0:
        raise PlanUnreadable(*sentences.takes_too_much())
    answer = json.loads(done.stdout)
    if answer[0] == _REFUSED:
        raise PlanUnreadable(answer[1], answer[2])
    return _from_json(answer[1])


def main() -> None:
    """The child: bytes in at standard input, a document as JSON out at standard output."""
    _limit()
    from documents.files import parsed

    try:
        answer: list[Any] = [_READ, _as_json(parsed(sys.argv[1], sys.stdin.buffer.read()))]
    except PlanUnreadable as refusal:
        answer = [_REFUSED, refusal.why, refusal.what_to_do]
    json.dump(answer, sys.stdout)


def _limit() -> None:
    """Take no more memory and processor time than any plan needs, where the system can see to that."""
    try:
        import resource
    except ImportError:  # not on Windows, where only the time is limited
        return
    for kind, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _as_json(document: RawDocument) -> dict[str, Any]:
    return {
        "name": document.name,
        "hidden_sheets": document.hidden_sheets,
        "tables": [
            {
                "name": table.name,
                "pages": table.has_pages,
                "page": table.is_page,
                "hidden": table.hidden,
                "uncomputed": table.uncomputed,
                "rows": [_row_as_json(row) for row in table.rows],
            }
            for table in document.tables
        ],
        "meetings": [
            [one.body, one.notes, one.series]
            + [
                day.isoformat() if day else None
                for day in (one.first_day, one.last_day, one.papers_due_on, one.briefing_on)
            ]
            for one in document.meetings
        ],
    }


def _row_as_json(row: RawRow) -> tuple[Any, ...]:
    cells = [cell if isinstance(cell, str) else {"day": cell.isoformat()} for cell in row.cells]
    return row.number, cells, sorted(row.spanned), dict(row.fills), row.block, row.level, row.place


def _from_json(said: Mapping[str, Any]) -> RawDocument:
    return RawDocument(
        said["name"],
        tuple(
            RawTable(
                table["name"],
                tuple(_row_from_json(row) for row in table["rows"]),
                table["pages"],
                table["page"],
                tuple(table["hidden"]),
                tuple((row, cell, formula) for row, cell, formula in table["uncomputed"]),
            )
            for table in said["tables"]
        ),
        tuple(_meeting_from_json(*one) for one in said["meetings"]),
        tuple(said["hidden_sheets"]),
    )


def _meeting_from_json(
    body: str, notes: str, series: str, first: str, last: str, papers: str | None, briefing: str | None
) -> RawMeeting:
    due, prepared = (date.fromisoformat(day) if day else None for day in (papers, briefing))
    return RawMeeting(body, date.fromisoformat(first), date.fromisoformat(last), notes, series, due, prepared)


def _row_from_json(said: Any) -> RawRow:
    number, cells, spanned, fills, block, level, place = said
    colours = {int(position): colour for position, colour in fills.items()}
    return RawRow(
        number, tuple(_cell(cell) for cell in cells), frozenset(spanned), colours, block, level, place
    )


def _cell(said: Any) -> Cell:
    return said if isinstance(said, str) else date.fromisoformat(said["day"])


if __name__ == "__main__":
    main()
