"""The weekly slippage digest: a header of at most twelve lines, and every action in its thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.assessment import Assessed
from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.digest import Digest, News, Reshaped
from bot.governance import HelpKind, HelpRequest
from bot.phrases import actions, dates
from bot.phrases.words import counted, listed, quoted, shortened
from bot.plan import Action
from bot.rag import BETWEEN, Standing
from bot.slippage import is_without_finish

MOST_IN_HEADER = 6
ACTIONS_A_PART = 20
ACTIONS_A_LINE = 5

LISTS = (
    ("Late: past the date the board agreed", "late"),
    ("Forecast late: expected after the agreed date", "forecast_late"),
    ("No update this round", "no_update"),
    ("No date or lead", "undated"),
)
"""The four lists, never one: their headings, and where a `Digest` has them."""

BESIDE = (
    ("Waiting for a decision or another action", "waiting"),
    ("Late against the first date, within the date the board agreed", "extended"),
    ("Agreed for after the plan's end", "after_end"),
)
"""What is not slippage now and is told all the same."""


def cards(digest: Digest) -> tuple[Card, ...]:
    """The header and the parts of its thread; one line when nothing has changed."""
    if digest.is_unchanged and digest.since is not None:
        return (unchanged(digest, digest.since),)
    parts = detail(digest)
    return (header(digest, has_detail=bool(parts)), *parts)


def unchanged(digest: Digest, since: date) -> Card:
    """Nothing to say: one line."""
    text = (
        f"{digest.name}, {dates.weekday_and_day(digest.on)}: no change since {dates.day_and_month(since)}. "
        f"Late {len(digest.late)}, forecast late {len(digest.forecast_late)}."
    )
    return Card(
        text,
        (Line(text), Taps((Button("Last list", Act.LAST_LIST, _value(digest)),))),
    )


def _value(digest: Digest) -> str:
    strand = f" workstream:{digest.workstream}" if digest.workstream is not None else ""
    return f"partnership:{digest.partnership_id}{strand}"


def nothing_listed() -> Card:
    """Behind "Last list" when no action was on a list."""
    text = "The last digest had nothing late, forecast late, silent or without a date or lead."
    return Card(text, (Line(text),))


def was_due(at: datetime) -> Line:
    """Under a digest that is posted late. `at` is local wall time."""
    return Line(f"This was due on {dates.weekday_and_day(at.date())} at {at:%H:%M}.", Tone.QUIET)


def header(digest: Digest, *, has_detail: bool) -> Card:
    """At most twelve lines for the channel."""
    title = f"{digest.name}: what is slipping · {dates.weekday_with_year(digest.on)}"
    lines = [
        f"{counted(digest.total, 'action')}: {_counts(digest)}",
        _list_counts(digest),
        _news(digest),
        _of_the_plan(digest.news),
        _reported_done(digest),
        _help_wanted(digest),
        _granted(digest),
        _beside(digest),
        f"{'Detail in the thread. ' if has_detail else ''}To update, message me or mention @Leadline.",
    ]
    return Card(
        title,
        (
            Line(title, Tone.HEADING),
            *(Line(line) for line in lines if line),
            Taps((Button("My actions", Act.SHOW_STATUS, "status:mine"),)),
        ),
    )


def _counts(digest: Digest) -> str:
    found = digest.counts
    return " · ".join(
        f"{one.mark} {found[one]} {one.word}" for one in Standing if found[one] or one not in BETWEEN
    )


def _list_counts(digest: Digest) -> str:
    return (
        f"Late {len(digest.late)} · Forecast late {len(digest.forecast_late)} · "
        f"No update this round {len(digest.no_update)} · No date or lead {len(digest.undated)} "
        "(an action can be in several)"
    )


def _news(digest: Digest) -> str:
    news, since = digest.news, digest.since
    if since is None and digest.workstream is not None:
        return "This is the first digest of this workstream; what is new is told from now on."
    if since is None:
        return "This is the starting position: silence counts from now on."
    told = [
        f"{_refs(found)} {state}"
        for found, state in (
            (news.late, "late"),
            (news.forecast_late, "forecast late"),
            (news.complete, "complete"),
            (_withdrawn(news), "withdrawn"),
        )
        if found
    ]
    return f"New since {dates.weekday_and_day(since)}: {'; '.join(told) if told else 'nothing late'}"


def _withdrawn(news: News) -> tuple[Action, ...]:
    """The withdrawn, but for those that are told of as part of another."""
    joined = {one.was for one in news.reshaped if one.is_part}
    return tuple(action for action in news.withdrawn if action.ref not in joined)


def _of_the_plan(news: News) -> str:
    """ "The plan itself: new 4.6; 2.7 is now 2.7a and 2.7b; 3.1 is now part of 3.2; reworded 5.2"."""
    told = [f"new {_refs(news.added)}"] if news.added else []
    shapes = [_shape(one) for one in news.reshaped]
    told += shapes[:MOST_IN_HEADER]
    told += [f"+{len(shapes) - MOST_IN_HEADER} more numbers"] if len(shapes) > MOST_IN_HEADER else []
    told += [f"reworded {_refs(news.reworded)}"] if news.reworded else []
    return f"The plan itself: {'; '.join(told)}" if told else ""


def _shape(one: Reshaped) -> str:
    return f"{one.was} is now {'part of ' if one.is_part else ''}{listed(one.now)}"


def _refs(found: Sequence[Action]) -> str:
    refs = [action.ref for action in found]
    if len(refs) <= MOST_IN_HEADER:
        return listed(refs)
    return f"{', '.join(refs[:MOST_IN_HEADER])} and {len(refs) - MOST_IN_HEADER} more"


def _reported_done(digest: Digest) -> str:
    found = [one.action for one in digest.reported_done]
    return f"Reported done, to be accepted: {_refs(found)}" if found else ""


def _help_wanted(digest: Digest) -> str:
    found = digest.help_wanted
    if not found:
        return ""
    shown = [
        f"{one.action.ref}, {shortened(one.action.blocker or one.action.title, 50)}{_helpers(one, digest)}"
        for one in found[:3]
    ]
    more = f" · +{len(found) - 3} more" if len(found) > 3 else ""
    return f"Help wanted: {' · '.join(shown)}{more}"


def _helpers(one: Assessed, digest: Digest) -> str:
    said = who_helps(one.action, digest.help)
    return f" ({said})" if said else ""


def who_helps(action: Action, asked: Sequence[HelpRequest]) -> str:
    """Who could unblock it and who is at it: "Dunvale IT; taken on by Cllr A Merrin"; "" if nobody knows."""
    open_ones = [one for one in asked if one.action_id == action.id and one.is_open]
    taken = [one.of for one in open_ones if one.kind is HelpKind.TAKEN]
    groups = [one.of for one in open_ones if one.kind is HelpKind.ASKED and one.of != action.help_from]
    said = [action.help_from or ""]
    said += [f"{listed(groups)} asked"] if groups else []
    said += [f"taken on by {listed(taken)}"] if taken else []
    return "; ".join(filter(None, said))


def _granted(digest: Digest) -> str:
    told = [
        f"{action.ref} to {dates.timescale(one.wanted)}"
        + (f" (first {dates.timescale(action.baseline_due)})" if action.baseline_due else "")
        for one in digest.granted
        if (action := digest.action(one.action_id)) is not None
    ]
    more = f" · +{len(told) - 3} more" if len(told) > 3 else ""
    return f"More time granted: {' · '.join(told[:3])}{more}" if told else ""


def _beside(digest: Digest) -> str:
    """Not slippage now: what waits, and what the board gave more time."""
    waiting = [one.action for one in digest.waiting]
    extended = [one.action for one in digest.extended]
    said = [f"Waiting for a decision or another action {len(waiting)} ({_refs(waiting)})"] if waiting else []
    said += [f"Late against the first date, within the agreed date {len(extended)}"] if extended else []
    beyond = [one.action for one in digest.after_end]
    said += [f"Agreed for after the plan's end {len(beyond)} ({_refs(beyond)})"] if beyond else []
    return " · ".join(said)


def detail(digest: Digest) -> tuple[Card, ...]:
    """Every action of the four lists, in parts that fit a message; counts are whole."""
    chunks: list[tuple[str, Sequence[Assessed]]] = []
    for heading, name in (*LISTS, *BESIDE):
        found: tuple[Assessed, ...] = getattr(digest, name)
        for start in range(0, len(found), ACTIONS_A_PART):
            again = ", continued" if start else ""
            chunks.append((f"{heading} ({len(found)}){again}", found[start : start + ACTIONS_A_PART]))
    return tuple(
        _part(digest, heading, found, number, len(chunks))
        for number, (heading, found) in enumerate(chunks, start=1)
    )


def _corrected(one: Assessed, digest: Digest) -> str:
    at = digest.corrected_at(one.action.id)
    return f" (corrected {at})" if at else ""


def _part(digest: Digest, heading: str, found: Sequence[Assessed], number: int, of: int) -> Card:
    today = digest.on
    lines = [f"• {in_detail(one, today)}{_corrected(one, digest)}" for one in found]
    pieces = [
        Line("\n".join(lines[start : start + ACTIONS_A_LINE]))
        for start in range(0, len(lines), ACTIONS_A_LINE)
    ]
    part = f"Part {number} of {of}"
    return Card(heading, (Line(heading, Tone.HEADING), *pieces, Line(part, Tone.QUIET)))


def in_detail(one: Assessed, today: date) -> str:
    """One action of the thread, in a line."""
    action = one.action
    parts = [
        actions.named(action),
        _who(action),
        actions.shown(one),
        _dates(one, today),
        _slipped(one, today),
        _disagrees(one),
        quoted(shortened(words, 160)) if (words := actions.latest_words(action)) else "",
    ]
    return " · ".join(part for part in parts if part)


def _who(action: Action) -> str:
    """ "Larkmere Council, K Bramley", the body first: actions are late, people are not."""
    said = []
    for lead in action.reporting_leads:
        bodies = "/".join(body.name for body in lead.organisations)
        name = actions.lead_name(action, lead)
        said.append(f"{bodies}, {name}" if bodies else name)
    return "; ".join(said) or "no lead"


def _dates(one: Assessed, today: date) -> str:
    action = one.action
    if action.moves:
        passed = ", which has passed" if is_without_finish(action, today) else ""
        return f"{actions.moved(action)}{passed}"
    if action.approved_due is None:
        return (
            "no date" if action.forecast_due is None else f"forecast {dates.timescale(action.forecast_due)}"
        )
    if is_without_finish(action, today):
        return f"{actions.due(action)}, no new date given"
    return actions.due(action)


def _slipped(one: Assessed, today: date) -> str:
    if not one.slippage_days or not one.is_slipped:
        return ""
    counting = is_without_finish(one.action, today)
    return f"{dates.weeks(one.slippage_days)} {'and counting' if counting else 'after the first date'}"


def _disagrees(one: Assessed) -> str:
    if one.disagreement is None or one.standing is Standing.NOT_REPORTED:
        return ""
    why = f"; the lead: {quoted(one.action.rag_reason)}" if one.action.rag_reason else ""
    return f"by the dates {actions.colour(one.disagreement.suggested)}{why}"
