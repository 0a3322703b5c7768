"""Taps on a draft: its doubts one at a time, what is worth a look, and calling the whole import off."""

from __future__ import annotations

from collections.abc import Mapping

from bot.card import Answer, Card, Form, FormErrors, Placement
from bot.changes import AuditEvent, Verb
from bot.draft import DoubtKind
from bot.errors import AlreadySettled, NotFound
from bot.kept_doubts import DoubtId, DoubtState, KeptDoubt, next_to_answer, to_answer, waiting
from bot.partnership import Person, PersonId
from bot.phrases import action_detail, doubt_cards
from bot.phrases import setting_up as say
from bot.plan import ActionPlan, PlanId, PlanState
from bot.ports import UnitOfWork
from bot.services.arrangements.setting_up import check_own_plan, is_unclaimed, setup_card
from bot.services.context.targets import Target
from bot.services.plans import settle_doubts


def on_show_setup(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """How far the draft has come."""
    return _replace(setup_card(work, own_plan(work, person, target)))


def on_answer_doubts(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The first doubt that waits for an answer."""
    return _replace(walk(work, own_plan(work, person, target)))


def on_see_doubts(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """What is worth a look, from where the button says."""
    plan = own_plan(work, person, target)
    found = waiting(work.doubts.of(plan.id), needing=False)
    return _replace(say.worth_a_look(found, target.choice or 0, f"plan:{plan.id}"))


def on_take_as_read(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Everything worth a look, or one kind of it, is taken as read, and stays marked on its actions."""
    plan = own_plan(work, person, target)
    kind = next((one for one in DoubtKind if one.value == target.kind), None)
    settle_doubts.take_as_read(work, person.id, plan, kind)
    left = waiting(work.doubts.of(plan.id), needing=False)
    if kind is not None and left:
        return _replace(say.worth_a_look(left, 0, f"plan:{plan.id}"))
    return _replace(setup_card(work, plan))


def on_cancel_import(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Set the draft aside; a plan that is live is not touched."""
    plan = work.plans.get(_plan_named(target)) if is_unclaimed(work) else own_plan(work, person, target)
    set_aside(work, plan, person.id)
    return _replace(say.cancelled(plan.title))


def set_aside(work: UnitOfWork, plan: ActionPlan, by: PersonId | None) -> None:
    """Close a draft. Raises `AlreadySettled` when it is none any more."""
    if plan.state is not PlanState.DRAFT:
        raise AlreadySettled(plan.state.value)
    work.plans.set_aside(plan.id)
    work.audit.append(AuditEvent(plan.partnership_id, Verb.PLAN_SET_ASIDE, by, f"plan:{plan.id}"), work.now)


def on_doubt_as_read(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """It stands as it was read."""
    plan, doubt = _own_doubt(work, person, target)
    settle_doubts.leave(work, person.id, doubt, DoubtState.AS_READ)
    return _replace(walk(work, plan, doubt.id, doubt_cards.CAME_OF_IT.get(doubt.kind, doubt_cards.AS_READ)))


def on_doubt_later(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Not now; it is asked again whenever the import is taken up."""
    plan, doubt = _own_doubt(work, person, target)
    settle_doubts.leave(work, person.id, doubt, DoubtState.LATER)
    left = len(waiting(work.doubts.of(plan.id), needing=True))
    return _replace(walk(work, plan, doubt.id, doubt_cards.later(left)))


def on_doubt_form(work: UnitOfWork, person: Person, target: Target) -> Form:
    """The form in which it is typed."""
    _, doubt = _own_doubt(work, person, target)
    return doubt_cards.form(doubt, settle_doubts.about(work, doubt))


def save_doubt_form(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Put the plan right as it was typed, and ask the next."""
    plan, doubt = _own_doubt(work, person, target)
    outcome = settle_doubts.type_in(work, person.id, doubt, answers)
    if isinstance(outcome, dict):
        return FormErrors(outcome)
    return _replace(walk(work, plan, doubt.id, outcome))


def on_checked(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The officer has looked at what was marked "to check"."""
    doubt = work.doubts.get(_named(target))
    check_own_plan(work, person, work.plans.get(doubt.plan_id))
    if doubt.state is not DoubtState.TO_CHECK:
        raise AlreadySettled(doubt.state.value.replace("_", " "))
    settle_doubts.leave(work, person.id, doubt, DoubtState.CHECKED)
    return Answer(action_detail.checked(doubt.message), Placement.PRIVATE)


def walk(work: UnitOfWork, plan: ActionPlan, after: DoubtId | None = None, settled: str = "") -> Card:
    """The next doubt after this one; at the end, how far the draft has come."""
    kept = work.doubts.of(plan.id)
    asked = waiting(kept, needing=True)
    following = next_to_answer(kept, after)
    if following is None:
        opening = " ".join(part for part in (settled, doubt_cards.no_more(len(asked))) if part)
        return setup_card(work, work.plans.get(plan.id), opening)
    every = to_answer(kept)
    number = every.index(following) + 1
    return doubt_cards.one(following, number, len(every), settle_doubts.about(work, following), settled)


def own_plan(work: UnitOfWork, person: Person, target: Target) -> ActionPlan:
    """The plan a button is for, if whoever pressed runs it."""
    plan = work.plans.get(_plan_named(target))
    check_own_plan(work, person, plan)
    return plan


def _plan_named(target: Target) -> PlanId:
    if target.plan is None:
        raise NotFound("the plan this button was for")
    return target.plan


def _own_doubt(work: UnitOfWork, person: Person, target: Target) -> tuple[ActionPlan, KeptDoubt]:
    """A doubt that is still open, and its plan. Raises `AlreadySettled` when it was answered before."""
    doubt = work.doubts.get(_named(target))
    plan = work.plans.get(doubt.plan_id)
    check_own_plan(work, person, plan)
    if not doubt.state.is_waiting:
        raise AlreadySettled("answered")
    return plan, doubt


def _named(target: Target) -> DoubtId:
    if target.doubt is None:
        raise NotFound("the question this button was for")
    return target.doubt


def _replace(card: Card) -> Answer:
    return Answer(card, Placement.REPLACE)
