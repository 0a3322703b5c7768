"""Values as JSON, and back."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rag import Rag
from bot.stored import date_of, stored_date, stored_timescale, stored_word, timescale_of
from tests.bot.larkmere import SEPTEMBER


def test_a_timescale_is_its_four_parts() -> None:
    stored = stored_timescale(SEPTEMBER)
    assert stored == {
        "start": "2026-09-01",
        "end": "2026-09-30",
        "precision": "month",
        "words": "Sept 2026",
    }
    assert timescale_of(stored) == SEPTEMBER


def test_nothing_stays_nothing() -> None:
    assert (
        stored_timescale(None)
        is timescale_of(None)
        is stored_date(None)
        is date_of(None)
        is stored_word(None)
    )


def test_days_and_words_are_plain() -> None:
    assert date_of(stored_date(date(2026, 9, 1))) == date(2026, 9, 1)
    assert stored_word(Rag.RED) == "red"


def test_what_is_not_a_timescale_is_refused() -> None:
    with pytest.raises(ValueError, match="not a stored timescale"):
        timescale_of("Sept 2026")
