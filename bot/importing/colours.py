"""The colour behind a cell as the word it stands for, where a plan gives its RAG by colour alone."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

_PALE, _STRONG = 0.12, 0.45
_DARKEST, _LIGHTEST_GREY, _DARKEST_GREY = 0.3, 0.88, 0.4
# Where each colour ends on the wheel, in degrees; blue is read only where it is strong: pale blue is a band.
_WHEEL = ((18, "Red"), (68, "Amber"), (175, "Green"), (265, "Blue"), (330, ""), (361, "Red"))


def colour_word(fill: str) -> str:
    """ "Red", "Amber", "Green", "Blue" or "Grey" for six hexadecimal figures; "" for white and the rest."""
    if len(fill) != 6:
        return ""
    red, green, blue = (int(fill[place : place + 2], 16) / 255 for place in (0, 2, 4))
    hue, strength, light = colorsys.rgb_to_hsv(red, green, blue)
    if strength < _PALE:
        return "Grey" if _DARKEST_GREY < light < _LIGHTEST_GREY else ""
    word = next(word for end, word in _WHEEL if hue * 360 < end)
    is_read = light > _DARKEST and (word != "Blue" or strength >= _STRONG)
    return word if is_read else ""


def shaded(fills: Mapping[int, str], position: int, width: int) -> str:
    """The colour of one cell, unless the whole row is shaded alike, as bands are."""
    fill = fills.get(position, "")
    alike = sum(other == fill for other in fills.values())
    return colour_word(fill) if fill and (alike < max(2, width - 1)) else ""
