"""Lines for a phone: at most forty characters each, whatever the plan calls its things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

WIDTH = 40
MOST_LINES = 10


def fitted(line: str) -> str:
    """The line on one line, cut where it must be."""
    flat = " ".join(line.split()) if not line.startswith(" ") else " " + " ".join(line.split())
    return flat if len(flat) <= WIDTH else flat[: WIDTH - 1].rstrip() + "…"


def lines_of(lines: Iterable[str]) -> tuple[str, ...]:
    """At most ten lines that fit; empty ones are left out."""
    return tuple(fitted(line) for line in lines if line.strip())[:MOST_LINES]


def refs_after(label: str, refs: Sequence[str]) -> str:
    """A whole count and as many references as fit: "Decide 12: 1.1, 1.2, +10". Empty without any."""
    if not refs:
        return ""
    start = f"{label} {len(refs)}: "
    for shown in range(len(refs), 0, -1):
        left = f", +{len(refs) - shown}" if shown < len(refs) else ""
        line = f"{start}{', '.join(refs[:shown])}{left}"
        if len(line) <= WIDTH:
            return line
    return fitted(f"{label} {len(refs)}: {refs[0]}")
