"""The labelled corpus, where it lies beside the project: every date in its place, resolved as labelled,
and no other.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.language.dates import DateSpan, Direction, find_dates
from bot.language.reading import Conventions
from bot.timescale import Timescale

CORPUS = Path(__file__).parents[5] / "shared" / "corpus" / "updates.jsonl"
PAST_ROLES = {"past_event", "completion", "baseline"}
MESSAGES = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()] if CORPUS.exists() else []

pytestmark = pytest.mark.skipif(not MESSAGES, reason="the corpus is not beside the project")


def accepted(gold: dict[str, Any], time: Timescale) -> bool:
    options = [[gold["start"], gold["end"]], *gold["alts"]]
    return [time.start.isoformat(), time.end.isoformat()] in options


def resolved(gold: dict[str, Any], span: DateSpan) -> bool:
    """Looking the way the label's role looks; an old date may also be one still to come."""
    ways = [Direction.PAST, Direction.FUTURE] if gold["role"] == "baseline" else [Direction.FUTURE]
    if gold["role"] in PAST_ROLES:
        ways = ways if gold["role"] == "baseline" else [Direction.PAST]
    return any(accepted(gold, span.resolve(way)) for way in ways)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: str(message["id"]))
def test_a_labelled_message_has_just_its_dates(message: dict[str, Any]) -> None:
    spans = find_dates(message["text"], date(2026, 11, 22), Conventions())

    assert len(spans) == len(message["dates"])
    for gold, span in zip(message["dates"], spans, strict=True):
        assert span.start < gold["e"]
        assert gold["s"] < span.end
        assert resolved(gold, span), (span.words, gold)
