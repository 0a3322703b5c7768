"""Every value of every table, for tests of what must be nowhere."""

from __future__ import annotations

from sqlalchemy import Engine, select

from storage.tables import metadata


def found_in(engine: Engine, words: str) -> dict[str, list[str]]:
    """Where these words stand, by table and column; empty when they stand nowhere."""
    found: dict[str, list[str]] = {}
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                columns = [name for name, value in row.items() if words.casefold() in str(value).casefold()]
                if columns:
                    found.setdefault(table.name, []).extend(columns)
    return found
