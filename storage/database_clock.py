"""The database's own clock: what leases are counted by, whatever the program's clock is set to."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import text
from sqlalchemy.orm import Session


def database_now(session: Session) -> datetime:
    """The instant it is for the database."""
    if session.get_bind().dialect.name == "postgresql":
        instant: datetime = session.execute(text("SELECT clock_timestamp()")).scalar_one()
        return instant.astimezone(UTC)
    words: str = session.execute(text("SELECT strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')")).scalar_one()
    return datetime.fromisoformat(words)
