"""What a person can see and speak of: their plans, in the order they are likely to mean them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.conventions import reader_conventions
from bot.language.reading import ActionInPlan, Context, Conventions, PlanInView, ReadUpdate
from bot.partnership import AccountKind, Partnership, Person, PersonId
from bot.permissions import actions_shown, can_see
from bot.plan import Action, ActionId, ActionPlan
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class View:
    """The live plans in view, best first, each with its partnership."""

    plans: tuple[tuple[ActionPlan, Partnership], ...]

    @property
    def partnership(self) -> Partnership | None:
        """The partnership most likely meant."""
        return self.plans[0][1] if self.plans else None

    def actions(self) -> tuple[Action, ...]:
        """Every action in view."""
        return tuple(action for plan, _ in self.plans for action in plan.actions)

    def with_ref(self, ref: str) -> tuple[Action, ...]:
        """The actions of this printed reference, one a plan at most."""
        return tuple(action for plan, _ in self.plans if (action := plan.action(ref)) is not None)

    def offered(self, candidate: str) -> tuple[Action, ...]:
        """The actions of a candidate the reader offers: "2.7a", or with its plan, "Larkmere plan: 2.7a"."""
        for plan, _ in self.plans:
            prefix = f"{plan.title}: "
            if candidate.startswith(prefix):
                exact = plan.action(candidate.removeprefix(prefix))
                return (exact,) if exact is not None else ()
        return self.with_ref(candidate)

    def named_in(self, text: str) -> tuple[Action, ...]:
        """The actions whose printed reference stands in the text as a word of its own."""
        said = text.casefold()
        return tuple(
            action
            for action in self.actions()
            if re.search(rf"(?<![\w.]){re.escape(action.ref.casefold())}(?![\w]|\.\d)", said)
        )

    def plan_named(self, name: str) -> ActionPlan | None:
        """The plan of this name."""
        return next((plan for plan, _ in self.plans if plan.title == name), None)


def view_of(work: UnitOfWork, person: Person, channel: str | None = None) -> View:
    """The plans a person leads in, then their channel's, then those of the boards they sit on.

    A channel's plans are in view, while they speak there, for whoever is in it; a restricted plan only for
    its own leads and its board, or in a channel that is restricted itself. Of any plan a guest has only what
    they lead in view.
    """
    live = work.plans.live()
    by_id = {partnership.id: partnership for partnership in work.partnerships.all()}
    here = work.partnerships.by_channel(channel) if channel else None
    is_guest = person.account_kind is not AccountKind.MEMBER
    open_to_all = tuple(plan for plan in live if not plan.is_restricted)
    seen = [
        (_shown(person, plan), by_id[plan.partnership_id])
        for plan in live
        if can_see(
            person,
            by_id[plan.partnership_id],
            (plan,) if plan.is_restricted else open_to_all,
            is_in_channel=_is_spoken_of(plan, by_id[plan.partnership_id], here),
        )
    ]

    def rank(entry: tuple[ActionPlan, Partnership]) -> tuple[int, int]:
        plan, partnership = entry
        is_here = here is not None and partnership.id == here.id
        return (0 if is_here else 1, 0 if plan.led_by(person.id) else 1)

    return View(tuple(sorted((entry for entry in seen if entry[0].actions or not is_guest), key=rank)))


def _shown(person: Person, plan: ActionPlan) -> ActionPlan:
    """The plan with what this person may see of it: the very plan, for whoever sees all, because what was
    worked out of it is kept by it."""
    actions = actions_shown(person, plan)
    return plan if len(actions) == len(plan.actions) else replace(plan, actions=actions)


def _is_spoken_of(plan: ActionPlan, partnership: Partnership, here: Partnership | None) -> bool:
    """Whether a plan may be spoken of in the channel these words were said in, its partnership's own."""
    is_open = partnership.channel_is_restricted or not plan.is_restricted
    return here is not None and here.id == partnership.id and is_open


def resolved(
    view: View, speaker_id: PersonId, update: ReadUpdate, asked: frozenset[ActionId]
) -> tuple[Action | None, tuple[ActionId, ...]]:
    """The action a reading means, or the candidates when that must be asked.

    One number in several plans is settled by what was asked, else by what the person leads.
    """
    if update.action is not None:
        found = view.with_ref(update.action)
        if update.plan is not None and (plan := view.plan_named(update.plan)) is not None:
            exact = plan.action(update.action)
            found = (exact,) if exact is not None else found
    else:
        offered = [one for asks in update.questions if asks.field == "action" for one in asks.candidates]
        found = tuple(action for one in offered for action in view.offered(one))
    chosen = _the_one(found, speaker_id, asked) if len({action.ref for action in found}) == 1 else None
    return chosen, tuple(dict.fromkeys(action.id for action in found)) if chosen is None else ()


def _the_one(found: tuple[Action, ...], speaker_id: PersonId, asked: frozenset[ActionId]) -> Action | None:
    """The only action of several plans that was asked about, or that the person leads."""
    for narrowed in (
        found,
        tuple(action for action in found if action.id in asked),
        tuple(action for action in found if action.is_led_by(speaker_id)),
    ):
        if len(narrowed) == 1:
            return narrowed[0]
    return None


def context_of(work: UnitOfWork, view: View, person: Person, asked: tuple[str, ...]) -> Context:
    """What the reader needs to know."""
    return Context(
        plans=tuple(
            PlanInView(plan.title, tuple(_known(action) for action in _own_first(plan, person)))
            for plan, _ in view.plans
        ),
        asked=asked,
        speaker=person.name,
        conventions=_conventions(work, view, asked),
    )


def _conventions(work: UnitOfWork, view: View, asked: tuple[str, ...]) -> Conventions:
    """Those of the plan most likely meant, though others' differ: the one asked about, else the first.

    A message is read once, before it is known of which plan each of its actions is; and what one board
    calls complete, mixed with another's quarters, would be the sense of neither.
    """
    if not view.plans:
        return Conventions()
    holding = [entry for entry in view.plans if asked and all(entry[0].action(ref) for ref in asked)]
    plan, partnership = (holding or view.plans)[0]
    return reader_conventions(plan.conventions, partnership, work.meetings.of(partnership.id))


def _own_first(plan: ActionPlan, person: Person) -> list[Action]:
    return sorted(plan.actions, key=lambda action: not action.is_led_by(person.id))


def _known(action: Action) -> ActionInPlan:
    return ActionInPlan(
        ref=action.ref,
        text=action.title,
        leads=tuple(lead.name for lead in action.leads),
        organisation="/".join(
            dict.fromkeys(body.name for lead in action.leads for body in lead.organisations)
        ),
        due=action.forecast_due or action.approved_due,
    )
