"""Fault 18: a digest falls on a bank holiday, which the nations keep on different days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.instants import local_day
from bot.partnership import Nation, Partnership, PartnershipId, Rhythm
from bot.services.tick import digests_due


@pytest.mark.parametrize(
    ("nation", "printed", "posted"),
    [
        ("england", date(2026, 4, 6), date(2026, 4, 7)),  # Easter Monday
        ("wales", date(2026, 4, 6), date(2026, 4, 7)),
        ("northern_ireland", date(2026, 4, 6), date(2026, 4, 7)),
        ("scotland", date(2026, 4, 6), date(2026, 4, 6)),
        ("scotland", date(2026, 8, 3), date(2026, 8, 4)),  # the summer bank holiday, a month apart
        ("england", date(2026, 8, 3), date(2026, 8, 3)),
        ("england", date(2026, 8, 31), date(2026, 9, 1)),
        ("scotland", date(2026, 8, 31), date(2026, 8, 31)),
        ("northern_ireland", date(2027, 7, 12), date(2027, 7, 13)),  # the Battle of the Boyne
        ("england", date(2027, 7, 12), date(2027, 7, 12)),
        ("scotland", date(2026, 11, 30), date(2026, 12, 1)),  # St Andrew's Day
        ("england", date(2026, 11, 30), date(2026, 11, 30)),
        ("england", date(2028, 1, 3), date(2028, 1, 4)),  # New Year's Day, in lieu
        ("scotland", date(2028, 1, 3), date(2028, 1, 5)),  # and the second of January after it
    ],
)
def test_it_moves_to_the_next_working_day_of_its_nation_and_keeps_its_key(
    nation: Nation, printed: date, posted: date
) -> None:
    assert printed.isoweekday() == 1
    where = Partnership(PartnershipId(1), "Larkmere", "C1", nation=nation, rhythm=Rhythm())
    midnight = datetime(printed.year, printed.month, printed.day, tzinfo=UTC)
    due = digests_due(where, midnight - timedelta(hours=1), midnight + timedelta(days=6))
    ((key, at),) = due
    assert local_day(at, where.zone) == posted
    year, week, _ = printed.isocalendar()
    assert key == f"{year}-W{week:02d}"


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern_ireland"])
def test_over_ten_years_no_digest_falls_on_a_holiday_and_no_week_is_lost(nation: Nation) -> None:
    for weekday in (1, 5):
        where = Partnership(
            PartnershipId(1), "Larkmere", "C1", nation=nation, rhythm=Rhythm(digest_weekday=weekday)
        )
        due = digests_due(where, datetime(2025, 1, 10, tzinfo=UTC), datetime(2035, 1, 13, tzinfo=UTC))
        keys = [key for key, _ in due]
        assert len(keys) == len(set(keys)) == (522 if weekday == 1 else 523)
        assert all(local_day(at, where.zone).isoweekday() <= 5 for _, at in due)
