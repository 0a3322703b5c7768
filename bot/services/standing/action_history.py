"""Everything said of one action: was → now, who, when, by what route, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.card import Card
from bot.conversation import ProgressUpdate, UpdateState
from bot.fields import REPORTED_AT
from bot.instants import local_day, local_time
from bot.partnership import Person, PersonId
from bot.past import EVER, Recorded, dated_then
from bot.phrases import action_detail, handing_over, notices, statuses
from bot.phrases.stack import stacked
from bot.plan import ActionId
from bot.ports import UnitOfWork
from bot.services.context import views_held
from bot.services.context.closed_plans import closed_view
from bot.services.context.credits import said_by
from bot.services.context.places import Place, place_of
from bot.services.context.plan_changes import history_lines, what_became_of
from bot.services.context.standings import today_of
from bot.services.context.view import view_of
from bot.services.reports import outcomes
from bot.services.standing import beside


def history(work: UnitOfWork, action_id: ActionId, reader: Person | None = None) -> Card:
    """Everything said of one action; whoever asks must be able to see it, and is offered to put right what
    they said last themselves."""
    place = place_of(work, action_id)
    changes = work.plans.past(place.plan.id, EVER).changes
    updates = work.updates.history(action_id)
    remembered = [
        replace(_remembered(work, update, place, changes), is_correction=_sets_right(update, updates))
        for update in updates
    ]
    today = today_of(work, place.partnership)
    beside_it = [
        *beside.corrections_of(work, place, today),
        *_handed_over(work, place, today),
        *history_lines(work, place.action, place.partnership, today),
        *outcomes.lines_of(work, place.partnership, action_id),
        *views_held.lines_of(work, place.partnership, action_id),
    ]
    disputable = _last_of(reader, updates) if reader is not None else None
    return action_detail.history(place.action, remembered, today, beside_it, disputable)


def _sets_right(update: ProgressUpdate, among: Sequence[ProgressUpdate]) -> bool:
    """Whether it put right what the same message had been read as before."""
    return update.state is UpdateState.CONFIRMED and any(
        one.id < update.id and one.message_id == update.message_id and one.state is UpdateState.CONFIRMED
        for one in among
        if one.message_id is not None
    )


def _last_of(reader: Person, updates: Sequence[ProgressUpdate]) -> ProgressUpdate | None:
    """The last word that was saved, if it was this person's and changed anything."""
    saved = [one for one in updates if one.state is UpdateState.CONFIRMED]
    telling = saved[-1:] if saved and any(one.field != REPORTED_AT for one in saved[-1].changed) else []
    return next((one for one in telling if one.settles == reader.id), None)


def _handed_over(work: UnitOfWork, place: Place, today: date) -> list[str]:
    def name(person_id: PersonId) -> str:
        return work.people.get(person_id).name

    return [
        handing_over.remembered(
            name(one.from_id), name(one.to_id), name(one.by), local_day(one.at, place.partnership.zone), today
        )
        for one in work.handovers.of_action(place.action.id)
    ]


def _remembered(
    work: UnitOfWork, update: ProgressUpdate, place: Place, changes: Sequence[Recorded]
) -> action_detail.Remembered:
    """An update with everybody who had a hand in it, at the partnership's own time, told from the dates of
    then."""
    by = update.settled_by
    is_other = update.state is UpdateState.CONFIRMED and by not in (
        None,
        update.person_id,
        update.source.entered_by,
    )
    return action_detail.Remembered(
        replace(update, made_at=local_time(update.made_at, place.partnership.zone)),
        said_by(work, update),
        dated_then(place.action, changes, update.settled_at or update.made_at),
        confirmed_by=work.people.get(by).name if by is not None and is_other else "",
    )


def history_of(work: UnitOfWork, person: Person, words: str, *, channel: str | None = None) -> Card:
    """The history of the action these words name, if the person can see it."""
    view, ref = view_of(work, person, channel), words.strip()
    found = view.with_ref(ref)
    if found:
        return history(work, found[0].id, person)
    became, actions_now = what_became_of(work, view.plans, ref)
    cards = [history(work, action.id, person) for action in actions_now]
    if became:
        return stacked([notices.plain(became), *cards])
    ended = closed_view(work, person).with_ref(ref)
    return history(work, ended[0].id) if ended else statuses.unknown_filter(words)
