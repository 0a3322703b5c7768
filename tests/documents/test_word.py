"""Word documents: every table in printed order, with the text between, as a person sees them."""

from __future__ import annotations

from datetime import date

import pytest
from docx.oxml import parse_xml

from bot.draft import DoubtKind, DraftPlan
from bot.errors import PlanUnreadable
from bot.importing.plan import read_document
from bot.importing.rows import RawDocument, RawRow
from bot.language.reading import Conventions
from bot.rag import Rag
from documents.word import read_word
from tests.documents.papers import HEAD, ROW, Paper, shade, with_part

TODAY = date(2027, 4, 1)


def rows(paper: Paper) -> list[RawRow]:
    return [row for row in read_word(paper.content()).rows if not row.is_blank]


def cells(paper: Paper) -> list[tuple[object, ...]]:
    return [row.cells for row in rows(paper)]


def plan(paper: Paper) -> DraftPlan:
    return read_document(RawDocument("paper", (read_word(paper.content()),)), TODAY, Conventions())


def refs(found: DraftPlan) -> list[tuple[str, str | None]]:
    return [(action.ref, action.theme) for action in found.actions]


def test_text_and_tables_in_printed_order_and_where_they_stand() -> None:
    paper = Paper().text("Care plan", "Title")
    paper.table([HEAD, ROW])
    paper.text("Thank you")
    found = rows(paper)
    assert [row.cells for row in found] == [("Care plan",), HEAD, ROW, ("Thank you",)]
    assert [row.place for row in found] == ["Text", "Table 1, row 1", "Table 1, row 2", "Text"]


def test_merged_cells_are_said_once_and_marked_where_they_go_on() -> None:
    paper = Paper()
    lines = [HEAD, ROW, ("", "Send it", "", "Oct 2027"), ("", "Keep it", "", "Nov 2027")]
    paper.table([*lines, ("Theme: Access", "", "", "")], merged=[(1, 0, 3, 0), (1, 2, 2, 2), (4, 0, 4, 3)])
    found = rows(paper)
    assert [row.cells for row in found[1:]] == [
        ROW,
        ("", "Send it", "", "Oct 2027"),
        ("", "Keep it", "", "Nov 2027"),
        ("Theme: Access", "", "", ""),
    ]
    assert [row.spanned for row in found[1:4]] == [frozenset(), frozenset({0, 2}), frozenset({0})]
    leads = [action.leads for action in plan(paper).actions]
    assert leads == [("S Okoro",), ("S Okoro",), ()]


def test_leads_listed_below_each_other_in_a_cell() -> None:
    paper = Paper()
    paper.table([HEAD, ("1.1", "Write it", "S Okoro\nT Cole\nTeam managers", "Sept 2027")])
    (action,) = plan(paper).actions
    assert action.leads == ("S Okoro", "T Cole", "Team managers")


def test_a_table_inside_a_cell_and_a_table_that_is_only_a_frame() -> None:
    paper = Paper()
    outer = paper.document.add_table(rows=1, cols=1)
    inner = outer.rows[0].cells[0].add_table(rows=2, cols=4)
    for line, row in zip((HEAD, ROW), inner.rows, strict=True):
        for words, cell in zip(line, row.cells, strict=True):
            cell.text = words
    assert [action.ref for action in plan(paper).actions] == ["1.1"]
    nested = Paper()
    table = nested.table([HEAD, ROW])
    deeper = table.rows[1].cells[1].add_table(rows=1, cols=2)
    deeper.rows[0].cells[0].text, deeper.rows[0].cells[1].text = "in", "ink"
    assert plan(nested).actions[0].text == "Write it in ink"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_tracked_changes_are_read_as_accepted_and_content_controls_for_their_text() -> None:
    paper = Paper()
    table = paper.table([HEAD, ROW, ("1.2", "Gone", "S Okoro", "May 2027")])
    paragraph = table.rows[1].cells[1].paragraphs[0]._element
    paragraph.append(
        parse_xml(
            f'<w:ins {W} w:id="1" w:author="x"><w:r><w:t xml:space="preserve"> twice</w:t></w:r></w:ins>'
        )
    )
    paragraph.append(
        parse_xml(f'<w:del {W} w:id="2" w:author="x"><w:r><w:delText> once</w:delText></w:r></w:del>')
    )
    # Some programs mark a deletion without renaming its text, and text that was moved away keeps its name.
    for mark in ("del", "moveFrom"):
        paragraph.append(parse_xml(f"<w:{mark} {W}><w:r><w:t> thrice</w:t></w:r></w:{mark}>"))
    paragraph.append(
        parse_xml(f"<w:sdt {W}><w:sdtContent><w:r><w:t>, boldly</w:t></w:r></w:sdtContent></w:sdt>")
    )
    table.rows[2]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {W} w:id="3" w:author="x"/>'))
    (action,) = plan(paper).actions
    assert action.text == "Write it twice, boldly"


