"""Bodies and what they follow: who monitors which plan, how it is classified, and the forward plan."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from bot.boards import ForwardItemId, ForwardKind, Remit
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.partnership import Partnership
from bot.phrases import boards as say
from bot.plan import ActionPlan, Classification
from bot.ports import UnitOfWork
from bot.services.arrangements import boards as service
from bot.services.context.standings import today_of
from handlers.terminal import show
from leadline.office import open_office, the_partnership

app = typer.Typer(no_args_is_help=True, help=__doc__)

Whose = Annotated[
    str | None, typer.Option("--partnership", help="The partnership; not needed when there is one.")
]
Plan = Annotated[str | None, typer.Option("--plan", help="The plan's title; not needed when there is one.")]


@app.command("list")
def list_boards(partnership: Whose = None) -> None:
    """Every body, which plans it follows and since when."""
    with open_office() as office, office.work(read_only=True) as work:
        found = the_partnership(work, partnership)
        titles = {plan.id: plan.title for plan in work.plans.all()}
        followings = work.boards.following(found.id)
        for one in followings:
            typer.echo(say.followed(one, titles[one.plan_id]))
        followed = {one.body.name for one in followings}
        for body in work.boards.of(found.id):
            if told := say.described(body):
                typer.echo(told)
            if body.name not in followed:
                typer.echo(f"{body.name}: receives every plan that is given to no body in particular")


@app.command("give")
def give(
    to: Annotated[str, typer.Argument(help="The body: “Partnership Board”.")],
    monitors: Annotated[  # noqa: FBT002 - Typer's way of writing a flag
        bool, typer.Option("--monitors", help="It takes over as the body that monitors the plan.")
    ] = False,
    from_on: Annotated[
        datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="From when; today if left out.")
    ] = None,
    plan: Plan = None,
    partnership: Whose = None,
) -> None:
    """Let a body follow a plan. Who followed it before stays in the record."""
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        given = _plan(work, found, plan)
        day = from_on.date() if from_on else today_of(work, found)
        service.give(work, None, given, to, Remit.MONITORS if monitors else Remit.RECEIVES, day)
        for one in work.boards.following(found.id):
            if one.plan_id == given.id:
                typer.echo(say.followed(one, given.title))


@app.command("classify")
def classify(
    classification: Annotated[Classification, typer.Argument(help="How it may be handled.")],
    channel: Annotated[  # noqa: FBT002 - Typer's way of writing a flag
        bool, typer.Option("--channel", help="The partnership's channel instead of a plan.")
    ] = False,
    plan: Plan = None,
    partnership: Whose = None,
) -> None:
    """Say how a plan may be handled: a restricted one stays out of an unrestricted channel."""
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        if channel:
            service.classify_channel(work, None, found, classification)
            typer.echo(f"The channel of {found.name}: {classification.value}")
            return
        chosen = _plan(work, found, plan)
        service.classify(work, None, chosen, classification)
        typer.echo(f"{chosen.title}: {classification.value}")


@app.command("forward")
def forward(partnership: Whose = None) -> None:
    """The forward plan: reports promised, reviews, renewals, consultations."""
    with open_office() as office, office.work(read_only=True) as work:
        found = the_partnership(work, partnership)
        show(service.forward_plan(work, found))
        for one in work.boards.forward(found.id):
            if one.settled_on is None:
                typer.echo(f"{one.id}: {one.what}")


@app.command("promise")
def promise(
    what: Annotated[str, typer.Argument(help="What is due: “Review of the partnership agreement”.")],
    when: Annotated[str, typer.Option(help="A day, a month, or the first of two days.")],
    until: Annotated[str | None, typer.Option(help="The last day of a window.")] = None,
    kind: Annotated[ForwardKind, typer.Option(help="Why it is due.")] = ForwardKind.REPORT,
    body: Annotated[str | None, typer.Option(help="Whom it goes to.")] = None,
    partnership: Whose = None,
) -> None:
    """Put something into the forward plan."""
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        words = f"{when} to {until}" if until else when
        time = read_timescale(words, today_of(work, found), Conventions(nation=found.nation))
        if time is None:
            raise typer.BadParameter(f"“{words}” is not a time I can read.", param_hint="--when")
        item = service.promise(work, None, found.id, kind, what, time, body)
        typer.echo(f"{item.id}: {say.in_list(item, today_of(work, found))}")


@app.command("settle")
def settle(
    number: Annotated[int, typer.Argument(help="The item's number, from `leadline boards forward`.")],
    partnership: Whose = None,
) -> None:
    """Note that an item of the forward plan was dealt with."""
    with open_office() as office, office.work() as work:
        service.settle(work, None, the_partnership(work, partnership), ForwardItemId(number))
        typer.echo(f"{number}: settled.")


def _plan(work: UnitOfWork, partnership: Partnership, title: str | None) -> ActionPlan:
    known = [plan for plan in work.plans.all() if plan.partnership_id == partnership.id]
    found = [plan for plan in known if title is None or plan.title.casefold() == title.casefold()]
    if len(found) != 1:
        names = ", ".join(f"“{plan.title}”" for plan in known) or "none"
        raise typer.BadParameter(f"Which plan? There is {names}.")
    return found[0]
