"""What the pictures share: the sheet, its message on top, its key below, and the marks of each standing."""

from __future__ import annotations

import io
import textwrap
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.path import Path
from matplotlib.textpath import TextPath

from bot.phrases import dates
from bot.rag import Standing

mpl.rcParams["text.parse_math"] = False  # a "$" in an action's name is a dollar
mpl.rcParams["font.family"] = ["DejaVu Sans"]
mpl.rcParams["hatch.linewidth"] = 0.7

DPI = 192
INK, GREY, RULE = "#1F3A4D", "#5B6770", "#D5DCE1"
TEXT = 8.0
_TITLE = 10.5
_PALE = 0.62
"""How much of a standing's colour an area of it keeps."""
_LINE = 0.19


@dataclass(frozen=True, slots=True)
class Look:
    """How a standing is drawn; no two share a marker or a hatch, so that grey tells them apart."""

    colour: str
    marker: Any
    hatch: str


def _question() -> Path:
    """A question mark as a marker, which is no formula."""
    drawn = TextPath((0, 0), "?", size=1)
    centre = drawn.get_extents().get_points().mean(axis=0)
    return Path(drawn.vertices - centre, drawn.codes)


LOOKS: dict[Standing, Look] = {
    Standing.RED: Look("#B3261E", "^", "////"),
    Standing.AMBER_RED: Look("#D2601A", "v", "\\\\\\\\"),
    Standing.AMBER: Look("#F0A81C", "D", "xx"),
    Standing.AMBER_GREEN: Look("#B9C24E", "h", "--"),
    Standing.GREEN: Look("#3F9463", "o", ""),
    Standing.COMPLETE: Look("#3B6BB0", "s", ".."),
    Standing.NOT_YET_DUE: Look("#C4CBD0", "_", "||"),
    Standing.NOT_REPORTED: Look("#FFFFFF", _question(), "oo"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure with room for axes between its title and its key, in inches from the bottom."""

    figure: Figure
    width: float
    height: float
    bottom: float

    def axes(self, left: float, bottom: float, width: float, height: float) -> Axes:
        """Axes at this place in inches, above the key, without a frame."""
        made = self.figure.add_axes(
            (
                left / self.width,
                (self.bottom + bottom) / self.height,
                width / self.width,
                height / self.height,
            )
        )
        for spine in made.spines.values():
            spine.set_visible(False)
        made.tick_params(length=0, labelsize=TEXT, labelcolor=INK)
        return made


def sheet(title: str, note: str, width: float, room: float, keys: Iterable[Any]) -> Sheet:
    """A sheet of this width with `room` inches for what is drawn: message above, key below."""
    handles = list(keys)
    lines = balanced(title, int(width * 72 / (_TITLE * 0.60)))
    notes = textwrap.wrap(note, int(width * 72 / (TEXT * 0.58))) if note else []
    columns = 3 if width < 5 else 6
    below = 0.1 + 0.2 * -(-len(handles) // columns)
    above = 0.12 + _LINE * len(lines) + 0.16 * len(notes) + 0.1
    height = below + room + above
    figure = Figure(figsize=(width, height), dpi=DPI, facecolor="white")
    FigureCanvasAgg(figure)
    top = 1 - 0.08 / height
    figure.text(
        0.01, top, "\n".join(lines), va="top", size=_TITLE, weight="bold", color=INK, linespacing=1.15
    )
    if notes:
        at = top - (_LINE * len(lines) + 0.05) / height
        figure.text(0.01, at, "\n".join(notes), va="top", size=TEXT, color=GREY)
    if handles:
        figure.legend(
            handles=handles, loc="lower left", bbox_to_anchor=(0, 0), ncols=columns, frameon=False,
            fontsize=TEXT, labelcolor=INK, handletextpad=0.4, columnspacing=1.2, borderaxespad=0.2,
        )  # fmt: skip
    return Sheet(figure, width, height, below)


def balanced(text: str, most: int) -> list[str]:
    """The lines a text takes at this width in characters, none of them a lone last word."""
    lines = textwrap.wrap(text, most)
    narrower = most
    while narrower > 1 and len(tried := textwrap.wrap(text, narrower - 1)) == len(lines):
        lines, narrower = tried, narrower - 1
    return lines


def marker_key(shown: Iterable[Standing]) -> list[Line2D]:
    """Marker and word of each standing that is drawn, in the order of standings."""
    held = set(shown)
    return [
        Line2D([], [], linestyle="", label=one.word, **marks(one, 6.0)) for one in Standing if one in held
    ]


def hatch_key(shown: Iterable[Standing]) -> list[Patch]:
    """Hatch and word of each standing that is drawn."""
    held = set(shown)
    return [Patch(label=one.word, **fill(one)) for one in Standing if one in held]


def marks(one: Standing, size: float) -> dict[str, Any]:
    """How a marker of this standing is drawn."""
    look = LOOKS[one]
    is_open = one is Standing.NOT_REPORTED
    line_like = one is Standing.NOT_YET_DUE
    return {
        "marker": look.marker,
        "markersize": size,
        "markerfacecolor": INK if is_open else look.colour,
        "markeredgecolor": GREY if line_like else INK,
        "markeredgewidth": 1.6 if line_like else 0.5,
    }


def fill(one: Standing) -> dict[str, Any]:
    """How an area of this standing is drawn: paler than its marker, so that the hatch shows in grey."""
    look = LOOKS[one]
    return {"facecolor": _paler(look.colour), "hatch": look.hatch, "edgecolor": INK, "linewidth": 0.4}


def _paler(colour: str) -> tuple[float, float, float]:
    red, green, blue = to_rgb(colour)
    return (1 - (1 - red) * _PALE, 1 - (1 - green) * _PALE, 1 - (1 - blue) * _PALE)


def day_words(day: date) -> str:
    """A day below a column: "4 Sept"."""
    return dates.day_and_month(day)


def png(made: Sheet) -> bytes:
    """The picture's bytes. A sign that the font has not is drawn as a box, which is no fault to report."""
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")
        made.figure.savefig(file, format="png", dpi=DPI, metadata={"Software": None})
    return file.getvalue()
