"""Faults one can arm: each happens as often as it was armed for, then no more."""

import threading
from dataclasses import dataclass
from enum import Enum


class Fault(Enum):
    """What can go wrong on purpose. The value is the name in the control API."""

    RATE_LIMIT = "rate_limit"
    FAIL_AFTER_STORING = "fail_after_storing"
    FAIL_BEFORE_STORING = "fail_before_storing"
    ANSWER_LATE = "answer_late"
    HISTORY_UNREADABLE = "history_unreadable"
    DROP_ACK = "drop_ack"
    DELIVER_TWICE = "deliver_twice"
    DELIVER_LATE = "deliver_late"


# What each does, and what its number of seconds means, if it has one.
MEANINGS: dict[Fault, str] = {
    Fault.RATE_LIMIT: "The Web API answers 429 with Retry-After: seconds.",
    Fault.FAIL_AFTER_STORING: "The Web API does what was asked, then answers 500.",
    Fault.FAIL_BEFORE_STORING: "The Web API answers 500 and does nothing.",
    Fault.ANSWER_LATE: "The Web API does what was asked and answers after so many seconds.",
    Fault.HISTORY_UNREADABLE: "conversations.history and .replies answer not_in_channel.",
    Fault.DROP_ACK: "An acknowledgement over the socket is lost.",
    Fault.DELIVER_TWICE: "An event reaches the app twice.",
    Fault.DELIVER_LATE: "An envelope reaches the app after so many seconds.",
}


@dataclass
class Armed:
    """One armed fault. `method` limits it to one Web API method."""

    fault: Fault
    times: int = 1
    seconds: float = 1.0
    method: str | None = None


class Faults:
    """The armed faults of a server; safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._armed: list[Armed] = []

    def arm(self, fault: Fault, *, times: int = 1, seconds: float = 1.0, method: str | None = None) -> None:
        """Let a fault happen the next so many times."""
        with self._lock:
            self._armed.append(Armed(fault, times, seconds, method))

    def take(self, fault: Fault, method: str | None = None) -> float | None:
        """The seconds of the fault if it is to happen now (which uses it up once), or None."""
        with self._lock:
            for armed in self._armed:
                if armed.fault is fault and armed.times > 0 and armed.method in (None, method):
                    armed.times -= 1
                    return armed.seconds
        return None

    def armed(self) -> list[Armed]:
        """What is still to happen."""
        with self._lock:
            return [each for each in self._armed if each.times > 0]

    def clear(self) -> None:
        """Disarm everything."""
        with self._lock:
            self._armed.clear()
