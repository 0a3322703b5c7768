"""Meetings as an officer types them, one a line: "14 Oct 2026, papers 4 Oct 2026"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.timescale import Precision, Timescale

_PAPERS = re.compile(r"[\s,;:(–-]*\bpapers?(?:\s+(?:are\s+)?due)?(?:\s+(?:on|by))?[\s:]+", re.IGNORECASE)

ReadTime = Callable[[str], Timescale | None]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting to put in the calendar; `papers_due` is None where the line gives none."""

    on: Timescale
    papers_due: date | None


def read_meeting_lines(text: str, read: ReadTime) -> tuple[MeetingLine, ...] | str:
    """Every line as a meeting; or the first line that is none, as it was typed."""
    found = []
    for line in filter(None, (one.strip(" .;•-–") for one in text.splitlines())):
        meets, *papers = _PAPERS.split(line, maxsplit=1)
        on = read(meets.strip(" ,;"))
        due = read(papers[0].strip(" ,;)")) if papers else None
        is_day = due is not None and due.precision is Precision.DAY
        if on is None or on.precision not in (Precision.DAY, Precision.MONTH) or (papers and not is_day):
            return line
        found.append(MeetingLine(on, due.end if due is not None else None))
    return tuple(found)
