"""The tables are whole: every sense has a family, every phrase is found again, and no word has two states."""

from __future__ import annotations

import pytest

from bot.language.cues import FAMILIES, all_phrases, find_cues, phrase_words, phrases
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.dates import DATE_WORDS
from bot.language.lexicon.emoji import EMOJI_NAMES
from bot.language.lexicon.firmness import FIRM, WEAK
from bot.language.lexicon.states import COLOURS, STATES
from bot.language.reading import Progress
from bot.language.spelling import WORDS_OF_THEIR_OWN, WORDS_THAT_MATTER, corrected
from bot.language.tokens import tokenise
from bot.rag import Rag


def test_every_sense_is_in_one_family() -> None:
    members = [sense for family in FAMILIES for sense in family]
    assert sorted(members) == sorted(Sense)


def test_every_colour_and_state_has_words() -> None:
    assert {value for _, value, _ in COLOURS.values()} == set(Rag)
    assert {value for _, value, _ in STATES.values()} == set(Progress)


def test_every_phrase_is_found_where_it_is_written() -> None:
    for phrase in set(all_phrases()):
        words = phrase_words(phrase)
        assert any(hit.first == 0 for hit in find_cues(words)), phrase


def test_a_phrase_is_cut_as_a_message_is() -> None:
    for phrase in set(all_phrases()):
        if "<" not in phrase and "amber-" not in phrase:
            assert phrase_words(phrase) == tokenise(phrase).words, phrase


def test_no_phrase_states_two_things() -> None:
    seen: dict[str, str] = {}
    for table in (COLOURS, STATES):
        for rule, (_, _, written) in table.items():
            for phrase in set(phrases(written)):
                assert seen.setdefault(phrase, rule) == rule, phrase


def test_firm_words_are_words_of_a_date() -> None:
    targets = set(phrases(DATE_WORDS["target"][2]))
    assert WEAK - {"final"} <= targets | {"transfer"}
    assert not WEAK & FIRM


def test_marks_by_name_are_marks_in_the_tables() -> None:
    known = set(all_phrases()) | {"⚫", "👍", "❌"}
    assert set(EMOJI_NAMES.values()) <= known


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("compelted", "completed"),
        ("ambre", "amber"),
        ("slpping", "slipping"),
        ("wating", "waiting"),
        ("dealyed", "delayed"),
        ("recruitmnet", "recruitment"),
    ],
)
def test_one_slip_of_the_finger_is_forgiven(typed: str, meant: str) -> None:
    assert corrected(typed) == meant


@pytest.mark.parametrize(
    "word", ["ambler", "greed", "passed", "caused", "stated", "competed", "ember", "a" * 40]
)
def test_a_word_of_its_own_stays(word: str) -> None:
    assert corrected(word) == word


def test_no_word_of_a_phrase_is_taken_for_a_slip() -> None:
    assert [
        word for phrase in set(all_phrases()) for word in phrase_words(phrase) if corrected(word) != word
    ] == []


def test_no_word_is_both_meant_and_excused() -> None:
    assert not set(WORDS_THAT_MATTER) & WORDS_OF_THEIR_OWN
