"""The pictures of a paper: a message for a title, the worst of many, and a text that says what is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.assessment import assess
from bot.pack_lines import PackLine
from bot.papers import cells
from bot.papers.chosen import badness
from bot.papers.highlight import highlight
from bot.papers.paper import Figure
from bot.papers.pictures import History, rag_by_body, rag_strip, slip_chart
from bot.plan import Action, ActionId
from bot.rag import Standing
from tests.bot.larkmere import month, plan
from tests.bot.papers.facts import ALL, DONE, FAR, NEAR, ON, RED_IN_TIME, WAITS, facts, numbered

DAYS = (date(2026, 9, 4), date(2026, 9, 18), ON)


def history(*earlier: dict[int, Standing]) -> History:
    now = {line.action.id: line.now.standing for line in ALL.pack.lines}
    before = tuple({ActionId(one): shown for one, shown in look.items()} for look in earlier)
    return History(DAYS[-len(before) - 1 :], (*before, now))


TWO_LOOKS = history({1: Standing.GREEN, 2: Standing.RED}, {1: Standing.NOT_REPORTED, 2: Standing.RED})


def test_a_slip_chart_shows_the_furthest_first_and_says_so() -> None:
    chart = slip_chart(ALL.pack)
    assert chart is not None
    assert chart.title == (
        "2 of 4 open actions are expected after their first date; the furthest by 35 weeks"
    )
    assert [bar.label.split()[0] for bar in chart.bars] == ["1.1", "2.1"]
    first = chart.bars[0]
    assert (first.first, first.expected, first.standing) == (
        date(2026, 5, 31),
        date(2027, 1, 31),
        Standing.RED,
    )
    assert "Red, from 31 May 2026 to 31 Jan 2027, 35 weeks" in chart.alt


def test_of_very_many_only_the_worst_are_shown_and_it_is_said() -> None:
    many = [
        numbered(one, baseline_due=month(2026, 1 + one % 8), approved_due=month(2026, 1 + one % 8))
        for one in range(1, 61)
    ]
    chart = slip_chart(facts(*many).pack)
    assert chart is not None
    assert chart.note == "The 30 worst of 60 are shown."
    lengths = [bar.expected - bar.first for bar in chart.bars]
    assert (len(lengths), lengths) == (30, sorted(lengths, reverse=True))
    assert chart.bars[0].first == date(2026, 1, 31)
    assert len(chart.alt) < 1_000


AGREED = numbered(7, baseline_due=month(2026, 9), approved_due=month(2027, 6), forecast_due=month(2027, 5))


def outliving(action: Action) -> PackLine:
    """The action in a plan that ends in March 2027."""
    ends = replace(plan(action), ends_on=date(2027, 3, 31))
    (one,) = assess(ends, ON, None)
    assert one.is_after_end
    return PackLine(one)


def test_within_its_agreed_date_an_action_beyond_its_plans_end_has_not_slipped() -> None:
    line = outliving(AGREED)
    pack = replace(ALL.pack, lines=(line,))
    assert [line.now.is_late, line.now.is_forecast_late, line.now.is_slipped] == [False, False, False]
    assert slip_chart(pack) is None
    assert cells.forecast(line.now, ON) == "May 2027; after the plan's end, as agreed"
    assert badness(line) > badness(ALL.pack.lines[1])


def test_beyond_its_agreed_date_it_has_slipped_as_any_other_and_is_charted() -> None:
    line = outliving(replace(AGREED, forecast_due=month(2027, 8)))
    pack = replace(ALL.pack, lines=(line,))
    assert line.now.is_forecast_late
    chart = slip_chart(pack)
    assert chart is not None
    assert len(chart.bars) == 1
    assert cells.forecast(line.now, ON) == "Aug 2027; 48 weeks after the first date; after the plan's end"


def test_a_plan_in_time_has_no_slip_chart_and_a_new_one_no_history() -> None:
    assert slip_chart(facts(DONE, WAITS).pack) is None
    assert rag_strip(ALL.pack, History()) is None
    assert rag_by_body(ALL.pack, History((ON,), ({},))) is None
    assert "Figure(" not in repr(highlight(facts(DONE)))


def test_a_strip_shows_every_look_and_silence_is_neither_better_nor_worse() -> None:
    strip = rag_strip(ALL.pack, TWO_LOOKS)
    assert strip is not None
    assert strip.title == "Since 4 Sept 2026, 1 of 4 open actions became worse and 1 better"
    assert dict(strip.rows)["1.1 Discharge letters to GPs"] == (
        Standing.GREEN,
        Standing.NOT_REPORTED,
        Standing.RED,
    )
    assert dict(strip.rows)["5.1 Discharge letters to GPs"] == (None, None, Standing.RED)
    assert "1.1 Discharge letters to GPs: Green, then Not reported, then Red" in strip.alt


def test_of_many_actions_the_strip_keeps_the_worst_in_printed_order() -> None:
    strip = rag_strip(ALL.pack, TWO_LOOKS, most=2)
    assert strip is not None
    assert [label.split()[0] for label, _ in strip.rows] == [FAR.ref, RED_IN_TIME.ref]
    assert strip.note.startswith("The 2 worst of 4")


def test_organisations_are_counted_by_colour_and_the_reddest_is_named() -> None:
    nobody = replace(NEAR, leads=())
    pack = facts(FAR, nobody, DONE, RED_IN_TIME).pack
    picture = rag_by_body(pack, TWO_LOOKS)
    assert picture is not None
    body = FAR.leads[0].organisations[0].name
    assert picture.title == f"{body} has most red: 2 of 3 actions"
    assert [name for name, _ in picture.bodies] == [body, "No organisation"]
    assert picture.bodies[0][1][-1][Standing.RED] == 2
    assert rag_by_body(facts(DONE).pack, TWO_LOOKS).title == "No organisation has a red action"  # type: ignore[union-attr]  # there are two looks


def test_the_highlight_report_holds_all_three() -> None:
    paper = highlight(replace(ALL, history=TWO_LOOKS))
    shown = [
        type(block.picture).__name__
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Figure)
    ]
    assert shown == ["SlipChart", "RagStrip", "RagByBody"]
