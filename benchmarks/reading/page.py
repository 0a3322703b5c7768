"""The parts of a page that the benchmark writes: the text between two markers, and nothing else of it."""

from __future__ import annotations

from pathlib import Path

NOT_YET = "Not scored yet."


def part(page: str, name: str) -> str:
    """What stands between the markers of a part."""
    _, _, rest = page.partition(_opening(name))
    inside, closed, _ = rest.partition(_closing(name))
    if not closed:
        raise LookupError(f"the page has no part {name!r} between {_opening(name)} and {_closing(name)}")
    return inside.strip()


def with_part(page: str, name: str, text: str) -> str:
    """The page with that part replaced."""
    part(page, name)
    before, opening, rest = page.partition(_opening(name))
    _, closing, after = rest.partition(_closing(name))
    return f"{before}{opening}\n{text.strip()}\n{closing}{after}"


def write(path: Path, measured: str | None, costs: str, fresh: str | None) -> None:
    """Write what was measured. The first score on the fresh corpus is kept: a later one goes beside it."""
    page = with_part(path.read_text("utf-8"), "costs", costs)
    if measured is not None:
        page = with_part(page, "measured", measured)
    if fresh is not None:
        first = part(page, "fresh-first") == NOT_YET
        page = with_part(page, "fresh-first" if first else "fresh-latest", fresh)
    path.write_text(page, "utf-8")


def _opening(name: str) -> str:
    return f"<!-- {name} -->"


def _closing(name: str) -> str:
    return f"<!-- /{name} -->"
