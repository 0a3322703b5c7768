"""A plan as read from a document, before anybody has agreed that it was read rightly."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.conventions import LocalWord
from bot.layout import DocumentColumn
from bot.plan import ActionStatus, Theme
from bot.rag import Rag
from bot.timescale import Timescale


class DoubtKind(StrEnum):
    """What the reader of a document was unsure of."""

    NO_LEAD = "no_lead"
    NO_DATE = "no_date"
    NO_ACTION_TEXT = "no_action_text"
    TWO_READINGS = "two_readings"
    STATUS_IN_DATE = "status_in_date"
    POST_AS_LEAD = "post_as_lead"
    UNKNOWN_STATUS = "unknown_status"
    CUT_TEXT = "cut_text"
    STRAY_NUMBER = "stray_number"
    NOT_IN_LEAD_LIST = "not_in_lead_list"
    PAST_ITS_DATE = "past_its_date"
    ROW_NOT_READ = "row_not_read"
    WHOLLY_PAST = "wholly_past"
    COLOUR_READ = "colour_read"
    WAITS_FOR = "waits_for"
    DATE_IN_TEXT = "date_in_text"
    REPEATS = "repeats"
    OWN_NUMBERS = "own_numbers"
    HIDDEN = "hidden"
    UNCOMPUTED = "uncomputed"
    SAID_IN_REMARKS = "said_in_remarks"
    PATIENT_DATA = "patient_data"


NEEDS_AN_ANSWER = frozenset({DoubtKind.NO_LEAD, DoubtKind.NO_DATE, DoubtKind.TWO_READINGS})
"""Doubts that somebody must settle; the others can be taken as read and stay marked "to check"."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an action becomes when its doubt is taken as read; None leaves a field as it is."""

    forecast: Timescale | None = None
    status: ActionStatus | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at: the document's row (counted from 1), its kind, and a sentence for a person.

    `place` says where it stands when a row's number would not help anybody find it: "Table 2, row 5" of a
    Word document. "" means that the row's number does.
    `refs` are the actions it is about, where it is about some; who compares doubts compares what they say.
    `proposed` is what was not taken, and is when the doubt is.
    """

    row: int
    kind: DoubtKind
    message: str
    place: str = ""
    refs: tuple[str, ...] = field(default=(), compare=False)
    proposed: Proposal | None = field(default=None, compare=False)

    def proposing(self, proposed: Proposal) -> Doubt:
        """The same doubt with what taking it would do."""
        return replace(self, proposed=proposed)


@dataclass(frozen=True, slots=True)
class DraftAction:
    """One action line as read. `row` is where it stands in the document, counted from 1.

    `repeats` are the words of a timescale that comes round again ("every 3 months"); `waits_for` the
    references of decisions of the same document that it is subject to. `timescale` is what the plan's date
    column says; a document that prints what was `original` and what is `agreed` in columns of their own
    says more, and they count before it.
    """

    ref: str
    theme: str | None
    recommendation: str
    text: str
    leads: tuple[str, ...]
    timescale: Timescale | None
    status: ActionStatus
    status_text: str
    rag: Rag | None
    comments: str
    outcome: str
    row: int
    forecast: Timescale | None = None
    repeats: str = ""
    waits_for: tuple[str, ...] = ()
    original: Timescale | None = None
    agreed: Timescale | None = None
    workstream: str = ""

    @property
    def first_due(self) -> Timescale | None:
        """The date that was agreed first."""
        return self.original or self.timescale

    @property
    def latest_due(self) -> Timescale | None:
        """The date that was agreed last."""
        return self.agreed or self.timescale or self.original


@dataclass(frozen=True, slots=True)
class DraftPerson:
    """Somebody the document names, with the employers it gives."""

    name: str
    organisations: tuple[str, ...] = ()
    is_post: bool = False


@dataclass(frozen=True, slots=True)
class DraftMeeting:
    """A meeting the document lists, with its own paper deadline where one is given.

    `briefing` is the day that prepares it; `part` tells other days of one round apart ("Committee").
    """

    body: str
    on: Timescale
    papers_due: Timescale | None
    row: int
    part: str = ""
    briefing: Timescale | None = None

    @property
    def name(self) -> str:
        """What the calendar calls it: "Larkmere Council (Committee)"."""
        return f"{self.body} ({self.part})" if self.part else self.body


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """Everything read from one document, and every doubt about it. No row is ever dropped without one.

    `status_words` are the plan's own words for how an action stands, with what they were read as; `columns`
    the headings of its table in printed order; `marking` the handling marking above it, if any.
    """

    title: str
    themes: tuple[Theme, ...]
    actions: tuple[DraftAction, ...]
    people: tuple[DraftPerson, ...]
    meetings: tuple[DraftMeeting, ...]
    doubts: tuple[Doubt, ...]
    status_words: tuple[LocalWord, ...] = ()
    columns: tuple[DocumentColumn, ...] = ()
    marking: str = ""
