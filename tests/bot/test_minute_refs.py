"""Minutes named among other words."""

from __future__ import annotations

from bot.minute_refs import without_minute


def test_a_minute_is_taken_out_of_the_words() -> None:
    assert without_minute("bring a letter first, minute 6.2") == ("bring a letter first", "6.2")
    assert without_minute("minute BOD 60/17(h): agreed") == ("agreed", "BOD 60/17(h)")
    assert without_minute("agreed") == ("agreed", "")
