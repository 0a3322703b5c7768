"""Rules for the parts of a period: "end of Feb", "early next week", "mid to late January", "mid-2027"."""

from __future__ import annotations

from bot.language.dates.found import Found, Page
from bot.language.dates.named_years import year_named
from bot.language.dates.parts import Part
from bot.language.dates.reckoning import Meaning
from bot.language.dates.relative import Stepped
from bot.language.dates.tokens import DASHES, Tokens
from bot.language.dates.word_set import word_set
from bot.language.dates.words import Edge, Kind, Unit
from bot.language.dates.years import counts_something, starts_another_day, two_figure_year

VERB_BEFORE_END = word_set("will should would may might could must shall ll can not contracts")
DUE = word_set("due set expected planned going scheduled likely supposed meant")
LEADS_TO_PART = frozenset({"by", "from", "at", "until", "till", "before", "around", "since", "the"})
OWNERS = frozenset({"my", "our", "your", "their", "his", "her", "this"})
JOINS = frozenset({"to", "/", "-", "–", "or"})


def read_edge(tokens: Tokens, i: int) -> tuple[Edge, int] | None:
    """An edge at `i` and where the words that lead on to the period end: "end of", "mid-", "back end of"."""
    value = tokens.value(i, Kind.EDGE)
    if value is None:
        return None
    edge, word, j = Edge(value), tokens.words[i], i + 1
    if word in ("back", "tail", "latter"):
        if tokens.words[j] not in ("end", "part") or (word == "latter" and tokens.words[j] != "part"):
            return None
        j += 1
    elif word in ("early", "later", "late") and tokens.words[j] in ("part", "on", "days"):
        j += 1
    if tokens.words[j] in (("of",) if edge is Edge.END else ("of", "in", "through")):
        j += 1
    elif tokens.words[j] in DASHES and tokens.words[j]:
        j += 1
        if tokens.words[j] == "of":
            j += 2 if tokens.words[j + 1] in DASHES else 1
    elif _needs_of(tokens, i, j):
        return None
    return edge, j


def _needs_of(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the word at `i` is a part only with "of": "start March" and "will end March" are not."""
    word = tokens.words[i]
    if word in ("start", "beginning"):
        return tokens.words[i - 1] not in LEADS_TO_PART
    if word == "end":
        return _is_verb(tokens, i)
    if word in ("later", "earlier"):
        return tokens.kind(j) is not Kind.RELATION
    return word in ("close", "middle", "midway", "halfway", "back", "tail", "latter")


def _is_verb(tokens: Tokens, i: int) -> bool:
    before = tokens.words[i - 1]
    if before in OWNERS and tokens.words[i + 1] in ("this", "last", "next"):
        return True  # "nothing from my end this month"
    return before in VERB_BEFORE_END or (before == "to" and tokens.words[i - 2] in DUE)


def whole_at(page: Page, j: int, *, named_only: bool = False) -> tuple[Meaning, int] | None:
    """The period at `j` that something is a part of; after "the", "month" alone is this one."""
    tokens = page.tokens
    has_the = tokens.words[j] == "the"
    if has_the:
        j += 1
    found = page.part(j)
    unit = tokens.value(j, Kind.UNIT)
    if found is not None and (unit is None or found.rule != "duration"):
        return found.meaning, found.end
    year = tokens.value(j, Kind.YEAR)
    if (year is None and not named_only) or tokens.words[j - 1] in ("early", "mid", "late"):
        year = year or _short_year(page, j)
    if year is not None and not has_the:
        return year_named(year), j + 1
    if tokens.words[j] == "calendar" and has_the:
        j += 1
        unit = tokens.value(j, Kind.UNIT)
    if unit is None or named_only or tokens.words[j].endswith("s"):
        return None
    if tokens.kind(j + 1) in (Kind.NUMBER, Kind.COUNT) and tokens.words[j + 1] not in ("a", "an"):
        return None
    if unit == Unit.DAY:
        return None
    return Stepped(Unit(unit), is_loose=True), j + 1


def _short_year(page: Page, j: int) -> int | None:
    """The year of "early 27": two figures that count nothing, a few years from now."""
    year = two_figure_year(page, j)
    after = page.tokens.words[j + 1]
    if (
        year is None
        or counts_something(page.tokens, j + 1)
        or starts_another_day(page.tokens, j + 1)
        or after == "of"
    ):
        return None
    return year if 0 <= year - page.today.year <= 10 else None


def edge(page: Page, i: int) -> Found | None:
    """ "end of Feb", "early next week", "mid to late January", "the back end of the year"."""
    tokens = page.tokens
    if tokens.words[i] == "midweek":
        return Found(i + 1, Part(Edge.MID, Stepped(Unit.WEEK)), "part_mid")
    read = read_edge(tokens, i)
    if read is None:
        return None
    first, j = read
    last: Edge | None = None
    k = j + 1 if tokens.words[j] in JOINS else j if tokens.words[j - 1] in DASHES else 0
    if k and tokens.words[k] in DASHES:
        k += 1
    if k and tokens.kind(k) is Kind.EDGE:
        second = read_edge(tokens, k)
        if second is None:
            return None
        last, j = second
    named_only = j == i + 1 and tokens.words[j] != "the" and first is not Edge.MID
    whole = whole_at(page, j, named_only=named_only)
    if whole is None:
        return None
    meaning, end = whole
    return Found(end, Part(first, meaning, last), f"part_{first.name.lower()}")
