"""Backups of the record of these settings: made, looked at, and put back."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bot.ports import Clock
from leadline.audit_key import kept_audit_key
from leadline.config import Settings, SettingsError
from leadline.opening import make_room
from storage import schema
from storage.audit_chain import Fault
from storage.backup import making, restoring
from storage.backup.file import Heading, UnfitBackup
from storage.engine import open_engine, sqlite_file
from storage.repositories.audit import verify
from storage.run_lock import AlreadyRunning, run_lock


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup holds, or what was put back of one. `faults` are breaks of the record's audit chains;
    they are the record's own and hinder nothing. `has_key` is whether the audit key here is the record's."""

    heading: Heading
    rows: Mapping[str, int]
    has_key: bool
    faults: tuple[Fault, ...] = ()


def back_up(settings: Settings, file: Path, clock: Clock) -> Kept:
    """Write the whole record to a new file, read it again, and walk its audit chains. Raises
    `SettingsError` where that cannot be done."""
    database = sqlite_file(settings.database_url)
    if database is not None and not database.exists():
        raise SettingsError(f"{database} is not there, so there is no record to back up.")
    engine = open_engine(settings.database_url)
    try:
        making.back_up(engine, file, clock.now(), kept_audit_key(settings.audit_key_file) or b"")
        is_current = schema.current_revision(engine) == schema.newest_revision()
        return _kept(settings, file, verify(engine) if is_current else ())
    except UnfitBackup as unfit:
        raise SettingsError(_sentence(unfit)) from None
    finally:
        engine.dispose()


def look_at(settings: Settings, file: Path) -> Kept:
    """What a file is a backup of, read to its end. Raises `SettingsError` unless it is whole."""
    try:
        restoring.check(file)
        return _kept(settings, file, ())
    except UnfitBackup as unfit:
        raise SettingsError(_sentence(unfit)) from None


def restore(settings: Settings, file: Path, clock: Clock) -> Kept:
    """Put a backup into the database of the settings, which must hold nothing, and walk its audit chains.
    Raises `SettingsError`."""
    look_at(settings, file)
    make_room(settings)
    database = sqlite_file(settings.database_url)
    with ExitStack() as closing:
        try:
            if database is not None:
                closing.enter_context(run_lock(database))
            engine = open_engine(settings.database_url)
            closing.callback(engine.dispose)
            restoring.restore(engine, file, clock.now())
            return _kept(settings, file, verify(engine))
        except (UnfitBackup, AlreadyRunning) as unfit:
            raise SettingsError(_sentence(unfit)) from None


def _kept(settings: Settings, file: Path, faults: tuple[Fault, ...]) -> Kept:
    heading, held = restoring.check(file)
    key = kept_audit_key(settings.audit_key_file)
    return Kept(heading, held, key is not None and making.key_check(key) == heading.key_check, faults)


def _sentence(unfit: Exception) -> str:
    words = str(unfit)
    return words[:1].upper() + words[1:]
