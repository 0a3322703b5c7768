"""How a line of the plan stands, from all the cells that may say so; unknown words become comments."""

from __future__ import annotations

from dataclasses import dataclass

from bot.draft import Doubt, DoubtKind
from bot.importing.line import Line
from bot.importing.standings import colour_state, is_no_colour, leading_status, rag_of, status_of
from bot.phrases import doubts as phrases
from bot.plan import ActionStatus
from bot.rag import Rag


@dataclass(frozen=True, slots=True)
class Stands:
    """A line's state, the plan's own word for it, its colour, and remarks that belong to its comments."""

    status: ActionStatus
    status_text: str
    rag: Rag | None
    remarks: tuple[str, ...]
    doubts: tuple[Doubt, ...]


def standing_of(line: Line, ref: str) -> Stands:
    """The state the line's cells give: status, else remark, else date, else completion, else colour."""
    remarks: list[str] = []
    doubts: list[Doubt] = []
    rag = rag_of(line.rag)
    state = colour_state(line.rag)
    if rag is None and state is None and not is_no_colour(line.rag):
        remarks.append(line.rag)
        doubts.append(line.doubt(DoubtKind.UNKNOWN_STATUS, phrases.unknown_colour(ref, line.rag), ref))
    words, rest = _words(line)
    status = status_of(words) if words else None
    if words and status is None and rag_of(words) is not None and rag is None:
        rag, words = rag_of(words), ""
    elif words and status is None:
        remarks.append(words)
        doubts.append(line.doubt(DoubtKind.UNKNOWN_STATUS, phrases.unknown_status(ref, words), ref))
        words = ""
    if rest:
        remarks.append(rest)
    if line.due.status_words and status is None:
        words, status, doubt = _from_date(line, ref)
        doubts.append(doubt)
    elif line.due.status_words:
        remarks.append(f"Timescale: {line.due.words}")
    if status is None and line.completed.times:
        status = ActionStatus.COMPLETE
    elif status is None and state is not None:
        words, status = words or (line.rag if len(line.rag) > 1 else ""), state
    return Stands(status or ActionStatus.NOT_STARTED, words, rag, tuple(remarks), tuple(doubts))


def _words(line: Line) -> tuple[str, str]:
    """The status words of the line's status cell, and the rest that is a remark."""
    if line.status and status_of(line.status) is None and rag_of(line.status) is None:
        words, rest = leading_status(line.status)
        return (words, rest) if words else (line.status, line.remark)
    if line.status:
        return line.status, line.remark
    return leading_status(line.remark)


def _from_date(line: Line, ref: str) -> tuple[str, ActionStatus, Doubt]:
    """A status that stands in the date's cell: taken, "done" only as said, and always asked about."""
    words = line.due.status_words
    status = _AS_SAID.get(found := _known(words), found)
    due = f"due {line.due.times[0].words}" if line.due.times else "no date"
    message = phrases.status_in_date(ref, line.due.words, f"{due}, {_READINGS[status]}")
    return words, status, line.doubt(DoubtKind.STATUS_IN_DATE, message, ref)


def _known(words: str) -> ActionStatus:
    """The status of words that were found in a date's cell because they are known."""
    status = status_of(words)
    assert status is not None  # noqa: S101 - the words come from the same table
    return status


_AS_SAID = {ActionStatus.COMPLETE: ActionStatus.CLAIMED_DONE}


_READINGS = {
    ActionStatus.NOT_STARTED: "not started",
    ActionStatus.IN_PROGRESS: "in progress",
    ActionStatus.CLAIMED_DONE: "reported done",
    ActionStatus.ON_HOLD: "on hold",
    ActionStatus.WITHDRAWN: "withdrawn",
}
