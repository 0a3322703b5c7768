"""What takes long is done beside everything else, in turn; what a stop leaves is given up in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schedules.errands import MOST_WAITING, Errands


def say(told: list[str], words: str) -> Callable[[], None]:
    return lambda: told.append(words)


def test_errands_are_done_in_turn_and_ring_for_whoever_does_them() -> None:
    errands, told = Errands(), list[str]()
    assert not errands.step()
    for one in ("first", "second"):
        assert errands.take(say(told, one), say(told, f"no {one}"))
    assert errands.bell.is_set()
    assert errands.step()
    assert errands.step()
    assert not errands.step()
    errands.give_up()
    assert told == ["first", "second"]


def test_one_more_than_can_wait_is_not_taken() -> None:
    errands = Errands()
    taken = [errands.take(lambda: None, lambda: None) for _ in range(MOST_WAITING + 1)]
    assert taken == [True] * MOST_WAITING + [False]


def test_what_a_stop_finds_waiting_or_half_done_is_given_up() -> None:
    errands, told = Errands(), list[str]()
    errands.take(errands.give_up, say(told, "not this"))  # the bot stops while this is being done
    errands.take(say(told, "done"), say(told, "nor that"))
    errands.step()
    assert told == ["not this", "nor that"]
    assert not errands.step()


def test_an_errand_that_fails_is_over() -> None:
    errands, told = Errands(), list[str]()
    errands.take(lambda: {}["nothing"], say(told, "given up"))
    with pytest.raises(KeyError):
        errands.step()
    errands.give_up()
    assert told == []
