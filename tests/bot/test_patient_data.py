"""No patients in the record."""

from __future__ import annotations

import pytest

from bot.patient_data import holds_nhs_number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("943 476 5919", True),
        ("patient 9434765919 moved", True),
        ("943-476-5919", True),
        ("943.476.5919", True),
        ("943\u00a0476\u20095919", True),
        ("943\u2013476\n5919", True),
        ("943 - 476 - 5919", True),
        ("943/476/5919", True),
        ("943 476 5918", False),
        ("999 012 3450", False),  # a check digit of ten is never issued
        ("call 01234 567890 about 2.7a", False),
        ("19434765919", False),
        ("", False),
    ],
)
def test_ten_digits_with_a_right_check_digit_are_an_nhs_number(text: str, found: bool) -> None:
    assert holds_nhs_number(text) is found
