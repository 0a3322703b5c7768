"""The check that keeps patients out of the record: ten digits that make an NHS number."""

from __future__ import annotations

import re

_TEN_DIGITS = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")


def holds_nhs_number(text: str) -> bool:
    """Whether the text holds a valid NHS number, by its modulus 11 check digit."""
    return any(_is_valid(re.sub(r"\D", "", found)) for found in _TEN_DIGITS.findall(text))


def _is_valid(digits: str) -> bool:
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = 11 - weighed % 11
    return check != 10 and check % 11 == int(digits[9])
