"""Patterns few messages need, compiled when the first one does, so that loading the reader stays quick."""

from __future__ import annotations

import re
from functools import cached_property


class Late:
    """A regular expression as written; `pattern` is it compiled."""

    def __init__(self, written: str, flags: int = 0) -> None:
        self._written = written
        self._flags = flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled at its first use."""
        return re.compile(self._written, self._flags)
