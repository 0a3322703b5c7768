"""The chaos experiment itself, small: it once posted nothing, wanting a method that Slack has, unseen."""

from __future__ import annotations

from benchmarks.chaos import deliveries
from benchmarks.chaos.databases import fresh

A_BUSY_MACHINES_PATIENCE = 120.0


def test_a_small_chaos_posts_every_delivery_once() -> None:
    with fresh("sqlite") as url:
        came = deliveries.run(url, 8, 2, seed=1, patience=A_BUSY_MACHINES_PATIENCE)

    assert came.states == {"posted": 8}
    assert (came.duplicates, came.missing) == (0, 0)
