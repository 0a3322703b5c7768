"""Fault 17: the clocks change. Every week has one digest, over ten years, wherever a partnership may be."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from random import Random

import pytest

from bot.instants import local_time
from bot.partnership import Partnership, PartnershipId, Rhythm
from bot.services.tick import digests_due

FROM, TO = datetime(2025, 1, 6, tzinfo=UTC), datetime(2035, 1, 8, tzinfo=UTC)
ZONES = ("Europe/London", "Europe/Dublin", "Europe/Belfast", "UTC")
"""Where partnerships of these islands keep their time; Dublin counts its summer the other way round."""

AT_NIGHT = (time(0, 0), time(0, 30), time(1, 0), time(1, 30), time(2, 0))
TIMES = (*AT_NIGHT, time(9, 0), time(23, 59))
SEED = 20261122


def partnership(zone: str, weekday: int, at: time) -> Partnership:
    rhythm = Rhythm(digest_weekday=weekday, digest_at=at)
    return Partnership(PartnershipId(1), "Larkmere", "C1", zone=zone, rhythm=rhythm)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("weekday", range(1, 8))
def test_no_week_of_ten_years_is_skipped_or_doubled(zone: str, weekday: int) -> None:
    for at in TIMES:
        due = digests_due(partnership(zone, weekday, at), FROM, TO)
        weeks = [key for key, _ in due]
        every = {f"{day.isocalendar().year}-W{day.isocalendar().week:02d}" for day in _days()}
        assert not [week for week, times in Counter(weeks).items() if times > 1]
        assert every - set(weeks) <= {weeks_end(TO), weeks_end(FROM)}
        instants = [instant for _, instant in due]
        assert instants == sorted(instants)


def weeks_end(at: datetime) -> str:
    """The week that the stretch begins or ends in, whose digest may lie outside it."""
    year, week, _ = at.isocalendar()
    return f"{year}-W{week:02d}"


def _days() -> list[date]:
    return [FROM.date() + timedelta(days=number) for number in range((TO - FROM).days + 1)]


@pytest.mark.parametrize("zone", ZONES)
def test_however_the_ticks_fall_what_is_due_is_due_once(zone: str) -> None:
    """Ticks at random, half of them around the clock changes, give what one look at the whole gives."""
    dice = Random(SEED)  # noqa: S311 - when to look
    for weekday, at in ((7, time(1, 30)), (1, time(0, 30)), (7, time(1, 0)), (1, time(9, 0))):
        where = partnership(zone, weekday, at)
        seen, since = list[tuple[str, datetime]](), FROM
        until = FROM + timedelta(days=420)
        while since < until:
            now = since + timedelta(minutes=dice.choice((1, 29, 60, 61, 1440, 10_000)) * 4)
            seen += digests_due(where, since, now)
            since = now
        assert seen == list(digests_due(where, FROM, since))


def test_a_wall_time_that_comes_twice_is_its_first_and_one_that_does_not_come_is_an_hour_later() -> None:
    sunday = partnership("Europe/London", 7, time(1, 30))
    october = dict(
        digests_due(sunday, datetime(2026, 10, 24, tzinfo=UTC), datetime(2026, 10, 26, tzinfo=UTC))
    )
    assert october == {"2026-W43": datetime(2026, 10, 25, 0, 30, tzinfo=UTC)}
    march = dict(digests_due(sunday, datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 3, 30, tzinfo=UTC)))
    assert march == {"2026-W13": datetime(2026, 3, 29, 1, 30, tzinfo=UTC)}
    assert local_time(march["2026-W13"], "Europe/London").time() == time(2, 30)
