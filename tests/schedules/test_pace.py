"""A channel gets a few messages at once and then one a second; another channel is not held up by it."""

from schedules.pace import Pace
from tests.schedules.hand_clock import HandClock


def test_a_short_burst_goes_at_once_and_then_one_a_second() -> None:
    clock = HandClock()
    pace = Pace(1.0, 3, clock.monotonic)
    assert [pace.wait("C1") for _ in range(3)] == [0.0, 0.0, 0.0]
    assert pace.wait("C1") == 1.0
    clock.move(1.0)
    assert pace.wait("C1") == 0.0


def test_channels_do_not_wait_for_each_other() -> None:
    pace = Pace(1.0, 1, HandClock().monotonic)
    assert pace.wait("C1") == 0.0
    assert pace.wait("C1") > 0
    assert pace.wait("C2") == 0.0


def test_messages_put_off_together_keep_their_order() -> None:
    pace = Pace(1.0, 1, HandClock().monotonic)
    pace.wait("C1")
    first, second, third = (pace.wait("C1") for _ in range(3))
    assert 0 < first < second < third


def test_a_quiet_channel_saves_up_no_more_than_the_burst() -> None:
    clock = HandClock()
    pace = Pace(1.0, 2, clock.monotonic)
    pace.wait("C1")
    clock.move(3600)
    assert [pace.wait("C1") > 0 for _ in range(3)] == [False, False, True]
