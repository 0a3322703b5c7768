"""`leadline key`: what a plan's own words and colours mean, and how it counts quarters and years."""

from __future__ import annotations

import calendar
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from bot.conventions import Meaning, PlanConventions, meaning_named, word_key
from bot.partnership import Partnership
from bot.phrases import conventions as phrases
from bot.phrases.words import listed
from bot.plan import ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.rag import RagScale
from bot.services.arrangements.conventions import set_conventions
from leadline.office import open_office, the_partnership


class Quarters(StrEnum):
    """What Q1 is the first quarter of."""

    FINANCIAL = "financial"
    CALENDAR = "calendar"


class Green(StrEnum):
    """What a green action is on this board."""

    ON_TRACK = "on-track"
    COMPLETE = "complete"


class Points(StrEnum):
    """How many colours the board uses."""

    THREE_POINT = "three-point"
    FIVE_POINT = "five-point"


COMPLETE_COLOURS: dict[Green, frozenset[str]] = {
    Green.ON_TRACK: frozenset(),
    Green.COMPLETE: frozenset({"green", "blue"}),
}
"""The colours that mean complete; blue does on every board."""


def key(
    partnership: Annotated[str, typer.Argument(help="The partnership's name, as given at import.")],
    plan: Annotated[str | None, typer.Option(help="The plan's title, where there are several.")] = None,
    add: Annotated[
        list[str] | None,
        typer.Option(help='Words of the plan and what they mean: "Embedded, monitoring=complete".'),
    ] = None,
    remove: Annotated[list[str] | None, typer.Option(help="Words that are to mean nothing special.")] = None,
    quarters: Annotated[Quarters | None, typer.Option(help="What Q1 is the first quarter of.")] = None,
    year_starts: Annotated[
        str | None, typer.Option(metavar="MONTH", help="The month the financial year starts in: april.")
    ] = None,
    green_means: Annotated[Green | None, typer.Option(help="What a green action is on this board.")] = None,
    scale: Annotated[
        Points | None, typer.Option(help="Red, amber and green, or also Amber/Red and Amber/Green.")
    ] = None,
) -> None:
    """Show a plan's key, or set it: local words, quarters, year, green, scale. What is not named stays."""
    added = [_word(given) for given in add or []]
    month = _month(year_starts) if year_starts is not None else None
    with open_office() as office, office.work() as work:
        found = _the_plan(work, the_partnership(work, partnership), plan)
        own = _without(found.conventions, remove or [])
        for words, meaning in added:
            own = own.with_word(words, meaning)
        if month is not None:
            own = replace(own, fiscal_start_month=month)
        if quarters is not None:
            own = replace(own, quarters_by_calendar=quarters is Quarters.CALENDAR)
        if green_means is not None:
            own = replace(own, scale_complete=COMPLETE_COLOURS[green_means])
        if scale is not None:
            own = replace(own, scale=RagScale[scale.name])
        typer.echo(phrases.key(set_conventions(work, found, own, None)))


def _word(given: str) -> tuple[str, Meaning]:
    words, _, named = given.rpartition("=")
    if not word_key(words):
        raise typer.BadParameter(
            f"“{given}” needs words and what they mean, such as “Embedded, monitoring=complete”.",
            param_hint="--add",
        )
    meaning = meaning_named(named)
    if meaning is None:
        known = ", ".join(phrases.MEANINGS.values())
        raise typer.BadParameter(
            f"“{named.strip()}” is not something I can record. Words can mean: {known}.", param_hint="--add"
        )
    return words, meaning


def _month(given: str) -> int:
    name = given.strip().casefold()
    for number in range(1, 13):
        if len(name) >= 3 and calendar.month_name[number].casefold().startswith(name):
            return number
    raise typer.BadParameter(
        f"“{given}” is not a month; the year of most boards starts in april.", param_hint="--year-starts"
    )


def _without(own: PlanConventions, gone: list[str]) -> PlanConventions:
    for words in gone:
        if own.meaning_of(words) is None:
            known = listed([f"“{said}”" for said, _ in own.status_words]) or "none"
            raise typer.BadParameter(
                f"“{words}” is none of the plan's own words. It has {known}. Nothing was changed.",
                param_hint="--remove",
            )
        own = own.without_word(words)
    return own


def _the_plan(work: UnitOfWork, partnership: Partnership, title: str | None) -> ActionPlan:
    """The plan of this title, or the only one that is not closed. Stops with the titles there are."""
    known = [
        plan
        for plan in work.plans.all()
        if plan.partnership_id == partnership.id and plan.state is not PlanState.CLOSED
    ]
    wanted = [plan for plan in known if title is None or plan.title.casefold() == title.casefold()]
    if len(wanted) != 1:
        titles = listed([f"“{plan.title}”" for plan in known]) or "none: bring one in with `leadline import`"
        raise typer.BadParameter(f"Which plan? There is {titles}.", param_hint="--plan")
    return wanted[0]
