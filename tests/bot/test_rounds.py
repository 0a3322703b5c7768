"""Rounds of asking, from a body's own calendar or by the month or week."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.instants import local_time
from bot.meetings import papers_go_on
from bot.partnership import Cadence, MeetingId, Rhythm
from bot.rounds import (
    Silence,
    fresh_since,
    horizon_of,
    meeting_round,
    next_round,
    round_for_news,
    rounds,
    silent_before,
)
from tests.bot.larkmere import OCTOBER_BOARD, PARTNERSHIP, day, month

LARKMERE = replace(PARTNERSHIP, rhythm=Rhythm())
NOVEMBER_BOARD = replace(
    OCTOBER_BOARD, id=MeetingId(2), on=day(2026, 11, 18), papers_due_on=date(2026, 11, 9)
)
BOTH = (OCTOBER_BOARD, NOVEMBER_BOARD)
SEPTEMBER = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)
ALL = rounds(LARKMERE, BOTH, SEPTEMBER)


def test_papers_due_on_a_sunday_go_on_the_friday_before() -> None:
    assert papers_go_on(OCTOBER_BOARD, LARKMERE) == date(2026, 10, 2)
    assert papers_go_on(replace(OCTOBER_BOARD, papers_due_on=None), LARKMERE) is None


def test_a_round_follows_from_the_papers() -> None:
    this = meeting_round(OCTOBER_BOARD, LARKMERE)
    assert this is not None
    walls = [local_time(at, LARKMERE.zone) for at in (this.ask_at, this.remind_at, this.updates_by)]
    assert [(at.date(), at.time()) for at in walls] == [
        (date(2026, 9, 21), time(9, 30)),
        (date(2026, 9, 28), time(9, 30)),
        (date(2026, 9, 29), time(12, 0)),
    ]
    assert (this.on, this.papers_on, this.body) == (date(2026, 10, 14), date(2026, 10, 2), "board")


def test_a_meeting_may_say_itself_when_its_updates_are_due() -> None:
    given = datetime(2026, 9, 30, 17, 0, tzinfo=UTC)
    this = meeting_round(replace(OCTOBER_BOARD, updates_by=given), LARKMERE)
    assert this is not None
    assert local_time(this.updates_by, LARKMERE.zone).replace(tzinfo=None) == datetime(2026, 9, 30, 17, 0)  # noqa: DTZ001 - a wall time


def test_without_papers_the_meeting_itself_counts_and_without_a_day_there_is_no_round() -> None:
    without_papers = meeting_round(replace(OCTOBER_BOARD, papers_due_on=None), LARKMERE)
    assert without_papers is not None
    assert local_time(without_papers.updates_by, LARKMERE.zone).date() == date(2026, 10, 9)
    assert meeting_round(replace(OCTOBER_BOARD, papers_due_on=None, on=month(2026, 10)), LARKMERE) is None


def test_bank_holidays_are_not_counted() -> None:
    after_christmas = replace(OCTOBER_BOARD, on=day(2027, 1, 6), papers_due_on=date(2026, 12, 30))
    this = meeting_round(after_christmas, LARKMERE)
    assert this is not None
    assert local_time(this.updates_by, LARKMERE.zone).date() == date(2026, 12, 23)


def test_a_monthly_round_ends_on_the_months_last_working_day() -> None:
    monthly = replace(LARKMERE, rhythm=Rhythm(cadence=Cadence.MONTHLY))
    found = {one.key: one for one in rounds(monthly, (), datetime(2026, 10, 5, tzinfo=UTC))}
    assert found["month:2026-10"].on == date(2026, 10, 30)
    assert found["month:2026-12"].on == date(2026, 12, 31)
    assert "month:2027-01" in found


def test_a_weekly_round_asks_at_its_start_and_ends_on_friday() -> None:
    weekly = replace(LARKMERE, rhythm=Rhythm(cadence=Cadence.WEEKLY))
    found = {one.key: one for one in rounds(weekly, (), datetime(2026, 12, 29, tzinfo=UTC))}
    assert found["week:2026-W41"].on == date(2026, 10, 9)
    assert local_time(found["week:2026-W41"].ask_at, "Europe/London").date() == date(2026, 10, 5)
    assert "week:2026-W53" in found
    assert found["week:2026-W52"].on == date(2026, 12, 24)


def test_rounds_are_in_order_and_only_those_around_now() -> None:
    long_ago = replace(OCTOBER_BOARD, id=MeetingId(3), on=day(2025, 1, 14))
    assert [one.key for one in rounds(LARKMERE, (NOVEMBER_BOARD, long_ago, OCTOBER_BOARD), SEPTEMBER)] == [
        "meeting:1",
        "meeting:2",
    ]


def test_the_next_round_and_the_one_in_time_for_news() -> None:
    first, second = ALL
    assert next_round(ALL, SEPTEMBER) == first
    answering = datetime(2026, 9, 22, 9, 0, tzinfo=UTC)
    assert next_round(ALL, answering) == second
    assert round_for_news(ALL, answering) == first
    assert round_for_news(ALL, datetime(2026, 10, 2, 9, 0, tzinfo=UTC)) == second
    assert round_for_news(ALL, datetime(2026, 12, 2, 9, 0, tzinfo=UTC)) is None


def test_a_report_counts_for_a_round_from_when_the_body_last_met() -> None:
    first, second = ALL
    assert fresh_since(ALL, first) == datetime(2026, 9, 7, 8, 30, tzinfo=UTC)
    assert fresh_since(ALL, second).date() == date(2026, 10, 14)


def test_silence_counts_from_the_first_round_after_go_live() -> None:
    live = datetime(2026, 9, 14, 9, 0, tzinfo=UTC)
    before_it_closed, after = (
        datetime(2026, 9, 29, 10, 0, tzinfo=UTC),
        datetime(2026, 9, 29, 12, 0, tzinfo=UTC),
    )
    assert silent_before(ALL, before_it_closed, live, 1) is None
    assert silent_before(ALL, after, live, 1) == Silence(fresh_since(ALL, ALL[0]), horizon_of(ALL, ALL[0]))
    assert silent_before(ALL, after, live, 2) is None
    assert silent_before(ALL, after, None, 1) is None
    assert silent_before(ALL, after, datetime(2026, 9, 22, 9, 0, tzinfo=UTC), 1) is None
