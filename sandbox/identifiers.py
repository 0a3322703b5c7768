"""Ids and time stamps: unique within a workspace, rising, and shaped like Slack's."""

import string
from datetime import datetime

from sandbox.clock import Clock
from sandbox.store import Store

_DIGITS = string.digits + string.ascii_uppercase
_LENGTH = 9


def stamp(instant: datetime) -> str:
    """An instant as a message time stamp."""
    return _written(round(instant.timestamp() * 1_000_000))


def _written(microseconds: int) -> str:
    return f"{microseconds // 1_000_000}.{microseconds % 1_000_000:06d}"


class Identifiers:
    """Mints ids (one counter a workspace, kept) and message time stamps from the sandbox's clock."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        kept = store.get("counter", "ids") or {"number": 0, "stamp": 0}
        self._number: int = kept["number"]
        self._stamp: int = kept["stamp"]

    def mint(self, letter: str) -> str:
        """A new id such as `U00000001C`."""
        self._number += 1
        self._keep()
        number, written = self._number, ""
        while number:
            number, digit = divmod(number, len(_DIGITS))
            written = _DIGITS[digit] + written
        return letter + written.rjust(_LENGTH, "0")

    def mint_stamp(self) -> str:
        """A time stamp for now, later than every one before it."""
        self._stamp = max(round(self._clock.now().timestamp() * 1_000_000), self._stamp + 1)
        self._keep()
        return _written(self._stamp)

    def _keep(self) -> None:
        self._store.put("counter", "ids", {"number": self._number, "stamp": self._stamp})
