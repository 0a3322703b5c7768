"""The pictures of a paper as values: what each shows, its message as a title, its text for who hears it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.pack import Pack
from bot.pack_lines import PackLine
from bot.papers.chosen import chosen
from bot.phrases import dates
from bot.phrases.words import counted, listed, shortened
from bot.plan import ActionId
from bot.rag import Standing

MOST_ACTIONS = 30
"""As many actions as one picture shows on a page; of more, those that are worst."""
MOST_BODIES = 8
IN_ALT = 6
"""As many items as a picture's text tells one by one; the tables of the paper have all of them."""


@dataclass(frozen=True, slots=True)
class History:
    """What was shown for each action on some days, oldest first; the last is the day of the pack."""

    days: tuple[date, ...] = ()
    shown: tuple[Mapping[ActionId, Standing], ...] = ()


@dataclass(frozen=True, slots=True)
class SlipBar:
    """One action: its first date, when it is expected now, and how long lies between."""

    label: str
    first: date
    expected: date
    standing: Standing
    length: str


@dataclass(frozen=True, slots=True)
class SlipChart:
    """First date against expected finish, the furthest first. `on` is the day it is as at."""

    title: str
    note: str
    alt: str
    on: date
    bars: tuple[SlipBar, ...]


@dataclass(frozen=True, slots=True)
class RagStrip:
    """What was shown for each action on each day; None before it was in the plan."""

    title: str
    note: str
    alt: str
    days: tuple[date, ...]
    rows: tuple[tuple[str, tuple[Standing | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class RagByBody:
    """How many actions of each organisation stood in each colour on each day."""

    title: str
    note: str
    alt: str
    days: tuple[date, ...]
    bodies: tuple[tuple[str, tuple[Mapping[Standing, int], ...]], ...]


Picture = SlipChart | RagStrip | RagByBody


def slip_chart(pack: Pack, most: int = MOST_ACTIONS) -> SlipChart | None:
    """Of the open actions that are expected after their first date; None when there are none."""
    bars = tuple(_bar(line, pack) for line in _slipped(pack))
    if not bars:
        return None
    open_ones = sum(line.action.status.is_open for line in pack.lines)
    title = (
        f"{len(bars)} of {counted(open_ones, 'open action')} {_are(len(bars))} expected after "
        f"{'its' if len(bars) == 1 else 'their'} first date; the furthest by {bars[0].length}"
    )
    told = "; ".join(
        f"{bar.label}, {bar.standing.word}, from {dates.day_with_year(bar.first)} to "
        f"{dates.day_with_year(bar.expected)}, {bar.length}"
        for bar in bars[:IN_ALT]
    )
    return SlipChart(title, _shown(len(bars), most), f"Slip chart. {title}. {told}.", pack.on, bars[:most])


def _slipped(pack: Pack) -> list[PackLine]:
    found = [
        line
        for line in pack.lines
        if line.action.status.is_open and line.action.baseline_due and line.now.is_slipped
    ]
    return sorted(found, key=lambda line: -(line.now.slippage_days or 0))


def _bar(line: PackLine, pack: Pack) -> SlipBar:
    days = line.now.slippage_days or 0
    first = line.action.baseline_due.end if line.action.baseline_due else pack.on
    return SlipBar(_label(line), first, first + timedelta(days=days), line.now.standing, dates.weeks(days))


def rag_strip(pack: Pack, history: History, most: int = MOST_ACTIONS) -> RagStrip | None:
    """Of every open action, or of the worst; None without a past to show."""
    lines = [line for line in pack.lines if line.action.status.is_open]
    if len(history.days) < 2 or not lines:
        return None
    rows = tuple(
        (_label(line), tuple(shown.get(line.action.id) for shown in history.shown))
        for line in chosen(lines, most)
    )
    worse = sum(_is_worse(history, line.action.id) for line in lines)
    better = sum(_is_worse(history, line.action.id, turned=True) for line in lines)
    since = dates.day_with_year(history.days[0])
    title = f"Since {since}, {worse} of {counted(len(lines), 'open action')} became worse and {better} better"
    told = "; ".join(
        f"{label}: {', then '.join(_runs(shown))}" for label, shown in rows[:IN_ALT] if any(shown)
    )
    return RagStrip(title, _shown(len(lines), most), f"RAG history. {title}. {told}.", history.days, rows)


def rag_by_body(pack: Pack, history: History, most: int = MOST_BODIES) -> RagByBody | None:
    """Of the organisations with most actions; None without a past to show."""
    led: dict[str, list[ActionId]] = {}
    for line in pack.lines:
        led.setdefault(_body(line), []).append(line.action.id)
    if len(history.days) < 2 or not led:
        return None
    largest = sorted(led, key=lambda body: (-len(led[body]), body))[:most]
    bodies = tuple(
        (body, tuple(Counter(shown[one] for one in led[body] if one in shown) for shown in history.shown))
        for body in largest
    )
    reds = {body: counted_on[-1][Standing.RED] for body, counted_on in bodies}
    worst = max(reds, key=lambda body: reds[body])
    title = (
        f"{worst} has most red: {reds[worst]} of {counted(len(led[worst]), 'action')}"
        if reds[worst]
        else "No organisation has a red action"
    )
    told = "; ".join(f"{body}: {_counts(counted_on[-1])}" for body, counted_on in bodies[:IN_ALT])
    note = f"The {most} organisations with most actions, of {len(led)}." if len(led) > most else ""
    return RagByBody(
        title, note, f"RAG by organisation over time. {title}. Now {told}.", history.days, bodies
    )


def _body(line: PackLine) -> str:
    for lead in line.action.reporting_leads:
        if lead.organisations:
            return lead.organisations[0].name
    return "No organisation"


def _counts(found: Mapping[Standing, int]) -> str:
    return listed([f"{found[one]} {one.word}" for one in Standing if found.get(one)])


def _label(line: PackLine) -> str:
    return f"{line.action.ref} {shortened(line.action.title, 34)}"


def _shown(total: int, most: int) -> str:
    return f"The {most} worst of {total} are shown." if total > most else ""


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


_RANKS = tuple(Standing)


def _is_worse(history: History, action_id: ActionId, *, turned: bool = False) -> bool:
    """Whether the last colour is worse than the first one; silence is neither better nor worse."""
    found = [shown[action_id] for shown in history.shown if action_id in shown]
    coloured = [one for one in found if one not in (Standing.NOT_REPORTED, Standing.NOT_YET_DUE)]
    if len(coloured) < 2:
        return False
    first, last = _RANKS.index(coloured[0]), _RANKS.index(coloured[-1])
    return last > first if turned else last < first


def _runs(shown: Sequence[Standing | None]) -> list[str]:
    told: list[str] = []
    for one in shown:
        if one is not None and (not told or told[-1] != one.word):
            told.append(one.word)
    return told
