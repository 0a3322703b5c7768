"""The key of the audit's hashes: made once, whoever starts first, and never half."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from leadline.config import SettingsError

BYTES = 32

PRIVATE = 0o700
"""The rights of a folder that is made: nobody but this account enters it."""


def audit_key(file: Path) -> bytes:
    """The key in this file; made on first use, readable by this account alone. Of several who make it at
    once one is the first, and all take that one's. Raises `SettingsError` for a file that holds no key."""
    if not file.exists():
        _make(file)
    key = kept_audit_key(file)
    if key is None:
        raise SettingsError(f"{file} could not be made. The audit key is kept there.")
    return key


def kept_audit_key(file: Path) -> bytes | None:
    """The key in this file, or None where there is none. Raises `SettingsError` as `audit_key` does."""
    if not file.is_file():
        return None
    try:
        key = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        key = b""
    if len(key) != BYTES:
        raise SettingsError(
            f"{file} holds no audit key. Put the one of this record back from where you keep it; without it, "
            "new events could not be told from forged ones."
        )
    return key


def _make(file: Path) -> None:
    file.parent.mkdir(PRIVATE, parents=True, exist_ok=True)
    mine = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(secrets.token_hex(BYTES))
        opened.flush()
        os.fsync(opened.fileno())
    with suppress(FileExistsError):
        os.link(mine, file)  # whole or not at all, and never over another's
    mine.unlink()
