"""What is told of the board's business: requests for more time, help, decisions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.card import Card
from bot.governance import ExtensionId, ExtensionRequest, ExtensionState
from bot.phrases import more_time as time_words
from bot.phrases import time_decided
from bot.plan import Action
from bot.ports import UnitOfWork
from bot.services import deciding_time, more_time
from bot.services.places import place_of

Subject = Mapping[str, object]
Reply = Callable[[UnitOfWork, Subject], Card]


def _extension(work: UnitOfWork, subject: Subject) -> ExtensionRequest:
    return work.extensions.get(ExtensionId(int(str(subject["extension"]))))


def _of(work: UnitOfWork, request: ExtensionRequest) -> Action:
    return place_of(work, request.action_id).action


def _asked(work: UnitOfWork, subject: Subject) -> Card:
    return more_time.card_for(work, _extension(work, subject))


def _taken_back(work: UnitOfWork, subject: Subject) -> Card:
    request = _extension(work, subject)
    return time_words.no_longer_asked(_of(work, request), work.people.get(request.asked_by).name)


def _decided(work: UnitOfWork, subject: Subject) -> Card:
    request = _extension(work, subject)
    is_refused = request.state is ExtensionState.REFUSED
    text = deciding_time.sentence(work, request)
    return time_decided.told_lead(text, _of(work, request), is_refused=is_refused)


def _reopened(work: UnitOfWork, subject: Subject) -> Card:
    request = _extension(work, subject)
    return time_decided.reopened(_of(work, request), request)


GOVERNED: dict[str, Reply] = {
    "extension": _asked,
    "extension_back": _taken_back,
    "extension_decided": _decided,
    "extension_reopened": _reopened,
}
"""Every "say" of the board's business."""
