"""The database: its kind and version, its settings, its revision, its clock, and the zones it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from leadline.doctor.finding import Finding, look, mend, right
from storage.examination import DatabaseSeen

OLDEST = {"SQLite": (3, 35), "PostgreSQL": (14,)}
"""SQLite's first with RETURNING; PostgreSQL's oldest that this release was made for."""

MOST_APART = timedelta(seconds=5)

_SUMMER = datetime(2027, 7, 1, 12)  # noqa: DTZ001 - a wall clock's noon, whose offset is asked for
_WINTER = datetime(2027, 1, 1, 12)  # noqa: DTZ001


def database(seen: DatabaseSeen, now: datetime) -> Iterator[Finding]:
    """Everything about a database that answered."""
    version = ".".join(map(str, seen.version))
    if seen.version < OLDEST[seen.kind]:
        oldest = ".".join(map(str, OLDEST[seen.kind]))
        yield mend("database", f"{seen.kind} {version} is too old. Upgrade it to {oldest} or newer.")
    else:
        yield right("database", f"{seen.kind} {version} answers")
    yield _settings(seen)
    yield _revision(seen)
    if abs(seen.now - now) > MOST_APART:
        yield look(
            "database clock",
            f"{_seconds(seen.now - now)} from this machine's. Leases go by the database's, so nothing "
            "breaks; set both by NTP.",
        )
    else:
        yield right("database clock", "agrees with this machine's")


def zones(named: Iterable[str]) -> Finding:
    """Whether the time zones that are named are known, and change for summer as they should."""
    wrong = [name for name in sorted({*named, "Europe/London"}) if not _is_known(name)]
    if wrong:
        return mend(
            "time zones",
            f"nothing is known of {', '.join(wrong)}. Install the system's tzdata, or this program's pinned "
            "one: pip install --require-hashes -r requirements/run.txt",
        )
    london = ZoneInfo("Europe/London")
    summer, winter = (london.utcoffset(when) for when in (_SUMMER, _WINTER))
    if summer is None or winter is None or summer - winter != timedelta(hours=1):
        return mend("time zones", "Europe/London has no summer time here. Install the system's tzdata anew.")
    return right("time zones", "known, with their clock changes")


def _settings(seen: DatabaseSeen) -> Finding:
    if not seen.wrong:
        return right("database settings", "a saved update survives a loss of power")
    told = ", ".join(f"{name} is {value}" for name, value in sorted(seen.wrong.items()))
    remedy = (
        "Keep the database in a file on a local disk."
        if seen.kind == "SQLite"
        else "Set them in postgresql.conf (fsync, full_page_writes and synchronous_commit on), and keep the "
        "database in UTF8 (CREATE DATABASE … ENCODING 'UTF8')."
    )
    return mend("database settings", f"{told}. {remedy}")


def _revision(seen: DatabaseSeen) -> Finding:
    if seen.is_current:
        return right("migrations", f"at revision {seen.newest}")
    if seen.revision is None:
        return look("migrations", "the database is empty; the tables are made at the first start.")
    if seen.revision > seen.newest:
        return mend("migrations", f"at revision {seen.revision}, of a newer release. Install that release.")
    return mend("migrations", f"at revision {seen.revision}, not {seen.newest}. Type: leadline db upgrade")


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return False
    return True


def _seconds(apart: timedelta) -> str:
    return f"{abs(apart).total_seconds():.0f} seconds"
