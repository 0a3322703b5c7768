"""What a grammar rule gives back, and the page the rules read from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from bot.language.dates.reckoning import Meaning, Reckoning
from bot.language.dates.tokens import DASHES, Tokens
from bot.language.dates.word_set import word_set
from bot.language.dates.words import ABOUT, Kind
from bot.language.reading import Conventions

_AFTER_FIGURES: dict[str, Kind] = {
    **dict.fromkeys(("st", "nd", "rd", "th"), Kind.FIGURES_RANKED),
    "/": Kind.FIGURES_SLASHED,
    ".": Kind.FIGURES_DOTTED,
    **dict.fromkeys(DASHES, Kind.FIGURES_DASHED),
    **dict.fromkeys(
        ("to", "until", "till", "til", "through", "thru", "and", "or", "&", ","), Kind.FIGURES_LISTED
    ),
    **dict.fromkeys(
        ("working", "business", "clear", "full", "calendar", "more", "w", "y"), Kind.FIGURES_COUNTED
    ),
    "of": Kind.FIGURES_DATED,
}


_GOES_ON: dict[Kind, frozenset[str]] = {
    Kind.RELATION: word_set(
        "half calendar time coming upcoming past current further working business clear full"
    ),
    Kind.COUNT: word_set("further full good whole clear short working business more - – of to or / and"),
    Kind.WEEK_MARK: word_set("/ . -"),
    Kind.LEAD: ABOUT | word_set("less than these our half"),
}
"""What may follow these very common words in a date, beside words that are part of dates themselves."""


_SIGNED = frozenset({Kind.FIGURES_SLASHED, Kind.FIGURES_DOTTED, Kind.FIGURES_DASHED})


def kind_at(page: Page, i: int) -> Kind | None:
    """What the word at `i` can open, seen with the next; None for most uses of "a", "in" and figures."""
    tokens = page.tokens
    sense = tokens.senses[i]
    if sense is None:
        return None
    kind = sense.kind
    if kind is Kind.NUMBER:
        return kind_of_figures(tokens, i)
    words = _GOES_ON.get(kind)
    if words is None or tokens.senses[i + 1] is not None or tokens.words[i + 1] in words:
        return kind
    return kind if kind is Kind.RELATION and page.conventions.meetings else None


def kind_of_figures(tokens: Tokens, i: int) -> Kind | None:
    """What the figures at `i` can open, by what follows them; most can open nothing."""
    after = tokens.senses[i + 1]
    if after is not None:
        if after.kind is Kind.MONTH:
            return Kind.FIGURES_DATED
        if after.kind is Kind.UNIT:
            return Kind.FIGURES_COUNTED
    kind = _AFTER_FIGURES.get(tokens.words[i + 1])
    if kind in _SIGNED:
        goes_on = tokens.words[i - 1] == tokens.words[i + 1] and tokens.words[i - 2].isdigit()
        return None if goes_on or tokens.senses[i + 2] is None else kind
    return kind


class Found(NamedTuple):
    """A stretch of pieces up to (not including) `end` that is a date."""

    end: int
    meaning: Meaning
    rule: str


class Page(NamedTuple):
    """The text under the rules' eyes, the day and customs it was written under, and the rules in their
    layers.

    A rule may read something inside what it reads, but only of a layer below its own, so that no text,
    however odd, makes the rules call each other without end.
    """

    tokens: Tokens
    reckoning: Reckoning
    layers: tuple[Mapping[Kind, tuple[Rule, ...]], ...]

    @property
    def today(self) -> date:
        """The day of writing."""
        return self.reckoning.today

    @property
    def conventions(self) -> Conventions:
        """The plan's ways of counting."""
        return self.reckoning.conventions

    def day(self, i: int) -> Found | None:
        """The longest named or numbered day or month at `i`."""
        return self._longest(i, 0)

    def period(self, i: int) -> Found | None:
        """The longest day, month, week, quarter or year at `i`."""
        return self._longest(i, 1)

    def part(self, i: int) -> Found | None:
        """The longest period, or one of several in a period ("first week of May"), at `i`."""
        return self._longest(i, 2)

    def edge(self, i: int) -> Found | None:
        """The longest of those, or the end, the middle … of one, at `i`."""
        return self._longest(i, 3)

    def single(self, i: int) -> Found | None:
        """The longest date at `i` that is not a range of two."""
        return self._longest(i, 4)

    def _longest(self, i: int, layer: int) -> Found | None:
        kind = kind_at(self, i)
        if kind is None:
            return None
        best: Found | None = None
        for rule in self.layers[layer][kind]:
            found = rule(self, i)
            if found is not None and (best is None or found.end > best.end):
                best = found
        return best


Rule = Callable[[Page, int], Found | None]
