"""Rules for several calendar years: "2010-2015", "2013-16", "2024 to 2027"."""

from __future__ import annotations

from bot.language.dates.absolute import Fixed
from bot.language.dates.calendar_dates import is_part_of_figure
from bot.language.dates.found import Found, Page
from bot.language.dates.joints import follows_between, is_move, joint_at
from bot.language.dates.reckoning import month_interval
from bot.language.dates.tokens import DASHES, Tokens
from bot.language.dates.words import Kind
from bot.timescale import Precision

LONGEST, LONGEST_SHORT = 50, 15
"""So many years at most lie between the two; fewer where the second is written with two figures."""


def years(page: Page, i: int) -> Found | None:
    """Two years and all between them."""
    tokens = page.tokens
    first = tokens.value(i, Kind.YEAR)
    if first is None or is_part_of_figure(tokens, i) or _goes_on_from_figures(tokens, i):
        return None
    k = joint_at(tokens, i + 1, between=follows_between(tokens, i))
    if not k or is_move(tokens, i) or (tokens.touches(k + 1) and tokens.words[k + 1] in ("-", "/", ":", ".")):
        return None
    last, longest = tokens.value(k, Kind.YEAR), LONGEST
    if last is None and tokens.words[i + 1] in DASHES:
        last, longest = _short_year(tokens, first, k), LONGEST_SHORT
    if last is None or not first < last <= first + longest:
        return None
    whole = month_interval(first, 1, 12 * (last - first + 1), Precision.RANGE)
    return Found(k + 1, Fixed(whole), "range_years")


def _goes_on_from_figures(tokens: Tokens, i: int) -> bool:
    return tokens.words[i - 1] in DASHES and tokens.words[i - 2].isdigit()


def _short_year(tokens: Tokens, first: int, k: int) -> int | None:
    """The second year of "2013-16"; "2011-12" may as well be a month, and is read elsewhere."""
    word = tokens.words[k]
    if len(word) != 2 or not word.isdigit() or not word.isascii():
        return None
    return first // 100 * 100 + int(word)
