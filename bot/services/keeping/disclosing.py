"""Everything held on an action, gathered for whoever asks under a right to know; the request is logged."""

from __future__ import annotations

from bot.changes import AuditEvent, Verb
from bot.disclosure import Disclosure, RecordRequest, RequestId, covered
from bot.errors import NotFound
from bot.instants import local_time
from bot.partnership import Person
from bot.permissions import can_run, check_can_run
from bot.plan import ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.services.keeping.gathering import Gathering, Subject


def plans_run_by(work: UnitOfWork, person: Person | None) -> tuple[ActionPlan, ...]:
    """The plans whose record a person may give: live ones first, drafts never. None is the terminal."""
    known = [plan for plan in work.plans.all() if plan.state is not PlanState.DRAFT]
    return tuple(
        plan
        for plan in sorted(known, key=lambda plan: plan.state is not PlanState.LIVE)
        if person is None or can_run(person, work.partnerships.get(plan.partnership_id))
    )


def disclose(work: UnitOfWork, plan: ActionPlan, ref: str, person: Person | None) -> Disclosure:
    """Everything held on what this number covers. Raises `NotAllowed`, or `NotFound` for no such action.

    The request is logged once while it is open, and then holds retention of what it covers.
    """
    partnership = work.partnerships.get(plan.partnership_id)
    if person is not None:
        check_can_run(person, partnership, work.people.get)
    actions = covered(plan.actions, ref)
    if not actions:
        raise NotFound(f"action {ref}")
    subject = Subject(plan, partnership, actions)
    request = _logged(work, subject, person)
    gathering = Gathering(work, subject)
    entries = tuple(sorted(gathering.entries(), key=lambda entry: entry.at))
    return Disclosure(
        request=request,
        plan_title=plan.title,
        asked=ref.strip(),
        refs=tuple(action.ref for action in actions),
        entries=entries,
        people=tuple(sorted(gathering.named)),
        made_at=local_time(work.now, partnership.zone),
        chain_head=work.audit.head(partnership.id),
    )


def _logged(work: UnitOfWork, subject: Subject, person: Person | None) -> RecordRequest:
    ids = tuple(action.id for action in subject.actions)
    for known in work.requests.open():
        if (known.plan_id, known.action_ids) == (subject.plan.id, ids):
            return known
    by = person.id if person else None
    request = work.requests.add(subject.plan.id, ids, by, work.now)
    values: dict[str, object] = {"actions": list(ids)}
    event = AuditEvent(subject.partnership.id, Verb.RECORD_DISCLOSED, by, f"request:{request.id}", values)
    work.audit.append(event, work.now)
    return request


def close(work: UnitOfWork, request_id: RequestId, person: Person | None) -> None:
    """End a request: what it held may be deleted again. Raises `NotFound` where none is open."""
    request = next((one for one in work.requests.open() if one.id == request_id), None)
    if request is None:
        raise NotFound(f"request {request_id}")
    partnership = work.partnerships.get(work.plans.get(request.plan_id).partnership_id)
    if person is not None:
        check_can_run(person, partnership, work.people.get)
    by = person.id if person else None
    work.requests.close(request.id, by, work.now)
    event = AuditEvent(partnership.id, Verb.RECORD_REQUEST_CLOSED, by, f"request:{request.id}")
    work.audit.append(event, work.now)
