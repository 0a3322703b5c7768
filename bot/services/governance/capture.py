"""Decisions and new actions, captured from words or from a message, read back, and put on record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.amending import Amendment, AmendmentKind, Part
from bot.capturing import Agreed, agreed_in, label_of
from bot.card import Answer, Card, Form, FormErrors, Placement
from bot.changes import AuditEvent, Verb
from bot.errors import NotAllowed, NotFound
from bot.governance import Decision, DecisionKind, DecisionState
from bot.minute_refs import without_minute
from bot.partnership import Meeting, Partnership, Person
from bot.patient_data import holds_nhs_number
from bot.permissions import can_record, check_can_record
from bot.phrases import captured as say
from bot.phrases import notices
from bot.plan import Action, ActionPlan
from bot.ports import UnitOfWork
from bot.services.context.filled_forms import dates_in
from bot.services.context.ordered import Ordered
from bot.services.context.places import place_of
from bot.services.context.refusing import refused
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.context.view import View, context_of, view_of
from bot.services.governance import recording_outcomes
from bot.services.plans.press_amendment import save_at_once
from bot.services.updates import waits
from bot.services.updates.consequences import tell
from bot.services.updates.deciding_time import last_meeting
from bot.timescale import Timescale


def on_decision(ordered: Ordered) -> Card:
    """ "decision: the plan runs to 2028, minute 6.2"."""
    words, minute = without_minute(ordered.order.words)
    agreed = Agreed(words, minute_ref=minute)
    return _draft(ordered.work, ordered.person, ordered.view, DecisionKind.DECISION, agreed)


def on_new_action(ordered: Ordered) -> Card:
    """ "action: write to GPs, lead J Tranter, by Dec 2026"."""
    agreed = agreed_in(ordered.order.words)
    if agreed.workstream:  # a decision has no place of its own for it
        agreed = replace(agreed, words=f"{agreed.words}, workstream {agreed.workstream}")
    return _draft(
        ordered.work, ordered.person, ordered.view, DecisionKind.NEW_ACTION, agreed, ordered.order.ref
    )


def _draft(
    work: UnitOfWork, person: Person, view: View, kind: DecisionKind, agreed: Agreed, ref: str = ""
) -> Card:
    plan, partnership = _whose(work, person, view)
    if not agreed.words:
        return say.nothing_said()
    due = _due(work, person, view, partnership, agreed.when)
    if isinstance(due, str):
        return notices.plain(due)
    if ref and plan.action(ref) is not None:
        return say.number_taken(ref)
    is_new = kind is DecisionKind.NEW_ACTION
    meeting = _meeting(work, partnership, agreed.minute_ref)
    draft = work.decisions.add(
        partnership.id,
        kind,
        agreed.words,
        person.id,
        work.now,
        plan_id=plan.id,
        meeting_id=meeting.id if meeting else None,
        minute_ref=agreed.minute_ref,
        lead_name=agreed.lead if is_new else "",
        due=due if is_new else None,
        ref=(ref or free_number(plan)) if is_new else "",
    )
    _audit(work, Verb.DECISION_DRAFTED, person, draft)
    lead_is_new = is_new and bool(agreed.lead) and not work.people.named(agreed.lead)
    return say.read_back(draft, meeting, plan.title, lead_is_new=lead_is_new)


def _whose(work: UnitOfWork, person: Person, view: View) -> tuple[ActionPlan, Partnership]:
    """The plan in view whose board this person sits on. Raises `NotAllowed`, or `NotFound` without one."""
    if not view.plans:
        raise NotFound("a plan of yours")
    for plan, partnership in view.plans:
        if can_record(person, partnership):
            return plan, partnership
    check_can_record(person, view.plans[0][1], work.people.get)
    raise NotAllowed("record a decision")


def _due(
    work: UnitOfWork, person: Person, view: View, partnership: Partnership, words: str
) -> Timescale | str | None:
    if not words:
        return None
    found = dates_in(words, today_of(work, partnership), context_of(work, view, person, ()))
    return found[0] if len(found) == 1 else say.no_date(words)


def _meeting(work: UnitOfWork, partnership: Partnership, minute: str) -> Meeting | None:
    """The meeting it was agreed at: today's, or with a minute the last one."""
    today = today_of(work, partnership)
    last = last_meeting(work, partnership, today)
    is_today = last is not None and last.on.start <= today <= last.on.end
    return last if minute or is_today else None


def free_number(plan: ActionPlan) -> str:
    """A number no action of the plan has: "N1", "N2" … until an officer gives it one of the plan's own."""
    taken = {action.ref.casefold() for action in plan.actions}
    return next(f"N{number}" for number in range(1, len(taken) + 2) if f"n{number}" not in taken)


