"""Amendments: what a board officer changes of the plan itself, one thing at a time, as values.

An amendment says how things stood when it was drafted, so that it explains itself later and is never
saved over something that has changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.partnership import PersonId
from bot.plan import Action, ActionId, ActionPlan, Lead, LeadRole, PlanId
from bot.timescale import Timescale

AmendmentId = NewType("AmendmentId", int)

DRAFT_LASTS = timedelta(days=7)
"""How long a draft can be saved; after that it has lapsed and is said again."""


class AmendmentKind(StrEnum):
    """What is done to the plan."""

    ADD = "add"
    SPLIT = "split"
    MERGE = "merge"
    RENUMBER = "renumber"
    LEADS = "leads"
    WORDS = "words"
    THEME = "theme"
    HEADING = "heading"


class AmendmentState(StrEnum):
    """The life of an amendment: read back first, saved, and perhaps undone. One `proposed` waits for an
    officer, because whoever said it may not change the plan."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    SAVED = "saved"
    DROPPED = "dropped"
    UNDONE = "undone"

    @property
    def is_open(self) -> bool:
        """Whether it can still be saved."""
        return self in (AmendmentState.DRAFT, AmendmentState.PROPOSED)


@dataclass(frozen=True, slots=True)
class Part:
    """An action that comes to be, or what becomes of the first part of one that is split. Without `text` a
    part keeps the words of the whole."""

    ref: str
    text: str = ""
    outcome: str = ""
    theme: str | None = None
    leads: tuple[str, ...] = ()
    due: Timescale | None = None
    workstream: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change of a plan. `ref` is the number of the action or theme it is about, as it was; `other` the
    number it becomes, or the action it becomes part of; `was` and `now` its words, its theme, or nothing.

    `leads` are in the words of `lead_words`. `is_correction`: the words were typed wrongly, and what is to
    be done is as it was; None until that has been asked.
    """

    kind: AmendmentKind
    action_id: ActionId | None = None
    ref: str = ""
    other: str = ""
    parts: tuple[Part, ...] = ()
    leads_were: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    field: str = ""
    was: str = ""
    now: str = ""
    is_correction: bool | None = None


@dataclass(frozen=True, slots=True)
class KeptAmendment:
    """An amendment on record: whose it is, what became of it, and the version of the plan it made."""

    id: AmendmentId
    plan_id: PlanId
    by: PersonId
    made_at: datetime
    amendment: Amendment
    state: AmendmentState
    version_id: int | None = None
    settled_by: PersonId | None = None
    settled_at: datetime | None = None


_REPORTS_TOO = " (reporting)"


def lead_words(leads: Sequence[Lead]) -> tuple[str, ...]:
    """The leads of an action as names: the first reports, the others support unless their words say so."""
    reporting = [lead for lead in leads if lead.role is LeadRole.REPORTING]
    in_order = reporting[:1] + [lead for lead in leads if lead not in reporting[:1]]
    return tuple(
        f"{lead.name}{_REPORTS_TOO if number and lead.role is LeadRole.REPORTING else ''}"
        for number, lead in enumerate(in_order)
    )


def roles_of(names: Sequence[str]) -> tuple[tuple[str, LeadRole], ...]:
    """Each name with its part, out of the words of `lead_words`."""
    return tuple(
        (
            name.removesuffix(_REPORTS_TOO),
            LeadRole.REPORTING if not number or name.endswith(_REPORTS_TOO) else LeadRole.SUPPORTING,
        )
        for number, name in enumerate(names)
    )


def title_field(action: Action) -> str:
    """Which field holds the words an action is called by."""
    return "text" if action.text else "recommendation"


def still_holds(amendment: Amendment, plan: ActionPlan) -> bool:
    """Whether what the amendment would change still stands as it did when it was drafted."""
    if amendment.kind is AmendmentKind.HEADING:
        return any((one.ref, one.title) == (amendment.ref, amendment.was) for one in plan.themes)
    if amendment.action_id is None:
        return True
    action = next((one for one in plan.actions if one.id == amendment.action_id), None)
    if action is None or action.ref != amendment.ref:
        return False
    if amendment.kind is AmendmentKind.LEADS:
        return lead_words(action.leads) == amendment.leads_were
    if amendment.kind is AmendmentKind.WORDS:
        return str(getattr(action, amendment.field)) == amendment.was
    if amendment.kind is AmendmentKind.THEME:
        return (action.theme_ref or "") == amendment.was
    return action.status.is_open or amendment.kind is AmendmentKind.RENUMBER


def new_refs(amendment: Amendment) -> tuple[str, ...]:
    """The numbers that must be free for it."""
    if amendment.kind is AmendmentKind.RENUMBER:
        return (amendment.other,)
    return tuple(part.ref for part in amendment.parts if part.ref.casefold() != amendment.ref.casefold())
