"""What `--explain` shows: for every field the words it came from, and the rule that read them."""

import pytest

from bot.language.reading import ReadUpdate
from tests.bot.language.reader import reading

FIELDS = [
    ("rag", "2.1 is amber", "amber", "amber"),
    ("rag", "2.1 🔴", "🔴", "red"),
    ("rag_implied", "2.1 some slippage", "some slippage", "sounds-amber"),
    ("rag_implied", "2.1 is on track", "on track", "on-track"),
    ("rag_implied", "2.1 slipping", "slipping", "slips"),
    ("progress", "2.1 is parked for now", "parked", "on-hold"),
    ("progress", "2.1 signed off", "signed off", "complete"),
    ("completed", "2.4 completed 16th Oct", "16th Oct", "done then"),
    ("no_change", "2.1 nothing to report", "nothing to report", "same"),
    ("forecast", "2.1 finished by end of Feb", "end of Feb", "the finish by name"),
    ("forecast", "2.1 green by March", "March", "colour by then"),
    ("shift", "2.1 slipped three weeks", "three weeks", "slips"),
    ("shift", "2.1 brought forward a fortnight", "a fortnight", "brings"),
    ("percent", "2.1 60% complete", "60%", "share done"),
    ("blocked", "2.1 waiting on HR", "waiting on", "blocks"),
    ("blocked", "2.1 red because of staffing", "because of", "causes"),
    ("support", "2.1 we need help", "need help", "support"),
    ("action", "2.1 amber", "2.1", "ref"),
    ("action", "the crisis line is amber", "crisis line", "words"),
    ("action", "amber for carers' handbook", "carers' handbook", "words"),
]
NOTHING = {
    "rag": "2.1 was red",
    "rag_implied": "2.1 amber",
    "progress": "2.1 nearly done",
    "completed": "2.1 done by March",
    "no_change": "2.1 change of lead",
    "forecast": "2.1 interviews in March",
    "shift": "2.1 three weeks of interviews",
    "percent": "2.1 60% of sites visited",
    "blocked": "2.1 no longer waiting on HR",
    "support": "2.1 no help needed",
    "action": "amber",
}


def proofs(update: ReadUpdate, name: str) -> list[tuple[str, str]]:
    """The words and the rule of each proof of this field."""
    return [(one.words, one.rule) for one in update.evidence if one.field == name]


@pytest.mark.parametrize(("name", "text", "words", "rule"), FIELDS)
def test_each_field_shows_its_words_and_its_rule(name: str, text: str, words: str, rule: str) -> None:
    (update,) = reading(text).updates
    assert proofs(update, name) == [(words, rule)]
    assert all(text[slice(*one.span)] == one.words for one in update.evidence)


@pytest.mark.parametrize(("name", "text"), NOTHING.items())
def test_a_field_that_holds_nothing_shows_nothing(name: str, text: str) -> None:
    assert [proofs(update, name) for update in reading(text).updates] in ([[]], [])


def test_every_field_of_an_update_is_among_them() -> None:
    told = set(ReadUpdate.__dataclass_fields__) - _OF_OTHER_FIELDS
    assert told == {name for name, *_ in FIELDS} == set(NOTHING)


_OF_OTHER_FIELDS = {
    "outcome",
    "plan",
    "path_to_green",
    "shifted_from",
    "blocker",
    "words",
    "questions",
    "evidence",
    "choices",
    "is_explained",
}
"""What follows from the fields above, or is the message itself."""


@pytest.mark.parametrize(
    ("text", "asked", "rule"),
    [
        ("amber", "2.1", "asked"),
        ("both amber", "2.1 2.2", "all"),
        ("2.1 done, rest no change", "2.1 2.2", "rest"),
        ("first one done, second one amber", "2.1 2.2", "turn"),
    ],
)
def test_an_action_that_was_asked_about_says_how_it_is_meant(text: str, asked: str, rule: str) -> None:
    assert proofs(reading(text, asked).updates[-1], "action")[-1][1] == rule
