"""Each person's own hours: their zone, the bank holidays of their nation, the partnership's quiet hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.card import Answer, Form, FormErrors
from bot.delivery import DeliveryKind
from bot.instants import instant, local_time
from bot.partnership import Nation, Person, PersonId, Rhythm
from bot.services import deliver
from bot.services.persons import zones
from bot.working_hours import hours_of
from schedules.zones import Zones
from tests.bot.larkmere import PARTNERSHIP
from tests.bot.services.dialogue import Office, plan_due, text_of

NEW_YORK, MADRID, AUCKLAND = "America/New_York", "Europe/Madrid", "Pacific/Auckland"


def person(zone: str | None = None, nation: Nation | None = None) -> Person:
    return Person(PersonId(1), "S Okoro", zone=zone, nation=nation)


@pytest.mark.parametrize(
    ("who", "due", "goes_out"),
    [
        (person(), (date(2026, 9, 21), time(9, 30)), "2026-09-21 09:30 Europe/London"),
        (person(MADRID), (date(2026, 9, 21), time(9, 30)), "2026-09-21 10:30 Europe/Madrid"),
        (person(NEW_YORK), (date(2026, 9, 21), time(9, 30)), "2026-09-21 09:00 America/New_York"),
        (person(AUCKLAND), (date(2026, 9, 21), time(9, 30)), "2026-09-22 09:00 Pacific/Auckland"),
        (person(AUCKLAND), (date(2026, 9, 25), time(9, 30)), "2026-09-28 09:00 Pacific/Auckland"),
        (person(nation="scotland"), (date(2026, 8, 3), time(9, 30)), "2026-08-04 09:00 Europe/London"),
        (person(nation="england"), (date(2026, 8, 3), time(9, 30)), "2026-08-03 09:30 Europe/London"),
        (person(NEW_YORK), (date(2026, 10, 26), time(9, 30)), "2026-10-26 09:00 America/New_York"),
        (person(NEW_YORK), (date(2027, 3, 15), time(9, 30)), "2027-03-15 09:00 America/New_York"),
    ],
)
def test_what_is_due_goes_out_in_their_own_next_working_hour(
    who: Person, due: tuple[date, time], goes_out: str
) -> None:
    hours = hours_of(PARTNERSHIP, who)
    at = hours.next(instant(*due, "Europe/London"))
    assert f"{local_time(at, hours.zone):%Y-%m-%d %H:%M} {hours.zone}" == goes_out


def test_quiet_hours_are_the_partnerships_own() -> None:
    late = replace(PARTNERSHIP, rhythm=Rhythm(quiet_from=time(20, 0), quiet_until=time(10, 0)))
    at_nine = instant(date(2026, 9, 21), time(9, 30), "Europe/London")
    assert local_time(hours_of(late).next(at_nine), "Europe/London").time() == time(10, 0)
    at_seven = instant(date(2026, 9, 21), time(19, 0), "Europe/London")
    assert hours_of(late).next(at_seven) == at_seven


def test_a_lead_abroad_is_asked_in_their_own_morning(office: Office) -> None:
    with office.record.open_work(office.workspace.id) as work:
        assert zones.keep_zone(work, "U1", NEW_YORK)
        assert not zones.keep_zone(work, "U1", NEW_YORK), "known already"
        assert not zones.keep_zone(work, "U1", "Europe/Nowhere"), "nobody knows it"
        assert not zones.keep_zone(work, "U404", NEW_YORK), "nobody of ours"
    office.at(date(2026, 9, 21), time(9, 31))
    office.at(date(2026, 9, 21), time(13, 0))
    assert [one for one in office.posts_to("S Okoro") if one.delivery.owed.kind is DeliveryKind.PROMPT] == []
    office.at(date(2026, 9, 21), time(14, 31))
    (post,) = (one for one in office.posts_to("S Okoro") if one.delivery.owed.kind is DeliveryKind.PROMPT)
    assert local_time(post.delivery.owed.due_at, NEW_YORK).time() == time(9, 30)


def test_a_bot_that_was_stopped_at_the_hour_does_not_ask_at_night(office: Office) -> None:
    office.clock.instant = instant(date(2026, 9, 21), time(9, 31), "Europe/London")
    plan_due(office.record, office.workspace, office.clock.instant)
    office.clock.instant = instant(date(2026, 9, 21), time(23, 0), "Europe/London")
    office.deliver()
    assert deliver.OUT_OF_HOURS in office.skipped
    assert [one for one in office.posts if one.delivery.owed.kind is DeliveryKind.PROMPT] == []
    office.at(date(2026, 9, 22), time(9, 31))
    asked = [one.delivery.owed.channel for one in office.posts if one.delivery.owed.kind == "prompt"]
    assert sorted(asked) == ["U1", "U2", "U3"], "moved, not dropped, and once"


def test_somebody_says_whose_bank_holidays_they_keep(office: Office) -> None:
    assert office.answer("S Okoro", "I work in Scotland").startswith("Noted: you work in Scotland.")
    assert "Noted: K Bramley works in Wales." in office.answer("P Lowell", "K Bramley works in Wales")
    assert "S Okoro" in office.answer("K Bramley", "S Okoro works in Wales"), "says who can"
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        nations = [work.people.named(name)[0].nation for name in ("S Okoro", "K Bramley")]
    assert nations == ["scotland", "wales"]


def test_quiet_hours_are_set_and_explained_in_the_settings(office: Office) -> None:
    (card,) = [post.card for post in office.say("P Lowell", "settings")]
    assert "Quiet from: 18:00. Nobody is asked after this in the evening." in text_of(card)
    form = office.press("P Lowell", card, "Change them…")
    assert isinstance(form, Form)
    (quiet,) = (one for one in form.fields if one.name == "quiet_hours")
    assert (quiet.initial, "moves to the next morning" in quiet.hint) == ("18:00 to 08:00", True)
    for wrong in ("all day", "08:00 to 18:00", "10:00 to 09:00", "25:00 to 08:00"):
        refused = office.submit("P Lowell", form, officers="P Lowell", quiet_hours=wrong)
        assert isinstance(refused, FormErrors)
        assert list(refused.by_field) == ["quiet_hours"]
    saved = office.submit("P Lowell", form, officers="P Lowell", quiet_hours="19.30 - 7:45")
    assert isinstance(saved, Answer)
    assert "Quiet from: 19:30" in text_of(saved.card)
    assert "Quiet until: 07:45" in text_of(saved.card)


class Book:
    """A directory that counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def zone_of(self, account: str) -> str | None:
        self.asked.append(account)
        return {"U1": NEW_YORK}.get(account)


def test_the_platform_is_asked_once_for_each_account(office: Office) -> None:
    book = Book()
    look = Zones(
        office.record.workspaces, office.record.open_work, book, zones.without_zone, zones.keep_zone
    ).look
    look()
    look()
    assert sorted(book.asked) == ["U1", "U2", "U3", "U8", "U9"]
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        assert work.people.named("S Okoro")[0].zone == NEW_YORK
        assert work.people.named("K Bramley")[0].zone is None
