"""The slip chart: first date against expected finish, one action a row."""

from __future__ import annotations

import textwrap
from datetime import date, timedelta

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from bot.papers.pictures import SlipBar, SlipChart
from documents.pictures.canvas import GREY, INK, RULE, TEXT, fill, marker_key, marks, png, sheet

_ROW = 0.27
_MOST_TICKS = 7


def draw_slip(chart: SlipChart, width: float) -> bytes:
    """The PNG's bytes."""
    is_narrow = width < 5
    keys = [
        Line2D([], [], linestyle="", marker="o", markersize=5, markerfacecolor="white",
               markeredgecolor=INK, label="First date"),
        *marker_key(bar.standing for bar in chart.bars),
    ]  # fmt: skip
    row = _ROW * (1.35 if is_narrow else 1)
    made = sheet(chart.title, chart.note, width, row * len(chart.bars) + 0.42, keys)
    label = 1.25 if is_narrow else 2.35
    axes = made.axes(label, 0.24, width - label - 0.75, row * len(chart.bars))
    _time(axes, chart, 4 if is_narrow else _MOST_TICKS)
    for number, bar in enumerate(chart.bars):
        _bar(axes, number, bar)
    axes.set_ylim(len(chart.bars) - 0.5, -0.5)
    axes.set_yticks(
        range(len(chart.bars)),
        [
            "\n".join(textwrap.wrap(bar.label, 20, max_lines=2, placeholder="…")) if is_narrow else bar.label
            for bar in chart.bars
        ],
    )
    for text in axes.get_yticklabels():
        text.set_fontsize(TEXT - (1.2 if is_narrow else 0.3))
    return png(made)


def _bar(axes: Axes, number: int, bar: SlipBar) -> None:
    first, expected = bar.first.toordinal(), bar.expected.toordinal()
    axes.barh(number, expected - first, left=first, height=0.34, zorder=2, **fill(bar.standing))
    axes.plot(first, number, "o", markersize=5, markerfacecolor="white", markeredgecolor=INK, zorder=3)
    axes.plot(expected, number, zorder=4, **marks(bar.standing, 7.5))
    axes.annotate(
        bar.length, (expected, number), xytext=(7, 0), textcoords="offset points", va="center",
        size=TEXT - 0.3, color=INK, annotation_clip=False,
    )  # fmt: skip


def _time(axes: Axes, chart: SlipChart, most: int) -> None:
    """Months along the foot, and the day of the pack as a line."""
    first = min(min(bar.first for bar in chart.bars), chart.on) - timedelta(days=12)
    last = max(max(bar.expected for bar in chart.bars), chart.on) + timedelta(days=12)
    axes.set_xlim(first.toordinal(), last.toordinal())
    starts = [day for day in _months(first, last) if day > first]
    step = -(-len(starts) // most)
    shown = starts[::step]
    axes.set_xticks([day.toordinal() for day in shown], [f"{day:%b}\n{day.year}" for day in shown])
    axes.xaxis.set_tick_params(labelsize=TEXT - 0.7, labelcolor=GREY)
    axes.grid(axis="x", color=RULE, linewidth=0.6, zorder=0)
    axes.set_axisbelow(True)
    axes.axvline(chart.on.toordinal(), color=INK, linewidth=0.9, linestyle=(0, (3, 2)), zorder=1)
    axes.annotate(
        "as at", (chart.on.toordinal(), 1), xycoords=("data", "axes fraction"), xytext=(0, 2),
        textcoords="offset points", ha="center", size=TEXT - 1, color=INK,
    )  # fmt: skip


def _months(first: date, last: date) -> list[date]:
    found, day = [], first.replace(day=1)
    while day <= last:
        found.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    return found
