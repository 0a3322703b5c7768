"""What stands beside an action or a status: requests to decide, help taken on, extensions given."""

from __future__ import annotations

from datetime import date

from bot.governance import ExtensionState, HelpKind
from bot.partnership import Partnership, Person
from bot.permissions import is_board
from bot.phrases import helping, standing, time_decided
from bot.phrases.words import shortened
from bot.plan import Action
from bot.ports import UnitOfWork
from bot.services.context.places import Place, place_of
from bot.services.context.standings import live_plans
from bot.services.context.views_held import current_lines
from bot.services.updates import more_time
from bot.services.updates.consequences import open_help

BLOCKER_WIDTH = 22


def refs_to_decide(work: UnitOfWork, person: Person | None, partnership: Partnership) -> tuple[str, ...]:
    """The actions whose request for more time waits for this person."""
    if person is None or not is_board(person, partnership):
        return ()
    refs = {action.id: action.ref for plan in live_plans(work, partnership) for action in plan.actions}
    return tuple(refs[one.action_id] for one in more_time.to_decide(work, person, partnership))


def asked_of(work: UnitOfWork, person: Person | None, partnership: Partnership) -> tuple[str, ...]:
    """What this person has taken on and not cleared yet, as "2.7a, GP mailbox"."""
    if person is None or not is_board(person, partnership):
        return ()
    plans = live_plans(work, partnership)
    refs = {action.id: action.ref for plan in plans for action in plan.actions}
    return tuple(
        f"{refs[one.action_id]}, {shortened(one.words, BLOCKER_WIDTH)}"
        for one in work.helping.of_plans([plan.id for plan in plans])
        if one.kind is HelpKind.TAKEN and one.is_open and one.asked_by == person.id
    )


def corrections_of(work: UnitOfWork, place: Place, today: date) -> tuple[str, ...]:
    """Each correction of an action's first date, with what it was typed as."""
    return tuple(
        standing.correction_line(one, work.people.get(one.by).name, today)
        for one in work.corrections.of_plans([place.plan.id])
        if one.action_id == place.action.id
    )


def lines_of(work: UnitOfWork, action: Action, today: date) -> tuple[str, ...]:
    """What the board agreed or is asked about an action, a line each."""
    place = place_of(work, action.id)
    requests = work.extensions.of_action(action.id)
    granted = [one for one in requests if one.state is ExtensionState.GRANTED]
    pending = next((one for one in requests if one.state is ExtensionState.PENDING), None)
    lines = [time_decided.extended_line(granted, today)]
    if pending is not None:
        meetings = work.meetings.of(place.partnership.id)
        down_for = next((one for one in meetings if one.id == pending.meeting_id), None)
        lines.append(time_decided.pending_line(pending, down_for))
    lines += helping.help_lines(open_help(work, place))
    if action.duty is not None:
        lines.append(standing.duty_line(action.duty, today))
    if action.help_from:
        lines.append(f"Could help: {action.help_from}")
    lines += current_lines(work, place.partnership, action.id)
    lines += corrections_of(work, place, today)
    return tuple(line for line in lines if line)
