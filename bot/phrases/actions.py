"""How an action is named and shown in a line."""

from __future__ import annotations

from datetime import date

from bot.assessment import Assessed
from bot.phrases import dates
from bot.phrases.words import listed, shortened
from bot.plan import Action, ActionStatus, Lead
from bot.rag import Rag, Standing
from bot.recurring import Duty
from bot.timescale import Timescale

TITLE_WIDTH = 60
BUTTON_WIDTH = 40

STATUS_WORDS: dict[ActionStatus, str] = {
    ActionStatus.NOT_STARTED: "Not started",
    ActionStatus.IN_PROGRESS: "In progress",
    ActionStatus.CLAIMED_DONE: "Reported done",
    ActionStatus.COMPLETE: "Complete",
    ActionStatus.ON_HOLD: "On hold",
    ActionStatus.WITHDRAWN: "Withdrawn",
}


def named(action: Action, width: int = TITLE_WIDTH) -> str:
    """ "2.7a Discharge letters to GPs"."""
    title = shortened(action.title, width)
    return f"{action.ref} {title}" if title else action.ref


def colour(rag: Rag) -> str:
    """ "🔶 Amber"."""
    return str(Standing(rag.value))


def colour_word(rag: Rag) -> str:
    """ "Amber"."""
    return Standing(rag.value).word


def lead_name(action: Action, lead: Lead) -> str:
    """A lead's name: behind their deputy's while somebody stands in, and never as absent; a post with who
    holds it."""
    deputy = next((one.name for one in action.deputies if one.lead_id == lead.speaks), "")
    if deputy:
        return f"{deputy} for {lead.name}"
    if lead.is_vacant:
        return f"{lead.name} (vacant)"
    held = f" ({'interim: ' if lead.is_interim else ''}{lead.holder})" if lead.holder else ""
    return f"{lead.name}{held}"


def leads(action: Action, *, with_organisation: bool = True) -> str:
    """ "S Okoro, Dunvale NHS Trust"; every lead of several, or "no lead"."""
    said = []
    for lead in action.reporting_leads:
        organisations = "/".join(body.name for body in lead.organisations)
        name = lead_name(action, lead)
        said.append(f"{name}, {organisations}" if organisations and with_organisation else name)
    return "; ".join(said) if with_organisation else listed(said) if said else "no lead"


def leads_or_none(action: Action) -> str:
    """The leads with their organisations, or that there is none."""
    return leads(action) or "no lead"


def due(action: Action) -> str:
    """ "due Sept 2026" by the agreed date, how often a duty without one recurs, or that there is none."""
    if action.approved_due is None:
        return f"due {every(action.duty)}" if action.duty is not None else "no date"
    return f"due {dates.timescale(action.approved_due)}"


def due_next(action: Action, today: date) -> str:
    """What is asked for now: "every 3 months, next due by 30 Sept" of a duty, else the agreed date."""
    owed = action.duty.owed(today) if action.duty is not None else None
    if action.duty is None or owed is None:
        return due(action)
    return f"{every(action.duty)}, next due by {dates.near(owed, today)}"


def every(duty: Duty) -> str:
    """ "every 3 months"."""
    return "every month" if duty.every_months == 1 else f"every {duty.every_months} months"


def shown(one: Assessed) -> str:
    """The standing of an action, with the last colour beside a silence and a claim beside a colour."""
    if one.is_reported_done:
        return f"{one.standing}, reported done" if one.action.rag else "Reported done"
    if one.is_waiting:
        return f"{one.standing}, {waits(one.action)}"
    if one.standing is Standing.NOT_REPORTED and one.action.rag is not None:
        return f"{one.standing} (last {colour(one.action.rag)})"
    return str(one.standing)


def waits(action: Action) -> str:
    """ "waiting for 1.4", or for a decision as people call it."""
    return f"waiting for {action.waiting_for.name}" if action.waiting_for is not None else ""


def last_said(one: Assessed, today: date) -> str:
    """ "last 🟢 Green, 14 Aug" or "not reported yet", as a prompt reminds its lead."""
    action = one.action
    if action.rag is None:
        return str(Standing.NOT_YET_DUE if one.standing is Standing.NOT_YET_DUE else Standing.NOT_REPORTED)
    if action.reported_at is None:
        return f"in the plan {colour(action.rag)}"
    return f"last {colour(action.rag)}, {dates.near(action.reported_at.date(), today)}"


def after_first_date(finish: Timescale, first: Timescale | None) -> str:
    """How a finish stands to the first agreed date: "18 weeks after the first date"."""
    if first is None:
        return "no first date"
    days = (finish.end - first.end).days
    if days == 0:
        return "the first date"
    return f"{dates.weeks(days)} {'after' if days > 0 else 'before'} the first date"


def latest_words(action: Action) -> str:
    """What was said of it last: the blocker, unless something else has been told since. A note that holds
    the blocker was told with it."""
    blocker, note = action.blocker or "", action.narrative or ""
    is_later = bool(note) and blocker.casefold() not in note.casefold()
    return note if is_later or not blocker else blocker


def moved(action: Action) -> str:
    """ "moved ×2: May 2026 → Aug 2026 → Oct 2026"; empty when it never moved."""
    if not action.moves:
        return ""
    path = [move.was for move in action.moves[:1] if move.was is not None]
    path += [move.now for move in action.moves]
    steps = " → ".join(dates.timescale(step) for step in path)
    return f"moved ×{len(action.moves)}: {steps}"
