"""A reading as the plain values `leadline read` prints."""

import json

from bot.language.as_json import as_json
from tests.bot.language.reader import reading


def test_every_field_has_its_place() -> None:
    said = as_json(reading("1.3 amber, slipped three weeks, waiting on HR, need help"))
    assert json.loads(json.dumps(said)) == {
        "kind": "update",
        "outcome": "understood",
        "updates": [
            {
                "outcome": "understood",
                "action": "1.3",
                "rag": "amber",
                "rag_implied": None,
                "progress": None,
                "completed": None,
                "no_change": False,
                "forecast": {
                    "start": "2027-04-21",
                    "end": "2027-04-21",
                    "precision": "day",
                    "words": "three weeks",
                    "shifted_from": "2027-03-31",
                },
                "shift": {"n": 3, "unit": "week"},
                "percent": None,
                "blocked": True,
                "blocker": "waiting on HR",
                "support": True,
                "questions": [],
            }
        ],
        "dates": [],
        "absence": None,
        "unresolved": [],
    }


def test_dates_carry_their_span_and_role() -> None:
    (said,) = as_json(reading("2.1 slipping to end of Feb"))["dates"]
    assert said == {
        "start": "2027-02-28",
        "end": "2027-02-28",
        "precision": "day",
        "words": "end of Feb",
        "span": [16, 26],
        "role": "forecast",
    }


def test_leave_and_completion_are_dates() -> None:
    assert as_json(reading("on leave 14-28 December"))["absence"] == {
        "start": "2026-12-14",
        "end": "2026-12-28",
    }
    completed = as_json(reading("2.4 completed 16th Oct"))["updates"][0]["completed"]
    assert (completed["start"], completed["words"]) == ("2026-10-16", "16th Oct")


def test_explained_each_field_carries_its_words_and_rule() -> None:
    said = as_json(reading("2.1 amber by end of Feb"), several_plans=True, explain=True)
    update = said["updates"][0]
    assert update["words"] == "2.1 amber by end of Feb"
    assert update["plan"] is None
    assert all(set(proof) == {"field", "words", "span", "rule"} for proof in update["evidence"])
    assert said["dates"][0]["rule"]
