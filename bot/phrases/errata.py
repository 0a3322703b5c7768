"""A correction in words: in the digest's thread, to the board, and as the line for the paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.card import Act, Button, Card, Line, Taps
from bot.conversation import FieldChange
from bot.dated import ErratumId
from bot.fields import value_of
from bot.phrases import actions, dates
from bot.phrases.words import listed
from bot.plan import Action, ActionStatus
from bot.rag import Rag
from bot.timescale import Timescale


def said(change: FieldChange, value: object) -> str:
    """A corrected value as people say it."""
    held = value_of(change.field, value)
    if isinstance(held, Timescale):
        return dates.timescale(held)
    if isinstance(held, Rag):
        return actions.colour(held)
    if isinstance(held, ActionStatus):
        return actions.STATUS_WORDS[held]
    if isinstance(held, date):
        return dates.day_with_year(held)
    return "no new date" if change.field == "forecast_due" else "nothing"


def in_thread(
    action: Action,
    changed: Sequence[FieldChange],
    at: datetime,
    *,
    same_totals: bool,
    is_undone: bool = False,
) -> Card:
    """ "Correction, Mon 5 Oct 14:05. 2.7a was shown as 3 Nov 2026; it is end of Jan 2027. …"."""
    was, now = _both(changed)
    totals = "unchanged" if same_totals else "changed with it"
    why = "The update was taken back" if is_undone else "I misread the update"
    text = (
        f"Correction, {dates.weekday_and_day(at.date())} {at:%H:%M}. {action.ref} was shown as {was}; "
        f"it is {now}. {why}. Totals above: {totals}."
    )
    return Card(text, (Line(text),))


def gone_from_list(at: str) -> Card:
    """In place of a part of the thread that has nothing left to list."""
    text = f"Nothing is left on this list (corrected {at})."
    return Card(text, (Line(text),))


def line(number: str, ref: str, changed: Sequence[FieldChange]) -> str:
    """The erratum line: "Pack 2026-10 says 3 Nov 2026 for 2.7a; it should say end of Jan 2027."."""
    was, now = _both(changed)
    return f"Pack {number} says {was} for {ref}; it should say {now}."


def _both(changed: Sequence[FieldChange]) -> tuple[str, str]:
    """Everything as it was shown, and as it is."""
    return listed([said(one, one.was) for one in changed]), listed([said(one, one.now) for one in changed])


def to_board(erratum_id: ErratumId, text: str) -> Card:
    """To a chair or board officer: a pack that has gone misstates an action."""
    value = f"erratum:{erratum_id}"
    return Card(
        text,
        (
            Line(f"{text} The pack is unchanged; the erratum line is ready."),
            Taps(
                (
                    Button("Copy", Act.COPY_ERRATUM, value),
                    Button("Issue errata", Act.ISSUE_ERRATUM, value),
                    Button("Raise verbally", Act.RAISE_ERRATUM, value),
                )
            ),
        ),
    )


def right_after_all(number: str, ref: str) -> Card:
    """To a chair or board officer who was told of an error that was none."""
    text = f"Pack {number} is right about {ref} after all: what was said of it since has been taken back."
    return Card(text, (Line(text),))


def to_copy(text: str) -> Card:
    """The line alone, to copy."""
    return Card(text, (Line(f"Erratum. {text}"),))


def issued(text: str, by: str) -> Card:
    """In the pack's thread."""
    words = f"Erratum. {text} Issued by {by}."
    return Card(words, (Line(words),))


def settled(*, is_issued: bool) -> Card:
    """To whoever said what becomes of it."""
    text = (
        "The erratum is in the pack's thread. The pack itself is unchanged."
        if is_issued
        else "Noted: it is raised in the meeting. The pack itself is unchanged."
    )
    return Card(text, (Line(text),))


def records_say_so(days: Sequence[date], packs: Sequence[str]) -> str:
    """ "The Mon 5 Oct digest now says so."; of a pack who is told; empty when nothing had said it."""
    told = []
    if days:
        named = " and ".join(dates.weekday_and_day(day) for day in days)
        several = len(days) > 1
        told.append(f"The {named} digest{'s' if several else ''} now say{'' if several else 's'} so.")
    if packs:
        named = " and ".join(packs)
        told.append(f"Pack {named} has gone: the chair and board officer are told, with an erratum line.")
    return " ".join(told)
