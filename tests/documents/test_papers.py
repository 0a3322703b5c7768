"""Board papers as files: headings that are headings, tables that repeat theirs, templates, PDF."""

from __future__ import annotations

import io
import re
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from bot.errors import PaperUnmade
from bot.exporting.table import PlanTable, TableColumn, TableRow
from bot.papers.paper import AskLine, Bullets, Figure, Grid, GridKind, Paper, PaperKind, Section
from bot.papers.pictures import SlipBar, SlipChart, slip_chart
from bot.papers.template_names import NAMES, names_of
from bot.phrases.refusals import sentence
from bot.rag import Standing
from documents.look import BAND_FILL, shading_of
from documents.papers import paper_file
from documents.pdf import to_pdf
from documents.pdf_headings import naming_rows
from tests.bot.larkmere import month
from tests.bot.papers.facts import facts, numbered

AT = datetime(2026, 10, 2, 16, 0, tzinfo=UTC)
GRID = Grid(
    "Actions that have become late.",
    (TableColumn("Ref", 8, is_short=True), TableColumn("RAG", 14)),
    (TableRow(("Theme 1",), is_band=True), TableRow(("1.1", "▲ Red"))),
)
PAPER = Paper(
    kind=PaperKind.HIGHLIGHT,
    title="Highlight report: Larkmere & Calder plan",
    meeting="Board, Wed 14 Oct 2026",
    number="2026-10",
    as_at="Fri 2 Oct 2026 17:00",
    classification="Restricted",
    audit_head="0123456789abcdef0123",
    is_draft=False,
    standing=("Erratum: one thing.",),
    asks=(AskLine("DECIDE", "More time for 1.1 & 2.1."),),
    summary="Of 2 actions, 1 is late.",
    sections=(
        Section("How the plan stands", ("One line.\nA second line.\x0b", Bullets(("one", "two")))),
        Section("Newly late (1)", (GRID,), level=2),
    ),
    contact="Contact: P Lowell, board officer.",
)  # fmt: skip


def written(paper: Paper = PAPER, template: bytes | None = None) -> Any:
    ending, content = paper_file(paper, None, AT, template=template)
    assert ending == "docx"
    return Document(io.BytesIO(content))


def test_headings_are_headings_and_the_asks_come_first() -> None:
    told = [(one.style.name, one.text) for one in written().paragraphs if one.style.name != "Normal"]
    assert told == [
        ("Title", "Highlight report: Larkmere & Calder plan"),
        ("Heading 1", "The board is asked to"),
        ("Heading 1", "How the plan stands"),
        ("List Bullet", "one"),
        ("List Bullet", "two"),
        ("Heading 2", "Newly late (1)"),
    ]


