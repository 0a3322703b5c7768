"""The exception report: only actions outside tolerance, each with cause, effect, ask and new forecast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.exporting.table import TableColumn, TableRow
from bot.governance import ExtensionRequest
from bot.pack import Pack
from bot.pack_lines import PackLine
from bot.papers import cells, heading, tables
from bot.papers.chosen import MOST_FORMS, MOST_OPEN
from bot.papers.facts import PaperFacts
from bot.papers.paper import AskLine, Grid, GridKind, Paper, PaperKind, Section
from bot.phrases import dates
from bot.phrases import views_told as views
from bot.phrases.words import counted, listed, quoted, shortened
from bot.plan import ActionId
from bot.rag import Rag, Standing

FIELD = TableColumn("", 17, is_short=True)
SAYS = TableColumn("", 75)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside actions: requests for more time, who is asked to help, what waits for each."""

    pack: Pack
    requests: dict[ActionId, list[ExtensionRequest]]
    helpers: dict[ActionId, str]
    waiting: dict[tuple[int, str], list[str]]


def exception(facts: PaperFacts) -> Paper:
    """The paper, the furthest beyond its agreed date first. Of very many the first are set out one by one,
    the others stand in a table."""
    pack = facts.pack
    outside = outside_tolerance(pack)
    summary = _summary(pack, outside)
    beside = _beside(pack)
    forms = tuple(_section(beside, line) for line in outside[:MOST_FORMS])
    others = outside[MOST_FORMS:]
    sections = (
        Section("Summary", (summary,)),
        Section(f"Outside tolerance ({len(outside)})", ("The furthest beyond its agreed date first.",)),
        *forms,
        Section(f"The other {len(others)}", _others(pack, others), level=2),
    )
    if not outside:
        sections = sections[:1]
    return heading.paper(facts, PaperKind.EXCEPTION, _asks(beside, outside), summary, sections)


def outside_tolerance(pack: Pack) -> tuple[PackLine, ...]:
    """Late, or forecast late, by more than the plan's tolerance."""
    found = [line for line in pack.lines if line.now.suggested is Standing.RED]
    return tuple(sorted(found, key=lambda line: -(line.now.days_past_agreed or 0)))


def _beside(pack: Pack) -> _Beside:
    requests: dict[ActionId, list[ExtensionRequest]] = defaultdict(list)
    for one in pack.pending:
        requests[one.action_id].append(one)
    waiting: dict[tuple[int, str], list[str]] = defaultdict(list)
    for line in pack.lines:
        if line.now.is_waiting and line.action.waiting_for is not None:
            waiting[line.action.plan_id, line.action.waiting_for.name.casefold()].append(line.action.ref)
    helpers: dict[ActionId, str] = {}
    for asked in pack.help:
        if asked.is_open:
            helpers.setdefault(asked.action_id, asked.of)
    return _Beside(pack, requests, helpers, waiting)


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
        said += f" {heading.some_of(others)} {be} red by the lead's own judgement and within tolerance."
    return said


def _asks(beside: _Beside, outside: Sequence[PackLine]) -> tuple[AskLine, ...]:
    """The board's decisions about these actions; the others it is to note."""
    shown = {line.action.id: line.action for line in outside}
    asked = [one for one in beside.pack.pending if one.action_id in shown]
    decide = heading.more_time_lines(beside.pack, asked, shown)
    helped = [line.action.ref for line in outside if line.now.wants_help]
    agree = (AskLine("AGREE", f"Who is to help with {heading.some_of(helped)}."),) if helped else ()
    spoken = {one.action_id for one in asked}
    rest = [line.action.ref for line in outside if line.action.id not in spoken and not line.now.wants_help]
    note = (AskLine("NOTE", f"The causes and new forecasts of {heading.some_of(rest)}."),) if rest else ()
    return (*decide, *agree, *note)


def _section(beside: _Beside, line: PackLine) -> Section:
    action = line.action
    rows = (
        ("Lead", cells.who(action)),
        ("RAG", cells.standing(line.now)),
        ("By the dates", Standing.RED.on_paper if line.now.standing is not Standing.RED else ""),
        (
            "The lead's reason",
            quoted(action.rag_reason) if line.now.disagreement and action.rag_reason else "",
        ),
        ("Agreed date", cells.agreed(action)),
        ("Cause", _cause(line)),
        ("Effect", _effect(beside, line)),
        ("Options and ask", _options(beside, line)),
        ("Views asked for", _views(beside.pack, action.id)),
        ("New forecast", _forecast(beside.pack, line)),
    )
    grid = Grid(
        f"What the board should know of {action.ref}.",
        (FIELD, SAYS),
        tuple(TableRow((field, says)) for field, says in rows if says),
        GridKind.FORM,
    )
    return Section(cells.named(action), (grid,), level=2)


def _others(pack: Pack, others: Sequence[PackLine]) -> tuple[str | Grid, ...]:
    if not others:
        return ()
    shown = others[:MOST_OPEN]
    left = len(others) - len(shown)
    told = (f"The tracker has the {left:,} that are not listed here.",) if left else ()
    return (*told, tables.listed(pack, shown, "The other actions outside tolerance."))


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


def _effect(beside: _Beside, line: PackLine) -> str:
    action = line.action
    waiting = beside.waiting.get((action.plan_id, action.ref.casefold()), [])
    told = [f"Not yet reached: {shortened(action.outcome, 300)}"] if action.outcome else []
    if waiting:
        told.append(f"{listed(waiting)} {'waits' if len(waiting) == 1 else 'wait'} for it.")
    return "\n".join(told) or "No effect is on record."


def _options(beside: _Beside, line: PackLine) -> str:
    action = line.action
    requests = beside.requests.get(action.id, [])
    told = [f"DECIDE: {heading.more_time(beside.pack, one, action)}" for one in requests]
    asked = beside.helpers.get(action.id)
    if asked or line.now.wants_help:
        told.append(f"AGREE: help from {asked or action.help_from or 'somebody the board names'}.")
    if not told:
        told.append("NOTE: nothing is asked of the board.")
    if action.path_to_green:
        told.append(f"Path to green: {quoted(shortened(action.path_to_green, 300))}")
    return "\n".join(told)


def _views(pack: Pack, action_id: ActionId) -> str:
    return "\n".join(views.line(one, views.ON_PAPER) for one in pack.views if one.action_id == action_id)


def _forecast(pack: Pack, line: PackLine) -> str:
    """How far it lies from the agreed date is said where that is not as far as from the first one."""
    said = cells.forecast(line.now, pack.on)
    past = dates.weeks(line.now.days_past_agreed or 0)
    if f"{past} after the first date" in said:
        return said
    return f"{said} ({past} past the agreed date)"
