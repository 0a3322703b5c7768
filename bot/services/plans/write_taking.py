"""Writing what a version or an amendment makes of a plan: all of it, or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bot.amending import roles_of
from bot.changes import Change
from bot.draft import DraftAction
from bot.governance import ExtensionState
from bot.layout import DocumentColumn
from bot.partnership import PersonId
from bot.plan import Action, ActionId, ActionPlan
from bot.ports import UnitOfWork
from bot.ports.versioned import PlanVersion
from bot.services.context.standings import today_of
from bot.stored import timescale_of
from bot.versions.taking import ChangeKind, Revision, Taking

_WORDS = frozenset({"ref", "theme_ref", "recommendation", "text", "outcome"})


def write_taking(
    work: UnitOfWork,
    plan: ActionPlan,
    version: PlanVersion,
    by: PersonId | None,
    taking: Taking,
    columns: Sequence[DocumentColumn] | None = None,
) -> tuple[ActionId, ...]:
    """Write one taking and note every revision under its version; the actions it added. The record's
    versions of the actions guard it against other writers."""
    actions = {action.id: action for action in plan.actions}
    of_action: defaultdict[ActionId, list[Revision]] = defaultdict(list)
    for one in taking.revisions:
        of_action[one.action_id].append(one)
    for action_id, revisions in of_action.items():
        _settable(work, actions[action_id], revisions)
    for one in taking.revisions:
        if one.field == "leads":
            work.versions.set_leads(one.action_id, roles_of(_names(one)))
        elif one.kind is not ChangeKind.REVISED:
            _date(work, plan, version, by, actions[one.action_id], one)
    words = {
        action_id: {one.field: _text(one) for one in revisions if one.field in _WORDS}
        for action_id, revisions in of_action.items()
        if any(one.field in _WORDS for one in revisions)
    }
    work.versions.rewrite(words, work.now)
    ids = {id(one): work.plans.add_action(plan.id, one) for one in taking.added}
    order = [ids[id(one)] if isinstance(one, DraftAction) else one for one in taking.order]
    work.versions.arrange(plan.id, order, taking.themes, columns)
    added = [
        Revision(ids[id(one)], "ref", ChangeKind.ADDED, taking.came_from, one.ref) for one in taking.added
    ]
    work.versions.note(version.id, [*taking.revisions, *added])
    return tuple(ids.values())


def _settable(work: UnitOfWork, action: Action, revisions: Sequence[Revision]) -> None:
    """What every writer may set, in one go: status, colour, comments, agreed and forecast date."""
    changes = [
        Change(action.id, action.version, one.field, one.was, one.now)
        for one in revisions
        if one.field not in _WORDS and one.field not in ("leads", "baseline_due")
    ]
    work.plans.apply(changes, work.now)


def _date(
    work: UnitOfWork,
    plan: ActionPlan,
    version: PlanVersion,
    by: PersonId | None,
    action: Action,
    one: Revision,
) -> None:
    """The record of a ruling: an extension that was granted, a move, or a correction."""
    now = timescale_of(one.now) if one.field.endswith("_due") else None
    if now is None or by is None:
        return
    reason = one.reason or f"version {version.number} of the plan"
    if one.kind is ChangeKind.CORRECTION and one.field == "baseline_due":
        work.corrections.add(action.id, action.baseline_due, now, reason, by, work.now)
        work.plans.correct_first_date(action.id, now)
    elif one.kind is ChangeKind.AGREED and action.baseline_due is None:
        work.plans.correct_first_date(action.id, now)
    elif one.kind is ChangeKind.AGREED:
        asked = work.extensions.add(action.id, by, action.approved_due, now, reason, work.now)
        work.extensions.settle(asked.id, ExtensionState.GRANTED, work.now, by, minute_ref=one.reason)
    if one.kind in (ChangeKind.AGREED, ChangeKind.FORECAST) and _is_move(action, one):
        was = action.forecast_due or action.approved_due or action.baseline_due
        today = today_of(work, work.partnerships.get(plan.partnership_id))
        work.plans.moved(action.id, was, now, reason, today, by, None)


def _is_move(action: Action, one: Revision) -> bool:
    """Whether a new date moves the finish: not the first date there ever was, nor one told of already."""
    now, was = timescale_of(one.now), action.forecast_due or action.approved_due or action.baseline_due
    return now is not None and was is not None and now.end != was.end


def _names(one: Revision) -> list[str]:
    return [str(name) for name in one.now] if isinstance(one.now, list) else []


def _text(one: Revision) -> str | None:
    return None if one.now is None else str(one.now)
