"""The first message to somebody, when their account was linked late or wrongly at first."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from bot.calendar_months import months_later
from bot.delivery import DeliveryKind
from bot.instants import instant, local_day
from bot.services.persons import people
from bot.services.plans import bring_in, go_live
from storage import Record
from tests.bot.importing.tables import plan_of
from tests.bot.services.dialogue import ACCOUNTS, Office, open_office
from tests.databases import StoppedClock

RIGHT_ACCOUNT = "U7"


@pytest.fixture
def weekend(sqlite_record: Record, clock: StoppedClock) -> Office:
    """Sat 26 Sept 2026: gone live in the middle of a round, so that everything waits for Monday."""
    office = open_office(sqlite_record, clock, live=False)
    clock.instant = instant(date(2026, 9, 26), time(12, 0), office.partnership.zone)
    with office.record.open_work(office.workspace.id) as work:
        go_live.go_live(work, office.plan.id, None)
    office.tick()
    return office


def to(office: Office, account: str) -> list[str]:
    return [str(post.delivery.owed.kind) for post in office.posts if post.delivery.owed.channel == account]


def test_what_waits_for_an_account_linked_by_mistake_goes_to_the_right_one_alone(weekend: Office) -> None:
    assert weekend.posts == []
    with weekend.record.open_work(weekend.workspace.id) as work:
        people.link(work, work.people.named("S Okoro")[0].id, RIGHT_ACCOUNT)
    weekend.tick()
    weekend.at(date(2026, 9, 28), time(10, 0))
    assert to(weekend, ACCOUNTS["S Okoro"]) == []
    assert to(weekend, RIGHT_ACCOUNT) == [str(DeliveryKind.INTRODUCTION), str(DeliveryKind.PROMPT)]


def test_an_introduction_with_its_ask_says_that_it_is_the_first(weekend: Office) -> None:
    weekend.at(date(2026, 9, 28), time(10, 0))
    introduction, prompt = weekend.posts_to("S Okoro")
    assert "I ask once before each board; this is the first time." in introduction.text
    assert "update by noon Tue 29 Sept" in prompt.text


def test_somebody_approved_in_mid_round_hears_of_the_ask_that_is_coming(weekend: Office) -> None:
    with weekend.record.open_work(weekend.workspace.id) as work:
        officer = work.people.named("P Lowell")[0]
        people.approve(work, officer, work.people.named("S Okoro")[0].id, RIGHT_ACCOUNT)
    weekend.deliver()
    said = next(post.text for post in weekend.posts if post.delivery.owed.channel == RIGHT_ACCOUNT)
    assert "Nothing to do today: I ask once before each board, next on Mon 28 Sept." in said


def test_a_duty_of_the_plans_words_counts_from_the_day_it_goes_live(office: Office) -> None:
    draft = plan_of(
        ["Ref", "Action", "Lead", "Timescale", "Status"],
        ["8.1", "Report to the carers' forum", "L Pashley", "every month", "In progress"],
    )
    with office.record.open_work(office.workspace.id) as work:
        plan = bring_in.bring_in(work, draft, partnership_name="Dunvale plan")
    office.clock.instant += timedelta(days=70)
    with office.record.open_work(office.workspace.id) as work:
        today = local_day(work.now, office.partnership.zone)
        (action,) = go_live.go_live(work, plan.id, None).actions
    assert action.duty is not None
    assert action.duty.missed(today) == ()
    assert action.duty.next_due(today) == months_later(today.replace(day=1), 1) - timedelta(days=1)
