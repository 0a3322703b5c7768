"""An officer settles what was doubtful in a plan: as it was read, as they type it, later, or "to check"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.changes import AuditEvent, Verb
from bot.conventions import reader_conventions
from bot.draft import DoubtKind
from bot.kept_doubts import DoubtState, KeptDoubt, waiting
from bot.mending import Mend, read_mends
from bot.partnership import PersonId
from bot.phrases import doubt_cards as say
from bot.plan import Action, ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.services.context.standings import today_of
from bot.timescale import Timescale


def about(work: UnitOfWork, doubt: KeptDoubt) -> tuple[Action, ...]:
    """The actions a doubt is about: those it names, else those of the plan that lack what it misses."""
    plan = work.plans.get(doubt.plan_id)
    if doubt.actions:
        return tuple(action for action in plan.actions if action.id in doubt.actions)
    if doubt.kind is DoubtKind.NO_LEAD:
        return tuple(action for action in plan.actions if not action.leads)
    if doubt.kind is DoubtKind.NO_DATE:
        return tuple(action for action in plan.actions if action.baseline_due is None)
    return ()


def leave(work: UnitOfWork, by: PersonId | None, doubt: KeptDoubt, state: DoubtState) -> None:
    """Settle a doubt without changing the plan: as it was read, later, or looked at."""
    _settle(work, by, work.plans.get(doubt.plan_id), [doubt], state)


def take_as_read(
    work: UnitOfWork, by: PersonId | None, plan: ActionPlan, kind: DoubtKind | None = None
) -> int:
    """Mark what is worth a look "to check", all of it or one kind; how many there were.

    What only remarks say is taken now, where the plan is a draft: a live plan's forecast is its lead's.
    """
    found = waiting(work.doubts.of(plan.id), needing=False, kind=kind)
    mends = []
    if plan.state is PlanState.DRAFT:
        mends = [
            Mend(one, taken=doubt.proposed) for doubt in found if doubt.proposed for one in doubt.actions
        ]
    for mend in mends:
        _mend(work, mend)
    _settle(work, by, plan, found, DoubtState.TO_CHECK, mends=mends)
    return len(found)


def leave_remarks(work: UnitOfWork, by: PersonId | None, plan: ActionPlan) -> None:
    """What only remarks say and nobody took stays a remark, as the plan goes live."""
    kept = waiting(work.doubts.of(plan.id), needing=False, kind=DoubtKind.SAID_IN_REMARKS)
    _settle(work, by, plan, kept, DoubtState.AS_READ)


def type_in(
    work: UnitOfWork, by: PersonId | None, doubt: KeptDoubt, answers: Mapping[str, str]
) -> str | dict[str, str]:
    """Put the plan right as an officer typed it: what came of it, or what is wrong with each answer."""
    plan = work.plans.get(doubt.plan_id)
    partnership = work.partnerships.get(plan.partnership_id)
    concerned = about(work, doubt)
    conventions = reader_conventions(plan.conventions, partnership, work.meetings.of(partnership.id))
    mends = read_mends(answers, concerned, today_of(work, partnership), conventions)
    if isinstance(mends, dict):
        return mends
    for mend in mends:
        _mend(work, mend)
    typed = "; ".join(words.strip() for words in answers.values() if words.strip())
    _settle(work, by, plan, [doubt], DoubtState.ANSWERED, typed, mends)
    return _told(concerned, mends)


def date(work: UnitOfWork, by: PersonId, plan: ActionPlan, action: Action, due: Timescale) -> None:
    """Give an action of a draft its date, in answer to no question; what was asked about it is answered."""
    mend = Mend(action.id, due=due)
    _mend(work, mend)
    values: dict[str, object] = {
        "action": int(action.id),
        "due": [due.start.isoformat(), due.end.isoformat()],
    }
    event = AuditEvent(plan.partnership_id, Verb.DATE_CORRECTED, by, f"action:{action.id}", values)
    work.audit.append(event, work.now)
    settle_answered(work, by, plan)


def settle_answered(work: UnitOfWork, by: PersonId, plan: ActionPlan) -> None:
    """Settle every question for what the plan has got meanwhile: a lead, or a date."""
    fresh = work.plans.get(plan.id)
    actions = {action.id: action for action in fresh.actions}
    found = []
    for doubt in waiting(work.doubts.of(plan.id), needing=True):
        has = _HAS.get(doubt.kind)
        if has and doubt.actions and all(has(actions[one]) for one in doubt.actions if one in actions):
            found.append(doubt)
    _settle(work, by, fresh, found, DoubtState.ANSWERED)


_HAS: dict[DoubtKind, Callable[[Action], bool]] = {
    DoubtKind.NO_LEAD: lambda action: bool(action.leads),
    DoubtKind.NO_DATE: lambda action: action.baseline_due is not None,
}
"""What answers a question of each kind, when it has come otherwise."""


def _told(concerned: Sequence[Action], mends: Sequence[Mend]) -> str:
    changed = {mend.action for mend in mends}
    leads = {tuple(lead.name for lead in mend.leads) for mend in mends if mend.leads is not None}
    whens = {mend.due for mend in mends if mend.due is not None}
    refs = [action.ref for action in concerned if action.id in changed]
    return say.came_of_typing(
        refs, leads.pop() if len(leads) == 1 else (), whens.pop() if len(whens) == 1 else None
    )


def _mend(work: UnitOfWork, mend: Mend) -> None:
    if mend.leads is not None:
        named = [work.people.add(lead.name, (), is_post=lead.is_post).id for lead in mend.leads]
        work.mending.lead_with(mend.action, named)
    if mend.due is not None:
        work.mending.date(mend.action, mend.due)
    if mend.taken is not None:
        work.mending.propose(mend.action, mend.taken)


def _settle(
    work: UnitOfWork,
    by: PersonId | None,
    plan: ActionPlan,
    doubts: Sequence[KeptDoubt],
    state: DoubtState,
    typed: str | None = None,
    mends: Sequence[Mend] = (),
) -> None:
    if not doubts:
        return
    work.doubts.settle([doubt.id for doubt in doubts], state, by, work.now, typed)
    values: dict[str, object] = {"state": state.value, "doubts": [int(doubt.id) for doubt in doubts]}
    values |= {"actions": [int(mend.action) for mend in mends]} if mends else {}
    due = [[mend.due.start.isoformat(), mend.due.end.isoformat()] for mend in mends if mend.due is not None]
    values |= {"due": due} if due else {}
    taken = [
        [when.start.isoformat(), when.end.isoformat()]
        for when in (mend.taken.forecast for mend in mends if mend.taken)
        if when is not None
    ]
    values |= {"forecast": taken} if taken else {}
    work.audit.append(
        AuditEvent(plan.partnership_id, Verb.DOUBT_SETTLED, by, f"plan:{plan.id}", values, words=typed),
        work.now,
    )
