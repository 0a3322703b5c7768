"""How often one channel may be written to."""

from __future__ import annotations

from collections.abc import Callable

STEP = 0.001


class Pace:
    """A few messages at once, then so many a second, for each channel by itself."""

    def __init__(self, per_second: float, burst: int, monotonic: Callable[[], float]) -> None:
        self._per_second = per_second
        self._burst = burst
        self._monotonic = monotonic
        self._left: dict[str, tuple[float, float]] = {}
        self._put_off_to: dict[str, float] = {}

    def wait(self, channel: str) -> float:
        """0 when a message may go now, which counts it; else the seconds until one may. Messages that are
        put off one after the other are put off to one after the other, so that they keep their order."""
        now = self._monotonic()
        left, at = self._left.get(channel, (float(self._burst), now))
        left = min(self._burst, left + (now - at) * self._per_second)
        self._left[channel] = (left - 1 if left >= 1 else left, now)
        if left >= 1:
            return 0.0
        slot = max(now + (1 - left) / self._per_second, self._put_off_to.get(channel, now) + STEP)
        self._put_off_to[channel] = slot
        return slot - now
