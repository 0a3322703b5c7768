"""Rules for seasons: "Spring 2027", "the summer", "in autumn"; not "winter pressures" or "spring clean"."""

from __future__ import annotations

from bot.language.dates.absolute import Season
from bot.language.dates.found import Found, Page
from bot.language.dates.function_words import FOLLOWS_DATE, LEADS_TO_DATE, SEASON_NOUNS
from bot.language.dates.names import is_person
from bot.language.dates.tokens import Tokens
from bot.language.dates.words import Kind
from bot.language.dates.years import financial_start, read_year

SPANS = frozenset({"time", "months", "period"})
NO_LEADS = frozenset({"and", "or", "as", "is", "be", "per", "w/c"})
WEAK_LEADS = frozenset({"for", "at", "of", "about"})
"""After these a season may describe the thing that follows: "for winter readiness"."""
JOINTS = frozenset({"the", "/", "-", "–", "or", "and", "to", "->", ":", "→", "=", ">", ","})


def season(page: Page, i: int) -> Found | None:
    """ "Spring 2027", "the summer", "in autumn"; not "winter pressures" or "spring clean"."""
    tokens = page.tokens
    month = tokens.value(i, Kind.SEASON)
    if month is None:
        return None
    fiscal = financial_start(page, i + 1)
    if fiscal is not None and month == 12:
        return Found(fiscal[1], Season(month, fiscal[0]), "season_year")
    year = read_year(page, i + 1)
    if year is not None:
        return Found(year[1], Season(month, year[0]), "season_year")
    after = tokens.words[i + 1]
    if after in SEASON_NOUNS or after == "term" or is_person(tokens, i):
        return None
    is_time = after in SPANS or _is_time(tokens, i)
    return Found(i + 1, Season(month), "season") if is_time else None


def _is_time(tokens: Tokens, i: int) -> bool:
    """Whether the words on either side let a season's name be a time, and not describe what follows."""
    before, after = tokens.words[i - 1], tokens.words[i + 1]
    is_led = before in LEADS_TO_DATE and before not in NO_LEADS
    names_thing = after.isalpha() and after not in FOLLOWS_DATE and tokens.senses[i + 1] is None
    if names_thing and (not is_led or before in WEAK_LEADS):
        return False
    if is_led or before in JOINTS:
        return True
    return tokens.opens_sentence(i) or tokens.is_capital(i) or not after.isalpha()
