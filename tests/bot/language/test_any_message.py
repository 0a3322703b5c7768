"""Whatever is written: no exception, offsets inside the text, and an answer of one shape."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import understand
from bot.language.as_json import as_json
from bot.language.cues import all_phrases
from bot.language.message import lay_out
from bot.language.reading import Context, Kind, Outcome, Reading
from tests.bot.language.reader import CONVENTIONS, PLAN, TODAY

CONTEXTS = st.builds(
    Context,
    plans=st.sampled_from([(), (PLAN,)]),
    asked=st.sampled_from([(), ("2.1",), ("2.1", "2.3", "1.4a")]),
    speaker=st.sampled_from([None, "S Okoro", "nobody"]),
    conventions=st.just(CONVENTIONS),
)
PIECES = st.one_of(
    st.sampled_from(sorted(set(all_phrases()))),
    st.sampled_from(
        [
            "1.4",
            "2.1",
            "1.4a and b",
            "R7",
            "3.1-3.4",
            "rest",
            "Feb",
            "31/12",
            "end of Feb",
            "three weeks",
            "60%",
            "~",
            "<@U1>",
            "🟢",
            "29 Feb",
        ]
    ),
    st.sampled_from(
        [",", ".", "\n", " - ", ";", ":", "(", ")", "?", "->", "and", "but", "not", "was", "now", "if"]
    ),
    st.text(max_size=6),
)
MESSAGES = st.lists(PIECES, max_size=14).map(" ".join)


def check(text: str, reading: Reading) -> None:
    """What holds of every reading."""
    for mention in reading.dates:
        first, last = mention.span
        assert 0 <= first < last <= len(text)
        assert mention.timescale.start <= mention.timescale.end
    for update in reading.updates:
        assert (update.outcome is Outcome.AMBIGUOUS) == bool(update.questions)
        for proof in update.evidence:
            assert text[slice(*proof.span)] == proof.words
        if update.action is None:
            assert update.outcome is not Outcome.UNDERSTOOD
    if any(update.outcome is Outcome.AMBIGUOUS for update in reading.updates):
        assert reading.outcome is Outcome.AMBIGUOUS
    if reading.kind in (Kind.QUESTION, Kind.COMMAND, Kind.OTHER):
        assert reading.updates == ()
    as_json(reading, explain=True)


@settings(max_examples=400, deadline=None)
@given(MESSAGES, CONTEXTS)
def test_any_run_of_cues_is_read(text: str, context: Context) -> None:
    check(text, understand(text, TODAY, context))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), CONTEXTS)
def test_any_text_is_read(text: str, context: Context) -> None:
    check(text, understand(text, TODAY, context))


@given(MESSAGES, CONTEXTS)
@settings(max_examples=100, deadline=None)
def test_the_same_message_reads_the_same(text: str, context: Context) -> None:
    assert understand(text, TODAY, context) == understand(text, TODAY, context)


def test_no_clause_looks_at_every_other() -> None:
    """Cues and dates stay where they were found when the message grows."""
    short = lay_out("1.1 green, slipped to end of Feb. " * 10, TODAY, Context())
    long = lay_out("1.1 green, slipped to end of Feb. " * 100, TODAY, Context())
    assert len(long.hits) == 10 * len(short.hits)


@pytest.mark.parametrize("text", ["60% and", "2.2 60% &", "2.2 at 60% and i", "2.2 60% and we"])
def test_a_share_with_nothing_after_it_is_read(text: str) -> None:
    check(text, understand(text, TODAY, Context()))
