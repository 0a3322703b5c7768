"""A plan leaves in its own columns and order, with everything the record holds beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.exporting.cells import FILLS
from bot.exporting.compose import AsAt, compose
from bot.exporting.table import PlanTable
from bot.importing.columns import Column
from bot.layout import DocumentColumn
from bot.partnership import PartnershipId
from bot.plan import ActionPlan, ActionStatus, DateChange, Lead, LeadRole, PlanId, PlanState, Theme
from bot.rag import Rag, Standing
from tests.bot.larkmere import ACTION, BRAMLEY, OKORO, SEPTEMBER, month

AT = AsAt(datetime(2026, 9, 21, 9, 0, tzinfo=UTC), None)
JANUARY = month(2027, 1, "end of Jan")


def plan(*columns: tuple[str, Column], **changed: object) -> ActionPlan:
    action = replace(ACTION, **changed)  # type: ignore[arg-type]  # the fields of an action
    return ActionPlan(
        PlanId(1),
        PartnershipId(1),
        "Larkmere plan",
        PlanState.LIVE,
        (Theme("2.0", "Leaving hospital"),),
        (action,),
        columns=tuple(DocumentColumn(words, holds) for words, holds in columns),
    )


def cells(table: PlanTable) -> dict[str, str]:
    row = next(row for row in table.rows if not row.is_band)
    return {column.words: cell for column, cell in zip(table.columns, row.cells, strict=True)}


def headings(table: PlanTable) -> list[str]:
    return [column.words for column in table.columns]


def test_every_kind_of_column_can_be_filled() -> None:
    assert set(FILLS) == set(Column)


def test_the_plans_own_columns_come_first_in_their_own_words_and_order() -> None:
    own = (
        ("Recommendation", Column.RECOMMENDATION),
        ("Action Taken", Column.ACTION),
        ("Status", Column.STATUS),
        ("RAG", Column.RAG),
        ("Comments", Column.COMMENTS),
    )
    table = compose(plan(("No", Column.REF), *own), AT)
    assert headings(table)[:6] == ["No", *(words for words, _ in own)]
    assert headings(table)[6:] == [
        "Lead",
        "Outcome",
        "Original date",
        "Agreed date",
        "Forecast date",
        "Leadline status",
    ]


def test_a_plan_without_numbers_of_its_own_gets_ours_in_front() -> None:
    assert headings(compose(plan(("Action", Column.ACTION)), AT))[:2] == ["Ref", "Action"]


def test_a_plan_whose_document_is_not_remembered_has_a_default_order() -> None:
    assert headings(compose(plan(), AT)) == [
        "Ref",
        "Recommendation",
        "Action",
        "Lead",
        "Outcome",
        "Original date",
        "Agreed date",
        "Forecast date",
        "RAG",
        "Status",
    ]


def test_the_risk_an_action_is_linked_to_has_a_column_when_there_is_one() -> None:
    assert cells(compose(plan(risk_ref="CRR14"), AT))["Risk"] == "CRR14"
    own = ("Risk no", Column.OTHER)
    assert "Risk" not in headings(compose(plan(own, risk_ref="CRR14"), AT)), "the plan's own stands for it"


def test_the_three_dates_are_told_apart() -> None:
    table = compose(
        plan(("By when", Column.TIMESCALE), approved_due=month(2026, 11), forecast_due=JANUARY), AT
    )
    found = cells(table)
    assert [found[name] for name in ("By when", "Original date", "Agreed date", "Forecast date")] == [
        "Sept 2026",
        "Sept 2026",
        "Nov 2026",
        "end of Jan 2027",
    ]


@pytest.mark.parametrize("rag", list(Rag))
def test_a_colour_is_a_word_with_a_mark_of_its_own_shape(rag: Rag) -> None:
    shown = cells(compose(plan(rag=rag), AT))["RAG"]
    assert shown == Standing(rag.value).on_paper
    assert Standing(rag.value).word in shown


def test_no_two_marks_on_paper_share_a_shape() -> None:
    marks = [standing.on_paper.removesuffix(standing.word) for standing in Standing]
    assert len(set(marks)) == len(Standing)


def test_the_plans_own_status_word_stands_beside_ours() -> None:
    found = cells(compose(plan(("Status", Column.STATUS), status_text="Significant progress"), AT))
    assert (found["Status"], found["Leadline status"]) == ("Significant progress", "In progress")


def test_a_withdrawn_action_says_so_and_has_no_colour() -> None:
    found = cells(compose(plan(status=ActionStatus.WITHDRAWN), AT))
    assert (found["RAG"], found["Status"]) == ("", "Withdrawn")


def test_leads_stand_with_their_employers() -> None:
    supporting = Lead(BRAMLEY.person_id, BRAMLEY.name, LeadRole.SUPPORTING, BRAMLEY.organisations)
    found = cells(compose(plan(leads=(OKORO, supporting)), AT))
    assert found["Lead"] == "S Okoro (Dunvale NHS Trust); K Bramley (Larkmere Council)"
    own = (("Lead", Column.LEAD), ("Organisation", Column.ORGANISATION))
    found = cells(compose(plan(*own, leads=(OKORO, supporting)), AT))
    assert (found["Lead"], found["Organisation"]) == (
        "S Okoro; K Bramley",
        "Dunvale NHS Trust; Larkmere Council",
    )


def test_two_columns_of_leads_hold_those_who_report_and_those_who_support() -> None:
    supporting = Lead(BRAMLEY.person_id, BRAMLEY.name, LeadRole.SUPPORTING)
    own = (("Lead", Column.LEAD), ("Supporting", Column.LEAD))
    found = cells(compose(plan(*own, leads=(replace(OKORO, organisations=()), supporting)), AT))
    assert (found["Lead"], found["Supporting"]) == ("S Okoro", "K Bramley")


def test_a_column_we_do_not_know_gets_its_own_words_back() -> None:
    own = (("Cost", Column.OTHER), ("Comments", Column.COMMENTS))
    found = cells(compose(plan(*own, comments="Going well\nCost: £4,000"), AT))
    assert (found["Cost"], found["Comments"]) == ("£4,000", "Going well")


def test_what_was_last_said_is_there_with_every_move() -> None:
    moved = DateChange(SEPTEMBER, JANUARY, None, date(2026, 9, 20), None)
    table = compose(plan(narrative="mailbox opens soon", blocker="waiting for IT", moves=(moved,)), AT)
    assert cells(table)["Leadline update"].split("\n") == [
        '"mailbox opens soon"',
        'Blocker: "waiting for IT"',
        "Moved ×1: Sept 2026 → end of Jan 2027",
    ]


def test_a_theme_is_a_band_unless_the_plan_has_a_column_for_it() -> None:
    table = compose(plan(), AT)
    assert [(row.is_band, row.cells[0]) for row in table.rows] == [
        (True, "2.0 Leaving hospital"),
        (False, "2.7a"),
    ]
    table = compose(plan(("Theme", Column.THEME)), AT)
    assert [row.is_band for row in table.rows] == [False]
    assert cells(table)["Theme"] == "2.0 Leaving hospital"


def test_above_the_table_stands_when_and_how_it_may_be_handled() -> None:
    table = compose(plan(), AT, classification="OFFICIAL", chain_head="0123456789abcdef0123")
    assert table.notes[0] == "OFFICIAL"
    assert table.notes[1].startswith("As at 21 Sept 2026, 09:00. Key: ▲ Red")
    assert table.footer == "Leadline record 0123456789abcdef"
