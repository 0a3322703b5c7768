"""A later version of a plan's document, taken into the record in one piece: nothing is lost or doubled."""

from __future__ import annotations

from collections import Counter, defaultdict

from bot.changes import AuditEvent, Verb
from bot.draft import DraftPlan
from bot.errors import NotAllowed
from bot.importing.columns import Column
from bot.layout import DocumentColumn
from bot.partnership import PersonId
from bot.patient_data import without_patients
from bot.permissions import check_can_run
from bot.plan import ActionId, ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.ports.versioned import PlanVersion
from bot.services.asks.owed_asks import owe_introductions
from bot.services.plans.export import as_at
from bot.services.plans.write_taking import write_taking
from bot.versions.difference import Difference
from bot.versions.printed import difference_from, is_version_of
from bot.versions.taking import Answers, ChangeKind, Taking, decide

_SOMEBODYS = frozenset({ChangeKind.AGREED, ChangeKind.FORECAST, ChangeKind.CORRECTION})
_MADE_BY_LEADLINE = frozenset({"leadline status", "leadline update", "original date", "agreed date"})


def difference(work: UnitOfWork, plan: ActionPlan, draft: DraftPlan) -> Difference:
    """The document against the record as it stands now."""
    partnership = work.partnerships.get(plan.partnership_id)
    return difference_from(plan, draft, as_at(work, plan, partnership))


def live_version_of(work: UnitOfWork, draft: DraftPlan) -> ActionPlan | None:
    """The live plan that the document looks like a later version of, if it is one plan alone."""
    found = [plan for plan in work.plans.live() if is_version_of(draft, plan)]
    return found[0] if len(found) == 1 else None


def take_version(
    work: UnitOfWork, plan: ActionPlan, draft: DraftPlan, answers: Answers, name: str, by: PersonId | None
) -> tuple[Difference, Taking]:
    """Bring the record to the document, as far as the answers allow; all of it, or none.

    `by` is the board officer who answers for it. It may be None at the terminal as long as no date is ruled
    on: an extension and a correction are somebody's.
    """
    partnership = work.partnerships.get(plan.partnership_id)
    if by is not None:
        check_can_run(work.people.get(by), partnership, work.people.get)
    found = difference(work, plan, draft)
    taking = decide(found, answers)
    if taking.is_empty:
        return found, taking
    if by is None and any(one.kind in _SOMEBODYS for one in taking.revisions):
        officers = tuple(work.people.get(one).name for one in partnership.officers)
        raise NotAllowed("rule on a date", plan.title, officers)
    version = work.versions.take(plan.id, without_patients(name), by, work.now)
    write_taking(work, plan, version, by, taking, layout_of(draft))
    _tell(work, found, taking, version, by)
    if plan.state is PlanState.LIVE:
        owe_introductions(work, work.plans.get(plan.id), partnership, work.now)
    return found, taking


def layout_of(draft: DraftPlan) -> tuple[DocumentColumn, ...] | None:
    """The document's own columns; None for a file that left here, whose added columns are not the plan's."""
    is_ours = any(
        column.holds is Column.OURS or column.words.casefold() in _MADE_BY_LEADLINE
        for column in draft.columns
    )
    return None if is_ours or not draft.columns else draft.columns


def _tell(
    work: UnitOfWork, found: Difference, taking: Taking, version: PlanVersion, by: PersonId | None
) -> None:
    """Audit the version, and every action it changed, without a word of theirs."""
    plan = found.plan
    kinds = Counter(one.kind.value for one in taking.revisions)
    values: dict[str, object] = {"version": version.number, "added": len(taking.added), **kinds}
    events = [AuditEvent(plan.partnership_id, Verb.VERSION_TAKEN, by, f"plan:{plan.id}", values)]
    of_action: defaultdict[ActionId, dict[str, object]] = defaultdict(dict)
    for one in taking.revisions:
        of_action[one.action_id][one.field] = one.kind.value
        if one.field.endswith("_due") and isinstance(one.now, dict):
            of_action[one.action_id][f"{one.field}_until"] = one.now["end"]
    events += [
        AuditEvent(
            plan.partnership_id,
            Verb.ACTION_REVISED,
            by,
            f"action:{action_id}",
            {"version": version.number, **fields},
        )
        for action_id, fields in of_action.items()
    ]
    for event in events:
        work.audit.append(event, work.now)
