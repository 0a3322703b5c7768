"""A question of the bot: "who leads 2.2?", "what's late?", "what's mine?"."""

from __future__ import annotations

import re

from bot.asked_about import asked_about
from bot.card import Card
from bot.commands import spoken
from bot.partnership import Person
from bot.phrases import action_detail
from bot.plan import Action
from bot.ports import UnitOfWork
from bot.services.arrangements.setting_up import carried_on, drafts_of
from bot.services.context.places import place_of
from bot.services.context.standings import standing_of, today_of
from bot.services.context.view import View, view_of
from bot.services.standing import action_history, status
from bot.services.standing.helping import help_for
from bot.status_filter import MATCHES, Filter, Shown
from bot.status_narrowed import filter_asked
from bot.status_question import question_of

_WHO = re.compile(r"\bwho\b", re.IGNORECASE)
_MINE = re.compile(r"\b(?:mine|my|i)\b", re.IGNORECASE)


def answer(work: UnitOfWork, person: Person, text: str, *, channel: str | None = None) -> Card:
    """The answer to a question in words, as far as it is about actions; help otherwise."""
    view = view_of(work, person, channel)
    if not view.plans and drafts_of(work, person):
        return carried_on(work, person)
    named = view.named_in(text)
    if named and _WHO.search(text):
        return _leads(work, named[0])
    if named:
        return status.status(work, person, named[0].ref, channel=channel)
    words = asked_about(spoken(text))
    found = _known(work, words, view)
    if found is not None and found.shown is Shown.ACTION and _WHO.search(text):
        return _leads(work, view.with_ref(found.name)[0])
    if found is not None:
        of_mine = _MINE.search(text) and _leads_any(view, person) and found.shown in MATCHES
        return status.status(work, person, f"mine {words}" if of_mine else words, channel=channel)
    if _MINE.search(text) and _leads_any(view, person):
        return status.status(work, person, "mine", channel=channel)
    return help_for(work, person)


def _leads_any(view: View, person: Person) -> bool:
    """Whether "what am I late with?" is about actions of their own."""
    return any(action.is_led_by(person.id) for action in view.actions())


def _known(work: UnitOfWork, words: str, view: View) -> Filter | None:
    """The filter the words name, unless they only ask how things are; a time may stand beside it."""
    if view.partnership is None:
        return None
    today = today_of(work, view.partnership)
    asked = question_of(words, today)
    found = filter_asked(asked.words, [plan for plan, _ in view.plans], today)
    is_of_now = asked.since is None and asked.as_at is None
    return None if found is None or (is_of_now and found.shown is Shown.SUMMARY) else found


def _leads(work: UnitOfWork, action: Action) -> Card:
    place = place_of(work, action.id)
    assessed = standing_of(work, place.partnership, [place.plan], work.now)
    one = next((one for one in assessed if one.action.id == action.id), None)
    return action_detail.leads_of(one) if one is not None else action_history.history(work, action.id)
