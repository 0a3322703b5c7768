"""What was understood of a message, told back: saved, waiting for a word, or a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.card import Card, Line, Piece, Rule
from bot.conversation import OWN_WORD, FieldChange, MessageId, ProgressUpdate, UpdateState
from bot.evidence import evidence_in
from bot.going_on import work_that_goes_on
from bot.instants import local_day
from bot.language.reading import Progress, ReadUpdate
from bot.partnership import Partnership, PersonId
from bot.permissions import can_relay
from bot.phrases import questions, read_back, refusals
from bot.phrases.credits import recorded_as
from bot.phrases.told import Told
from bot.plan import Action, ActionId
from bot.ports import UnitOfWork
from bot.rag import Rag
from bot.rounds import round_for_news, rounds
from bot.services.context.credits import said_by
from bot.services.context.places import Places, check_known
from bot.services.context.plan_changes import what_became_of
from bot.services.context.view import view_of
from bot.services.updates import more_time
from bot.services.updates.grounds import lacks_reason
from bot.slippage import disagreement
from bot.unanswered import Unanswered, unanswered
from bot.updating import decide, reason_wanted


def told(places: Places, update: ProgressUpdate) -> Told:
    """One update as it is read back: from what saving it did, or would do."""
    place = places.of(check_known(update.action_id))
    partnership = place.partnership
    today = local_day(places.work.now, partnership.zone)
    action, changed = place.action, update.changed
    if update.state is UpdateState.PROPOSED:
        decision = decide(action, update.reading, today, partnership.nation)
        action, changed = decision.after, decision.changed
    return Told(
        update_id=update.id,
        state=update.state,
        action=action,
        changed=tuple(one for one in changed if one.field != "reported_at"),
        wants_reason=reason_wanted(action) and _speaks_of_colour(update),
        disagreement=disagreement(action, place.plan.tolerance_days, today, place.plan.conventions.scale),
        implied=implied_rag(action, update.reading),
        may_ask_time=_may_ask_time(places, update, action, changed),
        is_stalled=is_stalled(places.work, update),
        says_colour=_says_colour(update.reading),
        goes_on=work_that_goes_on(update.words) or "",
        shown_by=evidence_in(update.words) if action.narrative else "",
    )


def _says_colour(reading: ReadUpdate) -> bool:
    """Whether the colour is read back even where it stays: it was said, or "fine" was said of it."""
    is_fine = reading.progress is Progress.ON_TRACK or reading.rag_implied is Rag.GREEN
    return reading.rag is not None or is_fine


STALLED_AFTER = timedelta(days=5)
"""Two "no change" closer together than that are one answer given twice, not two rounds."""


def is_stalled(work: UnitOfWork, update: ProgressUpdate) -> bool:
    """Whether this saved "no change" comes after another, said in an earlier round."""
    if not update.reading.no_change or update.state is not UpdateState.CONFIRMED or update.action_id is None:
        return False
    earlier = [
        one
        for one in work.updates.history(update.action_id)
        if one.state is UpdateState.CONFIRMED and one.made_at <= update.made_at - STALLED_AFTER
    ]
    return bool(earlier) and earlier[-1].reading.no_change


def _may_ask_time(
    places: Places, update: ProgressUpdate, action: Action, changed: tuple[FieldChange, ...]
) -> bool:
    """Whether its lead has just given a finish after the agreed date, and no request waits for it."""
    moved = any(one.field == "forecast_due" for one in changed)
    agreed, finish = action.approved_due, action.forecast_due
    is_later = agreed is not None and finish is not None and finish.end > agreed.end
    if not (moved and is_later and action.is_led_by(update.settles)):
        return False
    return more_time.pending(places.work, action.id) is None


def _speaks_of_colour(update: ProgressUpdate) -> bool:
    return update.reading.rag is not None or any(one.field == "rag" for one in update.changed)


def implied_rag(action: Action, reading: ReadUpdate) -> Rag | None:
    """A colour the words suggest without naming it."""
    if reading.rag is not None or reading.progress is Progress.ON_TRACK or not action.status.is_open:
        return None
    return None if reading.rag_implied is action.rag else reading.rag_implied


def news_for(work: UnitOfWork, partnership: Partnership) -> date | None:
    """The day of the meeting (or round) that a piece of news is in time for."""
    found = round_for_news(rounds(partnership, work.meetings.of(partnership.id), work.now), work.now)
    return found.on if found else None


def saved_card(places: Places, updates: Sequence[ProgressUpdate]) -> Card:
    """What was saved, with Undo."""
    shown = [told(places, update) for update in updates if update.action_id]
    if not shown:
        return read_back.cancelled(())
    partnership = places.of(shown[0].action.id).partnership
    return _credited(places, updates, read_back.saved(shown, news_for(places.work, partnership)))


def _credited(places: Places, updates: Sequence[ProgressUpdate], card: Card) -> Card:
    """With how it is recorded, where these are not the words of whoever reads this alone."""
    names = dict.fromkeys(
        said_by(places.work, update) for update in updates if update.source != OWN_WORD and update.action_id
    )
    return Card(card.summary, (*card.pieces, *map(recorded_as, names))) if names else card


def open_question(places: Places, update: ProgressUpdate) -> Unanswered | None:
    """What must be answered before this proposal can be confirmed."""
    if update.action_id is None:
        return unanswered(update.reading, None)
    place = places.of(update.action_id)
    found = unanswered(update.reading, place.action, place.partnership.nation)
    return Unanswered("reason") if found is None and lacks_reason(places, update) else found


def waiting_card(places: Places, updates: Sequence[ProgressUpdate]) -> Card:
    """The first question that is open, alone; when none is, everything read, to confirm at once."""
    for update in updates:
        found = open_question(places, update)
        if found is not None:
            return _beside_question(places, question_card(places, update, found), updates)
    shown = [told(places, update) for update in updates if update.action_id]
    return _credited(places, updates, read_back.proposed(shown))


def _beside_question(places: Places, card: Card, updates: Sequence[ProgressUpdate]) -> Card:
    """The question, and what else was read, which is saved with its answer or confirmed after it."""
    clear = [one for one in updates if one.action_id and open_question(places, one) is None]
    if not clear:
        return card
    return Card(card.summary, (*card.pieces, read_back.also_read([told(places, one) for one in clear])))


_OPENS_WITH_NUMBER = re.compile(r"^\W*(\d{1,2}\.\d{1,2}[a-z]?)\b(?!\.\d)", re.IGNORECASE)


def _number_of_none(words: str, refs: list[str]) -> str:
    """The number the words open with, when it is none of these actions' and none begins with it."""
    found = _OPENS_WITH_NUMBER.match(words)
    number = found[1] if found else ""
    return "" if any(ref.casefold().startswith(number.casefold()) for ref in refs) else number


