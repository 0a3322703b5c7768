"""The final pack of a plan, frozen when it is closed: numbered, with the head of the audit chain in it."""

from __future__ import annotations

from bot.assessment import assess
from bot.boards import monitoring
from bot.changes import AuditEvent, Verb
from bot.dated import DatedRecord, RecordKind
from bot.errors import NotFound
from bot.governance import DecisionState
from bot.instants import local_day
from bot.pack import Pack, PlanInPack
from bot.pack_lines import PackLine
from bot.partnership import Meeting, MeetingId, Partnership
from bot.phrases import dates
from bot.plan import ActionPlan, ActionStatus
from bot.ports import UnitOfWork
from bot.timescale import Timescale
from bot.versions.amended import was_taken_back

NO_MEETING = MeetingId(0)
"""A final pack goes to no meeting: it is of the day on which its plan was closed."""


def freeze_final(work: UnitOfWork, partnership: Partnership, plan: ActionPlan) -> DatedRecord:
    """Freeze the facts of a plan that has just been closed."""
    number = _number(work, partnership)
    head = work.audit.head(partnership.id)
    pack = _pack(work, partnership, plan, number, head)
    record = work.records.keep(
        partnership.id, RecordKind.FINAL, number, work.now, pack.classification, pack, head
    )
    values: dict[str, object] = {"number": number, "actions": len(plan.actions), "audit_head": head}
    event = AuditEvent(partnership.id, Verb.PACK_FROZEN, None, f"plan:{plan.id}", values)
    work.audit.append(event, work.now)
    return record


def _pack(work: UnitOfWork, partnership: Partnership, plan: ActionPlan, number: str, head: str) -> Pack:
    today = local_day(work.now, partnership.zone)
    body = monitoring(work.boards.following(partnership.id), plan.id, today)
    extensions = work.extensions.of_plans((plan.id,))
    asked = work.helping.of_plans((plan.id,))
    undone = {action.id for action in plan.actions if was_taken_back(action)}
    decided = tuple(
        one
        for one in work.decisions.of(partnership.id)
        if one.state is DecisionState.RECORDED and one.plan_id == plan.id and one.action_id not in undone
    )
    people = dict.fromkeys(
        (
            *(one.asked_by for one in extensions),
            *(one.asked_by for one in asked),
            *(one.recorded_by for one in decided),
        )
    )
    return Pack(
        name=partnership.name,
        meeting=Meeting(
            NO_MEETING,
            partnership.id,
            body.name if body else "",
            Timescale.of_day(today, dates.day_with_year(today)),
            None,
            None,
        ),
        as_at=work.now,
        on=today,
        since=None,
        plans=(
            PlanInPack(plan.id, plan.title, plan.classification, body.name if body else "", plan.ends_on),
        ),
        lines=tuple(PackLine(one) for one in assess(plan, today, None)),
        withdrawn=tuple(one for one in plan.actions if one.status is ActionStatus.WITHDRAWN),
        extensions=extensions,
        decisions=decided,
        help=asked,
        names=tuple((person, work.people.get(person).name) for person in people),
        number=number,
        audit_head=head,
    )


def _number(work: UnitOfWork, partnership: Partnership) -> str:
    """ "2026-11-final"; "2026-11-final-2" for the second of a month."""
    month = f"{local_day(work.now, partnership.zone):%Y-%m}-final"
    for second in range(1, 100):
        number = month if second == 1 else f"{month}-{second}"
        if work.records.numbered(partnership.id, number) is None:
            return number
    raise NotFound("a free number for this final report")
