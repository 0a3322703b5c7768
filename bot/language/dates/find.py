"""Finding the dates of a text: the rules are tried where a word opens one, and the longest reading wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.language.dates.calendar_dates import day_first, month_first
from bot.language.dates.found import Found, Page, Rule
from bot.language.dates.reckoning import Direction, Meaning, Reckoning
from bot.language.dates.tokens import tokenise
from bot.language.dates.words import Kind
from bot.language.reading import Conventions
from bot.timescale import Timescale

RULES: dict[Kind, tuple[Rule, ...]] = {
    Kind.NUMBER: (day_first,),
    Kind.MONTH: (month_first,),
}


@dataclass(frozen=True, slots=True)
class DateSpan:
    """One date-shaped stretch of a text: `words` is `text[start:end]`, without the preposition that leads to it.

    `has_year` tells whether the words settle the time alone; if not, `resolve` needs the direction the clause looks.
    """

    start: int
    end: int
    words: str
    rule: str
    has_year: bool
    _meaning: Meaning = field(repr=False)
    _reckoning: Reckoning = field(repr=False)

    def resolve(self, direction: Direction = Direction.FUTURE, before: date | None = None) -> Timescale:
        """The days meant; with `before`, the latest occurrence that starts before that day."""
        at = Reckoning(self._reckoning.today, self._reckoning.conventions, direction, before)
        start, end, precision = self._meaning.resolve(at)
        return Timescale(start, end, precision, self.words)


def find_dates(
    text: str, today: date, conventions: Conventions, skip: Sequence[tuple[int, int]] = ()
) -> list[DateSpan]:
    """Every date of the text, in order and never overlapping.

    `skip` are stretches known not to be dates, such as action refs, in order.
    """
    tokens = tokenise(text).without(skip)
    page = Page(tokens, Reckoning(today, conventions))
    spans: list[DateSpan] = []
    reached = 0
    for i in [i for i, sense in enumerate(tokens.senses) if sense is not None]:
        if i < reached:
            continue
        found = _longest(page, i)
        if found is not None:
            reached = found.end
            start, end = tokens.starts[i], tokens.ends[reached - 1]
            meaning = found.meaning
            spans.append(
                DateSpan(start, end, text[start:end], found.rule, meaning.has_year, meaning, page.reckoning)
            )
    return spans


def _longest(page: Page, i: int) -> Found | None:
    kind = page.tokens.kind(i)
    best: Found | None = None
    for rule in RULES.get(kind, ()) if kind is not None else ():
        found = rule(page, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def resolve_pair(
    old: DateSpan, new: DateSpan, direction: Direction = Direction.FUTURE
) -> tuple[Timescale, Timescale]:
    """ "from A to B": B in the direction meant, and A as the latest occurrence before it."""
    later = new.resolve(direction)
    return old.resolve(Direction.PAST, before=later.start), later
