"""Whose view is asked, who is sent the ask, who may answer, and what counted when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.boards import BodyId
from bot.partnership import MeetingId, PartnershipId, PersonId
from bot.plan import ActionId, PlanId
from bot.seats import Role, Seat
from bot.views import Capacity, View, ViewId, Wording, WordingId, capacity_of, member_seat, reader_of

TODAY = date(2026, 9, 21)
NOW = datetime(2026, 9, 21, 9, tzinfo=UTC)
BODY = BodyId(1)
KELLY, SMITH, ALI, TRANTER, ADVISER, OTHER = (PersonId(number) for number in range(1, 7))

SEATS = (
    Seat(BODY, KELLY, Role.VOTING, constituency="carers"),
    Seat(BODY, SMITH, Role.SUPPORTER, supports=KELLY),
    Seat(BODY, ALI, Role.CO_OPTED, until_on=date(2026, 9, 20)),
    Seat(BODY, ADVISER, Role.ADVISER),
    Seat(BODY, OTHER, Role.SUPPORTER, supports=ALI),
)

VIEW = View(
    ViewId(1), PartnershipId(1), MeetingId(1), KELLY, "carers", PlanId(1), ActionId(1), "", OTHER, NOW, NOW
)


@pytest.mark.parametrize(
    ("person", "day", "is_asked"),
    [
        (KELLY, TODAY, True),
        (ALI, date(2026, 9, 20), True),
        (ALI, TODAY, False),
        (SMITH, TODAY, False),
        (ADVISER, TODAY, False),
    ],
    ids=["a voting member", "co-opted, on the last day", "co-opted, after it", "a supporter", "an adviser"],
)
def test_members_are_asked_while_their_seat_lasts(person: PersonId, day: date, is_asked: bool) -> None:
    assert (member_seat(SEATS, person, day) is not None) is is_asked


@pytest.mark.parametrize(
    ("person", "member", "expected"),
    [
        (KELLY, KELLY, Capacity.OWN),
        (SMITH, KELLY, Capacity.SUPPORTER),
        (TRANTER, KELLY, Capacity.DEPUTY),
        (ADVISER, KELLY, None),
        (OTHER, KELLY, None),
        (ALI, ALI, None),
        (OTHER, ALI, None),
    ],
    ids=["themselves", "who supports them", "who stands in", "an adviser", "another's supporter",
         "a seat that is over", "who supports a seat that is over"],
)  # fmt: skip
def test_a_view_is_given_by_the_member_or_who_supports_or_stands_in_for_them(
    person: PersonId, member: PersonId, expected: Capacity | None
) -> None:
    stands_in = TRANTER if member == KELLY else None
    assert capacity_of(person, member, stands_in, SEATS, TODAY) is expected


@pytest.mark.parametrize(
    ("stands_in", "reachable", "expected"),
    [
        (KELLY, {KELLY, SMITH}, KELLY),
        (KELLY, {SMITH}, SMITH),
        (TRANTER, {KELLY, SMITH, TRANTER}, TRANTER),
        (None, {KELLY, SMITH}, SMITH),
        (None, {KELLY}, None),
    ],
    ids=["here", "not on the chat", "away, with a deputy", "away without one", "away, nobody else"],
)
def test_one_person_is_sent_the_ask(
    stands_in: PersonId | None, reachable: set[PersonId], expected: PersonId | None
) -> None:
    assert reader_of(VIEW, stands_in, SEATS, TODAY, frozenset(reachable)) == expected
    over = replace(VIEW, member_id=ALI)
    assert reader_of(over, ALI, SEATS, TODAY, frozenset(reachable | {ALI})) is None


def test_a_view_as_it_was_known_knows_nothing_later() -> None:
    hour = timedelta(hours=1)
    said = Wording(WordingId(1), "slow", False, KELLY, Capacity.OWN, NOW + hour, undone_at=NOW + 3 * hour)
    anew = Wording(WordingId(2), "slower", False, KELLY, Capacity.OWN, NOW + 4 * hour)
    view = replace(VIEW, wordings=(said, anew), called_off_at=NOW + 5 * hour)

    def known(hours: int) -> str:
        found = view.known_at(NOW + hours * hour)
        return "not asked" if found is None else found.said.words if found.said else "no answer"

    assert [known(at) for at in range(-1, 6)] == [
        "not asked", "no answer", "slow", "slow", "no answer", "slower", "not asked",
    ]  # fmt: skip
