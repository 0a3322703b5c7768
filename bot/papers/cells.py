"""How an action stands in the cells of a paper: RAG as a word with its shape, dates as people say them."""

from __future__ import annotations

from datetime import date

from bot.assessment import Assessed
from bot.pack import Pack
from bot.pack_lines import PackLine
from bot.phrases import actions, dates
from bot.phrases.words import quoted, shortened
from bot.plan import Action
from bot.rag import BETWEEN, Rag, Standing

WORDS = 220
"""As many characters of what a lead said as a cell gives; the tracker has all of it."""


def on_paper(text: str) -> str:
    """A sentence with shapes of plain type for the coloured marks, which office programs do not print."""
    for standing in (one for one in Standing if one not in BETWEEN):
        text = text.replace(standing.mark, standing.on_paper.split()[0])
    return text


def rag(one: Rag) -> str:
    """ "◆ Amber"."""
    return Standing(one.value).on_paper


def action(line: PackLine, pack: Pack) -> str:
    """What it is, who leads it, and whether what was said of it has been corrected."""
    title = shortened(line.action.title, 160)
    at = dict(pack.corrected).get(line.action.id)
    return "\n".join(part for part in (title, who(line.action), f"Corrected {at}" if at else "") if part)


def who(action: Action) -> str:
    """The body first: actions are late, people are not."""
    said = []
    for lead in action.reporting_leads:
        bodies = "/".join(body.name for body in lead.organisations)
        said.append(f"{bodies}, {lead.name}" if bodies else lead.name)
    return "; ".join(said) or "No lead"


def agreed(action: Action) -> str:
    """The agreed date, with the first one where the board has moved it."""
    if action.approved_due is None:
        return "No date"
    now = dates.timescale(action.approved_due)
    first = action.baseline_due
    return (
        now if first is None or first.same_time(action.approved_due) else f"{now} (first {first_of(action)})"
    )


def first_of(action: Action) -> str:
    """The first date the board agreed."""
    return dates.timescale(action.baseline_due) if action.baseline_due else "none"


def forecast(one: Assessed, today: date) -> str:
    """When it is expected now, how far that lies from the first date, and how often it has moved."""
    action = one.action
    if action.completed_on is not None and not action.status.is_open:
        return f"Done {dates.day_with_year(action.completed_on)}"
    expected = action.forecast_due
    said = dates.timescale(expected) if expected else "As agreed" if action.approved_due else "None given"
    if one.is_late and (expected is None or expected.is_past(today)):
        said = "No new date given"
    parts = [said]
    if one.slippage_days and one.is_slipped:
        parts.append(f"{dates.weeks(one.slippage_days)} after the first date")
    if one.is_after_end:
        parts.append("after the plan's end, as agreed" if not one.is_slipped else "after the plan's end")
    if action.moves:
        parts.append(f"moved\u00a0×{len(action.moves)}")
    said = "; ".join(parts)
    return said[:1].upper() + said[1:]


def last_words(action: Action) -> str:
    """What the lead said last, with its day: old text is never shown as if new."""
    words = actions.latest_words(action)
    if not words:
        return "Nothing said yet" if action.reported_at is None else ""
    at = f" ({dates.day_with_year(action.reported_at.date())})" if action.reported_at else ""
    return f"{quoted(shortened(words, WORDS))}{at}"


def standing(one: Assessed) -> str:
    """The cell of a colour: exactly the word with its shape."""
    return one.standing.on_paper


def was(line: PackLine) -> str:
    """What the board last saw."""
    return line.was.standing.on_paper if line.was else "New"


def named(action: Action) -> str:
    """The reference with its title, for a heading."""
    return actions.named(action, 90)
