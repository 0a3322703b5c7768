"""The sealed address of a picture: for one person, until an hour, and not to be made up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import NotFound
from bot.papers.picture_kinds import PictureKind
from bot.partnership import PersonId, WorkspaceId
from bot.picture_pass import PicturePass, good_until, opened, sealed
from bot.plan import PlanId

NOW = datetime(2026, 9, 21, 9, 59, tzinfo=UTC)
KEY = b"a key"
PASS = PicturePass(
    WorkspaceId(1), PlanId(2), PersonId(3), PictureKind.COLOURS, good_until(NOW), "3f9a0c1d22b45e6f"
)


def test_a_pass_is_read_as_it_was_sealed_until_its_hour() -> None:
    assert opened(sealed(PASS, KEY), KEY, NOW) == PASS
    assert good_until(NOW) == good_until(NOW - timedelta(minutes=50)) == datetime(2026, 9, 21, 11, tzinfo=UTC)
    with pytest.raises(NotFound):
        opened(sealed(PASS, KEY), KEY, PASS.until)


def test_no_part_of_it_can_be_altered_or_made_up() -> None:
    text = sealed(PASS, KEY)
    assert text.startswith("1-2-3-colours-")
    forged = (text.replace("1-2-3", "1-2-4"), text.replace("1-2-3", "1-9-3"), text[:-1], "", "é", "1-2-3")
    for one in forged:
        with pytest.raises(NotFound):
            opened(one, KEY, NOW)
    with pytest.raises(NotFound):
        opened(text, b"another key", NOW)
