"""Whatever is typed, the reader answers: offsets inside the text, nothing overlapping, no exception."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.language.dates import (
    Direction,
    find_dates,
    find_durations,
    find_unresolved,
    read_timescale,
    resolve_pair,
)
from bot.language.dates.words import senses
from bot.language.reading import Conventions

CUSTOMS = Conventions(meetings=(("Partnership Board", date(2026, 12, 15)),))
WORDS = sorted(word for word in senses() if len(word) < 12 and not (word.isdigit() and len(word) == 3))
SIGNS = [
    *"/-–.,'’():\n&", " - ", "->", "of", "to", "or", "and", "on", "by", "from", "until", "st", "th", "c", "e",
    "before", "after", "ago", "week", "board", "every", "half", "now", "time", "s",
]  # fmt: skip
FRAGMENTS = [
    "first half of", "second half of", "end of", "end", "start of", "early", "mid", "late", "later",
    "earlier", "back end of",
    "the", "next", "last", "this", "week", "month", "quarter", "weekend", "fortnight", "financial year",
    "FY27/28", "2027/28",
    "Q3", "H1", "2027", "27", "spring", "winter", "January", "Feb", "29 Feb", "31 Jan", "3rd",
    "the 31st", "5-16 October",
    "12/1", "31/12/26", "Monday", "Sat", "today", "Christmas", "New Year", "bank holiday", "year end",
    "EOM", "w/c", "w/e",
    "in", "within", "over", "three", "2", "weeks", "working days", "months", "ago", "before", "after",
    "to", "until",
    "between", "and", "or", "/", "-", "second", "working day", "board", "after next", "and a half",
    "of the", "'s", "'27",
]  # fmt: skip
pieces = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(SIGNS), st.text(max_size=3)), max_size=14)
phrases = st.lists(st.sampled_from(FRAGMENTS), max_size=8).map(" ".join)
texts = st.one_of(phrases, pieces.map(" ".join), pieces.map("".join), st.text(max_size=60))
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31))


def check(text: str, today: date) -> None:
    """What holds of every text: spans inside it and apart, days in order whichever way it looks."""
    reached = 0
    spans = find_dates(text, today, CUSTOMS)
    for span in spans:
        assert reached <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.words
        for direction in Direction:
            time = span.resolve(direction)
            assert time.start <= time.end
            span.resolve(direction, before=today)
        reached = span.end
    for old, new in pairwise(spans):
        first, second = resolve_pair(old, new)
        assert first.start <= first.end
        assert second.start <= second.end
    for length in find_durations(text):
        assert text[length.start : length.end] == length.words
        assert length.at_least <= length.n
    for start, end in find_unresolved(text):
        assert 0 <= start < end <= len(text)


@settings(max_examples=400, deadline=None)
@given(text=texts, today=days)
@example(text="İ by Friday", today=date(2026, 11, 22))
@example(text="29 feb - 29 feb", today=date(2097, 1, 1))
@example(text="2199/2200 end of 2199/00", today=date(2026, 1, 31))
@example(text="  31 Dec 2199 to next year", today=date(2099, 12, 31))
@example(text="399 years ago and in 399 years", today=date(1990, 1, 1))
def test_any_text_is_read_without_fail(text: str, today: date) -> None:
    check(text, today)


@settings(max_examples=60, deadline=None)
@given(text=texts, today=days)
@example(text="FIDAY: / 0", today=date(2000, 1, 1))
def test_any_cell_is_one_time_or_none(text: str, today: date) -> None:
    read = read_timescale(text, today, CUSTOMS)

    assert read is None or (read.start <= read.end and read.words == text.strip())


@pytest.mark.parametrize(
    "piece",
    [
        "jan ",
        "1/",
        "the ",
        "end of ",
        "1-",
        "a week on ",
        "from march to may ",
        "1, 2, 3 ",
        "Q1/",
        "week before the ",
        "w/c ",
    ],
)
def test_a_text_of_one_piece_over_and_over_is_read_to_its_end(piece: str) -> None:
    text = piece * (2_000 // len(piece))

    assert all(span.end <= len(text) for span in find_dates(text, date(2026, 11, 22), CUSTOMS))
