"""A paper without a table: its lettered or numbered recommendations, each an action of the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.draft import Doubt, DoubtKind, DraftAction
from bot.importing.flow import ends_midway, joined, starts_midway
from bot.importing.meeting_tables import times_in
from bot.importing.rows import RawDocument, RawRow
from bot.importing.times import ReadTime
from bot.importing.waiting import waits_for
from bot.phrases import doubts as phrases
from bot.plan import ActionStatus
from bot.timescale import Timescale

_ANNOUNCED = re.compile(
    r"\brecommend(?:ed|ations?|s)?\b|\b(?:is|are) (?:asked|invited|requested) to\b"
    r"|\bdecisions? (?:required|sought)\b|\bactions? (?:required|requested|agreed)\b|\bresolved\b",
    re.IGNORECASE,
)
_NOT_ANNOUNCED = re.compile(r"\b(?:reasons?|background|progress|response|summary|options?)\b", re.IGNORECASE)
_ITEM = re.compile(r"[\s•·*–-]*\(?([A-Za-z]|\d{1,2}|[ivx]{1,4})[).]\s+(?=\S)")
_DECORATION = re.compile(r"\A[#\s•·*–-]+|\*\*|__")
_PROMISE = re.compile(
    r"\b(?:reports?|reviews?|updates?|papers?|evaluations?)\b[^.;]{0,60}?\b(?:in|by|for|during|on)\s+\Z",
    re.IGNORECASE,
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_LONGEST_ANNOUNCEMENT = 40
_LONGEST_TITLE = 6
_LINES_BETWEEN = 3
_FEWEST = 2


@dataclass(slots=True)
class _Item:
    row: int
    ref: str
    text: str


def recommendations_in(
    document: RawDocument, read: ReadTime
) -> tuple[tuple[DraftAction, ...], tuple[Doubt, ...]]:
    """The first list of recommendations of a paper as actions, with what is doubtful; () without one."""
    items = _first_list([row for table in document.tables for row in table.rows if not row.is_blank])
    refs = [item.ref for item in items]
    actions, doubts = [], []
    for item in items:
        due = _promised(item.text, read)
        waits = waits_for(item.text, item.ref, refs)
        actions.append(_action(item, due, waits))
        if due is not None:
            doubts.append(Doubt(item.row, DoubtKind.DATE_IN_TEXT, phrases.date_in_text(item.ref, due.words)))
        if waits:
            doubts.append(Doubt(item.row, DoubtKind.WAITS_FOR, phrases.waits_for(item.ref, waits)))
    if items:
        doubts.append(Doubt(items[0].row, DoubtKind.NO_LEAD, phrases.no_leads_recommended(len(items))))
    undated = tuple(action.ref for action in actions if action.timescale is None)
    if undated:
        doubts.append(Doubt(items[0].row, DoubtKind.NO_DATE, phrases.no_dates_recommended(undated)))
    return tuple(actions), tuple(doubts)


def _first_list(rows: Sequence[RawRow]) -> list[_Item]:
    """The first list below a line that announces it, as long as its letters follow each other."""
    for index, row in enumerate(rows):
        if not _is_announced(row):
            continue
        for first in range(index + 1, min(index + 1 + _LINES_BETWEEN, len(rows))):
            items = _items(rows[first:])
            if len(items) >= _FEWEST:
                return items
    return []


def _is_announced(row: RawRow) -> bool:
    words = row.text(row.filled[0])
    if len(row.filled) > 1 or len(words.split()) > _LONGEST_ANNOUNCEMENT or _NOT_ANNOUNCED.search(words):
        return False
    return bool(_ANNOUNCED.search(words)) and (
        len(words.split()) <= 6 or words.endswith((":", "to", "that", "–"))
    )


def _items(rows: Iterable[RawRow]) -> list[_Item]:
    items: list[_Item] = []
    for row in rows:
        words = " ".join(row.text(index) for index in row.filled)
        match = _ITEM.match(words)
        if match and _follows(match[1].casefold(), [item.ref for item in items]):
            items.append(_Item(row.number, match[1].casefold(), _plain(words[match.end() :])))
        elif items and (starts_midway(words) or ends_midway(items[-1].text)):
            items[-1].text = joined(items[-1].text, _plain(words))
        else:
            break
    return items


def _follows(mark: str, before: Sequence[str]) -> bool:
    """Whether a mark begins a list, or is the next of its kind."""
    if not before:
        return mark in ("a", "1", "i")
    if before[-1].isdigit():
        return mark == str(int(before[-1]) + 1)
    if before[0] == "i":
        return len(before) < len(_ROMAN) and mark == _ROMAN[len(before)]
    return len(before[-1]) == 1 and mark == chr(ord(before[-1]) + 1)


def _plain(words: str) -> str:
    """The words without the marks of bold type and bullets that a text file shows."""
    return " ".join(_DECORATION.sub("", words).split())


def _promised(text: str, read: ReadTime) -> Timescale | None:
    """When a report, a review or an update that the text promises is due; None for any other time in it."""
    found = [time for start, time in times_in(text, read) if _PROMISE.search(text[:start])]
    return found[0] if len(found) == 1 else None


def _action(item: _Item, due: Timescale | None, waits: tuple[str, ...]) -> DraftAction:
    return DraftAction(
        ref=item.ref,
        theme=None,
        recommendation="",
        text=item.text,
        leads=(),
        timescale=due,
        status=ActionStatus.NOT_STARTED,
        status_text="",
        rag=None,
        comments="",
        outcome="",
        row=item.row,
        waits_for=waits,
    )
