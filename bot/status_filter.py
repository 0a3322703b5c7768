"""What follows "status": a filter in words, and which actions it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.about import is_about
from bot.assessment import Assessed
from bot.partnership import PersonId
from bot.plan import Action, ActionPlan, ActionStatus
from bot.rag import Rag, Standing
from bot.slippage import redate_count
from bot.window import Window
from bot.workstreams import exactly, is_of, meant, names_in


class Shown(StrEnum):
    """What a status can be of."""

    SUMMARY = "summary"
    ALL = "all"
    OPEN = "open"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    COMPLETE = "complete"
    NOT_YET_DUE = "not_yet_due"
    NOT_REPORTED = "not_reported"
    LATE = "late"
    SLIPPING = "slipping"
    MOVED_AGAIN = "moved_again"
    FORECAST_LATE = "forecast_late"
    NO_UPDATE = "no_update"
    UNDATED = "undated"
    REPORTED_DONE = "reported_done"
    HELP_WANTED = "help_wanted"
    WAITING = "waiting"
    ON_HOLD = "on_hold"
    WITHDRAWN = "withdrawn"
    DISAGREEING = "disagreeing"
    MINE = "mine"
    ACTION = "action"
    GROUP = "group"
    THEME = "theme"
    WORKSTREAM = "workstream"
    PERSON = "person"
    ORGANISATION = "organisation"
    ABOUT = "about"
    DUE = "due"
    COMPLETED_IN = "completed_in"
    ANY_OF = "any_of"
    ALL_OF = "all_of"


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show; `name` is the reference, workstream, person or organisation, as the plan has it, or the
    words an action is about, or those that say the `window`. `parts` are what any or all of must hold."""

    shown: Shown
    name: str = ""
    window: Window | None = None
    parts: tuple[Filter, ...] = ()


WORDS: dict[Shown, frozenset[str]] = {
    Shown.SUMMARY: frozenset(
        {"", "summary", "now", "please", "update", "the plan", "plan", "our plan", "overall"}
    ),
    Shown.ALL: frozenset({"all", "everything", "full", "list", "all actions"}),
    Shown.OPEN: frozenset({"open", "outstanding", "still open", "to do", "unfinished", "left to do"}),
    Shown.RED: frozenset({"red", "reds", "off track"}),
    Shown.AMBER: frozenset({"amber", "ambers", "at risk", "yellow"}),
    Shown.GREEN: frozenset({"green", "greens", "on track"}),
    Shown.COMPLETE: frozenset({"complete", "completed", "done", "blue", "finished", "closed"}),
    Shown.NOT_YET_DUE: frozenset({"not yet due", "grey", "gray", "not started"}),
    Shown.NOT_REPORTED: frozenset({"not reported", "unreported"}),
    Shown.LATE: frozenset({"late", "overdue", "past due"}),
    Shown.SLIPPING: frozenset({"slipping", "slipped", "slippage", "slips", "behind", "behind schedule"}),
    Shown.MOVED_AGAIN: frozenset(
        {"moved more than once", "slipped more than once", "moved twice", "slipped twice", "moved again"}
    ),
    Shown.FORECAST_LATE: frozenset({"forecast late", "going to be late"}),
    Shown.NO_UPDATE: frozenset(
        {"no update", "no updates", "not updated", "not been updated", "silent", "missing", "gone quiet"}
    ),
    Shown.UNDATED: frozenset({"no date or lead", "no date", "no lead", "undated", "no dates", "no leads"}),
    Shown.REPORTED_DONE: frozenset({"reported done", "to accept", "accept", "claims", "claimed done"}),
    Shown.HELP_WANTED: frozenset({"help wanted", "help", "blocked", "blockers"}),
    Shown.WAITING: frozenset({"waiting", "waits", "waiting for a decision", "dependent"}),
    Shown.ON_HOLD: frozenset({"on hold", "paused", "parked"}),
    Shown.WITHDRAWN: frozenset({"withdrawn"}),
    Shown.DISAGREEING: frozenset({"disagree", "disagreeing", "colour and dates disagree"}),
    Shown.MINE: frozenset({"mine", "my actions", "me"}),
}
"""The words of each filter; those that name something of the plan are looked up in it."""

