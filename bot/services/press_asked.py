"""Taps on a prompt, and the forms: saved at once, because they were asked for and leave nothing to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.card import Answer, Form, FormErrors, Placement
from bot.conversation import ProgressUpdate, Prompt, Route, UpdateState
from bot.errors import NotFound
from bot.fields import REPORTED_AT
from bot.instants import local_time
from bot.language.reading import Outcome, Progress, ReadUpdate
from bot.partnership import Person
from bot.permissions import can_update, check_can_update
from bot.phrases import forms, prompts
from bot.plan import ActionId
from bot.ports import UnitOfWork
from bot.rag import Rag
from bot.services.asks.prompts import prompt_again, round_keyed
from bot.services.context.asked import open_items
from bot.services.context.filled_forms import read_action_form, read_line
from bot.services.context.places import Places, place_of
from bot.services.context.refusing import not_yours
from bot.services.context.replying import owe_read_back
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.context.view import context_of, view_of
from bot.services.press_update import beside, settle_old, without_blank
from bot.services.updates.read_back import card_of, is_stalled
from bot.services.updates.record_update import check_may_say, record

NOTHING = ReadUpdate(Outcome.UNDERSTOOD, None)


def on_no_change(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The same as last time, said again."""
    return _saved_on_prompt(work, person, target, replace(NOTHING, no_change=True))


def on_on_track(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """On track, which is green by the key people are given."""
    return _saved_on_prompt(work, person, target, replace(NOTHING, progress=Progress.ON_TRACK, rag=Rag.GREEN))


def on_done(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """A claim of "done"; the read-back asks what shows it."""
    return _saved_on_prompt(work, person, target, replace(NOTHING, progress=Progress.COMPLETE))


def _saved_on_prompt(work: UnitOfWork, person: Person, target: Target, reading: ReadUpdate) -> Answer:
    """Save, and redraw the prompt in its place with what is still open."""
    saved = record(work, person, target.action, reading, Route.BUTTON)
    return _redrawn(work, person, target, [saved])


def _redrawn(work: UnitOfWork, person: Person, target: Target, saved: list[ProgressUpdate]) -> Answer:
    """The prompt without what has been answered; what changed is read back in a message of its own."""
    if target.prompt is None or any(update.state is UpdateState.PROPOSED for update in saved):
        return Answer(card_of(Places(work), saved), Placement.PRIVATE)
    changed = [
        update
        for update in saved
        if any(one.field != REPORTED_AT for one in update.changed) or is_stalled(work, update)
    ]
    if changed and person.external_id is not None:
        owe_read_back(work, person.external_id, changed)
    card = prompt_again(work, work.prompts.get(target.prompt), saved)
    return Answer(card, Placement.REPLACE)


def on_slipping(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks when it will be finished."""
    return _form(work, person, target, is_slipping=True)


def on_need_help(work: UnitOfWork, person: Person, target: Target) -> Form:
    """Asks what is in the way."""
    return _form(work, person, target, needs_help=True)


def _form(
    work: UnitOfWork, person: Person, target: Target, *, is_slipping: bool = False, needs_help: bool = False
) -> Form:
    place = place_of(work, target.action)
    check_may_say(work, person, place, NOTHING)
    value = f"action:{place.action.id}"
    if target.prompt is not None:
        value += f" prompt:{target.prompt}"
    if needs_help:
        value += " choice:1"
    return forms.for_action(
        place.action, value, today_of(work, place.partnership), is_slipping=is_slipping, needs_help=needs_help
    )


def _own_prompt(work: UnitOfWork, person: Person, target: Target) -> Prompt:
    if target.prompt is None:
        raise NotFound("the prompt this button was for")
    prompt = work.prompts.get(target.prompt)
    if person.id not in (prompt.asked, prompt.person_id):
        raise not_yours(work, prompt.asked, prompt.plan_id)
    return prompt


def on_all_no_change(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """No change for everything named, or for everything still open, that is still theirs to speak of: some
    of it may have passed to another lead since it was asked."""
    prompt = _own_prompt(work, person, target)
    wanted = set(target.actions) or set(prompt.items)
    meant = [place_of(work, action.id) for action in open_items(work, prompt) if action.id in wanted]
    own = [place for place in meant if can_update(person, place.action, place.partnership)]
    if meant and not own:
        check_can_update(person, meant[0].action, meant[0].partnership)
    no_change = replace(NOTHING, no_change=True)
    saved = [record(work, person, place.action.id, no_change, Route.BUTTON) for place in own]
    return _redrawn(work, person, target, saved)


def on_open_form(work: UnitOfWork, person: Person, target: Target) -> Form:
    """The form of one action, or of everything still open of a prompt."""
    if target.actions:
        return _form(work, person, target)
    prompt = _own_prompt(work, person, target)
    still = open_items(work, prompt)
    if not still:
        raise NotFound("anything still open here")
    plan = work.plans.get(prompt.plan_id)
    partnership = work.partnerships.get(plan.partnership_id)
    this = round_keyed(work, partnership, prompt.round_key)
    by = prompts.deadline(local_time(this.updates_by, partnership.zone)) if this else "today"
    return forms.for_all(still, f"prompt:{prompt.id}", by, today_of(work, partnership))


def save_form(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Save one action's form, or every line of a prompt's form; all or nothing."""
    if target.actions:
        return _save_one(work, person, target, answers)
    return _save_all(work, person, target, answers)


def _save_one(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    place = place_of(work, target.action)
    today = today_of(work, place.partnership)
    context = context_of(work, view_of(work, person), person, ())
    read = read_action_form(place.action, answers, today, context)
    if isinstance(read, dict):
        return FormErrors(read)
    reading = replace(read, support=target.choice is not None)
    check_may_say(work, person, place, reading)
    if not target.updates:
        saved = record(work, person, place.action.id, without_blank(reading), Route.FORM)
        return _redrawn(work, person, target, [saved])
    old = settle_old(work, person, target.updates[0])
    saved = record(
        work, person, place.action.id, without_blank(reading), Route.FORM, old.message_id, old.voice,
        corrects=old if old.state is UpdateState.CONFIRMED and old.action_id == place.action.id else None,
    )  # fmt: skip
    return Answer(card_of(Places(work), [*beside(work, old), saved]), Placement.REPLACE)


def _save_all(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    prompt = _own_prompt(work, person, target)
    plan = work.plans.get(prompt.plan_id)
    today = today_of(work, work.partnerships.get(plan.partnership_id))
    context = context_of(work, view_of(work, person), person, ())
    readings: list[tuple[ActionId, ReadUpdate]] = []
    errors: dict[str, str] = {}
    for action in plan.actions:
        chosen, line = answers.get(f"standing_{action.id}", ""), answers.get(f"note_{action.id}", "")
        read = read_line(action, chosen, line, today, context)
        if isinstance(read, str):
            errors[f"note_{action.id}"] = read
        elif read is not None:
            readings.append((action.id, read))
    if errors:
        return FormErrors(errors)
    if not readings:
        first = next(iter(answers), "standing")
        return FormErrors({first: forms.say_something()})
    for action_id, reading in readings:
        check_may_say(work, person, place_of(work, action_id), reading)
    saved = [record(work, person, action_id, reading, Route.FORM) for action_id, reading in readings]
    return _redrawn(work, person, target, saved)
