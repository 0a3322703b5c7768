"""Rows that hold two actions: one cell, several dates."""

from __future__ import annotations

from dataclasses import replace

from bot.importing.flow import pieces
from bot.importing.line import Line
from bot.importing.names import NamedLead, persons_in
from bot.importing.times import DateCell
from bot.timescale import Precision, Timescale


def divided(line: Line) -> tuple[Line, ...]:
    """One line a date, where the text shows where each begins; otherwise itself, over the whole time."""
    times = line.due.times
    if len(times) < 2:
        return (line,)
    texts = pieces(line.text, len(times))
    if not texts:
        return (replace(line, due=DateCell((_whole(times),), line.due.status_words, line.due.left)),)
    leads = _divided_leads(line.lead_words, len(times)) or (line.leads,) * len(times)
    parts = [
        replace(line, text=text, due=DateCell((time,), line.due.status_words), leads=group)
        for text, time, group in zip(texts, times, leads, strict=True)
    ]
    for part in parts[1:]:
        part.commentary, part.comments, part.extra = "", "", ()
    return tuple(parts)


def _whole(times: tuple[Timescale, ...]) -> Timescale:
    """From the first of the times to the end of the last, in all their words."""
    words = " ".join(time.words for time in times)
    if all(times[0].same_time(time) for time in times):
        return times[0].in_words(words)
    return Timescale(min(t.start for t in times), max(t.end for t in times), Precision.RANGE, words)


def _divided_leads(words: str, count: int) -> tuple[tuple[NamedLead, ...], ...]:
    """The leads of several actions in one cell, cut where a name comes again; () when that does not tell."""
    groups: list[list[str]] = [[]]
    names = persons_in(words)
    for name in names:
        if name in groups[-1]:
            groups.append([])
        groups[-1].append(name)
    if len(groups) != count and len(names) == count:
        groups = [[name] for name in names]
    if len(groups) != count:
        return ()
    return tuple(tuple(NamedLead(name) for name in group) for group in groups)