BARE: frozenset[str] = frozenset().union(
    *(
        WORDS[shown]
        for shown in (
            *(Shown.RED, Shown.AMBER, Shown.GREEN, Shown.LATE, Shown.SLIPPING, Shown.FORECAST_LATE),
            *(Shown.NO_UPDATE, Shown.HELP_WANTED, Shown.WAITING, Shown.ON_HOLD, Shown.REPORTED_DONE),
            *(Shown.UNDATED, Shown.NOT_REPORTED, Shown.DISAGREEING),
        )
    )
)
"""What a chair need only say, as a whole message. To whoever was asked about an action it is an answer."""

NAMING = frozenset(
    {Shown.ACTION, Shown.GROUP, Shown.THEME, Shown.WORKSTREAM, Shown.PERSON, Shown.ORGANISATION}
)

COMPOSED = frozenset({Shown.ABOUT, Shown.DUE, Shown.COMPLETED_IN, Shown.ANY_OF, Shown.ALL_OF})
"""What takes words of its own, or is made of other filters (`bot.status_narrowed`)."""

_COLOURS: dict[Shown, frozenset[Rag]] = {
    Shown.RED: frozenset({Rag.RED, Rag.AMBER_RED}),
    Shown.AMBER: frozenset({Rag.AMBER, Rag.AMBER_RED}),
    Shown.GREEN: frozenset({Rag.GREEN, Rag.AMBER_GREEN}),
}


def _of_colour(shown: Shown) -> Callable[[Assessed], bool]:
    colours = {Standing(rag.value) for rag in _COLOURS[shown]}
    return lambda one: one.standing in colours


MATCHES: dict[Shown, Callable[[Assessed], bool]] = {
    Shown.SUMMARY: lambda _: True,
    Shown.ALL: lambda _: True,
    Shown.OPEN: lambda one: one.action.status.is_open,
    Shown.RED: _of_colour(Shown.RED),
    Shown.AMBER: _of_colour(Shown.AMBER),
    Shown.GREEN: _of_colour(Shown.GREEN),
    Shown.COMPLETE: lambda one: one.standing is Standing.COMPLETE,
    Shown.NOT_YET_DUE: lambda one: one.standing is Standing.NOT_YET_DUE,
    Shown.NOT_REPORTED: lambda one: one.standing is Standing.NOT_REPORTED,
    Shown.LATE: lambda one: one.is_late,
    Shown.SLIPPING: lambda one: one.is_late or one.is_forecast_late,
    Shown.MOVED_AGAIN: lambda one: redate_count(one.action) > 1,
    Shown.FORECAST_LATE: lambda one: one.is_forecast_late,
    Shown.NO_UPDATE: lambda one: one.is_silent,
    Shown.UNDATED: lambda one: one.is_undated or one.has_no_lead,
    Shown.REPORTED_DONE: lambda one: one.is_reported_done,
    Shown.HELP_WANTED: lambda one: one.wants_help,
    Shown.WAITING: lambda one: one.is_waiting,
    Shown.ON_HOLD: lambda one: one.action.status is ActionStatus.ON_HOLD,
    Shown.WITHDRAWN: lambda one: one.action.status is ActionStatus.WITHDRAWN,
    Shown.DISAGREEING: lambda one: one.disagreement is not None,
}
"""Which actions each filter shows; `matches` adds those that need a name or a person."""


def matches(wanted: Filter, one: Assessed, person_id: PersonId | None) -> bool:
    """Whether the filter shows this action."""
    if wanted.shown is Shown.MINE:
        return person_id is not None and one.action.is_led_by(person_id)
    if wanted.shown is Shown.ANY_OF:
        return any(matches(part, one, person_id) for part in wanted.parts)
    if wanted.shown is Shown.ALL_OF:
        return all(matches(part, one, person_id) for part in wanted.parts)
    if wanted.shown in _OF_WORDS:
        return _OF_WORDS[wanted.shown](wanted, one.action)
    return MATCHES[wanted.shown](one)


def _is_due(wanted: Filter, action: Action) -> bool:
    """Whether it is open and the date the board agreed to ends within the window."""
    agreed = action.approved_due if action.status.is_open else None
    return agreed is not None and wanted.window is not None and wanted.window.holds(agreed.end)


def _is_completed(wanted: Filter, action: Action) -> bool:
    on = action.completed_on if action.status is ActionStatus.COMPLETE else None
    return on is not None and wanted.window is not None and wanted.window.holds(on)


