"""What was changed of the plan itself, told: in an action's history, and to whoever uses an old number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.instants import local_day
from bot.partnership import Partnership
from bot.phrases import dates
from bot.phrases import plan_changes as say
from bot.plan import Action, ActionPlan
from bot.ports import UnitOfWork
from bot.ports.versioned import PlanVersion
from bot.services.context.standings import today_of
from bot.versions.taking import ChangeKind, Revision


def history_lines(work: UnitOfWork, action: Action, partnership: Partnership, today: date) -> list[str]:
    """Each version and amendment that changed this action, a line, oldest first."""
    by_version: dict[int, tuple[PlanVersion, list[Revision]]] = {}
    for one in work.versions.changes_of(action.id):
        by_version.setdefault(one.version.id, (one.version, []))[1].append(one.revision)
    lines = []
    for version, revisions in by_version.values():
        changes = [said for one in revisions if (said := say.revision(one))]
        if not changes:
            continue
        when = dates.near(local_day(version.taken_at, partnership.zone), today)
        by = work.people.get(version.taken_by).name if version.taken_by is not None else ""
        is_correction = all(one.kind is ChangeKind.CORRECTION for one in revisions)
        lines.append(say.remembered(when, by, changes, is_correction=is_correction))
    return lines


def what_became_of(
    work: UnitOfWork, plans: Sequence[tuple[ActionPlan, Partnership]], ref: str
) -> tuple[str, tuple[Action, ...]]:
    """What a number that no action has any more has become, and the actions that answer to it; ("", ()) of a
    number that never was."""
    for plan, partnership in plans:
        found = work.versions.renumbered_from(plan.id, ref)
        ids = {one.revision.action_id for one in found}
        actions = tuple(one for one in plan.actions if one.id in ids and "(" not in one.ref)
        if actions:
            on = local_day(found[-1].version.taken_at, partnership.zone)
            when = dates.near(on, today_of(work, partnership))
            return say.old_number(ref, [one.ref for one in actions], when), actions
    return "", ()
