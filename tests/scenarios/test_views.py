"""Before a board meets, its members are asked what the people they speak for think of an action."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, CHANNEL, OFFICER

MEMBER, SUPPORTER = "K Bramley", "S Okoro"
SLOW = "families find this far too slow"


@pytest.fixture
def seated(chat: Dialogue) -> Dialogue:
    """A member who speaks for carers, who leads actions too, and somebody who supports her."""
    chat.tick()
    chat.says(OFFICER, f"{MEMBER} is a voting member of the Board")
    chat.says(OFFICER, f"{MEMBER} speaks for carers on the Board")
    chat.says(OFFICER, f"{SUPPORTER} supports {MEMBER} at the Board")
    return chat


def test_a_chair_asks_the_member_answers_and_it_is_in_the_pack_as_a_view(seated: Dialogue) -> None:
    chat = seated
    told = chat.says(CHAIR, "ask the carers for their view on 2.7a")
    assert any("Asked for views on 2.7a, for the board on Wed 14 Oct" in one for one in told)
    assert f"{CHAIR} (chair) asks for the view of carers on 2.7a" in chat.sees(MEMBER)
    before = chat.says(CHAIR, "status 2.7a")[0]
    (which,) = chat.says(MEMBER, SLOW)
    assert "Nothing is saved yet." in which, "her own actions were asked about as well"
    (kept,) = chat.presses(MEMBER, "Yes, on 2.7a")
    assert kept.startswith("Saved as a view for the board on Wed 14 Oct.")
    (kept,) = chat.edits(MEMBER, f"{SLOW} and too far")
    assert f'Carers ({MEMBER}): "{SLOW} and too far"' in kept
    (undone,) = chat.presses(MEMBER, "Undo")
    assert f'Carers ({MEMBER}): "{SLOW}"' in undone
    after = chat.says(CHAIR, "status 2.7a")[0]
    assert after.replace(f'"{SLOW}"', "no answer yet") == before
    (kept,) = chat.says(SUPPORTER, f"view of {MEMBER} on 2.7a: much too slow")
    assert f'Carers, {SUPPORTER} (supporting {MEMBER}): "much too slow"' in kept
    chat.at(timedelta(days=12))
    pack = "\n".join(chat.reads(CHANNEL))
    assert f'Carers, {SUPPORTER} (supporting {MEMBER}): "much too slow"' in pack
    assert chat.record.verify_audit() == ()


def test_a_member_who_leads_it_too_says_which_it_is(seated: Dialogue) -> None:
    chat = seated
    chat.says(OFFICER, f"ask {MEMBER} for a view on 6.2")
    (which,) = chat.says(MEMBER, "6.2 is red, the locum left")
    assert which.startswith("Is this the view of carers, for the board on Wed 14 Oct?")
    (answer,) = chat.presses(MEMBER, "No, something else")
    assert answer.startswith("Not saved as a view.")
    (kept,) = chat.says(MEMBER, "our view on 6.2: red, the locum left")
    assert "Saved as a view" in kept
    assert "Red" not in chat.says(CHAIR, "history 6.2")[0].splitlines()[2]
