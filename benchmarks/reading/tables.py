"""The measurements as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.reading.accuracy import Share
from benchmarks.reading.comparison import Standing
from benchmarks.reading.footprint import Loading, Streaming
from benchmarks.reading.goals import ACCURACY, MUST_ASK, ROWS, SUITES, within
from benchmarks.reading.speed import Growth, PerMessage, at

Cells = Iterable[object]
KEPT = 16  # bytes a line that memory may grow by: a reading that is kept takes hundreds


def table(head: Sequence[str], rows: Iterable[Cells]) -> str:
    """A Markdown table; figures to the right where the first row has figures."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines
    )


def side_by_side(standings: Sequence[Standing], left_out: Sequence[str]) -> str:
    """Every engine on the same messages, and a sentence for each that could not be had."""
    head = (
        "engine", "version", "dates found", "resolved exactly", "messages with every date right",
        "false dates", "median µs", "p99 µs", "worst µs",
    )  # fmt: skip
    rows = [
        (
            *(one.name, one.version, one.found, one.resolved, one.messages, one.false),
            *(f"{us:,.0f}" for us in (one.median, one.p99, one.worst)),
        )
        for one in standings
    ]
    return "\n\n".join([table(head, rows), *left_out])


def goals_of_accuracy(shares: Mapping[str, Share]) -> str:
    """READING.md's goals beside what was measured."""
    goals = [goal for goal in (*ACCURACY, MUST_ASK, SUITES) if goal.row in shares]
    return table(
        ("what", "goal", "measured", ""),
        ((goal.name, goal, shares[goal.row], goal.verdict(shares[goal.row])) for goal in goals),
    )


def every_row(columns: Mapping[str, Mapping[str, Share]]) -> str:
    """Every row of the scorer, a column for each corpus."""
    rows = [name for name in ROWS if any(shares.get(name, Share(0, 0)).of for shares in columns.values())]
    return table(
        ("row", *columns),
        ((ROWS[name], *(shares.get(name, "–") for shares in columns.values())) for name in rows),
    )


def tags(found: Mapping[str, tuple[Share, Share, Share]]) -> str:
    """What each kind of language comes to, the weakest first."""
    weakest = sorted(found.items(), key=lambda item: (item[1][0].ratio or 0.0, item[0]))
    return table(
        ("tag", "wholly right", "written wrong", "asked needlessly"),
        ((tag, *shares) for tag, shares in weakest),
    )


def suites(right: Mapping[str, int], seen: Mapping[str, int], in_scope: Sequence[str]) -> str:
    """The public suites in scope, and then with nothing left out."""
    rows = [(name, Share(right[name], seen[name])) for name in in_scope]
    rows.append(("**in scope**", _sum(right, seen, in_scope)))
    rows.append(
        ("left out, by the reasons in `date_suites.py`", _sum(right, seen, set(seen) - set(in_scope)))
    )
    rows.append(("everything, nothing left out", _sum(right, seen, seen)))
    return table(("suite", "right"), rows)


def _sum(right: Mapping[str, int], seen: Mapping[str, int], names: Iterable[str]) -> Share:
    chosen = list(names)
    return Share(sum(right[name] for name in chosen), sum(seen[name] for name in chosen))


def speed(measured: Mapping[str, PerMessage]) -> str:
    """µs a message up to 300 characters, beside the goals of 150 and 1,000."""
    rows = []
    for name, times in measured.items():
        for how, each in (
            ("of the processor, each message at its quickest", times.quickest),
            ("of the processor, every call", times.processor),
            ("by the clock, every call", times.clock),
        ):
            middle, late = at(each, 0.5), at(each, 0.99)
            verdicts = within(middle, 150, "µs"), within(late, 1_000, "µs")
            rows.append(
                (name, how, f"{middle:,.0f}", verdicts[0], f"{late:,.0f}", verdicts[1], f"{each[-1]:,.0f}")
            )
    head = ("messages", "counted", "median µs", "≤ 150", "p99 µs", "≤ 1,000", "worst µs")
    return table(head, rows)


def grown(found: Sequence[Growth]) -> str:
    """Time against length, beside the goals of 20 ms at 4,000 characters and 250 ms at 40,000."""
    bounds = {4_000: 20, 40_000: 250}
    return table(
        ("characters", "ordinary text, ms", "slowest filler, ms", "µs a character", "goal", "the filler"),
        (
            (
                f"{one.length:,}",
                f"{one.ordinary:.1f}",
                f"{one.worst:.1f}",
                f"{one.worst * 1e3 / one.length:.1f}",
                within(one.worst, bounds[one.length], "ms") if one.length in bounds else "",
                f"`{one.filler!r}`",
            )
            for one in found
        ),
    )


def footprint(ours: Loading, both: Loading, peaks: tuple[int, int, int], stream: Streaming | None) -> str:
    """Loading and memory."""
    idle, read, longest = peaks
    rows: list[Cells] = [
        _import("import of the reader", ours, "≤ 60", within(ours.imported, 60, "ms")),
        _import("import of the reader and dateparser", both, "", "not paid: dateparser is loaded lazily"),
        ("the first reading after the import, ms of the processor", f"{ours.first:.1f}", "", ""),
        ("peak memory: an interpreter that does nothing, MiB", f"{idle / 1024:.0f}", "", ""),
        ("peak memory: the reader imported", f"{ours.peak / 1024:.0f}", "", ""),
        ("peak memory: every known message read", f"{read / 1024:.0f}", "", ""),
        ("peak memory: and one of 40,000 characters", f"{longest / 1024:.0f}", "", ""),
    ]
    return table(("what", "measured", "goal", ""), rows + _streamed(stream))


def _import(name: str, loading: Loading, goal: str, verdict: str) -> Cells:
    said = f"{loading.imported:.0f} ({loading.by_clock:.0f} by the clock)"
    return name + ", ms of the processor", said, goal, verdict


def _streamed(stream: Streaming | None) -> list[Cells]:
    if stream is None:
        return [("streaming", "not measured: this system has no /proc", "constant", "")]
    (few, at_first), *_, (lines, at_last) = stream.held
    a_line = (at_last - at_first) * 1024 / (lines - few)
    return [
        (
            "`leadline read`, MiB held after "
            + ", ".join(f"{count:,}" for count, _ in stream.held)
            + " lines",
            ", ".join(f"{held / 1024:.1f}" for _, held in stream.held),
            "constant",
            f"met: {a_line:.1f} bytes a line, so none is kept"
            if a_line < KEPT
            else f"**{a_line:.0f} bytes a line**",
        ),
        ("`leadline read`, lines a second, JSON and all", f"{stream.a_second:,.0f}", "", ""),
    ]