def test_every_page_says_what_it_is_a_page_of() -> None:
    (section,) = written().sections
    assert section.header.paragraphs[0].text == "Restricted · Board, Wed 14 Oct 2026"
    below = section.footer.paragraphs[0]
    assert below.text.startswith("Pack 2026-10, as at Fri 2 Oct 2026 17:00 · record 0123456789abcdef · page ")
    assert [one.text for one in below._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_a_table_repeats_its_heading_and_says_what_it_holds() -> None:
    table = written().tables[2]._tbl
    assert len(list(table.iter(qn("w:tblHeader")))) == 1
    (about,) = table.iter(qn("w:tblDescription"))
    assert about.get(qn("w:val")) == "Actions that have become late."
    assert [cell.text for cell in written().tables[2].rows[2].cells] == ["1.1", "▲ Red"]


def test_it_begins_with_which_paper_it_is() -> None:
    rows = [[cell.text for cell in row.cells] for row in written().tables[0].rows]
    assert rows == [
        ["Meeting", "Board, Wed 14 Oct 2026"],
        ["Paper", "Pack 2026-10, as at Fri 2 Oct 2026 17:00. Restricted."],
        ["Contact", "P Lowell, board officer."],
        ["Record", "0123456789abcdef0123"],
    ]


def test_figures_to_be_seen_at_a_glance_stand_in_the_tint_of_their_colour() -> None:
    columns = (TableColumn("Actions", 12), TableColumn("▲ Red", 12))
    grid = Grid("How many.", columns, (TableRow(("2", "1")),), GridKind.TILES)
    made = written(replace(PAPER, sections=(Section("How the plan stands", (grid,)),))).tables[2]
    assert [[cell.text for cell in row.cells] for row in made.rows] == [["Actions", "▲ Red"], ["2", "1"]]
    fills = [one.get(qn("w:fill")) for one in made._tbl.iter(qn("w:shd"))]
    assert fills == [BAND_FILL, shading_of("▲ Red")] * 2


def test_the_same_paper_made_again_is_the_same_file() -> None:
    table = PlanTable("Plan", (), GRID.columns, GRID.rows, "")
    for given in (None, table):
        _, content = paper_file(PAPER, given, AT)
        with ZipFile(io.BytesIO(content)) as package:
            assert {part.date_time for part in package.infolist()} == {(2026, 10, 2, 16, 0, 0)}
            assert package.read("docProps/core.xml").count(b">2026-10-02T16:00:00Z<") == 2
        assert paper_file(PAPER, given, AT)[1] == content


def test_its_properties_say_what_it_is_and_in_which_language() -> None:
    document = written()
    properties = document.core_properties
    assert properties.title == "Highlight report: Larkmere & Calder plan, Board, Wed 14 Oct 2026"
    assert (properties.language, properties.keywords) == ("en-GB", "Restricted")
    (language,) = document.styles["Normal"].element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "en-GB"


def test_a_tracker_is_an_excel_file_and_nothing_else() -> None:
    table = PlanTable("Plan", (), GRID.columns, GRID.rows, "")
    ending, content = paper_file(PAPER, table, AT)
    assert (ending, content[:2]) == ("xlsx", b"PK")
    with pytest.raises(PaperUnmade, match="Excel"):
        paper_file(PAPER, table, AT, as_pdf=True)


def template_of(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_boards_own_template_is_filled() -> None:
    template = template_of(
        "{{ title }} ({{ stamp }})",
        "{%p for ask in asks %}",
        "{{ ask.verb }}: {{ ask.words }}",
        "{%p endfor %}",
        "{%p for section in sections %}",
        "{{ section.heading }}: {{ section.bullets | join(', ') }}",
        "{%p endfor %}",
    )
    assert [one.text for one in written(template=template).paragraphs] == [
        "Highlight report: Larkmere & Calder plan (Pack 2026-10, as at Fri 2 Oct 2026 17:00)",
        "DECIDE: More time for 1.1 & 2.1.",
        "How the plan stands: one, two",
        "Newly late (1): ",
    ]


def test_a_tall_picture_fits_a_landscape_page_of_a_template_whole() -> None:
    late = [numbered(one, baseline_due=month(2026, 5), approved_due=month(2026, 5)) for one in range(1, 41)]
    chart = slip_chart(facts(*late).pack)
    assert chart is not None
    document = Document(io.BytesIO(template_of("{{ sections[0].pictures[0] }}")))
    (page,) = document.sections
    page.page_width, page.page_height = page.page_height, page.page_width
    file = io.BytesIO()
    document.save(file)
    paper = replace(PAPER, sections=(Section("Slipped", (Figure(chart),)),))
    _, content = paper_file(paper, None, AT, template=file.getvalue())
    (shape,) = Document(io.BytesIO(content)).inline_shapes
    assert shape.height < page.page_height - page.top_margin - page.bottom_margin


def test_a_tall_picture_stands_whole_below_the_heading_of_its_section() -> None:
    bars = tuple(
        SlipBar(f"{one}.1 Action", date(2026, 5, 31), date(2026, 9, 30), Standing.RED, "18 weeks")
        for one in range(60)
    )
    chart = SlipChart("Every action slipped", "", "Slip chart.", date(2026, 10, 2), bars)
    document = written(replace(PAPER, sections=(Section("Slipped", (Figure(chart),)),)))
    (shape,), (page,) = document.inline_shapes, document.sections
    assert shape.height < page.page_height - page.top_margin - page.bottom_margin - Cm(1)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (b"no zip at all", "is no Word document"),
        (template_of("{{ colour }}"), "asks for “colour”, which no paper has; docs/papers.md lists"),
        (template_of("{{ tittle }}"), "did you mean “title”?"),
        (
            template_of("{%p for one in sections %}", "{{ one.headings }}", "{%p endfor %}"),
            "asks for “headings”, which no paper has; did you mean “heading”?",
        ),
        (template_of("{{ as at }}"), "has “{{ as at }}”, which cannot be read"),
        (template_of("{{ title }} {{ stamp"), "has “{{ stamp”, whose braces are not closed"),
        (template_of("{%p for ask in asks %}", "{{ ask.verb }}"), "has “{%p for ask in asks %}” without"),
        (template_of("{%p for ask in asks %}", "{%p endif %}"), "has “{%p endif %}” without"),
        (template_of("Paper for the board"), "nothing to fill in: put names in double braces"),
        (template_of("{{ title.__class__.__mro__ }}"), "No paper was made"),
        (template_of("{{ title + 1 }}"), "cannot be filled"),
    ],
)
def test_a_fault_of_a_template_is_one_plain_sentence(template: bytes, said: str) -> None:
    with pytest.raises(PaperUnmade) as refused:
        paper_file(PAPER, None, AT, template=template)
    told = sentence(refused.value)
    assert told.startswith("No paper was made: ")
    assert said in told
    assert told.count("\n") == 0


