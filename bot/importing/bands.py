"""Theme bands: the rows that only name what the actions below them serve."""

from __future__ import annotations

from dataclasses import dataclass

from bot.importing.flow import starts_midway
from bot.importing.headings import plan_heading
from bot.importing.numbering import split_number, theme_of
from bot.importing.rows import RawRow

_LONGEST_BAND = 400
_LONGEST_PLAIN = 120


@dataclass(frozen=True, slots=True)
class Band:
    """A theme heading as printed; `ref` is "" where it has no number."""

    ref: str
    title: str


def band_in(row: RawRow, after: RawRow | None) -> Band | None:
    """The row read as a theme's heading, by itself and by the row below it."""
    filled = row.filled
    first = row.text(filled[0])
    numbered = theme_of(first)
    if numbered is not None and len(first) <= _LONGEST_BAND:
        others = [row.text(index) for index in filled[1:]]
        if all(theme_of(other) is not None for other in others):
            titles = [theme_of(text) for text in (first, *others)]
            return Band(numbered[0], max((t[1] for t in titles if t), key=len))
        if len(others) == 1 and not numbered[1]:
            return Band(numbered[0], others[0])
    return _above_numbers(row, after) or _plain(row, after)


def band_of(words: str) -> Band:
    """A line that is known to name a theme: its number, where it has one, and its title."""
    ref, title = theme_of(words) or split_number(words)
    return Band(ref, title or words)


def _above_numbers(row: RawRow, after: RawRow | None) -> Band | None:
    """ "2 | Leaving hospital" standing alone above 2.1."""
    words = " ".join(row.text(index) for index in row.filled)
    number, title = split_number(row.text(row.filled[0]))
    if not number or "." in number or len(row.filled) > 2 or after is None:
        return None
    if len(row.filled) == 2 and title:
        return None
    title = title or (row.text(row.filled[1]) if len(row.filled) == 2 else "")
    following = split_number(after.text(after.filled[0]))[0]
    return Band(number, title or words) if following.startswith(f"{number}.") else None


def _plain(row: RawRow, after: RawRow | None) -> Band | None:
    """A title without a number, alone in its row, right above a heading or action rows."""
    text = row.text(row.filled[0])
    if len(row.filled) != 1 or row.filled[0] != 0 or after is None or split_number(text)[0]:
        return None
    if len(text) > _LONGEST_PLAIN or text.endswith(".") or starts_midway(text):
        return None
    return Band("", text) if plan_heading(after) is not None or len(after.filled) > 2 else None
