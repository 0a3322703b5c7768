"""How often one channel may be written to, or whatever else is held to a rate by itself."""

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
        self._held_to: dict[str, float] = {}
        self._all_held_to = 0.0

    def wait(self, channel: str) -> float:
        """0 when a message may go now, which counts it; else the seconds until one may. Messages that are
        put off one after the other are put off to one after the other, so that they keep their order."""
        now = self._monotonic()
        if (held_to := max(self._held_to.get(channel, now), self._all_held_to)) > now:
            return self._slot(channel, held_to)
        left, at = self._left.get(channel, (float(self._burst), now))
        left = min(self._burst, left + (now - at) * self._per_second)
        self._left[channel] = (left - 1 if left >= 1 else left, now)
        if left >= 1:
            return 0.0
        return self._slot(channel, now + (1 - left) / self._per_second)

    def hold(self, channel: str, seconds: float) -> None:
        """Nothing more for this channel for so long: one of its messages could not be delivered yet."""
        self._held_to[channel] = self._monotonic() + seconds

    def hold_all(self, seconds: float) -> None:
        """Nothing more for any channel for so long: the platform counts what it is sent in all."""
        self._all_held_to = self._monotonic() + seconds

    def _slot(self, channel: str, earliest: float) -> float:
        now = self._monotonic()
        slot = max(earliest, self._put_off_to.get(channel, now) + STEP)
        self._put_off_to[channel] = slot
        return slot - now
