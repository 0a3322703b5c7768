""" "I meant 4.1", "not that one": what was said of one action was meant of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.card import Card, Rule
from bot.conversation import ProgressUpdate, UpdateState
from bot.language.reading import Outcome, Question, ReadUpdate
from bot.phrases import read_back as say
from bot.plan import Action, ActionId
from bot.ports import UnitOfWork
from bot.services.context.asked import SAVED_LASTS, last_saved
from bot.services.context.places import Place, Places, place_of
from bot.services.context.replying import Heard
from bot.services.context.view import view_of
from bot.services.updates.read_back import card_of, told
from bot.services.updates.record_update import cancel, check_may_say, propose, record, undo


def move(
    work: UnitOfWork, heard: Heard, waiting: Sequence[ProgressUpdate], ref: str
) -> dict[str, object] | None:
    """Say of the action of this number what was just said of another, which is put back; the subject of the
    reply, None when the number is of no other action, or more than one thing was said."""
    meant = _the_last(work, heard, waiting)
    found = view_of(work, heard.person).with_ref(ref.strip(" .!?"))
    if meant is None or meant.action_id is None or len(found) != 1 or found[0].id == meant.action_id:
        return None
    place = place_of(work, found[0].id)
    reading = of_another(work, meant, action=place.action.ref)
    check_may_say(work, heard.person, place, reading)
    if not _put_back(work, heard, meant):
        return {"say": "undone", "updates": [], "kept": [meant.action_id]}
    if meant.state is UpdateState.PROPOSED:
        return {"say": "read_back", "updates": [_proposed(work, heard, meant, reading, place)]}
    route, voice = heard.said.route, meant.voice
    saved = record(work, heard.person, place.action.id, reading, route, meant.message_id, voice)
    return {"say": "meant_otherwise", "was": meant.id, "updates": [saved.id]}


def ask_which(work: UnitOfWork, heard: Heard, waiting: Sequence[ProgressUpdate]) -> dict[str, object] | None:
    """Put back what was just said, and ask of which action it was meant; None when nothing was."""
    if any(one.action_id is None for one in waiting):
        return {"say": "read_back", "updates": [one.id for one in waiting]}
    meant = _the_last(work, heard, waiting)
    if meant is None or meant.action_id is None:
        return None
    if not _put_back(work, heard, meant):
        return {"say": "undone", "updates": [], "kept": [meant.action_id]}
    reading = replace(
        of_another(work, meant, action=None), outcome=Outcome.AMBIGUOUS, questions=(Question("action"),)
    )
    asked = _proposed(work, heard, meant, reading, None)
    return {"say": "meant_otherwise", "was": meant.id, "updates": [asked]}


def card(work: UnitOfWork, updates: Sequence[ProgressUpdate], was: ProgressUpdate) -> Card:
    """What is as before, and then what was saved, or is asked."""
    places = Places(work)
    undone = say.undone([told(places, was)], []) if was.state is UpdateState.UNDONE else None
    then = card_of(places, updates)
    return Card(undone.summary, (*undone.pieces, Rule(), *then.pieces)) if undone is not None else then


def _the_last(work: UnitOfWork, heard: Heard, waiting: Sequence[ProgressUpdate]) -> ProgressUpdate | None:
    """The one thing said last: what waits, else what was saved within a day."""
    saved = [one for one in last_saved(work, heard.person) if work.now - one.made_at <= SAVED_LASTS]
    among = list(waiting) or saved
    return among[0] if len(among) == 1 else None


def _put_back(work: UnitOfWork, heard: Heard, meant: ProgressUpdate) -> bool:
    places = Places(work)
    if meant.state is UpdateState.PROPOSED:
        cancel(places, heard.person, meant)
        return True
    return undo(places, heard.person, meant)


def of_another(work: UnitOfWork, meant: ProgressUpdate, *, action: str | None) -> ReadUpdate:
    """What was said, of another action: in its words without the number of the first."""
    ref = place_of(work, meant.action_id).action.ref if meant.action_id is not None else ""
    words = re.sub(rf"(?<![\w.]){re.escape(ref)}(?![\w.])[\s:,–-]*", "", meant.reading.words).strip()
    read = replace(meant.reading, action=action, words=words or meant.reading.words)
    moved = replace(read, forecast=None, shifted_from=None) if read.shift is not None else read
    return replace(moved, outcome=Outcome.UNDERSTOOD)


def _proposed(
    work: UnitOfWork, heard: Heard, meant: ProgressUpdate, reading: ReadUpdate, place: Place | None
) -> int:
    return propose(
        work, heard.person, reading, place=place, candidates=() if place else _others(work, heard, meant),
        message_id=meant.message_id, route=meant.route, voice=meant.voice,
    )  # fmt: skip


def _others(work: UnitOfWork, heard: Heard, meant: ProgressUpdate) -> tuple[ActionId, ...]:
    def is_other(action: Action) -> bool:
        return action.status.is_open and action.is_led_by(heard.speaker_id) and action.id != meant.action_id

    return tuple(action.id for action in view_of(work, heard.person).actions() if is_other(action))
