"""Who may do what: each right, and its twin that raises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot import permissions
from bot.errors import NotAllowed
from bot.partnership import PartnershipId, Person, PersonId
from bot.plan import ActionStatus, Deputy
from tests.bot.larkmere import PARTNERSHIP, action, plan

LEAD, OTHER, CHAIR, OFFICER = (
    Person(PersonId(number), name)
    for number, name in ((1, "S Okoro"), (2, "K Bramley"), (8, "A Merrin"), (9, "P Lowell"))
)
PEOPLE = {person.id: person for person in (LEAD, OTHER, CHAIR, OFFICER)}
ACTION = action(status=ActionStatus.CLAIMED_DONE)


@pytest.mark.parametrize(
    ("person", "see", "update", "reopen", "accept", "run", "share"),
    [
        (LEAD, True, True, False, False, False, False),
        (OTHER, False, False, False, False, False, False),
        (CHAIR, True, True, True, True, False, True),
        (OFFICER, True, True, True, True, True, True),
    ],
)
def test_rights(
    person: Person, see: bool, update: bool, reopen: bool, accept: bool, run: bool, share: bool
) -> None:
    assert permissions.can_see(person, PARTNERSHIP, (plan(ACTION),)) is see
    assert permissions.can_update(person, ACTION, PARTNERSHIP) is update
    assert permissions.can_reopen(person, PARTNERSHIP) is reopen
    assert permissions.can_accept(person, ACTION, PARTNERSHIP, LEAD.id) is accept
    assert permissions.can_run(person, PARTNERSHIP) is run
    assert permissions.can_share(person, PARTNERSHIP) is share


def test_nobody_accepts_their_own_claim() -> None:
    assert not permissions.can_accept(CHAIR, ACTION, PARTNERSHIP, CHAIR.id)


def test_the_twins_let_those_through_who_may() -> None:
    permissions.check_can_see(LEAD, PARTNERSHIP, (plan(ACTION),))
    permissions.check_can_update(LEAD, ACTION, PARTNERSHIP)
    permissions.check_can_reopen(CHAIR, ACTION, PARTNERSHIP)
    permissions.check_can_accept(CHAIR, ACTION, PARTNERSHIP, LEAD.id, PEOPLE.__getitem__)
    permissions.check_can_run(OFFICER, PARTNERSHIP, PEOPLE.__getitem__)
    permissions.check_can_share(CHAIR, PARTNERSHIP, PEOPLE.__getitem__)


def test_the_twins_raise_and_say_who_may() -> None:
    with pytest.raises(NotAllowed):
        permissions.check_can_see(OTHER, PARTNERSHIP, (plan(ACTION),))
    with pytest.raises(NotAllowed) as update:
        permissions.check_can_update(OTHER, ACTION, PARTNERSHIP)
    with pytest.raises(NotAllowed):
        permissions.check_can_reopen(LEAD, ACTION, PARTNERSHIP)
    with pytest.raises(NotAllowed) as accept:
        permissions.check_can_accept(CHAIR, ACTION, PARTNERSHIP, CHAIR.id, PEOPLE.__getitem__)
    with pytest.raises(NotAllowed) as run:
        permissions.check_can_run(CHAIR, PARTNERSHIP, PEOPLE.__getitem__)
    with pytest.raises(NotAllowed) as share:
        permissions.check_can_share(LEAD, PARTNERSHIP, PEOPLE.__getitem__)
    assert [raised.value.who_can for raised in (update, accept, run, share)] == [
        ("S Okoro",),
        ("P Lowell",),
        ("P Lowell",),
        ("A Merrin", "P Lowell"),
    ]


@pytest.mark.parametrize(
    ("person", "ask", "decide"),
    [(LEAD, True, False), (OTHER, False, False), (CHAIR, False, True), (OFFICER, False, True)],
)
def test_rights_on_more_time(person: Person, ask: bool, decide: bool) -> None:
    assert permissions.can_ask_more_time(person, ACTION) is ask
    assert permissions.can_decide_extension(person, ACTION, PARTNERSHIP, LEAD.id) is decide


def test_nobody_decides_what_they_asked_for() -> None:
    assert not permissions.can_decide_extension(CHAIR, ACTION, PARTNERSHIP, CHAIR.id)
    permissions.check_can_ask_more_time(LEAD, ACTION)
    permissions.check_can_decide_extension(CHAIR, ACTION, PARTNERSHIP, LEAD.id, PEOPLE.__getitem__)
    with pytest.raises(NotAllowed) as asked:
        permissions.check_can_ask_more_time(OTHER, ACTION)
    with pytest.raises(NotAllowed) as decided:
        permissions.check_can_decide_extension(LEAD, ACTION, PARTNERSHIP, LEAD.id, PEOPLE.__getitem__)
    assert [raised.value.who_can for raised in (asked, decided)] == [
        ("S Okoro",),
        ("A Merrin", "P Lowell"),
    ]


@pytest.mark.parametrize(
    ("person", "ask_group", "board_s", "correct"),
    [
        (LEAD, True, False, False),
        (OTHER, False, False, False),
        (CHAIR, True, True, False),
        (OFFICER, True, True, True),
    ],
)
def test_rights_on_the_boards_business(person: Person, ask_group: bool, board_s: bool, correct: bool) -> None:
    assert permissions.can_ask_group(person, ACTION, PARTNERSHIP) is ask_group
    assert permissions.can_ask_update(person, PARTNERSHIP) is board_s
    assert permissions.can_take_blocker(person, PARTNERSHIP) is board_s
    assert permissions.can_withdraw(person, PARTNERSHIP) is board_s
    assert permissions.can_record(person, PARTNERSHIP) is board_s
    assert permissions.can_correct(person, PARTNERSHIP) is correct


def test_the_boards_twins_raise_and_say_who_may() -> None:
    person_of = PEOPLE.__getitem__
    permissions.check_can_ask_group(LEAD, ACTION, PARTNERSHIP)
    permissions.check_can_ask_update(CHAIR, ACTION, PARTNERSHIP, person_of)
    permissions.check_can_take_blocker(CHAIR, ACTION, PARTNERSHIP, person_of)
    permissions.check_can_withdraw(CHAIR, ACTION, PARTNERSHIP, person_of)
    permissions.check_can_correct(OFFICER, ACTION, PARTNERSHIP, person_of)
    permissions.check_can_record(CHAIR, PARTNERSHIP, person_of)
    with pytest.raises(NotAllowed):
        permissions.check_can_ask_group(OTHER, ACTION, PARTNERSHIP)
    with pytest.raises(NotAllowed) as ask:
        permissions.check_can_ask_update(LEAD, ACTION, PARTNERSHIP, person_of)
    with pytest.raises(NotAllowed) as take:
        permissions.check_can_take_blocker(LEAD, ACTION, PARTNERSHIP, person_of)
    with pytest.raises(NotAllowed) as withdraw:
        permissions.check_can_withdraw(LEAD, ACTION, PARTNERSHIP, person_of)
    with pytest.raises(NotAllowed) as correct:
        permissions.check_can_correct(CHAIR, ACTION, PARTNERSHIP, person_of)
    with pytest.raises(NotAllowed) as record:
        permissions.check_can_record(LEAD, PARTNERSHIP, person_of)
    assert [raised.value.who_can for raised in (ask, take, withdraw, correct, record)] == [
        ("A Merrin", "P Lowell"),
        ("A Merrin", "P Lowell"),
        ("A Merrin", "P Lowell"),
        ("P Lowell",),
        ("A Merrin", "P Lowell"),
    ]


def test_only_the_board_enters_what_somebody_else_said() -> None:
    may = [person for person in PEOPLE.values() if permissions.can_relay(person, PARTNERSHIP)]
    assert may == [CHAIR, OFFICER]
    permissions.check_can_relay(CHAIR, PARTNERSHIP, PEOPLE.__getitem__)
    with pytest.raises(NotAllowed) as refused:
        permissions.check_can_relay(LEAD, PARTNERSHIP, PEOPLE.__getitem__)
    assert refused.value.who_can == ("A Merrin", "P Lowell")


@pytest.mark.parametrize(
    ("person", "arranges"), [(LEAD, True), (OTHER, False), (CHAIR, False), (OFFICER, True)]
)
def test_rights_on_cover(person: Person, arranges: bool) -> None:
    assert permissions.can_arrange_cover(person, LEAD, (PARTNERSHIP,)) is arranges


def test_an_officer_of_one_of_two_partnerships_names_no_deputy_for_both() -> None:
    elsewhere = replace(PARTNERSHIP, id=PartnershipId(2), officers=(CHAIR.id,))
    assert not permissions.can_arrange_cover(OFFICER, LEAD, (PARTNERSHIP, elsewhere))
    permissions.check_can_arrange_cover(LEAD, LEAD, (PARTNERSHIP, elsewhere), PEOPLE.__getitem__)
    with pytest.raises(NotAllowed) as refused:
        permissions.check_can_arrange_cover(OFFICER, LEAD, (PARTNERSHIP, elsewhere), PEOPLE.__getitem__)
    assert refused.value.who_can == ("S Okoro", "P Lowell", "A Merrin")


def test_a_deputy_may_update_and_never_accept() -> None:
    covered = replace(ACTION, deputies=(Deputy(OTHER.id, OTHER.name, LEAD.id, date(2026, 11, 6)),))
    assert permissions.can_update(OTHER, covered, PARTNERSHIP)
    assert covered.spoken_for_by(OTHER.id) == LEAD.id
    assert covered.spoken_for_by(LEAD.id) is None
    board = replace(PARTNERSHIP, chairs=(OTHER.id,))
    assert not permissions.can_accept(OTHER, covered, board, LEAD.id)
    assert not permissions.can_decide_extension(OTHER, covered, board, LEAD.id)


def test_papers_are_made_by_the_board_and_others_are_told_who() -> None:
    for person in (CHAIR, OFFICER):
        permissions.check_can_make_paper(person, PARTNERSHIP, PEOPLE.__getitem__)
    for person in (LEAD, OTHER):
        with pytest.raises(NotAllowed) as refused:
            permissions.check_can_make_paper(person, PARTNERSHIP, PEOPLE.__getitem__)
        assert refused.value.who_can == (CHAIR.name, OFFICER.name)
