"""The forward plan in words, and who follows which plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.boards import Following, ForwardItem, ForwardKind, Remit
from bot.card import Card, Line, Tone
from bot.phrases import dates
from bot.phrases.words import counted
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


def forward_plan(name: str, ahead: Sequence[ForwardItem], today: date) -> Card:
    """Everything that is still ahead, by when it falls due."""
    if not ahead:
        text = f"{name}: nothing is in the forward plan."
        return Card(text, (Line(text),))
    title = f"{name}: forward plan ({counted(len(ahead), 'item')})"
    lines = [in_list(one, today) for one in ahead]
    pieces = [
        Line("\n".join(lines[start : start + ITEMS_A_LINE])) for start in range(0, len(lines), ITEMS_A_LINE)
    ]
    return Card(title, (Line(title, Tone.HEADING), *pieces))


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
