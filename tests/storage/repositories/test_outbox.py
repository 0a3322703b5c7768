"""Claim, then send: one holder at a time, in order, each word fenced by its attempt."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import psycopg
import pytest

from bot.delivery import Delivery, DeliveryKind, DeliveryState, Owed
from bot.errors import AlreadySettled
from bot.partnership import Platform, Workspace
from storage import Record
from storage.engine import open_engine
from tests.databases import AUDIT_KEY, StoppedClock
from tests.storage.larkmere import NOW

LEASE = timedelta(minutes=1)
OVER = timedelta(0)
DIGEST = Owed("C1", DeliveryKind.WEEKLY_DIGEST, "2026-W39", NOW, {"partnership": 1})


def owe(record: Record, workspace: Workspace, *owed: Owed) -> None:
    with record.open_work(workspace.id) as work:
        for one in owed:
            assert work.owing.owe(one)


def claim(record: Record, lease: timedelta = LEASE) -> Delivery:
    claimed = record.outbox.claim("one", NOW, lease)
    assert claimed is not None
    return claimed


def doubtful(
    record: Record, workspace: Workspace, lease: timedelta = LEASE, late_after: datetime | None = None
) -> Delivery:
    """A delivery whose worker was never heard of again, taken over to be looked for."""
    owe(record, workspace, replace(DIGEST, late_after=late_after))
    claim(record, OVER)
    taken = record.outbox.take_over("two", OVER, lease)
    assert taken is not None
    return taken


def found(record: Record, workspace: Workspace, part: int = 0) -> Delivery:
    with record.open_work(workspace.id, read_only=True) as work:
        delivery = work.owing.find("C1", "weekly_digest", "2026-W39", part)
    assert delivery is not None
    return delivery


def test_nothing_is_claimed_before_it_is_due(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, replace(DIGEST, due_at=NOW + timedelta(seconds=1)))
    assert record.outbox.claim("one", NOW, LEASE) is None
    assert record.outbox.claim("one", NOW + timedelta(seconds=1), LEASE) is not None


def test_a_claim_is_held_by_one_worker(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, DIGEST)
    claimed = claim(record)
    assert (claimed.state, claimed.attempt, claimed.workspace_id) == (DeliveryState.POSTING, 1, workspace.id)
    assert record.outbox.claim("two", NOW + timedelta(days=1), LEASE) is None


def test_the_earliest_is_claimed_first_in_whichever_workspace(record: Record, workspace: Workspace) -> None:
    elsewhere = record.workspaces.of(Platform.SLACK, "T2")
    owe(record, workspace, DIGEST)
    owe(record, elsewhere, replace(DIGEST, due_at=NOW - timedelta(minutes=1)))
    assert [claim(record).workspace_id, claim(record).workspace_id] == [elsewhere.id, workspace.id]


def test_a_posted_delivery_knows_where_it_stands(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, DIGEST)
    claimed = claim(record)
    assert record.outbox.posted(claimed.id, claimed.attempt, "1790.1")
    kept = found(record, workspace)
    assert (kept.state, kept.posted_ts) == (DeliveryState.POSTED, "1790.1")
    assert not record.outbox.posted(claimed.id, claimed.attempt, "1790.2")


def test_a_delivery_put_off_is_claimed_again_when_its_time_has_come(
    record: Record, workspace: Workspace
) -> None:
    owe(record, workspace, DIGEST)
    claimed = claim(record)
    in_a_minute = NOW + timedelta(minutes=1)
    assert record.outbox.later(claimed.id, claimed.attempt, in_a_minute, "rate limited")
    assert found(record, workspace).reason == "rate limited"
    assert record.outbox.claim("one", NOW, LEASE) is None
    again = record.outbox.claim("one", in_a_minute, LEASE)
    assert again is not None
    assert again.attempt == 2


def test_a_failed_delivery_keeps_its_reason_and_is_left_alone(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, DIGEST)
    claimed = claim(record)
    assert record.outbox.failed(claimed.id, claimed.attempt, "channel_not_found")
    kept = found(record, workspace)
    assert (kept.state, kept.reason) == (DeliveryState.FAILED, "channel_not_found")
    assert record.outbox.claim("one", NOW, LEASE) is None


def test_a_worker_that_was_overtaken_is_not_heard(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, DIGEST)
    overtaken = claim(record)
    assert record.outbox.later(overtaken.id, overtaken.attempt, NOW, "lease ran out")
    holder = claim(record)
    assert not record.outbox.posted(overtaken.id, overtaken.attempt, "1790.1")
    assert not record.outbox.later(overtaken.id, overtaken.attempt, NOW, "no")
    assert not record.outbox.failed(overtaken.id, overtaken.attempt, "no")
    assert not record.outbox.resolve(overtaken.id, overtaken.attempt, DeliveryState.UNKNOWN, None)
    assert record.outbox.posted(holder.id, holder.attempt, "1790.2")


def test_parts_go_out_one_after_another_in_the_thread_of_the_first(
    record: Record, workspace: Workspace
) -> None:
    owe(record, workspace, *(replace(DIGEST, part=part) for part in (2, 1, 0)))
    first = claim(record)
    assert (first.owed.part, first.owed.thread_ts) == (0, None)
    assert record.outbox.claim("two", NOW, LEASE) is None
    record.outbox.posted(first.id, first.attempt, "1790.1")
    second = claim(record)
    assert (second.owed.part, second.owed.thread_ts) == (1, "1790.1")
    assert record.outbox.claim("two", NOW, LEASE) is None
    record.outbox.posted(second.id, second.attempt, "1790.2")
    third = claim(record)
    assert (third.owed.part, third.owed.thread_ts) == (2, "1790.1")


def test_a_reply_keeps_the_thread_it_was_owed_in(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, replace(DIGEST, thread_ts="1789.9"))
    assert claim(record).owed.thread_ts == "1789.9"


def test_what_came_too_late_is_skipped_not_sent(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, replace(DIGEST, late_after=NOW + timedelta(hours=72)))
    assert record.outbox.claim("one", NOW + timedelta(hours=72, seconds=1), LEASE) is None
    kept = found(record, workspace)
    assert (kept.state, kept.reason) == (DeliveryState.SKIPPED, "too late")


def test_what_is_late_but_not_too_late_is_sent(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, replace(DIGEST, late_after=NOW + timedelta(hours=72)))
    assert record.outbox.claim("one", NOW + timedelta(hours=72), LEASE) is not None


def test_a_delivery_whose_lease_ran_out_is_abandoned_once_settled(
    record: Record, workspace: Workspace
) -> None:
    owe(record, workspace, DIGEST, replace(DIGEST, channel="C2"))
    left = claim(record, OVER)
    claim(record, LEASE)
    assert record.outbox.take_over("two", timedelta(minutes=2), LEASE) is None
    taken = record.outbox.take_over("two", OVER, LEASE)
    assert taken is not None
    assert (taken.id, taken.state, taken.attempt) == (left.id, DeliveryState.CHECKING, left.attempt + 1)
    assert record.outbox.take_over("two", OVER, LEASE) is None
    assert not record.outbox.posted(left.id, left.attempt, "1790.1"), "whoever was overtaken is not heard"


def test_a_check_that_was_never_finished_is_taken_over_too(record: Record, workspace: Workspace) -> None:
    left = doubtful(record, workspace, lease=OVER)
    again = record.outbox.take_over("three", OVER, LEASE)
    assert again is not None
    assert (again.id, again.attempt) == (left.id, left.attempt + 1)


def test_leases_do_not_run_by_the_programs_clock(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, DIGEST)
    assert record.outbox.claim("one", NOW + timedelta(days=3650), LEASE) is not None
    assert record.outbox.take_over("two", OVER, LEASE) is None


@pytest.mark.parametrize(("state", "ts"), [(DeliveryState.POSTED, "1790.1"), (DeliveryState.UNKNOWN, None)])
def test_a_doubtful_delivery_is_resolved(
    record: Record, workspace: Workspace, state: DeliveryState, ts: str | None
) -> None:
    left = doubtful(record, workspace)
    assert record.outbox.resolve(left.id, left.attempt, state, ts)
    kept = found(record, workspace)
    assert (kept.state, kept.posted_ts) == (state, ts)
    assert record.outbox.claim("one", NOW, LEASE) is None


def test_what_was_not_found_is_posted_again_and_that_is_counted(record: Record, workspace: Workspace) -> None:
    left = doubtful(record, workspace)
    assert record.outbox.repost(left.id, left.attempt, NOW)
    assert not record.outbox.repost(left.id, left.attempt, NOW)
    assert claim(record).reposts == 1


def test_what_stayed_unknown_is_settled_by_a_person_once(record: Record, workspace: Workspace) -> None:
    left = doubtful(record, workspace)
    with record.open_work(workspace.id) as work, pytest.raises(AlreadySettled):
        work.owing.found(left.id)
    assert record.outbox.resolve(left.id, left.attempt, DeliveryState.UNKNOWN, None)
    with record.open_work(workspace.id) as work:
        work.owing.found(left.id)
    assert found(record, workspace).state is DeliveryState.POSTED
    with record.open_work(workspace.id) as work, pytest.raises(AlreadySettled):
        work.owing.post_again(left.id, NOW)


def test_a_person_may_have_it_posted_however_late_it_is(record: Record, workspace: Workspace) -> None:
    left = doubtful(record, workspace, late_after=NOW + timedelta(hours=1))
    assert record.outbox.resolve(left.id, left.attempt, DeliveryState.UNKNOWN, None)
    much_later = NOW + timedelta(hours=2)
    with record.open_work(workspace.id) as work:
        work.owing.post_again(left.id, much_later)
    again = record.outbox.claim("one", much_later, LEASE)
    assert again is not None
    assert again.reposts == 1


def test_what_was_posted_again_is_looked_after_so_long_later_and_each_time_once(
    record: Record, workspace: Workspace
) -> None:
    left = doubtful(record, workspace)
    record.outbox.repost(left.id, left.attempt, NOW)
    again = claim(record)
    assert record.outbox.to_sweep((OVER, OVER)) == (), "it is not posted yet"
    record.outbox.posted(again.id, again.attempt, "1790.2")
    assert record.outbox.to_sweep((LEASE, LEASE)) == ()
    for sweeps in (0, 1):
        (due,) = record.outbox.to_sweep((OVER, OVER))
        assert due.sweeps == sweeps
        assert record.outbox.swept(due.id, due.sweeps)
        assert not record.outbox.swept(due.id, due.sweeps)
    assert record.outbox.to_sweep((OVER, OVER)) == ()


def test_a_second_look_is_made_though_nobody_was_there_for_the_first(
    record: Record, workspace: Workspace
) -> None:
    left = doubtful(record, workspace)
    record.outbox.repost(left.id, left.attempt, NOW)
    again = claim(record)
    record.outbox.posted(again.id, again.attempt, "1790.2")
    its_time_is_over = timedelta(days=-2)
    assert record.outbox.to_sweep((its_time_is_over,)) == ()
    assert len(record.outbox.to_sweep((its_time_is_over, OVER))) == 1


def test_what_was_posted_at_the_first_try_is_not_looked_after(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, DIGEST)
    claimed = claim(record)
    record.outbox.posted(claimed.id, claimed.attempt, "1790.1")
    assert record.outbox.to_sweep((OVER,)) == ()


def test_the_rest_of_what_has_no_beginning_is_left_out(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, *(replace(DIGEST, part=part) for part in (0, 1, 2)))
    claimed = claim(record)
    record.outbox.failed(claimed.id, claimed.attempt, "is_archived")
    for _ in range(2):
        assert record.outbox.claim("one", NOW, LEASE) is None
    reasons = [found(record, workspace, part).reason for part in (0, 1, 2)]
    assert reasons == ["is_archived", *["the part before it is not there"] * 2]


def test_many_claimers_never_hold_one_delivery(record: Record, workspace: Workspace) -> None:
    owed = [replace(DIGEST, channel=f"C{number}") for number in range(20)]
    owe(record, workspace, *owed)

    def claim_all(worker: str) -> list[int]:
        claimed: list[int] = []
        while (delivery := record.outbox.claim(worker, NOW, LEASE)) is not None:
            claimed.append(delivery.id)
        return claimed

    with ThreadPoolExecutor(4) as pool:
        claimed = [one for many in pool.map(claim_all, "abcd") for one in many]
    assert len(claimed) == len(set(claimed)) == len(owed)


def test_a_claimer_passes_over_what_another_is_just_taking(postgresql_url: str, clock: StoppedClock) -> None:
    record = Record(open_engine(postgresql_url), clock, AUDIT_KEY)
    workspace = record.workspaces.of(Platform.SLACK, "T1")
    owe(record, workspace, DIGEST, replace(DIGEST, channel="C2"))
    with psycopg.connect(postgresql_url) as another:
        another.execute("SELECT id FROM delivery WHERE channel = 'C1' FOR UPDATE")
        assert claim(record).owed.channel == "C2"
    record.close()
