"""Every setting of a partnership and its plan, as a table: what it is called, what it is for, what holds
until it is set, and how its value is read and told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.conventions import PlanConventions
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.partnership import Cadence, Nation, Partnership, Rhythm
from bot.phrases.dates import end_of_plan
from bot.plan import ActionPlan, Classification
from bot.rag import RagScale
from bot.retention import DEFAULT_YEARS

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
CADENCES: dict[Cadence, str] = {
    Cadence.MEETING: "before each meeting",
    Cadence.MONTHLY: "once a month",
    Cadence.WEEKLY: "every week",
}
SCALES = {RagScale.THREE_POINT: "three colours", RagScale.FIVE_POINT: "five colours"}
NATIONS: dict[Nation, str] = {one: one.replace("_", " ").title() for one in get_args(Nation)}
GREEN_IS_COMPLETE = frozenset({"green", "blue"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What settings are read from."""

    partnership: Partnership
    plan: ActionPlan
    years: int = DEFAULT_YEARS


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `field` says where it is kept ("rhythm.ask_at"); `names` what people call it, the first of
    them in the example; `example` a value to write, "" for what the form alone sets. `read` takes typed words
    and gives the value, None where it reads none; `tell` says a value in words. One that `can_be_empty` is
    None while nothing is set."""

    field: str
    label: str
    means: str
    names: tuple[str, ...]
    example: str
    read: Callable[[str], Any]
    tell: Callable[[Any], str] = str
    can_be_empty: bool = False

    def value(self, facts: Facts) -> Any:
        """What holds now."""
        room, _, name = self.field.partition(".")
        return getattr(_ROOMS[room](facts), name)

    @property
    def default(self) -> str:
        """What holds until it is set, in words; "" where nothing does."""
        room, _, name = self.field.partition(".")
        return self.tell(getattr(_DEFAULTS[room], name)) if room in _DEFAULTS else _NO_DEFAULT.get(name, "")


_ROOMS: dict[str, Callable[[Facts], Any]] = {
    "partnership": lambda facts: facts.partnership,
    "rhythm": lambda facts: facts.partnership.rhythm,
    "plan": lambda facts: facts.plan,
    "conventions": lambda facts: facts.plan.conventions,
    "facts": lambda facts: facts,
}
_DEFAULTS: dict[str, object] = {"rhythm": Rhythm(), "conventions": PlanConventions()}
_NO_DEFAULT = {
    "zone": "Europe/London", "nation": "England", "tolerance_days": "31 days",
    "years": f"{DEFAULT_YEARS} years", "classification": "unrestricted", "channel_is_restricted": "open",
    "posts_outside": "no", "ends_on": "not set",
}  # fmt: skip

_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?\s*(?P<half>[ap])?\.?m?\.?")
"""A time of day: 09:30, 9.30, 0930, 9am, 5.30 pm; an hour alone could be either half of the day."""


def read_clock(words: str) -> time | None:
    """The time of day the words give."""
    found = _CLOCK.fullmatch(words.strip().casefold())
    if found is None or not (found["half"] or found["minute"]):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _clock(at: time) -> str:
    return f"{at:%H:%M}"


def _number(least: int, most: int) -> Callable[[str], int | None]:
    def read(words: str) -> int | None:
        found = re.match(r"\s*(\d{1,3})\b", words)
        return int(found[1]) if found and least <= int(found[1]) <= most else None

    return read


def _one_of(choices: dict[Any, str]) -> Callable[[str], Any]:
    def read(words: str) -> Any:
        said = re.sub(r"[\s_-]+", " ", words.casefold()).strip(" .")
        found = [
            one
            for one, name in choices.items()
            if said and said in (name.casefold(), str(one).replace("_", " "))
        ]
        begins = [one for one, name in choices.items() if said and name.casefold().startswith(said)]
        return found[0] if found else begins[0] if len(begins) == 1 else None

    return read


def _zone(words: str) -> str | None:
    name = "/".join(part.strip().title().replace(" ", "_") for part in words.strip(" .").split("/"))
    try:
        return ZoneInfo(name if "/" in name else f"Europe/{name}").key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _days(words: str) -> int | None:
    found = re.fullmatch(r"\s*(\d{1,3})\s*(day|week|month)s?\s*", words.casefold())
    return int(found[1]) * {"day": 1, "week": 7, "month": 31}[found[2]] if found else None


def _end_of(words: str) -> date | None:
    """The last day of a time that names its year."""
    said = read_timescale(words, date(2000, 1, 1), Conventions()) if _YEAR.search(words) else None
    return None if said is None else said.end


_YEAR = re.compile(r"\b\d{4}\b")


def _told_end(day: date | None) -> str:
    return "not set" if day is None else end_of_plan(day)


def _told(choices: dict[Any, str]) -> Callable[[Any], str]:
    return lambda value: choices[value]


def _in_form(_: str) -> None:
    return None


def _named(value: object) -> str:
    return str(value or "not set")


_WEEKDAYS = dict(enumerate(DAYS, start=1))
_MONTHS = dict(enumerate(MONTHS, start=1))
_QUARTERS = {False: "financial year", True: "calendar year"}
_GREEN = {frozenset[str](): "on track", GREEN_IS_COMPLETE: "complete"}
_HANDLING = {Classification.UNRESTRICTED: "unrestricted", Classification.RESTRICTED: "restricted"}
_OPEN = {False: "open", True: "restricted"}
_ALLOWED = {False: "no", True: "yes"}

SETTINGS: tuple[Setting, ...] = (
    Setting("partnership.name", "Name", "What people see in every message.", ("name",), "", _in_form),
    Setting("partnership.channel", "Channel", "Where digests go; until it is set they wait.",
            ("channel",), "", _in_form, _named),
    Setting("partnership.chairs", "Chairs", "They decide on more time and accept what is done.",
            ("chairs", "chair"), "", _in_form),
    Setting("partnership.officers", "Board officers", "They run me: set-up, people, the plan.",
            ("officers", "board officers"), "", _in_form),
    Setting("rhythm.cadence", "Leads are asked", "Once a round; more often only if you say so.",
            ("asking", "cadence"), "before each meeting", _one_of(CADENCES), _told(CADENCES)),
    Setting("rhythm.ask_at", "Time of asking", "When the question arrives, in each person's own time.",
            ("asking time", "ask time"), "09:30", read_clock, _clock),
    Setting("rhythm.ask_working_days", "Days ahead",
            "Working days between the question and the date for updates.",
            ("days ahead",), "6", _number(1, 20)),
    Setting("rhythm.quiet_from", "Quiet from", "Nobody is asked after this in the evening.",
            ("quiet from",), "18:00", read_clock, _clock),
    Setting("rhythm.quiet_until", "Quiet until", "Nor before this in the morning: it moves to then.",
            ("quiet until",), "08:00", read_clock, _clock),
    Setting("rhythm.grace_rounds", "Rounds of grace",
            "How many rounds an action may be silent unlisted.",
            ("rounds of grace", "grace"), "1", _number(0, 9)),
    Setting("rhythm.digest_weekday", "Digest day", "When the channel hears what is slipping.",
            ("digest day",), "Monday", _one_of(_WEEKDAYS), _told(_WEEKDAYS)),
    Setting("rhythm.digest_at", "Digest time", "At what time of that day.",
            ("digest time",), "09:00", read_clock, _clock),
    Setting("rhythm.digest_late_cutoff_hours", "Late digest",
            "A digest held up for more hours than this is left out.",
            ("late digest",), "72", _number(1, 168)),
    Setting("partnership.zone", "Time zone", "Whose time holds for who has none of their own.",
            ("time zone", "zone"), "Europe/London", _zone),
    Setting("partnership.nation", "Nation", "Whose bank holidays count.",
            ("nation", "bank holidays"), "Scotland", _one_of(NATIONS), _told(NATIONS)),
    Setting("partnership.channel_is_restricted", "Channel handling",
            "In a restricted one, restricted plans are told of too.",
            ("channel handling",), "restricted", _one_of(_OPEN), _told(_OPEN)),
    Setting("partnership.posts_outside", "Digests in a shared channel",
            "Whether I post where other organisations read along and keep copies.",
            ("shared channel",), "yes", _one_of(_ALLOWED), _told(_ALLOWED)),
    Setting("plan.classification", "Plan handling", "A restricted plan is kept out of open channels.",
            ("plan handling",), "restricted", _one_of(_HANDLING), _told(_HANDLING)),
    Setting("plan.tolerance_days", "Tolerance", "How late an action may be forecast before chairs are told.",
            ("tolerance",), "4 weeks", _days, lambda days: f"{days} days"),
    Setting("plan.ends_on", "Plan ends", "Work agreed for after it is shown as such, and not as late.",
            ("plan end", "plan ends", "end of the plan"), "March 2027", _end_of, _told_end,
            can_be_empty=True),
    Setting("conventions.scale", "Colours", "Red, amber and green, or also the two between.",
            ("colours", "scale"), "five colours", _one_of(SCALES), _told(SCALES)),
    Setting("conventions.scale_complete", "Green means", "On some boards green is finished work.",
            ("green", "green means"), "on track", _one_of(_GREEN), _told(_GREEN)),
    Setting("conventions.status_words", "The plan's own words", "What your board's words for a state mean.",
            ("word",), "complete", _in_form, lambda words: f"{len(words)} known"),
    Setting("conventions.quarters_by_calendar", "Quarters", "What Q1 is the first quarter of.",
            ("quarters",), "calendar year", _one_of(_QUARTERS), _told(_QUARTERS)),
    Setting("conventions.fiscal_start_month", "Year starts", "In which month the financial year begins.",
            ("year start", "year starts"), "April", _one_of(_MONTHS), _told(_MONTHS)),
    Setting("facts.years", "Years kept", "How long after the plan's end words are kept.",
            ("years kept", "retention"), "2", _number(1, 30), lambda years: f"{years} years"),
)  # fmt: skip
"""In the order in which they are shown."""

NAMES: dict[str, Setting] = {name: one for one in SETTINGS for name in one.names}


def how(one: Setting) -> str:
    """What to write to change it: "set digest day to Monday"; "" for what the form alone sets."""
    if not one.example:
        return ""
    name = "word “Embedded”" if one.field == "conventions.status_words" else one.names[0]
    return f"set {name} to {one.example}"
