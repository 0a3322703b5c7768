"""The pack of a meeting for its board: a header, then every list whole. `packs_on_a_phone` is its chair's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.asks import Ask, AskKind
from bot.assessment import Assessed
from bot.boards import ForwardItem
from bot.card import Card, Line, Tone
from bot.governance import ExtensionRequest, ExtensionState
from bot.instants import local_time
from bot.minuted import Place
from bot.pack import Pack, PlanInPack, places
from bot.pack_lines import PackLine
from bot.phrases import actions, boards, dates, digests, outcomes
from bot.phrases import views_told as views
from bot.phrases.words import counted, listed, quoted, shortened
from bot.plan import Action, Classification
from bot.views import ToldView

LINES_A_PART = 20
LINES_A_PIECE = 5
ANCHOR = 16
"""So many digits of the audit chain's end are printed: a record that was cut later shows against them."""

MOST_REFS = 6

PLACES: dict[Place, tuple[str, str]] = {
    Place.ON_TARGET: ("is complete or on target", "are complete or on target"),
    Place.EXTENDED: ("is within a date the board extended", "are within a date the board extended"),
    Place.FORECAST_LATE: ("is forecast late", "are forecast late"),
    Place.UP_TO_A_MONTH: ("is up to one month late", "are up to one month late"),
    Place.OVER_A_MONTH: ("is more than one month late", "are more than one month late"),
    Place.NOT_REPORTED: ("has not been reported", "have not been reported"),
}
"""How the minuted sentence puts each place, of one action and of several."""

_CLASSIFIED = {Classification.UNRESTRICTED: "", Classification.RESTRICTED: "Restricted. "}


def minuted(assessed: Sequence[Assessed]) -> str:
    """The sentence that councils minute; its percentages are whole and add up."""
    total = len(assessed)
    if not total:
        return "There are no actions."
    parts = [
        f"{number} ({share}%) {PLACES[place][0 if number == 1 else 1]}"
        for place, number, share in places(assessed)
        if number
    ]
    return f"Of {counted(total, 'action')}, {listed(parts)}."


def plans_end(pack: Pack) -> str:
    """ "The plan runs to March 2027; 2 of its open actions are agreed for after that."; "" without an end."""
    ends = [(plan, plan.ends_on) for plan in pack.plans if plan.ends_on is not None]
    if not ends:
        return ""
    runs = [f"{_of_several(pack, plan)} {_runs(end, pack.on)} {dates.end_of_plan(end)}" for plan, end in ends]
    beyond = len(pack.after_end)
    its = "its" if len(pack.plans) == 1 else "the"
    after = f"; {beyond} of {its} open actions {'is' if beyond == 1 else 'are'} agreed for after that"
    told = listed(runs)
    return f"{told[:1].upper()}{told[1:]}{after if beyond else ''}."


def _of_several(pack: Pack, plan: PlanInPack) -> str:
    return "the plan" if len(pack.plans) == 1 else quoted(plan.title)


def _runs(end: date, today: date) -> str:
    return "runs to" if end >= today else "ran to"


def cards(pack: Pack, zone: str) -> tuple[Card, ...]:
    """For the board: a header of at most twelve lines, then every list in parts."""
    return (header(pack, zone), *detail(pack))


def title_of(pack: Pack, zone: str) -> str:
    """ "Board, Wed 14 Oct: changes since it met on 14 Sept. Pack 2026-10, as at Fri 2 Oct 17:00"."""
    meeting, at = pack.meeting, local_time(pack.as_at, zone)
    when = dates.weekday_and_day(meeting.on.end) if meeting.has_day else dates.timescale(meeting.on)
    since = f"changes since it met on {dates.day_and_month(pack.since)}" if pack.since else "how things stand"
    called = f"Pack {pack.number}" if pack.number else "Preview"
    stamp = f"as at {dates.weekday_and_day(at.date())} {at:%H:%M}"
    return f"{meeting.body}, {when}: {since}. {called}, {stamp}"


