"""Rate limits: token buckets a method, by Slack's tiers, timed by real time."""

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any


class Tier(Enum):
    """Slack's tiers; SPECIAL is chat.postMessage and auth.test."""

    ONE = "t1"
    TWO = "t2"
    THREE = "t3"
    FOUR = "t4"
    SPECIAL = "t5"


PER_MINUTE: Mapping[Tier, int] = {
    Tier.ONE: 1,
    Tier.TWO: 20,
    Tier.THREE: 50,
    Tier.FOUR: 100,
    Tier.SPECIAL: 600,
}
POSTS_PER_CHANNEL_A_SECOND = 1.0


@dataclass(frozen=True)
class RateRules:
    """Whether to limit, and how generously: so many times Slack's numbers, so that tests are not slowed."""

    is_on: bool = True
    generosity: float = 20.0
    burst_seconds: float = 60.0


@dataclass
class _Bucket:
    level: float
    filled_at: float


class Limits:
    """Counts calls. Used by the server's loop alone."""

    def __init__(self, rules: RateRules, now: Callable[[], float] = time.monotonic) -> None:
        self.rules = rules
        self._now = now
        self._buckets: dict[str, _Bucket] = {}

    def change(self, **rules: Any) -> None:
        """Other rules from now on; the buckets start full again."""
        self.rules = replace(self.rules, **rules)
        self._buckets.clear()

    def spend(self, method: str, tier: Tier) -> int | None:
        """Count a call of a method. None if it may go ahead, otherwise the seconds to wait."""
        return self._spend(method, PER_MINUTE[tier] / 60)

    def spend_post(self, channel: str) -> int | None:
        """Count a message into a channel: one a second, with short bursts."""
        return self._spend(f"post to {channel}", POSTS_PER_CHANNEL_A_SECOND)

    def _spend(self, key: str, a_second: float) -> int | None:
        if not self.rules.is_on:
            return None
        rate = a_second * self.rules.generosity
        most = max(1.0, rate * self.rules.burst_seconds)
        now = self._now()
        bucket = self._buckets.setdefault(key, _Bucket(most, now))
        bucket.level = min(most, bucket.level + (now - bucket.filled_at) * rate)
        bucket.filled_at = now
        if bucket.level < 1.0:
            return max(1, math.ceil((1.0 - bucket.level) / rate))
        bucket.level -= 1.0
        return None
