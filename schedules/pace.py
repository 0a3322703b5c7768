"""How often one channel may be written to."""

from __future__ import annotations

from collections.abc import Callable


class Pace:
    """A few messages at once, then so many a second, for each channel by itself."""

    def __init__(self, per_second: float, burst: int, monotonic: Callable[[], float]) -> None:
        self._per_second = per_second
        self._burst = burst
        self._monotonic = monotonic
        self._left: dict[str, tuple[float, float]] = {}

    def wait(self, channel: str) -> float:
        """0 when a message may go now, which counts it; else the seconds until one may."""
        now = self._monotonic()
        left, at = self._left.get(channel, (float(self._burst), now))
        left = min(self._burst, left + (now - at) * self._per_second)
        is_free = left >= 1
        self._left[channel] = (left - 1 if is_free else left, now)
        return 0.0 if is_free else (1 - left) / self._per_second