def on_save_decision(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Put a draft on record; a new action joins its plan."""
    draft = _of(work, person, target)
    if draft.kind is DecisionKind.OUTCOME:
        return Answer(recording_outcomes.put_on_record(work, person, draft), Placement.REPLACE)
    meeting = _meeting_of(work, draft)
    if draft.kind is DecisionKind.NEW_ACTION:
        return Answer(_add(work, person, draft, meeting), Placement.REPLACE)
    kept = work.decisions.settle(draft.id, DecisionState.RECORDED)
    _audit(work, Verb.DECISION_RECORDED, person, kept)
    live, asking = _released(work, person, kept)
    return Answer(say.recorded(kept, meeting, live, asking), Placement.REPLACE)


def on_drop_decision(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Drop a draft."""
    draft = work.decisions.settle(_of(work, person, target).id, DecisionState.DROPPED)
    _audit(work, Verb.DECISION_DROPPED, person, draft)
    return Answer(say.dropped(), Placement.REPLACE)


def _of(work: UnitOfWork, person: Person, target: Target) -> Decision:
    if target.decision is None:
        raise NotFound("the decision this button was for")
    draft = work.decisions.get(target.decision)
    check_can_record(person, work.partnerships.get(draft.partnership_id), work.people.get)
    return draft


def _meeting_of(work: UnitOfWork, draft: Decision) -> Meeting | None:
    return next((one for one in work.meetings.of(draft.partnership_id) if one.id == draft.meeting_id), None)


def _add(work: UnitOfWork, person: Person, draft: Decision, meeting: Meeting | None) -> Card:
    if draft.plan_id is None:
        raise NotFound("the plan it is for")
    plan = work.plans.get(draft.plan_id)
    if plan.action(draft.ref) is not None:
        return say.number_taken(draft.ref)
    leads = (draft.lead_name,) if draft.lead_name else ()
    part = Part(draft.ref, draft.words, leads=leads, due=draft.due)
    amendment = save_at_once(work, person, plan, Amendment(AmendmentKind.ADD, parts=(part,)))
    action_id = next(one.id for one in work.plans.get(plan.id).actions if one.ref == draft.ref)
    kept = work.decisions.settle(draft.id, DecisionState.RECORDED, action_id)
    _audit(work, Verb.DECISION_RECORDED, person, kept)
    place = place_of(work, action_id)
    for lead in place.action.leads:
        if lead.person_id != person.id:
            subject: dict[str, object] = {"say": "new_lead", "person": person.id}
            tell(work, place, lead.person_id, f"new-lead:{action_id}:{lead.person_id}", subject)
    return say.added(place.action, kept, meeting, f"amendment:{amendment.id}")


def _released(work: UnitOfWork, person: Person, kept: Decision) -> tuple[tuple[str, ...], tuple[Action, ...]]:
    """What waited for a decision of this letter is live; of what waits for others it is asked."""
    if kept.plan_id is None:
        return (), ()
    plan, label = work.plans.get(kept.plan_id), label_of(kept.words)
    refs = waits.release_decision(work, person, plan, label) if label else ()
    others = tuple(
        action
        for action in waits.waiting_for_decisions(plan)
        if action.waiting_for is not None and not (label and action.waiting_for.awaits_decision(label))
    )
    return refs, others


def form_for(work: UnitOfWork, person: Person | None, words: str) -> Form:
    """The form for a message somebody marks to be recorded. Raises `NotAllowed` or `NotFound`."""
    if person is None:
        raise NotFound("you among the people I know")
    _whose(work, person, view_of(work, person))
    return say.form("" if holds_nhs_number(words) else " ".join(words.split()), "capture:1")


def offered(work: UnitOfWork, person: Person | None, words: str, *, channel: str | None) -> Form | Answer:
    """The form, or why there is none for this person; `channel` is where the message stands."""
    try:
        return form_for(work, person, words)
    except (NotAllowed, NotFound) as error:
        return Answer(refused(work, person, error, channel=channel), Placement.PRIVATE)


def save_capture(
    work: UnitOfWork,
    person: Person,
    target: Target,  # noqa: ARG001 - one shape for the table
    answers: Mapping[str, str],
) -> Answer | FormErrors:
    """What the form says, read back."""
    said = {name: " ".join(words.split()) for name, words in answers.items()}
    view = view_of(work, person)
    agreed = Agreed(said.get("words", ""), said.get("lead", ""), said.get("when", ""), said.get("minute", ""))
    _, partnership = _whose(work, person, view)
    due = _due(work, person, view, partnership, agreed.when)
    if isinstance(due, str):
        return FormErrors({"when": due})
    kind = DecisionKind(said.get("kind") or DecisionKind.DECISION.value)
    return Answer(_draft(work, person, view, kind, agreed), Placement.PRIVATE)


def on_capture(work: UnitOfWork, person: Person, target: Target) -> Form:  # noqa: ARG001 - one shape for the table
    """The form without a message."""
    return form_for(work, person, "")


def _audit(work: UnitOfWork, verb: Verb, person: Person, decision: Decision) -> None:
    values: dict[str, object] = {
        "kind": decision.kind.value,
        "meeting": decision.meeting_id,
        "minute": decision.minute_ref,
        "action": decision.action_id,
    }
    event = AuditEvent(
        decision.partnership_id, verb, person.id, f"decision:{decision.id}", values, words=decision.words
    )
    work.audit.append(event, work.now)
