"""A mended file is dropped again: what was answered about rows that have not changed stands."""

from __future__ import annotations

from collections.abc import Sequence

from bot.draft import DoubtKind
from bot.kept_doubts import DoubtState, KeptDoubt
from bot.plan import Action, ActionPlan
from bot.ports import UnitOfWork
from bot.services.plans import settle_doubts

_Row = tuple[str, ...]
_TAKEN = frozenset({DoubtState.TO_CHECK, DoubtState.CHECKED})


def carry(work: UnitOfWork, old: ActionPlan, new: ActionPlan) -> int:
    """Settle the new draft's doubts as the same ones of the old were; how many. `new` has no answers yet."""
    rows = {_row(action): action for action in old.actions}
    settled = {
        _key(doubt, old): doubt for doubt in work.doubts.of(old.id) if doubt.state is not DoubtState.OPEN
    }
    count = 0
    for doubt in work.doubts.of(new.id):
        before = settled.get(_key(doubt, new))
        if before is None or not _carried(work, doubt, before, rows):
            continue
        work.doubts.settle(
            [doubt.id], before.state, before.settled_by, before.settled_at or work.now, before.answer
        )
        count += 1
    return count


def _carried(work: UnitOfWork, doubt: KeptDoubt, before: KeptDoubt, rows: dict[_Row, Action]) -> bool:
    """Give the new draft's actions what the answer gave the old one's; False where a row is another now."""
    if before.state is DoubtState.ANSWERED:
        about = settle_doubts.about(work, doubt)
        if not all(_row(action) in rows for action in about):
            return False
        _answer(work, doubt.kind, [(action, rows[_row(action)]) for action in about])
    elif before.state in _TAKEN and doubt.proposed is not None:
        for action in doubt.actions:
            work.mending.propose(action, doubt.proposed)
    return True


def _answer(work: UnitOfWork, kind: DoubtKind, pairs: Sequence[tuple[Action, Action]]) -> None:
    for action, was in pairs:
        if kind is not DoubtKind.NO_DATE and was.leads:
            work.mending.lead_with(action.id, [lead.person_id for lead in was.leads])
        if kind is not DoubtKind.NO_LEAD and was.baseline_due is not None:
            work.mending.date(action.id, was.baseline_due)


def _key(doubt: KeptDoubt, plan: ActionPlan) -> tuple[DoubtKind, str, tuple[_Row, ...]]:
    """What a doubt says, and of which rows, whatever their place in the file."""
    about = tuple(_row(action) for action in plan.actions if action.id in doubt.actions)
    return doubt.kind, doubt.message, about


def _row(action: Action) -> _Row:
    return action.ref, action.recommendation, action.text, action.outcome, action.comments
