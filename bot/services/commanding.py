"""The bot's own words in a message: what they do, and the subject of the reply."""

from __future__ import annotations

from datetime import timedelta

from bot.commands import Command, Name
from bot.conversation import ProgressUpdate, Route
from bot.partnership import Person
from bot.plan import ActionId
from bot.ports import UnitOfWork
from bot.services.context.asked import last_saved, pending
from bot.services.context.places import Places
from bot.services.context.replying import Heard
from bot.services.officer_words import OFFICER_WORDS
from bot.services.reports.paper_asked import paper_subject
from bot.services.updates.read_back import open_question, settled_reading
from bot.services.updates.record_update import cancel, check_may_undo, confirm, undo

_ASKS = {Name.STATUS: "filter", Name.HISTORY: "ref", Name.NEXT: "body", Name.MEETINGS: "body"}
"""Words that ask to read: where they are said matters, because whoever is in a channel reads there."""


def obey(work: UnitOfWork, heard: Heard, command: Command, asked: frozenset[ActionId]) -> dict[str, object]:
    """Do what the command says; `asked` are the actions of the prompt the message may answer."""
    if command.name is Name.YES:
        return _yes(work, heard)
    if command.name is Name.NO:
        return _no(work, heard)
    if command.name is Name.UNDO:
        return undo_last(work, heard.person)
    if command.name in _ASKS:
        asked_for: dict[str, object] = {"person": heard.person.id, _ASKS[command.name]: command.argument}
        channel = heard.said.channel if heard.said.route is Route.MENTION else None
        return {"say": command.name.value, **asked_for, **({"channel": channel} if channel else {})}
    if command.name is Name.EXPORT:
        return {"say": "export", "person": heard.person.id, "kind": command.argument}
    if command.name is Name.PAPER:
        return {**paper_subject(command.argument), "person": heard.person.id}
    if command.name is Name.HELP:
        return {"say": "help", "person": heard.person.id, "topic": command.argument}
    if command.name in OFFICER_WORDS:
        name, argument = command.name.value, command.argument
        return {"say": "officer", "person": heard.person.id, "name": name, "argument": argument}
    return {"say": command.name.value, "person": heard.person.id, "asked": bool(asked)}


def _yes(work: UnitOfWork, heard: Heard) -> dict[str, object]:
    waiting = pending(work, heard.person)
    if not waiting:
        return {"say": "nothing_waits"}
    waiting = tuple(_taken_at_its_word(work, update) for update in waiting)
    places = Places(work)
    if not any(open_question(places, update) for update in waiting):
        for update in waiting:
            confirm(places, heard.person, update)
    return {"say": "read_back", "updates": [update.id for update in waiting]}


def _taken_at_its_word(work: UnitOfWork, update: ProgressUpdate) -> ProgressUpdate:
    """A yes to "is that when it will be finished?" gives that date."""
    asks_date = any(question.field == "forecast" for question in update.reading.questions)
    if not asks_date or len(update.reading.choices) != 1:
        return update
    reading = settled_reading(update.reading, forecast=update.reading.choices[0], choices=())
    work.updates.revise(update.id, reading, update.plan_id, update.action_id)
    return work.updates.get(update.id)


def _no(work: UnitOfWork, heard: Heard) -> dict[str, object]:
    waiting = pending(work, heard.person)
    if not waiting:
        return {"say": "nothing_waits"}
    places = Places(work)
    for update in waiting:
        cancel(places, heard.person, update)
    return {"say": "cancelled", "actions": [update.action_id for update in waiting if update.action_id]}


UNDO_LASTS = timedelta(days=7)
"""How long the word reaches back; the button below a read-back stays."""


def undo_last(work: UnitOfWork, person: Person) -> dict[str, object]:
    """Put back what this person saved last, unless it is a round ago: boards have read that."""
    saved = tuple(one for one in last_saved(work, person) if work.now - one.made_at <= UNDO_LASTS)
    done, kept = undo_all(work, person, saved)
    if not (done or kept):
        return {"say": "nothing_to_undo"}
    return {"say": "undone", "updates": done, "kept": kept}


def undo_all(
    work: UnitOfWork, person: Person, updates: tuple[ProgressUpdate, ...]
) -> tuple[list[int], list[int]]:
    """Undo each, newest first: the updates put back, and the actions that have changed since. All rights are
    asked first, so that a refusal leaves nothing half undone."""
    places = Places(work)
    for update in updates:
        check_may_undo(places, person, update)
    done: list[int] = []
    kept: list[int] = []
    for update in reversed(updates):
        if undo(places, person, update):
            done.append(int(update.id))
        elif update.action_id is not None:
            kept.append(int(update.action_id))
    return done, kept
