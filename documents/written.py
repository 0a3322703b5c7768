"""A plan's table as a file of the kind that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.exporting.table import Format, PlanTable

Writer = Callable[[PlanTable, datetime], bytes]


def written(table: PlanTable, kind: Format, at: datetime) -> bytes:
    """The file's bytes; `at` is the instant its properties give as when it was made.

    Each writer is loaded only when it is asked for: an office library takes its time.
    """
    return _writer(kind)(table, at)


def _writer(kind: Format) -> Writer:
    if kind is Format.XLSX:
        from documents.written_workbook import write_workbook

        return write_workbook
    if kind is Format.DOCX:
        from documents.written_word import write_word

        return write_word
    from documents.written_delimited import write_delimited

    return write_delimited
