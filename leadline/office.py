"""The record as the terminal uses it: one workspace, opened and closed around a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import typer

from bot.partnership import Partnership, Platform, Workspace
from bot.ports import UnitOfWork
from leadline.app import SystemClock
from leadline.config import load_settings
from leadline.opening import open_record
from storage.record import Record


@dataclass(frozen=True, slots=True)
class Office:
    """An open record and the one workspace the terminal works on."""

    record: Record
    workspace: Workspace

    def work(self, *, read_only: bool = False) -> AbstractContextManager[UnitOfWork]:
        """A unit of work on the workspace."""
        return self.record.open_work(self.workspace.id, read_only=read_only)


@contextmanager
def open_office() -> Iterator[Office]:
    """Open the record of the settings. A database of another revision stops with what to run."""
    record = open_record(load_settings(), SystemClock())
    try:
        yield Office(record, _the_workspace(record))
    finally:
        record.close()


def the_partnership(work: UnitOfWork, name: str | None) -> Partnership:
    """The partnership of this name, or the only one. Stops with the names there are."""
    known = work.partnerships.all()
    if name is None and len(known) == 1:
        return known[0]
    found = work.partnerships.named(name) if name else None
    if found is None:
        names = ", ".join(f"“{one.name}”" for one in known) or "none: bring a plan in with `leadline import`"
        raise typer.BadParameter(f"Which partnership? There is {names}.")
    return found


def check_live(work: UnitOfWork) -> None:
    """Stop with what to type while every plan is a draft, which shows nothing and asks nobody."""
    if not work.plans.live():
        typer.echo(
            'No plan is live yet. Next: leadline import FILE, then leadline go-live "Its partnership".'
        )
        raise typer.Exit(1)


def _the_workspace(record: Record) -> Workspace:
    """The one workspace of this record. Before Slack was ever reached it has no identity yet."""
    known = record.workspaces.all()
    if len(known) > 1:
        names = ", ".join(one.name or one.external_id for one in known)
        raise typer.BadParameter(f"this record serves several workspaces ({names}); use the chat instead.")
    return known[0] if known else record.workspaces.of(Platform.SLACK, "")
