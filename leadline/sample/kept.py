"""What a demo has kept from one time to the next: forgotten, or brought along by a newer version."""

from __future__ import annotations

import shutil
from pathlib import Path

from leadline.config import SettingsError
from storage import schema
from storage.engine import open_engine
from storage.repositories.heartbeats import Heartbeats


def forget(data: Path) -> None:
    """Remove what a demo has kept. Nothing but the demo's own files is touched."""
    for name in ("leadline.sqlite3", "sandbox.sqlite3"):
        for suffix in ("", "-wal", "-shm", ".lock"):
            (data / (name + suffix)).unlink(missing_ok=True)
    for name in ("audit.key", "played"):
        (data / name).unlink(missing_ok=True)
    if data.is_dir() and not any(data.iterdir()):
        shutil.rmtree(data)


def bring_up_to_date(data: Path) -> None:
    """Bring what the demo of an earlier version has kept to this version's form. Raises `SettingsError`,
    saying what to type, where that cannot be done."""
    engine = open_engine(f"sqlite:///{data / 'leadline.sqlite3'}")
    try:
        if not schema.bring_up(engine):
            raise SettingsError(
                f"What the demo has kept in {data} is of another version of Leadline: it cannot be used.\n"
                "Remove that folder to start the story over, or keep another one elsewhere:\n"
                "  .venv/bin/leadline demo --data data/demo2"
            )
        Heartbeats(engine).forget()  # while the demo rested nobody could write, so nothing was missed
    finally:
        engine.dispose()
