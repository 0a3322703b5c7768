"""The final report: what became of every action of a plan that has been closed."""

from __future__ import annotations

from dataclasses import replace

from bot.pack import Pack
from bot.papers import cells, heading, tables
from bot.papers.facts import PaperFacts
from bot.papers.highlight import decisions, drawn
from bot.papers.paper import Block, Bullets, Paper, PaperKind, Section
from bot.papers.pictures import rag_by_body, rag_strip, slip_chart
from bot.phrases import dates
from bot.phrases.words import counted, listed, quoted
from bot.plan import Action

_ELSE = "Withdrawn before"
_ENDS = ("Carried over", "Superseded", "Stopped", _ELSE)
"""What actions that were not completed came to, in the words their ends are kept in."""


def final(facts: PaperFacts) -> Paper:
    """The paper. A list with nothing in it is left out."""
    pack = facts.pack
    ends = {end: tuple(one for one in pack.withdrawn if _end_of(one) == end) for end in _ENDS}
    sections = (
        Section("How the plan ended", (_sentence(pack, ends),)),
        Section(f"Complete ({len(pack.lines)})", _complete(facts)),
        *(Section(f"{end} ({len(found)})", _gone(found)) for end, found in ends.items()),
        Section("Decisions and new actions on record", decisions(pack)),
        Section("How far actions had slipped", drawn(slip_chart(pack))),
        Section(
            "Colour over time",
            (*drawn(rag_strip(pack, facts.history)), *drawn(rag_by_body(pack, facts.history))),
        ),
    )
    made = heading.paper(facts, PaperKind.FINAL, (), _sentence(pack, ends), sections)
    return replace(made, meeting=f"Closed on {dates.weekday_with_year(pack.on)}")


def _end_of(action: Action) -> str:
    return action.status_text if action.status_text in _ENDS else _ELSE


def _sentence(pack: Pack, ends: dict[str, tuple[Action, ...]]) -> str:
    """ "Of 86 actions, 60 are complete, 20 carried over and 6 stopped."."""
    total = len(pack.lines) + len(pack.withdrawn)
    parts = [f"{len(pack.lines)} {'is' if len(pack.lines) == 1 else 'are'} complete"]
    parts += [f"{len(found)} {end.lower()}" for end, found in ends.items() if found]
    return f"Of {counted(total, 'action')}, {listed(parts)}."


def _complete(facts: PaperFacts) -> tuple[Block, ...]:
    lines = facts.pack.lines
    return (tables.by_theme(facts, lines, "Every action that was completed."),) if lines else ()


def _gone(found: tuple[Action, ...]) -> tuple[Block, ...]:
    if not found:
        return ()
    said = [quoted(one.status_reason) if one.status_reason else "no reason given" for one in found]
    return (Bullets(tuple(f"{cells.named(one)}: {why}." for one, why in zip(found, said, strict=True))),)
