"""The next words after a question: they go to what waits for them, not to a new update."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.commands import corrected, is_courtesy, spoken
from bot.conversation import ProgressUpdate
from bot.language.reading import Kind, Outcome, Progress, Reading, ReadUpdate
from bot.narrative import is_empty
from bot.plan import Action, ActionId
from bot.ports import UnitOfWork
from bot.services.asked import REASON_LASTS, SAVED_LASTS, last_saved, pending, reason_awaited
from bot.services.grounds import lacks_reason
from bot.services.places import Places, place_of
from bot.services.read_back import open_question, settled_reading
from bot.services.record_update import check_may_say, confirm, propose, record
from bot.services.replying import Heard
from bot.services.take_updates import settle_if_clear
from bot.services.view import resolved, view_of
from bot.status_filter import is_bare
from bot.timescale import Timescale
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
    for update in waiting:
        question = open_question(places, update)
        if question is not None:
            if _fills(work, heard, update, question, reading):
                return _after_answer(work, heard, waiting, asked)
            break
    if corrected(heard.said.text) is not None:
        return _correction(work, heard, reading, waiting, asked)
    return _reason(work, heard, reading, waiting)


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
        when = _date_said(reading)
        answer = {"forecast": when, "shift": None, "choices": ()} if when is not None else None
    elif question.field == "rag" and said is not None and said.rag is not None:
        answer = {"rag": said.rag}
    elif question.field == "progress" and said is not None and said.progress is not None:
        answer = {"progress": said.progress}
    if answer is None or not _is_about(work, update, said):
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
    work.updates.revise(update.id, replace(update.reading, words=joined), update.plan_id, update.action_id)
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


def _date_said(reading: Reading) -> Timescale | None:
    """The one date of an answer that gives nothing else."""
    for said in reading.updates:
        if said.rag or said.progress or said.no_change:
            return None
        if said.forecast is not None:
            return said.forecast
    return reading.dates[0].timescale if len(reading.dates) == 1 else None


def _is_about(work: UnitOfWork, update: ProgressUpdate, said: ReadUpdate | None) -> bool:
    if said is None or said.action is None or update.action_id is None:
        return True
    return place_of(work, update.action_id).action.ref.casefold() == said.action.casefold()


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


def _correction(
    work: UnitOfWork,
    heard: Heard,
    reading: Reading,
    waiting: tuple[ProgressUpdate, ...],
    asked: frozenset[ActionId],
) -> dict[str, object] | None:
    """ "No, end of Jan": set right what waits, or what was saved last."""
    said = reading.updates[0] if reading.updates else ReadUpdate(Outcome.UNDERSTOOD, None)
    if is_empty(said):
        when = _date_said(reading)
        if when is None:
            return None
        said = replace(said, forecast=when)
    meant = _the_one_meant(work, waiting or last_saved(work, heard.person), said)
    if meant is None or meant.action_id is None:
        return None
    if waiting:
        work.updates.revise(meant.id, merged(meant.reading, said), meant.plan_id, meant.action_id)
        return _after_answer(work, heard, waiting, frozenset())
    if work.now - meant.made_at > SAVED_LASTS:
        return None
    place = place_of(work, meant.action_id)
    put_right = replace(
        said, action=place.action.ref, outcome=Outcome.UNDERSTOOD, questions=(), words=heard.said.text
    )
    update_id = propose(
        work, heard.person, put_right,
        place=place, message_id=meant.message_id or heard.message_id, route=heard.route, voice=meant.voice,
    )  # fmt: skip
    places, proposed = Places(work), work.updates.get(update_id)
    if lacks_reason(places, proposed):
        return {"say": "read_back", "updates": [update_id]}
    confirm(places, heard.person, proposed, meant)
    return {"say": "corrected", "updates": [update_id], "was": meant.id, "asked": bool(asked)}


def _the_one_meant(
    work: UnitOfWork, among: tuple[ProgressUpdate, ...], said: ReadUpdate
) -> ProgressUpdate | None:
    """The one of these updates that a correction is about: by its action, else by what it gives anew."""
    fitting = [update for update in among if update.action_id is not None and _is_about(work, update, said)]
    alike = [update for update in fitting if _tells_alike(update.reading, said)]
    for narrowed in (fitting, alike):
        if len(narrowed) == 1:
            return narrowed[0]
    return None


def _tells_alike(was: ReadUpdate, said: ReadUpdate) -> bool:
    """Whether both give a date, or both a colour, or both a state."""
    return (
        (_gives_date(was) and _gives_date(said))
        or (was.rag is not None and said.rag is not None)
        or (was.progress is not None and said.progress is not None)
    )


def _gives_date(reading: ReadUpdate) -> bool:
    return reading.forecast is not None or reading.shift is not None


def merged(reading: ReadUpdate, said: ReadUpdate) -> ReadUpdate:
    """The first reading with everything the second one says laid over it."""
    now = reading
    if said.forecast is not None or said.shift is not None:
        now = settled_reading(now, forecast=said.forecast, shift=said.shift, choices=())
    if said.rag is not None:
        now = settled_reading(now, rag=said.rag)
    if said.progress is not None:
        now = settled_reading(now, progress=said.progress, completed=said.completed)
        if said.progress is not Progress.COMPLETE:
            now = replace(now, completed=None)
    if said.percent is not None:
        now = replace(now, percent=said.percent)
    if said.blocked:
        now = replace(now, blocked=True, blocker=said.blocker or said.words)
    return replace(now, no_change=said.no_change, support=now.support or said.support)


def _names_another(work: UnitOfWork, heard: Heard, action: Action) -> bool:
    """Whether the words give the number of some other action; that of a minute is none."""
    words = _MINUTE.sub(" ", heard.said.text)
    return any(found.id != action.id for found in view_of(work, heard.person).named_in(words))


def _reason(
    work: UnitOfWork, heard: Heard, reading: Reading, waiting: tuple[ProgressUpdate, ...]
) -> dict[str, object] | None:
    """The line that amber or red lacked: what brings it back, and by when. The question asked last counts."""
    update = reason_awaited(work, heard.person)
    if update is None or update.action_id is None or is_courtesy(heard.said.text):
        return None
    if any(update.settled_at is None or one.made_at > update.settled_at for one in waiting):
        return None
    words = spoken(heard.said.text)
    action = place_of(work, update.action_id).action
    for said in reading.updates:
        is_news = said.rag or said.no_change or said.progress is not None or said.percent is not None
        if is_news:
            return None
    if _names_another(work, heard, action):
        return None
    if len(words.split()) < 2:
        return None
    answer = ReadUpdate(Outcome.UNDERSTOOD, action.ref, path_to_green=words, words=words)
    saved = record(work, heard.person, action.id, answer, heard.said.route, heard.message_id, update.voice)
    return {"say": "read_back", "updates": [saved.id]}
