import pytest

from bot.draft import DoubtKind, DraftPlan
from bot.importing.colours import colour_word, shaded
from bot.importing.plan import read_document
from bot.importing.rows import RawDocument, RawRow, RawTable
from bot.language.reading import Conventions
from bot.plan import ActionStatus
from bot.rag import Rag
from tests.bot.importing.tables import TODAY

HEAD = ("Ref", "Action", "Lead", "Due", "RAG")


def plan(*rows: tuple[tuple[str, ...], dict[int, str]]) -> DraftPlan:
    lines = [
        RawRow(1, HEAD),
        *(RawRow(i, cells, fills=fills) for i, (cells, fills) in enumerate(rows, start=2)),
    ]
    return read_document(RawDocument("plan", (RawTable("", tuple(lines)),)), TODAY, Conventions())


def line(ref: str, colour: str = "") -> tuple[str, ...]:
    return (ref, "Write it", "R Vale", "May 2027", colour)


@pytest.mark.parametrize(
    ("fill", "word"),
    [
        *[("FF0000", "Red"), ("C00000", "Red"), ("FFC7CE", "Red"), ("F4B083", "Amber"), ("FFC000", "Amber")],
        *[("FFFF00", "Amber"), ("FFEB9C", "Amber"), ("00B050", "Green"), ("92D050", "Green")],
        *[("C6EFCE", "Green"), ("0070C0", "Blue"), ("4472C4", "Blue"), ("A6A6A6", "Grey")],
        *[
            ("FFFFFF", ""),
            ("000000", ""),
            ("F2F2F2", ""),
            ("D9E2F3", ""),
            ("7030A0", ""),
            ("", ""),
            ("FF", ""),
        ],
    ],
)
def test_a_fill_is_read_as_the_colour_a_person_sees(fill: str, word: str) -> None:
    assert colour_word(fill) == word


def test_a_band_over_the_whole_row_is_no_colour_of_its_cell() -> None:
    assert shaded(dict.fromkeys(range(5), "00B050"), 4, 5) == ""
    assert shaded({0: "D9E2F3", 4: "00B050"}, 4, 5) == "Green"


def test_a_colour_without_a_word_is_read_and_to_be_checked() -> None:
    found = plan((line("1"), {4: "FF0000"}), (line("2"), {4: "0070C0"}), (line("3"), {}))
    assert [action.rag for action in found.actions] == [Rag.RED, None, None]
    assert found.actions[1].status is ActionStatus.COMPLETE
    assert [(doubt.row, doubt.kind) for doubt in found.doubts] == [
        (2, DoubtKind.COLOUR_READ),
        (3, DoubtKind.COLOUR_READ),
    ]


def test_a_blank_without_a_fill_is_never_green() -> None:
    found = plan((line("1"), {}), (line("2"), {4: "FFFFFF"}))
    assert {action.rag for action in found.actions} == {None}
    assert found.doubts == ()


def test_a_word_stands_against_its_shading_and_is_asked_about() -> None:
    found = plan((line("1", "Amber"), {4: "00B050"}), (line("2", "Amber"), {4: "FFC000"}))
    assert [action.rag for action in found.actions] == [Rag.AMBER, Rag.AMBER]
    assert [(doubt.row, doubt.kind) for doubt in found.doubts] == [(2, DoubtKind.TWO_READINGS)]
