"""What is said of a plan that was read from a file: the summary, and why a file cannot be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from bot.draft import NEEDS_AN_ANSWER, Doubt, DoubtKind, DraftPlan
from bot.kept_doubts import KeptDoubt
from bot.phrases.conventions import own_words
from bot.phrases.words import counted, quoted

AnyDoubt = TypeVar("AnyDoubt", Doubt, KeptDoubt)

# How many of a kind are counted in a line: "4 with no lead".
KINDS: dict[DoubtKind, tuple[str, str]] = {
    DoubtKind.NO_LEAD: ("with no lead", "with no lead"),
    DoubtKind.NO_DATE: ("with no date", "with no date"),
    DoubtKind.TWO_READINGS: ("row with two readings", "rows with two readings"),
    DoubtKind.POST_AS_LEAD: ("lead is a post", "leads are posts"),
    DoubtKind.NO_ACTION_TEXT: ("row without an action's text", "rows without an action's text"),
    DoubtKind.STATUS_IN_DATE: ("status in a date's cell", "statuses in a date's cell"),
    DoubtKind.UNKNOWN_STATUS: ("status in words I do not know", "statuses in words I do not know"),
    DoubtKind.CUT_TEXT: ("text that looks cut at a page break", "texts that look cut at a page break"),
    DoubtKind.STRAY_NUMBER: ("number out of order", "numbers out of order"),
    DoubtKind.NOT_IN_LEAD_LIST: ("name not in your lead list", "names not in your lead list"),
    DoubtKind.PAST_ITS_DATE: ("past its date already", "past their date already"),
    DoubtKind.ROW_NOT_READ: ("row not read", "rows not read"),
    DoubtKind.WHOLLY_PAST: ("plan wholly in the past", "plans wholly in the past"),
    DoubtKind.COLOUR_READ: ("colour read from a cell's shading", "colours read from cells' shading"),
    DoubtKind.WAITS_FOR: ("action that waits for a decision", "actions that wait for a decision"),
    DoubtKind.DATE_IN_TEXT: ("date read from an action's text", "dates read from actions' texts"),
    DoubtKind.REPEATS: ("timescale that repeats", "timescales that repeat"),
    DoubtKind.OWN_NUMBERS: ("plan without numbers of its own", "tables without numbers of their own"),
    DoubtKind.SAID_IN_REMARKS: (
        "date or state said only in comments",
        "dates or states said only in comments",
    ),
    DoubtKind.UNCOMPUTED: ("formula without its result", "formulas without their results"),
    DoubtKind.HIDDEN: ("hidden part of the file", "hidden parts of the file"),
    DoubtKind.PATIENT_DATA: ("text with an NHS number", "texts with an NHS number"),
}


def opening(name: str, draft: DraftPlan) -> str:
    """What was read from a file, in one line."""
    organisations = {body for person in draft.people for body in person.organisations}
    counts = (
        (len(draft.actions), "action"),
        (len(draft.themes), "theme"),
        (len(draft.people), "name"),
        (len(organisations), "organisation"),
        (len(draft.meetings), "meeting"),
    )
    parts = [counted(count, what) for count, what in counts if count]
    return f"I read {quoted(name)}: {', '.join(parts)}. It is a draft; nothing is live."


def summary(name: str, draft: DraftPlan) -> str:
    """What was read from a file, and what to look at, in a few lines."""
    lines = [opening(name, draft)]
    asked = [doubt for doubt in draft.doubts if doubt.kind in NEEDS_AN_ANSWER]
    others = [doubt for doubt in draft.doubts if doubt.kind not in NEEDS_AN_ANSWER]
    if asked:
        lines.append(f"Needs you ({len(asked)}): {by_kind(asked)}")
    if others:
        lines.append(f"Worth a look ({len(others)}): {by_kind(others)}")
    if not draft.doubts:
        lines.append("I am sure of every row.")
    return "\n".join(lines)


def by_kind(doubts: Iterable[AnyDoubt]) -> str:
    """The doubts counted by kind: "4 with no lead · 2 with no date"."""
    return " · ".join(counted_kind(kind, len(some)) for kind, some in grouped(doubts))


def counted_kind(kind: DoubtKind, count: int) -> str:
    """So many of one kind: "4 with no lead"."""
    return f"{count} {KINDS[kind][count > 1]}"


def grouped(doubts: Iterable[AnyDoubt]) -> list[tuple[DoubtKind, tuple[AnyDoubt, ...]]]:
    """The doubts of each kind there is, in the order in which kinds are told."""
    every = tuple(doubts)
    found = ((kind, tuple(one for one in every if one.kind is kind)) for kind in KINDS)
    return [(kind, some) for kind, some in found if some]


def one_doubt(doubt: Doubt) -> str:
    """A doubt and where it stands: "Row 41 · 4.2 has no lead."."""
    return f"{doubt.place or f'Row {doubt.row}'} · {doubt.message}"


def no_plan_in(name: str) -> tuple[str, str]:
    """A file without a plan's table."""
    return (
        f"I found no table of actions in {quoted(name)}.",
        'It needs a row of headings such as "Action", "Lead" and "Timescale", with the actions below.',
    )


OWN_WORDS = "This plan's own words, as I shall read them when a lead uses them:"
KEEP_IT = "Keep this draft? Nobody hears of it until you go live."
NOT_KEPT = "Nothing was saved."


def report(name: str, draft: DraftPlan) -> str:
    """The summary, and below it every doubt where it stands, those that need an answer first."""
    asked = [doubt for doubt in draft.doubts if doubt.kind in NEEDS_AN_ANSWER]
    others = [doubt for doubt in draft.doubts if doubt.kind not in NEEDS_AN_ANSWER]
    parts = [summary(name, draft)]
    parts += ["\n".join(("Needs you:", *_listed(asked)))] if asked else []
    parts += ["\n".join(("Worth a look:", *_listed(others)))] if others else []
    parts += ["\n".join((OWN_WORDS, *own_words(draft.status_words)))] if draft.status_words else []
    return "\n\n".join(parts)


def _listed(doubts: Iterable[Doubt]) -> list[str]:
    lines = []
    for kind, some in grouped(doubts):
        lines += [f"{counted_kind(kind, len(some))}:", *(f"  {one_doubt(doubt)}" for doubt in some)]
    return lines


def kept(title: str, partnership: str, actions: int) -> str:
    """A draft that was saved, and what comes next."""
    return (
        f"Saved as a draft: {title}, {counted(actions, 'action')}, for {partnership}. "
        f"Next: leadline setup {quoted(partnership)}, then leadline go-live {quoted(partnership)}."
    )


WHOSE_MEETINGS = (
    "The file lists meetings only. Say whose they are: --partnership and a name. Nothing was saved."
)


def meetings_kept(partnership: str, added: int, changed: int, same: int) -> str:
    """Meetings that went into a partnership's calendar."""
    return f"{partnership}: {counted(added, 'meeting')} added, {changed} changed, {same} known already."


def reading_takes_a_while(name: str) -> str:
    """Said before a large file is opened."""
    return f"Opening {quoted(name)} …"


def rows_to_make_sense_of(rows: int, name: str = "") -> str:
    """Said when a long file is open, before its rows are read as a plan."""
    return f"{quoted(name) + ': ' if name else ''}{rows:,} rows. Reading them as a plan …"


def done_reading(name: str, *, is_plan: bool) -> str:
    """Said when a long file has been read; what it holds is told beside this."""
    return (
        f"{quoted(name)} is read. What I made of it is below." if is_plan else f"{quoted(name)} is no plan."
    )
