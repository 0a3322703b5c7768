"""Closing a plan, as its officer goes about it: an end for each open action, then a chair is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.card import Answer, Card, Form, FormErrors, Placement
from bot.changes import AuditEvent, Verb
from bot.closing import ActionEnd, Closing, ClosingState, End, to_end, without_end
from bot.closing_words import SaidEnd, ends_in, refs_in
from bot.errors import NotFound
from bot.partnership import Partnership, Person, PersonId
from bot.permissions import can_confirm_closing, check_can_run
from bot.phrases import closing as say
from bot.phrases import notices
from bot.plan import Action, ActionId, ActionPlan
from bot.ports import UnitOfWork
from bot.services.context.notices import notify
from bot.services.context.ordered import Ordered, plan_run
from bot.services.context.targets import Target

UNDER_WAY = (ClosingState.DRAFT, ClosingState.ASKED)


def on_close_plan(ordered: Ordered) -> Card:
    """ "close the plan"."""
    plan, partnership = plan_run(ordered)
    work = ordered.work
    known = work.closings.latest(plan.id)
    closing = work.closings.begin(plan.id, ordered.person.id, work.now)
    if known is None or known.id != closing.id:
        note(work, ordered.person, plan, closing, Verb.CLOSING_BEGUN)
    return so_far(work, plan, partnership, closing)


def so_far(work: UnitOfWork, plan: ActionPlan, partnership: Partnership, closing: Closing) -> Card:
    """What is still missing, else who confirms."""
    opened, left = to_end(plan), without_end(plan, closing)
    if left:
        return say.needs_ends(plan.title, len(opened), left, closing)
    names = [work.people.get(one).name for one in who_confirms(work, plan, partnership, closing)]
    checks = sum(action.check_on is not None for action in plan.actions)
    return say.ready(plan.title, opened, closing, names, checks)


def who_confirms(
    work: UnitOfWork, plan: ActionPlan, partnership: Partnership, closing: Closing
) -> list[PersonId]:
    """The chairs who may confirm this closing."""
    people = [work.people.get(one) for one in partnership.chairs]
    return [one.id for one in people if can_confirm_closing(one, plan, partnership, closing)]


def on_end_actions(ordered: Ordered) -> Card:
    """ "end 1.4: done, signed off in May; the rest carried over to the 2027 plan"."""
    work, person = ordered.work, ordered.person
    found = _in_hand(ordered)
    if found is None:
        return say.nothing_closing()
    plan, partnership, closing = found
    said, unread = ends_in(ordered.order.words)
    if unread or not said:
        return notices.plain(say.says_no_end(unread or ordered.order.words))
    given = _given(plan, closing, said, person.id)
    if isinstance(given, str):
        return notices.plain(given)
    return so_far(work, plan, partnership, _give(work, person, plan, closing, given))


def _in_hand(ordered: Ordered) -> tuple[ActionPlan, Partnership, Closing] | None:
    """The plan this person is closing."""
    for plan, partnership in ordered.view.plans:
        if ordered.person.id in partnership.officers:
            closing = ordered.work.closings.latest(plan.id)
            if closing is not None and closing.state in UNDER_WAY:
                return plan, partnership, closing
    return None


def _given(
    plan: ActionPlan, closing: Closing, said: Sequence[SaidEnd], by: PersonId
) -> list[ActionEnd] | str:
    """An end for each action meant, all or none: else what is wrong."""
    ends: dict[ActionId, ActionEnd] = {}
    for one in said:
        if not one.words:
            return say.wants_reason(one.end, one.refs)
        if not one.refs:
            continue
        for action in _named(plan, one.refs):
            ends[action.id] = ActionEnd(action.id, one.end, one.words, by)
    over = [action.ref for action in plan.actions if action.id in ends and not action.status.is_open]
    if over:
        return say.is_over(over)
    for one in said:
        if not one.refs:
            for action in without_end(plan, closing):
                ends.setdefault(action.id, ActionEnd(action.id, one.end, one.words, by))
    return list(ends.values())


def _named(plan: ActionPlan, refs: Sequence[str]) -> list[Action]:
    found = [(ref, plan.action(ref)) for ref in refs]
    missing = [ref for ref, action in found if action is None]
    if missing:
        raise NotFound(", ".join(missing))
    return [action for _, action in found if action is not None]


def _give(
    work: UnitOfWork, person: Person, plan: ActionPlan, closing: Closing, given: Sequence[ActionEnd]
) -> Closing:
    for one in given:
        work.closings.give(closing.id, one)
    values: dict[str, object] = {"ends": [[int(one.action_id), one.end.value] for one in given]}
    words = " ".join(dict.fromkeys(one.words for one in given))
    note(work, person, plan, closing, Verb.END_GIVEN, values, words)
    return work.closings.get(closing.id)


def note(
    work: UnitOfWork,
    person: Person,
    plan: ActionPlan,
    closing: Closing,
    verb: Verb,
    values: dict[str, object] | None = None,
    words: str | None = None,
) -> None:
    """Put one step of a closing on record."""
    held: dict[str, object] = {"closing": int(closing.id), **(values or {})}
    event = AuditEvent(plan.partnership_id, verb, person.id, f"plan:{plan.id}", held, words=words or None)
    work.audit.append(event, work.now)


def held(work: UnitOfWork, target: Target) -> tuple[ActionPlan, Partnership, Closing]:
    """The closing a button was for."""
    if target.closing is None:
        raise NotFound("the closing this button was for")
    closing = work.closings.get(target.closing)
    plan = work.plans.get(closing.plan_id)
    return plan, work.partnerships.get(plan.partnership_id), closing


def _run(work: UnitOfWork, person: Person, target: Target) -> tuple[ActionPlan, Partnership, Closing]:
    plan, partnership, closing = held(work, target)
    check_can_run(person, partnership, work.people.get)
    return plan, partnership, closing


def on_give_ends(work: UnitOfWork, person: Person, target: Target) -> Form:
    """The form that gives ends."""
    plan, _, closing = _run(work, person, target)
    return say.ends_form(f"closing:{closing.id}", without_end(plan, closing) or to_end(plan))


def save_ends(
    work: UnitOfWork, person: Person, target: Target, answers: Mapping[str, str]
) -> Answer | FormErrors:
    """Save what the form says of some actions, or of all the rest."""
    plan, partnership, closing = _run(work, person, target)
    which, words = answers.get("which", ""), " ".join(answers.get("words", "").split())
    refs = refs_in(which)
    if refs is None:
        return FormErrors({"which": say.says_no_end(which)})
    said = SaidEnd(refs, End(answers.get("end", End.CARRIED_OVER)), words)
    try:
        given = _given(plan, closing, (said,), person.id)
    except NotFound as gone:
        return FormErrors({"which": notices.not_among(gone.what, plan.title)})
    if isinstance(given, str):
        return FormErrors({"words" if not words else "which": given})
    return Answer(
        so_far(work, plan, partnership, _give(work, person, plan, closing, given)), Placement.REPLACE
    )


def on_see_ends(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Every end given, for the officer and for whoever is to confirm."""
    plan, partnership, closing = held(work, target)
    if person.id not in partnership.chairs:
        check_can_run(person, partnership, work.people.get)
    given = [(action, one) for action in plan.actions if (one := closing.end_of(action.id)) is not None]
    return Answer(say.each_end(plan.title, given), Placement.PRIVATE)


