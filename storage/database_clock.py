"""The database's own clock: what leases are counted by, whatever the program's clock is set to."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session

_SQLITE_NOW = "SELECT strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')"


def database_now(session: Session) -> datetime:
    """The instant it is for the database."""
    if session.get_bind().dialect.name == "postgresql":
        instant: datetime = session.connection().exec_driver_sql("SELECT clock_timestamp()").scalar_one()
        return instant.astimezone(UTC)
    words: str = session.connection().exec_driver_sql(_SQLITE_NOW).scalar_one()
    return datetime.fromisoformat(words)
