"""The tables of a year-on report: what was completed, moved or silent, and every action in turn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bot.exporting.table import TableColumn, TableRow
from bot.pack import Pack
from bot.papers import cells, tables
from bot.papers.chosen import MOST_LISTED, MOST_OPEN, chosen, shortfall
from bot.papers.course_rows import THEN, brief_row, in_brief, then, worst
from bot.papers.facts import PaperFacts
from bot.papers.further_work import further_work
from bot.papers.look_back import Course
from bot.papers.paper import Block, Grid
from bot.phrases import dates
from bot.phrases.words import counted, quoted, shortened
from bot.plan import DateChange
from bot.rag import Standing
from bot.rollup import roll_up

MOST_REASONS = 4
"""As many moves as are told one by one of one action; the history of an action has all."""


def by_recommendation(facts: PaperFacts, found: Sequence[Course]) -> tuple[Block, ...]:
    """Every action, complete ones too, under its theme and the recommendation it serves."""
    if not found:
        return ()
    kept = {line.action.id for line in chosen([one.line for one in found], MOST_OPEN)}
    headings = {(plan, theme.ref): tables.heading_of(theme) for plan, theme in facts.themes}
    serving = _serving(found)
    rows: list[TableRow] = []
    above = ("", "")
    for one in found:
        if one.action.id not in kept:
            continue
        theme = headings.get((one.action.plan_id, one.action.theme_ref or ""), "")
        key = _key(one)
        if theme and theme != above[0]:
            rows.append(TableRow((theme,), is_band=True))
        if key in serving and key != above[1]:
            rows.append(TableRow((_rolled_up(one.action.recommendation, serving[key]),), is_band=True))
        above = (theme, key)
        rows.append(brief_row(one, facts.pack))
    told = "Every action as it stood then and as it stands now."
    return (*shortfall(len(found), MOST_OPEN), in_brief(told, rows))


def progress_by_theme(facts: PaperFacts, found: Sequence[Course]) -> tuple[Block, ...]:
    """How much of each theme is complete, then and now, and how much needs further work; nothing of a plan
    without themes."""
    groups: dict[str, list[Course]] = defaultdict(list)
    headings = {(plan, theme.ref): tables.heading_of(theme) for plan, theme in facts.themes}
    for one in found:
        heading = headings.get((one.action.plan_id, one.action.theme_ref or ""), "No theme")
        groups[heading].append(one)
    if len(groups) < 2:
        return ()
    rows = tuple(
        TableRow((theme, *(f"{figure:,}" for figure in _figures(of)))) for theme, of in groups.items()
    )
    words = ("Actions", "Complete then", "Complete now", "Need further work")
    columns = (TableColumn("Theme", 60), *(TableColumn(word, 14, is_short=True) for word in words))
    return (Grid("How far each theme of the plan has come.", columns, rows),)


def _figures(of: Sequence[Course]) -> tuple[int, ...]:
    now = sum(one.now.standing is Standing.COMPLETE for one in of)
    left = sum(further_work(one) is not None for one in of)
    return (len(of), sum(one.was_complete for one in of), now, left)


def _key(one: Course) -> str:
    return f"{one.action.plan_id} {one.action.recommendation}"


def _serving(found: Sequence[Course]) -> dict[str, list[Course]]:
    """The actions of each recommendation, if any has several: else its actions are its recommendations."""
    serving: dict[str, list[Course]] = defaultdict(list)
    for one in found:
        if one.action.recommendation and one.action.text:
            serving[_key(one)].append(one)
    return dict(serving) if any(len(lines) > 1 for lines in serving.values()) else {}


def _rolled_up(recommendation: str, lines: Sequence[Course]) -> str:
    found = roll_up([one.now for one in lines])
    delivered = f"{found.delivered} of {counted(found.lines, 'action')} complete"
    worst = "" if found.is_delivered else f", the worst {found.standing.on_paper}"
    return f"{shortened(recommendation, 150)}: {delivered}{worst}"


def completed_table(pack: Pack, done: Sequence[Course]) -> tuple[Block, ...]:
    """When each was completed, and how that stands to its first date; the earliest first."""
    if not done:
        return ()
    ordered = sorted(done, key=lambda one: one.action.completed_on or pack.on)
    rows = tuple(
        TableRow(
            (
                one.action.ref,
                cells.action(one.line, pack),
                then(one),
                dates.day_with_year(one.action.completed_on) if one.action.completed_on else "No day given",
                _against_first(one),
                cells.last_words(one.action),
            )
        )
        for one in ordered[-MOST_LISTED:]
    )
    columns = (
        tables.REF,
        tables.ACTION,
        THEN,
        TableColumn("Completed", 14, is_short=True),
        TableColumn("Against the first date", 18),
        tables.SAID,
    )
    return (*_latest(len(done)), Grid("Actions that were completed, and when.", columns, rows))


def _latest(total: int) -> tuple[str, ...]:
    return () if total <= MOST_LISTED else (f"The {MOST_LISTED} latest of {total:,} are shown here.",)


def _against_first(one: Course) -> str:
    first, days = one.action.baseline_due, one.now.slippage_days
    if first is None or days is None:
        return "No first date" if first is None else ""
    if days == 0:
        return f"On it ({dates.timescale(first)})"
    return f"{dates.weeks(days)} {'after' if days > 0 else 'before'} it ({dates.timescale(first)})"


def moved_table(pack: Pack, moved: Sequence[Course]) -> tuple[Block, ...]:
    """Every move with its reason; what moved most often first."""
    if not moved:
        return ()
    ordered = sorted(moved, key=lambda one: -len(one.moves))[:MOST_LISTED]
    rows = tuple(
        TableRow(
            (
                one.action.ref,
                cells.action(one.line, pack),
                f"{len(one.moves)}",
                _path(one.moves),
                _reasons(one.moves),
            )
        )
        for one in ordered
    )
    columns = (
        tables.REF,
        tables.ACTION,
        TableColumn("Moves", 11, is_short=True),
        TableColumn("From, to", 28),
        TableColumn("Reasons given", 44),
    )
    few = f"The {MOST_LISTED} that moved most often, of {len(moved):,}, are shown here."
    return (
        *((few,) if len(moved) > MOST_LISTED else ()),
        Grid("Actions whose dates moved, with the reasons given.", columns, rows),
    )


def _path(moves: Sequence[DateChange]) -> str:
    steps = [move.was for move in moves[:1] if move.was is not None]
    steps += [move.now for move in moves]
    return " → ".join(dates.timescale(step) for step in steps)


def _reasons(moves: Sequence[DateChange]) -> str:
    told = [
        f"{dates.day_with_year(move.on)}: "
        f"{quoted(shortened(move.reason, 160)) if move.reason else 'no reason given'}"
        for move in moves[-MOST_REASONS:]
    ]
    more = len(moves) - MOST_REASONS
    return "\n".join((*([f"{more} earlier"] if more > 0 else []), *told))


def unreported_table(pack: Pack, silent: Sequence[Course]) -> tuple[Block, ...]:
    """Open actions of which nothing was said, with whatever was said of them before."""
    shown = worst(silent, MOST_LISTED)
    return (
        *shortfall(len(silent), MOST_LISTED),
        tables.listed(pack, [one.line for one in shown], "Open actions on which nothing was reported."),
    )
