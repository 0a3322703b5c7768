"""PostgreSQL's roles as `docs/operations.md` sets them up: the bot works, and cannot rewrite history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from sqlalchemy import Engine, text
from sqlalchemy.exc import ProgrammingError

from bot.partnership import Platform
from leadline.doctor.database import database
from leadline.doctor.finding import Verdict
from storage import Record, schema
from storage.backup.making import back_up
from storage.engine import open_engine
from storage.examination import examined
from tests.databases import AUDIT_KEY
from tests.scenarios.larkmere import ON_SLACK, account, settle_in

DEPLOY = Path(__file__).parents[2] / "deploy"

REWRITINGS = (
    "UPDATE audit_event SET subject = 'action:999'",
    "DELETE FROM audit_event",
    "TRUNCATE audit_event",
    "DELETE FROM audit_head",
    "TRUNCATE audit_head",
    "INSERT INTO audit_event TABLE audit_event ON CONFLICT (partnership_id, seq) DO UPDATE SET subject = ''",
    "ALTER TABLE audit_event DISABLE TRIGGER ALL",
    "DROP TRIGGER audit_event_is_not_rewritten ON audit_event",
    "SET session_replication_role = replica",
    "DROP TABLE audit_event",
    "CREATE TABLE elsewhere (id integer)",
    "UPDATE alembic_version SET version_num = '0001'",
)


def as_role(url: str, role: str) -> str:
    return url.replace("postgresql://postgres:", f"postgresql://{role}:", 1)


def run(url: str, file: str) -> None:
    with psycopg.connect(make_conninfo(url), autocommit=True) as connection:
        connection.execute((DEPLOY / file).read_bytes())


@pytest.fixture
def app_url(empty_postgresql_url: str) -> str:
    """Set up in the page's order; what is returned is the bot's own address."""
    run(empty_postgresql_url, "roles.sql")
    run(empty_postgresql_url, "roles.sql")  # a second time does no harm
    owner = as_role(empty_postgresql_url, "leadline_owner")
    engine = open_engine(owner)
    schema.upgrade(engine)
    engine.dispose()
    run(owner, "grants.sql")
    run(owner, "grants.sql")
    return as_role(empty_postgresql_url, "leadline_app")


@pytest.fixture
def engine(app_url: str, clock: Any) -> Iterator[Engine]:
    """The bot's own connection, to a record with a live plan that it has made."""
    opened = open_engine(app_url)
    record = Record(opened, clock, AUDIT_KEY)
    here = record.workspaces.of(Platform.SLACK, "T1", "Larkmere")
    settle_in(record.open_work, here, {name: account(name) for name in ON_SLACK})
    assert record.verify_audit() == ()
    yield opened
    opened.dispose()


def test_the_bot_is_another_than_the_owner(engine: Engine) -> None:
    with engine.connect() as connection:
        assert connection.execute(text("SELECT current_user")).scalar_one() == "leadline_app"


def test_the_bots_role_can_rewrite_nothing_of_the_audit_trail(engine: Engine) -> None:
    for words in REWRITINGS:
        with pytest.raises(ProgrammingError) as refused, engine.begin() as connection:
            connection.execute(text(words))
        assert getattr(refused.value.orig, "sqlstate", "") == "42501", words


def test_the_bots_role_is_enough_for_the_doctor_and_for_backups(
    engine: Engine, app_url: str, clock: Any, tmp_path: Path
) -> None:
    with examined(app_url, clock) as (seen, _):
        found = {one.subject: one.verdict for one in database(seen, seen.now)}
    assert found["migrations"] is Verdict.RIGHT
    back_up(engine, tmp_path / "record.backup", clock.now(), AUDIT_KEY)
    assert (tmp_path / "record.backup").exists()
