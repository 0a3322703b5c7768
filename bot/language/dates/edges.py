"""Rules for the parts of a period: "end of Feb", "early next week", "mid-2027", "year end", "first week of December"."""

from __future__ import annotations

from bot.language.dates.absolute import DayAfter, FinancialYear, Month
from bot.language.dates.calendar_dates import read_ordinal_word
from bot.language.dates.found import Found, Page
from bot.language.dates.named_years import year_named
from bot.language.dates.parts import Nth, NthWeekday, Part
from bot.language.dates.quantities import read_unit
from bot.language.dates.reckoning import Meaning
from bot.language.dates.relative import Stepped
from bot.language.dates.tokens import DASHES, Tokens
from bot.language.dates.word_set import word_set
from bot.language.dates.words import Edge, Kind, Unit
from bot.language.dates.years import SUFFIXES, financial_start, two_figure_year

VERB_BEFORE_END = word_set("will should would may might could must shall ll can not contracts")
DUE = word_set("due set expected planned going scheduled likely supposed meant")
JOINS = frozenset({"to", "/", "-", "–", "or"})


def read_edge(tokens: Tokens, i: int) -> tuple[Edge, int] | None:
    """An edge at `i` and where the words that lead on to the period end: "end of", "mid-", "back end of", "later in"."""
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
    elif (
        word in ("close", "start", "beginning", "middle", "midway", "halfway", "back", "tail", "latter")
        or (word in ("later", "earlier") and tokens.kind(j) is not Kind.RELATION)
        or (word == "end" and _is_verb(tokens, i))
    ):
        return None
    return edge, j


def _is_verb(tokens: Tokens, i: int) -> bool:
    before = tokens.words[i - 1]
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
    if year is not None and not has_the:
        return year_named(year), j + 1
    if unit is None or named_only or tokens.words[j].endswith("s"):
        return None
    if tokens.kind(j + 1) in (Kind.NUMBER, Kind.COUNT) and tokens.words[j + 1] not in ("a", "an"):
        return None
    if unit == Unit.DAY:
        return None
    return Stepped(Unit(unit), is_loose=True), j + 1


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


def close_of_play(page: Page, i: int) -> Found | None:
    """ "close of play", "end of day", "COP" with no day beside them: today."""
    tokens = page.tokens
    word = tokens.words[i]
    if word in ("end", "close"):
        if tokens.words[i + 1] != "of":
            return None
        the = tokens.words[i + 2] == "the"
        if tokens.words[i + 2 + the] not in ("play", "business", "day"):
            return None
        if tokens.words[i - 1] == "the" and tokens.words[i - 2] == "at":
            return None
        end = i + 3 + the
    elif word in ("cop", "cob", "eop", "eod", "eob"):
        end = i + 1
    else:
        return None
    after = end + 1 if tokens.words[end] in ("on", "this", "next", ",", "the", "(") else end
    before = tokens.kind(i - 1)
    if (tokens.senses[after] is not None and tokens.kind(after) in _DAYLIKE) or before in (
        Kind.WEEKDAY,
        Kind.MONTH,
        Kind.DAY,
    ):
        return None
    return Found(end, DayAfter(0), "close_of_play")


_DAYLIKE = (Kind.WEEKDAY, Kind.DAY, Kind.NUMBER, Kind.MONTH, Kind.RELATION)


def code(page: Page, i: int) -> Found | None:
    """ "EOM", "EOM March", "EOY", "EOFY"."""
    tokens = page.tokens
    unit = tokens.value(i, Kind.CODE)
    if unit is None:
        return None
    if unit == Unit.DAY:
        return close_of_play(page, i)
    month = page.day(i + 1) if unit == Unit.MONTH else None
    if month is not None and isinstance(month.meaning, Month):
        return Found(month.end, Part(Edge.END, month.meaning), "part_end")
    whole: Meaning = FinancialYear(None) if unit == Unit.FINANCIAL_YEAR else Stepped(Unit(unit))
    return Found(i + 1, Part(Edge.END, whole), "part_end")


def unit_end(page: Page, i: int) -> Found | None:
    """ "year end" (of the financial year), "month-end", "quarter end", "calendar year end", "FYE 2027"."""
    tokens = page.tokens
    word = tokens.words[i]
    if word == "fye":
        return _year_end(page, i + 1)
    is_calendar = word == "calendar"
    j = i + 1 if is_calendar or word in ("financial", "fiscal", "tax") else i
    unit = tokens.value(j, Kind.UNIT)
    if unit is None or tokens.words[j].endswith("s"):
        return None
    k = j + 2 if tokens.words[j + 1] in DASHES and tokens.words[j + 1] else j + 1
    if tokens.words[k] != "end" or unit == Unit.DAY:
        return None
    if unit == Unit.YEAR and not is_calendar:
        return _year_end(page, k + 1)
    return Found(k + 1, Part(Edge.END, Stepped(Unit(unit))), "part_end")


def _year_end(page: Page, j: int) -> Found:
    """The end of the financial year, or of the one named at `j` ("year end 2027", "year end 26/27")."""
    tokens = page.tokens
    named = financial_start(page, j)
    if named is not None:
        return Found(named[1], Part(Edge.END, FinancialYear(named[0])), "part_end")
    year = tokens.value(j, Kind.YEAR) or (two_figure_year(page, j) if tokens.touches(j) else None)
    if year is not None:
        return Found(j + 1, Part(Edge.END, FinancialYear(year - 1)), "part_end")
    return Found(j, Part(Edge.END, FinancialYear(None)), "year_end")