def question_card(places: Places, update: ProgressUpdate, found: Unanswered) -> Card:
    """The one question that is asked of an update."""
    if update.action_id is None:
        known = [places.of(one) for one in update.candidates]
        plans = {place.plan.id: place.plan.title for place in known}
        refs = [place.action.ref for place in known]
        unknown = _number_of_none(update.words, refs)
        named = [place.action for place in known]
        became = _became(places, update.person_id, unknown) if unknown else ""
        return questions.which_action(update.id, update.words, named, plans, unknown=unknown, became=became)
    action = places.action(update.action_id)
    if found.field == "rag":
        return questions.which_colour(update.id, action, found.colours)
    if found.field == "progress":
        return questions.is_it_done(update.id, action)
    if found.field == "reason":
        return questions.based_on_what(update.id, action, _may_enter_for(places, update, action))
    return questions.which_date(update.id, action, found.dates)


def _may_enter_for(places: Places, update: ProgressUpdate, action: Action) -> str:
    """The lead whose word whoever said this may enter instead; "" when they may not, or nobody leads it."""
    partnership = places.of(action.id).partnership
    may = can_relay(places.work.people.get(update.settles), partnership)
    return action.leads[0].name if may and action.leads else ""


def _became(places: Places, person_id: PersonId, ref: str) -> str:
    """What a number that was given has become, in the plans that whoever gave it can see."""
    view = view_of(places.work, places.work.people.get(person_id))
    return what_became_of(places.work, view.plans, ref)[0]


def card_of(
    places: Places,
    updates: Sequence[ProgressUpdate],
    refused: Sequence[ActionId] = (),
    closed: Sequence[ActionId] = (),
    message_id: MessageId | None = None,
) -> Card:
    """The whole answer to a message: what was saved, what waits, and what was not the speaker's to change."""
    pieces: list[Piece] = []
    summary = ""
    saved = [update for update in updates if update.state is UpdateState.CONFIRMED]
    waiting = [update for update in updates if update.state is UpdateState.PROPOSED]
    for card in (
        *([saved_card(places, saved)] if saved else []),
        *([waiting_card(places, waiting)] if waiting else []),
    ):
        summary = summary or card.summary
        pieces += [Rule(), *card.pieces] if pieces else list(card.pieces)
    for action_id in refused:
        lines = refusals.not_led_by_you(places.action(action_id), message_id)
        pieces += lines
    for action_id in closed:
        pieces += refusals.closed(places.action(action_id))
    if not pieces:
        return read_back.cancelled(())
    first = pieces[0]
    return Card(summary or (first.text if isinstance(first, Line) else ""), tuple(pieces))


def settled_reading(reading: ReadUpdate, **said: object) -> ReadUpdate:
    """The reading with an answer filled in and its question struck out."""
    fields = set(said)
    left = tuple(one for one in reading.questions if one.field not in fields)
    return replace(reading, questions=left, **said)  # type: ignore[arg-type]  # named fields of ReadUpdate
