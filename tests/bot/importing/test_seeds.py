"""The real plans this work is for. They are not part of the project, and no name of theirs stands here."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.draft import DoubtKind, DraftPlan
from bot.importing.names import persons_in
from bot.importing.plan import read_document
from bot.importing.rows import RawDocument, table_of
from bot.language.reading import Conventions
from bot.plan import ActionStatus
from tests.bot.importing.tables import kinds, one, refs

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
IMPROVEMENT = "halton_improvement_review_action_plan.txt"
RECOMMENDATIONS = "manchester_boyington_action_plan.txt"
MONTH = re.compile(
    r"(?:January|Feb|March|Mar|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*(?:/June)? (?:19|20)\d\d"
)
ISSUED = date(2007, 5, 20)


def rows_of(name: str) -> list[list[str]]:
    if not (SEEDS / name).exists():
        pytest.skip(f"the seeds are not here: ../shared/seeds/{name}")
    return [line.split("\t") for line in (SEEDS / name).read_text(encoding="utf-8").splitlines()]


def read(name: str, today: date) -> DraftPlan:
    document = RawDocument(name, (table_of(rows_of(name), has_pages=True),))
    return read_document(document, today, Conventions())


@pytest.fixture(scope="module")
def improvement() -> DraftPlan:
    return read(IMPROVEMENT, ISSUED)


@pytest.fixture(scope="module")
def recommendations() -> DraftPlan:
    return read(RECOMMENDATIONS, date(2009, 11, 1))


def dated_rows() -> dict[int, list[str]]:
    """The rows of the improvement plan that print a date in a cell by itself, and those dates."""
    found = {}
    for number, cells in enumerate(rows_of(IMPROVEMENT), start=1):
        alone = [cell for cell in cells if len(cell) < 25 and MONTH.match(cell)]
        dates = [match.group() for cell in alone for match in MONTH.finditer(cell)]
        if dates:
            found[number] = dates
    return found


def test_every_dated_line_is_an_action_with_its_date_and_leads(improvement: DraftPlan) -> None:
    read_dates = {
        row: [a.timescale.words for a in improvement.actions if a.row == row and a.timescale]
        for row in dated_rows()
    }
    assert read_dates == dated_rows()
    assert sum(map(len, read_dates.values())) >= 80
    assert all(action.leads for action in improvement.actions if action.timescale)


def test_every_person_named_beside_a_date_leads_that_row(improvement: DraftPlan) -> None:
    rows = rows_of(IMPROVEMENT)
    for number in dated_rows():
        cells = rows[number - 1]
        after = next(index for index, cell in enumerate(cells) if len(cell) < 25 and MONTH.search(cell)) + 1
        named = set(persons_in(cells[after]))
        led = {name for action in improvement.actions if action.row == number for name in action.leads}
        assert named <= led, number


def test_doubts_are_on_at_most_a_quarter_of_the_rows(improvement: DraftPlan) -> None:
    later = read(IMPROVEMENT, date(2026, 9, 21))
    lines = {action.row for action in later.actions}
    doubted = {doubt.row for doubt in later.doubts}
    assert len(doubted & lines) * 4 <= len(later.actions)
    assert len(doubted) * 4 <= len([row for row in rows_of(IMPROVEMENT)[35:] if len(row) > 1 and any(row)])


def test_lines_under_one_number(improvement: DraftPlan) -> None:
    assert [ref for ref in refs(improvement) if ref.startswith("1.4")] == ["1.4a", "1.4b", "1.4c"]
    assert [ref for ref in refs(improvement) if ref.startswith("1.10")] == [f"1.10{x}" for x in "abcde"]
    assert len(refs(improvement)) == len(set(refs(improvement)))


def test_the_traps_of_the_improvement_plan(improvement: DraftPlan) -> None:
    achieved = one(improvement, "1.2a")
    assert (achieved.status, achieved.status_text) == (ActionStatus.CLAIMED_DONE, "Achieved")
    two_months = one(improvement, "2.6").timescale
    assert two_months is not None
    assert (two_months.start, two_months.end) == (date(2007, 5, 1), date(2007, 6, 30))
    assert one(improvement, "3.2c").outcome.endswith("Dec 2007")
    assert one(improvement, "1.12a").text == ""
    assert one(improvement, "5.3b").outcome == one(improvement, "5.3a").outcome
    empty = one(improvement, "6.1")
    assert kinds(improvement, empty.row) == {DoubtKind.NO_LEAD, DoubtKind.NO_DATE, DoubtKind.NO_ACTION_TEXT}
    assert [theme.ref for theme in improvement.themes] == ["2.0", "4.0", "5.0", "6.0"]


def test_five_actions_were_late_on_the_day_it_was_issued(improvement: DraftPlan) -> None:
    assert sum(doubt.kind is DoubtKind.PAST_ITS_DATE for doubt in improvement.doubts) == 5


def test_the_list_of_leads(improvement: DraftPlan) -> None:
    strangers = [doubt for doubt in improvement.doubts if doubt.kind is DoubtKind.NOT_IN_LEAD_LIST]
    assert len(strangers) == 10
    (post,) = [person.name for person in improvement.people if person.is_post]
    assert post == "Team managers"
    led = {name for action in improvement.actions for name in action.leads}
    only_listed = [person for person in improvement.people if person.name not in led]
    assert len(only_listed) == 1
    assert max(len(person.organisations) for person in improvement.people) == 2


def test_eighteen_recommendations_with_their_lines_and_statuses(recommendations: DraftPlan) -> None:
    numbers = {re.sub(r"[a-z]$", "", ref) for ref in refs(recommendations)}
    assert numbers == {str(number) for number in range(1, 19)}
    assert [one(recommendations, f"13{line}").status_text for line in "abcd"] == [
        "Delivered",
        "Significant progress",
        "Delivered",
        "Delivered",
    ]
    assert [one(recommendations, f"11{line}").status_text for line in "abc"] == [
        "Significant progress",
        "Delivered",
        "",
    ]


def test_a_blank_colour_is_never_green(recommendations: DraftPlan) -> None:
    assert {action.rag for action in recommendations.actions} == {None}


def test_a_remark_in_the_status_column_is_a_comment_and_asked_about(recommendations: DraftPlan) -> None:
    action = one(recommendations, "8")
    assert "June 2009" in action.comments
    assert action.status_text == ""
    assert DoubtKind.UNKNOWN_STATUS in kinds(recommendations, action.row)
    assert action.text


def test_a_recommendation_nobody_reported_on_is_there(recommendations: DraftPlan) -> None:
    action = one(recommendations, "16")
    assert (action.text, action.comments, action.status) == ("", "", ActionStatus.NOT_STARTED)
    assert action.recommendation


@pytest.mark.parametrize("name", [IMPROVEMENT, RECOMMENDATIONS])
def test_no_word_of_a_real_plan_is_lost(name: str) -> None:
    plan = read(name, ISSUED)
    said = repr(plan)
    kept = set(re.findall(r"\w+", said.casefold())) | {"commentary", "taken"}
    refs_kept = {re.sub(r"[a-z]$", "", part) for ref in refs(plan) for part in ref.split(".")}
    for cells in rows_of(name):
        if len([cell for cell in cells if cell.strip()]) > 1:
            words = {word for cell in cells for word in re.findall(r"\w+", cell.casefold())}
            # A doubt quotes no more than the beginning of a cell that only repeats its neighbour.
            assert len(words - kept - refs_kept) <= 1, cells


def test_what_is_expected_only_in_the_comments_is_asked_about(recommendations: DraftPlan) -> None:
    said = [doubt for doubt in recommendations.doubts if doubt.kind is DoubtKind.SAID_IN_REMARKS]
    expected = [doubt.proposed.forecast.end for doubt in said if doubt.proposed and doubt.proposed.forecast]
    assert expected == [date(2010, 1, 1), date(2009, 12, 31), date(2009, 12, 31)]
    assert [action.forecast for action in recommendations.actions] == [None] * len(recommendations.actions)
