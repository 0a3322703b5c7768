"""Live and closed plans kept between units of work, each partnership's until something is written to them.

A plan of ten thousand actions takes seconds to load and a moment to ask "has anything happened?". What has
happened is told by the end of the partnership's audit chain, since every change is audited on it, and by the
workspace's count of writes that are of no one partnership (`storage.plan_writes`): that holds whoever made
the change. An event on the chain that wrote nothing of a plan carries the plans over to the chain's new end.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from datetime import datetime
from threading import Lock
from typing import Final

from bot.past import Past
from bot.plan import ActionPlan, PlanState

ChainEnd = tuple[int, str]
"""The number and the hash of an audit chain's last event."""

Stamp = tuple[int, ChainEnd]
"""The workspace's count of writes of no one partnership, and the end of the partnership's chain."""

_Key = tuple[int, PlanState]

MOST_ACTIONS: Final = 40_000
"""As many actions as are kept, over all workspaces; what has not been asked for longest is forgotten."""

MOST_PASTS: Final = 8
"""As many looks back are kept: the last papers and the last digest of a few plans."""


class PlanCache:
    """The live and the closed plans of each partnership under the stamp they were read at."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, tuple[Stamp, tuple[ActionPlan, ...]]] = OrderedDict()
        self._actions = 0
        self._pasts: OrderedDict[tuple[int, datetime], tuple[Stamp, Past]] = OrderedDict()
        self._lock = Lock()

    def find(
        self, stamps: Mapping[int, Stamp], state: PlanState = PlanState.LIVE
    ) -> dict[int, tuple[ActionPlan, ...]]:
        """The plans of this state of those partnerships that were read at these stamps and are still kept."""
        with self._lock:
            found = {
                partnership_id: held[1]
                for partnership_id, stamp in stamps.items()
                if (held := self._kept.get((partnership_id, state))) is not None and held[0] == stamp
            }
            for partnership_id in found:
                self._kept.move_to_end((partnership_id, state))
            return found

    def keep(
        self,
        partnership_id: int,
        stamp: Stamp,
        plans: tuple[ActionPlan, ...],
        state: PlanState = PlanState.LIVE,
    ) -> None:
        """Keep a partnership's plans of this state that were read after their stamp was."""
        with self._lock:
            before = self._kept.pop((partnership_id, state), None)
            self._actions += _size(plans) - (_size(before[1]) if before else 0)
            self._kept[partnership_id, state] = (stamp, plans)
            while self._actions > MOST_ACTIONS:
                self._actions -= _size(self._kept.popitem(last=False)[1][1])

    def carry(self, partnership_id: int, was: ChainEnd, now: ChainEnd) -> None:
        """Say that between these two ends of its chain nothing of a partnership's plans was written."""
        with self._lock:
            for state in PlanState:
                held = self._kept.get((partnership_id, state))
                if held is not None and held[0][1] == was:
                    self._kept[partnership_id, state] = ((held[0][0], now), held[1])

    def find_past(self, key: tuple[int, datetime], stamp: Stamp) -> Past | None:
        """What was read as recorded of a plan since an instant, if nothing has happened meanwhile."""
        with self._lock:
            held = self._pasts.get(key)
            return held[1] if held is not None and held[0] == stamp else None

    def keep_past(self, key: tuple[int, datetime], stamp: Stamp, past: Past) -> None:
        """Keep what was read after its stamp was."""
        with self._lock:
            self._pasts[key] = (stamp, past)
            self._pasts.move_to_end(key)
            while len(self._pasts) > MOST_PASTS:
                self._pasts.popitem(last=False)


def _size(plans: Iterable[ActionPlan]) -> int:
    return sum(len(plan.actions) for plan in plans)
