"""Claim, compose, post once, record: and what is uncertain is never posted again blindly."""

import logging
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.card import Card, Line
from bot.delivery import Delivery, DeliveryKind, DeliveryState, Posted, Skip
from bot.errors import HistoryUnreadable, MaybePosted, NotPosted
from schedules.delivery_worker import Composing, DeliveryWorker
from schedules.janitor import Janitor
from schedules.pace import Pace
from schedules.reconciler import AGAIN_AFTER, Reconciler
from tests.schedules.hand_clock import HandClock
from tests.schedules.memory_outbox import MemoryOutbox, Platform, owed


class House:
    """A worker and a reconciler over one outbox and one platform."""

    def __init__(self, burst: int = 100) -> None:
        self.clock = HandClock()
        self.outbox = MemoryOutbox(self.clock)
        self.platform = Platform()
        self.told: list[tuple[Delivery, Posted]] = []
        self.losses: list[tuple[str, DeliveryState, str]] = []
        self.slow_composing = 0.0
        self.history_comes_back = False
        self.composing_fails = False
        self.follow_up_fails = False
        self.is_allowed = False
        self.draft_writes = False
        composing = Composing(
            self.held_back, self.draft, self.compose, lambda _: True, self.posted, self.lost, fit
        )
        self.worker = DeliveryWorker(
            "test",
            self.outbox,
            self.outbox.open_work,
            composing,
            self.platform,
            self.clock,
            self.clock.monotonic,
            Pace(1.0, burst, self.clock.monotonic),
        )
        self.pauses: list[float] = []
        self.reconciler = Reconciler(
            "test",
            self.outbox,
            self.outbox.open_work,
            composing,
            self.platform,
            self.clock,
            pause=self.pause,
        )

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        if self.history_comes_back:
            self.platform.history = None

    def held_back(self, work: Any, delivery: Delivery, is_shared: bool | None) -> bool:
        if self.is_allowed:
            return False
        work.owing.skip(delivery.id, delivery.attempt, f"shared: {is_shared}")
        return True

    def draft(self, work: Any, delivery: Delivery) -> Card | Skip | None:
        assert work.read_only, "looking keeps nobody waiting"
        if self.draft_writes:
            raise PermissionError
        return delivery.owed.body

    def compose(self, work: Any, delivery: Delivery, draft: Card | Skip | None) -> Card | Skip:
        assert not work.read_only
        is_shared = self.platform.is_shared(delivery.owed.channel) is not False
        assert draft == (None if self.draft_writes or is_shared else delivery.owed.body)
        self.clock.seconds += self.slow_composing
        if self.composing_fails:
            raise ValueError("what somebody wrote")
        if delivery.owed.period_key == "nothing to say":
            work.owing.skip(delivery.id, delivery.attempt, "answered meanwhile")
            return Skip("answered meanwhile")
        assert delivery.owed.body is not None
        return delivery.owed.body

    def posted(self, work: Any, delivery: Delivery, where: Posted) -> None:
        if self.follow_up_fails:
            raise LookupError
        self.told.append((delivery, where))

    def lost(self, work: Any, delivery: Delivery, state: DeliveryState, reason: str) -> None:
        self.losses.append((delivery.owed.period_key, state, reason))

    def owe(self, key: str, *words: str, channel: str = "U1", **more: Any) -> None:
        self.outbox.owe(replace(owed(key, self.clock.now(), channel, *words), **more))

    def drain(self) -> None:
        while self.worker.step():
            pass

    def states(self) -> list[DeliveryState]:
        return [row.delivery.state for row in self.outbox.rows]

    def said(self) -> list[str]:
        return [card.summary for _, card in self.platform.stored]


def fit(card: Card) -> tuple[Card, ...]:
    """Two lines make a message here."""
    pairs = [card.pieces[at : at + 2] for at in range(0, len(card.pieces), 2)]
    return tuple(Card(f"{card.summary}/{number}", pieces) for number, pieces in enumerate(pairs, 1))


@pytest.mark.parametrize("draft_writes", [False, True])
def test_what_is_owed_is_posted_once_and_recorded(draft_writes: bool) -> None:
    house = House()
    house.draft_writes = draft_writes
    house.owe("hello")
    house.drain()
    house.drain()
    assert house.said() == ["hello/1"]
    assert house.states() == [DeliveryState.POSTED]
    assert house.outbox.rows[0].delivery.posted_ts == "1.0"
    assert [where for _, where in house.told] == [Posted("D1", "1.0")]


def test_what_has_nothing_left_to_say_is_skipped_with_its_reason() -> None:
    house = House()
    house.owe("nothing to say")
    house.drain()
    assert house.said() == []
    assert house.outbox.rows[0].delivery.reason == "answered meanwhile"
    assert house.states() == [DeliveryState.SKIPPED]


