"""The year-on report: what has moved since an earlier day, when, and what is left; first what needs work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.assessment import Assessed, counts
from bot.exporting.table import TableColumn, TableRow
from bot.papers import cells, heading
from bot.papers.course_tables import (
    by_recommendation,
    completed_table,
    moved_table,
    progress_by_theme,
    unreported_table,
)
from bot.papers.facts import PaperFacts
from bot.papers.further_work import by_reason, further_work, further_work_table
from bot.papers.highlight import bullets, drawn, more_time, withdrawn
from bot.papers.look_back import Course, LookBack, courses
from bot.papers.paper import AskLine, Block, Grid, Paper, PaperKind, Section
from bot.papers.pictures import rag_by_body, rag_strip, slip_chart
from bot.phrases import dates, packs
from bot.phrases.words import counted, listed
from bot.rag import Standing

_KEPT = ("DECIDE", "AGREE")
"""What the meeting is asked anyway that a look back repeats: who has only this paper decides by it."""


def year_on(facts: PaperFacts, back: LookBack) -> Paper:
    """The paper. A list with nothing in it is left out."""
    pack = facts.pack
    found = courses(pack, back)
    since = dates.day_with_year(back.since)
    left = [one for one in found if further_work(one) is not None]
    done = [one for one in found if one.is_completed]
    moved = [one for one in found if one.moves]
    silent = [one for one in found if one.is_unreported]
    joined = [one for one in found if one.was is None]
    summary = _summary(back, found, len(left))
    sections = (
        Section(f"Progress since {since}", _progress(facts, back, summary)),
        Section(f"Areas where further work is needed ({len(left):,})", _further(facts, left)),
        Section("Progress by theme", progress_by_theme(facts, found)),
        Section(f"Completed since then ({len(done):,})", completed_table(pack, done)),
        Section(f"Dates that moved, and why ({len(moved):,})", moved_table(pack, moved)),
        Section(f"Nothing reported since then ({len(silent):,})", _silent(facts, back, silent)),
        Section(f"More time granted ({len(back.granted):,})", more_time(pack, back.granted)),
        Section(f"Withdrawn ({len(back.withdrawn):,})", withdrawn(back.withdrawn)),
        Section(f"Added to the plan ({len(joined):,})", _added(joined)),
        Section("How far actions have slipped", drawn(slip_chart(pack))),
        Section(
            "Colour over time",
            (*drawn(rag_strip(pack, facts.history)), *drawn(rag_by_body(pack, facts.history))),
        ),
        Section("Then and now, action by action", by_recommendation(facts, found)),
    )
    made = heading.paper(facts, PaperKind.YEAR_ON, _asks(facts, back, found, left), summary, sections)
    titles = listed([plan.title for plan in pack.plans]) or pack.name
    return replace(made, title=f"Progress since {since}: {titles}")


def _asks(
    facts: PaperFacts, back: LookBack, found: Sequence[Course], left: Sequence[Course]
) -> tuple[AskLine, ...]:
    decided = tuple(ask for ask in heading.ask_lines(facts.pack) if ask.verb in _KEPT)
    where = heading.some_of([one.action.ref for one in left])
    comment = (AskLine("COMMENT", f"On the areas where further work is needed: {where}."),) if left else ()
    done = sum(one.is_completed for one in found)
    told = f"{done:,} of {counted(len(found), 'action')} completed"
    return (
        *decided,
        *comment,
        AskLine("NOTE", f"The progress made since {dates.day_with_year(back.since)}: {told}."),
    )


def _summary(back: LookBack, found: Sequence[Course], left: int) -> str:
    """ "Since 1 Nov 2025, 34 actions were completed, 2 joined the plan and 3 were withdrawn; …"."""
    done = sum(one.is_completed for one in found)
    reopened = sum(one.is_reopened for one in found)
    joined = sum(one.was is None for one in found)
    moved = [len(one.moves) for one in found if one.moves]
    silent = sum(one.is_unreported for one in found)
    parts = [f"{counted(done, 'action')} {_were(done)} completed"]
    parts += [f"{reopened:,} {_were(reopened)} re-opened"] if reopened else []
    parts += [f"{joined:,} joined the plan"] if joined else []
    gone = len(back.withdrawn)
    parts += [f"{gone:,} {_were(gone)} withdrawn"] if gone else []
    if moved:
        again = sum(number > 1 for number in moved)
        more = f" ({again:,} more than once)" if again else ""
        parts.append(f"the dates of {len(moved):,} moved{more}")
    told = f"Since {dates.day_with_year(back.since)}, {listed(parts)}."
    told += f" Further work is needed on {left:,}." if left else " No further work is needed."
    return f"{told} Nothing has been reported on {silent:,} that are open." if silent else told


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _progress(facts: PaperFacts, back: LookBack, summary: str) -> tuple[Block, ...]:
    since, now = dates.day_with_year(back.since), dates.day_with_year(facts.pack.on)
    assessed = facts.pack.assessed
    ends = ((since, back.then), (now, assessed))
    told = [f"On {day}: {packs.minuted(each)}" for day, each in ends]
    return (summary, *_where_it_begins(back), *told, *heading.plans_end(facts.pack), _ends(ends))


def _where_it_begins(back: LookBack) -> tuple[str, ...]:
    """For whoever asked for a day of which nothing is on record."""
    if back.asked_from is None:
        return ()
    since, asked = dates.day_with_year(back.since), dates.day_with_year(back.asked_from)
    return (f"The record begins on {since}, when the plan went live; it does not reach back to {asked}.",)


def _ends(ends: Sequence[tuple[str, Sequence[Assessed]]]) -> Grid:
    """How many actions stood in each colour then, and do now."""
    numbers = [counts(each) for _, each in ends]
    shown = [one for one in Standing if any(found[one] for found in numbers)]
    columns = (
        TableColumn("As at", 18),
        TableColumn("Actions", 12, is_short=True),
        *(TableColumn(one.on_paper, 14, is_short=True) for one in shown),
    )
    rows = tuple(
        TableRow((day, f"{len(each):,}", *(f"{found[one]:,}" for one in shown)))
        for (day, each), found in zip(ends, numbers, strict=True)
    )
    return Grid("How many actions stood in each colour then, and do now.", columns, rows)


def _further(facts: PaperFacts, left: Sequence[Course]) -> tuple[Block, ...]:
    if not left:
        return ()
    return (by_reason(left), further_work_table(facts.pack, left))


def _silent(facts: PaperFacts, back: LookBack, silent: Sequence[Course]) -> tuple[Block, ...]:
    if not silent:
        return ()
    early = sum(one.now.standing is Standing.NOT_YET_DUE for one in silent)
    some = f"; {early:,} of them {'is' if early == 1 else 'are'} not yet due" if early else ""
    told = (
        f"On {counted(len(silent), 'open action')} nothing at all has been reported since "
        f"{dates.day_with_year(back.since)}{some}."
    )
    return (told, *unreported_table(facts.pack, silent))


def _added(joined: Sequence[Course]) -> tuple[Block, ...]:
    return bullets([cells.named(one.action) for one in joined])
