"""Who sits on a body: said by the officer, listed for everybody, over on its day, and granting nothing."""

from __future__ import annotations

from datetime import date

import pytest

from bot.phrases.seats import AS, GROUPS
from bot.seats import FORMS, Role, SaidSeat, seat_in
from tests.bot.services.dialogue import Office, text_of


def told(office: Office, who: str, words: str) -> str:
    return text_of(office.say(who, words)[-1].card)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("S Okoro is a member of the Board", SaidSeat("S Okoro", Role.MEMBER, "Board")),
        ("S Okoro is a non-voting member of the Board", SaidSeat("S Okoro", Role.NON_VOTING, "Board")),
        ("A Hale (new) is an adviser to the LIT", SaidSeat("A Hale (new)", Role.ADVISER, "LIT")),
        ("S Okoro is no longer on the Board", SaidSeat("S Okoro", None, "Board")),
        ("S Okoro is no longer an adviser to the Board.", SaidSeat("S Okoro", None, "Board")),
        (
            "T Vance supports S Okoro at the Joint forum until March 2027",
            SaidSeat("T Vance", Role.SUPPORTER, "Joint forum", "S Okoro", "March 2027"),
        ),
        ("S Okoro supports 2.7", None),
    ],
)
def test_a_seat_is_read_from_what_is_said(words: str, said: SaidSeat | None) -> None:
    assert seat_in(words) == said


def test_every_role_can_be_said_and_is_told() -> None:
    assert set(FORMS) - {None} == set(Role) == set(GROUPS) == set(AS)


def test_the_officer_says_who_sits_where_and_everybody_can_list_them(asked: Office) -> None:
    assert "Nobody is recorded on board yet." in told(asked, "K Bramley", "members of the board")
    said = told(asked, "P Lowell", "S Okoro is co-opted to the Board until March 2027")
    assert said.startswith("board: S Okoro is co-opted, until 31 March 2027.")
    told(asked, "P Lowell", "T Vance supports S Okoro at the Board")
    told(asked, "P Lowell", "A Hale (new) is a voting member of the Board")
    assert told(asked, "K Bramley", "members Board").splitlines()[:4] == [
        "board: 3 people",
        "Voting members: A Hale",
        "Co-opted: S Okoro (until 31 March 2027)",
        "Supporters: T Vance (with S Okoro)",
    ]
    assert "no longer on it" in told(asked, "P Lowell", "T Vance is no longer on the Board")
    assert "T Vance" not in told(asked, "K Bramley", "members Board")
    asked.at(date(2027, 4, 1))
    assert "S Okoro" not in told(asked, "K Bramley", "members Board")
    assert asked.record.verify_audit() == ()


def test_what_cannot_be_recorded_says_why_and_only_the_officer_records(asked: Office) -> None:
    assert "P Lowell" in told(asked, "S Okoro", "S Okoro is a voting member of the Board")
    assert "which person" in told(asked, "P Lowell", "A Hale is a member of the Board")
    assert "it is past" in told(asked, "P Lowell", "S Okoro is a member of the Board until March 2020")
    assert "I cannot find" in told(asked, "P Lowell", "S Okoro is no longer on the Board")
    assert "Nobody is recorded" in told(asked, "S Okoro", "who is on the Board?")
