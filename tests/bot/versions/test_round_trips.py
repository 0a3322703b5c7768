"""A plan that leaves and comes back untouched differs in nothing, whatever its document was like."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.draft import DraftPlan
from bot.exporting.as_read import as_document
from bot.exporting.compose import AsAt, compose
from bot.importing.plan import read_document
from bot.language.reading import Conventions
from bot.plan import ActionPlan, ActionStatus
from bot.rag import Rag
from bot.rounds import Silence
from bot.versions.difference import DateColumn
from bot.versions.printed import difference_from, is_version_of
from tests.bot.importing.tables import plan_of as plan_of_rows
from tests.bot.larkmere import month
from tests.bot.versions.plans import FILES, live, read

AS_AT = AsAt(datetime(2026, 11, 22, 9, 0, tzinfo=UTC), None)
LATER = AsAt(
    datetime(2027, 2, 1, 9, 0, tzinfo=UTC), Silence(datetime(2026, 12, 1, tzinfo=UTC), date(2027, 4, 1))
)


def plan_of(name: str) -> ActionPlan:
    path = FILES[name]
    if not path.exists():
        pytest.skip("the seeds are not beside this project")
    return live(read(path))


def back(plan: ActionPlan, as_at: AsAt = AS_AT) -> DraftPlan:
    """What the plan's export reads as."""
    return read_document(as_document(compose(plan, as_at)), as_at.at.date(), Conventions())


def updated(plan: ActionPlan) -> ActionPlan:
    """The plan after its leads and its board have had their say."""
    at = datetime(2026, 10, 1, tzinfo=UTC)
    first, second, third, fourth, *others = plan.actions
    return replace(
        plan,
        actions=(
            replace(first, rag=Rag.AMBER, forecast_due=month(2027, 1), narrative="- waiting", reported_at=at),
            replace(second, status=ActionStatus.COMPLETE, completed_on=date(2026, 9, 30), reported_at=at),
            replace(third, status=ActionStatus.CLAIMED_DONE, approved_due=month(2027, 3), reported_at=at),
            replace(fourth, status=ActionStatus.WITHDRAWN),
            *others,
        ),
    )


@pytest.mark.parametrize("name", FILES)
def test_an_untouched_export_differs_in_nothing(name: str) -> None:
    plan = plan_of(name)
    found = difference_from(plan, back(plan), AS_AT)
    assert found.is_empty
    assert len(found.lines) == len(plan.actions)


@pytest.mark.parametrize("name", FILES)
def test_nor_does_one_made_after_updates(name: str) -> None:
    plan = updated(plan_of(name))
    assert difference_from(plan, back(plan), AS_AT).is_empty


@pytest.mark.parametrize("name", FILES)
def test_an_old_export_takes_no_colour_back_and_withdraws_nothing(name: str) -> None:
    before = plan_of(name)
    found = difference_from(updated(before), back(before), LATER)
    assert not found.new
    assert not found.gone
    assert not found.dated
    assert all(line.is_same or (line.standing and line.standing.is_older) for line in found.lines)


@pytest.mark.parametrize("name", FILES)
def test_the_document_it_came_from_differs_in_nothing(name: str) -> None:
    plan = plan_of(name)
    assert difference_from(plan, read(FILES[name]), AS_AT).is_empty


@pytest.mark.parametrize("name", ["sample", "halton"])
def test_one_date_edited_is_exactly_that_one_question(name: str) -> None:
    plan = plan_of(name)
    edited = back(plan)
    moved = replace(edited.actions[4], agreed=month(2029, 5, "May 2029"))
    found = difference_from(
        plan, replace(edited, actions=(*edited.actions[:4], moved, *edited.actions[5:])), AS_AT
    )
    ((line, asked),) = found.dated
    assert (line.action.ref, asked.column) == (plan.actions[4].ref, DateColumn.AGREED)
    assert sum(not one.is_same for one in found.lines) == 1
    assert not found.new
    assert not found.gone


def test_a_later_version_is_known_by_its_title_or_its_lines() -> None:
    plan = plan_of("sample")
    document = read(FILES["sample"])
    assert is_version_of(document, plan)
    assert is_version_of(replace(document, title="Plan v4 final"), plan)
    assert not is_version_of(replace(document, title="Another plan", actions=document.actions[:9]), plan)


def test_columns_of_the_plan_s_own_come_back_each_in_its_place() -> None:
    heading = [
        "Ref",
        "Action",
        "Cost",
        "Lead",
        "Delivered via",
        "Timescale",
        "Cost",
        "Chair's notes",
        "Comments",
    ]
    rows = [
        [
            "1",
            "Write it",
            "£4,000",
            "R Vale",
            "Library: hall",
            "May 2027",
            "x",
            "Ask: who pays?",
            "Cost: none yet",
        ],
        ["2", "Send it", "", "T Cole", "", "June 2027", "£5", "", "Sent"],
    ]
    plan = live(plan_of_rows(heading, *rows))
    table = compose(plan, AS_AT)
    assert [column.words for column in table.columns[: len(heading)]] == heading
    assert [list(row.cells[: len(heading)]) for row in table.rows] == rows
    assert difference_from(plan, back(plan), AS_AT).is_empty


BESIDE_THEMES = (
    ["Ref", "Theme", "Workstream", "Action", "Lead", "Timescale"],
    ["1.1", "Beds", "Finance", "Cost them", "R Vale", "May 2027"],
    ["1.2", "Beds", "IMT", "Count them", "T Cole", "June 2027"],
    ["2.1", "Staff", "finance", "Pay them", "T Cole", "June 2027"],
)
BELOW_BARS = (
    ["Ref", "Workstream", "Action", "Lead", "Timescale"],
    ["Theme 1: Beds"],
    ["1.1", "Finance", "Cost them", "R Vale", "May 2027"],
    ["1.2", "IMT", "Count them", "T Cole", "June 2027"],
    ["Theme 2: Staff"],
    ["2.1", "Finance", "Pay them", "T Cole", "June 2027"],
)
ALONE = (
    ["Ref", "Workstream", "Action", "Lead", "Timescale"],
    ["1", "Finance", "Cost them", "R Vale", "May 2027"],
    ["2", "IMT", "Count them", "T Cole", "June 2027"],
    ["3", "Finance", "Pay them", "T Cole", "June 2027"],
)


@pytest.mark.parametrize(
    ("table", "themes", "strands"),
    [
        (BESIDE_THEMES, ["Beds", "Staff"], ["Finance", "IMT", "Finance"]),
        (BELOW_BARS, ["Beds", "Staff"], ["Finance", "IMT", "Finance"]),
        (ALONE, ["Finance", "IMT"], ["", "", ""]),
    ],
)
def test_a_workstream_stands_beside_a_theme_or_is_the_theme(
    table: tuple[list[str], ...], themes: list[str], strands: list[str]
) -> None:
    plan = live(plan_of_rows(*table))
    assert [one.title for one in plan.themes] == themes
    assert [one.workstream for one in plan.actions] == strands
    assert difference_from(plan, back(plan), AS_AT).is_empty
    said = [
        replace(one, workstream=name) for one, name in zip(plan.actions, ("IMT", "", "Estates"), strict=True)
    ]
    after = replace(plan, actions=tuple(said))  # as its officer said since: the export has room for it
    assert difference_from(after, back(after), AS_AT).is_empty
    assert [one.workstream for one in back(after).actions] == ["IMT", "", "Estates"]
    changed = [line.action.ref for line in difference_from(plan, back(after), AS_AT).lines if line.words]
    assert changed == [plan.actions[0].ref, plan.actions[2].ref]
