"""News since an instant, in words: for a phone in one line each, in full as a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.card import Card, Line, Tone
from bot.news import NewsOf
from bot.phrases import actions, dates
from bot.phrases.phone import WIDTH, fitted
from bot.phrases.time_decided import the_body
from bot.phrases.words import counted, quoted, shortened
from bot.status_question import Question, Since

NEWS_A_LINE = 12


def on_phone(one: NewsOf) -> str:
    """ " 6.2 🔶 Amber (was Red), by 30 Oct"."""
    was = f" (was {one.was.standing.word})" if one.is_other_colour and one.was else ""
    head, when = f" {one.action.ref} {one.now.standing}{was}", _by(one)
    shorter = (when, when.replace(" of ", " "), when.replace(" of ", " ").replace(" by ", " "))
    return next((line for by in shorter if len(line := head + by) <= WIDTH), fitted(head + when))


def _by(one: NewsOf) -> str:
    forecast = one.action.forecast_due
    return f", by {dates.timescale(forecast)}" if one.is_other_forecast and forecast is not None else ""


def in_list(one: NewsOf) -> str:
    """An action with what is new of it, two short lines."""
    was = f" (was {one.was.standing.word})" if one.is_other_colour and one.was else ""
    new = "" if one.was else " · new in the plan"
    words = actions.latest_words(one.action)
    said = f" · {quoted(shortened(words, 120))}" if words else ""
    return f"{actions.named(one.action)}\n  {actions.shown(one.now)}{was}{_by(one)}{new}{said}"


def since_when(asked: Question, on: date, body: str = "", pack: str = "") -> str:
    """ "Since the papers went (Fri 2 Oct 2026)", "Since the board met (Wed 14 Oct, with pack 2026-10)"."""
    day = dates.weekday_with_year(on)
    if asked.since is Since.PAPERS:
        return f"Since the papers went ({day})"
    if asked.since is Since.BOARD:
        return f"Since {the_body(body or 'board')} met ({day}{f', with pack {pack}' if pack else ''})"
    return f"Since {day}"


def listed(title: str, found: Sequence[NewsOf], views: Sequence[str] = ()) -> Card:
    """Every action of which something has changed; the count is whole. `views` are what members said since,
    which changes no action."""
    beside = (Line("\n".join(("Views given since:", *views))),) if views else ()
    if not found:
        text = f"{title}: no change."
        return Card(text, (Line(text), *beside))
    head = f"{title}: {counted(len(found), 'action')} changed"
    lines = [in_list(one) for one in found]
    pieces = [
        Line("\n".join(lines[start : start + NEWS_A_LINE])) for start in range(0, len(lines), NEWS_A_LINE)
    ]
    return Card(head, (Line(head, Tone.HEADING), *pieces, *beside))


def nothing_to_count_from(asked: Question) -> Card:
    """No papers have gone yet, or no board has met."""
    if asked.body:
        name = quoted(shortened(asked.body, 60))
        text = f"{name} is no day that I can read, and no body of that name has met yet. Try: since 1 Sept."
        return Card(text, (Line(text),))
    what = "No papers have gone yet" if asked.since is Since.PAPERS else "The board has not met yet"
    text = f"{what}, so there is nothing to count from. Try: status since 1 Sept."
    return Card(text, (Line(text),))


def not_a_day(words: str) -> Card:
    """The words after "since" or "as at" are no day."""
    text = f"I cannot read {quoted(shortened(words, 60))} as a day. Try: status as at 2 Oct."
    return Card(text, (Line(text),))


def still_ahead(day: date) -> Card:
    """A day that has not come."""
    text = f"{dates.weekday_with_year(day)} is still ahead. Type status for how things stand today."
    return Card(text, (Line(text),))


def as_at(card: Card, day: date) -> Card:
    """A status with the day it is of on top."""
    stamp = f"As at {dates.weekday_with_year(day)}: as it was known then."
    return Card(f"{stamp} {card.summary}", (Line(stamp, Tone.QUIET), *card.pieces))
