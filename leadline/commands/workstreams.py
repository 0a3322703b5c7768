"""Workstreams: which actions belong to each, which group runs it, and where its weekly digest goes."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.errors import NotFound
from bot.partnership import Partnership
from bot.phrases import workstreams as say
from bot.plan import Action, ActionPlan, Classification, PlanState
from bot.ports import UnitOfWork
from bot.services.arrangements import workstreams as service
from bot.services.arrangements.calendar_words import bodies_of, body_meant
from bot.services.context.places import place_of
from bot.services.plans.put_in_workstream import put
from bot.workstreams import exactly
from handlers.terminal import show
from leadline.commands.setup import CHANNEL_ID
from leadline.office import open_office, the_partnership

app = typer.Typer(no_args_is_help=True, help=__doc__)

Whose = Annotated[
    str | None, typer.Option("--partnership", help="The partnership; not needed when there is one.")
]
Plan = Annotated[str | None, typer.Option("--plan", help="The plan's title; not needed when there is one.")]
Name = Annotated[str, typer.Argument(help="The workstream: “Finance”.")]


@app.command("list")
def list_workstreams(partnership: Whose = None) -> None:
    """Every workstream, with its actions and what is arranged for it."""
    with open_office() as office, office.work(read_only=True) as work:
        _show(work, the_partnership(work, partnership))


@app.command("put")
def put_in(
    name: Name,
    numbers: Annotated[list[str], typer.Argument(help="The actions: 1.4 2.3 3.1")],
    plan: Plan = None,
    partnership: Whose = None,
) -> None:
    """Let actions belong to a workstream; with “none” for its name, to none."""
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        actions = [_action(_plan(work, found, plan), ref) for ref in numbers]
        known = service.names_of(work, found, _plans(work, found))
        called = "" if name.casefold() == "none" else exactly(name, known) or " ".join(name.split())
        put(work, None, [place_of(work, action.id) for action in actions], called)
        _show(work, found)


@app.command("channel")
def channel(
    name: Name,
    to: Annotated[str, typer.Argument(help="The channel's id (C…), or “none”.")],
    partnership: Whose = None,
) -> None:
    """Send a workstream's weekly digest to a channel of its own, beside the partnership's."""
    if to.casefold() != "none" and not CHANNEL_ID.fullmatch(to):
        raise typer.BadParameter("give the channel's id, such as C0123456789, or none.", param_hint="TO")
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        service.set_channel(
            work, None, found, _known(work, found, name), None if to.casefold() == "none" else to
        )
        _show(work, found)


@app.command("group")
def group(
    name: Name,
    body: Annotated[str, typer.Argument(help="The board or group that runs it, or “none”.")],
    partnership: Whose = None,
) -> None:
    """Say which of the partnership's groups runs a workstream."""
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        bodies = bodies_of(work, found)
        meant = None if body.casefold() == "none" else body_meant(body, bodies)
        if meant is None and body.casefold() != "none":
            show(say.no_such_group(body, bodies))
            raise typer.Exit(1)
        service.set_body(work, None, found, _known(work, found, name), meant)
        _show(work, found)


@app.command("classify")
def classify(
    name: Name,
    classification: Annotated[Classification, typer.Argument(help="How its channel may be used.")],
    partnership: Whose = None,
) -> None:
    """Say whether restricted plans may be spoken of in a workstream's channel."""
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        is_restricted = classification is Classification.RESTRICTED
        known = _known(work, found, name)
        service.restrict_channel(work, None, found, known, is_restricted=is_restricted)
        _show(work, found)


def _show(work: UnitOfWork, partnership: Partnership) -> None:
    show(service.listed(work, partnership, _plans(work, partnership), may_run=True))


def _plans(work: UnitOfWork, partnership: Partnership) -> list[ActionPlan]:
    """The plans that are live or on their way to it."""
    kept = (PlanState.LIVE, PlanState.DRAFT)
    return [one for one in work.plans.all() if one.partnership_id == partnership.id and one.state in kept]


def _known(work: UnitOfWork, partnership: Partnership, name: str) -> str:
    """The workstream of this name. Stops with the names there are."""
    known = service.names_of(work, partnership, _plans(work, partnership))
    found = exactly(name, known)
    if found is None:
        names = ", ".join(f"“{one}”" for one in known) or "none"
        raise typer.BadParameter(f"Which workstream? There is {names}.", param_hint="NAME")
    return found


def _plan(work: UnitOfWork, partnership: Partnership, title: str | None) -> ActionPlan:
    known = _plans(work, partnership)
    found = [plan for plan in known if title is None or plan.title.casefold() == title.casefold()]
    if len(found) != 1:
        names = ", ".join(f"“{plan.title}”" for plan in known) or "none"
        raise typer.BadParameter(f"Which plan? There is {names}.", param_hint="--plan")
    return found[0]


def _action(plan: ActionPlan, ref: str) -> Action:
    found = plan.action(ref)
    if found is None:
        raise NotFound(f"{ref} in {plan.title}")
    return found
