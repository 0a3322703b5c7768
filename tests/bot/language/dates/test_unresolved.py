"""Times no calendar can resolve are pointed at, word for word."""

import pytest

from bot.language.dates import find_unresolved

VAGUE = [
    ("TBC", ["TBC"]),
    ("waiting on decision from the SRO, date TBC", ["date TBC"]),
    ("revised date: tbc", ["revised date: tbc"]),
    ("end date to be confirmed", ["end date to be confirmed"]),
    ("timescale is still to be agreed", ["timescale is still to be agreed"]),
    ("as soon as possible, in due course", ["as soon as possible", "in due course"]),
    ("asap", ["asap"]),
    ("will be picked up at the next board", ["the next board"]),
    ("at next Programme Board", ["next Programme Board"]),
    ("over the coming weeks", ["over the coming weeks"]),
    ("in the next few weeks", ["in the next few weeks"]),
    ("in a few weeks' time", ["in a few weeks' time"]),
    ("within several months", ["within several months"]),
    ("by half term", ["half term"]),
    ("at the end of term", ["the end of term"]),
    ("after the summer holidays", ["summer holidays"]),
    ("in the near future", ["in the near future"]),
    ("paused until further notice", ["until further notice"]),
    ("at a later date", ["at a later date"]),
    ("at the earliest opportunity", ["at the earliest opportunity"]),
    ("any day now", ["any day now"]),
    ("date not yet known", ["date not yet known"]),
    ("when capacity allows", ["when capacity allows"]),
    ("due 31/11/2026", ["31/11/2026"]),
    ("after Eid", ["Eid"]),
]
CLEAR = [
    "lead TBC", "venue tbc", "next month", "next Friday", "the next step is to agree the scope",
    "in the office",
    "as discussed", "to be agreed with HR", "for the record", "at the moment", "any issues",
    "the date is agreed",
    "due 30/11/2026", "12/31/2026", "before Christmas", "the board agreed", "next on the list",
    "in time", "half done",
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), VAGUE)
def test_words_of_no_time_are_found(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in find_unresolved(text)] == words


@pytest.mark.parametrize("text", CLEAR)
def test_other_words_are_left(text: str) -> None:
    assert find_unresolved(text) == []
