"""The exception report: only actions outside tolerance, each with cause, effect, ask and new forecast."""

from __future__ import annotations

from collections.abc import Sequence

from bot.exporting.table import TableColumn, TableRow
from bot.pack import Pack, PackLine
from bot.papers import cells, heading
from bot.papers.facts import PaperFacts
from bot.papers.paper import AskLine, Grid, Paper, PaperKind, Section
from bot.phrases import dates
from bot.phrases.words import counted, listed, quoted, shortened
from bot.rag import Rag, Standing

FIELD = TableColumn("", 18, is_short=True)
SAYS = TableColumn("", 70)


def exception(facts: PaperFacts) -> Paper:
    """The paper, the furthest beyond its agreed date first."""
    pack = facts.pack
    outside = outside_tolerance(pack)
    summary = _summary(pack, outside)
    sections = (Section("Summary", (summary,)), *(_section(pack, line) for line in outside))
    return heading.paper(facts, PaperKind.EXCEPTION, _asks(pack, outside), summary, sections)


def outside_tolerance(pack: Pack) -> tuple[PackLine, ...]:
    """Late, or forecast late, by more than the plan's tolerance."""
    found = [line for line in pack.lines if line.now.suggested is Standing.RED]
    return tuple(sorted(found, key=lambda line: -(line.now.days_past_agreed or 0)))


def _summary(pack: Pack, outside: Sequence[PackLine]) -> str:
    total = counted(len(pack.lines), "action")
    if not outside:
        said = f"Of {total}, none is outside tolerance."
    else:
        said = f"Of {total}, {len(outside)} {'is' if len(outside) == 1 else 'are'} outside tolerance."
    shown = {line.action.id for line in outside}
    others = [
        line.action.ref
        for line in pack.lines
        if line.action.rag is Rag.RED and line.action.status.is_open and line.action.id not in shown
    ]
    if others:
        be = "is" if len(others) == 1 else "are"
        said += f" {listed(others)} {be} red by the lead's own judgement and within tolerance."
    return said


def _asks(pack: Pack, outside: Sequence[PackLine]) -> tuple[AskLine, ...]:
    """The board's decisions about these actions; the others it is to note."""
    shown = {line.action.id for line in outside}
    asked = [one for one in pack.pending if one.action_id in shown]
    decide = tuple(AskLine("DECIDE", heading.more_time(pack, one)) for one in asked)
    helped = [line.action.ref for line in outside if line.now.wants_help]
    agree = (AskLine("AGREE", f"Who is to help with {listed(helped)}."),) if helped else ()
    spoken = {one.action_id for one in asked}
    rest = [line.action.ref for line in outside if line.action.id not in spoken and not line.now.wants_help]
    note = (AskLine("NOTE", f"The causes and new forecasts of {listed(rest)}."),) if rest else ()
    return (*decide, *agree, *note)


def _section(pack: Pack, line: PackLine) -> Section:
    action = line.action
    past = line.now.days_past_agreed or 0
    rows = (
        ("Lead", cells.who(action)),
        ("RAG", cells.standing(line.now)),
        ("Agreed date", cells.agreed(action)),
        ("Cause", _cause(line)),
        ("Effect", _effect(pack, line)),
        ("Options and ask", _options(pack, line)),
        ("New forecast", f"{cells.forecast(line.now, pack.on)} ({dates.weeks(past)} past the agreed date)"),
    )
    grid = Grid(
        f"What the board should know of {action.ref}.",
        (FIELD, SAYS),
        tuple(TableRow((field, says)) for field, says in rows),
    )
    return Section(cells.named(action), (grid,))


def _cause(line: PackLine) -> str:
    action = line.action
    told = []
    if action.waiting_for is not None:
        told.append(f"It waits for {action.waiting_for.name}.")
    reason = action.moves[-1].reason if action.moves else None
    words = action.blocker or reason or action.narrative
    if words:
        at = f" ({dates.day_with_year(action.reported_at.date())})" if action.reported_at else ""
        told.append(f"{quoted(shortened(words, 400))}{at}")
    return " ".join(told) or "No cause given."


def _effect(pack: Pack, line: PackLine) -> str:
    action = line.action
    waiting = [
        other.action.ref
        for other in pack.lines
        if other.action.plan_id == action.plan_id
        and other.now.is_waiting
        and other.action.waiting_for is not None
        and other.action.waiting_for.name.casefold() == action.ref.casefold()
    ]
    told = [f"Not yet reached: {shortened(action.outcome, 300)}"] if action.outcome else []
    if waiting:
        told.append(f"{listed(waiting)} {'waits' if len(waiting) == 1 else 'wait'} for it.")
    return "\n".join(told) or "No effect is on record."


def _options(pack: Pack, line: PackLine) -> str:
    action = line.action
    told = [f"DECIDE: {heading.more_time(pack, one)}" for one in pack.pending if one.action_id == action.id]
    asked = next((one.of for one in pack.help if one.action_id == action.id and one.is_open), None)
    if asked or line.now.wants_help:
        told.append(f"AGREE: help from {asked or action.help_from or 'somebody the board names'}.")
    if action.path_to_green:
        told.append(f"Path to green: {quoted(shortened(action.path_to_green, 300))}")
    return "\n".join(told) or "NOTE: nothing is asked of the board."
