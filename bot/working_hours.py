"""When somebody may be asked something: working hours of their own zone, on working days of their nation.

What falls due outside them moves to the next of them; it is never dropped, and never sent twice for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from bot.calendar import add_working_days, is_working_day
from bot.instants import instant, local_time
from bot.partnership import Nation, Partnership, Person


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Wall times of `zone`. What has to wait goes out at `asks_at` of a working day."""

    zone: str
    nation: Nation
    opens: time
    closes: time
    asks_at: time

    def holds(self, at: datetime) -> bool:
        """Whether somebody may be asked at this instant."""
        local = local_time(at, self.zone)
        return is_working_day(local.date(), self.nation) and self.opens <= local.time() <= self.closes

    def next(self, at: datetime) -> datetime:
        """The instant itself if it may be, else when the asks of the next working day go out."""
        if self.holds(at):
            return at
        local = local_time(at, self.zone)
        is_early = is_working_day(local.date(), self.nation) and local.time() < self.asks_at
        day = local.date() if is_early else add_working_days(local.date(), 1, self.nation)
        return instant(day, self.asks_at, self.zone)


def hours_of(partnership: Partnership, person: Person | None = None) -> WorkingHours:
    """The hours of a person, or of the partnership where nothing of their own is known."""
    rhythm = partnership.rhythm
    opens, closes = rhythm.quiet_until, rhythm.quiet_from
    return WorkingHours(
        zone=(person.zone if person else None) or partnership.zone,
        nation=(person.nation if person else None) or partnership.nation,
        opens=opens,
        closes=closes,
        asks_at=min(max(rhythm.ask_at, opens), closes),
    )
