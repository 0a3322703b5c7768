"""Which actions a number covers, when somebody asks for the record of it."""

from __future__ import annotations

import pytest

from bot.conversation import Route, UpdateState
from bot.disclosure import EntryKind, covered
from bot.phrases import disclosures as say
from tests.bot.larkmere import action as an_action


@pytest.mark.parametrize(
    ("asked", "refs"),
    [
        ("2.7", ["2.7", "2.7a", "2.7 (i)"]),
        ("2.7A", ["2.7a"]),
        ("2", []),
        ("2.70", ["2.70"]),
    ],
)
def test_a_number_covers_its_own_lines_and_no_others(asked: str, refs: list[str]) -> None:
    plan = [an_action(ref=ref) for ref in ("2.7", "2.7a", "2.7 (i)", "2.70", "12.7")]
    assert [action.ref for action in covered(plan, asked)] == refs


def test_every_kind_of_entry_route_and_state_has_its_words() -> None:
    assert set(say.KINDS) == set(EntryKind)
    assert set(say.ROUTES) == set(Route)
    assert set(say.STATES) == set(UpdateState)
