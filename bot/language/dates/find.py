"""Finding the dates of a text: the rules are tried where a word opens one, and the longest reading wins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bot.language.dates.found import Found, Page
from bot.language.dates.grammar import LAYERS, the
from bot.language.dates.offsets import TODAY
from bot.language.dates.parts import Between, Tied
from bot.language.dates.ranges import is_range, joined, slashed
from bot.language.dates.reckoning import Direction, Meaning, Reckoning
from bot.language.dates.relative import WeekOf
from bot.language.dates.tokens import tokenise
from bot.language.dates.words import Kind
from bot.language.reading import Conventions
from bot.timescale import Timescale

RECURRING = frozenset({"every", "each", "any", "per", "alternate", "most"})
"""Before a date, these make it a habit: "every Friday", "each quarter"."""


class DateSpan(NamedTuple):
    """One date-shaped stretch of a text: `words` is `text[start:end]`, without its leading preposition.

    `has_year` tells whether the words settle the time alone; if not, `resolve` needs to know which way the
    clause looks.
    """

    start: int
    end: int
    words: str
    rule: str
    has_year: bool
    meaning: Meaning
    reckoning: Reckoning

    def resolve(self, direction: Direction = Direction.FUTURE, before: date | None = None) -> Timescale:
        """The days meant; with `before`, the latest occurrence that starts before that day."""
        today, conventions, *_ = self.reckoning
        start, end, precision = self.meaning.resolve(Reckoning(today, conventions, direction, before))
        return Timescale(start, end, precision, self.words)


def find_dates(
    text: str, today: date, conventions: Conventions, skip: Sequence[tuple[int, int]] = ()
) -> list[DateSpan]:
    """Every date of the text, in order and never overlapping.

    `skip` are stretches known not to be dates, such as action refs, in order.
    """
    tokens = tokenise(text).without(skip)
    page = Page(tokens, Reckoning(today, conventions), LAYERS)
    read: list[tuple[int, Found]] = []
    reached = 0
    for i in [i for i, sense in enumerate(tokens.senses) if sense is not None]:
        if i < reached:
            continue
        found = _longest(page, i)
        if found is None:
            continue
        reached = found.end
        if not _recurs(page, i):
            read.append(_from_now(page, i, _as_week(page, i, found, read)))
    return [
        _span(page, i, found, read[k + 1] if k + 1 < len(read) else None) for k, (i, found) in enumerate(read)
    ]


def _longest(page: Page, i: int) -> Found | None:
    best = the(page, i) if page.tokens.kind(i) is Kind.ARTICLE else page.single(i)
    if best is None:
        return None
    if page.tokens.words[best.end] == "/":
        best = slashed(page, best) or best
    return joined(page, i, best) or best


def _as_week(page: Page, i: int, found: Found, read: list[tuple[int, Found]]) -> Found:
    """The second of "w/c 4th or 11th Jan" is a week as well."""
    if (
        not read
        or read[-1][1].rule != "week_commencing"
        or found.rule not in ("day_month", "day_month_year", "day_of_month")
    ):
        return found
    is_next = page.tokens.words[i - 1] in ("or", "and", "&", "/") and read[-1][1].end == i - 1
    return Found(found.end, WeekOf(found.meaning), "week_commencing") if is_next else found


def _from_now(page: Page, i: int, found: Found) -> tuple[int, Found]:
    """ "between now and March", "from now until Easter": the time from today to what was found."""
    words = page.tokens.words
    is_led = (
        words[i - 1] in ("and", "to", "until", "till")
        and words[i - 2] == "now"
        and words[i - 3] in ("between", "from")
    )
    if not is_led or not is_range(page, TODAY, found.meaning):
        return i, found
    return i - 2, Found(found.end, Between(TODAY, found.meaning), "range")


def _recurs(page: Page, i: int) -> bool:
    words = page.tokens.words
    return words[i - 1] in RECURRING or (
        words[i - 1] in ("other", "the", "single") and words[i - 2] in RECURRING
    )


def _span(page: Page, i: int, found: Found, following: tuple[int, Found] | None) -> DateSpan:
    tokens = page.tokens
    meaning = found.meaning
    if following is not None and not meaning.has_year and following[1].meaning.has_year:
        j, other = following
        if j == found.end + 1 and tokens.words[found.end] == "(" and not found.rule.startswith("weekday"):
            meaning = Tied(meaning, other.meaning, within=True)
        is_alternative = j == found.end + 1 and tokens.words[found.end] in ("or", "and", "&")
        if is_alternative and type(other.meaning) is type(meaning):
            meaning = Tied(meaning, other.meaning)
    start, end = tokens.starts[i], tokens.ends[found.end - 1]
    return DateSpan(start, end, tokens.text[start:end], found.rule, meaning.has_year, meaning, page.reckoning)


def resolve_pair(
    old: DateSpan, new: DateSpan, direction: Direction = Direction.FUTURE
) -> tuple[Timescale, Timescale]:
    """ "from A to B": B in the direction meant, and A as the latest occurrence before it."""
    later = new.resolve(direction)
    return old.resolve(Direction.PAST, before=later.start), later
