""" "Close rec 3": on record when every line of it is complete; refused, naming the open lines, when not."""

from __future__ import annotations

from bot.assessment import assess
from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.governance import DecisionKind, DecisionState
from bot.permissions import check_can_record
from bot.phrases import recommendations as say
from bot.plan import ActionStatus
from bot.services.context.ordered import Ordered
from bot.services.context.standings import today_of
from bot.status_filter import Filter, Shown, matches

_CLOSED = frozenset({ActionStatus.COMPLETE, ActionStatus.WITHDRAWN})


def on_close_recommendation(ordered: Ordered) -> Card:
    """Close a recommendation by its number, for a chair or board officer."""
    work, ref = ordered.work, ordered.order.ref
    for plan, partnership in ordered.view.plans:
        today = today_of(work, partnership)
        lines = [
            one
            for one in assess(plan, today, None)
            if one.action.ref.casefold() == ref.casefold() or matches(Filter(Shown.GROUP, ref), one, None)
        ]
        if not lines:
            continue
        check_can_record(ordered.person, partnership, work.people.get)
        still_open = [one for one in lines if one.action.status not in _CLOSED]
        if still_open:
            return say.not_complete(ref, still_open)
        kept = work.decisions.add(
            partnership.id, DecisionKind.DECISION, f"{ref}: {say.FORMULA}", ordered.person.id, work.now,
            plan_id=plan.id, meeting_id=None, minute_ref="", lead_name="", due=None, ref="",
        )  # fmt: skip
        work.decisions.settle(kept.id, DecisionState.RECORDED)
        values: dict[str, object] = {"kind": kept.kind.value, "actions": [one.action.id for one in lines]}
        event = AuditEvent(
            partnership.id, Verb.DECISION_RECORDED, ordered.person.id, f"decision:{kept.id}", values
        )
        work.audit.append(event, work.now)
        return say.closed(ref, lines)
    raise NotFound(ref)
