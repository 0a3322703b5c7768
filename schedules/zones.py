"""Looks up in which zone newly known people's clocks run, a few at a tick."""

from __future__ import annotations

from collections.abc import Callable

from bot.ports import Directory, OpenWork, UnitOfWork, Workspaces

A_TICK = 10
"""As many accounts as are looked up at one tick: the platform counts every question."""


class Zones:
    """Asks the platform once a run for each account; of one that it will not tell of, the partnership's zone
    holds. `unknown` lists the accounts, `keep` notes what was found."""

    def __init__(
        self,
        workspaces: Workspaces,
        open_work: OpenWork,
        directory: Directory,
        unknown: Callable[[UnitOfWork], tuple[str, ...]],
        keep: Callable[[UnitOfWork, str, str | None], bool],
    ) -> None:
        self._workspaces = workspaces
        self._open_work = open_work
        self._directory = directory
        self._unknown = unknown
        self._keep = keep
        self._asked: set[str] = set()

    def look(self) -> None:
        """Look up the next few; the network is asked outside any transaction."""
        for workspace in self._workspaces.all():
            with self._open_work(workspace.id, read_only=True) as work:
                left = [one for one in self._unknown(work) if one not in self._asked][:A_TICK]
            self._asked.update(left)
            found = {account: zone for account in left if (zone := self._directory.zone_of(account))}
            if found:
                with self._open_work(workspace.id) as work:
                    for account, zone in found.items():
                        self._keep(work, account, zone)
