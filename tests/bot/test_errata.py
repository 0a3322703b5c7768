"""A digest put right: the line, the lists and the counts follow from the corrected field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot import errata
from bot.assessment import assess
from bot.conversation import FieldChange
from bot.digest import Digest, digest_of, frozen
from bot.plan import ActionId
from bot.rag import Rag, Standing
from bot.stored import stored_timescale
from tests.bot.larkmere import action, day, month, plan

ON = date(2026, 10, 5)
JANUARY = day(2027, 1, 31).in_words("end of Jan")
NOVEMBER = day(2026, 11, 3).in_words("3 Nov")
AHEAD = action(approved_due=month(2026, 12), forecast_due=JANUARY)
OTHER = action(id=ActionId(2), ref="4.1")


def digest() -> Digest:
    now = assess(plan(AHEAD, OTHER), ON, None)
    before = assess(plan(replace(AHEAD, forecast_due=None), OTHER), date(2026, 9, 28), None)
    return frozen(digest_of("Larkmere plan", ON, now, before, (), date(2026, 9, 28), is_news=True))


MISREAD = FieldChange("forecast_due", stored_timescale(JANUARY), stored_timescale(NOVEMBER))


def test_only_a_field_shown_as_it_was_misread_is_misstated() -> None:
    assert errata.misstated(AHEAD, (MISREAD,)) == (MISREAD,)
    assert errata.misstated(replace(AHEAD, forecast_due=NOVEMBER), (MISREAD,)) == ()
    assert errata.misstated(AHEAD, (FieldChange("narrative", None, "words"),)) == ()


def test_an_action_that_is_not_forecast_late_after_all_leaves_that_list_and_the_news() -> None:
    made = digest()
    assert [one.action.ref for one in made.forecast_late] == ["2.7a"]
    right = errata.put_right(made, AHEAD.id, (MISREAD,), plan(AHEAD, OTHER), "14:05")
    assert right.forecast_late == ()
    assert right.news.forecast_late == ()
    assert right.news.late == made.news.late
    assert right.corrected_at(AHEAD.id) == "14:05"
    assert not errata.same_totals(made, right)


def test_a_colour_is_counted_where_it_belongs() -> None:
    made = digest()
    change = FieldChange("rag", Rag.GREEN.value, Rag.AMBER.value)
    right = errata.put_right(made, AHEAD.id, (change,), plan(AHEAD, OTHER), "14:05")
    assert (right.counts[Standing.AMBER], right.counts[Standing.GREEN]) == (1, 1)
    assert right.total == made.total
    assert errata.shown_in(right, AHEAD.id) == replace(AHEAD, rag=Rag.AMBER)
    assert errata.shown_in(right, ActionId(99)) is None
