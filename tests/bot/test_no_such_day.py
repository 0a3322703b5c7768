"""Which dates no calendar has, and what only looks like one."""

from __future__ import annotations

import pytest

from bot.no_such_day import no_such_day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4.1 slips to 31/02/2027", "31/02/2027"),
        ("now 30.2.27", "30.2.27"),
        ("done by 31-06-2027", "31-06-2027"),
        ("now due 30 Feb 2027, waiting for IT", "30 Feb 2027"),
        ("the 31st of June", "31st of June"),
        ("29 Feb 2027", "29 Feb 2027"),
        ("31 September", "31 September"),
        ("from 1 Feb to 31 Feb", "31 Feb"),
    ],
)
def test_a_day_no_month_has(text: str, found: str) -> None:
    assert no_such_day(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "29 Feb",
        "29 Feb 2028",
        "31/12/2026",
        "28.2.2027",
        "BOD 60/17(h)",
        "minute 31/02/2027/4",
        "31/13/2027",
        "31 patients in June",
        "version 1.30.2.27",
        "45 Feb",
        "30 staff",
    ],
)
def test_what_can_be_or_is_no_date_is_left_alone(text: str) -> None:
    assert no_such_day(text) == ""
