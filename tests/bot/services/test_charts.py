"""A plan's pictures outside its papers: who is offered them, and who gets them when they are fetched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.card import Card, Shown
from bot.card_files import PictureFile
from bot.errors import NotFound
from bot.papers.picture_kinds import PictureKind
from bot.partnership import AccountKind
from bot.picture_pass import PictureDoor, PicturePass, sealed
from bot.plan import Classification
from bot.services import home
from bot.services.reports import charts
from leadline.serving.pictures import PictureWindow, picture_key
from tests.bot.services.dialogue import ACCOUNTS, Office

LEAD = "S Okoro"
KEY = picture_key(b"the record's own")


def home_of(office: Office, who: str, offered: list[PicturePass]) -> Card:
    """What stands on their Home; every picture's pass is kept in `offered`."""

    def address_of(given: PicturePass) -> str:
        offered.append(given)
        return f"https://leadline.example.org/{len(offered)}"

    with office.record.open_work(office.workspace.id, read_only=True) as work:
        return home.home(work, ACCOUNTS[who], PictureDoor(office.workspace.id, address_of))


def window(office: Office) -> PictureWindow:
    return PictureWindow(office.record.open_work, office.clock, KEY)


@pytest.fixture
def offered(asked: Office) -> PicturePass:
    """A lead's slip chart, as it was offered."""
    asked.say(LEAD, "2.7a red, slips to end of Jan, waiting for IT")
    found: list[PicturePass] = []
    card = home_of(asked, LEAD, found)
    assert len(found) == len([one for one in card.pieces if isinstance(one, Shown)]) > 0
    return next(one for one in found if one.kind is PictureKind.SLIP)


def test_what_is_offered_on_a_home_is_drawn_once_when_it_is_fetched(
    asked: Office, offered: PicturePass
) -> None:
    address = f"{sealed(offered, KEY)}.png"
    shown = window(asked)
    content = shown.picture(address)
    assert content is not None
    assert content[:4] == b"\x89PNG"
    assert shown.picture(address) is content
    assert shown.picture(address.replace("slip", "bodies")) is None
    assert shown.picture(f"{sealed(offered, b'another key')}.png") is None


def test_the_right_is_asked_again_when_it_is_fetched(asked: Office, offered: PicturePass) -> None:
    shown = window(asked)
    address = sealed(offered, KEY)
    assert shown.picture(address) is not None
    with asked.record.open_work(asked.workspace.id) as work:
        leaver = work.people.named("T Vance")[0]
    of_leaver = sealed(replace(offered, person_id=leaver.id), KEY)
    assert shown.picture(of_leaver) is not None
    with asked.record.open_work(asked.workspace.id) as work:
        work.people.set_active(leaver.id, is_active=False)
    assert shown.picture(of_leaver) is None, "whose account has closed"
    with asked.record.open_work(asked.workspace.id) as work:
        work.plans.classify(asked.plan.id, Classification.RESTRICTED)
    assert shown.picture(address) is None, "nothing restricted is fetched, not even what was drawn before"


def test_nothing_of_a_restricted_plan_has_an_address(asked: Office) -> None:
    with asked.record.open_work(asked.workspace.id) as work:
        work.plans.classify(asked.plan.id, Classification.RESTRICTED)
    found: list[PicturePass] = []
    card = home_of(asked, LEAD, found)
    assert found == []
    assert not any(isinstance(one, Shown) for one in card.pieces)


def test_a_very_large_plan_has_its_slip_chart_alone_and_its_history_is_not_read(
    asked: Office, offered: PicturePass, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offered.kind is PictureKind.SLIP
    monkeypatch.setattr(charts, "MOST_ACTIONS", 1)
    with monkeypatch.context() as unread:
        unread.setattr(charts, "past_colours", None)
        found: list[PicturePass] = []
        card = home_of(asked, LEAD, found)
        assert [one.kind for one in found] == [PictureKind.SLIP]
        assert window(asked).picture(f"{sealed(found[0], KEY)}.png") is not None
    assert "expected after" in str(card)
    assert "The colours of so large a plan over time come as files" in str(card)
    asked.at(date(2026, 10, 20))
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        person = work.people.named(LEAD)[0]
        picture, _ = charts.as_file(work, PictureFile(int(asked.plan.id), int(person.id), "bodies"))
    assert picture.title


def test_a_guest_sees_no_picture_of_what_others_lead(asked: Office, offered: PicturePass) -> None:
    with asked.record.open_work(asked.workspace.id) as work:
        person = work.people.named(LEAD)[0]
        work.people.set_account_kind(person.id, AccountKind.GUEST)
    found: list[PicturePass] = []
    home_of(asked, LEAD, found)
    assert found == []
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        with pytest.raises(NotFound):
            charts.check_fetched(work, offered)
        with pytest.raises(NotFound):
            charts.as_file(work, PictureFile(int(asked.plan.id), int(person.id), "slip"))
