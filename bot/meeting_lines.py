"""Meetings as an officer types them, one a line: "14 Oct 2026, papers 4 Oct 2026"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.timescale import Precision, Timescale

_PAPERS = re.compile(r"[\s,;:(–-]*\bpapers?(?:\s+(?:are\s+)?due)?(?:\s+(?:on|by))?[\s:]+", re.IGNORECASE)

_BODY = re.compile(
    r"(?:the\s+)?(?P<body>(?:[^\W\d_][\w'’-]*\s+){0,3}(?:board|committee|meeting|group|forum|cabinet|panel))"
    r"\s*[,:]?\s+(?:(?:is\s+)?on\s+)?(?P<day>.+)",
    re.IGNORECASE,
)

ReadTime = Callable[[str], Timescale | None]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting to put in the calendar; `papers_due` is None where the line gives none, and `body` empty
    where it does not say whose meeting it is."""

    on: Timescale
    papers_due: date | None
    body: str = ""


def read_meeting_lines(text: str, read: ReadTime) -> tuple[MeetingLine, ...] | str:
    """Every line as a meeting; or the first line that is none, as it was typed."""
    found = []
    for line in filter(None, (one.strip(" .;•-–") for one in text.splitlines())):
        meets, *papers = _PAPERS.split(line, maxsplit=1)
        body, on = _body_and_day(meets.strip(" ,;"), read)
        due = read(papers[0].strip(" ,;)")) if papers else None
        is_day = due is not None and due.precision is Precision.DAY
        if on is None or on.precision not in (Precision.DAY, Precision.MONTH) or (papers and not is_day):
            return line
        found.append(MeetingLine(on, due.end if due is not None else None, body))
    return tuple(found)


def _body_and_day(words: str, read: ReadTime) -> tuple[str, Timescale | None]:
    """ "Programme Board, Wed 14 Oct" as the body and the day; a line may begin with the day at once."""
    if (on := read(words)) is not None:
        return "", on
    named = _BODY.match(words)
    body = named["body"].strip() if named else ""
    return (f"{body[:1].upper()}{body[1:]}", read(named["day"])) if named else ("", None)
