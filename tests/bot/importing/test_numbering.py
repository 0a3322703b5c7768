import pytest

from bot.importing.numbering import (
    is_continued,
    is_stray_number,
    lettered,
    lost_its_zero,
    major,
    own_column_number,
    split_number,
    theme_of,
)


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("1.4 Primary care", "1.4", "Primary care"),
        ("1.1. Referral", "1.1", "Referral"),
        ("8. The trust and the council", "8", "The trust and the council"),
        ("1) Do it", "1", "Do it"),
        ("1.", "1", ""),
        ("1.10", "1.10", ""),
        ("2.7(b)", "2.7(b)", ""),
        ("R11", "R11", ""),
        ("BOD 60/17(h)", "BOD 60/17(h)", ""),
        ("SR (25/26) 01", "SR (25/26) 01", ""),
        ("Recommendation 3: open it", "3", "open it"),
        ("Action 4", "4", ""),
        ("Action plans are late", "", "Action plans are late"),
        ("5 year plan", "", "5 year plan"),
        ("12 – 18 months", "", "12 – 18 months"),
        ("GP leads", "", "GP leads"),
        ("", "", ""),
    ],
)
def test_a_number_is_split_from_its_title(text: str, number: str, title: str) -> None:
    assert split_number(text) == (number, title)


@pytest.mark.parametrize(
    ("text", "number"),
    [("12/27", "12/27"), ("b)", "b"), ("KPI 3a", "KPI 3a"), ("(1.20)", ""), ("see the note", ""), ("", "")],
)
def test_a_column_of_numbers_may_hold_any_form(text: str, number: str) -> None:
    assert own_column_number(text) == number


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("4.0 Care planning", ("4.0", "Care planning")),
        ("Theme 2: Access", ("2", "Access")),
        ("Priority A – Homes", ("A", "Homes")),
        ("Section 3", ("3", "Section 3")),
        ("4.1 Care planning", None),
        ("Access", None),
    ],
)
def test_theme_bands(text: str, theme: tuple[str, str] | None) -> None:
    assert theme_of(text) == theme


def test_a_bracketed_number_is_stray() -> None:
    assert is_stray_number("(1.20)")
    assert not is_stray_number("1.20")


def test_a_cell_may_say_that_it_is_continued() -> None:
    assert is_continued("1.4 Primary care (cont'd)")
    assert is_continued("1.4 continued")
    assert not is_continued("Continued support for carers")


@pytest.mark.parametrize(("ref", "first"), [("4.10", "4"), ("R11", "R11"), ("A", "A"), ("(x)", "")])
def test_the_first_part_of_a_number(ref: str, first: str) -> None:
    assert major(ref) == first


def test_lines_under_one_number_are_lettered_in_printed_order() -> None:
    assert lettered(["1.3", "1.4", "1.4", "1.4", "1.10"]) == ("1.3", "1.4a", "1.4b", "1.4c", "1.10")


def test_letters_that_are_printed_already_are_left_free() -> None:
    assert lettered(["1.4", "1.4", "1.4a"]) == ("1.4b", "1.4c", "1.4a")


def test_a_lettered_number_that_comes_twice_is_counted() -> None:
    assert lettered(["2a", "2a"]) == ("2a1", "2a2")


def test_more_lines_than_letters() -> None:
    assert lettered(["1"] * 28)[25:] == ("1z", "1aa", "1ab")


@pytest.mark.parametrize(
    ("ref", "before", "whole"),
    [
        ("1.1", "1.9", "1.10"),
        ("1.2", "1.19", "1.20"),
        ("1.2", "1.1", None),
        ("2.1", "1.9", None),
        ("1.3", "1.9", None),
        ("A", "B", None),
    ],
)
def test_a_spreadsheet_loses_the_zero_of_ten(ref: str, before: str, whole: str | None) -> None:
    assert lost_its_zero(ref, before) == whole
