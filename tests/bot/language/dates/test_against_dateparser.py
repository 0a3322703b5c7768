"""On full dates in the usual forms, our grammar and dateparser read the same day: each is the other's
witness.
"""

from datetime import date, datetime, timedelta

import dateparser
import pytest

from bot.language.dates import find_dates
from bot.language.reading import Conventions

TODAY = date(2026, 11, 22)
FORMS = [
    "%d/%m/%Y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%d-%b-%Y",
    "%Y-%m-%d",
    "%A %d %B %Y",
]
DAYS = [date(2024, 1, 1) + timedelta(days=97 * n) for n in range(20)] + [
    date(2028, 2, 29),
    date(2027, 12, 31),
]
SETTINGS = {"DATE_ORDER": "DMY", "RELATIVE_BASE": datetime(2026, 11, 22)}  # noqa: DTZ001 - dateparser asks for it


@pytest.mark.parametrize("form", FORMS)
def test_the_two_agree_on_absolute_forms(form: str) -> None:
    for day in DAYS:
        written = day.strftime(form)
        (span,) = find_dates(f"due {written}.", TODAY, Conventions())
        settings = {**SETTINGS, "DATE_ORDER": "YMD"} if form.startswith("%Y") else SETTINGS
        other = dateparser.parse(written, languages=["en"], settings=settings)

        assert other is not None
        assert span.resolve().start == span.resolve().end == other.date() == day
        assert span.words == written
