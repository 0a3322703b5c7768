"""The year-on report: what needs work first, then what was completed, what moved, and what is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.assessment import assess
from bot.governance import ExtensionState
from bot.papers.chosen import MOST_LISTED, MOST_OPEN
from bot.papers.look_back import LookBack
from bot.papers.paper import Paper
from bot.papers.year_on import year_on
from bot.plan import Action, ActionStatus, DateChange
from bot.rag import Rag
from tests.bot.larkmere import month, plan
from tests.bot.papers.facts import FAR, GONE, REQUEST, facts, numbered
from tests.bot.papers.test_highlight import words_of

SINCE = date(2025, 11, 1)
AT = datetime(2025, 11, 1, 23, 59, tzinfo=UTC)
BEFORE = datetime(2025, 9, 3, tzinfo=UTC)
LATER = month(2027, 3)


def moved(to: int, reason: str | None, of: tuple[int, int, int]) -> DateChange:
    when = date(*of)
    return DateChange(month(2026, to - 1), month(2026, to), reason, when, None, datetime(*of, tzinfo=UTC))


AMBER_THEN = replace(FAR, rag=Rag.AMBER, forecast_due=None, reported_at=BEFORE)
SLIPPED = replace(
    FAR,
    moves=(
        moved(6, "before the year", (2025, 10, 1)),
        moved(8, "no locum", (2026, 3, 2)),
        moved(9, None, (2026, 6, 1)),
    ),
)
DONE = numbered(2, status=ActionStatus.COMPLETE, completed_on=date(2026, 9, 20))
SILENT = numbered(3, approved_due=LATER, baseline_due=LATER, rag=Rag.GREEN, reported_at=BEFORE)
FAR_OFF = numbered(
    4, approved_due=LATER, baseline_due=LATER, rag=None, status=ActionStatus.NOT_STARTED, reported_at=None
)
ON_COURSE = numbered(5, approved_due=LATER, baseline_due=LATER)
NOW = (SLIPPED, DONE, SILENT, FAR_OFF, ON_COURSE)


def report(*now: Action, then: tuple[Action, ...] = (), **fields: object) -> Paper:
    """The report on these actions, and on how they stood."""
    back = LookBack(SINCE, AT, assess(plan(*then), SINCE, None) if then else ())
    return year_on(facts(*now), replace(back, **fields))  # type: ignore[arg-type]  # fields of a look back


THEN = (AMBER_THEN, replace(DONE, status=ActionStatus.IN_PROGRESS, completed_on=None), SILENT, FAR_OFF)
A_YEAR = report(*NOW, then=THEN, withdrawn=(GONE,))


def test_it_says_in_one_sentence_what_came_between_and_stands_at_both_ends() -> None:
    assert A_YEAR.title == "Progress since 1 Nov 2025: Larkmere plan"
    assert A_YEAR.summary == (
        "Since 1 Nov 2025, 1 action was completed, 1 joined the plan, 1 was withdrawn and the dates of 1 "
        "moved (1 more than once). Further work is needed on 2. Nothing has been reported on 2 that are open."
    )
    told = words_of(A_YEAR, "Progress since")
    assert "On 1 Nov 2025: Of 4 actions, 4 (100%) are complete or on target." in told
    assert "On 2 Oct 2026: Of 5 actions, 4 (80%) are complete or on target" in told
    assert "\n1 Nov 2025|4|0|1|2|0|1\n2 Oct 2026|5|1|0|2|1|1" in told


def test_what_needs_further_work_comes_first_under_the_most_pressing_reason_once() -> None:
    assert A_YEAR.sections[1].heading == "Areas where further work is needed (2)"
    told = words_of(A_YEAR, "Areas")
    assert told.startswith(
        "1 late and 1 not reported; each is listed once, under the most pressing.\n"
        "Late: past the date the board agreed (1)\n1.1|"
    )
    assert (
        "|◆ Amber|▲ Red|First: May 2026\nNow: Jan 2027; 35 weeks after the first date; moved\u00a0×3|" in told
    )
    assert [one for one in ("2.1|", "4.1|", "5.1|") if f"\n{one}" in told] == []


def test_what_was_expected_then_is_told_where_it_was_another_date() -> None:
    then = replace(AMBER_THEN, forecast_due=month(2026, 7))
    assert "First: May 2026\nThen: Jul 2026\nNow: Jan 2027" in words_of(
        report(SLIPPED, then=(then,)), "Areas"
    )


def test_a_completed_action_has_its_day_and_how_that_stands_to_the_first_date() -> None:
    (row,) = words_of(A_YEAR, "Completed since then (1)").splitlines()[-1:]
    assert "|20 Sept 2026|10 days before it (Sept 2026)|" in words_of(A_YEAR, "Completed")
    assert row
    again = report(replace(DONE, status=ActionStatus.IN_PROGRESS), then=(DONE,))
    assert "0 actions were completed and 1 was re-opened" in again.summary


def test_only_the_moves_of_the_year_are_told_each_with_its_reason() -> None:
    told = words_of(A_YEAR, "Dates that moved")
    assert "|2|Jul 2026 → Aug 2026 → Sep 2026|" in told
    assert told.endswith('2 March 2026: "no locum"\n1 June 2026: no reason given')


def test_silence_is_counted_whole_and_what_is_not_yet_due_is_told_apart() -> None:
    told = words_of(A_YEAR, "Nothing reported since then (2)")
    assert told.startswith(
        "On 2 open actions nothing at all has been reported since 1 Nov 2025; 1 of them is not yet due."
    )
    assert "\n3.1|" in told
    assert "\n4.1|" in told


def test_the_board_decides_comments_and_notes_and_what_was_granted_is_listed() -> None:
    granted = replace(REQUEST, state=ExtensionState.GRANTED, minute_ref="6.2")
    back = LookBack(SINCE, AT, assess(plan(*THEN), SINCE, None), granted=(granted,))
    paper = year_on(facts(*NOW, extensions=(REQUEST,)), back)
    assert [(ask.verb, ask.words[:40]) for ask in paper.asks] == [
        ("DECIDE", "More time for 1.1, to Jan 2027 (first da"),
        ("COMMENT", "On the areas where further work is neede"),
        ("NOTE", "The progress made since 1 Nov 2025: 1 of"),
    ]
    assert "granted, minute 6.2" in words_of(paper, "More time granted (1)")


def test_every_action_is_told_under_its_recommendation_which_is_rolled_up() -> None:
    first = replace(SLIPPED, recommendation="See that discharge is safe")
    second = replace(DONE, recommendation="See that discharge is safe")
    told = words_of(report(first, second, then=THEN), "Then and now")
    assert "See that discharge is safe: 1 of 2 actions complete, the worst ▲ Red\n1.1|" in told
    assert "|Not in the plan|" in words_of(A_YEAR, "Then and now")


def test_a_year_in_which_nothing_is_wrong_says_so_and_leaves_the_lists_out() -> None:
    quiet = report(ON_COURSE, then=(ON_COURSE,))
    assert quiet.summary == "Since 1 Nov 2025, 0 actions were completed. No further work is needed."
    assert [section.heading for section in quiet.sections] == [
        "Progress since 1 Nov 2025",
        "Then and now, action by action",
    ]
    assert [ask.verb for ask in quiet.asks] == ["NOTE"]


def test_a_day_before_the_record_began_is_answered_with_where_it_begins() -> None:
    told = words_of(report(ON_COURSE, then=(ON_COURSE,), asked_from=date(2024, 3, 1)), "Progress")
    assert (
        "The record begins on 1 Nov 2025, when the plan went live; it does not reach back to 1 March 2024."
        in told
    )


def test_of_very_many_the_worst_are_shown_and_all_are_counted() -> None:
    late = tuple(
        numbered(one, baseline_due=month(2026, 5), approved_due=month(2026, 5)) for one in range(1, 451)
    )
    paper = report(*late, then=late)
    told = words_of(paper, "Areas where further work is needed (450)")
    assert "Late: past the date the board agreed (450; the 60 worst are shown)" in told
    assert told.count("Discharge letters") == MOST_LISTED
    assert words_of(paper, "Then and now").count("Discharge letters") == MOST_OPEN
