"""The files that come with a message: what each is of and for whom; it is made when the message is sent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardFile:
    """A file that comes with a message, made when it is sent: an export of a plan for a person, or, with the
    number of an action in `record`, everything held on that."""

    plan_id: int
    person_id: int
    kind: str
    record: str = ""


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file that comes with a message: a paper of a meeting for a person, made when it is sent. With a
    `record_id` it is the final report of a plan, which no meeting has. `since` is the day (as ISO writes it)
    from which a year-on report looks back, empty for the last anniversary; `as_pdf` where a PDF is wanted."""

    meeting_id: int
    person_id: int
    kind: str
    record_id: int = 0
    since: str = ""
    as_pdf: bool = False


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture of a plan that comes with a message, drawn when it is sent."""

    plan_id: int
    person_id: int
    kind: str
