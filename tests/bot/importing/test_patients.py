"""A document with an NHS number in it comes in without that text, wherever it stands, and says so."""

from __future__ import annotations

from datetime import date

import pytest

from bot.draft import DoubtKind
from bot.importing.listed_meetings import timetable_of
from bot.importing.plan import read_document
from bot.importing.rows import RawDocument, RawMeeting, table_of
from bot.language.reading import Conventions
from tests.bot.importing.tables import TODAY, kinds, one, plan_of

NUMBER = "943 476 5919"
HEADINGS = ("Ref", "Action", "Lead", "Timescale", "Comments")
CLEAN = ("1.1", "Discharge letters to GPs", "S Okoro", "Dec 2026", "on the way")


@pytest.mark.parametrize("at", range(1, 5))
def test_a_cell_is_left_out_whole_and_the_row_is_doubted(at: int) -> None:
    row = [*CLEAN]
    row[at] = f"{row[at]}, see patient {NUMBER}"
    plan = plan_of(HEADINGS, CLEAN, ("1.2", *row[1:]))
    assert NUMBER not in repr(plan)
    assert "see patient" not in repr(plan), "the words about a patient go with the number"
    assert DoubtKind.PATIENT_DATA in kinds(plan, 3)
    assert one(plan, "1.1").comments == "on the way", "its neighbours stay"


def test_a_title_a_sheet_and_the_file_s_name_are_left_out_too() -> None:
    table = table_of([(f"Action plan for {NUMBER}",), HEADINGS, CLEAN], name=f"Sheet {NUMBER}")
    document = RawDocument(f"plan {NUMBER}", (table,), hidden_sheets=(f"old {NUMBER}",))
    plan = read_document(document, TODAY, Conventions())
    assert NUMBER not in repr(plan)
    assert DoubtKind.PATIENT_DATA in kinds(plan, 1)


def test_a_calendar_and_a_timetable_are_looked_through_as_well() -> None:
    meeting = RawMeeting("Board", date(2026, 10, 14), date(2026, 10, 14), notes=f"about {NUMBER}")
    plan = read_document(RawDocument("dates", (), (meeting,)), TODAY, Conventions())
    assert plan.meetings
    assert NUMBER not in repr(plan)
    table = table_of([("Body", "Date"), (f"Panel on {NUMBER}", "14 Oct 2026")])
    found, _ = timetable_of(RawDocument("dates", (table,)), TODAY, Conventions(), "Board")
    assert found
    assert NUMBER not in repr(found)


def test_a_plan_without_one_is_doubted_for_none() -> None:
    plan = plan_of(HEADINGS, CLEAN)
    assert DoubtKind.PATIENT_DATA not in {doubt.kind for doubt in plan.doubts}
