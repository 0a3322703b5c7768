"""No patient comes in with a document: a text with an NHS number is left out before anything is read."""

from __future__ import annotations

from dataclasses import replace

from bot.draft import Doubt, DoubtKind
from bot.importing.rows import RawDocument, RawMeeting, RawTable
from bot.patient_data import LEFT_OUT, holds_nhs_number, without_patients
from bot.phrases import doubts as phrases


def without_patient_data(document: RawDocument) -> tuple[RawDocument, tuple[Doubt, ...]]:
    """The document with every such text left out whole, its own name included, and a doubt for each row."""
    read = [_table(table) for table in document.tables]
    found = [doubt for _, doubts in read for doubt in doubts]
    meetings = tuple(_meeting(one) for one in document.meetings)
    sheets = tuple(without_patients(name) for name in document.hidden_sheets)
    named = without_patients(document.name)
    if (meetings, sheets, named) != (document.meetings, document.hidden_sheets, document.name):
        found.insert(0, Doubt(1, DoubtKind.PATIENT_DATA, phrases.patient_data()))
    tables = tuple(table for table, _ in read)
    return RawDocument(named, tables, meetings, sheets), tuple(found)


def _table(table: RawTable) -> tuple[RawTable, list[Doubt]]:
    rows, doubts = [], []
    for row in table.rows:
        cells = tuple(
            LEFT_OUT if isinstance(cell, str) and holds_nhs_number(cell) else cell for cell in row.cells
        )
        if cells != row.cells:
            row = replace(row, cells=cells)
            doubts.append(Doubt(row.number, DoubtKind.PATIENT_DATA, phrases.patient_data()))
        rows.append(row)
    name = without_patients(table.name)
    if name != table.name:
        doubts.insert(0, Doubt(1, DoubtKind.PATIENT_DATA, phrases.patient_data()))
    formulas = tuple((row, cell, without_patients(formula)) for row, cell, formula in table.uncomputed)
    return replace(table, name=name, rows=tuple(rows), uncomputed=formulas), doubts


def _meeting(meeting: RawMeeting) -> RawMeeting:
    return replace(
        meeting,
        body=without_patients(meeting.body),
        notes=without_patients(meeting.notes),
        series=without_patients(meeting.series),
    )
