"""The list of who was erased, kept beside the audit key and not in the record.

A backup made before an erasure still holds the person. The list says by number, never by name, who is to be
erased again when such a backup is put back.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from bot.partnership import PersonId, Platform
from bot.services.keeping.personal import erase_again as erase_one
from leadline.app import SystemClock
from leadline.config import Settings
from leadline.opening import open_record


def list_of(settings: Settings) -> Path:
    """Where the list lies."""
    return settings.audit_key_file.with_name("erasures.jsonl")


def remember(settings: Settings, workspace: str, person_id: PersonId) -> None:
    """Add one person, by number, to the list; it is on the disk when this returns."""
    line = json.dumps({"workspace": workspace, "person": int(person_id)})
    descriptor = os.open(list_of(settings), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="ascii") as opened:
        opened.write(line + "\n")
        opened.flush()
        os.fsync(opened.fileno())


def erase_again(settings: Settings) -> int:
    """Erase everybody of the list who is back; how many were."""
    file = list_of(settings)
    if not file.exists():
        return 0
    wanted = [json.loads(line) for line in file.read_text(encoding="ascii").splitlines() if line.strip()]
    record = open_record(settings, SystemClock())
    try:
        done = 0
        for one in wanted:
            workspace = record.workspaces.of(Platform.SLACK, one["workspace"])
            with record.open_work(workspace.id) as work:
                done += erase_one(work, PersonId(one["person"]))
        return done
    finally:
        record.close()
