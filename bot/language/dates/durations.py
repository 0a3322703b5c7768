"""Lengths of time that are not dates by themselves: "three weeks", "a fortnight", "2-3 months"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from bot.language.dates.calendar_dates import is_part_of_figure
from bot.language.dates.find import DateSpan, find_dates
from bot.language.dates.function_words import FOLLOWS_DATE
from bot.language.dates.quantities import Quantity, read_quantity
from bot.language.dates.tokens import DASHES, Tokens, tokenise
from bot.language.dates.word_set import word_set
from bot.language.dates.words import Kind, Unit
from bot.language.reading import Conventions

DurationUnit = Literal["day", "working_day", "week", "month", "quarter", "year"]
UNITS: dict[Unit, tuple[DurationUnit, int]] = {
    Unit.DAY: ("day", 1),
    Unit.WORKING_DAY: ("working_day", 1),
    Unit.WEEK: ("week", 1),
    Unit.FORTNIGHT: ("week", 2),
    Unit.MONTH: ("month", 1),
    Unit.QUARTER: ("quarter", 1),
    Unit.YEAR: ("year", 1),
}
"""How each unit that can be counted is named in a shift, and how many of those one of it makes."""

LATENESS = word_set(
    """
    late later early earlier behind ahead over overdue delay delayed slip slippage extension overrun
    longer more extra out off sooner slack grace past overrunning additional further adrift down
    """
)
"""Nouns and adverbs a length measures without describing: "three weeks late", "a two week delay"."""

MORE = frozenset({"another", "further", "extra", "additional"})


class Duration(NamedTuple):
    """A length of time as said. Of "2-3 months" `n` is 3 and `at_least` 2; a fortnight is two weeks.

    `attributive` marks one that only describes a thing: "a 3 year plan", "six-week consultation".
    """

    start: int
    end: int
    words: str
    n: int
    unit: DurationUnit
    at_least: int
    attributive: bool = False


def find_durations(text: str, dates: Sequence[DateSpan] | None = None) -> list[Duration]:
    """Every length of time in the text, in order, save those that are part of a date ("in three weeks").

    `dates` are the text's dates if they have been found already; otherwise they are looked for when needed.
    """
    tokens = tokenise(text)
    found: list[Duration] = []
    reached = 0
    for i in [i for i, sense in enumerate(tokens.senses) if sense is not None and sense.kind in _OPENERS]:
        if i < reached or is_part_of_figure(tokens, i):
            continue
        first = i - 1 if tokens.words[i - 1] == "half" else i
        quantity = _bare_unit(tokens, i) if tokens.kind(i) is Kind.UNIT else read_quantity(tokens, first)
        if quantity is None:
            continue
        reached = quantity.end
        if not _is_rate(tokens, i):
            found.append(_duration(tokens, first, quantity))
    return _outside_dates(text, found, dates) if found else found


_OPENERS = (Kind.NUMBER, Kind.COUNT, Kind.UNIT)
_ANY_DAY = date(2001, 1, 1)
"""Which words are a date does not hang on the day of writing, save for years long past."""


def _outside_dates(text: str, found: list[Duration], dates: Sequence[DateSpan] | None) -> list[Duration]:
    if dates is None:
        dates = find_dates(text, _ANY_DAY, Conventions())
    apart: list[Duration] = []
    k = 0
    for one in found:  # both are in order, and dates never overlap
        while k < len(dates) and dates[k].end <= one.start:
            k += 1
        if k == len(dates) or dates[k].start >= one.end:
            apart.append(one)
    return apart


def _bare_unit(tokens: Tokens, i: int) -> Quantity | None:
    """ "another month", "a further fortnight": a unit alone counts only after a word of more."""
    unit = tokens.value(i, Kind.UNIT)
    if unit is None or tokens.words[i].endswith("s") or Unit(unit) not in UNITS:
        return None
    return Quantity(1, 1, Unit(unit), i + 1) if tokens.words[i - 1] in MORE else None


def _is_rate(tokens: Tokens, i: int) -> bool:
    """Whether the "length" is how often: "three times a week", "twice a month", "£400 a day"."""
    if tokens.words[i] not in ("a", "an"):
        return False
    before = tokens.words[i - 1]
    return before in ("times", "once", "twice", "hours", "days", "sessions", "meetings") or before.isdigit()


def _duration(tokens: Tokens, i: int, quantity: Quantity) -> Duration:
    start, end = tokens.starts[i], tokens.ends[quantity.end - 1]
    unit, times = UNITS[quantity.unit]
    return Duration(
        start,
        end,
        tokens.text[start:end],
        quantity.most * times,
        unit,
        quantity.least * times,
        _describes(tokens, i, quantity.end),
    )


def _describes(tokens: Tokens, i: int, end: int) -> bool:
    """Whether the length is an adjective: hyphened, or a singular unit of several, before a thing."""
    after = tokens.words[end]
    if not after.isalpha() or after in FOLLOWS_DATE or after in LATENESS:
        return False
    if end == i + 1:  # "another month"
        return False
    is_singular = not tokens.words[end - 1].endswith("s")
    is_hyphened = any(tokens.words[k] in DASHES for k in range(i, end) if tokens.words[k])
    is_one = tokens.words[i] in ("a", "an", "one", "1") and end == i + 2
    return is_hyphened or (is_singular and not is_one)
