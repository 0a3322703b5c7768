"""The rules hold on every day of two years, and for every month, weekday and quarter."""

from calendar import monthrange
from datetime import date, timedelta

import pytest

from bot.language.dates import Direction, find_dates
from bot.language.dates.words import MONTHS, WEEKDAYS
from bot.language.reading import Conventions
from bot.timescale import Precision, Timescale

CUSTOMS = Conventions()
DAYS = [date(2027, 3, 1) + timedelta(days=n) for n in range(731)]
"""Two years with a 29 February in them."""
NAMES = [name for name in MONTHS if name != "may"]


def meant(text: str, today: date, direction: Direction = Direction.FUTURE) -> Timescale:
    (span,) = find_dates(text, today, CUSTOMS)
    return span.resolve(direction)


@pytest.mark.parametrize("name", NAMES)
def test_a_month_ahead_is_the_first_that_is_not_over_and_behind_the_last_begun(name: str) -> None:
    for today in DAYS[::9]:
        ahead, behind = meant(f"in {name}", today), meant(f"in {name}", today, Direction.PAST)

        assert ahead.start.month == behind.start.month == MONTHS[name]
        assert ahead.end >= today > ahead.start - timedelta(days=366)
        assert behind.start <= today < behind.end + timedelta(days=366)
        assert ahead.end.day == monthrange(ahead.end.year, ahead.end.month)[1]


@pytest.mark.parametrize("name", WEEKDAYS)
def test_a_weekday_ahead_is_within_a_week_and_never_today(name: str) -> None:
    for today in DAYS[::5]:
        ahead = meant(f"by {name}", today).start
        behind = meant(f"on {name}", today, Direction.PAST).start

        assert ahead.weekday() == behind.weekday() == WEEKDAYS[name]
        assert 1 <= (ahead - today).days <= 7
        assert 1 <= (today - behind).days <= 7


def test_the_next_weekday_is_always_in_next_week_and_the_last_always_past() -> None:
    for today in DAYS[::3]:
        monday = today - timedelta(days=today.weekday())

        assert meant("next Thursday", today).start == monday + timedelta(days=10)
        assert today - timedelta(days=7) <= meant("last Thursday", today).start < today


def test_a_day_without_a_year_is_the_next_or_the_latest() -> None:
    for today in DAYS:
        for said in ("29/02", "31/12", "1/1", "1 April", "31st March"):
            ahead, behind = meant(f"on {said}", today), meant(f"on {said}", today, Direction.PAST)

            assert behind.start <= today <= ahead.start
            assert ahead.start == behind.start or ahead.start > behind.start
            if "29" not in said:
                assert (ahead.start - today).days <= 366


def test_every_day_of_a_month_is_read_day_first() -> None:
    for day in DAYS:
        for written in (
            day.strftime("%d/%m/%Y"),
            day.strftime("%d.%m.%y"),
            day.strftime("%d %B %Y"),
            day.isoformat(),
        ):
            assert meant(f"by {written}", DAYS[0]) == Timescale.of_day(day, written)


def test_the_end_of_any_month_is_its_last_day() -> None:
    for today in DAYS[::7]:
        for name in ("feb", "april", "december"):
            end = meant(f"end of {name}", today).end

            assert end >= today
            assert (end + timedelta(days=1)).day == 1


def test_quarters_of_every_day_are_three_whole_months_of_the_financial_year() -> None:
    for today in DAYS[::4]:
        this, following = meant("this quarter", today), meant("next quarter", today)
        numbered = [meant(f"in Q{n}", today) for n in (1, 2, 3, 4)]

        assert this.start <= today <= this.end
        assert following.start == this.end + timedelta(days=1)
        assert [quarter.start.month for quarter in numbered] == [4, 7, 10, 1]
        assert this.same_time(min(numbered, key=lambda quarter: quarter.end))


def test_financial_years_turn_on_the_first_of_april() -> None:
    for today in DAYS[::2]:
        this = meant("this financial year", today)

        assert this.start <= today <= this.end
        assert (this.start.month, this.start.day, this.end.month, this.end.day) == (4, 1, 3, 31)
        assert meant("year end", today).end == this.end
        assert meant("next financial year", today).start == this.end + timedelta(days=1)


def test_weeks_of_every_day_run_from_monday_to_sunday() -> None:
    for today in DAYS[::3]:
        this = meant("this week", today)

        assert this.start <= today <= this.end
        assert (this.start.weekday(), this.end.weekday()) == (0, 6)
        assert meant("next week", today).start == this.end + timedelta(days=1)
        assert meant("by the end of next week", today).end.weekday() == 4


def test_so_many_weeks_or_months_ahead_are_counted_from_today() -> None:
    for today in DAYS[::3]:
        assert meant("in three weeks", today).end == today + timedelta(days=21)
        later = meant("in 2 months", today).end
        assert (later.year * 12 + later.month) - (today.year * 12 + today.month) == 2
        assert later.day == min(today.day, monthrange(later.year, later.month)[1])


EVERYTHING = [
    "by Friday", "end of Feb", "mid-March", "early next week", "Q3", "H2 26/27", "the summer",
    "before Christmas", "the 31st",
    "29 February", "w/c 7th", "w/e 12th", "in a fortnight", "within six weeks", "5-16 October",
    "Nov to Feb", "Feb/March",
    "the first week of January", "last Friday of the month", "year end", "the end of the week",
    "late Dec/Jan",
    "this weekend", "over the last 3 months", "in 10 working days", "Easter", "the new year",
    "start of the month",
    "the second half of the year", "later this year", "next winter", "last autumn", "Q3/Q4", "Mon-Weds",
    "Thursday 15th",
]  # fmt: skip


@pytest.mark.parametrize("text", EVERYTHING)
def test_every_reading_is_ordered_precise_and_the_same_twice(text: str) -> None:
    for today in DAYS[::11]:
        for direction in Direction:
            (span,) = find_dates(text, today, CUSTOMS)
            time = span.resolve(direction)

            assert time.start <= time.end
            assert text[span.start : span.end] == span.words == time.words
            assert time == find_dates(text, today, CUSTOMS)[0].resolve(direction)
            if time.precision is Precision.DAY:
                assert time.start == time.end
            if span.has_year and not text.endswith("weekend"):
                assert time == span.resolve(Direction.FUTURE)
