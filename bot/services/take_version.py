"""A later version of a plan's document, taken into the record in one piece: nothing is lost or doubled."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.changes import AuditEvent, Change, Verb
from bot.draft import DraftAction, DraftPlan
from bot.errors import NotAllowed
from bot.governance import ExtensionState
from bot.importing.columns import Column
from bot.layout import DocumentColumn
from bot.partnership import Partnership, PersonId
from bot.patient_data import without_patients
from bot.permissions import check_can_run
from bot.plan import Action, ActionId, ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.ports.versioned import PlanVersion
from bot.services.export import as_at
from bot.services.owed_asks import owe_introductions
from bot.services.standings import today_of
from bot.stored import timescale_of
from bot.versions.difference import Difference
from bot.versions.printed import difference_from, is_version_of
from bot.versions.taking import Answers, ChangeKind, Revision, Taking, decide

_WORDS = frozenset({"ref", "theme_ref", "recommendation", "text", "outcome"})
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
    _Taker(work, plan, partnership, version, by).run(taking, draft)
    _tell(work, found, taking, version, by)
    if plan.state is PlanState.LIVE:
        owe_introductions(work, work.plans.get(plan.id), partnership, work.now)
    return found, taking


class _Taker:
    """Writes one taking; the record's versions of the actions guard it against other writers."""

    def __init__(
        self,
        work: UnitOfWork,
        plan: ActionPlan,
        partnership: Partnership,
        version: PlanVersion,
        by: PersonId | None,
    ) -> None:
        self._work = work
        self._plan = plan
        self._today = today_of(work, partnership)
        self._version = version
        self._by = by

    def run(self, taking: Taking, draft: DraftPlan) -> None:
        work = self._work
        actions = {action.id: action for action in self._plan.actions}
        of_action: defaultdict[ActionId, list[Revision]] = defaultdict(list)
        for one in taking.revisions:
            of_action[one.action_id].append(one)
        for action_id, revisions in of_action.items():
            self._settable(actions[action_id], revisions)
        for one in taking.revisions:
            if one.kind is not ChangeKind.REVISED:
                self._date(actions[one.action_id], one)
            elif one.field == "leads":
                work.versions.set_leads(one.action_id, _names(one))
        words = {
            action_id: {one.field: _text(one) for one in revisions if one.field in _WORDS}
            for action_id, revisions in of_action.items()
            if any(one.field in _WORDS for one in revisions)
        }
        work.versions.rewrite(words)
        ids = {id(one): work.plans.add_action(self._plan.id, one) for one in taking.added}
        order = [ids[id(one)] if isinstance(one, DraftAction) else one for one in taking.order]
        work.versions.arrange(self._plan.id, order, taking.themes, layout_of(draft))
        added = [Revision(one, "ref", ChangeKind.ADDED, None, None) for one in ids.values()]
        work.versions.note(self._version.id, [*taking.revisions, *added])

    def _settable(self, action: Action, revisions: Sequence[Revision]) -> None:
        """What every writer may set, in one go: status, colour, comments, agreed and forecast date."""
        changes = [
            Change(action.id, action.version, one.field, one.was, one.now)
            for one in revisions
            if one.field not in _WORDS and one.field not in ("leads", "baseline_due")
        ]
        self._work.plans.apply(changes, self._work.now)

    def _date(self, action: Action, one: Revision) -> None:
        """The record of a ruling: an extension that was granted, a move, or a correction."""
        now = timescale_of(one.now) if one.field.endswith("_due") else None
        if now is None or self._by is None:
            return
        work, reason = self._work, one.reason or f"version {self._version.number} of the plan"
        if one.kind is ChangeKind.CORRECTION and one.field == "baseline_due":
            work.corrections.add(action.id, action.baseline_due, now, reason, self._by, work.now)
            work.plans.correct_first_date(action.id, now)
        elif one.kind is ChangeKind.AGREED and action.baseline_due is None:
            work.plans.correct_first_date(action.id, now)
        elif one.kind is ChangeKind.AGREED:
            asked = work.extensions.add(action.id, self._by, action.approved_due, now, reason, work.now)
            work.extensions.settle(
                asked.id, ExtensionState.GRANTED, work.now, self._by, minute_ref=one.reason
            )
        if one.kind in (ChangeKind.AGREED, ChangeKind.FORECAST) and _is_move(action, one):
            was = action.forecast_due or action.approved_due or action.baseline_due
            work.plans.moved(action.id, was, now, reason, self._today, self._by, None)


def _is_move(action: Action, one: Revision) -> bool:
    """Whether a new date moves the finish: not the first date there ever was, nor one told of already."""
    now, was = timescale_of(one.now), action.forecast_due or action.approved_due or action.baseline_due
    return now is not None and was is not None and now.end != was.end


def _names(one: Revision) -> list[str]:
    return [str(name) for name in one.now] if isinstance(one.now, list) else []


def _text(one: Revision) -> str | None:
    return None if one.now is None else str(one.now)


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
