"""What one person asks for and another confirms: never the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.closing import ActionEnd, Closing, ClosingId, ClosingState, End
from bot.errors import NotAllowed
from bot.partnership import Person, PersonId
from bot.permissions import can_confirm_closing, check_can_confirm_closing
from bot.plan import ActionId
from tests.bot.larkmere import PARTNERSHIP, action, plan

LEAD, CHAIR, OFFICER = (
    Person(PersonId(number), name) for number, name in ((1, "S Okoro"), (8, "A Merrin"), (9, "P Lowell"))
)
PEOPLE = {person.id: person for person in (LEAD, CHAIR, OFFICER)}
ACTION = action()
PLAN = plan(ACTION)


def closing(end: End = End.STOPPED, by: Person = OFFICER) -> Closing:
    said = ActionEnd(ActionId(ACTION.id), end, "no funding", by.id)
    at = datetime(2026, 9, 21, tzinfo=UTC)
    return Closing(ClosingId(1), PLAN.id, ClosingState.ASKED, OFFICER.id, at, 1, (said,))


@pytest.mark.parametrize(("person", "may"), [(LEAD, False), (CHAIR, True), (OFFICER, False)])
def test_a_chair_confirms_a_closing(person: Person, may: bool) -> None:
    assert can_confirm_closing(person, PLAN, PARTNERSHIP, closing()) is may


def test_not_a_chair_who_began_it_gave_an_end_or_leads_what_ends_as_done() -> None:
    led = plan(replace(ACTION, leads=(replace(ACTION.leads[0], person_id=CHAIR.id, name=CHAIR.name),)))
    assert not can_confirm_closing(CHAIR, PLAN, PARTNERSHIP, replace(closing(), begun_by=CHAIR.id))
    assert not can_confirm_closing(CHAIR, PLAN, PARTNERSHIP, closing(by=CHAIR))
    assert not can_confirm_closing(CHAIR, led, PARTNERSHIP, closing(End.DONE))
    assert can_confirm_closing(CHAIR, led, PARTNERSHIP, closing(End.STOPPED))


def test_the_twin_names_who_may() -> None:
    check_can_confirm_closing(CHAIR, PLAN, PARTNERSHIP, closing(), PEOPLE.__getitem__)
    with pytest.raises(NotAllowed) as refused:
        check_can_confirm_closing(OFFICER, PLAN, PARTNERSHIP, closing(), PEOPLE.__getitem__)
    assert refused.value.who_can == ("A Merrin",)