@pytest.mark.parametrize("is_shared", [True, None])
def test_what_is_held_back_from_a_shared_channel_is_not_posted(is_shared: bool | None) -> None:
    house = House()
    house.platform.shared = is_shared
    house.owe("a digest", channel="C1")
    house.owe("hello")
    house.drain()
    assert house.said() == ["hello/1"], "a person's own conversation is not a channel"
    assert house.outbox.rows[0].delivery.reason == f"shared: {is_shared}"
    house.is_allowed = True
    house.owe("the next", channel="C1")
    house.drain()
    assert house.said() == ["hello/1", "the next/1"]


def test_what_cannot_be_asked_now_is_asked_again_before_anything_is_posted() -> None:
    house = House()
    house.owe("a digest", channel="C1")
    house.platform.unasked = [NotPosted("ratelimited", timedelta(seconds=7))]
    house.drain()
    assert (house.said(), house.states()) == ([], [DeliveryState.PENDING])
    house.clock.move(7)
    house.drain()
    assert house.said() == ["a digest/1"]


def test_a_refusal_for_now_is_tried_again_when_the_platform_said() -> None:
    house = House()
    house.owe("hello")
    house.platform.failures = [NotPosted("ratelimited", timedelta(seconds=7))]
    house.drain()
    assert house.states() == [DeliveryState.PENDING]
    house.clock.move(6)
    house.drain()
    assert house.said() == []
    house.clock.move(1)
    house.drain()
    assert house.said() == ["hello/1"]


def test_a_refusal_for_good_fails_with_its_reason_and_others_go_on() -> None:
    house = House()
    house.owe("to an archived channel", channel="C1")
    house.owe("hello")
    house.platform.failures = [NotPosted("is_archived")]
    house.drain()
    assert house.states() == [DeliveryState.FAILED, DeliveryState.POSTED]
    assert house.outbox.rows[0].delivery.reason == "is_archived"
    assert house.losses == [("to an archived channel", DeliveryState.FAILED, "is_archived")]


def test_an_uncertain_post_that_arrived_is_found_and_not_repeated() -> None:
    house = House()
    house.owe("hello")
    house.platform.failures = [MaybePosted("TimeoutError")]
    house.platform.stores_before_failing = True
    house.drain()
    assert house.states() == [DeliveryState.POSTING]
    house.reconciler.reconcile()
    house.drain()
    assert house.states() == [DeliveryState.POSTED]
    assert house.said() == ["hello/1"]
    assert [where.ts for _, where in house.told] == ["1.0"]


def test_an_uncertain_post_that_did_not_arrive_is_repeated_once() -> None:
    house = House()
    house.owe("hello")
    house.platform.failures = [MaybePosted("TimeoutError")]
    house.drain()
    house.reconciler.reconcile()
    house.drain()
    assert house.states() == [DeliveryState.POSTED]
    assert house.said() == ["hello/1"]


def test_a_post_that_is_twice_uncertain_and_not_found_is_unknown() -> None:
    house = House()
    house.owe("hello")
    house.platform.failures = [
        MaybePosted("TimeoutError"),
        NotPosted("ratelimited", timedelta(seconds=1)),
        MaybePosted("TimeoutError"),
    ]
    house.drain()
    house.reconciler.reconcile()
    house.drain()
    house.clock.move(1)
    house.drain()
    house.reconciler.reconcile()
    house.drain()
    assert house.states() == [DeliveryState.UNKNOWN]
    assert house.said() == []
    assert house.losses == [("hello", DeliveryState.UNKNOWN, "not found twice")]


def test_an_uncertain_post_is_unknown_at_once_where_history_cannot_be_read() -> None:
    house = House()
    house.owe("hello")
    house.platform.failures = [MaybePosted("TimeoutError")]
    house.platform.history = HistoryUnreadable("missing_scope")
    house.drain()
    house.reconciler.reconcile()
    house.drain()
    assert house.states() == [DeliveryState.UNKNOWN]
    assert house.said() == []


def test_a_history_that_cannot_be_read_for_a_moment_is_asked_once_more() -> None:
    house = House()
    house.owe("hello")
    house.platform.failures = [MaybePosted("TimeoutError")]
    house.platform.history, house.history_comes_back = HistoryUnreadable("internal_error"), True
    house.drain()
    house.reconciler.reconcile()
    house.drain()
    assert house.pauses == [AGAIN_AFTER]
    assert house.states() == [DeliveryState.POSTED]
    assert house.losses == []


def test_a_message_that_shows_after_it_was_posted_again_is_deleted_by_the_janitor() -> None:
    house = House()
    house.owe("hello")
    house.platform.failures = [MaybePosted("TimeoutError")]
    house.drain()
    house.reconciler.reconcile()
    house.platform.stored.append(house.platform.late(house.outbox.rows[0].delivery))
    house.drain()
    assert len(house.said()) == 2
    janitor = Janitor(house.outbox, house.platform)
    for _ in range(3):
        janitor.sweep()
    assert house.platform.deleted == ["2.0"], "the first is kept"
    assert house.outbox.rows[0].delivery.sweeps == 2


