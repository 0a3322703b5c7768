"""What is said of a new version of a plan's document: the difference, its questions, and what was done."""

from __future__ import annotations

from collections.abc import Sequence

from bot.phrases import actions, dates
from bot.phrases.words import counted, listed, quoted, shortened
from bot.plan import Action
from bot.versions.difference import DateColumn, DateDifference, Difference, Joined, Line
from bot.versions.taking import Ruling, Taking

NOTHING_DIFFERS = "It says what I hold: no difference. Nothing is changed."
NOTHING_IS_CHANGED = "Nothing is changed yet."
TAKE_IT = "Take this version as far as it is answered?"
NOT_TAKEN = "Nothing was changed."


def summary(name: str, found: Difference) -> str:
    """The counts of what differs: "v4 against my record: 3 new · 2 gone · 74 the same."."""
    if found.is_empty:
        return f"{quoted(name)} against my record: {counted(len(found.lines), 'action')}. {NOTHING_DIFFERS}"
    lines = found.lines
    counts = (
        (len(found.new), "new"),
        (len(found.gone), "gone"),
        (sum(line.is_renumbered for line in lines), f"renumbered{_first_renumbered(lines)}"),
        (sum(line.is_reworded for line in lines), "reworded"),
        (sum(line.is_regrouped for line in lines), "under another theme"),
        (sum(line.leads is not None for line in lines), "with other leads"),
        (len(found.dated), "date changed" if len(found.dated) == 1 else "dates changed"),
        (sum(_takes_standing(line) for line in lines), "with another status or colour"),
        (sum("comments" in line.words for line in lines), "with other comments"),
        (sum(line.is_same for line in lines), "the same"),
        (sum(one.is_merged for one in found.joined), "look merged"),
        (sum(not one.is_merged for one in found.joined), "look divided"),
    )
    told = " · ".join(f"{number} {words}" for number, words in counts if number)
    return f"{quoted(name)} against my record: {told}. {NOTHING_IS_CHANGED}"


def _first_renumbered(lines: Sequence[Line]) -> str:
    """Which, where it is only one: " (2.9 → 2.8b)"."""
    found = [line for line in lines if line.is_renumbered]
    return f" ({found[0].action.ref} → {found[0].draft.ref})" if len(found) == 1 else ""


def _takes_standing(line: Line) -> bool:
    return line.standing is not None and not line.standing.is_older


def report(name: str, found: Difference) -> str:
    """The summary, and below it everything that differs, kind by kind."""
    groups = (
        ("New", [f"{one.ref} {shortened(one.text or one.recommendation, 90)}" for one in found.new]),
        ("Gone", [actions.named(one, 90) for one in found.gone]),
        ("Renumbered", [f"{one.action.ref} → {one.draft.ref}" for one in found.lines if one.is_renumbered]),
        ("Reworded", [_reworded(one) for one in found.lines if one.is_reworded]),
        ("Under another theme", [one.action.ref for one in found.lines if one.is_regrouped]),
        ("Other leads", [_leads(one) for one in found.lines if one.leads is not None]),
        ("Other dates, each a question", [date_difference(line.action, one) for line, one in found.dated]),
        ("Another status or colour", [_standing(one) for one in found.lines if _takes_standing(one)]),
        ("Other comments", [one.action.ref for one in found.lines if "comments" in one.words]),
        ("Looks merged or divided", [joined(one) for one in found.joined]),
        (kept(len(found.kept)), [_standing(one) for one in found.kept]),
    )
    parts = [summary(name, found)]
    parts += ["\n".join((f"{heading}:", *lines)) for heading, lines in groups if lines]
    return "\n\n".join(parts)


def kept(number: int) -> str:
    """Colours that are older than the record's."""
    return f"The file's colours and statuses are older than mine for {counted(number, 'action')}: kept mine"


def _reworded(line: Line) -> str:
    fields = listed([_FIELDS[field] for field in line.words if field in _FIELDS])
    words = next(getattr(line.draft, field) for field in line.words if field in _FIELDS)
    return f"{line.action.ref}, {fields}: {quoted(shortened(words, 90))}"


_FIELDS = {
    "recommendation": "its recommendation",
    "text": "its action",
    "outcome": "its outcome",
    "workstream": "its workstream",
}


def _leads(line: Line) -> str:
    was = listed([lead.name for lead in line.action.leads]) or "no lead"
    return f"{line.action.ref}: {listed(line.leads or ())} (was {was})"


def _standing(line: Line) -> str:
    standing = line.standing
    if standing is None:
        return line.action.ref
    state = standing.status_text or actions.STATUS_WORDS[standing.status]
    colour = f", {actions.colour(standing.rag)}" if standing.rag else ""
    return f"{line.action.ref}: {state}{colour}"


def joined(one: Joined) -> str:
    """ "2.3 and 2.4 look merged into 2.3"."""
    if one.is_merged:
        return f"{listed(one.parts)} look merged into {one.one}"
    return f"{one.one} looks divided into {listed(one.parts)}"


def date_difference(action: Action, one: DateDifference) -> str:
    """ "2.7a says end of Jan 2027, I hold Sept 2026"; which date, where it is not the plan's own."""
    of = {DateColumn.FORECAST: " as forecast", DateColumn.ORIGINAL: " as its first date"}.get(one.column, "")
    held = f"I hold {dates.timescale(one.was)}" if one.was else "I hold none"
    return f"{action.ref} says {dates.timescale(one.now)}{of}, {held}"


def date_question(action: Action, one: DateDifference) -> str:
    """What is asked of one date that differs."""
    return (
        f"{date_difference(action, one)}. Is that agreed by the board, the lead's forecast or a typing error?"
    )


def gone_question(action: Action) -> str:
    """What is asked of one action that the document no longer has."""
    return f"{actions.named(action, 90)} is not in the file. Withdraw it, or keep it?"


RULINGS: dict[Ruling, str] = {
    Ruling.AGREED: "agreed by the board",
    Ruling.FORECAST: "the lead's forecast",
    Ruling.TYPING_ERROR: "a typing error",
    Ruling.WITHDRAWN: "withdraw",
    Ruling.KEEP: "leave as it is",
}
MINUTE = "Minute reference, if there is one"
REASON = "Reason, for the record"


def taken(title: str, found: Difference, taking: Taking, open_dates: int, open_gone: int) -> str:
    """What was done, and what stays as it was for want of an answer."""
    changed = len({one.action_id for one in taking.revisions})
    said = [f"{title}: {counted(changed, 'action')} changed, {len(taking.added)} added."]
    if taking.is_empty:
        said = [f"{title}: nothing was changed."]
    if open_dates:
        said.append(f"{counted(open_dates, 'date')} not answered: mine stay.")
    if open_gone:
        said.append(f"{counted(open_gone, 'action')} not in the file: kept.")
    if found.kept:
        said.append(f"{kept(len(found.kept))}.")
    return " ".join(said)
