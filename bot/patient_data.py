"""The check that keeps patients out of the record: ten digits that make an NHS number.

Scotland's CHI and Northern Ireland's Health and Care numbers are ten digits with the same check digit.
"""

from __future__ import annotations

import re

_BETWEEN = r"[\s./_\u2010-\u2015-]{0,3}"
"""What is printed between its three groups, if anything: spaces of any kind, a point, a stroke, a dash; or a
dash between spaces."""

_TEN_DIGITS = re.compile(rf"(?<!\d)\d{{3}}{_BETWEEN}\d{{3}}{_BETWEEN}\d{{4}}(?!\d)")

LEFT_OUT = "[left out]"
"""What stands where a text was refused that is one of many."""


def holds_nhs_number(text: str) -> bool:
    """Whether the text holds a valid NHS number, by its modulus 11 check digit."""
    return any(_is_valid(re.sub(r"\D", "", found)) for found in _TEN_DIGITS.findall(text))


def without_patients(text: str) -> str:
    """The text, or that it was left out."""
    return LEFT_OUT if holds_nhs_number(text) else text


def _is_valid(digits: str) -> bool:
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = 11 - weighed % 11
    return check != 10 and check % 11 == int(digits[9])
