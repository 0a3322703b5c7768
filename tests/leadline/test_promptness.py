"""A process that answers people is set for short waits."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest

from leadline.promptness import TAKE_TURNS_EVERY, answer_promptly


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    interval = sys.getswitchinterval()
    yield
    sys.setswitchinterval(interval)
    gc.unfreeze()


def test_what_is_loaded_is_looked_through_no_more() -> None:
    answer_promptly()
    assert gc.get_freeze_count() > 10_000
    assert sys.getswitchinterval() == pytest.approx(TAKE_TURNS_EVERY)


def test_what_is_dropped_later_is_still_found() -> None:
    answer_promptly()
    ring: list[object] = []
    ring.append(ring)
    del ring
    assert gc.collect() >= 1