def test_a_table_for_each_theme_under_its_heading() -> None:
    paper = Paper().text("Care plan 2027", "Title").text("Introduction", "Heading 1").text("Long ago.")
    for number, theme in enumerate(("Access", "Leaving hospital"), start=1):
        paper.text(theme, "Heading 2")
        paper.table([HEAD, (f"{number}.1", "Write it", "S Okoro", "Sept 2027")])
    found = plan(paper)
    assert [theme.title for theme in found.themes] == ["Access", "Leaving hospital"]
    assert refs(found) == [("1.1", "1"), ("2.1", "2")]
    assert found.title == "Care plan 2027"
    assert found.doubts == ()


def test_bold_lines_and_bars_name_themes_too() -> None:
    paper = Paper().text("Care plan").bold("Access")
    paper.table([HEAD, ROW])
    paper.table([("Leaving hospital",)])
    paper.table([HEAD, ("2.1", "Send it", "T Cole", "May 2027")])
    assert [theme.title for theme in plan(paper).themes] == ["Access", "Leaving hospital"]


def test_a_table_cut_by_a_page_goes_on_with_and_without_its_heading_again() -> None:
    paper = Paper()
    paper.table([HEAD, ROW])
    paper.table([("1.2", "Send it", "T Cole", "May 2027")])
    paper.table([HEAD, ("1.3", "Keep it", "T Cole", "May 2027")])
    found = plan(paper)
    assert [action.ref for action in found.actions] == ["1.1", "1.2", "1.3"]
    assert found.doubts == ()


def test_another_table_is_no_part_of_the_plan_and_is_said() -> None:
    paper = Paper()
    paper.table([HEAD, ROW])
    paper.text("Version control", "Heading 2")
    paper.table([("Version", "Author", "Changes", "Made"), ("1", "S Okoro", "First draft", "May 2027")])
    found = plan(paper)
    assert len(found.actions) == 1
    assert found.themes == ()
    (doubt,) = found.doubts
    assert (doubt.kind, doubt.place) == (DoubtKind.ROW_NOT_READ, "Table 2, row 1")
    assert "Version · Author" in doubt.message


def test_the_numbers_that_word_counts_are_read() -> None:
    paper = Paper().text("Recommended that the Board", "Heading 1")
    for words in ("Agree the plan", "Note the report"):
        paper.text(words, "List Number")
    found = plan(paper)
    assert [(action.ref, action.text) for action in found.actions] == [
        ("1", "Agree the plan"),
        ("2", "Note the report"),
    ]


def test_a_colour_by_shading_alone_is_read_and_to_be_checked() -> None:
    paper = Paper()
    table = paper.table([(*HEAD, "RAG"), (*ROW, ""), ("1.2", "Send it", "T Cole", "May 2027", "")])
    shade(table.rows[1].cells[4], "FFC000")
    found = plan(paper)
    assert [action.rag for action in found.actions] == [Rag.AMBER, None]
    assert [(doubt.kind, doubt.place) for doubt in found.doubts] == [
        (DoubtKind.COLOUR_READ, "Table 1, row 2")
    ]


def test_a_heading_of_two_rows_with_merged_cells() -> None:
    paper = Paper()
    lines = [
        ("Ref", "Action", "Timescale", "", "Lead"),
        ("", "", "Original", "Revised", ""),
        ("1.1", "Write it", "May 2027", "Aug 2027", "S Okoro"),
    ]
    paper.table(lines, merged=[(0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1), (0, 4, 1, 4)])
    (action,) = plan(paper).actions
    assert action.timescale is not None
    assert action.forecast is not None
    assert (action.timescale.words, action.forecast.words) == ("May 2027", "Aug 2027")


@pytest.mark.parametrize("cut", [30, 4000, -30])
def test_a_truncated_document_is_damaged(cut: int) -> None:
    with pytest.raises(PlanUnreadable, match="damaged or not complete"):
        read_word(Paper().content()[:cut])


def test_macros_entities_and_bombs_are_refused() -> None:
    content = Paper().content()
    with pytest.raises(PlanUnreadable, match="macros"):
        read_word(with_part(content, "word/vbaProject.bin", b"x"))
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    with pytest.raises(PlanUnreadable, match="I have not opened it"):
        read_word(with_part(content, "word/document.xml", laughs))
    outside = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x SYSTEM "file:///dev/null"><x/>'.encode(
        "utf-16"
    )
    with pytest.raises(PlanUnreadable, match="I have not opened it"):
        read_word(with_part(content, "word/styles.xml", outside))
    with pytest.raises(PlanUnreadable, match="I have not opened it"):
        read_word(with_part(content, "word/document.xml", b"<a/>" * 7_000_000))
