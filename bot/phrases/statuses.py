"""What `status` shows: a chair's summary for a phone, whole lists, one action and its history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.assessment import Assessed, counts
from bot.card import Act, Button, Card, Line, Taps, Tone
from bot.phrases import actions, dates
from bot.phrases.conventions import key, published_scale
from bot.phrases.words import listed, quoted, shortened
from bot.plan import Action, ActionPlan
from bot.rag import Standing
from bot.rollup import roll_up
from bot.slippage import is_without_finish
from bot.status_filter import Filter, Shown

PHONE_WIDTH = 40
SCREEN_WIDTH = 400
"""On a terminal, which wraps a line itself, nothing is cut."""

ACTIONS_A_LINE = 12
MOST_TO_ACCEPT = 5

HEADINGS: dict[Shown, str] = {
    Shown.SUMMARY: "Summary",
    Shown.ALL: "All actions",
    Shown.OPEN: "Open",
    Shown.RED: "🔺 Red",
    Shown.AMBER: "🔶 Amber",
    Shown.GREEN: "🟢 Green",
    Shown.COMPLETE: "🟦 Complete",
    Shown.NOT_YET_DUE: "➖ Not yet due",
    Shown.NOT_REPORTED: "❔ Not reported",
    Shown.LATE: "Late: past the date the board agreed",
    Shown.SLIPPING: "Slipping: late, or expected after the agreed date",
    Shown.MOVED_AGAIN: "Moved more than once",
    Shown.FORECAST_LATE: "Forecast late: expected after the agreed date",
    Shown.NO_UPDATE: "No update",
    Shown.UNDATED: "No date or no lead",
    Shown.REPORTED_DONE: "Reported done, to be accepted",
    Shown.HELP_WANTED: "Help wanted",
    Shown.WAITING: "Waiting for a decision or another action",
    Shown.ON_HOLD: "On hold",
    Shown.WITHDRAWN: "Withdrawn",
    Shown.DISAGREEING: "Colour and dates disagree",
    Shown.MINE: "Your actions",
    Shown.ACTION: "Action",
    Shown.GROUP: "Lines of",
    Shown.THEME: "Theme",
    Shown.WORKSTREAM: "Workstream",
    Shown.PERSON: "Led by",
    Shown.ORGANISATION: "Led from",
    Shown.ABOUT: "About",
    Shown.DUE: "Due",
    Shown.COMPLETED_IN: "🟦 Completed",
}
"""What a list of one kind is headed; what is put together from several names each (`heading`)."""

JOINED = {Shown.ANY_OF: " or ", Shown.ALL_OF: " · "}
"""How what is put together is named."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a chair's summary is made of; no line is wider than `width` characters."""

    name: str
    at: datetime
    assessed: tuple[Assessed, ...]
    next_meeting: str
    share_value: str
    width: int = PHONE_WIDTH
    to_decide: tuple[str, ...] = ()
    asked_of_you: tuple[str, ...] = ()
    paused: tuple[str, ...] = ()


def summary(facts: Summary) -> Card:
    """At most ten lines of at most forty characters, then the lists behind taps."""
    lines = [shortened(line, facts.width) for line in _summary_lines(facts)]
    taps = [
        Button(label, Act.SHOW_STATUS, f"status:{words}")
        for label, words, wanted in _LISTS
        if any(wanted(one) for one in facts.assessed)
    ]
    if facts.to_decide:
        taps.insert(0, Button("Decide", Act.SHOW_DECISIONS, "status:decide", is_primary=True))
    if facts.share_value:
        taps.append(Button("Share in channel", Act.SHARE, facts.share_value))
    pieces: list[Line | Taps] = [Line(lines[0], Tone.HEADING), Line("\n".join(lines[1:]))]
    return Card(" · ".join((lines[0], *lines[1:2])), (*pieces, Taps(tuple(taps))) if taps else tuple(pieces))


