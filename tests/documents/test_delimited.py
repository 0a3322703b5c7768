import pytest

from bot.errors import PlanUnreadable
from bot.importing.rows import RawTable
from documents.delimited import decoded, delimiter_of, read_delimited

ROWS = [["Ref", "Action", "Lead", "Due"], ["1.1", "Open the café", "S Okoro", "Sept 2027"]]


def read(text: str, encoding: str = "utf-8") -> RawTable:
    return read_delimited(text.encode(encoding), "plan.csv", has_pages=False)


def cells(table: RawTable) -> list[list[object]]:
    return [list(row.cells) for row in table.rows]


@pytest.mark.parametrize("delimiter", ["\t", ";", ",", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_common_delimiter_and_encoding(delimiter: str, encoding: str) -> None:
    text = "\r\n".join(delimiter.join(row) for row in ROWS)
    assert cells(read(text, encoding)) == ROWS


def test_the_delimiter_is_the_one_that_makes_a_heading() -> None:
    assert delimiter_of("Title, with, commas, and, more\nRef;Action;Lead\n1;Write, fold, send;S Okoro") == ";"
    assert delimiter_of("one;two\nthree;four") == ";"


def test_rows_are_counted_with_the_blank_ones() -> None:
    table = read("Title\n\nRef,Action,Lead\n\n1,Write it,S Okoro\n\n\n")
    assert [row.number for row in table.rows if not row.is_blank] == [1, 3, 5]
    assert table.rows[-1].number == 5


def test_a_quoted_cell_may_hold_the_delimiter_a_line_end_and_quotation_marks() -> None:
    table = read('Ref,Action,Lead\n1,"Write, fold\nand ""send""",S Okoro\n')
    assert cells(table)[1] == ["1", 'Write, fold\nand "send"', "S Okoro"]


def test_a_tab_separated_cell_may_be_quoted_as_excel_does() -> None:
    assert cells(read('Ref\tAction\tLead\n1\t"Write\nit"\tS Okoro\n'))[1] == ["1", "Write\nit", "S Okoro"]


def test_quotation_marks_in_tab_separated_text_are_only_marks() -> None:
    text = 'Ref\tAction\tLead\n1\t"Loop" developed\tS Okoro\n2\tSend "it"\tT Vance\n'
    assert cells(read(text))[1:] == [["1", '"Loop" developed', "S Okoro"], ["2", 'Send "it"', "T Vance"]]


def test_a_quotation_mark_that_nobody_closes_does_not_swallow_the_file() -> None:
    text = 'Ref,Action,Lead\n1,"Write it,S Okoro\n' + "".join(
        f"{n},Send it,T Vance\n" for n in range(2, 3000)
    )
    assert len(read(text).rows) == 3000


def test_a_page_break_mark_ends_a_line() -> None:
    assert len(read("Ref,Action,Lead\x0c1,Write it,S Okoro").rows) == 2


@pytest.mark.parametrize("content", [bytes(range(256)) * 10, b"\x01\x02\x03\x04" * 50, b"ab\x00cd"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(PlanUnreadable, match="is not a text file"):
        decoded(content, "plan.csv")


def test_what_windows_leaves_undefined_is_not_fatal() -> None:
    assert decoded(b"caf\xe9 \x81", "plan.csv") == "café \ufffd"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ref,Action,Lead\n" + "1,Write it,S Okoro\n" * 20_001, "more than 20,000 rows"),
        ("Ref,Action,Lead\n" + "," * 200 + "x", "more than 100 columns"),
        ("Ref,Action,Lead\n1," + "long " * 40_000 + ",S Okoro", "a cell of more than 33,000 characters"),
    ],
)
def test_more_than_any_plan_has_is_refused(text: str, why: str) -> None:
    with pytest.raises(PlanUnreadable, match=why):
        read(text)