def test_a_channel_that_cannot_be_read_is_looked_after_at_the_next_tick() -> None:
    house = House()
    house.owe("hello")
    house.platform.failures = [MaybePosted("TimeoutError")]
    house.drain()
    house.reconciler.reconcile()
    house.drain()
    house.platform.history = HistoryUnreadable("ratelimited")
    janitor = Janitor(house.outbox, house.platform)
    janitor.sweep()
    assert house.outbox.rows[0].delivery.sweeps == 0
    house.platform.history = None
    janitor.sweep()
    assert house.outbox.rows[0].delivery.sweeps == 1
    assert house.platform.deleted == []


@pytest.mark.parametrize("holds_all", [False, True])
def test_what_has_to_wait_holds_up_the_channels_others_too_and_a_rate_limit_everybody(
    *, holds_all: bool
) -> None:
    house = House()
    house.owe("one")
    house.clock.move(0.001)
    house.owe("two")
    house.owe("elsewhere", channel="U2")
    house.platform.failures = [NotPosted("not now", timedelta(seconds=7), holds_all=holds_all)]
    house.drain()
    assert house.said() == ([] if holds_all else ["elsewhere/1"])
    house.clock.move(7.1)
    house.drain()
    assert sorted(house.said()) == ["elsewhere/1", "one/1", "two/1"]
    assert house.said().index("one/1") < house.said().index("two/1")


def test_a_worker_that_was_paused_past_its_lease_does_not_post() -> None:
    house = House()
    house.owe("hello")
    house.slow_composing = 51.0
    house.worker.step()
    assert house.said() == []
    house.slow_composing = 0.0
    house.drain()
    assert house.said() == ["hello/1"]


def test_a_message_that_cannot_be_composed_fails_in_the_end_and_holds_up_nobody(
    caplog: pytest.LogCaptureFixture,
) -> None:
    house = House()
    house.owe("broken")
    house.composing_fails = True
    with caplog.at_level(logging.DEBUG):
        for _ in range(5):
            house.drain()
            house.clock.move(60)
    house.composing_fails = False
    house.owe("hello")
    house.drain()
    assert house.states() == [DeliveryState.FAILED, DeliveryState.POSTED]
    assert house.outbox.rows[0].delivery.reason == "ValueError"
    assert "somebody wrote" not in caplog.text


def test_waiting_for_the_platform_uses_up_no_try_to_compose() -> None:
    house = House()
    house.owe("hello")
    house.platform.failures = [NotPosted("gaierror", timedelta(seconds=30))] * 6
    for _ in range(6):
        house.drain()
        house.clock.move(31)
    house.composing_fails = True
    house.drain()
    assert house.states() == [DeliveryState.PENDING], "one fault is not five"
    house.composing_fails = False
    house.clock.move(31)
    house.drain()
    assert house.said() == ["hello/1"]


def test_a_card_too_long_for_one_message_is_told_in_several_in_order() -> None:
    house = House()
    house.owe("long", "a", "b", "c", "d", "e")
    house.clock.move(0.01)
    house.drain()
    assert len(house.said()) == 3
    assert [
        line.text for _, card in house.platform.stored for line in card.pieces if isinstance(line, Line)
    ] == [*"abcde"]
    assert house.states() == [DeliveryState.POSTED] * 3
    assert [row.delivery.owed.part for row in house.outbox.rows] == [0, 1, 2]


def test_one_channel_is_paced_and_another_is_not_held_up() -> None:
    house = House(burst=1)
    for key in ("one", "two", "three"):
        house.owe(key, channel="C1")
        house.clock.move(0.001)
    house.owe("hello", channel="U2")
    house.drain()
    assert house.said() == ["one/1", "hello/1"]
    house.clock.move(1.1)
    house.drain()
    house.clock.move(1.1)
    house.drain()
    assert house.said() == ["one/1", "hello/1", "two/1", "three/1"]


def test_the_digests_of_a_workspace_are_paced_together() -> None:
    house = House(burst=1)
    for key, channel in (("one", "C1"), ("two", "C2")):
        house.owe(key, channel=channel, kind=DeliveryKind.WEEKLY_DIGEST)
        house.clock.move(0.001)
    house.owe("hello", channel="U2")
    house.drain()
    assert house.said() == ["one/1", "hello/1"]
    house.clock.move(1.1)
    house.drain()
    assert house.said() == ["one/1", "hello/1", "two/1"]


def test_a_fault_after_posting_does_not_have_it_posted_twice(caplog: pytest.LogCaptureFixture) -> None:
    house = House()
    house.owe("hello")
    house.follow_up_fails = True
    house.drain()
    house.reconciler.reconcile()
    house.drain()
    assert house.said() == ["hello/1"]
    assert house.states() == [DeliveryState.POSTED]
    assert "after delivery 1: LookupError" in caplog.text


def test_another_attempts_outcome_is_not_overwritten() -> None:
    house = House()
    house.owe("hello")
    stale = house.outbox.claim("slow", house.clock.now(), timedelta())
    assert stale is not None
    house.outbox.later(stale.id, stale.attempt, house.clock.now(), "taken over")
    house.drain()
    assert house.outbox.posted(stale.id, stale.attempt, "9.9") is False
    assert house.outbox.rows[0].delivery.posted_ts == "1.0"
