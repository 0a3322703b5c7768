import pytest

from bot.importing.flow import (
    echoes,
    ends_midway,
    first_imperative,
    is_unfinished,
    joined,
    pieces,
    starts_midway,
)


@pytest.mark.parametrize("text", ["across the teams", "policy that sets out", "• network for carers"])
def test_text_that_begins_in_the_middle(text: str) -> None:
    assert starts_midway(text)


@pytest.mark.parametrize("text", ["Write it", "develop links with carers", "3 months on", "", "–"])
def test_text_that_begins_at_the_beginning(text: str) -> None:
    assert not starts_midway(text)


@pytest.mark.parametrize("text", ["Framework across the", "lines of accountability and", "inter-", "first,"])
def test_text_that_breaks_off(text: str) -> None:
    assert ends_midway(text)


@pytest.mark.parametrize("text", ["Write it", "All done.", ""])
def test_text_that_does_not_break_off(text: str) -> None:
    assert not ends_midway(text)


def test_a_sentence_that_has_ended_is_finished() -> None:
    assert is_unfinished("support for carers")
    assert not is_unfinished("Support for carers.")
    assert not is_unfinished(" ")


def test_pieces_of_one_text_join() -> None:
    assert joined("inter-", "changeability") == "inter-changeability"
    assert joined("support for", "carers") == "support for carers"
    assert joined("", "carers") == "carers"
    assert joined("support", "") == "support"


def test_two_actions_in_one_cell_part_at_the_second_imperative() -> None:
    assert pieces("Review the beds Develop a joint approach to day care", 2) == (
        "Review the beds",
        "Develop a joint approach to day care",
    )


def test_or_at_the_one_capital_after_small_letters() -> None:
    assert pieces("Review and enhance staffing Netherby rooms to be found", 2) == (
        "Review and enhance staffing",
        "Netherby rooms to be found",
    )


def test_or_not_at_all() -> None:
    assert pieces("Review the beds of every ward", 2) == ()


def test_where_a_new_action_begins() -> None:
    text = "network for carers Enhance the role of link workers"
    assert first_imperative(text) == text.index("Enhance")
    assert first_imperative("Enhance the role") is None


def test_a_scan_that_reads_a_cell_twice() -> None:
    said = "Arrangements for out of hours services were understood to be in development"
    assert echoes("out of hours services were understood ment development", said)
    assert not echoes("open a new ward for carers of older people", said)
    assert not echoes("hours", said)
