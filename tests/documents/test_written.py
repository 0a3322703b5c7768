"""Exports as files: what they hold, how they print, and that office programs open them."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from bot.exporting.table import Format, PlanTable, TableColumn, TableRow
from bot.rag import Standing
from documents.written import written

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TABLE = PlanTable(
    title="Larkmere & Calder plan",
    notes=("OFFICIAL", "As at 22 Nov 2026, 09:30."),
    columns=(
        TableColumn("Ref", 7, is_short=True),
        TableColumn("Action", 36),
        TableColumn("RAG", 16, is_short=True),
    ),
    rows=(
        TableRow(("1.0 Access",), is_band=True),
        TableRow(("1.1", "Single referral form", Standing.AMBER.on_paper)),
        TableRow(("1.10", "Line one\nLine two", Standing.COMPLETE.on_paper)),
    ),
    footer="Leadline record 0123456789abcdef",
    classification="OFFICIAL",
)


def sheet_of(table: PlanTable) -> openpyxl.worksheet.worksheet.Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(written(table, Format.XLSX, AT))).active
    assert isinstance(sheet, openpyxl.worksheet.worksheet.Worksheet)
    return sheet


def test_a_workbook_holds_every_cell_as_text_below_its_heading() -> None:
    rows = [[cell.value for cell in row if cell.value is not None] for row in sheet_of(TABLE).iter_rows()]
    assert rows == [
        ["Larkmere & Calder plan"],
        ["OFFICIAL"],
        ["As at 22 Nov 2026, 09:30."],
        [],
        ["Ref", "Action", "RAG"],
        ["1.0 Access"],
        ["1.1", "Single referral form", "◆ Amber"],
        ["1.10", "Line one\nLine two", "■ Complete"],
    ]
    sheet = sheet_of(TABLE)
    assert sheet["A8"].data_type == "s"
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A6:C6"], "a theme has the whole row"


def test_a_workbook_prints_landscape_with_its_headings_on_every_page() -> None:
    sheet = sheet_of(TABLE)
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.freeze_panes == "A6"
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.left.text == "Larkmere && Calder plan"
    assert sheet.oddFooter.center.text == "Leadline record 0123456789abcdef"
    assert sheet.oddFooter.right.text == "Page &P of &N"
    assert sheet["B8"].alignment.wrap_text
    assert sheet.row_dimensions[8].height > sheet.row_dimensions[7].height


def test_a_workbook_says_what_it_is() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(TABLE, Format.XLSX, AT)))
    assert (book.properties.title, book.properties.creator) == ("Larkmere & Calder plan", "Leadline")
    assert book.properties.created == AT.replace(tzinfo=None)
    assert "0123456789abcdef" in book.properties.description


def test_a_colours_cell_is_tinted_and_no_other() -> None:
    sheet = sheet_of(TABLE)
    tints = {sheet[f"C{row}"].fill.fgColor.rgb for row in (7, 8)}
    assert len(tints) == 2
    assert sheet["B7"].fill.fill_type is None


def test_a_cell_longer_than_excel_holds_is_cut_and_says_so() -> None:
    long = PlanTable("Plan", (), TABLE.columns, (TableRow(("1", "word " * 9000, "")),), "")
    assert str(sheet_of(long)["B4"].value).endswith("… (the record holds the rest)")


def test_a_word_document_repeats_its_headings_and_numbers_its_pages() -> None:
    document = Document(io.BytesIO(written(TABLE, Format.DOCX, AT)))
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Ref", "Action", "RAG"]
    assert [cell.text for cell in table.rows[3].cells] == ["1.10", "Line one\nLine two", "■ Complete"]
    assert {cell.text for cell in table.rows[1].cells} == {"1.0 Access"}
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height
    assert section.header.paragraphs[0].text == "OFFICIAL"
    footer = section.footer.paragraphs[0]
    assert "Leadline record 0123456789abcdef" in footer.text
    assert [field.text for field in footer._p.xpath(".//w:instrText")] == ["PAGE", "NUMPAGES"]
    assert document.core_properties.title == "Larkmere & Calder plan"


def test_a_delimited_file_opens_in_excel_with_its_accents() -> None:
    content = written(TABLE, Format.CSV, AT)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines()[:3] == [
        "Ref,Action,RAG",
        "1.0 Access,,",
        "1.1,Single referral form,◆ Amber",
    ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not on this machine")
@pytest.mark.parametrize("kind", [Format.XLSX, Format.DOCX])
def test_libreoffice_prints_it_with_every_word_and_mark(kind: Format, tmp_path: Path) -> None:
    path = tmp_path / f"plan.{kind.value}"
    path.write_bytes(written(TABLE, kind, AT))
    convert = ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless"]
    subprocess.run(
        [*convert, "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    pdf = tmp_path / "plan.pdf"
    told = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    for words in (
        "Larkmere & Calder plan",
        "1.10",
        "◆ Amber",
        "■ Complete",
        "0123456789abcdef",
        "Page 1 of 1",
    ):
        assert words in told.stdout
