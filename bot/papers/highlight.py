"""The highlight report: everything a board needs of its plans since it last met, asks on top."""

from __future__ import annotations

from collections.abc import Sequence

from bot.boards import ForwardItem
from bot.exporting.table import TableColumn, TableRow
from bot.governance import Decision, DecisionKind, ExtensionRequest, ExtensionState
from bot.pack import Pack
from bot.pack_lines import PackLine
from bot.papers import cells, heading, tables
from bot.papers.chosen import MOST_LISTED, MOST_OPEN, SLIPPED_FURTHEST, chosen, shortfall
from bot.papers.facts import PaperFacts
from bot.papers.paper import Block, Bullets, Figure, Grid, GridKind, Paper, PaperKind, Section
from bot.papers.pictures import Picture, rag_by_body, rag_strip, slip_chart
from bot.phrases import boards, dates, outcomes
from bot.phrases import views_told as views
from bot.phrases.packs import view_named
from bot.phrases.words import counted, quoted, shortened
from bot.plan import Action
from bot.rag import Standing
from bot.views import ToldView


def highlight(facts: PaperFacts) -> Paper:
    """The paper. What has nothing in it is left out, except what changed since the board met."""
    pack = facts.pack
    sections = (
        Section("How the plan stands", (heading.minuted(pack), *heading.plans_end(pack), _counts(pack))),
        Section("Matters arising", _arising(pack)),
        *_since(pack),
        *_late(pack),
        Section("Colour and dates disagree", _disagreeing(pack)),
        Section("Said, not confirmed", _said(pack)),
        Section("Help wanted", _help(pack)),
        Section("Views asked for", _views(pack)),
        Section("After the plan's end", _listed(pack, pack.after_end, "Actions agreed for after it.")),
        Section("Decisions and new actions on record", decisions(pack)),
        Section("Forward plan", _forward(pack)),
        Section("How far actions have slipped", drawn(slip_chart(pack))),
        Section(
            "Colour over time",
            (*drawn(rag_strip(pack, facts.history)), *drawn(rag_by_body(pack, facts.history))),
        ),
        Section("Open actions by theme", _open(facts)),
    )
    return heading.paper(facts, PaperKind.HIGHLIGHT, heading.ask_lines(pack), heading.minuted(pack), sections)


def _arising(pack: Pack) -> tuple[Block, ...]:
    return bullets([outcomes.line(one) for one in pack.arising])


def drawn(picture: Picture | None) -> tuple[Block, ...]:
    """A picture, where there is anything to draw."""
    return (Figure(picture),) if picture is not None else ()


def _counts(pack: Pack) -> Grid:
    counts = pack.counts
    shown = [one for one in Standing if counts[one]]
    words = ("Actions", *(one.on_paper for one in shown))
    figures = (len(pack.lines), *(counts[one] for one in shown))
    return Grid(
        "How many actions stand in each colour.",
        tuple(TableColumn(word, 12, is_short=True) for word in words),
        (TableRow(tuple(f"{figure:,}" for figure in figures)),),
        GridKind.TILES,
    )


def _since(pack: Pack) -> tuple[Section, ...]:
    """What has changed, list by list; that there was no earlier meeting is said once."""
    if pack.since is None:
        first = "This is the first pack of this board: there is nothing to compare it with."
        return (Section("Since the board last met", (first,)),)
    met = f"Since the board met on {dates.day_with_year(pack.since)}"
    completed, late, ahead = pack.completed, pack.newly_late, pack.newly_forecast_late
    better, worse, decided = pack.better, pack.worse, pack.decided
    lists: tuple[tuple[str, int, tuple[Block, ...]], ...] = (
        (
            "Completed",
            len(completed),
            _listed(pack, completed, "Actions completed since the board met.", SLIPPED_FURTHEST),
        ),
        ("Newly late", len(late), _listed(pack, late, "Actions that have become late.")),
        ("Newly forecast late", len(ahead), _listed(pack, ahead, "Actions now forecast late.")),
        ("Better", len(better), _moved(pack, better, "Actions of a better colour.")),
        ("Worse", len(worse), _moved(pack, worse, "Actions of a worse colour.")),
        ("More time decided", len(decided), more_time(pack, decided)),
        ("Withdrawn", len(pack.withdrawn), withdrawn(pack.withdrawn)),
    )
    told = ", ".join(f"{name.lower()} {count:,}" for name, count, _ in lists)
    return (
        Section(met, (f"{told[:1].upper()}{told[1:]}.",)),
        *(Section(f"{name} ({count:,})", blocks, level=2) for name, count, blocks in lists),
    )


