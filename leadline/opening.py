"""Where the record lies: its folder made, its database opened and brought to this program's revision."""

from __future__ import annotations

from bot.errors import UnfitDatabase
from bot.ports import Clock
from leadline.audit_key import PRIVATE, audit_key
from leadline.config import Settings
from storage import schema
from storage.engine import open_engine, sqlite_file
from storage.record import Record


def open_record(settings: Settings, clock: Clock) -> Record:
    """Open the record of these settings, made if there is none. Raises `SchemaMismatch` for another
    revision than this program's."""
    make_room(settings)
    engine = open_engine(settings.database_url)
    if schema.current_revision(engine) is None:
        schema.upgrade(engine)
    schema.check(engine)
    return Record(engine, clock, audit_key(settings.audit_key_file))


def upgrade(settings: Settings) -> str:
    """Bring the database to this program's revision, which is returned."""
    make_room(settings)
    engine = open_engine(settings.database_url)
    try:
        schema.upgrade(engine)
        return schema.current_revision(engine) or ""
    finally:
        engine.dispose()


def make_room(settings: Settings) -> None:
    """Make the folder a SQLite record lies in, for this account alone. Raises `UnfitDatabase` where that
    is not allowed."""
    database = sqlite_file(settings.database_url)
    try:
        if database is not None:
            database.parent.mkdir(PRIVATE, parents=True, exist_ok=True)
    except OSError as refusal:
        raise UnfitDatabase(f"the folder {refusal.filename} could not be made.") from None
