"""Trigger ids and response URLs: short-lived passes, timed by real time as Slack times them."""

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.refusals import Refused

TRIGGER_SECONDS = 3.0
RESPONSE_SECONDS = 30 * 60.0
RESPONSE_USES = 5


@dataclass
class _Trigger:
    person: str
    issued: float
    is_spent: bool = False


class Triggers:
    """Trigger ids: good for three seconds, once."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._issued: dict[str, _Trigger] = {}

    def issue(self, person_id: str) -> str:
        """A new trigger id for something a person has just done."""
        trigger_id = f"{secrets.randbelow(10**12):012d}.{secrets.token_hex(8)}"
        with self._lock:
            self._issued[trigger_id] = _Trigger(person_id, self._now())
        return trigger_id

    def spend(self, trigger_id: str) -> str:
        """Whose act it was. Refused when unknown, used before or older than three seconds."""
        with self._lock:
            trigger = self._issued.get(trigger_id)
            if trigger is None:
                raise Refused("invalid_trigger_id")
            if trigger.is_spent:
                raise Refused("exchanged_trigger_id")
            if self._now() - trigger.issued > TRIGGER_SECONDS:
                raise Refused("expired_trigger_id")
            trigger.is_spent = True
            return trigger.person


@dataclass
class ResponsePass:
    """Where a response URL leads: a channel, the person it answers, and the message it came from."""

    channel: str
    person: str
    ts: str | None = None
    thread_ts: str | None = None
    issued: float = 0.0
    uses: int = field(default=0)


class ResponsePasses:
    """Response URLs: good for thirty minutes and five uses."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._issued: dict[str, ResponsePass] = {}

    def issue(self, channel: str, person: str, ts: str | None = None, thread_ts: str | None = None) -> str:
        """The last part of a new response URL."""
        token = secrets.token_urlsafe(18)
        with self._lock:
            self._issued[token] = ResponsePass(channel, person, ts, thread_ts, self._now())
        return token

    def use(self, token: str) -> ResponsePass:
        """Spend one use. Refused with `expired_url` or `used_url` as Slack's page words it."""
        with self._lock:
            found = self._issued.get(token)
            if found is None or self._now() - found.issued > RESPONSE_SECONDS:
                raise Refused("expired_url")
            if found.uses >= RESPONSE_USES:
                raise Refused("used_url")
            found.uses += 1
            return found
