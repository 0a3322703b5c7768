"""Fault 8: Slack stores the message and then says that it failed."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize("fault", ["500", "503", "internal_error"])
def test_it_is_found_and_not_posted_again(posted_once: Callable[[str], None], fault: str) -> None:
    posted_once(fault)
