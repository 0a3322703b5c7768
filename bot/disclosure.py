"""Everything the record holds on some actions, as it is given to somebody who asks under a right to know.

The values of a freedom-of-information answer: what was written, what was read in it, what became of it, what
was decided, and where it was published. Nothing is left out and nothing is judged here: an officer decides
what may be given, and is told whose names stand in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.partnership import PersonId
from bot.plan import Action, ActionId, PlanId

RequestId = NewType("RequestId", int)


class EntryKind(StrEnum):
    """What one entry tells of."""

    WRITTEN = "written"
    EDITED = "edited"
    DELETED = "deleted"
    READ = "read"
    MORE_TIME = "more_time"
    HELP = "help"
    CORRECTION = "correction"
    DECISION = "decision"
    REVISED = "revised"
    DIGEST = "digest"
    PACK = "pack"
    ERRATUM = "erratum"
    ASKED = "asked"
    HANDED_OVER = "handed_over"
    REFUSED = "refused"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on record of an action. `ref` is empty where it is about the whole plan.

    `words` are a person's own, exactly; `understood` what the bot read in them; `became` what came of it.
    """

    at: datetime
    kind: EntryKind
    ref: str
    who: str
    how: str = ""
    words: str = ""
    understood: str = ""
    became: str = ""


@dataclass(frozen=True, slots=True)
class RecordRequest:
    """That somebody asked for the record of these actions. While it is open nothing of theirs is deleted."""

    id: RequestId
    plan_id: PlanId
    action_ids: tuple[ActionId, ...]
    asked_at: datetime
    asked_by: PersonId | None
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still holds what it covers."""
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The whole answer. `asked` is the number as it was asked for; `people` everybody named in it."""

    request: RecordRequest
    plan_title: str
    asked: str
    refs: tuple[str, ...]
    entries: tuple[Entry, ...]
    people: tuple[str, ...]
    made_at: datetime
    chain_head: str

    def count(self, *kinds: EntryKind) -> int:
        """How many entries are of these kinds."""
        found = Counter(entry.kind for entry in self.entries)
        return sum(found[kind] for kind in kinds)


def covered(actions: Sequence[Action], ref: str) -> tuple[Action, ...]:
    """The actions that a number covers: its own, and every line under it ("2.7" covers 2.7a and 2.7 (i))."""
    own = re.compile(rf"{re.escape(ref.strip())}(?:\s*[a-z]|\s*\(.*\))?", re.IGNORECASE)
    return tuple(action for action in actions if own.fullmatch(action.ref))
