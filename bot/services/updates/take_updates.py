"""The updates of one message: saved at once when they answer a prompt in full, else proposed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.conversation import ProgressUpdate, Route, UpdateState
from bot.errors import NotAllowed
from bot.instants import local_day
from bot.language.reading import DateMention, Outcome, Reading, ReadUpdate, Role
from bot.plan import Action, ActionId
from bot.ports import UnitOfWork
from bot.services.context.places import Place, Places
from bot.services.context.refusing import note
from bot.services.context.replying import Heard
from bot.services.context.view import View, resolved
from bot.services.updates.read_back import open_question, settled_reading
from bot.services.updates.record_update import cancel, check_may_say, confirm, propose
from bot.signing_off import without_signature
from bot.updating import decide

MOST_AT_ONCE = 25
"""A longer list is read back before it is saved, even when it was asked for."""

_TAPPED = frozenset({Route.BUTTON, Route.FORM})
"""What leaves nothing to be read: once the reason it waited for is given, it is saved."""

_FINISHES = (Role.FORECAST, Role.RECOVERY, Role.EVENT)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One update of a message with the action it means, or the actions it may mean."""

    reading: ReadUpdate
    place: Place | None
    candidates: tuple[ActionId, ...]


def take(
    work: UnitOfWork, heard: Heard, reading: Reading, view: View, asked: frozenset[ActionId]
) -> dict[str, object]:
    """Record everything a message says of its actions; the subject of the reply."""
    places = Places(work)
    entries, refused, closed = _sorted_by_right(places, heard, reading, view, asked)
    earlier = _withdraw_earlier(places, heard)
    if earlier:
        entries = [entry for entry in entries if _changes_anything(work, entry)]
        if not (entries or refused or closed):
            return {"say": "edit_same"}
    ids = [
        propose(
            work,
            heard.person,
            entry.reading,
            place=entry.place,
            candidates=entry.candidates,
            message_id=heard.message_id,
            route=heard.route,
            voice=heard.voice,
        )
        for entry in entries
    ]
    is_plain = not (refused or closed or earlier) and 0 < len(entries) <= MOST_AT_ONCE
    if is_plain and all(_is_answer(entry, asked) for entry in entries):
        settle_if_clear(places, heard, [work.updates.get(one) for one in ids], asked)
    return {
        "say": "read_back",
        "message": heard.message_id,
        "updates": list(ids),
        "refused": refused,
        "closed": closed,
    }


def settle_if_clear(
    places: Places, heard: Heard, updates: list[ProgressUpdate], asked: frozenset[ActionId]
) -> bool:
    """Save these when every one is clear, and was asked about or tapped; whether they were."""
    if not all(
        (update.action_id in asked or update.route in _TAPPED) and open_question(places, update) is None
        for update in updates
    ):
        return False
    for update in updates:
        confirm(places, heard.person, update)
    return True


def _sorted_by_right(
    places: Places, heard: Heard, reading: Reading, view: View, asked: frozenset[ActionId]
) -> tuple[list[_Entry], list[int], list[int]]:
    """The updates this person may make, and the actions they may not change or that are closed."""
    entries: list[_Entry] = []
    refused: list[int] = []
    closed: list[int] = []
    for update in reading.updates:
        read = _completed(update, heard, reading.dates)
        action, candidates = resolved(view, heard.speaker_id, read, asked)
        if action is None:
            entries.append(_Entry(read, None, _may_mean(candidates, view, heard)))
            continue
        place = places.of(action.id)
        try:
            check_may_say(places.work, heard.person, place, read)
        except NotAllowed as error:
            note(places.work, heard.person, error, heard.message_id)
            (refused if error.act == "update" else closed).append(int(action.id))
            continue
        entries.append(_Entry(_settled(read, action), place, ()))
    return entries, list(dict.fromkeys(refused)), list(dict.fromkeys(closed))


def _settled(read: ReadUpdate, action: Action) -> ReadUpdate:
    """The reading once its action is known: when nothing else was open, it is understood."""
    known = settled_reading(read, action=action.ref)
    return known if known.questions else replace(known, outcome=Outcome.UNDERSTOOD)


def _completed(update: ReadUpdate, heard: Heard, dates: tuple[DateMention, ...]) -> ReadUpdate:
    """The update with its words, and with the timescales that a question about the date offers."""
    read = replace(update, words=without_signature(update.words or heard.said.text))
    asks_date = [one for one in read.questions if one.field == "forecast"]
    if not asks_date:
        return read
    wanted = {words.casefold() for one in asks_date for words in one.candidates}
    offered = [one.timescale for one in dates if one.role in _FINISHES]
    named = [
        one.timescale
        for one in dates
        if {one.timescale.words.casefold(), one.timescale.end.isoformat()} & wanted
    ]
    return replace(read, choices=tuple(dict.fromkeys(named or offered)))


def _may_mean(candidates: tuple[ActionId, ...], view: View, heard: Heard) -> tuple[ActionId, ...]:
    """The candidates, or else everything open that the person leads."""
    if candidates:
        return candidates
    return tuple(
        action.id for action in view.actions() if action.status.is_open and action.is_led_by(heard.speaker_id)
    )


def _is_answer(entry: _Entry, asked: frozenset[ActionId]) -> bool:
    return (
        entry.place is not None
        and entry.place.action.id in asked
        and entry.reading.outcome is Outcome.UNDERSTOOD
    )


def _withdraw_earlier(places: Places, heard: Heard) -> bool:
    """An edit takes back what its message only proposed; whether anything of it had been saved."""
    if heard.version == 0:
        return False
    earlier = places.work.updates.of_message(heard.message_id)
    for update in earlier:
        if update.state is UpdateState.PROPOSED:
            cancel(places, heard.person, update)
    return any(update.state is UpdateState.CONFIRMED for update in earlier)


def _changes_anything(work: UnitOfWork, entry: _Entry) -> bool:
    if entry.place is None:
        return True
    today = local_day(work.now, entry.place.partnership.zone)
    decision = decide(entry.place.action, entry.reading, today, entry.place.partnership.nation)
    return any(change.field != "narrative" for change in decision.changes)
