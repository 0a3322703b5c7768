"""An import's doubts as the terminal asks them: a line each, answered on a line."""

from __future__ import annotations

from collections.abc import Sequence

from bot.draft import DoubtKind
from bot.kept_doubts import KeptDoubt, waiting
from bot.phrases.importing import counted_kind, grouped
from bot.phrases.words import counted, quoted

AS_IT_STANDS: dict[DoubtKind, tuple[str, ...]] = {
    DoubtKind.NO_LEAD: ("nobody", "none"),
    DoubtKind.NO_DATE: ("none", "no date"),
    DoubtKind.TWO_READINGS: ("right", "yes", "y"),
}
"""What one types to leave a thing as it was read."""

_ASKS: dict[DoubtKind, str] = {
    DoubtKind.NO_LEAD: "Who leads? (names with commas, nobody, or Enter for later)",
    DoubtKind.NO_DATE: "When is it due? (Sept 2027, none, or Enter for later)",
    DoubtKind.TWO_READINGS: "Right? (right, the date it should be, or Enter for later)",
}

TAKE_AS_READ = 'Take these {count} as read, marked "to check"?'
TAKE_AS_SAID = 'Take what the comments say as forecasts and states ({count}), marked "to check"?'


def question(doubt: KeptDoubt) -> str:
    """One doubt, and what may be typed."""
    return f"{doubt.where} · {doubt.message}\n{_ASKS[doubt.kind]}"


def everything(title: str, kept: Sequence[KeptDoubt]) -> str:
    """Every doubt that waits, those that need an answer first, and those to check."""
    parts = [f"{title}:"]
    for heading, found in (
        ("Needs you", waiting(kept, needing=True)),
        ("Worth a look", waiting(kept, needing=False)),
        ("To check", tuple(one for one in kept if one.state.value == "to_check")),
    ):
        parts += [f"{heading} ({len(found)}):", *_listed(found)] if found else []
    return "\n".join(parts if len(parts) > 1 else [f"{title}: nothing is in doubt."])


def worth_a_look(found: Sequence[KeptDoubt]) -> str:
    """What can be taken at once."""
    return "\n".join((f"Worth a look ({len(found)}):", *_listed(found)))


def _listed(doubts: Sequence[KeptDoubt]) -> list[str]:
    lines = []
    for kind, some in grouped(doubts):
        lines += [f"  {counted_kind(kind, len(some))}:", *(_line(one) for one in some)]
    return lines


def _line(doubt: KeptDoubt) -> str:
    return f"    {doubt.where} · {doubt.message}"


def end(title: str, left: int) -> str:
    """Where it stands when the questions are over."""
    return f"{title}: {counted(left, 'question') if left else 'no question'} left for later."


def no_plan(partnership: str) -> str:
    """A partnership without a plan."""
    return f"{quoted(partnership)} has no plan. Bring one in with: leadline import FILE"
