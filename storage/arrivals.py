"""Events on their way into the inbox: those that come together are committed together.

A commit waits for the disk, and on SQLite for every other writer, so it is shared: the first of those who
wait writes for all that have gathered meanwhile, then hands the writing on to the first of those who came
since. Nobody returns before what they brought is committed, and nobody waits for a commit after that one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from threading import Lock
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from bot.errors import RecordBusy
from storage.engine import arriving
from storage.sessions import connected
from storage.tables.deliveries import InboxRow

CROWD = 4
"""As many events under way at once are a crowd, which workers let pass."""

CALM = 0.05
"""Seconds without a crowd after which it has passed."""

LET_PASS = 1.0
"""Seconds that a worker lets a crowd pass at most, so that a crowd without end is worked on, too."""

_AT_LEAST = timedelta(milliseconds=1)
"""To wait for no time at all means for ever to PostgreSQL."""

_TABLE: Any = InboxRow.__table__


class _Arrival:
    """What somebody waits with, until an instant of `monotonic`: settled once it is known to be on disk, or
    to have failed."""

    def __init__(self, row: dict[str, Any], until: float) -> None:
        self.row = row
        self.until = until
        self.is_settled = False
        self.is_new = False
        self.failure: Exception | None = None
        self._call = Lock()
        self._call.acquire()

    def wait(self) -> None:
        """Until somebody calls: it is settled, or it is our turn to write."""
        self._call.acquire()

    def call(self) -> None:
        """End the wait."""
        self._call.release()

    def settle(self, failure: Exception | None = None) -> None:
        """Note what became of it."""
        self.failure, self.is_settled = failure, True


class Arrivals:
    """The way in, on one database. `under_way` is how many events are being kept at this moment."""

    def __init__(self, engine: Engine) -> None:
        self._engine = arriving(engine)
        self._gathered: list[_Arrival] = []
        self._gathering = Lock()
        self._is_written = False  # by somebody, at this moment
        self.under_way = 0
        self._crowded_at = -CALM
        dialect: Any = postgresql if engine.dialect.name == "postgresql" else sqlite
        self._insert = dialect.insert(_TABLE).on_conflict_do_nothing().returning(_TABLE.c.team, _TABLE.c.key)

    def keep(self, row: dict[str, Any], may_wait: timedelta) -> bool:
        """Commit an event, alone or with others; whether it was new. Raises `RecordBusy` when that takes
        longer than it may, and what the database raised when it could not be kept."""
        mine = _Arrival(row, monotonic() + may_wait.total_seconds())
        with self._gathering:
            self._gathered.append(mine)
            self.under_way += 1
            if self.under_way >= CROWD:
                self._crowded_at = monotonic()
            is_writer, self._is_written = not self._is_written, True
        try:
            if not is_writer:
                mine.wait()
            if not mine.is_settled:
                self._write_gathered(mine)
        finally:
            with self._gathering:
                self.under_way -= 1
        if mine.failure is not None:
            raise mine.failure
        return mine.is_new

    def let_pass(self, at_most: float = LET_PASS) -> None:
        """Wait while a crowd of events is coming in: they are waited for, a worker is not."""
        deadline = monotonic() + at_most
        while (now := monotonic()) < deadline and self._is_crowded(now):
            sleep(min(CALM, deadline - now))

    def _is_crowded(self, now: float) -> bool:
        return self.under_way >= CROWD or now - self._crowded_at < CALM

    def close(self) -> None:
        """Let go of the way's own connection."""
        self._engine.dispose()

    def _write_gathered(self, first: _Arrival) -> None:
        """Write for all that have gathered, the first among them, and call the first of those who came since:
        their turn begins while those who are settled go."""
        with self._gathering:
            batch, self._gathered = self._gathered, []
        try:
            left = self._settle(batch, first)
        except BaseException:
            left = [arrival for arrival in batch if arrival is not first and not arrival.is_settled]
            raise
        finally:
            with self._gathering:
                self._gathered[:0] = left
                self._is_written = bool(self._gathered)
                following = self._gathered[0] if self._gathered else None
            if following is not None:
                following.call()
            for arrival in batch:
                if arrival is not first and arrival.is_settled:
                    arrival.call()

    def _settle(self, batch: Sequence[_Arrival], first: _Arrival) -> list[_Arrival]:
        """Write as long as the first of them may wait. When that is over, those who came later may have some
        time left: they are what is left to be written."""
        try:
            self._write(batch, first.until)
        except RecordBusy:
            now = monotonic()
            left = [arrival for arrival in batch if arrival is not first and arrival.until > now]
            for arrival in batch:
                if arrival not in left:
                    arrival.settle(RecordBusy())
            return left
        except Exception as failure:  # noqa: BLE001 - whatever it was, it is raised to whoever brought it
            if len(batch) == 1:
                first.settle(failure)
                return []
            for arrival in batch:  # one that cannot be kept must not keep the others out
                self._write_alone(arrival)
        return []

    def _write_alone(self, arrival: _Arrival) -> None:
        try:
            self._write([arrival], arrival.until)
        except Exception as failure:  # noqa: BLE001 - as above
            arrival.settle(failure)

    def _write(self, batch: Sequence[_Arrival], until: float) -> None:
        may_wait = max(timedelta(seconds=until - monotonic()), _AT_LEAST)
        try:
            new = self._insert_all(batch, may_wait)
        except DBAPIError as failure:
            if not failure.connection_invalidated:
                raise
            # It was cut while nobody used it. What it had written all the same is not written twice.
            new = self._insert_all(batch, may_wait)
        for arrival in batch:  # only now: the transaction is committed
            key = (arrival.row["team"], arrival.row["key"])
            arrival.is_new = key in new
            new.discard(key)
            arrival.settle()

    def _insert_all(self, batch: Sequence[_Arrival], may_wait: timedelta) -> set[tuple[str, str]]:
        """Write these in one transaction; the team and key of those that were new."""
        with connected(self._engine, may_wait) as connection:
            found = connection.execute(self._insert, [arrival.row for arrival in batch])
            return {(team, key) for team, key in found}