def test_every_name_of_a_template_has_a_value() -> None:
    assert tuple(names_of(PAPER)) == NAMES


def test_without_libreoffice_a_pdf_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PaperUnmade, match="needs LibreOffice"):
        paper_file(PAPER, None, AT, as_pdf=True)


def test_a_libreoffice_that_never_ends_is_ended_with_whatever_it_began(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = tmp_path / "begun"
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {begun}.new; mv {begun}.new {begun}; wait\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(PaperUnmade, match="made no PDF"):
        to_pdf(b"", within=0.5)
    if begun.exists():  # else it was ended before it had begun anything
        deadline = monotonic() + 30
        while is_running(int(begun.read_text())) and monotonic() < deadline:
            sleep(0.01)
        assert not is_running(int(begun.read_text()))


def is_running(process: int) -> bool:
    """Whether a process runs; one that has ended and is not yet cleared away does not."""
    try:
        told = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return told.rsplit(")", 1)[1].split()[0] != "Z"


def test_a_cell_that_names_its_row_says_so_in_the_pdf_and_nothing_moves() -> None:
    scope = b"\n%d 0 obj\n<</O/Table\n/Scope/Column\n>>\nendobj\n"
    cell = (
        b"\n%d 0 obj\n<</Type/StructElem\n/S/TH\n/P 1 0 R\n/Pg 1 0 R\n/A [ 70 0 R %d 0 R ]\n/K[9 0 R ]\n>>\n"
    )
    name = b"\n9 0 obj\n<</Type/StructElem\n/S/Table#20Heading\n/P 8 0 R\n/K[2 ]\n>>\n"
    pdf = scope % 71 + scope % 72 + cell % (8, 71) + cell % (5, 72) + name
    made = naming_rows(pdf)
    assert len(made) == len(pdf)
    assert made.startswith(b"\n71 0 obj\n<</O/Table\n/Scope/Row   \n>>\nendobj\n" + scope % 72)
    assert naming_rows(b"%PDF-1.7 of some other kind") == b"%PDF-1.7 of some other kind"


def elements_of(pdf: bytes) -> list[tuple[str, str]]:
    """Every element of a PDF's structure as LibreOffice writes it: its type, and what is said of it."""
    found = re.findall(rb"<</Type/StructElem\n/S/([^\n]+)\n(.*?)>>\nendobj", pdf, re.DOTALL)
    return [(kind.decode(), said.decode("latin-1")) for kind, said in found]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_with_libreoffice_it_is_a_pdf_that_whoever_hears_it_can_find_their_way_in() -> None:
    late = [numbered(one, baseline_due=month(2026, 5), approved_due=month(2026, 5)) for one in (1, 2)]
    chart = slip_chart(facts(*late).pack)
    assert chart is not None
    paper = replace(PAPER, sections=(*PAPER.sections, Section("Slipped", (Figure(chart),))))
    ending, content = paper_file(paper, None, AT, as_pdf=True)
    assert (ending, content[:5]) == ("pdf", b"%PDF-")
    for said in (b"/MarkInfo<</Marked true>>", b"<pdfuaid:part>1</pdfuaid:part>"):
        assert said in content
    assert set(re.findall(rb"/Lang\(([^)]*)\)", content)) == {b"en-GB"}
    assert re.search(rb"/DisplayDocTitle true", content)
    assert "/Title<" + (b"\xfe\xff" + paper.title.encode("utf-16-be")).hex().upper() in content.decode(
        "latin-1"
    )
    found = elements_of(content)
    kinds = [kind for kind, _ in found]
    assert [kind for kind in kinds if re.fullmatch(r"H\d", kind)] == ["H1", "H1", "H2", "H1"]
    assert all("/K[" in said and "/K[]" not in said for kind, said in found if re.fullmatch(r"H\d", kind))
    assert [
        chart.alt.encode("utf-16-be").hex().upper() in said for kind, said in found if kind == "Figure"
    ] == [True]
    asks, fields, columns = len(paper.asks), 4, len(GRID.columns)
    assert kinds.count("TH") == fields + asks + 2 + columns
    assert len(re.findall(rb"/Scope/Row\b", content)) == fields + asks
    assert content.count(b"/Scope/Column") == 2 + columns
