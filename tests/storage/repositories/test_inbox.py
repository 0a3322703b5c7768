"""Events are kept once, handled once, and emptied when done."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.delivery import InboxEvent
from bot.errors import AlreadySettled
from bot.partnership import Workspace
from storage import Record
from storage.engine import open_engine
from tests.storage.larkmere import NOW, add_partnership
from tests.storage.statements import statements_sent

LEASE = timedelta(minutes=1)
OVER = timedelta(0)
WORDS = '{"text": "1.4 done"}'


def claim(record: Record, lease: timedelta = LEASE) -> InboxEvent:
    event = record.inbox.claim("one", lease)
    assert event is not None
    return event


def stored(database_url: str) -> tuple[str, str]:
    engine = open_engine(database_url)
    with engine.connect() as connection:
        state, body = connection.execute(text("SELECT state, body FROM inbox")).one()
    engine.dispose()
    return state, body


def test_an_event_is_kept_once(record: Record) -> None:
    assert record.inbox.keep("T1", "Ev1", WORDS, NOW)
    assert not record.inbox.keep("T1", "Ev1", WORDS, NOW)
    assert record.inbox.keep("T2", "Ev1", WORDS, NOW)


def test_events_are_claimed_in_the_order_they_came_and_held_by_one(record: Record) -> None:
    for key in ("Ev2", "Ev1"):
        record.inbox.keep("T1", key, WORDS, NOW)
    first = claim(record)
    assert (first.team, first.key, first.body, first.attempts) == ("T1", "Ev2", WORDS, 1)
    assert claim(record).key == "Ev1"
    assert record.inbox.claim("two", LEASE) is None


def test_an_event_is_done_and_emptied_with_its_effect(
    record: Record, workspace: Workspace, database_url: str
) -> None:
    record.inbox.keep("T1", "Ev1", WORDS, NOW)
    event = claim(record)
    with record.open_work(workspace.id) as work:
        add_partnership(work)
        work.inbox.done(event.id)
    assert stored(database_url) == ("done", "")
    assert record.inbox.claim("one", LEASE) is None
    assert not record.inbox.keep("T1", "Ev1", WORDS, NOW)


def test_an_effect_that_fails_leaves_its_event_undone(
    record: Record, workspace: Workspace, database_url: str
) -> None:
    record.inbox.keep("T1", "Ev1", WORDS, NOW)
    event = claim(record)

    def fail_after_the_effect() -> None:
        with record.open_work(workspace.id) as work:
            work.inbox.done(event.id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_the_effect()
    assert stored(database_url) == ("claimed", WORDS)


def test_a_second_effect_of_one_event_is_refused(record: Record, workspace: Workspace) -> None:
    record.inbox.keep("T1", "Ev1", WORDS, NOW)
    event = claim(record)
    record.inbox.done(event.id)

    def have_an_effect() -> None:
        with record.open_work(workspace.id) as work:
            add_partnership(work)
            work.inbox.done(event.id)

    with pytest.raises(AlreadySettled):
        have_an_effect()
    with record.open_work(workspace.id) as work:
        assert work.partnerships.all() == ()


def test_an_event_without_effect_is_closed(record: Record, database_url: str) -> None:
    record.inbox.keep("T1", "Ev1", WORDS, NOW)
    record.inbox.done(claim(record).id)
    assert stored(database_url) == ("done", "")


def test_the_fifth_failure_gives_up_and_keeps_the_words(record: Record, database_url: str) -> None:
    record.inbox.keep("T1", "Ev1", WORDS, NOW)
    given_up = [record.inbox.failed(claim(record).id, "KeyError") for _ in range(5)]
    assert given_up == [False, False, False, False, True]
    assert record.inbox.claim("one", LEASE) is None
    assert stored(database_url) == ("failed", WORDS)


def test_after_a_failure_an_event_is_left_alone_for_a_pause_and_others_are_not(record: Record) -> None:
    record.inbox.keep("T1", "Ev1", WORDS, NOW, "U1", "1.1")
    record.inbox.keep("T1", "Ev2", WORDS, NOW, "U1", "1.2")
    record.inbox.keep("T1", "Ev3", WORDS, NOW, "U2", "1.3")
    failing = claim(record)
    assert not record.inbox.failed(failing.id, "OSError", LEASE)
    assert claim(record).key == "Ev3"
    assert record.inbox.claim("one", LEASE) is None, "its author's next waits too: order is promised"


def test_an_event_whose_worker_died_is_claimed_by_another(record: Record) -> None:
    record.inbox.keep("T1", "Ev1", WORDS, NOW)
    left = claim(record, OVER)
    again = claim(record)
    assert (again.id, again.attempts) == (left.id, 2)


def test_an_event_that_ends_its_worker_every_time_is_given_up(record: Record, database_url: str) -> None:
    record.inbox.keep("T1", "Ev1", WORDS, NOW)
    record.inbox.keep("T1", "Ev2", WORDS, NOW)
    assert [claim(record, OVER).key for _ in range(5)] == ["Ev1"] * 5
    sixth = claim(record)
    assert (sixth.key, sixth.attempts) == ("Ev1", 6), "whoever claims it now knows, and can tell of it"
    assert record.inbox.failed(sixth.id, "its worker ended")
    assert claim(record).key == "Ev2"


def test_however_many_wait_none_is_sorted_to_find_the_next(sqlite_record: Record, sqlite_url: str) -> None:
    """Of a hundred thousand that waited, each claim once took seconds, and nobody could write meanwhile."""
    sqlite_record.inbox.keep("T1", "Ev1", WORDS, NOW)
    with statements_sent() as sent:
        claim(sqlite_record)
    (claiming,) = [one for one in sent if one.startswith("UPDATE inbox")]
    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        given = (None,) * claiming.count("?")
        steps = [step[-1] for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {claiming}", given)]
    engine.dispose()
    assert steps
    assert not [step for step in steps if "TEMP B-TREE" in step or step.startswith("SCAN inbox")], steps


def test_two_messages_of_one_person_are_worked_on_in_the_order_they_were_sent(record: Record) -> None:
    record.inbox.keep("T1", "Ev2", WORDS, NOW, "U1", "1790000000.000200")
    record.inbox.keep("T1", "Ev1", WORDS, NOW, "U1", "1790000000.000100")
    first = claim(record)
    assert first.key == "Ev1"
    assert record.inbox.claim("two", LEASE) is None, "the second waits until the first is done"
    record.inbox.done(first.id)
    assert claim(record).key == "Ev2"


def test_one_persons_failing_message_holds_up_their_own_next_one_only(record: Record) -> None:
    record.inbox.keep("T1", "Ev1", WORDS, NOW, "U1", "1.1")
    record.inbox.keep("T1", "Ev2", WORDS, NOW, "U1", "1.2")
    record.inbox.keep("T1", "Ev3", WORDS, NOW, "U2", "1.3")
    record.inbox.keep("T2", "Ev4", WORDS, NOW, "U1", "1.4")
    for _ in range(5):
        failing = claim(record)
        assert failing.key == "Ev1"
        record.inbox.failed(failing.id, "KeyError")
    assert [claim(record).key for _ in range(3)] == ["Ev2", "Ev3", "Ev4"]


def test_words_of_a_given_up_event_are_forgotten_in_time_and_no_others(
    record: Record, database_url: str
) -> None:
    record.inbox.keep("T1", "Ev1", WORDS, NOW)
    record.inbox.keep("T2", "waiting", WORDS, NOW - timedelta(days=9))
    for _ in range(5):
        record.inbox.failed(claim(record).id, "KeyError")
    assert record.inbox.forget(NOW) == 0
    assert record.inbox.forget(NOW + timedelta(seconds=1)) == 1
    assert record.inbox.forget(NOW + timedelta(seconds=1)) == 0
    assert claim(record).body == WORDS, "what still waits is never forgotten"


def test_a_failure_of_an_event_that_is_done_says_nothing(record: Record, database_url: str) -> None:
    record.inbox.keep("T1", "Ev1", WORDS, NOW)
    event = claim(record)
    record.inbox.done(event.id)
    assert not record.inbox.failed(event.id, "KeyError")
    assert stored(database_url) == ("done", "")


def test_many_claimers_never_hold_one_event(record: Record) -> None:
    for number in range(20):
        record.inbox.keep("T1", f"Ev{number}", WORDS, NOW)

    def claim_all(worker: str) -> list[str]:
        claimed = []
        while (event := record.inbox.claim(worker, LEASE)) is not None:
            claimed.append(event.key)
        return claimed

    with ThreadPoolExecutor(4) as pool:
        claimed = [key for keys in pool.map(claim_all, "abcd") for key in keys]
    assert sorted(claimed) == sorted(f"Ev{number}" for number in range(20))
