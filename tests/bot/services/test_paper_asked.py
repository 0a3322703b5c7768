"""Which meeting a paper is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.partnership import MeetingId
from bot.services.reports.paper_asked import meeting_meant
from tests.bot.larkmere import OCTOBER_BOARD, day, month

TODAY = date(2026, 9, 21)
MEETINGS = tuple(
    replace(OCTOBER_BOARD, id=MeetingId(number), body=body, on=on)
    for number, (body, on) in enumerate(
        (
            ("Board", day(2025, 10, 15)),
            ("Board", day(2026, 9, 14)),
            ("Board", day(2026, 10, 14)),
            ("Scrutiny Committee", day(2026, 10, 20)),
            ("Board", month(2026, 12)),
            ("Board", day(2027, 10, 13)),
        )
    )
)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("", 2),
        ("Board", 2),
        ("Scrutiny Committee", 3),
        ("Board 14 Oct", 2),
        ("board on 14 October", 2),
        ("Board meeting of Wed 14 Oct 2026", 2),
        ("14 Oct", 2),
        ("14/10", 2),
        ("20 Oct", 3),
        ("Board 14 Sept", 1),
        ("Board, 15 Oct 2025", 0),
        ("Board October", 2),
        ("Board December", 4),
        ("Board 13 October 2027", 5),
        ("Board 20 Oct", None),
        ("Board 14 Oct 2028", None),
        ("Cabinet", None),
        ("Cabinet 14 Oct", None),
    ],
)
def test_a_meeting_is_meant_by_its_body_its_day_or_both(words: str, meant: int | None) -> None:
    found = meeting_meant(words, MEETINGS, TODAY)
    assert (None if found is None else int(found.id)) == meant
