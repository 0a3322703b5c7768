"""Live plans kept between units of work, for as long as nothing has been written.

A plan of ten thousand actions takes seconds to load and a moment to ask "has anything happened?". What has
happened is told by the ends of the workspace's audit chains, since every change is audited with it: that
holds whoever made the change. Writes of this process that touch a plan's rows are noticed besides, so that
not even an unaudited one is missed here.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime
from threading import Lock
from typing import Any, Final

from bot.past import Past
from bot.plan import ActionPlan

Stamp = tuple[Any, ...]

MOST_ACTIONS: Final = 40_000
"""As many actions as are kept, over all workspaces; what has not been asked for longest is forgotten."""

MOST_PASTS: Final = 8
"""As many looks back are kept: the last papers and the last digest of a few plans."""

PLAN_TABLES: Final = frozenset(
    {
        *("plan", "theme", "action", "action_lead", "date_move", "local_word"),
        *("person", "person_organisation", "organisation", "action_change"),
    }
)
"""The tables whose rows a plan is made of."""


class PlanCache:
    """The live plans of each workspace under the stamp they were read at."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[Stamp, tuple[ActionPlan, ...]]] = OrderedDict()
        self._pasts: OrderedDict[tuple[int, int, datetime], tuple[Stamp, Past]] = OrderedDict()
        self._generation = 0
        self._lock = Lock()

    @property
    def generation(self) -> int:
        """How often something has been written here; part of every stamp."""
        return self._generation

    def find(self, workspace_id: int, stamp: Stamp) -> tuple[ActionPlan, ...] | None:
        """The plans as they were read at this stamp, if they are still kept."""
        with self._lock:
            held = self._kept.get(workspace_id)
            if held is None or held[0] != stamp:
                return None
            self._kept.move_to_end(workspace_id)
            return held[1]

    def keep(self, workspace_id: int, stamp: Stamp, plans: tuple[ActionPlan, ...]) -> None:
        """Keep plans that were read after their stamp was."""
        with self._lock:
            self._kept[workspace_id] = (stamp, plans)
            self._kept.move_to_end(workspace_id)
            while sum(len(plan.actions) for _, held in self._kept.values() for plan in held) > MOST_ACTIONS:
                self._kept.popitem(last=False)

    def find_past(self, key: tuple[int, int, datetime], stamp: Stamp) -> Past | None:
        """What was read as recorded of a plan since an instant, if nothing has happened meanwhile."""
        with self._lock:
            held = self._pasts.get(key)
            return held[1] if held is not None and held[0] == stamp else None

    def keep_past(self, key: tuple[int, int, datetime], stamp: Stamp, past: Past) -> None:
        """Keep what was read after its stamp was."""
        with self._lock:
            self._pasts[key] = (stamp, past)
            self._pasts.move_to_end(key)
            while len(self._pasts) > MOST_PASTS:
                self._pasts.popitem(last=False)

    def written(self) -> None:
        """Say that rows of a plan were written and committed."""
        with self._lock:
            self._generation += 1
