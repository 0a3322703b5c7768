"""A lead says why their colour differs from what the dates say; the board reads it beside the colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.card import Answer, Form, FormErrors, Placement
from bot.changes import Verb
from bot.errors import NotFound
from bot.partnership import Person
from bot.permissions import check_can_update
from bot.phrases import forms
from bot.ports import UnitOfWork
from bot.services.context.places import Place, Places, place_of
from bot.services.context.targets import Target
from bot.services.updates.changing import change
from bot.services.updates.read_back import saved_card
from bot.services.updates.record_update import check_is_own


def _place(work: UnitOfWork, person: Person, target: Target) -> Place:
    if not target.updates:
        raise NotFound("the update this button was for")
    update = work.updates.get(target.updates[0])
    check_is_own(work, person, update)
    if update.action_id is None:
        raise NotFound("the action this is about")
    place = place_of(work, update.action_id)
    check_can_update(person, place.action, place.partnership)
    return place


def on_say_why(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks for the one line."""
    action = _place(work, person, target).action
    return forms.why_this_colour(action, f"update:{target.updates[0]}")


def save_why(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Keep it beside the colour until the colour changes."""
    words = " ".join(answers.get("why", "").split())
    place = _place(work, person, target)
    update_id = change(
        work, person, place, replace(place.action, rag_reason=words), Verb.UPDATE_CONFIRMED, words=words
    )
    return Answer(saved_card(Places(work), [work.updates.get(update_id)]), Placement.PRIVATE)
