"""The RAG history strip: one action a row, one look at the plan a column."""

from __future__ import annotations

import textwrap

from matplotlib.axes import Axes

from bot.papers.pictures import RagStrip
from bot.rag import Standing
from documents.pictures.canvas import GREY, LOOKS, RULE, TEXT, day_words, marker_key, marks, png, sheet

_ROW = 0.24
_PALE = 0.32


def draw_strip(strip: RagStrip, width: float) -> bytes:
    """The PNG's bytes."""
    is_narrow = width < 5
    shown = {one for _, row in strip.rows for one in row if one is not None}
    row = _ROW * (1.5 if is_narrow else 1)
    made = sheet(strip.title, strip.note, width, row * len(strip.rows) + 0.32, marker_key(shown))
    label = 1.25 if is_narrow else 2.35
    axes = made.axes(label, 0.2, width - label - 0.12, row * len(strip.rows))
    for number, (_, standings) in enumerate(strip.rows):
        for column, one in enumerate(standings):
            if one is not None:
                _cell(axes, column, number, one)
    axes.set_xlim(-0.5, len(strip.days) - 0.5)
    axes.set_ylim(len(strip.rows) - 0.5, -0.5)
    every = -(-len(strip.days) // (4 if is_narrow else 8))
    ticks = range((len(strip.days) - 1) % every, len(strip.days), every)
    axes.set_xticks(list(ticks), [day_words(strip.days[one]) for one in ticks])
    axes.xaxis.set_tick_params(labelsize=TEXT - 0.7, labelcolor=GREY)
    axes.set_yticks(
        range(len(strip.rows)),
        [
            "\n".join(textwrap.wrap(name, 20, max_lines=2, placeholder="…")) if is_narrow else name
            for name, _ in strip.rows
        ],
    )
    for text in axes.get_yticklabels():
        text.set_fontsize(TEXT - (1.2 if is_narrow else 0.3))
    return png(made)


def _cell(axes: Axes, column: int, number: int, one: Standing) -> None:
    axes.barh(
        number, 0.92, left=column - 0.46, height=0.84, color=LOOKS[one].colour, alpha=_PALE,
        edgecolor=RULE, linewidth=0.5, zorder=1,
    )  # fmt: skip
    axes.plot(column, number, zorder=2, **marks(one, 5.5))
