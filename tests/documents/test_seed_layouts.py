"""The real plans in Word and Excel, in several layouts: what is read from each is the same plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.draft import DoubtKind, DraftAction, DraftPlan
from bot.importing.headings import plan_heading
from bot.importing.plan import read_document
from bot.importing.rows import RawRow
from bot.language.reading import Conventions
from bot.timescale import Precision
from documents.delimited import read_delimited
from documents.files import read_file
from tests.documents.books import book
from tests.documents.papers import Paper

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
IMPROVEMENT = "halton_improvement_review_action_plan.txt"
RECOMMENDATIONS = "manchester_boyington_action_plan.txt"
DAYS = {IMPROVEMENT: date(2007, 5, 20), RECOMMENDATIONS: date(2009, 11, 1)}


def seed(name: str) -> Path:
    if not (SEEDS / name).exists():
        pytest.skip(f"the seeds are not here: ../shared/seeds/{name}")
    return SEEDS / name


def read(path: Path, today: date) -> DraftPlan:
    return read_document(read_file(path), today, Conventions())


def printed_rows(name: str) -> list[RawRow]:
    """The rows of the plan's own tables, blank ones where pages ended."""
    return list(read_delimited(seed(name).read_bytes(), name, has_pages=True).rows)


def one_table(rows: list[RawRow]) -> bytes:
    """Titles as paragraphs, everything from the first heading to the last row as one table."""
    paper = Paper()
    first = next(index for index, row in enumerate(rows) if plan_heading(row))
    last = max(index for index, row in enumerate(rows) if len(row.filled) > 1)
    for row in rows[:first]:
        paper.text(row.text(0))
    width = max(len(row.cells) for row in rows)
    lines = [[str(cell) for cell in row.cells] or [""] for row in rows[first : last + 1]]
    bands = [index for index, line in enumerate(lines) if len(line) == 1 and line[0]]
    paper.table(lines, merged=[(index, 0, index, width - 1) for index in bands])
    for row in rows[last + 1 :]:
        paper.text(row.text(0))
    return paper.content()


def tables_by_page(rows: list[RawRow]) -> bytes:
    """A table a page, headed only where the seed repeats its heading; bands and text between them."""
    paper = Paper()
    page: list[list[str]] = []
    for row in [*rows, RawRow(0, ())]:
        if len(row.cells) > 1 and not row.is_blank:
            page.append([str(cell) for cell in row.cells])
            continue
        if page:
            width = max(len(line) for line in page)
            paper.table([[*line, *[""] * (width - len(line))] for line in page])
            page = []
        if not row.is_blank:
            paper.text(row.text(row.filled[0]))
    return paper.content()


def repeated_headings(rows: list[RawRow]) -> bytes:
    """A heading again above every tenth row, as a table across pages has in some programs."""
    again: list[RawRow] = []
    heading = next(row for row in rows if plan_heading(row))
    for count, row in enumerate(rows):
        again.append(row)
        following = rows[count + 1] if count + 1 < len(rows) else row
        if (
            row.is_blank
            and len(following.filled) > 3
            and again.count(heading)
            and not plan_heading(following)
        ):
            again.append(heading)
    return one_table(again)


def workbook(rows: list[RawRow]) -> bytes:
    """One sheet, a printed line a row, bands merged over the width."""
    width = max(len(row.cells) for row in rows)
    lines = [[str(cell) for cell in row.cells] for row in rows]
    bands = [index for index, line in enumerate(lines, start=1) if len(line) == 1 and line[0]]
    return book(lines, merged=[f"A{row}:{chr(ord('A') + width - 1)}{row}" for row in bands])


LAYOUTS: dict[str, tuple[str, Callable[[list[RawRow]], bytes]]] = {
    "one table": (".docx", one_table),
    "a table a page": (".docx", tables_by_page),
    "headings again": (".docx", repeated_headings),
    "a workbook": (".xlsx", workbook),
}


def essence(action: DraftAction) -> tuple[object, ...]:
    """What must be the same, whatever the layout."""
    plain = replace(action, row=0, theme=None)
    return (plain.ref, plain.text, plain.leads, plain.timescale, plain.status, plain.status_text, plain.rag)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", [IMPROVEMENT, RECOMMENDATIONS])
def test_a_real_plan_reads_the_same_in_every_layout(name: str, layout: str, tmp_path: Path) -> None:
    suffix, write = LAYOUTS[layout]
    path = tmp_path / f"plan{suffix}"
    path.write_bytes(write(printed_rows(name)))
    expected = read(seed(name), DAYS[name])
    found = read(path, DAYS[name])
    assert [essence(action) for action in found.actions] == [essence(action) for action in expected.actions]
    assert {person.name for person in found.people} == {person.name for person in expected.people}


def test_a_timetable_is_meetings_with_their_own_paper_deadlines() -> None:
    plan = read(seed("salford_commissioning_process.txt"), date(2004, 2, 1))
    assert plan.actions == ()
    deadlines = [
        (meeting.on.start - meeting.papers_due.start).days for meeting in plan.meetings if meeting.papers_due
    ]
    assert sorted(deadlines) == [7, 7, 10, 10, 15]
    (cabinet,) = [meeting for meeting in plan.meetings if meeting.briefing]
    assert cabinet.briefing is not None
    assert (cabinet.briefing.start, cabinet.on.start) == (date(2004, 7, 6), date(2004, 7, 14))
    months = [meeting for meeting in plan.meetings if meeting.on.precision is Precision.MONTH]
    assert [(meeting.on.words, meeting.papers_due) for meeting in months] == [("June 2004", None)] * 3
    assert date(2004, 6, 9) in {meeting.on.start for meeting in plan.meetings}
    said = [doubt.message for doubt in plan.doubts]
    assert any("May 17th 2004 - June 11th 2004" in message for message in said)
    assert any("Sept 2004" in message for message in said)


def test_recommendations_in_letters_are_actions_and_one_waits_for_another() -> None:
    plan = read(seed("suffolk_joint_commissioning.txt"), date(2003, 11, 1))
    assert [action.ref for action in plan.actions] == list("abcdef")
    assert {action.ref: action.waits_for for action in plan.actions if action.waits_for} == {"c": ("a",)}
    promised = {action.ref: action.timescale.end for action in plan.actions if action.timescale}
    assert promised == {"f": date(2004, 2, 29)}
    assert {DoubtKind.WAITS_FOR, DoubtKind.DATE_IN_TEXT} <= {doubt.kind for doubt in plan.doubts}


def test_what_a_committee_is_asked_to_do_is_actions() -> None:
    plan = read(seed("kent_kcc_kmpt_partnership.txt"), date(2012, 7, 12))
    assert [(action.ref, action.text.split()[0]) for action in plan.actions] == [
        ("a", "NOTE"),
        ("b", "COMMENT"),
    ]
    review = plan.actions[1].timescale
    assert review is not None
    assert review.end == date(2012, 9, 30)
