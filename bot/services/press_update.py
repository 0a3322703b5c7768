"""Taps on what was read: confirm, cancel, undo, edit, and the answers to its questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.card import Answer, Card, Form, Placement
from bot.conversation import ProgressUpdate, Route, UpdateId, UpdateState
from bot.errors import NotFound
from bot.language.reading import Outcome, Progress, ReadUpdate
from bot.partnership import Person
from bot.phrases import forms, questions, read_back, refusals
from bot.ports import UnitOfWork
from bot.rag import Rag
from bot.services.asks.prompts import prompt_again
from bot.services.commanding import undo_all
from bot.services.context.notices import notify
from bot.services.context.places import Places, place_of
from bot.services.context.refusing import not_yours
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.updates.read_back import (
    card_of,
    open_question,
    saved_card,
    settled_reading,
    told,
    waiting_card,
)
from bot.services.updates.record_update import cancel, check_is_own, check_may_say, confirm, record


def _updates(work: UnitOfWork, target: Target) -> list[ProgressUpdate]:
    if not target.updates:
        raise NotFound("the update this button was for")
    return [work.updates.get(one) for one in target.updates]


def _fresh(work: UnitOfWork, updates: Sequence[ProgressUpdate]) -> list[ProgressUpdate]:
    return [work.updates.get(update.id) for update in updates]


def _replace(card: Card) -> Answer:
    return Answer(card, Placement.REPLACE)


def _own_waiting(work: UnitOfWork, person: Person, updates: Sequence[ProgressUpdate]) -> list[ProgressUpdate]:
    """What still waits for a word. Raises `NotAllowed` when any of it is somebody else's to settle."""
    waiting = [update for update in updates if update.state is UpdateState.PROPOSED]
    for update in waiting:
        check_is_own(work, person, update)
    return waiting


