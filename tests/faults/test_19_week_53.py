"""Fault 19: a year of 53 weeks ends, and a week lies in two years."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from bot.partnership import Partnership, PartnershipId, Rhythm
from bot.services.tick import digests_due


def test_every_week_around_the_year_has_a_key_of_its_own() -> None:
    friday = Partnership(
        PartnershipId(1), "Larkmere", "C1", rhythm=Rhythm(digest_weekday=7, digest_at=time(9, 0))
    )
    start = datetime(2026, 12, 14, tzinfo=UTC)
    keys = [key for key, _ in digests_due(friday, start, start + timedelta(days=35))]
    assert keys == ["2026-W51", "2026-W52", "2026-W53", "2027-W01", "2027-W02"]


def test_a_digest_moved_past_new_years_day_keeps_the_key_of_its_printed_week() -> None:
    friday = Partnership(PartnershipId(1), "Larkmere", "C1", rhythm=Rhythm(digest_weekday=5))
    start = datetime(2026, 12, 30, tzinfo=UTC)
    due = digests_due(friday, start, start + timedelta(days=11))
    assert [(key, at.date().isoformat()) for key, at in due] == [
        ("2026-W53", "2027-01-04"),
        ("2027-W01", "2027-01-08"),
    ]
