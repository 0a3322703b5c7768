"""RAG by organisation over time: small pictures of one scale, side by side."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from matplotlib.axes import Axes

from bot.papers.pictures import RagByBody
from bot.rag import Standing
from documents.pictures.canvas import GREY, INK, RULE, TEXT, day_words, fill, hatch_key, png, sheet

_HIGH = 1.15
_NAME = 0.36
_DAYS = 0.22

ORDER = tuple(reversed(Standing))
"""From the foot upwards: red lies on top, where it is seen."""


def draw_bodies(picture: RagByBody, width: float) -> bytes:
    """The PNG's bytes."""
    across = 2 if width < 5 else 4
    across = min(across, len(picture.bodies))
    down = -(-len(picture.bodies) // across)
    shown = {one for _, days in picture.bodies for day in days for one in day if day[one]}
    cell = _NAME + _HIGH + _DAYS
    made = sheet(picture.title, picture.note, width, down * cell + 0.1, hatch_key(shown))
    most = max(sum(day.values()) for _, days in picture.bodies for day in days)
    each = (width - 0.15) / across
    for number, (name, days) in enumerate(picture.bodies):
        left = 0.1 + (number % across) * each
        bottom = (down - 1 - number // across) * cell + _DAYS
        axes = made.axes(left + 0.18, bottom, each - 0.35, _HIGH)
        _columns(axes, days, most)
        axes.set_xticks([0, len(days) - 1], [day_words(picture.days[0]), day_words(picture.days[-1])])
        axes.xaxis.set_tick_params(labelsize=TEXT - 1.2, labelcolor=GREY)
        told = "\n".join(textwrap.wrap(name, int(each * 11), max_lines=2, placeholder="…"))
        axes.set_title(told, loc="left", size=TEXT, color=INK, pad=3)
    return png(made)


def _columns(axes: Axes, days: tuple[Mapping[Standing, int], ...], most: int) -> None:
    for column, found in enumerate(days):
        foot = 0
        for one in ORDER:
            number = found.get(one, 0)
            if number:
                axes.bar(column, number, bottom=foot, width=0.82, **fill(one))
                foot += number
    axes.set_ylim(0, most * 1.02)
    axes.set_yticks([0, most], ["0", str(most)])
    axes.yaxis.set_tick_params(labelsize=TEXT - 1.2, labelcolor=GREY)
    axes.grid(axis="y", color=RULE, linewidth=0.5)
    axes.set_axisbelow(True)
