"""Times no calendar can resolve: "TBC", "in due course", "next board", "as soon as possible"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from bot.language.dates.reckoning import days_in
from bot.language.dates.tokens import tokenise
from bot.language.dates.word_set import word_set
from bot.language.late import Late

_DATE_NOUNS = r"(?:dates?|timings?|timescales?|deadline)"
_TO_BE = r"(?:yet )?to be (?:confirmed|announced|determined|decided|agreed|advised|set|arranged)"
_UNITS = r"(?:working )?(?:days|weeks|months|years)"
_GATHERINGS = (
    r"(?:boards?|committee|panel|cabinet|exec|executive|meeting|steering group|working group|steerco|council"
    r"|forum|governors|trustees|sub-?group|delivery group|cycle|round|term|sprint|release|inspection|tranche)"
)
_VAGUE = r"(?:few|several|number of|couple more)"
_NEXT_GATHERING = rf"(?:next|following|forthcoming|future) (?:[\w&/-]+ ){{0,3}}?{_GATHERINGS}"
_HALF_TERM = r"(?:(?:october|autumn|february|spring|may|summer|christmas|easter) )?half[- ]term"

PHRASES: Final[dict[str, str]] = {
    "tbc tba tbd": r"tb[cad]",
    "t": r"t\.b\.[cad]\.?",
    "to yet still": rf"(?:still )?{_TO_BE}",
    "date dates timing timings timescale timescales deadline new revised exact start end completion go final "
    "confirmed": (
        rf"(?:(?:new|revised|exact|start|end|final|confirmed|completion|go[- ]live) )?{_DATE_NOUNS}"
        rf"(?:(?: is| are| still|:)*(?: ?- ?| )(?:tb[cad]|{_TO_BE})"
        r"| (?:not (?:yet )?(?:known|set|agreed|confirmed)|unknown))"
    ),
    "next following forthcoming future": (
        rf"(?:{_NEXT_GATHERING}|(?:next|following) (?:{_VAGUE} {_UNITS}|school term))"
    ),
    "coming last past": rf"(?:coming|last|past) (?:(?:{_VAGUE} )?{_UNITS})",
    "the": (
        rf"the (?:{_NEXT_GATHERING}|(?:next|following|coming|past|last) (?:{_VAGUE} )?{_UNITS}"
        r"|(?:end|start|beginning) of (?:the )?(?:(?:spring|summer|autumn|school|academic|next|this) )?term"
        r"|(?:spring|summer|autumn) term|(?:[a-z]+ )?half[- ]term|foreseeable(?: future)?)"
    ),
    "in over within during": (
        r"(?:in|over|within|during) (?:the )?"
        rf"(?:(?:next|coming|following|past|last) (?:{_VAGUE} )?{_UNITS}"
        rf"|(?:a (?:few|number of|matter of)|several|some|a matter of) {_UNITS}(?:['’]? time)?"
        r"|due course|good time|(?:near|foreseeable|not too distant) future)"
    ),
    "asap": r"asap",
    "a": rf"a\.s\.a\.p\.?|a (?:few|matter of) {_UNITS} (?:away|from now|off)|a date to be \w+",
    "as": r"as soon as (?:possible|practicable|practical|we can|i can|feasible|able|poss)",
    "at on": (
        r"at (?:the|our|my|their) earliest (?:opportunity|convenience)"
        r"|(?:at|on) (?:a|some) later (?:date|stage|point)|at some (?:point|stage)"
    ),
    "until": r"until further notice",
    "for": r"for the foreseeable(?: future)?",
    "half october autumn february spring may summer christmas easter": (
        rf"{_HALF_TERM}|(?:spring|summer|autumn) term"
        r"|(?:summer|easter|christmas) (?:school )?(?:holidays|recess)|summer break"
    ),
    "eid ramadan diwali hanukkah passover": r"eid(?: al[- ]\w+)?|ramadan|diwali|hanukkah|passover",
    "any": r"any (?:day|time) now",
    "imminent imminently": r"imminent(?:ly)?",
    "before": r"before (?:too )?long",
    "sooner": r"sooner rather than later",
    "when": r"when (?:capacity|time|resources?) (?:allows?|permits?)",
}
"""What such words look like, by the words that can open them."""

NOT_TIMES: Final = word_set(
    """
    lead leads owner owners venue cost costs budget funding location name names amount figure figures
    attendees chair supplier scope content agenda format room detail details numbers membership author
    approach who cover
    """
)
"""What may be "TBC" that is not a time."""
_ABOUT_A_DATE: Final = word_set("date dates timing timings timescale timescales deadline still yet is are")
_OPENERS: Final = {word: pattern for words, pattern in PHRASES.items() for word in words.split()}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when its words are first met: all of them would slow every start."""
    return re.compile(rf"(?:{pattern})(?![\w-])", re.IGNORECASE)


_FIGURES: Final = Late(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})/((?:\d\d)?\d\d)(?![\d/])")


def _impossible(text: str) -> list[tuple[int, int]]:
    """Dates in figures that no calendar has ("31/11/2026"), so that they are asked about."""
    return [
        match.span()
        for match in _FIGURES.pattern.finditer(text)
        if not (_is_day(*map(int, match.groups())) or _is_day(*map(int, match.group(2, 1, 3))))
    ]


def _is_day(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and year > 0 and 1 <= day <= days_in(year if year > 99 else 2000 + year, month)


def find_unresolved(text: str) -> list[tuple[int, int]]:
    """Where such words stand, in order.

    "Next board" is among them even when the plan's calendar knows the day: drop those that overlap a date
    found.
    """
    tokens = tokenise(text)
    found: list[tuple[int, int]] = []
    reached = 0
    for i in [i for i, word in enumerate(tokens.words) if word in _OPENERS]:
        start = tokens.starts[i]
        if start < reached:
            continue
        match = _compiled(_OPENERS[tokens.words[i]]).match(text, start)
        if match is None:
            continue
        word, before = tokens.words[i], tokens.words[i - 1]
        if before in (":", "-", "–", "is", "are"):
            before = tokens.words[i - 2]
        if word.startswith("tb") and before in NOT_TIMES:
            continue
        if word in ("to", "yet", "still") and before not in _ABOUT_A_DATE:
            continue
        reached = match.end()
        found.append(match.span())
    return sorted(found + _impossible(text)) if "/" in text else found
