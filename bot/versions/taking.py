"""Taking a version into the record: the answers somebody gave, and the revisions that follow from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.changes import Stored
from bot.draft import DraftAction
from bot.plan import Action, ActionId, ActionStatus, Theme
from bot.stored import stored_timescale, stored_word
from bot.versions.difference import DateColumn, DateDifference, Difference, Line
from bot.versions.matching import plain, ref_key


class ChangeKind(StrEnum):
    """Why a field of an action became what it is: the document's words, or somebody's answer about them."""

    REVISED = "revised"
    AGREED = "agreed"
    FORECAST = "forecast"
    CORRECTION = "correction"
    WITHDRAWN = "withdrawn"
    ADDED = "added"
    SPLIT = "split"
    MERGED = "merged"


class Ruling(StrEnum):
    """What somebody said of a date that differs, or of an action that is gone."""

    AGREED = "agreed"
    FORECAST = "forecast"
    TYPING_ERROR = "typing_error"
    WITHDRAWN = "withdrawn"
    KEEP = "keep"


OF_DATES = (Ruling.AGREED, Ruling.FORECAST, Ruling.TYPING_ERROR, Ruling.KEEP)
OF_GONE = (Ruling.WITHDRAWN, Ruling.KEEP)


@dataclass(frozen=True, slots=True)
class Answer:
    """A ruling with its words: the minute of an agreed date, the reason of a withdrawal."""

    ruling: Ruling
    words: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """Every answer, by the reference the record has for the action. What is not answered is kept as it is."""

    dates: Mapping[str, Answer] = field(default_factory=dict)
    gone: Mapping[str, Answer] = field(default_factory=dict)

    def of_date(self, action: Action) -> Answer:
        """What was said of this action's date."""
        return self.dates.get(ref_key(action.ref), Answer(Ruling.KEEP))

    def of_gone(self, action: Action) -> Answer:
        """What was said of this action, which the document no longer has."""
        return self.gone.get(ref_key(action.ref), Answer(Ruling.KEEP))


@dataclass(frozen=True, slots=True)
class Revision:
    """One field of one action, as it was and as it becomes; dates as `bot.stored` writes them."""

    action_id: ActionId
    field: str
    kind: ChangeKind
    was: Stored
    now: Stored
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Taking:
    """What taking a version does. `order` are the plan's lines as they will stand: actions of the record,
    and new ones by their place in `added`. `themes` are None where they stay as they are. `came_from` is the
    number of the action that the new ones are parts of, where one was split."""

    revisions: tuple[Revision, ...]
    added: tuple[DraftAction, ...]
    order: tuple[ActionId | DraftAction, ...]
    themes: tuple[Theme, ...] | None
    came_from: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not self.revisions and not self.added and self.themes is None


def decide(difference: Difference, answers: Answers) -> Taking:
    """The revisions that the document and the answers ask for. A date nobody ruled on stays as it is."""
    revisions: list[Revision] = []
    themes = _themes(difference)
    for line in difference.lines:
        revisions += _of_line(line, difference, themes)
        revisions += _of_dates(line, answers.of_date(line.action))
    for action in difference.gone:
        answer = answers.of_gone(action)
        if answer.ruling is Ruling.WITHDRAWN:
            revisions += _withdrawn(action, answer.words)
    revisions += _out_of_the_way(difference)
    added = tuple(_placed(one, difference, themes) for one in difference.new)
    return Taking(tuple(revisions), added, _order(difference, added), themes)


def _of_line(line: Line, difference: Difference, themes: tuple[Theme, ...] | None) -> list[Revision]:
    action, said = line.action, line.draft
    found = [(name, getattr(action, name), getattr(said, name)) for name in line.words]
    if line.is_renumbered:
        found.append(("ref", action.ref, said.ref))
    theme = _theme_of(said, difference, themes)
    if line.is_regrouped or (themes is not None and theme is not None and theme != action.theme_ref):
        found.append(("theme_ref", action.theme_ref, theme))
    if line.leads is not None:
        found.append(("leads", [lead.name for lead in action.leads], list(line.leads)))
    if line.standing is not None and not line.standing.is_older:
        now = line.standing
        found += [
            ("status", stored_word(action.status), stored_word(now.status)),
            ("status_text", action.status_text, now.status_text),
            ("rag", stored_word(action.rag), stored_word(now.rag)),
        ]
    return [Revision(action.id, name, ChangeKind.REVISED, was, now) for name, was, now in found if was != now]


