"""How long an ask may be put off: to a working morning before the one reminder, which is never put off."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.instants import instant, local_day
from bot.rounds import Round
from bot.working_hours import WorkingHours

MOST_MORNINGS = 5


def put_off_to(day: date, this: Round, hours: WorkingHours, now: datetime) -> datetime | None:
    """When somebody is asked again who named this day: their next working morning, at the latest when the
    reminder goes out; None once that is due, and for a day that is not to come."""
    if this.remind_at <= now or day <= local_day(now, hours.zone):
        return None
    return min(hours.next(instant(day, hours.asks_at, hours.zone)), this.remind_at)


def mornings(this: Round, hours: WorkingHours, now: datetime) -> tuple[date, ...]:
    """The next days an ask can be put off to, the day of the reminder the last of them."""
    today = local_day(now, hours.zone)
    ahead = (today + timedelta(days=number) for number in range(1, 15))
    found = [put_off_to(day, this, hours, now) for day in ahead]
    days = (local_day(at, hours.zone) for at in found if at is not None)
    return tuple(dict.fromkeys(days))[:MOST_MORNINGS]
