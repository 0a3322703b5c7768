"""Whatever a table holds, nothing of it is lost: every word of every row is somewhere in the draft."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.draft import DraftPlan
from bot.importing.columns import PHRASES, Column
from bot.importing.headings import plan_heading
from bot.importing.rows import RawRow, table_of
from bot.importing.tables import Ending, read_table
from tests.bot.importing.tables import plan_of

HEADINGS = [
    ["Ref", "Priority", "Action", "Lead", "Timescale", "Outcome"],
    ["Priorities for service improvement", "Commentary", "Action required", "Timescale", "Lead", "Outcome"],
    ["", "Recommendation", "Action Taken", "Status", "RAG", "Comments"],
    ["NO", "PAPER", "ACTION", "LEAD", "TARGET DATE", "NEW DATE", "STATUS/COMMENT"],
    ["Theme", "Objective", "What we will do", "Who", "Partner", "By when", "Revised date", "Update", "Risk"],
]
CELLS = st.sampled_from(
    [
        "",
        "1.1",
        "1.2 Beds and doors",
        "2.0 LEAVING HOSPITAL",
        "R3",
        "(1.20)",
        "Review the rooms",
        "across several wards and",
        "Develop leaflets Enhance signage",
        "Team managers",
        "Rosa Vale",
        "T Cole L Wills",
        "K Adair (matron)",
        "Larkmere Council",
        "Sept 2027",
        "June 2027 Dec 2027",
        "March 2026 Achieved",
        "Ongoing",
        "To be agreed",
        "Delivered",
        "Agreed by the panel",
        "Amber",
        "purple",
        "managers",
        "As above",
        "servi",
    ]
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=9), min_size=1, max_size=8)
# Words that a reading replaces by a value: a colour, and words that point elsewhere.
READ = {"amber", "as", "above"}


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(HEADINGS), ROWS, st.booleans())
def test_no_word_is_lost(heading: list[str], rows: list[list[str]], has_pages: bool) -> None:
    table = table_of([heading, *rows], has_pages=has_pages)
    found = read_table(table, lambda words: None)
    filled = {row.number for row in table.rows if not row.is_blank}
    assert set(found.endings) == filled
    if not found.lines:
        return
    plan = plan_of(heading, *rows, has_pages=has_pages)
    kept = words_of(texts(plan)) | READ
    for row in table.rows:
        if found.endings.get(row.number) not in (Ending.HEADING, Ending.PROSE, None):
            assert words_of(row.text(index) for index in row.filled) <= kept, row


@settings(deadline=None)
@given(ROWS)
def test_references_are_unique(rows: list[list[str]]) -> None:
    plan = plan_of(HEADINGS[0], ["9.9", "Last", "Write it", "Rosa Vale", "May 2027", "Done"], *rows)
    refs = [action.ref for action in plan.actions]
    assert len(refs) == len(set(refs))
    assert {action.theme for action in plan.actions} <= {None, *(theme.ref for theme in plan.themes)}


@settings(deadline=None)
@given(st.lists(st.sampled_from([phrase for phrases in PHRASES.values() for phrase in phrases]), max_size=6))
def test_any_row_of_headings_is_read_or_refused_without_error(phrases: list[str]) -> None:
    heading = plan_heading(RawRow(1, tuple(phrases)))
    assert heading is None or Column.ACTION in heading.columns


def texts(plan: DraftPlan) -> Iterable[str]:
    for action in plan.actions:
        yield from (
            re.sub(r"[a-z]+\Z", "", action.ref),
            action.recommendation,
            action.text,
            action.status_text,
            action.comments,
        )
        yield from (action.outcome, *action.leads)
        yield from (time.words for time in (action.timescale, action.forecast) if time)
    for theme in plan.themes:
        yield from (theme.ref, theme.title)
    for person in plan.people:
        yield from (person.name, *person.organisations)
    yield from (doubt.message for doubt in plan.doubts)


def words_of(said: Iterable[str]) -> set[str]:
    return {word for text in said for word in re.findall(r"\w+", text.casefold())}
