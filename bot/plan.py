"""The action plan as a board agreed it, and how each of its actions stands."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from bot.conventions import PlanConventions
from bot.layout import DocumentColumn
from bot.partnership import Organisation, PartnershipId, PersonId
from bot.rag import Rag
from bot.recurring import Duty
from bot.timescale import Timescale
from bot.waiting import Waiting

PlanId = NewType("PlanId", int)
ActionId = NewType("ActionId", int)


class ActionStatus(StrEnum):
    """Where the work is, as stored; "not reported" and "late" are computed, never stored."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    CLAIMED_DONE = "claimed_done"
    COMPLETE = "complete"
    ON_HOLD = "on_hold"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether work is still owed; a claim of "done" stays open until it is accepted."""
        return self not in (ActionStatus.COMPLETE, ActionStatus.WITHDRAWN)


class PlanState(StrEnum):
    """A plan is a draft until somebody says go live; an old one may be kept as an archive instead."""

    DRAFT = "draft"
    LIVE = "live"
    CLOSED = "closed"
    ARCHIVED = "archived"


class Classification(StrEnum):
    """How a plan may be handled: a restricted one never appears in an unrestricted channel."""

    UNRESTRICTED = "unrestricted"
    RESTRICTED = "restricted"


class LeadRole(StrEnum):
    """A lead's part in an action; the reporting lead is asked, any lead may answer."""

    REPORTING = "reporting"
    SUPPORTING = "supporting"


@dataclass(frozen=True, slots=True)
class Lead:
    """A person (or post) responsible for progressing an action and reporting on it.

    `held_by` is who holds the post on the day it was read, and is asked; None for a person, and for a post of
    which nothing was said; `holder` is their name. `is_vacant` is a post that nobody holds.
    """

    person_id: PersonId
    name: str
    role: LeadRole
    organisations: tuple[Organisation, ...] = ()
    held_by: PersonId | None = None
    holder: str = ""
    is_interim: bool = False
    is_vacant: bool = False

    @property
    def speaks(self) -> PersonId:
        """Who is asked, and answers: the holder of a post, anybody else for themselves."""
        return self.held_by or self.person_id


@dataclass(frozen=True, slots=True)
class Deputy:
    """Somebody who may speak for an absent lead today, in both names, until the end of a day."""

    person_id: PersonId
    name: str
    lead_id: PersonId
    until: date


