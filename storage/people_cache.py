"""Who is who, kept between units of work: people, accounts, partnerships and meetings, posts, absences.

All of it is asked for with every message, and changes a few times a week. It is kept under the workspace's
`people_version`, which every unit of work that writes such a row raises in its own transaction, so that
every process sees it (`storage.plan_writes`). A unit of work reads the version when it begins; once it has
written such a row itself, it reads from the database.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from threading import Lock
from typing import Any, Final, TypeVar

from sqlalchemy.orm import Session

from bot.plan import ActionPlan
from storage.plan_writes import PLAN_WRITES

_T = TypeVar("_T")

Dress = Callable[[Sequence[ActionPlan]], Sequence[ActionPlan]]

Shelf = dict[tuple[object, ...], Any]
"""What has been read at one version, by what was asked."""

_DRESSED: Final = "plan with people"

SHELF: Final = "kept_people"
"""Where a session's `info` holds the shelf of its workspace, as it stood when the unit of work began."""


class PeopleCache:
    """The newest shelf of each workspace."""

    def __init__(self) -> None:
        self._shelves: dict[int, tuple[int, Shelf]] = {}
        self._lock = Lock()

    def shelf(self, workspace_id: int, version: int) -> Shelf:
        """What is kept at this version. Who began before a newer one was seen keeps to themselves."""
        with self._lock:
            newest, shelf = self._shelves.get(workspace_id, (-1, {}))
            if version == newest:
                return shelf
            mine: Shelf = {}
            if version > newest:
                self._shelves[workspace_id] = (version, mine)
            return mine


def read_once(session: Session, question: tuple[object, ...], read: Callable[[], _T]) -> _T:
    """What is kept as the answer, else what is read now, which is then kept; None is not. Answers are shared
    between threads, so they must be values that nobody changes."""
    shelf: Shelf | None = session.info.get(SHELF)
    if shelf is None or _has_written(session):
        return read()
    answer: _T = shelf.get(question)  # type: ignore[assignment]  # the question says what its answer is
    if answer is None:
        answer = read()
        if answer is not None:
            shelf[question] = answer
    return answer


def with_people(
    session: Session, plans: Sequence[ActionPlan], day_of: Callable[[ActionPlan], date], dress: Dress
) -> tuple[ActionPlan, ...]:
    """The plans with who holds a post and stands in for whom on their day, worked out anew only for those
    that were kept for another day, or were read anew themselves."""
    shelf: Shelf = session.info.get(SHELF, {}) if not _has_written(session) else {}
    found: dict[int, ActionPlan] = {}
    for plan in plans:
        was, day, dressed = shelf.get((_DRESSED, plan.id), (None, None, None))
        if was is plan and day == day_of(plan):
            found[plan.id] = dressed
    missing = [plan for plan in plans if plan.id not in found]
    for plan, dressed in zip(missing, dress(missing) if missing else (), strict=True):
        shelf[_DRESSED, plan.id] = (plan, day_of(plan), dressed)
        found[plan.id] = dressed
    return tuple(found[plan.id] for plan in plans)


def _has_written(session: Session) -> bool:
    """Whether this unit of work has changed who is who itself; what waits to be flushed is flushed first."""
    if session.new or session.dirty or session.deleted:
        session.flush()
    return bool(session.info[PLAN_WRITES].is_of_people)
