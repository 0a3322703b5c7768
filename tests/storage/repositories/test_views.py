"""Views: asked, put to somebody, worded anew, taken back; a wording is never rewritten."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.conversation import HeardBy, Source
from bot.errors import AlreadySettled, NotFound
from bot.partnership import PersonId, Workspace
from bot.ports import UnitOfWork
from bot.seats import Role, Seat
from bot.views import Capacity, View, ViewId
from storage import Record
from tests.storage.larkmere import BOARD, NOW, add_plan


def asked(work: UnitOfWork, matter: str = "") -> View:
    plan = add_plan(work)
    meeting = work.meetings.add(plan.partnership_id, "Board", BOARD, None, None)
    kelly, vale = work.people.add("J Kelly", ()).id, work.people.add("R Vale", ()).id
    action = None if matter else plan.actions[0].id
    return work.views.ask(
        plan.partnership_id, meeting.id, kelly, "carers", plan.id, action, matter, vale, NOW, NOW
    )


def test_a_seat_keeps_whom_it_speaks_for(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        body = work.boards.named(plan.partnership_id, "Board")
        seat = Seat(body.id, work.people.add("J Kelly", ()).id, Role.VOTING, constituency="carers")
        work.boards.seat(seat)
        assert work.boards.seats(body.id) == (seat,)


def test_the_last_wording_that_was_not_taken_back_counts(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        view = asked(work)
        first = work.views.say(view.id, "too slow", view.member_id, Capacity.OWN, NOW)
        second = work.views.say(view.id, "far too slow", view.member_id, Capacity.OWN, NOW)
        assert work.views.get(view.id).said == second
        work.views.take_back(second.id, NOW + timedelta(minutes=1))
        with pytest.raises(AlreadySettled):
            work.views.take_back(second.id, NOW)
    with record.open_work(workspace.id) as work:
        found = work.views.get(view.id)
        assert (found.said, len(found.wordings), found.is_open) == (first, 2, False)
        known = found.known_at(NOW)
        assert known is not None
        assert known.said == second


def test_what_was_heard_elsewhere_keeps_who_entered_it_and_how(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        view = asked(work, "the draft strategy")
        officer = view.asked_by
        source = Source(entered_by=officer, by=HeardBy.PHONE, on=date(2026, 9, 24))
        work.views.say(view.id, "yes", view.member_id, Capacity.OWN, NOW, source=source)
        (found,) = work.views.last_given_by(officer)
        assert found.said is not None
        assert (found.said.source, found.matter) == (source, "the draft strategy")
        assert work.views.last_given_by(view.member_id) == ()


def test_an_ask_is_found_by_its_meeting_until_that_is_over_or_it_is_called_off(
    record: Record, workspace: Workspace
) -> None:
    with record.open_work(workspace.id) as work:
        view = asked(work)
        work.views.put([view.id], PersonId(view.member_id), NOW)
        work.views.posted([view.id], "D1", "1.1", is_reminder=False)
        work.views.posted([view.id], "D1", "2.2", is_reminder=True)
        (found,) = work.views.ahead(BOARD.end)
        assert (found.put_to, found.ts, found.reminder_ts) == (view.member_id, "1.1", "2.2")
        assert work.views.ahead(BOARD.end + timedelta(days=1)) == ()
        work.views.call_off([view.id], NOW)
        assert work.views.ahead(BOARD.end) == ()
        assert not work.views.of_meeting(view.meeting_id)[0].is_open
        with pytest.raises(NotFound):
            work.views.get(ViewId(99))
