"""`leadline doubts`: what an import left to be settled, one question at a time, each answer kept at once."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.draft import DoubtKind
from bot.kept_doubts import DoubtState, KeptDoubt, next_to_answer, waiting
from bot.partnership import Partnership
from bot.phrases import doubt_cards
from bot.phrases import doubts_at_terminal as say
from bot.plan import ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.services.plans import settle_doubts
from leadline.commands.typed import ask
from leadline.office import Office, open_office, the_partnership

_LATER = ("", "later")
_FIELDS = {DoubtKind.NO_LEAD: "lead", DoubtKind.NO_DATE: "due", DoubtKind.TWO_READINGS: "due"}
"""What a typed answer gives: who leads, or when it is due."""


def doubts(
    partnership: Annotated[
        str | None, typer.Argument(help="The partnership's name; not needed when there is one.")
    ] = None,
    show: Annotated[bool, typer.Option("--list", help="List them all and ask nothing.")] = False,  # noqa: FBT002 - Typer's way of writing a flag
) -> None:
    """Answer what an import left in doubt. Enter leaves a question for later; Ctrl-C loses nothing."""
    with open_office() as office:
        with office.work(read_only=True) as work:
            plan = _draft(work, the_partnership(work, partnership))
            kept = work.doubts.of(plan.id)
        if show:
            typer.echo(say.everything(plan.title, kept))
            return
        _ask_all(office, plan)
        _offer_the_rest(office, plan)


def _draft(work: UnitOfWork, partnership: Partnership) -> ActionPlan:
    """The partnership's newest plan that is not put away. Stops with what to type when there is none."""
    states = (PlanState.DRAFT, PlanState.LIVE)
    plans = [
        plan for plan in work.plans.all() if plan.partnership_id == partnership.id and plan.state in states
    ]
    if not plans:
        typer.echo(say.no_plan(partnership.name))
        raise typer.Exit(1)
    return max(plans, key=lambda plan: (plan.state is PlanState.DRAFT, plan.id))


def _ask_all(office: Office, plan: ActionPlan) -> None:
    after = None
    while True:
        with office.work(read_only=True) as work:
            doubt = next_to_answer(work.doubts.of(plan.id), after)
        if doubt is None:
            return
        after = doubt.id
        while not _answered(office, doubt):
            pass


def _answered(office: Office, doubt: KeptDoubt) -> bool:
    """Ask once; whether the answer could be taken."""
    typed = ask(say.question(doubt), default="")
    with office.work() as work:
        if typed.casefold() in _LATER:
            settle_doubts.leave(work, None, doubt, DoubtState.LATER)
            return True
        if typed.casefold() in say.AS_IT_STANDS[doubt.kind]:
            settle_doubts.leave(work, None, doubt, DoubtState.AS_READ)
            typer.echo(doubt_cards.CAME_OF_IT.get(doubt.kind, doubt_cards.AS_READ))
            return True
        outcome = settle_doubts.type_in(work, None, doubt, {_FIELDS[doubt.kind]: typed})
    typer.echo(outcome if isinstance(outcome, str) else " ".join(outcome.values()))
    return isinstance(outcome, str)


def _offer_the_rest(office: Office, plan: ActionPlan) -> None:
    with office.work(read_only=True) as work:
        kept = work.doubts.of(plan.id)
    left = waiting(kept, needing=False)
    if left:
        typer.echo(say.worth_a_look(left))
    kinds = dict.fromkeys(one.kind for one in left)
    changing = {one.kind for one in left if one.proposed is not None}
    for some in ([kind for kind in kinds if kind not in changing], [k for k in kinds if k in changing]):
        count = sum(one.kind in some for one in left)
        ask = say.TAKE_AS_SAID if changing.intersection(some) else say.TAKE_AS_READ
        if some and typer.confirm(ask.format(count=count)):
            with office.work() as work:
                for kind in some:
                    settle_doubts.take_as_read(work, None, plan, kind)
    typer.echo(say.end(plan.title, len(waiting(kept, needing=True))))
