"""Taps on an amendment: saved, called off, put in other words, undone. The right is asked each time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.amending import (
    DRAFT_LASTS,
    Amendment,
    AmendmentKind,
    AmendmentState,
    KeptAmendment,
    new_refs,
    still_holds,
)
from bot.card import Act, Answer, Card, Form, FormErrors, Placement
from bot.changes import Verb
from bot.errors import ActionChanged, AlreadySettled, NotFound
from bot.partnership import Partnership, Person
from bot.patient_data import holds_nhs_number
from bot.permissions import can_record, check_can_amend
from bot.phrases import amendments as say
from bot.phrases import captured, forms
from bot.plan import ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.ports.versioned import PlanVersion, VersionId
from bot.services.asks.owed_asks import owe_introductions
from bot.services.context.filled_forms import dates_in
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.context.view import context_of, view_of
from bot.services.plans.amend import audit, read_back
from bot.services.plans.amendment_people import all_named, names_of
from bot.services.plans.amendments_told import tell_leads, tell_proposer
from bot.services.plans.settle_doubts import settle_answered
from bot.services.plans.write_taking import write_taking
from bot.timescale import Timescale
from bot.versions.amended import reversal, taking_of
from bot.versions.taking import Revision, Taking

IN_CHAT = "changed in chat"
"""What a version of the plan is called that no file brought."""

_WORDS = frozenset({"text", "recommendation", "outcome", "narrative", "status_reason", "leads"})
"""Fields of which the audit only says that they changed; who leads is said by number."""


def on_save(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Save it as it was read back."""
    kept = _kept(work, target)
    if target.choice is not None:
        kept = replace(kept, amendment=replace(kept.amendment, is_correction=bool(target.choice)))
    return Answer(save(work, person, kept), Placement.REPLACE)


def save(work: UnitOfWork, person: Person, kept: KeptAmendment) -> Card:
    """Write an amendment: the plan, its history, the record, and what its leads are told."""
    plan, partnership = _where(work, person, kept)
    amendment = kept.amendment
    if work.now - kept.made_at > DRAFT_LASTS:
        return say.lapsed()
    if not still_holds(amendment, plan):
        return say.changed_meanwhile(amendment)
    taken = next((ref for ref in new_refs(amendment) if plan.action(ref) is not None), None)
    if taken is not None:
        return captured.number_taken(taken)
    taking = taking_of(plan, amendment)
    version = _write(work, person, plan, taking)
    work.amendments.revise(kept.id, amendment)
    done = work.amendments.settle(kept.id, AmendmentState.SAVED, work.now, person.id, version.id)
    _on_record(work, person, plan, partnership, Verb.PLAN_AMENDED, done, taking)
    if plan.state is PlanState.DRAFT:
        settle_answered(work, person.id, plan)
    told = tell_leads(work, person, plan, partnership, done, taking)
    if kept.state is AmendmentState.PROPOSED:
        tell_proposer(work, person, partnership, done)
    return say.saved(amendment, f"amendment:{kept.id}", told, _unreached(work, amendment))


def save_at_once(work: UnitOfWork, person: Person, plan: ActionPlan, amendment: Amendment) -> KeptAmendment:
    """Write what was read back elsewhere as an amendment of its own, so that it is told and undone as one."""
    kept = work.amendments.add(plan.id, person.id, amendment, AmendmentState.DRAFT, work.now)
    version = _write(work, person, plan, taking_of(plan, amendment))
    return work.amendments.settle(kept.id, AmendmentState.SAVED, work.now, person.id, version.id)


def _unreached(work: UnitOfWork, amendment: Amendment) -> list[str]:
    """The leads it names who have no account here."""
    people = (work.people.named(name) for name in names_of(amendment))
    return [one.name for found in people for one in found if one.external_id is None and not one.is_post]


def _write(work: UnitOfWork, person: Person, plan: ActionPlan, taking: Taking) -> PlanVersion:
    version = work.versions.take(plan.id, IN_CHAT, person.id, work.now)
    write_taking(work, plan, version, person.id, taking)
    return version


