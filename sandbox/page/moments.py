"""How the page says a moment: Europe/London, 24 hours, days and months in words."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def from_ts(ts: str) -> datetime:
    """Read a message's ts ("1789981200.000100") as a London time."""
    return datetime.fromtimestamp(float(ts), tz=UTC).astimezone(LONDON)


def time_of_day(moment: datetime) -> str:
    """Say "09:30"."""
    return f"{moment.astimezone(LONDON):%H:%M}"


def short_day(moment: datetime) -> str:
    """Say "Mon 21 Sept"."""
    moment = moment.astimezone(LONDON)
    return f"{DAYS[moment.weekday()][:3]} {moment.day} {_SHORT_MONTHS[moment.month - 1]}"


def full_day(moment: datetime) -> str:
    """Say "Monday 21 September 2026"."""
    moment = moment.astimezone(LONDON)
    return f"{DAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def clock_face(moment: datetime) -> str:
    """Say "Mon 21 Sept 2026, 09:30"."""
    return f"{short_day(moment)} {moment.astimezone(LONDON).year}, {time_of_day(moment)}"


def day_heading(moment: datetime, now: datetime) -> str:
    """Say "Today", "Yesterday" or the day itself."""
    near = _near(moment, now)
    return near.capitalize() if near in ("today", "yesterday") else full_day(moment)


def next_monday_at_nine(now: datetime) -> datetime:
    """The next Monday 09:00 in London, strictly after `now`."""
    return _at_nine(now, (7 - now.astimezone(LONDON).weekday()) % 7)


def next_day_at_nine(now: datetime) -> datetime:
    """09:00 in London on the day after `now`."""
    local = now.astimezone(LONDON)
    return _clocked(local + timedelta(days=1))


MORNING_IS_OVER = 10
"""The hour at which a day that was asked for begins: what a morning brings has come by then."""


def on_day(written: str) -> datetime:
    """10:00 in London on a day as a date field gives it ("2026-11-17"). Raises `ValueError`."""
    day = date.fromisoformat(written)
    return datetime(day.year, day.month, day.day, MORNING_IS_OVER, tzinfo=LONDON).astimezone(UTC)


_TOKEN = re.compile(r"\{([a-z_]+)\}")


def filled(pattern: str, seconds: int, now: datetime) -> str:
    """Fill Slack's `<!date^…>` tokens in British form; an unknown token stays literal.

    Raises `ValueError` or `OverflowError` for a moment no calendar has.
    """
    moment = datetime.fromtimestamp(seconds, tz=UTC).astimezone(LONDON)
    words = _token_words(moment, now)
    return _TOKEN.sub(lambda found: words.get(found[1], found[0]), pattern)


def _token_words(moment: datetime, now: datetime) -> dict[str, str]:
    day_and_month = f"{moment.day} {MONTHS[moment.month - 1]}"
    short = f"{moment.day} {_SHORT_MONTHS[moment.month - 1]} {moment.year}"
    near = _near(moment, now)
    return {
        "date_num": f"{moment:%Y-%m-%d}",
        "date_slash": f"{moment:%d/%m/%Y}",
        "date": f"{day_and_month} {moment.year}",
        "date_short": short,
        "date_long": full_day(moment),
        "date_pretty": near or f"{day_and_month} {moment.year}",
        "date_short_pretty": near or short,
        "date_long_pretty": near or full_day(moment),
        "day_divider_pretty": near or full_day(moment),
        "time": time_of_day(moment),
        "time_secs": f"{moment:%H:%M:%S}",
        "ago": _ago(moment, now),
    }


def _near(moment: datetime, now: datetime) -> str:
    days = (moment.astimezone(LONDON).date() - now.astimezone(LONDON).date()).days
    return {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days, "")


def _ago(moment: datetime, now: datetime) -> str:
    seconds = int((now - moment).total_seconds())
    for size, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        count = abs(seconds) // size
        if count:
            amount = f"{count} {name}{'' if count == 1 else 's'}"
            return f"{amount} ago" if seconds > 0 else f"in {amount}"
    return "just now"


def _at_nine(now: datetime, days: int) -> datetime:
    candidate = _clocked(now.astimezone(LONDON) + timedelta(days=days))
    return candidate if candidate > now else _clocked(candidate.astimezone(LONDON) + timedelta(days=7))


def _clocked(local: datetime) -> datetime:
    return local.replace(hour=9, minute=0, second=0, microsecond=0, fold=0).astimezone(UTC)
