"""Whatever is stored as JSON comes back equal, also after the value has grown a field."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.card import Act, Card, Choice, Line, Menu, Rule, Shown, Taps
from bot.conversation import FieldChange
from bot.language.reading import ReadUpdate
from bot.timescale import Precision, Timescale
from storage.encoding import decode, encode

Value = TypeVar("Value")

DAYS = st.dates(date(1948, 7, 5), date(2100, 12, 31))
TIMESCALES = st.builds(
    lambda days, precision, words: Timescale(min(days), max(days), precision, words),
    st.tuples(DAYS, DAYS),
    st.sampled_from(Precision),
    st.text(),
)
st.register_type_strategy(Timescale, TIMESCALES)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def through_json(kind: type[Value], value: Value) -> Value:
    return decode(kind, json.loads(json.dumps(encode(value))))


@given(TIMESCALES)
def test_a_timescale_comes_back(timescale: Timescale) -> None:
    assert through_json(Timescale, timescale) == timescale


@given(st.from_type(ReadUpdate))
def test_a_reading_comes_back(reading: ReadUpdate) -> None:
    assert through_json(ReadUpdate, reading) == reading


@given(st.from_type(Card))
def test_a_card_comes_back(card: Card) -> None:
    assert through_json(Card, card) == card


@given(st.builds(FieldChange, field=st.text(), was=JSON_VALUES, now=JSON_VALUES))
def test_a_field_change_comes_back(change: FieldChange) -> None:
    assert through_json(FieldChange, change) == change


@pytest.mark.parametrize("piece", get_args(get_args(get_type_hints(Card)["pieces"])[0]))
def test_every_piece_of_a_card_comes_back_as_itself(piece: Any) -> None:
    made: Any = {
        Line: Line("Saved."),
        Taps: Taps(()),
        Rule: Rule(),
        Shown: Shown("https://x/1", "RAG", "RAG"),
    }[piece]
    (returned,) = through_json(Card, Card("Saved", (made,))).pieces
    assert type(returned) is piece


def test_a_menu_is_not_mistaken_for_a_button() -> None:
    menu = Menu("Which action?", Act.CHOOSE_ACTION, (Choice("1.4 Open a clinic", "update:1 action:4"),))
    assert through_json(Card, Card("Which?", (Taps((menu,)),))).pieces == (Taps((menu,)),)


@dataclass(frozen=True)
class Older:
    words: str


@dataclass(frozen=True)
class Newer:
    words: str
    percent: int | None = None


def test_a_value_may_grow_a_field_with_a_default() -> None:
    assert decode(Newer, encode(Older("half done"))) == Newer("half done", None)


def test_a_value_may_lose_a_field() -> None:
    assert decode(Older, encode(Newer("half done", 50))) == Older("half done")