def _of_dates(line: Line, answer: Answer) -> list[Revision]:
    """What a ruling does to each date that differs."""
    if answer.ruling not in _PLACES:
        return []
    found = []
    for one in line.dates:
        kind, name = _PLACES[answer.ruling]
        if kind is ChangeKind.CORRECTION:
            name = _corrected(one)
        was, now = stored_timescale(getattr(line.action, name)), stored_timescale(one.now)
        found.append(Revision(line.action.id, name, kind, was, now, answer.words))
    return found


_PLACES: dict[Ruling, tuple[ChangeKind, str]] = {
    Ruling.AGREED: (ChangeKind.AGREED, "approved_due"),
    Ruling.FORECAST: (ChangeKind.FORECAST, "forecast_due"),
    Ruling.TYPING_ERROR: (ChangeKind.CORRECTION, "baseline_due"),
}


def _corrected(difference: DateDifference) -> str:
    """Which date a typing error was made in."""
    if difference.column is DateColumn.FORECAST:
        return "forecast_due"
    return "approved_due" if difference.column is DateColumn.AGREED else "baseline_due"


def _withdrawn(action: Action, reason: str) -> list[Revision]:
    return [
        Revision(
            action.id,
            "status",
            ChangeKind.WITHDRAWN,
            stored_word(action.status),
            stored_word(ActionStatus.WITHDRAWN),
            reason,
        ),
        Revision(action.id, "status_reason", ChangeKind.WITHDRAWN, action.status_reason, reason, reason),
    ]


def _out_of_the_way(difference: Difference) -> list[Revision]:
    """An action that is not in the document gives its number up where the document prints it for another."""
    taken = {ref_key(line.draft.ref) for line in difference.lines if line.is_renumbered}
    taken |= {ref_key(one.ref) for one in difference.new}
    taken_by_all = taken | {ref_key(line.action.ref) for line in difference.lines}
    listed = {line.action.id for line in difference.lines}
    found = []
    for action in difference.plan.actions:
        if action.id in listed or ref_key(action.ref) not in taken:
            continue
        ref, count = f"{action.ref} (earlier)", 1
        while ref_key(ref) in taken_by_all:
            count += 1
            ref = f"{action.ref} (earlier {count})"
        taken_by_all.add(ref_key(ref))
        found.append(Revision(action.id, "ref", ChangeKind.REVISED, action.ref, ref))
    return found


def _themes(difference: Difference) -> tuple[Theme, ...] | None:
    """The document's themes, and those of the record that are still used; None where they are the same."""
    plan, draft = difference.plan, difference.draft
    mine, theirs = ({plain(theme.title) for theme in one.themes} for one in (plan, draft))
    is_moved = any(line.is_regrouped or line.is_renumbered for line in difference.lines)
    if not draft.themes or (theirs <= mine and not is_moved):
        return None
    listed = {line.action.id for line in difference.lines}
    used = {action.theme_ref for action in plan.actions if action.id not in listed}
    left = [theme for theme in plan.themes if theme.ref in used and plain(theme.title) not in theirs]
    return (*draft.themes, *left)


def _theme_of(said: DraftAction, difference: Difference, themes: tuple[Theme, ...] | None) -> str | None:
    """The reference of a line's theme as the record has it: its own where themes stay, by their titles."""
    if said.theme is None or themes is not None:
        return said.theme
    title = next((plain(one.title) for one in difference.draft.themes if one.ref == said.theme), "")
    return next((one.ref for one in difference.plan.themes if plain(one.title) == title), None)


def _placed(said: DraftAction, difference: Difference, themes: tuple[Theme, ...] | None) -> DraftAction:
    return replace(said, theme=_theme_of(said, difference, themes))


def _order(difference: Difference, added: Sequence[DraftAction]) -> tuple[ActionId | DraftAction, ...]:
    """The document's order; what is not in it stays behind the action it stood behind."""
    place = {id(line.draft): line.action.id for line in difference.lines}
    fresh = {id(one): placed for one, placed in zip(difference.new, added, strict=True)}
    order: list[ActionId | DraftAction] = []
    for one in difference.draft.actions:
        if id(one) in place:
            order.append(place[id(one)])
        elif id(one) in fresh:
            order.append(fresh[id(one)])
    listed = set(place.values())
    before: ActionId | None = None
    for action in difference.plan.actions:
        if action.id not in listed:
            order.insert(order.index(before) + 1 if before is not None else 0, action.id)
        before = action.id
    return tuple(order)
