"""A filter put together from several: "red or amber", "late in Dunvale", "due before Christmas".

Colours beside each other are alternatives, and so are other states; a colour beside another state, a name
or a time narrows what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.about import is_about
from bot.language.dates import Direction, read_timescale
from bot.language.lexicon.listing import words_in
from bot.language.reading import Conventions
from bot.plan import ActionPlan
from bot.status_filter import COMPOSED, WORDS, Filter, Shown, filter_of
from bot.window import Window

SOON = timedelta(weeks=4)
"""How far "coming up" and "soon" reach."""

MOST_ABOUT = 8
"""Words that fit more actions than this name none of them."""

_COLOURS = (Shown.RED, Shown.AMBER, Shown.GREEN)
_APART = frozenset({Shown.SUMMARY, Shown.ALL, Shown.WITHDRAWN})
"""Filters that are not narrowed: of the whole plan, or of what is no longer in it."""

_STATES = {
    tuple(words.split()): shown
    for shown, known in WORDS.items()
    if shown not in _APART
    for words in known
    if words and words != "me"
}
_STATES[("my",)] = Shown.MINE
_LONGEST = max(map(len, _STATES))
_FILLING = words_in(
    """
    a action actions all and any anything are at being but by currently due everything for from got has have
    i in is items led of on one ones or our owned own please plan still that that's the their there
    things to under we were which who with
    """
)

_DONE = r"(?:been\s+)?(?:completed?|finished|done|closed|delivered|achieved)"
_TIME = (
    r"(?P<how>in|on|by|before|this|next|last|over|during|within|until|till|up\s+to|for|after|from|between)"
)
_COMPLETED = re.compile(rf"^(?P<rest>.*?)\b{_DONE}\s+(?P<time>{_TIME}\s+.+)$", re.IGNORECASE)
_DUE = re.compile(
    rf"^(?P<rest>.*?)(?:\b(?:due|expected|ending|ends?|finishing|to\s+finish|coming\s+up|deadlines?)\s+|^)"
    rf"(?P<time>{_TIME}\s+.+)$",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"^(?P<rest>.*?)\b(?:coming\s+up(?:\s+next)?|upcoming|due\s+(?:soon|next)|soon|on\s+the\s+horizon)$",
    re.IGNORECASE,
)


def filter_asked(
    words: str, plans: Sequence[ActionPlan], today: date, conventions: Conventions | None = None
) -> Filter | None:
    """The filter these words name or put together; None when any of them that tells something is unknown."""
    return filter_of(words, plans) or _narrowed(words, plans, today, conventions or Conventions())


def _narrowed(
    words: str, plans: Sequence[ActionPlan], today: date, conventions: Conventions
) -> Filter | None:
    said = " ".join(words.replace("’", "'").strip(" .?!").split())
    rest, time = _time_in(said, today, conventions)
    states, left = _states_in(re.split(r"[\s,/&]+", rest.strip()))
    named = _named(left, plans)
    if left and named is None:
        return None
    if named is not None and named.shown is Shown.ACTION and (states or time):
        return None  # of one action this is news, or nothing: "2.7a amber"
    parts = [*_joined(states), *([named] if named else []), *([time] if time else [])]
    if len(parts) > 1:
        return Filter(Shown.ALL_OF, parts=tuple(parts))
    return parts[0] if parts else None


def is_of_many(wanted: Filter, *, is_asked: bool) -> bool:
    """Whether it asks for a list, in words that tell nothing of one action: a state alone may be news,
    unless the words around it ask."""
    one = frozenset({Shown.ACTION, Shown.GROUP, Shown.ABOUT})
    if wanted.shown in one or any(part.shown in one for part in wanted.parts):
        return False
    return wanted.shown in COMPOSED or (is_asked and wanted.shown is not Shown.SUMMARY)


def _time_in(said: str, today: date, conventions: Conventions) -> tuple[str, Filter | None]:
    """The words beside a time, and that time."""
    if found := _SOON.match(said):
        return found["rest"], Filter(Shown.DUE, "in the next 4 weeks", Window(today, today + SOON))
    for shown, form in ((Shown.COMPLETED_IN, _COMPLETED), (Shown.DUE, _DUE)):
        if found := form.match(said):
            is_past = shown is Shown.COMPLETED_IN
            window = _window(found["how"].casefold(), found["time"], today, conventions, is_past=is_past)
            if window is not None:
                return found["rest"], Filter(shown, found["time"], window)
    return said, None


def _window(how: str, words: str, today: date, conventions: Conventions, *, is_past: bool) -> Window | None:
    """The days that "before Christmas", "in October" or "this month" take in."""
    direction = Direction.PAST if is_past else Direction.FUTURE
    said = words if how in ("this", "next", "last", "within") else words[len(how) :].strip()
    if how == "between":
        said = re.sub(r"\s+and\s+", " to ", said, count=1)
    read = read_timescale(said, today, conventions, direction)
    if read is None:
        return None
    if how == "before":
        return Window(None, read.start - timedelta(days=1))
    if how in ("by", "until", "till") or how.startswith("up"):
        return Window(None, read.end)
    if how == "after":
        return Window(read.end + timedelta(days=1), None)
    return Window(read.start, None if how == "from" else read.end)


def _states_in(words: list[str]) -> tuple[list[Shown], str]:
    """The states said, in their order, and the words beside them from the first that tells something to
    the last."""
    states: list[Shown] = []
    left: list[str] = []
    while words:
        size, state = _state_at(words)
        if state is not None:
            states.append(state)
        else:
            left.append(words[0])
        words = words[size:]
    telling = [place for place, word in enumerate(left) if word and word.casefold() not in _FILLING]
    named = " ".join(left[telling[0] : telling[-1] + 1]) if telling else ""
    return list(dict.fromkeys(states)), named.removesuffix("'s")


def _state_at(words: list[str]) -> tuple[int, Shown | None]:
    """The longest state these words begin with, and how many words it takes."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        state = _STATES.get(tuple(word.casefold() for word in words[:size]))
        if state is not None:
            return size, state
    return 1, None


def _joined(states: list[Shown]) -> list[Filter]:
    """Colours are alternatives, other states are alternatives; the two narrow each other."""
    colours = tuple(one for one in states if one in _COLOURS)
    others = tuple(one for one in states if one not in (*_COLOURS, Shown.MINE))
    own = [Filter(Shown.MINE)] if Shown.MINE in states else []
    return [*own, *(_any_of(group) for group in (colours, others) if group)]


def _any_of(states: tuple[Shown, ...]) -> Filter:
    if len(states) == 1:
        return Filter(states[0])
    return Filter(Shown.ANY_OF, parts=tuple(map(Filter, states)))


def _named(words: str, plans: Sequence[ActionPlan]) -> Filter | None:
    """Whoever or whatever of the plan these words name, or the few actions they are about."""
    if not words:
        return None
    named = filter_of(words, plans)
    if named is not None and named.shown is not Shown.SUMMARY:
        return named
    about = [action for plan in plans for action in plan.actions if is_about(action, words)]
    if len(about) == 1:
        return Filter(Shown.ACTION, about[0].ref)
    return Filter(Shown.ABOUT, words) if 1 < len(about) <= MOST_ABOUT else None