def on_confirm(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Save everything that was read; when a question is still open, it is asked instead."""
    updates = _updates(work, target)
    waiting = _own_waiting(work, person, updates)
    if not waiting:
        return _replace(_settled(work, updates))
    places = Places(work)
    if any(open_question(places, update) for update in waiting):
        return _replace(waiting_card(places, waiting))
    _check_all(places, person, waiting)
    for update in waiting:
        confirm(places, person, update)
    return _replace(saved_card(places, _fresh(work, updates)))


def _check_all(places: Places, person: Person, updates: Sequence[ProgressUpdate]) -> None:
    """All rights first, so that a refusal leaves nothing half saved."""
    for update in updates:
        if update.action_id is not None:
            check_may_say(places.work, person, places.of(update.action_id), update.reading)


def _settled(work: UnitOfWork, updates: Sequence[ProgressUpdate]) -> Card:
    saved = [update for update in updates if update.state is UpdateState.CONFIRMED]
    return saved_card(Places(work), saved) if saved else read_back.already(updates[0].state)


def on_cancel(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Drop what was read; what had been saved stays saved."""
    updates = _updates(work, target)
    waiting = _own_waiting(work, person, updates)
    if not waiting:
        return _replace(_settled(work, updates))
    places = Places(work)
    for update in waiting:
        cancel(places, person, update)
    named = [places.action(update.action_id) for update in waiting if update.action_id]
    return _replace(read_back.cancelled(named))


def on_undo(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Put back what was saved, unless it has changed since."""
    updates = [update for update in _updates(work, target) if update.state is UpdateState.CONFIRMED]
    if not updates:
        return _replace(read_back.already(_updates(work, target)[0].state))
    done, kept = undo_all(work, person, tuple(updates))
    if target.prompt is not None and not kept:
        return _replace(prompt_again(work, work.prompts.get(target.prompt)))
    places = Places(work)
    shown = [told(places, update) for update in updates if update.id in done]
    left = [places.action(update.action_id) for update in updates if update.action_id in kept]
    return _replace(read_back.undone(shown, left))


def on_edit(work: UnitOfWork, person: Person, target: Target) -> Form:
    """The form of one action, filled in with what was read; saved or not, it is sent as an update anew."""
    if not target.updates:
        place = place_of(work, target.action)
        check_may_say(work, person, place, ReadUpdate(Outcome.UNDERSTOOD, place.action.ref))
        return forms.for_action(place.action, f"action:{place.action.id}", today_of(work, place.partnership))
    update = work.updates.get(target.updates[0])
    check_is_own(work, person, update)
    if update.action_id is None:
        raise NotFound("the action this is about")
    place = place_of(work, update.action_id)
    value = f"action:{place.action.id} update:{update.id}"
    today = today_of(work, place.partnership)
    return forms.for_action(place.action, value, today, reading=update.reading)


def on_choose_action(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Say which action was meant."""
    update = _own_open(work, person, target)
    place = place_of(work, target.action)
    reading = settled_reading(update.reading, action=place.action.ref, outcome=Outcome.UNDERSTOOD)
    check_may_say(work, person, place, reading)
    work.updates.revise(update.id, reading, place.plan.id, place.action.id)
    return _after_answer(work, person, update)


def on_choose_date(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Say which of the dates given is the finish; pressed again, it shows what was understood."""
    update = _own_open(work, person, target)
    choices = update.reading.choices
    if not choices:
        return _after_answer(work, person, update)
    if target.choice is None or not questions.DATE_STAYS <= target.choice < len(choices):
        raise NotFound("the date this button was for")
    finish = None if target.choice == questions.DATE_STAYS else choices[target.choice]
    reading = settled_reading(update.reading, forecast=finish, shift=None, choices=())
    work.updates.revise(update.id, reading, update.plan_id, update.action_id)
    return _after_answer(work, person, update)


def on_choose_progress(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Done; or not yet, and then the words stay as a note."""
    update = _own_open(work, person, target)
    progress = Progress.COMPLETE if target.progress == Progress.COMPLETE.value else None
    reading = settled_reading(update.reading, progress=progress)
    work.updates.revise(update.id, reading, update.plan_id, update.action_id)
    return _after_answer(work, person, update)


def _own_open(work: UnitOfWork, person: Person, target: Target) -> ProgressUpdate:
    update = _updates(work, target)[0]
    check_is_own(work, person, update)
    if update.state is not UpdateState.PROPOSED:
        raise NotFound("an open question; this one is settled")
    return update


def _after_answer(work: UnitOfWork, person: Person, update: ProgressUpdate) -> Answer:
    """The next question, or everything read; saved at once when it answered a prompt."""
    together = [update]
    if update.message_id is not None:
        together = [
            one
            for one in work.updates.of_message(update.message_id)
            if one.state is UpdateState.PROPOSED and one.settles == person.id
        ]
    together = _fresh(work, together)
    places = Places(work)
    is_clear = not any(open_question(places, one) for one in together)
    if is_clear and _was_asked(work, person, together):
        _check_all(places, person, together)
        for one in together:
            confirm(places, person, one)
    return _replace(card_of(places, _fresh(work, together)))


def _was_asked(work: UnitOfWork, person: Person, updates: Sequence[ProgressUpdate]) -> bool:
    prompt = work.prompts.latest_for(person.id)
    is_direct = all(update.route is Route.DIRECT_MESSAGE for update in updates)
    return is_direct and prompt is not None and all(update.action_id in prompt.items for update in updates)


def on_set_rag(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """A colour by tap: of a proposal it joins what was read; of a saved update it is a word of its own."""
    update = _updates(work, target)[0]
    check_is_own(work, person, update)
    rag = _rag_of(target)
    if update.state is UpdateState.PROPOSED:
        work.updates.revise(
            update.id, settled_reading(update.reading, rag=rag), update.plan_id, update.action_id
        )
        return _after_answer(work, person, update)
    if update.action_id is None:
        raise NotFound("the action this is about")
    reading = ReadUpdate(Outcome.UNDERSTOOD, None, rag=rag)
    saved = record(work, person, update.action_id, reading, Route.BUTTON, voice=update.voice)
    return _replace(card_of(Places(work), [*beside(work, update), saved]))


def _rag_of(target: Target) -> Rag:
    """Raises `NotFound` when the button names no colour: it is not one of ours."""
    try:
        return Rag(target.rag)
    except ValueError:
        raise NotFound("the colour this button was for") from None


def on_leave(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Leave a colour, or somebody else's action, as it is."""
    if target.updates:
        update = work.updates.get(target.updates[0])
        check_is_own(work, person, update)
        if update.action_id is not None:
            return Answer(read_back.left(place_of(work, update.action_id).action), Placement.PRIVATE)
    return Answer(refusals.left_alone(), Placement.PRIVATE)


def on_hand_on(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Pass somebody's note on to the leads of the action it is about, with their name."""
    place = place_of(work, target.action)
    message = work.messages.get(target.message) if target.message is not None else None
    if message is None or message.author is None:
        raise NotFound("the message this button was for")
    if message.author != person.id:
        raise not_yours(work, message.author, place.plan.id, place.action.id)
    told_to = []
    subject: dict[str, object] = {
        "say": "handed_on",
        "person": person.id,
        "message": message.id,
        "action": place.action.id,
    }
    for lead in place.action.leads:
        reader = work.people.get(lead.person_id)
        if reader.external_id is None:
            continue
        told_to.append(lead.name)
        notify(work, place.partnership, reader, f"handed-on:{message.id}:{place.action.id}", subject)
    return Answer(refusals.passed_on(tuple(told_to)), Placement.PRIVATE)


def without_blank(reading: ReadUpdate) -> ReadUpdate:
    """A reading as a form gives it: understood, with nothing left to ask."""
    return replace(reading, outcome=Outcome.UNDERSTOOD, questions=(), choices=())


def beside(work: UnitOfWork, update: ProgressUpdate) -> list[ProgressUpdate]:
    """The other updates of the same message that wait or are saved, to be shown with it."""
    if update.message_id is None:
        return []
    return [
        other
        for other in work.updates.of_message(update.message_id)
        if other.action_id != update.action_id
        and other.person_id == update.person_id
        and other.state in (UpdateState.PROPOSED, UpdateState.CONFIRMED)
    ]


def settle_old(work: UnitOfWork, person: Person, update_id: UpdateId) -> ProgressUpdate:
    """An update that a form replaces: cancelled while it only waited."""
    update = work.updates.get(update_id)
    check_is_own(work, person, update)
    if update.state is UpdateState.PROPOSED:
        cancel(Places(work), person, update)
    return update