def _late(pack: Pack) -> tuple[Section, ...]:
    """For a board's first pack, which has no list of what is newly late."""
    if pack.since is not None:
        return ()
    return (
        Section("Late", _listed(pack, pack.late, "Actions past the agreed date.")),
        Section("Forecast late", _listed(pack, pack.forecast_late, "Actions expected after it.")),
    )


def _listed(pack: Pack, lines: Sequence[PackLine], about: str, which: str = "worst") -> tuple[Block, ...]:
    if not lines:
        return ()
    shown = chosen(lines, MOST_LISTED)
    return (*shortfall(len(lines), MOST_LISTED, which), tables.listed(pack, shown, about))


def _moved(pack: Pack, lines: Sequence[PackLine], about: str) -> tuple[Block, ...]:
    if not lines:
        return ()
    shown = chosen(lines, MOST_LISTED)
    return (*shortfall(len(lines), MOST_LISTED), tables.moved(pack, shown, about))


def bullets(items: Sequence[str]) -> tuple[Block, ...]:
    """A list; of very many the first, and how many more there are."""
    more = len(items) - MOST_LISTED
    told = (f"+{more:,} more; the record has them.",) if more > 0 else ()
    return (Bullets((*items[:MOST_LISTED], *told)),) if items else ()


def more_time(pack: Pack, decided: Sequence[ExtensionRequest]) -> tuple[Block, ...]:
    """What was decided about more time, each with its reason and, where there is one, its minute."""
    known = pack.by_id
    return bullets([_extension(one, known.get(one.action_id)) for one in decided])


def _extension(request: ExtensionRequest, action: Action | None) -> str:
    named = cells.named(action) if action else "An action"
    how = "granted" if request.state is ExtensionState.GRANTED else "refused"
    was = dates.timescale(request.was) if request.was else "no date"
    minute = f", minute {request.minute_ref}" if request.minute_ref else ", between meetings"
    first = f" First date {cells.first_of(action)}." if action else ""
    reason = quoted(shortened(request.reason, cells.WORDS))
    return f"{named}: {was} to {dates.timescale(request.wanted)} {how}{minute}. Reason: {reason}.{first}"


def withdrawn(gone: Sequence[Action]) -> tuple[Block, ...]:
    """Actions that are in the plan no more, each with the reason that was given."""
    return bullets([f"{cells.named(action)}: {_why_gone(action)}" for action in gone])


def _why_gone(action: Action) -> str:
    if action.superseded_by:
        return f"superseded by {action.superseded_by}."
    return quoted(action.status_reason) if action.status_reason else "no reason given."


def _disagreeing(pack: Pack) -> tuple[Block, ...]:
    lines = pack.disagreeing
    if not lines:
        return ()
    rows = tuple(
        TableRow(
            (
                line.action.ref,
                cells.action(line, pack),
                cells.rag(found.declared),
                cells.rag(found.suggested),
                quoted(line.action.rag_reason) if line.action.rag_reason else "No reason given",
            )
        )
        for line in chosen(lines, MOST_LISTED)
        if (found := line.now.disagreement) is not None
    )
    columns = (
        tables.REF,
        tables.ACTION,
        TableColumn("Declared", 14, is_short=True),
        TableColumn("By the dates", 14, is_short=True),
        TableColumn("The lead's reason", 33),
    )
    about = "Actions whose declared colour is brighter than their dates."
    return (*shortfall(len(lines), MOST_LISTED), Grid(about, columns, rows))


