"""What is said once for several actions: "1.1 slipping, 1.2 waiting on HR. Both amber"."""

from __future__ import annotations

from dataclasses import replace

from bot.language.reading import Progress, ReadUpdate

_OPEN = frozenset({None, Progress.ON_TRACK, Progress.NOT_STARTED})


def shared_out(updates: list[tuple[ReadUpdate, bool]]) -> list[ReadUpdate]:
    """The updates; one that is shared yields to the colour or state an action has of its own."""
    if not any(shared for _, shared in updates):
        return [update for update, _ in updates]
    own = {(update.plan, update.action): update for update, shared in updates if not shared}
    out: list[ReadUpdate] = []
    for update, shared in updates:
        mine = own.get((update.plan, update.action)) if shared else None
        out.append(update if mine is None else _yielding(update, mine))
    return out


def _yielding(update: ReadUpdate, mine: ReadUpdate) -> ReadUpdate:
    if mine.rag is not None or mine.progress not in _OPEN:
        return replace(update, rag=None, rag_implied=None, progress=None, words="")
    return (
        replace(update, progress=None, words="") if mine.progress is not None else replace(update, words="")
    )
