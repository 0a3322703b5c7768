"""What is said of everything held on an action: for a freedom-of-information request, and for its history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.card import Card, Line, Tone
from bot.card_files import CardFile
from bot.conversation import Prompt, PromptKind, Route, UpdateState
from bot.disclosure import Disclosure, EntryKind
from bot.language.reading import ReadUpdate
from bot.phrases import actions, dates
from bot.phrases.words import counted, listed

NOT_HELD = (
    "Not held here: channel talk that was not sent to me, e-mail, the board's minutes, and copies that "
    "partners' own workspaces keep."
)

KINDS: dict[EntryKind, str] = {
    EntryKind.WRITTEN: "As written",
    EntryKind.EDITED: "As edited",
    EntryKind.DELETED: "Deleted by its writer",
    EntryKind.READ: "As read",
    EntryKind.MORE_TIME: "More time",
    EntryKind.HELP: "Help asked of others",
    EntryKind.CORRECTION: "Date corrected",
    EntryKind.DECISION: "Decision",
    EntryKind.REVISED: "Changed in the plan",
    EntryKind.DIGEST: "Stood in a digest",
    EntryKind.PACK: "Stood in a pack",
    EntryKind.ERRATUM: "Published record corrected",
    EntryKind.ASKED: "Lead asked",
    EntryKind.HANDED_OVER: "Handed over",
    EntryKind.REFUSED: "Refused",
    EntryKind.VIEW: "View of a member",
}
"""What each kind of entry is called."""

ROUTES: dict[Route, str] = {
    Route.DIRECT_MESSAGE: "by direct message",
    Route.MENTION: "in the channel",
    Route.BUTTON: "by button",
    Route.FORM: "in a form",
    Route.RELAYED: "passed on by somebody else",
}
"""How something reached the record."""

STATES: dict[UpdateState, str] = {
    UpdateState.PROPOSED: "Said, not confirmed",
    UpdateState.CONFIRMED: "Saved",
    UpdateState.CANCELLED: "Not saved",
    UpdateState.UNDONE: "Saved, then undone",
    UpdateState.EXPIRED: "Said, not confirmed",
}
"""What became of an update."""


PROMPTS: dict[PromptKind, str] = {PromptKind.ASK: "Asked", PromptKind.REMINDER: "Reminded"}
"""What a prompt was."""


def asked(prompt: Prompt, deputy: str) -> str:
    """That somebody was asked in a round, or their deputy was."""
    through = f", through {deputy} as deputy" if deputy else ""
    unsent = "" if prompt.ts else "; it was not delivered"
    return f"{PROMPTS[prompt.kind]} for the round {prompt.round_key}{through}{unsent}"


def asked_now() -> str:
    """That a chair or an officer asked for one update between rounds."""
    return "Asked the lead for an update"


def handed_over(last: str, to: str) -> str:
    """That an action passed from one lead to another."""
    return f"From {last} to {to}"


def refused(act: str) -> str:
    """What somebody was refused, in the words of the matrix of rights."""
    return f"Not allowed: {act}. Nothing was changed"


def understood(reading: ReadUpdate) -> str:
    """What was read in somebody's words, field by field; "nothing that changes it" when there was none."""
    said = [
        f"colour {actions.colour(reading.rag)}" if reading.rag else "",
        reading.progress.value.replace("_", " ") if reading.progress else "",
        f"finished {dates.timescale(reading.completed)}" if reading.completed else "",
        f"forecast {dates.timescale(reading.forecast)}" if reading.forecast else "",
        f"{reading.percent}% done" if reading.percent is not None else "",
        f"blocker: {reading.blocker}" if reading.blocker else ("blocked" if reading.blocked else ""),
        "help wanted" if reading.support else "",
        f"back on track: {reading.path_to_green}" if reading.path_to_green else "",
        "no change" if reading.no_change else "",
    ]
    return " · ".join(part for part in said if part) or "a note"


def instant(at: datetime) -> str:
    """An instant in the partnership's own time: "2 Oct 2026, 10:14"."""
    return f"{dates.day_with_year(at.date())}, {dates.clock(at)}"


def summary(found: Disclosure) -> str:
    """How much is held, of what kind, and from when to when."""
    count = found.count
    told = (
        f"{counted(count(EntryKind.READ), 'update')} as written and as read",
        counted(count(EntryKind.EDITED, EntryKind.DELETED), "edit or deletion", "edits and deletions"),
        counted(count(EntryKind.CORRECTION, EntryKind.ERRATUM), "correction"),
        counted(count(EntryKind.DECISION, EntryKind.MORE_TIME), "decision"),
        counted(count(EntryKind.PACK), "pack"),
        counted(count(EntryKind.DIGEST), "digest"),
    )
    return (
        f"Everything I hold on {_named(found)}{_period(found)}: {', '.join(told)}. "
        f"{counted(len(found.people), 'person', 'people')} named."
    )


def _named(found: Disclosure) -> str:
    lines = [ref for ref in found.refs if ref != found.asked]
    return f"{found.asked} ({', '.join(lines)})" if lines else found.asked


def _period(found: Disclosure) -> str:
    if not found.entries:
        return ""
    first, last = found.entries[0].at.date(), found.entries[-1].at.date()
    return f", {dates.day_with_year(first)} to {dates.day_with_year(last)}"


def names(people: Sequence[str]) -> str:
    """Whose names an officer considers before anything is given."""
    return f"Names to consider first: {listed(people)}." if people else "Nobody is named in it."


def logged(found: Disclosure) -> str:
    """That the request is on record, and what it does."""
    number = found.request.id
    return (
        f"This request is logged as no. {number}. Until it is closed (record close {number}) nothing of it "
        "is deleted."
    )


def card(found: Disclosure, files: tuple[CardFile, ...]) -> Card:
    """To the officer who asked, with the files."""
    first = summary(found)
    rest = (Line(names(found.people)), Line(NOT_HELD), Line(logged(found), Tone.QUIET))
    return Card(first, (Line(first), *rest), files)


def nothing_of(ref: str) -> Card:
    """No action of that number among the plans this person runs."""
    text = f"I hold no action {ref} in a plan you run. Nothing has been logged."
    return Card(text, (Line(text),))


def closed(number: int) -> Card:
    """A request was closed."""
    text = f"Request {number} is closed. What it held falls under the usual retention again."
    return Card(text, (Line(text),))


def no_request(number: int) -> Card:
    """There is none, or it was closed before."""
    text = f"There is no open request {number}. Nothing has been changed."
    return Card(text, (Line(text),))


def open_requests(found: Sequence[tuple[int, str, date]]) -> str:
    """The requests that hold retention, a line each: number, what it covers, when it was asked."""
    if not found:
        return "No request for the record is open."
    return "\n".join(f"{number}: {refs}, asked {dates.day_with_year(on)}" for number, refs, on in found)
