"""Plans in layouts that nobody had read when their labels were written: nothing lost, nothing invented.

The first score, blind, stands in docs/importing.md; these tests hold what was mended since.
"""

from __future__ import annotations

import pytest

from bot.draft import DoubtKind, DraftAction
from bot.importing.plan import read_document
from bot.language.reading import Conventions
from documents.files import parsed, read_content
from tests.documents.blind_layouts import CSV, LAYOUTS, TODAY, Layout, Wanted
from tests.documents.blind_layouts_again import AGAIN
from tests.documents.laid_out import file_of

ASKED = {("times of many kinds", "3")}
"""What is asked about, where a label has one reading: when "Ongoing – review Mar 27" is due."""
FILES = [
    pytest.param(layout, kind, id=f"{layout.name}: {kind}")
    for layout in (*LAYOUTS, *AGAIN)
    for kind in layout.formats
]


@pytest.mark.parametrize(("layout", "kind"), FILES)
def test_every_action_is_read_and_no_other(layout: Layout, kind: str) -> None:
    read = read_content if kind == CSV else parsed  # here, and not in a child: this is about layouts
    draft = read_document(read(f"plan.{kind}", file_of(layout, kind)), TODAY, Conventions())
    pairs = list(zip(draft.actions, layout.wanted, strict=True))
    sure = [(action, one) for action, one in pairs if (layout.name, one.ref) not in ASKED]
    assert [told(action, one) for action, one in sure] == [one for _, one in sure]
    for ref in (ref for name, ref in ASKED if name == layout.name):
        assert any(doubt.kind is DoubtKind.NO_DATE and ref in doubt.refs for doubt in draft.doubts)


def told(action: DraftAction, one: Wanted) -> Wanted:
    """What was read of an action, in the words of its label."""
    return Wanted(
        action.ref,
        action.leads,
        action.first_due.end if action.first_due else None,
        action.rag.value if action.rag else "",
        action.status.value if one.status else "",
    )