def header(pack: Pack, zone: str) -> Card:
    """What the board reads first; the asks stand on top."""
    title = title_of(pack, zone)
    lines = [
        _for_decision(pack),
        _CLASSIFIED[pack.classification] + minuted(pack.assessed),
        _since_it_met(pack),
        _movement(pack),
        _beside(pack),
    ]
    quiet = [f"Distribution: {pack.distribution}"] if pack.distribution else []
    quiet += [f"Record {pack.audit_head[:ANCHOR]}"] if pack.audit_head else []
    below = (Line(one, Tone.QUIET) for one in quiet)
    return Card(title, (Line(title, Tone.HEADING), *(Line(line) for line in lines if line), *below))


def _for_decision(pack: Pack) -> str:
    asks = [ask for ask in pack.asks if ask.kind is AskKind.DECIDE]
    total = sum(len(ask.actions) + len(ask.items) for ask in asks)
    return f"For decision ({total}): {'; '.join(_ask(pack, ask) for ask in asks)}" if asks else ""


def _ask(pack: Pack, ask: Ask) -> str:
    found = [action.ref for one in ask.actions if (action := pack.action(one)) is not None]
    items = [item.what for one in ask.items if (item := pack.item(one)) is not None]
    told = [f"{ask.about} for {_refs(found)}"] if found else []
    told += [f"{ask.about} of {_refs([shortened(one, 40) for one in items])}"] if items else []
    return "; ".join(told)


def _refs(refs: Sequence[str]) -> str:
    if len(refs) <= MOST_REFS:
        return listed(refs)
    return f"{', '.join(refs[:MOST_REFS])} and {len(refs) - MOST_REFS} more"


def _since_it_met(pack: Pack) -> str:
    if pack.since is None:
        return ""
    parts = [
        f"Completed {len(pack.completed)}",
        f"Newly late {len(pack.newly_late)}",
        f"Newly forecast late {len(pack.newly_forecast_late)}",
    ]
    if pack.waiting:
        parts.append(f"Waiting {len(pack.waiting)}")
    if pack.decided:
        parts.append(f"More time decided {len(pack.decided)}")
    if pack.withdrawn:
        parts.append(f"Withdrawn {len(pack.withdrawn)} ({_why_withdrawn(pack.withdrawn[0])})")
    return " · ".join(parts)


def _why_withdrawn(action: Action) -> str:
    reason = action.status_reason or action.narrative
    return f"{action.ref}, {quoted(shortened(reason, 40))}" if reason else action.ref


def _movement(pack: Pack) -> str:
    told = [
        f"{word} {len(found)}, such as {found[0].action.ref} {_was(found[0])}"
        for word, found in (("Better", pack.better), ("Worse", pack.worse))
        if found
    ]
    if pack.disagreeing:
        reasons = (
            ", with the leads' reasons" if any(one.action.rag_reason for one in pack.disagreeing) else ""
        )
        told.append(f"Colour and dates disagree {len(pack.disagreeing)}{reasons}")
    return " · ".join(told)


def _was(line: PackLine) -> str:
    return f"{line.now.standing} (was {line.was.standing.word})" if line.was else str(line.now.standing)


def _beside(pack: Pack) -> str:
    counts = (
        ("Help wanted", pack.help_wanted),
        ("Said, not confirmed", pack.unconfirmed),
        ("Views given", [one for one in pack.views if one.is_said]),
        ("After the plan's end", pack.after_end),
    )
    return " · ".join(
        (
            *(f"{name} {len(found)}" for name, found in counts if found),
            *_arising(pack),
            'Later news: "status since papers"',
        )
    )


def _arising(pack: Pack) -> tuple[str, ...]:
    if not pack.arising:
        return ()
    open_ = sum(one.result is None for one in pack.arising)
    return (f"Matters arising {len(pack.arising)}{f', {open_} without an outcome' if open_ else ''}",)


def detail(pack: Pack) -> tuple[Card, ...]:
    """Every list whole, in parts that fit a message."""
    chunks: list[tuple[str, Sequence[str]]] = []
    for heading, lines in _lists(pack):
        for start in range(0, len(lines), LINES_A_PART):
            again = ", continued" if start else ""
            chunks.append((f"{heading} ({len(lines)}){again}", lines[start : start + LINES_A_PART]))
    return tuple(
        _part(heading, lines, number, len(chunks)) for number, (heading, lines) in enumerate(chunks, start=1)
    )


