"""How the interpreter is set in a process that answers people: for short waits, not for most work done."""

from __future__ import annotations

import gc
import sys

TAKE_TURNS_EVERY = 0.0005
"""Seconds a thread may compute before another is let in: who writes for many comes back from the disk three
times a batch, and with Python's own 5 ms would wait longer for its turn than for the disk."""


def answer_promptly() -> None:
    """For the whole process, once everything is wired. What is loaded by then stays until the end, so it is
    left out of every later look for garbage: a whole look stops all threads for longer than most messages
    wait to be acknowledged (with it, 1 in 100 waited 183 ms at 50 events a second; without it, 57)."""
    sys.setswitchinterval(TAKE_TURNS_EVERY)
    gc.collect()
    gc.freeze()
