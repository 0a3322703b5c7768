"""A file as raw tables, whatever its kind, by what it holds rather than by its name."""

from __future__ import annotations

from pathlib import Path

from bot.errors import PlanUnreadable
from bot.importing.rows import RawDocument
from bot.phrases import files as sentences
from documents.apart import read_apart
from documents.delimited import read_delimited
from documents.limits import MAX_BYTES, MAX_MEGABYTES

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CALENDAR, _SPACE = b"BEGIN:VCALENDAR", b"\xef\xbb\xbf \r\n\t"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What a file that begins so is called to a person.
_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"<!DOCTYPE html", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
)


def read_file(path: Path) -> RawDocument:
    """The tables the file holds. Raises `PlanUnreadable`, with what to do, when it cannot be read."""
    return read_content(path.name, _content(path))


def read_content(name: str, content: bytes) -> RawDocument:
    """The tables of a file that is in memory, as it is when somebody drops it into a chat. Raises as
    `read_file` does; `name` is what the file is called, its ending included."""
    _check_size(name, len(content))
    if not content.strip():
        raise PlanUnreadable(*sentences.empty(name))
    is_ours = content.startswith(_ZIP) or content[:400].lstrip(_SPACE).upper().startswith(_CALENDAR)
    return read_apart(name, content) if is_ours else _plain(name, content)


def parsed(name: str, content: bytes) -> RawDocument:
    """An Office file or a calendar, parsed where this is called: in the child that `read_apart` starts.

    The libraries are loaded here, each only for its own kind of file, so that the child is quick to start.
    """
    stem = Path(name).stem
    if not content.startswith(_ZIP):
        from documents.calendars import read_calendar

        return RawDocument(stem, (), read_calendar(content))
    if b"xl/workbook.bin" in content:
        raise PlanUnreadable(*sentences.wrong_kind("a binary Excel workbook (.xlsb)"))
    if b"application/vnd.oasis.opendocument" in content[:200]:
        raise PlanUnreadable(*sentences.wrong_kind("an OpenDocument file"))
    if b"word/document.xml" in content and b"xl/workbook.xml" not in content:
        from documents.word import read_word

        return RawDocument(stem, (read_word(content),))
    from documents.workbook import read_workbook

    sheets, hidden = read_workbook(content)
    return RawDocument(stem, sheets, hidden_sheets=hidden)


def _plain(name: str, content: bytes) -> RawDocument:
    """A text file, or a refusal that names what it is instead."""
    path = Path(name)
    if content.startswith(_OLE):
        raise PlanUnreadable(*_old_office(content))
    head = content[:200].lstrip()
    for mark, kind in _KINDS:
        if head.lower().startswith(mark.lower()):
            raise PlanUnreadable(*sentences.wrong_kind(kind))
    has_pages = path.suffix.casefold() not in (".csv", ".tsv")
    return RawDocument(path.stem, (read_delimited(content, path.name, has_pages=has_pages),))


def _content(path: Path) -> bytes:
    """The whole file, if there is one of a size that is read; never more of it than that."""
    try:
        _check_size(path.name, path.stat().st_size)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise PlanUnreadable(*sentences.missing(path.name)) from error


def _check_size(name: str, size: int) -> None:
    if size > MAX_BYTES:
        raise PlanUnreadable(*sentences.too_large(name, MAX_MEGABYTES))


def _old_office(content: bytes) -> sentences.Refusal:
    if _ENCRYPTED in content:
        return sentences.password()
    return sentences.wrong_kind("a file of Office 2003 or older")
