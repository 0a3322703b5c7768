"""A slash command, answered at once: the same words as in a message.

A chair's status is owed to their direct messages instead: what is seen by one person alone is gone from a
phone by the time the meeting begins.
"""

from __future__ import annotations

from bot.asides import aside_in
from bot.card import Card
from bot.commands import Command, Name, command_in
from bot.conversation import UpdateId
from bot.delivery import DeliveryKind, Owed
from bot.errors import AlreadySettled, NotAllowed, NotFound, PlanClosed, SeveralActions
from bot.partnership import AccountKind, Person
from bot.patient_data import holds_nhs_number
from bot.phrases import help as say
from bot.phrases import notices, read_back, refusals
from bot.plan import ActionId
from bot.ports import UnitOfWork
from bot.services import officer_words, orders
from bot.services.amendment_words import answered_in_words
from bot.services.arrangements import boards, calendar_words
from bot.services.commanding import undo_last
from bot.services.context.closed_plans import closed_card, closed_meant
from bot.services.context.places import Places
from bot.services.context.refusing import refused
from bot.services.context.view import view_of
from bot.services.officer_words import OFFICER_WORDS
from bot.services.persons.asides import take_aside
from bot.services.replies import REPLIES
from bot.services.reports.paper_asked import paper_subject
from bot.services.standing import action_history, onlookers, status
from bot.services.standing.helping import help_for, privacy_for
from bot.services.standing.questions import answer
from bot.services.updates.read_back import told


def command(
    work: UnitOfWork,
    person: Person | None,
    text: str,
    *,
    channel: str | None = None,
    account_kind: AccountKind | None = None,
) -> Card:
    """The answer to a command. `channel` is where it was typed, when its partnership should be meant;
    `account_kind` what the platform says of whoever typed it."""
    if holds_nhs_number(text):
        return refusals.patient_data()
    if person is None:
        asked = text if command_in(text) is not None else f"status {text}"
        return onlookers.answer(work, asked, channel, account_kind) or say.unknown_person()
    found = command_in(text)
    if found is not None and found.name is Name.EXPORT:
        return _sent(work, person, {"say": "export", "kind": found.argument})
    if found is not None and found.name is Name.PAPER:
        return _sent(work, person, paper_subject(found.argument))
    if found is not None and found.name is Name.RECORD:
        return _disclosed(work, person, found.argument)
    if found is not None:
        return answered_in_words(work, person, found.name) or _obeyed(work, person, found, channel)
    ordered = _ordered(work, person, text, channel)
    if ordered is not None:
        return ordered
    aside = aside_in(text)
    if aside is not None:
        return REPLIES["aside"](work, take_aside(work, person, aside))
    if text.rstrip().endswith("?"):
        return answer(work, person, text, channel=channel)
    return _status(work, person, text, channel)


def _ordered(work: UnitOfWork, person: Person, text: str, channel: str | None) -> Card | None:
    try:
        return orders.carry_out(work, person, text, channel=channel, message_id=None)
    except NotFound as error:
        closed = closed_meant(work, person, text, view_of(work, person, channel))
        return refusals.refused(error) if closed is None else closed_card(work, closed, person)
    except (NotAllowed, SeveralActions, AlreadySettled, PlanClosed) as error:
        return refused(work, person, error, channel=channel)


def _status(work: UnitOfWork, person: Person, words: str, channel: str | None) -> Card:
    account = person.external_id
    if account is None or not any(person.id in one.chairs for one in work.partnerships.all()):
        return status.status(work, person, words, channel=channel)
    work.owing.owe(
        Owed(
            channel=account,
            kind=DeliveryKind.REPLY,
            period_key=f"command:{person.id}:{work.now.isoformat()}",
            due_at=work.now,
            subject={"say": "status", "person": person.id, "filter": words},
            body=status.status(work, person, words, channel=channel),
        )
    )
    return notices.sent_as_message()


def _obeyed(work: UnitOfWork, person: Person, found: Command, channel: str | None) -> Card:
    if found.name is Name.STATUS:
        return _status(work, person, found.argument, channel)
    if found.name is Name.HISTORY:
        return action_history.history_of(work, person, found.argument, channel=channel)
    if found.name is Name.MEETINGS:
        return calendar_words.meetings_for(work, person, channel)
    if found.name is Name.NEXT:
        return calendar_words.next_for(work, person, found.argument, channel)
    if found.name is Name.FORWARD:
        return boards.forward_for(work, person, channel)
    if found.name is Name.HELP:
        return help_for(work, person, found.argument)
    if found.name is Name.PRIVACY:
        return privacy_for(work, person)
    if found.name in OFFICER_WORDS:
        return officer_words.said(work, person, found.name, found.argument)
    if found.name is Name.UNDO:
        return _undone(work, person)
    return notices.nothing_waits()


def _disclosed(work: UnitOfWork, person: Person, ref: str) -> Card:
    """Its files are sent as a message; a refusal, or that there is no such action, is said at once."""
    card = officer_words.said(work, person, Name.RECORD, ref)
    wanted: dict[str, object] = {"say": "officer", "name": Name.RECORD.value, "argument": ref}
    return _sent(work, person, wanted) if card.files else card


def _sent(work: UnitOfWork, person: Person, subject: dict[str, object]) -> Card:
    """A file cannot come with an answer that only one person sees: it is owed to their direct messages."""
    asked = {**subject, "person": person.id}
    if person.external_id is None:
        return REPLIES[str(subject["say"])](work, asked)
    work.owing.owe(
        Owed(
            channel=person.external_id,
            kind=DeliveryKind.REPLY,
            period_key=f"command:{person.id}:{work.now.isoformat()}",
            due_at=work.now,
            subject=asked,
        )
    )
    return notices.sent_as_message()


def _undone(work: UnitOfWork, person: Person) -> Card:
    subject = undo_last(work, person)
    updates, kept = subject.get("updates"), subject.get("kept")
    if not isinstance(updates, list) or not isinstance(kept, list):
        return read_back.nothing_to_undo()
    places = Places(work)
    shown = [told(places, work.updates.get(UpdateId(one))) for one in updates]
    return read_back.undone(shown, [places.action(ActionId(one)) for one in kept])
