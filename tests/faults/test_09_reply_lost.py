"""Fault 9: Slack stores the message and its answer never arrives."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize("fault", ["reply dropped", "reset", "timeout", "cut short"])
def test_it_is_found_and_not_posted_again(posted_once: Callable[[str], None], fault: str) -> None:
    posted_once(fault)
