"""`make chaos`: both experiments on both databases, and a table of what came of them.

    python -m benchmarks.chaos [--deliveries N] [--replicas N] [--events N] [--databases …]
        [--pauses] [--lag SECONDS]

With --pauses replicas are not killed but put to sleep past their leases; with --lag Slack's history shows a
message so much later. What then stands there twice, the promise's assumptions being broken, must be repaired.
"""

from __future__ import annotations

import argparse
import sys

from benchmarks.chaos import deliveries, events
from benchmarks.chaos.databases import KINDS, fresh
from benchmarks.chaos.replica import QUICK

SEED = 20261122


def main() -> int:
    """0 when nothing was lost and nothing was doubled."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.chaos", description=__doc__)
    asked.add_argument("--deliveries", type=int, default=1000)
    asked.add_argument("--replicas", type=int, default=4)
    asked.add_argument("--events", type=int, default=300)
    asked.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    asked.add_argument("--seed", type=int, default=SEED)
    asked.add_argument("--pauses", action="store_true", help="put replicas to sleep instead of killing them")
    asked.add_argument("--lag", type=float, default=0.0, help="seconds Slack's history is behind")
    options = asked.parse_args()
    is_well = True
    for kind in options.databases:
        with fresh(kind) as url:
            is_well &= _deliveries(kind, url, options)
        if options.pauses or options.lag:
            continue
        with fresh(kind) as url:
            is_well &= _events(kind, url, options)
    return 0 if is_well else 1


def _deliveries(kind: str, url: str, options: argparse.Namespace) -> bool:
    came = deliveries.run(
        url, options.deliveries, options.replicas, options.seed, lag=options.lag, pauses=options.pauses
    )
    is_as_assumed = not options.pauses and options.lag < QUICK.settle.total_seconds()
    how = "pauses" if options.pauses else "kills"
    print(
        f"{kind:>10}  {came.deliveries} deliveries, {options.replicas} replicas, {came.kills} {how}, history "
        f"{options.lag:g} s behind, in {came.seconds:.0f} s: {came.duplicates} duplicates "
        f"({came.repaired} repaired), {came.missing} missing; {came.posted_again} posted again after they "
        f"were not found, {came.asked} put to the officer; {dict(came.states)}",
        flush=True,
    )
    forgiven = 0 if is_as_assumed else came.repaired
    is_once = came.duplicates == forgiven and came.missing == 0
    return is_once and came.states == {"posted": came.deliveries}


def _events(kind: str, url: str, options: argparse.Namespace) -> bool:
    came = events.run(url, options.events, options.seed)
    print(
        f"{kind:>10}  {came.events} events acknowledged, kill -9 with {came.waiting_at_first_kill} not yet "
        f"worked on, {came.kills} kills in {came.seconds:.0f} s: {came.lost} lost, {came.doubled} applied "
        f"twice, {came.answered} answered",
        flush=True,
    )
    return came.lost == came.doubled == 0 and came.answered == came.events


if __name__ == "__main__":
    sys.exit(main())
