"""Who is asked in whose place."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.absences import Away, AwayId, asked_for, away_on
from bot.partnership import PersonId

LEAD, DEPUTY = PersonId(1), PersonId(2)
NOTED = datetime(2026, 9, 21, 8, tzinfo=UTC)
FIRST, LAST, AFTER = date(2026, 10, 19), date(2026, 11, 6), date(2026, 11, 7)


def away(
    person: PersonId = LEAD, deputy: PersonId | None = DEPUTY, *, number: int = 1, ended: bool = False
) -> Away:
    return Away(AwayId(number), person, FIRST, LAST, deputy, person, NOTED, NOTED if ended else None)


def test_the_deputy_is_asked_on_the_first_and_the_last_day_and_the_lead_after() -> None:
    assert [asked_for([away()], LEAD, day) for day in (FIRST, LAST, AFTER)] == [DEPUTY, DEPUTY, LEAD]


def test_without_a_deputy_nobody_is_asked() -> None:
    assert asked_for([away(deputy=None)], LEAD, FIRST) is None


def test_a_deputy_who_is_away_too_is_not_asked_and_hands_nothing_on() -> None:
    assert asked_for([away(), away(DEPUTY, PersonId(3), number=2)], LEAD, FIRST) is None


def test_what_was_ended_holds_no_longer() -> None:
    assert asked_for([away(ended=True)], LEAD, FIRST) == LEAD
    assert away_on([away(ended=True)], LEAD, FIRST) is None
