"""Claim, then send: one holder at a time, in order, each word fenced by its attempt."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery import Delivery, DeliveryKind, DeliveryState, Owed
from bot.partnership import Platform, Workspace
from storage import Record
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
    assert [delivery.id for delivery in record.outbox.abandoned(OVER)] == [left.id]
    assert record.outbox.abandoned(timedelta(minutes=2)) == ()


def test_leases_do_not_run_by_the_programs_clock(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, DIGEST)
    assert record.outbox.claim("one", NOW + timedelta(days=3650), LEASE) is not None
    assert record.outbox.abandoned(OVER) == ()


@pytest.mark.parametrize(
    ("state", "ts"),
    [(DeliveryState.POSTED, "1790.1"), (DeliveryState.PENDING, None), (DeliveryState.UNKNOWN, None)],
)
def test_an_uncertain_delivery_is_resolved(
    record: Record, workspace: Workspace, state: DeliveryState, ts: str | None
) -> None:
    owe(record, workspace, DIGEST)
    left = claim(record, OVER)
    assert record.outbox.resolve(left.id, left.attempt, state, ts)
    kept = found(record, workspace)
    assert (kept.state, kept.posted_ts) == (state, ts)
    assert (record.outbox.claim("one", NOW, LEASE) is not None) is (state is DeliveryState.PENDING)


def test_what_stayed_unknown_can_still_be_resolved_by_a_person(record: Record, workspace: Workspace) -> None:
    owe(record, workspace, DIGEST)
    left = claim(record)
    assert record.outbox.resolve(left.id, left.attempt, DeliveryState.UNKNOWN, None)
    assert record.outbox.resolve(left.id, left.attempt, DeliveryState.PENDING, None)
    assert claim(record).attempt == 2


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
