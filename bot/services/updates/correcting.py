""" "No, end of Jan": what was saved is set right, as a misreading or a slip of the pen, and not as a move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.card import Answer, Card, Placement
from bot.conversation import ProgressUpdate, UpdateState
from bot.correcting import Correction
from bot.errors import NotFound
from bot.fields import stored_field
from bot.instants import local_day
from bot.language.reading import Outcome, Progress, Reading, ReadUpdate
from bot.narrative import is_empty
from bot.partnership import Person
from bot.phrases import correcting as say
from bot.phrases import errata as errata_words
from bot.phrases import read_back
from bot.plan import Action
from bot.ports import UnitOfWork
from bot.services.context.asked import SAVED_LASTS, last_saved
from bot.services.context.places import Places, place_of
from bot.services.context.replying import Heard
from bot.services.context.targets import Target
from bot.services.context.view import resolved, view_of
from bot.services.reports.errata import LOOK_BACK, records_corrected
from bot.services.updates.grounds import lacks_reason
from bot.services.updates.read_back import open_question, settled_reading, told
from bot.services.updates.record_update import check_is_own, check_may_say, confirm, propose
from bot.timescale import Timescale


def said_in(reading: Reading) -> ReadUpdate:
    """What a correction gives instead: the one thing it says of an action, or its one date."""
    said = reading.updates[0] if reading.updates else ReadUpdate(Outcome.UNDERSTOOD, None)
    when = date_said(reading) if is_empty(said) else None
    return replace(said, forecast=when) if when is not None else said


def date_said(reading: Reading) -> Timescale | None:
    """The one date of an answer that gives nothing else."""
    for said in reading.updates:
        if said.rag or said.progress or said.no_change:
            return None
        if said.forecast is not None:
            return said.forecast
    return reading.dates[0].timescale if len(reading.dates) == 1 else None


def the_one_meant(
    work: UnitOfWork, among: Sequence[ProgressUpdate], said: ReadUpdate
) -> ProgressUpdate | None:
    """The one of these updates that a correction is about: by its action, else by what it gives anew."""
    fitting = [update for update in among if update.action_id is not None and is_about(work, update, said)]
    alike = [update for update in fitting if _tells_alike(update.reading, said)]
    for narrowed in (fitting, alike):
        if len(narrowed) == 1:
            return narrowed[0]
    return None


def is_about(work: UnitOfWork, update: ProgressUpdate, said: ReadUpdate | None) -> bool:
    """Whether this may be said of the update's action: it names no other."""
    if said is None or said.action is None or update.action_id is None:
        return True
    return place_of(work, update.action_id).action.ref.casefold() == said.action.casefold()


def _tells_alike(was: ReadUpdate, said: ReadUpdate) -> bool:
    """Whether both give a date, or both a colour, or both a state."""
    return (
        (_gives_date(was) and _gives_date(said))
        or (was.rag is not None and said.rag is not None)
        or (was.progress is not None and said.progress is not None)
    )


def _gives_date(reading: ReadUpdate) -> bool:
    return reading.forecast is not None or reading.shift is not None


def set_right(
    work: UnitOfWork, heard: Heard, said: ReadUpdate, correction: Correction, *, is_asked: bool
) -> dict[str, object] | None:
    """Set right what was saved, and the records that repeat it; the subject of the reply, or None when the
    words correct nothing of this person's. Long afterwards only words that say so outright are taken as a
    correction; of others it is asked."""
    meant = _saved_before(work, heard, said)
    if meant is None or meant.action_id is None:
        return None
    if is_empty(said):
        return {"say": "what_then", "updates": [meant.id]} if correction.is_outright else None
    place = place_of(work, meant.action_id)
    put_right = replace(
        said, action=place.action.ref, outcome=Outcome.UNDERSTOOD, questions=(), words=heard.said.text
    )
    check_may_say(work, heard.person, place, put_right)
    is_recent = work.now - meant.made_at <= SAVED_LASTS
    is_doubtful = not (is_recent or correction.is_outright)
    update_id = propose(
        work, heard.person, put_right, place=place, route=heard.route, voice=meant.voice,
        message_id=heard.message_id if is_doubtful else meant.message_id or heard.message_id,
    )  # fmt: skip
    places, proposed = Places(work), work.updates.get(update_id)
    if is_doubtful and open_question(places, proposed) is None:
        return {"say": "moved_or_misread", "updates": [update_id], "was": meant.id}
    if lacks_reason(places, proposed) or is_doubtful:
        return {"say": "read_back", "updates": [update_id]}
    confirm(places, heard.person, proposed, meant)
    return {"say": "corrected", "updates": [update_id], "was": meant.id, "asked": is_asked}


