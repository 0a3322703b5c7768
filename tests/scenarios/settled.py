"""Larkmere as it stands once everybody was introduced: talked through once, then copied for every test."""

from __future__ import annotations

import copy
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, select

from storage import Record
from storage.backup.restoring import continue_numbers
from storage.backup.tables import asked, reflected
from storage.engine import open_engine, sqlite_file
from tests.databases import AUDIT_KEY, STARTS, StoppedClock
from tests.handlers.slack.payloads import Payload
from tests.handlers.slack.web_api import WebApi, web_api
from tests.scenarios.dialogue import Dialogue


@dataclass(frozen=True)
class Settled:
    """The partnership once everybody was introduced: its database, and what Slack then shows."""

    database: Path
    rows: tuple[tuple[Table, list[dict[str, Any]]], ...]
    posted: list[Payload]
    at: datetime

    def put_into(self, url: str) -> None:
        """Make an empty database this one, whichever its kind."""
        if (file := sqlite_file(url)) is not None:
            shutil.copy(self.database, file)
            return
        engine = open_engine(url)
        with engine.begin() as connection:
            for table, rows in self.rows:
                connection.execute(insert(table), rows)
            continue_numbers(connection, [table for table, _ in self.rows])
        engine.dispose()

    def chat(self, record: Record, clock: StoppedClock, slack: WebApi) -> Dialogue:
        """To go on talking in a database this was put into."""
        clock.instant = self.at
        slack.stored.extend(copy.deepcopy(self.posted))
        return Dialogue(record, clock, slack, is_settled=True)


def settled_in(migrated: Path, database: Path) -> Settled:
    """Settling in is the same for every conversation, and most of its cost."""
    shutil.copy(migrated, database)
    clock, engine = StoppedClock(STARTS), open_engine(f"sqlite:///{database}")
    record = Record(engine, clock, AUDIT_KEY)
    with web_api() as slack:
        Dialogue(record, clock, slack)
        posted = slack.stored
    with engine.connect() as connection:
        found = [
            (table, [dict(row) for row in connection.execute(select(*asked(table))).mappings()])
            for table in reflected(connection)
        ]
    record.close()
    return Settled(database, tuple((table, rows) for table, rows in found if rows), posted, clock.instant)
