"""What a demo of an earlier version has kept is brought along, or is said to be of no use."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from leadline.config import SettingsError
from leadline.sample.kept import bring_up_to_date
from storage import schema
from storage.engine import open_engine
from storage.repositories.heartbeats import Heartbeats


def kept(data: Path, *statements: str, revision: str = "head") -> str:
    url = f"sqlite:///{data / 'leadline.sqlite3'}"
    engine = open_engine(url)
    schema.upgrade(engine, revision)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()
    return url


def test_an_earlier_versions_is_brought_to_this_ones_form(tmp_path: Path) -> None:
    url = kept(tmp_path, revision="0003")
    bring_up_to_date(tmp_path)
    engine = open_engine(url)
    assert schema.current_revision(engine) == schema.newest_revision()
    engine.dispose()


def test_while_it_rested_nothing_was_missed(tmp_path: Path) -> None:
    beat = "INSERT INTO heartbeat VALUES ('yesterday', '2026-11-21 09:00:00')"
    engine = open_engine(kept(tmp_path, beat))
    assert Heartbeats(engine).last()
    bring_up_to_date(tmp_path)
    assert Heartbeats(engine).last() == {}
    engine.dispose()


@pytest.mark.parametrize(
    "broken", ["ALTER TABLE inbox DROP COLUMN body", "UPDATE alembic_version SET version_num = '9999'"]
)
def test_one_that_cannot_be_is_told_in_a_sentence(tmp_path: Path, broken: str) -> None:
    kept(tmp_path, broken)
    with pytest.raises(SettingsError, match="of another version of Leadline"):
        bring_up_to_date(tmp_path)
