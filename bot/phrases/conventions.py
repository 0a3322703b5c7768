"""What is said of how a plan counts time, and of its own words."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence

from bot.card import Card, Line, Tone
from bot.conventions import LocalWord, Meaning
from bot.language.reading import Progress
from bot.phrases import dates
from bot.plan import ActionPlan
from bot.rag import Rag, RagScale, Standing
from bot.scales import NamedScale, scale_of

MEANINGS: dict[Meaning, str] = {
    Progress.NOT_STARTED: "not started",
    Progress.ON_TRACK: "on track",
    Progress.COMPLETE: "complete",
    Progress.ON_HOLD: "on hold",
    Progress.WITHDRAWN: "withdrawn",
    Rag.RED: "Red",
    Rag.AMBER_RED: "Amber/Red",
    Rag.AMBER: "Amber",
    Rag.AMBER_GREEN: "Amber/Green",
    Rag.GREEN: "Green",
}


def own_words(words: Iterable[LocalWord]) -> list[str]:
    """A plan's own words, a line each: "Delivered – monitoring" = complete."""
    return [f'"{said}" = {MEANINGS[meaning]}' for said, meaning in words]


def key(plan: ActionPlan) -> str:
    """Everything a plan's key says, in a few lines."""
    own = plan.conventions
    first = own.fiscal_start_month
    last = calendar.month_name[(first + 10) % 12 + 1]
    quarter = 1 if own.quarters_by_calendar else first
    starts, ends = calendar.month_name[quarter], calendar.month_name[(quarter + 1) % 12 + 1]
    basis = "calendar" if own.quarters_by_calendar else "financial"
    words = own_words(own.status_words)
    return "\n".join(
        (
            plan.title,
            f"  Financial year: {calendar.month_name[first]} to {last}",
            f"  Quarters: {basis}, Q1 is {starts} to {ends}",
            f"  Colours: {', '.join(MEANINGS[rag] for rag in own.scale.colours)}",
            f"  Green means: {'complete' if 'green' in own.scale_complete else 'on track'}",
            f"  Its own words: {'' if words else 'none'}".rstrip(),
            *(f"    {line}" for line in words),
        )
    )


SCALES: dict[NamedScale, str] = {
    NamedScale.CLASSIC: "Red off track, Amber at risk, Green on track, Blue complete and accepted",
    NamedScale.DELIVERY: "Red off track, Amber on track, Green complete, Blue complete and checked",
    NamedScale.FIVE_POINT: "Red, Amber/Red, Amber, Amber/Green, Green: how sure delivery is",
}
"""What each scale says, in a line."""


def scales(plans: Sequence[ActionPlan]) -> Card:
    """Which scales there are, and which each plan is rated on."""
    title = "A plan's scale says what its colours mean."
    lines = [f"{name.value}: {said}" for name, said in SCALES.items()]
    now = [f"{plan.title} is rated on: {scale_of(plan.conventions).value}." for plan in plans]
    hint = "A board officer sets it: “scale delivery”. “status key” prints all of a plan's key."
    return Card(title, (Line(title), Line("\n".join(lines)), Line("\n".join(now)), Line(hint, Tone.QUIET)))


def scale_set(plan: ActionPlan, was: NamedScale) -> Card:
    """What the colours mean from now on."""
    now = scale_of(plan.conventions)
    if now is was:
        text = f"{plan.title} is rated on: {now.value}, as before."
    else:
        text = f"{plan.title} is now rated on: {now.value} (was {was.value})."
    stays = "Colours given before stay as they were given. “status key” prints this."
    return Card(text, (Line(text), Line(published_scale(plan)), Line(stays, Tone.QUIET)))


def published_scale(plan: ActionPlan) -> str:
    """The plan's published key: what each mark means, and what the dates alone would say."""
    is_delivery = "green" in plan.conventions.scale_complete
    meant = _FIVE_POINTS if plan.conventions.scale is RagScale.FIVE_POINT else _THREE_POINTS
    if is_delivery:
        meant = {**meant, Rag.AMBER: "on track", Rag.GREEN: "complete"}
    blue = "complete and checked" if is_delivery else "complete, accepted by the chair or board officer"
    return "\n".join(
        (
            *(f"{Standing(rag.value)}: {said}" for rag, said in meant.items()),
            f"{Standing.COMPLETE}: {blue}",
            f"{Standing.NOT_YET_DUE}: not begun, and more than four months away",
            f"{Standing.NOT_REPORTED}: nothing said this round",
            _by_the_dates(plan),
            "Amber and Red carry a line that says why, or what brings it back.",
        )
    )


_THREE_POINTS = {Rag.RED: "off track", Rag.AMBER: "at risk", Rag.GREEN: "on track"}
_FIVE_POINTS = {
    Rag.RED: "not achievable as it stands; it needs a new plan",
    Rag.AMBER_RED: "in doubt; action is urgent",
    Rag.AMBER: "feasible, with issues that need attention now",
    Rag.AMBER_GREEN: "probable, if its risks are watched",
    Rag.GREEN: "highly likely",
}
"""What each colour says of finishing as agreed; of five points as delivery confidence is rated."""


def _by_the_dates(plan: ActionPlan) -> str:
    days = plan.tolerance_days
    if plan.conventions.scale is RagScale.THREE_POINT:
        return f"By the dates: on time Green, up to {dates.weeks(days)} late Amber, more Red."
    return (
        f"By the dates: on time Green, up to {dates.weeks(days // 2)} late Amber/Green, "
        f"up to {dates.weeks(days)} Amber, up to {dates.weeks(2 * days)} Amber/Red, more Red."
    )
