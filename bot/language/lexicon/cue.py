"""What a cue is: some words, what they say, and the rule that reads them so."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from bot.language.reading import Progress
from bot.rag import Rag


class Sense(StrEnum):
    """What a run of words does in an update."""

    COLOUR = "colour"  # a colour, stated
    STATE = "state"  # a state of the work
    HINT = "hint"  # words that suggest a colour
    NOTHING = "nothing"  # words that only look like a cue
    NEGATES = "negates"
    WAS = "was"  # what follows is over
    NOW = "now"  # what follows holds today
    FUTURE = "future"  # what follows has not happened
    CONDITION = "condition"  # what follows may never happen
    NEARLY = "nearly"  # what follows is not quite so
    EXCEPT = "except"  # what went before does not hold of what follows
    REMAINS = "remains"  # something is left to do
    CHANGES = "changes"  # a colour or state moves ("gone from red to", "turned")
    SLIPS = "slips"  # the finish moves later
    BRINGS = "brings"  # the finish moves earlier
    TARGET = "target"  # a date of the action's own: due, by, forecast
    ORIGINAL = "original"  # a date that no longer holds
    EVENT = "event"  # a step on the way, with a date of its own
    PART = "part"  # a piece of the work that can be finished alone
    PAST = "past"  # something done on a date gone by
    BLOCKS = "blocks"
    CAUSES = "causes"  # "because of": blocks when the work is late or stopped
    FREES = "frees"  # nothing blocks
    SUPPORT = "support"
    SAME = "same"  # no change
    CORRECTS = "corrects"
    REST = "rest"  # the other actions asked about
    ALL = "all"  # every action asked about
    AWAY = "away"
    BACK = "back"
    REQUESTS = "requests"
    OTHERS = "others"  # somebody else's opinion or affair
    THANKS = "thanks"
    ARROW = "arrow"


class Cue(NamedTuple):
    """What a run of words says. `value` is the colour or state where the sense has one."""

    sense: Sense
    value: Rag | Progress | None
    rule: str


Table = dict[str, tuple[Sense, Rag | Progress | None, str]]
"""From a rule's name to the sense, the value and the phrases it reads (see `bot.language.cues`)."""