def on_drop(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Call it off; of a proposal its author is told."""
    kept = _kept(work, target)
    return Answer(drop(work, person, kept), Placement.REPLACE)


def drop(work: UnitOfWork, person: Person, kept: KeptAmendment) -> Card:
    """Nothing is changed."""
    _, partnership = _where(work, person, kept)
    dropped = work.amendments.settle(kept.id, AmendmentState.DROPPED, work.now, person.id)
    audit(work, partnership, Verb.AMENDMENT_DROPPED, person, dropped)
    if kept.state is AmendmentState.PROPOSED:
        tell_proposer(work, person, partnership, dropped)
    return say.dropped()


def on_undo(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Put it back, unless something it wrote has been written again since."""
    if target.amendment is None:
        raise NotFound("the change this button was for")
    return Answer(undo(work, person, work.amendments.get(target.amendment)), Placement.REPLACE)


def undo(work: UnitOfWork, person: Person, kept: KeptAmendment) -> Card:
    """Undo a saved amendment. Raises `AlreadySettled` or `NotAllowed`."""
    plan = work.plans.get(kept.plan_id)
    partnership = work.partnerships.get(plan.partnership_id)
    is_own = kept.amendment.kind is AmendmentKind.ADD and kept.by == person.id
    if not (is_own and can_record(person, partnership)):  # whoever records a new action takes it back
        check_can_amend(person, partnership, work.people.get)
    if kept.state is not AmendmentState.SAVED or kept.version_id is None:
        raise AlreadySettled(kept.state.value)
    try:
        taking = reversal(plan, kept.amendment, work.versions.revisions_of(VersionId(kept.version_id)))
    except ActionChanged as changed:
        return say.not_undone(kept.amendment, changed.ref)
    _write(work, person, plan, taking)
    undone = work.amendments.settle(kept.id, AmendmentState.UNDONE, work.now, person.id)
    _on_record(work, person, plan, partnership, Verb.AMENDMENT_UNDONE, undone, taking)
    tell_leads(work, person, plan, partnership, undone, taking)
    return say.undone(kept.amendment)


def on_word(work: UnitOfWork, person: Person, target: Target) -> Form:
    """The form of its words."""
    kept = _kept(work, target)
    _where(work, person, kept)
    return say.form(kept.amendment, f"amendment:{kept.id}")


def save_word(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Its words as the form has them, read back."""
    kept = _kept(work, target)
    _, partnership = _where(work, person, kept)
    said = {name: " ".join(words.split()) for name, words in answers.items()}
    errors = {name: forms.patient_data() for name, words in said.items() if holds_nhs_number(words)}
    due = _due(work, person, partnership, said.get("when", ""))
    if isinstance(due, str):
        errors["when"] = due
    if errors or isinstance(due, str):
        return FormErrors(errors)
    parts = list(kept.amendment.parts)
    for number, part in enumerate(parts):
        parts[number] = replace(part, text=said.get(f"text_{number}", part.text))
    if "lead" in said:
        leads = all_named(work, said["lead"])
        parts[0] = replace(parts[0], leads=leads, due=due, outcome=said.get("outcome", ""))
    worded = work.amendments.revise(kept.id, replace(kept.amendment, parts=tuple(parts)))
    return Answer(read_back(work, worded), Placement.REPLACE)


def _due(work: UnitOfWork, person: Person, partnership: Partnership, words: str) -> Timescale | str | None:
    if not words:
        return None
    context = context_of(work, view_of(work, person), person, ())
    found = dates_in(words, today_of(work, partnership), context)
    return found[0] if len(found) == 1 else captured.no_date(words)


def _kept(work: UnitOfWork, target: Target) -> KeptAmendment:
    """An open amendment. Raises `NotFound` or `AlreadySettled`."""
    if target.amendment is None:
        raise NotFound("the change this button was for")
    kept = work.amendments.get(target.amendment)
    if not kept.state.is_open:
        raise AlreadySettled(kept.state.value)
    return kept


def _where(work: UnitOfWork, person: Person, kept: KeptAmendment) -> tuple[ActionPlan, Partnership]:
    """The plan it changes, for somebody who may change it. Raises `NotAllowed`."""
    plan = work.plans.get(kept.plan_id)
    partnership = work.partnerships.get(plan.partnership_id)
    check_can_amend(person, partnership, work.people.get)
    return plan, partnership


def _on_record(
    work: UnitOfWork,
    person: Person,
    before: ActionPlan,
    partnership: Partnership,
    verb: Verb,
    kept: KeptAmendment,
    taking: Taking,
) -> None:
    """Was → now of every action it touched; of words only that they changed, of leads who by number."""
    plan = work.plans.get(before.id)
    if plan.state is PlanState.LIVE:
        owe_introductions(work, plan, partnership, work.now)
    changes: defaultdict[str, dict[str, object]] = defaultdict(dict)
    for one in taking.revisions:
        changes[str(one.action_id)][one.field] = _audited(one, before, plan)
    known = {action.id for action in before.actions}
    added = {str(action.id): action.ref for action in plan.actions if action.id not in known}
    audit(work, partnership, verb, person, kept, changes=dict(changes), added=added)


def _audited(one: Revision, before: ActionPlan, after: ActionPlan) -> object:
    if one.field == "leads":
        return [
            [
                int(lead.person_id)
                for action in plan.actions
                if action.id == one.action_id
                for lead in action.leads
            ]
            for plan in (before, after)
        ]
    return True if one.field in _WORDS else [one.was, one.now]


USES: dict[Act, Callable[[UnitOfWork, Person, Target], Answer | Form]] = {
    Act.SAVE_AMENDMENT: on_save,
    Act.DROP_AMENDMENT: on_drop,
    Act.UNDO_AMENDMENT: on_undo,
    Act.WORD_AMENDMENT: on_word,
}

SAVES: dict[Act, Callable[[UnitOfWork, Person, Target, Mapping[str, str]], Answer | FormErrors]] = {
    Act.WORD_AMENDMENT: save_word,
}
