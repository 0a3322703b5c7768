"""Workbooks for the tests: written by openpyxl, then spoilt by hand where a test wants them so."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"
HEAD = ("Ref", "Action", "Lead", "Due")
ROW = ("1.1", "Write it", "S Okoro", "Sept 2027")


def book(rows: Iterable[Sequence[object]] = (HEAD, ROW), merged: Iterable[str] = ()) -> bytes:
    """A workbook of one sheet."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def spoilt(part: str, change: Callable[[bytes], bytes], source: bytes | None = None) -> bytes:
    """A workbook with one of its parts changed, or added when it has no such part."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(source or book())) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, change(b""))
    return made.getvalue()


def with_rows(xml: bytes, source: bytes | None = None) -> bytes:
    """A workbook with rows of raw XML below its own."""
    return spoilt(SHEET, lambda sheet: sheet.replace(b"</sheetData>", xml + b"</sheetData>"), source)


def inline(place: str, text: bytes) -> bytes:
    """A cell with text in it, as XML."""
    return b'<c r="%b" t="inlineStr"><is><t>%b</t></is></c>' % (place.encode(), text)
