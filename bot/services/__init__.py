"""The use cases, one a module. A service takes a unit of work and returns a value; it never commits,
renders or sends. What the adapters need of them is gathered in `Services`."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ports import Clock, Files, Inbox, OpenWork, Wake, Workspaces


@dataclass(frozen=True, slots=True)
class Services:
    """What an adapter is given: how to open a unit of work, what time it is, how to wake the workers, and
    how to read a file."""

    open_work: OpenWork
    workspaces: Workspaces
    inbox: Inbox
    clock: Clock
    wake: Wake
    files: Files
