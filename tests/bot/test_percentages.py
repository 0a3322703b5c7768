"""Whole percentages that add up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.percentages import whole_percentages

COUNTS = st.lists(st.integers(min_value=0, max_value=20_000), min_size=1, max_size=9)


@given(COUNTS)
def test_they_add_up_to_a_hundred_and_none_is_further_off_than_one(counts: list[int]) -> None:
    found = whole_percentages(counts)
    total = sum(counts)
    assert sum(found) == (100 if total else 0)
    assert all(
        abs(share - 100 * count / total) < 1 for share, count in zip(found, counts, strict=True) if total
    )


@given(COUNTS)
def test_a_larger_count_never_has_the_smaller_share(counts: list[int]) -> None:
    found = whole_percentages(counts)
    pairs = [(a, b) for a in range(len(counts)) for b in range(len(counts)) if counts[a] > counts[b]]
    assert all(found[a] >= found[b] for a, b in pairs)


def test_the_sentence_of_the_model_paper() -> None:
    assert whole_percentages((60, 7, 6, 5, 3, 5)) == (70, 8, 7, 6, 3, 6)
