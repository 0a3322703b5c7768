"""Tables of meetings: each body's date with the day its papers are due, several days of one round apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.draft import DraftMeeting
from bot.importing.rows import RawRow, as_text
from bot.importing.times import ReadTime
from bot.timescale import Timescale

_PAPERS = re.compile(r"\b(?:papers?|agenda|deadline|circulat\w+|submission)\b", re.IGNORECASE)
_BODY = re.compile(r"\b(?:meetings?|board|body|committee|group|forum|partnership)\b", re.IGNORECASE)
_MEETING = re.compile(r"meetings?", re.IGNORECASE)
_DATE = re.compile(r"\b(?:dates?|when|day)\b", re.IGNORECASE)
_NO_MEETING = re.compile(
    r"\b(?:actions?|leads?|owners?|tasks?|status|rag|recommendations?|agreed|raised|updated|objectives?)\b",
    re.IGNORECASE,
)
_BRIEFING = re.compile(r"\b(?:briefing|pre-?meet(?:ing)?)\b", re.IGNORECASE)
_LONGEST = 45
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?:19|20)\d\d)"
_TIME = re.compile(
    rf"(?:{_WEEKDAY})?(?:{_MONTH}\s+{_DAY}(?!\d){_YEAR}?|{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}?|{_MONTH}{_YEAR}"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2})(?!\w)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\d{1,2}[.:]\d\d(?:\s*[ap]m)?(?:\s*[–—-]\s*\d{1,2}[.:]\d\d(?:\s*[ap]m)?)?|\d{1,2}\s*[ap]m", re.I
)


@dataclass(frozen=True, slots=True)
class MeetingHeading:
    """Where a table of meetings names the body, the day and the day its papers are due; None for nowhere."""

    body: int | None
    on: int
    papers: int | None


@dataclass(frozen=True, slots=True)
class MeetingsRead:
    """What a row of such a table holds. `left` are words of it that found no place in a meeting."""

    meetings: tuple[DraftMeeting, ...] = ()
    left: str = ""


def meeting_heading(row: RawRow) -> MeetingHeading | None:
    """The row read as the heading of a table of meetings: a date, and papers due or a body beside it."""
    words = {index: row.text(index) for index in row.filled}
    if len(words) < 2 or any(len(text) > _LONGEST or _NO_MEETING.search(text) for text in words.values()):
        return None
    papers = next((i for i, text in words.items() if _PAPERS.search(text)), None)
    dates = [i for i, text in words.items() if i != papers and _DATE.search(text)]
    if not dates and papers is not None:
        dates = [i for i, text in words.items() if i != papers and _MEETING.fullmatch(text)]
    bodies = [i for i, text in words.items() if i != papers and i not in dates[:1] and _BODY.search(text)]
    if not dates or (papers is None and not bodies):
        return None
    blank = next((i for i in range(len(row.cells)) if i not in words and i < dates[0]), None)
    return MeetingHeading(bodies[0] if bodies else blank, dates[0], papers)


def meetings_in_row(row: RawRow, heading: MeetingHeading, body: str, read: ReadTime) -> MeetingsRead:
    """The meetings a row names; `body` is whose they are where the row does not say."""
    named = row.text(heading.body) if heading.body is not None else ""
    name = named or body
    papers = _time(row.text(heading.papers), read) if heading.papers is not None else None
    on = row.cells[heading.on] if heading.on < len(row.cells) else ""
    days = [(time, _part(after)) for time, after in _times(as_text(on), read)]
    if not days or not name:
        return MeetingsRead(left=_everything(row))
    briefing = next((time for time, part in days if _BRIEFING.search(part)), None) if len(days) > 1 else None
    decided = [(time, part) for time, part in days if time is not briefing]
    meetings = tuple(
        DraftMeeting(name, time, papers, row.number, part if len(decided) > 1 else "", briefing)
        for time, part in decided
    )
    own = (
        {heading.body, heading.on, heading.papers}
        if papers or heading.papers is None
        else {heading.body, heading.on}
    )
    left = [row.text(index) for index in row.filled if index not in own]
    left += [part for _, part in days if part and len(days) == 1]
    return MeetingsRead(meetings, " ".join(left))


def meetings_in_words(text: str, row: int, read: ReadTime) -> tuple[DraftMeeting, ...]:
    """Meetings that a line announces: "Open meeting Weds June 9th 2004 2.00 – 3.30 Hemsley House"."""
    found = []
    for line in text.splitlines():
        match = re.search(r"\b((?:\w+\s+){0,3}meeting)\b[\s:–-]*", line, re.IGNORECASE)
        times = _times(line[match.end() :], read) if match else []
        if (
            match
            and len(times) == 1
            and not line[match.end() : match.end() + 40].lower().startswith("of the")
        ):
            found.append(DraftMeeting(match[1].strip(), times[0][0], None, row))
    return tuple(found)


def _everything(row: RawRow) -> str:
    return " ".join(row.text(index) for index in row.filled)


def _time(words: str, read: ReadTime) -> Timescale | None:
    times = _times(words, read)
    return times[0][0] if times else None


def times_in(words: str, read: ReadTime) -> tuple[tuple[int, Timescale], ...]:
    """Each time the words state, with where it begins; clock times are none."""
    found = []
    for match in _TIME.finditer(words):
        plain = re.sub(rf"\A{_WEEKDAY}", "", match.group(), flags=re.IGNORECASE)
        time = read(plain) or read(match.group())
        if time is not None:
            found.append((match.start(), time.in_words(match.group())))
    return tuple(found)


def _times(words: str, read: ReadTime) -> list[tuple[Timescale, str]]:
    """Each time in the words with what stands between it and the next."""
    plain = " ".join(words.split())
    found = times_in(plain, read)
    ends = [*(start for start, _ in found), len(plain)][1:]
    return [
        (time, plain[start + len(time.words) : end]) for (start, time), end in zip(found, ends, strict=True)
    ]


def _part(words: str) -> str:
    """What a day of a round is called: "Briefing"; clock times left out."""
    return _CLOCK.sub("", words).strip(" ,;:()–—-/&")