def _saved_before(work: UnitOfWork, heard: Heard, said: ReadUpdate) -> ProgressUpdate | None:
    """What this person saved that the words set right: of the action they name the last that gave the same
    kind of thing, else what was saved last; nothing that has been overtaken since."""
    action, _ = resolved(view_of(work, heard.person), heard.person.id, said, frozenset())
    if action is None:
        among = [one for one in last_saved(work, heard.person) if work.now - one.made_at <= LOOK_BACK]
        return the_one_meant(work, among, said)
    own = [one for one in reversed(work.updates.history(action.id)) if _is_kept(work, heard.person, one)]
    fitting = [one for one in own if is_empty(said) or _tells_alike(one.reading, said)]
    recent = [one for one in own if work.now - one.made_at <= SAVED_LASTS]
    meant = next(iter(fitting or recent), None)
    return meant if meant is not None and not _is_overtaken(action, meant, said) else None


def _is_kept(work: UnitOfWork, person: Person, one: ProgressUpdate) -> bool:
    """Whether this person saved it, and boards may still hold what it said."""
    is_own = one.state is UpdateState.CONFIRMED and one.settles == person.id
    return is_own and work.now - one.made_at <= LOOK_BACK


def _is_overtaken(action: Action, meant: ProgressUpdate, said: ReadUpdate) -> bool:
    """Whether what would be set right has been given otherwise since, by whomever."""
    given = {
        "forecast_due": _gives_date(said),
        "rag": said.rag is not None,
        "status": said.progress is not None,
    }
    return any(
        stored_field(action, one.field) != one.now for one in meant.changed if given.get(one.field, False)
    )


def corrected_card(work: UnitOfWork, updates: Sequence[ProgressUpdate]) -> Card:
    """What was set right, and where else it has been."""
    places = Places(work)
    shown = [told(places, update) for update in updates]
    found = [
        records_corrected(work, update.id, places.of(update.action_id).partnership)
        for update in updates
        if update.action_id is not None
    ]
    digests = [day for one in found for day in one.digests]
    packs = [number for one in found for number in one.packs]
    return read_back.corrected(shown, errata_words.records_say_so(digests, packs))


def what_then_card(work: UnitOfWork, update: ProgressUpdate) -> Card:
    """What was read, to somebody who says that it is wrong."""
    if update.action_id is None:
        raise NotFound("the action this is about")
    place = place_of(work, update.action_id)
    said_on = local_day(update.made_at, place.partnership.zone)
    return say.what_then(update, place.action, said_on, local_day(work.now, place.partnership.zone))


def moved_or_misread_card(work: UnitOfWork, update: ProgressUpdate, was: ProgressUpdate) -> Card:
    """Whether somebody was misread, or has news."""
    places = Places(work)
    shown = told(places, update)
    place = places.of(shown.action.id)
    said_on = local_day(was.made_at, place.partnership.zone)
    return say.moved_or_misread(shown, was, said_on, local_day(work.now, place.partnership.zone))


def on_not_what_i_said(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Show what was read, to put it right or take it back."""
    update = _own(work, person, target, 0)
    if update.state is not UpdateState.CONFIRMED:
        return Answer(read_back.already(update.state), Placement.PRIVATE)
    return Answer(what_then_card(work, update), Placement.PRIVATE)


def on_was_misread(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Save what waits as a correction of what was saved before."""
    update, was = _own(work, person, target, 0), _own(work, person, target, 1)
    if update.state is not UpdateState.PROPOSED:
        return Answer(read_back.already(update.state), Placement.REPLACE)
    confirm(Places(work), person, update, was)
    return Answer(corrected_card(work, [work.updates.get(update.id)]), Placement.REPLACE)


def _own(work: UnitOfWork, person: Person, target: Target, which: int) -> ProgressUpdate:
    if len(target.updates) <= which:
        raise NotFound("the update this button was for")
    update = work.updates.get(target.updates[which])
    check_is_own(work, person, update)
    return update


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
