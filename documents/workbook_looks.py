"""How a workbook's cells look: the form of their numbers, and the colour behind them."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from openpyxl.styles.colors import COLOR_INDEX

_USUAL_THEME = (
    *("FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD"),
    *("C0504D", "9BBB59", "8064A2", "4BACC6", "F79646"),
)
"""The colours of Excel's usual theme in its own order; a workbook's other themes are close to them."""


@dataclass(frozen=True, slots=True)
class Look:
    """A style's form of numbers and its fill as six hexadecimal figures, "" for none."""

    number_format: str = ""
    fill: str = ""


_PLAIN = Look()


def look_of(cell: Any, known: MutableMapping[int, Look]) -> Look:
    """How a cell looks; a workbook has few styles and many cells, so each is looked up once."""
    style = getattr(cell, "_style_id", None)
    if not style:
        return _PLAIN
    if style not in known:
        known[style] = Look(cell.number_format or "", _fill(cell.fill))
    return known[style]


def _fill(fill: Any) -> str:
    if getattr(fill, "fill_type", None) != "solid":
        return ""
    colour = fill.fgColor
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        return colour.rgb[-6:].upper()
    if colour.type == "indexed" and 0 <= colour.indexed < len(COLOR_INDEX):
        return str(COLOR_INDEX[colour.indexed])[-6:].upper()
    if colour.type == "theme" and 0 <= colour.theme < len(_USUAL_THEME) and not colour.tint:
        return _USUAL_THEME[colour.theme]
    return ""
