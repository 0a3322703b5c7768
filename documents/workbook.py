"""Excel workbooks (.xlsx), read as values: no macros, no links, no formulas are run."""

from __future__ import annotations

import html
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from itertools import islice
from typing import Any
from zipfile import ZipFile

import openpyxl
from defusedxml.common import DefusedXmlException
from openpyxl.utils import range_boundaries
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from bot.errors import PlanUnreadable
from bot.importing.rows import Cell, RawRow, RawTable
from bot.phrases import files as sentences
from documents.limits import MAX_COLUMNS, MAX_ROWS, capped
from documents.package import guard
from documents.workbook_looks import Look, look_of

_MOST_VALUES = 250_000
_MOST_UNCOMPUTED = 2_000
_TALLEST_MERGE = 1000
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_NO_RESULT = re.compile(
    rb'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3}(\d{1,7}))"[^>]*>\s*'
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</"
)
_HIDDEN = re.compile(
    rb'<(?:\w+:)?row\s(?:[^>]*?\br="(\d+)"[^>]*?\bhidden="(?:1|true)"|[^>]*?\bhidden="(?:1|true)"[^>]*?\br="(\d+)")'
)
_DECIMALS = re.compile(r"0\.(0+)(?![0#])")


def read_workbook(content: bytes) -> tuple[tuple[RawTable, ...], tuple[str, ...]]:
    """The visible sheets as tables, and the names of hidden ones.

    Raises `PlanUnreadable` for a damaged or unsafe file.
    """
    try:
        with ZipFile(io.BytesIO(content)) as package:
            guard(package, "xl/workbook.xml")
            book = openpyxl.load_workbook(
                io.BytesIO(content), read_only=True, data_only=True, keep_links=False
            )
            sheets = [sheet for sheet in book.worksheets if isinstance(sheet, ReadOnlyWorksheet)]
            hidden = tuple(sheet.title for sheet in sheets if sheet.sheet_state != "visible")
            shown = tuple(_table(sheet, package) for sheet in sheets if sheet.sheet_state == "visible")
            book.close()
            return shown, hidden
    except PlanUnreadable:
        raise
    except Exception as error:  # openpyxl lets through whatever a broken file makes of it
        raise PlanUnreadable(*(sentences.unsafe() if _is_hostile(error) else sentences.damaged())) from error


def _is_hostile(error: BaseException | None) -> bool:
    """Whether the XML was refused for entities or references to elsewhere; openpyxl wraps the refusal."""
    while error is not None and not isinstance(error, DefusedXmlException):
        error = error.__cause__ or error.__context__
    return error is not None


def _table(sheet: ReadOnlyWorksheet, package: ZipFile) -> RawTable:
    # The stubs do not know what a read-only sheet has of its own.
    opened: Any = sheet
    # The only way to a read-only sheet's merged cells, formulas and hidden rows is its part of the package.
    part = package.read(opened._worksheet_path)
    if part.count(b"</v>") + part.count(b"</is>") > _MOST_VALUES:
        raise PlanUnreadable(*sentences.too_many_rows(MAX_ROWS))
    uncomputed = tuple(islice(_uncomputed(part), _MOST_UNCOMPUTED + 1))
    if len(uncomputed) > _MOST_UNCOMPUTED:
        raise PlanUnreadable(*sentences.formulas())
    opened.reset_dimensions()
    rows = capped(_rows(opened.iter_rows(), _spans(part)))
    if len(uncomputed) > sum(len(row.filled) for row in rows):
        raise PlanUnreadable(*sentences.formulas())
    hidden = {int(match[1] or match[2]) for match in _HIDDEN.finditer(part)}
    filled = {row.number for row in rows if not row.is_blank}
    return RawTable(sheet.title, rows, hidden=tuple(sorted(hidden & filled)), uncomputed=uncomputed)


def _uncomputed(part: bytes) -> Iterator[tuple[int, str, str]]:
    """Cells with a formula and no result, as a program leaves them that computes nothing."""
    for match in _NO_RESULT.finditer(part):
        formula = html.unescape((match[3] or b"").decode("utf-8", "replace"))
        yield int(match[2]), match[1].decode("ascii"), f"={formula}" if formula else ""


def _rows(rows: Iterable[tuple[Any, ...]], spans: Mapping[int, frozenset[int]]) -> Iterator[RawRow]:
    nothing: frozenset[int] = frozenset()
    looks: dict[int, Look] = {}
    for number, cells in enumerate(rows, start=1):
        values = []
        fills = {}
        for index, cell in enumerate(cells):
            look = look_of(cell, looks)
            values.append(_cell(cell.value, look.number_format))
            if look.fill:
                fills[index] = look.fill
        yield RawRow(number, tuple(values), spans.get(number, nothing), fills)


def _spans(part: bytes) -> dict[int, frozenset[int]]:
    """For each row, the positions that a cell merged downwards covers from above."""
    covered: dict[int, set[int]] = defaultdict(set)
    for match in _MERGE.finditer(part):
        left, top, right, bottom = (edge or 1 for edge in range_boundaries(match[1].decode("ascii")))
        if bottom - top > _TALLEST_MERGE or right - left > MAX_COLUMNS:
            continue
        for row in range(top + 1, bottom + 1):
            covered[row].update(range(left - 1, right))
    return {row: frozenset(positions) for row, positions in covered.items()}


def _cell(value: object, number_format: str | None) -> Cell:
    """A value as a person sees it: dates as dates, 1.10 with its nought where the sheet shows one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float):
        return _number(value, number_format or "")
    return str(value)


def _number(value: float, number_format: str) -> str:
    decimals = _DECIMALS.search(number_format)
    places = len(decimals[1]) if decimals else 0
    if "%" in number_format:
        return f"{value * 100:.{places}f}%"
    if decimals:
        return f"{value:.{places}f}"
    return str(int(value)) if float(value).is_integer() else repr(round(float(value), 10))