_LISTS: tuple[tuple[str, str, Callable[[Assessed], bool]], ...] = (
    ("Late", "late", lambda one: one.is_late),
    ("Forecast late", "forecast late", lambda one: one.is_forecast_late),
    ("No update", "no update", lambda one: one.is_silent),
    ("To accept", "reported done", lambda one: one.is_reported_done),
)


def _summary_lines(facts: Summary) -> list[str]:
    found = counts(facts.assessed)

    def shown(*standings: Standing) -> str:
        return " · ".join(f"{one.mark} {found[one]} {one.word}" for one in standings if found[one])

    late = sum(one.is_late for one in facts.assessed)
    forecast = sum(one.is_forecast_late for one in facts.assessed)
    silent = sum(one.is_silent for one in facts.assessed)
    undated = sum(one.is_undated or one.has_no_lead for one in facts.assessed)
    done = sum(one.is_reported_done for one in facts.assessed)
    heading = f"{dates.weekday_and_day(facts.at.date())}, {facts.at:%H:%M}"
    return [
        f"{shortened(facts.name, facts.width - len(heading) - 3)} · {heading}",
        *facts.paused,
        *_refs_line(f"Decide {len(facts.to_decide)}", facts.to_decide, facts.width),
        *[
            line
            for line in (
                shown(Standing.RED, Standing.AMBER_RED, Standing.AMBER),
                shown(Standing.AMBER_GREEN, Standing.GREEN, Standing.COMPLETE),
                shown(Standing.NOT_YET_DUE, Standing.NOT_REPORTED),
            )
            if line
        ],
        f"Late {late} · forecast late {forecast} · no update {silent}",
        *([f"No date or lead {undated}"] if undated else []),
        *([f"Reported done, to accept: {done}"] if done else []),
        *longest(facts.assessed, facts.at.date()),
        *_refs_line("Help wanted", [one.action.ref for one in facts.assessed if one.wants_help], facts.width),
        *_refs_line("After the plan's end", after_end(facts.assessed), facts.width),
        *([f"Asked of you: {'; '.join(facts.asked_of_you)}"] if facts.asked_of_you else []),
        *([facts.next_meeting] if facts.next_meeting else []),
    ]


def after_end(assessed: Sequence[Assessed]) -> list[str]:
    """The actions agreed for after their plan's end: shown as that, and not as late."""
    return [one.action.ref for one in assessed if one.is_after_end]


def longest(assessed: Sequence[Assessed], today: date) -> list[str]:
    """The action that is late by most: "Longest: 1.10 🔺 Red, 15 weeks, no date"."""
    late = [one for one in assessed if one.is_late and one.slippage_days is not None]
    if not late:
        return []
    worst = max(late, key=lambda one: one.slippage_days or 0)
    undated = ", no date" if is_without_finish(worst.action, today) else ""
    return [f"Longest: {worst.action.ref} {worst.standing}, {dates.weeks(worst.slippage_days or 0)}{undated}"]


def _refs_line(label: str, refs: Sequence[str], width: int) -> list[str]:
    """ "Decide 3: 2.7a, 3.4, 6.1", with a whole count of what a phone's line cannot hold."""
    if not refs:
        return []
    line = f"{label}: {', '.join(refs)}"
    if len(line) <= width:
        return [line]
    kept = refs[:3]
    return [f"{label}: {', '.join(kept)} +{len(refs) - len(kept)} more"]


def heading(wanted: Filter) -> str:
    """What a list is of."""
    if wanted.shown in JOINED:
        named = [heading(part).partition(":")[0] for part in wanted.parts]
        return JOINED[wanted.shown].join((*named[:1], *map(_uncapped, named[1:])))
    first = HEADINGS[wanted.shown]
    return f"{first} {wanted.name}" if wanted.name else first


def _uncapped(title: str) -> str:
    """ "Due before Christmas" in the middle of a line; a colour keeps its name."""
    return title if not title[:1].isalpha() else title[0].lower() + title[1:]


