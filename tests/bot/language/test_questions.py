"""The questions of an update, each with what the answer might be; and what asks nothing."""

import pytest

from tests.bot.language.reader import reading

ASKED = [
    ("rag", "2.1 green or amber", ("green", "amber")),
    ("rag", "2.1 mostly green", ("green",)),
    ("rag", "2.1 probably amber", ("amber",)),
    ("progress", "2.1 done, but training continues", ("complete",)),
    ("progress", "2.1 not started, on hold", ("not_started", "on_hold")),
    ("forecast", "2.1 forecast March, forecast May", ("March", "May")),
    ("forecast", "2.1 can we say April", ("April",)),
    ("action", "the crisis one is done", ("2.1", "2.3")),
    ("action", "Everything is amber at this end", ()),
]
SETTLED = [
    "2.1 was green, now amber",
    "2.1 done",
    "2.1 late Feb or early March",
    "the crisis line is done",
]


@pytest.mark.parametrize(("field", "text", "candidates"), ASKED)
def test_what_is_left_open_is_asked_with_its_candidates(
    field: str, text: str, candidates: tuple[str, ...]
) -> None:
    (update,) = reading(text).updates
    assert [(one.field, one.candidates) for one in update.questions if one.field == field] == [
        (field, candidates)
    ]


@pytest.mark.parametrize("text", SETTLED)
def test_what_is_settled_is_not_asked(text: str) -> None:
    assert [one.questions for one in reading(text).updates] == [()]
