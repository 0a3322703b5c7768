"""Whether words tell something beyond what was understood of them, and so belong in the narrative."""

from __future__ import annotations

import re

from bot.correcting import corrected
from bot.language.reading import ReadUpdate

_WORD = re.compile(r"[a-z][a-z'’-]*", re.IGNORECASE)

_HELD = """
a about all am amber an and are as at back be behind blue but by can change changed changes close
closed complete completed day days delay delayed deliver delivered do done due end expect expected
finish finished for forecast forward from go green has have here hold i in is it its itll it'll
itself just later looking late make mark mine month months move moved moving my need needs new no
not note nothing now of ok okay old on one or orange our out please push pushed quarter rag rating
red remains rest same saved say set should sign signed slip slipped slipping slips so started status
still target than that the them then there these they think this to today track unchanged until up
update updated was we week weeks will with work would year yellow yes yet you jan january feb
february mar march apr april may jun june jul july aug august sep sept september oct october nov
november dec december mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri
friday sat saturday sun sunday early mid start beginning spring summer autumn winter christmas
easter percent sorry apologies thanks thank thx cheers hi hello hey regards me us before previous
previously last time report reported further above ditto again ever update updates
other two three remaining nil return really just much pretty see
"""

_SAID_BY_FIELDS = frozenset(_HELD.split())
"""Words that only say what a field already holds: colours, states, dates, and the glue between them."""

LEAST_WORDS = 2
"""How many telling words make a narrative beside other news; alone, a single one does."""


def is_empty(reading: ReadUpdate) -> bool:
    """Whether nothing but the action's name was understood."""
    return not (
        reading.rag
        or reading.progress
        or reading.no_change
        or reading.forecast
        or reading.shift
        or reading.percent is not None
        or reading.blocked
        or reading.support
        or reading.path_to_green
    )


def narrative_in(reading: ReadUpdate) -> str | None:
    """The words, when they tell something that no other field holds; else None."""
    words = " ".join((corrected(reading.words) or reading.words).split())
    rest = words.casefold()
    for held in (
        reading.action,
        reading.forecast.words if reading.forecast else None,
        reading.completed.words if reading.completed else None,
        reading.path_to_green,
    ):
        if held:
            rest = rest.replace(held.casefold(), " ")
    least = 1 if is_empty(reading) or reading.is_explained else LEAST_WORDS
    return words if len(_telling(rest)) >= least else None


def _telling(words: str) -> list[str]:
    return [word for word in _WORD.findall(words) if word.replace("’", "'") not in _SAID_BY_FIELDS]


def explains(words: str) -> bool:
    """Whether an answer to "what is this based on?" says anything; a single word does ("e-mail")."""
    return bool(_telling(words.casefold()))


def gives_reason(reading: ReadUpdate) -> bool:
    """Whether the words say why: what is in the way, what brings it back, or anything else of their own."""
    return bool(reading.blocker or reading.path_to_green) or narrative_in(reading) is not None
