"""What a plan's own status words mean, learnt from how its lines were read.

Most words a plan prints need no learning: the language hears them the same way, and with more care (it
knows "a closed meeting" from "closed"). Learnt are the others, and the cells that a plan prints again and
again ("Delivered – monitoring"): what stands once is a remark, what recurs is a status.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from bot.conventions import LocalWord, word_key
from bot.draft import DraftAction
from bot.importing.line import Line
from bot.importing.standings import leading_status, status_of
from bot.language import understand
from bot.language.reading import ActionInPlan, Context, Outcome, PlanInView, Progress, ReadUpdate
from bot.plan import ActionStatus
from bot.rag import Rag

MEANINGS: Final[dict[ActionStatus, Progress]] = {
    ActionStatus.NOT_STARTED: Progress.NOT_STARTED,
    ActionStatus.IN_PROGRESS: Progress.ON_TRACK,
    ActionStatus.CLAIMED_DONE: Progress.COMPLETE,
    ActionStatus.COMPLETE: Progress.COMPLETE,
    ActionStatus.ON_HOLD: Progress.ON_HOLD,
    ActionStatus.WITHDRAWN: Progress.WITHDRAWN,
}
"""What a lead says who says a plan's word of this state."""

EVERYDAY: Final = frozenset(
    {
        "held",
        "in hand",
        "met",
        "n",
        "new",
        "no",
        "no action yet",
        "no progress",
        "not accepted",
        "not due",
        "not yet due",
        "open",
        "outstanding",
        "pending",
        "planned",
        "rejected",
        "removed",
        "scheduled",
        "to do",
        "to start",
        "y",
        "yes",
    }
)
"""Statuses in a column that are everyday words in a sentence: "the café will open", "workshop held"."""

_LONGEST = 6
_ONE_ACTION: Final = Context(plans=(PlanInView("", (ActionInPlan("1", ""),)),), asked=("1",))
_NOTHING_HEARD: Final = ReadUpdate(Outcome.NOT_UNDERSTOOD, None)


def learnt_words(lines: Iterable[Line], actions: Iterable[DraftAction], today: date) -> tuple[LocalWord, ...]:
    """The plan's own words with what each means, as first printed."""
    printed: dict[str, tuple[str, ActionStatus]] = {}
    for words, status in _standing(tuple(zip(lines, actions, strict=True))):
        printed.setdefault(word_key(words), (words, status))
    meanings = [(words, _meaning(words, status, today)) for words, status in printed.values()]
    return tuple((words, meaning) for words, meaning in meanings if meaning is not None)


def _standing(plan: tuple[tuple[Line, DraftAction], ...]) -> Iterator[tuple[str, ActionStatus]]:
    """Every wording of a status, once for each line it stands in."""
    rows: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for line, _ in plan:
        rows[word_key(line.status)].add((line.sheet, line.row))
    for line, action in plan:
        if status_of(action.status_text) is not None:
            yield " ".join(action.status_text.split()), action.status
        if _is_a_status(line.status) and len(rows[word_key(line.status)]) > 1:
            yield " ".join(line.status.split()), action.status


def _is_a_status(cell: str) -> bool:
    """Whether a cell is more than a known status word, and short enough to be a status if it recurs."""
    is_known = status_of(cell) is not None or not leading_status(cell)[0]
    return not is_known and len(cell.split()) <= _LONGEST and not re.search(r"\d", cell)


def _meaning(words: str, status: ActionStatus, today: date) -> Progress | None:
    """What has to be learnt of these words: nothing, where the language would hear it anyway.

    Work that is under way is only "on track" in words that sound like it: "some progress" is not.
    """
    if word_key(words) in EVERYDAY:
        return None
    meaning = MEANINGS[status]
    heard = _heard(words, today)
    if status is ActionStatus.IN_PROGRESS and heard.rag_implied is not Rag.GREEN:
        return None
    return None if heard.progress is meaning and status_of(words) is not None else meaning


def _heard(words: str, today: date) -> ReadUpdate:
    """What the language makes of the words when they are all that is said."""
    updates = understand(words, today, _ONE_ACTION).updates
    return updates[0] if updates else _NOTHING_HEARD
