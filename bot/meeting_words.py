"""Which meeting words name, and which day they move it to: "the December board", "back a week"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.partnership import Meeting
from bot.timescale import Precision, Timescale

_FILLING = frozenset(
    {"the", "our", "next", "coming", "on", "of", "in", "for", "at", "this", "that", "date", ","}
)
_MEETINGS = frozenset({"meeting", "meetings", "board", "boards"})
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_MONTHS = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december)['’]?s\b",
    re.IGNORECASE,
)
"""October's board."""
_BY = re.compile(
    r"(?P<way>(?:back\s+|on\s+|forward\s+)?)(?:by\s+)?(?P<many>an?|one|two|three|four|\d{1,2})\s+(?P<unit>day|week)s?"
    r"(?P<then>\s+(?:later|earlier|sooner|before|back|on|forward))?"
)
_OF_ITS_MONTH = re.compile(r"(?:\w+\s+)?(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)")
_EARLIER = frozenset({"earlier", "sooner", "before", "forward"})


@dataclass(frozen=True, slots=True)
class MeetingSaid:
    """A meeting as words name it. `body` is "" for whichever there is; `is_board` is false where a mere
    "meeting" was said, which may be anybody's."""

    body: str
    when: Timescale | None
    is_board: bool


def meeting_said(words: str, today: date) -> MeetingSaid:
    """Take words such as "the Joint forum on 14 October" or "december board" apart."""
    said = _MONTHS.sub(r"\1", words.replace(",", " ")).split()
    for begin, end in _spans(len(said)):
        when = read_timescale(" ".join(said[begin:end]), today, Conventions())
        if when is not None and when.precision in (Precision.DAY, Precision.MONTH):
            return _said([*said[:begin], *said[end:]], when)
    return _said(said, None)


def _spans(length: int) -> Sequence[tuple[int, int]]:
    """Where a day can stand: in front of the body, or behind it; the longest first."""
    found = [(begin, length) for begin in range(1, length)] + [(0, end) for end in range(length - 1, 0, -1)]
    return sorted(found, key=lambda span: span[0] - span[1])


def _said(rest: Sequence[str], when: Timescale | None) -> MeetingSaid:
    kept = list(rest)
    while kept and kept[0].casefold() in _FILLING:
        kept.pop(0)
    while kept and kept[-1].casefold() in _FILLING:
        kept.pop()
    words = [one.casefold() for one in kept]
    if all(one in _MEETINGS or one in _FILLING for one in words):
        return MeetingSaid("", when, any(one.startswith("board") for one in words))
    while kept and kept[-1].casefold() in ("meeting", "meetings"):
        kept.pop()
    return MeetingSaid(" ".join(kept), when, is_board=True)


def these(said: MeetingSaid, ahead: Sequence[Meeting], body: str | None) -> tuple[Meeting, ...]:
    """The meetings that are meant; without a day each body's next."""
    among = [one for one in ahead if body is None or one.body == body]
    if said.when is not None:
        when = said.when
        return tuple(one for one in among if when.start <= one.on.end and one.on.start <= when.end)
    first: dict[str, Meeting] = {}
    for one in sorted(among, key=lambda one: (one.on.end, one.id)):
        first.setdefault(one.body, one)
    return tuple(first.values())


def moved_to(words: str, was: Timescale, today: date, *, is_before: bool = False) -> Timescale | None:
    """The day a meeting of this day moves to, or one before it; a month where no day is said yet."""
    said = " ".join(words.casefold().strip(" .,").removesuffix(" instead").split())
    if found := _BY.fullmatch(said):
        many = int(found["many"]) if found["many"].isdigit() else _NUMBERS[found["many"]]
        ways = {found["way"].strip(), (found["then"] or "").strip()}
        way = -1 if ways & _EARLIER else 1
        return _day(was.end + way * many * timedelta(days=7 if found["unit"] == "week" else 1))
    if found := _OF_ITS_MONTH.fullmatch(said):
        number = int(found["day"])
        month = was.end.replace(day=1)
        if is_before and number > was.end.day:
            month = (month - timedelta(days=1)).replace(day=1)
        last = calendar.monthrange(month.year, month.month)[1]
        return _day(month.replace(day=number)) if 1 <= number <= last else None
    return day_or_month(words, today)


def day_or_month(words: str, today: date) -> Timescale | None:
    """The day or the month these words give and nothing else."""
    found = read_timescale(words.strip(" .,"), today, Conventions())
    return found if found is not None and found.precision in (Precision.DAY, Precision.MONTH) else None


def _day(day: date) -> Timescale:
    return Timescale.of_day(day, f"{day.day} {day:%B %Y}")