def pointed_unit_end(page: Page, i: int) -> Found | None:
    """ "next quarter end", "this month-end"."""
    tokens = page.tokens
    step, unit = tokens.value(i, Kind.RELATION), tokens.value(i + 1, Kind.UNIT)
    k = i + 3 if tokens.words[i + 2] in DASHES and tokens.words[i + 2] else i + 2
    if step is None or unit not in (Unit.MONTH, Unit.QUARTER) or tokens.words[k] != "end":
        return None
    return Found(k + 1, Part(Edge.END, Stepped(Unit(unit), step)), "part_end")


def pointed_year_end(page: Page, i: int) -> Found | None:
    """ "this year end", "next financial year end", "2026/27 year end"."""
    tokens = page.tokens
    named = financial_start(page, i)
    step = tokens.value(i, Kind.RELATION)
    j = named[1] if named is not None else i + 1
    if named is None and step is None:
        return None
    if tokens.words[j] in ("financial", "fiscal"):
        j += 1
    if tokens.words[j] != "year":
        return None
    k = j + 2 if tokens.words[j + 1] in DASHES and tokens.words[j + 1] else j + 1
    if tokens.words[k] != "end":
        return None
    whole = FinancialYear(named[0]) if named is not None else FinancialYear(None, step or 0)
    return Found(k + 1, Part(Edge.END, whole), "year_end")


def _rank(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Which one of several, at `i`: "first", "2nd", "last" (-1), "second last" (-2)."""
    if tokens.words[i] in ("last", "final", "penultimate"):
        return (-2 if tokens.words[i] == "penultimate" else -1), i + 1
    number = read_ordinal_word(tokens, i)
    if number is None and tokens.words[i + 1] in SUFFIXES:
        value = tokens.value(i, Kind.NUMBER)
        number = None if value is None or value > 31 else (value, i + 2)
    if number is None:
        return None
    if tokens.words[number[1]] == "last":
        return -number[0], number[1] + 1
    return number


def nth(page: Page, i: int) -> Found | None:
    """ "first week of December", "second Tuesday in March", "last working day of the month", "first two weeks of May"."""
    tokens = page.tokens
    ranked = _rank(tokens, i)
    if ranked is None:
        return None
    number, j = ranked
    if tokens.words[j] == "half" and number in (1, 2, -1):
        whole = _of_whole(page, j + 1)
        if whole is None:
            return None
        part = Edge.FIRST_HALF if number == 1 else Edge.SECOND_HALF
        return Found(whole[1], Part(part, whole[0]), "half_of")
    weekday = tokens.value(j, Kind.WEEKDAY)
    if weekday is not None:
        whole = _of_whole(page, j + 1)
        return (
            None if whole is None else Found(whole[1], NthWeekday(number, weekday, whole[0]), "nth_weekday")
        )
    return _nth_unit(page, number, j)


def _nth_unit(page: Page, number: int, j: int) -> Found | None:
    tokens = page.tokens
    sense = tokens.senses[j]
    count = 1
    if sense is not None and sense.kind in (Kind.NUMBER, Kind.COUNT) and sense.value < 32:
        count, j = sense.value, j + 1
    read = read_unit(tokens, j)
    if read is None or read[0] not in (Unit.DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH):
        return None
    unit, end = read
    whole = _of_whole(page, end, bare=number > 0)
    if whole is None:
        return None
    return Found(whole[1], Nth(number, unit, whole[0], count), f"nth_{unit.name.lower()}")


def _of_whole(page: Page, j: int, *, bare: bool = False) -> tuple[Meaning, int] | None:
    """ "of December", "in the month" at `j`; with `bare`, a month alone as well ("first week Jan")."""
    tokens = page.tokens
    if tokens.words[j] not in ("of", "in"):
        if bare and tokens.kind(j) is Kind.MONTH:
            found = page.day(j)
            return (
                None if found is None or not isinstance(found.meaning, Month) else (found.meaning, found.end)
            )
        return None
    j += 1
    if tokens.words[j] == "the":
        j += 1
    found = page.period(j)
    if found is not None:
        return found.meaning, found.end
    year = tokens.value(j, Kind.YEAR)
    if year is not None:
        return year_named(year), j + 1
    unit = tokens.value(j, Kind.UNIT)
    if unit is None or tokens.words[j].endswith("s") or tokens.kind(j + 1) is Kind.NUMBER or unit == Unit.DAY:
        return None
    return Stepped(Unit(unit), is_loose=True), j + 1


def numbered_week(page: Page, i: int) -> Found | None:
    """ "week 3 of January", "week two of Feb"."""
    tokens = page.tokens
    sense = tokens.senses[i + 1]
    if tokens.words[i] not in ("week", "wk") or sense is None or sense.kind not in (Kind.NUMBER, Kind.COUNT):
        return None
    if not 1 <= sense.value <= 5:
        return None
    whole = _of_whole(page, i + 2)
    if whole is None:
        return None
    return Found(whole[1], Nth(sense.value, Unit.WEEK, whole[0]), "nth_week")
