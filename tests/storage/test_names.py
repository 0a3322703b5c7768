"""Names are the same however they are written."""

from __future__ import annotations

import pytest

from storage.names import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("R. Vale", "R Vale"),
        ("R. Vale", "r vale"),
        ("R.Vale", "R  Vale "),
        ("J.K. Shaw", "JK Shaw"),
        ("J. K. Shaw", "J K Shaw"),
        ("Shaw J.K.", "shaw jk"),
        ("Orla O’Brien", "Orla O'Brien"),
        ("Ａnn Dale", "Ann Dale"),
    ],
)
def test_two_ways_of_writing_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("R Vale", "P Vale"), ("R Vale", "R Vale-Shaw"), ("R Vale", "Vale")]
)
def test_two_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
