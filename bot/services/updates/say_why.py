"""A lead says why their colour differs from what the dates say; the board reads it beside the colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.card import Answer, Form, FormErrors, Placement
from bot.changes import Verb
from bot.partnership import Person
from bot.phrases import forms
from bot.ports import UnitOfWork
from bot.services.context.places import Places
from bot.services.context.targets import Target
from bot.services.updates.changing import change
from bot.services.updates.own_update import own_update
from bot.services.updates.read_back import saved_card


def on_say_why(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks for the one line."""
    place, _ = own_update(work, person, target)
    return forms.why_this_colour(place.action, f"update:{target.updates[0]}")


def save_why(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Keep it beside the colour until the colour changes."""
    words = " ".join(answers.get("why", "").split())
    place, _ = own_update(work, person, target)
    update_id = change(
        work, person, place, replace(place.action, rag_reason=words), Verb.UPDATE_CONFIRMED, words=words
    )
    return Answer(saved_card(Places(work), [work.updates.get(update_id)]), Placement.PRIVATE)
