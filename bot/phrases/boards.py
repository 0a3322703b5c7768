"""The forward plan in words, and who follows which plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.boards import Body, Following, ForwardItem, ForwardKind, Remit
from bot.card import Card, Line, Tone
from bot.meetings import Year
from bot.phrases import dates
from bot.phrases.meetings import against_least
from bot.phrases.words import counted, quoted
from bot.timescale import Precision, Timescale

ITEMS_A_LINE = 12

KINDS: dict[ForwardKind, str] = {
    ForwardKind.REPORT: "Report",
    ForwardKind.REVIEW: "Review",
    ForwardKind.RENEWAL: "Renewal",
    ForwardKind.CONSULTATION: "Consultation",
    ForwardKind.HELD_CHECK: "Did it hold?",
}

REMITS: dict[Remit, str] = {Remit.MONITORS: "monitors", Remit.RECEIVES: "receives"}


def forward_plan(name: str, ahead: Sequence[ForwardItem], today: date, to_meet: Sequence[Year] = ()) -> Card:
    """Everything that is still ahead, by when it falls due; `to_meet` are the bodies that are to meet so
    often a year."""
    told = (Line("\n".join(against_least(one) for one in to_meet), Tone.QUIET),) if to_meet else ()
    if not ahead:
        text = f"{name}: nothing is in the forward plan."
        return Card(text, (Line(text), *told))
    title = f"{name}: forward plan ({counted(len(ahead), 'item')})"
    lines = [in_list(one, today) for one in ahead]
    pieces = [
        Line("\n".join(lines[start : start + ITEMS_A_LINE])) for start in range(0, len(lines), ITEMS_A_LINE)
    ]
    return Card(title, (Line(title, Tone.HEADING), *pieces, *told))


def in_list(item: ForwardItem, today: date) -> str:
    """ "Review · Partnership agreement · Board · Sept 2026"."""
    parts = [KINDS[item.kind], item.what, item.body or "", when(item.when)]
    if item.when.is_past(today):
        parts.append("past its date")
    elif item.kind is ForwardKind.CONSULTATION and item.when.start <= today:
        parts.append("open now")
    return " · ".join(part for part in parts if part)


def when(time: Timescale) -> str:
    """A day, a month, or the first and last day of a window."""
    if time.precision is Precision.RANGE:
        return f"{dates.day_with_year(time.start)} to {dates.day_with_year(time.end)}"
    return dates.timescale(time)


def followed(one: Following, title: str) -> str:
    """ "Board monitors Larkmere plan, from 1 June 2026"."""
    until = f" to {dates.day_with_year(one.until_on)}" if one.until_on else ""
    return f"{one.body.name} {REMITS[one.remit]} {title}, from {dates.day_with_year(one.from_on)}{until}"


def described(body: Body) -> str:
    """ "Joint forum: meets at least 3 times a year; papers go to OSC, SHA"; empty where nothing is said."""
    parts = [f"meets at least {times_a_year(body.least_yearly)}"] if body.least_yearly else []
    parts += [f"papers go to {body.distribution}"] if body.distribution else []
    return f"{body.name}: {'; '.join(parts)}" if parts else ""


def times_a_year(times: int) -> str:
    """ "3 times a year"."""
    return f"{ {1: 'once', 2: 'twice'}.get(times, f'{times} times') } a year"


def least_is_set(body: Body, year: Year) -> Card:
    """How often a body is to meet, and how that stands."""
    if body.least_yearly is None:
        text = f"{body.name}: no minimum of meetings any more."
        return Card(text, (Line(text),))
    text = f"{body.name} is to meet at least {times_a_year(body.least_yearly)}."
    undo = f"To put it back: {body.name} has no minimum."
    return Card(text, (Line(text), Line(against_least(year)), Line(undo, Tone.QUIET)))


def not_a_number(words: str) -> Card:
    """A minimum that is no number of meetings a year."""
    text = f"I cannot read how often {quoted(words)} is. Nothing has been saved."
    return Card(text, (Line(text), Line("Try: Joint forum meets at least 3 times a year.", Tone.QUIET)))


def distribution_is_set(body: Body) -> Card:
    """Whom a body's papers go to; what was frozen before stays as it was."""
    if not body.distribution:
        text = f"{body.name} papers: no distribution list any more."
        return Card(text, (Line(text),))
    text = f"{body.name} papers are marked: Distribution: {body.distribution}."
    told = "I print the list; I send nothing to it. A pack frozen before keeps the list it had."
    return Card(text, (Line(text), Line(told, Tone.QUIET)))
