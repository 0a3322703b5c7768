"""Nobody decides on their own doing, whichever way round they come to it; and a refusal names who can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot import permissions
from bot.errors import NotAllowed
from bot.partnership import AccountKind, PartnershipId
from bot.plan import Lead, LeadRole
from tests.bot.larkmere import plan
from tests.bot.permissions.people import (
    ACTION,
    BOARD,
    CHAIR,
    DEPUTY,
    LEAD,
    MEMBER,
    OFFICER,
    PERSON_OF,
    SECOND_CHAIR,
)

CHAIRED_BY_DEPUTY = replace(BOARD, chairs=(DEPUTY.id,))
LED_BY_CHAIR = replace(ACTION, leads=(*ACTION.leads, Lead(CHAIR.id, CHAIR.name, LeadRole.SUPPORTING)))


@pytest.mark.parametrize(
    "who_decides",
    [
        lambda: permissions.can_accept(CHAIR, LED_BY_CHAIR, BOARD, {LEAD.id}),
        lambda: permissions.can_accept(DEPUTY, ACTION, CHAIRED_BY_DEPUTY, {LEAD.id}),
        lambda: permissions.can_accept(CHAIR, ACTION, BOARD, {CHAIR.id}),
        lambda: permissions.can_accept(OFFICER, ACTION, BOARD, {LEAD.id, OFFICER.id}),
        lambda: permissions.can_decide_extension(CHAIR, LED_BY_CHAIR, BOARD, LEAD.id),
        lambda: permissions.can_decide_extension(DEPUTY, ACTION, CHAIRED_BY_DEPUTY, LEAD.id),
        lambda: permissions.can_decide_extension(CHAIR, ACTION, BOARD, CHAIR.id),
        lambda: permissions.can_erase(CHAIR, CHAIR, (BOARD,)),
        lambda: permissions.can_confirm_erasure(CHAIR, LEAD, CHAIR.id, (BOARD,)),
    ],
    ids=[
        "a lead accepts",
        "a deputy accepts",
        "who claimed accepts",
        "who entered the claim for somebody accepts",
        "a lead grants",
        "a deputy grants",
        "who asked grants",
        "the person themselves erases",
        "one person erases alone",
    ],
)
def test_nobody_decides_on_their_own_doing(who_decides: Callable[[], bool]) -> None:
    assert not who_decides()


def test_their_own_absence_is_theirs_to_note_and_another_lead_s_is_not() -> None:
    for who in (LEAD, CHAIR, replace(LEAD, account_kind=AccountKind.GUEST)):
        assert permissions.can_arrange_cover(who, who, (BOARD,))
    assert not permissions.can_arrange_cover(LEAD, DEPUTY, (BOARD,))


def test_an_officer_of_one_of_two_partnerships_names_no_deputy_for_both() -> None:
    elsewhere = replace(BOARD, id=PartnershipId(2), officers=(CHAIR.id,))
    assert not permissions.can_arrange_cover(OFFICER, LEAD, (BOARD, elsewhere))
    with pytest.raises(NotAllowed) as refused:
        permissions.check_can_arrange_cover(OFFICER, LEAD, (BOARD, elsewhere), PERSON_OF)
    assert refused.value.who_can == ("S Okoro", "P Lowell", "A Merrin")


def test_a_guest_sees_of_a_plan_what_they_lead_and_a_member_all_of_it() -> None:
    two = plan(ACTION, replace(ACTION, ref="4.1", leads=(), deputies=()))
    assert permissions.actions_shown(LEAD, two) == two.actions
    for kind in (AccountKind.GUEST, AccountKind.EXTERNAL):
        assert permissions.actions_shown(replace(LEAD, account_kind=kind), two) == two.actions[:1]


def test_in_another_channel_a_member_who_leads_nothing_reads_nothing() -> None:
    assert permissions.can_see(MEMBER, BOARD, (plan(ACTION),), is_in_channel=True)
    assert not permissions.can_see(MEMBER, BOARD, (plan(ACTION),))


def _refused(check: Callable[[], None]) -> NotAllowed:
    with pytest.raises(NotAllowed) as refused:
        check()
    return refused.value


def test_a_refusal_names_who_can_and_carries_ids() -> None:
    accept = _refused(
        lambda: permissions.check_can_accept(OFFICER, ACTION, BOARD, {OFFICER.id, LEAD.id}, PERSON_OF)
    )
    assert accept.who_can == (CHAIR.name, SECOND_CHAIR.name), "never who asks, nor who claimed"
    assert (accept.partnership, accept.action, accept.is_guest) == (BOARD.id, ACTION.id, False)
    run = _refused(lambda: permissions.check_can_run(CHAIR, BOARD, PERSON_OF))
    assert (run.who_can, run.action) == ((OFFICER.name,), None)
    update = _refused(lambda: permissions.check_can_update(MEMBER, ACTION, BOARD))
    assert update.who_can == ("S Okoro",)


def test_who_has_left_or_is_a_guest_is_not_named_as_somebody_who_can() -> None:
    gone = {
        **{one.id: one for one in (CHAIR, OFFICER)},
        SECOND_CHAIR.id: replace(SECOND_CHAIR, is_active=False),
    }
    refused = _refused(lambda: permissions.check_can_share(LEAD, BOARD, gone.__getitem__))
    assert refused.who_can == (CHAIR.name, OFFICER.name)


def test_a_guest_s_refusal_says_that_it_is_one() -> None:
    chair = replace(CHAIR, account_kind=AccountKind.EXTERNAL)
    refused = _refused(lambda: permissions.check_can_share(chair, BOARD, PERSON_OF))
    assert refused.is_guest