def list_of(
    wanted: Filter,
    assessed: Sequence[Assessed],
    today: date,
    *,
    may_accept: Sequence[Action],
    share_value: str,
) -> Card:
    """Every action the filter shows; the count is whole."""
    title = f"{heading(wanted)} ({len(assessed)})"
    if not assessed:
        text = f"{heading(wanted)}: none."
        return Card(text, (Line(text),))
    pieces: list[Line | Taps] = [Line(title, Tone.HEADING)]
    if wanted.shown is Shown.GROUP:
        pieces.append(Line(rolled_up(assessed)))
    lines = [in_list(one, today) for one in assessed]
    pieces += [
        Line("\n".join(lines[start : start + ACTIONS_A_LINE]))
        for start in range(0, len(lines), ACTIONS_A_LINE)
    ]
    taps = [
        Button(f"Accept {action.ref}", Act.ACCEPT_DONE, f"action:{action.id}")
        for action in may_accept[:MOST_TO_ACCEPT]
    ]
    if share_value:
        taps.append(Button("Share in channel", Act.SHARE, share_value))
    if taps:
        pieces.append(Taps(tuple(taps)))
    if len(may_accept) > MOST_TO_ACCEPT:
        more = [action.ref for action in may_accept[MOST_TO_ACCEPT:]]
        pieces.append(Line(f"To accept {listed(more)} too: status and the number.", Tone.QUIET))
    return Card(title, tuple(pieces))


def rolled_up(assessed: Sequence[Assessed]) -> str:
    """How a recommendation stands, with the rule it is worked out by."""
    found = roll_up(assessed)
    if found.is_delivered:
        return f"{found.standing}: all {found.lines} delivered."
    rule = "the worst of its open lines; delivered when every line is"
    return f"{found.delivered} of {found.lines} delivered · {found.standing} ({rule})"


def in_list(one: Assessed, today: date) -> str:
    """An action in a list, two short lines."""
    action = one.action
    who = actions.leads(action, with_organisation=False)
    return f"{actions.named(action)}\n  {actions.shown(one)} · {who} · {_when(one, today)}"


def _when(one: Assessed, today: date) -> str:
    action = one.action
    if action.completed_on is not None and not one.is_late:
        return f"finished {dates.near(action.completed_on, today)}"
    if action.forecast_due is not None and not action.forecast_due.same_time(action.approved_due):
        passed = ", which has passed" if is_without_finish(action, today) else ""
        return f"{actions.due(action)}, forecast {dates.timescale(action.forecast_due)}{passed}"
    return f"{actions.due(action)}, no new date given" if one.is_late else actions.due(action)


def key_of(plans: Sequence[ActionPlan]) -> Card:
    """What each plan's colours and words mean, and how its dates are judged."""
    pieces = [Line("\n".join((published_scale(plan), key(plan)))) for plan in plans]
    return Card(f"Key: {plans[0].title}", tuple(pieces))


def unknown_filter(words: str) -> Card:
    """The filter names nothing in view."""
    text = f"I find nothing called {quoted(shortened(words, 60))} in the plans you can see."
    hint = "Try status red, status late, status no update, a number such as 2.7, or a lead's name."
    return Card(text, (Line(text), Line(hint, Tone.QUIET)))


def no_plan() -> Card:
    """There is no live plan this person can see."""
    text = "There is no live plan that you can see."
    return Card(
        text, (Line(text), Line("If you expected one, ask its board officer to add you.", Tone.QUIET))
    )


def shared(card: Card, by: str) -> Card:
    """A status as shown in the channel: without its taps, and with who shared it."""
    kept = tuple(piece for piece in card.pieces if not isinstance(piece, Taps))
    return Card(card.summary, (*kept, Line(f"Shared by {by}.", Tone.QUIET)))


def has_been_shared() -> Card:
    """To whoever pressed."""
    text = "Shared in the channel."
    return Card(text, (Line(text),))


def no_channel() -> Card:
    """There is no channel to share in."""
    text = "No channel is set for this partnership yet, so nothing was shared. The board officer can set one."
    return Card(text, (Line(text),))


def accepted(action: Action, by: str) -> Card:
    """A claim of "done" has been accepted."""
    text = f"{action.ref} is {Standing.COMPLETE}, accepted by {by}."
    return Card(text, (Line(text),))
