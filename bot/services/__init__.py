"""The use cases, one a module. A service takes a unit of work and returns a value; it never commits,
renders or sends. What the adapters need of them is gathered in `Services`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.language.reading import Reading
from bot.picture_pass import PicturePass
from bot.ports import Clock, Files, Inbox, OpenWork, Wake, Workspaces


def _count_nothing(_: Reading) -> None:
    """Where nobody asks how well messages are understood."""


@dataclass(frozen=True, slots=True)
class Services:
    """What an adapter is given: how to open a unit of work, what time it is, how to wake the workers, how to
    read a file, whom to tell how a message was read, without its words, and, where the platform can fetch
    pictures from us, the address of one."""

    open_work: OpenWork
    workspaces: Workspaces
    inbox: Inbox
    clock: Clock
    wake: Wake
    files: Files
    count_reading: Callable[[Reading], None] = _count_nothing
    picture_address: Callable[[PicturePass], str] | None = None
