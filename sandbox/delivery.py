"""One envelope on its way to the app: what it carries, how often it was sent, who waits for the answer."""

import asyncio
import uuid
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field

from sandbox.dispatching import Answer, EnvelopeType, Problem
from sandbox.entities import Json


@dataclass(frozen=True)
class DeliveryRules:
    """How long the sandbox waits for an acknowledgement, and when it sends an event again. Real seconds."""

    ack_seconds: float = 3.0
    retry_after: tuple[float, ...] = (0.0, 60.0, 300.0)


# Whether the app may put an answer into its acknowledgement.
ACCEPTS_PAYLOAD: Mapping[EnvelopeType, bool] = {
    EnvelopeType.EVENT: False,
    EnvelopeType.INTERACTIVE: True,
    EnvelopeType.COMMAND: True,
}


@dataclass
class Delivery:
    """An envelope and its fate. Only events are sent again; an act whose answer is late has failed."""

    kind: EnvelopeType
    payload: Json
    answered: "Future[Answer]"
    envelope_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    attempt: int = 0
    reason: str = ""
    timer: asyncio.TimerHandle | None = None
    connection: int | None = None

    @property
    def is_event(self) -> bool:
        """Whether it tells of something, rather than asking for an answer."""
        return self.kind is EnvelopeType.EVENT

    def envelope(self) -> Json:
        """The JSON that goes over the socket."""
        body: Json = {
            "envelope_id": self.envelope_id,
            "type": self.kind.value,
            "accepts_response_payload": ACCEPTS_PAYLOAD[self.kind],
            "payload": self.payload,
        }
        if self.is_event:
            body |= {"retry_attempt": self.attempt, "retry_reason": self.reason}
        return body

    def settle(self, answer: Answer) -> None:
        """Stop the timer and tell whoever waits; a second answer is ignored."""
        self.stop_timer()
        if not self.answered.done():
            self.answered.set_result(answer)

    def fail(self, problem: Problem) -> None:
        """Settle without an answer."""
        self.settle(Answer(problem=problem))

    def stop_timer(self) -> None:
        """Wait no longer."""
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None
