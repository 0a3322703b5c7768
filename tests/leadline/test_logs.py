"""The log as JSON: one object a line, and of an exception its kind and place alone."""

from __future__ import annotations

import json
import logging
import sys

from leadline.logs import JsonLines


def line(message: str, *args: object, failing: bool = False) -> dict[str, str]:
    caught = None
    if failing:
        try:
            raise ValueError("what somebody wrote")
        except ValueError:
            caught = sys.exc_info()
    record = logging.LogRecord("leadline.slack", logging.WARNING, "x.py", 1, message, args, caught)
    formatted = JsonLines().format(record)
    assert "\n" not in formatted
    held: dict[str, str] = json.loads(formatted)
    return held


def test_a_line_says_when_how_grave_who_and_what() -> None:
    told = line("delivery %d was not posted: %s", 17, "not_in_channel")
    assert told["message"] == "delivery 17 was not posted: not_in_channel"
    assert (told["level"], told["logger"]) == ("WARNING", "leadline.slack")
    assert told["at"].endswith("+00:00")
    assert "error" not in told


def test_of_an_exception_only_its_kind_and_place_are_told() -> None:
    told = line("tick", failing=True)
    assert told["error"].startswith("ValueError at test_logs.py:")
    assert "wrote" not in json.dumps(told)


def test_a_message_of_several_lines_stays_one_line() -> None:
    assert line("one\ntwo")["message"] == "one\ntwo"
