"""Events on their way into the inbox: those that come together are committed together.

A commit waits for the disk, and on SQLite for every other writer, so it is shared: the first of those who
wait writes for all that have gathered meanwhile. Nobody returns before what they brought is committed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import postgresql, sqlite

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


@dataclass(slots=True, eq=False)
class _Arrival:
    """What somebody waits with, until an instant of `monotonic`: settled once it is known to be on disk, or
    to have failed."""

    row: dict[str, Any]
    until: float
    is_settled: bool = False
    is_new: bool = False
    failure: Exception | None = None


class Arrivals:
    """The way in, on one database. `under_way` is how many events are being kept at this moment."""

    def __init__(self, engine: Engine) -> None:
        self._engine = arriving(engine)
        self._gathered: list[_Arrival] = []
        self._gathering = Lock()
        self._writing = Lock()
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
        try:
            with self._writing:
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

    def _write_gathered(self, first: _Arrival) -> None:
        """Write for all that have gathered, as long as the first of them may wait. When that is over, those
        who came later have some time left: the next of them writes."""
        batch = self._take_gathered()
        try:
            self._write(batch, first.until)
        except RecordBusy:
            now = monotonic()
            left = [arrival for arrival in batch if arrival is not first and arrival.until > now]
            for arrival in batch:
                if arrival not in left:
                    _settle(arrival, RecordBusy())
            with self._gathering:
                self._gathered[:0] = left
        except Exception as failure:  # noqa: BLE001 - whatever it was, it is raised to whoever brought it
            if len(batch) == 1:
                _settle(batch[0], failure)
                return
            for arrival in batch:  # one that cannot be kept must not keep the others out
                self._write_alone(arrival)

    def _write_alone(self, arrival: _Arrival) -> None:
        try:
            self._write([arrival], arrival.until)
        except Exception as failure:  # noqa: BLE001 - as above
            _settle(arrival, failure)

    def _write(self, batch: Sequence[_Arrival], until: float) -> None:
        may_wait = max(timedelta(seconds=until - monotonic()), _AT_LEAST)
        with connected(self._engine, may_wait) as connection:
            found = connection.execute(self._insert, [arrival.row for arrival in batch])
            new = {tuple(key) for key in found}
        for arrival in batch:  # only now: the transaction is committed
            key = (arrival.row["team"], arrival.row["key"])
            arrival.is_new = key in new
            new.discard(key)
            _settle(arrival)

    def _take_gathered(self) -> list[_Arrival]:
        with self._gathering:
            gathered, self._gathered = self._gathered, []
        return gathered


def _settle(arrival: _Arrival, failure: Exception | None = None) -> None:
    arrival.failure, arrival.is_settled = failure, True
