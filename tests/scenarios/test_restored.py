"""A record that was put back from a backup: its numbers are used again, while the channel still holds what
was posted under them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update

from bot.delivery import DeliveryState
from bot.partnership import Platform, Workspace
from handlers.slack.connect import quiet_client
from handlers.slack.notifier import SlackNotifier
from storage import Record
from storage.backup.making import back_up
from storage.backup.restoring import restore
from storage.engine import open_engine
from storage.tables.deliveries import DeliveryRow
from tests.databases import AUDIT_KEY, StoppedClock
from tests.faults.delivering import drain, owe, reconcile, state, worker
from tests.handlers.slack.web_api import WebApi

LOST, NEW = "said after the backup", "said after the restore"


@pytest.fixture
def here(sqlite_record: Record) -> Workspace:
    return sqlite_record.workspaces.of(Platform.SLACK, "T1", "Larkmere")


@pytest.fixture
def notifier(slack: WebApi) -> SlackNotifier:
    return SlackNotifier(quiet_client("xoxb-test", slack.url))


def test_a_number_that_is_used_again_finds_no_message_of_before(
    sqlite_record: Record,
    here: Workspace,
    clock: StoppedClock,
    slack: WebApi,
    notifier: SlackNotifier,
    sqlite_url: str,
    tmp_path: Path,
) -> None:
    """Slack loses the first message after the restore without a word; the old one of its number is not it."""
    source = open_engine(sqlite_url)
    back_up(source, tmp_path / "record.backup", clock.now(), AUDIT_KEY)
    source.dispose()
    owe(sqlite_record, here, clock, LOST)
    drain(worker(sqlite_record, notifier, clock))

    elsewhere = open_engine(f"sqlite:///{tmp_path / 'elsewhere.db'}")
    restore(elsewhere, tmp_path / "record.backup")
    again = Record(elsewhere, clock, AUDIT_KEY)
    owe(again, here, clock, NEW)
    slack.fault = "lost"
    drain(worker(again, notifier, clock))
    assert state(again, here, NEW) is DeliveryState.POSTING, "nobody knows"
    reconcile(again, notifier, clock)
    drain(worker(again, notifier, clock))

    was, now = slack.stored
    assert (was["text"], now["text"]) == (LOST, NEW)
    numbers = [one["metadata"]["event_payload"]["delivery_id"] for one in slack.stored]
    assert numbers[0] == numbers[1], "else this would show nothing"
    assert state(again, here, NEW) is DeliveryState.POSTED
    again.close()


def test_what_was_posted_before_there_were_postmarks_is_still_found(
    sqlite_record: Record,
    here: Workspace,
    clock: StoppedClock,
    slack: WebApi,
    notifier: SlackNotifier,
    sqlite_url: str,
) -> None:
    """The program was upgraded while nobody knew whether the message stood there."""
    owe(sqlite_record, here, clock, LOST)
    engine = open_engine(sqlite_url)
    with engine.begin() as connection:
        connection.execute(update(DeliveryRow).values(postmark=None))
    engine.dispose()
    slack.fault = "reply dropped"
    drain(worker(sqlite_record, notifier, clock))
    assert slack.stored[0]["metadata"]["event_payload"].keys() == {"delivery_id"}
    reconcile(sqlite_record, notifier, clock)
    assert state(sqlite_record, here, LOST) is DeliveryState.POSTED
    assert len(slack.stored) == 1
