"""A document against the record, field by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.draft import DraftAction, DraftPlan
from bot.importing.columns import Column
from bot.layout import DocumentColumn
from bot.partnership import PartnershipId
from bot.plan import Action, ActionId, ActionPlan, ActionStatus, PlanId, PlanState, Theme
from bot.rag import Rag
from bot.versions.compare import compare
from bot.versions.difference import DateColumn, Difference
from bot.versions.taking import Answer, Answers, ChangeKind, Ruling, decide
from tests.bot.larkmere import ACTION, SEPTEMBER, month

JANUARY = month(2027, 1, "Jan 2027")
MARCH = month(2027, 3, "March 2027")
FIRST = replace(ACTION, id=ActionId(1), rag=None, status_text="Some progress", comments="", reported_at=None)
SECOND = replace(
    FIRST,
    id=ActionId(2),
    ref="2.8",
    text="Feedback card from every practice",
    recommendation="Improve discharge",
)
THEMES = (Theme("2.0", "Leaving hospital"), Theme("3.0", "Carers"))
ALL = tuple(DocumentColumn(column.value, column) for column in Column)


def plan_of(*actions: Action) -> ActionPlan:
    return ActionPlan(PlanId(1), PartnershipId(1), "Larkmere plan", PlanState.LIVE, THEMES, actions)


def said(action: Action, **changed: Any) -> DraftAction:
    line = DraftAction(
        ref=action.ref,
        theme=action.theme_ref,
        recommendation=action.recommendation,
        text=action.text,
        leads=tuple(lead.name for lead in action.leads),
        timescale=action.baseline_due,
        status=action.status,
        status_text=action.status_text,
        rag=action.rag,
        comments=action.comments,
        outcome=action.outcome,
        row=action.row,
        forecast=action.forecast_due,
    )
    return replace(line, **changed)


def found(
    *lines: DraftAction, plan: ActionPlan | None = None, columns: tuple[DocumentColumn, ...] = ALL
) -> Difference:
    mine = plan or plan_of(FIRST, SECOND)
    draft = DraftPlan("Larkmere plan", THEMES, lines, (), (), (), columns=columns)
    return compare(mine, draft, ((),) * len(mine.actions) if plan else [(said(a),) for a in mine.actions])


def test_a_document_that_says_the_same_differs_in_nothing() -> None:
    one = found(said(FIRST), said(SECOND))
    assert one.is_empty
    assert decide(one, Answers()).is_empty


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"ref": "2.7b"}, {"is_renumbered": True}),
        ({"text": "Discharge letters sent to GPs"}, {"words": ("text",)}),
        ({"outcome": "Every letter within one day"}, {"words": ("outcome",)}),
        ({"comments": "Printer mended"}, {"words": ("comments",)}),
        ({"leads": ("T Vance",)}, {"leads": ("T Vance",)}),
        ({"theme": "3.0"}, {"is_regrouped": True}),
    ],
)
def test_what_differs_is_told_and_nothing_else(changed: dict[str, Any], told: dict[str, Any]) -> None:
    line = found(said(FIRST, **changed), said(SECOND)).lines[0]
    assert not line.is_same
    fresh = replace(line, **{name: getattr(type(line)(FIRST, said(FIRST)), name) for name in told})
    assert fresh.is_same
    assert {name: getattr(line, name) for name in told} == told


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "  discharge LETTERS to GPs. "},
        {"outcome": ""},
        {"comments": ""},
        {"leads": ()},
        {"leads": ("S. Okoro",)},
        {"timescale": None},
        {"timescale": SEPTEMBER.in_words("September 2026")},
        {"rag": None},
        {"status": ActionStatus.NOT_STARTED, "status_text": ""},
        {"theme": None},
    ],
)
def test_an_empty_cell_and_another_spelling_say_nothing_new(changed: dict[str, Any]) -> None:
    assert found(said(FIRST, **changed), said(SECOND)).is_empty


def test_a_column_the_document_does_not_have_says_nothing() -> None:
    only = (DocumentColumn("Ref", Column.REF), DocumentColumn("Action", Column.ACTION))
    line = said(
        FIRST, leads=("T Vance",), outcome="Other", status=ActionStatus.ON_HOLD, status_text="On hold"
    )
    assert found(line, said(SECOND), columns=only).is_empty


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"timescale": JANUARY}, DateColumn.TIMESCALE),
        ({"agreed": JANUARY}, DateColumn.AGREED),
        ({"forecast": JANUARY}, DateColumn.FORECAST),
        ({"original": JANUARY}, DateColumn.ORIGINAL),
        ({"timescale": JANUARY, "agreed": JANUARY}, DateColumn.AGREED),
    ],
)
def test_another_date_is_one_question(changed: dict[str, Any], column: DateColumn) -> None:
    (asked,) = found(said(FIRST, **changed), said(SECOND)).dated
    assert (asked[1].column, asked[1].now) == (column, JANUARY)


def test_the_date_that_was_agreed_since_is_no_news() -> None:
    extended = replace(FIRST, approved_due=JANUARY)
    plan = plan_of(extended, SECOND)
    assert found(said(extended), said(SECOND), plan=plan).is_empty
    assert found(said(extended, timescale=JANUARY), said(SECOND), plan=plan).is_empty
    assert found(said(extended, timescale=JANUARY, agreed=SEPTEMBER), said(SECOND), plan=plan).is_empty


def test_a_colour_older_than_the_record_is_kept_mine_and_listed() -> None:
    heard = replace(FIRST, rag=Rag.AMBER, reported_at=datetime(2026, 9, 1, tzinfo=UTC))
    one = found(said(heard, rag=Rag.GREEN), said(SECOND), plan=plan_of(heard, SECOND))
    assert [line.action.ref for line in one.kept] == ["2.7a"]
    assert decide(one, Answers()).is_empty


def test_a_colour_nobody_has_spoken_of_since_is_taken() -> None:
    one = found(said(FIRST, rag=Rag.RED), said(SECOND))
    assert [(change.field, change.now) for change in decide(one, Answers()).revisions] == [("rag", "red")]


@pytest.mark.parametrize(
    ("ruling", "field", "kind"),
    [
        (Ruling.AGREED, "approved_due", ChangeKind.AGREED),
        (Ruling.FORECAST, "forecast_due", ChangeKind.FORECAST),
        (Ruling.TYPING_ERROR, "baseline_due", ChangeKind.CORRECTION),
    ],
)
def test_a_ruling_says_which_date_moves(ruling: Ruling, field: str, kind: ChangeKind) -> None:
    one = found(said(FIRST, timescale=JANUARY), said(SECOND))
    (change,) = decide(one, Answers(dates={"2.7a": Answer(ruling, "minute 6.2")})).revisions
    assert (change.field, change.kind, change.reason) == (field, kind, "minute 6.2")


def test_a_date_nobody_ruled_on_stays() -> None:
    one = found(said(FIRST, timescale=JANUARY), said(SECOND))
    assert decide(one, Answers()).is_empty
    assert decide(one, Answers(dates={"2.7a": Answer(Ruling.KEEP)})).is_empty


def test_an_action_that_is_gone_is_withdrawn_only_when_that_is_said() -> None:
    one = found(said(FIRST))
    assert [action.ref for action in one.gone] == ["2.8"]
    assert decide(one, Answers()).is_empty
    said_so = decide(one, Answers(gone={"2.8": Answer(Ruling.WITHDRAWN, "merged")})).revisions
    assert [(change.field, change.now) for change in said_so] == [
        ("status", "withdrawn"),
        ("status_reason", "merged"),
    ]


def test_a_withdrawn_action_that_is_not_in_the_file_is_no_news() -> None:
    withdrawn = replace(SECOND, status=ActionStatus.WITHDRAWN)
    assert found(said(FIRST), plan=plan_of(FIRST, withdrawn)).is_empty


def test_a_new_line_takes_its_place_and_an_old_number_makes_room() -> None:
    fresh = said(SECOND, text="Something nobody has thought of before now", recommendation="")
    taking = decide(found(said(FIRST), fresh), Answers())
    assert [change.now for change in taking.revisions] == ["2.8 (earlier)"]
    assert [one if isinstance(one, int) else one.ref for one in taking.order] == [1, 2, "2.8"]


def test_lines_that_were_merged_are_suspected() -> None:
    both = said(FIRST, text="Discharge letters to GPs and a feedback card from every practice")
    (one,) = found(both).joined
    assert (one.is_merged, one.parts) == (True, ("2.7a", "2.8"))


def test_a_line_that_was_divided_is_suspected() -> None:
    long = replace(FIRST, text="Discharge letters to GPs and a feedback card from every practice")
    parts = (
        said(long, text="Discharge letters to GPs and a card"),
        said(long, ref="2.9", text="Feedback card from every practice"),
    )
    one = found(*parts, plan=plan_of(long))
    assert [(each.is_merged, each.one) for each in one.joined] == [(False, "2.7a")]


def as_printed(*lines: DraftAction, printed: tuple[tuple[DraftAction, ...], ...]) -> Difference:
    draft = DraftPlan("Larkmere plan", THEMES, lines, (), (), (), columns=ALL)
    return compare(plan_of(FIRST, SECOND), draft, printed)


def test_a_row_our_reader_reads_as_two_is_still_that_row() -> None:
    halves = (said(FIRST, text="Discharge letters"), said(FIRST, ref="2.7a1", text="to GPs", leads=()))
    one = as_printed(*halves, said(SECOND), printed=(halves, (said(SECOND),)))
    assert one.is_empty
    assert len(one.lines) == 2


def test_a_date_our_reader_reads_otherwise_is_no_question() -> None:
    read = said(FIRST, timescale=MARCH, row=9)
    one = as_printed(replace(read, rag=Rag.RED, row=4), said(SECOND), printed=((read,), (said(SECOND),)))
    assert not one.dated
