"""Between an act and the app: what is sent, and what may come back."""

from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from sandbox.entities import Json


class EnvelopeType(Enum):
    """The three kinds of envelope a socket carries."""

    EVENT = "events_api"
    INTERACTIVE = "interactive"
    COMMAND = "slash_commands"


class Problem(Enum):
    """Why an act did not reach the app or the app did not answer, under the word Slack shows people."""

    NOT_CONNECTED = "dispatch_failed"
    TOO_LATE = "operation_timeout"
    BAD_ANSWER = "invalid_response"


@dataclass(frozen=True)
class Answer:
    """The app's acknowledgement: its payload, if any, or the problem."""

    payload: Json | None = None
    problem: Problem | None = None


@dataclass(frozen=True)
class Outcome:
    """What an act came to. `errors` are a modal's, by block id; `payload` is the acknowledgement's."""

    problem: Problem | None = None
    errors: Json = field(default_factory=dict)
    payload: Json | None = None

    @property
    def is_accepted(self) -> bool:
        """Whether the app took the act without complaint."""
        return self.problem is None and not self.errors


Pending = Future[Outcome]


class Dispatcher(Protocol):
    """Whatever carries envelopes to the app. Safe to call from any thread; returns at once."""

    def send(self, kind: EnvelopeType, payload: Json) -> "Future[Answer]":
        """Send one envelope; the future is settled by the app's acknowledgement or by its absence."""
        ...


def settled(outcome: Outcome) -> Pending:
    """An outcome that needed no answer."""
    pending: Pending = Future()
    pending.set_result(outcome)
    return pending
