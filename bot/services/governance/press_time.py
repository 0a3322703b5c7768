"""Taps and forms about more time."""

from __future__ import annotations

from collections.abc import Mapping

from bot.card import Answer, Card, Form, FormErrors, Placement
from bot.errors import AlreadySettled, NotFound
from bot.governance import ExtensionRequest, ExtensionState
from bot.orders import Order, OrderKind, order_in
from bot.partnership import Person
from bot.permissions import check_can_ask_more_time, check_can_decide_extension
from bot.phrases import forms
from bot.phrases import more_time as say
from bot.phrases import time_decided as decided_words
from bot.ports import UnitOfWork
from bot.services.context.filled_forms import dates_in
from bot.services.context.ordered import Ordered
from bot.services.context.places import place_of
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.context.view import context_of, view_of
from bot.services.governance.ordering_time import ask_for, on_decide, until_in
from bot.services.updates import deciding_time, more_time


def on_more_time(work: UnitOfWork, person: Person, target: Target) -> Answer | Form:
    """Ask at once when the message has said everything, else by the form."""
    place = place_of(work, target.action)
    check_can_ask_more_time(person, place.action, place.partnership)
    wanted, reason = place.action.forecast_due, place.action.blocker or place.action.narrative or ""
    said = _order(work, person, target)
    if said is not None:
        wanted, reason = until_in(said, place) or wanted, said.order.words or reason
        if until_in(said, place) is not None and said.order.words:
            return _replace(ask_for(said, place))
    return say.form(place.action, wanted, reason)


def _order(work: UnitOfWork, person: Person, target: Target) -> Ordered | None:
    """The request for more time in the message a button belongs to, if it is this person's."""
    if target.message is None:
        return None
    message = work.messages.get(target.message)
    order = order_in(message.versions[-1]) if message.author == person.id else None
    if order is None or order.kind is not OrderKind.MORE_TIME:
        return None
    return Ordered(work, person, order, view_of(work, person), message.id)


def save_more_time(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Ask by the form."""
    place = place_of(work, target.action)
    check_can_ask_more_time(person, place.action, place.partnership)
    when, why = (" ".join(answers.get(name, "").split()) for name in ("when", "why"))
    context = context_of(work, view_of(work, person), person, ())
    found = dates_in(when, today_of(work, place.partnership), context)
    if len(found) != 1:
        return FormErrors({"when": forms.two_dates(found) if found else forms.not_a_date(when)})
    agreed = place.action.approved_due
    if agreed is not None and found[0].end <= agreed.end:
        return FormErrors({"when": say.not_later(place.action, found[0])})
    return Answer(more_time.ask(work, person, place, found[0], why), Placement.PRIVATE)


def _request(work: UnitOfWork, target: Target) -> ExtensionRequest:
    if target.extension is None:
        raise NotFound("the request this button was for")
    return work.extensions.get(target.extension)


def _replace(card: Card) -> Answer:
    return Answer(card, Placement.REPLACE)


def on_grant_time(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Chair's action: granted between meetings; what is down for one meanwhile is decided there."""
    request = _request(work, target)
    if request.state is ExtensionState.PENDING and request.meeting_id is not None:
        return _replace(more_time.card_for(work, request))
    return _replace(deciding_time.grant(work, person, request))


def on_board_time(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Put it down for a meeting; the card then offers the board's decision."""
    request = _request(work, target)
    place = place_of(work, request.action_id)
    meeting = next((one for one in work.meetings.of(place.partnership.id) if one.id == target.meeting), None)
    if meeting is None:
        raise NotFound("that meeting")
    deciding_time.put_to_board(work, person, request, meeting)
    return _replace(more_time.card_for(work, work.extensions.get(request.id)))


def on_decide_time(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks for the minute of the board's decision, or for the reason of a refusal."""
    request = _request(work, target)
    place = place_of(work, request.action_id)
    check_can_decide_extension(person, place.action, place.partnership, request.asked_by, work.people.get)
    if request.state is not ExtensionState.PENDING:
        raise AlreadySettled(request.state.value)
    return decided_words.decision_form(
        place.action, request, is_grant=target.choice == 1, at_board=request.meeting_id is not None
    )


def save_time_decision(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Record the decision as the form has it."""
    request = _request(work, target)
    minute, answer = (" ".join(answers.get(name, "").split()) for name in ("minute", "answer"))
    settle = deciding_time.grant if target.choice == 1 else deciding_time.refuse
    return _replace(
        settle(work, person, request, answer=answer, meeting_id=request.meeting_id, minute_ref=minute)
    )


def on_withdraw_time(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The lead takes the request back."""
    return _replace(more_time.take_back(work, person, _request(work, target)))


def on_show_decisions(work: UnitOfWork, person: Person, target: Target) -> Answer:  # noqa: ARG001 - one shape for the table
    """Everything that waits for this person's decision, in a message of their own."""
    order = Ordered(work, person, Order(OrderKind.DECIDE), view_of(work, person), None)
    return Answer(on_decide(order), Placement.PRIVATE)