_OF_WORDS: dict[Shown, Callable[[Filter, Action], bool]] = {
    Shown.ACTION: lambda wanted, action: action.ref == wanted.name,
    Shown.GROUP: lambda wanted, action: _is_line_of(action.ref, wanted.name),
    Shown.THEME: lambda wanted, action: action.theme_ref == wanted.name,
    Shown.WORKSTREAM: lambda wanted, action: is_of(action, wanted.name),
    Shown.PERSON: lambda wanted, action: any(lead.name == wanted.name for lead in action.leads),
    Shown.ORGANISATION: lambda wanted, action: any(
        body.name == wanted.name for lead in action.leads for body in lead.organisations
    ),
    Shown.ABOUT: lambda wanted, action: is_about(action, wanted.name),
    Shown.DUE: _is_due,
    Shown.COMPLETED_IN: _is_completed,
}
"""What each filter that says more than its kind shows."""


def filter_of(words: str, plans: Sequence[ActionPlan]) -> Filter | None:
    """The filter these words name; None when they name nothing known."""
    said = _plain(words)
    for shown, known in WORDS.items():
        if said in known:
            return Filter(shown)
    strands = tuple(names_in(plans))
    if said_outright := _WORKSTREAM.match(said):
        return _strand(meant(said[said_outright.end() :], strands)) or _by_theme(said, plans)
    return (
        _by_reference(said, plans)
        or _by_theme(said, plans)
        or _strand(exactly(said, strands))
        or _by_name(said, plans)
        or _strand(meant(said, strands))
    )


_WORKSTREAM = re.compile(r"^(?:work[ -]?stream|sub[ -]?group)\s+")


def _strand(name: str | None) -> Filter | None:
    return Filter(Shown.WORKSTREAM, name) if name is not None else None


def is_bare(words: str) -> bool:
    """Whether the whole message is a filter that needs no "status" before it."""
    return _plain(words) in BARE


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").strip(" .?!").split())


def _by_reference(said: str, plans: Sequence[ActionPlan]) -> Filter | None:
    wanted = re.sub(r"^(?:action|rec(?:ommendation)?|number)\s+", "", said)
    for plan in plans:
        exact = plan.action(wanted)
        if exact is not None:
            return Filter(Shown.ACTION, exact.ref)
    for plan in plans:
        for action in plan.actions:
            if _is_line_of(action.ref, wanted):
                return Filter(Shown.GROUP, action.ref[: len(wanted)])
    return None


def _is_line_of(ref: str, wanted: str) -> bool:
    """Whether "2.7a" is a line of "2.7"; "2.71" is not."""
    rest = ref[len(wanted) :]
    starts = bool(wanted) and ref.casefold().startswith(wanted.casefold())
    return starts and wanted[-1].isdigit() and rest.isalpha()


def _by_theme(said: str, plans: Sequence[ActionPlan]) -> Filter | None:
    wanted = re.sub(r"^(?:theme|priority|objective|work[ -]?stream|sub[ -]?group)\s+", "", said)
    for plan in plans:
        for theme in plan.themes:
            if wanted in (
                theme.ref.casefold(),
                theme.title.casefold(),
                f"{theme.ref} {theme.title}".casefold(),
            ):
                return Filter(Shown.THEME, theme.ref)
    return None


def plain_name(name: str) -> str:
    """A name for comparing: "L. Smith" and "l smith" are one."""
    return " ".join(re.sub(r"[.,']", " ", name.casefold()).split())


def _by_name(said: str, plans: Sequence[ActionPlan]) -> Filter | None:
    actions = [action for plan in plans for action in plan.actions]
    people = dict.fromkeys(lead.name for action in actions for lead in action.leads)
    found = _named(said, list(people))
    if found is not None:
        return Filter(Shown.PERSON, found)
    found = _named(said, list(_organisations(actions)))
    return Filter(Shown.ORGANISATION, found) if found is not None else None


def _organisations(actions: Sequence[Action]) -> dict[str, None]:
    return dict.fromkeys(
        body.name for action in actions for lead in action.leads for body in lead.organisations
    )


def _named(said: str, names: Sequence[str]) -> str | None:
    """The name said in full, or the only one that holds its words ("Okoro", "Calder")."""
    wanted = plain_name(said)
    for name in names:
        if plain_name(name) == wanted:
            return name
    holding = [name for name in names if set(wanted.split()) <= set(plain_name(name).split())]
    return holding[0] if len(holding) == 1 and wanted else None
