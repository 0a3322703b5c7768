"""The sample partnership as values: who is in it, when its board meets, and what was said."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with an account in the sample workspace."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class BoardMeeting:
    """A meeting of the sample board and when its papers are due."""

    on: date
    papers_due_on: date


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant of the story at which somebody does something, local time."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Saying(Moment):
    """Somebody writes to the bot."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Acceptance(Moment):
    """Somebody accepts that these actions are done."""

    who: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything the demo starts from."""

    partnership: str
    channel: str
    plan: str
    starts: datetime
    opens: datetime
    chairs: tuple[str, ...]
    officers: tuple[str, ...]
    meetings: tuple[BoardMeeting, ...]
    people: tuple[Member, ...]
    sayings: tuple[Saying, ...]
    acceptances: tuple[Acceptance, ...]

    def moments(self) -> tuple[Moment, ...]:
        """Everything that people do between the start and the opening, in order of time."""
        return tuple(sorted((*self.sayings, *self.acceptances), key=lambda moment: moment.at))


def load_story() -> Story:
    """Read the story that comes with the program."""
    raw = tomllib.loads((files(__package__) / "story.toml").read_text(encoding="utf-8"))
    return Story(
        partnership=raw["partnership"],
        channel=raw["channel"],
        plan=raw["plan"],
        starts=raw["starts"].replace(tzinfo=ZONE),
        opens=raw["opens"].replace(tzinfo=ZONE),
        chairs=tuple(raw["chairs"]),
        officers=tuple(raw["officers"]),
        meetings=tuple(BoardMeeting(one["on"], one["papers_due_on"]) for one in raw["meetings"]),
        people=tuple(Member(one["name"], one["title"]) for one in raw["people"]),
        sayings=tuple(Saying(one["at"].replace(tzinfo=ZONE), one["who"], one["text"]) for one in raw["said"]),
        acceptances=tuple(
            Acceptance(one["at"].replace(tzinfo=ZONE), one["who"], tuple(one["refs"]))
            for one in raw["accepted"]
        ),
    )
