"""The next words after a question: they go to what waits for them, not to a new update."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.commands import is_courtesy, is_thumbs_up, spoken
from bot.conversation import ProgressUpdate, Route, Said
from bot.correcting import Correction, correction_in, is_not_that_one
from bot.evidence import evidence_in
from bot.language.reading import Kind, Outcome, Progress, Reading, ReadUpdate
from bot.narrative import explains, is_empty
from bot.partnership import Person
from bot.plan import Action, ActionId
from bot.ports import UnitOfWork
from bot.services.context.asked import (
    REASON_LASTS,
    last_saved,
    open_items,
    pending,
    prompt_answered,
    proof_awaited,
    reason_awaited,
)
from bot.services.context.places import Places, place_of
from bot.services.context.replying import Heard
from bot.services.context.view import resolved, view_of
from bot.services.updates import correcting, likewise, meant_otherwise
from bot.services.updates.read_back import open_question, settled_reading
from bot.services.updates.record_update import check_may_say, propose, record
from bot.services.updates.take_updates import settle_if_clear
from bot.status_filter import is_bare
from bot.unanswered import Unanswered

_SAYS_MORE = re.compile(r"\b(?:is|are|was|were|will|has|have|had|going|seems?|looks?)\b", re.IGNORECASE)
"""A sentence of its own rather than the name of an action."""

_MINUTE = re.compile(r"\bmin(?:ute)?s?\.?\s+\d+(?:\.\d+)*[a-z]?", re.IGNORECASE)


def answer_pending(
    work: UnitOfWork, heard: Heard, reading: Reading, asked: frozenset[ActionId]
) -> dict[str, object] | None:
    """The subject of the reply when the message answers something; None when it is news of its own."""
    if reading.kind in (Kind.QUESTION, Kind.ABSENCE):
        return None
    if len(reading.updates) > 1:
        return _reason(work, heard, reading, ())
    places = Places(work)
    waiting = pending(work, heard.person)
    of_another = _of_another(work, heard, waiting, asked)
    if of_another is not None:
        return of_another
    for update in waiting:
        question = open_question(places, update)
        if question is not None:
            if _fills(work, heard, update, question, reading):
                return _after_answer(work, heard, waiting, asked)
            break
    correction = correction_in(heard.said.text)
    if correction is not None and (moved := meant_otherwise.move(work, heard, waiting, correction.words)):
        return moved
    if correction is not None:
        return _set_right(work, heard, reading, waiting, correction, is_asked=bool(asked))
    return _reason(work, heard, reading, waiting) or _proof(work, heard, reading, waiting)


def _of_another(
    work: UnitOfWork, heard: Heard, waiting: tuple[ProgressUpdate, ...], asked: frozenset[ActionId]
) -> dict[str, object] | None:
    """ "Ditto for 4.1", "not that one": what was just said is of another action too, or instead."""
    places = Places(work)
    if not any(open_question(places, one) for one in waiting):
        alike = likewise.said_alike(work, heard, asked)
        if alike is not None:
            return alike
    return meant_otherwise.ask_which(work, heard, waiting) if is_not_that_one(heard.said.text) else None


def waits_for_grounds(work: UnitOfWork, person: Person, said: Said) -> bool:
    """Whether the question that is open in this conversation is what an update is based on, or what shows
    that something is done."""
    if said.route is not Route.DIRECT_MESSAGE:
        return False  # questions are put to a person alone; in a channel a word means what it always does
    places = Places(work)
    asked = (open_question(places, update) for update in pending(work, person))
    question = next((one for one in asked if one is not None), None)
    if question is None:
        return proof_awaited(work, person) is not None
    return question.field == "reason"


def answer_in_a_word(
    work: UnitOfWork, heard: Heard, reading: Reading, asked: frozenset[ActionId]
) -> dict[str, object] | None:
    """The subject of the reply when a word of the bot's own is kept as the answer; None when nothing takes
    it, and it means what it always does."""
    answer = answer_pending(work, heard, reading, asked) if heard.version == 0 else None
    return None if answer is None else {**answer, "kept": heard.message_id}


def whether_no_change(work: UnitOfWork, heard: Heard) -> dict[str, object]:
    """A thumbs-up or a "yes" to a prompt may mean "no change", which is read and waits for another yes. To
    anything else it is thanks, or there is nothing it settles."""
    is_thumb = is_thumbs_up(heard.said.text)
    prompt = prompt_answered(work, heard.person, heard.said)
    waits = open_items(work, prompt) if prompt is not None else ()
    is_answered = prompt is not None and len(waits) < len(prompt.items)
    if prompt is None or not waits or (is_answered and not is_thumb):
        return {"say": "courtesy" if is_thumb else "nothing_waits"}
    for action in waits:
        read = ReadUpdate(Outcome.UNDERSTOOD, action.ref, no_change=True, words=spoken(heard.said.text))
        place, route = place_of(work, action.id), heard.said.route
        propose(work, heard.person, read, place=place, message_id=heard.message_id, route=route)
    return {"say": "is_it_no_change", "prompt": prompt.id}


def _set_right(
    work: UnitOfWork,
    heard: Heard,
    reading: Reading,
    waiting: tuple[ProgressUpdate, ...],
    correction: Correction,
    *,
    is_asked: bool,
) -> dict[str, object] | None:
    """ "No, end of Jan": set right what waits, or what was saved."""
    said = correcting.said_in(reading)
    meant = correcting.the_one_meant(work, waiting, said)
    if meant is None or is_empty(said):
        is_of_what_waits = bool(waiting) and said.action is None
        if is_of_what_waits:
            return None
        return correcting.set_right(work, heard, said, correction, is_asked=is_asked)
    read = correcting.merged(meant.reading, said)
    work.updates.revise(meant.id, read, meant.plan_id, meant.action_id)
    return _after_answer(work, heard, waiting, frozenset())


def _after_answer(
    work: UnitOfWork, heard: Heard, waiting: tuple[ProgressUpdate, ...], asked: frozenset[ActionId]
) -> dict[str, object]:
    fresh = [work.updates.get(update.id) for update in waiting]
    settle_if_clear(Places(work), heard, fresh, asked)
    return {"say": "read_back", "updates": [update.id for update in fresh]}


def _fills(
    work: UnitOfWork, heard: Heard, update: ProgressUpdate, question: Unanswered, reading: Reading
) -> bool:
    """Fill the answer in; False when the message does not answer this question."""
    if question.field == "action":
        return _choose_action(work, heard, update, reading)
    if question.field == "reason":
        return _give_reason(work, heard, update, reading)
    said = reading.updates[0] if reading.updates else None
    answer: dict[str, object] | None = None
    if question.field == "forecast":
        when = correcting.date_said(reading)
        answer = {"forecast": when, "shift": None, "choices": ()} if when is not None else None
    elif question.field == "rag" and said is not None and said.rag is not None:
        answer = {"rag": said.rag}
    elif question.field == "progress" and said is not None and said.progress is not None:
        answer = {"progress": said.progress}
    if answer is None or not correcting.is_about(work, update, said):
        return False
    work.updates.revise(
        update.id, settled_reading(update.reading, **answer), update.plan_id, update.action_id
    )
    return True


def _give_reason(work: UnitOfWork, heard: Heard, update: ProgressUpdate, reading: Reading) -> bool:
    """What the update is based on joins its words. A word of another action, or another word of this one,
    is news of its own."""
    words = spoken(heard.said.text)
    if work.now - update.made_at > REASON_LASTS or is_courtesy(heard.said.text) or is_bare(words):
        return False
    if update.action_id is None or any(_is_other_news(update.reading, said) for said in reading.updates):
        return False
    if _names_another(work, heard, place_of(work, update.action_id).action):
        return False
    joined = "; ".join(part for part in (update.reading.words, words) if part)
    is_explained = update.reading.is_explained or explains(words)
    read = replace(update.reading, words=joined, is_explained=is_explained)
    work.updates.revise(update.id, read, update.plan_id, update.action_id)
    return True


def _is_other_news(was: ReadUpdate, said: ReadUpdate) -> bool:
    """Whether this says the action stands otherwise than what waits for its reason."""
    return said.no_change or any(
        now is not None and now != then
        for now, then in (
            (said.rag, was.rag),
            (said.progress, was.progress),
            (said.percent, was.percent),
        )
    )


def _choose_action(work: UnitOfWork, heard: Heard, update: ProgressUpdate, reading: Reading) -> bool:
    """A bare reference, or words that name one action and say nothing of it."""
    view = view_of(work, heard.person)
    named = re.sub(
        r"^(?:it['’]?s|the|action|number|no\.?)\s+", "", spoken(heard.said.text), flags=re.IGNORECASE
    )
    found = view.with_ref(named.strip(" .!"))
    said = reading.updates[0] if reading.updates else None
    is_name = _SAYS_MORE.search(named) is None and not _has_saved_since(work, heard, update)
    if not found and is_name and said is not None and said.action is not None and is_empty(said):
        action, _ = resolved(view, update.person_id, said, frozenset(update.candidates))
        found = (action,) if action is not None else ()
    narrowed = [one for one in found if one.id in update.candidates] or list(found)
    if len(narrowed) != 1:
        return False
    place = place_of(work, narrowed[0].id)
    chosen = settled_reading(update.reading, action=place.action.ref, outcome=Outcome.UNDERSTOOD)
    check_may_say(work, heard.person, place, chosen)
    work.updates.revise(update.id, chosen, place.plan.id, place.action.id)
    return True


def _has_saved_since(work: UnitOfWork, heard: Heard, update: ProgressUpdate) -> bool:
    """Whether this person has saved something else since the question was asked, then behind them."""
    return any(one.made_at > update.made_at for one in last_saved(work, heard.person))


def _names_another(work: UnitOfWork, heard: Heard, action: Action) -> bool:
    """Whether the words give the number of some other action; that of a minute is none."""
    words = _MINUTE.sub(" ", heard.said.text)
    return any(found.id != action.id for found in view_of(work, heard.person).named_in(words))


def _reason(
    work: UnitOfWork, heard: Heard, reading: Reading, waiting: tuple[ProgressUpdate, ...]
) -> dict[str, object] | None:
    """The line that amber or red lacked: what brings it back, and by when. The question asked last counts."""
    asked = reason_awaited(work, heard.person)
    action = _asked_last(work, heard, asked, waiting)
    for said in reading.updates:
        is_news = said.rag or said.no_change or said.progress is not None or said.percent is not None
        if is_news:
            return None
    if asked is None or action is None:
        return None
    words = spoken(heard.said.text)
    answer = ReadUpdate(Outcome.UNDERSTOOD, action.ref, path_to_green=words, words=words)
    return _kept(work, heard, asked, action, answer)


def _proof(
    work: UnitOfWork, heard: Heard, reading: Reading, waiting: tuple[ProgressUpdate, ...]
) -> dict[str, object] | None:
    """What shows that something is done, where that was asked last and the words tell no other news."""
    claim = proof_awaited(work, heard.person)
    action = _asked_last(work, heard, claim, waiting)
    words = spoken(heard.said.text)
    is_news = any(not is_empty(replace(said, progress=None)) for said in reading.updates) or any(
        said.progress not in (None, Progress.COMPLETE) for said in reading.updates
    )
    if (is_news and not evidence_in(words)) or is_bare(words) or claim is None or action is None:
        return None
    return _kept(work, heard, claim, action, ReadUpdate(Outcome.UNDERSTOOD, action.ref, words=words))


def _asked_last(
    work: UnitOfWork, heard: Heard, update: ProgressUpdate | None, waiting: tuple[ProgressUpdate, ...]
) -> Action | None:
    """The action of the update that a line was asked for, where nothing was asked since and these words can
    be that line: more than one, no thanks, and none of another action."""
    if update is None or update.action_id is None or is_courtesy(heard.said.text):
        return None
    if any(update.settled_at is None or one.made_at > update.settled_at for one in waiting):
        return None
    action = place_of(work, update.action_id).action
    if _names_another(work, heard, action) or len(spoken(heard.said.text).split()) < _A_LINE:
        return None
    return action


_A_LINE = 2
"""Words; one alone explains nothing."""


def _kept(
    work: UnitOfWork, heard: Heard, asked: ProgressUpdate, action: Action, answer: ReadUpdate
) -> dict[str, object]:
    saved = record(work, heard.person, action.id, answer, heard.said.route, heard.message_id, asked.voice)
    return {"say": "read_back", "updates": [saved.id]}
