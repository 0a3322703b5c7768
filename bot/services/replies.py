"""What a reply or a notice says, by its "say": a table, whose composers load the facts when it is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.card import Card
from bot.commands import Name, spoken
from bot.conversation import MessageId, ProgressUpdate, Route, UpdateId
from bot.partnership import MeetingId, PartnershipId, Person, PersonId
from bot.permissions import is_board
from bot.phrases import help as helping_words
from bot.phrases import meetings as meeting_words
from bot.phrases import notices, questions, read_back, refusals
from bot.phrases import people as people_words
from bot.phrases import setting_up as setting_up_words
from bot.plan import ActionId
from bot.ports import UnitOfWork
from bot.services import officer_words
from bot.services.arrangements import boards, calendar_words
from bot.services.context.places import Places, place_of
from bot.services.context.view import view_of
from bot.services.governance.governed_replies import GOVERNED
from bot.services.people_replies import PEOPLE
from bot.services.plans.closing_replies import CLOSING
from bot.services.plans.export import export_card
from bot.services.reports.charts import CHARTS
from bot.services.reports.paper_asked import paper_card
from bot.services.standing import action_history, status
from bot.services.standing.helping import help_for, officers_for, privacy_for
from bot.services.standing.questions import answer
from bot.services.updates import correcting, meant_otherwise
from bot.services.updates.read_back import card_of, told

Subject = Mapping[str, object]
Reply = Callable[[UnitOfWork, Subject], Card]


def _ids(subject: Subject, name: str) -> list[int]:
    held = subject.get(name)
    return [int(one) for one in held] if isinstance(held, list) else []


def _person(work: UnitOfWork, subject: Subject) -> Person:
    return work.people.get(PersonId(int(str(subject["person"]))))


def _channel(subject: Subject) -> str | None:
    """Where it was asked, if that was a channel."""
    return str(subject["channel"]) if subject.get("channel") else None


def _updates(work: UnitOfWork, subject: Subject) -> list[ProgressUpdate]:
    return [work.updates.get(UpdateId(one)) for one in _ids(subject, "updates")]


def _words(work: UnitOfWork, subject: Subject) -> str:
    message = work.messages.get(MessageId(int(str(subject["message"]))))
    return message.versions[-1]


def _read_back(work: UnitOfWork, subject: Subject) -> Card:
    message = subject.get("message")
    card = card_of(
        Places(work),
        _updates(work, subject),
        [ActionId(one) for one in _ids(subject, "refused")],
        [ActionId(one) for one in _ids(subject, "closed")],
        MessageId(int(str(message))) if message is not None else None,
    )
    kept = subject.get("kept")
    if kept is None:
        return card
    words = work.messages.get(MessageId(int(str(kept)))).versions[-1]
    return Card(card.summary, (*card.pieces, read_back.kept_as_grounds(spoken(words))))


def _corrected(work: UnitOfWork, subject: Subject) -> Card:
    return correcting.corrected_card(work, _updates(work, subject))


def _moved_or_misread(work: UnitOfWork, subject: Subject) -> Card:
    was = work.updates.get(UpdateId(int(str(subject["was"]))))
    return correcting.moved_or_misread_card(work, _updates(work, subject)[0], was)


def _meant_otherwise(work: UnitOfWork, subject: Subject) -> Card:
    was = work.updates.get(UpdateId(int(str(subject["was"]))))
    return meant_otherwise.card(work, _updates(work, subject), was)


def _undone(work: UnitOfWork, subject: Subject) -> Card:
    places = Places(work)
    shown = [told(places, update) for update in _updates(work, subject)]
    return read_back.undone(shown, [places.action(ActionId(one)) for one in _ids(subject, "kept")])


def _cancelled(work: UnitOfWork, subject: Subject) -> Card:
    places = Places(work)
    return read_back.cancelled([places.action(ActionId(one)) for one in _ids(subject, "actions")])


def _status(work: UnitOfWork, subject: Subject) -> Card:
    return status.status(work, _person(work, subject), str(subject["filter"]), channel=_channel(subject))


def _history(work: UnitOfWork, subject: Subject) -> Card:
    return action_history.history_of(
        work, _person(work, subject), str(subject["ref"]), channel=_channel(subject)
    )


def _question(work: UnitOfWork, subject: Subject) -> Card:
    person = _person(work, subject)
    message = work.messages.get(MessageId(int(str(subject["message"]))))
    channel = message.channel if message.route is Route.MENTION else None
    return answer(work, person, message.versions[-1], channel=channel)


def _not_understood(work: UnitOfWork, subject: Subject) -> Card:
    person = _person(work, subject)
    view = view_of(work, person)
    led = [action.ref for action in view.actions() if action.is_led_by(person.id)]
    if not led and any(is_board(person, partnership) for _, partnership in view.plans):
        return questions.not_understood_by_board()
    return questions.not_understood(led[0] if led else "2.7")


def _not_taken(what: str) -> Reply:
    def say(work: UnitOfWork, subject: Subject) -> Card:
        person = _person(work, subject)
        if any(person.id in one.officers for one in work.partnerships.all()):
            return notices.not_taken_by_officer()
        return notices.not_taken(what, officers_for(work, person))

    return say


def _handed_on(work: UnitOfWork, subject: Subject) -> Card:
    action = place_of(work, ActionId(int(str(subject["action"])))).action
    return notices.handed_on(_person(work, subject).name, action, _words(work, subject))


def _identity_claim(work: UnitOfWork, subject: Subject) -> Card:
    person, account = _person(work, subject), str(subject["external_id"])
    return people_words.identity_claim(
        person.name,
        tuple(body.name for body in person.organisations),
        account,
        f"person:{person.id} as:{account}",
    )


def _by(work: UnitOfWork, subject: Subject) -> str:
    return work.people.get(PersonId(int(str(subject["by"])))).name


def _officer_words(work: UnitOfWork, subject: Subject) -> Card:
    name = Name(str(subject["name"]))
    return officer_words.said(work, _person(work, subject), name, str(subject["argument"]))


REPLIES: dict[str, Reply] = {
    "read_back": _read_back,
    "corrected": _corrected,
    "what_then": lambda work, subject: correcting.what_then_card(work, _updates(work, subject)[0]),
    "moved_or_misread": _moved_or_misread,
    "meant_otherwise": _meant_otherwise,
    "undone": _undone,
    "nothing_to_undo": lambda _, __: read_back.nothing_to_undo(),
    "cancelled": _cancelled,
    "nothing_waits": lambda _, __: notices.nothing_waits(),
    "edit_same": lambda _, __: notices.same_as_before(),
    "status": _status,
    "history": _history,
    "meetings": lambda work, subject: calendar_words.meetings_for(
        work, _person(work, subject), _channel(subject)
    ),
    "next": lambda work, subject: calendar_words.next_for(
        work, _person(work, subject), str(subject["body"]), _channel(subject)
    ),
    "forward": lambda work, subject: boards.forward_for(work, _person(work, subject)),
    "meeting_without_day": lambda work, subject: meeting_words.without_day(
        work.meetings.get(MeetingId(int(str(subject["meeting"]))))
    ),
    "question": _question,
    "export": lambda work, subject: export_card(work, _person(work, subject), str(subject["kind"])),
    "paper": lambda work, subject: paper_card(work, _person(work, subject), subject),
    "help": lambda work, subject: help_for(work, _person(work, subject), str(subject.get("topic") or "")),
    "privacy": lambda work, subject: privacy_for(work, _person(work, subject)),
    "courtesy": lambda _, __: notices.courtesy(),
    "request": _not_taken("requests"),
    "not_understood": _not_understood,
    "patient_data": lambda _, __: refusals.patient_data(),
    "nothing_set_up": lambda work, _: setting_up_words.empty(is_brought_in=bool(work.plans.all())),
    "officer": _officer_words,
    "unknown_person": lambda _, __: helping_words.unknown_person(),
    "identity_claim": _identity_claim,
    "bound": lambda work, subject: people_words.bound(_person(work, subject).name, _by(work, subject)),
    "not_bound": lambda work, subject: people_words.not_bound(
        _person(work, subject).name, _by(work, subject)
    ),
    "handed_on": _handed_on,
    "missed_digest": lambda work, subject: notices.not_sent_in_time(
        "The weekly digest", work.partnerships.get(PartnershipId(int(str(subject["partnership"])))).name
    ),
    **GOVERNED,
    **PEOPLE,
    **CLOSING,
    **CHARTS,
    "not_me": lambda work, subject: notices.not_me(_person(work, subject).name, str(subject["external_id"])),
}
"""Every "say" there is. Subjects hold ids and plain values; nothing a person wrote."""