def _lists(pack: Pack) -> list[tuple[str, list[str]]]:
    def told(found: Sequence[PackLine]) -> list[str]:
        return [_in_list(pack, line) for line in found]

    return [
        ("Matters arising", [outcomes.line(one) for one in pack.arising]),
        ("For decision", [_asked(pack, one) for one in pack.pending]),
        ("Completed", told(pack.completed)),
        ("Late: past the date the board agreed", told(pack.late)),
        ("Forecast late: expected after the agreed date", told(pack.forecast_late)),
        ("Better", told(pack.better)),
        ("Worse", told(pack.worse)),
        ("Colour and dates disagree", [_disagreeing(pack, line) for line in pack.disagreeing]),
        ("More time decided", [_decided(pack, one) for one in pack.decided]),
        ("Withdrawn", [_why_withdrawn(action) for action in pack.withdrawn]),
        ("Said, not confirmed", [_said(pack, one.action_id, one.words, one.by) for one in pack.unconfirmed]),
        ("Help wanted", [_wanting_help(pack, line) for line in pack.help_wanted]),
        ("Views asked for", [_view(pack, one) for one in pack.views]),
        *((heading, told(getattr(pack, name))) for heading, name in digests.BESIDE),
        ("Forward plan", [_ahead(one, pack.on) for one in pack.ahead]),
    ]


def _part(heading: str, lines: Sequence[str], number: int, of: int) -> Card:
    bullets = [f"• {line}" for line in lines]
    pieces = [
        Line("\n".join(bullets[start : start + LINES_A_PIECE]))
        for start in range(0, len(bullets), LINES_A_PIECE)
    ]
    return Card(
        heading,
        (Line(heading, Tone.HEADING), *pieces, Line(f"Part {number} of {of}", Tone.QUIET)),
    )


def _in_list(pack: Pack, line: PackLine) -> str:
    said = digests.in_detail(line.now, pack.on)
    was = line.was
    changed = was is not None and was.standing is not line.now.standing
    said = f"{said} · was {was.standing.word}" if was is not None and changed else said
    at = dict(pack.corrected).get(line.action.id)
    return f"{said} (corrected {at})" if at else said


def _wanting_help(pack: Pack, line: PackLine) -> str:
    who = digests.who_helps(line.action, pack.help)
    return f"{_in_list(pack, line)} · {who}" if who else _in_list(pack, line)


def _disagreeing(pack: Pack, line: PackLine) -> str:
    reason = line.action.rag_reason
    because = f" · because {quoted(shortened(reason, 160))}" if reason else " · no reason given"
    return f"{_in_list(pack, line)}{because}"


def _asked(pack: Pack, request: ExtensionRequest) -> str:
    action = pack.action(request.action_id)
    ref = action.ref if action else "an action"
    first = f" (first {dates.timescale(action.baseline_due)})" if action and action.baseline_due else ""
    who = dict(pack.names).get(request.asked_by, "its lead")
    return (
        f"{ref}: {who} asks for {dates.timescale(request.wanted)}{first}. "
        f"Reason: {quoted(shortened(request.reason, 160))}"
    )


def _decided(pack: Pack, request: ExtensionRequest) -> str:
    action = pack.action(request.action_id)
    ref = action.ref if action else "an action"
    how = "granted" if request.state is ExtensionState.GRANTED else "refused"
    minute = f", minute {request.minute_ref}" if request.minute_ref else ""
    return f"{ref}: {dates.timescale(request.wanted)} {how}{minute}"


def _said(pack: Pack, action_id: int, words: str, by: str) -> str:
    action = next((line.action for line in pack.lines if line.action.id == action_id), None)
    named = actions.named(action) if action else ""
    return f"{named} · {by} said {quoted(shortened(words, 200))}; not confirmed"


def _view(pack: Pack, view: ToldView) -> str:
    return f"{view_named(pack, view)} · {views.line(view)}"


def view_named(pack: Pack, view: ToldView) -> str:
    """What a view is of."""
    action = pack.action(view.action_id) if view.action_id is not None else None
    if action is not None:
        return actions.named(action)
    return quoted(view.matter) if view.matter else "An action"


def _ahead(item: ForwardItem, today: date) -> str:
    return boards.in_list(item, today)
