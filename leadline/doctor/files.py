"""The files the bot rests on: who else may read them, and whether they are what they should be."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from leadline.audit_key import kept_audit_key
from leadline.config import Settings, SettingsError
from leadline.doctor.finding import Finding, look, mend, right
from storage.engine import sqlite_file

OTHERS = stat.S_IRWXG | stat.S_IRWXO

NETWORK_FILE_SYSTEMS = frozenset(
    {
        "afs",
        "ceph",
        "cifs",
        "fuse.glusterfs",
        "fuse.s3fs",
        "fuse.sshfs",
        "lustre",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
    }
)
"""File systems on which SQLite's locks cannot be trusted."""

MOUNTS = Path("/proc/mounts")


def files(settings: Settings, env_file: Path) -> Iterator[Finding]:
    """The settings' file, the audit key, and the database where it is a file."""
    yield _env(env_file)
    database = sqlite_file(settings.database_url)
    if database is not None:
        yield _private("database file", database, "it is made when it is first needed")
        yield _local(database)
    yield _audit_key(settings.audit_key_file)


def audit_key_found(file: Path, events: int) -> Finding | None:
    """A record with history whose key is gone cannot be continued: the words of new events would be hashed
    with another."""
    if file.exists() or not events:
        return None
    return mend(
        "audit key",
        f"{file} is not there, and the record has {events} events that were made with it. Put it back from "
        "the backup, or set LEADLINE_AUDIT_KEY_FILE to where it lies.",
    )


def file_system(path: Path, mounts: str) -> str:
    """The kind of file system a path lies on, by the text of /proc/mounts; empty where that does not say."""
    found = ("", "")
    for line in mounts.splitlines():
        _, place, kind, *_rest = [*line.split(" "), "", "", ""]
        place = place.replace("\\040", " ")
        if place and path.is_relative_to(place) and len(place) >= len(found[0]):
            found = (place, kind)
    return found[1]


def _env(file: Path) -> Finding:
    if not file.is_file():
        return right("settings", f"from the environment; there is no {file}")
    return right("settings", f"from the environment and {file}, which no other account may read")


def _audit_key(file: Path) -> Finding:
    finding = _private("audit key", file, "it is made when it is first needed")
    try:
        kept_audit_key(file)
    except SettingsError as no_key:
        return mend("audit key", str(no_key))
    return finding


def _private(subject: str, file: Path, when_missing: str) -> Finding:
    if not file.exists():
        return right(subject, f"{file}: {when_missing}")
    if not os.access(file, os.R_OK | os.W_OK):
        return mend(subject, f"{file} cannot be read and written by this account. Type: chown {_me()} {file}")
    folder = file.resolve().parent
    if (
        os.name == "posix"
        and file.stat().st_mode & OTHERS
        and folder.stat().st_mode & (stat.S_IXGRP | stat.S_IXOTH)
    ):
        return mend(subject, f"{file} may be read by other accounts. Type: chmod 600 {file}")
    return right(subject, f"{file}, which no other account may read")


def _local(database: Path) -> Finding:
    try:
        kind = file_system(database.resolve(), MOUNTS.read_text(encoding="utf-8"))
    except OSError:
        kind = ""
    if kind in NETWORK_FILE_SYSTEMS:
        return mend(
            "disk",
            f"{database} lies on a network share ({kind}), where locks do not hold. Move it to a local disk.",
        )
    if not kind:
        return look("disk", f"whether {database} lies on a local disk cannot be told here; it must.")
    return right("disk", f"{database} lies on a local disk ({kind})")


def _me() -> str:
    return str(os.getuid()) if os.name == "posix" else "you"
