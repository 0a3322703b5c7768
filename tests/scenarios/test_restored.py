"""A record that was put back from a backup: its numbers are used again, while the channel still holds what
was posted under them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
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
from tests.handlers.slack import payloads
from tests.handlers.slack.payloads import Payload
from tests.handlers.slack.web_api import WebApi
from tests.scenarios.dialogue import Dialogue, Shown
from tests.scenarios.larkmere import account

LEAD = "S Okoro"
REFUSED = (
    "This is from before my record was put back from a copy on Mon 21 Sept, and nothing has been changed. "
    'Type "status" to see how things stand. What I was told on Mon 21 Sept from '
)
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
    restore(elsewhere, tmp_path / "record.backup", clock.now())
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


Backed = Callable[[], Callable[[], Dialogue]]


@pytest.fixture
def back_up_now(chat: Dialogue, sqlite_url: str, tmp_path: Path) -> Backed:
    """Makes a backup; what it gives puts that back elsewhere, where people then talk on with the bot."""

    def wait() -> None:
        chat.clock.instant += timedelta(minutes=10)

    def make() -> Callable[[], Dialogue]:
        wait()
        source = open_engine(sqlite_url)
        back_up(source, tmp_path / "record.backup", chat.clock.now(), AUDIT_KEY)
        source.dispose()
        wait()
        return put_back

    def put_back() -> Dialogue:
        wait()
        elsewhere = open_engine(f"sqlite:///{tmp_path / 'elsewhere.db'}")
        restore(elsewhere, tmp_path / "record.backup", chat.clock.now())
        wait()
        return Dialogue(Record(elsewhere, chat.clock, AUDIT_KEY), chat.clock, chat.slack, is_settled=True)

    chat.slack.now = lambda: chat.clock.now().timestamp()
    return make


def the(chat: Dialogue, label: str) -> tuple[Shown, Payload]:
    """The newest button of this label, and the message it is on."""
    return next(one for one in reversed(chat.buttons(LEAD)) if one[1]["text"]["text"] == label)


def head(chat: Dialogue) -> str:
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        (partnership,) = work.partnerships.all()
        return work.audit.head(partnership.id)


def test_a_button_posted_in_the_time_that_was_lost_touches_nothing_that_has_its_number_now(
    chat: Dialogue, back_up_now: Backed
) -> None:
    chat.tick()
    put_back = back_up_now()
    chat.says(LEAD, "2.7a slips to end of Jan, waiting for IT")
    shown, undo = the(chat, "Undo")
    again = put_back()
    again.says(LEAD, "4.1 slips to end of Feb, waiting for HR")
    _, new_undo = the(again, "Undo")
    assert undo["value"] == new_undo["value"], "else this would show nothing"

    before = head(again)
    again.tap(LEAD, shown, undo)
    answer = again.slack.answered[-1][1]["text"]
    assert answer == f"{REFUSED}09:40 to 10:00 may be missing: please tell me again."
    assert head(again) == before
    assert "Feb 2027" in again.types(LEAD, "/plan-status 4.1")
    again.presses(LEAD, "Undo")
    undone = again.slack.answered[-1][1]["text"]
    assert undone.startswith("Undone: 4.1"), "what was posted since is as good as ever"
    again.record.close()


def test_what_was_posted_before_the_backup_works_until_it_was_drawn_again_in_the_time_that_was_lost(
    chat: Dialogue, back_up_now: Backed
) -> None:
    """Its timestamp stays that of its first words, when it is drawn again."""
    chat.tick()
    asked, no_change = the(chat, "No change")
    asked = replace(asked)
    put_back = back_up_now()
    chat.presses(LEAD, "No change")
    redrawn, another = the(chat, "No change")
    assert redrawn.payload["ts"] == asked.payload["ts"], "it is in its place"
    again = put_back()
    again.tap(LEAD, redrawn, another)
    assert again.slack.answered[-1][1]["text"].startswith(REFUSED)
    again.tap(LEAD, asked, no_change)
    assert again.slack.answered[-1][1]["replace_original"]
    again.record.close()


def test_a_form_opened_in_the_time_that_was_lost_saves_nothing(chat: Dialogue, back_up_now: Backed) -> None:
    """Though the message it was opened from was there before the backup."""
    chat.tick()
    put_back = back_up_now()
    chat.presses(LEAD, "Slipping…")
    again = put_back()
    before = head(again)
    again.fills(LEAD, finish="end of Jan", blocker="waiting for IT")
    assert again.slack.answered[-1][1]["text"].startswith(REFUSED)
    assert head(again) == before
    again.presses(LEAD, "Slipping…")
    saved = again.fills(LEAD, finish="end of Jan", blocker="waiting for IT")
    assert isinstance(saved, list)
    assert "end of Jan 2027" in saved[-1]
    again.record.close()


def test_a_home_drawn_in_the_time_that_was_lost_is_drawn_anew(chat: Dialogue, back_up_now: Backed) -> None:
    put_back = back_up_now()
    chat.opens_home(LEAD)
    again = put_back()
    assert again.presses_at_home(LEAD, "On track").startswith(REFUSED)
    assert again.presses_at_home(LEAD, "On track").startswith("Saved for 14 Oct. 2.7a")
    again.record.close()


def test_a_reply_in_the_thread_of_an_ask_that_was_lost_answers_no_other_ask(
    chat: Dialogue, back_up_now: Backed
) -> None:
    """What was asked there is unknown; what was asked before the backup is not what is answered."""
    chat.tick()
    put_back = back_up_now()
    lost = chat.ts()
    again = put_back()
    before = head(again)
    (answer,) = replies(again, "no change", lost)
    assert answer.startswith('Which action is "no change"? Nothing is saved yet.')
    assert head(again) == before
    (answer,) = replies(again, "2.7a slips to end of Jan", lost)
    assert "end of Jan 2027" in answer, "what names its action is read as ever"
    again.record.close()


def replies(chat: Dialogue, text: str, thread_ts: str) -> list[str]:
    said = payloads.message(account(LEAD), f"D{account(LEAD)}", chat.ts(), text, thread_ts=thread_ts)
    before = len(chat.everything_for(LEAD))
    chat.send(said)
    chat.settle()
    return chat.everything_for(LEAD)[before:]
