"""Which rules are tried at which word: four layers, each of which may use only those below it."""

from __future__ import annotations

from collections.abc import Mapping

from bot.language.dates import (
    bank_holidays,
    beside,
    calendar_dates,
    closes,
    edges,
    holidays,
    listed_days,
    meetings,
    named_years,
    near_periods,
    nth,
    numeric,
    offsets,
    quarters,
    ranges,
    seasons,
    week_marks,
    weekdays,
    year_spans,
)
from bot.language.dates.found import Found, Page, Rule
from bot.language.dates.words import Kind

Table = dict[Kind, tuple[Rule, ...]]

WITH_ARTICLE = (
    "part_", "nth_", "quarter", "period_", "season", "new_year", "half_of", "window", "day_of_month",
    "weekday_pointed",
    "week_", "weekday_beside", "day_beside", "year_end", "financial_year", "weekend", "calendar_year",
    "close_of_play",
    "academic_year", "weekday_in_week", "meeting", "quantity_on", "bank_holiday",
)  # fmt: skip
"""Rules whose words begin with "the" where it is said; of "the March deadline" the date is "March"."""

DAYS: Table = {
    Kind.FIGURES_SLASHED: (numeric.figures, calendar_dates.day_first, listed_days.listed_day),
    Kind.FIGURES_DASHED: (numeric.figures, calendar_dates.day_first),
    Kind.FIGURES_DOTTED: (numeric.figures, calendar_dates.day_first),
    Kind.FIGURES_DATED: (calendar_dates.day_first, calendar_dates.ordinal_day),
    Kind.FIGURES_RANKED: (calendar_dates.day_first, listed_days.listed_day, calendar_dates.ordinal_day),
    Kind.FIGURES_LISTED: (listed_days.listed_day,),
    Kind.YEAR: (numeric.figures,),
    Kind.ORDINAL: (calendar_dates.spoken_day, holidays.named_day),
    Kind.COUNT: (calendar_dates.spoken_day,),
    Kind.MONTH: (calendar_dates.month_first, holidays.named_day, meetings.meeting_in_month),
    Kind.WEEKDAY: (weekdays.weekday,),
    Kind.RELATION: (weekdays.pointed_weekday, meetings.pointed_meeting),
    Kind.DAY: (weekdays.near_day,),
    Kind.HOLIDAY: (holidays.named_day, holidays.new_year, bank_holidays.bank_holiday),
    Kind.SEASON: (holidays.named_day,),
    Kind.EDGE: (holidays.named_day,),
}
PERIODS: Table = {
    Kind.FIGURES_SLASHED: (named_years.year_pair,),
    Kind.FIGURES_DASHED: (named_years.year_pair, ranges.days_of_month),
    Kind.FIGURES_RANKED: (quarters.ordinal_quarter, ranges.days_of_month),
    Kind.FIGURES_LISTED: (ranges.days_of_month,),
    Kind.YEAR: (named_years.year_pair, year_spans.years),
    Kind.ORDINAL: (quarters.ordinal_quarter,),
    Kind.PERIOD: (quarters.quarter, quarters.half, named_years.financial_year),
    Kind.UNIT: (quarters.quarter, near_periods.after_next, week_marks.week_marked, week_marks.weekend),
    Kind.WEEK_MARK: (week_marks.week_marked,),
    Kind.MONTH: (near_periods.month_after_next, ranges.month_then_days),
    Kind.SEASON: (seasons.season,),
    Kind.HOLIDAY: (named_years.new_financial_year,),
    Kind.RELATION: (near_periods.pointed_period, quarters.ordinal_quarter),
}
NTH: Table = {
    Kind.FIGURES_RANKED: (nth.nth,),
    Kind.ORDINAL: (nth.nth,),
    Kind.RELATION: (nth.nth,),
    Kind.UNIT: (nth.numbered_week,),
}
EDGES: Table = {
    Kind.EDGE: (edges.edge, closes.close_of_play),
    Kind.CODE: (closes.code,),
    Kind.UNIT: (closes.unit_end,),
    Kind.PERIOD: (closes.unit_end,),
    Kind.RELATION: (closes.pointed_year_end, closes.pointed_unit_end),
    Kind.FIGURES_SLASHED: (closes.pointed_year_end,),
    Kind.FIGURES_DASHED: (closes.pointed_year_end,),
    Kind.YEAR: (closes.pointed_year_end,),
}
OFFSETS: Table = {
    Kind.LEAD: (offsets.led, week_marks.this_unit),
    Kind.COUNT: (offsets.counted,),
    Kind.FIGURES_COUNTED: (offsets.counted,),
    Kind.FIGURES_SLASHED: (offsets.counted,),
    Kind.FIGURES_DASHED: (offsets.counted,),
    Kind.FIGURES_LISTED: (offsets.counted,),
    Kind.FIGURES_RANKED: (beside.weekday_beside,),
    Kind.UNIT: (beside.day_beside, offsets.fortnight_on),
    Kind.RELATION: (offsets.bare_window, beside.this_time, beside.working_day_beside, beside.weekday_beside),
    Kind.WEEKDAY: (beside.weekday_beside,),
    Kind.ORDINAL: (beside.weekday_beside, beside.working_day_beside),
    Kind.YEAR: (named_years.bare_year,),
}


def the(page: Page, i: int) -> Found | None:
    """A date that begins with "the"."""
    found = page.single(i + 1)
    if found is not None and found.rule.startswith(WITH_ARTICLE):
        return found
    return meetings.meeting_after_next(page, i)


def _stack(*tables: Table) -> tuple[Mapping[Kind, tuple[Rule, ...]], ...]:
    layers: list[Table] = []
    for table in tables:
        below = layers[-1] if layers else {}
        layers.append({kind: below.get(kind, ()) + table.get(kind, ()) for kind in Kind})
    return tuple(layers)


LAYERS = _stack(DAYS, PERIODS, NTH, EDGES, OFFSETS)
