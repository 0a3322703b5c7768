"""Which actions a message without a number may mean: those of an open question, else what was asked about."""

from __future__ import annotations

import re

from bot.commands import spoken
from bot.conversation import Prompt, Said
from bot.correcting import corrected
from bot.partnership import Person
from bot.plan import ActionId
from bot.ports import UnitOfWork
from bot.services.context.asked import last_saved, open_items, pending, prompt_answered, reason_awaited
from bot.services.context.places import Places, place_of
from bot.services.updates.consequences import asks_for
from bot.services.updates.read_back import open_question

_OF_THE_REST = re.compile(r"(?<!\bafter )(?<!\bat )\b(?:rest|others|all|everything)\b", re.IGNORECASE)


def refs_asked(work: UnitOfWork, person: Person, said: Said) -> tuple[str, ...]:
    """The printed references a reply without one may mean: those of an open question, else the prompt's."""
    is_correction = corrected(said.text) is not None
    waiting = pending(work, person) or (last_saved(work, person) if is_correction else ())
    places = Places(work)
    is_answer = is_correction or any(open_question(places, one) for one in waiting)
    if waiting and is_answer and not _speaks_of_the_rest(said.text):
        meant = [one.action_id for one in waiting if one.action_id] or list(waiting[0].candidates)
        return tuple(places.action(action_id).ref for action_id in meant)
    unexplained = reason_awaited(work, person)
    without_reason = unexplained.action_id if unexplained is not None else None
    reasons = (places.action(without_reason).ref,) if without_reason is not None else ()
    prompt = prompt_answered(work, person, said)
    still_open = tuple(action.ref for action in open_items(work, prompt)) if prompt else ()
    still_open = (*_asked_now(work, person), *still_open)
    return still_open if _speaks_of_the_rest(said.text) else tuple(dict.fromkeys((*reasons, *still_open)))


def whole_prompt(work: UnitOfWork, person: Person, said: Said, prompt: Prompt | None) -> tuple[str, ...]:
    """The references of all that a prompt still waits for; none while something narrower is asked, or when
    the words correct something."""
    if prompt is None or corrected(said.text) is not None or reason_awaited(work, person) is not None:
        return ()
    places = Places(work)
    if any(open_question(places, one) for one in pending(work, person)):
        return ()
    return tuple(action.ref for action in open_items(work, prompt))


def _asked_now(work: UnitOfWork, person: Person) -> tuple[str, ...]:
    """The actions a chair asked this person about in the last days and that they have not spoken of since."""
    refs = []
    for asked in asks_for(work, lead=person.id):
        action = place_of(work, ActionId(int(str(asked.owed.subject["action"])))).action
        if action.reported_at is None or action.reported_at < asked.owed.due_at:
            refs.append(action.ref)
    return tuple(dict.fromkeys(refs))


def _speaks_of_the_rest(text: str) -> bool:
    return _OF_THE_REST.search(spoken(text)) is not None
