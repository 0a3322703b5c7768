"""A question of the bot: "who leads 2.2?", "what's late?", "what's mine?"."""

from __future__ import annotations

import re

from bot.card import Card
from bot.commands import spoken
from bot.partnership import Person
from bot.phrases import action_detail
from bot.plan import Action
from bot.ports import UnitOfWork
from bot.services.arrangements.setting_up import carried_on, drafts_of
from bot.services.context.places import place_of
from bot.services.context.standings import standing_of
from bot.services.context.view import View, view_of
from bot.services.standing import action_history, status
from bot.services.standing.helping import help_for
from bot.status_filter import NAMING, Shown, filter_of

_WHO = re.compile(r"\bwho\b", re.IGNORECASE)
_MINE = re.compile(r"\b(?:mine|my|i)\b", re.IGNORECASE)
_ASKING = re.compile(
    r"^(?:please\s+)?(?:what(?:['’]s|\s+is|\s+are)?|which(?:\s+(?:ones?|actions?))?(?:\s+(?:is|are))?|show(?:\s+me)?"
    r"|how\s+(?:is|are|many)|where\s+(?:is|are|do)|is|are|any(?:thing)?|list|tell\s+me\s+about"
    r"|when\s+is|who(?:['’]s|\s+is|\s+are|\s+leads?)?)\s+(?:the\s+|all\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\s+(?:doing|going|due|standing|up\s+to|looking|at|now|right\s+now|today|actions?|ones|leading|lead)$",
    re.IGNORECASE,
)


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
    words = _about(text)
    if _MINE.search(text) and not _is_known(words, view):
        return status.status(work, person, "mine", channel=channel)
    if _is_known(words, view):
        return status.status(work, person, words, channel=channel)
    return help_for(work, person)


def _about(text: str) -> str:
    """ "late" of "what's late?"."""
    rest = _ASKING.sub("", spoken(text).strip(" ?!."))
    shorter = _ENDING.sub("", rest)
    while shorter != rest:
        rest, shorter = shorter, _ENDING.sub("", shorter)
    return rest


def _is_known(words: str, view: View) -> bool:
    found = filter_of(words, [plan for plan, _ in view.plans])
    return found is not None and (found.shown in NAMING or found.shown is not Shown.SUMMARY)


def _leads(work: UnitOfWork, action: Action) -> Card:
    place = place_of(work, action.id)
    assessed = standing_of(work, place.partnership, [place.plan], work.now)
    one = next((one for one in assessed if one.action.id == action.id), None)
    return action_detail.leads_of(one) if one is not None else action_history.history(work, action.id)
