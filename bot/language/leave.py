"""When the writer is away: the days that a message tells of leave, as far as it gives them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from bot.calendar import add_working_days
from bot.calendar_months import months_later
from bot.language.dates import Duration, find_durations
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.message import Message
from bot.language.reading import Absence
from bot.language.roles import Dated
from bot.language.tokens import DATE, LONG, REF
from bot.timescale import Precision, Timescale

_UNTIL: Final = frozenset({"until", "till", "til"})
_BACK: Final = frozenset({"back", "returning", "return"})
_NOT: Final = frozenset({"not", "won't"})
_FROM: Final = frozenset({"from", "starting", "beginning", "commencing", "of", "on", "w/c"})
_WHOLE: Final = frozenset({Precision.DAY, Precision.WEEK})
"""Dates that a length of leave may be counted from without a word: a day, or a week from its Monday."""

_BEFORE: Final = words_in(
    """
    hi hello sorry apologies just please fyi note reminder also and so but i am i'm i'll i'd we're we'll
    we will be being now nb ps
    """
)
_AROUND_BACK: Final = _BEFORE | words_in(
    """
    back returning return in on at the my our work office desk from again first thing
    update then reply respond you it catch up morning all thanks
    """
)
_UNTIL_NEAR: Final = 3
_ENDS_WITH: Final = frozenset({"finishing", "finish", "leaving", "finished", "stopping"})


def absence_of(message: Message, dated: list[Dated]) -> Absence | None:
    """When the writer is away, if that is what the message tells."""
    if not dated:
        return None
    away = next((hit for hit in message.hits if hit.sense is Sense.AWAY), None)
    at, last = (away.first, away.last) if away is not None else _opens_off(message)
    if last == 0:
        return _until_back(message, dated)
    words = message.words.words
    if words[at] in ("not", "out") and at > 0 and _is_of_a_thing(words[at - 1]):
        return None
    near = [one for one in dated if message.sentence_of[one.at] == message.sentence_of[at]]
    near = [one for one in near if one.rule == "away"] or [one for one in near if away is None or one.at < at]
    return _days(message, near, at, last) if near else None


def _is_of_a_thing(word: str) -> bool:
    """Whether what is "not in until Thursday" is not who speaks: "the kit is not in", "letters go out"."""
    return word[0].isalnum() and word not in _BEFORE


def _opens_off(message: Message) -> tuple[int, int]:
    """ "off Friday", "off for a fortnight from Monday": where a message that opens so tells of leave."""
    words = message.words.words
    at = next((i for i, word in enumerate(words) if word[0].isalnum() and word not in _BEFORE), 0)
    followed = _OPENING.get(words[at]) if at + 1 < len(words) else None
    return (at, at + 1) if followed and words[at + 1] in followed else (0, 0)


_OFF_BEFORE: Final = _FROM | _UNTIL | {DATE, LONG, "for", "all", "the", "next", "this"}
_DATED: Final = frozenset({DATE, "from"})
_OPENING: Final = {"off": _OFF_BEFORE, "holiday": _DATED, "holidays": _DATED, "hols": _DATED, "leave": _DATED}
"""What a message opens with that tells of leave, where one of these follows."""


def _until_back(message: Message, dated: list[Dated]) -> Absence | None:
    """ "back on the 12th", "I'll be back in on Monday": away until the day before, and nothing else said."""
    words = message.words.words
    if len(dated) > 1 or not _BACK & set(words):
        return None
    if any(word != DATE and word[0].isalnum() and word not in _AROUND_BACK for word in words) or REF in words:
        return None
    end = dated[0].timescale.start - timedelta(days=1)
    return Absence(message.today, end) if end >= message.today else None


def _days(message: Message, near: list[Dated], away: int, after: int) -> Absence | None:
    words, first = message.words.words, near[0].timescale
    before = set(words[max(0, near[0].at - _UNTIL_NEAR + 1) : near[0].at])
    if before & (_UNTIL | _BACK):
        is_back = bool(_BACK & set(words[away : near[0].at]) or _NOT & set(words[away:after]))
        end = first.start - timedelta(days=1) if is_back else first.end
        return Absence(message.today, max(end, message.today))
    if _ENDS_WITH & set(words[max(0, near[0].at - _UNTIL_NEAR) : near[0].at]):
        return None  # "finishing on Friday for maternity leave": to when is not said
    length = _length(message, away)
    if len(near) > 1 and near[1].timescale.start > first.start:
        is_back = bool(_BACK & set(words[near[0].at : near[1].at]))
        end = near[1].timescale.start - timedelta(days=1) if is_back else near[1].timescale.end
        return Absence(first.start, end)
    if words[max(0, near[0].at - 1)] == "for" and " from " in first.words.lower():
        return _counted_back(first)
    if length is None:
        return Absence(first.start, first.end)
    if first.precision not in _WHOLE and not before & _FROM:
        return None  # "two weeks in October": which two is not said
    return Absence(first.start, last_day(first.start, length))


def _length(message: Message, away: int) -> Duration | None:
    """How long the leave lasts: "for two weeks", in the sentence that tells of it."""
    first, last = message.sentence(away)
    for i in range(first, last):
        thing = message.words.things.get(i)
        if isinstance(thing, Duration) and not thing.attributive and thing.n > 0:
            return thing
    return None


def _counted_back(then: Timescale) -> Absence | None:
    """ "for a fortnight from Monday", elsewhere one date: of leave it is the length, and the day after it."""
    told = then.words.lower().partition(" from ")[0]
    length = next(iter(find_durations(told, ())), None)
    if length is None:
        return None
    if length.unit in _DAYS:
        start = then.start - timedelta(days=_DAYS[length.unit] * length.n)
    elif length.unit in _MONTHS:
        start = months_later(then.start, -_MONTHS[length.unit] * length.n)
    else:
        start = add_working_days(then.start, -length.n)
    return Absence(start, then.start - timedelta(days=1))


def last_day(first: date, length: Duration) -> date:
    """The last day of so long from a first day on; the first counts."""
    if length.unit == "working_day":
        return add_working_days(first - timedelta(days=1), length.n)
    if length.unit in _DAYS:
        return first + timedelta(days=_DAYS[length.unit] * length.n - 1)
    return months_later(first, _MONTHS[length.unit] * length.n) - timedelta(days=1)


_DAYS: Final = {"day": 1, "week": 7}
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
