"""Every setting there is has its words, its default, its explanation and a way to change it in chat."""

from __future__ import annotations

from dataclasses import fields
from datetime import time
from zoneinfo import ZoneInfo

import pytest

from bot.conventions import PlanConventions
from bot.orders import OrderKind, order_in
from bot.partnership import Partnership, Rhythm
from bot.settings import NAMES, SETTINGS, Facts, Setting, how, read_clock
from tests.bot.larkmere import PARTNERSHIP, plan

FACTS = Facts(PARTNERSHIP, plan())
NO_SETTING = {"partnership.id", "partnership.rhythm"}
OF_A_PLAN = {"plan.tolerance_days", "plan.classification", "plan.ends_on", "facts.years"}
OF_RHYTHM = [one for one in SETTINGS if one.field.startswith("rhythm.")]
BY_FORM = {"partnership.name", "partnership.channel", "partnership.chairs", "partnership.officers"}


def names_of(room: str, kind: type) -> set[str]:
    return {f"{room}.{field.name}" for field in fields(kind)}


def test_every_field_that_can_be_set_is_in_the_table() -> None:
    there_are = names_of("partnership", Partnership) | names_of("rhythm", Rhythm)
    there_are |= names_of("conventions", PlanConventions) | OF_A_PLAN
    assert {one.field for one in SETTINGS} == there_are - NO_SETTING
    assert len(NAMES) == sum(len(one.names) for one in SETTINGS)


@pytest.mark.parametrize("one", SETTINGS, ids=lambda one: one.field)
def test_each_says_what_it_is_for_and_how_it_is_changed(one: Setting) -> None:
    assert one.label
    assert one.means.endswith(".")
    assert one.tell(one.value(FACTS)) or one.field in BY_FORM
    assert bool(how(one)) is (one.field not in BY_FORM)
    assert one.default or one.field in BY_FORM
    if how(one):
        order = order_in(how(one))
        assert order is not None
        assert order.kind in (OrderKind.SETTING, OrderKind.TOLERANCE)
        is_word = one.field == "conventions.status_words"
        assert is_word or one.read(order.words) is not None


@pytest.mark.parametrize("one", OF_RHYTHM, ids=lambda one: one.field)
def test_what_is_told_of_a_value_is_read_as_that_value(one: Setting) -> None:
    value = one.value(FACTS)
    assert one.read(one.tell(value)) == value


@pytest.mark.parametrize(
    ("words", "clock"),
    [("09:30", time(9, 30)), ("9.30am", time(9, 30)), ("0930", time(9, 30)), ("5pm", time(17)),
     ("12am", time(0)), ("12.15 pm", time(12, 15)), ("9", None), ("25:00", None), ("half nine", None)],
)  # fmt: skip
def test_a_time_of_day_however_it_is_typed(words: str, clock: time | None) -> None:
    assert read_clock(words) == clock


def test_zones_and_nations_are_read_by_their_names() -> None:
    zone, nation = NAMES["zone"], NAMES["nation"]
    assert zone.read("london") == "Europe/London"
    assert ZoneInfo(str(zone.read("europe/dublin"))).key == "Europe/Dublin"
    assert zone.read("Larkmere") is None
    assert nation.read("northern ireland") == "northern_ireland"
    assert nation.read("Wales") == "wales"
    assert nation.read("France") is None


def test_an_agreed_date_is_no_setting() -> None:
    order = order_in("set the agreed date of 2.7 to March 2027")
    assert order is not None
    assert order.kind is OrderKind.SET_AGREED