def _said(pack: Pack) -> tuple[Block, ...]:
    if not pack.unconfirmed:
        return ()
    said, known = [], pack.by_id
    for one in pack.unconfirmed:
        action = known.get(one.action_id)
        named = cells.named(action) if action else "An action"
        words = quoted(shortened(one.words, cells.WORDS))
        said.append(f"{named}: {one.by} said {words} on {dates.day_with_year(one.on)}.")
    return (
        "These words were not confirmed by whoever wrote them; nothing above counts them.",
        *bullets(said),
    )


def _help(pack: Pack) -> tuple[Block, ...]:
    asked = {one.action_id: one.of for one in pack.help if one.is_open}
    lines = pack.help_wanted
    if not lines:
        return ()
    rows = tuple(
        TableRow(
            (
                line.action.ref,
                cells.action(line, pack),
                cells.last_words(line.action),
                asked.get(line.action.id) or line.action.help_from or "Nobody yet",
            )
        )
        for line in chosen(lines, MOST_LISTED)
    )
    columns = (
        tables.REF,
        tables.ACTION,
        TableColumn("What stands in the way", 30),
        TableColumn("Who could help", 20),
    )
    about = "Actions whose leads ask for help."
    return (*shortfall(len(lines), MOST_LISTED), Grid(about, columns, rows))


def _views(pack: Pack) -> tuple[Block, ...]:
    """What members say for the people they speak for, beside what it is of: kept apart from any report."""
    rows = tuple(
        TableRow(
            (
                *_of_what(pack, one),
                views.whose(one.constituency, one.who),
                _began(views.said(one, views.ON_PAPER)),
            )
        )
        for one in pack.views[:MOST_LISTED]
    )
    columns = (
        tables.REF,
        TableColumn("Of what", 28),
        TableColumn("Whose view", 20),
        TableColumn("What they say", 36),
    )
    about = "What members of the body say for the people they speak for."
    intro = "Asked of members for this meeting. A view does not change how an action is reported."
    return (intro, *shortfall(len(pack.views), MOST_LISTED), Grid(about, columns, rows)) if rows else ()


def _of_what(pack: Pack, view: ToldView) -> tuple[str, str]:
    """The number and the words of what a view is of."""
    action = pack.action(view.action_id) if view.action_id is not None else None
    return (action.ref, action.title) if action is not None else ("–", view_named(pack, view))


def _began(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def decisions(pack: Pack) -> tuple[Block, ...]:
    """What the board decided, as it was recorded."""
    return bullets([_decision(one) for one in pack.decisions])


def _decision(one: Decision) -> str:
    what = "New action" if one.kind is DecisionKind.NEW_ACTION else "Decision"
    parts = [
        f"lead {one.lead_name}" if one.lead_name else "",
        f"by {dates.timescale(one.due)}" if one.due else "",
        f"minute {one.minute_ref}" if one.minute_ref else "",
    ]
    more = ", ".join(part for part in parts if part)
    return f"{what}{f' {one.ref}' if one.ref else ''}: {quoted(one.words)}{f' ({more})' if more else ''}"


def _forward(pack: Pack) -> tuple[Block, ...]:
    rows = tuple(_ahead(item, pack) for item in pack.ahead)
    columns = (TableColumn("What", 16), TableColumn("Of what", 50), TableColumn("When", 22))
    return (Grid("What this board is due to receive.", columns, rows),) if rows else ()


def _ahead(item: ForwardItem, pack: Pack) -> TableRow:
    late = "; past its date" if item.when.is_past(pack.on) else ""
    return TableRow((boards.KINDS[item.kind], item.what, f"{boards.when(item.when)}{late}"))


def _open(facts: PaperFacts) -> tuple[Block, ...]:
    lines = tuple(line for line in facts.pack.lines if line.action.status.is_open)
    if not lines:
        return ("No action is open.",)
    return (
        " ".join(
            (f"{counted(len(lines), 'action is', 'actions are')} open.", *shortfall(len(lines), MOST_OPEN))
        ),
        tables.by_theme(facts, chosen(lines, MOST_OPEN), "Open actions, under the headings of their plan."),
    )
