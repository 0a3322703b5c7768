"""The board calendar as it is kept: put in, moved, removed, and asked about."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.draft import DraftMeeting
from bot.errors import UnfitMeeting
from bot.meetings import MeetingDates
from bot.partnership import Meeting
from bot.plan import Classification
from bot.services.arrangements import boards, meetings
from tests.bot.larkmere import day, month
from tests.bot.services.dialogue import Office


def put_in(office: Office, dates: MeetingDates, body: str = "Cabinet") -> Meeting:
    with office.record.open_work(office.workspace.id) as work:
        return meetings.add(work, office.partnership.id, None, body, dates)


DECEMBER = MeetingDates(day(2026, 12, 9), date(2026, 11, 27), None)


def test_every_change_of_a_meeting_is_kept_and_audited(office: Office) -> None:
    meeting = put_in(office, DECEMBER)
    put_in(office, DECEMBER)  # nothing changes, nothing is kept
    with office.record.open_work(office.workspace.id) as work:
        moved = meetings.move(work, None, meeting, MeetingDates(day(2026, 12, 16), date(2026, 12, 4), None))
        meetings.remove(work, None, moved)
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        changes = work.meetings.changes(meeting.id)
        known = work.meetings.of(office.partnership.id)
    assert [(one.was.on.end if one.was else None, one.now.on.end, one.now.is_removed) for one in changes] == [
        (None, date(2026, 12, 9), False),
        (date(2026, 12, 9), date(2026, 12, 16), False),
        (date(2026, 12, 16), date(2026, 12, 16), True),
    ]
    assert meeting.id not in {one.id for one in known}
    assert office.record.verify_audit() == ()


def test_a_removed_meeting_that_is_put_in_again_is_the_same_meeting(office: Office) -> None:
    meeting = put_in(office, DECEMBER)
    with office.record.open_work(office.workspace.id) as work:
        meetings.remove(work, None, meeting)
    assert put_in(office, DECEMBER).id == meeting.id


@pytest.mark.parametrize(
    ("dates", "why"),
    [
        (MeetingDates(day(2026, 12, 9), date(2026, 12, 10), None), "The papers of Wed 9 Dec 2026"),
        (MeetingDates(day(2026, 12, 9), None, None, date(2026, 12, 10)), "The briefing of Wed 9 Dec 2026"),
    ],
)
def test_nothing_is_due_after_the_meeting_it_is_for(office: Office, dates: MeetingDates, why: str) -> None:
    with pytest.raises(UnfitMeeting) as refused:
        put_in(office, dates)
    assert refused.value.why.startswith(why)


def test_a_timetable_brought_in_twice_changes_nothing_the_second_time(office: Office) -> None:
    drafts = (
        DraftMeeting("Cabinet", day(2026, 12, 9), day(2026, 11, 27), 1, briefing=day(2026, 12, 2)),
        DraftMeeting("Cabinet", month(2027, 1), None, 2),
    )
    with office.record.open_work(office.workspace.id) as work:
        first = meetings.bring_in(work, office.partnership.id, None, drafts)
        again = meetings.bring_in(work, office.partnership.id, None, drafts)
    assert [one.briefing_on for one in first.added] == [date(2026, 12, 2), None]
    assert (again.added, again.changed, len(again.same)) == ((), (), 2)


def test_the_officer_is_asked_once_a_month_for_a_day_that_is_missing(office: Office) -> None:
    put_in(office, MeetingDates(month(2026, 11, "Nov 2026"), None, None))
    office.at(date(2026, 9, 15))
    office.at(date(2026, 9, 22))
    asked = [one for one in office.posts if "date to be fixed" in one.text]
    assert [one.where.channel for one in asked] == ["DU9"]
    assert asked[0].text.startswith("Cabinet, Nov 2026, date to be fixed. Which day is it")
    office.at(date(2026, 10, 1))
    assert len([one for one in office.posts if "date to be fixed" in one.text]) == 2


def test_anybody_of_the_plan_can_ask_for_the_calendar(office: Office) -> None:
    put_in(office, MeetingDates(day(2026, 12, 9), date(2026, 11, 28), None, date(2026, 12, 2)))
    (answer,) = office.say("S Okoro", "meetings")
    assert "Cabinet, Wed 9 Dec 2026 · briefing Wed 2 Dec" in answer.text
    assert "updates by noon Tue 24 Nov · papers Fri 27 Nov (due Sat 28 Nov)" in answer.text
    (answer,) = office.say("S Okoro", "when is the next cabinet meeting?")
    assert answer.text.startswith("Next: Cabinet, Wed 9 Dec 2026")


def test_a_restricted_plan_is_seen_by_its_leads_and_board_and_never_in_an_open_channel(
    office: Office,
) -> None:
    with office.record.open_work(office.workspace.id) as work:
        (plan,) = work.plans.live()
        boards.classify(work, None, plan, Classification.RESTRICTED)
    office.at(date(2026, 9, 21), time(10, 0))
    assert not [one for one in office.posts if one.where.channel == office.partnership.channel]
    (answer,) = office.say("S Okoro", "status 2.7a")
    assert "Discharge letters to GPs" in answer.text
    with office.record.open_work(office.workspace.id) as work:
        boards.classify_channel(work, None, office.partnership, Classification.RESTRICTED)
    office.at(date(2026, 9, 28), time(10, 0))
    assert [one for one in office.posts if one.where.channel == office.partnership.channel]
