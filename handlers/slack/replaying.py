"""The mark on an event that is being replayed, and a pool that runs a replayed listener where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from bot.delivery import InboxId

_P = ParamSpec("_P")
_T = TypeVar("_T")

REPLAY = "leadline_replay"
"""Where a request's context holds its `Replay`."""


@dataclass(slots=True)
class Replay:
    """One replay of a kept event: whether it got as far as the listeners, and what became of it there."""

    inbox_id: InboxId
    has_arrived: bool = False
    is_recorded: bool = False
    failure: Exception | None = None


_replaying: ContextVar[bool] = ContextVar("leadline_replaying", default=False)


@contextmanager
def replaying() -> Iterator[None]:
    """Until this ends, listeners run in the thread that dispatches, not in the pool."""
    token = _replaying.set(True)
    try:
        yield
    finally:
        _replaying.reset(token)


class ListenerPool(Executor):
    """Bolt's pool for listeners. A replayed event's listener runs at once and in place, so that the worker
    knows it has ended; an event handed to a pool would die with the process after it was called done."""

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="slack-listener")

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        if not _replaying.get():
            return self._pool.submit(fn, *args, **kwargs)
        done: Future[_T] = Future()
        done.set_result(fn(*args, **kwargs))
        return done

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - Executor's
        self._pool.shutdown(wait, cancel_futures=cancel_futures)
