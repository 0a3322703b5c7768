import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.errors import PlanUnreadable
from documents.files import read_file
from tests.documents.books import HEAD, ROW, book


def package(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_x", "."), content)
    return file.getvalue()


def test_a_workbook_is_known_by_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_bytes(book())
    document = read_file(path)
    assert document.name == "plan"
    assert [row.cells for row in document.tables[0].rows] == [HEAD, ROW]


@pytest.mark.parametrize(
    ("name", "has_pages"), [("plan.txt", True), ("plan.csv", False), ("plan.tsv", False)]
)
def test_blank_lines_end_pages_in_text_only(tmp_path: Path, name: str, has_pages: bool) -> None:
    path = tmp_path / name
    path.write_text("Ref\tAction\tLead\n", encoding="utf-8")
    assert read_file(path).tables[0].has_pages is has_pages


ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (ENCRYPTED + "EncryptedPackage".encode("utf-16-le"), "password-protected"),
        (ENCRYPTED, "Office 2003 or older"),
        (b"%PDF-1.7", "a PDF"),
        (b"\n <!doctype HTML><table>", "a web page"),
        (b'<?xml version="1.0"?><x/>', "an XML file"),
        (b"\x89PNG\r\n", "a picture"),
        (package(word__document_xxml=b"x"), "damaged or not complete"),
        (package(xl__workbook_xbin=b"x"), "a binary Excel workbook"),
        (package(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument file"),
        (b"PK\x03\x04" + b"nonsense" * 100, "damaged or not complete"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(content)
    with pytest.raises(PlanUnreadable) as refused:
        read_file(path)
    assert why in refused.value.why
    assert refused.value.what_to_do.endswith(".")
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PlanUnreadable, match="There is no file"):
        read_file(tmp_path / "plan.csv")
    with pytest.raises(PlanUnreadable, match="There is no file"):
        read_file(tmp_path)


def test_an_enormous_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(PlanUnreadable, match="larger than 20 MB"):
        read_file(path)


def test_a_file_that_grows_while_it_is_read_is_not_read_to_the_end() -> None:
    with pytest.raises(PlanUnreadable, match="larger than 20 MB"):
        read_file(Path("/dev/zero"))
