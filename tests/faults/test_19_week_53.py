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


def test_a_day_that_is_changed_within_the_week_keeps_the_weeks_key_so_that_no_second_is_posted() -> None:
    monday, thursday = (
        Partnership(PartnershipId(1), "Larkmere", "C1", rhythm=Rhythm(digest_weekday=day)) for day in (1, 4)
    )
    start, changed = datetime(2027, 1, 3, tzinfo=UTC), datetime(2027, 1, 5, tzinfo=UTC)
    before = [key for key, _ in digests_due(monday, start, changed)]
    after = [key for key, _ in digests_due(thursday, changed, start + timedelta(days=7))]
    assert before == after == ["2027-W01"]
