"""A draft on its way to going live: what it still needs, shown to its board officer."""

from __future__ import annotations

from bot.card import Card
from bot.draft import DoubtKind
from bot.errors import AlreadySettled
from bot.kept_doubts import waiting
from bot.partnership import Person
from bot.permissions import can_run, check_can_run
from bot.phrases import setting_up as say
from bot.phrases import who_is_who
from bot.phrases.settings import steps
from bot.plan import ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.services.arrangements.held_settings import held
from bot.services.arrangements.matching import matched


def is_unclaimed(work: UnitOfWork) -> bool:
    """Whether nobody runs anything here yet: no board officer anywhere, and no plan was ever live."""
    return not any(one.officers for one in work.partnerships.all()) and not any(
        plan.went_live_at for plan in work.plans.all()
    )


def drafts_of(work: UnitOfWork, person: Person) -> tuple[ActionPlan, ...]:
    """The drafts this person runs, newest first."""
    runs = {one.id for one in work.partnerships.all() if can_run(person, one)}
    drafts = list(work.plans.drafts())
    return tuple(sorted((plan for plan in drafts if plan.partnership_id in runs), key=lambda plan: -plan.id))


def check_own_plan(work: UnitOfWork, person: Person, plan: ActionPlan) -> None:
    """Raise unless the person runs this plan's partnership, and the plan still stands."""
    check_can_run(person, work.partnerships.get(plan.partnership_id), work.people.get)
    if plan.state is PlanState.CLOSED:
        raise AlreadySettled("set aside")


def setup_card(work: UnitOfWork, plan: ActionPlan, opening: str = "") -> Card:
    """How far a plan has come."""
    kept = work.doubts.of(plan.id)
    partnership = work.partnerships.get(plan.partnership_id)
    past = next((one for one in kept if one.kind is DoubtKind.WHOLLY_PAST and one.state.is_waiting), None)
    return say.progress(
        say.Progress(
            opening=opening or say.taken_up(len(plan.actions), plan.title),
            plan_value=f"plan:{plan.id}",
            partnership_value=f"partnership:{partnership.id} plan:{plan.id}",
            asked=waiting(kept, needing=True),
            worth_a_look=waiting(kept, needing=False),
            steps=(who_is_who.told(matched(work, plan)), *steps(held(work, partnership))),
            is_draft=plan.state is PlanState.DRAFT,
            wholly_past=f"doubt:{past.id}" if past is not None else "",
        )
    )


def carried_on(work: UnitOfWork, person: Person) -> Card:
    """The import this person left, where they left it; else what a plan that went live left open."""
    drafts = drafts_of(work, person)
    if drafts:
        return setup_card(work, drafts[0])
    for plan in _live_plans_of(work, person):
        if any(one.state.is_waiting for one in work.doubts.of(plan.id)):
            return setup_card(work, plan, say.left_open(plan.title))
    return say.nothing_to_set_up()


def _live_plans_of(work: UnitOfWork, person: Person) -> list[ActionPlan]:
    """The live plans this person runs, newest first."""
    runs = {one.id for one in work.partnerships.all() if can_run(person, one)}
    live = [plan for plan in work.plans.live() if plan.partnership_id in runs]
    return sorted(live, key=lambda plan: -plan.id)
