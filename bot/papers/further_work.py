"""Where further work is needed: every open action that is not on course, the most pressing first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum

from bot.exporting.table import TableRow
from bot.pack import Pack
from bot.papers.chosen import MOST_LISTED
from bot.papers.course_rows import row, then_and_now, worst
from bot.papers.look_back import Course
from bot.papers.paper import Grid
from bot.phrases.words import listed
from bot.rag import Standing


class Further(StrEnum):
    """Why further work is needed on an action, the most pressing first; each action has one place."""

    LATE = "Late: past the date the board agreed"
    FORECAST_LATE = "Forecast late: expected after the agreed date"
    SILENT = "Not reported: nothing heard when it was asked for"
    UNPLACED = "Without a date or a lead"
    AT_RISK = "Red or amber by the lead's own judgement"


_AT_RISK = (Standing.RED, Standing.AMBER_RED, Standing.AMBER)


def further_work(one: Course) -> Further | None:
    """Why the action needs further work; None where it is complete, on course, or not yet due."""
    now = one.now
    if not one.action.status.is_open:
        return None
    if now.is_late:
        return Further.LATE
    if now.is_forecast_late:
        return Further.FORECAST_LATE
    if now.standing is Standing.NOT_REPORTED or (
        one.is_unreported and now.standing is not Standing.NOT_YET_DUE
    ):
        return Further.SILENT
    if now.is_undated or now.has_no_lead:
        return Further.UNPLACED
    return Further.AT_RISK if now.standing in _AT_RISK else None


SHORT: dict[Further, str] = {
    Further.LATE: "late",
    Further.FORECAST_LATE: "forecast late",
    Further.SILENT: "not reported",
    Further.UNPLACED: "without a date or a lead",
    Further.AT_RISK: "red or amber",
}


def by_reason(left: Sequence[Course]) -> str:
    """ "42 late, 3 not reported and 4 red or amber; each is listed once, under the most pressing."."""
    found = [_why(one) for one in left]
    told = listed([f"{found.count(why):,} {SHORT[why]}" for why in Further if why in found])
    return f"{told}; each is listed once, under the most pressing."


def further_work_table(pack: Pack, left: Sequence[Course]) -> Grid:
    """Under why each needs it; of very many the worst of each kind."""
    found: dict[Further, list[Course]] = defaultdict(list)
    for one in left:
        found[_why(one)].append(one)
    rows: list[TableRow] = []
    for why in Further:
        if found[why]:
            few = f"; the {MOST_LISTED} worst are shown" if len(found[why]) > MOST_LISTED else ""
            rows.append(TableRow((f"{why} ({len(found[why]):,}{few})",), is_band=True))
            rows += [row(one, pack) for one in worst(found[why], MOST_LISTED)]
    return then_and_now("Actions that need further work, and why.", rows)


def _why(one: Course) -> Further:
    return further_work(one) or Further.AT_RISK
