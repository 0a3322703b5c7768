"""What each date of a message is about, and so which occurrence of it is meant."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from bot.language.dates import DateSpan, Direction
from bot.language.judge import judged
from bot.language.lexicon.cue import Sense
from bot.language.message import Message
from bot.language.reading import Role
from bot.language.scope import Scopes
from bot.language.set_aside import asides_of
from bot.language.surroundings import Surroundings
from bot.timescale import Timescale


@dataclass(slots=True)
class Dated:
    """A date of the message with its part in it.

    `unsure` marks one that no words tie to the action's own finish; `alternative` the earlier of "A or B".
    `owner` tells dates of one action from those of the next.
    """

    at: int
    span: DateSpan
    role: Role
    rule: str
    timescale: Timescale
    unsure: bool = False
    alternative: bool = False
    owner: int = 0


_PAST_ROLES: Final = frozenset({Role.PAST_EVENT, Role.COMPLETION, Role.BASELINE})
_AHEAD: Final = frozenset({Role.FORECAST, Role.RECOVERY})
_ARROWS: Final = frozenset({">", "->", "=>", "-->"})
_OR: Final = (
    ["or"],
    ["or", "even"],
    ["or", "possibly"],
    ["or", "maybe"],
    ["maybe"],
    [",", "or"],
    [",", "maybe"],
    [",", "possibly"],
    [",", "more", "likely"],
    ["or", "more", "likely"],
)
_NOT_THIS: Final = (["not"], [",", "not"], ["-", "not"], ["rather", "than"], ["instead", "of"])
_AND: Final = frozenset({",", "and", "&", "+"})
_FARTHEST_PAIR: Final = 4


def dates_of(message: Message, scopes: Scopes, starts: list[int]) -> list[Dated]:
    """Every date with its role and its days; `starts` are the words where another action's words begin."""
    spans = [(at, span, coming) for at, span in message.dates() if (coming := _resolved(span)) is not None]
    found: list[Dated] = []
    asides = asides_of(message, scopes) if spans else ()
    for number, (at, span, coming) in enumerate(spans):
        owner = bisect_right(starts, at)
        floor = starts[owner - 1] if owner else 0
        before = max(spans[number - 1][0] if number else -1, floor - 1)
        after = spans[number + 1][0] if number + 1 < len(spans) else message.size
        near = Surroundings(message, scopes, at, span, coming, (before, after, floor))
        role, rule, unsure = judged(near, asides)
        meant = _resolved(span, Direction.PAST) if role in _PAST_ROLES else coming
        found.append(Dated(at, span, role, rule, meant or coming, unsure, owner=owner))
    for old, new in pairwise(found):
        _pair(message, old, new, is_last=new is found[-1])
    if len(found) > 1:
        _place_baselines(message, found)
    return found


def _resolved(
    span: DateSpan, direction: Direction = Direction.FUTURE, before: date | None = None
) -> Timescale | None:
    """The days meant; None for a day that no calendar near has."""
    try:
        return span.resolve(direction, before)
    except (ValueError, OverflowError):
        return None


def _pair(message: Message, old: Dated, new: Dated, *, is_last: bool) -> None:
    """Two dates that belong together: "from A to B", "A -> B", "A or B", "was A, then B, now C"."""
    words = message.words.words
    between = words[old.at + 1 : new.at] if new.at - old.at - 1 <= _FARTHEST_PAIR else None
    if between is None or message.sentence_of[old.at] != message.sentence_of[new.at]:
        return
    if between in _NOT_THIS and old.role is Role.FORECAST:
        old.unsure = False
    elif new.rule == "bare date" and old.role is Role.EVENT and set(between) <= _AND:
        new.role, new.rule = old.role, "one of several"
    elif old.role is Role.BASELINE and words[new.at - 1] == "then" and not is_last:
        new.role, new.rule = Role.BASELINE, "then"
    elif between and (between[0] in _ARROWS or (between[0] == "to" and words[old.at - 1] == "from")):
        old.role, old.rule = Role.BASELINE, "from"
        if new.role is not Role.EVENT:
            new.role, new.rule, new.unsure = Role.FORECAST, "to", False
            new.timescale = _resolved(new.span) or new.timescale
    elif between == ["or"] or (between in _OR and old.role is new.role):
        new.role, new.rule, new.unsure = old.role, old.rule, old.unsure
        old.alternative = True


def _place_baselines(message: Message, found: list[Dated]) -> None:
    """An old date is its latest occurrence before the new one; of one brought forward, the next after it."""
    latest: dict[int, date] = {}
    for one in found:
        if one.role in _AHEAD:
            latest[one.owner] = max(one.timescale.start, latest.get(one.owner, one.timescale.start))
    for one in found:
        ahead = latest.get(one.owner)
        if one.role is not Role.BASELINE or ahead is None:
            continue
        first = message.clause(one.at)[0]
        brought = any(
            hit.sense is Sense.BRINGS for hit in message.hits_between(max(first, one.at - 8), one.at)
        )
        later = _resolved(one.span) if brought else None
        if later is not None and later.start > ahead:
            one.timescale = later
        else:
            one.timescale = _resolved(one.span, Direction.PAST, ahead) or one.timescale
