"""What is told of the board's business: requests for more time, help, decisions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.boards import ForwardItemId
from bot.card import Card
from bot.errors import NotFound
from bot.governance import ExtensionId, ExtensionRequest, ExtensionState, HelpId
from bot.partnership import MeetingId, PartnershipId, Person, PersonId
from bot.phrases import captured, helping, standing, talking, time_decided
from bot.phrases import more_time as time_words
from bot.plan import Action, ActionId
from bot.ports import UnitOfWork
from bot.services.context.places import Place, place_of
from bot.services.governance import ask_now, forward, holding, talk, unblocking, view_asks, when_done
from bot.services.plans import amendments_told
from bot.services.reports import outcomes
from bot.services.updates import deciding_time, more_time
from bot.services.updates.consequences import days_beyond

Subject = Mapping[str, object]
Reply = Callable[[UnitOfWork, Subject], Card]


def _extension(work: UnitOfWork, subject: Subject) -> ExtensionRequest:
    return work.extensions.get(ExtensionId(int(str(subject["extension"]))))


def _of(work: UnitOfWork, request: ExtensionRequest) -> Action:
    return place_of(work, request.action_id).action


def _asked(work: UnitOfWork, subject: Subject) -> Card:
    request = _extension(work, subject)
    if request.state is ExtensionState.PENDING:
        return more_time.card_for(work, request)
    if request.state is ExtensionState.WITHDRAWN:
        return _taken_back(work, subject)
    return time_decided.told(deciding_time.sentence(work, request))


def _taken_back(work: UnitOfWork, subject: Subject) -> Card:
    request = _extension(work, subject)
    return time_words.no_longer_asked(_of(work, request), work.people.get(request.asked_by).name)


def _decided(work: UnitOfWork, subject: Subject) -> Card:
    request = _extension(work, subject)
    is_refused = request.state is ExtensionState.REFUSED
    text, place = deciding_time.sentence(work, request), place_of(work, request.action_id)
    officer = talk.talks_to(work, place.partnership, request.asked_by)
    ways = () if officer is None else (talking.button(place.action, officer.name),)
    return time_decided.told_lead(text, place.action, ways, is_refused=is_refused)


def _reopened(work: UnitOfWork, subject: Subject) -> Card:
    request = _extension(work, subject)
    return time_decided.reopened(_of(work, request), request)


def _place(work: UnitOfWork, subject: Subject) -> Place:
    return place_of(work, ActionId(int(str(subject["action"]))))


def _person(work: UnitOfWork, subject: Subject) -> Person:
    return work.people.get(PersonId(int(str(subject["person"]))))


def _of_help(what: str) -> Reply:
    return lambda work, subject: unblocking.told(
        work, work.helping.get(HelpId(int(str(subject["help"])))), what
    )


def _asked_line(work: UnitOfWork, subject: Subject) -> Card:
    """What the lead said last of the action a chair asked about."""
    place, person = _place(work, subject), _person(work, subject)
    said = [one.words for one in work.updates.history(place.action.id) if one.person_id == person.id]
    return helping.answered_line(place.action, person.name, said[-1] if said else "")


def _breached(work: UnitOfWork, subject: Subject) -> Card:
    place = _place(work, subject)
    past = days_beyond(place.action, place.plan.tolerance_days)
    if past is None:
        raise NotFound("a breach of tolerance any more")
    return helping.breach(place.action, place.plan.tolerance_days, past)


def _outcomes(work: UnitOfWork, subject: Subject) -> Card:
    meeting = work.meetings.get(MeetingId(int(str(subject["meeting"]))))
    partnership = work.partnerships.get(meeting.partnership_id)
    if all(one.result is not None for one in outcomes.arising_from(work, partnership, meeting)):
        raise NotFound("an ask without an outcome any more")
    return outcomes.card_of(work, partnership, meeting)


def _forward(work: UnitOfWork, subject: Subject) -> Card:
    return forward.reminder(
        work, PartnershipId(int(str(subject["partnership"]))), ForwardItemId(int(str(subject["item"])))
    )


def _stands_for(work: UnitOfWork, subject: Subject) -> str:
    """The lead or post in whose place somebody is asked; "" for themselves."""
    lead = subject.get("for")
    return "" if lead is None else work.people.get(PersonId(int(str(lead)))).name


GOVERNED: dict[str, Reply] = {
    **{say: _of_help(say) for say in ("blocker_taken", "help_asked", "help_pass_on", "help_answered")},
    "ask_now": lambda work, subject: ask_now.compose(
        work, _place(work, subject), PersonId(int(str(subject["by"]))), _stands_for(work, subject)
    ),
    "asked_line": _asked_line,
    "cannot_now": lambda work, subject: helping.cannot_now(
        _place(work, subject).action, _person(work, subject).name
    ),
    "blocker_cleared": lambda work, subject: helping.told_cleared(
        _place(work, subject).action, _person(work, subject).name
    ),
    "tolerance_breached": _breached,
    "new_lead": lambda work, subject: captured.told_new_lead(
        _place(work, subject).action, _person(work, subject).name
    ),
    "is_live": lambda work, subject: standing.told_live(
        _place(work, subject).action, str(subject["because"])
    ),
    "has_it_held": holding.has_it_held,
    "outcomes": _outcomes,
    "forward_item": _forward,
    "is_it_cleared": lambda work, subject: helping.is_it_cleared(_place(work, subject).action),
    talk.SAY: talk.told,
    when_done.SAY: when_done.told,
    view_asks.ASKED: view_asks.compose_ask,
    view_asks.REMINDED: view_asks.compose_reminder,
    view_asks.NOT_IN: view_asks.compose_not_in,
    view_asks.LATE: view_asks.compose_late,
    "plan_amended": amendments_told.told,
    "amendment_answered": amendments_told.answered,
    "amendment_proposed": amendments_told.proposed,
    "extension": _asked,
    "extension_back": _taken_back,
    "extension_decided": _decided,
    "extension_reopened": _reopened,
}
"""Every "say" of the board's business."""