@dataclass(frozen=True, slots=True)
class DateChange:
    """One move of an action's forecast, with the reason given; the first date itself never moves."""

    was: Timescale | None
    now: Timescale
    reason: str | None
    on: date
    by: PersonId | None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """One piece of work with leads, a timescale and an outcome: the unit that is updated.

    `ref` is text, exactly as printed ("1.10" is not "1.1"), unique within its plan. `version` guards
    against two writers. The three dates: `baseline_due` first agreed and never changed; `approved_due`
    latest agreed by the board; `forecast_due` when the lead now expects to finish.
    `reported_at` is when a lead last said anything of it. `rag_reason` is why the lead's colour differs
    from what the dates say; `waiting_for` what must happen first and is not the lead's to do; `help_from`
    who could clear the blocker; `status_reason` why it is paused or withdrawn; `check_on` when to look
    whether a completed action held; `risk_ref` the risk it is linked to, by its number in a register kept
    elsewhere; `workstream` the strand it belongs to, by its name, "" for none. `added_at` is when it
    joined a plan that was live already. `deputies` are those who stand in for its leads on the day it was
    read.
    """

    id: ActionId
    version: int
    plan_id: PlanId
    ref: str
    theme_ref: str | None
    recommendation: str
    text: str
    outcome: str
    leads: tuple[Lead, ...]
    status: ActionStatus
    status_text: str
    rag: Rag | None
    baseline_due: Timescale | None
    approved_due: Timescale | None
    forecast_due: Timescale | None
    completed_on: date | None
    narrative: str | None = None
    path_to_green: str | None = None
    blocker: str | None = None
    support_wanted: bool = False
    percent: int | None = None
    rag_reason: str | None = None
    waiting_for: Waiting | None = None
    superseded_by: str | None = None
    help_from: str | None = None
    status_reason: str | None = None
    duty: Duty | None = None
    check_on: date | None = None
    risk_ref: str | None = None
    workstream: str = ""
    added_at: datetime | None = None
    comments: str = ""
    row: int = 0
    reported_at: datetime | None = None
    moves: tuple[DateChange, ...] = ()
    deputies: tuple[Deputy, ...] = ()

    @property
    def title(self) -> str:
        """What the action is called in a line: its own text, else the recommendation it serves."""
        return self.text or self.recommendation

    @property
    def reporting_leads(self) -> tuple[Lead, ...]:
        """Who is asked about it."""
        return tuple(lead for lead in self.leads if lead.role is LeadRole.REPORTING)

    @property
    def speakers(self) -> frozenset[PersonId]:
        """Who may speak for this action as a lead, or as a lead's deputy today."""
        leads = {speaker for lead in self.leads for speaker in (lead.person_id, lead.held_by) if speaker}
        return frozenset(leads | {deputy.person_id for deputy in self.deputies})

    def is_led_by(self, person_id: PersonId) -> bool:
        """Whether the person may speak for this action as a lead, or as a lead's deputy today."""
        return person_id in self.speakers

    def spoken_for_by(self, person_id: PersonId) -> PersonId | None:
        """The lead (or post) whom this person only stands in for or holds; None for a lead, and for anybody
        else."""
        if any(lead.person_id == person_id for lead in self.leads):
            return None
        if held := next((lead.person_id for lead in self.leads if lead.held_by == person_id), None):
            return held
        return next((one.lead_id for one in self.deputies if one.person_id == person_id), None)


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which nobody is asked about a plan; without an end it lasts until somebody says go on."""

    since: datetime
    until: datetime | None = None

    def covers(self, at: datetime) -> bool:
        """Whether nobody is asked at this instant."""
        return self.since <= at and (self.until is None or at < self.until)


@dataclass(frozen=True, slots=True)
class Theme:
    """A heading of the plan ("2.0 Partnership and integration")."""

    ref: str
    title: str


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """A numbered plan with its actions in printed order. `tolerance_days`: how late is still amber.

    `conventions` are how this plan counts time, and its own words; `columns` the headings of the document
    it came in, in printed order; `marking` that document's handling marking, "" if it has none. `pause` is
    the last one, over or not; `ended_at` when the plan was closed or put away; `ends_on` the day it is to
    end, which some of its actions may outlive.
    """

    id: PlanId
    partnership_id: PartnershipId
    title: str
    state: PlanState
    themes: tuple[Theme, ...]
    actions: tuple[Action, ...]
    went_live_at: datetime | None = None
    tolerance_days: int = 31
    conventions: PlanConventions = field(default_factory=PlanConventions)
    columns: tuple[DocumentColumn, ...] = ()
    marking: str = ""
    asked_first: frozenset[PersonId] = frozenset()
    classification: Classification = Classification.UNRESTRICTED
    pause: Pause | None = None
    ended_at: datetime | None = None
    ends_on: date | None = None
    _ids: set[ActionId] = field(default_factory=set, init=False, repr=False, compare=False)
    _led: dict[PersonId, tuple[Action, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def is_restricted(self) -> bool:
        """Whether only its own people and its board may read it."""
        return self.classification is Classification.RESTRICTED

    def asks(self, person_id: PersonId) -> bool:
        """Whether this lead is asked already: everybody is, unless the plan began with some."""
        return not self.asked_first or person_id in self.asked_first

    @property
    def was_closed(self) -> bool:
        """Whether the plan was live and has been closed; a draft that was set aside never was live."""
        return self.state is PlanState.CLOSED and self.went_live_at is not None

    def is_paused(self, at: datetime) -> bool:
        """Whether nobody is asked about it at this instant."""
        return self.pause is not None and self.pause.covers(at)

    def asked_since(self, at: datetime) -> datetime | None:
        """From when on silence counts, seen from an instant: since it went live, or since the last pause was
        over; None while nobody is asked."""
        if self.pause is None or at < self.pause.since:
            return self.went_live_at
        return self.pause.until

    def action(self, ref: str) -> Action | None:
        """The action with this printed reference, however its letters are typed."""
        wanted = ref.casefold()
        return next((action for action in self.actions if action.ref.casefold() == wanted), None)

    def holds(self, action_id: ActionId) -> bool:
        """Whether the action is one of this plan's."""
        if not self._ids:
            self._ids.update(action.id for action in self.actions)
        return action_id in self._ids

    def led_by(self, person_id: PersonId) -> tuple[Action, ...]:
        """The actions this person leads, in printed order."""
        if not self._led:  # once: it is asked of every plan with every message
            led = defaultdict[PersonId, list[Action]](list)
            for action in self.actions:
                for speaker in action.speakers:
                    led[speaker].append(action)
            self._led.update({speaker: tuple(actions) for speaker, actions in led.items()})
        return self._led.get(person_id, ())


def printed_order(ref: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key that puts "1.9" before "1.10" and "1.4a" after "1.4"."""
    return tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part.casefold())
        for part in re.findall(r"\d+|[^\W\d_]+", ref)
    )
