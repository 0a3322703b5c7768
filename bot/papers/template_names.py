"""The names a board's own Word template may use, as docs/papers.md lists them."""

from __future__ import annotations

from difflib import get_close_matches

from bot.papers.paper import Bullets, Figure, Grid, Paper, Section

NAMES = (
    "title", "meeting", "number", "as_at", "stamp", "classification", "audit_head", "is_draft", "standing",
    "asks", "summary", "sections", "contact", "distribution",
)  # fmt: skip


OF_LISTS = (
    "verb", "words", "heading", "level", "paragraphs", "bullets", "pictures", "columns", "rows",
)  # fmt: skip
"""What each of the asks and each of the sections has."""


def nearest_to(name: str) -> str | None:
    """The name that somebody who wrote this probably meant."""
    plain = name.casefold().replace(" ", "_").replace("-", "_")
    found = get_close_matches(plain, (*NAMES, *OF_LISTS), n=1, cutoff=0.7)
    return found[0] if found else None


def names_of(paper: Paper) -> dict[str, object]:
    """Every name with its value: text, a flag, or lists of the same."""
    return {
        "title": paper.title,
        "meeting": paper.meeting,
        "number": paper.number,
        "as_at": paper.as_at,
        "stamp": paper.stamp,
        "classification": paper.classification,
        "audit_head": paper.audit_head,
        "is_draft": paper.is_draft,
        "standing": list(paper.standing),
        "asks": [{"verb": ask.verb, "words": ask.words} for ask in paper.asks],
        "summary": paper.summary,
        "sections": [_section(section) for section in paper.sections],
        "contact": paper.contact,
        "distribution": paper.distribution,
    }


def _section(section: Section) -> dict[str, object]:
    grids = [block for block in section.blocks if isinstance(block, Grid)]
    return {
        "heading": section.heading,
        "level": section.level,
        "paragraphs": [block for block in section.blocks if isinstance(block, str)],
        "bullets": [item for block in section.blocks if isinstance(block, Bullets) for item in block.items],
        "pictures": [block.picture for block in section.blocks if isinstance(block, Figure)],
        "columns": [column.words for grid in grids for column in grid.columns],
        "rows": [list(row.cells) for grid in grids for row in grid.rows if not row.is_band],
    }
