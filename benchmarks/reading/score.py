"""A quick look while the reader is worked on: `python -m benchmarks.reading.score [--show N]`.

The known corpora and the reader's own speed, in half a minute; `python -m benchmarks.reading` has the rest.
"""

from __future__ import annotations

import argparse

from benchmarks.reading import accuracy, speed
from benchmarks.reading.corpora import KNOWN, STATUSES
from bot.language.reading import Context


def main() -> None:
    """Print every row, some of the faults, and the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=0, help="print this many wrong messages")
    said = parser.parse_args()
    if not KNOWN.is_there:
        print("There are no corpora beside the repository.")
        return
    shares, faults = accuracy.rows_of(KNOWN, show=said.show)
    for name, share in {**shares, **accuracy.statuses(STATUSES)}.items():
        print(f"{name:18} {share}")
    texts = [row["text"] for row in KNOWN.rows()]
    times = speed.per_message(texts, Context()).quickest
    print(f"median {speed.at(times, 0.5):.0f} µs, p99 {speed.at(times, 0.99):.0f} µs, {len(times)} messages")
    for one in speed.growth(" ".join(texts), Context(asked=("2.1", "2.3"))):
        print(f"{one.length} characters: at most {one.worst:.0f} ms ({one.filler!r} repeated)")
    print(faults)


if __name__ == "__main__":
    main()