def on_ask_chairs(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Put the closing to the chairs who may confirm it."""
    plan, partnership, closing = _run(work, person, target)
    if without_end(plan, closing):
        return Answer(so_far(work, plan, partnership, closing), Placement.REPLACE)
    asked = work.closings.put_to_chairs(closing.id)
    note(work, person, plan, asked, Verb.CLOSING_ASKED, {"times": asked.asked_times})
    names: list[str] = []
    unreached: list[str] = []
    for chair_id in who_confirms(work, plan, partnership, asked):
        chair = work.people.get(chair_id)
        subject: dict[str, object] = {
            "say": "confirm_closing",
            "closing": int(asked.id),
            "by": int(person.id),
        }
        key = f"closing:{asked.id}:{asked.asked_times}:{chair_id}"
        (names if notify(work, partnership, chair, key, subject) else unreached).append(chair.name)
    return Answer(say.put_to(plan.title, names, unreached), Placement.REPLACE)


def on_keep_open(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The officer does not close the plan."""
    plan, _, closing = _run(work, person, target)
    return Answer(_drop(work, person, plan, closing), Placement.REPLACE)


def on_do_not_close(ordered: Ordered) -> Card:
    """ "do not close the plan"."""
    plan, _ = plan_run(ordered)
    closing = ordered.work.closings.latest(plan.id)
    if closing is None or closing.state not in UNDER_WAY:
        return say.nothing_closing()
    return _drop(ordered.work, ordered.person, plan, closing)


def _drop(work: UnitOfWork, person: Person, plan: ActionPlan, closing: Closing) -> Card:
    work.closings.settle(closing.id, ClosingState.DROPPED, person.id, work.now)
    note(work, person, plan, closing, Verb.CLOSING_DROPPED)
    return say.dropped(plan.title)
