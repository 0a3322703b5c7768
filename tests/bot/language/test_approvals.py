"""The day an action was finished, told by who approved it: said straight after that it is done."""

from __future__ import annotations

import pytest

from tests.bot.language.reader import reading


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("2.4 is done, signed off on 12 Nov, minutes attached", "2026-11-12"),
        ("2.4 complete, approved by the committee on 12 Nov", "2026-11-12"),
        ("2.4 complete. Approved by the board on 12 Nov", "2026-11-12"),
        ("2.4 complete, leaflets approved by the committee on 12 Nov", None),
        ("2.4 approved by the committee on 12 Nov", None),
    ],
)
def test_an_approval_dates_what_is_done(text: str, completed: str | None) -> None:
    (update,) = reading(text).updates
    assert (update.completed and str(update.completed.start)) == completed
