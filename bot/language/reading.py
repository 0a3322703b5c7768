"""What was understood of one message: a value with three outcomes, never a guess and never an exception."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from bot.rag import Rag
from bot.timescale import Timescale


class Kind(StrEnum):
    """What the message is for."""

    UPDATE = "update"
    QUESTION = "question"
    REQUEST = "request"
    ABSENCE = "absence"
    COMMAND = "command"
    OTHER = "other"


class Outcome(StrEnum):
    """How far a reading may be trusted, best first; a message's outcome is the worst of its updates'."""

    UNDERSTOOD = "understood"
    AMBIGUOUS = "ambiguous"
    NOT_UNDERSTOOD = "not_understood"


class Progress(StrEnum):
    """A state of the work that the words claim, apart from any colour."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    COMPLETE = "complete"
    ON_HOLD = "on_hold"
    WITHDRAWN = "withdrawn"


class Role(StrEnum):
    """What a date in a message is about; only forecast and recovery feed an update's forecast."""

    FORECAST = "forecast"
    RECOVERY = "recovery"
    BASELINE = "baseline"
    COMPLETION = "completion"
    PAST_EVENT = "past_event"
    EVENT = "event"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Shift:
    """A move by so much, when no resulting date was said; negative when brought forward."""

    n: int
    unit: Literal["day", "working_day", "week", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field holds what it holds: the rule's name, and where in the message its words stand."""

    field: str
    words: str
    span: tuple[int, int]
    rule: str


@dataclass(frozen=True, slots=True)
class Question:
    """A field that needs the person's answer, and what it might be."""

    field: Literal["action", "rag", "progress", "forecast"]
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadUpdate:
    """What the message says of one action. A field that is None, False or 0 was not said.

    Three fields are never read out of one clause: `path_to_green` is the answer to "what brings it back, and
    by when?", `choices` are the timescales that a question about the forecast offers, and `is_explained` says
    that the words hold an answer to "what is this based on?".
    """

    outcome: Outcome
    action: str | None
    plan: str | None = None
    rag: Rag | None = None
    rag_implied: Rag | None = None
    progress: Progress | None = None
    completed: Timescale | None = None
    no_change: bool = False
    forecast: Timescale | None = None
    shifted_from: date | None = None
    shift: Shift | None = None
    percent: int | None = None
    blocked: bool = False
    blocker: str | None = None
    support: bool = False
    path_to_green: str | None = None
    words: str = ""
    questions: tuple[Question, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    choices: tuple[Timescale, ...] = ()
    is_explained: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date of the message, where it stands in the text as written, and its part in what is said."""

    timescale: Timescale
    span: tuple[int, int]
    role: Role
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """When somebody is away: dates only, never the reason."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything understood of one message."""

    kind: Kind
    outcome: Outcome
    updates: tuple[ReadUpdate, ...] = ()
    dates: tuple[DateMention, ...] = ()
    absence: Absence | None = None
    unresolved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionInPlan:
    """What the reader needs to know of an action to recognise it by number or by words."""

    ref: str
    text: str
    leads: tuple[str, ...] = ()
    organisation: str = ""
    due: Timescale | None = None


@dataclass(frozen=True, slots=True)
class PlanInView:
    """A plan the speaker may be talking about.

    The reader looks up its index of the plan at every message, so a plan is hashed once, when it is made.
    """

    name: str
    actions: tuple[ActionInPlan, ...]
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.name, tuple(one.text for one in self.actions))))

    def __hash__(self) -> int:
        """Of its strings alone, which is enough to tell plans apart."""
        return self._hash


@dataclass(frozen=True, slots=True)
class Conventions:
    """How this plan counts time, and its local words.

    `fiscal_start_month` is the first month of the financial year; `quarters_by_calendar` turns Q1 into
    January to March. `scale_complete` are the colours that mean complete on this board ("green" where
    green means done). `status_words` maps the plan's own words, in lower case, to a state or a colour.
    """

    fiscal_start_month: int = 4
    quarters_by_calendar: bool = False
    nation: Literal["england", "wales", "scotland", "northern_ireland"] = "england"
    meetings: tuple[tuple[str, date], ...] = ()
    scale_complete: frozenset[str] = frozenset()
    status_words: tuple[tuple[str, Progress | Rag], ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What is known when a message is read: the plans in view, what was just asked, and who speaks."""

    plans: tuple[PlanInView, ...] = ()
    asked: tuple[str, ...] = ()
    speaker: str | None = None
    conventions: Conventions = field(default_factory=Conventions)
