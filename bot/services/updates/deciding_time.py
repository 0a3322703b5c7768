"""A request for more time is decided: by a chair or officer between meetings, or by the board at one."""

from __future__ import annotations

from datetime import date

from bot.card import Card
from bot.changes import Change, Verb
from bot.conversation import Route, UpdateState
from bot.errors import NotFound
from bot.governance import ExtensionRequest, ExtensionState
from bot.instants import local_day
from bot.language.reading import Outcome, ReadUpdate
from bot.partnership import Meeting, MeetingId, Partnership, Person
from bot.permissions import check_can_decide_extension
from bot.phrases import time_decided as decided_words
from bot.plan import ActionId
from bot.ports import UnitOfWork
from bot.services.context.places import Place, place_of
from bot.services.updates.more_time import audit, owe_about, owe_cards_redrawn, role
from bot.stored import stored_timescale
from bot.updating import changed_by


def grant(
    work: UnitOfWork,
    person: Person,
    request: ExtensionRequest,
    *,
    meeting_id: MeetingId | None = None,
    minute_ref: str = "",
    answer: str = "",
) -> Card:
    """Agree the date asked for: only the agreed date moves, and the move is counted once."""
    place = _may_decide(work, person, request)
    settled = work.extensions.settle(
        request.id, ExtensionState.GRANTED, work.now, person.id,
        meeting_id=meeting_id, minute_ref=minute_ref, answer=answer,
    )  # fmt: skip
    _move_agreed(work, person, place, settled)
    audit(work, place.partnership, Verb.EXTENSION_GRANTED, person, settled, words=answer)
    return _told(work, settled)


def refuse(
    work: UnitOfWork,
    person: Person,
    request: ExtensionRequest,
    answer: str,
    *,
    meeting_id: MeetingId | None = None,
    minute_ref: str = "",
) -> Card:
    """Keep the agreed date, with the reason in the decider's words."""
    place = _may_decide(work, person, request)
    settled = work.extensions.settle(
        request.id, ExtensionState.REFUSED, work.now, person.id,
        meeting_id=meeting_id, minute_ref=minute_ref, answer=answer,
    )  # fmt: skip
    audit(work, place.partnership, Verb.EXTENSION_REFUSED, person, settled, words=answer)
    return _told(work, settled)


def put_to_board(work: UnitOfWork, person: Person, request: ExtensionRequest, meeting: Meeting) -> Card:
    """Put the request down for a meeting, where it is decided."""
    place = _may_decide(work, person, request)
    if meeting.partnership_id != place.partnership.id:
        raise NotFound("that meeting")
    settled = work.extensions.put_down(request.id, meeting.id)
    audit(work, place.partnership, Verb.EXTENSION_PUT_TO_BOARD, person, settled)
    owe_cards_redrawn(work, settled)
    return decided_words.chosen_for_board(place.action, meeting)


def taken_back_grant(work: UnitOfWork, person: Person, action_id: ActionId) -> None:
    """Whoever granted the last request has undone it: it waits to be decided again, and the lead is told."""
    granted = [
        one
        for one in work.extensions.of_action(action_id)
        if one.state is ExtensionState.GRANTED and one.decided_by == person.id
    ]
    if granted:
        place = place_of(work, action_id)
        request = work.extensions.reopen(granted[-1].id)
        audit(work, place.partnership, Verb.EXTENSION_REOPENED, person, request)
        owe_cards_redrawn(work, request)
        asker = work.people.get(request.asked_by)
        owe_about(
            work, place, asker, f"extension:{request.id}:reopened:{work.now}", "extension_reopened", request
        )


def decided(work: UnitOfWork, request: ExtensionRequest) -> decided_words.Decided:
    """Who decided a settled request, and where."""
    place = place_of(work, request.action_id)
    if request.decided_by is None or request.decided_at is None:
        raise NotFound("a decision on this request")
    by = work.people.get(request.decided_by)
    body, on = "", local_day(request.decided_at, place.partnership.zone)
    for meeting in work.meetings.of(place.partnership.id):
        if meeting.id == request.meeting_id:
            body, on = meeting.body, meeting.on.end if meeting.on.start == meeting.on.end else on
    return decided_words.Decided(by.name, role(by, place.partnership), on, body, request.minute_ref)


def sentence(work: UnitOfWork, request: ExtensionRequest) -> str:
    """What was decided."""
    action = place_of(work, request.action_id).action
    tell = decided_words.granted if request.state is ExtensionState.GRANTED else decided_words.refused
    return tell(action, request, decided(work, request))


def last_meeting(work: UnitOfWork, partnership: Partnership, today: date) -> Meeting | None:
    """The meeting a minute just given is of: today's, else the last before."""
    past = [one for one in work.meetings.of(partnership.id) if one.on.start <= today]
    return past[-1] if past else None


def _told(work: UnitOfWork, request: ExtensionRequest) -> Card:
    """Tell the lead and everybody else who was asked, and say the same to whoever decided."""
    owe_cards_redrawn(work, request)
    place = place_of(work, request.action_id)
    asker = work.people.get(request.asked_by)
    key = f"extension:{request.id}:decided:{request.decided_at}"
    owe_about(work, place, asker, key, "extension_decided", request)
    return decided_words.recorded(sentence(work, request))


def _may_decide(work: UnitOfWork, person: Person, request: ExtensionRequest) -> Place:
    place = place_of(work, request.action_id)
    check_can_decide_extension(person, place.action, place.partnership, request.asked_by, work.people.get)
    return place


def _move_agreed(work: UnitOfWork, person: Person, place: Place, request: ExtensionRequest) -> None:
    action = place.action
    change = Change(
        action.id,
        action.version,
        "approved_due",
        stored_timescale(action.approved_due),
        stored_timescale(request.wanted),
    )
    work.plans.apply((change,), work.now)
    update_id = work.updates.add(
        message_id=None,
        person_id=person.id,
        plan_id=place.plan.id,
        action_id=action.id,
        candidates=(),
        reading=ReadUpdate(Outcome.UNDERSTOOD, action.ref),
        words="",
        state=UpdateState.PROPOSED,
        route=Route.BUTTON,
        at=work.now,
    )
    work.updates.settle(update_id, UpdateState.CONFIRMED, work.now, person.id, changed_by((change,)))
    was, now = action.forecast_due or action.approved_due, action.forecast_due or request.wanted
    if was is not None and now.end != was.end:
        today = local_day(work.now, place.partnership.zone)
        work.plans.moved(action.id, was, request.wanted, request.reason, today, request.asked_by, update_id)
