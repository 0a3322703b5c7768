"""Small grammar."""

from __future__ import annotations

from bot.phrases.words import counted, listed, quoted, shortened


def test_lists() -> None:
    assert [listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_counts() -> None:
    assert (counted(1, "action"), counted(3, "action"), counted(2, "person", "people")) == (
        "1 action",
        "3 actions",
        "2 people",
    )


def test_quotations_are_exact_and_on_one_line() -> None:
    assert quoted("waiting\n for  IT") == '"waiting for IT"'


def test_words_are_cut_at_a_word() -> None:
    assert shortened("Discharge letters to GPs", 40) == "Discharge letters to GPs"
    assert shortened("Discharge letters to GPs and to carers", 20) == "Discharge letters…"
    assert shortened("Discharge, letters", 12) == "Discharge…"
    assert shortened("x" * 30, 10) == "x" * 9 + "…"
